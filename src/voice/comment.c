#include "voice/comment.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "voice/voice.h"

/* Any thing of hers, any author. */
enum { ANY = 0 };

static struct place body_place(int64_t id, struct person_id whose)
{
    return (struct place){"voice_comment.body", id, whose};
}

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- reading --- */

static const char *hash_of(struct ctx *cx, const struct comment *c)
{
    return said_hash(
        cx, arena_fmt(cx->mem, "%lld\n%s", (long long)c->author.v, c->words));
}

/* A yes beside words that are not those she said yes to last is none. */
static void take(struct ctx *cx, struct query *q, struct person_id whose,
                 struct comment *c)
{
    *c = (struct comment){.id = db_get_int(q), .who = ""};
    c->thing.v = db_get_int(q);
    c->author.v = db_get_int(q);
    c->words = seal_get(q, body_place(c->id, whose));
    c->answer = (enum comment_answer)db_get_int(q);
    if (c->answer == COMMENT_YES && !db_get_bool(q))
        c->answer = COMMENT_OPEN;
    c->hash = hash_of(cx, c);
}

/* Of one thing, of one author; ANY: of each that is not over. */
static bool list(struct ctx *cx, struct person_id whose, int64_t thing,
                 int64_t author, struct comments *out)
{
    struct query *q = db_sql(
        cx, "SELECT c.id, c.thing, c.author, c.body, c.answer,"
            " CASE WHEN c.version = (SELECT MAX(v.version) FROM said_version v"
            " WHERE v.thing = c.thing AND v.approved IS NOT NULL)"
            " THEN 1 ELSE 0 END FROM voice_comment c"
            " JOIN said_thing t ON t.id = c.thing WHERE c.person = $1"
            " AND (c.thing = $2 OR ($2 = 0 AND t.state < $3))"
            " AND (c.author = $4 OR $4 = 0) ORDER BY c.id");

    *out = (struct comments){0};
    db_put_int(q, whose.v);
    db_put_int(q, thing);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, author);
    while (db_row(q))
        take(cx, q, whose, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        struct person p = {.first = ""};
        if (!person_get(cx, out->at[i].author, &p))
            return false;
        out->at[i].who = p.first;
    }
    return true;
}

bool comment_list(struct ctx *cx, struct person_id whose, struct said_id id,
                  struct comments *out)
{
    return list(cx, whose, id.v, ANY, out);
}

static bool covers(const struct consent *c, const struct comment *beside)
{
    for (size_t i = 0; i < c->beside.n; i++)
        if (strcmp(c->beside.at[i], beside->hash) == 0)
            return true;
    return false;
}

struct comments comment_shown(struct ctx *cx, const struct comments *all,
                              const struct consent *needed)
{
    struct comments out = {0};

    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].answer == COMMENT_YES &&
            (!needed || covers(needed, &all->at[i])))
            *LIST_PUSH(cx->mem, &out) = all->at[i];
    return out;
}

bool comment_is_unsigned(const struct comments *all, const struct consent *c)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].answer == COMMENT_YES && !covers(c, &all->at[i]))
            return true;
    return false;
}

/* --- her word --- */

static bool set_answer(struct ctx *cx, const struct said *s, int64_t comment,
                       enum comment_answer answer)
{
    struct query *q =
        db_sql(cx, "UPDATE voice_comment SET answer = $1, version = $2"
                   " WHERE id = $3 AND thing = $4 AND person = $5");

    db_put_int(q, answer);
    db_put_int(q, s->version);
    db_put_int(q, comment);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    return db_end(q);
}

/* A yes is to what was before her eyes, beside words she said yes to. */
static bool can_say_yes(struct ctx *cx, const struct said *s,
                        const struct comment *c, const char *seen)
{
    if (s->approved == TIME_NONE || s->state >= SAID_CLOSED)
        return fail(cx, ERR_CONFLICT, NULL,
                    "It can stand there once you said yes to your own words.");
    return strcmp(c->hash, seen) == 0 ||
           fail(cx, ERR_CONFLICT, NULL,
                "This comment was changed a moment ago. Please read it once "
                "more.");
}

bool comment_answer(struct ctx *cx, struct said_id id, int64_t comment,
                    enum comment_answer answer, const char *seen)
{
    const struct person_id me = cx->actor->person;
    struct comments all;
    struct voice v;

    if (!voice_get(cx, id, &v) || !comment_list(cx, me, id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == comment)
            return (answer == COMMENT_NO ||
                    can_say_yes(cx, &v.said, &all.at[i], seen)) &&
                   set_answer(cx, &v.said, comment, answer);
    return nothing(cx);
}

/* --- the author's side --- */

static bool reads_now(struct ctx *cx, struct comment_mine *m)
{
    const struct about back = {m->person, TOPIC_STATEMENT_REPLY, m->c.thing.v};
    struct said s;
    bool given = false;

    if (!may_know(cx, MAY_CHANGE, back, &given))
        return false;
    return !given || (said_newest(cx, m->person, m->c.thing, &s) &&
                      consent_lets(cx, &s, cx->actor->person.v, &m->reads));
}

static bool types_now(struct ctx *cx, struct comment_mine *m)
{
    const struct about typing = {m->person, TOPIC_TYPING, m->c.thing.v};
    struct draft d;

    if (!may_know(cx, MAY_CHANGE, typing, &m->types))
        return false;
    return !m->types || draft_get(cx, m->person, m->c.thing, &d);
}

/* What the actor wrote before stays theirs to see while the words last, with
 * no more of her than her first name. */
static bool wrote_before(struct ctx *cx, const struct comment_mine *m)
{
    struct comments lasting;

    if (!comment_list_mine(cx, m->person, &lasting))
        return false;
    for (size_t i = 0; i < lasting.n; i++)
        if (lasting.at[i].id == m->c.id)
            return may(cx, MAY_SEE,
                       (struct about){m->person, TOPIC_FIRST_NAME, 0});
    return nothing(cx);
}

bool comment_mine(struct ctx *cx, struct said_id id, struct comment_mine *out)
{
    struct comments mine;
    struct person p = {.first = ""};

    *out = (struct comment_mine){.c = {.thing = id, .words = "", .hash = ""}};
    if (cx->actor->role != ROLE_PEER)
        return nothing(cx);
    if (!said_whose(cx, id, &out->person) || !reads_now(cx, out) ||
        (!out->reads && !types_now(cx, out)) ||
        !list(cx, out->person, id.v, cx->actor->person.v, &mine))
        return false;
    if (mine.n)
        out->c = mine.at[0];
    if (!out->reads && !out->types && !wrote_before(cx, out))
        return false;
    if (!person_get(cx, out->person, &p))
        return false;
    out->name = p.first;
    return true;
}

static bool check(struct ctx *cx, const struct comment_mine *m,
                  const char *words)
{
    if (m->c.answer == COMMENT_NO)
        return fail(cx, ERR_CONFLICT, NULL,
                    "%s does not want it there. So it stays as it is.",
                    m->name);
    if (!*words)
        return fail(cx, ERR_INVALID, "comment",
                    "Please write something first. Then it can be kept.");
    return text_fits(cx, "comment", words, COMMENT_WORDS_MAX);
}

static bool write_row(struct ctx *cx, const struct comment_mine *m,
                      const char *words)
{
    const int64_t id = m->c.id ? m->c.id : db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO voice_comment (id, thing, person, author, body,"
            " answer, at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body,"
            " answer = excluded.answer, version = NULL, at = excluded.at");

    db_put_int(q, id);
    db_put_int(q, m->c.thing.v);
    db_put_int(q, m->person.v);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, body_place(id, m->person), words);
    db_put_int(q, COMMENT_OPEN);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool comment_write(struct ctx *cx, struct said_id id, const char *words)
{
    struct comment_mine m;

    if (!comment_mine(cx, id, &m))
        return false;
    const enum topic by = m.reads ? TOPIC_STATEMENT_REPLY : TOPIC_TYPING;
    if (!may(cx, MAY_CHANGE, (struct about){m.person, by, id.v}) ||
        !check(cx, &m, words))
        return false;
    /* Pressed twice, her yes stays. */
    return (m.c.id && strcmp(m.c.words, words) == 0) ||
           write_row(cx, &m, words);
}

bool comment_take_away(struct ctx *cx, struct said_id id)
{
    struct comment_mine m;

    if (!comment_mine(cx, id, &m))
        return false;
    if (m.c.answer == COMMENT_NO)
        return fail(cx, ERR_CONFLICT, NULL,
                    "%s does not want it there. So it stays as it is.", m.name);
    struct query *q = db_sql(cx, "DELETE FROM voice_comment WHERE id = $1"
                                 " AND author = $2");
    db_put_int(q, m.c.id);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool comment_list_mine(struct ctx *cx, struct person_id whose,
                       struct comments *out)
{
    return list(cx, whose, ANY, cx->actor->person.v, out);
}

bool comment_forget(struct ctx *cx, struct said_id id)
{
    struct query *q = db_sql(cx, "DELETE FROM voice_comment WHERE thing = $1"
                                 " AND person = $2");

    db_put_int(q, id.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}
