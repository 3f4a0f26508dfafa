/* Her pages: all of it, one of it, the yes, and what came back. */
#include "voice/pages.h"

#include <inttypes.h>
#include <string.h>

#include "voice/view.h"

enum { ON_HOME = 3 };

static bool is_over(const struct said *s)
{
    return s->state >= SAID_CLOSED;
}

static bool sorted(struct ctx *cx, struct voice_lines *now,
                   struct voice_lines *over)
{
    struct voice_lines all;

    *now = *over = (struct voice_lines){0};
    if (!voice_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *LIST_PUSH(cx->mem, is_over(&all.at[i].said) ? over : now) = all.at[i];
    return true;
}

bool voices_page(struct req *rq)
{
    struct voices_page v = {{0}, {0}};

    if (!sorted(rq->cx, &v.now, &v.over))
        return false;
    voices_page_html(rq->page, &v);
    return true;
}

static bool waits(const struct voice_line *l)
{
    return l->comment || l->answer || voice_typed(l) ||
           (l->unseen && *l->missed);
}

/* The newest few; those with something that waits for her before the others,
 * and what is over only with that. */
static struct voice_lines few(struct ctx *cx, const struct voice_lines *now,
                              const struct voice_lines *over)
{
    struct voice_lines out = {0};

    for (size_t i = 0; i < now->n && out.n < ON_HOME; i++)
        if (waits(&now->at[i]))
            *LIST_PUSH(cx->mem, &out) = now->at[i];
    for (size_t i = 0; i < over->n && out.n < ON_HOME; i++)
        if (waits(&over->at[i]))
            *LIST_PUSH(cx->mem, &out) = over->at[i];
    for (size_t i = 0; i < now->n && out.n < ON_HOME; i++)
        if (!waits(&now->at[i]))
            *LIST_PUSH(cx->mem, &out) = now->at[i];
    return out;
}

bool voices_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct voices_panel v = {.who = ""};
    struct voice_lines over;
    struct reply_waiting w = {.who = ""};

    if (!sorted(cx, &v.now, &over) ||
        !reply_newest_open(cx, cx->actor->person,
                           1 << SAID_TELL | 1 << SAID_STATEMENT, &w))
        return false;
    v.answer = w.thing;
    v.who = w.who;
    v.now = few(cx, &v.now, &over);
    voices_panel_html(t, &v);
    return true;
}

/* --- one of it --- */

static struct words_sheet sheet_of(const struct said *s, const struct words *w)
{
    return (struct words_sheet){w, s->kind, s->approved, s->hash, NULL};
}

bool mine_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct mine_page v = {.sent = req_row(rq, "reply")};

    if (!req_id(rq, "words", &id.v) || !voice_get(cx, id, &v.v))
        return false;
    const enum said_state state = v.v.said.state;
    if (state == SAID_DRAFT)
        return req_see_other(rq, "/me/say/%" PRId64 "/edit", id.v);
    v.sheet = sheet_of(&v.v.said, &v.v.words);
    v.to = names_joined(cx->mem, cx->lang, &v.v.words.to);
    v.live = state >= SAID_APPROVED && state <= SAID_ANSWERED;
    v.over = is_over(&v.v.said);
    v.closed_by_law =
        v.live && v.v.protects && !consent_is_valid(cx, &v.v.consent);
    v.comments = (struct my_comments){id, v.v.comments, v.live,
                                      v.v.protects ? &v.v.consent : NULL};
    if (state == SAID_EXPIRED) /* told: her Home need not say it any more */
        read_note(cx, &v.v.said);
    mine_page_html(rq->page, &v);
    return true;
}

bool yes_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_id id = {0};
    struct draft d = {.message = ""};
    struct yes_page v = {.to = ""};

    if (!req_id(rq, "words", &id.v) ||
        !voice_shown(cx, id, &v.said, &v.words) ||
        !draft_get(cx, cx->actor->person, id, &d) ||
        !consent_needed(cx, &v.said, &v.protects))
        return false;
    if (v.said.approved != TIME_NONE || is_over(&v.said))
        return req_see_other(rq, "/me/say/%" PRId64, id.v);
    if (!*d.message || d.to.n == 0)
        return req_see_other(rq, "/me/say/%" PRId64 "/edit", id.v);
    v.sheet = sheet_of(&v.said, &v.words);
    v.to = names_joined(cx->mem, cx->lang, &v.words.to);
    yes_page_html(rq->page, &v);
    return true;
}

bool yes_form(struct req *rq)
{
    struct said_id id = {0};
    struct voice v;

    if (!req_id(rq, "words", &id.v))
        return false;
    if (!voice_approve(rq->cx, id, req_text(rq, "seen")))
        return said_show_again(rq->cx);
    if (!voice_get(rq->cx, id, &v))
        return false;
    return v.protects ? req_see_other(rq, "/me/say/%" PRId64 "/consent", id.v)
                      : req_see_other(rq, "/me/say/%" PRId64, id.v);
}

bool back_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) && voice_take_back(rq->cx, id) &&
           req_see_other(rq, "/me/say");
}

bool voice_give_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) && voice_give(rq->cx, id) &&
           req_see_other(rq, "/me/say/%" PRId64, id.v);
}

bool right_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    int64_t id, reply;
    const bool right = strcmp(req_text(rq, "answer"), "right") == 0;

    if (!req_id(rq, "words", &id) || !req_id(rq, "reply", &reply) ||
        !reply_answer(cx, cx->actor->person, reply,
                      right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                      req_text(rq, "said")))
        return false;
    return req_see_other(rq, "/me/say/%" PRId64 "#back", id);
}

bool help_form(struct req *rq)
{
    struct said_id id = {0};
    const char *how = req_text(rq, "helped");
    const struct help_said h = {.helped = strcmp(how, "yes") == 0,
                                .tell = *req_text(rq, "tell") != '\0',
                                .ends = *req_text(rq, "stays") == '\0',
                                .why = req_text(rq, "why")};

    if (!req_id(rq, "words", &id.v))
        return false;
    if (!h.helped && strcmp(how, "no") != 0)
        return fail(rq->cx, ERR_INVALID, "helped", "Please choose one.");
    return voice_help(rq->cx, id, &h) &&
           req_see_other(rq, "/me/say/%" PRId64, id.v);
}
