#include "page/page_pages.h"

#include <inttypes.h>
#include <string.h>

#include "page/page_view.h"
#include "page/pdf.h"
#include "said/reply.h"

static bool my_visit(struct req *rq, struct visit *v)
{
    struct visit_id id;

    return req_id(rq, "visit", &id.v) &&
           visit_get(rq->cx, rq->cx->actor->person, id, v);
}

static struct page_look asked_look(struct req *rq)
{
    return (struct page_look){.paper = strcmp(req_text(rq, "paper"), "a4") == 0
                                           ? PAPER_A4
                                           : PAPER_LETTER,
                              .large = *req_text(rq, "large") != '\0'};
}

/* Her page as it is now; as a new one, in the language she reads now, when she
 * asked for that. */
static bool page_asked(struct req *rq, const struct visit *visit,
                       const struct page_state *state, struct page_now *out)
{
    static const struct page_state new_one = {.hash = ""};

    return page_now(rq->cx, visit, *req_text(rq, "anew") ? &new_one : state,
                    out);
}

bool page_preview_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct page_now now;
    struct page_preview v = {.look = asked_look(rq),
                             .page = &now.shown,
                             .anew = *req_text(rq, "anew") != '\0'};

    if (!my_visit(rq, &visit) ||
        !page_state(cx, visit.person, visit.id, &v.state) ||
        !page_asked(rq, &visit, &v.state, &now) ||
        !page_readers(cx, visit.person, v.state.id, &v.readers) ||
        !page_readers_before(cx, visit.person, v.state.id, &v.before) ||
        !page_readers_expired(cx, visit.person, v.state.id, &v.expired) ||
        !waiting_list(cx, visit.person, visit.id, &v.waits))
        return false;
    v.visit = visit.id.v;
    v.inside = visit.with.v != 0;
    v.empty = now.shown.lines.n == 0;
    v.hash = now.hash;
    v.approved = strcmp(v.hash, v.state.hash) == 0;
    v.changed = v.state.version > 0 && !v.approved;
    req_wide(rq, "report");
    page_preview_html(rq->page, &v);
    return true;
}

bool page_approve_form(struct req *rq)
{
    struct visit visit;

    if (!my_visit(rq, &visit) ||
        !page_approve(rq->cx, &visit, req_text(rq, "seen")))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/page", visit.id.v);
}

/* --- switches --- */

const char *page_words_field(struct arena *mem, const char *key)
{
    return arena_fmt(mem, "w/%s", key);
}

bool page_lines_page(struct req *rq)
{
    struct arena *mem = rq->cx->mem;
    struct visit visit;
    struct page draft;

    if (!my_visit(rq, &visit) || !page_draft(rq->cx, &visit, &draft))
        return false;
    struct page_switches v = {.visit = visit.id.v,
                              .body = visit.kind == VISIT_BODY,
                              .they = draft.they};
    for (size_t i = 0; i < draft.lines.n; i++) {
        const struct page_line *l = &draft.lines.at[i];
        if (v.groups.n == 0 || v.groups.at[v.groups.n - 1].part != l->part)
            *LIST_PUSH(mem, &v.groups) = (struct page_group){
                l->part, (int)page_limits[l->part].lines, {0}};
        *LIST_PUSH(mem, &v.groups.at[v.groups.n - 1].lines) = *l;
    }
    page_switches_html(rq->page, &v);
    return true;
}

static bool switched_on(struct req *rq, const char *key)
{
    const char *name, *value;

    for (size_t i = 0; req_field(rq, i, &name, &value); i++)
        if (strcmp(name, "on") == 0 && strcmp(value, key) == 0)
            return true;
    return false;
}

bool page_lines_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct page draft;
    struct page_choices choices = {0};

    if (!my_visit(rq, &visit) || !page_draft(cx, &visit, &draft))
        return false;
    for (size_t i = 0; i < draft.lines.n; i++) {
        struct page_line *l = &draft.lines.at[i];
        const char *field = page_words_field(cx->mem, l->key);
        l->on = switched_on(rq, l->key);
        *LIST_PUSH(cx->mem, &choices) = (struct page_choice){
            l->key, l->on, req_has(rq, field) ? req_text(rq, field) : NULL};
    }
    /* The script, at each flip: kept as it stands, so that her page is what
     * she sees here. What is too much is said when she goes on. */
    if (strcmp(req_text(rq, "go"), "keep") == 0)
        return page_choose(cx, &visit, &choices) && req_no_content(rq);
    if (!page_fits(cx, &draft) || !page_choose(cx, &visit, &choices))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/page", visit.id.v);
}

/* --- sharing --- */

/* Who the visit is with, then the case managers of her program. */
static bool who_may_get_it(struct ctx *cx, const struct visit *v,
                           struct persons *out)
{
    struct persons staff;
    struct person with;

    *out = (struct persons){0};
    if (v->with.v) {
        if (!person_get(cx, v->with, &with))
            return false;
        *LIST_PUSH(cx->mem, out) = with;
    }
    if (!people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_CASE_MANAGER),
                      &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++)
        if (!person_same(staff.at[i].id, v->with))
            *LIST_PUSH(cx->mem, out) = staff.at[i];
    return true;
}

/* Until when a link is, when she says no day: 30 days after the visit, as far
 * as a link can last. Of a visit long ago, 30 days from now. */
static int64_t link_until(const struct ctx *cx, const struct visit *v)
{
    const struct date from_now = {day_of(cx->now).days + PAGE_DAYS_AFTER};
    int64_t until = page_until_time(v, UNTIL_AFTER, DATE_NONE);

    if (until <= cx->now)
        until = end_of_day(from_now);
    return until < link_latest(cx) ? until : link_latest(cx);
}

bool page_share_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct page_state state;

    if (!my_visit(rq, &visit))
        return false;
    struct date day = day_of(visit.at);
    struct page_sharing v = {.visit = visit.id.v,
                             .they = visit.with_name,
                             .with = visit.with,
                             .visit_day = day,
                             .after_day = {day.days + PAGE_DAYS_AFTER}};
    v.visit_ahead = v.visit_day.days >= day_of(cx->now).days;
    v.after_ahead = v.after_day.days >= day_of(cx->now).days;
    v.link_day = last_day(link_until(cx, &visit));
    if (!page_state(cx, visit.person, visit.id, &state) ||
        !page_readers(cx, visit.person, state.id, &v.readers) ||
        !who_may_get_it(cx, &visit, &v.to))
        return false;
    if (state.version == 0)
        return req_see_other(rq, "/me/visits/%" PRId64 "/page", visit.id.v);
    page_sharing_html(rq->page, &v);
    return true;
}

bool page_share_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    int64_t until = req_number(rq, "until", UNTIL_AFTER);
    struct person_id to = {req_number(rq, "to", 0)};

    if (!my_visit(rq, &visit))
        return false;
    if (!to.v)
        return fail(cx, ERR_INVALID, "to", "Please choose who may read it.");
    if (until < UNTIL_VISIT || until > UNTIL_STOP)
        return fail(cx, ERR_INVALID, "until", "Please choose until when.");
    if (until == UNTIL_DAY && !date_is_set(req_date(rq, "day")))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    if (until == UNTIL_DAY && end_of_day(req_date(rq, "day")) <= cx->now)
        return fail(cx, ERR_INVALID, "day",
                    "This day is over. Please choose a later one.");
    if (!page_give(cx, &visit, to,
                   page_until_time(&visit, (enum page_until)until,
                                   req_date(rq, "day"))))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/page", visit.id.v);
}

/* The day she chose for a link; 30 days after the visit when she chose none. */
static bool read_last(struct req *rq, const struct visit *visit, int64_t *out)
{
    struct ctx *cx = rq->cx;
    struct date last = req_date(rq, "last");

    *out = date_is_set(last) ? end_of_day(last) : link_until(cx, visit);
    if (!date_is_set(last) && *req_text(rq, "last"))
        return fail(cx, ERR_INVALID, "last", "Please choose a day.");
    if (*out <= cx->now)
        return fail(cx, ERR_INVALID, "last",
                    "This day is over. Please choose a later one.");
    return *out <= link_latest(cx) ||
           fail(cx, ERR_INVALID, "last",
                "Please choose a day in the next %d days.", LINK_DAYS_MAX);
}

bool page_link_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;

    if (!my_visit(rq, &visit))
        return false;
    struct link l = {.name = req_text(rq, "name")};
    if (!read_last(rq, &visit, &l.until) || !page_give_link(cx, &visit, &l))
        return false;
    struct page_link v = {
        .visit = visit.id.v,
        .name = l.name,
        .address = arena_fmt(cx->mem, "%s/l/%s", req_base(rq), l.token),
        .code = l.code,
        .until = l.until};
    page_link_html(rq->page, &v);
    return true;
}

bool page_stop_form(struct req *rq)
{
    struct visit visit;

    if (!my_visit(rq, &visit) || !page_withdraw(rq->cx, &visit))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64 "/page", visit.id.v);
}

bool visit_told_panel(struct req *rq, struct tpl *t)
{
    struct visit_told v = {0};
    struct page_state state;
    struct visit visit;
    struct replies all;

    if (!my_visit(rq, &visit) ||
        !page_state(rq->cx, visit.person, visit.id, &state))
        return false;
    if (!state.id)
        return true;
    if (!page_readers(rq->cx, visit.person, state.id, &v.readers) ||
        !reply_list(rq->cx, visit.person, (struct said_id){state.id}, &all))
        return false;
    v.visit = visit.id.v;
    v.wrote = all.n > 0;
    visit_told_html(t, &v);
    return true;
}

/* --- PDF --- */

bool page_pdf_before(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct visit visit;
    struct page_state state;
    struct page_now now;
    struct blob *pdf = ARENA_NEW(cx->mem, struct blob);

    if (!my_visit(rq, &visit) ||
        !page_state(cx, visit.person, visit.id, &state) ||
        !page_asked(rq, &visit, &state, &now) ||
        !pdf_make(cx, &now.shown, asked_look(rq), pdf))
        return false;
    req_keep(rq, pdf);
    return true;
}

bool page_pdf_get(struct req *rq)
{
    const struct blob *pdf = req_kept(rq);

    return req_send(rq, "application/pdf", "my-page.pdf", *pdf);
}
