/* Who is it: cookies, the actor, the language, and what a form must carry. */
#include <stddef.h>
#include <string.h>

#include "auth/auth_int.h"
#include "frame/settings.h"
#include "keys/keys.h"

enum { YEAR = 365 * 86400 };

/* The actor of a request, and what only this folder may know of it. Every actor
 * that auth_who() sets is inside one of these. */
struct visitor {
    struct actor actor;
    const char *token; /* of the session; "" when nobody is signed in */
    const char *seed;  /* of a browser that is not signed in */
    bool is_new;       /* it has to be told its seed */
};

/* Every actor of this folder's stands in a visitor. */
static struct visitor *visitor_of(const struct actor *a)
{
    return (struct visitor *)(void *)((const char *)a -
                                      offsetof(struct visitor, actor));
}

/* "__Host-" makes browsers refuse a cookie of this name from anybody else. */
const char *who_cookie(struct req *rq, const char *name)
{
    return req_is_https(rq) ? arena_fmt(rq->cx->mem, "__Host-%s", name) : name;
}

/* The token of the cookie; "" for none. */
static const char *who_token(struct req *rq)
{
    return req_cookie_get(rq, who_cookie(rq, "beside"));
}

bool who_is_kiosk(struct req *rq)
{
    return *req_cookie_get(rq, who_cookie(rq, "beside-kiosk")) != '\0';
}

void who_mark_kiosk(struct req *rq, bool kiosk)
{
    req_cookie(rq, who_cookie(rq, "beside-kiosk"), kiosk ? "1" : "",
               kiosk ? YEAR : -1);
    if (kiosk)
        device_forget(rq);
}

void who_remember_lang(struct req *rq, enum lang lang)
{
    req_cookie(rq, who_cookie(rq, "beside-lang"), lang_tag(lang),
               who_is_kiosk(rq) ? 0 : YEAR);
}

/* "es-US,es;q=0.9,en;q=0.8": the first one we speak, in the browser's order. */
static enum lang accepted(struct arena *mem, const char *s, enum lang otherwise)
{
    while (*s) {
        size_t n = strcspn(s, ",;-_ ");
        const char *tag = arena_dup_n(mem, s, n);
        for (int l = 0; l < LANG_COUNT; l++)
            if (strcmp(lang_tag((enum lang)l), tag) == 0)
                return (enum lang)l;
        s += strcspn(s, ",");
        s += strspn(s, ", ");
    }
    return otherwise;
}

static enum lang lang_of(struct req *rq, const struct account *a)
{
    enum lang otherwise = lang_parse(setting_text("program.language"), LANG_EN);
    const char *chosen = req_cookie_get(rq, who_cookie(rq, "beside-lang"));

    if (a && a->lang_chosen)
        return a->lang;
    if (*chosen)
        return lang_parse(chosen, otherwise);
    return accepted(rq->cx->mem, req_language(rq), otherwise);
}

static struct actor actor_of(const struct session *s, const struct account *a)
{
    return (struct actor){.person = a->person,
                          .account = a->id,
                          .session = s->id,
                          .program = a->program,
                          .role = a->role,
                          .shared_device = s->shared};
}

bool auth_who(struct req *rq)
{
    struct visitor *v = ARENA_NEW(rq->cx->mem, struct visitor);
    const char *token = who_token(rq);
    struct session s;
    struct account a;
    bool found = false;

    v->token = "";
    if (!session_find(rq->cx, token, &s, &a, &found))
        return false;
    if (found) {
        v->token = token;
        v->actor = actor_of(&s, &a);
    }
    rq->cx->actor = &v->actor;
    rq->cx->lang = lang_of(rq, found ? &a : NULL);
    return true;
}

void auth_act_as(struct req *rq, enum role role, int64_t session,
                 int64_t program)
{
    const struct actor *was = rq->cx->actor;
    struct visitor *v = was == &actor_nobody
                            ? ARENA_NEW(rq->cx->mem, struct visitor)
                            : visitor_of(was);

    if (!v->token)
        v->token = "";
    v->actor = (struct actor){.role = role,
                              .session = session,
                              .program = program,
                              .shared_device = v->actor.shared_device};
    rq->cx->actor = &v->actor;
}

bool auth_was(struct req *rq, struct actor *out)
{
    struct session s;
    struct account a;
    bool found = false;

    *out = actor_nobody;
    if (!session_was(rq->cx, req_text(rq, "csrf"), &s, &a, &found))
        return false;
    if (found)
        *out = actor_of(&s, &a);
    return true;
}

/* A browser that is not signed in carries a number of chance, so that its form
 * cannot be made by another page. Nothing is written for it. */
static const char *seed(struct req *rq, struct visitor *v)
{
    const char *name = who_cookie(rq, "beside-form");

    if (!v->seed)
        v->seed = req_cookie_get(rq, name);
    if (!*v->seed) {
        v->seed = random_token(rq->cx->mem);
        v->is_new = true;
    }
    /* Each time: an answer that failed was thrown away with its cookies. */
    if (v->is_new)
        req_cookie(rq, name, v->seed, 0);
    return v->seed;
}

const char *auth_csrf(struct req *rq)
{
    struct arena *mem = rq->cx->mem;

    if (rq->cx->actor == &actor_nobody) /* the store could not say who it is */
        return "";
    struct visitor *v = visitor_of(rq->cx->actor);
    return *v->token ? session_csrf(mem, v->token)
                     : keys_hash(mem, "auth.csrf.seed", seed(rq, v));
}

void auth_session_key(struct req *rq, const char *use, struct own_key *out)
{
    const char *token = who_token(rq);

    if (*token)
        own_of_secret(use, token, out);
    else
        own_new(out);
}

static bool end_session(struct ctx *cx)
{
    const struct actor *a = cx->actor;

    return !a->account || session_end(cx, a->account, a->session);
}

bool who_sign_out(struct req *rq)
{
    if (*who_token(rq))
        req_cookie(rq, who_cookie(rq, "beside"), "", -1);
    return end_session(rq->cx);
}

bool who_sign_in(struct req *rq, const struct account *a, bool shared)
{
    const char *token = NULL;

    if (!end_session(rq->cx) || !session_start(rq->cx, a, shared, &token))
        return false;
    req_cookie(rq, who_cookie(rq, "beside"), token, 0);
    req_cookie(rq, who_cookie(rq, "beside-form"), "", -1);
    return true;
}
