/* Meetings of the ACT team in the made-up program: today at noon Ana said yes
 * and Denise named two only; yesterday Ben did, and waits to hear; last week
 * Denise was heard, and before that in another way. R49 to R51, R53, R54. */
#include "demo/demo_int.h"
#include "meetings/back.h"
#include "meetings/support.h"
#include "meetings/weekly.h"

enum { DENISE, ANA, BEN, NINE = 9 * 60, NOON = 12 * 60, THREE = 15 * 60 };

/* At noon of that day, planned four days before. */
static bool plan(struct demo *d, int days, struct meeting *m)
{
    const struct person *ruth = demo_staff(d, "ruth");
    int64_t who[] = {demo_staff(d, "malik")->id.v,
                     demo_staff(d, "okafor")->id.v, demo_staff(d, "luis")->id.v,
                     demo_staff(d, "meyer")->id.v};
    const struct staff_ids there = {who, 4, 4};
    struct teams teams;

    demo_act(d, ruth, time_at(demo_day(d, days - 4), NINE));
    if (!team_of(d->cx, ruth->id, &teams) || teams.n == 0)
        return false;
    *m = (struct meeting){.team = teams.at[0].id,
                          .at = time_at(demo_day(d, days), NOON)};
    return meeting_make(d->cx, m, &there);
}

/* She says yes the day before; whom: how many of the four she names. */
static bool says_yes(struct demo *d, const struct person *her,
                     const struct meeting *m, struct word *w, size_t whom)
{
    int64_t who[] = {demo_staff(d, "okafor")->id.v, demo_staff(d, "luis")->id.v,
                     demo_staff(d, "malik")->id.v,
                     demo_staff(d, "meyer")->id.v};

    demo_act(d, her, m->at - 26 * 3600);
    w->peer = demo_staff(d, "ruth")->id;
    w->named = (struct staff_ids){who, whom, 4};
    w->hear_day = DATE_NONE;
    w->until = TIME_NONE;
    for (int i = 0; i < TOPICS_MAX; i++)
        w->topics[i] = w->topics[i] ? w->topics[i] : "";
    for (int i = 0; i < DONTS_MAX; i++)
        w->dont[i] = w->dont[i] ? w->dont[i] : "";
    return word_give(d->cx, m, w);
}

/* Denise: heard in the room, then by Ruth alone; what was said came back. */
static bool before(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    struct meeting m;
    struct word in_room = {.topics = {"The heat in my flat"},
                           .voice = VOICE_SHE_READS};
    struct word away = {.topics = {"The heat in my flat", "My uncle's visit"},
                        .voice = VOICE_NOT_THERE,
                        .how = HOW_TOGETHER};
    struct back b = {.person = denise->id,
                     .words = "They write to the landlord this week.",
                     .why = ""};

    if (!plan(d, -14, &m) || !says_yes(d, denise, &m, &in_room, 4))
        return false;
    demo_act(d, demo_staff(d, "ruth"), time_at(demo_day(d, -14), THREE));
    if (!back_write(d->cx, &m, &b))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -13), NINE));
    if (!back_heard(d->cx, b.id) || !plan(d, -7, &m) ||
        !says_yes(d, denise, &m, &away, 4))
        return false;
    b.words = "Luis will be at the building on Saturday. Nobody calls the "
              "police.";
    demo_act(d, demo_staff(d, "ruth"), time_at(demo_day(d, -7), THREE));
    return back_write(d->cx, &m, &b);
}

/* Karen, who leads, planned one that is each week. */
static bool weekly(struct demo *d)
{
    int64_t who[] = {demo_staff(d, "yvonne")->id.v, demo_staff(d, "sam")->id.v,
                     demo_staff(d, "tran")->id.v};
    const struct staff_ids there = {who, 3, 3};
    const struct person *yvonne = demo_staff(d, "yvonne");
    struct teams teams;

    demo_act(d, demo_staff(d, "karen"), time_at(demo_day(d, -5), NINE));
    if (!team_of(d->cx, yvonne->id, &teams) || teams.n == 0)
        return false;
    return weekly_make(d->cx,
                       &(struct meeting){.team = teams.at[0].id,
                                         .at = time_at(demo_day(d, 2), NINE)},
                       &there);
}

bool demo_meetings(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    struct meeting m;
    struct word ben = {.topics = {"A later hour for my visits"},
                       .voice = VOICE_PEER_READS,
                       .hear = HEAR_NEXT_DAY,
                       .how = HOW_CALL};
    struct word ana = {.topics = {"Mi entrevista de trabajo"},
                       .dont = {"Lo que tomo"},
                       .voice = VOICE_NOT_THERE,
                       .how = HOW_CALL};
    struct word two_only = {.topics = {"My uncle's visit"},
                            .voice = VOICE_PEER_READS};
    struct support s = {.peer = demo_staff(d, "ruth")->id,
                        .about = demo_staff(d, "meyer")->id,
                        .kind = SUPPORT_COME,
                        .words = "He talked to my chart and not to me."};

    if (!before(d) || !weekly(d) || !plan(d, -1, &m) ||
        !says_yes(d, &d->members[BEN], &m, &ben, 4) || !plan(d, 0, &m) ||
        !says_yes(d, &d->members[ANA], &m, &ana, 4) ||
        !says_yes(d, denise, &m, &two_only, 2) || !plan(d, 1, &m))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -2), THREE));
    return support_ask(d->cx, &s);
}
