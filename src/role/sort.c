#include "role/sort.h"

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "role/asked.h"

bool sorts_of(struct ctx *cx, int64_t program, struct sorts *out)
{
    *out = (struct sorts){0};
    for (int i = 0; i < ASKED_COUNT; i++)
        *LIST_PUSH(cx->mem, out) = (struct sort){
            i, lang_text(cx->lang, asked_says((enum asked)i)), false};
    struct query *q =
        db_sql(cx, "SELECT id, shipped, words, gone FROM role_sort"
                   " WHERE (program = $1 OR $1 = 0) ORDER BY id");
    db_put_int(q, program);
    while (db_row(q)) {
        const int64_t id = db_get_int(q), shipped = db_get_int(q);
        const char *words = db_get_text(q);
        const bool gone = date_is_set(db_get_date(q));
        if (shipped < 0)
            *LIST_PUSH(cx->mem, out) =
                (struct sort){SORT_OWN + id, words, gone};
        else if (shipped < ASKED_COUNT)
            out->at[shipped].gone = gone && program != 0;
    }
    return db_end(q);
}

bool sorts_listed(struct ctx *cx, struct sorts *out)
{
    struct sorts all;

    *out = (struct sorts){0};
    if (!sorts_of(cx, cx->actor->program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!all.at[i].gone)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

/* Of all that there ever were; NULL. */
static struct sort *named(const struct sorts *all, const char *words)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].says, words) == 0)
            return &all->at[i];
    return NULL;
}

static size_t how_many(const struct sorts *all)
{
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        n += !all->at[i].gone;
    return n;
}

static bool good_words(struct ctx *cx, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, "words", "Please write what it is.");
    return text_fits(cx, "words", words, SORT_LETTERS_MAX);
}

/* gone: the day; DATE_NONE when it is back. */
static bool put_gone(struct ctx *cx, int64_t category, struct date gone)
{
    struct query *q =
        db_sql(cx, "UPDATE role_sort SET gone = $1 WHERE program = $2"
                   " AND (id = $3 OR shipped = $4) RETURNING id");

    db_put_date(q, gone);
    db_put_int(q, cx->actor->program);
    db_put_int(q, category - SORT_OWN);
    db_put_int(q, category < ASKED_COUNT ? category : ASKED_COUNT);
    const bool there = db_row(q);
    return db_end(q) &&
           (there || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

static bool insert(struct ctx *cx, int64_t shipped, const char *words)
{
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO role_sort (id, program, shipped, words, gone)"
                   " VALUES ($1, $2, $3, $4, NULL)");

    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, shipped);
    db_put_text(q, words);
    return db_end(q) && id;
}

bool sort_add(struct ctx *cx, const char *words)
{
    struct sorts all;

    if (!actor_leads(cx) || !good_words(cx, words) ||
        !sorts_of(cx, cx->actor->program, &all))
        return false;
    const struct sort *same = named(&all, words);
    if (same && !same->gone)
        return fail(cx, ERR_INVALID, "words", "This is in the list already.");
    if (how_many(&all) >= SORTS_MAX)
        return fail(cx, ERR_INVALID, "words",
                    "The list is long enough. Please take one away first.");
    return same ? put_gone(cx, same->category, DATE_NONE)
                : insert(cx, -1, words);
}

/* The sort of this category that is in the list. Errors: ERR_NOTFOUND. */
static bool listed(struct ctx *cx, int64_t category, struct sorts *all)
{
    if (!sorts_of(cx, cx->actor->program, all))
        return false;
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].category == category && !all->at[i].gone)
            return true;
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* A shipped one has no row before it is taken away for the first time. */
static bool has_row(struct ctx *cx, int64_t shipped, bool *yes)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM role_sort WHERE program = $1"
                                 " AND shipped = $2");

    db_put_int(q, cx->actor->program);
    db_put_int(q, shipped);
    *yes = db_row(q);
    return db_end(q);
}

static bool take_away(struct ctx *cx, int64_t category)
{
    bool there = true;

    if (category < ASKED_COUNT && !has_row(cx, category, &there))
        return false;
    return (there || insert(cx, category, "")) &&
           put_gone(cx, category, day_of(cx->now));
}

bool sort_remove(struct ctx *cx, int64_t category)
{
    struct sorts all;

    if (!actor_leads(cx) || !listed(cx, category, &all))
        return false;
    if (how_many(&all) == 1)
        return fail(cx, ERR_INVALID, "words", "One has to stay in the list.");
    return take_away(cx, category);
}

bool sort_rename(struct ctx *cx, int64_t category, const char *words)
{
    struct sorts all;

    return actor_leads(cx) && good_words(cx, words) &&
           listed(cx, category, &all) && take_away(cx, category) &&
           sort_add(cx, words);
}
