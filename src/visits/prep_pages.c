#include "visits/prep_pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "visits/help.h"
#include "visits/prep_seat.h"
#include "web/draft.h"

enum { SECONDS_EACH = 35 };

const char *change_words(enum answer_change change)
{
    switch (change) {
    case ANSWER_NO_WORD: return "";
    case ANSWER_SAME: return N_("Same as last time");
    case ANSWER_BETTER: return N_("Better than last time");
    case ANSWER_HARDER: return N_("Harder than last time");
    }
    return "";
}

static bool go_on(struct req *rq, const struct sitting *s)
{
    const struct set_item *it = sitting_resume(s);
    struct tpl url = tpl_new(rq->cx->mem, rq->cx->lang);

    if (!it)
        return req_see_other(rq, "%s/review", s->seat.base);
    tpl_url(&url, it->link_id);
    return req_see_other(rq, "%s/prepare/%s", s->seat.base, url.out.at);
}

bool prep_start_page(struct req *rq)
{
    struct prep_start v = {0};
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    if ((s.prep.id.v && !req_has(rq, "choose")) || !s.seat.hers)
        return go_on(rq, &s);
    if (!person_peers(rq->cx, s.visit.person, &v.peers) ||
        !panels_html(rq, "visits.talk", &v.talk))
        return false;
    v.seat = s.seat;
    v.visit = s.visit;
    v.prep = s.prep;
    v.questions = sitting_progress(&s).of;
    v.minutes = (int)v.questions * SECONDS_EACH / 60;
    prep_start_html(rq->page, &v);
    return true;
}

static bool is_peer_of(struct ctx *cx, struct person_id peer,
                       struct person_id her)
{
    bool yes = false;

    if (!peer_walks_with(cx, peer, her, &yes))
        return false;
    return yes || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool set_how(struct req *rq, struct sitting *s)
{
    struct person_id types = {req_number(rq, "types", 0)};
    struct person_id with = {req_number(rq, "with", 0)};
    struct ctx *cx = rq->cx;
    bool paper = strcmp(req_text(rq, "mode"), "paper") == 0;

    if (types.v)
        return help_let_type(cx, &s->prep, types);
    if (!help_end(cx, &s->prep))
        return false;
    if (with.v)
        return is_peer_of(cx, with, s->prep.person) &&
               prep_set_mode(cx, &s->prep, PREP_WITH_PEER, with);
    return !paper ||
           prep_set_mode(cx, &s->prep, PREP_PAPER, (struct person_id){0});
}

bool prep_mode_form(struct req *rq)
{
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    if (s.prep.id.v == 0) {
        if (!prep_begin(rq->cx, s.visit.person, s.visit.id, s.set.id, &s.prep))
            return false;
        if (!sitting_count(rq->cx, &s))
            return false;
    }
    if (!set_how(rq, &s))
        return false;
    if (s.prep.mode == PREP_PEER_TYPES)
        return req_see_other(rq, "%s/review", s.seat.base);
    return go_on(rq, &s);
}

/* The names of those who typed, looked up once each. */
struct names {
    struct person *at;
    size_t n, cap;
};

static bool name_of(struct ctx *cx, struct names *known, struct person_id id,
                    const char **name)
{
    for (size_t i = 0; i < known->n; i++)
        if (person_same(known->at[i].id, id)) {
            *name = known->at[i].first;
            return true;
        }
    struct person *p = LIST_PUSH(cx->mem, known);
    if (!person_get(cx, id, p))
        return false;
    *name = p->first;
    return true;
}

static bool add_row(struct ctx *cx, struct prep_review *v, struct names *known,
                    struct review_line *l, const struct answer *a)
{
    l->skipped = !a->value;
    l->waits = l->waits || a->waits;
    l->on_paper = l->on_paper || a->on_paper;
    if (a->nth == 0)
        l->change = a->change;
    if (!person_same(a->typed_by, v->visit.person) &&
        !name_of(cx, known, a->typed_by, &l->typed_by))
        return false;
    if (a->waits) {
        v->waiting++;
        v->seen = a->id > v->seen ? a->id : v->seen;
        for (size_t i = 0; i < v->typists.n; i++)
            if (v->typists.at[i] == l->typed_by)
                return true;
        *LIST_PUSH(cx->mem, &v->typists) = l->typed_by;
    }
    return true;
}

/* What the rows of one linkId say together. */
static bool add_line(struct ctx *cx, struct prep_review *v,
                     const struct sitting *s, struct names *known,
                     struct review_line l)
{
    l.typed_by = "";
    for (size_t i = 0; i < s->answers.n; i++)
        if (strcmp(s->answers.at[i].link_id, l.link_id) == 0 &&
            !add_row(cx, v, known, &l, &s->answers.at[i]))
            return false;
    v->skipped += l.skipped && !l.more;
    *LIST_PUSH(cx->mem, &v->lines) = l;
    return true;
}

/* A field beside the question; nothing when it is empty, and nobody else made
 * it so. */
static bool add_beside(struct ctx *cx, struct prep_review *v,
                       const struct sitting *s, struct names *known,
                       struct review_line l)
{
    const char *said = sitting_value(s, l.link_id);

    if (!*said && !sitting_waits(s, l.link_id))
        return true;
    l.more = true;
    if (*said)
        *LIST_PUSH(cx->mem, &l.words) = said;
    return add_line(cx, v, s, known, l);
}

/* The session ended while she typed, or it was no answer as it stood. */
static bool is_typed(struct ctx *cx, const struct prep_review *v,
                     const char *link_id)
{
    const char *path =
        arena_fmt(cx->mem, "%s/prepare/%s", v->seat.base, link_id);

    for (size_t i = 0; i < v->drafts.n; i++)
        if (strcmp(v->drafts.at[i].name, path) == 0)
            return true;
    return false;
}

/* What waits is shown, whatever became of its question since: only what she saw
 * can be said yes to. */
static bool add_item(struct ctx *cx, struct prep_review *v,
                     const struct sitting *s, struct names *known,
                     const struct set_item *it)
{
    const char *called_id = arena_fmt(cx->mem, "%s" PREP_CALLED, it->link_id);
    const char *called = sitting_value(s, called_id);
    struct review_line l = {
        .link_id = it->link_id,
        .label = set_item_named(cx->mem, it, it->label.in[cx->lang], cx->lang,
                                called),
        .hidden = !set_item_shown(&s->set, it, &s->flat),
        .typed = is_typed(cx, v, it->link_id),
        .words = answer_words(cx->mem, &s->answers, it, cx->lang)};
    bool has = sitting_has(s, it->link_id),
         waits = sitting_waits(s, it->link_id) ||
                 (it->more_id && sitting_waits(s, it->more_id)) ||
                 sitting_waits(s, called_id);

    v->open += !has && !l.hidden;
    if (!waits && (l.hidden || (!has && !l.typed)))
        return true;
    return add_line(cx, v, s, known, l) &&
           (!it->more_id ||
            add_beside(cx, v, s, known,
                       (struct review_line){.link_id = it->more_id,
                                            .label = it->more.in[cx->lang]})) &&
           add_beside(
               cx, v, s, known,
               (struct review_line){
                   .link_id = called_id,
                   .label = lang_text(cx->lang, N_("My own name for this"))});
}

bool prep_review_page(struct req *rq)
{
    struct prep_review v = {.typist = ""};
    struct names known = {0};
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    v.seat = s.seat;
    v.visit = s.visit;
    v.prep = s.prep;
    if (s.seat.hers &&
        !draft_list(rq->cx, arena_fmt(rq->cx->mem, "%s/prepare/", s.seat.base),
                    &v.drafts))
        return false;
    for (size_t i = 0; i < s.set.n; i++)
        if (!add_item(rq->cx, &v, &s, &known, &s.set.at[i]))
            return false;
    v.typist = names_joined(rq->cx->mem, rq->cx->lang, &v.typists);
    if (!panels_html(rq, "visits.talk", &v.talk))
        return false;
    prep_review_html(rq->page, &v);
    return true;
}

bool prep_approve_form(struct req *rq)
{
    struct sitting s;

    return sit_down(rq, &s) &&
           answer_approve(rq->cx, &s.prep, req_number(rq, "seen", 0)) &&
           sitting_count(rq->cx, &s) &&
           req_see_other(rq, "%s/review", s.seat.base);
}

bool prep_refuse_form(struct req *rq)
{
    struct sitting s;

    return sit_down(rq, &s) &&
           answer_refuse(rq->cx, &s.prep, req_part(rq, "item")) &&
           sitting_count(rq->cx, &s) &&
           req_see_other(rq, "%s/review", s.seat.base);
}

bool prep_ready_form(struct req *rq)
{
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    if (s.prep.id.v == 0 &&
        !prep_begin(rq->cx, s.visit.person, s.visit.id, s.set.id, &s.prep))
        return false;
    return help_end(rq->cx, &s.prep) && prep_finish(rq->cx, &s.prep) &&
           req_see_other(rq, "%s/page", s.seat.base);
}

/* An empty mark: a ring to choose one, a box to choose all that fit. */
static void draw_option(struct tpl *t, bool many, const char *label,
                        const char *hint)
{
    tpl_raw(t, many ? "<p class=\"choice choice--many\">"
                    : "<p class=\"choice\">");
    tpl_raw(t, "<span class=\"choice__b\"><span>"
               "<span class=\"choice__l\">");
    tpl_say(t, label);
    tpl_raw(t, "</span>");
    if (*hint) {
        tpl_raw(t, " <span class=\"choice__h\">");
        tpl_text(t, hint);
        tpl_raw(t, "</span>");
    }
    tpl_raw(t, "</span></span></p>");
}

static void add_condition(struct tpl *t, const struct prep_blank *v,
                          const struct set_rules *rules,
                          struct prep_conditions *out)
{
    for (size_t i = 0; i < rules->n; i++) {
        const struct set_rule *r = &rules->at[i];
        const struct set_item *of = &v->set->at[r->item];
        const bool never = r->op == SET_NE;
        const char *said = never || r->op == SET_EQ
                               ? set_answer_words(of, r->value, v->lang)
                               : "";
        struct prep_condition *last = out->n ? &out->at[out->n - 1] : NULL;
        if (last && last->item == of && last->never == never && *said)
            last->said = arena_fmt(t->out.mem, "%s, %s", last->said, said);
        else
            *LIST_PUSH(t->out.mem, out) =
                (struct prep_condition){of, of->label.in[v->lang], said, never};
    }
}

void prep_item_when(struct tpl *t, const struct prep_blank *v,
                    const struct set_item *it)
{
    struct prep_when when = {0};

    add_condition(t, v, &it->group_rules, &when.all);
    add_condition(t, v, &it->rules, &when.all);
    prep_when_html(t, &when);
}

void prep_item_blank(struct tpl *t, const struct prep_blank *v,
                     const struct set_item *it)
{
    bool choose = it->type == SET_YES_NO || it->option_count > 0;

    if (choose)
        tpl_raw(t, "<div class=\"choices\">");
    if (it->type == SET_YES_NO) {
        draw_option(t, false, N_("Yes"), "");
        draw_option(t, false, N_("No"), "");
    }
    for (size_t i = 0; i < it->option_count; i++)
        draw_option(t, it->most > 1, it->options[i].label.in[v->lang],
                    it->options[i].hint.in[v->lang]);
    if (choose)
        tpl_raw(t, "</div>");
    if (choose && !it->own_option && !it->more_id)
        return;
    tpl_raw(t, "<div class=\"lines\" aria-hidden=\"true\">");
    int lines = choose ? 1 : it->type == SET_TEXT ? 3 : it->most;
    for (int i = 0; i < lines; i++)
        tpl_raw(t, "<i></i>");
    tpl_raw(t, "</div>");
}

bool prep_blank_page(struct req *rq)
{
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    req_bare(rq);
    prep_blank_html(rq->page, &(struct prep_blank){.visit = s.visit,
                                                   .set = &s.set,
                                                   .lang = rq->cx->lang});
    return true;
}
