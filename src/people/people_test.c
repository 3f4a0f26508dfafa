#include "people/people.h"

#include <string.h>

#include "base/json.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/module.h"
#include "people/circle.h"
#include "people/people_int.h"

static int64_t program(struct ctx *cx)
{
    int64_t id = 0;

    cr_assert(program_add(cx, "Eastside", &id), "%s", cx->err.text);
    return id;
}

static struct person_id add(struct ctx *cx, int64_t in, enum role role,
                            const char *name)
{
    struct person p = {.name = name, .role = role, .program = in};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return p.id;
}

static void fails_with(struct ctx *cx, bool done, enum err_code code)
{
    cr_assert(!done);
    cr_assert_eq(cx->err.code, code);
    ctx_forgive(cx);
}

TEST(people, a_person_is_called_by_the_name_people_use)
{
    struct person p;
    int64_t in = program(cx);

    cr_assert(
        person_get(cx, add(cx, in, ROLE_CLINICIAN, " Dr. Anita Rao "), &p));
    cr_assert_str_eq(p.name, "Dr. Anita Rao");
    cr_assert_str_eq(p.first, "Dr. Rao");
    cr_assert_str_eq(person_initials(cx->mem, &p), "AR");
    cr_assert_eq(p.role, ROLE_CLINICIAN);
    cr_assert(person_get(cx, add(cx, in, ROLE_PERSON, "Ángela Núñez"), &p));
    cr_assert_str_eq(p.first, "Ángela");
    cr_assert_str_eq(person_initials(cx->mem, &p), "ÁN");
    cr_assert_str_eq(person_on_board(cx->mem, &p), "Ángela N.");
    cr_assert_eq(p.role, ROLE_PERSON);
    cr_assert(person_get(cx, add(cx, in, ROLE_PERSON, "Cher"), &p));
    cr_assert_str_eq(person_initials(cx->mem, &p), "C");
    cr_assert_str_eq(person_on_board(cx->mem, &p), "Cher");
}

TEST(people, a_person_needs_a_name_that_fits)
{
    struct person p = {.role = ROLE_PERSON, .program = program(cx)};
    char *is_long = arena_alloc(cx->mem, PERSON_NAME_MAX + 2);

    p.name = "  ";
    fails_with(cx, person_add(cx, &p), ERR_INVALID);
    memset(is_long, 'a', PERSON_NAME_MAX + 1);
    p.name = is_long;
    fails_with(cx, person_add(cx, &p), ERR_INVALID);
    fails_with(cx, person_get(cx, (struct person_id){999}, &p), ERR_NOTFOUND);
}

TEST(people, a_peer_walks_with_a_person_until_it_ends)
{
    struct persons list;
    bool yes = false;
    int64_t in = program(cx);
    struct person_id ruth = add(cx, in, ROLE_PEER, "Ruth Alvarez");
    struct person_id jose = add(cx, in, ROLE_PEER, "José Marín");
    struct person_id denise = add(cx, in, ROLE_PERSON, "Denise Carter");
    struct person_id ana = add(cx, in, ROLE_PERSON, "Ana Blake");

    cr_assert(peer_join(cx, ruth, denise));
    cr_assert(peer_join(cx, ruth, ana));
    cr_assert(peer_join(cx, ruth, ana));
    cx->now += 60;
    cr_assert(peer_join(cx, jose, denise));
    cr_assert(peer_members(cx, ruth, &list));
    cr_assert_eq(list.n, 2);
    cr_assert_str_eq(list.at[0].first, "Ana");
    cr_assert(person_peers(cx, denise, &list));
    cr_assert_eq(list.n, 2);
    cr_assert_str_eq(list.at[0].first, "Ruth");

    cr_assert(peer_leave(cx, ruth, denise));
    cr_assert(peer_walks_with(cx, ruth, denise, &yes));
    cr_assert(!yes);
    cr_assert(person_peers(cx, denise, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].first, "José");
    cr_assert(peer_join(cx, ruth, denise));
    cr_assert(peer_walks_with(cx, ruth, denise, &yes));
    cr_assert(yes);
}

TEST(people, only_a_peer_of_the_same_program_walks_with_someone)
{
    int64_t in = program(cx), other = program(cx);
    struct person_id ruth = add(cx, in, ROLE_PEER, "Ruth Alvarez");
    struct person_id rao = add(cx, in, ROLE_CLINICIAN, "Dr. Anita Rao");
    struct person_id far = add(cx, other, ROLE_PERSON, "Far Away");

    fails_with(cx, peer_join(cx, ruth, far), ERR_NOTFOUND);
    fails_with(cx, peer_join(cx, rao, add(cx, in, ROLE_PERSON, "Ana Blake")),
               ERR_NOTFOUND);
    fails_with(cx, peer_join(cx, ruth, rao), ERR_NOTFOUND);
}

/* R103: who works here has no colleague walking along. */
TEST(people, who_works_here_is_closed_to_colleagues)
{
    struct persons list;
    bool yes = true;
    int64_t in = program(cx);
    struct person_id ruth = add(cx, in, ROLE_PEER, "Ruth Alvarez");
    struct person_id jose = add(cx, in, ROLE_PEER, "José Marín");

    cr_assert(member_add(cx, jose));
    fails_with(cx, member_add(cx, jose), ERR_CONFLICT);
    fails_with(cx, member_add(cx, (struct person_id){999}), ERR_NOTFOUND);
    fails_with(cx, peer_join(cx, ruth, jose), ERR_CONFLICT);

    /* Somebody walked with who starts to work here. */
    struct person_id ana = add(cx, in, ROLE_PERSON, "Ana Blake");
    cr_assert(peer_join(cx, ruth, ana));
    cr_assert(staff_add(cx, ana, ROLE_PEER));
    fails_with(cx, staff_add(cx, ana, ROLE_PEER), ERR_CONFLICT);
    cr_assert(peer_walks_with(cx, ruth, ana, &yes));
    cr_assert(!yes);
    cr_assert(peer_members(cx, ruth, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(person_peers(cx, ana, &list));
    cr_assert_eq(list.n, 0);
}

TEST(people, names_are_found_without_case_and_marks)
{
    struct persons list;
    int64_t in = program(cx);

    add(cx, in, ROLE_PEER, "José Marín");
    add(cx, in, ROLE_PERSON, "Denise Carter");
    cr_assert(person_find(cx, in, "MARIN jo", &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].first, "José");
    cr_assert(person_find(cx, in, "", &list));
    cr_assert_eq(list.n, 2);
    cr_assert(person_find(cx, program(cx), "jose", &list));
    cr_assert_eq(list.n, 0);
    fails_with(cx, person_find(cx, 999, "jose", &list), ERR_NOTFOUND);
}

/* A list made inside a change that was undone is not the list any more. */
TEST(people, names_of_an_undone_change_are_not_found)
{
    struct persons list;
    int64_t in = program(cx);

    add(cx, in, ROLE_PEER, "Ruth Alvarez");
    cr_assert(db_savepoint(cx));
    add(cx, in, ROLE_PEER, "Malik Stone");
    cr_assert(person_find(cx, in, "malik", &list));
    cr_assert_eq(list.n, 1);
    db_revert(cx);
    add(cx, in, ROLE_PEER, "Bea Stone");
    cr_assert(person_find(cx, in, "stone", &list));
    cr_assert_eq(list.n, 1);
    cr_assert_str_eq(list.at[0].first, "Bea");
}

TEST(people, staff_are_listed_by_name_and_role)
{
    struct persons list;
    int64_t in = program(cx);

    add(cx, in, ROLE_PEER, "Ruth Alvarez");
    add(cx, in, ROLE_CLINICIAN, "Dr. Anita Rao");
    add(cx, in, ROLE_CLINICIAN, "Dr. Zoe Able");
    add(cx, in, ROLE_PERSON, "Denise Carter");
    cr_assert(people_staff(cx, in, ROLE_BIT(ROLE_CLINICIAN), &list));
    cr_assert_eq(list.n, 2);
    cr_assert_str_eq(list.at[0].first, "Dr. Rao");
    cr_assert(people_staff(
        cx, in, ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_PEER), &list));
    cr_assert_eq(list.n, 3);
}

TEST(people, a_team_holds_who_joined)
{
    struct teams teams;
    int64_t in = program(cx), east = 0, act = 0;
    struct person_id ruth = add(cx, in, ROLE_PEER, "Ruth Alvarez");

    cr_assert(team_add(cx, in, "East", &east));
    cr_assert(team_add(cx, in, "ACT", &act));
    cr_assert(team_join(cx, east, ruth));
    cr_assert(team_join(cx, act, ruth));
    cr_assert(team_join(cx, act, ruth));
    cr_assert(team_of(cx, ruth, &teams));
    cr_assert_eq(teams.n, 2);
    cr_assert_str_eq(teams.at[0].name, "ACT");
}

static struct circle_line rosa(const char *knows, struct date until)
{
    return (struct circle_line){
        .name = " Rosa ", .who = "my sister", .knows = knows, .until = until};
}

static struct circle_line first_of(struct ctx *cx, struct person_id whose)
{
    struct circle circle;

    cr_assert(circle_list(cx, whose, &circle));
    cr_assert_geq(circle.n, 1);
    return circle.at[0];
}

TEST(people, a_circle_is_the_persons_alone)
{
    struct circle circle;
    const struct circle_line new = rosa("", DATE_NONE);
    int64_t in = program(cx);
    struct person_id denise = add(cx, in, ROLE_PERSON, "Denise Carter");
    struct person_id ana = add(cx, in, ROLE_PERSON, "Ana Blake");

    cr_assert(circle_add(cx, denise, &new));
    struct circle_line l = first_of(cx, denise);
    cr_assert_str_eq(l.name, "Rosa");
    cr_assert_str_eq(l.who, "my sister");
    cr_assert_str_eq(l.knows, "");
    cr_assert_not(l.over);
    fails_with(cx, circle_end(cx, ana, l.id), ERR_NOTFOUND);
    fails_with(cx, circle_shut(cx, ana, l.id), ERR_NOTFOUND);
    fails_with(cx, circle_change(cx, ana, &l), ERR_NOTFOUND);
    fails_with(cx, circle_get(cx, ana, l.id, &l), ERR_NOTFOUND);
    cr_assert(circle_end(cx, denise, l.id));
    fails_with(cx, circle_end(cx, denise, l.id), ERR_NOTFOUND);
    cr_assert(circle_list(cx, denise, &circle));
    cr_assert_eq(circle.n, 0);
}

/* R68: each with what they may know, until; each line is ended by her. */
TEST(people, what_one_of_the_circle_may_know_ends_by_itself_or_by_her)
{
    const struct date today = day_of(cx->now);
    const struct circle_line new = rosa("that I am well", today);
    struct person_id denise =
        add(cx, program(cx), ROLE_PERSON, "Denise Carter");

    cr_assert(circle_add(cx, denise, &new));
    struct circle_line l = first_of(cx, denise);
    cr_assert_str_eq(l.knows, "that I am well");
    cr_assert_eq(l.until.days, today.days);
    cr_assert_not(l.over);
    cx->now += 24 * 60 * 60;
    cr_assert(first_of(cx, denise).over);
    fails_with(cx, circle_change(cx, denise, &l), ERR_INVALID);
    l.until = DATE_NONE;
    cr_assert(circle_change(cx, denise, &l));
    cr_assert_not(first_of(cx, denise).over);
    cr_assert(circle_shut(cx, denise, l.id));
    cr_assert(circle_get(cx, denise, l.id, &l));
    cr_assert_str_eq(l.knows, "");
    cr_assert_str_eq(l.name, "Rosa");
}

TEST(people, a_circle_says_what_is_missing_and_when_it_is_full)
{
    const struct date today = day_of(cx->now);
    struct circle_line l = rosa("", DATE_NONE);
    struct person_id denise =
        add(cx, program(cx), ROLE_PERSON, "Denise Carter");

    l.name = "";
    fails_with(cx, circle_add(cx, denise, &l), ERR_INVALID);
    l = rosa("", DATE_NONE);
    l.who = " ";
    fails_with(cx, circle_add(cx, denise, &l), ERR_INVALID);
    l = rosa(" ", today);
    fails_with(cx, circle_add(cx, denise, &l), ERR_INVALID);
    l = rosa("that I am well", (struct date){today.days - 1});
    fails_with(cx, circle_add(cx, denise, &l), ERR_INVALID);
    l = rosa("", DATE_NONE);
    for (int i = 0; i < CIRCLE_MAX; i++)
        cr_assert(circle_add(cx, denise, &l));
    fails_with(cx, circle_add(cx, denise, &l), ERR_CONFLICT);
}

TEST(people, a_copy_holds_everything_and_erasing_leaves_nothing)
{
    struct persons list;
    struct person p;
    int64_t in = program(cx), east = 0;
    struct person_id ruth = add(cx, in, ROLE_PEER, "Ruth Alvarez");
    struct person_id denise = add(cx, in, ROLE_PERSON, "Denise Carter");
    struct buf b = buf_new(cx->mem, 1 << 16);
    struct json_out w = {.to = &b};

    cr_assert(peer_join(cx, ruth, denise));
    cr_assert(team_add(cx, in, "East", &east));
    cr_assert(team_join(cx, east, denise));
    const struct circle_line new = rosa("that I am well", day_of(cx->now));
    cr_assert(circle_add(cx, denise, &new));
    json_put_object(&w, NULL);
    cr_assert(people_export(cx, denise, &w));
    json_put_end(&w);
    cr_assert_str_eq(
        b.at,
        "{\"person\":{\"name\":\"Denise Carter\",\"called\":"
        "\"Denise\",\"since\":\"2026-10-13T10:00:00-04:00\",\"peers\":[\"Ruth "
        "Alvarez\"],\"teams\":"
        "[\"East\"],\"circle\":[{\"name\":\"Rosa\",\"who\":"
        "\"my sister\",\"mayKnow\":\"that I am well\","
        "\"until\":\"2026-10-13\"}]}}");

    cr_assert(people_erase(cx, denise));
    fails_with(cx, person_get(cx, denise, &p), ERR_NOTFOUND);
    cr_assert(person_find(cx, in, "denise", &list));
    cr_assert_eq(list.n, 0);
    cr_assert(peer_members(cx, ruth, &list));
    cr_assert_eq(list.n, 0);
}

static const struct command *command(const char *words)
{
    const struct command *c = people_commands;

    while (strcmp(c->words, words) != 0)
        c++;
    return c;
}

/* Run a command with these words, as the terminal does. */
static bool types(struct ctx *cx, const char *words, int n,
                  const char *const *said)
{
    char *argv[8];

    for (int i = 0; i < n; i++)
        argv[i] = arena_dup(cx->mem, said[i]);
    return command(words)->run(cx, n, argv);
}

#define TYPES(cx, words, ...)                                                 \
    types((cx), (words),                                                      \
          (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)), \
          (const char *const[]){__VA_ARGS__})

TEST(people, the_terminal_adds_people_and_says_who_walks_with_whom)
{
    struct persons list;
    int64_t in = program(cx);

    cr_assert(TYPES(cx, "person add", "peer", "Ruth Bell",
                    "--title=Peer specialist", "--days=Tuesday"));
    cr_assert(TYPES(cx, "person add", "person", "Denise Carter"));
    cr_assert(TYPES(cx, "person list", "ruth"));
    cr_assert(TYPES(cx, "peer join", "Ruth", "denise carter"));
    cr_assert(person_find(cx, in, "ruth", &list));
    cr_assert_str_eq(list.at[0].title, "Peer specialist");
    cr_assert_str_eq(list.at[0].days, "Tuesday");
    const struct person_id ruth = list.at[0].id;
    cr_assert(peer_members(cx, ruth, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(TYPES(cx, "peer leave", "ruth", "denise"));
    cr_assert(peer_members(cx, ruth, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(TYPES(cx, "person hired", "denise", "peer"));
    fails_with(cx, TYPES(cx, "person hired", "denise", "peer"), ERR_CONFLICT);
    cr_assert(TYPES(cx, "person served", "ruth"));
    fails_with(cx, TYPES(cx, "peer join", "denise", "ruth"), ERR_CONFLICT);
}

TEST(people, the_terminal_says_what_it_did_not_understand)
{
    fails_with(cx, TYPES(cx, "person add", "peer", "Ruth Bell"), ERR_NOTFOUND);
    cr_assert(TYPES(cx, "program add", "Eastside"));
    fails_with(cx, TYPES(cx, "person add", "peer"), ERR_INVALID);
    fails_with(cx, TYPES(cx, "person add", "wizard", "Ruth Bell"), ERR_INVALID);
    fails_with(cx, TYPES(cx, "person add", "peer", "Ruth Bell", "--wand=oak"),
               ERR_INVALID);
    fails_with(cx, TYPES(cx, "peer join", "Ruth"), ERR_INVALID);
    fails_with(cx, TYPES(cx, "person served", "Nobody"), ERR_NOTFOUND);
    cr_assert(TYPES(cx, "person add", "peer", "Ruth Bell"));
    cr_assert(TYPES(cx, "person add", "person", "Ruth Stone"));
    fails_with(cx, TYPES(cx, "person served", "Ruth"), ERR_CONFLICT);
    fails_with(cx, TYPES(cx, "person served", "12x"), ERR_NOTFOUND);
    cr_assert(TYPES(cx, "program add", "Westside"));
    fails_with(cx, TYPES(cx, "person list", ""), ERR_NOTFOUND);
}

/* R54: who meets about people is said once, on the terminal. */
TEST(people, the_terminal_makes_a_team_and_says_who_is_in_it)
{
    struct persons list;
    struct teams teams;
    int64_t in = program(cx);

    cr_assert(TYPES(cx, "person add", "peer", "Ruth Bell"));
    cr_assert(person_find(cx, in, "ruth", &list));
    const struct person_id ruth = list.at[0].id;
    cr_assert(TYPES(cx, "team add", "ACT team"));
    fails_with(cx, TYPES(cx, "team add", " "), ERR_INVALID);
    fails_with(cx, TYPES(cx, "team join", "act team"), ERR_INVALID);
    fails_with(cx, TYPES(cx, "team join", "Night team", "ruth"), ERR_NOTFOUND);
    cr_assert(TYPES(cx, "team join", "act team", "ruth"));
    cr_assert(types(cx, "team list", 0, NULL));
    cr_assert(team_of(cx, ruth, &teams));
    cr_assert_eq(teams.n, 1);
    cr_assert_str_eq(teams.at[0].name, "ACT team");
    cr_assert(TYPES(cx, "team leave", "ACT team", "ruth"));
    fails_with(cx, TYPES(cx, "team leave", "ACT team", "ruth"), ERR_NOTFOUND);
    cr_assert(team_of(cx, ruth, &teams));
    cr_assert_eq(teams.n, 0);
}
