/* Her peer's pages: our times. */
#include <inttypes.h>

#include "frame/module.h"
#include "rhythm/pages.h"
#include "rhythm/space.h"
#include "rhythm/view.h"
#include "sharing/may.h"

bool times_of_whom(struct req *rq, struct person *out)
{
    struct person_id id;

    return req_id(rq, "person", &id.v) &&
           may(rq->cx, MAY_SEE, (struct about){id, TOPIC_NAME, 0}) &&
           may(rq->cx, MAY_CHANGE, (struct about){id, TOPIC_TIMES, 0}) &&
           person_get(rq->cx, id, out);
}

/* A part of the address, and whose it is about. */
static bool parts(struct req *rq, const char *part, struct person_id *whose,
                  int64_t *id)
{
    return req_id(rq, "person", &whose->v) && req_id(rq, part, id);
}

static bool back(struct req *rq, struct person_id whose)
{
    return req_see_other(rq, "/people/%" PRId64 "/times?saved=1", whose.v);
}

bool near_times_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct times_page v = {.saved = req_was_saved(rq)};
    struct reach reach;

    if (!times_of_whom(rq, &v.person) ||
        !rhythm_list(cx, v.person.id, &v.rhythms) ||
        !rhythm_list_ended(cx, v.person.id, &v.ended) ||
        !meet_list(cx, v.person.id, MEET_COMING, &v.coming) ||
        !meet_list(cx, v.person.id, MEET_OFF, &v.off) ||
        !meet_list(cx, v.person.id, MEET_PAST, &v.past) ||
        !meet_list_left(cx, v.person.id, &v.left) ||
        !task_list(cx, v.person.id, &v.tasks) ||
        !reach_get(cx, v.person.id, &reach) ||
        !space_now(cx, v.person.id, &v.space) ||
        !panels_html(rq, "peer.times", &v.fit))
        return false;
    v.check_in = reach.safe != 0;
    if (v.ended.n)
        rhythm_note_told(cx, v.person.id);
    times_page_html(rq->page, &v);
    return true;
}

bool near_time_page(struct req *rq)
{
    struct one_time v = {0};
    int64_t id = 0;

    if (!req_id(rq, "time", &id) || !times_of_whom(rq, &v.person) ||
        !meet_get(rq->cx, v.person.id, id, &v.m) ||
        !way_get(rq->cx, v.person.id, &v.way))
        return false;
    near_time_html(rq->page, &v);
    return true;
}

bool near_time_add_page(struct req *rq)
{
    struct new_time v = {0};

    if (!times_of_whom(rq, &v.person) ||
        !space_now(rq->cx, v.person.id, &v.space) ||
        !panels_html(rq, "peer.times", &v.fit))
        return false;
    new_time_html(rq->page, &v);
    return true;
}

bool near_rhythm_page(struct req *rq)
{
    struct new_time v = {0};

    if (!times_of_whom(rq, &v.person) ||
        !space_now(rq->cx, v.person.id, &v.space) ||
        !panels_html(rq, "peer.times", &v.fit))
        return false;
    new_rhythm_html(rq->page, &v);
    return true;
}

bool near_time_add_form(struct req *rq)
{
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v))
        return false;
    struct meet m = typed_meet(rq, whose, rq->cx->actor->person);
    return meet_make(rq->cx, &m) && back(rq, whose);
}

bool near_rhythm_form(struct req *rq)
{
    struct person_id whose;

    if (!req_id(rq, "person", &whose.v))
        return false;
    struct rhythm r = typed_rhythm(rq, whose, rq->cx->actor->person);
    return rhythm_ask(rq->cx, &r) && back(rq, whose);
}

bool near_rhythm_yes_form(struct req *rq)
{
    struct person_id whose;
    int64_t id = 0;

    return parts(rq, "rhythm", &whose, &id) &&
           rhythm_agree(rq->cx, whose, id) && back(rq, whose);
}

bool near_rhythm_end_form(struct req *rq)
{
    struct person_id whose;
    int64_t id = 0;

    return parts(rq, "rhythm", &whose, &id) && rhythm_end(rq->cx, whose, id) &&
           back(rq, whose);
}

bool near_time_met_form(struct req *rq)
{
    struct person_id whose;
    int64_t id = 0;

    return parts(rq, "time", &whose, &id) && meet_held(rq->cx, whose, id) &&
           back(rq, whose);
}

bool near_time_missed_form(struct req *rq)
{
    struct person_id whose;
    int64_t id = 0;

    return parts(rq, "time", &whose, &id) && meet_missed(rq->cx, whose, id) &&
           back(rq, whose);
}

/* --- calling one off --- */

static bool draw_off(struct req *rq, bool move)
{
    struct off_page v = {.move = move};
    struct person me;
    int64_t id = 0;

    if (!req_id(rq, "time", &id) || !times_of_whom(rq, &v.person) ||
        !meet_get(rq->cx, v.person.id, id, &v.m) ||
        !reach_get(rq->cx, v.person.id, &v.reach) ||
        !person_get(rq->cx, rq->cx->actor->person, &me))
        return false;
    v.me = me.first;
    off_page_html(rq->page, &v);
    return true;
}

bool near_off_page(struct req *rq)
{
    return draw_off(rq, false);
}

bool near_move_page(struct req *rq)
{
    return draw_off(rq, true);
}

static struct telling typed_telling(struct req *rq)
{
    const int64_t told = req_number(rq, "told", TOLD_NONE);

    return (struct telling){.told =
                                told > TOLD_NOT ? TOLD_NONE : (enum told)told,
                            .who = req_text(rq, "who"),
                            .retry = typed_again(rq),
                            .mail = req_has(rq, "mail")};
}

bool near_off_form(struct req *rq)
{
    const struct telling t = typed_telling(rq);
    struct person_id whose;
    int64_t id = 0;

    return parts(rq, "time", &whose, &id) &&
           meet_off_peer(rq->cx, whose, id, &t) && back(rq, whose);
}

bool near_move_form(struct req *rq)
{
    const struct telling t = typed_telling(rq);
    struct person_id whose;
    int64_t id = 0;
    struct meet to = {.at = typed_at(rq, "date", "clock")};

    return parts(rq, "time", &whose, &id) &&
           meet_move_peer(rq->cx, whose, id, &t, &to) && back(rq, whose);
}
