#include <string.h>

#include "groups/group_day.h"
#include "groups/groups_int.h"

#include "db/db.h"
#include "groups/keep.h"
#include "people/town_test.h"
#include "role/card.h"

enum { HOUR = 3600, TEN = 10 * 60 };

/* Jose leads, Ruth steps in: on Tuesdays at ten, from today. */
struct two {
    struct town t;
    struct person_id jose, karen;
    struct group g;
};

static struct group plan(const struct two *w)
{
    return (struct group){.name = "Art group",
                          .plain = "Paint and paper.",
                          .likes = "You can just sit.",
                          .place = "The big table",
                          .way = "",
                          .agreed = "",
                          .theme = THEME_ART,
                          .about = ABOUT_ELSE,
                          .from = {date_parse("2026-10-13").days},
                          .weekly = true,
                          .minute = TEN,
                          .minutes = 60,
                          .lead = {.id = w->jose},
                          .backup = {.id = w->t.ruth}};
}

static void read_again(struct ctx *cx, struct two *w)
{
    cr_assert(group_ours(cx, w->g.id, &w->g), "%s", cx->err.text);
}

static struct two make(struct ctx *cx)
{
    struct two w = {.t = town_make(cx)};

    w.jose = town_add(cx, w.t.program, ROLE_PEER, "Jose Rivera");
    w.karen = town_add(cx, w.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    town_act(cx, &w.t, w.jose, ROLE_PEER);
    w.g = plan(&w);
    cr_assert(group_save(cx, &w.g), "%s", cx->err.text);
    read_again(cx, &w);
    return w;
}

static struct group_day day_in(struct ctx *cx, const struct two *w, int weeks)
{
    struct group_day d;

    cr_assert(
        group_day_get(cx, &w->g, (struct date){w->g.from.days + weeks * 7}, &d),
        "%s", cx->err.text);
    return d;
}

static void program_says(struct ctx *cx, struct two *w, enum talk level)
{
    const struct role_card card = {
        .can = "Listen", .never = "Push", .ask = "Drive", .talk = level};
    bool same = false;

    town_act(cx, &w->t, w->karen, ROLE_SUPERVISOR);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    town_act(cx, &w->t, w->jose, ROLE_PEER);
    read_again(cx, w);
}

/* --- R81: what may be a topic --- */

TEST(groups, plain_words_for_medicine_are_known_in_both_languages) /* R81 */
{
    static const char *const yes[] = {"Coming off",       "COMING OFF, slowly",
                                      "My meds and me",   "Medication: a talk",
                                      "pills?",           "Dejar la medicina",
                                      "Bajar la dosis",   "MEDICACIÓN",
                                      "las pastillas",    "withdrawal",
                                      "Coming off\nof it"};
    static const char *const no[] = {"",
                                     "The new bus lines",
                                     "Ways beyond the medical model",
                                     "Comedia",
                                     "Pillow covers",
                                     "Becoming offered a seat",
                                     "Medical bills"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        cr_assert(about_sounds(cx->mem, yes[i]), "%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        cr_assert_not(about_sounds(cx->mem, no[i]), "%s", no[i]);
}

/* What the law says, in words of its own: where nothing is said about medicine,
 * nothing that is, or sounds so; people's own stories only where it is open;
 * what sounds so is never "something else". */
static bool law(enum talk level, int about, bool sounds)
{
    switch (level) {
    case TALK_NONE: return about == ABOUT_ELSE && !sounds;
    case TALK_QUESTIONS:
        return about == ABOUT_QUESTIONS || (about == ABOUT_ELSE && !sounds);
    default:
        return about == ABOUT_QUESTIONS || about == ABOUT_MEDICINE ||
               (about == ABOUT_ELSE && !sounds);
    }
}

TEST(groups, a_topic_is_let_through_as_the_law_says_and_no_other) /* R81 */
{
    static const char *const words[] = {"Coming off", "The bus"};

    for (int l = TALK_NONE; l < TALK_LEVELS; l++)
        for (int a = -1; a <= ABOUTS; a++)
            for (int s = 0; s < 2; s++) {
                const bool good =
                    about_good(cx, (enum talk)l, (enum about)a, words[s]);
                cr_assert_eq(good, law((enum talk)l, a, s == 0), "%d %d %d", l,
                             a, s);
                cr_assert(good || strcmp(cx->err.field, "about") == 0);
                ctx_forgive(cx);
            }
}

/* Acceptance test 7: rights at the moment of use. */
TEST(groups, what_was_shown_is_withheld_once_the_level_is_stricter) /* R81 */
{
    struct two w = make(cx);

    program_says(cx, &w, TALK_NONE);
    struct group_day d = day_in(cx, &w, 1);
    fails_with(cx, group_day_topic(cx, &d, ABOUT_MEDICINE, "Coming off"),
               ERR_INVALID);
    program_says(cx, &w, TALK_OPEN);
    d = day_in(cx, &w, 1);
    cr_assert(group_day_topic(cx, &d, ABOUT_MEDICINE, "Coming off"), "%s",
              cx->err.text);
    cr_assert_str_eq(day_in(cx, &w, 1).topic, "Coming off");
    program_says(cx, &w, TALK_QUESTIONS);
    cr_assert_str_eq(day_in(cx, &w, 1).topic, "");
    cr_assert(day_in(cx, &w, 1).withheld);
    /* The stricter of both peers, the one who steps in too. */
    program_says(cx, &w, TALK_OPEN);
    cr_assert_not(day_in(cx, &w, 1).withheld);
    town_act(cx, &w.t, w.t.ruth, ROLE_PEER);
    cr_assert(talk_choose(cx, TALK_NONE));
    read_again(cx, &w);
    cr_assert_eq(w.g.level, TALK_NONE);
    cr_assert(day_in(cx, &w, 1).withheld);
}

TEST(groups, a_whole_group_is_held_by_the_same_rule) /* R81 */
{
    struct two w = make(cx);
    struct groups all;
    struct group off = plan(&w), one;

    off.name = "Coming off together";
    fails_with(cx, group_save(cx, &off), ERR_INVALID);
    off.about = ABOUT_MEDICINE;
    fails_with(cx, group_save(cx, &off), ERR_INVALID);
    program_says(cx, &w, TALK_OPEN);
    off.id = 0;
    cr_assert(group_save(cx, &off), "%s", cx->err.text);
    cr_assert(groups_public(cx, &all) && all.n == 2);
    program_says(cx, &w, TALK_NONE);
    cr_assert(groups_public(cx, &all) && all.n == 1);
    fails_with(cx, group_public(cx, off.id, &one), ERR_NOTFOUND);
    cr_assert(groups_ours(cx, &all) && all.n == 2, "who writes sees why");
}

/* --- when it meets --- */

/* By walking there from the first day. */
static bool walked(const struct group *g, struct date day)
{
    for (int d = g->from.days; d <= day.days; d += 7) {
        if (date_is_set(g->last) && d > g->last.days)
            return false;
        if (d == day.days)
            return true;
        if (!g->weekly)
            return false;
    }
    return false;
}

TEST(groups, it_meets_on_the_days_of_its_rule) /* R27 */
{
    for (int i = 0; i < 300; i++) {
        struct group g = {.from = {20000 + test_random(40)},
                          .weekly = test_random(3) > 0,
                          .last = DATE_NONE};
        if (test_random(2))
            g.last.days = g.from.days + test_random(60);
        for (int d = 19990; d < 20110; d++)
            cr_assert_eq(group_meets(&g, (struct date){d}),
                         walked(&g, (struct date){d}), "%d", d);
    }
}

TEST(groups, days_come_in_order_with_what_was_said_of_each) /* R26, R27 */
{
    struct two w = make(cx);
    struct group early = plan(&w);
    struct groups all;
    struct group_days days;

    early.name = "Zen";
    early.minute = 9 * 60;
    cr_assert(group_save(cx, &early));
    struct group_day d = day_in(cx, &w, 1);
    cr_assert(group_day_topic(cx, &d, ABOUT_ELSE, "Clay"));
    cr_assert(groups_public(cx, &all) && all.n == 2);
    cr_assert(group_days_between(cx, &all, w.g.from,
                                 (struct date){w.g.from.days + 13}, &days));
    cr_assert_eq(days.n, 4);
    for (size_t i = 1; i < days.n; i++)
        cr_assert_leq(days.at[i - 1].at, days.at[i].at);
    cr_assert_str_eq(days.at[2].g->name, "Zen");
    cr_assert_str_eq(days.at[3].topic, "Clay");
}

/* --- who leads, and a day that cannot be led --- */

TEST(groups, two_peers_stand_behind_it) /* R60 */
{
    struct two w = make(cx);
    struct group g = plan(&w);

    g.backup.id = w.jose;
    fails_with(cx, group_save(cx, &g), ERR_INVALID);
    g.backup.id = w.t.rao; /* no peer */
    fails_with(cx, group_save(cx, &g), ERR_INVALID);
    g.lead.id = (struct person_id){0};
    fails_with(cx, group_save(cx, &g), ERR_INVALID);
    town_act(cx, &w.t, w.t.rao, ROLE_CLINICIAN);
    g = plan(&w);
    fails_with(cx, group_save(cx, &g), ERR_NOTFOUND);
    town_act(cx, &w.t, w.t.denise, ROLE_PERSON);
    fails_with(cx, group_save(cx, &g), ERR_NOTFOUND);
}

TEST(groups, a_peer_is_named_after_their_own_yes_alone) /* R27 */
{
    struct two w = make(cx);
    struct group g = w.g;

    cr_assert_not(w.g.lead.shown || w.g.backup.shown);
    cr_assert(group_show_me(cx, g.id, true));
    cr_assert(group_save(cx, &g), "a change keeps it");
    read_again(cx, &w);
    cr_assert(w.g.lead.shown && !w.g.backup.shown);
    town_act(cx, &w.t, w.karen, ROLE_SUPERVISOR);
    fails_with(cx, group_show_me(cx, g.id, true), ERR_NOTFOUND);
}

TEST(groups, no_day_is_called_off_in_silence) /* R60 */
{
    struct two w = make(cx);
    struct group_day d = day_in(cx, &w, 1);

    fails_with(cx, group_day_off(cx, &d, "", "Coffee"), ERR_INVALID);
    fails_with(cx, group_day_off(cx, &d, "A note", ""), ERR_INVALID);
    cr_assert_not(day_in(cx, &w, 1).off);
    cr_assert(group_day_off(cx, &d, "A note on the door", "Coffee at two"));
    d = day_in(cx, &w, 1);
    cr_assert(d.off && *d.told && *d.instead);
    fails_with(cx, group_day_after(cx, &d, 3, ""), ERR_CONFLICT);
    cr_assert(group_day_take(cx, &d, true));
    d = day_in(cx, &w, 1);
    cr_assert(d.taken && !d.off && !*d.told && !*d.instead);
    cr_assert(group_day_on(cx, &d));
    cr_assert_not(day_in(cx, &w, 1).taken);
    cx->now = d.at;
    fails_with(cx, group_day_off(cx, &d, "A note", "Coffee"), ERR_CONFLICT);
    fails_with(cx, group_end(cx, w.g.id, d.day, ""), ERR_INVALID);
    cr_assert(group_end(cx, w.g.id, d.day, "Food group"));
    read_again(cx, &w);
    fails_with(cx, group_day_get(cx, &w.g, (struct date){d.day.days + 7}, &d),
               ERR_NOTFOUND);
}

/* --- afterwards --- */

TEST(groups, after_it_are_heads_and_a_note_without_a_name) /* R27 */
{
    struct two w = make(cx);
    struct group_day d = day_in(cx, &w, 0);
    const char *note = NULL;

    cx->now = d.at - 1;
    fails_with(cx, group_day_after(cx, &d, 9, ""), ERR_CONFLICT);
    cx->now = d.until;
    fails_with(cx, group_day_after(cx, &d, -1, ""), ERR_INVALID);
    fails_with(cx, group_day_after(cx, &d, HEADS_MAX + 1, ""), ERR_INVALID);
    fails_with(cx, group_day_after(cx, &d, 9, "I saw that Denise wept"),
               ERR_INVALID);
    cr_assert(group_day_after(cx, &d, 9, "Two papers, not one"), "%s",
              cx->err.text);
    d = day_in(cx, &w, 0);
    cr_assert_eq(group_day_heads(&d), 9);
    /* Of Ruth, who reads it and writes another, no less. */
    town_act(cx, &w.t, w.t.ruth, ROLE_PEER);
    cr_assert(group_day_note(cx, &d, &note));
    cr_assert_str_eq(note, "Two papers, not one");
    cr_assert(group_day_after(cx, &d, 8, "Open the window"));
    cr_assert(group_day_note(cx, &d, &note));
    cr_assert_str_eq(note, "Open the window");
    cr_assert(group_day_after(cx, &d, 8, ""));
    cr_assert(group_day_note(cx, &d, &note));
    cr_assert_str_eq(note, "");
}

static const char *exported(struct ctx *cx, struct person_id p)
{
    struct buf text = buf_new(cx->mem, 8192);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    cr_assert(groups_export(cx, p, &w), "%s", cx->err.text);
    json_put_end(&w);
    return text.at;
}

TEST(groups, a_peer_takes_along_what_they_wrote_and_is_erased) /* R27 */
{
    struct two w = make(cx);
    struct group_day d = day_in(cx, &w, 0);

    cx->now = d.until;
    cr_assert(group_day_after(cx, &d, 9, "Two papers, not one"));
    cr_assert(strstr(exported(cx, w.jose), "Two papers, not one"));
    cr_assert(strstr(exported(cx, w.t.ruth), "Art group"));
    cr_assert_not(strstr(exported(cx, w.t.ruth), "Two papers"));
    cr_assert_not(strstr(exported(cx, w.t.denise), "Art group"));
    cr_assert(groups_erase(cx, w.jose));
    cr_assert_not(strstr(exported(cx, w.jose), "Art group"));
    read_again(cx, &w);
    cr_assert_eq(w.g.lead.id.v, 0, "nobody leads it, and it says so");
    cr_assert_eq(day_in(cx, &w, 0).heads, 9);
}

/* --- count me --- */

static void sits(struct ctx *cx, struct two *w, int64_t session)
{
    static struct actor a;

    a = (struct actor){.person = w->t.denise,
                       .account = 1,
                       .session = session,
                       .program = w->t.program,
                       .role = ROLE_PERSON};
    cx->actor = &a;
}

/* Whoever taps how often, in two weeks: the count is the number of different
 * sittings. */
TEST(groups, each_sitting_counts_once) /* R27; day 5.1, 13:30 */
{
    enum { SITTINGS = 12, WEEKS = 2, TAPS = 120 };
    struct two w = make(cx);
    bool tapped[WEEKS][SITTINGS] = {{false}};

    for (int week = 0; week < WEEKS; week++) {
        int64_t want = 0;
        for (int i = 0; i < TAPS / 4; i++) {
            const int s = test_random(SITTINGS);
            bool yes = false;
            struct group_day d = day_in(cx, &w, week);
            cx->now = d.at - ON_SLACK + test_random(2 * ON_SLACK);
            sits(cx, &w, 1000 + s);
            cr_assert(group_day_counted(cx, &d, &yes));
            cr_assert_eq(yes, tapped[week][s]);
            cr_assert(group_day_count_me(cx, &d), "%s", cx->err.text);
            want += !tapped[week][s];
            tapped[week][s] = true;
            cr_assert_eq(
                group_day_heads(&(struct group_day){
                    .tapped = day_in(cx, &w, week).tapped, .heads = -1}),
                want);
        }
    }
    cr_assert_gt(day_in(cx, &w, 0).tapped, 1);
}

TEST(groups, one_is_counted_while_it_is_on_and_leaves_no_trace) /* R27 */
{
    struct two w = make(cx);
    struct group_day d = day_in(cx, &w, 0);

    sits(cx, &w, 7);
    cx->now = d.at - ON_SLACK - 1;
    fails_with(cx, group_day_count_me(cx, &d), ERR_CONFLICT);
    cx->now = d.until + ON_SLACK + 1;
    fails_with(cx, group_day_count_me(cx, &d), ERR_CONFLICT);
    cx->now = d.at;
    cr_assert(group_day_count_me(cx, &d));
    /* The next count that comes on another day takes the marks away. */
    struct group_day later = day_in(cx, &w, 1);
    cx->now = later.at;
    sits(cx, &w, 8);
    cr_assert(group_day_count_me(cx, &later));
    struct query *q =
        db_sql_at(cx, "SELECT COUNT(*) FROM groups_mark", __FILE__, __LINE__);
    cr_assert(db_row(q) && db_get_int(q) == 1);
    cr_assert(db_end(q));
    cr_assert_eq(day_in(cx, &w, 0).tapped, 1, "the number stays");
}

TEST(groups, who_leads_reads_sums_of_a_month_of_the_own_program) /* R27 */
{
    struct two w = make(cx);
    struct all_heads sums;

    for (int week = 0; week < 4; week++) { /* October 13, 20, 27, November 3 */
        struct group_day d = day_in(cx, &w, week);
        cx->now = d.until;
        cr_assert(group_day_after(cx, &d, 5 + week, ""));
    }
    town_act(cx, &w.t, w.karen, ROLE_SUPERVISOR);
    cr_assert(heads_of_month(cx, 0, &sums));
    cr_assert(sums.n == 1 && sums.sum == 8 && sums.days == 1);
    cr_assert(heads_of_month(cx, 1, &sums));
    cr_assert(sums.sum == 18 && sums.days == 3);
    cr_assert_str_eq(sums.at[0].name, "Art group");
    int64_t elsewhere = 0;
    cr_assert(program_add(cx, "Westside", &elsewhere));
    struct actor far = *cx->actor;
    far.program = elsewhere;
    cx->actor = &far;
    cr_assert(heads_of_month(cx, 1, &sums));
    cr_assert_eq(sums.n, 0);
    fails_with(cx, group_ours(cx, w.g.id, &w.g), ERR_NOTFOUND);
}
