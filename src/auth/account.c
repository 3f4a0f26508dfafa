#include <string.h>

#include "auth/auth_int.h"
#include "db/db.h"
#include "keys/keys.h"

static struct blob blind_name(struct ctx *cx, const char *name)
{
    return keys_blind(cx, "auth.name", text_plain(cx->mem, name));
}

static struct place name_place(const struct account *a)
{
    return (struct place){"auth_account.name", a->id, a->person};
}

void account_read(struct query *q, struct account *a)
{
    *a = (struct account){.id = db_get_int(q), .name = ""};
    a->person.v = db_get_int(q);
    a->program = db_get_int(q);
    a->role = (enum role)db_get_int(q);
    int64_t lang = db_get_time(q);
    a->lang_chosen = lang != TIME_NONE;
    a->lang = a->lang_chosen ? (enum lang)lang : LANG_EN;
    a->disabled = db_get_time(q) != TIME_NONE;
}

static bool name_is_free(struct ctx *cx, struct blob blind, bool *is_free)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM auth_account WHERE blind = $1");

    db_put_blob(q, blind);
    *is_free = !db_row(q);
    return db_end(q);
}

static bool check_name(struct ctx *cx, const char *name)
{
    size_t n = text_length(name);
    bool is_free = false;

    if (n == 0 || !*text_plain(cx->mem, name))
        return fail(cx, ERR_INVALID, "name", "Please choose a sign-in name.");
    if (strpbrk(name, "\t\n"))
        return fail(cx, ERR_INVALID, "name",
                    "A sign-in name is one line, without tabs.");
    if (n > ACCOUNT_NAME_MAX)
        return fail(cx, ERR_INVALID, "name",
                    "Please choose a shorter sign-in name.");
    if (!name_is_free(cx, blind_name(cx, name), &is_free))
        return false;
    return is_free || fail(cx, ERR_CONFLICT, "name",
                           "Someone else signs in with this name. Please "
                           "choose another.");
}

bool account_add_hashed(struct ctx *cx, struct account *a, const char *name,
                        const char *hash)
{
    name = text_trim(cx->mem, name);
    if (!check_name(cx, name))
        return false;
    a->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO auth_account"
                   " (id, blind, name, person, program, role, lang, password,"
                   " made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    db_put_int(q, a->id);
    db_put_blob(q, blind_name(cx, name));
    seal_put(q, name_place(a), name);
    db_put_int(q, a->person.v);
    db_put_int(q, a->program);
    db_put_int(q, a->role);
    db_put_time(q, a->lang_chosen ? (int64_t)a->lang : TIME_NONE);
    db_put_text(q, hash);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool account_add(struct ctx *cx, struct account *a, const char *name,
                 const char *password)
{
    const char *hash = NULL;

    return check_name(cx, text_trim(cx->mem, name)) &&
           password_check(cx, password, name) &&
           password_hash(cx, password, &hash) &&
           account_add_hashed(cx, a, name, hash);
}

bool account_with_hash(struct ctx *cx, const char *name, struct account *out,
                       const char **hash)
{
    struct query *q =
        db_sql(cx, "SELECT id, person, program, role, lang, disabled, password"
                   " FROM auth_account WHERE blind = $1");

    *hash = NULL;
    db_put_blob(q, blind_name(cx, name));
    if (db_row(q)) {
        account_read(q, out);
        *hash = db_get_text(q);
    }
    return db_end(q);
}

bool account_find(struct ctx *cx, const char *name, struct account *out)
{
    const char *hash = NULL;

    if (!account_with_hash(cx, name, out, &hash))
        return false;
    return hash || fail(cx, ERR_NOTFOUND, "name",
                        "There is no account with this name.");
}

bool account_get(struct ctx *cx, int64_t id, struct account *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, person, program, role, lang, disabled, name"
                   " FROM auth_account WHERE id = $1");

    db_put_int(q, id);
    bool found = db_row(q);
    if (found) {
        account_read(q, out);
        out->name = seal_get(q, name_place(out));
    }
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "There is no such account.");
}

bool account_hash(struct ctx *cx, int64_t id, const char **hash)
{
    struct query *q =
        db_sql(cx, "SELECT password FROM auth_account WHERE id = $1");

    db_put_int(q, id);
    *hash = db_row(q) ? db_get_text(q) : NULL;
    return db_end(q);
}

bool account_list(struct ctx *cx, int64_t program, struct accounts *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, person, program, role, lang, disabled, name"
                   " FROM auth_account WHERE CAST($1 AS BIGINT) = 0 OR"
                   " program = $1"
                   " ORDER BY role, id");

    *out = (struct accounts){0};
    db_put_int(q, program);
    while (db_row(q)) {
        struct account *a = LIST_PUSH(cx->mem, out);
        account_read(q, a);
        a->name = seal_get(q, name_place(a));
    }
    return db_end(q);
}

bool account_of(struct ctx *cx, struct person_id p, struct accounts *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, person, program, role, lang, disabled"
                   " FROM auth_account WHERE person = $1 ORDER BY id");

    *out = (struct accounts){0};
    db_put_int(q, p.v);
    while (db_row(q))
        account_read(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool account_disable(struct ctx *cx, int64_t account)
{
    struct query *q = db_sql(cx, "UPDATE auth_account SET disabled = $1"
                                 " WHERE id = $2 AND disabled IS NULL");

    db_put_time(q, cx->now);
    db_put_int(q, account);
    return db_end(q) && session_forget_all(cx, account) &&
           code_end(cx, account);
}

bool account_enable(struct ctx *cx, int64_t account)
{
    struct query *q =
        db_sql(cx, "UPDATE auth_account SET disabled = NULL WHERE id = $1");

    db_put_int(q, account);
    return db_end(q);
}

bool account_set_hash(struct ctx *cx, int64_t account, const char *hash)
{
    struct query *q =
        db_sql(cx, "UPDATE auth_account SET password = $1 WHERE id = $2");

    db_put_text(q, hash);
    db_put_int(q, account);
    return db_end(q) && session_end_all(cx, account) && code_end(cx, account);
}

bool account_set_password(struct ctx *cx, int64_t account, const char *password)
{
    struct account a = {0};
    const char *hash = NULL;

    return account_get(cx, account, &a) &&
           password_check(cx, password, a.name) &&
           password_hash(cx, password, &hash) &&
           account_set_hash(cx, account, hash);
}

bool account_set_lang(struct ctx *cx, int64_t account, enum lang lang)
{
    struct query *q =
        db_sql(cx, "UPDATE auth_account SET lang = $1 WHERE id = $2");

    db_put_int(q, (int64_t)lang);
    db_put_int(q, account);
    return db_end(q);
}
