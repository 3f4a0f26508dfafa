#include "role/asked.h"
#include "role/card.h"
#include "role/pages.h"
#include "role/talk.h"
#include "role/value.h"

#include <string.h>

#include "people/town_test.h"

static struct person_id lead_of(struct ctx *cx, struct town *t)
{
    return town_add(cx, t->program, ROLE_SUPERVISOR, "Karen Olsen");
}

TEST(role, the_stricter_of_program_and_peer_holds) /* R81 */
{
    static const struct {
        enum talk program, peer, holds;
    } rule[] = {{TALK_NONE, TALK_NONE, TALK_NONE},
                {TALK_NONE, TALK_QUESTIONS, TALK_NONE},
                {TALK_NONE, TALK_OPEN, TALK_NONE},
                {TALK_QUESTIONS, TALK_NONE, TALK_NONE},
                {TALK_QUESTIONS, TALK_QUESTIONS, TALK_QUESTIONS},
                {TALK_QUESTIONS, TALK_OPEN, TALK_QUESTIONS},
                {TALK_OPEN, TALK_NONE, TALK_NONE},
                {TALK_OPEN, TALK_QUESTIONS, TALK_QUESTIONS},
                {TALK_OPEN, TALK_OPEN, TALK_OPEN}};

    (void)cx;
    for (size_t i = 0; i < sizeof rule / sizeof *rule; i++)
        cr_assert_eq(talk_stricter(rule[i].program, rule[i].peer),
                     rule[i].holds);
}

/* The rule of this peer, as who acts reads it; "": the only one. */
static enum talk holds_with(struct ctx *cx, const char *first)
{
    struct talk_rules all;

    cr_assert(talk_rules(cx, &all), "%s", cx->err.text);
    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.at[i].first, first) == 0)
            return all.at[i].level;
    cr_assert_fail("no rule of %s", first);
    return TALK_LEVELS;
}

static void set_program(struct ctx *cx, struct town *t, struct person_id by,
                        enum talk level)
{
    const struct role_card card = {.can = "Listen",
                                   .never = "Give out pills",
                                   .ask = "Come home",
                                   .talk = level};
    bool same = false;

    town_act(cx, t, by, ROLE_SUPERVISOR);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
}

TEST(role, each_peer_of_hers_has_a_rule_of_their_own) /* R81 */
{
    struct town t = town_make(cx);
    struct person_id karen = lead_of(cx, &t);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");

    town_act(cx, &t, t.ana, ROLE_PERSON);
    cr_assert_eq(holds_with(cx, ""), TALK_QUESTIONS, "no peer: the program's");
    cr_assert(peer_join(cx, jose, t.denise), "%s", cx->err.text);
    set_program(cx, &t, karen, TALK_QUESTIONS);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(talk_choose(cx, TALK_NONE));
    cr_assert_eq(holds_with(cx, ""), TALK_NONE);
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert_eq(holds_with(cx, ""), TALK_QUESTIONS);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_eq(holds_with(cx, "Ruth"), TALK_NONE);
    cr_assert_eq(holds_with(cx, "Jose"), TALK_QUESTIONS,
                 "what holds with one is not said of another");
    set_program(cx, &t, karen, TALK_OPEN);
    cr_assert_eq(holds_with(cx, ""), TALK_OPEN);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_eq(holds_with(cx, "Ruth"), TALK_NONE);
    cr_assert_eq(holds_with(cx, "Jose"), TALK_OPEN);
    set_program(cx, &t, karen, TALK_NONE);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_eq(holds_with(cx, "Jose"), TALK_NONE);
    fails_with(cx, talk_choose(cx, TALK_OPEN), ERR_NOTFOUND);
}

TEST(role, where_it_is_not_talked_about_no_line_says_to_ask_first) /* R81 */
{
    struct role_card card;

    town_make(cx);
    cr_assert(card_get(cx, &card));
    cr_assert(strstr(card_asks(cx, &card), "Talk about medicine"));
    card.talk = TALK_NONE;
    cr_assert_null(strstr(card_asks(cx, &card), "Talk about medicine"));
    cr_assert(strstr(card_asks(cx, &card), "Come to a home"));
    card.ask = "Hablar de medicinas\r\nCome along";
    cr_assert_str_eq(card_asks(cx, &card), "Come along\n");
}

TEST(role, each_level_says_another_rule) /* R81: both read it */
{
    for (int to = 0; to < TALK_READERS; to++)
        for (int i = 0; i < TALK_LEVELS; i++)
            for (int j = 0; j < i; j++)
                cr_assert_neq(
                    strcmp(talk_says((enum talk)i, (enum talk_reader)to),
                           talk_says((enum talk)j, (enum talk_reader)to)),
                    0);
    (void)cx;
}

TEST(role, a_changed_card_is_a_version_and_is_read_again) /* R79 */
{
    struct town t = town_make(cx);
    struct person_id lead = lead_of(cx, &t);
    struct role_card card;
    struct card_readers readers;
    bool read = true;
    bool same = false;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(card_get(cx, &card));
    cr_assert_eq(card.version, 0);
    cr_assert(card_is_read(cx, &card, &read));
    cr_assert(!read);
    cr_assert(card_read(cx));
    cr_assert(card_is_read(cx, &card, &read));
    cr_assert(read);
    fails_with(cx, card_change(cx, &card, &same), ERR_NOTFOUND);
    fails_with(cx, card_readers(cx, &readers), ERR_NOTFOUND);

    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    card.ask = "";
    fails_with(cx, card_change(cx, &card, &same), ERR_INVALID);
    card.ask = "Drive somebody";
    card.talk = TALK_LEVELS;
    fails_with(cx, card_change(cx, &card, &same), ERR_INVALID);
    card.talk = TALK_NONE;
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    cr_assert(card_readers(cx, &readers));
    cr_assert_eq(readers.n, 3);
    for (size_t i = 0; i < readers.n; i++)
        cr_assert(!readers.at[i].read);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(card_get(cx, &card));
    cr_assert_eq(card.version, 1);
    cr_assert_str_eq(card.ask, "Drive somebody");
    cr_assert(card_is_read(cx, &card, &read));
    cr_assert(!read);
}

static bool holds_words(struct ctx *cx,
                        bool (*draw)(struct req *, struct tpl *),
                        const char *words)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);
    struct req rq = {.cx = cx, .page = &t};

    cr_assert(draw(&rq, &t), "%s", cx->err.text);
    return t.out.at && strstr(t.out.at, words);
}

/* R79: a new version is told to those who work here, and to a person, until
 * they have read it. */
TEST(role, a_new_card_is_told_until_it_is_read)
{
    struct town t = town_make(cx);
    struct person_id karen = lead_of(cx, &t);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_not(holds_words(cx, my_role_panel, "New"), "as it always was");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(holds_words(cx, card_news_panel, "please read the card"));
    cr_assert(card_read(cx));
    cr_assert_not(holds_words(cx, card_news_panel, "read"));
    set_program(cx, &t, karen, TALK_OPEN);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(holds_words(cx, card_news_panel, "Please read the new card"));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(holds_words(cx, card_news_panel, "Please read the new card"));
    cr_assert(card_read(cx));
    cr_assert_not(holds_words(cx, card_news_panel, "read"));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(holds_words(cx, my_role_panel, "New"));
    cr_assert(card_read(cx));
    cr_assert_not(holds_words(cx, my_role_panel, "New"));
}

TEST(role, not_mine_to_do_is_counted_by_sort_and_small_numbers_are_not)
{ /* R30, R80 */
    struct town t = town_make(cx);
    struct person_id lead = lead_of(cx, &t);
    struct asked_counts c;
    struct asked_lines mine;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    for (int i = 0; i < 11; i++)
        cr_assert(asked_log(cx, ASKED_MEDICATION, ASKER_CLINICIAN));
    for (int i = 0; i < 4; i++)
        cr_assert(asked_log(cx, ASKED_MONEY, ASKER_UNSAID));
    fails_with(cx, asked_log(cx, ASKED_COUNT, ASKER_UNSAID), ERR_INVALID);
    cr_assert(asked_mine(cx, &mine));
    cr_assert_eq(mine.n, 15);
    fails_with(cx, asked_counts(cx, 0, &c), ERR_NOTFOUND);

    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    cr_assert(asked_counts(cx, 0, &c), "%s", cx->err.text);
    cr_assert_eq(c.of[ASKED_MEDICATION].how, COUNT_EXACT);
    cr_assert_eq(c.of[ASKED_MEDICATION].n, 11);
    cr_assert_eq(c.of[ASKED_MONEY].how, COUNT_FEW);
    cr_assert_eq(c.all.n, 15);
    fails_with(cx, asked_mine(cx, &mine), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, asked_counts(cx, 0, &c), ERR_NOTFOUND);
    fails_with(cx, asked_mine(cx, &mine), ERR_NOTFOUND);
}

/* R80: the council of the agency reads the sums of all its programs. */
TEST(role, the_council_reads_sums_of_the_agency_and_no_small_number)
{
    struct town t = town_make(cx);
    struct asked_counts c;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    for (int i = 0; i < 3; i++)
        cr_assert(asked_log(cx, ASKED_DESK, ASKER_CLINICIAN));
    for (int i = 0; i < 4; i++)
        cr_assert(asked_log(cx, ASKED_MONEY, ASKER_UNSAID));
    cr_assert(program_add(cx, "Westside", &t.program));
    struct person_id far = town_add(cx, t.program, ROLE_PEER, "Far Away");
    town_act(cx, &t, far, ROLE_PEER);
    for (int i = 0; i < 3; i++)
        cr_assert(asked_log(cx, ASKED_DESK, ASKER_CLINICIAN));
    cr_assert(asked_counts_council(cx, 0, &c), "%s", cx->err.text);
    cr_assert_eq(c.of[ASKED_DESK].how, COUNT_EXACT);
    cr_assert_eq(c.of[ASKED_DESK].n, 6);
    cr_assert_eq(c.of[ASKED_MONEY].how, COUNT_FEW);
    town_act(cx, &t, far, ROLE_PEER);
    cr_assert(holds_words(cx, council_asked_panel, "Front desk"));
    cr_assert_not(holds_words(cx, council_asked_panel, "Far"));
}

static int64_t how_many_asked(struct ctx *cx, enum asked what)
{
    struct asked_counts c;

    cr_assert(asked_counts(cx, 0, &c), "%s", cx->err.text);
    return c.of[what].n;
}

/* The category of the sort of this name that can be tapped; -1. */
static int64_t sort_named(struct ctx *cx, const char *says)
{
    struct sorts all;

    cr_assert(sorts_listed(cx, &all), "%s", cx->err.text);
    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.at[i].says, says) == 0)
            return all.at[i].category;
    return -1;
}

/* R30: a list by agency, kept by who leads; old numbers keep their name. */
TEST(role, who_leads_keeps_the_list_and_old_numbers_keep_their_name)
{
    struct town t = town_make(cx);
    struct person_id karen = lead_of(cx, &t);
    struct asked_lines mine;
    struct asked_counts c;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, sort_add(cx, "Lunch"), ERR_NOTFOUND);
    for (int i = 0; i < 6; i++)
        cr_assert(asked_log(cx, ASKED_DESK, ASKER_UNSAID));
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    fails_with(cx, sort_add(cx, ""), ERR_INVALID);
    fails_with(cx, sort_add(cx, "Paperwork"), ERR_INVALID);
    cr_assert(sort_add(cx, "Lunch"), "%s", cx->err.text);
    const int64_t lunch = sort_named(cx, "Lunch");
    cr_assert(sort_rename(cx, ASKED_DESK, "The door"), "%s", cx->err.text);
    cr_assert_eq(sort_named(cx, "Front desk"), -1);
    cr_assert_eq(how_many_asked(cx, ASKED_DESK), 6);
    fails_with(cx, sort_remove(cx, ASKED_DESK), ERR_NOTFOUND);
    cr_assert(holds_words(cx, asked_panel, "Front desk"), "it was counted");

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, asked_log(cx, ASKED_DESK, ASKER_UNSAID), ERR_INVALID);
    cr_assert(asked_log(cx, lunch, ASKER_UNSAID), "%s", cx->err.text);
    cr_assert(asked_mine(cx, &mine));
    cr_assert_str_eq(mine.at[0].says, "Lunch");
    cr_assert_str_eq(mine.at[1].says, "Front desk");

    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(sort_remove(cx, lunch), "%s", cx->err.text);
    cr_assert(asked_counts(cx, 0, &c));
    cr_assert_eq(c.all.n, 7, "nothing counted is lost");
    cr_assert(sort_add(cx, "Lunch"));
    cr_assert_eq(sort_named(cx, "Lunch"), lunch, "it is back");
    cr_assert(sort_add(cx, "Front desk"));
    cr_assert_eq(sort_named(cx, "Front desk"), ASKED_DESK);
}

TEST(role, the_last_sort_stays) /* R30 */
{
    struct town t = town_make(cx);

    town_act(cx, &t, lead_of(cx, &t), ROLE_SUPERVISOR);
    for (int i = 1; i < ASKED_COUNT; i++)
        cr_assert(sort_remove(cx, i), "%s", cx->err.text);
    fails_with(cx, sort_remove(cx, 0), ERR_INVALID);
    for (int i = 0; i < SORTS_MAX - 1; i++)
        cr_assert(sort_add(cx, arena_fmt(cx->mem, "Sort %d", i)));
    fails_with(cx, sort_add(cx, "One more"), ERR_INVALID);
}

TEST(role, only_the_peer_takes_it_back) /* R80 */
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct asked_lines mine;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(asked_log(cx, ASKED_DESK, ASKER_OTHER));
    cr_assert(asked_mine(cx, &mine));
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, asked_take_back(cx, mine.at[0].id), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(asked_take_back(cx, mine.at[0].id));
    cr_assert(asked_mine(cx, &mine));
    cr_assert_eq(mine.n, 0);
}

TEST(role, a_quarter_begins_in_january_april_july_october)
{
    (void)cx;
    cr_assert_eq(quarter_of(date_ymd(2026, 11, 24), 0).days,
                 date_ymd(2026, 10, 1).days);
    cr_assert_eq(quarter_of(date_ymd(2026, 11, 24), 1).days,
                 date_ymd(2026, 7, 1).days);
    cr_assert_eq(quarter_of(date_ymd(2026, 2, 1), 1).days,
                 date_ymd(2025, 10, 1).days);
    cr_assert_eq(quarter_of(date_ymd(2026, 11, 24), -1).days,
                 date_ymd(2027, 1, 1).days);
}

/* R79: what is the same stays as read as it was; a card is short. */
TEST(role, the_same_words_are_the_same_version)
{
    struct town t = town_make(cx);
    struct role_card card;
    bool same = false, read = false;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(card_read(cx));
    town_act(cx, &t, lead_of(cx, &t), ROLE_SUPERVISOR);
    cr_assert(card_get(cx, &card));
    card.ask = arena_fmt(cx->mem, "%s\r\n", card.ask);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    cr_assert(same);
    card.ask = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13";
    fails_with(cx, card_change(cx, &card, &same), ERR_INVALID);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(card_get(cx, &card));
    cr_assert_eq(card.version, 0);
    cr_assert(card_is_read(cx, &card, &read));
    cr_assert(read);
    town_act(cx, &t, lead_of(cx, &t), ROLE_SUPERVISOR);
    card.ask = "Come to a home";
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    cr_assert_not(same);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(card_get(cx, &card));
    cr_assert_eq(card.version, 1);
    cr_assert(card_is_read(cx, &card, &read));
    cr_assert_not(read);
}

/* R82: each month has one, and the year has all twelve. */
TEST(role, each_value_has_its_month)
{
    for (int m = 1; m <= VALUES; m++) {
        const struct value *v = value_of_month(date_ymd(2026, m, 28));
        cr_assert_eq(v - values, m - 1);
        cr_assert_eq(value_of_month(date_ymd(2027, m, 1)), v);
    }
}
