#include "helps/habit.h"

#include "helps/helps_int.h"
#include "helps/open.h"

struct place habit_place(enum habit_part part, int64_t id,
                         struct person_id whose)
{
    static const char *const columns[HABIT_PARTS] = {
        "helps_habit.words", "helps_habit.step", "helps_habit.measure"};

    return (struct place){columns[part], id, whose};
}

struct place check_place(int64_t id, struct person_id whose)
{
    return (struct place){"helps_check.value", id, whose};
}

struct about habit_about(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_HABIT, id};
}

/* Hers, or of one who walks with her and whom she opened it to. */
static bool may_walk(struct ctx *cx, enum verb verb, struct person_id whose,
                     int64_t id)
{
    bool walks = true;

    if (!is_herself(cx, whose) &&
        !peer_walks_with(cx, cx->actor->person, whose, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, verb, habit_about(whose, id));
}

/* --- reading --- */

static void read_row(struct query *q, struct person_id whose, struct habit *h)
{
    *h = (struct habit){.id = db_get_int(q), .person = whose};
    h->words = seal_get(q, habit_place(HABIT_WORDS, h->id, whose));
    h->step = seal_get(q, habit_place(HABIT_STEP, h->id, whose));
    h->measure = seal_get(q, habit_place(HABIT_MEASURE, h->id, whose));
}

static void read_check(struct query *q, struct habit *h)
{
    struct check *c = LIST_PUSH(db_ctx(q)->mem, &h->checks);
    const int64_t id = db_get_int(q);
    const struct person_id by = {db_get_int(q)};

    *c = (struct check){.day = db_get_date(q)};
    c->hers = person_same(by, h->person);
    c->value = seal_get(q, check_place(id, h->person));
    c->who = person_first_get(q, by);
}

static bool read_checks(struct ctx *cx, struct habit *h)
{
    struct query *q = db_sql(
        cx, "SELECT c.id, c.who, c.day, c.value, p.first FROM helps_check c"
            " LEFT JOIN people_person p ON p.id = c.who"
            " WHERE c.habit = $1 AND c.person = $2"
            " ORDER BY c.day DESC, c.id LIMIT $3");

    db_put_int(q, h->id);
    db_put_int(q, h->person.v);
    db_put_int(q, HABIT_DAYS);
    while (db_row(q))
        read_check(q, h);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "SELECT 1 FROM helps_check WHERE habit = $1 AND person = $2"
                   " AND who = $3 AND day = $4");
    db_put_int(q, h->id);
    db_put_int(q, h->person.v);
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    h->today = db_row(q);
    return db_end(q);
}

bool habit_list(struct ctx *cx, struct habits *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct habits){0};
    if (!may(cx, MAY_SEE, habit_about(me, 0)))
        return false;
    struct query *q = db_sql(cx, "SELECT id, words, step, measure"
                                 " FROM helps_habit WHERE person = $1"
                                 " ORDER BY id DESC LIMIT $2");
    db_put_int(q, me.v);
    db_put_int(q, HABITS_MAX);
    while (db_row(q))
        read_row(q, me, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!read_checks(cx, &out->at[i]))
            return false;
    return true;
}

bool habit_get(struct ctx *cx, struct person_id whose, int64_t id,
               struct habit *out)
{
    *out = (struct habit){.words = "", .step = "", .measure = ""};
    if (!may_walk(cx, MAY_SEE, whose, id))
        return false;
    struct query *q = db_sql(cx, "SELECT id, words, step, measure"
                                 " FROM helps_habit WHERE id = $1"
                                 " AND person = $2");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    const bool is = db_row(q);
    if (is)
        read_row(q, whose, out);
    if (!db_end(q))
        return false;
    if (!is)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return read_checks(cx, out);
}

/* --- writing --- */

static bool fits(struct ctx *cx, const struct habit *h)
{
    if (!*h->words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write in a few words what the habit is.");
    return text_fits(cx, "words", h->words, HABIT_LETTERS) &&
           text_fits(cx, "step", h->step, HABIT_LETTERS) &&
           text_fits(cx, "measure", h->measure, HABIT_LETTERS);
}

static void put_parts(struct query *q, const struct habit *h, int64_t id,
                      struct person_id me)
{
    seal_put(q, habit_place(HABIT_WORDS, id, me), h->words);
    seal_put(q, habit_place(HABIT_STEP, id, me), *h->step ? h->step : NULL);
    seal_put(q, habit_place(HABIT_MEASURE, id, me),
             *h->measure ? h->measure : NULL);
}

bool habit_begin(struct ctx *cx, struct habit *h)
{
    const struct person_id me = cx->actor->person;
    struct habits all;

    if (!may(cx, MAY_CHANGE, habit_about(me, 0)) || !fits(cx, h) ||
        !habit_list(cx, &all))
        return false;
    if (all.n >= HABITS_MAX)
        return fail(cx, ERR_CONFLICT, NULL,
                    "There are %d habits already. Please take one off first.",
                    HABITS_MAX);
    h->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO helps_habit (id, person, words, step, measure,"
                   " made) VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, h->id);
    db_put_int(q, me.v);
    put_parts(q, h, h->id, me);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool habit_change(struct ctx *cx, const struct habit *h)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, habit_about(me, h->id)) || !fits(cx, h))
        return false;
    struct query *q = db_sql(cx, "UPDATE helps_habit SET words = $1, step = $2,"
                                 " measure = $3 WHERE id = $4 AND person = $5"
                                 " RETURNING id");
    put_parts(q, h, h->id, me);
    db_put_int(q, h->id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

/* What who acts did today, and its row; id 0: nothing. */
static bool forget_today(struct ctx *cx, const struct habit *h)
{
    struct query *q = db_sql(cx, "DELETE FROM helps_check WHERE habit = $1"
                                 " AND person = $2 AND who = $3 AND day = $4");

    db_put_int(q, h->id);
    db_put_int(q, h->person.v);
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    return db_end(q);
}

bool habit_check(struct ctx *cx, struct person_id whose, int64_t id,
                 const char *value)
{
    const char *said = is_herself(cx, whose) ? value : "";
    struct habit h;

    if (!habit_get(cx, whose, id, &h) || !may_walk(cx, MAY_CHANGE, whose, id) ||
        !text_fits(cx, "value", said, HABIT_VALUE_MAX))
        return false;
    if (h.today && !*said)
        return true;
    if (!forget_today(cx, &h))
        return false;
    const int64_t row = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO helps_check (id, habit, person, who, day,"
                   " value) VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, row);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    seal_put(q, check_place(row, whose), *said ? said : NULL);
    return db_end(q);
}

bool habit_uncheck(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct habit h;

    return habit_get(cx, whose, id, &h) &&
           may_walk(cx, MAY_CHANGE, whose, id) && forget_today(cx, &h);
}

bool habit_away(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, habit_about(me, id)) ||
        !permission_end_thing(cx, habit_about(me, id)))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM helps_check WHERE habit = $1"
                                 " AND person = $2");
    db_put_int(q, id);
    db_put_int(q, me.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM helps_habit WHERE id = $1 AND person = $2"
                   " RETURNING id");
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}
