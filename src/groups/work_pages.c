/* Groups, to who writes them: peers, and who leads the program. */
#include <inttypes.h>

#include "groups/pages.h"
#include "groups/view.h"

enum { COMING_DAYS = 28, PAST_DAYS = 35 };

static bool leads(const struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR;
}

static bool is_lead(const struct ctx *cx, const struct group_lead *l)
{
    return l->id.v && person_same(l->id, cx->actor->person);
}

bool groups_work_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct groups_work v = {.leads = leads(cx)};
    struct groups all;

    if (!groups_ours(cx, &all) || !heads_of_month(cx, 0, &v.now) ||
        !heads_of_month(cx, 1, &v.before))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct group *g = &all.at[i];
        *LIST_PUSH(cx->mem, &v.all) =
            (struct work_group){.g = *g,
                                .mine = is_lead(cx, &g->lead),
                                .steps_in = is_lead(cx, &g->backup),
                                .open = !g->lead.id.v || !g->backup.id.v,
                                .withheld = !group_is_shown(g)};
    }
    groups_work_html(rq->page, &v);
    return true;
}

/* --- a new one, or a change --- */

static bool form_page(struct req *rq, struct group_form *v)
{
    struct ctx *cx = rq->cx;

    if (!people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &v->peers))
        return false;
    v->themes = (struct theme_list){theme_all(), THEMES};
    v->from = date_iso(cx->mem, v->g.from);
    v->time =
        arena_fmt(cx->mem, "%02d:%02d", v->g.minute / 60, v->g.minute % 60);
    group_form_html(rq->page, v);
    return true;
}

bool group_new_page(struct req *rq)
{
    const struct ctx *cx = rq->cx;
    struct group_form v = {.g = {.name = "",
                                 .plain = "",
                                 .likes = "",
                                 .place = "",
                                 .way = "",
                                 .agreed = "",
                                 .from = day_of(cx->now),
                                 .weekly = true,
                                 .minute = 14 * 60,
                                 .minutes = GROUP_MINUTES},
                           .fresh = true};

    if (!leads(cx))
        v.g.lead.id = cx->actor->person;
    return talk_here(rq->cx, cx->actor->program, &v.g.level) &&
           form_page(rq, &v);
}

static bool read_ours(struct req *rq, struct group *g)
{
    int64_t id = 0;

    *g = (struct group){0};
    return req_id(rq, "group", &id) && group_ours(rq->cx, id, g);
}

bool group_change_page(struct req *rq)
{
    struct group_form v = {0};

    return read_ours(rq, &v.g) && form_page(rq, &v);
}

static bool save(struct req *rq, int64_t id)
{
    struct group g = {.id = id,
                      .name = req_text(rq, "name"),
                      .plain = req_text(rq, "plain"),
                      .likes = req_text(rq, "likes"),
                      .place = req_text(rq, "place"),
                      .way = req_text(rq, "way"),
                      .agreed = req_text(rq, "agreed"),
                      .theme = (enum theme)req_number(rq, "theme", -1),
                      .about = (enum about)req_number(rq, "about", -1),
                      .from = req_date(rq, "from"),
                      .weekly = req_number(rq, "weekly", 1) != 0,
                      .minute = minute_parse(req_text(rq, "time")),
                      .minutes = (int)req_number(rq, "minutes", 0),
                      .lead = {.id = {req_number(rq, "lead", 0)}},
                      .backup = {.id = {req_number(rq, "backup", 0)}}};

    return group_save(rq->cx, &g) &&
           req_see_other(rq, "/groups/work/%" PRId64 "?saved=1", g.id);
}

bool group_new_form(struct req *rq)
{
    return save(rq, 0);
}

bool group_change_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "group", &id) && save(rq, id);
}

/* --- one of them --- */

static bool put_days(struct ctx *cx, struct group_work *v)
{
    const struct groups only = {&v->g, 1, 1};
    const struct date today = day_of(cx->now);
    struct group_days past;

    if (!group_days_between(cx, &only, today,
                            (struct date){today.days + COMING_DAYS},
                            &v->coming) ||
        !group_days_between(cx, &only, (struct date){today.days - PAST_DAYS},
                            (struct date){today.days - 1}, &past))
        return false;
    for (size_t i = past.n; i > 0; i--)
        *LIST_PUSH(cx->mem, &v->past) = past.at[i - 1];
    return true;
}

bool group_work_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct group_work v = {.saved = req_was_saved(rq)};

    if (!read_ours(rq, &v.g) || !put_days(cx, &v))
        return false;
    if (is_lead(cx, &v.g.lead))
        v.mine = v.g.lead;
    else if (is_lead(cx, &v.g.backup))
        v.mine = v.g.backup;
    v.withheld = !group_is_shown(&v.g);
    group_work_html(rq->page, &v);
    return true;
}

static bool done(struct req *rq, int64_t group, bool yes)
{
    return yes && req_see_other(rq, "/groups/work/%" PRId64 "?saved=1", group);
}

bool group_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "group", &id) &&
           done(rq, id,
                group_end(rq->cx, id, req_date(rq, "last"),
                          req_text(rq, "instead")));
}

bool group_name_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "group", &id) &&
           done(rq, id,
                group_show_me(rq->cx, id, req_number(rq, "shown", 0) != 0));
}
