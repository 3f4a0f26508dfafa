/* What peers see around a coming visit: offers and their answers, who wants
 * company, who stands on the board and how (R63, R69, R74). Made up. */
#include "demo/demo_int.h"
#include "sharing/permission.h"
#include "visits/board.h"
#include "visits/company.h"

enum { EVENING = 18 * 60, NIGHT = 20 * 60 };

/* How a peer's offer went: most say yes, some not now, some have not said. */
static bool answer_offer(struct demo *d, const struct person *member)
{
    struct offers open;
    int how = demo_chance(d, 4);

    if (how == 0)
        return true;
    demo_act(d, member, time_at(demo_day(d, -1), NIGHT));
    if (!offer_list_open(d->cx, member->id, &open))
        return false;
    return open.n == 0 ||
           offer_reply(d->cx, member->id, open.at[0].id, how > 1);
}

static bool ask_company(struct demo *d, const struct visit *v,
                        const struct person *peer)
{
    struct company c;

    if (!company_get(d->cx, v->person, v->id, &c))
        return false;
    c.wanted = demo_chance(d, 3) ? COMPANY_YES : COMPANY_NO;
    if (c.wanted == COMPANY_YES) {
        c.peer = peer->id;
        c.does = COMPANY_SIT | (demo_chance(d, 2) ? COMPANY_NOTES : 0);
    }
    if (!company_put(d->cx, &c) || c.peer.v == 0 || demo_chance(d, 3) == 0)
        return d->cx->err.code == ERR_NONE;
    struct permission card = {
        .what = {v->person, TOPIC_COMPANY, v->id.v},
        .to = c.peer,
        .purpose = "coming with me to my visit",
        .until = time_at((struct date){day_of(v->at).days + 2}, 0)};
    return permission_give(d->cx, &card);
}

bool demo_around(struct demo *d, const struct person *member)
{
    struct visits coming;
    struct persons peers;

    demo_act(d, member, time_at(demo_day(d, -1), EVENING));
    if (!visit_list_coming(d->cx, member->id, 1, &coming) ||
        !person_peers(d->cx, member->id, &peers))
        return false;
    if (demo_chance(d, 3) &&
        !board_put(d->cx, member->id,
                   demo_chance(d, 2) ? BOARD_NAME : BOARD_CARD))
        return false;
    if (coming.n == 0 || peers.n == 0)
        return true;
    if (demo_chance(d, 2) && !ask_company(d, &coming.at[0], &peers.at[0]))
        return false;
    if (demo_chance(d, 3) == 0)
        return true;
    demo_act(d, &peers.at[0], time_at(demo_day(d, -1), EVENING));
    return offer_make(d->cx, member->id, coming.at[0].id) &&
           answer_offer(d, member);
}
