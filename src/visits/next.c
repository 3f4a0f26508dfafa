#include "visits/next.h"

#include <inttypes.h>
#include <string.h>

#include "sharing/permission.h"

enum {
    COMING = 2, /* as many as Home shows */
    QUESTIONS_SHOWN = 20
};

static bool to_next(struct req *rq, const char *page)
{
    struct visits coming;

    if (!visit_list_coming(rq->cx, rq->cx->actor->person, 1, &coming))
        return false;
    if (coming.n == 0)
        return req_see_other(rq, "/me/visits/add");
    return req_see_other(rq, "/me/visits/%" PRId64 "/%s", coming.at[0].id.v,
                         page);
}

bool next_prepare_page(struct req *rq)
{
    return to_next(rq, "prepare?choose=1");
}

bool next_company_page(struct req *rq)
{
    return to_next(rq, "company");
}

bool next_for_questions(struct ctx *cx, struct next_questions *out)
{
    struct visits coming;

    *out = (struct next_questions){.more = {""}};
    if (!visit_list_coming(cx, cx->actor->person, QUESTIONS_SHOWN, &coming))
        return false;
    for (size_t i = 0; i < coming.n; i++)
        if (coming.at[i].kind == VISIT_MIND)
            *LIST_PUSH(cx->mem, &out->mind) = coming.at[i];
        else
            *LIST_PUSH(cx->mem, &out->other) = coming.at[i];
    return true;
}

bool next_questions_page(struct req *rq)
{
    struct next_questions v;

    if (!next_for_questions(rq->cx, &v) ||
        !panels_html(rq, "visits.questions", &v.more))
        return false;
    next_questions_html(rq->page, &v);
    return true;
}

/* Whom she names and who has a page of hers now. */
static bool has_page(const struct permissions *given, const struct visit *v)
{
    for (size_t i = 0; i < given->n; i++) {
        const struct permission *p = &given->at[i];
        if (p->what.topic != TOPIC_PAGE)
            continue;
        if (v->with.v ? p->to.v == v->with.v
                      : strcmp(p->name, v->with_name) == 0)
            return true;
    }
    return false;
}

static bool is_named_before(const struct visits *all, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(all->at[i].with_name, all->at[at].with_name) == 0)
            return true;
    return false;
}

bool not_yet_panel(struct req *rq, struct tpl *t)
{
    struct person_id me = rq->cx->actor->person;
    struct permissions given;
    struct visits coming;

    if (!visit_list_coming(rq->cx, me, COMING, &coming))
        return false;
    if (!coming.n)
        return true;
    if (!permission_list_once(rq->cx, me, &given))
        return false;
    for (size_t i = 0; i < coming.n; i++)
        if (!has_page(&given, &coming.at[i]) && !is_named_before(&coming, i))
            not_yet_html(t, &(struct not_yet){&coming.at[i]});
    return true;
}
