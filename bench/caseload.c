/* bench/caseload.c - a peer who has walked with 60 people for years. R24 */
#include <inttypes.h>
#include <stdio.h>

#include "contacts/together.h"
#include "fill.h"
#include "promises/promise.h"
#include "rhythm/meet.h"
#include "rhythm/rhythm.h"

enum { CASELOAD = 60, WEEK_S = 7 * DAY_S, HOUR_S = 3600 };

struct pair {
    struct filling *f;
    struct person_id peer, her;
    int nth;
};

static void as_peer(const struct pair *p, int64_t at)
{
    fill_act(p->f, p->peer, ROLE_PEER, at);
}

static void as_her(const struct pair *p, int64_t at)
{
    fill_act(p->f, p->her, ROLE_PERSON, at);
}

/* A day before, they say when they meet. */
static int64_t make(const struct pair *p, int64_t at)
{
    struct meet m = {.person = p->her,
                     .peer = p->peer,
                     .at = at,
                     .what = "A walk",
                     .place = "The front door"};

    as_peer(p, at - DAY_S);
    must(p->f->cx, meet_make(p->f->cx, &m));
    return m.id;
}

/* They met at this moment, and what it was is written down together. */
static void meet(const struct pair *p, int64_t at)
{
    struct ctx *cx = p->f->cx;
    const int64_t id = make(p, at);
    struct contact c = {.person = p->her,
                        .kind = CONTACT_TALKED,
                        .where = WHERE_OUTSIDE,
                        .where_words = "the bench by the river",
                        .day = day_of(at),
                        .being = 35,
                        .working = 20};
    const struct line_words lines = {{"We talked about the week.",
                                      "We looked at two courses.", "", "", "",
                                      "", "", ""}};

    as_peer(p, at + HOUR_S);
    must(cx, meet_held(cx, p->her, id) && contact_log(cx, &c) &&
                 contact_write(cx, &c, 0, &lines) && contact_done(cx, &c));
    as_her(p, at + HOUR_S);
    must(cx, contact_done(cx, &c));
}

/* The peer promises; unless it is to stay open, it is kept two days later. */
static void promise(const struct pair *p, int64_t at, bool stays)
{
    struct ctx *cx = p->f->cx;
    const struct will w = {"Bring the leaflet of the course",
                           {day_of(at).days + 3}};
    struct promises open = {0};

    as_peer(p, at);
    must(cx, promise_make(cx, p->her, (struct person_id){0}, &w));
    if (stays)
        return;
    as_peer(p, at + 2 * DAY_S);
    must(cx, promise_list_between(cx, p->her, &open) && open.n == 1 &&
                 promise_move(cx, p->her, open.at[0].said.id, ACT_DONE,
                              &(struct will){.words = ""}));
}

/* They meet each week from tomorrow on. */
static void rhythm(const struct pair *p)
{
    struct ctx *cx = p->f->cx;
    struct rhythm r = {.person = p->her,
                       .peer = p->peer,
                       .first = {day_of(p->f->now).days + 1},
                       .minute = 14 * 60,
                       .every = 1,
                       .what = "A walk"};

    as_her(p, p->f->now - 2 * DAY_S);
    must(cx, rhythm_ask(cx, &r));
    as_peer(p, p->f->now - DAY_S);
    must(cx, rhythm_agree(cx, p->her, r.id));
}

static void walk(const struct pair *p, int weeks)
{
    for (int week = weeks; week > 0; week--) {
        const int64_t at = p->f->now - (int64_t)week * WEEK_S;
        meet(p, at);
        if (week % 2 == 0)
            promise(p, at, week == 2 && p->nth % 4 == 0);
    }
    rhythm(p);
    if (p->nth % 12 == 0)
        make(p, time_at(day_of(p->f->now), 23 * 60));
}

void fill_caseload(struct filling *f, const char *name, int weeks)
{
    struct person_id peer = fill_person(f, "Jose Made Up", ROLE_PEER);

    fill_account(f, peer, ROLE_PEER, name);
    for (int i = 0; i < CASELOAD; i++) {
        char her[64];
        (void)snprintf(her, sizeof her, "made-up-%s-%d", name, i);
        const struct pair p = {f, peer, fill_person(f, her, ROLE_PERSON), i};
        must(f->cx, peer_join(f->cx, peer, p.her));
        if (i == 0)
            fill_account(f, p.her, ROLE_PERSON, her);
        walk(&p, weeks);
        fill_fresh_arena(f);
    }
}
