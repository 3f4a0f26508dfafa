#include "said/reply.h"

#include "said/said_int.h"
#include "sharing/permission.h"

enum { DAY = 24 * 60 * 60 };

static struct place words_place(int64_t id, struct person_id whose)
{
    return (struct place){"said_reply.words", id, whose};
}

static struct place said_place(int64_t id, struct person_id whose)
{
    return (struct place){"said_reply.said", id, whose};
}

static enum topic reply_topic(enum said_kind kind)
{
    switch (kind) {
    case SAID_PAGE: return TOPIC_REPLY;
    case SAID_ASK: return TOPIC_ASK;
    case SAID_SIDE: return TOPIC_MEDIATION;
    case SAID_GRIEVANCE: return TOPIC_GRIEVANCE;
    case SAID_STATEMENT:
    case SAID_TELL:
    case SAID_PROMISE:
    case SAID_KINDS: break;
    }
    return TOPIC_STATEMENT_REPLY;
}

/* A permission about the thing covers the reply to it. */
static bool about_reply(struct ctx *cx, enum verb verb, const struct said *s)
{
    return may(cx, verb,
               (struct about){s->person, reply_topic(s->kind), s->id.v});
}

/* --- writing back --- */

bool promise_day_fits(struct ctx *cx, struct date due, const char *field)
{
    int today = day_of(cx->now).days;

    return !date_is_set(due) ||
           (due.days >= today && due.days <= today + PROMISE_DAYS_MAX) ||
           fail(cx, ERR_INVALID, field,
                "Please choose a day from today to a year from now.");
}

static bool check_will(struct ctx *cx, const struct will *w, size_t nth)
{
    const char *will = arena_fmt(cx->mem, "will-%zu", nth);

    if (!text_fits(cx, will, w->words, PROMISE_WORDS_MAX))
        return false;
    if (!*w->words && date_is_set(w->due))
        return fail(cx, ERR_INVALID, will,
                    "A day is here. Please write what you will do by then, or "
                    "take the day out.");
    return promise_day_fits(cx, w->due, arena_fmt(cx->mem, "due-%zu", nth));
}

static bool check_reply(struct ctx *cx, const struct reply *r,
                        const struct wills *will)
{
    if (!*r->words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write what you understood.");
    if (!text_fits(cx, "words", r->words, REPLY_WORDS_MAX))
        return false;
    for (size_t i = 0; i < will->n; i++)
        if (!check_will(cx, &will->at[i], i))
            return false;
    return true;
}

static bool not_too_many(struct ctx *cx, struct said_id thing)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM said_reply WHERE"
                                 " thing = $1 AND author = $2 AND at > $3");

    db_put_int(q, thing.v);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, cx->now - DAY);
    int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < REPLIES_A_DAY ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot for one day. Please write again tomorrow.");
}

/* What a reader will do is a promise of theirs to her, made with the reply; in
 * a mediation it is agreed on first. */
static bool add_promise(struct ctx *cx, const struct said *s, int64_t reply,
                        const struct will *w)
{
    struct said p = {.person = s->person,
                     .kind = SAID_PROMISE,
                     .about = reply,
                     .due = w->due,
                     .until = TIME_NONE,
                     .words = w->words};

    return s->kind == SAID_SIDE ? said_propose(cx, &p) : said_say(cx, &p);
}

static bool insert(struct ctx *cx, const struct said *s, struct reply *r)
{
    r->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO said_reply (id, thing, person, author, version,"
            " words, at, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, r->id);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, r->version);
    seal_put(q, words_place(r->id, s->person), r->words);
    db_put_time(q, cx->now);
    db_put_int(q, REPLY_OPEN);
    return db_end(q);
}

bool reply_add(struct ctx *cx, struct reply *r, const struct wills *will)
{
    struct person_id whose;
    struct said s;

    if (!said_whose(cx, r->thing, &whose) ||
        !said_find(cx, whose, r->thing, &s) ||
        !about_reply(cx, MAY_CHANGE, &s) || !check_reply(cx, r, will) ||
        !not_too_many(cx, r->thing) ||
        !said_step(cx, &s, ACT_UNDERSTAND, BY_READER, "") || !insert(cx, &s, r))
        return false;
    for (size_t i = 0; i < will->n; i++)
        if (*will->at[i].words && !add_promise(cx, &s, r->id, &will->at[i]))
            return false;
    return true;
}

/* --- reading --- */

/* What comes back in a mediation is between all whom she named in it. */
static bool reads_all(const struct ctx *cx, const struct said *s)
{
    return s->kind == SAID_SIDE || is_herself(cx, s->person);
}

static bool read_replies(struct ctx *cx, const struct said *s,
                         struct replies *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, author, version, words, at, answer, said"
                   " FROM said_reply WHERE thing = $1 AND person = $2"
                   " AND ($3 = 0 OR author = $3) ORDER BY id DESC LIMIT $4");

    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, reads_all(cx, s) ? 0 : reader_of(cx->actor));
    db_put_int(q, REPLIES_SHOWN);
    while (db_row(q)) {
        struct reply *r = LIST_PUSH(cx->mem, out);
        r->thing = s->id;
        r->id = db_get_int(q);
        r->author = db_get_int(q);
        r->version = (int)db_get_int(q);
        r->words = seal_get(q, words_place(r->id, s->person));
        r->at = db_get_time(q);
        r->answer = (enum reply_answer)db_get_int(q);
        r->said = seal_get(q, said_place(r->id, s->person));
        r->who = "";
    }
    return db_end(q);
}

bool reply_list(struct ctx *cx, struct person_id whose, struct said_id thing,
                struct replies *out)
{
    struct said s;

    *out = (struct replies){0};
    if (!said_find(cx, whose, thing, &s) || !about_reply(cx, MAY_SEE, &s) ||
        !read_replies(cx, &s, out))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!reader_name(cx, whose, out->at[i].author, &out->at[i].who) ||
            !said_list_about(cx, whose, out->at[i].id, &out->at[i].promises))
            return false;
    return true;
}

bool reply_newest_open(struct ctx *cx, struct person_id whose, unsigned kinds,
                       struct reply_waiting *out)
{
    int64_t author = 0;

    *out = (struct reply_waiting){.who = ""};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_REPLY, 0}))
        return false;
    struct query *q = db_once(db_sql(
        cx, "SELECT t.kind, t.id, t.about, r.author FROM said_reply r"
            " JOIN said_thing t ON t.id = r.thing"
            " WHERE r.person = $1 AND r.answer = $2 ORDER BY r.id DESC"));
    db_put_int(q, whose.v);
    db_put_int(q, REPLY_OPEN);
    while (!author && db_row(q)) {
        const enum said_kind kind = (enum said_kind)db_get_int(q);
        if (!(kinds >> kind & 1))
            continue;
        out->thing.v = db_get_int(q);
        out->about = db_get_int(q);
        author = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    return !author || reader_name(cx, whose, author, &out->who);
}

/* --- her word --- */

static bool find_open(struct ctx *cx, struct person_id whose, int64_t reply,
                      struct said *s)
{
    struct query *q = db_sql(cx, "SELECT thing FROM said_reply WHERE id = $1"
                                 " AND person = $2 AND answer = $3");

    db_put_int(q, reply);
    db_put_int(q, whose.v);
    db_put_int(q, REPLY_OPEN);
    s->id.v = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    if (!s->id.v)
        return fail(cx, ERR_CONFLICT, NULL, "You have answered this already.");
    return said_find(cx, whose, s->id, s);
}

static bool check_said(struct ctx *cx, enum reply_answer answer,
                       const char *said)
{
    if (!text_fits(cx, "said", said, REPLY_SAID_MAX))
        return false;
    return answer != REPLY_NOT_QUITE || *said ||
           fail(cx, ERR_INVALID, "said",
                "Please write what you meant instead.");
}

/* It may be over by now: her word is kept all the same. */
static bool step_answered(struct ctx *cx, struct said *s)
{
    struct said_step to;

    return !said_law(s->kind, s->state, ACT_ANSWER, BY_AUTHOR, &to) ||
           said_step(cx, s, ACT_ANSWER, BY_AUTHOR, "");
}

/* What was proposed with it is promised at her yes; else it is let go. */
static bool settle(struct ctx *cx, struct person_id whose, int64_t reply,
                   bool yes)
{
    struct saids all;

    if (!said_list_about(cx, whose, reply, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].state == SAID_DRAFT &&
            !said_step(cx, &all.at[i], yes ? ACT_AGREE : ACT_WITHDRAW,
                       BY_ANSWER, ""))
            return false;
    return true;
}

bool said_let_go(struct ctx *cx, const struct said *s)
{
    int64_t open[REPLIES_SHOWN];
    size_t n = 0;
    struct query *q =
        db_sql(cx, "SELECT DISTINCT r.id FROM said_reply r JOIN said_thing p"
                   " ON p.about = r.id AND p.person = r.person AND p.kind = $3"
                   " AND p.state = $4 WHERE r.thing = $1 AND r.person = $2"
                   " AND r.answer = $5");

    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, SAID_PROMISE);
    db_put_int(q, SAID_DRAFT);
    db_put_int(q, REPLY_OPEN);
    while (n < REPLIES_SHOWN && db_row(q))
        open[n++] = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!settle(cx, s->person, open[i], false))
            return false;
    return n < REPLIES_SHOWN || said_let_go(cx, s);
}

bool reply_answer(struct ctx *cx, struct person_id whose, int64_t reply,
                  enum reply_answer answer, const char *said)
{
    struct said s = {0};

    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_REPLY, 0}) ||
        !check_said(cx, answer, said) || !find_open(cx, whose, reply, &s))
        return false;
    if (s.kind == SAID_SIDE && s.state == SAID_WITHDRAWN)
        return fail(cx, ERR_CONFLICT, NULL,
                    "You ended this, and what was proposed ended with it.");
    struct query *q =
        db_sql(cx, "UPDATE said_reply SET answer = $1, said = $2, answered = $3"
                   " WHERE id = $4 AND person = $5 AND answer = $6");
    db_put_int(q, answer);
    seal_put(q, said_place(reply, whose), *said ? said : NULL);
    db_put_time(q, cx->now);
    db_put_int(q, reply);
    db_put_int(q, whose.v);
    db_put_int(q, REPLY_OPEN);
    return db_end(q) && settle(cx, whose, reply, answer == REPLY_RIGHT) &&
           step_answered(cx, &s);
}
