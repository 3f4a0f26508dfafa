/* My week: a peer's own pages. R24, R84. */
#include "week/pages.h"

#include <inttypes.h>
#include <string.h>

#include "week/view.h"

/* The Monday of the week a page or a form is about; never one to come. */
static struct date typed_monday(struct req *rq)
{
    const struct date now = date_monday(day_of(rq->cx->now));
    const struct date from = req_date(rq, "from");

    if (!date_is_set(from) || from.days > now.days)
        return now;
    return date_monday(from);
}

static bool back(struct req *rq, struct date day)
{
    return req_see_other(rq, "/week?from=%s&saved=1",
                         date_iso(rq->cx->mem, date_monday(day)));
}

bool week_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const struct person_id me = cx->actor->person;
    const struct date today = day_of(cx->now), monday = typed_monday(rq);
    struct week_page v = {.me = me.v,
                          .sunday = {monday.days + WEEK_DAYS - 1},
                          .before = {monday.days - WEEK_DAYS},
                          .after = {monday.days + WEEK_DAYS},
                          .shown_from = week_shown_from(monday),
                          .runs = monday.days == date_monday(today).days,
                          .saved = req_was_saved(rq)};

    v.today = date_iso(cx->mem, v.runs ? today : v.sunday);
    if (!week_get(cx, me, monday, &v.week) ||
        !week_entries(cx, monday, &v.entries) || !mark_get(cx, me, &v.marks) ||
        !load_get(cx, me, date_monday(today), &v.load) ||
        !week_is_shown(cx, me, monday, &v.shown))
        return false;
    v.bar = week_bar(cx->mem, &v.week, true);
    week_page_html(rq->page, &v);
    return true;
}

bool week_add_form(struct req *rq)
{
    const struct week_entry e = {
        .kind = (enum week_kind)req_number(rq, "kind", WEEK_PEOPLE),
        .minutes = req_number(rq, "minutes", 0),
        .day = req_date(rq, "day")};

    return week_add(rq->cx, &e) && back(rq, e.day);
}

bool week_entry_form(struct req *rq)
{
    int64_t id = 0;

    if (!req_id(rq, "entry", &id))
        return false;
    const char *field = arena_fmt(rq->cx->mem, "minutes-%" PRId64, id);
    const bool done = strcmp(req_text(rq, "go"), "away") == 0
                          ? week_remove(rq->cx, id)
                          : week_change(rq->cx, id, req_number(rq, field, 0));
    return done && back(rq, typed_monday(rq));
}

bool week_show_form(struct req *rq)
{
    const struct date monday = typed_monday(rq);

    return week_show(rq->cx, monday) && back(rq, monday);
}

/* --- hours --- */

static const char *number(struct ctx *cx, int64_t n)
{
    return n ? arena_fmt(cx->mem, "%" PRId64, n) : "";
}

bool week_plan_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const struct person_id me = cx->actor->person;
    struct week_plan_page v = {.saved = req_was_saved(rq)};

    if (!plan_get(cx, me, &v.plan) ||
        !load_get(cx, me, date_monday(day_of(cx->now)), &v.load))
        return false;
    v.hours = number(cx, v.plan.hours);
    v.lasts = number(cx, v.plan.lasts);
    v.way = number(cx, v.plan.way);
    v.groups = number(cx, v.plan.groups);
    week_plan_html(rq->page, &v);
    return true;
}

/* Nothing typed is none; what is no number is wrong. */
static int64_t typed(struct req *rq, const char *field)
{
    return *req_text(rq, field) ? req_number(rq, field, -1) : 0;
}

bool week_plan_form(struct req *rq)
{
    const struct week_plan p = {.hours = typed(rq, "hours"),
                                .lasts = typed(rq, "lasts"),
                                .way = typed(rq, "way"),
                                .groups = typed(rq, "groups")};

    return plan_put(rq->cx, &p) && req_see_other(rq, "/week/plan?saved=1");
}

/* --- the line set together --- */

bool week_mark_form(struct req *rq)
{
    return mark_ask(rq->cx, rq->cx->actor->person,
                    req_number(rq, "share", 0)) &&
           req_see_other(rq, "/week?saved=1");
}

bool week_mark_yes_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "mark", &id) &&
           mark_yes(rq->cx, rq->cx->actor->person, id) &&
           req_see_other(rq, "/week?saved=1");
}

bool week_mark_no_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "mark", &id) &&
           mark_no(rq->cx, rq->cx->actor->person, id) &&
           req_see_other(rq, "/week?saved=1");
}

/* --- on other pages --- */

bool week_today_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct week_today v = {0};

    if (!week_get(cx, cx->actor->person, date_monday(day_of(cx->now)), &v.week))
        return false;
    v.bar = week_bar(cx->mem, &v.week, false);
    week_today_html(t, &v);
    return true;
}

/* Nothing, while all of it fits. */
bool week_fit_panel(struct req *rq, struct tpl *t)
{
    struct week_fit v = {0};

    if (!load_ahead(rq->cx, &v.load))
        return false;
    if (v.load.over)
        week_fit_html(t, &v);
    return true;
}
