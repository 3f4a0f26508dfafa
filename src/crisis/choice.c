#include "crisis/choice.h"

#include <string.h>

#include "base/text.h"
#include "crisis/crisis_int.h"
#include "crisis/open.h"

static const struct part {
    const char *field, *column;
} parts[CHOICE_PARTS] = {
    [CHOICE_HELPS] = {"helps", "crisis_choice.helps"},
    [CHOICE_WORSE] = {"worse", "crisis_choice.worse"},
    [CHOICE_CALL] = {"call", "crisis_choice.call"},
    [CHOICE_NOT_CALL] = {"not_call", "crisis_choice.not_call"},
    [CHOICE_PLACE] = {"place", "crisis_choice.place"},
    [CHOICE_NO] = {"no", "crisis_choice.no"},
    [CHOICE_PAPER] = {"paper", "crisis_choice.paper"},
};

const char *choice_field(enum choice_part p)
{
    return parts[p].field;
}

static struct place choice_place(enum choice_part p, int64_t id,
                                 struct person_id whose)
{
    return (struct place){parts[p].column, id, whose};
}

static struct about hers(const struct ctx *cx)
{
    return (struct about){cx->actor->person, TOPIC_HARD, 0};
}

static bool none(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- reading --- */

void choice_take(struct query *q, struct person_id whose,
                 struct choice_words *c)
{
    for (int p = 0; p < CHOICE_PARTS; p++)
        c->words[p] =
            seal_get(q, choice_place((enum choice_part)p, c->id, whose));
}

/* The newest of them, n at most. */
static bool read_some(struct ctx *cx, struct person_id whose, int n,
                      struct choices *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, number, bare, at, helps, worse, call, not_call,"
                   " place, no, paper FROM crisis_choice WHERE person = $1"
                   " ORDER BY number DESC LIMIT $2");

    *out = (struct choices){0};
    db_put_int(q, whose.v);
    db_put_int(q, n);
    while (db_row(q)) {
        struct choice_words *c = LIST_PUSH(cx->mem, out);
        *c = (struct choice_words){.id = db_get_int(q)};
        c->number = db_get_int(q);
        c->bare = db_get_int(q) != 0;
        c->at = db_get_int(q);
        choice_take(q, whose, c);
    }
    return db_end(q);
}

bool choice_newest(struct ctx *cx, struct person_id whose,
                   struct choice_words *out)
{
    struct choices one;

    *out = (struct choice_words){.bare = true};
    for (int p = 0; p < CHOICE_PARTS; p++)
        out->words[p] = "";
    if (!read_some(cx, whose, 1, &one))
        return false;
    if (one.n > 0)
        *out = one.at[0];
    return true;
}

bool choice_mine(struct ctx *cx, struct choice_words *out)
{
    *out = (struct choice_words){0};
    if (!is_herself(cx, cx->actor->person))
        return none(cx);
    return may(cx, MAY_SEE, hers(cx)) &&
           choice_newest(cx, cx->actor->person, out);
}

bool choice_before(struct ctx *cx, struct choices *out)
{
    struct choices all;

    *out = (struct choices){0};
    if (!is_herself(cx, cx->actor->person))
        return none(cx);
    if (!may(cx, MAY_SEE, hers(cx)) ||
        !read_some(cx, cx->actor->person, CHOICES_SHOWN + 1, &all))
        return false;
    for (size_t i = 1; i < all.n; i++)
        *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

/* --- writing --- */

static bool may_write(struct ctx *cx)
{
    return (is_herself(cx, cx->actor->person) || none(cx)) &&
           may(cx, MAY_CHANGE, hers(cx));
}

static bool same(const struct choice_words *a, const struct choice_words *b)
{
    for (int p = 0; p < CHOICE_PARTS; p++)
        if (strcmp(a->words[p], b->words[p]) != 0)
            return false;
    return true;
}

static const char *or_null(const char *words)
{
    return words && *words ? words : NULL;
}

static bool write_next(struct ctx *cx, const struct choice_words *c)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO crisis_choice (id, person, number, bare, at, helps,"
            " worse, call, not_call, place, no, paper)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, c->number);
    db_put_int(q, c->bare);
    db_put_int(q, cx->now);
    for (int p = 0; p < CHOICE_PARTS; p++)
        seal_put(q, choice_place((enum choice_part)p, id, cx->actor->person),
                 or_null(c->words[p]));
    return db_end(q);
}

/* The parts trimmed, as the version after now. */
static bool next(struct ctx *cx, const struct choice_words *now,
                 const char *const words[CHOICE_PARTS],
                 struct choice_words *out)
{
    *out = (struct choice_words){.number = now->number + 1, .bare = true};
    for (int p = 0; p < CHOICE_PARTS; p++) {
        out->words[p] = text_trim(cx->mem, words[p]);
        out->bare = out->bare && !*out->words[p];
        if (text_length(out->words[p]) > CHOICE_MAX)
            return fail(cx, ERR_INVALID, parts[p].field,
                        "Please make it a bit shorter.");
    }
    return true;
}

bool choice_put(struct ctx *cx, const char *const words[CHOICE_PARTS])
{
    struct choice_words now, then;

    if (!may_write(cx) || !choice_newest(cx, cx->actor->person, &now) ||
        !next(cx, &now, words, &then))
        return false;
    return same(&now, &then) || write_next(cx, &then);
}

bool choice_away(struct ctx *cx)
{
    static const char *const nothing[CHOICE_PARTS] = {"", "", "", "",
                                                      "", "", ""};
    struct choice_words now, then;

    if (!may_write(cx) || !choice_newest(cx, cx->actor->person, &now))
        return false;
    if (!now.id)
        return none(cx);
    struct query *q =
        db_sql(cx, "UPDATE crisis_choice SET helps = NULL, worse = NULL,"
                   " call = NULL, not_call = NULL, place = NULL, no = NULL,"
                   " paper = NULL WHERE person = $1");
    db_put_int(q, cx->actor->person.v);
    return db_end(q) && open_put(cx, OPEN_NOBODY) &&
           next(cx, &now, nothing, &then) &&
           (now.bare || write_next(cx, &then));
}
