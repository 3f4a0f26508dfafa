#include "role/asked.h"
#include "role/card.h"
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

TEST(role, her_page_follows_the_program_and_her_own_peer) /* R81 */
{
    struct town t = town_make(cx);
    struct person_id lead = lead_of(cx, &t);
    struct role_card card = {.can = "Listen",
                             .never = "Give out pills",
                             .ask = "Come home",
                             .talk = TALK_OPEN};
    enum talk holds = TALK_NONE;
    bool same = false;

    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(talk_holds(cx, &holds));
    cr_assert_eq(holds, TALK_OPEN);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(talk_choose(cx, TALK_QUESTIONS));
    cr_assert(talk_holds(cx, &holds));
    cr_assert_eq(holds, TALK_QUESTIONS);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(talk_holds(cx, &holds));
    cr_assert_eq(holds, TALK_QUESTIONS);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(talk_choose(cx, TALK_NONE));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(talk_holds(cx, &holds));
    cr_assert_eq(holds, TALK_NONE, "the strictest of all of hers");
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(talk_choose(cx, TALK_OPEN));
    card.talk = TALK_NONE;
    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(talk_holds(cx, &holds));
    cr_assert_eq(holds, TALK_NONE);
    fails_with(cx, talk_choose(cx, TALK_OPEN), ERR_NOTFOUND);
}

TEST(role, each_level_says_another_rule) /* R81: both read it */
{
    for (int hers = 0; hers < 2; hers++)
        for (int i = 0; i < TALK_LEVELS; i++)
            for (int j = 0; j < i; j++)
                cr_assert_neq(strcmp(talk_says((enum talk)i, hers),
                                     talk_says((enum talk)j, hers)),
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
