/* Lists of things said: hers, one's own, those between two. */
#include "said/said_int.h"

/* The columns of said_line: a thing, its words, its last step. */
static void take_line(struct query *q, struct said *s)
{
    said_take(q, s);
    said_take_words(q, s);
    const int64_t move = db_get_int(q);
    s->why = seal_get(q, said_why_place(move, s->person));
    s->last_act = (enum said_act)db_get_int(q);
    s->last_by = db_get_int(q);
}

static bool read_list(struct ctx *cx, struct query *q, struct saids *out)
{
    while (db_row(q))
        take_line(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

/* The lowest and the highest of a set of states: the index is walked from one
 * to the other, past years of what is over. */
static void put_span(struct query *q, unsigned states)
{
    int low = 0, high = SAID_STATES - 1;

    while (low < high && !(states >> low & 1))
        low++;
    while (high > low && !(states >> high & 1))
        high--;
    db_put_int(q, low);
    db_put_int(q, high);
}

/* What is not over, of every kind at once: several lists of one page are made
 * of it. Each takes its own, and opens no other words. */
static bool list_open(struct ctx *cx, struct person_id whose,
                      const struct said_wish *wish, struct saids *out)
{
    struct query *q =
        db_once(db_sql(cx, "SELECT kind, state, said_line.* FROM said_line"
                           " WHERE person = $1 AND state < $2"
                           " ORDER BY due IS NULL, due, id DESC"));

    db_put_int(q, whose.v);
    db_put_int(q, SAID_CLOSED);
    while ((int)out->n < wish->limit && db_row(q)) {
        const int64_t kind = db_get_int(q), state = db_get_int(q);
        if (wish->kinds >> kind & 1 && wish->states >> state & 1)
            take_line(q, LIST_PUSH(cx->mem, out));
    }
    return db_end(q);
}

/* Of what is over, how many a list takes, *n at most, and since when they were
 * moved. */
static bool count_over(struct ctx *cx, struct person_id whose,
                       const struct said_wish *wish, int *n, int64_t *since)
{
    struct query *q =
        db_sql(cx, "SELECT moved FROM said_thing WHERE person = $1"
                   " AND ($2 >> CAST(kind AS INTEGER)) & 1 = 1"
                   " AND ($3 >> CAST(state AS INTEGER)) & 1 = 1"
                   " AND state >= $4 ORDER BY moved DESC");
    const int most = *n;

    *n = 0;
    db_put_int(q, whose.v);
    db_put_int(q, wish->kinds);
    db_put_int(q, wish->states);
    db_put_int(q, SAID_CLOSED);
    for (; *n < most && db_row(q); ++*n)
        *since = db_get_int(q);
    return db_end(q);
}

/* What is over lies there for years: only the latest is looked at with its
 * words, as much as there is room for. */
static bool list_over(struct ctx *cx, struct person_id whose,
                      const struct said_wish *wish, struct saids *out)
{
    int n = wish->limit - (int)out->n;
    int64_t since = 0;

    if (!count_over(cx, whose, wish, &n, &since))
        return false;
    if (n == 0)
        return true;
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE person = $1"
                   " AND ($2 >> CAST(kind AS INTEGER)) & 1 = 1"
                   " AND ($3 >> CAST(state AS INTEGER)) & 1 = 1"
                   " AND state >= $4 AND moved >= $5"
                   " ORDER BY moved DESC, due IS NULL, due, id DESC");
    db_put_int(q, whose.v);
    db_put_int(q, wish->kinds);
    db_put_int(q, wish->states);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, since);
    for (; n > 0 && db_row(q); n--)
        take_line(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool said_list(struct ctx *cx, struct person_id whose,
               const struct said_wish *wish, struct saids *out)
{
    const unsigned over = ~0U << SAID_CLOSED;

    *out = (struct saids){0};
    for (int k = 0; k < SAID_KINDS; k++)
        if (wish->kinds >> k & 1 &&
            !may(cx, MAY_SEE,
                 (struct about){whose, said_topic((enum said_kind)k), 0}))
            return false;
    return (!(wish->states & ~over) || list_open(cx, whose, wish, out)) &&
           (!(wish->states & over) || list_over(cx, whose, wish, out));
}

bool said_list_about(struct ctx *cx, struct person_id whose, int64_t about,
                     struct saids *out)
{
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE about = $1 AND person = $2"
                   " AND kind = $3 AND approved IS NOT NULL ORDER BY id");

    *out = (struct saids){0};
    db_put_int(q, about);
    db_put_int(q, whose.v);
    db_put_int(q, SAID_PROMISE);
    return read_list(cx, q, out);
}

/* Each line is asked for itself: what one said to somebody who does not let one
 * see it any more is not there. */
static bool only_open(struct ctx *cx, const struct saids *all,
                      struct saids *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct said *s = &all->at[i];
        bool yes = false;
        if (!may_know(cx, MAY_SEE, said_about(s), &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = *s;
    }
    return true;
}

bool said_ended_with(struct ctx *cx, const struct said *s, const char **why)
{
    *why = "";
    if (s->last_act != ACT_REOPEN)
        return true;
    struct query *q =
        db_sql(cx, "SELECT id, why FROM said_move WHERE thing = $1"
                   " AND state = $2 AND act <> $3"
                   " ORDER BY id DESC LIMIT 1");
    db_put_int(q, s->id.v);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, ACT_SEEN);
    if (db_row(q)) {
        const int64_t move = db_get_int(q);
        *why = seal_get(q, said_why_place(move, s->person));
    }
    return db_end(q);
}

/* $2 is the kind, $3 the state, $4 since when, $5 who knows it already. */
static void put_told(struct query *q, int64_t whose, int64_t since, int64_t me)
{
    db_put_int(q, whose);
    db_put_int(q, SAID_PROMISE);
    db_put_int(q, SAID_CLOSED);
    db_put_time(q, since);
    db_put_int(q, me);
    db_put_int(q, ACT_SEEN);
}

bool said_list_told(struct ctx *cx, struct person_id whose, int64_t since,
                    struct saids *out)
{
    *out = (struct saids){0};
    if (!may(cx, MAY_SEE, (struct about){whose, said_topic(SAID_PROMISE), 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE person = $1 AND kind = $2"
                   " AND state = $3 AND moved >= $4 AND last_by <> $5"
                   " AND last_act <> $6 ORDER BY moved DESC, id DESC");
    put_told(q, whose.v, since, whose.v);
    return read_list(cx, q, out);
}

bool said_list_told_mine(struct ctx *cx, int64_t since, struct saids *out)
{
    struct saids all = {0};
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE author = $1 AND kind = $2"
                   " AND state = $3 AND moved >= $4 AND last_by <> $5"
                   " AND last_act <> $6 ORDER BY moved DESC, id DESC");

    *out = (struct saids){0};
    put_told(q, reader_of(cx->actor), since, reader_of(cx->actor));
    return read_list(cx, q, &all) && only_open(cx, &all, out);
}

static bool mine_from(struct ctx *cx, const struct said_wish *wish, int from,
                      struct saids *out)
{
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE author = $1"
                   " AND ($2 >> CAST(kind AS INTEGER)) & 1 = 1"
                   " AND ($3 >> CAST(state AS INTEGER)) & 1 = 1"
                   " AND state BETWEEN $7 AND $8"
                   " ORDER BY CASE WHEN state < $4 THEN 0 ELSE 1 END,"
                   " CASE WHEN state >= $4 THEN moved END DESC,"
                   " due IS NULL, due, id DESC LIMIT $5 OFFSET $6");

    *out = (struct saids){0};
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, wish->kinds);
    db_put_int(q, wish->states);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, wish->limit);
    db_put_int(q, from);
    put_span(q, wish->states);
    return read_list(cx, q, out);
}

/* What one may not see any more is left out first, then the list is cut. */
bool said_list_mine(struct ctx *cx, const struct said_wish *wish,
                    struct saids *out)
{
    const size_t most = (size_t)wish->limit;
    struct saids some = {.n = most};

    *out = (struct saids){0};
    for (int from = 0; out->n < most && some.n == most; from += wish->limit)
        if (!mine_from(cx, wish, from, &some) || !only_open(cx, &some, out))
            return false;
    if (out->n > most)
        out->n = most;
    return true;
}

bool said_list_between(struct ctx *cx, struct person_id whose,
                       const struct said_wish *wish, struct saids *out)
{
    struct saids all = {0};
    struct query *q =
        db_sql(cx, "SELECT * FROM said_line WHERE person = $1"
                   " AND (author = $2 OR to_whom = $2) AND approved IS NOT NULL"
                   " AND ($3 >> CAST(kind AS INTEGER)) & 1 = 1"
                   " AND ($4 >> CAST(state AS INTEGER)) & 1 = 1"
                   " AND state BETWEEN $7 AND $8"
                   " ORDER BY CASE WHEN state < $5 THEN 0 ELSE 1 END,"
                   " CASE WHEN state >= $5 THEN moved END DESC,"
                   " due IS NULL, due, id DESC LIMIT $6");

    *out = (struct saids){0};
    db_put_int(q, whose.v);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, wish->kinds);
    db_put_int(q, wish->states);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, wish->limit);
    put_span(q, wish->states);
    return read_list(cx, q, &all) && only_open(cx, &all, out);
}
