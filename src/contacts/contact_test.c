#include "contacts/contact.h"

#include "contacts/own.h"
#include "contacts/together.h"
#include "contacts/week.h"
#include "db/db.h"
#include "frame/settings.h"
#include "people/town_test.h"

static struct town town_here(struct ctx *cx)
{
    cr_assert(settings_load(cx, NULL));
    return town_make(cx);
}

static struct contact just_talked(struct ctx *cx, struct person_id whose)
{
    return (struct contact){.person = whose,
                            .kind = CONTACT_TALKED,
                            .day = day_of(cx->now),
                            .where = WHERE_OTHER,
                            .where_words = "the bench by the river",
                            .being = 35,
                            .working = 30};
}

TEST(contacts, we_just_talked_is_a_whole_contact) /* R12, R21 to R23 */
{
    struct town t = town_here(cx);
    struct contact c = just_talked(cx, t.denise);
    struct contacts list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(contact_list(cx, t.denise, CONTACTS_SHOWN, &list), "%s",
              cx->err.text);
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].where_words, "the bench by the river");
    cr_assert_eq(list.at[0].being, 35);
    cr_assert_eq(list.at[0].working, 30);
    cr_assert_str_eq(list.at[0].peer_name, "Ruth");
    cr_assert_eq(list.at[0].mode, RECORD_TOGETHER);
}

static struct contacts waiting(struct ctx *cx)
{
    struct contacts open;

    cr_assert(contact_list_waiting(cx, &open), "%s", cx->err.text);
    return open;
}

TEST(contacts, one_without_a_line_asks_nothing_of_anybody) /* R12 */
{
    struct town t = town_here(cx);
    struct contact c = just_talked(cx, t.denise);
    struct line_words lines = {{"We sang", "", "", "", "", "", "", ""}};
    struct contacts list;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert_eq(waiting(cx).n, 0);
    cr_assert(contact_list_between(cx, t.denise, CONTACTS_SHOWN, &list));
    cr_assert_not(contact_asks(&list.at[0]));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_eq(waiting(cx).n, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_write(cx, &c, 0, &lines));
    cr_assert(contact_asks(&c));
    cr_assert_eq(waiting(cx).n, 1);
    cr_assert(contact_list_between(cx, t.denise, CONTACTS_SHOWN, &list));
    cr_assert(contact_asks(&list.at[0]));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert_eq(waiting(cx).n, 1);
    lines.at[0] = "";
    cr_assert(contact_write(cx, &c, c.rev, &lines));
    cr_assert_eq(waiting(cx).n, 0, "she took the only one out");
}

TEST(contacts, minutes_are_real_and_no_day_is_to_come) /* R21 */
{
    struct town t = town_here(cx);
    struct contact c = just_talked(cx, t.denise);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    c.being = c.working = 0;
    fails_with(cx, contact_log(cx, &c), ERR_INVALID);
    c.being = -1;
    fails_with(cx, contact_log(cx, &c), ERR_INVALID);
    c = just_talked(cx, t.denise);
    c.day.days++;
    fails_with(cx, contact_log(cx, &c), ERR_INVALID);
    c.day = DATE_NONE;
    fails_with(cx, contact_log(cx, &c), ERR_INVALID);
    c = just_talked(cx, t.denise);
    c.kind = CONTACT_KINDS;
    fails_with(cx, contact_log(cx, &c), ERR_INVALID);
}

TEST(contacts, a_try_is_kept_kindly_and_asks_nobody_to_sign) /* R16 */
{
    struct town t = town_here(cx);
    struct contact c = {.person = t.denise,
                        .kind = CONTACT_NOTE,
                        .day = day_of(cx->now),
                        .where_words = ""};
    struct contacts open;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(contact_is_try(&c));
    cr_assert(contact_list_waiting(cx, &open));
    cr_assert_eq(open.n, 0);
}

TEST(contacts, only_who_walks_with_her_sees_and_only_their_own_time)
{
    struct town t = town_here(cx);
    struct contact c = just_talked(cx, t.denise), seen;
    struct contacts list;
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");

    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c));
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(contact_list(cx, t.denise, CONTACTS_SHOWN, &list));
    cr_assert_eq(list.n, 0, "what is between two is between the two");
    fails_with(cx, contact_get(cx, MAY_SEE, t.denise, c.id, &seen),
               ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, contact_list(cx, t.denise, CONTACTS_SHOWN, &list),
               ERR_NOTFOUND);
    struct contact no = just_talked(cx, t.denise);
    fails_with(cx, contact_log(cx, &no), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, contact_list(cx, t.denise, CONTACTS_SHOWN, &list),
               ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, contact_log(cx, &no), ERR_NOTFOUND);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, contact_list(cx, t.denise, CONTACTS_SHOWN, &list),
               ERR_NOTFOUND);
}

/* Time with one more person, with so many lines. */
static void with_one_more(struct ctx *cx, const struct town *t,
                          const char *words)
{
    struct contact c =
        just_talked(cx, town_add(cx, t->program, ROLE_PERSON, "Made Up"));
    const struct line_words lines = {{words, "", "", "", "", "", "", ""}};

    cr_assert(peer_join(cx, t->ruth, c.person));
    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(contact_write(cx, &c, 0, &lines));
}

static int64_t rows_of(struct ctx *cx, struct person_id p)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM contacts_own WHERE person = $1");

    db_put_int(q, p.v);
    int64_t n = db_row(q) ? db_get_int(q) : -1;
    cr_assert(db_end(q));
    return n;
}

TEST(contacts, that_it_was_hard_is_the_peers_alone) /* R2, R11 */
{
    struct town t = town_here(cx);
    struct own_sum sum;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(own_keep(cx, day_of(cx->now), OWN_HARD | own_mark("waited")));
    cr_assert(own_keep(cx, day_of(cx->now), OWN_WAITED));
    cr_assert(own_keep(cx, day_of(cx->now), 0));
    cr_assert(
        own_keep(cx, (struct date){day_of(cx->now).days - 1}, OWN_WAITED));
    cr_assert_eq(rows_of(cx, t.ruth), 2, "one a day, whoever it was with");
    cr_assert_eq(rows_of(cx, t.denise), 0);
    cr_assert(own_sum(cx, &sum));
    cr_assert_eq(sum.n[1], 2);
    cr_assert_eq(sum.n[7], 1);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(own_sum(cx, &sum));
    cr_assert_eq(sum.days, 0);
}

TEST(contacts, who_leads_the_program_sees_time_given_and_no_few) /* R21, R24 */
{
    struct town t = town_here(cx);
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    struct contact c = just_talked(cx, t.denise);
    struct contacts_week week;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c));
    fails_with(cx, contacts_week(cx, &week), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(contacts_week(cx, &week));
    cr_assert_eq(week.open.how, COUNT_FEW);
    cr_assert_eq(week.people.how, COUNT_FEW);
    cr_assert_eq(week.minutes, 0, "one person's time is not said");
    for (int i = 0; i < COUNT_LEAST; i++)
        with_one_more(cx, &t, "We planned the week");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(contacts_week(cx, &week));
    cr_assert_eq(week.open.n, 5, "one has no line, and asks nothing");
    cr_assert_eq(week.minutes, 6 * 65);
    cr_assert_eq(week.being, 6 * 35);
}

TEST(contacts, the_policy_is_one_of_four_words)
{
    cr_assert(settings_load(cx, NULL));
    cr_assert(record_mode_good("none"));
    cr_assert(record_mode_good("payer"));
    cr_assert_not(record_mode_good("all"));
    cr_assert_eq(record_mode(), RECORD_TOGETHER);
}
