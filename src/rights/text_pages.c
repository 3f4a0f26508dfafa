#include "rights/pages.h"
#include "rights/rights_int.h"
#include "rights/view.h"

bool rights_words_read(struct req *rq, struct rights_words *out)
{
    struct ctx *cx = rq->cx;
    struct rights_text *text = ARENA_NEW(cx->mem, struct rights_text);
    struct outsides outside;

    *out = (struct rights_words){.own = ""};
    if (!rights_text_get(cx, text) || !outside_list(cx, &outside))
        return false;
    const bool spanish = cx->lang == LANG_ES && *text->spanish;
    *out = (struct rights_words){.text = text,
                                 .outside = outside,
                                 .own = spanish ? text->spanish : text->words,
                                 .english = !spanish && cx->lang != LANG_EN &&
                                            *text->words};
    return true;
}

bool rights_public_page(struct req *rq)
{
    struct rights_page v = {.known = rq->cx->actor->person.v != 0,
                            .keeps = req_can(rq, "rights.keep")};

    if (!rights_words_read(rq, &v.words))
        return false;
    rights_page_html(rq->page, &v);
    return true;
}

bool rights_keep_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct rights_keep v = {.saved = req_was_saved(rq)};

    if (!rights_text_get(cx, &v.text) || !outside_list(cx, &v.outside))
        return false;
    v.days = arena_fmt(cx->mem, "%lld", (long long)v.text.days);
    rights_keep_html(rq->page, &v);
    return true;
}

static bool kept(struct req *rq)
{
    return req_see_other(rq, "/rights/keep?saved=1");
}

bool rights_text_form(struct req *rq)
{
    const struct rights_text t = {.state = req_text(rq, "state"),
                                  .words = req_text(rq, "words"),
                                  .spanish = req_text(rq, "spanish"),
                                  .days = req_number(rq, "days", 0)};

    return rights_text_change(rq->cx, &t) && kept(rq);
}

bool outside_form(struct req *rq)
{
    const struct outside o = {
        .kind = (enum outside_kind)req_number(rq, "kind", OUTSIDE_KINDS),
        .name = req_text(rq, "name"),
        .phone = req_text(rq, "phone"),
        .note = req_text(rq, "note")};

    return outside_add(rq->cx, &o) && kept(rq);
}

bool outside_remove_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "outside", &id) && outside_remove(rq->cx, id) && kept(rq);
}

/* In the foot of every page but a person's: hers is on Home. */
bool rights_foot_panel(struct req *rq, struct tpl *t)
{
    if (rq->cx->actor->role != ROLE_PERSON)
        rights_foot_html(t, &(struct rights_foot){0});
    return true;
}
