#include "frame/notes.h"
#include "meetings/back.h"
#include "meetings/meeting.h"
#include "people/town_test.h"
#include "rhythm/space.h"
#include "sharing/access.h"
#include "sharing/permission.h"

enum { NOON = 12 * 60 };

/* A meeting at noon tomorrow: Ruth made it; Dr. Rao and Luis are there. */
struct table {
    struct town t;
    struct meeting m;
};

static struct table meet(struct ctx *cx)
{
    struct table a = {.t = town_make(cx)};
    int64_t who[] = {a.t.rao.v, a.t.luis.v};
    const struct staff_ids there = {who, 2, 2};

    cr_assert(team_add(cx, a.t.program, "ACT team", &a.m.team));
    cr_assert(team_join(cx, a.m.team, a.t.ruth));
    a.m.at = time_at((struct date){day_of(cx->now).days + 1}, NOON);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(meeting_make(cx, &a.m, &there), "%s", cx->err.text);
    return a;
}

static struct word yes_to(const struct table *a, int64_t *who, size_t n)
{
    return (struct word){.peer = a->t.ruth,
                         .voice = VOICE_NOT_THERE,
                         .topics = {"My job interview", "", "", "", ""},
                         .dont = {"My pills", "", ""},
                         .hear = HEAR_NEXT_DAY,
                         .hear_day = DATE_NONE,
                         .how = HOW_CALL,
                         .named = {who, n, n},
                         .until = TIME_NONE};
}

static void says_yes(struct ctx *cx, const struct table *a, int64_t until)
{
    int64_t who[] = {a->t.rao.v, a->t.luis.v};
    struct word w = yes_to(a, who, 2);

    w.until = until;
    town_act(cx, &a->t, a->t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a->m, &w), "%s", cx->err.text);
    town_act(cx, &a->t, a->t.ruth, ROLE_PEER);
}

static struct agenda agenda(struct ctx *cx, const struct table *a)
{
    struct agenda rows;

    town_act(cx, &a->t, a->t.ruth, ROLE_PEER);
    cr_assert(agenda_get(cx, &a->m, &rows), "%s", cx->err.text);
    cr_assert_eq(rows.n, 1, "Ana is not hers to speak about, nor to name");
    return rows;
}

TEST(meetings, nobody_is_spoken_about_by_default) /* R49, R54 */
{
    struct table a = meet(cx);
    struct agenda rows = agenda(cx, &a);

    cr_assert_not(rows.at[0].yes);
    cr_assert_str_eq(rows.at[0].name, "Denise C.");
    cr_assert_str_eq(rows.at[0].word.topics[0], "");
}

TEST(meetings, with_a_yes_the_peer_reads_topics_and_her_choice_of_the_day)
{
    struct table a = meet(cx);

    says_yes(cx, &a, TIME_NONE);
    struct agenda rows = agenda(cx, &a);
    cr_assert(rows.at[0].yes);
    cr_assert_str_eq(rows.at[0].word.topics[0], "My job interview");
    cr_assert_eq(rows.at[0].word.voice, VOICE_NOT_THERE);
    cr_assert_eq(rows.at[0].word.hear_day.days, day_of(a.m.at).days + 1);
}

/* R64: three things she does not want said stand beside, in her words. */
TEST(meetings, what_she_does_not_want_said_goes_along_in_her_words)
{
    struct table a = meet(cx);
    int64_t who[] = {a.t.rao.v, a.t.luis.v};
    struct word w = yes_to(&a, who, 2), got;

    w.dont[1] = "My sister";
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a.m, &w), "%s", cx->err.text);
    cr_assert(word_get(cx, &a.m, &got));
    cr_assert_str_eq(got.dont[0], "My pills");
    cr_assert_str_eq(got.dont[1], "My sister");
    cr_assert_str_empty(got.dont[2]);
    struct agenda rows = agenda(cx, &a);
    cr_assert_str_eq(rows.at[0].word.dont[1], "My sister");
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    w.dont[2] = arena_fmt(cx->mem, "%0*d", TOPIC_WORDS_MAX + 1, 0);
    cr_assert_not(word_give(cx, &a.m, &w));
    cr_assert_str_eq(cx->err.field, "dont-3");
}

/* The paper holds who said yes, while they do, and each is told. */
TEST(meetings, the_paper_is_of_those_with_a_yes_and_each_is_told)
{
    struct table a = meet(cx);
    struct agenda rows;
    struct accesses seen;
    int64_t older;

    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(agenda_carry(cx, &a.m, &rows), "%s", cx->err.text);
    cr_assert_eq(rows.n, 0);
    says_yes(cx, &a, TIME_NONE);
    cr_assert(agenda_carry(cx, &a.m, &rows) && notes_write(cx));
    cr_assert_eq(rows.n, 1);
    cr_assert_str_eq(rows.at[0].word.dont[0], "My pills");
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(access_list(cx, a.t.denise, 0, &seen, &older));
    bool carried = false;
    for (size_t i = 0; i < seen.n; i++)
        carried |= seen.at[i].did == ACCESS_CARRIED &&
                   seen.at[i].what.topic == TOPIC_MEETING;
    cr_assert(carried, "it was taken out on paper");
    cr_assert(word_end(cx, a.m.id));
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(agenda_carry(cx, &a.m, &rows));
    cr_assert_eq(rows.n, 0);
}

/* Acceptance test 5. */
TEST(meetings, a_yes_over_one_minute_before_takes_her_off_the_agenda)
{
    struct table a = meet(cx);

    says_yes(cx, &a, a.m.at - 60);
    cx->now = a.m.at - 61;
    cr_assert(agenda(cx, &a).at[0].yes);
    cx->now = a.m.at - 60;
    struct agenda rows = agenda(cx, &a);
    cr_assert_not(rows.at[0].yes);
    cr_assert_str_eq(rows.at[0].word.topics[0], "");
}

TEST(meetings, taken_back_it_is_over_the_same_second)
{
    struct table a = meet(cx);
    struct word w;

    says_yes(cx, &a, TIME_NONE);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_end(cx, a.m.id));
    cr_assert(word_get(cx, &a.m, &w));
    cr_assert_not(w.given);
    cr_assert_str_eq(w.topics[0], "My job interview", "her words stay hers");
    cr_assert_not(agenda(cx, &a).at[0].yes);
}

/* Day 5.2, 12:00: two recipients only, so not in the big meeting. */
TEST(meetings, somebody_she_did_not_name_keeps_her_off_the_agenda)
{
    struct table a = meet(cx);
    int64_t who[] = {a.t.luis.v, a.t.rao.v};
    struct word w = yes_to(&a, who, 1);
    const struct staff_ids fewer = {who, 1, 1}, all = {who, 2, 2};

    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a.m, &w), "%s", cx->err.text);
    cr_assert_not(agenda(cx, &a).at[0].yes);
    cr_assert(meeting_set_there(cx, a.m.id, &fewer), "%s", cx->err.text);
    cr_assert(agenda(cx, &a).at[0].yes);
    cr_assert(meeting_set_there(cx, a.m.id, &all));
    cr_assert_not(agenda(cx, &a).at[0].yes);
    cx->now = a.m.at + 86400; /* who was there stays */
    fails_with(cx, meeting_set_there(cx, a.m.id, &fewer), ERR_CONFLICT);
}

TEST(meetings, nobody_but_the_named_peer_sees_it) /* every role */
{
    struct table a = meet(cx);
    struct person_id jose = town_add(cx, a.t.program, ROLE_PEER, "Jose Rivera");
    const struct about it = {a.t.denise, TOPIC_MEETING, a.m.id};
    bool yes = false;

    cr_assert(peer_join(cx, jose, a.t.denise));
    says_yes(cx, &a, TIME_NONE);
    cr_assert(may_know(cx, MAY_SEE, it, &yes));
    cr_assert(yes);
    for (int role = ROLE_PEER; role < ROLE_COUNT; role++) {
        town_act(cx, &a.t, role == ROLE_PEER ? jose : a.t.rao, (enum role)role);
        cr_assert(may_know(cx, MAY_SEE, it, &yes));
        cr_assert_not(yes, "%s", role_name((enum role)role));
    }
    town_act(cx, &a.t, jose, ROLE_PEER);
    struct meeting m;
    fails_with(cx, meeting_get(cx, a.m.id, &m), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.rao, ROLE_CLINICIAN);
    fails_with(cx, meeting_get(cx, a.m.id, &m), ERR_NOTFOUND);
}

/* R16, never-list 6. */
TEST(meetings,
     to_who_wants_space_nothing_is_to_be_brought_back_before_their_day)
{
    struct table a = meet(cx);
    struct to_brings open;
    struct agenda rows;

    says_yes(cx, &a, TIME_NONE);
    cx->now = a.m.at + 2 * 86400;
    const struct date until = {day_of(cx->now).days + 3};
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(space_ask(cx, a.t.denise, until), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(back_to_bring(cx, &open), "%s", cx->err.text);
    cr_assert_eq(open.n, 1, "it is not forgotten");
    cr_assert_not(open.at[0].late);
    cr_assert_eq(open.at[0].space.days, until.days);
    cr_assert(agenda_get(cx, &a.m, &rows), "%s", cx->err.text);
    cr_assert_eq(rows.at[0].space.days, until.days);
    cx->now += 3 * 86400;
    cr_assert(back_to_bring(cx, &open));
    cr_assert(open.at[0].late);
    cr_assert_not(date_is_set(open.at[0].space));
}

TEST(meetings, what_was_said_stands_on_today_until_it_is_brought_back)
{
    struct table a = meet(cx);
    struct to_brings open;
    struct backs back;
    struct back b = {
        .person = a.t.denise, .words = "They wish you luck.", .why = ""};

    says_yes(cx, &a, TIME_NONE);
    fails_with(cx, back_write(cx, &a.m, &b), ERR_CONFLICT);
    cr_assert(back_to_bring(cx, &open));
    cr_assert_eq(open.n, 0);
    cx->now = a.m.at + 2 * 86400; /* her yes is over: what was said is not */
    cr_assert(back_to_bring(cx, &open), "%s", cx->err.text);
    cr_assert_eq(open.n, 1);
    cr_assert(open.at[0].late);
    cr_assert_str_eq(open.at[0].name, "Denise");
    cr_assert(back_write(cx, &a.m, &b), "%s", cx->err.text);
    cr_assert(back_to_bring(cx, &open));
    cr_assert_eq(open.n, 0);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(back_list(cx, &back));
    cr_assert_eq(back.n, 1);
    cr_assert_str_eq(back.at[0].words, "They wish you luck.");
    cr_assert_str_eq(back.at[0].peer_name, "Ruth");
    cr_assert_eq(back.at[0].heard, TIME_NONE);
    cr_assert(back_heard(cx, back.at[0].id));
    cr_assert(back_list(cx, &back));
    cr_assert_eq(back.at[0].heard, cx->now);
}

TEST(meetings, an_emergency_without_a_yes_needs_a_word_and_is_told_to_her)
{
    struct table a = meet(cx);
    struct backs back;
    struct back b = {.person = a.t.denise, .words = "She is safe.", .why = ""};
    struct back other = {.person = a.t.ana, .words = "x", .why = "x"};

    cx->now = a.m.at + 60;
    fails_with(cx, back_write(cx, &a.m, &b), ERR_INVALID);
    b.why = "There was a fire in the building.";
    cr_assert(back_write(cx, &a.m, &b), "%s", cx->err.text);
    fails_with(cx, back_write(cx, &a.m, &other), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(back_list(cx, &back));
    cr_assert_eq(back.n, 1);
    cr_assert_str_eq(back.at[0].why, "There was a fire in the building.");
}

TEST(meetings, her_history_of_voice_is_hers_alone) /* R53 */
{
    struct table a = meet(cx);
    struct voices_were before;

    says_yes(cx, &a, TIME_NONE);
    cx->now = a.m.at + MEETING_SECONDS;
    fails_with(cx, word_history(cx, &before), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_history(cx, &before));
    cr_assert_eq(before.n, 1);
    cr_assert_eq(before.at[0].voice, VOICE_NOT_THERE);
}

TEST(meetings, a_yes_needs_a_topic_a_peer_and_a_choice)
{
    struct table a = meet(cx);
    int64_t who[] = {a.t.rao.v};
    struct word w = yes_to(&a, who, 1);

    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    w.topics[0] = "";
    fails_with(cx, word_give(cx, &a.m, &w), ERR_INVALID);
    w = yes_to(&a, who, 1);
    w.peer = a.t.luis;
    fails_with(cx, word_give(cx, &a.m, &w), ERR_INVALID);
    w = yes_to(&a, who, 1);
    w.voice = VOICES;
    fails_with(cx, word_give(cx, &a.m, &w), ERR_INVALID);
    w = yes_to(&a, who, 1);
    w.hear = HEAR_BY;
    fails_with(cx, word_give(cx, &a.m, &w), ERR_INVALID);
    w = yes_to(&a, who, 1);
    w.until = cx->now;
    fails_with(cx, word_give(cx, &a.m, &w), ERR_INVALID);
}

TEST(meetings, her_peer_off_the_table_ends_it_and_she_is_told)
{
    struct table a = meet(cx);
    struct person_id jose = town_add(cx, a.t.program, ROLE_PEER, "Jose Rivera");
    int64_t with[] = {a.t.rao.v, a.t.luis.v, jose.v};
    const struct staff_ids all = {with, 3, 3}, without = {with, 2, 2};
    struct word w = yes_to(&a, with, 3);
    struct to_brings open;

    cr_assert(meeting_set_there(cx, a.m.id, &all), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a.m, &w), "%s", cx->err.text);
    cr_assert(word_get(cx, &a.m, &w));
    cr_assert(w.covered && w.seated);
    town_act(cx, &a.t, jose, ROLE_PEER);
    cr_assert(meeting_set_there(cx, a.m.id, &without), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_get(cx, &a.m, &w));
    cr_assert_not(w.covered);
    cr_assert_not(w.seated);
    cr_assert_not(agenda(cx, &a).at[0].yes);
    cx->now = a.m.at + 86400;
    cr_assert(back_to_bring(cx, &open));
    cr_assert_eq(open.n, 0, "what leads nowhere is not asked for");
}

TEST(meetings, one_that_is_over_takes_no_yes_and_stands_among_those_before)
{
    struct table a = meet(cx);
    struct meetings list;
    struct voices_were before;
    int64_t who[] = {a.t.rao.v, a.t.luis.v};
    struct word w = yes_to(&a, who, 2);

    says_yes(cx, &a, TIME_NONE);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cx->now = a.m.at + MEETING_SECONDS - 1;
    cr_assert(meeting_list_around(cx, a.t.denise, 0, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(word_history(cx, &before));
    cr_assert_eq(before.n, 0);
    cx->now++;
    cr_assert(meeting_list_around(cx, a.t.denise, 0, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(word_history(cx, &before));
    cr_assert_eq(before.n, 1);
    cr_assert(meeting_list_around(cx, a.t.denise, before.at[0].meeting, &list));
    cr_assert_eq(list.n, 1, "its page stays hers");
    fails_with(cx, word_give(cx, &a.m, &w), ERR_CONFLICT);
}

TEST(meetings, a_past_one_keeps_who_had_said_yes_and_what_came_back)
{
    struct table a = meet(cx);
    struct back b = {
        .person = a.t.denise, .words = "They wish you luck.", .why = ""};

    says_yes(cx, &a, TIME_NONE);
    cr_assert_not(agenda(cx, &a).at[0].had, "not before it begins");
    cx->now = a.m.at + 86400;
    struct agenda rows = agenda(cx, &a);
    cr_assert_not(rows.at[0].yes);
    cr_assert(rows.at[0].had);
    cr_assert_str_eq(rows.at[0].word.topics[0], "", "her words are over");
    cr_assert_eq(rows.at[0].by.days, day_of(a.m.at).days + 1);
    cr_assert_eq(rows.at[0].brought, TIME_NONE);
    cr_assert(back_write(cx, &a.m, &b), "%s", cx->err.text);
    rows = agenda(cx, &a);
    cr_assert_eq(rows.at[0].brought, cx->now);
    cr_assert_not(rows.at[0].emergency);
}

TEST(meetings, a_past_one_keeps_that_there_was_an_emergency)
{
    struct table a = meet(cx);
    struct back b = {.person = a.t.denise,
                     .words = "She is safe.",
                     .why = "There was a fire in the building."};

    cx->now = a.m.at + 60;
    cr_assert(back_write(cx, &a.m, &b), "%s", cx->err.text);
    struct agenda rows = agenda(cx, &a);
    cr_assert_not(rows.at[0].had);
    cr_assert(rows.at[0].emergency);
    cr_assert_eq(rows.at[0].brought, cx->now);
}

TEST(meetings, none_is_planned_for_an_hour_that_is_over_or_twice)
{
    struct table a = meet(cx);
    const struct staff_ids nobody = {0};
    struct meeting again = {.team = a.m.team, .at = a.m.at};

    fails_with(cx, meeting_make(cx, &again, &nobody), ERR_INVALID);
    cx->now = a.m.at + 3600;
    again.at = a.m.at + 1800;
    fails_with(cx, meeting_make(cx, &again, &nobody), ERR_INVALID);
    again.at = a.m.at + 7200;
    cr_assert(meeting_make(cx, &again, &nobody), "%s", cx->err.text);
}

TEST(meetings, who_made_it_calls_it_off_and_her_words_stay_hers)
{
    struct table a = meet(cx);
    struct person_id jose = town_add(cx, a.t.program, ROLE_PEER, "Jose Rivera");
    int64_t who[] = {jose.v};
    const struct staff_ids with_jose = {who, 1, 1};
    struct meeting other = {.team = a.m.team, .at = a.m.at + 86400}, m;
    struct meetings hers;
    struct word w;

    cr_assert(meeting_make(cx, &other, &with_jose), "%s", cx->err.text);
    town_act(cx, &a.t, jose, ROLE_PEER);
    fails_with(cx, meeting_call_off(cx, other.id), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(meeting_call_off(cx, other.id), "%s", cx->err.text);
    fails_with(cx, meeting_get(cx, other.id, &m), ERR_NOTFOUND);
    fails_with(cx, meeting_call_off(cx, other.id), ERR_NOTFOUND);

    says_yes(cx, &a, TIME_NONE);
    cr_assert(meeting_call_off(cx, a.m.id), "%s", cx->err.text);
    fails_with(cx, meeting_get(cx, a.m.id, &m), ERR_NOTFOUND);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(meeting_list_around(cx, a.t.denise, 0, &hers));
    cr_assert_eq(hers.n, 1, "the one she said something to");
    cr_assert_eq(hers.at[0].off, cx->now);
    cr_assert(word_get(cx, &hers.at[0], &w));
    cr_assert_str_eq(w.topics[0], "My job interview");
    fails_with(cx, word_give(cx, &hers.at[0], &w), ERR_CONFLICT);
    cr_assert(word_end(cx, a.m.id));
}

/* R49: the hour itself counts; what is said later of who came does not. */
TEST(meetings_after, a_correction_of_who_came_leaves_what_is_owed_to_her)
{
    struct table a = meet(cx);
    struct person_id karen =
        town_add(cx, a.t.program, ROLE_SUPERVISOR, "Karen Meyer");
    int64_t who[] = {a.t.rao.v, a.t.luis.v, karen.v};
    const struct staff_ids with_karen = {who, 3, 3}, alone = {who, 1, 1};
    struct to_brings open;
    struct persons joined;
    struct word w;
    struct back b = {
        .person = a.t.denise, .words = "They wish you luck.", .why = ""};
    bool owed = false;

    says_yes(cx, &a, TIME_NONE);
    cx->now = a.m.at + 65 * 60;
    cr_assert(meeting_set_there(cx, a.m.id, &with_karen), "%s", cx->err.text);
    cr_assert(back_to_bring(cx, &open), "%s", cx->err.text);
    cr_assert_eq(open.n, 1, "the duty stays");
    struct agenda rows = agenda(cx, &a);
    cr_assert_not(rows.at[0].yes, "nothing more is said");
    cr_assert(rows.at[0].had);
    cr_assert_eq(rows.at[0].by.days, day_of(a.m.at).days + 1);
    cr_assert(meeting_set_there(cx, a.m.id, &alone), "%s", cx->err.text);
    cr_assert(meeting_set_there(cx, a.m.id, &with_karen), "%s", cx->err.text);

    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_get(cx, &a.m, &w));
    cr_assert_not(w.covered);
    cr_assert(meeting_joined(cx, a.m.id, &joined));
    cr_assert_eq(joined.n, 1, "Luis was there from the start");
    cr_assert(person_same(joined.at[0].id, karen));
    cr_assert(back_is_owed(cx, &a.m, a.t.denise, a.t.ruth, &owed));
    cr_assert(owed);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(back_write(cx, &a.m, &b), "no emergency: %s", cx->err.text);
    cr_assert(back_to_bring(cx, &open));
    cr_assert_eq(open.n, 0);
}

/* Nor does one that takes somebody away make a yes of what was none. */
TEST(meetings_after, who_was_there_as_it_began_cannot_be_corrected_away)
{
    struct table a = meet(cx);
    int64_t who[] = {a.t.luis.v, a.t.rao.v};
    struct word w = yes_to(&a, who, 1);
    const struct staff_ids fewer = {who, 1, 1};
    struct to_brings open;

    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a.m, &w), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cx->now = a.m.at + 600;
    cr_assert(meeting_set_there(cx, a.m.id, &fewer), "%s", cx->err.text);
    struct agenda rows = agenda(cx, &a);
    cr_assert_not(rows.at[0].yes);
    cr_assert_not(rows.at[0].had);
    cr_assert(back_to_bring(cx, &open));
    cr_assert_eq(open.n, 0);
}

/* A peer said not to have come finds it still, and so does she. */
TEST(meetings_after, a_peer_taken_off_after_it_began_still_brings_back)
{
    struct table a = meet(cx);
    struct person_id jose = town_add(cx, a.t.program, ROLE_PEER, "Jose Rivera");
    int64_t who[] = {a.t.rao.v, a.t.luis.v, jose.v};
    const struct staff_ids all = {who, 3, 3}, without = {who, 2, 2};
    struct word w = yes_to(&a, who, 3);
    struct to_brings open;
    struct meetings hers;
    struct meeting m;

    cr_assert(meeting_set_there(cx, a.m.id, &all), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(word_give(cx, &a.m, &w), "%s", cx->err.text);
    cx->now = a.m.at + 86400 / 4;
    town_act(cx, &a.t, jose, ROLE_PEER);
    cr_assert(meeting_set_there(cx, a.m.id, &without), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.ruth, ROLE_PEER);
    cr_assert(back_to_bring(cx, &open), "%s", cx->err.text);
    cr_assert_eq(open.n, 1);
    cr_assert(meeting_get(cx, a.m.id, &m), "%s", cx->err.text);
    town_act(cx, &a.t, a.t.denise, ROLE_PERSON);
    cr_assert(meeting_list_around(cx, a.t.denise, a.m.id, &hers), "%s",
              cx->err.text);
}
