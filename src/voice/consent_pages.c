/* The consent she signs; and whether a program needs one. */
#include <inttypes.h>

#include "voice/pages.h"
#include "voice/view.h"

void consent_in_english(struct tpl *t, const struct consent *c)
{
    const enum lang around = t->lang;

    t->lang = LANG_EN;
    consent_sheet_html(t, &(struct consent_sheet){c});
    t->lang = around;
}

bool consent_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct consent_page v = {.english = cx->lang == LANG_EN};
    struct draft d = {.until = DATE_NONE};

    bool protected;

    if (!req_id(rq, "words", &id.v) || !part2_protects(cx, &protected) ||
        !voice_consent(cx, id, &v.c, &v.valid) ||
        !draft_get(cx, cx->actor->person, id, &d))
        return false;
    v.id = id.v;
    v.marked = !protected;
    v.until = d.until;
    consent_page_html(rq->page, &v);
    return true;
}

struct signing signing_typed(struct req *rq)
{
    return (struct signing){.name = req_text(rq, "signature"),
                            .until = req_date(rq, "until"),
                            .sure = *req_text(rq, "sure") != '\0'};
}

bool consent_form(struct req *rq)
{
    struct said_id id = {0};

    const struct signing by = signing_typed(rq);

    return req_id(rq, "words", &id.v) && voice_sign(rq->cx, id, &by) &&
           req_see_other(rq, "/me/say/%" PRId64, id.v);
}

bool consent_back_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) && voice_unsign(rq->cx, id) &&
           req_see_other(rq, "/me/say/%" PRId64, id.v);
}

bool part2_page(struct req *rq)
{
    struct part2_page v = {.saved = req_was_saved(rq)};

    if (!part2_of(rq->cx, &v.now))
        return false;
    part2_page_html(rq->page, &v);
    return true;
}

bool part2_form(struct req *rq)
{
    return part2_set(rq->cx, req_number(rq, "part2", -1)) &&
           req_see_other(rq, "/part2?saved=1");
}

bool part2_panel(struct req *rq, struct tpl *t)
{
    struct part2_page v = {.saved = false};

    if (!part2_of(rq->cx, &v.now))
        return false;
    part2_panel_html(t, &v);
    return true;
}
