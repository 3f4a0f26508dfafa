#include "asks/ask.h"

#include <string.h>

#include "asks/asks_int.h"
#include "asks/over.h"
#include "db/db.h"
#include "keys/keys.h"
#include "promises/promise.h"
#include "sharing/permission.h"

enum {
    OPEN = 1U << SAID_APPROVED | 1U << SAID_DELIVERED | 1U << SAID_UNDERSTOOD |
           1U << SAID_ANSWERED,
    OVER = 1U << SAID_CLOSED
};

struct place did_place(int64_t id, struct person_id whose)
{
    return (struct place){"asks_did.words", id, whose};
}

bool ask_is_open(const struct said *s)
{
    return s->kind == SAID_ASK && (OPEN >> s->state & 1U) != 0;
}

/* --- reading --- */

static bool fill(struct ctx *cx, const struct said *s, struct ask *out)
{
    *out = (struct ask){.said = *s, .days = days_gone(s->approved, cx->now)};
    if (!ladder_read(cx, s, &out->ladder))
        return false;
    const struct texts who = ladder_who(cx->mem, &out->ladder, false);
    const struct texts silent = ladder_who(cx->mem, &out->ladder, true);
    out->who = names_joined(cx->mem, cx->lang, &who);
    out->have = who.n;
    out->silent = names_joined(cx->mem, cx->lang, &silent);
    out->answered = who.n > 0 && silent.n == 0;
    return true;
}

bool ask_list(struct ctx *cx, bool over, int most, struct asks *out)
{
    const struct said_wish wish = {1U << SAID_ASK, over ? OVER : OPEN, most};
    struct saids all;

    *out = (struct asks){0};
    if (!said_list(cx, cx->actor->person, &wish, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!fill(cx, &all.at[i], LIST_PUSH(cx->mem, out)))
            return false;
    return true;
}

bool ask_get(struct ctx *cx, struct said_id id, struct ask *out)
{
    struct said s;

    *out = (struct ask){.said = {.words = ""}};
    if (!may(cx, MAY_CHANGE,
             (struct about){cx->actor->person, TOPIC_ASK, id.v}) ||
        !said_get(cx, cx->actor->person, id, &s))
        return false;
    if (s.kind != SAID_ASK || !((OPEN | OVER) >> s.state & 1U))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return fill(cx, &s, out);
}

bool did_list(struct ctx *cx, struct person_id whose, struct said_id id,
              struct dids *out)
{
    const bool hers = cx->actor->role == ROLE_PERSON;

    *out = (struct dids){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_ASK, id.v}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT d.id, d.words, d.at, d.author, p.first FROM asks_did d"
            " LEFT JOIN people_person p ON p.id = d.author"
            " WHERE d.thing = $1 AND d.person = $2"
            " AND (CAST($3 AS BIGINT) = 0 OR d.author = $3)"
            " ORDER BY d.id DESC");
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    db_put_int(q, hers ? 0 : reader_of(cx->actor));
    while (db_row(q)) {
        struct did *d = LIST_PUSH(cx->mem, out);
        const int64_t row = db_get_int(q);
        d->words = seal_get(q, did_place(row, whose));
        d->at = db_get_time(q);
        const struct person_id author = {db_get_int(q)};
        d->who = person_first_get(q, author);
    }
    return db_end(q);
}

/* What it was promised in answer to, while that is open. */
static bool read_ask(struct ctx *cx, int64_t promise, struct said_id *out)
{
    struct query *q = db_sql(
        cx, "SELECT a.id FROM said_thing p JOIN said_reply r ON r.id = p.about"
            " JOIN said_thing a ON a.id = r.thing"
            " WHERE p.id = $1 AND p.person = $2 AND a.kind = $3"
            " AND a.state < $4");

    db_put_int(q, promise);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, SAID_ASK);
    db_put_int(q, SAID_CLOSED);
    out->v = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

bool ask_of_promise(struct ctx *cx, int64_t id, struct ask_promise *out)
{
    const struct person_id me = cx->actor->person;
    struct person_id whose;
    struct said s;

    *out = (struct ask_promise){.words = ""};
    if (!said_whose(cx, (struct said_id){id}, &whose))
        return false;
    if (!person_same(whose, me))
        return true;
    if (!said_get(cx, me, (struct said_id){id}, &s))
        return false;
    if (s.kind != SAID_PROMISE || s.author == me.v ||
        (s.state != SAID_APPROVED && s.state != SAID_CLOSED))
        return true;
    out->words = s.words;
    return read_ask(cx, id, &out->ask);
}

/* --- asking --- */

bool ask_words_fit(struct ctx *cx, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, "words", "Please write what you ask for.");
    return text_fits(cx, "words", words, ASK_WORDS_MAX);
}

static bool not_too_many(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM said_thing WHERE person = $1"
                   " AND kind = $2 AND state < $3");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, SAID_ASK);
    db_put_int(q, SAID_CLOSED);
    int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < ASKS_OPEN_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot of open asks. Please end some first.");
}

bool ask_begin(struct ctx *cx, struct said *s)
{
    s->person = cx->actor->person;
    s->kind = SAID_ASK;
    s->to = (struct person_id){0};
    s->about = 0;
    s->until = TIME_NONE;
    return may(cx, MAY_CHANGE, (struct about){s->person, TOPIC_ASK, 0}) &&
           not_too_many(cx) && said_begin(cx, s);
}

bool ask_send(struct ctx *cx, struct said *s, struct date due,
              const struct ladder_wish *w)
{
    struct ladder_wish wish = *w;
    struct ladder l;
    bool louder, quieter;

    if (!promise_day_fits(cx, due, "due") || !ladder_new(cx, &l) ||
        !ladder_check(cx, &l, &wish) || !said_approve(cx, s->id, s->hash) ||
        (date_is_set(due) && !said_owe(cx, s, due)))
        return false;
    ladder_choose(&l, &wish, cx->now, &louder, &quieter);
    return ladder_save(cx, s, &l);
}

bool ask_make(struct ctx *cx, struct said *s, const struct ladder_wish *w)
{
    const struct date due = s->due;

    return ask_begin(cx, s) && ask_words_fit(cx, s->words) &&
           ask_send(cx, s, due, w);
}

/* --- louder and quieter --- */

static bool change(struct ctx *cx, const struct ask *a, bool louder,
                   bool quieter)
{
    const struct said *s = &a->said;

    return (!louder || said_move(cx, s->person, s->id, ACT_LOUDER, "")) &&
           (!quieter || said_move(cx, s->person, s->id, ACT_QUIETER, "")) &&
           over_tell(cx, s, &a->ladder) && ladder_save(cx, s, &a->ladder);
}

static bool get_open(struct ctx *cx, struct said_id id, struct ask *out)
{
    if (!ask_get(cx, id, out))
        return false;
    return ask_is_open(&out->said) ||
           fail(cx, ERR_CONFLICT, NULL,
                "This is over. You can open it again first.");
}

bool ask_loud(struct ctx *cx, struct said_id id, const struct ladder_wish *w)
{
    struct ladder_wish wish = *w;
    struct ask a;
    bool louder, quieter;

    if (!get_open(cx, id, &a) || !ladder_check(cx, &a.ladder, &wish))
        return false;
    ladder_choose(&a.ladder, &wish, cx->now, &louder, &quieter);
    return change(cx, &a, louder, quieter);
}

bool ask_louder(struct ctx *cx, struct said_id id)
{
    struct ask a;

    if (!get_open(cx, id, &a))
        return false;
    const int up = ladder_up(&a.ladder);
    if (up < 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is as loud as it gets with the steps you chose.");
    rung_begin(&a.ladder.at[up], cx->now);
    return change(cx, &a, true, false);
}

bool ask_quieter(struct ctx *cx, struct said_id id)
{
    struct ask a;

    if (!get_open(cx, id, &a))
        return false;
    const int top = ladder_top(&a.ladder);
    if (top < 0)
        return fail(cx, ERR_CONFLICT, NULL, "Nobody has it now.");
    rung_end(&a.ladder.at[top]);
    return change(cx, &a, false, true);
}

/* --- over --- */

enum said_act ask_act(const char *word)
{
    static const struct {
        const char *word;
        enum said_act act;
    } acts[] = {{"done", ACT_DONE},
                {"no-help", ACT_NO_HELP},
                {"stop", ACT_LET_GO},
                {"open", ACT_REOPEN}};

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].word, word) == 0)
            return acts[i].act;
    return SAID_ACTS;
}

bool ask_end(struct ctx *cx, struct said_id id, enum said_act act,
             const char *why)
{
    struct ask a;

    if (!ask_get(cx, id, &a))
        return false;
    if (act != ACT_DONE && act != ACT_NO_HELP && act != ACT_LET_GO &&
        act != ACT_REOPEN)
        return fail(cx, ERR_INVALID, "act", "Please choose one.");
    for (int i = 0; i < ASK_STEPS; i++)
        rung_end(&a.ladder.at[i]);
    return over_tell(cx, &a.said, &a.ladder) &&
           said_move(cx, a.said.person, id, act, why) &&
           ladder_save(cx, &a.said, &a.ladder);
}

bool ask_end_promises(struct ctx *cx, struct said_id id, enum said_act act)
{
    const struct person_id me = cx->actor->person;
    const enum said_act end = act == ACT_DONE ? ACT_DONE : ACT_LET_GO;
    struct replies all;

    if (!reply_list(cx, me, id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < all.at[i].promises.n; k++) {
            const struct said *p = &all.at[i].promises.at[k];
            if (p->state == SAID_APPROVED &&
                !promise_move(cx, me, p->id, end, &(struct will){.words = ""}))
                return false;
        }
    return true;
}
