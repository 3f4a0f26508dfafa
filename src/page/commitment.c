#include "page/commitment.h"

#include "db/db.h"
#include "keys/keys.h"
#include "page/page_share.h"
#include "people/people.h"
#include "sharing/permission.h"

enum { DAY = 24 * 60 * 60 };

static struct place words_place(int64_t id, struct person_id whose)
{
    return (struct place){"page_reply.words", id, whose};
}

static struct place said_place(int64_t id, struct person_id whose)
{
    return (struct place){"page_reply.said", id, whose};
}

static struct place will_place(int64_t id, struct person_id whose)
{
    return (struct place){"page_commitment.words", id, whose};
}

static struct place came_place(int64_t id, struct person_id whose)
{
    return (struct place){"page_commitment.came", id, whose};
}

static bool about_reply(struct ctx *cx, enum verb verb, struct person_id whose,
                        int64_t page)
{
    return may(cx, verb, (struct about){whose, TOPIC_REPLY, page});
}

/* --- writing back --- */

static bool check_will(struct ctx *cx, const struct commitment *c, size_t nth)
{
    int today = day_of(cx->now).days;
    const char *will = arena_fmt(cx->mem, "will-%zu", nth);
    const char *due = arena_fmt(cx->mem, "due-%zu", nth);

    if (text_length(c->words) > COMMITMENT_WORDS_MAX)
        return fail(cx, ERR_INVALID, will,
                    "Please make it shorter: at most %d letters.",
                    COMMITMENT_WORDS_MAX);
    if (date_is_set(c->due) &&
        (c->due.days < today || c->due.days > today + COMMITMENT_DAYS_MAX))
        return fail(cx, ERR_INVALID, due,
                    "Please choose a day from today to a year from now.");
    return true;
}

static bool check_reply(struct ctx *cx, const struct reply *r)
{
    if (!*r->words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write what you understood.");
    if (text_length(r->words) > REPLY_WORDS_MAX)
        return fail(cx, ERR_INVALID, "words",
                    "Please make it shorter: at most %d letters.",
                    REPLY_WORDS_MAX);
    for (size_t i = 0; i < r->will.n; i++)
        if (!check_will(cx, &r->will.at[i], i))
            return false;
    return true;
}

static bool not_too_many(struct ctx *cx, int64_t page)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM page_reply WHERE"
                                 " page = $1 AND author = $2 AND at > $3");

    db_put_int(q, page);
    db_put_int(q, reader_id(cx->actor));
    db_put_int(q, cx->now - DAY);
    int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < REPLIES_A_DAY ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot for one day. Please write again tomorrow.");
}

static bool add_commitment(struct ctx *cx, const struct reply *r,
                           struct person_id whose, const struct commitment *c)
{
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO page_commitment (id, reply, person, author,"
                   " words, due, state) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    db_put_int(q, id);
    db_put_int(q, r->id);
    db_put_int(q, whose.v);
    db_put_int(q, reader_id(cx->actor));
    seal_put(q, will_place(id, whose), c->words);
    db_put_date(q, c->due);
    db_put_int(q, COMMITMENT_OPEN);
    return db_end(q);
}

bool reply_add(struct ctx *cx, struct reply *r, int version)
{
    struct person_id whose;

    if (!page_whose(cx, r->page, &whose) ||
        !about_reply(cx, MAY_CHANGE, whose, r->page) || !check_reply(cx, r) ||
        !not_too_many(cx, r->page))
        return false;
    r->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO page_reply (id, page, person, author, version,"
            " words, at, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, r->id);
    db_put_int(q, r->page);
    db_put_int(q, whose.v);
    db_put_int(q, reader_id(cx->actor));
    db_put_int(q, version);
    seal_put(q, words_place(r->id, whose), r->words);
    db_put_time(q, cx->now);
    db_put_int(q, REPLY_OPEN);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < r->will.n; i++)
        if (*r->will.at[i].words &&
            !add_commitment(cx, r, whose, &r->will.at[i]))
            return false;
    return true;
}

/* --- reading --- */

static bool by_her(const struct ctx *cx, struct person_id whose)
{
    return cx->actor->role == ROLE_PERSON &&
           person_same(cx->actor->person, whose);
}

static void get_commitment(struct query *q, struct person_id whose,
                           struct commitment *c)
{
    c->id = db_get_int(q);
    c->reply = db_get_int(q);
    c->author = db_get_int(q);
    c->words = seal_get(q, will_place(c->id, whose));
    c->due = db_get_date(q);
    c->state = (enum commitment_state)db_get_int(q);
    c->came = seal_get(q, came_place(c->id, whose));
    c->who = "";
}

static bool read_will(struct ctx *cx, struct person_id whose, int64_t page,
                      struct replies *out)
{
    struct query *q = db_sql(
        cx, "SELECT c.id, c.reply, c.author, c.words, c.due, c.state, c.came"
            " FROM page_commitment c JOIN page_reply r ON r.id = c.reply"
            " WHERE r.page = $1 AND c.person = $2 ORDER BY c.id");

    db_put_int(q, page);
    db_put_int(q, whose.v);
    while (db_row(q)) {
        struct commitment c;
        get_commitment(q, whose, &c);
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].id == c.reply)
                *LIST_PUSH(cx->mem, &out->at[i].will) = c;
    }
    return db_end(q);
}

static bool name_authors(struct ctx *cx, struct person_id whose,
                         struct replies *out)
{
    for (size_t i = 0; i < out->n; i++) {
        struct reply *r = &out->at[i];
        if (!reader_name(cx, whose, r->author, &r->who))
            return false;
        for (size_t k = 0; k < r->will.n; k++)
            r->will.at[k].who = r->who;
    }
    return true;
}

bool reply_list(struct ctx *cx, struct person_id whose, int64_t page,
                struct replies *out)
{
    *out = (struct replies){0};
    if (!about_reply(cx, MAY_SEE, whose, page))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, author, version, words, at, answer, said"
                   " FROM page_reply WHERE page = $1 AND person = $2"
                   " AND ($3 = 0 OR author = $3) ORDER BY id DESC LIMIT $4");
    db_put_int(q, page);
    db_put_int(q, whose.v);
    db_put_int(q, by_her(cx, whose) ? 0 : reader_id(cx->actor));
    db_put_int(q, REPLIES_SHOWN);
    while (db_row(q)) {
        struct reply *r = LIST_PUSH(cx->mem, out);
        r->page = page;
        r->id = db_get_int(q);
        r->author = db_get_int(q);
        r->version = (int)db_get_int(q);
        r->words = seal_get(q, words_place(r->id, whose));
        r->at = db_get_time(q);
        r->answer = (enum reply_answer)db_get_int(q);
        r->said = seal_get(q, said_place(r->id, whose));
        r->who = "";
    }
    return db_end(q) && read_will(cx, whose, page, out) &&
           name_authors(cx, whose, out);
}

bool commitment_list_open(struct ctx *cx, struct person_id whose, int limit,
                          struct commitments *out)
{
    *out = (struct commitments){0};
    if (!about_reply(cx, MAY_SEE, whose, 0))
        return false;
    struct query *q = db_sql(
        cx, "SELECT c.id, c.reply, c.author, c.words, c.due, c.state, c.came,"
            " p.visit FROM page_commitment c"
            " JOIN page_reply r ON r.id = c.reply"
            " JOIN page_sheet p ON p.id = r.page"
            " WHERE c.person = $1 AND c.state = $2"
            " ORDER BY c.due IS NULL, c.due, c.id LIMIT $3");
    db_put_int(q, whose.v);
    db_put_int(q, COMMITMENT_OPEN);
    db_put_int(q, limit);
    while (db_row(q)) {
        struct commitment *c = LIST_PUSH(cx->mem, out);
        get_commitment(q, whose, c);
        c->visit.v = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!reader_name(cx, whose, out->at[i].author, &out->at[i].who))
            return false;
    return true;
}

bool reply_newest_open(struct ctx *cx, struct person_id whose,
                       struct reply_waiting *out)
{
    int64_t author = 0;

    *out = (struct reply_waiting){.who = ""};
    if (!about_reply(cx, MAY_SEE, whose, 0))
        return false;
    struct query *q = db_sql(
        cx,
        "SELECT p.visit, r.author FROM page_reply r"
        " JOIN page_sheet p ON p.id = r.page"
        " WHERE r.person = $1 AND r.answer = $2 ORDER BY r.id DESC LIMIT 1");
    db_put_int(q, whose.v);
    db_put_int(q, REPLY_OPEN);
    if (db_row(q)) {
        out->visit.v = db_get_int(q);
        author = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    return !author || reader_name(cx, whose, author, &out->who);
}

/* --- her word --- */

/* Run an UPDATE ... RETURNING id. */
static bool ran(struct query *q, bool *moved)
{
    *moved = db_row(q);
    return db_end(q);
}

bool reply_answer(struct ctx *cx, struct person_id whose, int64_t reply,
                  enum reply_answer answer, const char *said)
{
    bool moved;

    if (!about_reply(cx, MAY_CHANGE, whose, 0))
        return false;
    if (text_length(said) > REPLY_SAID_MAX)
        return fail(cx, ERR_INVALID, "said",
                    "Please make it shorter: at most %d letters.",
                    REPLY_SAID_MAX);
    if (answer == REPLY_NOT_QUITE && !*said)
        return fail(cx, ERR_INVALID, "said",
                    "Please write what you meant instead.");
    struct query *q = db_sql(
        cx, "UPDATE page_reply SET answer = $1, said = $2, answered = $3"
            " WHERE id = $4 AND person = $5 AND answer = $6 RETURNING id");
    db_put_int(q, answer);
    seal_put(q, said_place(reply, whose), *said ? said : NULL);
    db_put_time(q, cx->now);
    db_put_int(q, reply);
    db_put_int(q, whose.v);
    db_put_int(q, REPLY_OPEN);
    if (!ran(q, &moved))
        return false;
    return moved ||
           fail(cx, ERR_CONFLICT, NULL, "You have answered this already.");
}

bool commitment_move(struct ctx *cx, struct person_id whose, int64_t commitment,
                     enum commitment_state state, const char *came)
{
    bool moved;

    if (!about_reply(cx, MAY_CHANGE, whose, 0))
        return false;
    if (text_length(came) > REPLY_SAID_MAX)
        return fail(cx, ERR_INVALID, "came",
                    "Please make it shorter: at most %d letters.",
                    REPLY_SAID_MAX);
    struct query *q = db_sql(
        cx, "UPDATE page_commitment SET state = $1, came = $2, moved = $3"
            " WHERE id = $4 AND person = $5 RETURNING id");
    db_put_int(q, state);
    seal_put(q, came_place(commitment, whose), *came ? came : NULL);
    db_put_time(q, cx->now);
    db_put_int(q, commitment);
    db_put_int(q, whose.v);
    if (!ran(q, &moved))
        return false;
    return moved || fail(cx, ERR_NOTFOUND, NULL, "There is no such promise.");
}
