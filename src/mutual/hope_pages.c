#include <inttypes.h>
#include <string.h>

#include "mutual/pages.h"
#include "mutual/view.h"
#include "rhythm/space.h"

/* --- hers --- */

bool hope_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct hope_page v = {.saved = req_was_saved(rq)};
    struct hopes all;

    if (!hope_list(cx, &all) || !hope_is_on(cx, cx->actor->person, &v.on))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *LIST_PUSH(cx->mem, all.at[i].hidden ? &v.hidden : &v.shown) =
            all.at[i];
    hope_note_seen(cx);
    hope_page_html(rq->page, &v);
    return true;
}

bool hope_move_form(struct req *rq)
{
    const char *act = req_text(rq, "act");
    int64_t id = 0;

    if (!req_id(rq, "note", &id) ||
        !hope_move(rq->cx, id,
                   strcmp(act, "away") == 0   ? HOPE_AWAY
                   : strcmp(act, "show") == 0 ? HOPE_SHOW
                                              : HOPE_HIDE))
        return false;
    return req_see_other(rq, "/me/hope?saved=1");
}

bool hope_set_form(struct req *rq)
{
    return hope_set(rq->cx, strcmp(req_text(rq, "notes"), "off") != 0) &&
           req_see_other(rq, "/me/hope?saved=1");
}

bool hope_new_panel(struct req *rq, struct tpl *t)
{
    struct hope_new v = {.who = ""};

    if (!hope_newest(rq->cx, &v.who))
        return false;
    hope_new_html(t, &v);
    return true;
}

/* --- a peer's --- */

bool hope_leave_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct hope_leave_page v = {.saved = req_was_saved(rq)};
    struct person_id whose = {0};

    if (!req_id(rq, "person", &whose.v) ||
        !hope_list_left(cx, whose, &v.left) || !hope_is_on(cx, whose, &v.on) ||
        !space_now(cx, whose, &v.space) || !person_get(cx, whose, &v.person))
        return false;
    hope_leave_page_html(rq->page, &v);
    return true;
}

static bool go_back(struct req *rq, struct person_id whose)
{
    return req_see_other(rq, "/people/%" PRId64 "/hope?saved=1", whose.v);
}

bool hope_leave_form(struct req *rq)
{
    struct person_id whose = {0};

    return req_id(rq, "person", &whose.v) &&
           hope_leave(rq->cx, whose, req_text(rq, "words")) &&
           go_back(rq, whose);
}

bool hope_back_form(struct req *rq)
{
    struct person_id whose = {0};
    int64_t id = 0;

    return req_id(rq, "person", &whose.v) && req_id(rq, "note", &id) &&
           hope_take_back(rq->cx, whose, id) && go_back(rq, whose);
}
