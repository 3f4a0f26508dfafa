#include "mediation/opening.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/permission.h"

static struct place body_place(int64_t id, struct person_id whose)
{
    return (struct place){"mediation_case.body", id, whose};
}

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

struct opening opening_blank(struct person_id whose)
{
    return (struct opening){
        .person = whose, .side = side_blank(), .seen = "", .held = TIME_NONE};
}

bool opening_is_over(const struct ctx *cx, const struct opening *o)
{
    return o->state >= SAID_CLOSED ||
           (o->held != TIME_NONE && o->held <= cx->now);
}

bool opening_get(struct ctx *cx, struct person_id whose, struct said_id id,
                 struct opening *out)
{
    const char *body = "";
    struct query *q =
        db_sql(cx, "SELECT c.body, c.typed, t.state, t.until"
                   " FROM mediation_case c JOIN said_thing t ON t.id = c.id"
                   " WHERE c.id = $1 AND c.person = $2");

    *out = opening_blank(whose);
    out->id = id;
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    bool found = db_row(q);
    if (found) {
        body = seal_get(q, body_place(id.v, whose));
        out->typed.v = db_get_int(q);
        out->state = (enum said_state)db_get_int(q);
        out->held = db_get_time(q);
    }
    if (!db_end(q))
        return false;
    if (!found)
        return nothing(cx);
    out->seen = said_hash(cx, body);
    return typing_open(cx, (struct about){whose, TOPIC_MEDIATION, id.v},
                       opening_is_over(cx, out)) &&
           side_read(cx, body, &out->side);
}

/* --- keeping it --- */

static bool has_words(struct ctx *cx, const struct side *v)
{
    return *v->mean || *v->misheard || *v->wish ||
           fail(cx, ERR_INVALID, "mean",
                "Please write something first. Then it can be kept.");
}

static bool name_of(struct ctx *cx, struct person_id id, const char **name)
{
    struct person p = {.first = ""};

    *name = "";
    if (!id.v)
        return true;
    if (!person_get(cx, id, &p))
        return false;
    *name = p.first;
    return true;
}

static bool fill_names(struct ctx *cx, struct opening *o)
{
    struct side *v = &o->side;

    return name_of(cx, o->person, &v->name) &&
           name_of(cx, v->other, &v->other_name) &&
           name_of(cx, v->peer, &v->peer_name) &&
           name_of(cx, o->typed, &v->typed);
}

static bool same_words(const struct side *a, const struct side *b)
{
    return strcmp(a->mean, b->mean) == 0 &&
           strcmp(a->misheard, b->misheard) == 0 &&
           strcmp(a->wish, b->wish) == 0;
}

/* Two may type: neither writes over words that were not before their eyes. */
static bool is_fresh(struct ctx *cx, const struct opening *o,
                     const struct opening *was)
{
    return !o->seen || strcmp(o->seen, was->seen) == 0 ||
           same_words(&o->side, &was->side) ||
           fail(cx, ERR_INVALID, "seen",
                "These words were changed a moment ago. What you typed is "
                "still here. Please look at both.");
}

/* What was kept says whose choice the rest is. */
static bool merge(struct ctx *cx, struct opening *o)
{
    struct opening was;

    if (!opening_get(cx, o->person, o->id, &was))
        return false;
    o->typed = was.typed;
    if (!is_herself(cx, o->person)) {
        o->typed = cx->actor->person;
        o->side.other = was.side.other;
        o->side.peer = was.side.peer;
        o->side.until = was.side.until;
    }
    return is_fresh(cx, o, &was);
}

static bool begin(struct ctx *cx, struct opening *o, const char *text)
{
    struct said s = {.person = o->person,
                     .kind = SAID_SIDE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = text};

    if (!is_herself(cx, o->person))
        return nothing(cx);
    if (!said_begin(cx, &s))
        return false;
    o->id = s.id;
    return true;
}

static bool write_row(struct ctx *cx, const struct opening *o, const char *text)
{
    struct query *q =
        db_sql(cx, "INSERT INTO mediation_case (id, person, body, typed, shown)"
                   " VALUES ($1, $2, $3, $4, 0) ON CONFLICT (id) DO UPDATE"
                   " SET body = excluded.body, typed = excluded.typed");

    db_put_int(q, o->id.v);
    db_put_int(q, o->person.v);
    seal_put(q, body_place(o->id.v, o->person), text);
    if (o->typed.v)
        db_put_int(q, o->typed.v);
    else
        db_put_null(q);
    return db_end(q);
}

bool opening_save(struct ctx *cx, struct opening *o)
{
    struct said s = {.id = o->id, .person = o->person};

    if (!has_words(cx, &o->side) || !side_fits(cx, &o->side) ||
        (o->id.v && !merge(cx, o)) || !fill_names(cx, o))
        return false;
    const char *text = side_text(cx, &o->side);
    return (o->id.v ? said_write(cx, &s, text) : begin(cx, o, text)) &&
           write_row(cx, o, text);
}

bool opening_choices(struct ctx *cx, struct persons *others,
                     struct persons *peers)
{
    return person_peers(cx, cx->actor->person, peers) &&
           people_staff(cx, cx->actor->program,
                        ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
                        others);
}

bool opening_is_whole(struct ctx *cx, const struct opening *o)
{
    const struct side *v = &o->side;
    struct persons others, peers;

    if (!opening_choices(cx, &others, &peers))
        return false;
    if (!*v->mean)
        return fail(cx, ERR_INVALID, "mean", "Please write what you mean.");
    if (!persons_have(&others, v->other))
        return fail(cx, ERR_INVALID, "other",
                    "Please choose who is the other side.");
    if (v->peer.v && !persons_have(&peers, v->peer))
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    return !date_is_set(v->until) || end_of_day(v->until) > cx->now ||
           fail(cx, ERR_INVALID, "until",
                "This day is over. Please choose a later one.");
}

bool opening_throw_away(struct ctx *cx, struct said_id id)
{
    const struct person_id me = cx->actor->person;

    if (!is_herself(cx, me))
        return nothing(cx);
    if (!said_throw_away(cx, me, id) || !typing_end(cx, id))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM mediation_case WHERE id = $1"
                                 " AND person = $2");
    db_put_int(q, id.v);
    db_put_int(q, me.v);
    return db_end(q);
}

bool opening_let_type(struct ctx *cx, struct said_id id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct opening o;

    if (!is_herself(cx, me))
        return nothing(cx);
    if (!opening_get(cx, me, id, &o))
        return false;
    if (!peer.v)
        return typing_end(cx, id);
    if (opening_is_over(cx, &o))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be changed any more.");
    return typing_let(cx, id, peer, o.held);
}
