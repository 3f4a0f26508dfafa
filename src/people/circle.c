#include "people/circle.h"
#include "base/text.h"
#include "keys/keys.h"
#include "people/people_int.h"

enum { WORDS_MAX = 120 }; /* characters of each of the three */

static struct place place_of(const char *column, int64_t id,
                             struct person_id whose)
{
    return (struct place){column, id, whose};
}

static bool fits(struct ctx *cx, const char *field, const char *words)
{
    return text_length(words) <= WORDS_MAX ||
           fail(cx, ERR_INVALID, field, "Please make this shorter.");
}

/* Trimmed, and in order. */
static bool check(struct ctx *cx, struct circle_line *l)
{
    l->name = text_trim(cx->mem, l->name);
    l->who = text_trim(cx->mem, l->who);
    l->knows = text_trim(cx->mem, l->knows);
    if (!*l->name)
        return fail(cx, ERR_INVALID, "name", "Please write a name.");
    if (text_length(l->name) > WORDS_MAX)
        return fail(cx, ERR_INVALID, "name", "Please make the name shorter.");
    if (!*l->who)
        return fail(cx, ERR_INVALID, "who",
                    "Please write who this is for you.");
    if (!fits(cx, "who", l->who) || !fits(cx, "knows", l->knows))
        return false;
    if (!date_is_set(l->until))
        return true;
    if (!*l->knows)
        return fail(cx, ERR_INVALID, "knows",
                    "Please write what they may know until then.");
    return l->until.days >= day_of(cx->now).days ||
           fail(cx, ERR_INVALID, "until",
                "Please choose today, or a day to come.");
}

/* The four that she writes, as the next parameters. */
static void put_words(struct query *q, int64_t id, struct person_id whose,
                      const struct circle_line *l)
{
    seal_put(q, place_of("people_circle.name", id, whose), l->name);
    seal_put(q, place_of("people_circle.who", id, whose), l->who);
    seal_put(q, place_of("people_circle.knows", id, whose), l->knows);
    db_put_date(q, l->until);
}

bool circle_add(struct ctx *cx, struct person_id whose,
                const struct circle_line *given)
{
    struct circle_line l = *given;
    struct circle now;

    if (!check(cx, &l) || !circle_list(cx, whose, &now))
        return false;
    if (now.n >= CIRCLE_MAX)
        return fail(cx, ERR_CONFLICT, "name",
                    "This list is full. Please take someone off first.");
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO people_circle (id, person, name, who, knows, until)"
            " VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    put_words(q, id, whose, &l);
    return db_end(q);
}

/* Ends a statement that gives back the line it was about. */
static bool was_there(struct query *q)
{
    struct ctx *cx = db_ctx(q);
    const bool found = db_row(q);

    return db_end(q) && (found || fail(cx, ERR_NOTFOUND, NULL,
                                       "This is not on the list any more."));
}

bool circle_change(struct ctx *cx, struct person_id whose,
                   const struct circle_line *given)
{
    struct circle_line l = *given;

    if (!check(cx, &l))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE people_circle SET name = $1, who = $2, knows = $3,"
                   " until = $4 WHERE id = $5 AND person = $6 RETURNING id");
    put_words(q, l.id, whose, &l);
    db_put_int(q, l.id);
    db_put_int(q, whose.v);
    return was_there(q);
}

bool circle_shut(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE people_circle SET knows = NULL, until = NULL"
                   " WHERE id = $1 AND person = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    return was_there(q);
}

bool circle_end(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct query *q =
        db_sql(cx, "DELETE FROM people_circle WHERE id = $1 AND person = $2"
                   " RETURNING id");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    return was_there(q);
}

bool circle_list(struct ctx *cx, struct person_id whose, struct circle *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, name, who, knows, until FROM people_circle"
                   " WHERE person = $1 ORDER BY id");

    *out = (struct circle){0};
    db_put_int(q, whose.v);
    while (db_row(q)) {
        struct circle_line *l = LIST_PUSH(cx->mem, out);
        l->id = db_get_int(q);
        l->name = seal_get(q, place_of("people_circle.name", l->id, whose));
        l->who = seal_get(q, place_of("people_circle.who", l->id, whose));
        l->knows = seal_get(q, place_of("people_circle.knows", l->id, whose));
        l->until = db_get_date(q);
        l->over = date_is_set(l->until) && l->until.days < day_of(cx->now).days;
    }
    return db_end(q);
}

bool circle_get(struct ctx *cx, struct person_id whose, int64_t id,
                struct circle_line *out)
{
    struct circle all;

    if (!circle_list(cx, whose, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == id) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL, "This is not on the list any more.");
}
