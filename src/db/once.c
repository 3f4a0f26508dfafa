/* Rows that a transaction which only reads found once, told again from memory:
 * one more engine, for the queries that go through db_once(). */
#include <string.h>

#include "db/db_int.h"

struct found {
    struct found *next; /* in the same slot */
    const char *sql;    /* the literal's address is its name */
    const struct value *put;
    size_t puts, rows, columns;
    struct {
        struct value *at; /* row by row */
        size_t n, cap;
    } values;
};

struct run {
    const struct found *found;
    size_t next; /* the row to come: the one told is before it */
};

static struct found **slot_of(struct query *q)
{
    size_t h = (uintptr_t)q->sql >> 3;

    for (size_t i = 0; i < q->put.n; i++)
        h = h * 31 + (size_t)q->put.at[i].number + q->put.at[i].bytes.n;
    return &q->cx->db->once[h % DB_ONCE_SLOTS];
}

static bool same(const struct value *a, const struct value *b)
{
    return a->kind == b->kind && a->number == b->number &&
           a->bytes.n == b->bytes.n &&
           (a->bytes.n == 0 ||
            memcmp(a->bytes.at, b->bytes.at, b->bytes.n) == 0);
}

static const struct found *before(const struct query *q,
                                  const struct found *among)
{
    for (const struct found *f = among; f; f = f->next) {
        size_t i = 0;
        if (f->sql != q->sql || f->puts != q->put.n)
            continue;
        while (i < f->puts && same(&f->put[i], &q->put.at[i]))
            i++;
        if (i == f->puts)
            return f;
    }
    return NULL;
}

static struct blob copy(struct arena *mem, struct blob b)
{
    return (struct blob){
        (const unsigned char *)arena_dup_n(mem, (const char *)b.at, b.n), b.n};
}

static struct value take(struct query *q, const struct engine *e, int column)
{
    struct value v = {.kind = e->kind(q, column)};

    switch (v.kind) {
    case VALUE_NULL: break;
    case VALUE_INT: v.number = e->get_int(q, column); break;
    case VALUE_TEXT: v.bytes = copy(q->cx->mem, e->get_text(q, column)); break;
    case VALUE_BLOB: v.bytes = e->get_blob(q, column); break;
    }
    return v;
}

/* The caller's words live no longer than the query. */
static void keep_puts(struct query *q)
{
    for (size_t i = 0; i < q->put.n; i++)
        if (q->put.at[i].bytes.n)
            q->put.at[i].bytes = copy(q->cx->mem, q->put.at[i].bytes);
}

/* Ask the store, all of it. */
static bool ask(struct query *q, struct found *f)
{
    const struct engine *e = q->cx->db->engine;
    enum step next = e->start(q) ? e->step(q) : STEP_FAILED;

    f->columns = next == STEP_ROW ? (size_t)e->columns(q) : 0;
    for (; next == STEP_ROW; next = e->step(q), f->rows++)
        for (size_t c = 0; c < f->columns; c++)
            *LIST_PUSH(q->cx->mem, &f->values) = take(q, e, (int)c);
    e->finish(q);
    return next == STEP_END;
}

static bool start(struct query *q)
{
    struct found **slot = slot_of(q);
    struct run *r = ARENA_NEW(q->cx->mem, struct run);

    r->found = before(q, *slot);
    if (!r->found) {
        struct found *f = ARENA_NEW(q->cx->mem, struct found);
        keep_puts(q);
        *f = (struct found){
            .next = *slot, .sql = q->sql, .put = q->put.at, .puts = q->put.n};
        if (!ask(q, f))
            return false;
        *slot = f;
        r->found = f;
    }
    q->run = r;
    return true;
}

static enum step step(struct query *q)
{
    struct run *r = q->run;

    if (r->next == r->found->rows)
        return STEP_END;
    r->next++;
    return STEP_ROW;
}

static void finish(struct query *q)
{
    q->run = NULL;
}

static const struct value *value_of(const struct query *q, int column)
{
    const struct run *r = q->run;

    return &r->found->values
                .at[(r->next - 1) * r->found->columns + (size_t)column];
}

static enum value_kind kind(struct query *q, int column)
{
    return value_of(q, column)->kind;
}

static int64_t get_int(struct query *q, int column)
{
    return value_of(q, column)->number;
}

static struct blob get_bytes(struct query *q, int column)
{
    return value_of(q, column)->bytes;
}

const struct engine once_engine = {
    .start = start,
    .step = step,
    .finish = finish,
    .kind = kind,
    .get_int = get_int,
    .get_text = get_bytes,
    .get_blob = get_bytes,
};
