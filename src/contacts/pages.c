#include "contacts/pages.h"

#include <inttypes.h>
#include <string.h>

#include "contacts/stale.h"

enum { ON_PANEL = 4 };

/* Whose record: that of the address, or of who is signed in. */
static bool whose_is(struct req *rq, struct person_id *whose)
{
    *whose = rq->cx->actor->person;
    return rq->cx->actor->role == ROLE_PERSON ||
           req_id(rq, "person", &whose->v);
}

static bool read_one(struct req *rq, enum verb verb, struct contact *c)
{
    struct person_id whose = {0};
    int64_t id = 0;

    *c = (struct contact){0};
    return whose_is(rq, &whose) && req_id(rq, "contact", &id) &&
           contact_get(rq->cx, verb, whose, id, c);
}

/* She looks for one that her peer took back meanwhile. */
static bool was_taken(struct req *rq, struct taken *one)
{
    int64_t id = 0;

    *one = (struct taken){0};
    return rq->cx->actor->role != ROLE_PERSON ||
           (req_id(rq, "contact", &id) && taken_get(rq->cx, id, one));
}

static bool show_taken(struct req *rq, const struct taken *one)
{
    struct taken_page v = {.one = *one};

    req_gone(rq);
    put_typed_apart(rq->page, one->id, &v.typed);
    taken_page_html(rq->page, &v);
    return true;
}

static bool go_back(struct req *rq, const struct contact *c)
{
    if (rq->cx->actor->role == ROLE_PERSON)
        return req_see_other(rq, "/me/record/%" PRId64 "?saved=1", c->id);
    return req_see_other(rq, "/people/%" PRId64 "/record/%" PRId64 "?saved=1",
                         c->person.v, c->id);
}

/* --- the list --- */

static bool list(struct req *rq, bool hers)
{
    struct ctx *cx = rq->cx;
    struct record_page v = {.hers = hers,
                            .saved = req_was_saved(rq),
                            .took = *req_text(rq, "taken") != '\0'};
    struct person_id whose = {0};

    if (!whose_is(rq, &whose) ||
        !contact_list(cx, whose, CONTACTS_SHOWN, &v.all) ||
        !person_get(cx, whose, &v.person) ||
        (hers && !taken_list(cx, &v.taken)))
        return false;
    if (v.taken.n)
        taken_note_seen(cx);
    record_page_html(rq->page, &v);
    return true;
}

bool my_record_page(struct req *rq)
{
    return list(rq, true);
}

bool our_record_page(struct req *rq)
{
    return list(rq, false);
}

/* --- one --- */

static void put_lines(struct ctx *cx, struct together_page *v)
{
    const size_t most = (size_t)contact_lines_most(&v->c);

    for (size_t i = 0; i < most; i++)
        *LIST_PUSH(cx->mem, &v->lines) = (struct record_line){
            arena_fmt(cx->mem, "line-%zu", i + 1),
            i < v->c.lines.n ? v->c.lines.at[i] : "", (int)i + 1};
}

static bool put_below(struct ctx *cx, struct together_page *v)
{
    struct addeds all;

    if (!contact_added(cx, &v->c, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *LIST_PUSH(cx->mem,
                   all.at[i].kind == ADDED_FOR_PAYER ? &v->payer : &v->below) =
            all.at[i];
    contact_note_seen(cx, &v->c, &all);
    return true;
}

bool together_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct together_page v = {.hers = cx->actor->role == ROLE_PERSON,
                              .saved = req_was_saved(rq),
                              .fresh = *req_text(rq, "fresh") != '\0'};

    struct taken gone;

    if (!was_taken(rq, &gone))
        return false;
    if (gone.id)
        return show_taken(rq, &gone);
    if (!read_one(rq, MAY_SEE, &v.c) || !put_below(cx, &v) ||
        !contact_is_hers_alone(cx, &v.c, &v.alone) ||
        (v.hers && v.c.locked != TIME_NONE &&
         (!given_now(cx, &v.c, &v.readers) || !given_can(cx, &v.c, &v.can))))
        return false;
    v.open = v.c.locked == TIME_NONE && contact_is_signed_by_both(&v.c);
    v.can_fix = contact_is_mine_to_take(cx, &v.c);
    v.no_fix = !v.hers && !v.can_fix && v.c.locked == TIME_NONE;
    v.mine_done = (v.hers ? v.c.her_done : v.c.peer_done) != TIME_NONE;
    v.other_done = (v.hers ? v.c.peer_done : v.c.her_done) != TIME_NONE;
    put_lines(cx, &v);
    put_typed(rq->page, &v);
    together_page_html(rq->page, &v);
    return true;
}

/* What the page held, without the line whose "Take out" was pressed. */
static struct line_words typed_lines(struct req *rq)
{
    const int64_t out = req_number(rq, "out", 0);
    struct line_words lines;

    for (int i = 0; i < LINES_MAX; i++)
        lines.at[i] =
            i + 1 == out
                ? ""
                : req_text(rq, arena_fmt(rq->cx->mem, "line-%d", i + 1));
    return lines;
}

bool together_form(struct req *rq)
{
    struct contact c;
    const struct line_words lines = typed_lines(rq);
    struct taken gone;

    if (!was_taken(rq, &gone))
        return false;
    if (gone.id) /* the page that says so, with what was typed */
        return fail(rq->cx, ERR_INVALID, NULL, "It was taken back.");
    if (!read_one(rq, MAY_CHANGE, &c))
        return false;
    if (c.locked != TIME_NONE) /* the page again, with what was typed */
        return fail(rq->cx, ERR_INVALID, NULL,
                    "You both said done. It stays as it is. You can add below "
                    "it.");
    if (!contact_write(rq->cx, &c, req_number(rq, "seen", -1), &lines))
        return false;
    if (strcmp(req_text(rq, "go"), "done") == 0 && !contact_done(rq->cx, &c))
        return false;
    return go_back(rq, &c);
}

bool together_add_form(struct req *rq)
{
    struct contact c;
    const enum added_kind kind = strcmp(req_text(rq, "kind"), "different") == 0
                                     ? ADDED_DIFFERENT
                                     : ADDED_MORE;

    return read_one(rq, MAY_CHANGE, &c) &&
           contact_add(rq->cx, &c, kind, req_text(rq, "words")) &&
           go_back(rq, &c);
}

bool our_payer_form(struct req *rq)
{
    struct contact c;

    return read_one(rq, MAY_CHANGE, &c) &&
           contact_add(rq->cx, &c, ADDED_FOR_PAYER, req_text(rq, "payer")) &&
           go_back(rq, &c);
}

bool take_back_page(struct req *rq)
{
    struct take_back_page v = {0};

    if (!read_one(rq, MAY_SEE, &v.c))
        return false;
    if (!person_same(v.c.peer, rq->cx->actor->person))
        return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    v.can = contact_is_mine_to_take(rq->cx, &v.c);
    take_back_page_html(rq->page, &v);
    return true;
}

bool take_back_form(struct req *rq)
{
    struct contact c;

    return read_one(rq, MAY_CHANGE, &c) && contact_take_back(rq->cx, &c) &&
           req_see_other(rq, "/people/%" PRId64 "/record?taken=1", c.person.v);
}

/* --- on other pages --- */

static void cut(struct contacts_panel *v)
{
    if (v->open.n <= ON_PANEL)
        return;
    v->more = v->open.n - ON_PANEL;
    v->open.n = ON_PANEL;
}

bool my_record_panel(struct req *rq, struct tpl *t)
{
    struct contacts_panel v = {0};
    struct contacts all;

    struct takens taken;

    if (!contact_list_waiting(rq->cx, &v.open) || !taken_list(rq->cx, &taken) ||
        !contact_list(rq->cx, rq->cx->actor->person, 1, &all))
        return false;
    for (size_t i = 0; i < taken.n; i++)
        if (!taken.at[i].seen)
            *LIST_PUSH(rq->cx->mem, &v.taken) = taken.at[i];
    v.any = all.n > 0 || v.taken.n > 0;
    cut(&v);
    my_record_html(t, &v);
    return true;
}

bool today_contacts_panel(struct req *rq, struct tpl *t)
{
    struct contacts_panel v = {0};

    if (!contact_list_waiting(rq->cx, &v.open) ||
        !contact_list_differs(rq->cx, &v.differ))
        return false;
    cut(&v);
    today_contacts_html(t, &v);
    return true;
}

/* On the page of somebody one walks with: when and how long, and no words. */
bool near_contacts_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct contacts_panel v = {0};
    struct person_id whose = {0};
    bool yes = false;

    if (!req_id(rq, "person", &whose.v) ||
        !may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_RECORD, 0}, &yes))
        return false;
    if (!yes)
        return true;
    if (!person_get(cx, whose, &v.person) ||
        !contact_list_between(cx, whose, ON_PANEL, &v.open))
        return false;
    near_contacts_html(t, &v);
    return true;
}

bool week_contacts_panel(struct req *rq, struct tpl *t)
{
    struct contacts_week v;

    if (!contacts_week(rq->cx, &v))
        return false;
    week_contacts_html(t, &v);
    return true;
}

/* --- words --- */

const char *contact_kind_says(const struct contact *c, bool hers)
{
    static const char *const says[CONTACT_KINDS][2] = {
        {N_("We talked"), N_("We talked")},
        {N_("We worked on something"), N_("We worked on something")},
        {N_("I left a note"), N_("Left a note for me")},
        {N_("I came by"), N_("Came by")},
        {N_("I texted"), N_("Texted me")},
        {N_("I called"), N_("Called me")}};

    return says[c->kind][hers];
}

const char *contact_where_says(enum contact_where where)
{
    static const char *const says[WHERE_COUNT] = {"",
                                                  N_("At home"),
                                                  N_("Outside"),
                                                  N_("At the program"),
                                                  N_("By phone or text"),
                                                  N_("Somewhere else")};

    return says[where];
}
