#include "visits/board_pages.h"

#include "visits/help_view.h"

bool board_page(struct req *rq)
{
    struct board_page v = {.day = day_of(rq->cx->now)};

    if (!board_list(rq->cx, &v.board))
        return false;
    req_wide(rq, "wide");
    board_page_html(rq->page, &v);
    return true;
}

bool board_choice_page(struct req *rq)
{
    struct person_id me = rq->cx->actor->person;
    struct board_choice v;
    struct person p;

    if (!board_get(rq->cx, me, &v.shown, &v.card) ||
        !person_get(rq->cx, me, &p))
        return false;
    v.name = person_on_board(rq->cx->mem, &p);
    board_choice_html(rq->page, &v);
    return true;
}

bool board_choice_form(struct req *rq)
{
    int64_t shown = req_number(rq, "shown", BOARD_NOT_SAID);

    if (shown < BOARD_NOT_SAID || shown > BOARD_OFF)
        shown = BOARD_NOT_SAID;
    return board_put(rq->cx, rq->cx->actor->person, (enum board_shown)shown) &&
           req_see_other(rq, "/me/board");
}

/* What every peer sees of her; false in *seen: nothing. */
static bool read_seen(struct ctx *cx, struct board_seen *v, bool *seen)
{
    enum board_shown shown;

    *v = (struct board_seen){0};
    if (!board_get(cx, cx->actor->person, &shown, &v->card))
        return false;
    v->by_card = shown == BOARD_CARD;
    *seen = v->by_card || shown == BOARD_NAME;
    return true;
}

bool board_sharing_panel(struct req *rq, struct tpl *t)
{
    struct board_seen v;
    bool seen;

    if (!read_seen(rq->cx, &v, &seen))
        return false;
    if (seen)
        board_sharing_html(t, &v);
    return true;
}

bool board_sees_panel(struct req *rq, struct tpl *t)
{
    struct board_seen v;
    bool seen;

    if (!read_seen(rq->cx, &v, &seen))
        return false;
    if (seen)
        board_sees_html(t, &v);
    return true;
}
