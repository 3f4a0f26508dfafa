/* Acceptance test 6: words from a Part 2 program go nowhere without a valid
 * consent. 42 CFR 2.31, 2.32; R43. */
#include <string.h>

#include "frame/notes.h"
#include "people/town_test.h"
#include "voice/read.h"

enum { WEEK = 7 };

struct given {
    struct town t;
    struct said_id id;
};

/* "Began using again", said yes to; nobody has it yet. */
static struct given began_again(struct ctx *cx)
{
    struct given g = {.t = town_make(cx)};
    struct draft d = {.person = g.t.denise,
                      .kind = SAID_TELL,
                      .message = "I began using again.",
                      .want = "",
                      .not_want = "",
                      .to = {{g.t.rao}, 1},
                      .until = DATE_NONE};
    struct said s;
    struct words w;

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d.details[i].words = "";
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(draft_save(cx, &d), "%s", cx->err.text);
    cr_assert(voice_shown(cx, d.id, &s, &w));
    cr_assert(voice_approve(cx, d.id, s.hash), "%s", cx->err.text);
    g.id = d.id;
    return g;
}

static struct date in_a_week(const struct ctx *cx)
{
    return (struct date){day_of(cx->now).days + WEEK};
}

static bool rao_opens(struct ctx *cx, const struct given *g, struct opened *o)
{
    town_act(cx, &g->t, g->t.rao, ROLE_CLINICIAN);
    return voice_open(cx, g->id, MAY_SEE, o) && notes_write(cx);
}

static void signs(struct ctx *cx, const struct given *g)
{
    town_act(cx, &g->t, g->t.denise, ROLE_PERSON);
    cr_assert(
        voice_sign(cx, g->id,
                   &(struct signing){"Denise Carter", in_a_week(cx), false}),
        "%s", cx->err.text);
}

static void set_part2(struct ctx *cx, const struct given *g, enum part2 status)
{
    town_act(cx, &g->t, g->t.ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, status), "%s", cx->err.text);
}

TEST(consent, not_known_yet_is_protected)
{
    struct given g = began_again(cx);
    struct opened o;
    struct to_reads list;

    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    cr_assert(voice_to_read(cx, &list));
    cr_assert_eq(list.n, 0, "it was not given at all");
    set_part2(cx, &g, PART2_YES);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
}

TEST(consent, has_every_element_and_opens_the_words)
{
    struct given g = began_again(cx);
    struct opened o;
    const struct consent *c = &o.consent;

    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    cr_assert_str_eq(o.words.message, "I began using again.");
    cr_assert(o.protects);
    cr_assert_str_eq(c->name, "Denise Carter");
    cr_assert_str_eq(c->from, "Eastside");
    cr_assert_str_eq(c->to.at[0], "Dr. Anita Rao");
    cr_assert_str_eq(c->signature, "Denise Carter");
    cr_assert_eq(c->words_of, o.said.approved);
    cr_assert_eq(c->signed_at, cx->now);
    cr_assert_eq(consent_last(c->until).days, in_a_week(cx).days);
}

TEST(consent, is_signed_with_a_name_and_a_day)
{
    struct given g = began_again(cx);

    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    fails_with(
        cx, voice_sign(cx, g.id, &(struct signing){"", in_a_week(cx), false}),
        ERR_INVALID);
    fails_with(
        cx, voice_sign(cx, g.id, &(struct signing){"Denise", DATE_NONE, false}),
        ERR_INVALID);
    fails_with(
        cx,
        voice_sign(cx, g.id,
                   &(struct signing){"Denise",
                                     (struct date){day_of(cx->now).days + 400},
                                     false}),
        ERR_INVALID);
    town_act(cx, &g.t, g.t.ruth, ROLE_PEER);
    fails_with(
        cx,
        voice_sign(cx, g.id, &(struct signing){"Denise", in_a_week(cx), false}),
        ERR_NOTFOUND);
}

TEST(consent, taken_back_or_over_it_closes_the_words_at_that_second)
{
    struct given g = began_again(cx);
    struct opened o;
    struct to_reads list;
    struct wills none = {0};

    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o));
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(voice_unsign(cx, g.id), "%s", cx->err.text);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    fails_with(cx, voice_open(cx, g.id, MAY_CARRY, &o), ERR_NOTFOUND);
    struct reply r = {.thing = g.id, .version = 1, .words = "I see."};
    fails_with(cx, voice_reply(cx, &r, &none), ERR_NOTFOUND);
    cr_assert(voice_to_read(cx, &list));
    cr_assert_eq(list.at[0].how, READ_CLOSED);

    /* What she took back stays so, though nobody needs it any more. */
    set_part2(cx, &g, PART2_NO);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    set_part2(cx, &g, PART2_YES);

    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o));
    cx->now = o.consent.until - 1;
    cr_assert(rao_opens(cx, &g, &o), "to the last second of that day");
    cx->now++;
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
}

TEST(consent, is_for_one_version_and_for_those_it_names)
{
    struct given g = began_again(cx);
    struct opened o;
    struct draft d;
    struct said s;
    struct words w;

    signs(cx, &g);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(draft_get(cx, g.t.denise, g.id, &d));
    d.message = "I began again, and I stopped.";
    cr_assert(draft_save(cx, &d));
    fails_with(
        cx,
        voice_sign(cx, g.id, &(struct signing){"Denise", in_a_week(cx), false}),
        ERR_CONFLICT);
    cr_assert(voice_shown(cx, g.id, &s, &w));
    cr_assert(voice_approve(cx, g.id, s.hash));
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o));
    cr_assert_str_eq(o.words.message, "I began again, and I stopped.");
    town_act(cx, &g.t, g.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, voice_open(cx, g.id, MAY_SEE, &o), ERR_NOTFOUND);
}

/* A program that turns out to be one closes what was given before. */
TEST(consent, is_asked_for_at_each_reading_and_only_the_keeper_sets_it)
{
    struct given g = {.id = {0}};
    struct opened o;

    town_act(cx, &g.t, (struct person_id){1}, ROLE_CLINICIAN);
    fails_with(cx, part2_set(cx, PART2_NO), ERR_DENIED);
    g = began_again(cx);
    set_part2(cx, &g, PART2_NO);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(voice_give(cx, g.id), "%s", cx->err.text);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    set_part2(cx, &g, PART2_UNKNOWN);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    town_act(cx, &g.t, g.t.ruth, ROLE_ADMIN);
    fails_with(cx, part2_set(cx, 7), ERR_INVALID);
}

/* She says yes to words she marked, or not. */
static void says(struct ctx *cx, const struct given *g, bool marked)
{
    struct draft d;
    struct said s;
    struct words w;

    town_act(cx, &g->t, g->t.denise, ROLE_PERSON);
    cr_assert(draft_get(cx, g->t.denise, g->id, &d), "%s", cx->err.text);
    d.part2 = marked;
    d.aloud = true;
    cr_assert(draft_save(cx, &d), "%s", cx->err.text);
    cr_assert(voice_shown(cx, g->id, &s, &w));
    cr_assert(voice_approve(cx, g->id, s.hash), "%s", cx->err.text);
}

/* 2.8: "or the source is": one statement, as she alone says. */
TEST(consent,
     is_needed_for_one_statement_she_marked_where_the_program_needs_none)
{
    struct given g = began_again(cx);
    struct opened o;
    struct voice v;
    struct voice_lines list;
    struct to_reads given;

    set_part2(cx, &g, PART2_NO);
    says(cx, &g, false);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    cr_assert_not(o.protects, "nothing is marked for her");
    says(cx, &g, true);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(voice_list(cx, &list) && voice_get(cx, g.id, &v));
    cr_assert(list.at[0].unsigned_yet && !list.at[0].waiting);
    cr_assert(v.protects && !v.waiting);
    fails_with(cx, voice_give(cx, g.id), ERR_CONFLICT);
    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    cr_assert(o.protects);
    cr_assert_str_eq(o.consent.to.at[0], "Dr. Anita Rao");
    cr_assert_not(o.words.aloud, "it is for those who are named");
    fails_with(cx, voice_aloud(cx, g.id, "Team, Tuesday"), ERR_DENIED);

    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(voice_unsign(cx, g.id), "%s", cx->err.text);
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
    cr_assert(voice_to_read(cx, &given));
    cr_assert_eq(given.at[0].how, READ_CLOSED);
    says(cx, &g, false);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    cr_assert(o.words.aloud);
}

TEST(consent, is_over_for_marked_words_at_its_last_second)
{
    struct given g = began_again(cx);
    struct opened o;

    set_part2(cx, &g, PART2_NO);
    says(cx, &g, true);
    signs(cx, &g);
    cr_assert(rao_opens(cx, &g, &o), "%s", cx->err.text);
    cx->now = o.consent.until - 1;
    cr_assert(rao_opens(cx, &g, &o));
    cx->now++;
    fails_with(cx, rao_opens(cx, &g, &o), ERR_NOTFOUND);
}

TEST(consent, the_mark_is_hers_alone)
{
    struct given g = began_again(cx);
    struct draft d;

    set_part2(cx, &g, PART2_NO);
    says(cx, &g, true);
    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    cr_assert(draft_let_type(cx, g.id, g.t.ruth));
    town_act(cx, &g.t, g.t.ruth, ROLE_PEER);
    cr_assert(draft_get(cx, g.t.denise, g.id, &d), "%s", cx->err.text);
    d.part2 = false;
    d.message = "I began again, and I stopped.";
    cr_assert(draft_save(cx, &d), "%s", cx->err.text);
    cr_assert(draft_get(cx, g.t.denise, g.id, &d));
    cr_assert(d.part2, "who types does not take it off");
}

TEST(consent, statement_1_is_the_one_of_the_law)
{
    cr_assert_not_null(strstr(part2_statement, "42 CFR 2.12(c)(5)"));
    cr_assert_not_null(strstr(part2_statement, "42 CFR 2.64 or 2.65"));
    cr_assert_not_null(strstr(part2_statement, "is NOT sufficient"));
    cr_assert_eq(strlen(part2_statement), 1325);
}

/* 42 CFR 2.31(a)(8): her name, as she signs; asked once when it is another. */
TEST(consent, another_name_is_asked_about_once_and_then_kept)
{
    struct given g = began_again(cx);
    struct signing by = {"Mickey Mouse", in_a_week(cx), false};
    struct consent c;
    bool valid = false;

    town_act(cx, &g.t, g.t.denise, ROLE_PERSON);
    fails_with(cx, voice_sign(cx, g.id, &by), ERR_INVALID);
    by.name = " denise  CARTER ";
    cr_assert(voice_sign(cx, g.id, &by), "large or small: %s", cx->err.text);
    by.name = "Dee Carter";
    fails_with(cx, voice_sign(cx, g.id, &by), ERR_INVALID);
    by.sure = true;
    cr_assert(voice_sign(cx, g.id, &by), "%s", cx->err.text);
    cr_assert(voice_consent(cx, g.id, &c, &valid));
    cr_assert_str_eq(c.signature, "Dee Carter", "as she said");
    by.sure = false;
    cr_assert(voice_sign(cx, g.id, &by), "she is not asked again: %s",
              cx->err.text);
}
