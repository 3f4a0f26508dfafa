/* Pages that people other than Denise have given: one new to Dr. Rao, one
 * changed after she read it, one that Luis answered with a promise, one with a
 * reader outside. Made up. R49, R73, R121, R122. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "page/page_share.h"
#include "said/reply.h"
#include "visits/words.h"

enum { JAMES = 5, ROBERT = 6, WALTER = 9, NADIA = 10 }; /* of cast_members */
enum { NOON = 12 * 60, PROMISE_DAYS = 4, LINK_DAYS = 20 };

/* A visit that is coming, and its page, said yes to three days ago. */
static bool page_of(struct demo *d, const struct person *whose, struct visit *v,
                    struct page_state *state)
{
    demo_act(d, whose, time_at(demo_day(d, -3), NOON));
    v->person = whose->id;
    v->program = d->program;
    v->reason = "";
    return visit_add(d->cx, v) && demo_prepare(d, v, true) &&
           demo_approve(d, v) && page_state(d->cx, whose->id, v->id, state) &&
           notes_write(d->cx);
}

static struct visit with_rao(const struct demo *d, int day, int minute)
{
    const struct person *rao = demo_staff(d, "rao");

    return (struct visit){.at = time_at(demo_day(d, day), minute),
                          .kind = VISIT_MIND,
                          .inside = true,
                          .with = rao->id,
                          .with_name = rao->first,
                          .place = "Riverside clinic"};
}

static bool read_it(struct demo *d, const struct person *reader, int64_t page,
                    int64_t at)
{
    struct page seen;
    struct page_state state;
    int before = 0;

    demo_act(d, reader, at);
    return page_open(d->cx, page, &seen, &state, &before) && notes_write(d->cx);
}

static bool new_to_rao(struct demo *d)
{
    struct visit v = with_rao(d, 1, 9 * 60);
    struct page_state state;

    return page_of(d, &d->members[JAMES], &v, &state) &&
           page_give(d->cx, &v, v.with, end_of_day(demo_day(d, 1)));
}

static bool changed_after_rao_read_it(struct demo *d)
{
    const struct person *nadia = &d->members[NADIA];
    struct visit v = with_rao(d, 1, 11 * 60);
    struct page_state state;

    if (!page_of(d, nadia, &v, &state) ||
        !page_give(d->cx, &v, v.with, TIME_NONE) ||
        !read_it(d, demo_staff(d, "rao"), state.id,
                 time_at(demo_day(d, -2), NOON)))
        return false;
    demo_act(d, nadia, time_at(demo_day(d, -1), NOON));
    return words_put(d->cx, nadia->id, "Draw again, most days of the week") &&
           demo_approve(d, &v);
}

/* Luis read it, and will come along to the housing office. */
static bool answered_by_luis(struct demo *d)
{
    const struct person *luis = demo_staff(d, "luis");
    struct visit v = {.at = time_at(demo_day(d, PROMISE_DAYS + 1), NOON),
                      .kind = VISIT_MIND,
                      .inside = true,
                      .with = luis->id,
                      .with_name = luis->first,
                      .place = "Housing First office"};
    struct will will = {"Call the landlord about the heat",
                        demo_day(d, PROMISE_DAYS)};
    struct page_state state;
    struct reply r = {
        .words = "You want the heat on before you talk about anything else."};

    if (!page_of(d, &d->members[ROBERT], &v, &state) ||
        !page_give(d->cx, &v, luis->id, TIME_NONE) ||
        !read_it(d, luis, state.id, time_at(demo_day(d, -2), NOON)))
        return false;
    r.thing.v = state.id;
    r.version = state.version;
    return reply_add(d->cx, &r, &(struct wills){&will, 1, 1});
}

static bool by_link(struct demo *d)
{
    struct visit v = {.at = time_at(demo_day(d, 2), 10 * 60),
                      .kind = VISIT_BODY,
                      .with_name = "Dr. Stone",
                      .place = "Eye clinic, Main Street"};
    struct link l = {.name = "Dr. Stone",
                     .until = end_of_day(demo_day(d, LINK_DAYS))};
    struct page_state state;

    return page_of(d, &d->members[WALTER], &v, &state) &&
           page_give_link(d->cx, &v, &l);
}

bool demo_pages(struct demo *d)
{
    return new_to_rao(d) && changed_after_rao_read_it(d) &&
           answered_by_luis(d) && by_link(d);
}
