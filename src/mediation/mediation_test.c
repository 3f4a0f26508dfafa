#include <string.h>

#include "frame/notes.h"
#include "mediation/helped.h"
#include "mediation/keep.h"
#include "mediation/team.h"
#include "people/town_test.h"
#include "said/keep.h"
#include "sharing/access.h"
#include "sharing/named.h"
#include "sharing/permission.h"

static const char alone[] = "I do not want to be alone on Saturday.";
static const char late[] = "I said I could come by. I did not say when.";

static struct person_id karen;

static struct town made(struct ctx *cx, enum part2 status)
{
    struct town t = town_make(cx);

    karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Holt");
    town_act(cx, &t, t.ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, status), "%s", cx->err.text);
    return t;
}

static void as_denise(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

static void as_luis(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->luis, ROLE_CASE_MANAGER);
}

static void as_ruth(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

static struct opening her_side(const struct town *t)
{
    struct opening o = opening_blank(t->denise);

    o.side.mean = alone;
    o.side.misheard = "Nobody is angry.";
    o.side.other = t->luis;
    o.side.peer = t->ruth;
    return o;
}

static void says_yes(struct ctx *cx, const struct town *t, struct said_id id)
{
    struct said s;
    struct side v;

    as_denise(cx, t);
    cr_assert(sides_offered(cx, id, &s, &v), "%s", cx->err.text);
    cr_assert(sides_approve(cx, id, s.hash), "%s", cx->err.text);
}

static struct said_id opened(struct ctx *cx, const struct town *t)
{
    struct opening o = her_side(t);

    as_denise(cx, t);
    cr_assert(opening_save(cx, &o), "%s", cx->err.text);
    says_yes(cx, t, o.id);
    return o.id;
}

static bool opens(struct ctx *cx, struct said_id id, struct joined *j)
{
    return joined_open(cx, id, j) && notes_write(cx);
}

/* The actor's own words in it, said yes to. */
static void says(struct ctx *cx, struct said_id id, const char *mean,
                 const char *misheard)
{
    struct side v = side_blank();
    struct joined j;

    v.mean = mean;
    v.misheard = misheard;
    cr_assert(joined_write(cx, id, &v), "%s", cx->err.text);
    cr_assert(opens(cx, id, &j), "%s", cx->err.text);
    cr_assert(joined_approve(cx, id, j.draft.hash), "%s", cx->err.text);
}

static int64_t agrees(struct ctx *cx, const struct town *t, struct said_id id)
{
    struct will will[] = {{"Be at the building from 1 to 3", DATE_NONE}};
    struct reply r = {.thing = id,
                      .version = 1,
                      .words = "Saturday somebody is there, and no police."};

    as_luis(cx, t);
    cr_assert(joined_agree(cx, &r, &(struct wills){will, 1, 1}), "%s",
              cx->err.text);
    return r.id;
}

/* R42. */
TEST(mediation, it_opens_at_her_yes_to_those_she_named)
{
    struct town t = made(cx, PART2_NO);
    struct opening o = her_side(&t);
    struct joined j;
    struct to_reads list;

    as_denise(cx, &t);
    cr_assert(opening_save(cx, &o), "%s", cx->err.text);
    as_luis(cx, &t);
    fails_with(cx, opens(cx, o.id, &j), ERR_NOTFOUND);
    says_yes(cx, &t, o.id);
    as_luis(cx, &t);
    cr_assert(joined_list(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].how, READ_NEW);
    cr_assert(opens(cx, o.id, &j), "%s", cx->err.text);
    cr_assert_str_eq(j.hers.mean, alone);
    cr_assert_not(j.helps);
    as_ruth(cx, &t);
    cr_assert(opens(cx, o.id, &j));
    cr_assert(j.helps);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, opens(cx, o.id, &j), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    fails_with(cx, opens(cx, o.id, &j), ERR_NOTFOUND);
}

/* R42: each side's words need that side's yes, each time anew. */
TEST(mediation, each_side_says_yes_to_its_own_words)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct side v = side_blank();
    struct sides mine;
    struct joined j;

    as_luis(cx, &t);
    v.mean = late;
    cr_assert(joined_write(cx, id, &v), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine), "%s", cx->err.text);
    cr_assert_eq(mine.team.said.id.v, 0, "it is a draft of his");

    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    const struct said_id his = j.draft.id;
    as_denise(cx, &t);
    fails_with(cx, said_approve(cx, his, j.draft.hash), ERR_DENIED);
    as_luis(cx, &t);
    fails_with(cx, joined_approve(cx, id, "other words"), ERR_CONFLICT);
    cr_assert(joined_approve(cx, id, j.draft.hash), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine));
    cr_assert_str_eq(mine.team.side.mean, late);
    cr_assert_str_eq(mine.team.side.name, "Luis");

    as_luis(cx, &t);
    v.mean = "I meant something else.";
    cr_assert(joined_write(cx, id, &v), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine));
    cr_assert_str_eq(mine.team.side.mean, late, "till he says yes again");
}

TEST(mediation, the_other_side_can_not_touch_her_words)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct said s = {.id = id, .person = t.denise};

    as_luis(cx, &t);
    fails_with(cx, said_write(cx, &s, "softer"), ERR_NOTFOUND);
    as_ruth(cx, &t);
    s = (struct said){.id = id, .person = t.denise};
    fails_with(cx, said_write(cx, &s, "softer"), ERR_NOTFOUND);
}

/* R42: a comment of the peer's stands apart, and goes on only where she lets
 * it. */
TEST(mediation, the_comment_of_the_peer_is_hers_to_show)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct sides mine;
    struct joined j;

    as_ruth(cx, &t);
    says(cx, id, "", "Saturday was heard as Sunday.");
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine));
    cr_assert_str_eq(mine.comment.side.misheard,
                     "Saturday was heard as Sunday.");
    cr_assert_str_eq(mine.hers.misheard, "Nobody is angry.", "never mixed in");
    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    cr_assert_eq(j.other.said.id.v, 0);
    as_denise(cx, &t);
    cr_assert(sides_show_comment(cx, id, true), "%s", cx->err.text);
    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    cr_assert_str_eq(j.other.side.misheard, "Saturday was heard as Sunday.");
    as_ruth(cx, &t);
    says(cx, id, "", "Other words.");
    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    cr_assert_eq(j.other.said.id.v, 0, "new words need a new yes");
}

/* Never-list 3: at once, and no word of it. */
TEST(mediation, she_ends_it_and_no_word_is_left_to_others)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct joined j;
    struct to_read over;
    struct side v = side_blank();

    as_luis(cx, &t);
    says(cx, id, late, "");
    as_denise(cx, &t);
    cr_assert(sides_end(cx, id), "%s", cx->err.text);
    as_luis(cx, &t);
    fails_with(cx, opens(cx, id, &j), ERR_NOTFOUND);
    v.mean = "One more thing.";
    fails_with(cx, joined_write(cx, id, &v), ERR_NOTFOUND);
    cr_assert(joined_is_closed(cx, id, &over), "%s", cx->err.text);
    cr_assert_eq(over.withdrawn, cx->now);
    cr_assert_str_empty(over.name);
    as_ruth(cx, &t);
    fails_with(cx, opens(cx, id, &j), ERR_NOTFOUND);
    as_denise(cx, &t);
    struct sides mine;
    cr_assert(sides_get(cx, id, &mine), "to her it stays: %s", cx->err.text);
    cr_assert_str_eq(mine.team.side.mean, late);
}

TEST(mediation, its_time_can_be_over)
{
    struct town t = made(cx, PART2_NO);
    struct opening o = her_side(&t);
    struct joined j;

    as_denise(cx, &t);
    o.side.until = day_of(cx->now);
    cr_assert(opening_save(cx, &o));
    says_yes(cx, &t, o.id);
    as_luis(cx, &t);
    cr_assert(opens(cx, o.id, &j));
    cx->now = end_of_day(day_of(cx->now));
    fails_with(cx, opens(cx, o.id, &j), ERR_NOTFOUND);
}

/* R42, R52: she with her peer, and she alone says yes. */
TEST(mediation, a_peer_types_what_she_lets_and_says_yes_to_nothing)
{
    struct town t = made(cx, PART2_NO);
    struct opening o = her_side(&t), typed;
    struct said s;

    as_denise(cx, &t);
    cr_assert(opening_save(cx, &o));
    as_ruth(cx, &t);
    fails_with(cx, opening_get(cx, t.denise, o.id, &typed), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(opening_let_type(cx, o.id, t.ruth), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(opening_get(cx, t.denise, o.id, &typed), "%s", cx->err.text);
    typed.side.wish = "Somebody rings the bell.";
    typed.side.other = t.rao; /* not hers to choose */
    cr_assert(opening_save(cx, &typed), "%s", cx->err.text);
    cr_assert(said_get(cx, t.denise, o.id, &s) == false);
    ctx_forgive(cx);

    struct opening stale = o;
    stale.seen = said_hash(cx, "older words");
    stale.side.mean = "Something else.";
    as_denise(cx, &t);
    fails_with(cx, opening_save(cx, &stale), ERR_INVALID);
    says_yes(cx, &t, o.id);
    struct sides mine;
    cr_assert(sides_get(cx, o.id, &mine));
    cr_assert_str_eq(mine.hers.wish, "Somebody rings the bell.");
    cr_assert_str_eq(mine.hers.typed, "Ruth");
    cr_assert(person_same(mine.hers.other, t.luis));
    as_ruth(cx, &t);
    fails_with(cx, opening_get(cx, t.denise, o.id, &typed), ERR_NOTFOUND);
}

/* R46. */
TEST(mediation, what_was_agreed_is_done_and_she_says_whether_it_helped)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct sides mine;
    struct rally rally;
    struct helped_lines heard;
    struct reply early = {.thing = id, .version = 1, .words = "Fine."};

    as_luis(cx, &t);
    fails_with(cx, joined_agree(cx, &early, &(struct wills){0}), ERR_CONFLICT);
    as_ruth(cx, &t);
    fails_with(cx, joined_agree(cx, &early, &(struct wills){0}), ERR_NOTFOUND);
    as_luis(cx, &t);
    says(cx, id, late, "");
    int64_t reply = agrees(cx, &t, id);
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine));
    cr_assert(rally_list(cx, t.denise, &mine.replies, &rally));
    cr_assert_eq(rally.n, 0, "nothing holds before both have said yes");
    cr_assert(reply_answer(cx, t.denise, reply, REPLY_RIGHT, ""));
    cr_assert(sides_get(cx, id, &mine));
    cr_assert(rally_list(cx, t.denise, &mine.replies, &rally));
    cr_assert_eq(rally.n, 1);

    struct helped_said h = {
        .promise = rally.at[0].promise.id, .helped = true, .word = "He came."};
    cr_assert(helped_say(cx, id, &h), "%s", cx->err.text);
    as_luis(cx, &t);
    cr_assert(helped_list(cx, &heard));
    cr_assert_eq(heard.n, 0, "the team only if she says so");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(helped_list(cx, &heard) && notes_write(cx), "%s", cx->err.text);
    cr_assert_eq(heard.n, 1);
    cr_assert_str_eq(heard.at[0].it.word, "He came.");
    cr_assert_str_eq(heard.at[0].name, "Denise");
    as_ruth(cx, &t);
    cr_assert(helped_list(cx, &heard));
    cr_assert_eq(heard.n, 1);

    as_denise(cx, &t);
    h.team = true;
    h.helped = false;
    cr_assert(helped_say(cx, id, &h), "%s", cx->err.text);
    as_luis(cx, &t);
    cr_assert(helped_list(cx, &heard));
    cr_assert_eq(heard.n, 1);
    cr_assert_not(heard.at[0].it.helped, "what she said before is gone");
    as_denise(cx, &t);
    cr_assert(sides_end(cx, id), "%s", cx->err.text);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(helped_list(cx, &heard));
    cr_assert_eq(heard.n, 0);
}

TEST(mediation, her_page_says_who_can_read_at_this_second)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct permissions given;
    struct sides mine;
    struct rally rally;

    as_ruth(cx, &t);
    says(cx, id, "", "He heard: wait.");
    as_luis(cx, &t);
    says(cx, id, late, "");
    const int64_t reply = agrees(cx, &t, id);
    as_denise(cx, &t);
    cr_assert(reply_answer(cx, t.denise, reply, REPLY_RIGHT, ""));
    cr_assert(sides_show_comment(cx, id, true), "%s", cx->err.text);
    cr_assert(sides_get(cx, id, &mine) && mine.reads && mine.shown);
    cr_assert(rally_list(cx, t.denise, &mine.replies, &rally));
    const struct helped_said h = {
        .promise = rally.at[0].promise.id, .team = true, .word = ""};
    cr_assert(helped_say(cx, id, &h), "%s", cx->err.text);
    cr_assert(rally_list(cx, t.denise, &mine.replies, &rally));
    cr_assert_str_eq(rally.at[0].readers, "Ruth, Karen and Luis");
    cr_assert(rally.at[0].team);

    cr_assert(permission_list(cx, t.denise, false, &given));
    for (size_t i = 0; i < given.n; i++)
        cr_assert(permission_end(cx, given.at[i].id), "%s", cx->err.text);
    cr_assert(sides_get(cx, id, &mine) && !mine.reads && !mine.shown);
    cr_assert(rally_list(cx, t.denise, &mine.replies, &rally));
    cr_assert_str_empty(rally.at[0].readers);
    cr_assert_not(rally.at[0].team);
    cr_assert(sides_give(cx, id), "%s", cx->err.text);
    cr_assert(sides_get(cx, id, &mine) && mine.reads);
    cr_assert_not(mine.shown, "given anew, and no word of the comment");
}

/* How many promises to her are open. */
static size_t open_promises(struct ctx *cx, const struct town *t)
{
    const struct said_wish wish = {1U << SAID_PROMISE, 1U << SAID_APPROVED, 10};
    struct saids hers, his;

    as_luis(cx, t);
    cr_assert(said_list_mine(cx, &wish, &his));
    as_denise(cx, t);
    cr_assert(said_list(cx, t->denise, &wish, &hers));
    cr_assert_eq(hers.n, his.n, "one ledger is as the other");
    return hers.n;
}

/* R42: what one side proposes is promised when the other says yes. */
TEST(mediation, nothing_is_promised_before_both_have_said_yes)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);

    as_luis(cx, &t);
    says(cx, id, late, "");
    const int64_t first = agrees(cx, &t, id);
    cr_assert_eq(open_promises(cx, &t), 0, "proposed, and no more");
    cr_assert(reply_answer(cx, t.denise, first, REPLY_NOT_QUITE, "No police."));
    cr_assert_eq(open_promises(cx, &t), 0, "she said: not quite");
    const int64_t second = agrees(cx, &t, id);
    const int64_t third = agrees(cx, &t, id);
    as_denise(cx, &t);
    cr_assert(reply_answer(cx, t.denise, second, REPLY_RIGHT, ""));
    cr_assert_eq(open_promises(cx, &t), 1);
    cr_assert(sides_end(cx, id), "%s", cx->err.text);
    cr_assert_eq(open_promises(cx, &t), 1, "what was promised stays");
    fails_with(cx, reply_answer(cx, t.denise, third, REPLY_RIGHT, ""),
               ERR_CONFLICT);
    cr_assert_eq(open_promises(cx, &t), 1, "what was proposed ended with it");
}

static enum reading reads_as(struct ctx *cx)
{
    struct to_reads list;

    cr_assert(joined_list(cx, &list));
    cr_assert_eq(list.n, 1);
    return list.at[0].how;
}

/* R44: her word reaches Luis and Ruth, each until they have looked. */
TEST(mediation, what_she_answers_is_something_to_read_for_both)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct joined j;

    as_ruth(cx, &t);
    cr_assert(opens(cx, id, &j));
    as_luis(cx, &t);
    says(cx, id, late, "");
    for (int yes = 0; yes < 2; yes++) {
        const enum reading how = yes ? READ_AGREED : READ_NOT_QUITE;
        const int64_t reply = agrees(cx, &t, id);
        cr_assert_eq(reads_as(cx), READ_DONE);
        as_denise(cx, &t);
        cr_assert(reply_answer(cx, t.denise, reply,
                               yes ? REPLY_RIGHT : REPLY_NOT_QUITE, "Ring."));
        as_luis(cx, &t);
        cr_assert_eq(reads_as(cx), how);
        cr_assert(opens(cx, id, &j));
        cr_assert_eq(reads_as(cx), READ_DONE);
        as_ruth(cx, &t);
        cr_assert_eq(reads_as(cx), how, "Luis's look is not Ruth's");
        cr_assert(opens(cx, id, &j));
        cr_assert_eq(reads_as(cx), READ_DONE);
    }
}

/* R42: she hears that the other side is there, until she has read it. */
TEST(mediation, her_list_says_that_luis_said_his_side)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct sides_lines list;
    struct sides mine;

    for (int round = 0; round < 2; round++) {
        as_luis(cx, &t);
        says(cx, id, round ? "More of it." : late, "");
        as_denise(cx, &t);
        cr_assert(sides_list(cx, &list));
        cr_assert(list.at[0].told, "round %d", round);
        cr_assert(sides_get(cx, id, &mine));
        read_note(cx, &mine.team.said);
        cr_assert(notes_write(cx), "%s", cx->err.text);
        cr_assert(sides_list(cx, &list));
        cr_assert(list.at[0].team);
        cr_assert_not(list.at[0].told, "round %d", round);
    }
}

/* Never-list 3 and R68: each look is told to her. */
TEST(mediation, who_read_it_is_told_to_her)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct joined j;
    struct sides mine;

    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    as_denise(cx, &t);
    cr_assert(sides_get(cx, id, &mine));
    cr_assert_eq(mine.readers.n, 2);
    size_t read = 0;
    for (size_t i = 0; i < mine.readers.n; i++)
        read += mine.readers.at[i].read != TIME_NONE;
    cr_assert_eq(read, 1);
}

/* R52: one look is one line, and one's own words are no look at hers. */
TEST(mediation, one_look_of_who_has_said_their_side_is_one_line)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct joined j;
    struct accesses before, after;
    int64_t older;

    as_luis(cx, &t);
    says(cx, id, late, "");
    as_denise(cx, &t);
    cr_assert(access_list(cx, t.denise, 0, &before, &older));
    cx->now += 3600;
    cx->notes = NULL; /* another request */
    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j));
    as_denise(cx, &t);
    cr_assert(access_list(cx, t.denise, 0, &after, &older));
    cr_assert_eq(after.n, before.n + 1);
    cr_assert_eq(after.at[0].what.thing, id.v);
    struct named row = {after.at[0].what, "", DATE_NONE};
    cr_assert(sides_name(cx, &(struct named_list){&row, 1, 1}));
    cr_assert_str_eq(row.words, alone, "her log says which it was");
}

/* 42 CFR 2.12, 2.31; never-list 8. */
TEST(mediation, a_protected_program_gives_nothing_without_her_consent)
{
    struct town t = made(cx, PART2_UNKNOWN);
    struct said_id id = opened(cx, &t);
    struct joined j;

    as_luis(cx, &t);
    fails_with(cx, opens(cx, id, &j), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(sides_sign(cx, id,
                         &(struct signing){
                             "Denise Carter",
                             (struct date){day_of(cx->now).days + 30}, false}),
              "%s", cx->err.text);
    as_luis(cx, &t);
    cr_assert(opens(cx, id, &j), "%s", cx->err.text);
    cr_assert(j.protects);
    says(cx, id, late, "");
    as_denise(cx, &t);
    cr_assert(sides_unsign(cx, id), "%s", cx->err.text);
    as_luis(cx, &t);
    fails_with(cx, opens(cx, id, &j), ERR_NOTFOUND);
}

TEST(mediation, it_is_written_out_for_her_and_made_to_go)
{
    struct town t = made(cx, PART2_NO);
    struct opening o = her_side(&t), again;
    struct buf b = buf_new(cx->mem, 64 * 1024);
    struct json_out w = {.to = &b};

    as_denise(cx, &t);
    cr_assert(opening_save(cx, &o));
    json_put_object(&w, NULL);
    cr_assert(mediation_export(cx, t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert_not_null(strstr(b.at, alone));
    cr_assert(mediation_erase(cx, t.denise), "%s", cx->err.text);
    fails_with(cx, opening_get(cx, t.denise, o.id, &again), ERR_NOTFOUND);
}

/* R42: only who says it says yes to it; until then it is on nobody's paper. */
TEST(mediation, her_copy_holds_no_words_that_luis_has_not_said_yes_to)
{
    struct town t = made(cx, PART2_NO);
    struct said_id id = opened(cx, &t);
    struct buf b = buf_new(cx->mem, 64 * 1024);
    struct json_out w = {.to = &b};
    struct side v = side_blank();
    static const char draft[] = "I was busy with a harder case.";

    as_luis(cx, &t);
    says(cx, id, late, "");
    v.mean = draft;
    cr_assert(joined_write(cx, id, &v), "%s", cx->err.text);
    as_denise(cx, &t);
    json_put_object(&w, NULL);
    cr_assert(said_export(cx, t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert_not_null(strstr(b.at, late));
    cr_assert_null(strstr(b.at, draft));
}
