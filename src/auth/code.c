#include <string.h>

#include "auth/auth_int.h"
#include "db/db.h"
#include "keys/keys.h"

/* As it is compared: small letters, without the spaces and strokes people put
 * in to read it better. */
static const char *plain_code(struct arena *mem, const char *code)
{
    const char *s = text_plain(mem, code);
    char *out = arena_alloc(mem, strlen(s) + 1);
    size_t n = 0;

    for (; *s; s++)
        if (*s != ' ' && *s != '-')
            out[n++] = *s;
    return out;
}

static const char *code_hash(struct ctx *cx, const char *code)
{
    return keys_hash(cx->mem, "auth.code", plain_code(cx->mem, code));
}

static bool own_account(struct ctx *cx, struct person_id p, int64_t *id)
{
    struct query *q = db_sql(cx, "SELECT id FROM auth_account"
                                 " WHERE person = $1 AND role = $2"
                                 " AND disabled IS NULL ORDER BY id");

    db_put_int(q, p.v);
    db_put_int(q, ROLE_PERSON);
    *id = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

bool auth_code_make(struct ctx *cx, struct person_id p, const char **code)
{
    int64_t account = 0;

    if (!own_account(cx, p, &account))
        return false;
    if (!account)
        return fail(cx, ERR_NOTFOUND, NULL,
                    "This person has no account to sign in to.");
    *code = random_code(cx->mem, AUTH_CODE_LENGTH);
    struct query *q =
        db_sql(cx, "INSERT INTO auth_code (account, code, ends)"
                   " VALUES ($1, $2, $3) ON CONFLICT (account)"
                   " DO UPDATE SET code = excluded.code, ends = excluded.ends");
    db_put_int(q, account);
    db_put_text(q, code_hash(cx, *code));
    db_put_time(q, cx->now + AUTH_CODE_SECONDS);
    return db_end(q);
}

bool code_end(struct ctx *cx, int64_t account)
{
    struct query *q = db_sql(cx, "DELETE FROM auth_code WHERE account = $1");

    db_put_int(q, account);
    return db_end(q);
}

bool code_use(struct ctx *cx, const char *code, struct account *out)
{
    struct query *q = db_sql(cx, "DELETE FROM auth_code WHERE code = $1"
                                 " RETURNING account, ends");
    int64_t account = 0;

    db_put_text(q, code_hash(cx, code));
    if (db_row(q)) {
        account = db_get_int(q);
        if (db_get_time(q) <= cx->now)
            account = 0;
    }
    if (!db_end(q))
        return false;
    if (account && !account_get(cx, account, out))
        return false;
    return (account && !out->disabled) ||
           fail(cx, ERR_INVALID, "code",
                "This code does not work any more, or a letter is different. "
                "Please ask for a new one.");
}
