#include "visits/visit.h"

#include <inttypes.h>
#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

enum { DAY_S = 86400, FAR_DAYS = 2 * 366, YEAR_DAYS = 300 };

bool visit_is_over(const struct visit *v, int64_t now)
{
    return v->state == VISIT_HELD || v->at + VISIT_LASTS <= now;
}

bool visit_is_far(const struct visit *v, int64_t now)
{
    return visit_days_left(v, now) > YEAR_DAYS;
}

int visit_days_left(const struct visit *v, int64_t now)
{
    return day_of(v->at).days - day_of(now).days;
}

static struct about visits_of(struct person_id whose)
{
    return (struct about){.person = whose, .topic = TOPIC_VISITS};
}

static struct place with_place(const struct visit *v)
{
    return (struct place){"visits_visit.with_name", v->id.v, v->person};
}

static struct place place_place(const struct visit *v)
{
    return (struct place){"visits_visit.place", v->id.v, v->person};
}

static struct place reason_place(const struct visit *v)
{
    return (struct place){"visits_visit.reason", v->id.v, v->person};
}

/* The columns of every SELECT below, in this order. */
static void read_row(struct query *q, struct visit *v)
{
    v->id.v = db_get_int(q);
    v->person.v = db_get_int(q);
    v->program = db_get_int(q);
    v->at = db_get_int(q);
    v->kind = (enum visit_kind)db_get_int(q);
    v->inside = db_get_bool(q);
    v->with.v = db_get_int(q);
    v->with_name = seal_get(q, with_place(v));
    v->place = seal_get(q, place_place(v));
    v->reason = seal_get(q, reason_place(v));
    v->source = (enum visit_source)db_get_int(q);
    v->state = (enum visit_state)db_get_int(q);
}

static bool read_all(struct ctx *cx, struct query *q, struct visits *out)
{
    *out = (struct visits){0};
    while (db_row(q))
        read_row(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool visit_get(struct ctx *cx, struct person_id whose, struct visit_id id,
               struct visit *out)
{
    struct visits found;

    if (!may(cx, MAY_SEE, visits_of(whose)))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, person, program, at, kind, inside, with_person,"
                   " with_name, place, reason, source, state"
                   " FROM visits_visit WHERE id = $1 AND person = $2");
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    if (!read_all(cx, q, &found))
        return false;
    if (found.n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *out = found.at[0];
    return true;
}

bool visit_list_coming(struct ctx *cx, struct person_id whose, int limit,
                       struct visits *out)
{
    if (!may(cx, MAY_SEE, visits_of(whose)))
        return false;
    struct query *q = db_once(
        db_sql(cx, "SELECT id, person, program, at, kind, inside, with_person,"
                   " with_name, place, reason, source, state"
                   " FROM visits_visit WHERE person = $1 AND state = $2"
                   " AND at > $3 ORDER BY at, id LIMIT $4"));
    db_put_int(q, whose.v);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    db_put_int(q, limit);
    return read_all(cx, q, out);
}

bool visit_list_ahead(struct ctx *cx, struct person_id whose,
                      struct visit_at behind, int limit, struct visits *out)
{
    if (!may(cx, MAY_SEE, visits_of(whose)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT id, person, program, at, kind, inside, with_person,"
            " with_name, place, reason, source, state"
            " FROM visits_visit WHERE person = $1"
            " AND ((state = $2 AND at > $3) OR (state = $4 AND at > $5))"
            " AND (at > $6 OR (at = $6 AND id > $7)) ORDER BY at, id LIMIT $8");
    db_put_int(q, whose.v);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    db_put_int(q, VISIT_CANCELLED);
    db_put_int(q, cx->now);
    db_put_int(q, behind.at);
    db_put_int(q, behind.id);
    db_put_int(q, limit);
    return read_all(cx, q, out);
}

bool visit_list_past(struct ctx *cx, struct person_id whose, int64_t before,
                     int limit, struct visits *out)
{
    if (!may(cx, MAY_SEE, visits_of(whose)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT id, person, program, at, kind, inside, with_person,"
            " with_name, place, reason, source, state"
            " FROM visits_visit WHERE person = $1 AND at < $2"
            " AND (state <> $3 OR at <= $4) ORDER BY at DESC, id LIMIT $5");
    db_put_int(q, whose.v);
    db_put_int(q, before);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    db_put_int(q, limit);
    return read_all(cx, q, out);
}

static bool line_fits(struct ctx *cx, const char *field, const char *s)
{
    if (text_length(s) > VISIT_LINE_MAX)
        return fail(cx, ERR_INVALID, field, "Please make it a bit shorter.");
    return true;
}

static bool check(struct ctx *cx, const struct visit *v)
{
    int days = v->at == TIME_NONE ? 0 : visit_days_left(v, cx->now);

    if (!*v->with_name)
        return fail(cx, ERR_INVALID, "with", "Please say who it is with.");
    if (v->at == TIME_NONE)
        return fail(cx, ERR_INVALID, "day", "Please choose a day and a time.");
    if (v->source == VISIT_BY_HAND && (days > FAR_DAYS || days < -FAR_DAYS))
        return fail(cx, ERR_INVALID, "day",
                    "Please look at the year. That day is far away.");
    return line_fits(cx, "with", v->with_name) &&
           line_fits(cx, "place", v->place) &&
           line_fits(cx, "reason", v->reason);
}

static void put_with(struct query *q, const struct visit *v)
{
    if (v->with.v)
        db_put_int(q, v->with.v);
    else
        db_put_null(q);
}

/* What a file calls a visit, and all that it says of it. {0}: by hand. */
struct source {
    struct blob key, word;
};

static bool insert(struct ctx *cx, struct visit *v, struct source from)
{
    v->id.v = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO visits_visit (id, person, program, at, kind, inside,"
            " with_person, with_name, place, reason, source, source_key,"
            " source_word, state, made)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
            " $14, $15)");
    db_put_int(q, v->id.v);
    db_put_int(q, v->person.v);
    db_put_int(q, v->program);
    db_put_int(q, v->at);
    db_put_int(q, v->kind);
    db_put_int(q, v->inside);
    put_with(q, v);
    seal_put(q, with_place(v), v->with_name);
    seal_put(q, place_place(v), v->place);
    seal_put(q, reason_place(v), v->reason);
    db_put_int(q, v->source);
    db_put_blob(q, from.key);
    db_put_blob(q, from.word);
    db_put_int(q, v->state);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool visit_add(struct ctx *cx, struct visit *v)
{
    if (!may(cx, MAY_CHANGE, visits_of(v->person)) || !check(cx, v))
        return false;
    return insert(cx, v, (struct source){0});
}

static bool update(struct ctx *cx, const struct visit *v)
{
    struct query *q =
        db_sql(cx, "UPDATE visits_visit SET at = $1, kind = $2, inside = $3,"
                   " with_person = $4, with_name = $5, place = $6, reason = $7"
                   " WHERE id = $8 AND person = $9 RETURNING id");

    db_put_int(q, v->at);
    db_put_int(q, v->kind);
    db_put_int(q, v->inside);
    put_with(q, v);
    seal_put(q, with_place(v), v->with_name);
    seal_put(q, place_place(v), v->place);
    seal_put(q, reason_place(v), v->reason);
    db_put_int(q, v->id.v);
    db_put_int(q, v->person.v);
    return db_end_one(q);
}

bool visit_change(struct ctx *cx, const struct visit *v)
{
    return may(cx, MAY_CHANGE, visits_of(v->person)) && check(cx, v) &&
           update(cx, v);
}

static bool set_state(struct ctx *cx, struct person_id whose,
                      struct visit_id id, enum visit_state state)
{
    struct query *q = db_sql(cx, "UPDATE visits_visit SET state = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");

    db_put_int(q, state);
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    return db_end_one(q);
}

bool visit_set_state(struct ctx *cx, struct person_id whose, struct visit_id id,
                     enum visit_state state)
{
    return may(cx, MAY_CHANGE, visits_of(whose)) &&
           set_state(cx, whose, id, state);
}

static struct source source_of(struct ctx *cx, const struct visit *v)
{
    const char *key = arena_fmt(cx->mem, "%" PRId64 " %d %s", v->program,
                                v->source, v->source_id);
    const char *word =
        arena_fmt(cx->mem, "%" PRId64 "\n%d\n%d\n%" PRId64 "\n%s\n%s\n%s\n%d",
                  v->at, v->kind, v->inside, v->with.v, v->with_name, v->place,
                  v->reason, v->state);

    return (struct source){keys_blind(cx, "visits.source_key", key),
                           keys_blind(cx, "visits.source_word", word)};
}

/* The row that came from this source; *id {0}: none. *same: the file says of
 * it what it said before. */
static bool find_source(struct ctx *cx, const struct visit *v,
                        struct source from, struct visit_id *id, bool *same)
{
    struct query *q = db_sql(cx, "SELECT id, person, source_word"
                                 " FROM visits_visit"
                                 " WHERE program = $1 AND source_key = $2");
    int64_t person = v->person.v;

    db_put_int(q, v->program);
    db_put_blob(q, from.key);
    if (db_row(q)) {
        id->v = db_get_int(q);
        person = db_get_int(q);
        struct blob word = db_get_blob(q);
        *same =
            word.n == from.word.n && memcmp(word.at, from.word.at, word.n) == 0;
    }
    if (!db_end(q))
        return false;
    return person == v->person.v ||
           fail(cx, ERR_CONFLICT, NULL, "That visit is not yours.");
}

static bool set_source_word(struct ctx *cx, struct visit_id id,
                            struct blob word)
{
    struct query *q =
        db_sql(cx, "UPDATE visits_visit SET source_word = $1 WHERE id = $2");

    db_put_blob(q, word);
    db_put_int(q, id.v);
    return db_end(q);
}

bool visit_came(struct ctx *cx, const struct visit *v, struct visit *out)
{
    struct visit_id id = {0};
    struct visits found;
    bool same = false;

    *out = (struct visit){0};
    if (!find_source(cx, v, source_of(cx, v), &id, &same))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, person, program, at, kind, inside, with_person,"
                   " with_name, place, reason, source, state"
                   " FROM visits_visit WHERE id = $1");
    db_put_int(q, id.v);
    if (!read_all(cx, q, &found))
        return false;
    if (found.n)
        *out = found.at[0];
    return true;
}

bool visit_put(struct ctx *cx, struct visit *v, enum visit_put *what)
{
    struct visit_id id = {0};
    bool same = false;

    if (!check(cx, v))
        return false;
    struct source from = source_of(cx, v);
    if (!find_source(cx, v, from, &id, &same))
        return false;
    *what = id.v == 0 ? VISIT_NEW : same ? VISIT_SAME : VISIT_CHANGED;
    if (*what == VISIT_NEW)
        return insert(cx, v, from);
    v->id = id;
    return same || (update(cx, v) && set_state(cx, v->person, id, v->state) &&
                    set_source_word(cx, id, from.word));
}
