/* A year of one member's visits: what was asked, decided, and what came of it.
 * Sentences are made up, plain, and chosen by chance from short lists. */
#include "demo/demo_int.h"
#include "questions/set_store.h"
#include "visits/after.h"
#include "visits/prep.h"

enum { VISIT_GAP_LEAST = 24, VISIT_GAP_MORE = 30, YEAR = 365, HOUR = 3600 };

static const char *const wants[] = {
    "A plan I can live with",       "To sleep through the night",
    "To be listened to first",      "To know what this pill is for",
    "To go back to work part time", "To feel less tired",
    "To talk about my knee",        "A letter for my landlord",
};
static const char *const talks[] = {
    "I wake up at four and cannot go back",
    "My hands shake when I write",
    "I started walking to the park",
    "The bus stresses me",
    "I miss my brother",
    "Food costs more than it did",
};
static const char *const asks[] = {
    "Can I take it at night?",   "Is there another way?",
    "What happens if I wait?",   "Who can I call on a weekend?",
    "Do I need the blood test?",
};
static const char *const lives[] = {
    "Be awake for my kids after school",
    "Keep my own flat",
    "Play cards on Fridays again",
    "Work in a garden",
    "Visit my mother by bus",
};
static const char *const helps[] = {
    "Radio low at night", "Walking with Sam the dog", "Cooking on Sundays",
    "Calling my sister",  "Sitting by the river",
};
static const char *const decided[] = {
    "Stay as it is for one more month",
    "Try the lower dose at night",
    "Do the blood test on Friday",
    "Write down my sleep",
    "Call the eye clinic",
    "Ask about the food group",
};
static const char *const came[] = {
    "I did it", "It helped a bit", "They called back", "I went twice", "",
};

#define PICK(d, list) ((list)[demo_chance((d), sizeof(list) / sizeof *(list))])

static bool answer(struct demo *d, struct prep *p, const char *link_id,
                   const char *value)
{
    const struct answer_new a = {
        .link_id = link_id, .values = &value, .n = value ? 1 : 0};

    return answer_put(d->cx, p, &a);
}

static const char *scale(struct demo *d, enum visit_kind kind)
{
    static const char *const sleep[] = {"well", "okay", "not-so-well", "badly"};
    static const char *const pain[] = {"none", "little", "some", "lot"};

    return kind == VISIT_MIND ? PICK(d, sleep) : PICK(d, pain);
}

bool demo_counted(struct demo *d, const struct set *set, struct prep *p)
{
    struct sitting s = {.prep = *p, .set = *set};

    if (!sitting_count(d->cx, &s))
        return false;
    *p = s.prep;
    return true;
}

/* How much of it is answered: a half for those still to come. */
bool demo_prepare(struct demo *d, const struct visit *v, bool whole)
{
    struct set set;
    struct prep p;

    if (!set_current(d->cx, (enum set_kind)v->kind, &set) ||
        !prep_begin(d->cx, v->person, v->id, set.id, &p) ||
        !answer(d, &p, "want", PICK(d, wants)) ||
        !answer(d, &p, v->kind == VISIT_MIND ? "sleep" : "pain",
                scale(d, v->kind)))
        return false;
    if (!whole)
        return demo_counted(d, &set, &p);
    if (v->kind == VISIT_MIND && !answer(d, &p, "life", PICK(d, lives)))
        return false;
    return answer(d, &p, "helps", PICK(d, helps)) &&
           answer(d, &p, "talk", PICK(d, talks)) &&
           answer(d, &p, "ask", demo_chance(d, 3) ? PICK(d, asks) : NULL) &&
           demo_counted(d, &set, &p) && prep_finish(d->cx, &p);
}

static bool decide(struct demo *d, const struct visit *v)
{
    for (int i = 0, n = 1 + demo_chance(d, 2); i < n; i++) {
        struct outcome o = {.visit = v->id,
                            .person = v->person,
                            .who = i ? OUTCOME_THEM : OUTCOME_ME,
                            .what = PICK(d, decided),
                            .due = DATE_NONE,
                            .came = ""};
        if (!outcome_add(d->cx, &o))
            return false;
        if (demo_chance(d, 4) == 0)
            continue;
        o.state = demo_chance(d, 5) ? OUTCOME_DONE : OUTCOME_NOT_YET;
        o.came = PICK(d, came);
        if (!outcome_move(d->cx, &o))
            return false;
    }
    return true;
}

static struct visit draw_visit(struct demo *d, const struct person *member,
                               int day)
{
    static const char *const mind[] = {"rao", "lindqvist", "okafor", "cole"};
    static const char *const body[] = {"meyer", "tran", "okafor"};
    bool of_mind = demo_chance(d, 10) < 6;
    const struct person *with =
        demo_staff(d, of_mind ? PICK(d, mind) : PICK(d, body));
    int minute = 9 * 60 + 30 * demo_chance(d, 14);

    return (struct visit){.person = member->id,
                          .program = d->program,
                          .at = time_at(demo_day(d, day), minute),
                          .kind = of_mind ? VISIT_MIND : VISIT_BODY,
                          .inside = true,
                          .with = with->id,
                          .with_name = with->first,
                          .place = demo_chance(d, 2) ? "Riverside clinic" : "",
                          .reason = ""};
}

static bool past_visit(struct demo *d, const struct person *member, int day)
{
    struct visit v = draw_visit(d, member, day);

    demo_act(d, member, v.at - 20 * HOUR);
    if (!visit_add(d->cx, &v) ||
        (demo_chance(d, 3) && !demo_prepare(d, &v, demo_chance(d, 4) > 0)))
        return false;
    demo_act(d, member, v.at + 3 * HOUR);
    if (demo_chance(d, 9) == 0)
        return visit_set_state(d->cx, member->id, v.id, VISIT_CANCELLED);
    return decide(d, &v) &&
           visit_set_state(d->cx, member->id, v.id, VISIT_HELD);
}

bool demo_visits(struct demo *d, const struct person *member)
{
    int day = -YEAR + demo_chance(d, VISIT_GAP_MORE);

    for (; day < -1; day += VISIT_GAP_LEAST + demo_chance(d, VISIT_GAP_MORE))
        if (!past_visit(d, member, day))
            return false;
    /* Some today, most in the next weeks, some not yet. */
    if (demo_chance(d, 5) == 0)
        return true;
    struct visit v =
        draw_visit(d, member, demo_chance(d, 5) ? 1 + demo_chance(d, 20) : 0);
    demo_act(d, member, time_at(demo_day(d, -1), 17 * 60));
    return visit_add(d->cx, &v) &&
           (demo_chance(d, 2) || demo_prepare(d, &v, demo_chance(d, 2) == 0));
}
