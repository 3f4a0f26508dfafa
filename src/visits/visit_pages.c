#include "visits/visit_pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "questions/set_logic.h"
#include "questions/set_store.h"
#include "visits/after.h"
#include "visits/visit_form.h"
#include "visits/visit_view.h"
#include "visits/words.h"

enum { LIST_MAX = 20, SECONDS_EACH = 35 };

const char *visit_kind_words(enum visit_kind kind)
{
    return kind == VISIT_BODY ? N_("My body") : N_("Mind and medicine");
}

const char *visit_kind_icon(enum visit_kind kind)
{
    return kind == VISIT_BODY ? "heart-pulse" : "message-circle";
}

void visit_steps(struct tpl *t, int done, int of)
{
    tpl_raw(t, "<div class=\"steps\" aria-hidden=\"true\">");
    for (int i = 0; i < of; i++)
        tpl_raw(t, i < done ? "<i class=\"on\"></i>" : "<i></i>");
    tpl_raw(t, "</div>");
}

static struct person_id me(const struct req *rq)
{
    return rq->cx->actor->person;
}

bool visit_of_path(struct req *rq, struct visit *out)
{
    struct person_id whose = me(rq);
    struct visit_id id;

    if (*req_part(rq, "person") && !req_id(rq, "person", &whose.v))
        return false;
    return req_id(rq, "visit", &id.v) && visit_get(rq->cx, whose, id, out);
}

/* Whole minutes for what is left, at least one. */
static bool minutes_left(struct ctx *cx, const struct visit *v,
                         const struct prep *p, int *minutes)
{
    static const struct set_answers none;
    int left = p->of - p->done;
    struct set set;

    if (!p->id.v) {
        if (!set_current(cx, (enum set_kind)v->kind, &set))
            return false;
        left = 0;
        for (const struct set_item *it = set_item_next(&set, &none, NULL); it;
             it = set_item_next(&set, &none, it))
            left++;
    }
    *minutes = left * SECONDS_EACH / 60 > 1 ? left * SECONDS_EACH / 60 : 1;
    return true;
}

static bool name_helper(struct ctx *cx, struct home_hero *v)
{
    struct offer yes;
    struct person p;

    v->helper = "";
    if (!offer_accepted(cx, v->visit.person, v->visit.id, &yes))
        return false;
    if (yes.id == 0)
        return true;
    if (!person_get(cx, yes.peer, &p))
        return false;
    v->helper = p.first;
    return true;
}

bool home_hero_panel(struct req *rq, struct tpl *t)
{
    struct home_hero v = {.today = day_of(rq->cx->now)};
    struct visits coming;
    struct person p;

    if (!person_get(rq->cx, me(rq), &p) ||
        !visit_list_coming(rq->cx, me(rq), 2, &coming))
        return false;
    v.first = p.first;
    if (coming.n > 0) {
        v.visit = coming.at[0];
        v.day = day_of(v.visit.at);
        v.days = visit_days_left(&v.visit, rq->cx->now);
        if (!prep_for(rq->cx, me(rq), v.visit.id, &v.prep) ||
            !minutes_left(rq->cx, &v.visit, &v.prep, &v.minutes) ||
            !name_helper(rq->cx, &v))
            return false;
    }
    if (coming.n > 1) {
        v.then = coming.at[1];
        if (!prep_for(rq->cx, me(rq), v.then.id, &v.then_prep))
            return false;
    }
    home_hero_html(t, &v);
    return true;
}

bool home_offers_panel(struct req *rq, struct tpl *t)
{
    struct offers open;

    if (!offer_list_open(rq->cx, me(rq), &open))
        return false;
    for (size_t i = 0; i < open.n; i++) {
        struct person p;
        if (!person_get(rq->cx, open.at[i].peer, &p))
            return false;
        home_offer_html(t, &(struct home_offer){&open.at[i], p.first});
    }
    return true;
}

bool home_words_panel(struct req *rq, struct tpl *t)
{
    struct home_words v = {0};
    int64_t at = TIME_NONE;

    if (!words_get(rq->cx, me(rq), &v.words, &at))
        return false;
    home_words_html(t, &v);
    return true;
}

bool visit_list_page(struct req *rq)
{
    int64_t before = req_number(rq, "before", rq->cx->now + 1);
    const struct visit_at behind = {req_number(rq, "behind", 0),
                                    req_number(rq, "id", 0)};
    struct visit_list v = {.older = TIME_NONE, .now = rq->cx->now};

    if (!visit_list_ahead(rq->cx, me(rq), behind, LIST_MAX + 1, &v.coming) ||
        !visit_list_past(rq->cx, me(rq), before, LIST_MAX, &v.past) ||
        !panels_html(rq, "me.visits", &v.more))
        return false;
    if (v.coming.n > LIST_MAX) {
        v.coming.n = LIST_MAX;
        v.later = (struct visit_at){v.coming.at[LIST_MAX - 1].at,
                                    v.coming.at[LIST_MAX - 1].id.v};
    }
    if (v.past.n == LIST_MAX)
        v.older = v.past.at[LIST_MAX - 1].at;
    visit_list_html(rq->page, &v);
    return true;
}

bool visit_add_page(struct req *rq)
{
    struct visit_form v = {.is_new = true};

    v.visit.at = TIME_NONE;
    v.visit.with_name = v.visit.place = v.visit.reason = "";
    return visit_form_draw(rq, &v);
}

bool visit_add_form(struct req *rq)
{
    struct visit v = {.person = me(rq), .program = rq->cx->actor->program};

    if (!visit_form_read(rq, &v) || !visit_add(rq->cx, &v))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64, v.id.v);
}

bool visit_change_page(struct req *rq)
{
    struct visit_form v = {0};

    return visit_of_path(rq, &v.visit) && visit_form_draw(rq, &v);
}

bool visit_change_form(struct req *rq)
{
    struct visit v;

    if (!visit_of_path(rq, &v) || !visit_form_read(rq, &v) ||
        !visit_change(rq->cx, &v))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64, v.id.v);
}

bool visit_cancel_form(struct req *rq)
{
    enum visit_state to = req_has(rq, "undo") ? VISIT_COMING : VISIT_CANCELLED;
    struct visit v;

    if (!visit_of_path(rq, &v) || !visit_set_state(rq->cx, v.person, v.id, to))
        return false;
    return req_see_other(rq, "/me/visits/%" PRId64, v.id.v);
}

bool visit_one_page(struct req *rq)
{
    struct visit_page v = {.peer = ""};
    struct outcomes decided;
    struct person p;

    if (!visit_of_path(rq, &v.visit) ||
        !prep_for(rq->cx, v.visit.person, v.visit.id, &v.prep) ||
        !company_now(rq->cx, &v.visit, &v.company) ||
        !outcome_list(rq->cx, v.visit.person, v.visit.id, &decided) ||
        !panels_html(rq, "visits.page", &v.told))
        return false;
    if (v.company.peer.v) {
        if (!person_get(rq->cx, v.company.peer, &p))
            return false;
        v.peer = p.first;
    }
    v.days = visit_days_left(&v.visit, rq->cx->now);
    v.over = visit_is_over(&v.visit, rq->cx->now);
    v.far = visit_is_far(&v.visit, rq->cx->now);
    v.decided = decided.n;
    visit_page_html(rq->page, &v);
    return true;
}

bool words_page(struct req *rq)
{
    struct words_page v = {0};
    int64_t at = TIME_NONE;

    if (!words_get(rq->cx, me(rq), &v.words, &at))
        return false;
    words_page_html(rq->page, &v);
    return true;
}

bool words_form(struct req *rq)
{
    return words_put(rq->cx, me(rq), req_text(rq, "words")) &&
           req_see_other(rq, "/me");
}

bool offer_reply_form(struct req *rq)
{
    bool yes = strcmp(req_text(rq, "say"), "yes") == 0;
    int64_t id = 0;

    return req_id(rq, "offer", &id) && offer_reply(rq->cx, me(rq), id, yes) &&
           req_see_other(rq, "/me");
}
