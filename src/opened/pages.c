#include "opened/pages.h"

#include "opened/view.h"

enum { VISITS_SHOWN = 10, DAYS_SHOWN = 30, DECIDED_DAYS = 366, DAY_S = 86400 };

void opened_parts(struct tpl *t, const struct opened *o)
{
    static const char *const words[OPENED_PARTS] = {
        [OPENED_VISITS] = N_("When they have visits"),
        [OPENED_DAYS] = N_("Days between visits"),
        [OPENED_DECIDED] = N_("What was decided at visits"),
    };
    const char *between = "";

    for (int part = 0; part < OPENED_PARTS; part++)
        if (o->part[part]) {
            tpl_raw(t, between);
            tpl_say(t, words[part]);
            between = " &middot; ";
        }
}

const char *opened_who(enum outcome_who who)
{
    switch (who) {
    case OUTCOME_WE: return N_("Both do it");
    case OUTCOME_THEM: return N_("Who they saw does it");
    case OUTCOME_PEER: return N_("Their peer helps");
    case OUTCOME_ME: break;
    }
    return "";
}

static bool read_visits(struct ctx *cx, struct opened_page *v)
{
    return visit_list_coming(cx, v->of->whose, VISITS_SHOWN, &v->coming) &&
           visit_list_past(cx, v->of->whose, cx->now, VISITS_SHOWN, &v->past);
}

static bool read_days(struct ctx *cx, struct opened_page *v)
{
    const struct date from = {day_of(cx->now).days - DAYS_SHOWN + 1};
    struct between b;

    if (!between_read(cx, v->of->whose, from, DAYS_SHOWN, &b))
        return false;
    for (size_t i = 0; i < b.lines.n; i++) {
        struct chart c = chart_of(cx->mem, &b, i);
        *LIST_PUSH(cx->mem, &v->charts) = c;
        chart_key_add(&v->key, &c);
    }
    for (size_t i = b.events.n; i-- > 0;)
        *LIST_PUSH(cx->mem, &v->events) = b.events.at[i];
    return true;
}

static bool read_decided(struct ctx *cx, struct opened_page *v)
{
    struct outcomes all;

    if (!outcome_list_between(cx, v->of->whose,
                              cx->now - (int64_t)DECIDED_DAYS * DAY_S, cx->now,
                              &all))
        return false;
    for (size_t i = all.n; i-- > 0;)
        *LIST_PUSH(cx->mem, &v->decided) = all.at[i];
    return true;
}

bool opened_page(struct req *rq)
{
    static bool (*const read[OPENED_PARTS])(struct ctx *,
                                            struct opened_page *) = {
        [OPENED_VISITS] = read_visits,
        [OPENED_DAYS] = read_days,
        [OPENED_DECIDED] = read_decided,
    };
    struct opened of;
    struct opened_page v = {.of = &of};
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v) || !opened_by(rq->cx, whose, &of))
        return false;
    for (int part = 0; part < OPENED_PARTS; part++)
        if (of.part[part] && !read[part](rq->cx, &v))
            return false;
    opened_page_html(rq->page, &v);
    return true;
}

bool opened_panel(struct req *rq, struct tpl *to)
{
    struct opened_panel v;

    if (!opened_list(rq->cx, &v.all))
        return false;
    if (v.all.n > 0)
        opened_panel_html(to, &v);
    return true;
}
