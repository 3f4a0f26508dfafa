#include "rhythm/task.h"

#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"
#include "rhythm/meet.h"
#include "rhythm/space.h"
#include "sharing/may.h"

static struct place what_of(const struct task *t)
{
    return (struct place){"rhythm_task.what", t->id, t->person};
}

/* --- reading --- */

static void take(struct query *q, struct task *t)
{
    *t = (struct task){.id = db_get_int(q), .who = ""};
    t->person.v = db_get_int(q);
    t->peer.v = db_get_int(q);
    t->kind = (enum task_kind)db_get_int(q);
    t->due = db_get_date(q);
    t->at = db_get_time(q);
    t->channel = (enum channel)db_get_int(q);
    t->what = seal_get(q, what_of(t));
    t->ending = (enum task_ending)db_get_int(q);
    t->tries = (int)db_get_int(q);
    t->said = db_get_int(q) != 0;
    const unsigned safe = (unsigned)db_get_int(q);
    const int most = (int)db_get_int(q);
    t->ways = t->channel ? safe & 1U << t->channel : safe;
    if (t->channel == CHANNEL_CALL)
        t->ways |= safe & REACH_MAIL;
    t->left = t->ending == TASK_OPEN && most > t->tries ? most - t->tries : 0;
}

static bool take_all(struct ctx *cx, struct query *q, struct tasks *out)
{
    struct person p = {0};

    *out = (struct tasks){0};
    while (db_row(q))
        take(q, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        struct task *t = &out->at[i];
        t->late =
            t->ending == TASK_OPEN && (t->due.days < day_of(cx->now).days ||
                                       (t->at != TIME_NONE && t->at < cx->now));
        const struct person_id other =
            is_herself(cx, t->person) ? t->peer : t->person;
        if (!person_same(p.id, other) && !person_get(cx, other, &p))
            return false;
        t->who = p.first;
    }
    return true;
}

bool task_list_mine(struct ctx *cx, struct tasks *out)
{
    struct query *q = db_sql(
        cx, "SELECT t.* FROM rhythm_task_line t JOIN people_peer me"
            " ON me.peer = $1 AND me.member = t.person AND me.since <= $2"
            " AND (me.until IS NULL OR me.until > $2)"
            " WHERE t.ending = 0 AND t.due <= $3 AND (t.peer = $1"
            " OR NOT EXISTS (SELECT 1 FROM people_peer w WHERE w.peer = t.peer"
            " AND w.member = t.person AND w.since <= $2"
            " AND (w.until IS NULL OR w.until > $2)))"
            " AND NOT EXISTS (SELECT 1 FROM people_staff d"
            " WHERE d.person = t.person)"
            " ORDER BY t.due, t.at IS NULL, t.at, t.id LIMIT $4");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_date(q, day_of(cx->now));
    db_put_int(q, TASKS_SHOWN);
    return take_all(cx, q, out);
}

/* id 0: all that are open. To her, those of all her peers. */
static bool list(struct ctx *cx, struct person_id whose, int64_t id,
                 struct tasks *out)
{
    *out = (struct tasks){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.* FROM rhythm_task_line t WHERE t.person = $1"
            " AND (t.id = $2 OR ($2 = 0 AND t.ending = 0))"
            " AND ($3 = 0 OR t.peer = $3"
            " OR NOT EXISTS (SELECT 1 FROM people_peer w WHERE w.peer = t.peer"
            " AND w.member = t.person AND w.since <= $4"
            " AND (w.until IS NULL OR w.until > $4)))"
            " ORDER BY t.due, t.at IS NULL, t.at, t.id LIMIT $5");
    db_put_int(q, whose.v);
    db_put_int(q, id);
    db_put_int(q, is_herself(cx, whose) ? 0 : cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_int(q, TASKS_SHOWN);
    return take_all(cx, q, out);
}

bool task_list(struct ctx *cx, struct person_id whose, struct tasks *out)
{
    return list(cx, whose, 0, out);
}

static bool none(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing like that to do.");
}

bool task_get(struct ctx *cx, struct person_id whose, int64_t id,
              struct task *out)
{
    struct tasks one;

    *out = (struct task){0};
    if (!list(cx, whose, id, &one))
        return false;
    if (one.n == 0)
        return none(cx);
    *out = one.at[0];
    return true;
}

/* --- opening --- */

bool task_open(struct ctx *cx, struct task *t, int64_t meet)
{
    struct person p;

    if (!space_none(cx, t->person) || !person_get(cx, t->person, &p))
        return false;
    t->id = db_new_id(cx);
    t->peer = cx->actor->person;
    struct query *q = db_sql(
        cx, "INSERT INTO rhythm_task (id, person, program, peer, kind, time,"
            " due, at, channel, what, made, ending)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0)");
    db_put_int(q, t->id);
    db_put_int(q, t->person.v);
    db_put_int(q, p.program);
    db_put_int(q, t->peer.v);
    db_put_int(q, t->kind);
    db_put_time(q, meet ? meet : TIME_NONE);
    db_put_date(q, t->due);
    db_put_time(q, t->at);
    db_put_time(q, t->channel ? (int64_t)t->channel : TIME_NONE);
    seal_put(q, what_of(t), t->what);
    db_put_int(q, cx->now);
    return db_end(q) && task_close_used(cx, t->person);
}

bool task_check_in(struct ctx *cx, struct task *t)
{
    const int32_t today = day_of(cx->now).days;
    struct reach r;

    t->kind = TASK_CHECK;
    t->at = TIME_NONE;
    if (!meet_may_change(cx, t->person, cx->actor->person) ||
        !reach_rule(cx, t->person, &r))
        return false;
    if (is_herself(cx, t->person))
        return none(cx);
    if (!date_is_set(t->due) || t->due.days < today ||
        t->due.days > today + TASK_AHEAD_MAX)
        return fail(cx, ERR_INVALID, "due",
                    "Please choose a day in the next three months.");
    if (!reach_has(&r, t->channel))
        return fail(cx, ERR_INVALID, "channel",
                    "Please choose a way that is marked as safe.");
    if (text_length(t->what) > TASK_WHAT_MAX)
        return fail(cx, ERR_INVALID, "what", "Please make it a bit shorter.");
    return task_open(cx, t, 0);
}

static bool is_open_by(struct ctx *cx, struct person_id whose, struct date day,
                       bool *yes)
{
    struct query *q =
        db_sql(cx, "SELECT 1 FROM rhythm_task WHERE person = $1 AND peer = $2"
                   " AND kind = $3 AND due <= $4 AND closed IS NULL LIMIT 1");

    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, TASK_CHECK);
    db_put_date(q, day);
    *yes = db_row(q);
    return db_end(q);
}

bool task_next_day(struct ctx *cx, struct person_id whose)
{
    struct task t = {.person = whose,
                     .kind = TASK_CHECK,
                     .due = {day_of(cx->now).days + 1},
                     .at = TIME_NONE,
                     .channel = CHANNEL_NONE,
                     .what = ""};
    struct date until;
    bool open = false;

    if (!space_now(cx, whose, &until) || !is_open_by(cx, whose, t.due, &open))
        return false;
    return open || date_is_set(until) || task_open(cx, &t, 0);
}

/* --- trying --- */

bool retry_fits(struct ctx *cx, int64_t at, const char *field)
{
    if (at == TIME_NONE)
        return fail(cx, ERR_INVALID, field,
                    "Please say when you will try again.");
    if (at <= cx->now || day_of(at).days > day_of(cx->now).days + 1)
        return fail(cx, ERR_INVALID, field,
                    "Please choose a time still to come, today or tomorrow.");
    return true;
}

/* Of the acting peer's, and open. */
static bool get_open(struct ctx *cx, struct person_id whose, int64_t id,
                     struct task *out)
{
    *out = (struct task){0};
    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_TIMES, 0}) ||
        !task_get(cx, whose, id, out))
        return false;
    if (is_herself(cx, whose))
        return none(cx);
    return out->ending == TASK_OPEN ||
           fail(cx, ERR_CONFLICT, NULL,
                "This has ended. There is nothing more to do.");
}

static bool close_task(struct ctx *cx, int64_t id, enum task_ending ending)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_task SET closed = $1, ending = $2"
                   " WHERE id = $3 AND closed IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, ending);
    db_put_int(q, id);
    return db_end(q);
}

bool task_talked(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct task t;

    return get_open(cx, whose, id, &t) && space_none(cx, whose) &&
           close_task(cx, id, TASK_REACHED);
}

/* The rule of R19: a safe way, and never more than she set. */
static bool try_fits(struct ctx *cx, const struct task *t, enum channel c,
                     enum outcome o, int64_t again)
{
    if (c <= CHANNEL_NONE || c >= CHANNELS || !(t->ways >> c & 1))
        return fail(cx, ERR_INVALID, "channel",
                    "Please choose a way that is marked as safe.");
    if (t->left == 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "That is all the tries that were asked for.");
    if (o <= OUTCOME_NONE || o > OUTCOME_NO_ANSWER)
        return fail(cx, ERR_INVALID, "outcome", "Please say what came of it.");
    if (o == OUTCOME_WORD &&
        (c == CHANNEL_TEXT || (c == CHANNEL_CALL && !(t->ways & REACH_MAIL))))
        return fail(cx, ERR_INVALID, "outcome",
                    "This way leaves no word. Please choose no answer.");
    return again == TIME_NONE || retry_fits(cx, again, "again");
}

static bool write_try(struct ctx *cx, const struct task *t, enum channel c,
                      enum outcome o)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO rhythm_try (id, task, person, number, channel,"
            " outcome, by_whom, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, id);
    db_put_int(q, t->id);
    db_put_int(q, t->person.v);
    db_put_int(q, t->tries + 1);
    db_put_int(q, c);
    db_put_int(q, o);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    return db_end(q);
}

static bool put_off(struct ctx *cx, int64_t id, int64_t again)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_task SET due = $1, at = $2 WHERE id = $3"
                   " AND closed IS NULL");

    db_put_date(q, day_of(again));
    db_put_time(q, again);
    db_put_int(q, id);
    return db_end(q);
}

bool task_try(struct ctx *cx, struct task *t, enum channel channel,
              enum outcome outcome, int64_t again)
{
    if (!get_open(cx, t->person, t->id, t) || !space_none(cx, t->person) ||
        !try_fits(cx, t, channel, outcome, again) ||
        !write_try(cx, t, channel, outcome))
        return false;
    if (outcome == OUTCOME_REACHED)
        return close_task(cx, t->id, TASK_REACHED);
    if (t->left == 1)
        return close_task(cx, t->id, TASK_USED);
    return again == TIME_NONE || put_off(cx, t->id, again);
}

/* Also what a peer who left had to tell: whoever she met has it now. */
bool task_close_met(struct ctx *cx, struct person_id whose,
                    struct person_id peer, int64_t at)
{
    struct query *q = db_sql(
        cx, "UPDATE rhythm_task SET closed = $1, ending = $2"
            " WHERE person = $3 AND kind = $4 AND closed IS NULL AND made <= $5"
            " AND (peer = $6 OR NOT EXISTS (SELECT 1 FROM people_peer w"
            " WHERE w.peer = rhythm_task.peer AND w.member = rhythm_task.person"
            " AND w.since <= $1 AND (w.until IS NULL OR w.until > $1)))");

    db_put_int(q, cx->now);
    db_put_int(q, TASK_REACHED);
    db_put_int(q, whose.v);
    db_put_int(q, TASK_RETRY);
    db_put_int(q, at);
    db_put_int(q, peer.v);
    return db_end(q);
}

bool task_close_all(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_task SET closed = $1, ending = $2"
                   " WHERE person = $3 AND closed IS NULL");

    db_put_int(q, cx->now);
    db_put_int(q, TASK_SPACE);
    db_put_int(q, whose.v);
    return db_end(q);
}

/* A wish for no tries ends a courtesy call; that a time is off is told face to
 * face then. */
bool task_close_used(struct ctx *cx, struct person_id whose)
{
    struct query *q = db_sql(
        cx, "UPDATE rhythm_task SET closed = $1, ending = $2"
            " WHERE person = $3 AND closed IS NULL AND EXISTS"
            " (SELECT 1 FROM rhythm_task_line l WHERE l.id = rhythm_task.id"
            " AND l.said IS NOT NULL AND l.tries >= l.most"
            " AND (l.tries > 0 OR l.kind = $4))");

    db_put_int(q, cx->now);
    db_put_int(q, TASK_USED);
    db_put_int(q, whose.v);
    db_put_int(q, TASK_COURTESY);
    return db_end(q);
}
