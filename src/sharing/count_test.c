#include "sharing/count.h"

#include "people/town_test.h"

TEST(sharing_count, only_who_leads_the_program_knows_how_many)
{
    struct town t = town_make(cx);

    for (enum role r = ROLE_NONE; r < ROLE_COUNT; r++) {
        town_act(cx, &t, t.ruth, r);
        if (r == ROLE_SUPERVISOR)
            cr_assert(may_count(cx));
        else
            fails_with(cx, may_count(cx), ERR_NOTFOUND);
    }
}

/* Whatever is said, between 0 and 4 human beings are never told apart. */
TEST(sharing_count, no_number_tells_fewer_than_five_apart)
{
    (void)cx;
    for (int64_t all = 0; all < 40; all++)
        for (int64_t n = 0; n <= all; n++) {
            struct count c = count_among(n, all);
            if (c.how != COUNT_EXACT) {
                cr_assert_eq(c.n, 0);
                continue;
            }
            cr_assert_eq(c.n, n);
            cr_assert_geq(n, COUNT_LEAST);
            cr_assert_geq(all - n, COUNT_LEAST);
        }
    cr_assert_eq(count_of(4).how, COUNT_FEW);
    cr_assert_eq(count_of(5).how, COUNT_EXACT);
    cr_assert_eq(count_among(20, 23).how, COUNT_ALL_BUT_FEW);
}

TEST(sharing_count, a_share_is_rounded_not_cut_off)
{
    cr_assert_eq(percent_of(665, 915), 73);
    cr_assert_eq(percent_of(1, 3), 33);
    cr_assert_eq(percent_of(1, 200), 1);
    cr_assert_eq(percent_of(5, 5), 100);
    cr_assert_eq(percent_of(0, 7), 0);
    cr_assert_eq(percent_of(0, 0), 0);
}

TEST(sharing_count, one_hidden_alone_is_not_left_to_a_sum)
{
    struct count all[] = {count_of(3), count_of(9), count_of(7)};

    (void)cx;
    counts_cover(all, 3);
    cr_assert_eq(all[2].how, COUNT_FEW, "the smallest other goes too");
    cr_assert_eq(all[2].n, 0);
    cr_assert_eq(all[1].n, 9);
    counts_cover(all, 3);
    cr_assert_eq(all[1].n, 9, "two are enough");
}
