/* demo/demo_int.h - what the writers of the made-up program share. */
#ifndef DEMO_DEMO_INT_H
#define DEMO_DEMO_INT_H

#include "demo/cast.h"
#include "demo/demo.h"
#include "people/people.h"
#include "visits/prep_seat.h"

enum { MORNING = 8 * 60 };

/* The program while it is being written. */
struct demo {
    struct ctx *cx;
    struct date today;
    int64_t program;
    uint64_t chance; /* the state of a generator: same date, same program */
    struct person staff[CAST_STAFF];
    struct person members[CAST_MEMBERS];
};

/* 0..below-1. */
int demo_chance(struct demo *d, int below);

/* The day so many days from today (negative: before). */
struct date demo_day(const struct demo *d, int days);

/* From now on the actor is this one, at this moment. */
void demo_act(struct demo *d, const struct person *who, int64_t at);

const struct person *demo_staff(const struct demo *d, const char *sign_in);

/* A year of one member's visits, with answers and decisions; some to come. */
MUST_CHECK bool demo_visits(struct demo *d, const struct person *member);

/* How far she is, as the pages count it. */
MUST_CHECK bool demo_counted(struct demo *d, const struct set *set,
                             struct prep *p);

/* Gets ready for it: all of it, or a half. */
MUST_CHECK bool demo_prepare(struct demo *d, const struct visit *v, bool whole);

/* Says yes to the page of this visit as it is now. */
MUST_CHECK bool demo_approve(struct demo *d, const struct visit *v);

/* Pages that others gave: to Dr. Rao, to Luis, by a link. */
MUST_CHECK bool demo_pages(struct demo *d);

/* What peers and people promised each other. */
MUST_CHECK bool demo_promises(struct demo *d);

/* What helps them, and what peers signed. */
MUST_CHECK bool demo_helps(struct demo *d);

/* What they think over. */
MUST_CHECK bool demo_weighing(struct demo *d);

/* What people ask of the agency, and who answers. */
MUST_CHECK bool demo_asks(struct demo *d);
/* Time that peers gave, and what was written about it. */
MUST_CHECK bool demo_contacts(struct demo *d);
/* What two agreed, and hope that is held. */
MUST_CHECK bool demo_mutual(struct demo *d);
/* Who a peer is, in their own words. */
MUST_CHECK bool demo_signal(struct demo *d);
/* A colleague who is served here too. */
MUST_CHECK bool demo_glass(struct demo *d);
/* What a member opened to the case manager as a whole. */
MUST_CHECK bool demo_opened(struct demo *d);
/* What peers are open to talk of. */
MUST_CHECK bool demo_deck(struct demo *d);
/* What persons like to talk of, and who wants another peer. */
MUST_CHECK bool demo_fit(struct demo *d);
/* What people hope for, and how far they have come. */
MUST_CHECK bool demo_hopes(struct demo *d);
/* Questions peers share. */
MUST_CHECK bool demo_shelf(struct demo *d);
/* When they meet, how they may be reached. */
MUST_CHECK bool demo_rhythm(struct demo *d);

/* What she wants when it is very hard, and who was there. */
MUST_CHECK bool demo_crisis(struct demo *d);

/* What persons say in their own words, and who read it. */
MUST_CHECK bool demo_voice(struct demo *d);

/* Two sides of one thing, and what was agreed. */
MUST_CHECK bool demo_mediation(struct demo *d);

/* Meetings of a team, with a yes or without, and what came back. */
MUST_CHECK bool demo_meetings(struct demo *d);

/* What peers were asked to do, who read the card. */
MUST_CHECK bool demo_role(struct demo *d);

/* What the weeks of peers were for, and whether they fit. */
MUST_CHECK bool demo_week(struct demo *d);

/* What was said of rights, and whom it was told. */
MUST_CHECK bool demo_rights(struct demo *d);

/* What the peer council said, and was answered. */
MUST_CHECK bool demo_council(struct demo *d);

/* Groups, how many came, and what is said of days to come. */
MUST_CHECK bool demo_groups(struct demo *d);

/* What several of them keep beside visits inside: outside ones, who is who,
 * words, events. */
MUST_CHECK bool demo_lives(struct demo *d);

/* Her lines, and what she said about her days. */
MUST_CHECK bool demo_days(struct demo *d, const struct person *member, int days,
                          int said_of_ten);

/* Her page for this visit: given to Dr. Rao, read and answered. */
MUST_CHECK bool demo_shared(struct demo *d, const struct person *member,
                            const struct visit *v);

/* Around one member's next visit: her peer's offer, company, the board. */
MUST_CHECK bool demo_around(struct demo *d, const struct person *member);

/* Denise's own story, domain rows R63, R69 to R75. */
MUST_CHECK bool demo_denise(struct demo *d);

#endif
