/* Saying yes to someone: choose, see what will be so, then say it. */
#include <stdlib.h>

#include "sharing/law.h"
#include "sharing/pages.h"
#include "sharing/view.h"
#include "web/draft.h"

/* What can be opened as a whole here, and is read in opened/. Pages, answers
 * and who comes along are opened where they are: one at a time, with what
 * exactly will be seen. */
static const bool offered[TOPIC_COUNT] = {
    [TOPIC_VISITS] = true,
    [TOPIC_BETWEEN] = true,
    [TOPIC_DECISIONS] = true,
};

static const char first_step[] = "/me/sharing/check";
static const char last_step[] = "/me/sharing";

static bool readers(struct ctx *cx, struct persons *out)
{
    return people_staff(cx, cx->actor->program,
                        ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
                            ROLE_BIT(ROLE_CASE_MANAGER),
                        out);
}

void give_topics(struct tpl *t, const struct give_view *v)
{
    for (int i = 0; i < TOPIC_COUNT; i++)
        if (v->topics[i])
            choice_html(
                t, &(struct choice){.name = "topic",
                                    .value = arena_fmt(t->out.mem, "%d", i),
                                    .label = v->topics[i]});
}

void give_reader(struct tpl *t, const struct person *p)
{
    choice_html(t, &(struct choice){.name = "to",
                                    .value = arena_fmt(t->out.mem, "%lld",
                                                       (long long)p->id.v),
                                    .label = p->name,
                                    .hint = *p->title ? p->title : NULL});
}

static bool read_readers(struct ctx *cx, struct give_view *v)
{
    struct persons all, peers;

    if (!readers(cx, &all) || !person_peers(cx, cx->actor->person, &peers))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct person *p = &all.at[i];
        if (!person_same(p->id, cx->actor->person)) /* she works here too */
            *LIST_PUSH(cx->mem, persons_have(&peers, p->id) ? &v->near
                                                            : &v->others) = *p;
    }
    return true;
}

bool give_page(struct req *rq)
{
    const char *topics[TOPIC_COUNT] = {0};
    struct give_view v = {.topics = topics};

    for (int i = 0; i < TOPIC_COUNT; i++)
        if (offered[i])
            topics[i] = topic_words((enum topic)i);
    if (!read_readers(rq->cx, &v))
        return false;
    if (rq->page->sent_to) /* it may have come back one step later */
        rq->page->sent_to = first_step;
    req_draft_of_later(rq, first_step, last_step);
    give_html(rq->page, &v);
    return true;
}

static bool read_reader(struct req *rq, struct person *out)
{
    const int64_t id = req_number(rq, "to", 0);
    struct persons list;

    if (!readers(rq->cx, &list))
        return false;
    for (size_t i = 0; i < list.n; i++)
        if (list.at[i].id.v == id) {
            *out = list.at[i];
            return true;
        }
    return fail(rq->cx, ERR_INVALID, "to", "Please choose who.");
}

static bool read_until(struct req *rq, int64_t *until)
{
    const struct date day = req_date(rq, "until");

    *until = TIME_NONE;
    if (date_is_set(day))
        *until = end_of_day(day);
    else if (*req_text(rq, "until"))
        return fail(rq->cx, ERR_INVALID, "until",
                    "Please write the day like this: 2026-10-15.");
    return true;
}

/* What the form says, held against the rules before anything is given. */
static bool read_form(struct req *rq, struct person *to, struct permission *p)
{
    const int64_t topic = req_number(rq, "topic", -1);

    *p = (struct permission){.purpose = req_text(rq, "purpose")};
    if (!read_reader(rq, to))
        return false;
    if (topic < 0 || topic >= TOPIC_COUNT || !offered[topic])
        return fail(rq->cx, ERR_INVALID, "topic",
                    "Please choose what they can see.");
    p->to = to->id;
    p->what = (struct about){rq->cx->actor->person, (enum topic)topic, 0};
    return read_until(rq, &p->until) && permission_check(rq->cx, p);
}

bool give_check_form(struct req *rq)
{
    struct permission p;
    struct check_view v = {.until = req_date(rq, "until")};

    if (!read_form(rq, &v.to, &p) || !draft_drop(rq, last_step))
        return false;
    v.purpose = p.purpose;
    v.topic = (int)p.what.topic;
    v.told = law_is_words(p.what.topic);
    v.what = lang_text(rq->cx->lang, topic_words(p.what.topic));
    give_check_html(rq->page, &v);
    return true;
}

bool give_form(struct req *rq)
{
    struct person to;
    struct permission p;

    if (!read_form(rq, &to, &p) || !permission_give(rq->cx, &p))
        return false;
    return req_see_other(rq, "/me/sharing");
}
