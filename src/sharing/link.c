#include "sharing/link.h"

#include <stdio.h>
#include <string.h>

#include "auth/auth.h"
#include "keys/keys.h"
#include "sharing/access.h"
#include "sharing/law.h"
#include "sharing/link_int.h"
#include "sharing/sharing_int.h"

enum { TOKEN_LENGTH = 26 };

/* With TLS the name itself keeps other hosts from setting it. */
static const char *cookie(struct req *rq)
{
    return req_is_https(rq) ? "__Host-beside-reader" : "beside-reader";
}

static const char *hash_token(struct ctx *cx, const char *token)
{
    return keys_hash(cx->mem, "link address", token);
}

/* The code counts only together with its address. */
static const char *hash_code(struct ctx *cx, const char *token,
                             const char *code)
{
    return keys_hash(cx->mem, "link code",
                     arena_fmt(cx->mem, "%s %s", token, code));
}

static const char *six_digits(struct arena *mem)
{
    uint32_t n = 0;

    do
        random_bytes((unsigned char *)&n, sizeof n);
    while (n >= UINT32_MAX - UINT32_MAX % 1000000);
    return arena_fmt(mem, "%06u", n % 1000000);
}

int64_t link_latest(const struct ctx *cx)
{
    return end_of_day((struct date){day_of(cx->now).days + LINK_DAYS_MAX});
}

static bool check(struct ctx *cx, struct link *l)
{
    l->name = text_trim(cx->mem, l->name ? l->name : "");
    if (cx->actor->role != ROLE_PERSON ||
        !person_same(cx->actor->person, l->what.person) ||
        !law_can_give(ROLE_LINK, l->what.topic) || !l->what.thing)
        return fail(cx, ERR_DENIED, NULL, "Only the person can allow this.");
    if (!*l->name)
        return fail(cx, ERR_INVALID, "name", "Please write who it is for.");
    if (text_length(l->name) > LINK_NAME_MAX)
        return fail(cx, ERR_INVALID, "name", "Please make the name shorter.");
    if (l->until == TIME_NONE || l->until > link_latest(cx))
        return fail(cx, ERR_INVALID, "until",
                    "Please choose a day in the next %d days.", LINK_DAYS_MAX);
    return true;
}

bool link_make(struct ctx *cx, struct link *l)
{
    struct permission p = {
        .what = l->what, .purpose = l->purpose, .until = l->until};

    if (!check(cx, l))
        return false;
    l->id = p.link = db_new_id(cx);
    l->token = random_code(cx->mem, TOKEN_LENGTH);
    l->code = six_digits(cx->mem);
    struct query *q =
        db_sql(cx, "INSERT INTO sharing_link"
                   " (id, person, program, thing, name, token, code, tries)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, 0)");
    db_put_int(q, l->id);
    db_put_int(q, l->what.person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, l->what.thing);
    seal_put(q, (struct place){"sharing_link.name", l->id, l->what.person},
             l->name);
    db_put_text(q, hash_token(cx, l->token));
    db_put_text(q, hash_code(cx, l->token, l->code));
    return db_end(q) && permission_write(cx, &p);
}

static bool is_shut(struct ctx *cx, const char *token, bool *shut)
{
    struct query *q =
        db_sql(cx, "SELECT closed FROM sharing_link WHERE token = $1");

    db_put_text(q, hash_token(cx, token));
    *shut = db_row(q) && db_get_time(q) != TIME_NONE;
    return db_end(q);
}

bool link_find(struct ctx *cx, const char *token, struct link_state *out)
{
    struct query *q =
        db_sql(cx, "SELECT l.id, l.person, l.thing, l.code, l.tries, l.session,"
                   " p.id FROM sharing_link l"
                   " JOIN sharing_permission p ON p.reader = l.id"
                   " AND p.person = l.person AND p.ended IS NULL"
                   " AND (p.until IS NULL OR p.until > $2)"
                   " WHERE l.token = $1 AND l.closed IS NULL LIMIT 1");

    *out = (struct link_state){0};
    db_put_text(q, hash_token(cx, token));
    db_put_int(q, cx->now);
    if (db_row(q)) {
        out->id = db_get_int(q);
        out->what.person.v = db_get_int(q);
        out->what.topic = TOPIC_PAGE;
        out->what.thing = db_get_int(q);
        out->code = db_get_text(q);
        out->tries = (int)db_get_int(q);
        out->session = db_get_text(q);
        out->permission = db_get_int(q);
    }
    return db_end(q) && (out->id || is_shut(cx, token, &out->shut));
}

/* Write down for her what happened with the link. */
static bool tell(struct ctx *cx, const struct link_state *s,
                 enum access_what did)
{
    const struct access line = {.what = s->what,
                                .reader = s->id,
                                .permission = s->permission,
                                .did = did};

    return access_write(cx, &line);
}

static bool count_wrong(struct ctx *cx, struct link_state *s)
{
    struct query *q =
        db_sql(cx, "UPDATE sharing_link SET tries = $2, closed = $3"
                   " WHERE id = $1");
    const bool last = ++s->tries >= LINK_TRIES;

    db_put_int(q, s->id);
    db_put_int(q, s->tries);
    db_put_time(q, last ? cx->now : TIME_NONE);
    return db_end(q) && (!last || (permission_over(cx, s->permission) &&
                                   tell(cx, s, ACCESS_LINK_SHUT)));
}

static const char *hash_session(struct ctx *cx, const char *secret)
{
    return keys_hash(cx->mem, "link session", secret);
}

bool link_is_bound(struct req *rq, const struct link_state *s)
{
    const char *held = req_cookie_get(rq, cookie(rq));

    return *s->session && *held &&
           text_same_secret(hash_session(rq->cx, held), s->session);
}

/* The first browser with the code is the only one from then on. */
static bool bind(struct req *rq, struct link_state *s)
{
    struct ctx *cx = rq->cx;
    const char *secret = random_token(cx->mem);
    struct query *q =
        db_sql(cx, "UPDATE sharing_link SET session = $2, opened = $3,"
                   " tries = 0 WHERE id = $1 AND session IS NULL RETURNING id");

    db_put_int(q, s->id);
    db_put_text(q, hash_session(cx, secret));
    db_put_time(q, cx->now);
    bool first = db_row(q);
    if (!db_end(q))
        return false;
    if (!first)
        return fail(cx, ERR_CONFLICT, NULL, "Someone else has this open.");
    req_cookie(rq, cookie(rq), secret, 0);
    return tell(cx, s, ACCESS_LINK_OPEN);
}

bool link_try(struct req *rq, const char *token, struct link_state *s,
              const char *code)
{
    struct ctx *cx = rq->cx;

    /* Once it is open no code counts: nobody can shut its reader out. */
    if (*s->session) {
        s->result = link_is_bound(rq, s) ? LINK_OPEN : LINK_ELSEWHERE;
        return true;
    }
    s->result = LINK_WRONG;
    if (!text_same_secret(hash_code(cx, token, code), s->code))
        return count_wrong(cx, s);
    s->result = LINK_OPEN;
    return bind(rq, s);
}

bool link_was(struct req *rq, bool *was)
{
    const char *held = req_cookie_get(rq, cookie(rq));

    *was = false;
    if (!*held)
        return true;
    struct query *q =
        db_sql(rq->cx, "SELECT id FROM sharing_link WHERE session = $1");
    db_put_text(q, hash_session(rq->cx, held));
    *was = db_row(q);
    return db_end(q);
}

bool link_who(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const char *held = req_cookie_get(rq, cookie(rq));

    if (cx->actor->role != ROLE_NONE || !*held)
        return true;
    int64_t link = 0, program = 0;
    struct query *q =
        db_sql(cx, "SELECT l.id, l.program FROM sharing_link l"
                   " JOIN sharing_permission p ON p.reader = l.id"
                   " AND p.person = l.person AND p.ended IS NULL"
                   " AND (p.until IS NULL OR p.until > $2)"
                   " WHERE l.session = $1 AND l.closed IS NULL LIMIT 1");
    db_put_text(q, hash_session(cx, held));
    db_put_int(q, cx->now);
    if (db_row(q)) {
        link = db_get_int(q);
        program = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    if (link)
        auth_act_as(rq, ROLE_LINK, link, program);
    return true;
}
