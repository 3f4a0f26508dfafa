#include <sodium.h>

#include "keys/keys_int.h"

/* What this request sees of the store's epoch: asked once. */
static bool epoch_seen(struct ctx *cx)
{
    if (cx->keys_epoch)
        return true;
    struct query *q = db_sql(cx, "SELECT epoch FROM keys_store WHERE id = 1");
    if (db_row(q))
        cx->keys_epoch = db_get_int(q);
    return db_end(q);
}

static bool read_key(struct ctx *cx, struct person_id p,
                     unsigned char key[KEY_BYTES])
{
    struct query *q =
        db_sql(cx, "SELECT wrapped FROM keys_person WHERE person = $1");

    db_put_int(q, p.v);
    bool found = db_row(q);
    struct blob wrapped = found ? db_get_blob(q) : (struct blob){0};
    if (!db_end(q))
        return false;
    if (!found)
        return fail(cx, ERR_NOTFOUND, NULL, "These words were erased.");
    if (!unwrap_key(key, wrapped, p.v))
        return fail(cx, ERR_INTERNAL, NULL,
                    "The data key of person %lld does not open.",
                    (long long)p.v);
    return true;
}

bool person_key(struct ctx *cx, struct person_id p,
                unsigned char key[KEY_BYTES])
{
    if (!epoch_seen(cx))
        return false;
    if (cache_get(p.v, cx->keys_epoch, key))
        return true;
    if (!read_key(cx, p, key))
        return false;
    /* A key that is not committed yet must not outlive a rollback: the same id
     * may then be somebody else's. Readers see only what is committed. */
    if (!db_may_write(cx->db))
        cache_put(p.v, cx->keys_epoch, key);
    return true;
}

bool keys_make(struct ctx *cx, struct person_id p)
{
    unsigned char key[KEY_BYTES], wrapped[WRAP_BYTES];

    random_bytes(key, sizeof key);
    wrap_key(wrapped, key, p.v);
    sodium_memzero(key, sizeof key);
    struct query *q = db_sql(cx, "INSERT INTO keys_person"
                                 " (person, wrapped, made)"
                                 " VALUES ($1, $2, $3)");
    db_put_int(q, p.v);
    db_put_blob(q, (struct blob){wrapped, sizeof wrapped});
    db_put_time(q, cx->now);
    return db_end(q);
}

/* Chance, not a count: a number that was seen in a transaction which was rolled
 * back must not come again. Never 0. */
static int64_t next_epoch(void)
{
    int64_t n = 0;

    random_bytes((unsigned char *)&n, sizeof n);
    return (n & INT64_MAX) | 1;
}

bool keys_destroy(struct ctx *cx, struct person_id p)
{
    struct query *q = db_sql(cx, "DELETE FROM keys_person WHERE person = $1");

    db_put_int(q, p.v);
    if (!db_end(q))
        return false;
    cx->keys_epoch = next_epoch();
    cx->unsealed = NULL;
    q = db_sql(cx, "UPDATE keys_store SET epoch = $1 WHERE id = 1");
    db_put_int(q, cx->keys_epoch);
    return db_end(q);
}
