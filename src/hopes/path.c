#include "hopes/path.h"

#include <string.h>

#include "hopes/hopes_int.h"

const char *hard_says(enum hard h)
{
    static const char *const says[HARDS] = {
        [HARD_SCHOOLING] = N_("Years of school"),
        [HARD_MONEY] = N_("Money"),
        [HARD_TIME] = N_("Not enough time"),
        [HARD_FEAR] = N_("Fear"),
        [HARD_RULES] = N_("Rules"),
    };

    return says[h];
}

const char *hard_field(enum hard h)
{
    static const char *const fields[HARDS] = {
        "hard-schooling", "hard-money", "hard-time", "hard-fear", "hard-rules"};

    return fields[h];
}

const char *way_source_says(enum way_source s)
{
    static const char *const says[] = {N_("My own"), N_("From my peer"),
                                       N_("From the shelf")};

    return says[s];
}

/* --- what made it hard --- */

bool path_get(struct ctx *cx, int64_t goal, struct path *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct path){.words = ""};
    if (!may(cx, MAY_SEE, goal_about(me, goal)))
        return false;
    struct query *q = db_sql(cx, "SELECT hard, words FROM hopes_path"
                                 " WHERE goal = $1 AND person = $2");
    db_put_int(q, goal);
    db_put_int(q, me.v);
    if (db_row(q)) {
        out->hard = (unsigned)db_get_int(q);
        out->words = seal_get(q, HOPES_PLACE("path.words", goal, me));
    }
    return db_end(q);
}

bool path_put(struct ctx *cx, int64_t goal, const struct path *p)
{
    const struct person_id me = cx->actor->person;

    if (!goal_is_mine(cx, goal) ||
        (*p->words && !goal_words_fit(cx, "words", p->words)))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_path (goal, person, hard, words)"
                   " SELECT id, person, $3, $4 FROM hopes_goal WHERE id = $1"
                   " AND person = $2 ON CONFLICT (goal) DO UPDATE"
                   " SET hard = excluded.hard, words = excluded.words"
                   " RETURNING goal");
    db_put_int(q, goal);
    db_put_int(q, me.v);
    db_put_int(q, p->hard);
    seal_put(q, HOPES_PLACE("path.words", goal, me),
             *p->words ? p->words : NULL);
    return db_end_one(q);
}

/* --- ways --- */

bool ways_of(struct ctx *cx, struct person_id whose, int64_t goal,
             struct ways *out)
{
    *out = (struct ways){0};
    if (!goal_may(cx, MAY_SEE, whose, goal))
        return false;
    struct query *q = db_sql(
        cx, "SELECT w.id, w.words, w.source, w.by_peer, p.first, w.pick"
            " FROM hopes_way w LEFT JOIN people_person p ON p.id = w.by_peer"
            " WHERE w.goal = $1 AND w.person = $2 ORDER BY w.id");
    db_put_int(q, goal);
    db_put_int(q, whose.v);
    while (db_row(q)) {
        struct way *w = LIST_PUSH(cx->mem, out);
        w->id = db_get_int(q);
        w->words = seal_get(q, HOPES_PLACE("way.words", w->id, whose));
        w->source = (enum way_source)db_get_int(q);
        const struct person_id by = {db_get_int(q)};
        w->by = person_first_get(q, by);
        w->pick = (enum way_pick)db_get_int(q);
    }
    return db_end(q);
}

static bool check_room(struct ctx *cx, int64_t goal)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM hopes_way WHERE goal = $1");

    db_put_int(q, goal);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < WAYS_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are %d ways here. That is a lot.", WAYS_MAX);
}

static bool insert(struct ctx *cx, struct about what, const struct way *w,
                   int64_t shelf)
{
    const int64_t id = db_new_id(cx);

    if (!check_room(cx, what.thing))
        return false;
    struct query *q = db_sql(
        cx, "INSERT INTO hopes_way (id, person, goal, words, source, shelf,"
            " by_peer, pick) SELECT $1, person, id, $3, $4, NULLIF($5, 0),"
            " NULLIF($6, 0), 0 FROM hopes_goal WHERE id = $7 AND person = $2"
            " RETURNING id");
    db_put_int(q, id);
    db_put_int(q, what.person.v);
    seal_put(q, HOPES_PLACE("way.words", id, what.person), w->words);
    db_put_int(q, w->source);
    db_put_int(q, shelf);
    db_put_int(q, w->source == WAY_PEERS ? cx->actor->person.v : 0);
    db_put_int(q, what.thing);
    return db_end_one(q);
}

bool way_add(struct ctx *cx, struct person_id whose, int64_t goal,
             const char *words)
{
    const struct about what = goal_about(whose, goal);
    const bool hers = is_herself(cx, whose);
    const struct way w = {.words = words,
                          .source = hers ? WAY_HERS : WAY_PEERS};

    if (!goal_may(cx, MAY_CHANGE, whose, goal))
        return false;
    if (!hers && cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return goal_words_fit(cx, "way", words) && insert(cx, what, &w, 0);
}

bool way_copy(struct ctx *cx, int64_t goal, int64_t shelf)
{
    struct shelf_ways all;
    struct goal g;

    if (!goal_is_mine(cx, goal) ||
        !goal_get(cx, MAY_SEE, cx->actor->person, goal, &g) ||
        !way_shelf(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == shelf)
            return insert(
                cx, goal_about(g.person, goal),
                &(struct way){.words = all.at[i].words, .source = WAY_SHELF},
                shelf);
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool put_pick(struct ctx *cx, int64_t goal, const struct picked *p)
{
    struct query *q = db_sql(cx, "UPDATE hopes_way SET pick = $1 WHERE id = $2"
                                 " AND goal = $3 AND person = $4 RETURNING id");

    db_put_int(q, p->pick);
    db_put_int(q, p->way);
    db_put_int(q, goal);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

/* What she chose before stays chosen: its hope is there. */
static bool take(struct ctx *cx, const struct goal *g, const struct way *w,
                 const struct picked *p, int64_t *made)
{
    if (w->pick == WAY_CHOSEN)
        return true;
    if (p->pick == WAY_CHOSEN && !goal_branch(cx, g, w->words, made))
        return false;
    return put_pick(cx, g->id, p);
}

static const struct way *way_of(const struct ways *all, int64_t id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id == id)
            return &all->at[i];
    return NULL;
}

bool way_pick(struct ctx *cx, int64_t goal, const struct picks *picks,
              int64_t *made)
{
    struct goal g;
    struct ways all;

    *made = 0;
    if (!goal_is_mine(cx, goal) ||
        !goal_get(cx, MAY_CHANGE, cx->actor->person, goal, &g) ||
        !ways_of(cx, g.person, goal, &all))
        return false;
    for (size_t i = 0; i < picks->n; i++) {
        const struct picked *p = &picks->at[i];
        const struct way *w = way_of(&all, p->way);
        if (!w || p->pick < WAY_OPEN || p->pick >= WAY_PICKS)
            return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
        if (p->pick == WAY_CHOSEN && all.n < WAYS_LEAST)
            return fail(cx, ERR_INVALID, "way",
                        "Find at least %d ways first. Then choose.",
                        WAYS_LEAST);
        if (!take(cx, &g, w, p, made))
            return false;
    }
    return !*made || goal_went_on(cx, goal);
}

/* --- the shelf --- */

static void read_shelf(struct query *q, struct shelf_way *w)
{
    w->id = db_get_int(q);
    const struct person_id by = {db_get_int(q)};
    w->area = (enum life_area)db_get_int(q);
    w->words = seal_get(q, HOPES_PLACE("shelf.words", w->id, by));
    w->who = person_first_get(q, by);
    w->mine = person_same(by, db_ctx(q)->actor->person);
}

bool way_shelf(struct ctx *cx, struct shelf_ways *out)
{
    struct query *q = db_sql(
        cx, "SELECT s.id, s.person, s.area, s.words, p.first FROM hopes_shelf s"
            " JOIN people_person p ON p.id = s.person WHERE s.program = $1"
            " ORDER BY s.area, s.id LIMIT $2");

    *out = (struct shelf_ways){0};
    db_put_int(q, cx->actor->program);
    db_put_int(q, SHELF_MAX);
    while (db_row(q))
        read_shelf(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool way_shelf_for(struct ctx *cx, const struct goal *g, struct shelf_ways *out)
{
    struct query *q = db_sql(
        cx, "SELECT s.id, s.person, s.area, s.words, p.first FROM hopes_shelf s"
            " JOIN people_person p ON p.id = s.person WHERE s.program = $1"
            " AND NOT EXISTS (SELECT 1 FROM hopes_way w WHERE w.goal = $2"
            " AND w.shelf = s.id) AND (s.area = $3 OR s.area = 0"
            " OR CAST($3 AS BIGINT) = 0) ORDER BY s.area DESC, s.id LIMIT $4");

    *out = (struct shelf_ways){0};
    db_put_int(q, cx->actor->program);
    db_put_int(q, g->id);
    db_put_int(q, g->area);
    db_put_int(q, SHELF_SHOWN);
    while (db_row(q))
        read_shelf(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

/* One of our own people is named in it: each word without marks. */
static bool check_nobody(struct ctx *cx, const char *words)
{
    const char *part[GOAL_WORDS_MAX];
    size_t n = 0;
    bool named = false;
    char *at = arena_dup(cx->mem, text_plain(cx->mem, words)), *left = NULL;

    for (char *w = strtok_r(at, " .,;:!?()'\"\n", &left);
         w && n < GOAL_WORDS_MAX; w = strtok_r(NULL, " .,;:!?()'\"\n", &left))
        part[n++] = w;
    if (!person_is_named(cx, cx->actor->program, part, n, &named))
        return false;
    return !named || fail(cx, ERR_INVALID, "words",
                          "A name is in it. The shelf is for all, so please "
                          "write it without.");
}

static bool check_shelf_room(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM hopes_shelf WHERE program = $1");

    db_put_int(q, cx->actor->program);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < SHELF_MAX || fail(cx, ERR_CONFLICT, NULL,
                                 "The shelf is full. Take one down first.");
}

bool way_shelve(struct ctx *cx, const char *words, enum life_area area)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!goal_words_fit(cx, "words", words) || !check_nobody(cx, words) ||
        !check_shelf_room(cx))
        return false;
    if (area < AREA_UNSAID || area >= AREAS)
        return fail(cx, ERR_INVALID, "area", "Please choose one.");
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_shelf (id, person, program, area, words)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, area);
    seal_put(q, HOPES_PLACE("shelf.words", id, cx->actor->person), words);
    return db_end(q);
}

bool way_unshelve(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "DELETE FROM hopes_shelf WHERE id = $1 AND program = $2"
                   " AND (person = $3 OR CAST($4 AS BIGINT) = 1) RETURNING id");

    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->role == ROLE_SUPERVISOR);
    return db_end_one(q);
}
