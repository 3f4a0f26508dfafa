/* What the model says. Written from the README, not from law.c. */
#include "sharing/model_test.h"

struct world world;

static bool one_of(enum topic t, const enum topic *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == t)
            return true;
    return false;
}

#define IN(t, ...)                                 \
    one_of((t), (const enum topic[]){__VA_ARGS__}, \
           sizeof((const enum topic[]){__VA_ARGS__}) / sizeof(enum topic))

static bool is_name(enum topic t)
{
    return IN(t, TOPIC_FIRST_NAME, TOPIC_NAME);
}

/* Her own account: everything, but nobody rewrites a name, a reply is not hers
 * to hand on, and what was seen was seen. */
static bool model_herself(enum verb v, enum topic t)
{
    if (v == MAY_SEE || v == MAY_CARRY)
        return true;
    if (v == MAY_CHANGE)
        return !is_name(t) && t != TOPIC_ACCESS_LOG;
    return IN(t, TOPIC_VISITS, TOPIC_READY, TOPIC_ANSWERS, TOPIC_BETWEEN,
              TOPIC_PAGE, TOPIC_DECISIONS, TOPIC_COMPANY, TOPIC_STATEMENT,
              TOPIC_ASK, TOPIC_MEDIATION, TOPIC_PROMISE, TOPIC_RECORD,
              TOPIC_TIMES, TOPIC_REACH, TOPIC_MEETING, TOPIC_SUPPORT,
              TOPIC_HELPED, TOPIC_GRIEVANCE, TOPIC_GOAL);
}

bool model_walks(const struct human *peer, const struct human *who)
{
    for (int i = 0; i < world.walks; i++)
        if (world.walk[i].peer == peer->id.v &&
            world.walk[i].member == who->id.v && !world.walk[i].over)
            return true;
    return false;
}

/* Somebody near: that there is a visit, and how ready; may offer company,
 * promise something, make times, agree on something, leave hope, and note what
 * makes the way safe; knows whether it was clear what a peer is. */
static bool model_near(enum verb v, enum topic t)
{
    if (v == MAY_CHANGE)
        return IN(t, TOPIC_READY, TOPIC_PROMISE, TOPIC_RECORD, TOPIC_TIMES,
                  TOPIC_AGREEMENT, TOPIC_HOPE, TOPIC_WAY, TOPIC_KNEW,
                  TOPIC_FIT);
    return v == MAY_SEE &&
           (is_name(t) ||
            IN(t, TOPIC_VISITS, TOPIC_READY, TOPIC_RECORD, TOPIC_TIMES,
               TOPIC_REACH, TOPIC_AGREEMENT, TOPIC_WAY, TOPIC_KNEW, TOPIC_FIT));
}

static bool model_said_yes(struct ctx *cx, const struct human *reader,
                           const struct human *who, enum topic t, int64_t thing)
{
    const enum topic about = t == TOPIC_REPLY             ? TOPIC_PAGE
                             : t == TOPIC_STATEMENT_REPLY ? TOPIC_STATEMENT
                                                          : t;

    for (int i = 0; i < world.yeses; i++) {
        const struct yes *y = &world.yes[i];
        if (y->over || y->person != who->id.v || y->reader != reader->id.v)
            continue;
        if (y->from > cx->now)
            continue;
        if (y->until != TIME_NONE && y->until <= cx->now)
            continue;
        if (is_name(t))
            return true;
        if (y->topic == about && (y->thing == 0 || y->thing == thing))
            return true;
    }
    return false;
}

/* Who leads a program has what was sent up to them, and nothing beside it. */
static bool model_worth_to_lead(enum verb v, enum topic t)
{
    if (v == MAY_SEE && (is_name(t) || IN(t, TOPIC_PROMISE, TOPIC_HELPED)))
        return true;
    return (v == MAY_SEE || v == MAY_CHANGE) &&
           IN(t, TOPIC_ASK, TOPIC_GRIEVANCE, TOPIC_ANOTHER_PEER);
}

/* A reply is of its thing; a name is nobody's secret by this. */
bool model_barred(const struct human *h, const struct human *who, enum topic t,
                  int64_t thing)
{
    const enum topic about = t == TOPIC_REPLY             ? TOPIC_PAGE
                             : t == TOPIC_STATEMENT_REPLY ? TOPIC_STATEMENT
                                                          : t;

    for (int i = 0; i < world.bars; i++) {
        const struct bar *b = &world.bar[i];
        if (!is_name(t) && b->person == who->id.v && b->reader == h->id.v &&
            b->topic == about && (thing == 0 || b->thing == thing))
            return true;
    }
    return false;
}

/* What a yes is worth, by who was named. */
static bool model_worth(enum role role, enum verb v, enum topic t)
{
    const bool helps = role == ROLE_PEER;
    const bool treats = role == ROLE_CLINICIAN || role == ROLE_CASE_MANAGER;
    const bool outside = role == ROLE_LINK;

    if (role == ROLE_SUPERVISOR)
        return model_worth_to_lead(v, t);
    if (!helps && !treats && !outside)
        return false;
    switch (v) {
    case MAY_SEE:
        if (is_name(t) || t == TOPIC_PAGE)
            return true;
        if (outside)
            return t == TOPIC_REPLY;
        if (IN(t, TOPIC_VISITS, TOPIC_BETWEEN, TOPIC_DECISIONS, TOPIC_COMPANY,
               TOPIC_STATEMENT, TOPIC_STATEMENT_REPLY, TOPIC_ASK,
               TOPIC_MEDIATION, TOPIC_PROMISE, TOPIC_RECORD, TOPIC_TIMES,
               TOPIC_REACH, TOPIC_HELPED))
            return true;
        return helps ? IN(t, TOPIC_READY, TOPIC_ANSWERS, TOPIC_MEETING,
                          TOPIC_SUPPORT, TOPIC_TYPING, TOPIC_GRIEVANCE,
                          TOPIC_HARD, TOPIC_WEIGHING, TOPIC_HELPS, TOPIC_HABIT,
                          TOPIC_GOAL)
                     : t == TOPIC_REPLY;
    case MAY_CHANGE:
        if (outside)
            return t == TOPIC_REPLY;
        if (IN(t, TOPIC_STATEMENT_REPLY, TOPIC_MEDIATION))
            return true;
        return helps ? IN(t, TOPIC_READY, TOPIC_ANSWERS, TOPIC_DECISIONS,
                          TOPIC_TYPING, TOPIC_GRIEVANCE, TOPIC_WEIGHING,
                          TOPIC_HABIT, TOPIC_GOAL)
                     : IN(t, TOPIC_REPLY, TOPIC_ASK);
    case MAY_CARRY:
        return t == TOPIC_PAGE || (!outside && t == TOPIC_STATEMENT) ||
               (helps && t == TOPIC_MEETING);
    case MAY_SEND: return false;
    }
    return false;
}

bool model_waits(const struct ctx *cx, const struct pane *p)
{
    return p->agreer == 0 && !p->over && cx->now < p->asked + 8 * 3600;
}

bool model_is_open(const struct ctx *cx, const struct pane *p)
{
    return p->agreer != 0 && !p->over && cx->now < p->agreed + 4 * 3600;
}

/* One of two who opened it: where to find a colleague. */
bool model_opened(const struct ctx *cx, const struct human *h,
                  const struct human *who, enum verb v, enum topic t)
{
    if (v != MAY_SEE || !(is_name(t) || t == TOPIC_REACH) ||
        (h->role != ROLE_SUPERVISOR && h->role != ROLE_ADMIN))
        return false;
    for (int i = 0; i < world.panes; i++) {
        const struct pane *p = &world.pane[i];
        if (p->person == who->id.v && model_is_open(cx, p) &&
            (p->asker == h->id.v || p->agreer == h->id.v))
            return true;
    }
    return false;
}

/* Whether h, with its hat of staff or of the person, may. */
bool model(struct ctx *cx, const struct human *h, bool own_hat,
           const struct human *who, enum verb v, struct about w)
{
    if (!who->member)
        return false;
    if (own_hat)
        return h == who && model_herself(v, w.topic);
    if (h->program != who->program || model_barred(h, who, w.topic, w.thing))
        return false;
    if (who->role != ROLE_PERSON && model_opened(cx, h, who, v, w.topic))
        return true;
    if (h->role == ROLE_ADMIN)
        return who->role == ROLE_PERSON &&
               ((v == MAY_SEE &&
                 (is_name(w.topic) || w.topic == TOPIC_ACCOUNT)) ||
                (v == MAY_CHANGE && w.topic == TOPIC_ACCOUNT));
    if (h->role == ROLE_PEER && who->role == ROLE_PERSON &&
        model_walks(h, who) && model_near(v, w.topic))
        return true;
    if (h->role == ROLE_SUPERVISOR && who->role == ROLE_PERSON &&
        w.topic == TOPIC_WAY && (v == MAY_SEE || v == MAY_CHANGE))
        return true; /* it keeps their peers safe */
    return model_said_yes(cx, h, who, w.topic, w.thing) &&
           model_worth(h->role, v, w.topic);
}

bool model_can_be_told(const struct human *reader, const struct human *who,
                       enum topic t)
{
    if (reader == who || reader->program != who->program)
        return false;
    if (reader->role == ROLE_PEER)
        return IN(t, TOPIC_VISITS, TOPIC_READY, TOPIC_ANSWERS, TOPIC_BETWEEN,
                  TOPIC_PAGE, TOPIC_DECISIONS, TOPIC_COMPANY, TOPIC_STATEMENT,
                  TOPIC_ASK, TOPIC_MEDIATION, TOPIC_PROMISE, TOPIC_RECORD,
                  TOPIC_TIMES, TOPIC_REACH, TOPIC_MEETING, TOPIC_SUPPORT,
                  TOPIC_TYPING, TOPIC_HELPED, TOPIC_GRIEVANCE, TOPIC_HARD,
                  TOPIC_WEIGHING, TOPIC_HELPS, TOPIC_HABIT, TOPIC_GOAL);
    if (reader->role == ROLE_SUPERVISOR)
        return IN(t, TOPIC_ASK, TOPIC_PROMISE, TOPIC_HELPED, TOPIC_GRIEVANCE,
                  TOPIC_ANOTHER_PEER);
    if (reader->role == ROLE_CLINICIAN || reader->role == ROLE_CASE_MANAGER)
        return IN(t, TOPIC_VISITS, TOPIC_BETWEEN, TOPIC_PAGE, TOPIC_DECISIONS,
                  TOPIC_COMPANY, TOPIC_STATEMENT, TOPIC_ASK, TOPIC_MEDIATION,
                  TOPIC_PROMISE, TOPIC_RECORD, TOPIC_TIMES, TOPIC_REACH,
                  TOPIC_HELPED);
    return false;
}
