#include "deck/count.h"

#include <string.h>

#include "db/db.h"

enum { DIMENSIONS = 5 };

static struct date month_of(struct date d, int before)
{
    int year = 0, month = 0, day = 0;

    date_split(d, &year, &month, &day);
    month -= before;
    return month > 0 ? date_ymd(year, month, 1) : date_ymd(year - 1, 12, 1);
}

bool count_add(struct ctx *cx, const struct vault *v, const struct shared *s)
{
    const struct date month = month_of(day_of(cx->now), 0);
    const char *use = arena_fmt(cx->mem, "count %s", date_iso(cx->mem, month));
    struct query *q = db_sql(
        cx, "INSERT INTO deck_count (program, month, token, held, domain,"
            " depth, asked, helped, why)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            " ON CONFLICT DO NOTHING");

    db_put_int(q, cx->actor->program);
    db_put_date(q, month);
    db_put_text(q, vault_token(cx->mem, v, use));
    db_put_int(q, s->held);
    db_put_int(q, s->domain);
    db_put_int(q, s->depth);
    db_put_int(q, s->asked);
    db_put_int(q, s->helped);
    db_put_int(q, s->why);
    return db_end(q);
}

bool count_forget(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM deck_count WHERE month < $1");

    db_put_date(q, month_of(day_of(cx->now), 1));
    return db_end(q);
}

/* What one token said: a value of each dimension. */
struct row {
    const char *token;
    int64_t is[DIMENSIONS]; /* domain, depth, asked, helped, why */
};

struct rows {
    struct row *at;
    size_t n, cap;
};

static bool read_rows(struct ctx *cx, struct date month, struct rows *out)
{
    struct query *q =
        db_sql(cx, "SELECT token, domain, depth, asked, helped, why, held"
                   " FROM deck_count WHERE program = $1 AND month = $2"
                   " ORDER BY token");

    *out = (struct rows){0};
    db_put_int(q, cx->actor->program);
    db_put_date(q, month);
    while (db_row(q)) {
        struct row *r = LIST_PUSH(cx->mem, out);
        r->token = db_get_text(q);
        for (int i = 0; i < DIMENSIONS; i++)
            r->is[i] = db_get_int(q);
        if (db_get_bool(q)) /* held back: only why is counted */
            r->is[0] = 0;
    }
    return db_end(q);
}

/* Tokens that said this. They stand in order, so each is counted once. */
static int64_t peers_of(const struct rows *rows, int dimension, int64_t value)
{
    const char *last = "";
    int64_t n = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct row *r = &rows->at[i];
        if (r->is[dimension] != value || strcmp(r->token, last) == 0)
            continue;
        last = r->token;
        n++;
    }
    return n;
}

static void put(struct ctx *cx, struct counted *c, struct count_lines *to,
                const char *says, int64_t peers)
{
    if (peers < COUNT_LEAST)
        return;
    *LIST_PUSH(cx->mem, to) = (struct count_line){says, peers};
    c->any = true;
}

bool count_last_month(struct ctx *cx, struct counted *out)
{
    struct rows rows;
    struct domains all;

    *out = (struct counted){.month = month_of(day_of(cx->now), 1)};
    if (!read_rows(cx, out->month, &rows) ||
        !domains_of(cx, cx->actor->program, &all))
        return false;
    const struct {
        struct count_lines *to;
        const char *(*says)(int value);
        int values;
    } by[DIMENSIONS] = {{&out->domain, NULL, 0},
                        {&out->depth, depth_says, DEPTHS},
                        {&out->asked, asked_by_says, ASKED_BYS},
                        {&out->helped, helped_says, HELPEDS},
                        {&out->why, held_why_says, HELD_WHYS}};
    for (size_t i = 0; i < all.n; i++)
        put(cx, out, by[0].to, all.at[i].says,
            peers_of(&rows, 0, all.at[i].id));
    for (int d = 1; d < DIMENSIONS; d++)
        for (int value = 0; value < by[d].values; value++)
            put(cx, out, by[d].to, lang_text(cx->lang, by[d].says(value)),
                peers_of(&rows, d, value));
    return true;
}
