#include "role/pages.h"

#include <inttypes.h>
#include <string.h>

#include "role/view.h"

/* --- the card --- */

static struct role_lines lines_of(struct arena *mem, const char *text)
{
    struct role_lines out = {0};

    while (*text) {
        size_t n = strcspn(text, "\r\n");
        if (n)
            *LIST_PUSH(mem, &out) = arena_dup_n(mem, text, n);
        text += n + (text[n] != '\0');
    }
    return out;
}

static enum talk_reader talk_reader_of(struct req *rq)
{
    switch (rq->cx->actor->role) {
    case ROLE_PERSON: return TALK_TO_HER;
    case ROLE_PEER: return TALK_TO_PEER;
    default: return TALK_TO_TEAM;
    }
}

static bool card_view(struct req *rq, struct role_page *v)
{
    struct ctx *cx = rq->cx;

    v->saved = req_was_saved(rq);
    v->to = talk_reader_of(rq);
    if (!card_get(cx, &v->card) || !talk_rules(cx, &v->talk))
        return false;
    v->parts =
        (struct role_parts){.card = &v->card,
                            .hers = v->hers,
                            .can = lines_of(cx->mem, v->card.can),
                            .never = lines_of(cx->mem, v->card.never),
                            .ask = lines_of(cx->mem, card_asks(cx, &v->card))};
    return true;
}

bool my_role_page(struct req *rq)
{
    struct role_page v = {.hers = true};

    if (!card_view(rq, &v) || !card_is_read(rq->cx, &v.card, &v.read))
        return false;
    role_page_html(rq->page, &v);
    return true;
}

bool role_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct role_page v = {
        .peer = cx->actor->role == ROLE_PEER,
        .leads = cx->actor->role == ROLE_SUPERVISOR,
        .values = {value_of_month(day_of(cx->now)), {values, VALUES}},
        .same = *req_text(rq, "same") != '\0'};

    if (!card_view(rq, &v) || !card_is_read(cx, &v.card, &v.read))
        return false;
    if (v.peer && !talk_of(cx, cx->actor->person, &v.own))
        return false;
    if (v.leads && !card_readers(cx, &v.readers))
        return false;
    role_page_html(rq->page, &v);
    return true;
}

bool role_read_form(struct req *rq)
{
    return card_read(rq->cx) && req_see_other(rq, "/role?saved=1");
}

bool my_role_read_form(struct req *rq)
{
    return card_read(rq->cx) && req_see_other(rq, "/me/role?saved=1");
}

bool role_talk_form(struct req *rq)
{
    return talk_choose(rq->cx, (enum talk)req_number(rq, "talk", -1)) &&
           req_see_other(rq, "/role?saved=1");
}

bool role_change_page(struct req *rq)
{
    struct role_change v;

    if (!card_get(rq->cx, &v.card))
        return false;
    role_change_html(rq->page, &v);
    return true;
}

bool role_change_form(struct req *rq)
{
    struct role_card c = {.can = req_text(rq, "can"),
                          .never = req_text(rq, "never"),
                          .ask = req_text(rq, "ask"),
                          .talk = (enum talk)req_number(rq, "talk", -1)};

    bool same = false;

    return card_change(rq->cx, &c, &same) &&
           req_see_other(rq, same ? "/role?same=1" : "/role?saved=1");
}

/* --- not mine to do --- */

bool not_mine_page(struct req *rq)
{
    struct not_mine v = {.taken_back = *req_text(rq, "back") != '\0'};
    const int64_t what = req_number(rq, "answer", -1);

    if (what >= 0)
        v.answer = asked_answer(what);
    if (!asked_mine(rq->cx, &v.mine) || !sorts_listed(rq->cx, &v.sorts))
        return false;
    not_mine_html(rq->page, &v);
    return true;
}

bool not_mine_form(struct req *rq)
{
    const int64_t what = req_number(rq, "what", -1);

    if (!asked_log(rq->cx, what,
                   (enum asker)req_number(rq, "by", ASKER_UNSAID)))
        return false;
    return req_see_other(rq, "/role/not-mine?answer=%" PRId64, what);
}

bool not_mine_back_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "asked", &id) && asked_take_back(rq->cx, id) &&
           req_see_other(rq, "/role/not-mine?back=1");
}

/* The longest bar is that of the number said most often. */
static void put_widths(struct asked_of_us *v)
{
    enum { WHOLE = 1000 };
    int64_t most = 1;

    for (size_t i = 0; i < v->rows.n; i++)
        if (v->rows.at[i].now.n > most)
            most = v->rows.at[i].now.n;
    for (size_t i = 0; i < v->rows.n; i++)
        v->rows.at[i].width = (int)(v->rows.at[i].now.n * WHOLE / most);
}

static bool counts(struct ctx *cx, struct asked_of_us *v)
{
    bool (*count)(struct ctx *, int, struct asked_counts *) =
        v->council ? asked_counts_council : asked_counts;

    if (!count(cx, 0, &v->now) || !count(cx, 1, &v->before))
        return false;
    for (size_t i = 0; i < v->now.sorts.n; i++) {
        const struct sort *s = &v->now.sorts.at[i];
        const struct count *now = &v->now.of[i], *before = &v->before.of[i];
        if (!s->gone || now->how == COUNT_EXACT || before->how == COUNT_EXACT)
            *LIST_PUSH(cx->mem, &v->rows) =
                (struct asked_row){s->says, *now, *before, 0};
    }
    put_widths(v);
    return true;
}

bool asked_of_us_page(struct req *rq)
{
    struct asked_of_us v = {.whole = true};

    if (!counts(rq->cx, &v))
        return false;
    asked_of_us_html(rq->page, &v);
    return true;
}

/* --- on other pages --- */

/* The card as it is now, when who acts has not read it. */
static bool unread(struct ctx *cx, struct role_card *card, bool *yes)
{
    bool read = false;

    if (!card_get(cx, card) || !card_is_read(cx, card, &read))
        return false;
    *yes = !read;
    return true;
}

/* To her only what changed is new: nobody has to read the card that was always
 * there. */
bool my_role_panel(struct req *rq, struct tpl *t)
{
    struct role_link v = {.hers = true};
    struct role_card card;

    if (!unread(rq->cx, &card, &v.changed))
        return false;
    v.changed = v.changed && card.version > 0;
    role_link_html(t, &v);
    return true;
}

bool card_news_panel(struct req *rq, struct tpl *t)
{
    struct role_card card;
    bool yes = false;

    if (!unread(rq->cx, &card, &yes))
        return false;
    if (yes)
        card_news_html(t, &(struct card_news){&card});
    return true;
}

bool team_role_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    role_link_html(t, &(struct role_link){.hers = false});
    return true;
}

bool not_mine_panel(struct req *rq, struct tpl *t)
{
    struct not_mine_tap v = {.whole = false};

    if (!sorts_listed(rq->cx, &v.sorts))
        return false;
    not_mine_tap_html(t, &v);
    return true;
}

bool council_asked_panel(struct req *rq, struct tpl *t)
{
    struct asked_of_us v = {.council = true};

    if (!counts(rq->cx, &v))
        return false;
    asked_of_us_html(t, &v);
    return true;
}

bool asked_panel(struct req *rq, struct tpl *t)
{
    struct asked_of_us v = {.whole = false};

    if (!counts(rq->cx, &v))
        return false;
    asked_of_us_html(t, &v);
    return true;
}

bool talk_panel(struct req *rq, struct tpl *t)
{
    struct talk_page v = {.to = talk_reader_of(rq),
                          .person = {req_row(rq, "person")}};

    if (!talk_rules(rq->cx, &v.rules))
        return false;
    talk_page_html(t, &v);
    return true;
}
