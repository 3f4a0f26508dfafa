#include "crisis/there.h"

#include "base/text.h"
#include "crisis/crisis_int.h"
#include "crisis/look.h"
#include "rhythm/task.h"

struct place there_place(int64_t id, struct person_id whose)
{
    return (struct place){"crisis_there.place", id, whose};
}

struct place there_others_place(int64_t id, struct person_id whose)
{
    return (struct place){"crisis_there.others", id, whose};
}

struct place there_wanted_place(int64_t id, struct person_id whose)
{
    return (struct place){"crisis_there.wanted", id, whose};
}

static bool none(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- writing one down --- */

static bool check_day(struct ctx *cx, struct date day)
{
    const int32_t today = day_of(cx->now).days;

    if (!date_is_set(day))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    if (day.days > today)
        return fail(cx, ERR_INVALID, "day",
                    "That day is still to come. Please choose one that was.");
    return day.days >= today - THERE_DAYS_MAX ||
           fail(cx, ERR_INVALID, "day",
                "That is long ago. Please choose one of the last %d days.",
                THERE_DAYS_MAX);
}

static bool fits(struct ctx *cx, const char *field, const char *words, int most)
{
    return text_length(words) <= (size_t)most ||
           fail(cx, ERR_INVALID, field, "Please make it a bit shorter.");
}

static bool check(struct ctx *cx, const struct there *t)
{
    if (!check_day(cx, t->day))
        return false;
    if ((int)t->how < 0 || t->how >= THERE_HOWS)
        return fail(cx, ERR_INVALID, "how", "Please choose how you met.");
    if (t->minutes < 1 || t->minutes > THERE_MINUTES_MAX)
        return fail(cx, ERR_INVALID, "minutes",
                    "Please write the minutes as a number, at most %d.",
                    THERE_MINUTES_MAX);
    if (*t->others && !t->others_yes)
        return fail(cx, ERR_INVALID, "others",
                    "Please write this only when the one you were with said "
                    "yes. You can leave it empty.");
    return fits(cx, "place", t->place, THERE_LINE_MAX) &&
           fits(cx, "others", t->others, THERE_LINE_MAX);
}

static bool insert(struct ctx *cx, const struct there *t)
{
    struct query *q = db_sql(
        cx, "INSERT INTO crisis_there (id, person, program, peer, day, how,"
            " minutes, place, others, made)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");

    db_put_int(q, t->id);
    db_put_int(q, t->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, t->peer.v);
    db_put_date(q, t->day);
    db_put_int(q, t->how);
    db_put_int(q, t->minutes);
    seal_put(q, there_place(t->id, t->person), *t->place ? t->place : NULL);
    seal_put(q, there_others_place(t->id, t->person),
             *t->others ? t->others : NULL);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* Who walks with her; and who came because she let any peer come, while what
 * she wants is open to that peer. */
static bool may_log(struct ctx *cx, struct person_id whose)
{
    bool walks = false;
    struct look l;

    if (!may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_RECORD, 0},
                  &walks) ||
        (!walks && !look_know(cx, whose, &l)))
        return false;
    return walks || l.until != TIME_NONE || none(cx);
}

bool there_log(struct ctx *cx, struct there *t)
{
    if (cx->actor->role != ROLE_PEER)
        return none(cx);
    t->place = text_trim(cx->mem, t->place);
    t->others = text_trim(cx->mem, t->others);
    if (!may_log(cx, t->person) || !check(cx, t))
        return false;
    t->id = db_new_id(cx);
    t->peer = cx->actor->person;
    return insert(cx, t) && task_next_day(cx, t->person);
}

/* --- hers --- */

static bool is_hers(struct ctx *cx, enum verb verb)
{
    const struct person_id me = cx->actor->person;

    return (is_herself(cx, me) || none(cx)) &&
           may(cx, verb, (struct about){me, TOPIC_RECORD, 0});
}

static void take(struct query *q, struct person_id whose, struct there *t)
{
    *t = (struct there){.id = db_get_int(q), .person = whose};
    t->peer.v = db_get_int(q);
    t->day = db_get_date(q);
    t->how = (enum there_how)db_get_int(q);
    t->minutes = db_get_int(q);
    t->place = seal_get(q, there_place(t->id, whose));
    t->others = seal_get(q, there_others_place(t->id, whose));
    t->wanted = seal_get(q, there_wanted_place(t->id, whose));
    t->who = person_first_get(q, t->peer);
}

/* id 0: all of them. */
static bool list(struct ctx *cx, int64_t id, struct theres *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct theres){0};
    if (!is_hers(cx, MAY_SEE))
        return false;
    struct query *q = db_sql(
        cx, "SELECT t.id, t.peer, t.day, t.how, t.minutes, t.place, t.others,"
            " t.wanted, p.first FROM crisis_there t LEFT JOIN people_person p"
            " ON p.id = t.peer WHERE t.person = $1"
            " AND (CAST($2 AS BIGINT) = 0 OR t.id = $2)"
            " ORDER BY t.day DESC, t.id DESC LIMIT $3");
    db_put_int(q, me.v);
    db_put_int(q, id);
    db_put_int(q, THERE_SHOWN);
    while (db_row(q))
        take(q, me, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool there_list(struct ctx *cx, struct theres *out)
{
    return list(cx, 0, out);
}

bool there_get(struct ctx *cx, int64_t id, struct there *out)
{
    struct theres one;

    *out = (struct there){0};
    if (!list(cx, id, &one))
        return false;
    if (one.n == 0)
        return none(cx);
    *out = one.at[0];
    return true;
}

bool there_wanted(struct ctx *cx, int64_t id, const char *words)
{
    words = text_trim(cx->mem, words);
    if (!is_hers(cx, MAY_CHANGE) ||
        !fits(cx, "wanted", words, THERE_WANTED_MAX))
        return false;
    struct query *q = db_sql(cx, "UPDATE crisis_there SET wanted = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    seal_put(q, there_wanted_place(id, cx->actor->person),
             *words ? words : NULL);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

/* --- a peer's --- */

bool there_list_between(struct ctx *cx, struct person_id whose,
                        struct theres *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, day, how, minutes FROM crisis_there"
                   " WHERE person = $1 AND peer = $2"
                   " ORDER BY day DESC, id DESC LIMIT $3");

    *out = (struct theres){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, THERE_SHOWN);
    while (db_row(q)) {
        struct there *t = LIST_PUSH(cx->mem, out);
        *t = (struct there){.id = db_get_int(q),
                            .person = whose,
                            .place = "",
                            .others = "",
                            .wanted = "",
                            .who = ""};
        t->day = db_get_date(q);
        t->how = (enum there_how)db_get_int(q);
        t->minutes = db_get_int(q);
    }
    return db_end(q);
}
