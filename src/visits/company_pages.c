#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sharing/permission.h"
#include "visits/after_pages.h"
#include "visits/after_view.h"
#include "visits/visit_pages.h"

enum { DAYS_AFTER = 2 };

static const struct {
    unsigned bit;
    const char *code, *label;
} parts[COMPANY_PARTS] = {
    {COMPANY_SIT, "sit", N_("Sit next to me")},
    {COMPANY_SPEAK, "speak", N_("Speak for me when I ask")},
    {COMPANY_NOTES, "notes", N_("Take notes for me")},
    {COMPANY_QUIET, "quiet", N_("Just be there, and be quiet")},
    {COMPANY_STEP_OUT, "out", N_("Step out for the exam")},
};

static void add_parts(struct arena *mem, struct company_page *v)
{
    for (int i = 0; i < COMPANY_PARTS; i++)
        *LIST_PUSH(mem, &v->parts) =
            (struct company_part_row){parts[i].code, parts[i].label,
                                      (v->company.does & parts[i].bit) != 0};
}

/* all: the empty lines of a form too. */
static void add_points(struct arena *mem, struct company_points *out,
                       const char *word, const char *const *lines, bool all)
{
    for (int i = 0; i < COMPANY_POINTS; i++)
        if (all || *lines[i])
            *LIST_PUSH(mem, out) = (struct company_point){
                arena_fmt(mem, "%s%d", word, i + 1), lines[i], i + 1};
}

static struct about card_of(const struct visit *v)
{
    return (struct about){v->person, TOPIC_COMPANY, v->id.v};
}

/* The peer who comes may read this card: she said so here, or of all of them.
 */
static bool read_shown(struct ctx *cx, struct company_page *v)
{
    struct permissions all;

    if (!permission_list(cx, v->visit.person, false, &all))
        return false;
    for (size_t i = 0; v->company.peer.v && i < all.n; i++) {
        const struct permission *p = &all.at[i];
        if (p->what.topic == TOPIC_COMPANY && permission_is_valid(cx, p) &&
            (!p->what.thing || p->what.thing == v->visit.id.v) &&
            person_same(p->to, v->company.peer))
            v->shown = true;
    }
    return true;
}

static bool fill(struct req *rq, struct company_page *v, bool form)
{
    struct ctx *cx = rq->cx;
    struct person p;
    bool hers;

    if (!visit_of_path(rq, &v->visit) ||
        !company_now(cx, &v->visit, &v->company) ||
        !person_get(cx, v->visit.person, &p))
        return false;
    v->whose = p.first;
    v->who = v->company.wanted == COMPANY_YES ? v->company.name : "";
    if (v->company.peer.v) {
        if (!person_get(cx, v->company.peer, &p))
            return false;
        v->who = p.first;
    }
    hers = person_same(v->visit.person, cx->actor->person);
    v->base = hers ? arena_fmt(cx->mem, "/me/visits/%" PRId64, v->visit.id.v)
                   : arena_fmt(cx->mem, "/with/%" PRId64 "/visits/%" PRId64,
                               v->visit.person.v, v->visit.id.v);
    add_parts(cx->mem, v);
    add_points(cx->mem, &v->say, "say", v->company.say, form);
    add_points(cx->mem, &v->dont, "dont", v->company.dont, form);
    return true;
}

bool company_page(struct req *rq)
{
    struct company_page v = {0};

    if (!fill(rq, &v, true) ||
        !person_peers(rq->cx, v.visit.person, &v.peers) ||
        !read_shown(rq->cx, &v))
        return false;
    company_page_html(rq->page, &v);
    return true;
}

bool company_card_page(struct req *rq)
{
    struct company_page v = {0};

    if (!fill(rq, &v, false))
        return false;
    req_bare(rq);
    company_card_html(rq->page, &v);
    return true;
}

static unsigned read_parts(struct req *rq)
{
    const char *name = NULL, *value = NULL;
    unsigned does = 0;

    for (size_t i = 0; req_field(rq, i, &name, &value); i++)
        for (int p = 0; p < COMPANY_PARTS && strcmp(name, "does") == 0; p++)
            if (strcmp(value, parts[p].code) == 0)
                does |= parts[p].bit;
    return does;
}

/* Who comes: one of her peers, another by name, or nobody. */
static bool read_who(struct req *rq, struct company *c)
{
    const char *who = req_text(rq, "who");
    int64_t peer = req_number(rq, "who", 0);
    bool walks = false;

    c->name = req_text(rq, "name");
    c->peer = (struct person_id){0};
    c->wanted = !*who                    ? COMPANY_NOT_SAID
                : strcmp(who, "no") == 0 ? COMPANY_NO
                                         : COMPANY_YES;
    if (peer == 0)
        return true;
    if (!peer_walks_with(rq->cx, (struct person_id){peer}, c->person, &walks))
        return false;
    c->peer.v = peer;
    c->name = "";
    return walks || fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* The peer who comes may read the card until the day after the visit; any
 * other permission about it ends. */
static bool share(struct req *rq, const struct visit *v,
                  const struct company *c)
{
    struct permission give = {
        .what = card_of(v),
        .to = c->peer,
        .purpose = N_("coming with me to my visit"),
        .until = time_at((struct date){day_of(v->at).days + DAYS_AFTER}, 0)};

    if (!permission_end_thing(rq->cx, give.what))
        return false;
    if (!req_has(rq, "show") || c->peer.v == 0 || give.until <= rq->cx->now)
        return true;
    return permission_give(rq->cx, &give);
}

bool company_form(struct req *rq)
{
    struct company c = {.words = req_text(rq, "words"),
                        .sign = req_text(rq, "sign"),
                        .way = req_text(rq, "way"),
                        .does = read_parts(rq)};
    struct visit v;

    if (!visit_of_path(rq, &v))
        return false;
    c.visit = v.id;
    c.person = v.person;
    for (int i = 0; i < COMPANY_POINTS; i++) {
        c.say[i] = req_text(rq, arena_fmt(rq->cx->mem, "say%d", i + 1));
        c.dont[i] = req_text(rq, arena_fmt(rq->cx->mem, "dont%d", i + 1));
    }
    return read_who(rq, &c) && company_put(rq->cx, &c) && share(rq, &v, &c) &&
           req_see_other(rq, "/me/visits/%" PRId64, v.id.v);
}
