/* Hers. Source: R47 "my rights were not respected", copies kept by the person.
 */
#include <inttypes.h>
#include <string.h>

#include "rights/pages.h"
#include "rights/rights_int.h"

const char *about_field(struct tpl *t, struct person_id id)
{
    return arena_fmt(t->out.mem, "about-%" PRId64, id.v);
}

const char *id_said(struct tpl *t, struct person_id id)
{
    return arena_fmt(t->out.mem, "%" PRId64, id.v);
}

const char *about_name(struct tpl *t, const struct person *p)
{
    return *p->first ? p->first
                     : lang_text(t->lang, N_("Someone who has left"));
}

bool my_rights_page(struct req *rq)
{
    struct rights_page v = {.hers = true, .known = true};

    if (!rights_words_read(rq, &v.words) ||
        !grievance_list(rq->cx, false, &v.open) ||
        !grievance_list(rq->cx, true, &v.over))
        return false;
    rights_page_html(rq->page, &v);
    return true;
}

/* --- a new one --- */

bool rights_new_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct rights_new v = {.days = RIGHTS_DAYS};
    struct rights_text text;

    if (!grievance_staff(cx, &v.staff) ||
        !grievance_recipients(cx, &(struct persons){0}, &v.to) ||
        !rights_text_get(cx, &text))
        return false;
    v.days = text.days;
    rights_new_html(rq->page, &v);
    return true;
}

/* Whom she ticked: "about-7". */
static bool read_about(struct req *rq, struct persons *out)
{
    struct ctx *cx = rq->cx;
    struct persons staff;

    *out = (struct persons){0};
    if (!grievance_staff(cx, &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++)
        if (*req_text(rq,
                      arena_fmt(cx->mem, "about-%" PRId64, staff.at[i].id.v)))
            *LIST_PUSH(cx->mem, out) = staff.at[i];
    return true;
}

static bool see_one(struct req *rq, struct said_id id)
{
    return req_see_other(rq, "/me/rights/%" PRId64 "?saved=1", id.v);
}

bool rights_new_form(struct req *rq)
{
    struct grievance g = {
        .account = {.happened = req_text(rq, "happened"),
                    .want = req_text(rq, "want"),
                    .program = *req_text(rq, "program") != '\0',
                    .formal = *req_text(rq, "formal") != '\0'}};

    return read_about(rq, &g.about) &&
           grievance_make(rq->cx, &g,
                          (struct person_id){req_number(rq, "to", 0)}) &&
           see_one(rq, g.said.id);
}

/* --- one of them --- */

static bool one_of(struct req *rq, struct said_id *id)
{
    return req_id(rq, "thing", &id->v);
}

bool rights_one_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct rights_one v = {.saved = req_was_saved(rq),
                           .sent = req_row(rq, "reply")};
    struct said_id id;

    if (!one_of(rq, &id) || !grievance_get(cx, id, &v.g) ||
        !reply_list(cx, cx->actor->person, id, &v.replies))
        return false;
    rights_one_html(rq->page, &v);
    return true;
}

bool rights_more_form(struct req *rq)
{
    struct said_id id;

    return one_of(rq, &id) &&
           grievance_more(rq->cx, id, req_text(rq, "more")) && see_one(rq, id);
}

bool rights_give_form(struct req *rq)
{
    const struct person_id to = {req_number(rq, "to", 0)};
    struct said_id id;

    return one_of(rq, &id) && grievance_give(rq->cx, id, to) && see_one(rq, id);
}

bool rights_back_form(struct req *rq)
{
    struct said_id id;
    int64_t reader = 0;

    return one_of(rq, &id) && req_id(rq, "reader", &reader) &&
           grievance_take_back(rq->cx, id, reader) && see_one(rq, id);
}

bool rights_end_form(struct req *rq)
{
    struct said_id id;

    return one_of(rq, &id) &&
           grievance_end(rq->cx, id, grievance_act(req_text(rq, "act")),
                         req_text(rq, "why")) &&
           see_one(rq, id);
}

bool rights_right_form(struct req *rq)
{
    const bool right = strcmp(req_text(rq, "answer"), "right") == 0;
    struct ctx *cx = rq->cx;
    struct said_id id;
    int64_t reply = 0;

    return one_of(rq, &id) && req_id(rq, "reply", &reply) &&
           reply_answer(cx, cx->actor->person, reply,
                        right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                        right ? "" : req_text(rq, "said")) &&
           see_one(rq, id);
}

/* Works with nobody of staff: hers to print and take along. */
bool rights_paper_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const struct person_id me = cx->actor->person;
    struct person who = {.name = ""};
    struct grievance g;
    struct replies replies;
    struct outsides outside;
    struct said_id id;

    if (!one_of(rq, &id) ||
        !may(cx, MAY_CARRY, (struct about){me, TOPIC_GRIEVANCE, id.v}) ||
        !grievance_get(cx, id, &g) || !person_get(cx, me, &who) ||
        !reply_list(cx, me, id, &replies) || !outside_list(cx, &outside))
        return false;
    req_wide(rq, "report");
    rights_paper_html(rq->page,
                      &(struct rights_paper){who.name, &g, replies, outside});
    return true;
}

/* --- on Home --- */

bool my_rights_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    rights_link_html(t, &(struct rights_link){0});
    return true;
}

bool rights_answered_panel(struct req *rq, struct tpl *t)
{
    struct reply_waiting w;

    if (!reply_newest_open(rq->cx, rq->cx->actor->person, 1 << SAID_GRIEVANCE,
                           &w))
        return false;
    if (w.thing.v)
        rights_answered_html(t, &(struct rights_answered){w.thing.v, w.who});
    return true;
}
