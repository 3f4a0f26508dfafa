#include "keys/keyring.h"

#include <endian.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "keys/keys_int.h"

static const char kind[] = "BESIDEK1";

/* One person in the file; wrapped is all zero when they were erased. */
struct link {
    uint64_t person; /* big endian */
    unsigned char wrapped[WRAP_BYTES];
} __attribute__((packed));

static bool is_erased(const struct link *l)
{
    return sodium_is_zero(l->wrapped, sizeof l->wrapped) == 1;
}

static bool put_row(struct stream *s, int64_t person, struct blob wrapped)
{
    struct link l = {.person = htobe64((uint64_t)person)};

    if (wrapped.n == WRAP_BYTES)
        memcpy(l.wrapped, wrapped.at, WRAP_BYTES);
    return stream_put(s, &l, sizeof l);
}

bool keyring_take_out(struct ctx *cx, const char *file,
                      const unsigned char id[STREAM_ID])
{
    struct stream *s = NULL;

    if (!stream_make(cx, file, kind, id, &s))
        return false;
    struct query *q =
        db_sql(cx, "SELECT person, wrapped FROM keys_person ORDER BY person");
    while (db_row(q)) {
        int64_t person = db_get_int(q);
        if (!put_row(s, person, db_get_blob(q)))
            db_break(q);
    }
    if (!db_end(q) || !stream_end(s))
        return false;
    return db_end(db_sql(cx, "DELETE FROM keys_person"));
}

/* The next one; *more is false at the end. */
static bool next_link(struct stream *s, struct link *l, bool *more)
{
    size_t have = 0, n = 0;

    do {
        if (!stream_get(s, (char *)l + have, sizeof *l - have, &n))
            return false;
        have += n;
    } while (n > 0 && have < sizeof *l);
    *more = have == sizeof *l;
    return true;
}

static bool put_back_one(struct ctx *cx, const struct link *l)
{
    struct query *q = db_sql(cx, "INSERT INTO keys_person"
                                 " (person, wrapped, made)"
                                 " VALUES ($1, $2, $3)");

    db_put_int(q, (int64_t)be64toh(l->person));
    db_put_blob(q, (struct blob){l->wrapped, WRAP_BYTES});
    db_put_time(q, cx->now);
    return db_end(q);
}

bool keyring_put_back(struct ctx *cx, const char *file,
                      const unsigned char id[STREAM_ID],
                      struct person_ids *erased)
{
    struct stream *s = NULL;
    struct link l;
    bool more = true;

    *erased = (struct person_ids){0};
    if (!stream_open(cx, file, kind, &s))
        return false;
    if (memcmp(stream_id(s), id, STREAM_ID) != 0)
        return fail(cx, ERR_INVALID, NULL,
                    "%s is the keyring of another backup.", file);
    for (;;) {
        if (!next_link(s, &l, &more))
            return false;
        if (!more)
            return true;
        if (is_erased(&l))
            LIST_PUSH(cx->mem, erased)->v = (int64_t)be64toh(l.person);
        else if (!put_back_one(cx, &l))
            return false;
    }
}

static bool copy_without(struct stream *from, struct stream *to,
                         struct person_id p)
{
    struct link l;
    bool more = true;

    for (;;) {
        if (!next_link(from, &l, &more))
            return false;
        if (!more)
            return stream_end(to);
        if ((int64_t)be64toh(l.person) == p.v)
            memset(l.wrapped, 0, sizeof l.wrapped);
        if (!stream_put(to, &l, sizeof l))
            return false;
    }
}

bool keyring_erase(struct ctx *cx, const char *file, struct person_id p)
{
    struct stream *from = NULL, *to = NULL;

    return stream_open(cx, file, kind, &from) &&
           stream_make(cx, file, kind, stream_id(from), &to) &&
           copy_without(from, to, p);
}

bool keyring_check(struct ctx *cx, int64_t *n)
{
    struct query *q = db_sql(cx, "SELECT person, wrapped FROM keys_person");
    unsigned char key[KEY_BYTES];

    *n = 0;
    while (db_row(q)) {
        int64_t person = db_get_int(q);
        if (!unwrap_key(key, db_get_blob(q), person)) {
            (void)fail(cx, ERR_INTERNAL, NULL,
                       "The data key of person %lld does not open.",
                       (long long)person);
            db_break(q);
        }
        ++*n;
    }
    sodium_memzero(key, sizeof key);
    return db_end(q);
}

bool keyring_some(struct ctx *cx, int most, struct person_ids *out)
{
    struct query *q =
        db_sql(cx, "SELECT person FROM keys_person ORDER BY wrapped LIMIT $1");

    *out = (struct person_ids){0};
    db_put_int(q, most);
    while (db_row(q))
        LIST_PUSH(cx->mem, out)->v = db_get_int(q);
    return db_end(q);
}
