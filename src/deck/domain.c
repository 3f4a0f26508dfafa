#include "deck/domain.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "db/db.h"

static const struct {
    const char *says;
    bool quiet;
} ours[DOMAINS_OURS] = {
    {N_("Food and cooking"), false},
    {N_("Culture, heritage, language"), false},
    {N_("Art, music, things on the wall"), false},
    {N_("Family"), false},
    {N_("Losing someone"), false},
    {N_("Caring for a parent"), false},
    {N_("Being a parent"), false},
    {N_("Children taken into care"), true},
    {N_("Being without a home"), false},
    {N_("Not having money"), false},
    {N_("Body and health: sugar, weight, smoking"), false},
    {N_("Being hurt or stalked"), true},
    {N_("Work and school"), false},
    {N_("Jail and court"), false},
    {N_("Faith"), false},
    {N_("Using substances"), false},
    {N_("Being in hospital"), false},
    {N_("Mental health and treatment"), false},
};

/* A row of the program, as it stands in the store. */
struct row {
    int64_t id, shipped, after;
    bool quiet, gone;
    const char *words;
};

struct rows {
    struct row *at;
    size_t n, cap;
};

static bool read_rows(struct ctx *cx, int64_t program, struct rows *out)
{
    struct query *q = db_sql(cx, "SELECT id, shipped, after, quiet, words, gone"
                                 " FROM deck_domain WHERE program = $1"
                                 " ORDER BY id");

    *out = (struct rows){0};
    db_put_int(q, program);
    while (db_row(q)) {
        struct row *r = LIST_PUSH(cx->mem, out);
        *r = (struct row){.id = db_get_int(q)};
        r->shipped = db_get_int(q);
        r->after = db_get_int(q);
        r->quiet = db_get_bool(q);
        r->words = db_get_text(q);
        r->gone = date_is_set(db_get_date(q));
    }
    return db_end(q);
}

static bool is_gone(const struct rows *rows, int64_t shipped)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->at[i].shipped == shipped && rows->at[i].gone)
            return true;
    return false;
}

static void put_own(struct ctx *cx, const struct rows *rows, int64_t after,
                    struct domains *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct row *r = &rows->at[i];
        if (!r->shipped && r->after == after)
            *LIST_PUSH(cx->mem, out) =
                (struct domain){r->id, r->words, r->quiet, r->gone};
    }
}

bool domains_of(struct ctx *cx, int64_t program, struct domains *out)
{
    struct rows rows;

    *out = (struct domains){0};
    if (!read_rows(cx, program, &rows))
        return false;
    put_own(cx, &rows, 0, out);
    for (int64_t id = 1; id <= DOMAINS_OURS; id++) {
        *LIST_PUSH(cx->mem, out) =
            (struct domain){id, lang_text(cx->lang, ours[id - 1].says),
                            ours[id - 1].quiet, is_gone(&rows, id)};
        put_own(cx, &rows, id, out);
    }
    return true;
}

bool domains_now(struct ctx *cx, int64_t program, struct domains *out)
{
    struct domains all;

    *out = (struct domains){0};
    if (!domains_of(cx, program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!all.at[i].gone)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

const struct domain *domain_in(const struct domains *all, int64_t id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id == id)
            return &all->at[i];
    return NULL;
}

/* --- who leads keeps the list --- */

static bool insert(struct ctx *cx, const struct row *r)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO deck_domain (id, program, shipped, after, quiet,"
            " words, gone) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, r->shipped);
    db_put_int(q, r->after);
    db_put_int(q, r->quiet);
    db_put_text(q, r->words);
    db_put_date(q, r->gone ? day_of(cx->now) : DATE_NONE);
    return db_end(q) && id;
}

/* The row of this one; *there is false for a shipped one nobody touched. */
static bool set_gone(struct ctx *cx, int64_t id, bool gone, bool *there)
{
    const bool shipped = id <= DOMAINS_OURS;
    struct query *q = db_sql(
        cx, "UPDATE deck_domain SET gone = $1 WHERE program = $2"
            " AND ((shipped = 0 AND id = $3) OR (shipped > 0 AND shipped = $4))"
            " RETURNING id");

    db_put_date(q, gone ? day_of(cx->now) : DATE_NONE);
    db_put_int(q, cx->actor->program);
    db_put_int(q, shipped ? 0 : id);
    db_put_int(q, shipped ? id : 0);
    *there = db_row(q);
    return db_end(q);
}

static bool good_words(struct ctx *cx, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, "words", "Please write what it is.");
    return text_fits(cx, "words", words, DOMAIN_LETTERS_MAX);
}

static size_t standing(const struct domains *all)
{
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        n += !all->at[i].gone;
    return n;
}

static const struct domain *named(const struct domains *all, const char *words)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].says, words) == 0)
            return &all->at[i];
    return NULL;
}

bool domain_add(struct ctx *cx, const char *words, int64_t after, bool quiet)
{
    struct domains all;
    bool there = false;

    if (!actor_leads(cx) || !good_words(cx, words) ||
        !domains_of(cx, cx->actor->program, &all))
        return false;
    if (after < 0 || after > DOMAINS_OURS)
        return fail(cx, ERR_INVALID, "after",
                    "Please choose what it stands behind.");
    const struct domain *same = named(&all, words);
    if (same && !same->gone)
        return fail(cx, ERR_INVALID, "words", "This is in the list already.");
    if (standing(&all) >= DOMAINS_MAX)
        return fail(cx, ERR_INVALID, "words",
                    "The list is long enough. Please take one away first.");
    return same ? set_gone(cx, same->id, false, &there)
                : insert(cx, &(struct row){.after = after,
                                           .quiet = quiet,
                                           .words = words});
}

/* One that stands, or one that was taken away. Errors: ERR_NOTFOUND. */
static bool find(struct ctx *cx, int64_t id, bool gone, struct domains *all)
{
    if (!domains_of(cx, cx->actor->program, all))
        return false;
    const struct domain *d = domain_in(all, id);
    return (d && d->gone == gone) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool domain_remove(struct ctx *cx, int64_t id)
{
    struct domains all;
    bool there = false;

    if (!actor_leads(cx) || !find(cx, id, false, &all))
        return false;
    if (standing(&all) == 1)
        return fail(cx, ERR_INVALID, "words", "One has to stay in the list.");
    return set_gone(cx, id, true, &there) &&
           (there || insert(cx, &(struct row){
                                    .shipped = id, .words = "", .gone = true}));
}

bool domain_put_back(struct ctx *cx, int64_t id)
{
    struct domains all;
    bool there = false;

    return actor_leads(cx) && find(cx, id, true, &all) &&
           set_gone(cx, id, false, &there);
}
