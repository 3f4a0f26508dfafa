#include "promises/pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "promises/view.h"

/* On Home one asked of the agency stands beside them: at most 7 to choose. */
enum { ON_HOME = 6, ON_TODAY = 6, TOLD_SHOWN = 2 };

static struct will typed(struct req *rq)
{
    return (struct will){req_text(rq, "words"), req_date(rq, "due")};
}

/* --- hers --- */

/* What stands above with its question does not stand here too. */
static void leave_out(struct promises *over, const struct promises *told)
{
    size_t n = 0;

    for (size_t i = 0; i < over->n; i++) {
        size_t k = 0;
        while (k < told->n && told->at[k].said.id.v != over->at[i].said.id.v)
            k++;
        if (k == told->n)
            over->at[n++] = over->at[i];
    }
    over->n = n;
}

bool my_promises_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct person_id me = cx->actor->person;
    struct promises_page v = {.sent = req_row(rq, "promise"),
                              .saved = req_was_saved(rq)};

    if (!promise_list_told(cx, me, &v.told) ||
        !promise_list(cx, me, false, &v.open) ||
        !promise_list(cx, me, true, &v.over) ||
        !person_peers(cx, me, &v.peers) ||
        !panels_html(rq, "me.promises", &v.elsewhere))
        return false;
    leave_out(&v.over, &v.told);
    promises_page_html(rq->page, &v);
    return true;
}

bool my_promise_form(struct req *rq)
{
    struct will w = typed(rq);

    if (!promise_make(rq->cx, rq->cx->actor->person,
                      (struct person_id){req_number(rq, "to", 0)}, &w))
        return false;
    return req_see_other(rq, "/me/promises?saved=1");
}

static bool move(struct req *rq, struct person_id whose)
{
    const char *act = req_text(rq, "act");
    const struct will w = {req_text(rq, "why"), req_date(rq, "due")};
    struct said_id id;

    if (!req_id(rq, "promise", &id.v))
        return false;
    return strcmp(act, "instead") == 0
               ? promise_instead(rq->cx, whose, id, w.due)
               : promise_move(rq->cx, whose, id, promise_act(act), &w);
}

bool my_promise_move_form(struct req *rq)
{
    if (!move(rq, rq->cx->actor->person))
        return false;
    return req_see_other(rq, "/me/promises?saved=1");
}

/* --- of staff --- */

bool promised_page(struct req *rq)
{
    struct promised_page v = {.sent = req_row(rq, "promise"),
                              .saved = req_was_saved(rq),
                              .today = rq->cx->actor->role == ROLE_PEER ||
                                       rq->cx->actor->role == ROLE_SUPERVISOR};

    if (!promise_list_told_mine(rq->cx, &v.told) ||
        !promise_list_mine(rq->cx, &v.open) || !promise_whom(rq->cx, &v.whom))
        return false;
    promised_page_html(rq->page, &v);
    return true;
}

bool promised_form(struct req *rq)
{
    const struct person_id whose = {req_number(rq, "whom", 0)};
    struct will w = typed(rq);

    if (!whose.v)
        return fail(rq->cx, ERR_INVALID, "whom",
                    "Please choose who it is for.");
    if (!promise_make(rq->cx, whose, (struct person_id){0}, &w))
        return false;
    return req_see_other(rq, "/promised?saved=1");
}

bool promised_move_form(struct req *rq)
{
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v) || !move(rq, whose))
        return false;
    return req_see_other(rq, "/promised?saved=1");
}

bool between_us_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct person_id whose;
    struct between_us v = {.sent = req_row(rq, "promise"),
                           .saved = req_was_saved(rq)};

    if (!req_id(rq, "person", &whose.v) ||
        !may(cx, MAY_SEE, (struct about){whose, TOPIC_NAME, 0}) ||
        !may(cx, MAY_CHANGE, (struct about){whose, TOPIC_PROMISE, 0}) ||
        !person_get(cx, whose, &v.person) ||
        !promise_list_between(cx, whose, &v.open))
        return false;
    between_us_html(rq->page, &v);
    return true;
}

bool between_us_form(struct req *rq)
{
    struct person_id whose;
    struct will w = typed(rq);

    if (!req_id(rq, "person", &whose.v) ||
        !promise_make(rq->cx, whose, (struct person_id){0}, &w))
        return false;
    return req_see_other(rq, "/people/%" PRId64 "/promises?saved=1", whose.v);
}

bool between_us_move_form(struct req *rq)
{
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v) || !move(rq, whose))
        return false;
    return req_see_other(rq, "/people/%" PRId64 "/promises?saved=1", whose.v);
}

/* --- on other pages --- */

/* Of each the first few; the rest is counted. */
static void cut_to(struct promises *list, size_t most, size_t *more)
{
    if (list->n <= most)
        return;
    *more += list->n - most;
    list->n = most;
}

static void cut(struct promises_panel *v, size_t most)
{
    cut_to(&v->told, TOLD_SHOWN, &v->more);
    cut_to(&v->open, most - v->told.n, &v->more);
}

bool my_promises_panel(struct req *rq, struct tpl *t)
{
    struct promises_panel v = {0};

    if (!promise_list_told(rq->cx, rq->cx->actor->person, &v.told) ||
        !promise_list(rq->cx, rq->cx->actor->person, false, &v.open) ||
        !panels_html(rq, "me.doing", &v.asked))
        return false;
    cut(&v, ON_HOME);
    my_promises_html(t, &v);
    return true;
}

bool due_promises_panel(struct req *rq, struct tpl *t)
{
    const enum role role = rq->cx->actor->role;
    struct promises_panel v = {.words = role != ROLE_SUPERVISOR,
                               .add = role != ROLE_PEER};

    if (!promise_list_told_mine(rq->cx, &v.told) ||
        !promise_list_mine(rq->cx, &v.open))
        return false;
    cut(&v, ON_TODAY);
    due_promises_html(t, &v);
    return true;
}

/* On the page of somebody one walks with. */
bool near_promises_panel(struct req *rq, struct tpl *t)
{
    struct between_us v = {0};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !promise_list_between(rq->cx, v.person.id, &v.open))
        return false;
    near_promises_html(t, &v);
    return true;
}

bool late_promises_panel(struct req *rq, struct tpl *t)
{
    struct promises_late v;

    if (!promise_count_late(rq->cx, &v))
        return false;
    late_promises_html(t, &v);
    return true;
}
