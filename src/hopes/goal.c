#include "hopes/goal.h"

#include <string.h>

#include "hopes/hopes_int.h"
#include "sharing/permission.h"

enum { LIVE = 1U << GOAL_ALIVE | 1U << GOAL_ASLEEP | 1U << GOAL_KEPT };

const char *area_says(enum life_area a)
{
    static const char *const says[AREAS] = {
        [AREA_UNSAID] = N_("None of these"),
        [AREA_WORK] = N_("Work"),
        [AREA_SCHOOL] = N_("School and learning"),
        [AREA_PEOPLE] = N_("Friends and company"),
        [AREA_FAMILY] = N_("Family"),
        [AREA_COURT] = N_("Court and police"),
        [AREA_HEALTH] = N_("Body and health"),
        [AREA_HOME] = N_("A home"),
    };

    return says[a];
}

bool goal_words_fit(struct ctx *cx, const char *field, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, field, "Please write a few words.");
    return text_fits(cx, field, words, GOAL_WORDS_MAX);
}

bool wish_fits(struct ctx *cx, const char *field, struct wish *as)
{
    if (!*as->words)
        as->words = lang_text(cx->lang, picture_says(as->picture));
    return goal_words_fit(cx, field, as->words);
}

bool goal_is_mine(struct ctx *cx, int64_t id)
{
    if (!is_herself(cx, cx->actor->person))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, MAY_CHANGE, goal_about(cx->actor->person, id));
}

bool goal_may(struct ctx *cx, enum verb verb, struct person_id whose,
              int64_t goal)
{
    bool walks = is_herself(cx, whose);

    if (!walks && !peer_walks_with(cx, cx->actor->person, whose, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, verb, goal_about(whose, goal));
}

/* --- read --- */

static enum picture read_picture(struct query *q, struct place at)
{
    return picture_named(seal_get(q, at));
}

static void put_picture(struct query *q, struct place at, enum picture p)
{
    seal_put(q, at, p == PICTURE_NONE ? NULL : picture_name(p));
}

static void read_goal(struct query *q, struct goal *g)
{
    const struct date today = day_of(db_ctx(q)->now);

    g->id = db_get_int(q);
    g->person.v = db_get_int(q);
    g->parent = db_get_int(q);
    g->theme = db_get_int(q);
    g->words = seal_get(q, HOPES_PLACE("goal.words", g->id, g->person));
    g->picture = read_picture(q, HOPES_PLACE("goal.picture", g->id, g->person));
    g->payer = seal_get(q, HOPES_PLACE("goal.payer", g->id, g->person));
    const struct person_id payer_by = {db_get_int(q)};
    g->state = (enum goal_state)db_get_int(q);
    g->since = db_get_time(q);
    g->keeper.v = db_get_int(q);
    g->ask_on = db_get_date(q);
    g->review_on = db_get_date(q);
    g->heart = seal_get(q, HOPES_PLACE("theme.words", g->theme, g->person));
    g->area = (enum life_area)db_get_int(q);
    g->keeper_name = person_first_get(q, g->keeper);
    g->payer_by = person_first_get(q, payer_by);
    g->last = db_get_date(q);
    g->due = g->state == GOAL_KEPT && g->ask_on.days <= today.days;
    g->talk = date_is_set(g->review_on) && g->review_on.days <= today.days;
}

/* Whoever keeps one for her keeps it while they may see it: asked at each
 * reading of hers. */
static bool check_keeper(struct ctx *cx, struct goal *g)
{
    struct persons seers;
    bool walks = false;

    if (g->state != GOAL_KEPT || !is_herself(cx, g->person))
        return true;
    if (!goal_seers(cx, g->id, &seers) ||
        !peer_walks_with(cx, g->keeper, g->person, &walks))
        return false;
    if (!walks || !persons_have(&seers, g->keeper))
        g->keeper_name = "";
    return true;
}

static bool read_one(struct ctx *cx, struct person_id whose, int64_t id,
                     struct goal *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, person, parent, theme, words, picture, payer, payer_by,"
            " state, since, kept_by, ask_on, review_on, theme_words, area,"
            " keeper, payer_name, last_day FROM hopes_seen"
            " WHERE id = $1 AND person = $2");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    *out = (struct goal){.words = ""};
    if (db_row(q))
        read_goal(q, out);
    if (!db_end(q))
        return false;
    if (!out->id)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return check_keeper(cx, out);
}

bool goal_get(struct ctx *cx, enum verb verb, struct person_id whose,
              int64_t id, struct goal *out)
{
    return goal_may(cx, verb, whose, id) && read_one(cx, whose, id, out);
}

bool goal_list(struct ctx *cx, unsigned states, int64_t before, size_t most,
               struct goals *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct goals){0};
    if (!may(cx, MAY_SEE, goal_about(me, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT id, person, parent, theme, words, picture, payer, payer_by,"
            " state, since, kept_by, ask_on, review_on, theme_words, area,"
            " keeper, payer_name, last_day FROM hopes_seen"
            " WHERE person = $1 AND ((CAST($2 AS BIGINT) >> CAST(state AS "
            "INTEGER)) & 1) = 1"
            " AND id < $3 ORDER BY id DESC LIMIT $4");
    db_put_int(q, me.v);
    db_put_int(q, states);
    db_put_int(q, before ? before : INT64_MAX);
    db_put_int(q, (int64_t)most);
    while (db_row(q))
        read_goal(q, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!check_keeper(cx, &out->at[i]))
            return false;
    return true;
}

bool goal_due(struct ctx *cx, struct goals *out)
{
    struct goals kept;

    *out = (struct goals){0};
    if (!goal_list(cx, 1U << GOAL_KEPT, 0, GOALS_LIVE_MAX, &kept))
        return false;
    for (size_t i = 0; i < kept.n; i++)
        if (kept.at[i].due)
            *LIST_PUSH(cx->mem, out) = kept.at[i];
    return true;
}

bool goal_asks(struct ctx *cx, bool *yes)
{
    const struct person_id me = cx->actor->person;

    *yes = false;
    if (!may(cx, MAY_SEE, goal_about(me, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT 1 FROM hopes_goal WHERE person = $1 AND state = $2"
            " AND ask_on <= $3 UNION ALL SELECT 1 FROM hopes_move m"
            " JOIN hopes_goal g ON g.id = m.goal AND g.state <> $2"
            " WHERE m.person = $1 AND m.agreed IS NULL AND m.away IS NULL"
            " UNION ALL SELECT 1 FROM hopes_typed t"
            " LEFT JOIN hopes_goal g ON g.id = t.goal WHERE t.person = $1"
            " AND t.by_peer IS NOT NULL"
            " AND (g.state IS NULL OR g.state <> $2) LIMIT 1");
    db_put_int(q, me.v);
    db_put_int(q, GOAL_KEPT);
    db_put_date(q, day_of(cx->now));
    *yes = db_row(q);
    return db_end(q);
}

/* --- made, said, ended --- */

static bool check_room(struct ctx *cx)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(*) FROM hopes_goal WHERE person = $1"
            " AND ((CAST($2 AS BIGINT) >> CAST(state AS INTEGER)) & 1) = 1");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, LIVE);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < GOALS_LIVE_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "You have %d hopes here. Let one rest first.", GOALS_LIVE_MAX);
}

/* from NULL: the first of its line. */
static bool insert(struct ctx *cx, const struct goal *from, struct wish as,
                   int64_t *id)
{
    const struct person_id me = cx->actor->person;

    if (!wish_fits(cx, "words", &as) || !check_room(cx))
        return false;
    *id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO hopes_goal (id, person, parent, theme, words, picture,"
            " state, since, made, day) VALUES ($1, $2, NULLIF($3, 0),"
            " NULLIF($4, 0), $5, $6, $7, $8, $8, $9)");
    db_put_int(q, *id);
    db_put_int(q, me.v);
    db_put_int(q, from ? from->id : 0);
    db_put_int(q, from ? from->theme : 0);
    seal_put(q, HOPES_PLACE("goal.words", *id, me), as.words);
    put_picture(q, HOPES_PLACE("goal.picture", *id, me), as.picture);
    db_put_int(q, GOAL_ALIVE);
    db_put_time(q, cx->now);
    db_put_date(q, day_of(cx->now));
    return db_end(q);
}

bool goal_add(struct ctx *cx, struct wish as, int64_t *id)
{
    return goal_is_mine(cx, 0) && insert(cx, NULL, as, id);
}

bool goal_branch(struct ctx *cx, const struct goal *from, const char *words,
                 int64_t *id)
{
    return goal_is_mine(cx, from->id) &&
           insert(cx, from, (struct wish){words, from->picture}, id);
}

static bool keep_wording(struct ctx *cx, const struct goal *g)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(cx, "INSERT INTO hopes_words (id, person, goal,"
                                 " words, picture, until)"
                                 " VALUES ($1, $2, $3, $4, $5, $6)");

    db_put_int(q, id);
    db_put_int(q, g->person.v);
    db_put_int(q, g->id);
    seal_put(q, HOPES_PLACE("words.words", id, g->person), g->words);
    put_picture(q, HOPES_PLACE("words.picture", id, g->person), g->picture);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool goal_rename(struct ctx *cx, int64_t id, struct wish as)
{
    const struct person_id me = cx->actor->person;
    struct goal g;

    if (!goal_is_mine(cx, id) || !wish_fits(cx, "words", &as) ||
        !read_one(cx, me, id, &g))
        return false;
    if (strcmp(g.words, as.words) == 0 && g.picture == as.picture)
        return true;
    if (!keep_wording(cx, &g))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE hopes_goal SET words = $1, picture = $2"
                   " WHERE id = $3 AND person = $4 RETURNING id");
    seal_put(q, HOPES_PLACE("goal.words", id, me), as.words);
    put_picture(q, HOPES_PLACE("goal.picture", id, me), as.picture);
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

bool goal_before(struct ctx *cx, int64_t id, struct wordings *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct wordings){0};
    if (!may(cx, MAY_SEE, goal_about(me, id)))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, words, picture, until FROM hopes_words"
                   " WHERE goal = $1 AND person = $2 ORDER BY id DESC"
                   " LIMIT $3");
    db_put_int(q, id);
    db_put_int(q, me.v);
    db_put_int(q, GOALS_PAGE);
    while (db_row(q)) {
        struct wording *w = LIST_PUSH(cx->mem, out);
        const int64_t row = db_get_int(q);
        w->as.words = seal_get(q, HOPES_PLACE("words.words", row, me));
        w->as.picture = read_picture(q, HOPES_PLACE("words.picture", row, me));
        w->until = db_get_time(q);
    }
    return db_end(q);
}

static bool put_state(struct ctx *cx, int64_t id, enum goal_state to,
                      struct person_id keeper, struct date ask_on)
{
    struct query *q = db_sql(cx, "UPDATE hopes_goal SET state = $1, since = $2,"
                                 " kept_by = NULLIF($3, 0), ask_on = $4"
                                 " WHERE id = $5 AND person = $6 RETURNING id");

    db_put_int(q, to);
    db_put_time(q, cx->now);
    db_put_int(q, keeper.v);
    db_put_date(q, ask_on);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool goal_move(struct ctx *cx, int64_t id, enum goal_state to)
{
    const bool rests = to == GOAL_LET_GO || to == GOAL_DONE;
    struct goal g;

    if (!goal_is_mine(cx, id) || !read_one(cx, cx->actor->person, id, &g))
        return false;
    if (!rests && to != GOAL_ALIVE && to != GOAL_ASLEEP)
        return fail(cx, ERR_INVALID, "act", "Please choose one.");
    if (!rests && !((LIVE >> g.state) & 1U) && !check_room(cx))
        return false;
    return put_state(cx, id, to, (struct person_id){0}, DATE_NONE);
}

bool goal_went_on(struct ctx *cx, int64_t id)
{
    return goal_is_mine(cx, id) &&
           put_state(cx, id, GOAL_WENT_ON, (struct person_id){0}, DATE_NONE);
}

bool goal_review(struct ctx *cx, int64_t id, struct date on)
{
    if (!goal_is_mine(cx, id))
        return false;
    if (date_is_set(on) && on.days <= day_of(cx->now).days)
        return fail(cx, ERR_INVALID, "review_on",
                    "Please choose a day to come.");
    struct query *q = db_sql(cx, "UPDATE hopes_goal SET review_on = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_date(q, on);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

/* --- who sees it --- */

static bool check_peer(struct ctx *cx, struct person_id peer)
{
    bool walks = false;

    if (!peer_walks_with(cx, peer, cx->actor->person, &walks))
        return false;
    return walks || fail(cx, ERR_INVALID, "peer",
                         "Please choose a peer who walks with you.");
}

bool goal_seers(struct ctx *cx, int64_t id, struct persons *out)
{
    struct permissions all;

    *out = (struct persons){0};
    if (!permission_list_about(cx, goal_about(cx->actor->person, id), &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (permission_is_valid(cx, &all.at[i]) &&
            !persons_have(out, all.at[i].to))
            *LIST_PUSH(cx->mem, out) =
                (struct person){.id = all.at[i].to, .first = all.at[i].name};
    return true;
}

static bool let_see(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct permission p = {.what = goal_about(cx->actor->person, id),
                           .to = peer,
                           .purpose =
                               lang_text(cx->lang, N_("what I hope for")),
                           .until = TIME_NONE};
    struct persons seers;

    if (!goal_seers(cx, id, &seers))
        return false;
    return persons_have(&seers, peer) || permission_give(cx, &p);
}

bool goal_open(struct ctx *cx, int64_t id, struct person_id peer)
{
    struct goal g;

    if (!goal_is_mine(cx, id) || !read_one(cx, cx->actor->person, id, &g))
        return false;
    if (!peer.v)
        return permission_end_thing(cx, goal_about(g.person, id));
    return check_peer(cx, peer) && let_see(cx, id, peer);
}

bool goal_keep(struct ctx *cx, int64_t id, struct person_id peer,
               struct date ask_on)
{
    struct goal g;

    if (!goal_is_mine(cx, id) || !read_one(cx, cx->actor->person, id, &g) ||
        !check_peer(cx, peer))
        return false;
    if (!date_is_set(ask_on) || ask_on.days <= day_of(cx->now).days)
        return fail(cx, ERR_INVALID, "ask_on", "Please choose a day to come.");
    if (!((LIVE >> g.state) & 1U) && !check_room(cx))
        return false;
    return let_see(cx, id, peer) && put_state(cx, id, GOAL_KEPT, peer, ask_on);
}

/* --- its heart --- */

static bool theme_put(struct ctx *cx, int64_t theme, const char *heart,
                      enum life_area area)
{
    struct query *q =
        db_sql(cx, "INSERT INTO hopes_theme (id, person, words, area)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE"
                   " SET words = excluded.words, area = excluded.area");

    db_put_int(q, theme);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, HOPES_PLACE("theme.words", theme, cx->actor->person), heart);
    db_put_int(q, area);
    return db_end(q);
}

bool goal_heart(struct ctx *cx, int64_t id, const char *heart,
                enum life_area area)
{
    struct goal g;

    if (!goal_is_mine(cx, id) || !goal_words_fit(cx, "heart", heart) ||
        !read_one(cx, cx->actor->person, id, &g))
        return false;
    if (g.theme)
        return theme_put(cx, g.theme, heart, area);
    g.theme = db_new_id(cx);
    if (!theme_put(cx, g.theme, heart, area))
        return false;
    struct query *q = db_sql(cx, "UPDATE hopes_goal SET theme = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_int(q, g.theme);
    db_put_int(q, id);
    db_put_int(q, g.person.v);
    return db_end_one(q);
}

/* --- a peer's --- */

static bool opened(struct ctx *cx, struct person_id whose,
                   struct permissions *out)
{
    struct permissions all;

    *out = (struct permissions){0};
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!permission_to_me(cx, TOPIC_GOAL, &all))
        return false;
    for (size_t i = 0; i < all.n && out->n < GOALS_NEAR_MAX; i++) {
        bool yes = false;
        if (!person_same(all.at[i].what.person, whose))
            continue;
        if (!may_know(cx, MAY_SEE, all.at[i].what, &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}

bool goal_count_near(struct ctx *cx, struct person_id whose, int *n)
{
    struct permissions all;

    *n = 0;
    if (!opened(cx, whose, &all))
        return false;
    *n = (int)all.n;
    return true;
}

bool goal_list_near(struct ctx *cx, struct person_id whose, struct goals *out)
{
    struct permissions all;

    *out = (struct goals){0};
    if (!opened(cx, whose, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!goal_get(cx, MAY_SEE, whose, all.at[i].what.thing,
                      LIST_PUSH(cx->mem, out)))
            return false;
    return true;
}

bool goal_list_kept(struct ctx *cx, struct goals *out)
{
    struct goals all = {0};
    struct query *q =
        db_sql(cx, "SELECT id, person FROM hopes_goal WHERE kept_by = $1"
                   " AND state = $2 AND ask_on <= $3 ORDER BY ask_on, id"
                   " LIMIT $4");

    *out = (struct goals){0};
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, GOAL_KEPT);
    db_put_date(q, day_of(cx->now));
    db_put_int(q, GOALS_NEAR_MAX);
    while (db_row(q)) {
        struct goal *g = LIST_PUSH(cx->mem, &all);
        g->id = db_get_int(q);
        g->person.v = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct goal *g = &all.at[i];
        bool yes = false, walks = false;
        if (!may_know(cx, MAY_SEE, goal_about(g->person, g->id), &yes) ||
            !peer_walks_with(cx, cx->actor->person, g->person, &walks))
            return false;
        if (yes && walks)
            *LIST_PUSH(cx->mem, out) = *g;
    }
    return true;
}

bool goal_payer(struct ctx *cx, struct person_id whose, int64_t id,
                const char *words)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!goal_may(cx, MAY_CHANGE, whose, id) ||
        (*words && !goal_words_fit(cx, "payer", words)))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE hopes_goal SET payer = $1, payer_by = $2"
                   " WHERE id = $3 AND person = $4 RETURNING id");
    seal_put(q, HOPES_PLACE("goal.payer", id, whose), *words ? words : NULL);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    return db_end_one(q);
}
