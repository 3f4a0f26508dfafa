/* Her pages: all of it, one of it, her yes, what came back, what helped. */
#include <inttypes.h>
#include <string.h>

#include "mediation/pages.h"
#include "mediation/view.h"

static bool sorted(struct ctx *cx, struct sides_lines *now,
                   struct sides_lines *over)
{
    struct sides_lines all;

    *now = *over = (struct sides_lines){0};
    if (!sides_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct said *s = &all.at[i].said;
        const bool open = s->state == SAID_DRAFT || sides_live(cx, s);
        *LIST_PUSH(cx->mem, open ? now : over) = all.at[i];
    }
    return true;
}

bool sides_all_page(struct req *rq)
{
    struct sides_page v = {{0}, {0}};

    if (!sorted(rq->cx, &v.now, &v.over))
        return false;
    sides_page_html(rq->page, &v);
    return true;
}

bool sides_home_panel(struct req *rq, struct tpl *t)
{
    struct sides_panel v = {.told = ""};
    struct sides_lines all;

    if (!sides_list(rq->cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct sides_line *l = &all.at[i];
        if (l->told)
            v.told = l->hers.other_name;
        if (l->answer || (l->told && !v.answer))
            v.at = l->said.id;
        v.answer |= l->answer;
    }
    sides_panel_html(t, &v);
    return true;
}

/* --- one of it --- */

static bool name_readers(struct ctx *cx, const struct sides *v,
                         const char **names)
{
    struct persons to;
    struct texts list = {0};

    if (!helped_readers(cx, v, &to))
        return false;
    for (size_t i = 0; i < to.n; i++)
        *LIST_PUSH(cx->mem, &list) = to.at[i].first;
    *names = names_joined(cx->mem, cx->lang, &list);
    return true;
}

static struct sides_pair pair_of(const struct sides *v)
{
    return (struct sides_pair){.hers = &v->hers,
                               .team = &v->team.side,
                               .other = v->hers.other_name,
                               .own = true,
                               .told = v->team.said.id.v != 0,
                               .said = v->said.approved,
                               .answered = v->team.said.approved};
}

static bool read_rest(struct ctx *cx, struct sides_mine *v)
{
    return name_readers(cx, &v->v, &v->readers) &&
           glossary_found(cx,
                          arena_fmt(cx->mem, "%s\n%s", v->v.team.side.mean,
                                    v->v.team.side.misheard),
                          &v->found.list) &&
           rally_list(cx, cx->actor->person, &v->v.replies, &v->rally);
}

bool sides_mine_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct sides_mine v = {.readers = "",
                           .sent = req_row(rq, "reply"),
                           .sent_helped = req_row(rq, "promise")};

    if (!req_id(rq, "sides", &id.v) || !sides_get(cx, id, &v.v))
        return false;
    if (v.v.said.state == SAID_DRAFT)
        return req_see_other(rq, "/me/sides/%" PRId64 "/edit", id.v);
    if (!read_rest(cx, &v))
        return false;
    if (v.v.team.said.id.v)
        read_note(cx, &v.v.team.said);
    sides_agreed(cx, &v.v.replies, &v.agreed, &v.proposed);
    v.pair = pair_of(&v.v);
    v.live = sides_live(cx, &v.v.said);
    v.over = !v.live;
    req_wide(rq, "person");
    sides_mine_html(rq->page, &v);
    return true;
}

bool sides_yes_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct opening o;
    struct sides_yes v = {.said = {.words = ""}};

    if (!req_id(rq, "sides", &id.v) ||
        !sides_offered(cx, id, &v.said, &v.side) ||
        !opening_get(cx, cx->actor->person, id, &o) ||
        !part2_protects(cx, &v.protects))
        return false;
    if (v.said.approved != TIME_NONE || opening_is_over(cx, &o))
        return req_see_other(rq, "/me/sides/%" PRId64, id.v);
    if (!opening_is_whole(cx, &o)) {
        ctx_forgive(cx);
        return req_see_other(rq, "/me/sides/%" PRId64 "/edit", id.v);
    }
    sides_yes_html(rq->page, &v);
    return true;
}

bool sides_yes_form(struct req *rq)
{
    struct said_id id = {0};
    bool protects;

    if (!req_id(rq, "sides", &id.v))
        return false;
    if (!sides_approve(rq->cx, id, req_text(rq, "seen")))
        return said_show_again(rq->cx);
    if (!part2_protects(rq->cx, &protects))
        return false;
    return protects ? req_see_other(rq, "/me/sides/%" PRId64 "/consent", id.v)
                    : req_see_other(rq, "/me/sides/%" PRId64, id.v);
}

bool sides_give_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) && sides_give(rq->cx, id) &&
           req_see_other(rq, "/me/sides/%" PRId64, id.v);
}

bool sides_comment_form(struct req *rq)
{
    struct said_id id = {0};
    const bool yes = strcmp(req_text(rq, "show"), "yes") == 0;

    return req_id(rq, "sides", &id.v) && sides_show_comment(rq->cx, id, yes) &&
           req_see_other(rq, "/me/sides/%" PRId64 "#misheard", id.v);
}

bool sides_answer_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    int64_t reply;
    struct sides v;
    const bool right = strcmp(req_text(rq, "answer"), "right") == 0;

    if (!req_id(rq, "sides", &id.v) || !req_id(rq, "reply", &reply) ||
        !sides_get(cx, id, &v) ||
        !reply_answer(cx, cx->actor->person, reply,
                      right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                      req_text(rq, "said")))
        return false;
    return req_see_other(rq, "/me/sides/%" PRId64 "#%s", id.v,
                         right ? "agree" : "proposed");
}

bool sides_helped_form(struct req *rq)
{
    struct said_id id = {0};
    const char *how = req_text(rq, "helped");
    struct helped_said h = {.helped = strcmp(how, "yes") == 0,
                            .team = *req_text(rq, "team") != '\0',
                            .word = req_text(rq, "word")};

    if (!req_id(rq, "sides", &id.v) || !req_id(rq, "promise", &h.promise.v))
        return false;
    if (!h.helped && strcmp(how, "no") != 0)
        return fail(rq->cx, ERR_INVALID, "word", "Please choose one.");
    return helped_say(rq->cx, id, &h) &&
           req_see_other(rq, "/me/sides/%" PRId64 "#p%" PRId64, id.v,
                         h.promise.v);
}

bool sides_end_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) && sides_end(rq->cx, id) &&
           req_see_other(rq, "/me/sides/%" PRId64, id.v);
}

/* --- the consent --- */

bool sides_consent_page(struct req *rq)
{
    struct said_id id = {0};
    struct sides_consent v = {.english = rq->cx->lang == LANG_EN};

    if (!req_id(rq, "sides", &id.v) || !sides_consent(rq->cx, id, &v.c))
        return false;
    v.id = id.v;
    v.valid = consent_is_valid(rq->cx, &v.c);
    sides_consent_html(rq->page, &v);
    return true;
}

bool sides_consent_form(struct req *rq)
{
    struct said_id id = {0};

    const struct signing by = signing_typed(rq);

    return req_id(rq, "sides", &id.v) && sides_sign(rq->cx, id, &by) &&
           req_see_other(rq, "/me/sides/%" PRId64, id.v);
}

bool sides_consent_back_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "sides", &id.v) && sides_unsign(rq->cx, id) &&
           req_see_other(rq, "/me/sides/%" PRId64, id.v);
}
