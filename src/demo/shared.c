/* Denise's page for her last visit with Dr. Rao: approved, given, read and
 * answered. Made up. R73, R121. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "page/page_share.h"
#include "said/reply.h"

enum { HOUR = 3600, LAB_DAYS = 3, PHARMACY_DAYS = -12 };

bool demo_approve(struct demo *d, const struct visit *v)
{
    struct page draft;

    if (!page_draft(d->cx, v, &draft))
        return false;
    struct page shown = page_shown(d->cx->mem, &draft);
    return page_approve(d->cx, v, page_hash(d->cx, page_write(d->cx, &shown)));
}

static bool answer(struct demo *d, int64_t page)
{
    struct will will[] = {
        {"Ask the lab for a new sugar test", demo_day(d, LAB_DAYS)},
        {"Call the drug store about a smaller pill",
         demo_day(d, PHARMACY_DAYS)},
    };
    struct reply r = {
        .thing = {page},
        .words =
            "You want to be awake by noon, so you can cook and sing. Being "
            "sleepy is not worth the last bit of quiet."};
    struct page seen;
    struct page_state state;
    int before = 0;

    if (!page_open(d->cx, page, &seen, &state, &before))
        return false;
    r.version = state.version;
    return reply_add(d->cx, &r, &(struct wills){will, 2, 2}) &&
           notes_write(d->cx);
}

/* She says it is right, and that one of the two was kept. */
static bool close(struct demo *d, const struct visit *v, int64_t page)
{
    struct replies back;

    if (!reply_list(d->cx, v->person, (struct said_id){page}, &back) ||
        back.n != 1 || back.at[0].promises.n != 2)
        return false;
    for (size_t i = 0; i < back.at[0].promises.n; i++) {
        const struct said *p = &back.at[0].promises.at[i];
        if (p->due.days == demo_day(d, PHARMACY_DAYS).days &&
            !said_move(d->cx, v->person, p->id, ACT_DONE,
                       "She called. I have the small ones now."))
            return false;
    }
    return reply_answer(d->cx, v->person, back.at[0].id, REPLY_RIGHT, "");
}

bool demo_shared(struct demo *d, const struct person *member,
                 const struct visit *v)
{
    const struct person *rao = demo_staff(d, "rao");
    struct page_state state;

    demo_act(d, member, v->at - 2 * HOUR);
    if (!demo_approve(d, v) || !page_give(d->cx, v, rao->id, TIME_NONE) ||
        !page_state(d->cx, member->id, v->id, &state))
        return false;
    demo_act(d, rao, v->at - HOUR);
    if (!answer(d, state.id))
        return false;
    demo_act(d, member, v->at + 5 * HOUR);
    return close(d, v, state.id);
}
