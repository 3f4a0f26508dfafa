/* A hope that is typed together: her page of it, and the peer's. R32, R44. */
#include <inttypes.h>
#include <string.h>

#include "hopes/pages.h"

static struct person_id me(struct req *rq)
{
    return rq->cx->actor->person;
}

/* --- hers --- */

bool typed_get_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct typed_page v = {.pictures = picture_choices(cx->mem),
                           .saved = req_was_saved(rq)};
    int64_t id = 0;

    if (!req_id(rq, "typed", &id) || !typed_get(cx, me(rq), id, &v.d) ||
        !typed_who(cx, id, &v.typist) ||
        (v.d.goal && !goal_get(cx, MAY_SEE, me(rq), v.d.goal, &v.g)))
        return false;
    typed_page_html(rq->page, &v);
    return true;
}

bool typed_form(struct req *rq)
{
    int64_t id = 0, goal = 0;

    if (!req_id(rq, "typed", &id))
        return false;
    if (strcmp(req_text(rq, "act"), "no") == 0)
        return typed_away(rq->cx, id) && req_see_other(rq, "/me/hopes?saved=1");
    return typed_yes(rq->cx, id, typed_wish(rq), &goal) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", goal);
}

/* --- the peer's --- */

static bool read_person(struct req *rq, struct person *out)
{
    struct person_id whose = {0};

    return req_id(rq, "person", &whose.v) &&
           may(rq->cx, MAY_SEE, (struct about){whose, TOPIC_FIRST_NAME, 0}) &&
           person_get(rq->cx, whose, out);
}

bool near_typed_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct near_typed v = {.pictures = picture_choices(cx->mem),
                           .saved = req_was_saved(rq)};
    int64_t id = 0;

    if (!req_id(rq, "typed", &id) || !read_person(rq, &v.person) ||
        !typed_get(cx, v.person.id, id, &v.d))
        return false;
    near_typed_html(rq->page, &v);
    return true;
}

bool near_typed_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "typed", &id) &&
           typed_write(rq->cx, whose, id, typed_wish(rq)) &&
           req_see_other(rq,
                         "/people/%" PRId64 "/hopes/typed/%" PRId64 "?saved=1",
                         whose.v, id);
}

bool near_words_form(struct req *rq)
{
    struct person_id whose = {0};
    struct wish as = typed_wish(rq);
    int64_t goal = 0;

    as.words = req_text(rq, "hope"); /* two forms of the page have words */
    return req_id(rq, "person", &whose.v) && req_id(rq, "goal", &goal) &&
           typed_offer(rq->cx, whose, goal, as) &&
           req_see_other(rq, "/people/%" PRId64 "/hopes/%" PRId64 "?saved=1",
                         whose.v, goal);
}
