/* Denise, her year, and the two visits that are coming. Made up, after the day
 * described in the field: rows R63, R69 to R75. */
#include "demo/demo_int.h"
#include "frame/notes.h"
#include "people/circle.h"
#include "questions/set_store.h"
#include "visits/after.h"
#include "visits/company.h"
#include "visits/help.h"
#include "visits/prep.h"

enum { HOUR = 3600, LINES_MAX = 3 };

static const char statement[] =
    "I take medicine so I can sing on Sundays and cook for my grandkids. If it "
    "keeps me asleep, it is not working for me.";

/* One of her past visits, newest last. */
struct held {
    int day; /* from today */
    const char *with;
    enum visit_kind kind;
    const char *want, *decided, *came;
    const char *sleep; /* what she answered; NULL: not prepared */
};

static const struct held past[] = {
    {-334, "rao", VISIT_MIND, "To meet the new doctor", "Come back in a month",
     "I came back", NULL},
    {-306, "rao", VISIT_MIND, "To sleep", "Try warm milk and the radio first",
     "The radio helps", "badly"},
    {-250, "meyer", VISIT_BODY, "My feet", "Soft shoes, and look each night",
     "I look most nights", NULL},
    {-222, "rao", VISIT_MIND, "To stop shaking", "Lower the night dose",
     "Less shaking", "badly"},
    {-194, "rao", VISIT_MIND, "To be awake for church",
     "Take it earlier at night", "I made it three Sundays", "not-so-well"},
    {-138, "rao", VISIT_MIND, "Something for the voices",
     "Start the new pill, low dose", "I started two days later", "badly"},
    {-110, "okafor", VISIT_BODY, "My sugar",
     "Check my sugar. Try the food group.", "I went 3 times. I liked it.",
     NULL},
    {-82, "rao", VISIT_MIND, "To be less sleepy in the morning",
     "Lower the morning dose", "It helped for a month", "okay"},
    {-54, "rao", VISIT_MIND, "To know if the pill is why my sugar is up",
     "Stay the same. Do a blood test.", "Done the next week", "okay"},
    {-26, "rao", VISIT_MIND, "To be awake by noon",
     "Split the dose, noon and night", "I did it. Still sleepy.",
     "not-so-well"},
};

static bool say_all(struct demo *d, struct prep *p, const char *link_id,
                    const char *const *values, size_t n)
{
    const struct answer_new a = {.link_id = link_id, .values = values, .n = n};

    return answer_put(d->cx, p, &a);
}

static bool say(struct demo *d, struct prep *p, const char *link_id,
                const char *value)
{
    return say_all(d, p, link_id, &value, 1);
}

static bool begin(struct demo *d, const struct visit *v, struct set *set,
                  struct prep *p)
{
    return set_current(d->cx, (enum set_kind)v->kind, set) &&
           prep_begin(d->cx, v->person, v->id, set->id, p);
}

static struct visit visit_of(struct demo *d, const char *with, int day,
                             int minute, enum visit_kind kind)
{
    const struct person *who = demo_staff(d, with);

    return (struct visit){.person = d->members[0].id,
                          .program = d->program,
                          .at = time_at(demo_day(d, day), minute),
                          .kind = kind,
                          .inside = true,
                          .with = who->id,
                          .with_name = who->first,
                          .place = "Riverside clinic, second floor",
                          .reason = ""};
}

static bool past_visit(struct demo *d, const struct held *h)
{
    const struct person *me = &d->members[0];
    struct visit v = visit_of(d, h->with, h->day, 14 * 60 + 30, h->kind);
    struct set set;
    struct prep p;

    demo_act(d, me, v.at - 20 * HOUR);
    if (!visit_add(d->cx, &v) || !begin(d, &v, &set, &p) ||
        !say(d, &p, "want", h->want))
        return false;
    if (h->sleep &&
        (!say(d, &p, "sleep", h->sleep) || !say(d, &p, "life", statement)))
        return false;
    if (!demo_counted(d, &set, &p) || !prep_finish(d->cx, &p))
        return false;
    if (h == &past[sizeof past / sizeof *past - 1] && !demo_shared(d, me, &v))
        return false;
    demo_act(d, me, v.at + 3 * HOUR);
    struct outcome o = {.visit = v.id,
                        .person = me->id,
                        .who = OUTCOME_WE,
                        .what = h->decided,
                        .due = DATE_NONE,
                        .came = ""};
    if (!outcome_add(d->cx, &o))
        return false;
    o.state = OUTCOME_DONE;
    o.came = h->came;
    return outcome_move(d->cx, &o) &&
           visit_set_state(d->cx, me->id, v.id, VISIT_HELD);
}

/* With Dr. Rao, the day after tomorrow: begun at home, not finished. */
static bool coming_with_rao(struct demo *d)
{
    struct visit v = visit_of(d, "rao", 2, 14 * 60 + 30, VISIT_MIND);
    struct set set;
    struct prep p;

    demo_act(d, &d->members[0], time_at(demo_day(d, -1), 19 * 60));
    return visit_add(d->cx, &v) && begin(d, &v, &set, &p) &&
           say(d, &p, "want", "To be awake by noon, so I can cook") &&
           say(d, &p, "sleep", "okay") && say(d, &p, "days", "mixed") &&
           demo_counted(d, &set, &p);
}

/* José types what she says; it counts once she has read it and said yes. */
static bool jose_typed(struct demo *d, struct prep *p)
{
    const struct person *jose = demo_staff(d, "jose");
    const int64_t at = d->cx->now;
    struct answers shown;

    if (!help_let_type(d->cx, p, jose->id))
        return false;
    demo_act(d, jose, at);
    if (!say(d, p, "want", "Feet, and don't lecture me") || !notes_write(d->cx))
        return false;
    demo_act(d, &d->members[0], at + HOUR / 2);
    if (!answer_list(d->cx, p, ANSWERS_SHOWN, &shown) || shown.n != 1)
        return false;
    return answer_approve(d->cx, p, shown.at[0].id) && help_end(d->cx, p);
}

/* With the doctor for her sugar, tomorrow: feet, and no lecture. José comes. */
static bool coming_with_meyer(struct demo *d)
{
    static const char *const pains[] = {"Both feet, at night"};
    static const char *const helps[] = {"Choir on Sundays",
                                        "Walking to the store"};
    static const char *const check[] = {"feet", "eyes"};
    struct visit v = visit_of(d, "meyer", 1, 10 * 60 + 30, VISIT_BODY);
    struct set set;
    struct prep p;

    demo_act(d, &d->members[0], time_at(demo_day(d, -1), 14 * 60 + 10));
    if (!visit_add(d->cx, &v) || !begin(d, &v, &set, &p) ||
        !jose_typed(d, &p) || !say(d, &p, "pain", "some") ||
        !say_all(d, &p, "pain-where", pains, 1) ||
        !say_all(d, &p, "check", check, 2) ||
        !say(d, &p, "feet", "They burn at night. One toe is dark.") ||
        !say(d, &p, "afraid", "That they talk only about my weight") ||
        !say_all(d, &p, "helps", helps, 2) || !demo_counted(d, &set, &p) ||
        !prep_finish(d->cx, &p))
        return false;
    const struct company c = {
        .visit = v.id,
        .person = d->members[0].id,
        .wanted = COMPANY_YES,
        .peer = demo_staff(d, "jose")->id,
        .name = "",
        .does = COMPANY_SIT | COMPANY_STEP_OUT,
        .words = "Sit next to me. Step out for the exam.",
        .sign = "My scarf",
        .way = "We meet at my door at 9:45 and walk",
        .say = {"My feet burn at night", "I check my sugar most days", ""},
        .dont = {"How much I weigh", "The hospital last year", ""}};
    return company_put(d->cx, &c);
}

/* Who is who for her; days: how long they may know it, 0 until she ends it. */
static const struct {
    const char *name, *who, *knows;
    int days;
} circle[] = {
    {"Lila", "my sister", "How I am. All of it.", 0},
    {"Pastor Greene", "from church", "That I sing again. Not where I live.", 0},
    {"The housing office", "they pay a part of my rent",
     "That I live here, and nothing about my health.", 31},
};

bool demo_denise(struct demo *d)
{
    struct person *me = &d->members[0];

    if (!peer_join(d->cx, demo_staff(d, "jose")->id, me->id) ||
        !demo_days(d, me, 365, 7))
        return false;
    for (size_t i = 0; i < sizeof past / sizeof *past; i++)
        if (!past_visit(d, &past[i]))
            return false;
    demo_act(d, me, time_at(demo_day(d, -300), 20 * 60));
    for (size_t i = 0; i < sizeof circle / sizeof *circle; i++) {
        struct circle_line l = {.name = circle[i].name,
                                .who = circle[i].who,
                                .knows = circle[i].knows,
                                .until = DATE_NONE};
        if (circle[i].days)
            l.until = demo_day(d, circle[i].days);
        if (!circle_add(d->cx, me->id, &l))
            return false;
    }
    return coming_with_meyer(d) && coming_with_rao(d);
}
