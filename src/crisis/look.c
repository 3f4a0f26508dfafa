#include "crisis/look.h"

#include "crisis/crisis_int.h"
#include "crisis/open.h"
#include "frame/notes.h"
#include "sharing/permission.h"

static bool none(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- a peer's --- */

static bool until_of(struct ctx *cx, struct person_id whose, int64_t *until)
{
    struct query *q = db_sql(cx, "SELECT MAX(until) FROM crisis_look"
                                 " WHERE person = $1 AND peer = $2");

    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    *until = db_row(q) ? db_get_time(q) : TIME_NONE;
    return db_end(q);
}

/* She ended what this peer had opened by this choice of hers. */
static bool was_ended(struct ctx *cx, struct about what, bool *yes)
{
    struct query *q =
        db_sql(cx, "SELECT 1 FROM sharing_permission WHERE reader = $1"
                   " AND person = $2 AND topic = $3 AND thing = $4"
                   " AND ended IS NOT NULL LIMIT 1");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, what.person.v);
    db_put_int(q, what.topic);
    db_put_int(q, what.thing);
    *yes = db_row(q);
    return db_end(q);
}

/* what.thing 0: there is nothing to open. */
struct state {
    struct about what;
    bool open, ended;
};

static bool state_of(struct ctx *cx, struct person_id whose, struct state *s)
{
    struct open_now now;

    *s = (struct state){0};
    if (!open_now(cx, whose, &now))
        return false;
    s->what = (struct about){whose, TOPIC_HARD, now.id};
    return !now.id || (may_know(cx, MAY_SEE, s->what, &s->open) &&
                       was_ended(cx, s->what, &s->ended));
}

static bool know(struct ctx *cx, struct person_id whose, struct state *s,
                 struct look *out)
{
    *out = (struct look){.until = TIME_NONE};
    if (!state_of(cx, whose, s))
        return false;
    out->may_open = s->what.thing && !s->open && !s->ended;
    return !s->open || until_of(cx, whose, &out->until);
}

bool look_know(struct ctx *cx, struct person_id whose, struct look *out)
{
    struct state s;

    return know(cx, whose, &s, out);
}

bool look_get(struct ctx *cx, struct person_id whose, struct look *out)
{
    struct state s;

    if (!know(cx, whose, &s, out))
        return false;
    return !s.open ||
           (may(cx, MAY_SEE, s.what) && choice_newest(cx, whose, &out->all));
}

bool look_open(struct ctx *cx, struct person_id whose)
{
    const int64_t until = cx->now + LOOK_SECONDS;
    struct state s;

    if (!state_of(cx, whose, &s))
        return false;
    if (s.open)
        return true;
    if (!s.what.thing || s.ended)
        return none(cx);
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO crisis_look (id, person, peer, at, until)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_int(q, until);
    return db_end(q) && permission_for_hard_times(cx, s.what, until);
}

/* --- for a peer who does not walk with her --- */

static bool read_open_to_any(struct ctx *cx, struct persons *out)
{
    struct query *q = db_sql(
        cx, "SELECT o.person FROM crisis_open o JOIN people_member m"
            " ON m.person = o.person WHERE o.ended IS NULL AND o.whom = $1"
            " AND m.program = $2 AND NOT EXISTS (SELECT 1 FROM people_peer w"
            " WHERE w.member = o.person AND w.peer = $3 AND w.since <= $4"
            " AND (w.until IS NULL OR w.until > $4))");

    *out = (struct persons){0};
    db_put_int(q, OPEN_ANY);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    while (db_row(q))
        *LIST_PUSH(cx->mem, out) = (struct person){.id = {db_get_int(q)}};
    return db_end(q);
}

bool look_offered(struct ctx *cx, struct look_rows *out)
{
    struct persons all;
    struct person p;
    struct state s;

    *out = (struct look_rows){0};
    if (!read_open_to_any(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct person_id id = all.at[i].id;
        if (!state_of(cx, id, &s))
            return false;
        if (!s.what.thing || (s.ended && !s.open))
            continue;
        if (!person_get(cx, id, &p))
            return false;
        *LIST_PUSH(cx->mem, out) =
            (struct look_row){id, person_on_board(cx->mem, &p), s.open};
    }
    return true;
}

/* --- hers --- */

static bool is_hers(struct ctx *cx)
{
    const struct person_id me = cx->actor->person;

    return (is_herself(cx, me) || none(cx)) &&
           may(cx, MAY_SEE, (struct about){me, TOPIC_HARD, 0});
}

static void take(struct query *q, struct looked *l)
{
    const struct person_id peer = {db_get_int(q)};

    *l = (struct looked){.at = db_get_int(q)};
    l->who = person_first_get(q, peer);
}

bool look_list(struct ctx *cx, struct lookeds *out)
{
    *out = (struct lookeds){0};
    if (!is_hers(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT l.peer, l.at, p.first FROM crisis_look l"
            " LEFT JOIN people_person p ON p.id = l.peer WHERE l.person = $1"
            " ORDER BY l.id DESC LIMIT $2");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, LOOKS_SHOWN);
    while (db_row(q))
        take(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool look_untold(struct ctx *cx, struct looked *out)
{
    *out = (struct looked){.who = ""};
    if (!is_hers(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT l.peer, l.at, p.first FROM crisis_look l"
            " LEFT JOIN people_person p ON p.id = l.peer WHERE l.person = $1"
            " AND l.seen IS NULL ORDER BY l.id DESC LIMIT 1");
    db_put_int(q, cx->actor->person.v);
    if (db_row(q))
        take(q, out);
    return db_end(q);
}

static bool write_told(struct ctx *cx, void *what)
{
    const struct person_id *me = what;
    struct query *q = db_sql(cx, "UPDATE crisis_look SET seen = $1"
                                 " WHERE person = $2 AND seen IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, me->v);
    return db_end(q);
}

void look_note_told(struct ctx *cx)
{
    struct person_id *me = ARENA_NEW(cx->mem, struct person_id);

    *me = cx->actor->person;
    note_later(cx, write_told, me);
}
