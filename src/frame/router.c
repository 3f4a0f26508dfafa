#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "frame/req_int.h"

static bool part_ends(const char *at)
{
    return *at == '\0' || *at == '/';
}

static const char *past_slashes(const char *at)
{
    while (*at == '/')
        at++;
    return at;
}

static const char *past_part(const char *at)
{
    while (!part_ends(at))
        at++;
    return at;
}

/* The next part of a path: where it starts, how long it is. */
static size_t next_part(const char **at)
{
    *at = past_slashes(*at);
    return (size_t)(past_part(*at) - *at);
}

/* Past what is the same in both; true when a part ends there in both. */
static bool same_part(const char **pattern, const char **path)
{
    while (!part_ends(*pattern) && **pattern == **path) {
        (*pattern)++;
        (*path)++;
    }
    return part_ends(*pattern) && part_ends(*path);
}

/* One walk over both: nearly every row differs in its first letters. */
static bool matches(struct req_int *in, const char *pattern, const char *path)
{
    in->parts = 0;
    for (;;) {
        pattern = past_slashes(pattern);
        path = past_slashes(path);
        if (!*pattern || !*path)
            return *pattern == *path;
        if (*pattern == '{') {
            if (in->parts < PARTS_MAX)
                in->part[in->parts++] = (struct part){pattern, path};
            pattern = past_part(pattern);
            path = past_part(path);
        } else if (!same_part(&pattern, &path)) {
            return false;
        }
    }
}

/* The names and values of a match still point into the pattern and the path:
 * make them texts. False: one cannot be read, and none counts. */
static bool own_parts(struct req_int *in)
{
    struct arena *mem = in->call->mem;
    const size_t n = in->parts;

    in->parts = 0;
    for (size_t i = 0; i < n; i++) {
        struct part *p = &in->part[i];
        p->name = arena_dup_n(mem, p->name + 1, strcspn(p->name, "}") - 1);
        p->value = text_url_decode(mem, p->value, strcspn(p->value, "/"));
        if (!p->value)
            return false;
    }
    in->parts = n;
    return true;
}

static const struct module *const *modules_of(const struct req_int *in)
{
    return in->app->modules ? in->app->modules : modules;
}

/* The row for this path and method; NULL for none. */
static const struct route *row_of(struct req_int *in, enum method method)
{
    for (const struct module *const *m = modules_of(in); *m; m++)
        for (const struct route *t = (*m)->routes; t && t->path; t++)
            if (t->method == method &&
                matches(in, t->path, in->call->request.path))
                return t;
    return NULL;
}

const struct route *route_find(struct req_int *in, bool *other_method)
{
    enum method method = in->call->request.method == HTTP_POST ? POST : GET;
    const struct route *t = row_of(in, method);

    *other_method = !t && row_of(in, method == POST ? GET : POST);
    return t && own_parts(in) ? t : NULL;
}

/* A page's address with the parts of another; NULL when one is not there. */
static const char *filled(const struct req_int *in, const char *pattern)
{
    struct tpl t = tpl_new(in->call->mem, LANG_EN);
    size_t n = 0;

    for (const char *at = pattern; (n = next_part(&at)) > 0; at += n) {
        size_t i = 0;
        tpl_raw(&t, "/");
        if (at[0] != '{') {
            tpl_raw(&t, arena_dup_n(in->call->mem, at, n));
            continue;
        }
        while (i < in->parts && (strlen(in->part[i].name) != n - 2 ||
                                 strncmp(in->part[i].name, at + 1, n - 2) != 0))
            i++;
        if (i == in->parts)
            return NULL;
        tpl_url(&t, in->part[i].value);
    }
    return t.out.at;
}

const char *route_page(struct req_int *in)
{
    struct http_call call = {
        .mem = in->call->mem,
        .request = {.method = HTTP_POST, .path = in->call->request.path}};
    struct req_int form = {.app = in->app, .call = &call};
    bool other_method = false;
    const struct route *t = route_find(&form, &other_method);

    for (const struct module *const *m = modules_of(in); t && t->again && *m;
         m++)
        for (const struct route *u = (*m)->routes; u && u->path; u++) {
            const char *page = u->method == GET && u->run == t->again
                                   ? filled(&form, u->path)
                                   : NULL;
            if (page)
                return page;
        }
    return NULL;
}

const struct route *req_route(struct req *rq, enum method method,
                              const char *path)
{
    struct http_call call = {
        .mem = rq->cx->mem,
        .request = {.method = method == POST ? HTTP_POST : HTTP_GET,
                    .path = path}};
    struct req_int other = {.app = rq->in->app, .call = &call};
    bool other_method = false;

    return path[0] == '/' ? route_find(&other, &other_method) : NULL;
}

static const struct capability *find(const struct module *const *all,
                                     const char *name)
{
    for (const struct module *const *m = all; *m; m++)
        for (const struct capability *c = (*m)->capabilities; c && c->name; c++)
            if (strcmp(c->name, name) == 0)
                return c;
    return NULL;
}

unsigned roles_that_can(const char *capability)
{
    if (strcmp(capability, "public") == 0)
        return ~0U;
    if (strcmp(capability, "signed in") == 0)
        return ~ROLE_BIT(ROLE_NONE);
    const struct capability *c = find(modules, capability);
    return c ? c->roles : 0;
}

bool role_can(enum role r, const char *capability)
{
    return (roles_that_can(capability) & ROLE_BIT(r)) != 0;
}

static bool known(const struct module *const *all, const char *name)
{
    return strcmp(name, "public") == 0 || strcmp(name, "signed in") == 0 ||
           find(all, name);
}

static bool is_twice(const struct module *const *all, const struct route *t)
{
    for (const struct module *const *m = all; *m; m++)
        for (const struct route *u = (*m)->routes; u && u->path; u++)
            if (u != t && u->method == t->method &&
                strcmp(u->path, t->path) == 0)
                return true;
    return false;
}

static bool check_row(struct ctx *cx, const struct module *const *all,
                      const struct module *m, const struct route *t)
{
    if (!t->may || !known(all, t->may))
        return fail(cx, ERR_INVALID, NULL, "%s: %s has no rule.", m->name,
                    t->path);
    if (!t->run || (t->pool != POOL_NONE) != (t->before != NULL))
        return fail(cx, ERR_INVALID, NULL, "%s: %s is not whole.", m->name,
                    t->path);
    if (t->method == GET && !t->title && !t->asset)
        return fail(cx, ERR_INVALID, NULL, "%s: %s has no title.", m->name,
                    t->path);
    return !is_twice(all, t) ||
           fail(cx, ERR_INVALID, NULL, "%s is there twice.", t->path);
}

/* Another panel of this slot has this order: one of them would not be drawn. */
static bool is_hidden(const struct module *const *all, const struct panel *p)
{
    for (const struct module *const *m = all; *m; m++)
        for (const struct panel *o = (*m)->panels; o && o->slot; o++)
            if (o != p && o->order == p->order && strcmp(o->slot, p->slot) == 0)
                return true;
    return false;
}

static bool check_panel(struct ctx *cx, const struct module *const *all,
                        const struct module *m, const struct panel *p)
{
    if (!p->may || !known(all, p->may))
        return fail(cx, ERR_INVALID, NULL, "%s: a panel of %s has no rule.",
                    m->name, p->slot);
    return !is_hidden(all, p) || fail(cx, ERR_INVALID, NULL,
                                      "%s: two panels of %s have the order %d.",
                                      m->name, p->slot, p->order);
}

bool app_check(struct ctx *cx)
{
    return modules_check(cx, modules);
}

bool modules_check(struct ctx *cx, const struct module *const *all)
{
    for (const struct module *const *at = all; *at; at++) {
        const struct module *m = *at;
        for (const struct route *t = m->routes; t && t->path; t++)
            if (!check_row(cx, all, m, t))
                return false;
        for (const struct panel *p = m->panels; p && p->slot; p++)
            if (!check_panel(cx, all, m, p))
                return false;
    }
    return true;
}

bool raise_event(struct ctx *cx, const char *event, const void *what)
{
    for (const struct module *const *m = modules; *m; m++)
        for (const struct listener *l = (*m)->listeners; l && l->event; l++)
            if (strcmp(l->event, event) == 0 && !l->hear(cx, what))
                return false;
    return true;
}
