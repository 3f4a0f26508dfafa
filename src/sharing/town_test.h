/* sharing/town_test.h - what the tests of sharing share: a program with one
 * person, those near her, and those who are not. All made up. */
#ifndef SHARING_TOWN_TEST_H
#define SHARING_TOWN_TEST_H

#include <string.h>

#include "base/test.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/people.h"

struct town {
    int64_t program;
    struct actor denise, ana, ruth, jose, rao, karen;
};

static inline struct actor add(struct ctx *cx, int64_t in, enum role role,
                               const char *name)
{
    struct person p = {.name = name, .role = role, .program = in};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return (struct actor){.person = p.id,
                          .account = p.id.v,
                          .session = 1,
                          .program = in,
                          .role = role};
}

static inline struct town town(struct ctx *cx)
{
    struct town t;

    cr_assert(settings_load(cx, NULL));
    cr_assert(program_add(cx, "Eastside", &t.program));
    t.denise = add(cx, t.program, ROLE_PERSON, "Denise Carter");
    t.ana = add(cx, t.program, ROLE_PERSON, "Ana Blake");
    t.ruth = add(cx, t.program, ROLE_PEER, "Ruth Alvarez");
    t.jose = add(cx, t.program, ROLE_PEER, "José Marín");
    t.rao = add(cx, t.program, ROLE_CLINICIAN, "Dr. Anita Rao");
    t.karen = add(cx, t.program, ROLE_SUPERVISOR, "Karen Holt");
    cr_assert(peer_join(cx, t.ruth.person, t.denise.person));
    return t;
}

static inline bool has(const struct browser *b, const char *words)
{
    return strstr(b->body, words) != NULL;
}

#endif
