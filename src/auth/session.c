#include "auth/auth_int.h"
#include "db/db.h"
#include "frame/notes.h"
#include "frame/settings.h"
#include "keys/keys.h"

/* KEPT: how long an ended session still says whose unsent words these are. */
enum { MINUTE = 60, GRACE = 30, KEPT = 7 * 86400 };

static const char *token_hash(struct ctx *cx, const char *token)
{
    return keys_hash(cx->mem, "auth.session", token);
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
                                 " (id, account, token, shared, made, seen,"
                                 " ends) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, db_new_id(cx));
    db_put_int(q, a->id);
    db_put_text(q, token_hash(cx, *token));
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

bool session_was(struct ctx *cx, const char *token, struct session *s,
                 struct account *a, bool *found)
{
    *found = false;
    if (!*token)
        return true;
    struct query *q = db_sql(
        cx, "SELECT s.id, s.made, s.seen, s.ends, s.shared,"
            " a.id, a.person, a.program, a.role, a.lang, a.disabled"
            " FROM auth_session s JOIN auth_account a ON a.id = s.account"
            " WHERE s.token = $1");
    db_put_text(q, token_hash(cx, token));
    if (db_row(q)) {
        *s = (struct session){.id = db_get_int(q)};
        s->made = db_get_time(q);
        s->seen = db_get_time(q);
        s->ends = db_get_time(q);
        s->shared = db_get_bool(q);
        account_read(q, a);
        s->account = a->id;
        *found = !a->disabled;
    }
    return db_end(q);
}

bool session_find(struct ctx *cx, const char *token, struct session *s,
                  struct account *a, bool *found)
{
    if (!session_was(cx, token, s, a, found))
        return false;
    *found = *found && !is_over(cx, s);
    if (*found)
        note_seen(cx, s);
    return true;
}

bool session_list(struct ctx *cx, int64_t account, struct sessions *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, made, seen, ends, shared FROM auth_session"
                   " WHERE account = $1 ORDER BY seen DESC, id");

    *out = (struct sessions){0};
    db_put_int(q, account);
    while (db_row(q)) {
        struct session s = {.account = account, .id = db_get_int(q)};
        s.made = db_get_time(q);
        s.seen = db_get_time(q);
        s.ends = db_get_time(q);
        s.shared = db_get_bool(q);
        if (!is_over(cx, &s))
            *LIST_PUSH(cx->mem, out) = s;
    }
    return db_end(q);
}

bool session_end(struct ctx *cx, int64_t account, int64_t id)
{
    struct query *q =
        db_sql(cx, "DELETE FROM auth_session WHERE account = $1 AND id = $2");

    db_put_int(q, account);
    db_put_int(q, id);
    return db_end(q);
}

bool session_end_all(struct ctx *cx, int64_t account)
{
    struct query *q = db_sql(cx, "DELETE FROM auth_session WHERE account = $1");

    db_put_int(q, account);
    return db_end(q);
}

bool session_sweep(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "DELETE FROM auth_session WHERE ends <= $1 OR seen <= $1");

    db_put_time(q, cx->now - KEPT);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM auth_code WHERE ends <= $1");
    db_put_time(q, cx->now);
    return db_end(q);
}
