#include "hopes/move.h"

#include "hopes/hopes_int.h"

const char *size_says(enum move_size s)
{
    static const char *const says[MOVE_SIZES] = {"", N_("Small"), N_("Big"),
                                                 N_("Huge")};

    return says[s];
}

const char *mile_says(enum mile_sort s)
{
    static const char *const says[MILES] = {
        [MILE_WORK] = N_("Began to work"),
        [MILE_SCHOOL] = N_("Went back to school"),
        [MILE_FAMILY] = N_("Together with family again"),
        [MILE_KEPT] = N_("Went to the visits I wanted"),
        [MILE_SMOKING] = N_("Smoke less"),
        [MILE_HOME] = N_("A home of my own"),
    };

    return says[s];
}

static bool fits(struct ctx *cx, const char *field, const char *words,
                 bool needed)
{
    if (!*words)
        return !needed ||
               fail(cx, ERR_INVALID, field, "Please write a few words.");
    return text_fits(cx, field, words, MOVE_WORDS_MAX);
}

static bool check(struct ctx *cx, const struct move *m)
{
    if (!fits(cx, "before", m->before, m->kind == MOVE_SHIFT) ||
        !fits(cx, "words", m->words, m->kind != MOVE_MILE))
        return false;
    if (m->size < SIZE_UNSAID || m->size >= MOVE_SIZES)
        return fail(cx, ERR_INVALID, "size", "Please choose one.");
    if (m->years < 0 || m->years > MOVE_YEARS_MAX)
        return fail(cx, ERR_INVALID, "years",
                    "Please write a number of years, up to %d.",
                    MOVE_YEARS_MAX);
    if (m->sort < MILE_WORK || m->sort >= MILES)
        return fail(cx, ERR_INVALID, "sort", "Please choose one.");
    return (date_is_set(m->day) && m->day.days <= day_of(cx->now).days) ||
           fail(cx, ERR_INVALID, "day", "Please choose today or a day before.");
}

/* A peer who noticed many things waits for her before he notices more. */
static bool check_few(struct ctx *cx, struct person_id whose)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM hopes_move"
                                 " WHERE person = $1 AND agreed IS NULL"
                                 " AND away IS NULL AND by_peer = $2");

    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < MOVES_WAIT_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "%d things you noticed wait for an answer. Talk about those "
                "first.",
                MOVES_WAIT_MAX);
}

bool goal_is_shown(struct ctx *cx, struct person_id whose, int64_t goal)
{
    struct goal g;

    return goal_get(cx, MAY_SEE, whose, goal, &g) &&
           (g.state != GOAL_KEPT ||
            fail(cx, ERR_CONFLICT, NULL,
                 "It is kept until its day. You can note it then."));
}

static bool insert(struct ctx *cx, struct person_id whose, const struct move *m)
{
    const bool hers = is_herself(cx, whose);
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_move (id, person, goal, kind, day, words,"
                   " before, size, years, sort, counts, by_peer, agreed)"
                   " SELECT $1, person, id, $3, $4, $5, $6, $7, $8, $9, $10,"
                   " NULLIF($11, 0), $12 FROM hopes_goal WHERE id = $13"
                   " AND person = $2 RETURNING id");

    db_put_int(q, m->id);
    db_put_int(q, whose.v);
    db_put_int(q, m->kind);
    db_put_date(q, m->day);
    seal_put(q, HOPES_PLACE("move.words", m->id, whose), m->words);
    seal_put(q, HOPES_PLACE("move.before", m->id, whose),
             m->kind == MOVE_SHIFT ? m->before : NULL);
    db_put_int(q, m->size);
    db_put_int(q, m->years);
    db_put_int(q, m->sort);
    db_put_int(q, hers && m->counts);
    db_put_int(q, hers ? 0 : cx->actor->person.v);
    db_put_time(q, hers ? cx->now : TIME_NONE);
    db_put_int(q, m->goal);
    return db_end_one(q);
}

bool move_add(struct ctx *cx, struct person_id whose, struct move *m)
{
    if (!goal_may(cx, MAY_CHANGE, whose, m->goal))
        return false;
    const bool hers = is_herself(cx, whose);
    if (!hers && (cx->actor->role != ROLE_PEER || m->kind == MOVE_MILE))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!check(cx, m) || (!hers && (!goal_is_shown(cx, whose, m->goal) ||
                                    !check_few(cx, whose))))
        return false;
    m->id = db_new_id(cx);
    return insert(cx, whose, m);
}

bool move_agree(struct ctx *cx, int64_t id, const struct move *as)
{
    const struct person_id me = cx->actor->person;
    struct move m;

    if (!goal_is_mine(cx, 0) || !move_get(cx, id, &m))
        return false;
    if (!m.waits)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    m.words = as->words;
    m.before = as->before;
    m.size = as->size;
    m.years = as->years;
    if (!check(cx, &m))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE hopes_move SET words = $1, before = $2, size = $3,"
                   " years = $4, agreed = $5 WHERE id = $6 AND person = $7"
                   " AND agreed IS NULL AND away IS NULL RETURNING id");
    seal_put(q, HOPES_PLACE("move.words", id, me), m.words);
    seal_put(q, HOPES_PLACE("move.before", id, me),
             m.kind == MOVE_SHIFT ? m.before : NULL);
    db_put_int(q, m.size);
    db_put_int(q, m.years);
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

bool move_away(struct ctx *cx, int64_t id, bool away)
{
    if (!goal_is_mine(cx, 0))
        return false;
    struct query *q = db_sql(cx, "UPDATE hopes_move SET away = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_time(q, away ? cx->now : TIME_NONE);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool move_counts(struct ctx *cx, int64_t id, bool counts)
{
    if (!goal_is_mine(cx, 0))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE hopes_move SET counts = $1 WHERE id = $2"
                   " AND person = $3 AND kind = $4 RETURNING id");
    db_put_int(q, counts);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, MOVE_MILE);
    return db_end_one(q);
}

/* --- read --- */

static void read_move(struct query *q, struct person_id whose, struct move *m)
{
    m->id = db_get_int(q);
    m->goal = db_get_int(q);
    m->kind = (enum move_kind)db_get_int(q);
    m->day = db_get_date(q);
    m->words = seal_get(q, HOPES_PLACE("move.words", m->id, whose));
    m->before = seal_get(q, HOPES_PLACE("move.before", m->id, whose));
    m->size = (enum move_size)db_get_int(q);
    m->years = (int)db_get_int(q);
    m->sort = (enum mile_sort)db_get_int(q);
    m->counts = db_get_bool(q);
    m->by.v = db_get_int(q);
    m->by_name = person_first_get(q, m->by);
    m->waits = db_get_time(q) == TIME_NONE;
    m->away = db_get_time(q) != TIME_NONE;
}

bool move_get(struct ctx *cx, int64_t id, struct move *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct move){0};
    if (!may(cx, MAY_SEE, goal_about(me, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.goal, m.kind, m.day, m.words, m.before, m.size,"
            " m.years, m.sort, m.counts, m.by_peer, p.first, m.agreed, m.away"
            " FROM hopes_move m LEFT JOIN people_person p ON p.id = m.by_peer"
            " WHERE m.id = $1 AND m.person = $2");
    db_put_int(q, id);
    db_put_int(q, me.v);
    if (db_row(q))
        read_move(q, me, out);
    if (!db_end(q))
        return false;
    return out->id || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool move_list_waiting(struct ctx *cx, struct moves *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct moves){0};
    if (!may(cx, MAY_SEE, goal_about(me, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.goal, m.kind, m.day, m.words, m.before, m.size,"
            " m.years, m.sort, m.counts, m.by_peer, p.first, m.agreed, m.away"
            " FROM hopes_move m LEFT JOIN people_person p ON p.id = m.by_peer"
            " JOIN hopes_goal g ON g.id = m.goal AND g.state <> $3"
            " WHERE m.person = $1 AND m.agreed IS NULL AND m.away IS NULL"
            " ORDER BY m.id LIMIT $2");
    db_put_int(q, me.v);
    db_put_int(q, MOVES_PAGE);
    db_put_int(q, GOAL_KEPT);
    while (db_row(q))
        read_move(q, me, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool move_list(struct ctx *cx, struct person_id whose, int64_t goal,
               struct moves *out, bool *more)
{
    *out = (struct moves){0};
    *more = false;
    if (!goal_may(cx, MAY_SEE, whose, goal))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.goal, m.kind, m.day, m.words, m.before, m.size,"
            " m.years, m.sort, m.counts, m.by_peer, p.first, m.agreed, m.away"
            " FROM hopes_move m LEFT JOIN people_person p ON p.id = m.by_peer"
            " WHERE m.goal = $1 AND m.person = $2 AND m.away IS NULL"
            " AND (m.agreed IS NOT NULL OR m.by_peer = $3)"
            " ORDER BY m.day DESC, m.id DESC LIMIT $4");
    db_put_int(q, goal);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, MOVES_PAGE + 1);
    while (db_row(q))
        if (out->n < MOVES_PAGE)
            read_move(q, whose, LIST_PUSH(cx->mem, out));
        else
            *more = true;
    return db_end(q);
}

bool move_list_miles(struct ctx *cx, int64_t goal, struct moves *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct moves){0};
    if (!may(cx, MAY_SEE, goal_about(me, goal)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, m.goal, m.kind, m.day, m.words, m.before, m.size,"
            " m.years, m.sort, m.counts, m.by_peer, p.first, m.agreed, m.away"
            " FROM hopes_move m LEFT JOIN people_person p ON p.id = m.by_peer"
            " WHERE m.goal = $1 AND m.person = $2 AND m.kind = $3"
            " AND m.away IS NULL ORDER BY m.day DESC, m.id DESC LIMIT $4");
    db_put_int(q, goal);
    db_put_int(q, me.v);
    db_put_int(q, MOVE_MILE);
    db_put_int(q, MOVES_PAGE);
    while (db_row(q))
        read_move(q, me, LIST_PUSH(cx->mem, out));
    return db_end(q);
}
