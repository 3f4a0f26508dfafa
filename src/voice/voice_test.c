#include "voice/voice_test.h"

#include <string.h>

#include "sharing/access.h"
#include "sharing/permission.h"
#include "voice/keep.h"

enum { ANY_KIND = 1 << SAID_STATEMENT | 1 << SAID_TELL };

static const char hurt[] = "My uncle visits on Saturday.\nI am afraid.";
static const char secret[] = "What he did in the kitchen.";

static void set_part2(struct ctx *cx, const struct town *t, enum part2 status)
{
    town_act(cx, t, t->ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, status), "%s", cx->err.text);
}

static struct draft a_draft(const struct town *t)
{
    return (struct draft){.person = t->denise,
                          .kind = SAID_TELL,
                          .message = hurt,
                          .want = "Somebody is with me.",
                          .not_want = "No police.",
                          .details = {{"He hurt me.", true},
                                      {secret, false},
                                      {"", false},
                                      {"", false}},
                          .to = {{t->rao, t->luis}, 2},
                          .until = DATE_NONE};
}

/* R44, R52. */
TEST(voice, those_she_named_read_exactly_what_she_allowed)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), kept;
    struct opened o;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o), "%s", cx->err.text);
    cr_assert_str_eq(o.words.message, hurt);
    cr_assert_str_eq(o.words.not_want, "No police.");
    cr_assert_eq(o.words.details.n, 1);
    cr_assert_str_eq(o.words.details.at[0], "He hurt me.");
    cr_assert_null(strstr(o.said.words, "kitchen"), "it never left");
    cr_assert_eq(o.words.to.n, 2);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, voice_open(cx, id, MAY_SEE, &o), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(draft_get(cx, t.denise, id, &kept));
    cr_assert_str_eq(kept.details[1].words, secret, "it is hers still");
}

/* R44 to R46. */
TEST(voice, what_was_understood_comes_back_and_she_ends_it)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct voice v;
    struct will will[] = {{"Be at the building from 1 to 3", DATE_NONE}};

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    struct reply r = {.thing = id,
                      .version = o.said.version,
                      .words = "Not alone, and no police."};
    cr_assert(voice_reply(cx, &r, &(struct wills){will, 1, 1}), "%s",
              cx->err.text);
    as_denise(cx, &t);
    cr_assert(voice_get(cx, id, &v), "%s", cx->err.text);
    cr_assert_eq(v.replies.n, 1);
    cr_assert_str_eq(v.replies.at[0].promises.at[0].words,
                     "Be at the building from 1 to 3");
    cr_assert(reply_answer(cx, t.denise, r.id, REPLY_RIGHT, ""));
    const struct help_said e = {
        .ends = true, .helped = true, .why = "I slept."};
    cr_assert(voice_help(cx, id, &e), "%s", cx->err.text);

    /* At once nobody has it, and R46: nobody knows how it ended, unless she
     * says so. */
    struct over over;
    fails_with(cx, luis_opens(cx, &t, id, &o), ERR_NOTFOUND);
    cr_assert(voice_is_closed(cx, id, &over), "%s", cx->err.text);
    cr_assert_eq(over.r.ended, cx->now);
    cr_assert_eq(over.r.withdrawn, TIME_NONE, "nobody took it back");
    cr_assert_not(over.told);
    cr_assert_str_empty(over.why);
    as_denise(cx, &t);
    cr_assert(voice_get(cx, id, &v));
    cr_assert_eq(v.readers.n, 0);
    cr_assert_eq(v.before.n, 2, "to her it stays known who had it");
}

TEST(voice, how_it_ended_is_told_when_she_says_so)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct over over;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    as_denise(cx, &t);
    const struct help_said e = {.ends = true, .tell = true, .why = "He came."};
    cr_assert(voice_help(cx, id, &e), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(voice_is_closed(cx, id, &over));
    cr_assert(over.told);
    cr_assert_not(over.helped);
    cr_assert_str_eq(over.why, "He came.");
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(voice_is_closed(cx, id, &over));
    cr_assert_not(over.told, "who did not read them is told nothing");
    cr_assert_str_empty(over.why);
    set_part2(cx, &t, PART2_YES);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(voice_is_closed(cx, id, &over));
    cr_assert_not(over.told, "that she had help is protected by then");
}

/* Pressed twice, or after Back: whoever has it keeps it. */
TEST(voice, the_same_yes_again_takes_nothing_from_anybody)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct said s;
    struct words w;

    set_part2(cx, &t, PART2_YES);
    struct said_id id = said_yes(cx, &t, &d);
    const struct date day = {day_of(cx->now).days + 7};
    cr_assert(
        voice_sign(cx, id, &(struct signing){"Denise Carter", day, false}),
        "%s", cx->err.text);
    cr_assert(voice_shown(cx, id, &s, &w));
    cr_assert(voice_approve(cx, id, s.hash), "%s", cx->err.text);
    cr_assert(luis_opens(cx, &t, id, &o), "%s", cx->err.text);
}

/* She said yes and had not signed when it turned out that she need not. */
TEST(voice, what_nobody_has_says_so_and_is_given_then)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct voice_lines list;
    struct opened o;
    struct voice v;

    set_part2(cx, &t, PART2_YES);
    struct said_id id = said_yes(cx, &t, &d);
    fails_with(cx, voice_give(cx, id), ERR_CONFLICT);
    set_part2(cx, &t, PART2_NO);
    as_denise(cx, &t);
    cr_assert(voice_get(cx, id, &v) && voice_list(cx, &list));
    cr_assert(v.waiting);
    cr_assert(list.at[0].waiting);
    cr_assert(voice_give(cx, id), "%s", cx->err.text);
    cr_assert(voice_get(cx, id, &v) && voice_list(cx, &list));
    cr_assert_not(v.waiting);
    cr_assert_not(list.at[0].waiting);
    fails_with(cx, voice_give(cx, id), ERR_CONFLICT);
    cr_assert(luis_opens(cx, &t, id, &o), "%s", cx->err.text);
}

TEST(voice, two_who_type_do_not_write_over_each_other_unseen)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), typed, now;

    as_denise(cx, &t);
    cr_assert(draft_save(cx, &d));
    cr_assert(draft_let_type(cx, d.id, t.ruth));
    cr_assert(draft_get(cx, t.denise, d.id, &now));
    d.seen = draft_hash(cx, &now);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(draft_get(cx, t.denise, d.id, &typed));
    typed.seen = draft_hash(cx, &typed);
    typed.message = "He comes on Saturday.";
    cr_assert(draft_save(cx, &typed), "%s", cx->err.text);
    typed.message = "He comes on Sunday.";
    fails_with(cx, draft_save(cx, &typed), ERR_INVALID);
    as_denise(cx, &t);
    d.message = "Nobody comes.";
    fails_with(cx, draft_save(cx, &d), ERR_INVALID);
    cr_assert(draft_get(cx, t.denise, d.id, &now));
    cr_assert_str_eq(now.message, "He comes on Saturday.");
    d.seen = draft_hash(cx, &now);
    cr_assert(draft_save(cx, &d), "%s", cx->err.text);
}

TEST(voice, a_draft_has_words_in_it_and_can_be_thrown_away)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), none = a_draft(&t), got;
    struct voice_lines list;
    struct said s;
    struct words w;

    as_denise(cx, &t);
    none.message = none.want = none.not_want = "";
    none.details[0].words = none.details[1].words = "";
    fails_with(cx, draft_save(cx, &none), ERR_INVALID);
    cr_assert(draft_save(cx, &d) && draft_let_type(cx, d.id, t.ruth));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, draft_throw_away(cx, d.id), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(draft_throw_away(cx, d.id), "%s", cx->err.text);
    cr_assert(voice_list(cx, &list));
    cr_assert_eq(list.n, 0);
    fails_with(cx, voice_shown(cx, d.id, &s, &w), ERR_NOTFOUND);
    fails_with(cx, draft_get(cx, t.denise, d.id, &got), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, draft_get(cx, t.denise, d.id, &got), ERR_NOTFOUND);
    d.id = (struct said_id){0};
    struct said_id id = said_yes(cx, &t, &d);
    fails_with(cx, draft_throw_away(cx, id), ERR_CONFLICT);
}

TEST(voice, yes_is_to_what_was_shown_and_needs_words_and_readers)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct said s;
    struct words w;

    set_part2(cx, &t, PART2_NO);
    as_denise(cx, &t);
    cr_assert(draft_save(cx, &d));
    cr_assert(voice_shown(cx, d.id, &s, &w));
    d.to.n = 1; /* other readers are other words */
    cr_assert(draft_save(cx, &d));
    fails_with(cx, voice_approve(cx, d.id, s.hash), ERR_CONFLICT);
    d.to.n = 0;
    cr_assert(draft_save(cx, &d));
    cr_assert(voice_shown(cx, d.id, &s, &w));
    fails_with(cx, voice_approve(cx, d.id, s.hash), ERR_INVALID);
    d.to.n = 1;
    d.message = "";
    cr_assert(draft_save(cx, &d), "a draft may hold nothing yet");
    fails_with(cx, draft_is_whole(cx, &d), ERR_INVALID);
    d.message = hurt;
    d.until = (struct date){day_of(cx->now).days - 1};
    fails_with(cx, draft_is_whole(cx, &d), ERR_INVALID);
}

/* How many notes of this request say "wrote in". */
static bool wrote_in(const struct ctx *cx, size_t n)
{
    size_t found = 0;

    for (size_t i = 0; cx->notes && i < cx->notes->n; i++) {
        const struct access *a = cx->notes->at[i].what;
        found += a->did == ACCESS_CHANGED;
    }
    return found == n;
}

/* Acceptance test 4: a statement edited by a peer after approval. */
TEST(voice, a_peer_types_a_draft_and_nothing_after_her_yes)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), typed;
    struct opened o;
    struct typings list;
    struct said s;
    struct words w;

    set_part2(cx, &t, PART2_NO);
    as_denise(cx, &t);
    cr_assert(draft_save(cx, &d));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, draft_get(cx, t.denise, d.id, &typed), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, draft_let_type(cx, d.id, t.luis), ERR_INVALID);
    cr_assert(draft_let_type(cx, d.id, t.ruth), "%s", cx->err.text);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(typing_list(cx, t.denise, ANY_KIND, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(draft_get(cx, t.denise, d.id, &typed), "%s", cx->err.text);
    cr_assert(wrote_in(cx, 0) && notes_write(cx),
              "a look is no more than that");
    typed.message = "He comes on Saturday.";
    typed.to.n = 0; /* to whom it goes is not the peer's to say */
    typed.details[1].allowed = true;
    cr_assert(draft_save(cx, &typed), "%s", cx->err.text);
    cr_assert_eq(typed.to.n, 2);
    cr_assert_not(typed.details[1].allowed);
    cr_assert(wrote_in(cx, 1) && notes_write(cx));
    fails_with(cx, voice_approve(cx, d.id, ""), ERR_NOTFOUND);

    as_denise(cx, &t);
    cr_assert(voice_shown(cx, d.id, &s, &w));
    cr_assert_str_eq(w.message, "He comes on Saturday.");
    cr_assert_str_eq(w.typed, "Ruth", "it is said who typed");
    cr_assert(voice_approve(cx, d.id, s.hash), "%s", cx->err.text);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    typed.message = "It is not so bad.";
    fails_with(cx, draft_save(cx, &typed), ERR_NOTFOUND);
    cr_assert(typing_list(cx, t.denise, ANY_KIND, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(luis_opens(cx, &t, d.id, &o));
    cr_assert_str_eq(o.words.message, "He comes on Saturday.");
}

/* Typing reads nothing she said yes to, and takes nothing from who reads. */
TEST(voice, typing_is_a_right_of_its_own)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), got;
    struct opened o;
    struct typings list;
    struct voice v;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    as_denise(cx, &t);
    cr_assert(draft_let_type(cx, id, t.ruth), "%s", cx->err.text);
    cr_assert(voice_get(cx, id, &v));
    cr_assert_str_eq(v.typist, "Ruth");
    cr_assert_eq(v.readers.n, 2, "she named two, and no more");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(draft_get(cx, t.denise, id, &got), "%s", cx->err.text);
    fails_with(cx, voice_open(cx, id, MAY_SEE, &o), ERR_NOTFOUND);

    /* It is hers to end on "Who can see what", too. */
    as_denise(cx, &t);
    cr_assert(
        permission_end_thing(cx, (struct about){t.denise, TOPIC_TYPING, id.v}));
    cr_assert(voice_get(cx, id, &v));
    cr_assert_str_empty(v.typist);
    cr_assert(draft_let_type(cx, id, t.ruth));

    /* Who walks with her no more types no more. */
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, draft_get(cx, t.denise, id, &got), ERR_NOTFOUND);
    cr_assert(typing_list(cx, t.denise, ANY_KIND, &list));
    cr_assert_eq(list.n, 0);
}

TEST(voice, a_reader_who_types_reads_as_long_as_before)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct voice v;

    set_part2(cx, &t, PART2_NO);
    d.to = (struct readers_to){{t.ruth}, 1};
    d.until = (struct date){day_of(cx->now).days + 3};
    struct said_id id = said_yes(cx, &t, &d);
    as_denise(cx, &t);
    cr_assert(draft_let_type(cx, id, t.ruth));
    cr_assert(voice_get(cx, id, &v));
    cr_assert_eq(v.readers.at[0].until, end_of_day(d.until));
    cr_assert(draft_let_type(cx, id, (struct person_id){0}));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(voice_open(cx, id, MAY_SEE, &o), "%s", cx->err.text);
}

TEST(voice, typing_ends_with_the_words)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), got;
    struct opened o;
    struct typings list;

    set_part2(cx, &t, PART2_NO);
    d.until = (struct date){day_of(cx->now).days + 3};
    struct said_id id = said_yes(cx, &t, &d);
    as_denise(cx, &t);
    cr_assert(draft_let_type(cx, id, t.ruth));
    cx->now = end_of_day(d.until);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(typing_list(cx, t.denise, ANY_KIND, &list));
    cr_assert_eq(list.n, 0, "its time is over");
    fails_with(cx, draft_get(cx, t.denise, id, &got), ERR_NOTFOUND);

    d = a_draft(&t);
    id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    as_denise(cx, &t);
    cr_assert(draft_let_type(cx, id, t.ruth));
    cr_assert(voice_help(cx, id, &(struct help_said){.ends = true, .why = ""}));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(typing_list(cx, t.denise, ANY_KIND, &list));
    cr_assert_eq(list.n, 0, "she ended it");
    fails_with(cx, draft_get(cx, t.denise, id, &got), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, draft_let_type(cx, id, t.ruth), ERR_CONFLICT);
}

TEST(voice, a_peer_who_reads_has_no_part_in_the_draft)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t), got;
    struct opened o;

    set_part2(cx, &t, PART2_NO);
    d.to = (struct readers_to){{t.ruth}, 1};
    struct said_id id = said_yes(cx, &t, &d);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(voice_open(cx, id, MAY_SEE, &o) && notes_write(cx));
    fails_with(cx, draft_get(cx, t.denise, id, &got), ERR_NOTFOUND);
    fails_with(cx, draft_save(cx, &d), ERR_NOTFOUND);
}

TEST(voice, new_words_need_a_new_yes_and_readers_left_out_have_none)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct voice v;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    as_denise(cx, &t);
    d.message = "He does not come.";
    d.to = (struct readers_to){{t.rao}, 1};
    cr_assert(draft_save(cx, &d), "%s", cx->err.text);
    cr_assert(voice_get(cx, id, &v));
    cr_assert(v.pending);
    struct voice_lines list;
    cr_assert(voice_list(cx, &list));
    cr_assert(list.at[0].pending, "the list says so too");
    cr_assert(luis_opens(cx, &t, id, &o));
    cr_assert_str_eq(o.words.message, hurt);
    said_yes(cx, &t, &d);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, voice_open(cx, id, MAY_SEE, &o), ERR_NOTFOUND);
}

TEST(voice, taken_back_leaves_a_reader_no_word)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct to_reads list;
    struct over over;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    as_denise(cx, &t);
    cr_assert(voice_take_back(cx, id), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, voice_open(cx, id, MAY_SEE, &o), ERR_NOTFOUND);
    cr_assert(voice_to_read(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].how, READ_CLOSED);
    cr_assert_str_empty(list.at[0].name);
    cr_assert(voice_is_closed(cx, id, &over));
    cr_assert_neq(over.r.withdrawn, TIME_NONE);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, voice_is_closed(cx, id, &over), ERR_NOTFOUND);
}

TEST(voice, read_out_loud_only_where_she_allowed_it)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct opened o;

    set_part2(cx, &t, PART2_NO);
    struct said_id id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    fails_with(cx, voice_aloud(cx, id, "Team, Tuesday"), ERR_DENIED);
    d.aloud = true;
    said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    fails_with(cx, voice_aloud(cx, id, ""), ERR_INVALID);
    cr_assert(voice_aloud(cx, id, "Team, Tuesday"), "%s", cx->err.text);
    cr_assert(luis_opens(cx, &t, id, &o));
    cr_assert_eq(o.aloud.n, 1, "the reader sees that it was said");
    cr_assert_str_eq(o.aloud.at[0].why, "Team, Tuesday");
    cr_assert_eq(o.aloud.at[0].at, cx->now);
    set_part2(cx, &t, PART2_YES);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, voice_aloud(cx, id, "Team, Friday"), ERR_NOTFOUND);
}

TEST(voice, all_of_it_is_hers_to_take_and_to_erase)
{
    struct town t = town_make(cx);
    struct draft d = a_draft(&t);
    struct buf b = buf_new(cx->mem, 16384);
    struct json_out w = {.to = &b};

    set_part2(cx, &t, PART2_NO);
    said_yes(cx, &t, &d);
    json_put_object(&w, NULL);
    cr_assert(voice_export(cx, t.denise, &w));
    json_put_end(&w);
    cr_assert_not_null(strstr(b.at, "kitchen"), "what she left out, too");
    cr_assert(voice_erase(cx, t.denise));
    fails_with(cx, draft_get(cx, t.denise, d.id, &d), ERR_NOTFOUND);
}
