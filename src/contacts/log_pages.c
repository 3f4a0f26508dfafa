/* Log a contact: a peer, on a phone, in a few taps. R12, R16, R21 to R23. */
#include <inttypes.h>
#include <string.h>

#include "contacts/pages.h"
#include "contacts/view.h"

bool log_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct log_page v = {.words = record_mode() != RECORD_NONE,
                         .saved = req_was_saved(rq),
                         .tried = strcmp(req_text(rq, "saved"), "try") == 0,
                         .who = req_number(rq, "who", 0),
                         .today = date_iso(cx->mem, day_of(cx->now))};

    if (!peer_members(cx, cx->actor->person, &v.people) || !own_sum(cx, &v.own))
        return false;
    if (v.people.n == 1)
        v.who = v.people.at[0].id.v;
    log_page_html(rq->page, &v);
    return true;
}

static enum contact_kind typed_kind(struct req *rq)
{
    static const char *const words[CONTACT_KINDS] = {
        "talked", "worked", "note", "came-by", "text", "call"};

    for (int i = 0; i < CONTACT_KINDS; i++)
        if (strcmp(words[i], req_text(rq, "kind")) == 0)
            return (enum contact_kind)i;
    return CONTACT_KINDS;
}

struct minute_list minute_taps(void)
{
    static const int64_t taps[] = {0, 15, MINUTES_USUAL, 45, 60};

    return (struct minute_list){taps, sizeof taps / sizeof *taps};
}

/* A number that was typed goes before one that was tapped; nothing is no
 * minutes; what is no number is wrong. */
static int64_t typed_minutes(struct req *rq, const char *tapped,
                             const char *other)
{
    if (*req_text(rq, other))
        return req_number(rq, other, -1);
    return *req_text(rq, tapped) ? req_number(rq, tapped, -1) : 0;
}

/* The usual minutes are those of a talk: a try has them only when typed. */
static int64_t typed_being(struct req *rq, const struct contact *c)
{
    const int64_t n = typed_minutes(rq, "being", "being-other");

    return contact_is_try(c) && n == MINUTES_USUAL &&
                   !*req_text(rq, "being-other")
               ? 0
               : n;
}

static unsigned typed_marks(struct req *rq)
{
    const char *name = NULL, *value = NULL;
    unsigned set = 0;

    for (size_t i = 0; req_field(rq, i, &name, &value); i++)
        if (strcmp(name, "mark") == 0)
            set |= own_mark(value);
    return set;
}

bool log_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct contact c = {.person = {req_number(rq, "who", 0)},
                        .kind = typed_kind(rq),
                        .day = req_date(rq, "day"),
                        .where = (enum contact_where)req_number(rq, "where", 0),
                        .where_words = req_text(rq, "place")};

    c.being = typed_being(rq, &c);
    c.working = typed_minutes(rq, "working", "working-other");
    if (!c.person.v)
        return fail(cx, ERR_INVALID, "who", "Please choose who it was with.");
    if (!contact_log(cx, &c) || !own_keep(cx, c.day, typed_marks(rq)))
        return false;
    if (!contact_is_signed_by_both(&c))
        return req_see_other(rq, "/contacts/log?saved=%s",
                             contact_is_try(&c) ? "try" : "1");
    return req_see_other(rq, "/people/%" PRId64 "/record/%" PRId64 "?fresh=1",
                         c.person.v, c.id);
}

void log_begun(struct tpl *t, const struct log_page *v)
{
    if (t->sent_to || !v->who)
        return;
    for (size_t i = 0; i < v->people.n; i++) {
        const struct person *p = &v->people.at[i];
        if (p->id.v != v->who && web_chosen(t, "who", p->id.v, false))
            log_begun_html(t, &(struct log_begun){p->first});
    }
}

void own_chips(struct tpl *t)
{
    for (int i = 0; i < OWN_MARKS; i++) {
        tpl_raw(t, "<label class=\"chip\"><input type=\"checkbox\""
                   " name=\"mark\" value=\"");
        tpl_text(t, own_mark_word(i));
        tpl_raw(t, "\"");
        if (tpl_chosen(t, "mark", own_mark_word(i), false))
            tpl_raw(t, " checked");
        tpl_raw(t, "><span>");
        tpl_say(t, own_mark_says(i));
        tpl_raw(t, "</span></label>");
    }
}

void own_sums(struct tpl *t, const struct own_sum *v)
{
    for (int i = 0; i < OWN_MARKS; i++) {
        if (!v->n[i])
            continue;
        tpl_raw(t, "<span class=\"tag tag--plum\">");
        tpl_say(t, own_mark_says(i));
        tpl_raw(t, " <b class=\"num\">");
        tpl_int(t, v->n[i]);
        tpl_raw(t, "</b></span>\n");
    }
}
