#include "keys/keys.h"
#include "people/people_int.h"

enum { WORDS_MAX = 120 }; /* characters of a name or of a word for it */

static bool check(struct ctx *cx, const char *name, const char *who)
{
    if (!*name)
        return fail(cx, ERR_INVALID, "name", "Please write a name.");
    if (text_length(name) > WORDS_MAX)
        return fail(cx, ERR_INVALID, "name", "Please make the name shorter.");
    if (!*who)
        return fail(cx, ERR_INVALID, "who",
                    "Please write who this is for you.");
    if (text_length(who) > WORDS_MAX)
        return fail(cx, ERR_INVALID, "who", "Please make this shorter.");
    return true;
}

bool circle_add(struct ctx *cx, struct person_id whose, const char *name,
                const char *who)
{
    struct circle now;

    name = text_trim(cx->mem, name);
    who = text_trim(cx->mem, who);
    if (!check(cx, name, who) || !circle_list(cx, whose, &now))
        return false;
    if (now.n >= CIRCLE_MAX)
        return fail(cx, ERR_CONFLICT, "name",
                    "This list is full. Please take someone off first.");
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO people_circle (id, person, name, who)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    seal_put(q, (struct place){"people_circle.name", id, whose}, name);
    seal_put(q, (struct place){"people_circle.who", id, whose}, who);
    return db_end(q);
}

bool circle_end(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct query *q =
        db_sql(cx, "DELETE FROM people_circle WHERE id = $1 AND person = $2"
                   " RETURNING id");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    bool found = db_row(q);
    if (!db_end(q))
        return false;
    return found ||
           fail(cx, ERR_NOTFOUND, NULL, "This is not on the list any more.");
}

bool circle_list(struct ctx *cx, struct person_id whose, struct circle *out)
{
    struct query *q = db_sql(cx, "SELECT id, name, who FROM people_circle"
                                 " WHERE person = $1 ORDER BY id");

    *out = (struct circle){0};
    db_put_int(q, whose.v);
    while (db_row(q)) {
        struct circle_line *l = LIST_PUSH(cx->mem, out);
        l->id = db_get_int(q);
        l->name =
            seal_get(q, (struct place){"people_circle.name", l->id, whose});
        l->who = seal_get(q, (struct place){"people_circle.who", l->id, whose});
    }
    return db_end(q);
}
