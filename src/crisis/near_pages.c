/* A peer's pages: when it is hard for somebody. R55. */
#include <inttypes.h>
#include <string.h>

#include "crisis/pages.h"
#include "crisis/view.h"
#include "sharing/may.h"

/* v->walks: what a peer writes down is about the time of the two. */
static bool read_near(struct ctx *cx, struct person_id whose,
                      struct near_hard *v)
{
    *v = (struct near_hard){.today = date_iso(cx->mem, day_of(cx->now))};
    return may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_RECORD, 0},
                    &v->walks);
}

bool near_hard_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct person_id whose;
    struct near_hard v;

    if (!req_id(rq, "person", &whose.v) || !read_near(cx, whose, &v) ||
        !look_get(cx, whose, &v.look))
        return false;
    v.came = v.walks || v.look.all.id;
    if (!v.came)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    v.saved = req_was_saved(rq);
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_FIRST_NAME, 0}) ||
        !person_get(cx, whose, &v.person) ||
        (v.walks && !there_list_between(cx, whose, &v.theres)))
        return false;
    near_hard_page_html(rq->page, &v);
    return true;
}

bool near_look_form(struct req *rq)
{
    struct person_id whose;

    return req_id(rq, "person", &whose.v) && look_open(rq->cx, whose) &&
           req_see_other(rq, "/people/%" PRId64 "/hard-times", whose.v);
}

static enum there_how typed_how(struct req *rq)
{
    static const char *const hows[THERE_HOWS] = {"person", "phone", "text"};
    const char *typed = req_text(rq, "how");
    int how = THERE_IN_PERSON;

    while (how < THERE_HOWS && strcmp(hows[how], typed) != 0)
        how++;
    return (enum there_how)how;
}

bool near_there_form(struct req *rq)
{
    struct there t = {.day = req_date(rq, "day"),
                      .how = typed_how(rq),
                      .minutes = req_number(rq, "minutes", 0),
                      .place = req_text(rq, "place"),
                      .others = req_text(rq, "others"),
                      .others_yes = req_has(rq, "yes")};

    return req_id(rq, "person", &t.person.v) && there_log(rq->cx, &t) &&
           req_see_other(rq, "/people/%" PRId64 "/hard-times?saved=1",
                         t.person.v);
}

bool offered_page(struct req *rq)
{
    struct offered_page v;

    if (!look_offered(rq->cx, &v.rows))
        return false;
    offered_page_html(rq->page, &v);
    return true;
}

/* --- on other pages --- */

bool near_hard_panel(struct req *rq, struct tpl *t)
{
    struct person_id whose;
    struct near_hard v;

    if (!req_id(rq, "person", &whose.v) || !read_near(rq->cx, whose, &v) ||
        !look_know(rq->cx, whose, &v.look) ||
        !person_get(rq->cx, whose, &v.person))
        return false;
    if (v.walks || v.look.until != TIME_NONE)
        near_hard_html(t, &v);
    return true;
}

bool offered_panel(struct req *rq, struct tpl *t)
{
    struct offered_page v;

    if (!look_offered(rq->cx, &v.rows))
        return false;
    if (v.rows.n)
        offered_html(t, &v);
    return true;
}
