#include "auth/auth_int.h"
#include "db/db.h"
#include "frame/module.h"
#include "frame/notes.h"
#include "frame/settings.h"
#include "keys/keys.h"

/* KEPT: how long an ended session still says whose unsent words these are. */
enum { MINUTE = 60, GRACE = 30, KEPT = 7 * 86400 };

static const char *token_hash(struct ctx *cx, const char *token)
{
    return keys_hash(cx->mem, "auth.session", token);
}

const char *session_csrf(struct arena *mem, const char *token)
{
    return keys_hash(mem, "auth.csrf", token);
}

static const char *form_hash(struct ctx *cx, const char *csrf)
{
    return keys_hash(cx->mem, "auth.form", csrf);
}

/* Seconds without a request after which a session is over. On a shared device
 * the page asks "Still there?" at the end of them: that is the grace. */
static int64_t idle_seconds(bool shared)
{
    return shared ? setting_number("auth.shared_idle_seconds") + GRACE
                  : setting_number("auth.idle_hours") * 60 * MINUTE;
}

static int64_t longest_seconds(bool shared)
{
    return shared ? setting_number("auth.shared_longest_hours") * 60 * MINUTE
                  : setting_number("auth.longest_days") * 24 * 60 * MINUTE;
}

bool session_start(struct ctx *cx, const struct account *a, bool shared,
                   const char **token)
{
    *token = random_token(cx->mem);
    struct query *q = db_sql(cx, "INSERT INTO auth_session"
                                 " (id, account, token, form, shared, made,"
                                 " seen, ends)"
                                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, db_new_id(cx));
    db_put_int(q, a->id);
    db_put_text(q, token_hash(cx, *token));
    db_put_text(q, form_hash(cx, session_csrf(cx->mem, *token)));
    db_put_int(q, shared);
    db_put_time(q, cx->now);
    db_put_time(q, cx->now);
    db_put_time(q, cx->now + longest_seconds(shared));
    return db_end(q);
}

static bool write_seen(struct ctx *cx, void *what)
{
    const struct session *s = what;
    struct query *q =
        db_sql(cx, "UPDATE auth_session SET seen = $1 WHERE id = $2");

    db_put_time(q, cx->now);
    db_put_int(q, s->id);
    return db_end(q);
}

/* At most once a minute, and on a shared device four times as often, so that
 * its three minutes are three minutes. Nobody waits for it. */
static void note_seen(struct ctx *cx, const struct session *s)
{
    if (cx->now - s->seen < (s->shared ? MINUTE / 4 : MINUTE))
        return;
    struct session *copy = ARENA_NEW(cx->mem, struct session);
    *copy = *s;
    note_later(cx, write_seen, copy);
}

/* A clock that was set back must not keep a session alive: what was begun in
 * the future is over. */
static bool is_over(const struct ctx *cx, const struct session *s)
{
    return cx->now >= s->ends || cx->now < s->made ||
           cx->now - s->seen >= idle_seconds(s->shared);
}

/* Of a row "id, made, seen, ends, shared, " and an account; false: there is
 * none, or the account is disabled. */
static bool read_session(struct query *q, struct session *s, struct account *a)
{
    if (!db_row(q))
        return false;
    *s = (struct session){.id = db_get_int(q)};
    s->made = db_get_time(q);
    s->seen = db_get_time(q);
    s->ends = db_get_time(q);
    s->shared = db_get_bool(q);
    account_read(q, a);
    return !a->disabled;
}

bool session_was(struct ctx *cx, const char *csrf, struct session *s,
                 struct account *a, bool *found)
{
    struct query *q = db_sql(
        cx, "SELECT s.id, s.made, s.seen, s.ends, s.shared,"
            " a.id, a.person, a.program, a.role, a.lang, a.disabled"
            " FROM auth_session s JOIN auth_account a ON a.id = s.account"
            " WHERE s.form = $1");

    db_put_text(q, form_hash(cx, csrf));
    *found = read_session(q, s, a);
    return db_end(q);
}

bool session_find(struct ctx *cx, const char *token, struct session *s,
                  struct account *a, bool *found)
{
    *found = false;
    if (!*token)
        return true;
    struct query *q = db_sql(
        cx, "SELECT s.id, s.made, s.seen, s.ends, s.shared,"
            " a.id, a.person, a.program, a.role, a.lang, a.disabled"
            " FROM auth_session s JOIN auth_account a ON a.id = s.account"
            " WHERE s.token = $1 AND s.ended IS NULL");
    db_put_text(q, token_hash(cx, token));
    *found = read_session(q, s, a) && !is_over(cx, s);
    if (!db_end(q))
        return false;
    if (*found)
        note_seen(cx, s);
    return true;
}

bool session_list(struct ctx *cx, int64_t account, struct sessions *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, made, seen, ends, shared FROM auth_session"
                   " WHERE account = $1 AND ended IS NULL"
                   " ORDER BY seen DESC, id");

    *out = (struct sessions){0};
    db_put_int(q, account);
    while (db_row(q)) {
        struct session s = {.id = db_get_int(q)};
        s.made = db_get_time(q);
        s.seen = db_get_time(q);
        s.ends = db_get_time(q);
        s.shared = db_get_bool(q);
        if (!is_over(cx, &s))
            *LIST_PUSH(cx->mem, out) = s;
    }
    return db_end(q);
}

/* Marked, not taken away: words that come in from its pages later still have an
 * owner (session_was). */
bool session_end(struct ctx *cx, int64_t account, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE auth_session SET ended = $3"
                   " WHERE account = $1 AND id = $2 AND ended IS NULL");

    db_put_int(q, account);
    db_put_int(q, id);
    db_put_time(q, cx->now);
    return db_end(q) && raise_event(cx, AUTH_ENDED, NULL);
}

bool session_end_all(struct ctx *cx, int64_t account)
{
    struct query *q = db_sql(cx, "UPDATE auth_session SET ended = $2"
                                 " WHERE account = $1 AND ended IS NULL");

    db_put_int(q, account);
    db_put_time(q, cx->now);
    return db_end(q) && raise_event(cx, AUTH_ENDED, NULL);
}

bool session_forget_all(struct ctx *cx, int64_t account)
{
    struct query *q = db_sql(cx, "DELETE FROM auth_session WHERE account = $1");

    db_put_int(q, account);
    return db_end(q) && raise_event(cx, AUTH_ENDED, NULL);
}

/* A week after it was over, in whichever way. (One on a shared device is over
 * sooner than one that is idle anywhere else; it waits as long.) */
bool session_sweep(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "DELETE FROM auth_session WHERE ended <= $1 OR ends <= $1"
                   " OR (ended IS NULL AND seen <= $2)");

    db_put_time(q, cx->now - KEPT);
    db_put_time(q, cx->now - KEPT - idle_seconds(false));
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM auth_code WHERE ends <= $1");
    db_put_time(q, cx->now);
    return db_end(q);
}
