/* Groups, to anybody: the calendar, one group, posters; and "just count me". */
#include "groups/pages.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "groups/view.h"

enum {
    WEEK = 7,
    MONTHS = 12,
    MONTHS_AHEAD = 3,
    LATER = 4,
    SOON = 7,
    AHEAD_DAYS = 60
};

const char *theme_tint(enum theme t)
{
    switch (t) {
    case THEME_FOOD:
    case THEME_HARM: return "ev--v";
    case THEME_COMPUTERS:
    case THEME_NEWS:
    case THEME_CARE: return "ev--s";
    case THEME_ART:
    case THEME_PHOTOS: return "ev--p";
    default: return "";
    }
}

static bool writes(struct req *rq)
{
    return req_can(rq, "groups.write");
}

static struct line_list lines_of(struct arena *mem, const char *text)
{
    struct line_list out = {0};

    while (*text) {
        const size_t n = strcspn(text, "\r\n");
        if (n)
            *LIST_PUSH(mem, &out) = arena_dup_n(mem, text, n);
        text += n + (text[n] != '\0');
    }
    return out;
}

/* --- the calendar of a month --- */

static int month_number(struct date d)
{
    int year = 0, month = 0, day = 0;

    date_split(d, &year, &month, &day);
    return year * MONTHS + month - 1;
}

static struct date month_first(int number)
{
    return date_ymd(number / MONTHS, number % MONTHS + 1, 1);
}

static const char *month_key(struct arena *mem, int number)
{
    return arena_fmt(mem, "%04d-%02d", number / MONTHS, number % MONTHS + 1);
}

/* The month that was asked for: this one, or one soon. */
static int asked_month(struct req *rq)
{
    const int now = month_number(day_of(rq->cx->now));
    const struct date d =
        date_parse(arena_fmt(rq->cx->mem, "%s-01", req_text(rq, "month")));
    const int n = date_is_set(d) ? month_number(d) : now;

    return n < now || n > now + MONTHS_AHEAD ? now : n;
}

static void put_day(struct ctx *cx, struct month *m, struct date d,
                    const struct group_days *all)
{
    struct cal_day *c = LIST_PUSH(cx->mem, &m->days);
    const struct date today = day_of(cx->now);
    int year = 0, month = 0;

    *c = (struct cal_day){.day = d};
    date_split(d, &year, &month, &c->number);
    c->in = strcmp(month_key(cx->mem, month_number(d)), m->of) == 0;
    c->today = d.days == today.days;
    for (size_t i = 0; i < all->n; i++) {
        if (!c->in || all->at[i].day.days != d.days)
            continue;
        *LIST_PUSH(cx->mem, &c->on) = all->at[i];
        if (d.days >= today.days)
            *LIST_PUSH(cx->mem, m->coming.n < SOON ? &m->coming : &m->rest) =
                all->at[i];
    }
}

static bool month_of(struct req *rq, const struct groups *all, struct month *m)
{
    struct ctx *cx = rq->cx;
    const int now = month_number(day_of(cx->now)), n = asked_month(rq);
    const struct date first = month_first(n),
                      last = {month_first(n + 1).days - 1};
    struct date d = date_monday(first);
    const int end = date_monday(last).days + WEEK;
    struct group_days on;

    *m = (struct month){
        .name = text_capital(cx->mem, lang_month(cx->mem, cx->lang, first)),
        .of = month_key(cx->mem, n),
        .before = n > now ? month_key(cx->mem, n - 1) : "",
        .next = n < now + MONTHS_AHEAD ? month_key(cx->mem, n + 1) : ""};
    if (!group_days_between(cx, all, first, last, &on))
        return false;
    for (; d.days < end; d.days++)
        put_day(cx, m, d, &on);
    return true;
}

/* --- pages --- */

static bool can_count(struct req *rq, const struct group_day *s, bool *counted)
{
    *counted = false;
    return !req_can(rq, "groups.own") || group_day_counted(rq->cx, s, counted);
}

/* Those of today that are on, or about to be. */
static bool put_now(struct req *rq, const struct groups *all,
                    struct groups_page *v)
{
    struct ctx *cx = rq->cx;
    const struct date today = day_of(cx->now);
    struct group_days of_today;

    if (!group_days_between(cx, all, today, today, &of_today))
        return false;
    for (size_t i = 0; i < of_today.n; i++) {
        const struct group_day *s = &of_today.at[i];
        if (!group_day_is_on(cx, s))
            continue;
        struct now_on *o = LIST_PUSH(cx->mem, &v->on);
        *o = (struct now_on){.s = *s, .can = req_can(rq, "groups.own")};
        if (!can_count(rq, s, &o->counted))
            return false;
    }
    return true;
}

static bool is_over(const struct ctx *cx, const struct group *g)
{
    return date_is_set(g->last) && g->last.days < day_of(cx->now).days;
}

bool groups_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct groups_page v = {.known = cx->actor->person.v != 0,
                            .writes = writes(rq)};
    struct groups all;

    if (!groups_public(cx, &all) || !month_of(rq, &all, &v.month) ||
        !put_now(rq, &all, &v))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *LIST_PUSH(cx->mem, is_over(cx, &all.at[i]) ? &v.ended : &v.all) =
            all.at[i];
    req_wide(rq, "person");
    groups_page_html(rq->page, &v);
    return true;
}

/* Its next day that is not over, and those after it. */
static bool put_next(struct ctx *cx, struct group_page *v)
{
    const struct groups only = {&v->g, 1, 1};
    const struct date today = day_of(cx->now),
                      last = {(today.days > v->g.from.days ? today.days
                                                           : v->g.from.days) +
                              AHEAD_DAYS};
    struct group_days all;

    if (!group_days_between(cx, &only, today, last, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct group_day *s = &all.at[i];
        if (s->until + ON_SLACK < cx->now)
            continue;
        if (!v->next.g)
            v->next = *s;
        else if (v->later.n < LATER)
            *LIST_PUSH(cx->mem, &v->later) = *s;
    }
    return true;
}

static bool read_group(struct req *rq, struct group *g)
{
    int64_t id = 0;

    *g = (struct group){0};
    return req_id(rq, "group", &id) && group_public(rq->cx, id, g);
}

bool group_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct group_page v = {.can = req_can(rq, "groups.own"),
                           .person = cx->actor->role == ROLE_PERSON};
    struct groups all;

    if (!read_group(rq, &v.g) || !put_next(cx, &v) ||
        !groups_public(cx, &all) || !month_of(rq, &all, &v.month))
        return false;
    v.writes = writes(rq) && v.g.program == cx->actor->program;
    v.likes = lines_of(cx->mem, v.g.likes);
    v.agreed = lines_of(cx->mem, v.g.agreed);
    v.ended = is_over(cx, &v.g);
    v.on = v.next.g && group_day_is_on(cx, &v.next);
    v.today = v.next.g && v.next.day.days == day_of(cx->now).days;
    if (v.on && !can_count(rq, &v.next, &v.counted))
        return false;
    req_wide(rq, "wide");
    group_page_html(rq->page, &v);
    return true;
}

bool count_me_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct group g;
    struct group_day s;

    return read_group(rq, &g) && group_day_get(cx, &g, day_of(cx->now), &s) &&
           group_day_count_me(cx, &s) &&
           req_see_other(rq, "/groups/%" PRId64 "?saved=1", g.id);
}

/* --- on paper --- */

bool group_paper(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct group_page v = {0};

    if (!read_group(rq, &v.g) || !put_next(cx, &v))
        return false;
    struct group_paper p = {.g = v.g, .likes = lines_of(cx->mem, v.g.likes)};
    if (v.next.g)
        *LIST_PUSH(cx->mem, &p.days) = v.next;
    for (size_t i = 0; i < v.later.n; i++)
        *LIST_PUSH(cx->mem, &p.days) = v.later.at[i];
    req_wide(rq, "report");
    group_paper_html(rq->page, &p);
    return true;
}

bool month_paper(struct req *rq)
{
    struct month_paper v;

    if (!groups_public(rq->cx, &v.all) || !month_of(rq, &v.all, &v.month))
        return false;
    v.month.paper = true;
    req_wide(rq, "wide");
    month_paper_html(rq->page, &v);
    return true;
}

bool groups_foot_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    groups_foot_html(t, &(struct groups_foot){0});
    return true;
}
