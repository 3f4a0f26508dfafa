/* pains.md 7, promises fall through: whatever is said has somebody who moves
 * it, and an end that they can reach; none is left without both. */
#include "said/law.h"

#include "base/test.h"

enum { WHO = BY_AUTHOR | BY_PERSON | BY_READER | BY_TO };

static bool is_over(enum said_state s)
{
    return s >= SAID_CLOSED;
}

/* The states this kind comes to, one bit each, when all who may move it. */
static unsigned reached(enum said_kind kind)
{
    unsigned all = 1U << SAID_DRAFT;
    struct said_step to;

    for (int round = 0; round < SAID_STATES; round++)
        for (int s = 0; s < SAID_STATES; s++)
            for (int a = 0; a < SAID_ACTS; a++)
                if (all >> s & 1 && said_law(kind, (enum said_state)s,
                                             (enum said_act)a, WHO, &to))
                    all |= 1U << to.to;
    return all;
}

/* Whether this one alone can end it from there, in one step. */
static bool can_end(enum said_kind kind, enum said_state s, enum said_by who)
{
    struct said_step to;

    for (int a = 0; a < SAID_ACTS; a++)
        if (said_law(kind, s, (enum said_act)a, who, &to) && is_over(to.to))
            return true;
    return false;
}

TEST(said, pain_7_whoever_said_or_was_promised_it_can_end_it_from_anywhere)
{
    for (int k = 0; k < SAID_KINDS; k++)
        for (int s = SAID_APPROVED; s < SAID_CLOSED; s++) {
            const enum said_kind kind = (enum said_kind)k;
            const enum said_state at = (enum said_state)s;
            if (!(reached(kind) >> s & 1))
                continue;
            cr_assert(can_end(kind, at, BY_AUTHOR) ||
                          can_end(kind, at, BY_PERSON),
                      "kind %d has no end from %d", k, s);
            if (kind == SAID_PROMISE)
                cr_assert(can_end(kind, at, BY_AUTHOR) &&
                          can_end(kind, at, BY_PERSON) &&
                          can_end(kind, at, BY_TO));
        }
}

/* Kept, changed together, or it could not be, each with its own act; and no end
 * that nobody named, but the clock's and hers who takes it back. */
TEST(said, pain_7_each_end_of_a_promise_or_an_ask_says_which_it_is)
{
    unsigned ends[SAID_KINDS] = {0};
    struct said_step to;

    for (int k = SAID_PROMISE; k <= SAID_ASK; k++)
        for (int s = 0; s < SAID_STATES; s++)
            for (int a = 0; a < SAID_ACTS; a++) {
                if (!said_law((enum said_kind)k, (enum said_state)s,
                              (enum said_act)a, WHO | BY_CLOCK, &to) ||
                    !is_over(to.to) || (int)to.to == s)
                    continue;
                cr_assert_neq(to.ending, ENDED_NOT, "kind %d, act %d", k, a);
                ends[k] |= 1U << to.ending;
            }
    cr_assert_eq(ends[SAID_PROMISE], 1U << ENDED_DONE | 1U << ENDED_CHANGED |
                                         1U << ENDED_COULD_NOT |
                                         1U << ENDED_LET_GO);
    cr_assert_eq(ends[SAID_ASK],
                 1U << ENDED_DONE | 1U << ENDED_NO_HELP | 1U << ENDED_LET_GO);
}
