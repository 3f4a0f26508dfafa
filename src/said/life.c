/* The steps of its life: each asks the law, moves the thing, and is kept. */
#include "said/said_int.h"
#include "sharing/permission.h"

enum { EXPIRE_BATCH = 500 };

struct place said_why_place(int64_t move, struct person_id whose)
{
    return (struct place){"said_move.why", move, whose};
}

bool said_part(struct ctx *cx, const struct said *s, unsigned *by)
{
    const bool hers = is_herself(cx, s->person);
    bool named = false;

    *by = 0;
    if (hers)
        *by |= BY_PERSON;
    if (reader_of(cx->actor) == s->author && (hers || s->author != s->person.v))
        *by |= BY_AUTHOR;
    if (hers)
        return true;
    if (s->to.v && s->to.v == reader_of(cx->actor))
        *by |= BY_TO;
    if (!may_know(cx, MAY_SEE,
                  (struct about){s->person, said_topic(s->kind), s->id.v},
                  &named))
        return false;
    if (named)
        *by |= BY_READER;
    return true;
}

static bool set_state(struct ctx *cx, const struct said *s,
                      enum said_state from, bool *moved)
{
    struct query *q =
        db_sql(cx, "UPDATE said_thing SET state = $1, ending = $2, moved = $3"
                   " WHERE id = $4 AND person = $5 AND state = $6"
                   " RETURNING id");

    db_put_int(q, s->state);
    db_put_int(q, s->ending);
    db_put_time(q, cx->now);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, from);
    *moved = db_row(q);
    return db_end(q);
}

static bool keep_move(struct ctx *cx, const struct said *s, enum said_act act,
                      unsigned by, const char *why)
{
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO said_move (id, thing, person, actor, act,"
                   " state, why, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, id);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, by == BY_CLOCK ? 0 : reader_of(cx->actor));
    db_put_int(q, act);
    db_put_int(q, s->state);
    seal_put(q, said_why_place(id, s->person), *why ? why : NULL);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool said_step(struct ctx *cx, struct said *s, enum said_act act, unsigned by,
               const char *why)
{
    const enum said_state from = s->state;
    struct said_step to;
    bool moved = false;

    if (!said_law(s->kind, from, act, by, &to))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This cannot be done here, or not any more.");
    s->ending = to.to == from ? s->ending : to.ending;
    s->state = to.to;
    if (!set_state(cx, s, from, &moved))
        return false;
    if (!moved)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Something changed meanwhile. Please look once more.");
    return keep_move(cx, s, act, by, why);
}

/* Who could not keep a promise says why. */
static bool check_why(struct ctx *cx, enum said_act act, const char *why)
{
    if (act == ACT_COULD_NOT && !*why)
        return fail(cx, ERR_INVALID, "why",
                    "Please write a word about why. It is read kindly.");
    return text_fits(cx, "why", why, SAID_WHY_MAX);
}

bool said_move(struct ctx *cx, struct person_id whose, struct said_id id,
               enum said_act act, const char *why)
{
    struct said s;
    unsigned by;

    if (!said_find(cx, whose, id, &s) ||
        !may(cx, MAY_SEE, (struct about){whose, said_topic(s.kind), id.v}) ||
        !check_why(cx, act, why) || !said_part(cx, &s, &by))
        return false;
    /* A yes is to exact words, which this has not seen (said_approve). */
    return act == ACT_APPROVE
               ? fail(cx, ERR_CONFLICT, NULL,
                      "This cannot be done here, or not any more.")
               : said_step(cx, &s, act, by, why);
}

static bool end_readers(struct ctx *cx, const struct said *s)
{
    struct query *q = db_sql(cx, "UPDATE said_reader SET withdrawn = $1"
                                 " WHERE thing = $2 AND withdrawn IS NULL");

    db_put_time(q, cx->now);
    db_put_int(q, s->id.v);
    return db_end(q);
}

bool said_withdraw(struct ctx *cx, struct person_id whose, struct said_id id)
{
    struct said s;
    unsigned by;

    if (!said_find(cx, whose, id, &s) || !said_part(cx, &s, &by))
        return false;
    if (s.state == SAID_WITHDRAWN && by & BY_AUTHOR)
        return true;
    if (!said_step(cx, &s, ACT_WITHDRAW, by, ""))
        return false;
    return said_let_go(cx, &s) && permission_end_thing(cx, said_about(&s)) &&
           end_readers(cx, &s);
}

bool said_end(struct ctx *cx, struct person_id whose, struct said_id id,
              enum said_act act, const char *why)
{
    struct said s;

    return said_find(cx, whose, id, &s) && said_move(cx, whose, id, act, why) &&
           permission_end_thing(cx, said_about(&s));
}

bool said_set_until(struct ctx *cx, const struct said *s)
{
    if (reader_of(cx->actor) != s->author)
        return fail(cx, ERR_DENIED, NULL,
                    "Only who said this can say until when.");
    struct query *q = db_sql(cx, "UPDATE said_thing SET until = $1"
                                 " WHERE id = $2 AND person = $3"
                                 " AND author = $4");
    db_put_time(q, s->until);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, s->author);
    return db_end(q);
}

static bool list_due(struct ctx *cx, struct saids *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, person, kind, author, to_whom, about, state, ending,"
            " due, until, made, moved FROM said_thing"
            " WHERE until <= $1 AND state >= $2 AND state <= $3 LIMIT $4");

    db_put_time(q, cx->now);
    db_put_int(q, SAID_APPROVED);
    db_put_int(q, SAID_ANSWERED);
    db_put_int(q, EXPIRE_BATCH);
    while (db_row(q))
        said_take(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool said_expire(struct ctx *cx)
{
    struct saids due = {0};
    struct said_step to;

    if (!list_due(cx, &due))
        return false;
    for (size_t i = 0; i < due.n; i++) {
        struct said *s = &due.at[i];
        if (said_law(s->kind, s->state, ACT_EXPIRE, BY_CLOCK, &to) &&
            !said_step(cx, s, ACT_EXPIRE, BY_CLOCK, ""))
            return false;
    }
    return true;
}

static void take_move(struct query *q, struct person_id whose,
                      struct said_was *w)
{
    int64_t row = db_get_int(q);

    w->act = (enum said_act)db_get_int(q);
    w->by = db_get_int(q);
    w->at = db_get_time(q);
    w->why = seal_get(q, said_why_place(row, whose));
}

bool said_history(struct ctx *cx, struct person_id whose, struct said_id id,
                  struct said_wases *out)
{
    struct said s;

    *out = (struct said_wases){0};
    if (!said_find(cx, whose, id, &s) ||
        !may(cx, MAY_SEE, (struct about){whose, said_topic(s.kind), id.v}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, act, actor, at, why FROM said_move"
                   " WHERE thing = $1 AND person = $2 ORDER BY id");
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    while (db_row(q))
        take_move(q, whose, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool said_is_help(enum said_act act)
{
    return act == ACT_NO_HELP || act == ACT_NOT_HELPED || said_helped(act);
}

bool said_helped(enum said_act act)
{
    return act == ACT_DONE || act == ACT_HELPED;
}

bool said_help(struct ctx *cx, struct person_id whose, struct said_id id,
               struct said_was *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, act, actor, at, why FROM said_move"
                   " WHERE thing = $1 AND person = $2"
                   " AND act IN ($3, $4, $5, $6) ORDER BY id DESC LIMIT 1");

    *out = (struct said_was){.at = TIME_NONE, .why = ""};
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    db_put_int(q, ACT_DONE);
    db_put_int(q, ACT_NO_HELP);
    db_put_int(q, ACT_HELPED);
    db_put_int(q, ACT_NOT_HELPED);
    if (db_row(q))
        take_move(q, whose, out);
    return db_end(q);
}
