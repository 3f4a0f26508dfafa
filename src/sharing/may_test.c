#include "sharing/may.h"

#include "base/test.h"
#include "db/db.h"
#include "frame/notes.h"
#include "people/people.h"
#include "sharing/access.h"
#include "sharing/law.h"
#include "sharing/permission.h"

/* A small program, and somebody of each kind. */
struct town {
    int64_t program, other;
    struct person_id denise, ana, ruth, jose, rao, luis, karen, ada, far;
};

static struct person_id add(struct ctx *cx, int64_t in, enum role role,
                            const char *name)
{
    struct person p = {.name = name, .role = role, .program = in};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return p.id;
}

static struct town town(struct ctx *cx)
{
    struct town t;

    cr_assert(program_add(cx, "Eastside", &t.program));
    cr_assert(program_add(cx, "Westside", &t.other));
    t.denise = add(cx, t.program, ROLE_PERSON, "Denise Carter");
    t.ana = add(cx, t.program, ROLE_PERSON, "Ana Blake");
    t.ruth = add(cx, t.program, ROLE_PEER, "Ruth Alvarez");
    t.jose = add(cx, t.program, ROLE_PEER, "José Marín");
    t.rao = add(cx, t.program, ROLE_CLINICIAN, "Dr. Anita Rao");
    t.luis = add(cx, t.program, ROLE_CASE_MANAGER, "Luis Ortega");
    t.karen = add(cx, t.program, ROLE_SUPERVISOR, "Karen Holt");
    t.ada = add(cx, t.program, ROLE_ADMIN, "Ada Frost");
    t.far = add(cx, t.other, ROLE_CLINICIAN, "Dr. Far Away");
    cr_assert(peer_join(cx, t.ruth, t.denise));
    return t;
}

/* From now on this one acts. Lives until the next call. */
static void act(struct ctx *cx, const struct town *t, struct person_id p,
                enum role role)
{
    static struct actor a;

    a = (struct actor){.person = p,
                       .account = 1,
                       .session = 1,
                       .program =
                           person_same(p, t->far) ? t->other : t->program,
                       .role = role};
    cx->actor = &a;
}

static bool knows(struct ctx *cx, enum verb verb, struct about what)
{
    bool yes = false;

    cr_assert(may_know(cx, verb, what, &yes), "%s", cx->err.text);
    return yes;
}

static bool give(struct ctx *cx, struct about what, struct person_id to,
                 int64_t until)
{
    struct permission p = {
        .what = what, .to = to, .purpose = "my visit", .until = until};

    return permission_give(cx, &p);
}

static void fails_with(struct ctx *cx, bool done, enum err_code code)
{
    cr_assert(!done);
    cr_assert_eq(cx->err.code, code);
    ctx_forgive(cx);
}

TEST(sharing, her_own_things_are_hers)
{
    struct town t = town(cx);

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(knows(cx, MAY_CHANGE, (struct about){t.denise, TOPIC_PAGE, 7}));
    cr_assert(
        knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_ACCESS_LOG, 0}));
    cr_assert(
        !knows(cx, MAY_CHANGE, (struct about){t.denise, TOPIC_ACCESS_LOG, 0}));
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        cr_assert(
            !knows(cx, MAY_SEE, (struct about){t.ana, (enum topic)topic, 0}));
}

TEST(sharing,
     her_own_peer_knows_of_visits_and_times_and_what_she_said_to_reach_her_by)
{
    struct town t = town(cx);
    static const bool known[TOPIC_COUNT] = {
        [TOPIC_FIRST_NAME] = true, [TOPIC_NAME] = true,
        [TOPIC_VISITS] = true,     [TOPIC_READY] = true,
        [TOPIC_RECORD] = true,     [TOPIC_TIMES] = true,
        [TOPIC_REACH] = true,      [TOPIC_AGREEMENT] = true,
        [TOPIC_WAY] = true,        [TOPIC_KNEW] = true,
        [TOPIC_FIT] = true};

    act(cx, &t, t.ruth, ROLE_PEER);
    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        struct about hers = {t.denise, (enum topic)topic, 0};
        struct about other = {t.ana, (enum topic)topic, 0};
        cr_assert_eq(knows(cx, MAY_SEE, hers), known[topic]);
        cr_assert(!knows(cx, MAY_SEE, other));
    }
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(
        !knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_FIRST_NAME, 0}));
}

/* R23: what keeps their peers safe, and nothing beside it. */
static bool is_safety(enum role role, int topic, int verb)
{
    return role == ROLE_SUPERVISOR && topic == TOPIC_WAY &&
           (verb == MAY_SEE || verb == MAY_CHANGE);
}

TEST(sharing, nobody_else_knows_that_she_exists)
{
    struct town t = town(cx);
    const struct {
        struct person_id p;
        enum role role;
    } others[] = {{t.jose, ROLE_PEER},
                  {t.rao, ROLE_CLINICIAN},
                  {t.luis, ROLE_CASE_MANAGER},
                  {t.karen, ROLE_SUPERVISOR},
                  {t.far, ROLE_CLINICIAN},
                  {t.ana, ROLE_PERSON},
                  {{0}, ROLE_LINK},
                  {{0}, ROLE_NONE}};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        act(cx, &t, others[i].p, others[i].role);
        for (int topic = 0; topic < TOPIC_COUNT; topic++)
            for (int verb = MAY_SEE; verb <= MAY_SEND; verb++)
                cr_assert_eq(
                    knows(cx, (enum verb)verb,
                          (struct about){t.denise, (enum topic)topic, 0}),
                    is_safety(others[i].role, topic, verb));
    }
}

TEST(sharing, the_keeper_of_accounts_sees_names_and_no_words)
{
    struct town t = town(cx);

    act(cx, &t, t.ada, ROLE_ADMIN);
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        cr_assert_eq(
            knows(cx, MAY_SEE, (struct about){t.denise, (enum topic)topic, 0}),
            topic == TOPIC_FIRST_NAME || topic == TOPIC_NAME ||
                topic == TOPIC_ACCOUNT);
}

TEST(sharing, a_permission_is_for_one_reader_one_thing_until_its_end)
{
    struct town t = town(cx);
    struct about page = {t.denise, TOPIC_PAGE, 41};

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(give(cx, page, t.rao, cx->now + 60));
    act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(knows(cx, MAY_SEE, page));
    cr_assert(knows(cx, MAY_CARRY, page));
    cr_assert(!knows(cx, MAY_CHANGE, page));
    cr_assert(!knows(cx, MAY_SEND, page));
    cr_assert(knows(cx, MAY_CHANGE, (struct about){t.denise, TOPIC_REPLY, 41}));
    cr_assert(knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_NAME, 0}));
    cr_assert(!knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_PAGE, 42}));
    cr_assert(!knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_PAGE, 0}));
    cr_assert(!knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_REPLY, 42}));
    cr_assert(!knows(cx, MAY_SEE, (struct about){t.denise, TOPIC_VISITS, 0}));
    act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(!knows(cx, MAY_SEE, page));
    act(cx, &t, t.rao, ROLE_CLINICIAN);
    cx->now += 60;
    cr_assert(!knows(cx, MAY_SEE, page));
}

TEST(sharing, what_is_ended_is_over_at_once)
{
    struct town t = town(cx);
    struct about page = {t.denise, TOPIC_PAGE, 41};
    struct permissions list;

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(give(cx, page, t.rao, TIME_NONE));
    cr_assert(permission_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].name, "Dr. Rao");
    cr_assert_str_eq(list.at[0].purpose, "my visit");
    act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, permission_end(cx, list.at[0].id), ERR_NOTFOUND);
    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(permission_end(cx, list.at[0].id));
    fails_with(cx, permission_end(cx, list.at[0].id), ERR_NOTFOUND);
    act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(!knows(cx, MAY_SEE, page));
    cr_assert(permission_to_me(cx, TOPIC_PAGE, &list));
    cr_assert_eq(list.n, 0);
}

TEST(sharing, what_was_allowed_about_one_thing_is_of_that_thing_alone)
{
    struct town t = town(cx);
    const struct about all = {t.denise, TOPIC_VISITS, 0};
    struct permissions list;

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(
        give(cx, (struct about){t.denise, TOPIC_PAGE, 41}, t.rao, TIME_NONE));
    cr_assert(give(cx, all, t.ruth, TIME_NONE));
    cr_assert(permission_list_about(cx, (struct about){t.denise, TOPIC_PAGE, 0},
                                    &list));
    cr_assert_eq(list.n, 0);
    cr_assert(permission_list_about(cx, all, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].to.v, t.ruth.v);
}

TEST(sharing, giving_again_takes_the_place_of_what_was)
{
    struct town t = town(cx);
    struct about page = {t.denise, TOPIC_PAGE, 41};
    struct permissions list;

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(give(cx, page, t.rao, TIME_NONE));
    cr_assert(give(cx, page, t.rao, cx->now + 60));
    cr_assert(permission_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(permission_list(cx, t.denise, true, &list));
    cr_assert_eq(list.n, 2);
    cr_assert(permission_end_thing(cx, page));
    cr_assert(permission_list(cx, t.denise, false, &list));
    cr_assert_eq(list.n, 0);
}

TEST(sharing, only_she_allows_and_only_whom_the_law_knows)
{
    struct town t = town(cx);
    struct about page = {t.denise, TOPIC_PAGE, 41};

    act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, give(cx, page, t.karen, TIME_NONE), ERR_INVALID);
    fails_with(cx, give(cx, page, t.ada, TIME_NONE), ERR_INVALID);
    fails_with(cx, give(cx, page, t.far, TIME_NONE), ERR_INVALID);
    fails_with(cx, give(cx, page, t.ana, TIME_NONE), ERR_INVALID);
    fails_with(
        cx,
        give(cx, (struct about){t.denise, TOPIC_ANSWERS, 5}, t.rao, TIME_NONE),
        ERR_INVALID);
    fails_with(
        cx,
        give(cx, (struct about){t.denise, TOPIC_CIRCLE, 0}, t.ruth, TIME_NONE),
        ERR_INVALID);
    fails_with(cx, give(cx, page, t.rao, cx->now), ERR_INVALID);
    struct permission p = {.what = page, .to = t.rao, .until = TIME_NONE};
    fails_with(cx, permission_give(cx, &p), ERR_INVALID);
    act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, give(cx, page, t.rao, TIME_NONE), ERR_DENIED);
    fails_with(cx, permission_end_thing(cx, page), ERR_DENIED);
    act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, give(cx, page, t.rao, TIME_NONE), ERR_DENIED);
}

/* R103: with the hat of a peer, one's own record does not exist; a colleague
 * who tries is told to the person. */
TEST(sharing, who_works_here_too_is_locked)
{
    struct town t = town(cx);
    struct about answers = {t.jose, TOPIC_ANSWERS, 0};
    struct accesses seen;
    int64_t older = 0;

    cr_assert(member_add(cx, t.jose));
    act(cx, &t, t.jose, ROLE_PEER);
    cr_assert(!knows(cx, MAY_SEE, answers));
    act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, may(cx, MAY_SEE, answers), ERR_NOTFOUND);
    notes_failed(cx);
    cr_assert(notes_write(cx));
    act(cx, &t, t.jose, ROLE_PERSON);
    cr_assert(knows(cx, MAY_SEE, answers));
    cr_assert(access_list(cx, t.jose, 0, &seen, &older));
    cr_assert_eq(seen.n, 1);
    cr_assert_eq(seen.at[0].did, ACCESS_REFUSED);
    cr_assert_str_eq(seen.at[0].name, "Ruth");
}

/* Also where a page asked nothing of may(), and then once; the words of the
 * answer stay as they are. */
TEST(sharing, a_colleague_is_told_who_tried_at_their_address)
{
    struct town t = town(cx);
    struct accesses seen;
    int64_t older = 0;

    cr_assert(member_add(cx, t.jose));
    act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(!fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
    may_tried(cx, t.denise);
    may_tried(cx, t.ana);
    cr_assert_null(cx->notes, "who does not work here is not told");
    may_tried(cx, t.jose);
    may_tried(cx, t.jose);
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    cr_assert_str_eq(cx->err.text, "There is nothing here.");
    cr_assert_eq(cx->notes->n, 1);
    ctx_forgive(cx);
    fails_with(cx, may(cx, MAY_SEE, (struct about){t.jose, TOPIC_VISITS, 0}),
               ERR_NOTFOUND);
    may_tried(cx, t.jose);
    cr_assert_eq(cx->notes->n, 2, "what may() wrote is enough");
    cr_assert(notes_write(cx));
    act(cx, &t, t.jose, ROLE_PERSON);
    may_tried(cx, t.jose);
    cr_assert(access_list(cx, t.jose, 0, &seen, &older));
    cr_assert_eq(seen.n, 2, "nor is her own look");
    cr_assert_eq(seen.at[1].did, ACCESS_REFUSED);
    cr_assert_str_eq(seen.at[1].name, "Ruth");
}

TEST(sharing, a_refusal_of_anyone_else_is_not_told)
{
    struct town t = town(cx);

    act(cx, &t, t.jose, ROLE_PEER);
    fails_with(cx, may(cx, MAY_SEE, (struct about){t.denise, TOPIC_PAGE, 41}),
               ERR_NOTFOUND);
    cr_assert_null(cx->notes);
}

TEST(sharing, each_look_at_her_words_leaves_one_line)
{
    struct town t = town(cx);
    struct about page = {t.denise, TOPIC_PAGE, 41};
    struct accesses seen;
    int64_t older = 0;

    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(give(cx, page, t.rao, TIME_NONE));
    cr_assert(may(cx, MAY_SEE, page));
    cr_assert_null(cx->notes);
    act(cx, &t, t.rao, ROLE_CLINICIAN);
    cr_assert(may(cx, MAY_SEE, page));
    cr_assert(may(cx, MAY_SEE, page));
    cr_assert(may(cx, MAY_SEE, (struct about){t.denise, TOPIC_NAME, 0}));
    cr_assert_eq(cx->notes->n, 1);
    cr_assert(notes_write(cx));
    act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(access_list(cx, t.denise, 0, &seen, &older));
    cr_assert_eq(seen.n, 1);
    cr_assert_str_eq(seen.at[0].name, "Dr. Rao");
    cr_assert_str_eq(seen.at[0].purpose, "my visit");
    cr_assert_eq(seen.at[0].at, TEST_NOW);
    act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, access_list(cx, t.denise, 0, &seen, &older), ERR_NOTFOUND);
}

/* The page reads fifty lines whatever her history, and the older ones follow.
 */
TEST(sharing, lines_close_together_are_one_and_older_ones_follow)
{
    struct town t = town(cx);
    struct access a = {.what = {t.denise, TOPIC_PAGE, 41}, .reader = t.rao.v};
    struct accesses seen;
    int64_t older = 0;

    for (int i = 0; i < 120; i++) {
        cx->now += i % 3 ? 60 : 1200;
        cr_assert(access_write(cx, &a));
    }
    act(cx, &t, t.denise, ROLE_PERSON);
    size_t lines = 0, pages = 0;
    do {
        cr_assert(access_list(cx, t.denise, older, &seen, &older));
        lines += seen.n;
        pages++;
    } while (older);
    cr_assert_eq(pages, 3);
    /* 40 groups of three; two are cut by the end of a page of 50. */
    cr_assert_eq(lines, 42);
}

TEST(sharing, a_link_can_only_be_given_a_page)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        cr_assert_eq(law_can_give(ROLE_LINK, (enum topic)topic),
                     topic == TOPIC_PAGE);
}
