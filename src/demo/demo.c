#include "demo/demo.h"

#include <string.h>

#include "auth/auth.h"
#include "base/text.h"
#include "demo/demo_int.h"

int demo_chance(struct demo *d, int below)
{
    d->chance ^= d->chance << 13;
    d->chance ^= d->chance >> 7;
    d->chance ^= d->chance << 17;
    return (int)(d->chance % (uint64_t)below);
}

struct date demo_day(const struct demo *d, int days)
{
    return (struct date){d->today.days + days};
}

void demo_act(struct demo *d, const struct person *who, int64_t at)
{
    struct actor *a = ARENA_NEW(d->cx->mem, struct actor);

    *a = (struct actor){
        .person = who->id, .program = d->program, .role = who->role};
    d->cx->actor = a;
    d->cx->now = at;
}

const struct person *demo_staff(const struct demo *d, const char *sign_in)
{
    for (size_t i = 0; i < CAST_STAFF; i++)
        if (strcmp(cast_staff[i].sign_in, sign_in) == 0)
            return &d->staff[i];
    return NULL;
}

static bool add_account(struct demo *d, const struct person *p, enum lang lang,
                        const char *name, const char *hash)
{
    struct account a = {
        .person = p->id, .program = d->program, .role = p->role, .lang = lang};

    return account_add_hashed(d->cx, &a, name, hash);
}

static bool add_staff(struct demo *d, const int64_t *teams, const char *hash)
{
    for (size_t i = 0; i < CAST_STAFF; i++) {
        const struct role_of *c = &cast_staff[i];
        struct person *p = &d->staff[i];
        *p = (struct person){.name = c->name,
                             .first = c->first,
                             .title = c->title,
                             .days = c->days,
                             .role = c->role,
                             .program = d->program};
        if (!person_add(d->cx, p) ||
            !add_account(d, p, LANG_EN, c->sign_in, hash) ||
            (c->team >= 0 && !team_join(d->cx, teams[c->team], p->id)))
            return false;
    }
    return true;
}

/* "José Rivera" signs in as "jose". */
static const char *sign_in_name(struct ctx *cx, const char *name)
{
    return text_plain(cx->mem, arena_dup_n(cx->mem, name, strcspn(name, " ")));
}

static bool add_members(struct demo *d, const char *hash)
{
    for (size_t i = 0; i < CAST_MEMBERS; i++) {
        const struct member_of *c = &cast_members[i];
        struct person *p = &d->members[i];
        *p = (struct person){
            .name = c->name, .role = ROLE_PERSON, .program = d->program};
        if (!person_add(d->cx, p) ||
            !add_account(d, p, c->lang, sign_in_name(d->cx, c->name), hash) ||
            !peer_join(d->cx, demo_staff(d, c->peer)->id, p->id))
            return false;
    }
    return true;
}

/* One of staff is served here too, and signs in to each apart (R103). */
static bool add_both(struct demo *d, const char *hash)
{
    struct person served = *demo_staff(d, "lena");

    served.role = ROLE_PERSON;
    return member_add(d->cx, served.id) &&
           add_account(d, &served, LANG_EN, "lena-served", hash);
}

static bool add_people(struct demo *d, const char *hash)
{
    int64_t teams[CAST_TEAMS];

    if (!program_add(d->cx, "Riverside Peer Program (made up)", &d->program))
        return false;
    for (size_t i = 0; i < CAST_TEAMS; i++)
        if (!team_add(d->cx, d->program, cast_teams[i], &teams[i]))
            return false;
    return add_staff(d, teams, hash) && add_members(d, hash) &&
           add_both(d, hash);
}

/* One draw after the other: two in one call come in the order the compiler
 * likes. */
static bool some_days(struct demo *d, const struct person *member)
{
    const int days = 30 + demo_chance(d, 90);
    const int of_ten = 3 + demo_chance(d, 6);

    return demo_days(d, member, days, of_ten);
}

bool demo_write(struct ctx *cx, struct date day, const char *hash)
{
    struct demo *d = ARENA_NEW(cx->mem, struct demo);

    *d = (struct demo){.cx = cx,
                       .today = day,
                       .chance =
                           0x9E3779B97F4A7C15U ^ (uint64_t)(uint32_t)day.days};
    cx->actor = &actor_operator;
    cx->now = time_at(demo_day(d, -400), MORNING);
    if (!add_people(d, hash) || !demo_denise(d))
        return false;
    for (size_t i = 1; i < CAST_MEMBERS; i++)
        if (!demo_visits(d, &d->members[i]) || !some_days(d, &d->members[i]))
            return false;
    for (size_t i = 1; i < CAST_MEMBERS; i++)
        if (!demo_around(d, &d->members[i]))
            return false;
    if (!demo_pages(d) || !demo_lives(d) || !demo_promises(d) ||
        !demo_asks(d) || !demo_voice(d) || !demo_mediation(d) ||
        !demo_contacts(d) || !demo_crisis(d) || !demo_rhythm(d) ||
        !demo_meetings(d) || !demo_role(d) || !demo_week(d) ||
        !demo_council(d) || !demo_mutual(d) || !demo_shelf(d) ||
        !demo_signal(d) || !demo_rights(d) || !demo_deck(d) || !demo_fit(d) ||
        !demo_groups(d) || !demo_weighing(d) || !demo_helps(d) ||
        !demo_hopes(d) || !demo_glass(d) || !demo_opened(d))
        return false;
    cx->actor = &actor_operator;
    cx->now = time_at(day, MORNING);
    return true;
}
