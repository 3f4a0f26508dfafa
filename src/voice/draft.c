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

bool draft_is_over(const struct ctx *cx, const struct draft *d)
{
    return d->state >= SAID_CLOSED ||
           (d->held != TIME_NONE && d->held <= cx->now);
}

bool draft_get(struct ctx *cx, struct person_id whose, struct said_id id,
               struct draft *out)
{
    const char *body = "";
    struct query *q =
        db_sql(cx, "SELECT d.body, d.typed, t.kind, t.state, t.until"
                   " FROM voice_draft d JOIN said_thing t ON t.id = d.id"
                   " WHERE d.id = $1 AND d.person = $2");

    *out = (struct draft){.id = id, .person = whose, .until = DATE_NONE};
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    bool found = db_row(q);
    if (found) {
        body = seal_get(q, body_place(id.v, whose));
        out->typed.v = db_get_int(q);
        out->kind = (enum said_kind)db_get_int(q);
        out->state = (enum said_state)db_get_int(q);
        out->held = db_get_time(q);
    }
    if (!db_end(q))
        return false;
    if (!found)
        return nothing(cx);
    return typing_open(cx, (struct about){whose, TOPIC_STATEMENT, id.v},
                       draft_is_over(cx, out)) &&
           draft_read(cx, body, out);
}

/* --- keeping it --- */

static bool all_fit(struct ctx *cx, const struct draft *d)
{
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        if (!text_fits(cx, arena_fmt(cx->mem, "detail-%zu", i),
                       d->details[i].words, VOICE_DETAIL_MAX))
            return false;
    return text_fits(cx, "message", d->message, VOICE_WORDS_MAX) &&
           text_fits(cx, "want", d->want, VOICE_WISH_MAX) &&
           text_fits(cx, "not_want", d->not_want, VOICE_WISH_MAX);
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
    d->typed = was.typed;
    if (is_herself(cx, d->person))
        return is_fresh(cx, d, &was);
    d->typed = cx->actor->person;
    d->to = was.to;
    d->until = was.until;
    d->aloud = was.aloud;
    d->part2 = was.part2;
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
    if (!said_throw_away(cx, me, id) || !typing_end(cx, id) ||
        !comment_forget(cx, id))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM voice_draft WHERE id = $1"
                                 " AND person = $2");
    db_put_int(q, id.v);
    db_put_int(q, me.v);
    return db_end(q);
}

/* --- a peer types --- */

bool draft_let_type(struct ctx *cx, struct said_id id, struct person_id peer)
{
    const struct person_id me = cx->actor->person;
    struct draft d;

    if (!is_herself(cx, me))
        return nothing(cx);
    if (!draft_get(cx, me, id, &d))
        return false;
    if (!peer.v)
        return typing_end(cx, id);
    if (draft_is_over(cx, &d))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be changed any more.");
    return typing_let(cx, id, peer, d.held);
}
