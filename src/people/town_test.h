/* people/town_test.h - a small program for tests: one person, those near her,
 * and one who is not. All made up. */
#ifndef PEOPLE_TOWN_TEST_H
#define PEOPLE_TOWN_TEST_H

#include "base/test.h"
#include "people/people.h"

struct town {
    int64_t program;
    struct person_id denise, ana, ruth, rao, luis;
};

__attribute__((unused)) static struct person_id
town_add(struct ctx *cx, int64_t in, enum role role, const char *name)
{
    struct person p = {.name = name, .role = role, .program = in};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return p.id;
}

__attribute__((unused)) static struct town town_make(struct ctx *cx)
{
    struct town t;

    cr_assert(program_add(cx, "Eastside", &t.program));
    t.denise = town_add(cx, t.program, ROLE_PERSON, "Denise Carter");
    t.ana = town_add(cx, t.program, ROLE_PERSON, "Ana Blake");
    t.ruth = town_add(cx, t.program, ROLE_PEER, "Ruth Alvarez");
    t.rao = town_add(cx, t.program, ROLE_CLINICIAN, "Dr. Anita Rao");
    t.luis = town_add(cx, t.program, ROLE_CASE_MANAGER, "Luis Ortega");
    cr_assert(peer_join(cx, t.ruth, t.denise));
    return t;
}

/* From now on this one acts, until the next call. */
__attribute__((unused)) static void town_act(struct ctx *cx,
                                             const struct town *t,
                                             struct person_id p, enum role role)
{
    static struct actor a;

    a = (struct actor){.person = p,
                       .account = 1,
                       .session = 1,
                       .program = t->program,
                       .role = role};
    cx->actor = &a;
}

__attribute__((unused)) static void fails_with(struct ctx *cx, bool done,
                                               enum err_code code)
{
    cr_assert(!done);
    cr_assert_eq(cx->err.code, code, "%s", cx->err.text);
    ctx_forgive(cx);
}

#endif
