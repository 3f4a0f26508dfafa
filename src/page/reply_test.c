#include "said/reply.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "page/page_share.h"
#include "people/town_test.h"
#include "web/draft.h"

enum { DAY = 24 * 60 * 60 };

/* Denise's page is approved and given to Dr. Rao. */
struct given {
    struct town t;
    struct visit v;
    int64_t page;
};

static struct given given(struct ctx *cx)
{
    struct given g = {.t = town_make(cx)};
    struct page draft;
    struct page_state s;

    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    g.v = (struct visit){.person = g.t.denise,
                         .program = g.t.program,
                         .at = cx->now + 2 * DAY,
                         .inside = true,
                         .with = g.t.rao,
                         .with_name = "Dr. Rao",
                         .place = "",
                         .reason = ""};
    cr_assert(visit_add(cx, &g.v) && page_draft(cx, &g.v, &draft), "%s",
              cx->err.text);
    struct page shown = page_shown(cx->mem, &draft);
    cr_assert(page_approve(cx, &g.v, page_hash(cx, page_write(cx, &shown))));
    cr_assert(page_give(cx, &g.v, g.t.rao, TIME_NONE), "%s", cx->err.text);
    cr_assert(page_state(cx, g.t.denise, g.v.id, &s));
    g.page = s.id;
    return g;
}

static struct reply rao_writes(struct ctx *cx, const struct given *g,
                               const char *words, const char *will)
{
    const struct date day = {day_of(cx->now).days + 7};
    struct will w = {will, *will ? day : DATE_NONE};
    struct reply r = {.thing = {g->page}, .version = 1, .words = words};

    town_act(cx, &g->t, g->t.rao, ROLE_CLINICIAN);
    cr_assert(reply_add(cx, &r, &(struct wills){&w, 1, 1}), "%s", cx->err.text);
    town_act(cx, &g->t, g->t.denise, ROLE_PERSON);
    return r;
}

static const struct wills nothing;

static const struct said_wish to_keep = {1U << SAID_PROMISE,
                                         1U << SAID_APPROVED, 9};

static struct saids open_promises(struct ctx *cx, const struct given *g)
{
    struct saids open;

    cr_assert(said_list(cx, g->t.denise, &to_keep, &open), "%s", cx->err.text);
    return open;
}

static struct replies replies_to(struct ctx *cx, const struct given *g)
{
    struct replies back;

    cr_assert(reply_list(cx, g->t.denise, (struct said_id){g->page}, &back),
              "%s", cx->err.text);
    return back;
}

TEST(page_reply, what_a_reader_promised_reaches_her_and_she_closes_it)
{
    struct given g = given(cx);
    struct reply_waiting waiting;
    struct reply r = rao_writes(cx, &g, "You sleep badly", "Call you");
    struct replies back = replies_to(cx, &g);

    cr_assert_eq(back.n, 1);
    cr_assert_str_eq(back.at[0].words, "You sleep badly");
    cr_assert_str_eq(back.at[0].who, "Dr. Rao");
    cr_assert_eq(back.at[0].promises.n, 1);
    cr_assert(reply_newest_open(cx, g.t.denise, 1 << SAID_PAGE, &waiting));
    cr_assert_eq(waiting.about, g.v.id.v);
    struct saids open = open_promises(cx, &g);
    cr_assert_eq(open.n, 1);
    cr_assert(said_move(cx, g.t.denise, open.at[0].id, ACT_DONE, "She called"));
    cr_assert_eq(open_promises(cx, &g).n, 0);
    cr_assert(
        reply_answer(cx, g.t.denise, r.id, REPLY_NOT_QUITE, "It is pain"));
    fails_with(cx, reply_answer(cx, g.t.denise, r.id, REPLY_RIGHT, ""),
               ERR_CONFLICT);
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    back = replies_to(cx, &g);
    cr_assert_str_eq(back.at[0].said, "It is pain");
    cr_assert_eq(back.at[0].promises.at[0].ending, ENDED_DONE);
    cr_assert_str_eq(back.at[0].promises.at[0].why, "She called");
}

TEST(page_reply, words_on_what_came_of_it_are_shown_again_half_written)
{
    struct given g = given(cx);
    struct browser b = {.cx = cx, .draft = draft_find};

    (void)rao_writes(cx, &g, "You want sleep", "Call the lab");
    struct replies back = replies_to(cx, &g);
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    const char *visit =
        arena_fmt(cx->mem, "/me/visits/%lld", (long long)g.v.id.v);
    browse_form(
        &b, "/draft",
        arena_fmt(cx->mem,
                  "form=%s/promises/%lld&fields=state%%3D1%%26why%%3Dhalf+a",
                  visit, (long long)back.at[0].promises.at[0].id.v));
    cr_assert_eq(b.status, 204, "%s", b.body);
    browse(&b, arena_fmt(cx->mem, "%s/answer", visit));
    cr_assert(strstr(b.body, "value=\"half a\""), "%s", b.body);
    cr_assert(strstr(b.body, "<details open>"));
    cr_assert(strstr(b.body, "value=\"1\" checked"), "Done stays chosen");
}

TEST(page_reply, nobody_else_reads_writes_or_closes_it)
{
    struct given g = given(cx);
    struct replies back;
    struct reply r = rao_writes(cx, &g, "You sleep badly", "Call you");
    struct saids open = open_promises(cx, &g);

    town_act(cx, &g.t, g.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, reply_list(cx, g.t.denise, (struct said_id){g.page}, &back),
               ERR_NOTFOUND);
    struct reply other = {.thing = {g.page}, .words = "Hello"};
    fails_with(cx, reply_add(cx, &other, &nothing), ERR_NOTFOUND);
    other.thing.v = 999999;
    fails_with(cx, reply_add(cx, &other, &nothing), ERR_NOTFOUND);
    fails_with(cx, said_move(cx, g.t.denise, open.at[0].id, ACT_DONE, ""),
               ERR_NOTFOUND);
    town_act(cx, &g.t, g.t.ana, ROLE_PERSON);
    fails_with(cx, said_move(cx, g.t.ana, open.at[0].id, ACT_DONE, ""),
               ERR_NOTFOUND);
    fails_with(cx, reply_answer(cx, g.t.ana, r.id, REPLY_RIGHT, ""),
               ERR_CONFLICT);
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    cr_assert_eq(replies_to(cx, &g).at[0].answer, REPLY_OPEN);
}

/* Two who read the page do not read each other. */
TEST(page_reply, a_reader_finds_their_own_words_alone)
{
    struct given g = given(cx);

    cr_assert(page_give(cx, &g.v, g.t.luis, TIME_NONE), "%s", cx->err.text);
    (void)rao_writes(cx, &g, "You sleep badly", "Call you");
    town_act(cx, &g.t, g.t.luis, ROLE_CASE_MANAGER);
    cr_assert_eq(replies_to(cx, &g).n, 0);
}

/* A promise outlives the page it was made on: taking the page back lets nobody
 * off. */
TEST(page_reply, what_was_promised_stays_when_the_page_is_taken_back)
{
    struct given g = given(cx);
    struct saids mine;

    (void)rao_writes(cx, &g, "You want sleep", "Call the lab");
    cr_assert(page_withdraw(cx, &g.v), "%s", cx->err.text);
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    cr_assert(said_list_mine(cx, &to_keep, &mine));
    cr_assert_eq(mine.n, 1);
    cr_assert_str_eq(mine.at[0].words, "Call the lab");
    town_act(cx, &g.t, g.t.luis, ROLE_CASE_MANAGER);
    cr_assert(said_list_mine(cx, &to_keep, &mine));
    cr_assert_eq(mine.n, 0, "nobody else's");
}

TEST(page_reply, a_page_taken_back_takes_no_more_words)
{
    struct given g = given(cx);
    struct reply late = {.thing = {g.page}, .words = "Hello"};
    struct replies back;

    (void)rao_writes(cx, &g, "You sleep badly", "Call you");
    cr_assert(page_withdraw(cx, &g.v));
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    fails_with(cx, reply_add(cx, &late, &nothing), ERR_NOTFOUND);
    fails_with(cx, reply_list(cx, g.t.denise, late.thing, &back), ERR_NOTFOUND);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert_eq(replies_to(cx, &g).n, 1);
}

TEST(page_reply, what_cannot_be_kept_is_refused_beside_its_field)
{
    struct given g = given(cx);
    struct will w = {"Call", {day_of(cx->now).days - 1}};
    struct reply empty = {.thing = {g.page}, .words = ""},
                 past = {.thing = {g.page}, .words = "Yes"};
    char *is_long = arena_alloc(cx->mem, REPLY_WORDS_MAX + 2);

    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    fails_with(cx, reply_add(cx, &empty, &nothing), ERR_INVALID);
    memset(is_long, 'a', REPLY_WORDS_MAX + 1);
    empty.words = is_long;
    fails_with(cx, reply_add(cx, &empty, &nothing), ERR_INVALID);
    cr_assert(!reply_add(cx, &past, &(struct wills){&w, 1, 1}));
    cr_assert_str_eq(cx->err.field, "due-0");
    ctx_forgive(cx);
    for (int i = 0; i < REPLIES_A_DAY; i++)
        (void)rao_writes(cx, &g, "Again", "");
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    fails_with(cx, reply_add(cx, &past, &nothing), ERR_CONFLICT);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    fails_with(cx, reply_answer(cx, g.t.denise, 1, REPLY_NOT_QUITE, ""),
               ERR_INVALID);
}

/* --- who has it, and until when --- */

/* R121: what she moves since is hers to tell. */
TEST(page_given, a_reader_knows_the_day_that_stands_on_the_page)
{
    struct given g = given(cx);
    const int64_t said = g.v.at;
    struct pages_to_read list;

    g.v.at += 7 * DAY;
    cr_assert(visit_change(cx, &g.v), "%s", cx->err.text);
    town_act(cx, &g.t, g.t.rao, ROLE_CLINICIAN);
    cr_assert(pages_to_read(cx, &list), "%s", cx->err.text);
    cr_assert_eq(list.at[0].visit_at, said);
}

/* Given again and over by itself: that is the last word on a reader. */
TEST(page_given, what_was_over_by_itself_was_not_taken_back)
{
    struct given g = given(cx);
    struct link l = {.name = "Dr. Stone", .until = cx->now + 10 * DAY};
    struct said_readers now, before, expired;

    cr_assert(page_withdraw(cx, &g.v), "%s", cx->err.text);
    cr_assert(page_readers_before(cx, g.t.denise, g.page, &before));
    cr_assert_eq(before.n, 1);
    cr_assert(page_give(cx, &g.v, g.t.rao, cx->now + 10 * DAY), "%s",
              cx->err.text);
    cr_assert(page_give_link(cx, &g.v, &l), "%s", cx->err.text);
    cx->now += 11 * DAY;
    cr_assert(page_readers(cx, g.t.denise, g.page, &now));
    cr_assert(page_readers_before(cx, g.t.denise, g.page, &before));
    cr_assert(page_readers_expired(cx, g.t.denise, g.page, &expired));
    cr_assert_eq(now.n, 0);
    cr_assert_eq(before.n, 0);
    cr_assert_eq(expired.n, 2);
    cr_assert(page_withdraw(cx, &g.v), "%s", cx->err.text);
    cr_assert(page_readers_before(cx, g.t.denise, g.page, &before));
    cr_assert_eq(before.n, 0, "what is over cannot be taken back");
    cr_assert(page_give(cx, &g.v, g.t.rao, TIME_NONE), "%s", cx->err.text);
    cr_assert(page_readers_expired(cx, g.t.denise, g.page, &expired));
    cr_assert_eq(expired.n, 1);
    cr_assert_str_eq(expired.at[0].name, "Dr. Stone");
}

TEST(page_given, a_link_ends_on_the_day_she_chooses)
{
    struct given g = given(cx);
    struct browser b = {.cx = cx, .actor = cx->actor};
    struct said_readers now;
    const char *share = arena_fmt(cx->mem, "/me/visits/%lld/page/share",
                                  (long long)g.v.id.v),
               *link = arena_fmt(cx->mem, "/me/visits/%lld/page/link",
                                 (long long)g.v.id.v);

    cr_assert(db_commit(cx));
    browse(&b, share);
    cr_assert(strstr(b.body, "name=\"last\""), "%s", b.body);
    browse_form(&b, link, "name=Dr.+Stone&last=2026-10-01");
    cr_assert(strstr(b.body, "This day is over"), "%s", b.body);
    browse_form(&b, link, "name=Dr.+Stone&last=2027-10-01");
    cr_assert(strstr(b.body, "in the next 90 days"), "%s", b.body);
    browse_form(&b, link, "name=Dr.+Stone&last=2026-10-20");
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(db_begin(cx));
    cr_assert(page_readers(cx, g.t.denise, g.page, &now));
    cr_assert_str_eq(now.at[0].name, "Dr. Stone");
    cr_assert_eq(now.at[0].until, end_of_day(date_ymd(2026, 10, 20)));
}
