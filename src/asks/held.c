#include "asks/held.h"

#include "asks/asks_int.h"
#include "db/db.h"
#include "people/people.h"

static void take(struct ctx *cx, struct query *q, struct held *h)
{
    *h = (struct held){.name = ""};
    h->id.v = db_get_int(q);
    h->person.v = db_get_int(q);
    h->answered = db_get_bool(q);
    h->due = db_get_date(q);
    h->days = days_gone(db_get_time(q), cx->now);
    h->old = h->days > ASK_OLD_DAYS;
    h->name = person_first_get(q, h->person);
}

/* Each line is asked for itself. */
static bool only_open(struct ctx *cx, const struct helds *all,
                      struct helds *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct held *h = &all->at[i];
        bool yes = false;
        if (!may_know(cx, MAY_SEE,
                      (struct about){h->person, TOPIC_ASK, h->id.v}, &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = *h;
    }
    return true;
}

bool held_list(struct ctx *cx, struct helds *out)
{
    struct helds all = {0};
    struct query *q = db_sql(
        cx, "SELECT h.id, h.person, h.answered, h.due, h.asked, p.first"
            " FROM (SELECT t.id, t.person, t.due, (SELECT MIN(v.approved)"
            " FROM said_version v WHERE v.thing = t.id) AS asked,"
            " CASE WHEN EXISTS"
            " (SELECT 1 FROM said_reply r WHERE r.thing = t.id"
            " AND r.author = $4) THEN 1 ELSE 0 END AS answered"
            " FROM said_thing t WHERE t.kind = $1 AND t.state > $2"
            " AND t.state < $3 AND t.id IN (SELECT s.thing FROM asks_step s"
            " WHERE s.holder = $4 AND s.since <= $5)) h"
            " JOIN people_person p ON p.id = h.person"
            " ORDER BY h.answered, h.asked, h.id LIMIT $6");

    *out = (struct helds){0};
    db_put_int(q, SAID_ASK);
    db_put_int(q, SAID_DRAFT);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, cx->now);
    db_put_int(q, HELD_SHOWN);
    while (db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, &all));
    return db_end(q) && only_open(cx, &all, out);
}

/* Who holds it may write to it; to look is not to write. */
static bool find(struct ctx *cx, struct said_id id, struct said *out)
{
    struct person_id whose;
    bool holds = false;

    *out = (struct said){.words = ""};
    if (!said_whose(cx, id, &whose) ||
        !may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_ASK, id.v},
                  &holds))
        return false;
    if (!holds)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!said_get(cx, whose, id, out))
        return false;
    return ask_is_open(out) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool held_get(struct ctx *cx, struct said_id id, struct held_ask *out)
{
    struct person her;

    *out = (struct held_ask){.said = {.words = ""}, .line = {.name = ""}};
    if (!find(cx, id, &out->said) || !person_get(cx, out->said.person, &her) ||
        !reply_list(cx, out->said.person, id, &out->replies) ||
        !did_list(cx, out->said.person, id, &out->dids))
        return false;
    const int days = days_gone(out->said.approved, cx->now);
    out->line = (struct held){.id = id,
                              .person = out->said.person,
                              .name = her.first,
                              .days = days,
                              .answered = out->replies.n > 0,
                              .old = days > ASK_OLD_DAYS,
                              .due = out->said.due};
    return true;
}

static bool check_did(struct ctx *cx, const struct said *s, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, "did", "Please write what was done.");
    if (!text_fits(cx, "did", words, DID_WORDS_MAX))
        return false;
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM asks_did WHERE thing = $1");
    db_put_int(q, s->id.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < DIDS_MAX || fail(cx, ERR_CONFLICT, NULL,
                                "That is a lot already. Please write it in "
                                "your answer.");
}

bool held_did(struct ctx *cx, struct said_id id, const char *words)
{
    struct said s;

    if (!find(cx, id, &s) ||
        !may(cx, MAY_CHANGE, (struct about){s.person, TOPIC_ASK, id.v}) ||
        !check_did(cx, &s, words))
        return false;
    const int64_t row = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO asks_did (id, thing, person, author, words, at)"
                   " VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, row);
    db_put_int(q, s.id.v);
    db_put_int(q, s.person.v);
    db_put_int(q, reader_of(cx->actor));
    seal_put(q, did_place(row, s.person), words);
    db_put_time(q, cx->now);
    return db_end(q);
}

/* Asked before that second, and with somebody now. */
static bool count_asked(struct ctx *cx, int64_t before, int64_t *n)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(*) FROM said_thing t WHERE t.program = $1"
            " AND t.kind = $2 AND t.state > $3 AND t.state < $4"
            " AND (SELECT MIN(v.approved) FROM said_version v"
            " WHERE v.thing = t.id) < $5 AND EXISTS (SELECT 1 FROM "
            "sharing_permission p"
            " WHERE p.person = t.person AND p.topic = $6 AND p.thing = t.id"
            " AND p.since <= $7 AND p.ended IS NULL)");

    db_put_int(q, cx->actor->program);
    db_put_int(q, SAID_ASK);
    db_put_int(q, SAID_DRAFT);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, before);
    db_put_int(q, TOPIC_ASK);
    db_put_int(q, cx->now);
    *n = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

bool ask_count(struct ctx *cx, struct ask_numbers *out)
{
    const struct date oldest = {day_of(cx->now).days - ASK_OLD_DAYS};
    int64_t open, old;

    *out = (struct ask_numbers){.open = {COUNT_FEW, 0}, .old = {COUNT_FEW, 0}};
    if (!may_count(cx) || !count_asked(cx, cx->now + 1, &open) ||
        !count_asked(cx, time_at(oldest, 0), &old))
        return false;
    *out = (struct ask_numbers){count_of(open), count_among(old, open)};
    return true;
}
