/* Her pages: what I hope for, in my own words. R32, R33, R38. */
#include <inttypes.h>
#include <string.h>

#include "hopes/pages.h"
#include "sharing/named.h"

enum {
    KEPT_DAYS = 30,
    REST = 1U << GOAL_LET_GO | 1U << GOAL_DONE | 1U << GOAL_WENT_ON |
           1U << GOAL_KEPT
};

static struct person_id me(struct req *rq)
{
    return rq->cx->actor->person;
}

static const char *in_days(struct req *rq, int days)
{
    return date_iso(rq->cx->mem,
                    (struct date){day_of(rq->cx->now).days + days});
}

/* The one she did something for last comes first in the choice. */
static int64_t last_moved(const struct goals *all)
{
    const struct goal *best = all->at;

    for (size_t i = 1; i < all->n; i++)
        if (all->at[i].last.days > best->last.days)
            best = &all->at[i];
    return best ? best->id : 0;
}

bool goals_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct goals_page v = {.today = in_days(rq, 0), .saved = req_was_saved(rq)};

    if (!goal_list(cx, 1U << GOAL_ALIVE, 0, GOALS_LIVE_MAX, &v.alive) ||
        !goal_list(cx, 1U << GOAL_ASLEEP, 0, GOALS_LIVE_MAX, &v.asleep) ||
        !goal_due(cx, &v.due) || !move_list_waiting(cx, &v.waits) ||
        !typed_list(cx, &v.typed) || !theirs_list(cx, me(rq), &v.theirs))
        return false;
    v.steps = v.alive.n ? v.alive : v.asleep;
    v.chosen = last_moved(&v.steps);
    goals_page_html(rq->page, &v);
    return true;
}

struct wish typed_wish(struct req *rq)
{
    return (struct wish){req_text(rq, "words"),
                         picture_named(req_text(rq, "picture"))};
}

struct pictures picture_choices(struct arena *mem)
{
    struct pictures all = {0};

    for (int p = PICTURE_HOME; p < PICTURES; p++)
        *LIST_PUSH(mem, &all) = (struct picture_choice){
            (enum picture)p, picture_name((enum picture)p),
            picture_says((enum picture)p)};
    return all;
}

bool goal_new_page(struct req *rq)
{
    struct goal_new_page v = {.pictures = picture_choices(rq->cx->mem)};

    if (!person_peers(rq->cx, me(rq), &v.peers))
        return false;
    goal_new_page_html(rq->page, &v);
    return true;
}

bool goal_new_form(struct req *rq)
{
    const struct person_id peer = {req_number(rq, "peer", 0)};
    int64_t id = 0;

    if (peer.v)
        return typed_begin(rq->cx, typed_wish(rq), peer, &id) &&
               req_see_other(rq, "/me/hopes/typed/%" PRId64 "?saved=1", id);
    return goal_add(rq->cx, typed_wish(rq), &id) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", id);
}

bool goals_rest_page(struct req *rq)
{
    struct goals_rest_page v = {0};

    if (!goal_list(rq->cx, REST, req_number(rq, "before", 0), GOALS_PAGE,
                   &v.all))
        return false;
    v.older = v.all.n == GOALS_PAGE ? v.all.at[v.all.n - 1].id : 0;
    goals_rest_page_html(rq->page, &v);
    return true;
}

bool goal_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct goal_page v = {.today = in_days(rq, 0),
                          .saved = req_was_saved(rq),
                          .removed = req_number(rq, "removed", 0)};
    int64_t id = 0;

    if (!req_id(rq, "goal", &id) || !goal_get(cx, MAY_SEE, me(rq), id, &v.g) ||
        !move_list(cx, me(rq), id, &v.moves, &v.more) ||
        !far_credit(cx, id, &v.credit) ||
        (v.g.parent && !goal_get(cx, MAY_SEE, me(rq), v.g.parent, &v.from)))
        return false;
    goal_page_html(rq->page, &v);
    return true;
}

struct areas area_choices(struct arena *mem, enum life_area now)
{
    struct areas all = {0};

    for (int a = AREA_WORK; a <= AREAS; a++) {
        const enum life_area one = (enum life_area)(a % AREAS);
        *LIST_PUSH(mem, &all) = (struct area_choice){
            arena_fmt(mem, "%d", (int)one), area_says(one), one == now};
    }
    return all;
}

bool goal_change_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct goal_change_page v = {.ask_on = in_days(rq, KEPT_DAYS),
                                 .saved = req_was_saved(rq)};
    int64_t id = 0;

    if (!req_id(rq, "goal", &id) || !goal_get(cx, MAY_SEE, me(rq), id, &v.g) ||
        !goal_before(cx, id, &v.before) ||
        !person_peers(cx, me(rq), &v.peers) || !goal_seers(cx, id, &v.seers))
        return false;
    v.review_on = date_iso(cx->mem, v.g.review_on);
    v.areas = area_choices(cx->mem, v.g.area);
    v.pictures = picture_choices(cx->mem);
    goal_change_page_html(rq->page, &v);
    return true;
}

static bool back_to(struct req *rq, int64_t id)
{
    return req_see_other(rq, "/me/hopes/%" PRId64 "/change?saved=1", id);
}

bool goal_state_form(struct req *rq)
{
    static const struct {
        const char *word;
        enum goal_state to;
    } acts[] = {{"wake", GOAL_ALIVE},
                {"sleep", GOAL_ASLEEP},
                {"done", GOAL_DONE},
                {"drop", GOAL_LET_GO}};
    const char *act = req_text(rq, "act");
    enum goal_state to = GOAL_STATES;
    int64_t id = 0;

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].word, act) == 0)
            to = acts[i].to;
    return req_id(rq, "goal", &id) && goal_move(rq->cx, id, to) &&
           req_see_other(rq, "/me/hopes/%" PRId64 "?saved=1", id);
}

bool goal_keep_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) &&
           goal_keep(rq->cx, id, (struct person_id){req_number(rq, "peer", 0)},
                     req_date(rq, "ask_on")) &&
           req_see_other(rq, "/me/hopes?saved=1");
}

bool goal_open_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) &&
           goal_open(rq->cx, id,
                     (struct person_id){req_number(rq, "peer", 0)}) &&
           back_to(rq, id);
}

bool goal_words_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) && goal_rename(rq->cx, id, typed_wish(rq)) &&
           back_to(rq, id);
}

bool goal_heart_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) &&
           goal_heart(rq->cx, id, req_text(rq, "heart"),
                      (enum life_area)req_number(rq, "area", AREA_UNSAID)) &&
           back_to(rq, id);
}

bool goal_review_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "goal", &id) &&
           goal_review(rq->cx, id, req_date(rq, "review_on")) &&
           back_to(rq, id);
}

bool theirs_away_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "theirs", &id) && theirs_away(rq->cx, me(rq), id) &&
           req_see_other(rq, "/me/hopes?saved=1");
}

bool goals_link_panel(struct req *rq, struct tpl *t)
{
    struct goals_link v;

    if (!goal_asks(rq->cx, &v.asks))
        return false;
    goals_link_html(t, &v);
    return true;
}

static void name_typed(const struct typeds *all, struct named *n)
{
    for (size_t i = 0; i < all->n; i++)
        if (n->what.topic == TOPIC_TYPING && n->what.thing == all->at[i].id)
            n->words = all->at[i].as.words;
}

bool goal_name(struct ctx *cx, const void *what)
{
    const struct named_list *list = what;
    struct typeds typed;

    if (!typed_list(cx, &typed))
        return false;
    for (size_t i = 0; i < list->n; i++) {
        const struct about *a = &list->at[i].what;
        struct goal g;
        name_typed(&typed, &list->at[i]);
        if (a->topic != TOPIC_GOAL || !a->thing)
            continue;
        if (!goal_get(cx, MAY_SEE, cx->actor->person, a->thing, &g))
            return false;
        if (g.state != GOAL_KEPT) /* off her screen until its day */
            list->at[i].words = named_words(cx->mem, g.words);
    }
    return true;
}
