/* She lets another read one record. R10, R15; never-list 3. */
#include "contacts/given.h"

#include "frame/notes.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "sharing/access.h"

enum { DAY = 86400 };

static void as_denise(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

/* A time of Ruth with her; done by Ruth. */
static struct contact written(struct ctx *cx, const struct town *t)
{
    const struct line_words lines = {
        {"We looked at two courses", "", "", "", "", "", "", ""}};
    struct contact c = {.person = t->denise,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where = WHERE_HOME,
                        .where_words = "",
                        .being = 35};

    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c) && contact_write(cx, &c, 0, &lines) &&
                  contact_done(cx, &c),
              "%s", cx->err.text);
    return c;
}

static struct contact both_done(struct ctx *cx, const struct town *t)
{
    struct contact c = written(cx, t);

    as_denise(cx, t);
    cr_assert(contact_get(cx, MAY_SEE, t->denise, c.id, &c) &&
                  contact_done(cx, &c),
              "%s", cx->err.text);
    return c;
}

static struct town town_here(struct ctx *cx)
{
    cr_assert(settings_load(cx, NULL));
    return town_make(cx);
}

static struct date tomorrow(const struct ctx *cx)
{
    return (struct date){day_of(cx->now).days + 1};
}

static bool reads(struct ctx *cx, const struct town *t, struct person_id who,
                  enum role role, int64_t id)
{
    struct contact c;
    struct addeds below;
    struct given_rows list;
    int64_t until;

    town_act(cx, t, who, role);
    const bool yes = given_read(cx, id, &c, &below, &until);
    if (!yes)
        cr_assert_eq(cx->err.code, ERR_NOTFOUND, "%s", cx->err.text);
    ctx_forgive(cx);
    cr_assert(notes_write(cx));
    cr_assert(given_list(cx, &list));
    cr_assert_eq(list.n, yes, "the list says the same");
    if (yes)
        cr_assert_str_eq(c.lines.at[0], "We looked at two courses");
    return yes;
}

TEST(contacts, nobody_reads_a_record_but_whom_she_lets_until_her_day)
{
    struct town t = town_here(cx);
    const struct contact c = both_done(cx, &t), other = both_done(cx, &t);
    const struct person_id jose =
        town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    struct accesses seen;
    int64_t older;

    cr_assert(peer_join(cx, jose, t.denise));
    cr_assert_not(reads(cx, &t, t.rao, ROLE_CLINICIAN, c.id));
    cr_assert_not(reads(cx, &t, jose, ROLE_PEER, c.id),
                  "that he walks with her is no yes");
    as_denise(cx, &t);
    cr_assert(given_let(cx, c.id, t.rao, tomorrow(cx)), "%s", cx->err.text);
    cr_assert(reads(cx, &t, t.rao, ROLE_CLINICIAN, c.id));
    cr_assert_not(reads(cx, &t, t.luis, ROLE_CASE_MANAGER, c.id));
    cr_assert_not(reads(cx, &t, jose, ROLE_PEER, c.id));
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    struct contact no;
    fails_with(cx, contact_get(cx, MAY_SEE, t.denise, other.id, &no),
               ERR_NOTFOUND);
    fails_with(cx, contact_get(cx, MAY_SEE, t.denise, c.id, &no), ERR_NOTFOUND);
    fails_with(cx, contact_get(cx, MAY_CHANGE, t.denise, c.id, &no),
               ERR_NOTFOUND);

    as_denise(cx, &t);
    cr_assert(access_list(cx, t.denise, 0, &seen, &older));
    size_t looks = 0;
    for (size_t i = 0; i < seen.n; i++)
        looks += seen.at[i].reader == t.rao.v &&
                 seen.at[i].what.topic == TOPIC_RECORD &&
                 seen.at[i].what.thing == c.id;
    cr_assert_eq(looks, 1, "each look is told to her");
    cx->now += 2 * DAY;
    cr_assert_not(reads(cx, &t, t.rao, ROLE_CLINICIAN, c.id));
}

TEST(contacts, she_ends_it_and_the_next_look_finds_nothing)
{
    struct town t = town_here(cx);
    const struct contact c = both_done(cx, &t), other = both_done(cx, &t);
    struct permissions now;

    cr_assert(given_let(cx, c.id, t.rao, tomorrow(cx)));
    cr_assert(given_let(cx, c.id, t.luis, tomorrow(cx)));
    cr_assert(given_now(cx, &c, &now));
    cr_assert_eq(now.n, 2);
    fails_with(cx, given_end(cx, other.id, now.at[0].id), ERR_NOTFOUND);
    for (size_t i = 0; i < now.n; i++)
        if (person_same(now.at[i].to, t.rao))
            cr_assert(given_end(cx, c.id, now.at[i].id), "%s", cx->err.text);
    cr_assert_not(reads(cx, &t, t.rao, ROLE_CLINICIAN, c.id));
    cr_assert(reads(cx, &t, t.luis, ROLE_CASE_MANAGER, c.id));
}

TEST(contacts, what_still_changes_is_let_to_nobody)
{
    struct town t = town_here(cx);
    const struct contact c = written(cx, &t);
    const struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");

    fails_with(cx, given_let(cx, c.id, t.rao, tomorrow(cx)), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, given_let(cx, c.id, t.rao, tomorrow(cx)), ERR_CONFLICT);
    const struct contact locked = both_done(cx, &t);
    fails_with(cx, given_let(cx, locked.id, karen, tomorrow(cx)), ERR_INVALID);
    fails_with(cx, given_let(cx, locked.id, t.ruth, tomorrow(cx)), ERR_INVALID);
    fails_with(cx, given_let(cx, locked.id, t.rao, DATE_NONE), ERR_INVALID);
    fails_with(
        cx,
        given_let(cx, locked.id, t.rao, (struct date){tomorrow(cx).days - 2}),
        ERR_INVALID);
    cr_assert_not(reads(cx, &t, t.rao, ROLE_CLINICIAN, locked.id));
}

TEST(contacts, what_is_for_the_payer_is_not_let_along)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t), seen;
    struct addeds below;
    int64_t until;

    cr_assert(contact_add(cx, &c, ADDED_DIFFERENT, "Three courses"));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    c.mode = RECORD_PAYER;
    cr_assert(contact_add(cx, &c, ADDED_FOR_PAYER, "Goal 2"), "%s",
              cx->err.text);
    as_denise(cx, &t);
    cr_assert(given_let(cx, c.id, t.rao, tomorrow(cx)));
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(given_read(cx, c.id, &seen, &below, &until));
    cr_assert_eq(below.n, 1);
    cr_assert_str_eq(below.at[0].words, "Three courses");
}
