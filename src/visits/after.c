#include "visits/after.h"

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

static struct about decisions_of(struct person_id whose)
{
    return (struct about){.person = whose, .topic = TOPIC_DECISIONS};
}

static struct place what_place(const struct outcome *o)
{
    return (struct place){"visits_outcome.what", o->id, o->person};
}

static struct place came_place(const struct outcome *o)
{
    return (struct place){"visits_outcome.came", o->id, o->person};
}

/* The columns of every SELECT below, in this order. */
static bool read_all(struct ctx *cx, struct person_id whose, struct query *q,
                     struct outcomes *out)
{
    while (db_row(q)) {
        struct outcome *o = LIST_PUSH(cx->mem, out);
        o->person = whose;
        o->id = db_get_int(q);
        o->visit.v = db_get_int(q);
        o->who = (enum outcome_who)db_get_int(q);
        o->what = seal_get(q, what_place(o));
        o->due = db_get_date(q);
        o->state = (enum outcome_state)db_get_int(q);
        o->came = seal_get(q, came_place(o));
    }
    return db_end(q);
}

bool outcome_list(struct ctx *cx, struct person_id whose, struct visit_id visit,
                  struct outcomes *out)
{
    *out = (struct outcomes){0};
    if (!may(cx, MAY_SEE, decisions_of(whose)))
        return false;
    struct query *q = db_sql(cx, "SELECT id, visit, who, what, due, state, came"
                                 " FROM visits_outcome WHERE visit = $1"
                                 " AND person = $2 ORDER BY id");
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    return read_all(cx, whose, q, out);
}

bool outcome_list_between(struct ctx *cx, struct person_id whose, int64_t from,
                          int64_t to, struct outcomes *out)
{
    *out = (struct outcomes){0};
    if (!may(cx, MAY_SEE, decisions_of(whose)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT o.id, o.visit, o.who, o.what, o.due, o.state, o.came"
            " FROM visits_visit v JOIN visits_outcome o ON o.visit = v.id"
            " WHERE v.person = $1 AND v.at >= $2 AND v.at <= $3 ORDER BY o.id");
    db_put_int(q, whose.v);
    db_put_int(q, from);
    db_put_int(q, to);
    return read_all(cx, whose, q, out);
}

static bool words_fit(struct ctx *cx, const char *field, const char *s)
{
    return text_length(s) <= OUTCOME_WORDS_MAX ||
           fail(cx, ERR_INVALID, field, "Please make it a bit shorter.");
}

static bool insert(struct ctx *cx, struct outcome *o)
{
    o->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO visits_outcome (id, visit, person, who, what,"
            " due, state, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, o->id);
    db_put_int(q, o->visit.v);
    db_put_int(q, o->person.v);
    db_put_int(q, o->who);
    seal_put(q, what_place(o), o->what);
    db_put_date(q, o->due);
    db_put_int(q, o->state);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool outcome_add(struct ctx *cx, struct outcome *o)
{
    struct outcomes there;
    struct visit v;

    if (!may(cx, MAY_CHANGE, decisions_of(o->person)) ||
        !visit_get(cx, o->person, o->visit, &v) ||
        !outcome_list(cx, o->person, o->visit, &there))
        return false;
    if (!*o->what)
        return fail(cx, ERR_INVALID, "what",
                    "Please write one thing that was decided.");
    if (!words_fit(cx, "what", o->what))
        return false;
    if (there.n >= OUTCOMES_MAX)
        return fail(cx, ERR_CONFLICT, "what",
                    "That is a lot to remember. Please keep the ones that "
                    "matter most.");
    o->state = OUTCOME_OPEN;
    o->came = "";
    if (!insert(cx, o))
        return false;
    return v.state != VISIT_COMING || v.at > cx->now ||
           visit_set_state(cx, o->person, o->visit, VISIT_HELD);
}

bool outcome_move(struct ctx *cx, const struct outcome *o)
{
    if (!may(cx, MAY_CHANGE, decisions_of(o->person)) ||
        !words_fit(cx, "came", o->came))
        return false;
    struct query *q = db_sql(
        cx, "UPDATE visits_outcome SET state = $1, came = $2, moved = $3"
            " WHERE id = $4 AND person = $5 AND visit = $6 RETURNING id");
    db_put_int(q, o->state);
    seal_put(q, came_place(o), o->came);
    db_put_int(q, cx->now);
    db_put_int(q, o->id);
    db_put_int(q, o->person.v);
    db_put_int(q, o->visit.v);
    return db_end_one(q);
}

bool outcome_remove(struct ctx *cx, struct person_id whose, int64_t id)
{
    if (!may(cx, MAY_CHANGE, decisions_of(whose)))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM visits_outcome"
                                 " WHERE id = $1 AND person = $2");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    return db_end(q);
}
