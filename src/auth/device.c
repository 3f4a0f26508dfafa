/* A browser where somebody signed in before: one cookie, that says so for up to
 * four accounts. "ID.MARK.MARK": the id is chance; a mark is a keyed hash of
 * the id, an account, and its password as it is stored. So it cannot be made
 * without the key, says nothing of whose it is, outlives a restart, and is
 * worth nothing once the password is another. It signs nobody in: it only has
 * tries there counted apart (limit.c). Source: OWASP, device cookies. */
#include <string.h>

#include "auth/auth_int.h"
#include "keys/keys.h"

enum { ID = 26, MARK = 32, ACCOUNTS = 4, YEAR = 365 * 86400 };

static const char *name(struct req *rq)
{
    return who_cookie(rq, "beside-device");
}

/* The id in the cookie; "" when it is none of ours. */
static const char *id_of(struct arena *mem, const char *held)
{
    size_t n = strcspn(held, ".");

    return n == ID ? arena_dup_n(mem, held, n) : "";
}

static const char *mark(struct ctx *cx, const char *id, int64_t account,
                        const char *hash)
{
    const char *all =
        arena_fmt(cx->mem, "%s %lld %s", id, (long long)account, hash);

    return arena_dup_n(cx->mem, keys_hash(cx->mem, "auth.device", all), MARK);
}

/* The i-th mark in the cookie; "" past the last. */
static const char *mark_at(struct arena *mem, const char *held, int i)
{
    for (int at = 0; at <= i; at++) {
        held += strcspn(held, ".");
        held += *held == '.';
    }
    return arena_dup_n(mem, held, strcspn(held, "."));
}

const char *device_of(struct req *rq, int64_t account, const char *hash)
{
    struct ctx *cx = rq->cx;
    const char *held = req_cookie_get(rq, name(rq)), *id = id_of(cx->mem, held);
    const char *want = mark(cx, id, account, hash ? hash : "");
    bool known = false;

    for (int i = 0; i < ACCOUNTS; i++)
        known |= text_same_secret(mark_at(cx->mem, held, i), want);
    return known && *id && hash && !who_is_kiosk(rq) ? id : NULL;
}

void device_remember(struct req *rq, int64_t account, const char *hash)
{
    struct arena *mem = rq->cx->mem;
    const char *held = req_cookie_get(rq, name(rq)), *id = id_of(mem, held);
    struct buf b = buf_new(mem, ID + ACCOUNTS * (MARK + 1) + 1);

    if (!*id)
        id = random_code(mem, ID);
    const char *own = mark(rq->cx, id, account, hash);
    buf_fmt(&b, "%s.%s", id, own);
    for (int i = 0, n = 1; i < ACCOUNTS && n < ACCOUNTS; i++) {
        const char *other = mark_at(mem, held, i);
        if (strlen(other) != MARK || strcmp(other, own) == 0)
            continue;
        buf_fmt(&b, ".%s", other);
        n++;
    }
    req_cookie(rq, name(rq), b.at, YEAR);
}

void device_forget(struct req *rq)
{
    if (*req_cookie_get(rq, name(rq)))
        req_cookie(rq, name(rq), "", -1);
}
