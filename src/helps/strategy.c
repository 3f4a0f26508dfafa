#include "helps/strategy.h"

#include <stdlib.h>

#include "helps/helps_int.h"
#include "sharing/permission.h"

struct place strategy_place(enum part part, int64_t id, struct person_id whose)
{
    static const char *const columns[PARTS] = {"helps_strategy.words",
                                               "helps_strategy.moment",
                                               "helps_strategy.helps"};

    return (struct place){columns[part], id, whose};
}

struct about strategy_about(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_HELPS, id};
}

/* --- reading --- */

static void read_row(struct query *q, struct person_id whose,
                     struct strategy *s)
{
    *s = (struct strategy){.id = db_get_int(q), .person = whose};
    s->words = seal_get(q, strategy_place(PART_WORDS, s->id, whose));
    s->moment = seal_get(q, strategy_place(PART_MOMENT, s->id, whose));
    s->helps = seal_get(q, strategy_place(PART_HELPS, s->id, whose));
    s->used = db_get_time(q);
    const struct person_id from = {db_get_int(q)};
    s->copied = from.v != 0;
    s->from = person_first_get(q, from);
}

static int by_use(const void *a, const void *b)
{
    const struct strategy *x = a, *y = b;
    const int64_t at = x->used == TIME_NONE ? 0 : x->used;
    const int64_t then = y->used == TIME_NONE ? 0 : y->used;

    if (at != then)
        return at > then ? -1 : 1;
    return x->id > y->id ? -1 : x->id < y->id;
}

bool strategy_list(struct ctx *cx, struct person_id whose,
                   struct strategies *out)
{
    *out = (struct strategies){0};
    if (!may(cx, MAY_SEE, strategy_about(whose, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT s.id, s.words, s.moment, s.helps, s.used, s.source,"
            " p.first FROM helps_strategy s LEFT JOIN people_person p"
            " ON p.id = s.source WHERE s.person = $1 ORDER BY s.id LIMIT $2");
    db_put_int(q, whose.v);
    db_put_int(q, STRATEGIES_MAX);
    while (db_row(q))
        read_row(q, whose, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    if (out->n > 0)
        qsort(out->at, out->n, sizeof *out->at, by_use);
    return true;
}

bool strategy_read(struct ctx *cx, struct person_id whose, int64_t id,
                   struct strategy *out)
{
    struct query *q =
        db_sql(cx, "SELECT s.id, s.words, s.moment, s.helps, s.used, s.source,"
                   " p.first FROM helps_strategy s LEFT JOIN people_person p"
                   " ON p.id = s.source WHERE s.id = $1 AND s.person = $2");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    const bool is = db_row(q);
    if (is)
        read_row(q, whose, out);
    if (!db_end(q))
        return false;
    return is || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool strategy_get(struct ctx *cx, int64_t id, struct strategy *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct strategy){
        .words = "", .moment = "", .helps = "", .from = "", .used = TIME_NONE};
    return may(cx, MAY_CHANGE, strategy_about(me, id)) &&
           strategy_read(cx, me, id, out);
}

/* --- writing --- */

static bool part_fits(struct ctx *cx, const char *field, const char *words)
{
    return text_fits(cx, field, words, STRATEGY_LETTERS);
}

bool strategy_fits(struct ctx *cx, const struct strategy *s)
{
    if (!*s->words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write in a few words what helps.");
    return part_fits(cx, "words", s->words) &&
           part_fits(cx, "moment", s->moment) &&
           part_fits(cx, "helps", s->helps);
}

static bool check_few(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM helps_strategy WHERE person = $1");

    db_put_int(q, whose.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < STRATEGIES_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are %d things on the list already. Please take one off "
                "first.",
                STRATEGIES_MAX);
}

static void put_parts(struct query *q, const struct strategy *s, int64_t id,
                      struct person_id whose)
{
    seal_put(q, strategy_place(PART_WORDS, id, whose), s->words);
    seal_put(q, strategy_place(PART_MOMENT, id, whose), s->moment);
    seal_put(q, strategy_place(PART_HELPS, id, whose), s->helps);
}

bool strategy_add(struct ctx *cx, struct strategy *s, struct person_id from)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, strategy_about(me, 0)) || !strategy_fits(cx, s) ||
        !check_few(cx, me))
        return false;
    s->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO helps_strategy (id, person, words, moment, helps,"
            " source, made) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, s->id);
    db_put_int(q, me.v);
    put_parts(q, s, s->id, me);
    if (from.v)
        db_put_int(q, from.v);
    else
        db_put_null(q);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool strategy_change(struct ctx *cx, const struct strategy *s)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, strategy_about(me, s->id)) ||
        !strategy_fits(cx, s))
        return false;
    struct query *q = db_sql(cx, "UPDATE helps_strategy SET words = $1,"
                                 " moment = $2, helps = $3 WHERE id = $4"
                                 " AND person = $5 RETURNING id");
    put_parts(q, s, s->id, me);
    db_put_int(q, s->id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

bool strategy_used(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, strategy_about(me, id)))
        return false;
    struct query *q = db_sql(cx, "UPDATE helps_strategy SET used = $1"
                                 " WHERE id = $2 AND person = $3"
                                 " RETURNING id");
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

bool strategy_away(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, strategy_about(me, id)) ||
        !permission_end_thing(cx, strategy_about(me, id)))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM helps_strategy WHERE id = $1"
                                 " AND person = $2 RETURNING id");
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}
