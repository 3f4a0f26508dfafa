#include "visits/program.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "visits/company.h"

enum { MANY = 12, COMPANY = 6, HOUR_S = 3600 };

/* Twelve more, each with a visit today; six want company. José walks with
 * them. */
static struct person_id fill(struct ctx *cx, const struct town *t)
{
    struct person_id jose = town_add(cx, t->program, ROLE_PEER, "José Marín");

    for (int i = 0; i < MANY; i++) {
        const char *name = arena_fmt(cx->mem, "Person%d Grove", i);
        struct person_id p = town_add(cx, t->program, ROLE_PERSON, name);
        struct visit v = {.person = p,
                          .program = t->program,
                          .at = cx->now + HOUR_S,
                          .with_name = "Dr. Rao",
                          .place = "",
                          .reason = "Secret reason"};
        struct company c;
        cr_assert(peer_join(cx, jose, p));
        town_act(cx, t, p, ROLE_PERSON);
        cr_assert(visit_add(cx, &v), "%s", cx->err.text);
        cr_assert(company_get(cx, p, v.id, &c));
        c.wanted = i < COMPANY ? COMPANY_YES : COMPANY_NO;
        cr_assert(company_put(cx, &c), "%s", cx->err.text);
    }
    return jose;
}

TEST(visits_program, it_says_how_many_and_hides_the_few)
{
    struct town t = town_make(cx);
    struct program p;

    (void)fill(cx, &t);
    town_act(cx, &t, t.rao, ROLE_SUPERVISOR);
    cr_assert(program_get(cx, &p), "%s", cx->err.text);
    cr_assert_eq(p.members.n, MANY + 1);
    cr_assert_eq(p.visit.n, MANY);
    cr_assert_eq(p.company.n, COMPANY);
    cr_assert_eq(p.ready.how, COUNT_FEW);
    cr_assert_eq(p.peers.n, 2);
    cr_assert_str_eq(p.peers.at[0].peer.name, "José Marín");
    cr_assert_str_eq(p.peers.at[1].peer.name, "Ruth Alvarez");
    cr_assert_eq(p.peers.at[1].members.how, COUNT_FEW);
    cr_assert_eq(p.peers.at[0].members.how, COUNT_FEW,
                 "or 13 less 12 would say it");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, program_get(cx, &p), ERR_NOTFOUND);
}

TEST(visits_program, of_another_program_it_says_nothing)
{
    struct town t = town_make(cx);
    struct program p;

    (void)fill(cx, &t);
    cr_assert(program_add(cx, "Westside", &t.program));
    town_act(cx, &t, t.rao, ROLE_SUPERVISOR);
    cr_assert(program_get(cx, &p));
    cr_assert_eq(p.members.how, COUNT_FEW);
    cr_assert_eq(p.visit.how, COUNT_FEW);
    cr_assert_eq(p.peers.n, 0);
}

TEST(visits_program, its_page_names_peers_and_nobody_else)
{
    struct town t = town_make(cx);
    struct browser b = {.cx = cx};

    cr_assert(settings_load(cx, NULL));
    (void)fill(cx, &t);
    town_act(cx, &t, t.rao, ROLE_SUPERVISOR);
    b.actor = cx->actor;
    cr_assert(db_commit(cx));
    browse(&b, "/today");
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(strstr(b.body, "Program today"));
    cr_assert(strstr(b.body, "Ruth Alvarez"));
    cr_assert_null(strstr(b.body, "Denise"));
    cr_assert_null(strstr(b.body, "Grove"));
    cr_assert_null(strstr(b.body, "Secret"));
    cr_assert_null(strstr(b.body, "Dr. Rao"));
}
