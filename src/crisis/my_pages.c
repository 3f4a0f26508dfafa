/* Her own pages: when it gets very hard. R55. */
#include <string.h>

#include "crisis/pages.h"
#include "crisis/view.h"

static const char *const opens[OPEN_COUNT] = {"nobody", "walks", "any"};

static bool back(struct req *rq)
{
    return req_see_other(rq, "/me/hard-times?saved=1");
}

bool hard_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct hard_page v = {.saved = req_was_saved(rq)};

    if (!choice_mine(cx, &v.now) || !choice_before(cx, &v.before) ||
        !open_get(cx, &v.to) || !open_holds(cx, &v.holds) ||
        !look_list(cx, &v.looks) || !there_list(cx, &v.theres))
        return false;
    look_note_told(cx);
    hard_page_html(rq->page, &v);
    return true;
}

bool hard_form(struct req *rq)
{
    const char *words[CHOICE_PARTS];

    for (int p = 0; p < CHOICE_PARTS; p++)
        words[p] = req_text(rq, choice_field((enum choice_part)p));
    return choice_put(rq->cx, words) && back(rq);
}

bool hard_open_form(struct req *rq)
{
    const char *typed = req_text(rq, "whom");
    int to = OPEN_NOBODY;

    while (to < OPEN_COUNT && strcmp(opens[to], typed) != 0)
        to++;
    return open_put(rq->cx, (enum open_to)to) && back(rq);
}

bool hard_away_form(struct req *rq)
{
    return choice_away(rq->cx) && back(rq);
}

bool wanted_page(struct req *rq)
{
    struct wanted_page v = {0};
    int64_t id = 0;

    if (!req_id(rq, "there", &id) || !there_get(rq->cx, id, &v.t))
        return false;
    wanted_page_html(rq->page, &v);
    return true;
}

bool wanted_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "there", &id) &&
           there_wanted(rq->cx, id, req_text(rq, "wanted")) && back(rq);
}

/* --- on other pages --- */

bool my_hard_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    my_hard_html(t, &(struct hard_page){0});
    return true;
}

bool hard_told_panel(struct req *rq, struct tpl *t)
{
    struct hard_told v;

    if (!look_untold(rq->cx, &v.l))
        return false;
    if (v.l.at)
        hard_told_html(t, &v);
    return true;
}

bool hard_sharing_panel(struct req *rq, struct tpl *t)
{
    struct hard_page v = {0};

    if (!open_holds(rq->cx, &v.holds))
        return false;
    if (v.holds != OPEN_NOBODY)
        hard_sharing_html(t, &v);
    return true;
}

/* On Home, whoever walks with her has a line already. */
bool hard_sees_panel(struct req *rq, struct tpl *t)
{
    struct hard_page v = {0};

    if (!open_holds(rq->cx, &v.holds))
        return false;
    if (v.holds == OPEN_ANY)
        hard_sees_html(t, &v);
    return true;
}

void hard_words(struct tpl *t, const struct choice_words *c)
{
    static const char *const labels[CHOICE_PARTS] = {
        [CHOICE_HELPS] = N_("What helps me"),
        [CHOICE_WORSE] = N_("What makes it worse"),
        [CHOICE_CALL] = N_("Who to call"),
        [CHOICE_NOT_CALL] = N_("Who not to call"),
        [CHOICE_PLACE] = N_("Where I want to be"),
        [CHOICE_NO] = N_("What I do not want"),
        [CHOICE_PAPER] = N_("Where my signed paper is"),
    };

    for (int p = 0; p < CHOICE_PARTS; p++)
        if (*c->words[p])
            hard_line_html(t, &(struct hard_line){labels[p], c->words[p]});
}
