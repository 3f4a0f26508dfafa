/* A comment beside her words: her word on it, and the peer's page. */
#include <inttypes.h>
#include <string.h>

#include "voice/pages.h"
#include "voice/view.h"

bool comment_needs_name(const struct my_comments *v, const struct comment *c)
{
    const struct comments one = {.at = (struct comment *)c, .n = 1};

    return comment_is_unsigned(&one, v->needed);
}

bool comment_answer_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    int64_t comment;
    struct voice v;
    const bool yes = strcmp(req_text(rq, "answer"), "yes") == 0;

    if (!req_id(rq, "words", &id.v) || !req_id(rq, "comment", &comment) ||
        !comment_answer(cx, id, comment, yes ? COMMENT_YES : COMMENT_NO,
                        req_text(rq, "seen")) ||
        !voice_get(cx, id, &v))
        return false;
    return yes && v.protects && comment_is_unsigned(&v.comments, &v.consent)
               ? req_see_other(rq, "/me/say/%" PRId64 "/consent", id.v)
               : req_see_other(rq, "/me/say/%" PRId64 "#beside", id.v);
}

bool comment_page(struct req *rq)
{
    struct comment_page v = {.saved = req_was_saved(rq)};

    if (!req_id(rq, "words", &v.words) ||
        !comment_mine(rq->cx, (struct said_id){v.words}, &v.m))
        return false;
    comment_page_html(rq->page, &v);
    return true;
}

bool comment_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) &&
           comment_write(rq->cx, id, req_text(rq, "comment")) &&
           req_see_other(rq, "/words/%" PRId64 "/comment?saved=1", id.v);
}

/* Who may neither read nor type any more has no page of it then. */
bool comment_away_form(struct req *rq)
{
    struct said_id id = {0};
    struct comment_mine m;

    if (!req_id(rq, "words", &id.v) || !comment_mine(rq->cx, id, &m) ||
        !comment_take_away(rq->cx, id))
        return false;
    return m.reads || m.types
               ? req_see_other(rq, "/words/%" PRId64 "/comment", id.v)
               : req_see_other(rq, "/people/%" PRId64, m.person.v);
}
