/* What she types, before it is said. */
#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/permission.h"
#include "voice/voice.h"

static struct place body_place(int64_t id, struct person_id whose)
{
    return (struct place){"voice_draft.body", id, whose};
}

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static struct about typing_of(struct person_id whose, struct said_id id)
{
    return (struct about){whose, TOPIC_TYPING, id.v};
}

static bool walks_with(struct ctx *cx, struct person_id her,
                       struct person_id peer, bool *yes)
{
    struct persons near;

    *yes = false;
    if (!person_peers(cx, her, &near))
        return false;
    for (size_t i = 0; i < near.n; i++)
        *yes |= person_same(near.at[i].id, peer);
    return true;
}

bool draft_is_over(const struct ctx *cx, const struct draft *d)
{
    return d->state >= SAID_CLOSED ||
           (d->held != TIME_NONE && d->held <= cx->now);
}

/* Hers, or the peer's whom she lets type, while that peer walks with her and
 * there is something to type; a reader has no part in a draft. */
static bool may_open(struct ctx *cx, const struct draft *d)
{
    const struct about typing = typing_of(d->person, d->id);
    bool lets = false, walks = false;

    if (is_herself(cx, d->person))
        return may(cx, MAY_SEE,
                   (struct about){d->person, TOPIC_STATEMENT, d->id.v});
    if (!may_know(cx, MAY_CHANGE, typing, &lets) ||
        !walks_with(cx, d->person, cx->actor->person, &walks))
        return false;
    if (lets && (!walks || draft_is_over(cx, d) ||
                 !person_same(d->typist, cx->actor->person)))
        return nothing(cx);
    return may(cx, MAY_SEE, typing);
}

bool draft_get(struct ctx *cx, struct person_id whose, struct said_id id,
               struct draft *out)
{
    const char *body = "";
    struct query *q =
        db_sql(cx, "SELECT d.body, d.typist, d.typed, t.kind, t.state, t.until"
                   " FROM voice_draft d JOIN said_thing t ON t.id = d.id"
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
        out->state = (enum said_state)db_get_int(q);
        out->held = db_get_time(q);
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

static bool has_words(struct ctx *cx, const struct draft *d)
{
    bool any = *d->message || *d->want || *d->not_want;

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        any |= *d->details[i].words != '\0';
    return any || fail(cx, ERR_INVALID, "message",
                       "Please write something first. Then it can be kept.");
}

const char *draft_hash(struct ctx *cx, const struct draft *d)
{
    return said_hash(cx, draft_write(cx, d));
}

/* Two may type: neither writes over words that were not before their eyes. */
static bool is_fresh(struct ctx *cx, const struct draft *d,
                     const struct draft *was)
{
    const char *now = draft_hash(cx, was);

    return !d->seen || strcmp(d->seen, now) == 0 ||
           strcmp(draft_hash(cx, d), now) == 0 ||
           fail(cx, ERR_INVALID, "seen",
                "These words were changed a moment ago. What you typed is "
                "still here. Please look at both.");
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

    if (!is_herself(cx, d->person))
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
    if (is_herself(cx, d->person))
        return is_fresh(cx, d, &was);
    d->typed = cx->actor->person;
    d->to = was.to;
    d->until = was.until;
    d->aloud = was.aloud;
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d->details[i].allowed = was.details[i].allowed;
    return is_fresh(cx, d, &was);
}

bool draft_save(struct ctx *cx, struct draft *d)
{
    struct words w;
    struct said s = {.id = d->id, .person = d->person};

    if (!has_words(cx, d) || !all_fit(cx, d) || (d->id.v && !merge(cx, d)) ||
        !words_of(cx, d, &w))
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

bool draft_throw_away(struct ctx *cx, struct said_id id)
{
    const struct person_id me = cx->actor->person;

    if (!is_herself(cx, me))
        return nothing(cx);
    if (!said_throw_away(cx, me, id) || !typing_end(cx, id))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM voice_draft WHERE id = $1"
                                 " AND person = $2");
    db_put_int(q, id.v);
    db_put_int(q, me.v);
    return db_end(q);
}

/* --- a peer types --- */

static bool set_typist(struct ctx *cx, struct said_id id,
                       struct person_id typist)
{
    struct query *q = db_sql(cx, "UPDATE voice_draft SET typist = $1"
                                 " WHERE id = $2 AND person = $3");

    if (typist.v)
        db_put_int(q, typist.v);
    else
        db_put_null(q);
    db_put_int(q, id.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool typing_end(struct ctx *cx, struct said_id id)
{
    return permission_end_thing(cx, typing_of(cx->actor->person, id)) &&
           set_typist(cx, id, (struct person_id){0});
}

bool typing_now(struct ctx *cx, struct said_id id, struct person_id typist,
                struct person_id *out)
{
    const struct person_id me = cx->actor->person;
    struct permissions all;
    bool walks = false;

    *out = (struct person_id){0};
    if (!typist.v)
        return true;
    if (!permission_list_about(cx, typing_of(me, id), &all) ||
        !walks_with(cx, me, typist, &walks))
        return false;
    for (size_t i = 0; walks && i < all.n; i++)
        if (person_same(all.at[i].to, typist) &&
            permission_is_valid(cx, &all.at[i]))
            *out = typist;
    return true;
}

static bool give_typing(struct ctx *cx, const struct draft *d,
                        struct person_id peer)
{
    struct permission p = {.what = typing_of(d->person, d->id),
                           .to = peer,
                           .purpose = N_("typing this with me"),
                           .until = d->held};
    bool walks = false;

    if (!walks_with(cx, d->person, peer, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    return permission_give(cx, &p) && set_typist(cx, d->id, peer);
}

bool voice_let_type(struct ctx *cx, struct said_id id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct draft d;

    if (!is_herself(cx, me))
        return nothing(cx);
    if (!draft_get(cx, me, id, &d) || !typing_end(cx, id))
        return false;
    if (!peer.v)
        return true;
    if (draft_is_over(cx, &d))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be changed any more.");
    return give_typing(cx, &d, peer);
}

static bool list_typings(struct ctx *cx, struct person_id whose,
                         struct typings *out)
{
    struct query *q =
        db_sql(cx, "SELECT d.id, t.kind FROM voice_draft d"
                   " JOIN said_thing t ON t.id = d.id"
                   " WHERE d.person = $1 AND d.typist = $2 AND t.state < $3"
                   " AND (t.until IS NULL OR t.until > $4) ORDER BY d.id DESC");

    *out = (struct typings){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, SAID_CLOSED);
    db_put_time(q, cx->now);
    while (db_row(q)) {
        struct typing *one = LIST_PUSH(cx->mem, out);
        one->id.v = db_get_int(q);
        one->kind = (enum said_kind)db_get_int(q);
    }
    return db_end(q);
}

bool typing_list(struct ctx *cx, struct person_id whose, struct typings *out)
{
    struct typings all;
    bool walks = false;

    *out = (struct typings){0};
    if (!walks_with(cx, whose, cx->actor->person, &walks) ||
        !list_typings(cx, whose, &all))
        return false;
    for (size_t i = 0; walks && i < all.n; i++) {
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE, typing_of(whose, all.at[i].id), &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}
