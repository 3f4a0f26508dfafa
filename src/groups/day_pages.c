/* One day of a group, to who leads it; and what of it stands on a day page. */
#include <inttypes.h>

#include "groups/pages.h"
#include "groups/view.h"

static bool read_day(struct req *rq, struct group *g, struct group_day *s)
{
    int64_t id = 0;

    *g = (struct group){0};
    return req_id(rq, "group", &id) && group_ours(rq->cx, id, g) &&
           group_day_get(rq->cx, g, date_parse(req_part(rq, "day")), s);
}

bool group_day_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct group_day_page v = {.saved = req_was_saved(rq), .heads = ""};

    if (!read_day(rq, &v.g, &v.s) || !group_day_note(cx, &v.s, &v.note))
        return false;
    v.begun = cx->now >= v.s.at;
    v.over = cx->now > v.s.until;
    if (v.s.heads >= 0 || v.s.tapped > 0)
        v.heads = arena_fmt(cx->mem, "%" PRId64, group_day_heads(&v.s));
    group_day_page_html(rq->page, &v);
    return true;
}

static bool done(struct req *rq, const struct group_day *s, bool yes)
{
    return yes && req_see_other(rq, "/groups/work/%" PRId64 "/%s?saved=1",
                                s->g->id, date_iso(rq->cx->mem, s->day));
}

bool topic_form(struct req *rq)
{
    struct group g;
    struct group_day s;

    return read_day(rq, &g, &s) &&
           done(rq, &s,
                group_day_topic(rq->cx, &s,
                                (enum about)req_number(rq, "about", -1),
                                req_text(rq, "topic")));
}

bool take_form(struct req *rq)
{
    struct group g;
    struct group_day s;

    return read_day(rq, &g, &s) &&
           done(rq, &s, group_day_take(rq->cx, &s, true));
}

bool off_form(struct req *rq)
{
    struct group g;
    struct group_day s;

    return read_day(rq, &g, &s) &&
           done(rq, &s,
                group_day_off(rq->cx, &s, req_text(rq, "told"),
                              req_text(rq, "instead")));
}

bool on_form(struct req *rq)
{
    struct group g;
    struct group_day s;

    return read_day(rq, &g, &s) && done(rq, &s, group_day_on(rq->cx, &s));
}

bool after_form(struct req *rq)
{
    struct group g;
    struct group_day s;

    return read_day(rq, &g, &s) &&
           done(rq, &s,
                group_day_after(rq->cx, &s, req_number(rq, "heads", -1),
                                req_text(rq, "note")));
}

/* --- on a day page --- */

/* Today's that the peer leads, takes, or may have to step in for. */
bool groups_today_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    const struct date today = day_of(cx->now);
    struct groups_today v = {0};
    struct groups all;
    struct group_days on;

    if (!groups_ours(cx, &all) ||
        !group_days_between(cx, &all, today, today, &on))
        return false;
    for (size_t i = 0; i < on.n; i++) {
        const struct group_day *s = &on.at[i];
        const bool lead = person_same(s->g->lead.id, cx->actor->person),
                   backup = person_same(s->g->backup.id, cx->actor->person);
        if (lead || backup)
            *LIST_PUSH(cx->mem, &v.all) =
                (struct today_group){*s, s->taken ? backup : lead};
    }
    if (v.all.n)
        groups_today_html(t, &v);
    return true;
}

bool groups_heads_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct groups_heads v = {0};
    struct groups all;

    if (!groups_ours(cx, &all) || !heads_of_month(cx, 0, &v.now) ||
        !heads_of_month(cx, 1, &v.before))
        return false;
    for (size_t i = 0; i < all.n; i++)
        v.open += !all.at[i].lead.id.v || !all.at[i].backup.id.v;
    if (all.n)
        groups_heads_html(t, &v);
    return true;
}
