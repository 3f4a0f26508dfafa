/* may() against a model that is not the code: lists of what happened, and plain
 * loops over them. Random histories: people come, walk together, part, allow,
 * end, take on a second hat; the clock runs; and after every step strangers and
 * friends of all kinds ask. */
#include "sharing/model_test.h"
#include "base/test.h"
#include "people/people.h"
#include "sharing/barred.h"
#include "sharing/glass.h"
#include "sharing/link.h"
#include "sharing/may.h"
#include "sharing/permission.h"

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

static bool leads(const struct human *h)
{
    return h->role == ROLE_SUPERVISOR || h->role == ROLE_ADMIN;
}

static const struct human *one_who_leads(void)
{
    const struct human *h = anyone();

    while (!leads(h) && test_random(12))
        h = anyone();
    return h;
}

static void ask_for(struct ctx *cx)
{
    const struct human *h = one_who_leads(), *who = anyone();
    bool waits = false;

    while (!(who->member && who->role != ROLE_PERSON) && test_random(40))
        who = anyone();
    for (int i = 0; i < world.panes; i++)
        waits |= world.pane[i].person == who->id.v &&
                 model_waits(cx, &world.pane[i]);
    act(cx, h, false);
    const bool done = glass_ask(cx, who->id, "x");
    cr_assert_eq(done, leads(h) && who->role != ROLE_PERSON &&
                           who->role != ROLE_LINK && h != who &&
                           h->program == who->program && !waits);
    ctx_forgive(cx);
    if (!done)
        return;
    struct glasses list;
    cr_assert(glass_list(cx, &list) && list.n);
    world.pane[world.panes++] = (struct pane){
        list.at[list.n - 1].id, who->id.v, h->id.v, 0, cx->now, 0, false};
}

static void agree_or_end(struct ctx *cx)
{
    if (!world.panes)
        return;
    struct pane *p = &world.pane[lately(world.panes)];
    const struct human *h = test_random(5) ? one_who_leads() : anyone();
    const bool near = h->program == human_with(p->person)->program && leads(h);

    act(cx, h, false);
    if (test_random(4)) {
        const bool can = near && model_waits(cx, p) && p->asker != h->id.v &&
                         p->person != h->id.v;
        cr_assert_eq(glass_agree(cx, p->id), can);
        if (can) {
            p->agreer = h->id.v;
            p->agreed = cx->now;
        }
    } else {
        const bool can = (model_waits(cx, p) || model_is_open(cx, p)) &&
                         leads(h) &&
                         (p->asker == h->id.v || p->agreer == h->id.v);
        cr_assert_eq(glass_end(cx, p->id), can);
        p->over |= can;
    }
    ctx_forgive(cx);
}

static void something_happens(struct ctx *cx)
{
    switch (test_random(12)) {
    case 0:
    case 1: walk_together(cx); break;
    case 2: part(cx); break;
    case 3:
    case 4: say_yes(cx); break;
    case 5: make_link(cx); break;
    case 6: take_back(cx); break;
    case 7: bar(cx); break;
    case 8: ask_for(cx); break;
    case 9:
    case 10: agree_or_end(cx); break;
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
    if (test_random(6) == 0 && world.panes) {
        const struct pane *p = &world.pane[lately(world.panes)];
        *h = human_with(p->agreer && test_random(2) ? p->agreer : p->asker);
        *who = human_with(p->person);
        w->topic = test_random(3) ? TOPIC_REACH : TOPIC_NAME;
    }
    w->person = (*who)->id;
}

static int opened_yes; /* answers that two opened */

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
    opened_yes += yes && who->role != ROLE_PERSON && !own_hat &&
                  model_opened(cx, h, who, v, w.topic);
    return yes;
}

static void begin(struct ctx *cx)
{
    static const enum role staff[] = {ROLE_PEER,       ROLE_PEER,
                                      ROLE_CLINICIAN,  ROLE_CASE_MANAGER,
                                      ROLE_SUPERVISOR, ROLE_ADMIN};

    world.humans = world.walks = world.yeses = world.bars = world.panes = 0;
    for (int i = 0; i < PROGRAMS; i++) {
        cr_assert(program_add(cx, "Made up", &world.program[i]));
        for (int m = 0; m < 3; m++)
            be_born(cx, i, ROLE_PERSON);
        for (size_t s = 0; s < sizeof staff / sizeof *staff; s++)
            be_born(cx, i, staff[s]);
        /* One of them is served too, from the beginning. */
        struct human *both = &world.human[world.humans - 1 - test_random(4)];
        cr_assert(member_add(cx, both->id), "%s", cx->err.text);
        both->member = true;
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
    cr_assert_gt(opened_yes, 50, "%d", opened_yes);
}
