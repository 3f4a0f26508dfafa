#include "vault/box.h"

#include <ctype.h>
#include <string.h>

#include "auth/auth.h"
#include "db/db.h"
#include "frame/settings.h"
#include "store/keep.h"

enum { GROUP = 4, HOUR = 3600 };

static struct place words_place(struct person_id p)
{
    return (struct place){"vault_box.by_words", p.v, p};
}

static struct place code_place(struct person_id p)
{
    return (struct place){"vault_box.by_code", p.v, p};
}

static struct place opened_place(struct ctx *cx)
{
    return (struct place){"vault_opened.wrapped", cx->actor->session,
                          cx->actor->person};
}

bool box_words_good(struct ctx *cx, const char *words)
{
    if (text_length(words) < VAULT_WORDS_LEAST)
        return fail(cx, ERR_INVALID, "password",
                    "Please choose a passphrase of at least %d letters.",
                    VAULT_WORDS_LEAST);
    return password_check(cx, words, "");
}

/* As it is compared: small letters, without what people put in to read it. */
static const char *plain_code(struct arena *mem, const char *code)
{
    char *out = arena_alloc(mem, strlen(code) + 1);
    size_t n = 0;

    for (; *code; code++)
        if (*code != ' ' && *code != '-')
            out[n++] = (char)tolower((unsigned char)*code);
    out[n] = '\0';
    return out;
}

/* --- the key, wrapped --- */

static bool wrap(struct ctx *cx, const char *words, struct place at,
                 struct box_made *b, struct blob *out)
{
    struct own_key outer;

    if (!own_of_words(cx, words, b->salt, &outer))
        return false;
    *out = own_wrap(cx->mem, &outer, at, &b->vault.key);
    own_forget(&outer);
    return true;
}

static bool wrap_code(struct ctx *cx, struct box_made *b)
{
    b->code = random_code(cx->mem, VAULT_CODE_LENGTH);
    return wrap(cx, b->code, code_place(b->vault.person), b, &b->by_code);
}

static bool read_box(struct ctx *cx, struct box_made *b)
{
    struct query *q = db_sql(
        cx, "SELECT salt, by_words, by_code FROM vault_box WHERE person = $1");

    *b = (struct box_made){.vault.person = cx->actor->person};
    db_put_int(q, b->vault.person.v);
    const bool found = db_row(q);
    if (found) {
        b->salt = db_get_blob(q);
        b->by_words = db_get_blob(q);
        b->by_code = db_get_blob(q);
    }
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool box_make(struct ctx *cx, const char *words, struct box_made *out)
{
    unsigned char *salt = arena_alloc(cx->mem, OWN_SALT);

    random_bytes(salt, OWN_SALT);
    *out = (struct box_made){.vault.person = cx->actor->person,
                             .salt = {salt, OWN_SALT}};
    own_new(&out->vault.key);
    return wrap(cx, words, words_place(out->vault.person), out,
                &out->by_words) &&
           wrap_code(cx, out);
}

/* One of the two ways in. */
struct way {
    const char *words;
    struct place at;
    struct blob wrapped;
};

static bool unwrap(struct ctx *cx, const struct way *way, struct box_made *b,
                   bool *yes)
{
    struct own_key outer;

    if (!own_of_words(cx, way->words, b->salt, &outer))
        return false;
    *yes = own_unwrap(cx->mem, &outer, way->at, way->wrapped, &b->vault.key);
    own_forget(&outer);
    return true;
}

bool box_try(struct ctx *cx, const char *words, struct vault *v, bool *yes)
{
    struct box_made b;

    *yes = false;
    if (!read_box(cx, &b))
        return false;
    const struct way paper = {plain_code(cx->mem, words),
                              code_place(b.vault.person), b.by_code};
    const struct way phrase = {words, words_place(b.vault.person), b.by_words};
    if (strlen(paper.words) == VAULT_CODE_LENGTH &&
        !unwrap(cx, &paper, &b, yes))
        return false;
    if (!*yes && !unwrap(cx, &phrase, &b, yes))
        return false;
    if (*yes)
        *v = b.vault;
    return true;
}

bool box_new_words(struct ctx *cx, const struct vault *v, const char *words,
                   struct box_made *out)
{
    if (!read_box(cx, out))
        return false;
    out->vault = *v;
    return wrap(cx, words, words_place(v->person), out, &out->by_words);
}

bool box_new_code(struct ctx *cx, const struct vault *v, struct box_made *out)
{
    if (!read_box(cx, out))
        return false;
    out->vault = *v;
    return wrap_code(cx, out);
}

/* --- in the store --- */

static bool put_code(struct ctx *cx, const struct box_made *b)
{
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    json_put_text(&w, "code", b->code);
    json_put_end(&w);
    return vault_write(cx, &b->vault, VAULT_CODE, &text);
}

static bool empty_drawers(struct ctx *cx, const struct vault *v)
{
    struct buf nothing = buf_new(cx->mem, VAULT_DRAWER_MAX);

    buf_puts(&nothing, "{}");
    for (int i = 0; i < VAULT_DRAWERS; i++)
        if (!vault_write(cx, v, (enum vault_drawer)i, &nothing))
            return false;
    return true;
}

bool box_put(struct ctx *cx, const struct box_made *b)
{
    struct query *q =
        db_sql(cx, "INSERT INTO vault_box (person, salt, by_words, by_code)"
                   " VALUES ($1, $2, $3, $4)");

    db_put_int(q, b->vault.person.v);
    db_put_blob(q, b->salt);
    db_put_blob(q, b->by_words);
    db_put_blob(q, b->by_code);
    return db_end(q) && empty_drawers(cx, &b->vault) && put_code(cx, b);
}

bool box_change(struct ctx *cx, const struct box_made *b)
{
    struct query *q =
        db_sql(cx, "UPDATE vault_box SET by_words = $1, by_code = $2"
                   " WHERE person = $3 AND salt = $4 RETURNING person");

    db_put_blob(q, b->by_words);
    db_put_blob(q, b->by_code);
    db_put_int(q, b->vault.person.v);
    db_put_blob(q, b->salt);
    const bool there = db_row(q);
    if (!db_end(q))
        return false;
    if (!there)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This vault was changed just now. Please try again.");
    return !b->code || put_code(cx, b);
}

bool box_code(struct ctx *cx, const struct vault *v, const char **out)
{
    const struct json *doc = NULL;
    struct buf b = buf_new(cx->mem, 2 * VAULT_CODE_LENGTH);

    if (!vault_read(cx, v, VAULT_CODE, &doc))
        return false;
    const char *code = json_text(json_get(doc, "code"));
    for (size_t i = 0; code[i]; i++) {
        if (i && i % GROUP == 0)
            buf_putc(&b, ' ');
        buf_putc(&b, code[i]);
    }
    *out = b.n ? b.at : "";
    return true;
}

bool box_open(struct ctx *cx, const struct vault *v,
              const struct own_key *of_session)
{
    struct query *q =
        db_sql(cx, "INSERT INTO vault_opened (session, person, wrapped)"
                   " VALUES ($1, $2, $3) ON CONFLICT (session)"
                   " DO UPDATE SET person = excluded.person,"
                   " wrapped = excluded.wrapped");

    db_put_int(q, cx->actor->session);
    db_put_int(q, v->person.v);
    db_put_blob(q, own_wrap(cx->mem, of_session, opened_place(cx), &v->key));
    return db_end(q);
}

bool box_shut(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM vault_opened WHERE session = $1");

    db_put_int(q, cx->actor->session);
    return db_end(q);
}

bool box_look(struct ctx *cx, const struct own_key *of_session,
              enum vault_state *is, struct vault *v)
{
    struct query *q = db_sql(
        cx, "SELECT o.wrapped FROM vault_box b LEFT JOIN vault_opened o"
            " ON o.person = b.person AND o.session = $2 WHERE b.person = $1");

    *is = VAULT_NONE;
    *v = (struct vault){.person = cx->actor->person};
    db_put_int(q, v->person.v);
    db_put_int(q, cx->actor->session);
    if (db_row(q)) {
        const struct blob wrapped = db_get_blob(q);
        *is = wrapped.at && own_unwrap(cx->mem, of_session, opened_place(cx),
                                       wrapped, &v->key)
                  ? VAULT_OPEN
                  : VAULT_SHUT;
    }
    return db_end(q);
}

bool box_end(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM vault_opened WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM vault_drawer WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM vault_box WHERE person = $1"),
                       p);
}

bool box_sweep(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "DELETE FROM vault_opened WHERE NOT EXISTS (SELECT 1 FROM"
                   " auth_session s WHERE s.id = vault_opened.session AND"
                   " s.ended IS NULL AND s.ends > $1 AND s.seen > $2)");

    db_put_time(q, cx->now);
    db_put_time(q, cx->now - setting_number("auth.idle_hours") * HOUR);
    return db_end(q);
}
