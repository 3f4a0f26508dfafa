/* Whether it helped, and what is said when its time is over. */
#include "voice/voice_test.h"

static struct draft a_draft(const struct town *t)
{
    return (struct draft){
        .person = t->denise,
        .kind = SAID_TELL,
        .message = "My uncle visits on Saturday.",
        .want = "",
        .not_want = "",
        .details = {{"", false}, {"", false}, {"", false}, {"", false}},
        .to = {{t->luis}, 1},
        .until = DATE_NONE};
}

static struct town made(struct ctx *cx)
{
    struct town t = town_make(cx);

    town_act(cx, &t, t.ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, PART2_NO), "%s", cx->err.text);
    return t;
}

/* Her words until the end of today, and the day after. */
static struct said_id expired(struct ctx *cx, const struct town *t,
                              struct draft *d, bool luis_reads)
{
    struct opened o;
    struct reply r = {.version = 1, .words = "You do not want him there."};

    d->until = day_of(cx->now);
    r.thing = said_yes(cx, t, d);
    if (luis_reads) {
        cr_assert(luis_opens(cx, t, r.thing, &o), "%s", cx->err.text);
        cr_assert(voice_reply(cx, &r, &(struct wills){0}), "%s", cx->err.text);
    }
    cx->now = end_of_day(day_of(cx->now));
    cr_assert(said_expire(cx), "%s", cx->err.text);
    as_denise(cx, t);
    return r.thing;
}

/* R44: its end does not hide that nobody came. */
TEST(voice, words_that_ended_unread_say_so)
{
    struct town t = made(cx);
    struct draft d = a_draft(&t);
    struct said_id id = expired(cx, &t, &d, false);
    struct voice_lines list;
    struct voice v;
    const struct help_said h = {.helped = true, .why = ""};

    cr_assert(voice_list(cx, &list));
    cr_assert(list.at[0].unseen, "Home says it once");
    cr_assert_str_eq(list.at[0].missed, "Luis");
    cr_assert(voice_get(cx, id, &v));
    cr_assert_str_eq(v.missed, "Luis");
    cr_assert_not(v.read);
    fails_with(cx, voice_help(cx, id, &h), ERR_CONFLICT);
    read_note(cx, &v.said);
    cr_assert(notes_write(cx), "%s", cx->err.text);
    cr_assert(voice_list(cx, &list));
    cr_assert_not(list.at[0].unseen);
    cr_assert_str_eq(list.at[0].missed, "Luis", "her list says it always");
    cr_assert(voice_get(cx, id, &v));
    cr_assert_str_eq(v.missed, "Luis", "and its page");
}

/* R44, R46: what she was asked stays asked. */
TEST(voice, after_its_time_both_questions_stay_open)
{
    struct town t = made(cx);
    struct draft d = a_draft(&t);
    struct said_id id = expired(cx, &t, &d, true);
    struct voice_lines list;
    struct voice v;
    struct over over;
    const struct help_said h = {
        .helped = true, .tell = true, .why = "He came."};

    cr_assert(voice_list(cx, &list));
    cr_assert(list.at[0].answer, "is it right?");
    cr_assert(voice_get(cx, id, &v));
    cr_assert_str_empty(v.missed);
    cr_assert(v.read);
    cr_assert(reply_answer(cx, t.denise, v.replies.at[0].id, REPLY_RIGHT, ""));
    cr_assert(voice_help(cx, id, &h), "%s", cx->err.text);
    cr_assert(voice_get(cx, id, &v));
    cr_assert_eq(v.said.state, SAID_EXPIRED);
    cr_assert(said_helped(v.help.act));
    cr_assert_str_eq(v.help.why, "He came.");
    cr_assert(voice_list(cx, &list));
    cr_assert_not(list.at[0].answer);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(voice_is_closed(cx, id, &over), "%s", cx->err.text);
    cr_assert(over.told);
    cr_assert_str_eq(over.why, "He came.");
}

/* R46: to say it is not to end it. */
TEST(voice, she_says_that_it_helped_and_it_stays_open)
{
    struct town t = made(cx);
    struct draft d = a_draft(&t);
    struct opened o;
    struct voice v;
    struct help_said h = {.helped = true, .why = "I slept."};

    struct said_id id = said_yes(cx, &t, &d);
    cr_assert(luis_opens(cx, &t, id, &o));
    as_denise(cx, &t);
    cr_assert(voice_help(cx, id, &h), "%s", cx->err.text);
    cr_assert(luis_opens(cx, &t, id, &o), "it is open as before");
    cr_assert_eq(o.help.at, TIME_NONE, "and he is told nothing");
    as_denise(cx, &t);
    h.helped = false;
    h.tell = true;
    cr_assert(voice_help(cx, id, &h), "%s", cx->err.text);
    cr_assert(voice_get(cx, id, &v));
    cr_assert_eq(v.help.act, ACT_NOT_HELPED, "what she said last");
    cr_assert(luis_opens(cx, &t, id, &o));
    cr_assert_eq(o.help.act, ACT_NOT_HELPED);
    d.message = "He does not come at night.";
    said_yes(cx, &t, &d);
    cr_assert(voice_get(cx, id, &v));
    cr_assert_eq(v.help.at, TIME_NONE, "of other words she said nothing yet");
    cr_assert(luis_opens(cx, &t, id, &o));
    cr_assert_eq(o.help.at, TIME_NONE);
    as_denise(cx, &t);
    h.ends = true;
    cr_assert(voice_help(cx, id, &h), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, voice_open(cx, id, MAY_SEE, &o), ERR_NOTFOUND);
}
