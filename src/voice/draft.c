/* What she types, before it is said. */
#include "db/db.h"
#include "keys/keys.h"
#include "sharing/permission.h"
#include "voice/voice.h"

static struct place body_place(int64_t id, struct person_id whose)
{
    return (struct place){"voice_draft.body", id, whose};
}

static bool is_her(const struct ctx *cx, struct person_id whose)
{
    return cx->actor->role == ROLE_PERSON &&
           person_same(cx->actor->person, whose);
}

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* Hers, or the peer's whom she lets type; a reader has no part in a draft. */
static bool may_open(struct ctx *cx, const struct draft *d)
{
    const struct about what = {d->person, TOPIC_STATEMENT, d->id.v};

    if (is_her(cx, d->person))
        return may(cx, MAY_SEE, what);
    return may(cx, MAY_CHANGE, what) &&
           (person_same(d->typist, cx->actor->person) || nothing(cx));
}

bool draft_get(struct ctx *cx, struct person_id whose, struct said_id id,
               struct draft *out)
{
    const char *body = "";
    struct query *q =
        db_sql(cx, "SELECT d.body, d.typist, d.typed, t.kind FROM voice_draft d"
                   " JOIN said_thing t ON t.id = d.id"
                   " WHERE d.id = $1 AND d.person = $2");

    *out = (struct draft){.id = id, .person = whose, .until = DATE_NONE};
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    bool found = db_row(q);
    if (found) {
        body = seal_get(q, body_place(id.v, whose));
        out->typist.v = db_get_int(q);
        out->typed.v = db_get_int(q);
        out->kind = (enum said_kind)db_get_int(q);
    }
    if (!db_end(q))
        return false;
    return found ? may_open(cx, out) && draft_read(cx, body, out) : nothing(cx);
}

/* --- keeping it --- */

static bool fits(struct ctx *cx, const char *field, const char *s, size_t most)
{
    return text_length(s) <= most ||
           fail(cx, ERR_INVALID, field,
                "Please make it shorter: at most %d letters.", (int)most);
}

static bool all_fit(struct ctx *cx, const struct draft *d)
{
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        if (!fits(cx, arena_fmt(cx->mem, "detail-%zu", i), d->details[i].words,
                  VOICE_DETAIL_MAX))
            return false;
    return fits(cx, "message", d->message, VOICE_WORDS_MAX) &&
           fits(cx, "want", d->want, VOICE_WISH_MAX) &&
           fits(cx, "not_want", d->not_want, VOICE_WISH_MAX);
}

static bool write_row(struct ctx *cx, const struct draft *d)
{
    struct query *q =
        db_sql(cx, "INSERT INTO voice_draft (id, person, body, typed, told)"
                   " VALUES ($1, $2, $3, $4, 0) ON CONFLICT (id) DO UPDATE"
                   " SET body = excluded.body, typed = excluded.typed");

    db_put_int(q, d->id.v);
    db_put_int(q, d->person.v);
    seal_put(q, body_place(d->id.v, d->person), draft_write(cx, d));
    if (d->typed.v)
        db_put_int(q, d->typed.v);
    else
        db_put_null(q);
    return db_end(q);
}

static bool begin(struct ctx *cx, struct draft *d, const char *text)
{
    struct said s = {.person = d->person,
                     .kind = d->kind,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = text};

    if (!is_her(cx, d->person))
        return nothing(cx);
    if (d->kind != SAID_STATEMENT && d->kind != SAID_TELL)
        return fail(cx, ERR_INVALID, "kind", "Please choose one.");
    if (!said_begin(cx, &s))
        return false;
    d->id = s.id;
    return true;
}

/* What was kept says whose choice the rest is. */
static bool merge(struct ctx *cx, struct draft *d)
{
    struct draft was;

    if (!draft_get(cx, d->person, d->id, &was))
        return false;
    d->kind = was.kind;
    d->typist = was.typist;
    d->typed = was.typed;
    if (is_her(cx, d->person))
        return true;
    d->typed = cx->actor->person;
    d->to = was.to;
    d->until = was.until;
    d->aloud = was.aloud;
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d->details[i].allowed = was.details[i].allowed;
    return true;
}

bool draft_save(struct ctx *cx, struct draft *d)
{
    struct words w;
    struct said s = {.id = d->id, .person = d->person};

    if (!all_fit(cx, d) || (d->id.v && !merge(cx, d)) || !words_of(cx, d, &w))
        return false;
    const char *text = words_write(cx, &w);
    return (d->id.v ? said_write(cx, &s, text) : begin(cx, d, text)) &&
           write_row(cx, d);
}

bool draft_is_whole(struct ctx *cx, const struct draft *d)
{
    if (!*d->message)
        return fail(cx, ERR_INVALID, "message",
                    "Please write what they should know.");
    if (d->to.n == 0)
        return fail(cx, ERR_INVALID, "to", "Please choose who may read it.");
    return !date_is_set(d->until) || end_of_day(d->until) > cx->now ||
           fail(cx, ERR_INVALID, "until",
                "This day is over. Please choose a later one.");
}

/* --- a peer types --- */

static bool set_typist(struct ctx *cx, struct said_id id,
                       struct person_id typist)
{
    struct query *q =
        db_sql(cx, "UPDATE voice_draft SET typist = $1 WHERE id = $2");

    if (typist.v)
        db_put_int(q, typist.v);
    else
        db_put_null(q);
    db_put_int(q, id.v);
    return db_end(q);
}

static bool walks_with_her(struct ctx *cx, struct person_id her,
                           struct person_id peer)
{
    struct persons near;

    if (!person_peers(cx, her, &near))
        return false;
    for (size_t i = 0; i < near.n; i++)
        if (person_same(near.at[i].id, peer))
            return true;
    return fail(cx, ERR_INVALID, "peer",
                "Please choose somebody who walks with you.");
}

/* The right of whoever typed until now. */
static bool end_typing(struct ctx *cx, const struct draft *d)
{
    struct permissions all;

    if (!d->typist.v)
        return true;
    if (!permission_list(cx, d->person, false, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct permission *p = &all.at[i];
        if (p->what.topic == TOPIC_STATEMENT && p->what.thing == d->id.v &&
            person_same(p->to, d->typist) && !permission_end(cx, p->id))
            return false;
    }
    return true;
}

bool voice_let_type(struct ctx *cx, struct said_id id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct permission p = {.what = {me, TOPIC_STATEMENT, id.v},
                           .to = peer,
                           .purpose =
                               lang_text(cx->lang, N_("typing this with me")),
                           .until = TIME_NONE};
    struct draft d;

    if (!is_her(cx, me))
        return nothing(cx);
    if (!draft_get(cx, me, id, &d) || !end_typing(cx, &d))
        return false;
    if (peer.v && (!walks_with_her(cx, me, peer) || !permission_give(cx, &p)))
        return false;
    return set_typist(cx, id, peer);
}

bool typing_list(struct ctx *cx, struct person_id whose, struct typings *out)
{
    struct typings all = {0};
    struct query *q =
        db_sql(cx, "SELECT d.id, t.kind FROM voice_draft d"
                   " JOIN said_thing t ON t.id = d.id"
                   " WHERE d.person = $1 AND d.typist = $2 ORDER BY d.id DESC");

    *out = (struct typings){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    while (db_row(q)) {
        struct typing *one = LIST_PUSH(cx->mem, &all);
        one->id.v = db_get_int(q);
        one->kind = (enum said_kind)db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE,
                      (struct about){whose, TOPIC_STATEMENT, all.at[i].id.v},
                      &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}
