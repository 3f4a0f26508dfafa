#include "said/read.h"
#include "said/reply.h"
#include "said/said_int.h"

#include <string.h>

#include "frame/notes.h"
#include "people/town_test.h"
#include "sharing/named.h"
#include "sharing/permission.h"

enum { DAY = 24 * 60 * 60 };

static struct said a_statement(struct ctx *cx, const struct town *t)
{
    struct said s = {.person = t->denise,
                     .kind = SAID_STATEMENT,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "Please do not come on Saturday."};

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(said_begin(cx, &s), "%s", cx->err.text);
    return s;
}

/* Read, with what must be on disk before the words leave. */
static bool reads(struct ctx *cx, const struct town *t, struct said_id id,
                  struct said *out)
{
    return said_get(cx, t->denise, id, out) && notes_write(cx);
}

static enum said_state state_of(struct ctx *cx, const struct town *t,
                                struct said_id id)
{
    struct said s;

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(said_get(cx, t->denise, id, &s), "%s", cx->err.text);
    return s.state;
}

TEST(said, only_the_author_says_yes_and_only_to_what_was_shown)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t);
    const char *first = s.hash;

    cr_assert(said_write(cx, &s, "Please come on Sunday."));
    fails_with(cx, said_approve(cx, s.id, first), ERR_CONFLICT);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, said_approve(cx, s.id, s.hash), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_approve(cx, s.id, s.hash));
    cr_assert_eq(state_of(cx, &t, s.id), SAID_APPROVED);
}

TEST(said, a_peer_who_types_cannot_change_what_was_approved)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), now;

    struct permission p = {.what = {t.denise, TOPIC_TYPING, s.id.v},
                           .to = t.ruth,
                           .purpose = "typing it with me",
                           .until = TIME_NONE};
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(said_write(cx, &s, "Please do not come alone."), "%s",
              cx->err.text);
    fails_with(cx, said_approve(cx, s.id, s.hash), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_get(cx, t.denise, s.id, &now));
    cr_assert_eq(now.typed_by.v, t.ruth.v, "it is said who typed");
    cr_assert(said_approve(cx, s.id, now.hash));
    cr_assert(said_give(cx, &s, t.luis, "Saturday", TIME_NONE));

    /* Other words of hers are a new draft; readers keep what she approved. */
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(said_write(cx, &s, "Softer words."));
    fails_with(cx, said_get(cx, t.denise, s.id, &now), ERR_NOTFOUND);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, said_write(cx, &s, "His words."), ERR_NOTFOUND);
    cr_assert(reads(cx, &t, s.id, &now));
    cr_assert_str_eq(now.words, "Please do not come alone.");
    cr_assert_eq(now.version, 1);
}

TEST(said, who_was_given_it_reads_it_says_what_they_understood_and_promises)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), got;
    struct will will[] = {{"Be at the building from 1 to 3", DATE_NONE}};
    struct wills wills = {will, 1, 1};
    struct replies back;

    cr_assert(said_approve(cx, s.id, s.hash));
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, said_get(cx, t.denise, s.id, &got), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_give(cx, &s, t.luis, "Saturday", TIME_NONE), "%s",
              cx->err.text);

    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(reads(cx, &t, s.id, &got), "%s", cx->err.text);
    cr_assert_str_eq(got.words, "Please do not come on Saturday.");
    struct reply r = {.thing = s.id,
                      .version = got.version,
                      .words = "You do not want to be alone on Saturday."};
    cr_assert(reply_add(cx, &r, &wills), "%s", cx->err.text);
    cr_assert_eq(state_of(cx, &t, s.id), SAID_UNDERSTOOD);

    cr_assert(reply_list(cx, t.denise, s.id, &back));
    cr_assert_eq(back.n, 1);
    cr_assert_str_eq(back.at[0].who, "Luis");
    cr_assert_eq(back.at[0].promises.n, 1);
    const struct said *promise = &back.at[0].promises.at[0];
    cr_assert_str_eq(promise->words, "Be at the building from 1 to 3");
    cr_assert(reply_answer(cx, t.denise, r.id, REPLY_RIGHT, ""));
    cr_assert_eq(state_of(cx, &t, s.id), SAID_ANSWERED);
    cr_assert(said_move(cx, t.denise, promise->id, ACT_DONE, ""));
    cr_assert(said_move(cx, t.denise, s.id, ACT_DONE, "It helped."));
    cr_assert_eq(state_of(cx, &t, s.id), SAID_CLOSED);
}

static enum reading luis_reads_as(struct ctx *cx, const struct town *t)
{
    struct to_reads list;

    town_act(cx, t, t->luis, ROLE_CASE_MANAGER);
    cr_assert(to_read_list(cx, SAID_STATEMENT, &list));
    cr_assert_eq(list.n, 1);
    return list.at[0].how;
}

/* R44: her word on what he understood does not wait for him to look by chance.
 */
TEST(said, a_not_quite_is_something_to_read_until_it_was_opened)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), got;

    cr_assert(said_approve(cx, s.id, s.hash));
    cr_assert(said_give(cx, &s, t.luis, "Saturday", TIME_NONE));
    cr_assert_eq(luis_reads_as(cx, &t), READ_NEW);
    cr_assert(reads(cx, &t, s.id, &got));
    for (int right = 0; right < 2; right++) {
        struct reply r = {.thing = s.id, .version = 1, .words = "I see."};
        cr_assert(reply_add(cx, &r, &(struct wills){0}), "%s", cx->err.text);
        cr_assert_eq(luis_reads_as(cx, &t), READ_DONE);
        town_act(cx, &t, t.denise, ROLE_PERSON);
        cr_assert(reply_answer(cx, t.denise, r.id,
                               right ? REPLY_RIGHT : REPLY_NOT_QUITE,
                               "Also not my sister."));
        cr_assert_eq(luis_reads_as(cx, &t), right ? READ_DONE : READ_NOT_QUITE);
        cr_assert(reads(cx, &t, s.id, &got));
        cr_assert_eq(luis_reads_as(cx, &t), READ_DONE, "he has read it");
    }
}

TEST(said, taking_it_back_closes_it_at_once)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), got;
    struct to_reads list;

    cr_assert(said_approve(cx, s.id, s.hash));
    cr_assert(said_give(cx, &s, t.rao, "Saturday", TIME_NONE));
    cr_assert(said_withdraw(cx, t.denise, s.id));
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, said_get(cx, t.denise, s.id, &got), ERR_NOTFOUND);
    cr_assert(to_read_list(cx, SAID_STATEMENT, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].how, READ_CLOSED);
    cr_assert_str_empty(list.at[0].name, "a closed one names nobody");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, said_write(cx, &s, "More"), ERR_CONFLICT);
}

TEST(said, ended_it_is_closed_to_who_had_it_and_nobody_took_it_back)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), got;
    struct to_reads list;

    cr_assert(said_approve(cx, s.id, s.hash));
    cr_assert(said_give(cx, &s, t.rao, "Saturday", TIME_NONE));
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(reads(cx, &t, s.id, &got));
    cx->now += 60 * DAY;
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_end(cx, t.denise, s.id, ACT_DONE, ""), "%s", cx->err.text);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, said_get(cx, t.denise, s.id, &got), ERR_NOTFOUND);
    cr_assert(to_read_list(cx, SAID_STATEMENT, &list));
    cr_assert_eq(list.n, 1, "it ended today, though given long ago");
    cr_assert_eq(list.at[0].how, READ_CLOSED);
    cr_assert_eq(list.at[0].ended, cx->now);
    cr_assert_eq(list.at[0].withdrawn, TIME_NONE);
}

TEST(said, a_yes_she_ended_among_all_of_hers_was_taken_back)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t);
    struct permissions all;
    struct to_reads list;

    cr_assert(said_approve(cx, s.id, s.hash));
    cr_assert(said_give(cx, &s, t.rao, "Saturday", TIME_NONE));
    cr_assert(permission_list(cx, t.denise, false, &all));
    cx->now += DAY;
    cr_assert(permission_end(cx, all.at[0].id), "%s", cx->err.text);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(to_read_list(cx, SAID_STATEMENT, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].how, READ_CLOSED);
    cr_assert_eq(list.at[0].withdrawn, cx->now);
}

TEST(said, a_draft_is_thrown_away_and_nothing_that_was_approved)
{
    struct town t = town_make(cx);
    struct said s = a_statement(cx, &t), kept = a_statement(cx, &t), got;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, said_throw_away(cx, t.denise, s.id), ERR_CONFLICT);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_throw_away(cx, t.denise, s.id), "%s", cx->err.text);
    fails_with(cx, said_get(cx, t.denise, s.id, &got), ERR_NOTFOUND);
    cr_assert(said_approve(cx, kept.id, kept.hash));
    fails_with(cx, said_throw_away(cx, t.denise, kept.id), ERR_CONFLICT);
    cr_assert(said_get(cx, t.denise, kept.id, &got));
}

/* Each place on Home asks for its own kinds. */
TEST(said, the_newest_reply_is_that_of_the_kinds_one_asks_for)
{
    struct town t = town_make(cx);
    struct said first = a_statement(cx, &t), got;
    struct said tell = {.person = t.denise,
                        .kind = SAID_TELL,
                        .due = DATE_NONE,
                        .until = TIME_NONE,
                        .words = "Please call first."};
    struct said *both[] = {&first, &tell};
    struct wills none = {0};
    struct reply_waiting w;

    cr_assert(said_begin(cx, &tell));
    for (int i = 0; i < 2; i++) {
        town_act(cx, &t, t.denise, ROLE_PERSON);
        cr_assert(said_approve(cx, both[i]->id, both[i]->hash));
        cr_assert(said_give(cx, both[i], t.luis, "Saturday", TIME_NONE));
        town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
        cr_assert(reads(cx, &t, both[i]->id, &got));
        struct reply r = {.thing = got.id, .version = 1, .words = "I see."};
        cr_assert(reply_add(cx, &r, &none), "%s", cx->err.text);
    }
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(reply_newest_open(cx, t.denise, 1 << SAID_STATEMENT, &w));
    cr_assert_eq(w.thing.v, first.id.v);
    cr_assert(reply_newest_open(cx, t.denise, 1 << SAID_TELL, &w));
    cr_assert_eq(w.thing.v, tell.id.v);
    cr_assert(reply_newest_open(cx, t.denise, 1 << SAID_ASK, &w));
    cr_assert_eq(w.thing.v, 0);
}

TEST(said, a_promise_that_could_not_be_kept_comes_with_a_word)
{
    struct town t = town_make(cx);
    struct said p = {.person = t.denise,
                     .kind = SAID_PROMISE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "Bring the course leaflet"};
    struct said_wases was;

    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, said_begin(cx, &p), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(said_begin(cx, &p), "%s", cx->err.text);
    cr_assert(said_approve(cx, p.id, p.hash));
    fails_with(cx, said_move(cx, t.denise, p.id, ACT_COULD_NOT, ""),
               ERR_INVALID);
    cr_assert(said_move(cx, t.denise, p.id, ACT_COULD_NOT, "The van broke."));
    fails_with(cx, said_move(cx, t.denise, p.id, ACT_REOPEN, ""), ERR_CONFLICT);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_move(cx, t.denise, p.id, ACT_REOPEN, ""));
    cr_assert(said_history(cx, t.denise, p.id, &was));
    cr_assert_eq(was.n, 3);
    cr_assert_str_eq(was.at[1].why, "The van broke.");
}

TEST(said, what_has_run_its_time_is_over)
{
    struct town t = town_make(cx);
    struct said s = {.person = t.denise,
                     .kind = SAID_TELL,
                     .due = DATE_NONE,
                     .until = cx->now + 3600,
                     .words = "I am afraid of Saturday."};

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(said_begin(cx, &s) && said_approve(cx, s.id, s.hash));
    cr_assert(said_expire(cx));
    cr_assert_eq(state_of(cx, &t, s.id), SAID_APPROVED);
    cx->now += 3600;
    cr_assert(said_expire(cx));
    cr_assert_eq(state_of(cx, &t, s.id), SAID_EXPIRED);
    struct said_wases was;
    cr_assert(said_history(cx, t.denise, s.id, &was));
    cr_assert_eq(was.at[was.n - 1].by, 0, "nobody did it: the clock");
}

/* On "Who can see what": each thing by its words, to herself. */
TEST(said, a_promise_is_named_to_her_by_its_words_and_to_nobody_else)
{
    struct town t = town_make(cx);
    struct said s = {.person = t.denise,
                     .kind = SAID_PROMISE,
                     .due = DATE_NONE,
                     .until = TIME_NONE,
                     .words = "Bring the leaflet"};
    struct named rows[2];
    const struct named_list list = {rows, 2, 2};

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(said_begin(cx, &s) && said_approve(cx, s.id, s.hash), "%s",
              cx->err.text);
    for (int hers = 0; hers < 2; hers++) {
        rows[0] =
            (struct named){{t.denise, TOPIC_PROMISE, s.id.v}, "", DATE_NONE};
        rows[1] = (struct named){{t.denise, TOPIC_PAGE, s.id.v}, "", DATE_NONE};
        town_act(cx, &t, hers ? t.denise : t.ruth,
                 hers ? ROLE_PERSON : ROLE_PEER);
        cr_assert(said_name(cx, &list));
        cr_assert_str_eq(rows[0].words, hers ? "Bring the leaflet" : "");
        cr_assert_str_eq(rows[1].words, "");
    }
}

TEST(said, a_long_name_is_cut_between_letters)
{
    const char *word = "ñandú ";
    const char *all = "";

    for (int i = 0; i < 12; i++)
        all = arena_fmt(cx->mem, "%s%s", all, word);
    const char *cut = named_words(cx->mem, all);
    cr_assert_eq(text_length(cut), NAMED_MAX + 1, "%s", cut);
    cr_assert_str_eq(named_words(cx->mem, "Short"), "Short");
    cr_assert_str_eq(named_words(cx->mem, "One\nTwo"), "One…");
}
