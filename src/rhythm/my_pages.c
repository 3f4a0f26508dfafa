/* Her own pages: when we meet, how to reach me, some space. */
#include "frame/module.h"
#include "rhythm/pages.h"
#include "rhythm/space.h"
#include "rhythm/view.h"

static struct person_id me(const struct req *rq)
{
    return rq->cx->actor->person;
}

static bool back(struct req *rq)
{
    return req_see_other(rq, "/me/times?saved=1");
}

bool my_times_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct times_page v = {.hers = true, .saved = req_was_saved(rq)};

    if (!rhythm_list(cx, me(rq), &v.rhythms) ||
        !rhythm_list_ended(cx, me(rq), &v.ended) ||
        !meet_list(cx, me(rq), MEET_COMING, &v.coming) ||
        !meet_list(cx, me(rq), MEET_OFF, &v.off) ||
        !meet_list(cx, me(rq), MEET_PAST, &v.past) ||
        !task_list(cx, me(rq), &v.tasks) || !space_now(cx, me(rq), &v.space) ||
        !way_get(cx, me(rq), &v.way) || !panels_html(rq, "me.times", &v.more))
        return false;
    if (v.ended.n)
        rhythm_note_told(cx, me(rq));
    times_page_html(rq->page, &v);
    return true;
}

bool my_time_page(struct req *rq)
{
    struct arena *mem = rq->cx->mem;
    struct one_time v = {0};
    int64_t id = 0;

    if (!req_id(rq, "time", &id) || !meet_get(rq->cx, me(rq), id, &v.m) ||
        !way_get(rq->cx, me(rq), &v.way))
        return false;
    const int minute = minute_of(v.m.at);
    v.date = date_iso(mem, day_of(v.m.at));
    v.time = arena_fmt(mem, "%02d:%02d", minute / 60, minute % 60);
    one_time_html(rq->page, &v);
    return true;
}

/* Who walks with her; who works here too has nobody who does. */
static bool read_peers(struct req *rq, struct persons *peers, bool *works)
{
    struct person self;

    if (!person_peers(rq->cx, me(rq), peers) ||
        !person_get(rq->cx, me(rq), &self))
        return false;
    *works = self.role != ROLE_PERSON;
    return true;
}

static bool new_view(struct req *rq, struct new_time *v)
{
    *v = (struct new_time){.hers = true};
    if (!read_peers(rq, &v->peers, &v->works))
        return false;
    v->alone = v->peers.n == 0;
    return space_now(rq->cx, me(rq), &v->space);
}

bool my_time_add_page(struct req *rq)
{
    struct new_time v;

    if (!new_view(rq, &v))
        return false;
    new_time_html(rq->page, &v);
    return true;
}

bool my_rhythm_page(struct req *rq)
{
    struct new_time v;

    if (!new_view(rq, &v))
        return false;
    new_rhythm_html(rq->page, &v);
    return true;
}

static struct person_id typed_peer(struct req *rq)
{
    return (struct person_id){req_number(rq, "peer", 0)};
}

bool my_time_add_form(struct req *rq)
{
    struct meet m = typed_meet(rq, me(rq), typed_peer(rq));

    return meet_make(rq->cx, &m) && back(rq);
}

bool my_rhythm_form(struct req *rq)
{
    struct rhythm r = typed_rhythm(rq, me(rq), typed_peer(rq));

    return rhythm_ask(rq->cx, &r) && back(rq);
}

bool my_time_move_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "time", &id) &&
           meet_move(rq->cx, me(rq), id, typed_at(rq, "date", "time")) &&
           back(rq);
}

bool my_time_off_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "time", &id) && meet_off(rq->cx, me(rq), id) && back(rq);
}

bool my_time_met_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "time", &id) && meet_held(rq->cx, me(rq), id) && back(rq);
}

bool my_time_missed_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "time", &id) && meet_missed(rq->cx, me(rq), id) &&
           back(rq);
}

bool my_rhythm_yes_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "rhythm", &id) && rhythm_agree(rq->cx, me(rq), id) &&
           back(rq);
}

bool my_rhythm_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "rhythm", &id) && rhythm_end(rq->cx, me(rq), id) &&
           back(rq);
}

/* --- how to reach me --- */

bool my_reach_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct reach_page v = {.saved = req_was_saved(rq), .peer = ""};
    struct persons peers;

    if (!reach_get(cx, me(rq), &v.reach) || !read_peers(rq, &peers, &v.works))
        return false;
    if (peers.n > 0)
        v.peer = peers.at[0].first;
    for (int n = 0; n <= REACH_TRIES_MAX; n++)
        *LIST_PUSH(cx->mem, &v.most) =
            (struct number){arena_fmt(cx->mem, "%d", n), n == v.reach.most};
    reach_page_html(rq->page, &v);
    return true;
}

bool my_reach_form(struct req *rq)
{
    const int64_t most = req_number(rq, "most", -1);
    struct reach r = {.most = most > REACH_TRIES_MAX ? -1 : (int)most,
                      .who = req_text(rq, "who")};

    for (int c = CHANNEL_CALL; c < CHANNELS; c++)
        if (req_has(rq, channel_word((enum channel)c)))
            r.safe |= 1U << c;
    if (req_has(rq, "mail"))
        r.safe |= REACH_MAIL;
    return reach_put(rq->cx, me(rq), &r) &&
           req_see_other(rq, "/me/reach?saved=1");
}

/* --- some space --- */

bool my_space_page(struct req *rq)
{
    struct space_page v = {.saved = req_was_saved(rq)};

    if (!space_now(rq->cx, me(rq), &v.space))
        return false;
    space_page_html(rq->page, &v);
    return true;
}

bool my_space_form(struct req *rq)
{
    return space_ask(rq->cx, me(rq), req_date(rq, "until")) &&
           req_see_other(rq, "/me/space");
}

bool my_space_end_form(struct req *rq)
{
    return space_end(rq->cx, me(rq)) && req_see_other(rq, "/me/space?saved=1");
}
