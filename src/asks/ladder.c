#include "asks/ladder.h"

#include "db/db.h"
#include "said/reply.h"
#include "sharing/permission.h"

static bool read_stands(struct ctx *cx, struct ladder *l)
{
    struct holders h;

    if (!holders_read(cx, cx->actor->program, &h))
        return false;
    for (int i = 0; i < ASK_STEPS; i++) {
        struct rung *r = &l->at[i];
        struct person p = {.first = ""};
        if (h.at[i].v && !person_get(cx, h.at[i], &p))
            return false;
        r->stands = h.at[i];
        r->stands_name = p.first;
    }
    return true;
}

bool ladder_new(struct ctx *cx, struct ladder *out)
{
    for (int i = 0; i < ASK_STEPS; i++)
        out->at[i] =
            (struct rung){.when = WHEN_LATER, .since = TIME_NONE, .name = ""};
    return read_stands(cx, out);
}

/* By the clock, at this second. What she ended on "Who can see what" is over
 * here too. */
static enum ask_when when_of(bool chosen, int64_t since, int64_t now)
{
    if (!chosen)
        return WHEN_NEVER;
    if (since == TIME_NONE)
        return WHEN_LATER;
    return since <= now ? WHEN_NOW : WHEN_DAY;
}

static bool read_names(struct ctx *cx, struct person_id whose, struct ladder *l)
{
    for (int i = 0; i < ASK_STEPS; i++)
        if (l->at[i].has.v &&
            !reader_name(cx, whose, l->at[i].has.v, &l->at[i].name))
            return false;
    return true;
}

bool ladder_read(struct ctx *cx, const struct said *ask, struct ladder *out)
{
    if (!ladder_new(cx, out))
        return false;
    struct query *q = db_sql(
        cx, "SELECT s.step, s.chosen, CASE WHEN EXISTS (SELECT 1 FROM"
            " sharing_permission p WHERE p.person = s.person"
            " AND p.reader = s.holder AND p.topic = $3 AND p.thing = s.thing"
            " AND p.ended IS NULL) THEN s.since END, s.holder,"
            " CASE WHEN EXISTS (SELECT 1 FROM said_reply r"
            " WHERE r.thing = s.thing AND r.author = s.holder)"
            " THEN 1 ELSE 0 END FROM asks_step s WHERE s.thing = $1 AND "
            "s.person = $2");
    db_put_int(q, ask->id.v);
    db_put_int(q, ask->person.v);
    db_put_int(q, TOPIC_ASK);
    while (db_row(q)) {
        const int64_t step = db_get_int(q);
        const bool chosen = db_get_bool(q);
        const int64_t since = db_get_time(q), has = db_get_int(q);
        const bool answered = db_get_bool(q);
        if (step >= ASK_STEPS)
            continue;
        out->at[step].when = when_of(chosen, since, cx->now);
        out->at[step].since = since;
        out->at[step].has.v = since == TIME_NONE ? 0 : has;
        out->at[step].answered = since != TIME_NONE && answered;
    }
    return db_end(q) && read_names(cx, ask->person, out);
}

/* --- choosing --- */

/* The day that stood in the field already is not one she typed. */
static bool day_is_typed(const struct rung *r, struct date day)
{
    return date_is_set(day) &&
           (r->when != WHEN_DAY || day_of(r->since).days != day.days);
}

bool ladder_check(struct ctx *cx, const struct ladder *l, struct ladder_wish *w)
{
    for (int i = 0; i < ASK_STEPS; i++) {
        const char *field = arena_fmt(cx->mem, "day-%d", i);
        const bool typed = day_is_typed(&l->at[i], w->day[i]);
        if (typed && w->when[i] == WHEN_LATER)
            w->when[i] = WHEN_DAY;
        if (typed && w->when[i] != WHEN_DAY)
            return fail(cx, ERR_INVALID, field,
                        "A day is here too. Please choose \"On a day\", or "
                        "take the day out.");
        if (w->when[i] != WHEN_DAY)
            continue;
        if (!date_is_set(w->day[i]))
            return fail(cx, ERR_INVALID, field, "Please choose the day.");
        if (!promise_day_fits(cx, w->day[i], field))
            return false;
    }
    return true;
}

void rung_begin(struct rung *r, int64_t from)
{
    r->when = WHEN_LATER;
    r->since = TIME_NONE;
    r->has = r->stands;
    r->name = r->stands_name;
    if (r->stands.v == 0)
        return;
    r->when = WHEN_NOW;
    r->since = from;
}

void rung_end(struct rung *r)
{
    if (r->when != WHEN_NEVER)
        r->when = WHEN_LATER;
    r->since = TIME_NONE;
    r->has.v = 0;
    r->name = "";
}

/* Who has it already keeps it. */
static bool stays(const struct rung *r, enum ask_when when, int64_t from)
{
    return r->when == when && person_same(r->has, r->stands) &&
           (when == WHEN_NOW || r->since == from);
}

void ladder_choose(struct ladder *l, const struct ladder_wish *w, int64_t now,
                   bool *louder, bool *quieter)
{
    *louder = *quieter = false;
    for (int i = 0; i < ASK_STEPS; i++) {
        struct rung *r = &l->at[i];
        if (r->stands.v == 0) /* nothing was asked about it */
            continue;
        const bool had = r->since != TIME_NONE;
        const enum ask_when when = w->when[i];
        const bool gets = when == WHEN_NOW || when == WHEN_DAY;
        const int64_t from = when == WHEN_DAY ? time_at(w->day[i], 0) : now;
        if (gets && stays(r, when, from))
            continue;
        if (gets) {
            rung_begin(r, from);
            *louder |= r->since != TIME_NONE;
        } else {
            r->when = when;
            rung_end(r);
        }
        *quieter |= had && r->since == TIME_NONE;
    }
}

int ladder_top(const struct ladder *l)
{
    for (int i = ASK_STEPS - 1; i >= 0; i--)
        if (l->at[i].when == WHEN_NOW || l->at[i].when == WHEN_DAY)
            return i;
    return -1;
}

/* One human may stand on two steps: named once. */
static bool is_named(const struct ladder *l, int step)
{
    for (int i = 0; i < step; i++)
        if (l->at[i].when == WHEN_NOW &&
            person_same(l->at[i].has, l->at[step].has))
            return true;
    return false;
}

struct texts ladder_who(struct arena *mem, const struct ladder *l, bool silent)
{
    struct texts out = {0};

    for (int i = 0; i < ASK_STEPS; i++)
        if (l->at[i].when == WHEN_NOW && !is_named(l, i) &&
            !(silent && l->at[i].answered))
            *LIST_PUSH(mem, &out) = l->at[i].name;
    return out;
}

int ladder_up(const struct ladder *l)
{
    int reached = -1;

    for (int i = 0; i < ASK_STEPS; i++)
        if (l->at[i].when == WHEN_NOW)
            reached = i;
    for (int i = reached + 1; i < ASK_STEPS; i++)
        if (l->at[i].when != WHEN_NEVER && l->at[i].stands.v)
            return i;
    return -1;
}

void ladder_begin(struct ladder *l)
{
    const int up = ladder_up(l);

    if (up >= 0)
        l->at[up].when = WHEN_NOW;
}

/* --- keeping --- */

static bool save_steps(struct ctx *cx, const struct said *ask,
                       const struct ladder *l)
{
    struct query *q = db_sql(cx, "DELETE FROM asks_step WHERE thing = $1"
                                 " AND person = $2");

    db_put_int(q, ask->id.v);
    db_put_int(q, ask->person.v);
    if (!db_end(q))
        return false;
    for (int i = 0; i < ASK_STEPS; i++) {
        const struct rung *r = &l->at[i];
        q = db_sql(cx, "INSERT INTO asks_step (thing, step, person, chosen,"
                       " since, holder) VALUES ($1, $2, $3, $4, $5, $6)");
        db_put_int(q, ask->id.v);
        db_put_int(q, i);
        db_put_int(q, ask->person.v);
        db_put_int(q, r->when != WHEN_NEVER);
        db_put_time(q, r->since);
        if (r->since == TIME_NONE)
            db_put_null(q);
        else
            db_put_int(q, r->has.v);
        if (!db_end(q))
            return false;
    }
    return true;
}

/* One human may stand on two steps: the earlier counts. */
static int64_t from_of(const struct ladder *l, struct person_id who)
{
    int64_t from = TIME_NONE;

    for (int i = 0; i < ASK_STEPS; i++) {
        const struct rung *r = &l->at[i];
        if (r->since != TIME_NONE && person_same(r->has, who) &&
            (from == TIME_NONE || r->since < from))
            from = r->since;
    }
    return from;
}

static bool is_first_of(const struct ladder *l, int step)
{
    for (int i = 0; i < step; i++)
        if (l->at[i].since != TIME_NONE &&
            person_same(l->at[i].has, l->at[step].has))
            return false;
    return l->at[step].since != TIME_NONE;
}

/* Begun is begun, whenever it was. */
static bool fits(const struct permission *p, int64_t from, int64_t now)
{
    return from != TIME_NONE &&
           (p->from == from || (p->from <= now && from <= now));
}

static bool give(struct ctx *cx, const struct about *what,
                 const struct ladder *l, int step)
{
    const struct rung *r = &l->at[step];
    struct permission p = {.what = *what,
                           .to = r->has,
                           .purpose = N_("what I asked for"),
                           .from = from_of(l, r->has),
                           .until = TIME_NONE};

    return permission_give(cx, &p);
}

bool ladder_save(struct ctx *cx, const struct said *ask, const struct ladder *l)
{
    const struct about what = {ask->person, TOPIC_ASK, ask->id.v};
    struct permissions now;
    bool kept[ASK_STEPS] = {false};

    if (!permission_list(cx, ask->person, false, &now))
        return false;
    for (size_t i = 0; i < now.n; i++) {
        const struct permission *p = &now.at[i];
        if (p->what.topic != what.topic || p->what.thing != what.thing)
            continue;
        const bool keep = fits(p, from_of(l, p->to), cx->now);
        if (!keep && !permission_end(cx, p->id))
            return false;
        for (int s = 0; keep && s < ASK_STEPS; s++)
            kept[s] |= person_same(l->at[s].has, p->to);
    }
    for (int s = 0; s < ASK_STEPS; s++)
        if (is_first_of(l, s) && !kept[s] && !give(cx, &what, l, s))
            return false;
    return save_steps(cx, ask, l);
}
