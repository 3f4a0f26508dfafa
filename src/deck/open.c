#include "deck/open.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/buf.h"
#include "db/db.h"
#include "keys/keys.h"

enum { FLAGS_MAX = 4096 };

static struct place sealed(struct person_id peer)
{
    return (struct place){"deck_open.flags", peer.v, peer};
}

/* "3=2 " for each: each domain there ever was, so that the size says nothing.
 */
const char *openings_text(struct ctx *cx, const struct openings *all)
{
    struct buf b = buf_new(cx->mem, FLAGS_MAX);

    for (size_t i = 0; i < all->n; i++)
        buf_fmt(&b, "%" PRId64 "=%d ", all->at[i].domain.id,
                (int)all->at[i].how);
    return b.at;
}

void openings_read(const char *text, struct openings *all)
{
    char *at = NULL;

    for (; *text; text = at) {
        const int64_t id = strtoll(text, &at, 10);
        const int64_t how = *at == '=' ? strtoll(at + 1, &at, 10) : 0;
        if (at == text)
            return;
        for (size_t i = 0; i < all->n; i++)
            if (all->at[i].domain.id == id && how > 0 && how < OPENNESS)
                all->at[i].how = (enum openness)how;
        at += *at == ' ';
    }
}

/* Also of those that were taken away: they may come back. */
bool openings_of_none(struct ctx *cx, int64_t program, struct openings *out)
{
    struct domains all;

    *out = (struct openings){0};
    if (!domains_of(cx, program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *LIST_PUSH(cx->mem, out) = (struct opened){all.at[i], OPEN_CLOSED};
    return true;
}

static bool read_all(struct ctx *cx, int64_t program, struct person_id peer,
                     struct openings *out)
{
    if (!openings_of_none(cx, program, out))
        return false;
    struct query *q =
        db_sql(cx, "SELECT flags FROM deck_open WHERE person = $1");
    db_put_int(q, peer.v);
    if (db_row(q))
        openings_read(seal_get(q, sealed(peer)), out);
    return db_end(q);
}

struct openings openings_now(struct arena *mem, const struct openings *all)
{
    struct openings now = {0};

    for (size_t i = 0; i < all->n; i++)
        if (!all->at[i].domain.gone)
            *LIST_PUSH(mem, &now) = all->at[i];
    return now;
}

struct opened *opened_in(const struct openings *all, int64_t domain)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].domain.id == domain && !all->at[i].domain.gone)
            return &all->at[i];
    return NULL;
}

bool deck_open_of(struct ctx *cx, int64_t program, struct person_id peer,
                  struct openings *out)
{
    struct openings all;

    *out = (struct openings){0};
    if (!read_all(cx, program, peer, &all))
        return false;
    *out = openings_now(cx->mem, &all);
    return true;
}

static bool put_one(struct ctx *cx, struct openings *all,
                    const struct opened *one)
{
    if ((int)one->how < 0 || one->how >= OPENNESS)
        return fail(cx, ERR_INVALID, "domain",
                    "Please choose open, ask me, or closed.");
    struct opened *stands = opened_in(all, one->domain.id);
    if (!stands)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    stands->how = one->how;
    return true;
}

bool deck_open_set(struct ctx *cx, const struct openings *to)
{
    const struct person_id peer = cx->actor->person;
    struct openings all;

    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!read_all(cx, cx->actor->program, peer, &all))
        return false;
    for (size_t i = 0; i < to->n; i++)
        if (!put_one(cx, &all, &to->at[i]))
            return false;
    struct query *q =
        db_sql(cx, "INSERT INTO deck_open (person, flags) VALUES ($1, $2)"
                   " ON CONFLICT (person) DO UPDATE SET flags ="
                   " excluded.flags");
    db_put_int(q, peer.v);
    seal_put(q, sealed(peer), openings_text(cx, &all));
    return db_end(q);
}
