/* may() against a model that is not the code: lists of what happened, and plain
 * loops over them. Random histories: people come, walk together, part, allow,
 * end, take on a second hat; the clock runs; and after every step strangers and
 * friends of all kinds ask. */
#include "base/test.h"
#include "people/people.h"
#include "sharing/barred.h"
#include "sharing/link.h"
#include "sharing/may.h"
#include "sharing/permission.h"

enum {
    PROGRAMS = 2,
    PEOPLE = 30,
    WORLDS = 20,
    STEPS = 100,
    ASKS = 20,
    THINGS = 3
};

struct human {
    struct person_id id; /* a link's id for links */
    int program;
    enum role role; /* of staff; ROLE_PERSON: none; ROLE_LINK: a link */
    bool member;
};

struct walk {
    int64_t peer, member;
    bool over;
};

struct yes {
    int64_t person, reader, thing;
    enum topic topic;
    int64_t until; /* TIME_NONE: none */
    bool over;
    int64_t from;
};

/* It is about the reader: never. */
struct bar {
    int64_t person, reader, thing;
    enum topic topic;
};

static struct {
    int64_t program[PROGRAMS];
    struct human human[PEOPLE];
    int humans;
    struct walk walk[STEPS];
    int walks;
    struct yes yes[STEPS];
    int yeses;
    struct bar bar[STEPS];
    int bars;
} world;

/* --- the model --- */

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

static bool model_walks(const struct human *peer, const struct human *who)
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
static bool model_barred(const struct human *h, const struct human *who,
                         enum topic t, int64_t thing)
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

/* Whether h, with its hat of staff or of the person, may. */
static bool model(struct ctx *cx, const struct human *h, bool own_hat,
                  const struct human *who, enum verb v, struct about w)
{
    if (!who->member)
        return false;
    if (own_hat)
        return h == who && model_herself(v, w.topic);
    if (h->program != who->program || model_barred(h, who, w.topic, w.thing))
        return false;
    if (h->role == ROLE_ADMIN)
        return (v == MAY_SEE &&
                (is_name(w.topic) || w.topic == TOPIC_ACCOUNT)) ||
               (v == MAY_CHANGE && w.topic == TOPIC_ACCOUNT);
    if (h->role == ROLE_PEER && who->role == ROLE_PERSON &&
        model_walks(h, who) && model_near(v, w.topic))
        return true;
    if (h->role == ROLE_SUPERVISOR && who->role == ROLE_PERSON &&
        w.topic == TOPIC_WAY && (v == MAY_SEE || v == MAY_CHANGE))
        return true; /* it keeps their peers safe */
    return model_said_yes(cx, h, who, w.topic, w.thing) &&
           model_worth(h->role, v, w.topic);
}

static bool model_can_be_told(const struct human *reader,
                              const struct human *who, enum topic t)
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

/* --- what happens --- */

static struct human *anyone(void)
{
    return &world.human[test_random(world.humans)];
}

static struct human *any_member(void)
{
    struct human *h = anyone();

    while (!h->member)
        h = anyone();
    return h;
}

static struct human *human_with(int64_t id)
{
    for (int i = 0; i < world.humans; i++)
        if (world.human[i].id.v == id)
            return &world.human[i];
    return NULL;
}

static void act(struct ctx *cx, const struct human *h, bool own_hat)
{
    static struct actor a;

    a = (struct actor){.person =
                           h->role == ROLE_LINK ? (struct person_id){0} : h->id,
                       .account = 1,
                       .session = h->role == ROLE_LINK ? h->id.v : 1,
                       .program = world.program[h->program],
                       .role = own_hat ? ROLE_PERSON : h->role};
    cx->actor = &a;
}

static void be_born(struct ctx *cx, int program, enum role role)
{
    struct person p = {
        .name = "Made Up", .role = role, .program = world.program[program]};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    world.human[world.humans++] =
        (struct human){p.id, program, role, role == ROLE_PERSON};
}

static void walk_together(struct ctx *cx)
{
    struct human *peer = anyone(),
                 *who = test_random(4) ? any_member() : anyone();

    while (peer->role != ROLE_PEER && test_random(8))
        peer = anyone();
    const bool can = peer->role == ROLE_PEER && who->member &&
                     who->role == ROLE_PERSON && peer->program == who->program;
    const bool already = can && model_walks(peer, who);

    cr_assert_eq(peer_join(cx, peer->id, who->id), can);
    ctx_forgive(cx);
    if (can && !already)
        world.walk[world.walks++] = (struct walk){peer->id.v, who->id.v, false};
}

static void part(struct ctx *cx)
{
    if (!world.walks)
        return;
    struct walk *w = &world.walk[test_random(world.walks)];
    cr_assert(peer_leave(cx, (struct person_id){w->peer},
                         (struct person_id){w->member}));
    for (int i = 0; i < world.walks; i++)
        if (world.walk[i].peer == w->peer && world.walk[i].member == w->member)
            world.walk[i].over = true;
}

static int64_t some_end(struct ctx *cx)
{
    return test_random(3) ? cx->now + 1 + test_random(20000) : TIME_NONE;
}

static void end_alike(const struct yes *new)
{
    for (int i = 0; i < world.yeses; i++) {
        struct yes *y = &world.yes[i];
        if (y->person == new->person && y->reader == new->reader &&
            y->topic == new->topic && y->thing == new->thing)
            y->over = true;
    }
}

static int lately(int n)
{
    return n > 12 ? n - 1 - test_random(12) : test_random(n);
}

static void say_yes(struct ctx *cx)
{
    struct human *who = any_member(), *reader = anyone();

    if (world.yeses &&
        test_random(3)) { /* to the same again, of another thing */
        const struct yes *before = &world.yes[lately(world.yeses)];
        who = human_with(before->person);
        reader = human_with(before->reader);
    }
    struct yes y = {who->id.v,
                    reader->id.v,
                    test_random(THINGS),
                    test_random(2) ? TOPIC_PAGE
                                   : (enum topic)test_random(TOPIC_COUNT),
                    some_end(cx),
                    false,
                    test_random(4) ? 0 : cx->now + test_random(9000)};
    if (y.until != TIME_NONE && y.from > 0)
        y.until += y.from - cx->now;
    struct permission p = {.what = {who->id, y.topic, y.thing},
                           .to = reader->id,
                           .purpose = "x",
                           .from = y.from,
                           .until = y.until};

    if (reader->role == ROLE_LINK)
        return;
    act(cx, who, true);
    const bool given = permission_give(cx, &p);
    cr_assert_eq(given, model_can_be_told(reader, who, y.topic) &&
                            !model_barred(reader, who, y.topic, y.thing));
    ctx_forgive(cx);
    if (!given)
        return;
    end_alike(&y);
    world.yes[world.yeses++] = y;
}

static void make_link(struct ctx *cx)
{
    struct human *who = any_member();
    struct yes y = {who->id.v,
                    0,
                    1 + test_random(THINGS - 1),
                    TOPIC_PAGE,
                    cx->now + 1 + test_random(20000),
                    false,
                    0};
    struct link l = {.what = {who->id, y.topic, y.thing},
                     .name = "x",
                     .purpose = "x",
                     .until = y.until};

    if (world.humans == PEOPLE)
        return;
    act(cx, who, true);
    cr_assert(link_make(cx, &l), "%s", cx->err.text);
    y.reader = l.id;
    world.yes[world.yeses++] = y;
    world.human[world.humans++] =
        (struct human){{l.id}, who->program, ROLE_LINK, false};
}

static void take_back(struct ctx *cx)
{
    if (!world.yeses)
        return;
    const struct yes *y = &world.yes[test_random(world.yeses)];
    act(cx, human_with(y->person), true);
    cr_assert(permission_end_thing(
        cx, (struct about){cx->actor->person, y->topic, y->thing}));
    const struct yes like = *y;
    for (int i = 0; i < world.yeses; i++)
        if (world.yes[i].person == like.person &&
            world.yes[i].topic == like.topic &&
            world.yes[i].thing == like.thing)
            world.yes[i].over = true;
}

/* She says that it is about somebody, whether they have it by now or not. */
static void bar(struct ctx *cx)
{
    struct human *who = any_member(), *reader = anyone();
    struct bar b = {who->id.v, reader->id.v, 1 + test_random(THINGS - 1),
                    test_random(2) ? TOPIC_PAGE : TOPIC_GRIEVANCE};

    if (world.yeses && test_random(2)) {
        const struct yes *y = &world.yes[lately(world.yeses)];
        b.person = y->person;
        b.reader = y->reader;
        b.topic = y->topic;
        who = human_with(b.person);
        reader = human_with(b.reader);
    }
    if (reader->role == ROLE_LINK || reader == who || world.bars == STEPS)
        return;
    act(cx, who, true);
    cr_assert(
        barred_add(cx, (struct about){who->id, b.topic, b.thing}, reader->id),
        "%s", cx->err.text);
    world.bar[world.bars++] = b;
}

static void second_hat(struct ctx *cx)
{
    struct human *h = anyone();

    if (h->role == ROLE_LINK || test_random(6))
        return;
    if (h->role == ROLE_PERSON) {
        cr_assert(staff_add(cx, h->id, ROLE_PEER), "%s", cx->err.text);
        h->role = ROLE_PEER;
    } else if (!h->member) {
        cr_assert(member_add(cx, h->id), "%s", cx->err.text);
        h->member = true;
    }
}

static void something_happens(struct ctx *cx)
{
    switch (test_random(9)) {
    case 0:
    case 1: walk_together(cx); break;
    case 2: part(cx); break;
    case 3:
    case 4: say_yes(cx); break;
    case 5: make_link(cx); break;
    case 6: take_back(cx); break;
    case 7: bar(cx); break;
    default: second_hat(cx); break;
    }
    cx->now += test_random(600);
}

/* Who asks about whom and what. Two thirds of the questions are those that may
 * well have a yes. */
static void choose(const struct human **h, const struct human **who,
                   struct about *w)
{
    *h = anyone();
    *who = test_random(9) ? anyone() : *h;
    w->topic = (enum topic)test_random(TOPIC_COUNT);
    w->thing = test_random(THINGS);
    if (test_random(3) == 0 && world.walks) {
        const struct walk *k = &world.walk[lately(world.walks)];
        *h = human_with(k->peer);
        *who = human_with(k->member);
    } else if (test_random(2) && world.yeses) {
        const struct yes *y = &world.yes[lately(world.yeses)];
        *h = human_with(y->reader);
        *who = human_with(y->person);
        w->topic = test_random(3) ? y->topic : w->topic;
    }
    w->person = (*who)->id;
}

static bool ask(struct ctx *cx)
{
    const struct human *h = NULL, *who = NULL;
    struct about w;
    const enum verb v =
        test_random(2) ? MAY_SEE : (enum verb)test_random(MAY_SEND + 1);

    choose(&h, &who, &w);
    const bool own_hat =
        h->role == ROLE_PERSON || (h->member && test_random(2));
    bool yes = false;

    act(cx, h, own_hat);
    cr_assert(may_know(cx, v, w, &yes), "%s", cx->err.text);
    cr_assert_eq(yes, model(cx, h, own_hat, who, v, w),
                 "role %d%s asks %d about topic %d thing %d: may says %d",
                 (int)h->role, own_hat ? " (own hat)" : "", (int)v,
                 (int)w.topic, (int)w.thing, (int)yes);
    return yes;
}

static void begin(struct ctx *cx)
{
    static const enum role staff[] = {ROLE_PEER,       ROLE_PEER,
                                      ROLE_CLINICIAN,  ROLE_CASE_MANAGER,
                                      ROLE_SUPERVISOR, ROLE_ADMIN};

    world.humans = world.walks = world.yeses = world.bars = 0;
    for (int i = 0; i < PROGRAMS; i++) {
        cr_assert(program_add(cx, "Made up", &world.program[i]));
        for (int m = 0; m < 3; m++)
            be_born(cx, i, ROLE_PERSON);
        for (size_t s = 0; s < sizeof staff / sizeof *staff; s++)
            be_born(cx, i, staff[s]);
    }
}

TEST(sharing, may_says_what_a_model_that_is_not_the_code_says)
{
    int said_yes = 0, asked = 0;

    for (int w = 0; w < WORLDS; w++) {
        begin(cx);
        for (int i = 0; i < STEPS; i++) {
            something_happens(cx);
            for (int n = 0; n < ASKS; n++, asked++)
                said_yes += ask(cx);
        }
    }
    cr_assert_geq(asked, 20000);
    /* Most answers are no; enough are yes, or nothing was tried. */
    cr_assert_gt(said_yes, 2000, "%d", said_yes);
}
