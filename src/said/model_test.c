/* The engine against a model that is not the code: for each thing what its
 * author said, which words were approved, who has it, and where it must stand;
 * told as a story in plain steps, not as a table. Random histories of all
 * kinds, by all who may and all who may not. */
#include <string.h>

#include "frame/notes.h"
#include "people/town_test.h"
#include "said/read.h"
#include "said/reply.h"
#include "sharing/permission.h"

enum { WORLDS = 24, STEPS = 400, THINGS = 6, WHO = 4 };

struct thing {
    struct said said; /* id, person, kind */
    int64_t author;
    bool to_ruth;         /* a promise of hers, to her peer */
    int draft, approved;  /* which words; 0: none */
    bool draft_is_newest; /* there are words nobody said yes to */
    enum said_state state;
    enum said_ending ending; /* of a promise */
    bool has[WHO];           /* who was given it */
    bool waits;              /* a reply without her word */
    int64_t reply;
    /* A promise that went with the newest reply to a side: */
    struct said_id proposed; /* {0}: none */
    enum said_state stands;
};

static struct {
    struct town town;
    struct person_id who[WHO]; /* denise, ruth, rao, luis */
    struct thing thing[THINGS];
    int n, words;
} world;

static const enum role roles[WHO] = {ROLE_PERSON, ROLE_PEER, ROLE_CLINICIAN,
                                     ROLE_CASE_MANAGER};

static const char *words_of(struct ctx *cx, int n)
{
    return arena_fmt(cx->mem, "words %d", n);
}

static void act(struct ctx *cx, int who)
{
    town_act(cx, &world.town, world.who[who], roles[who]);
}

static bool is_voice(const struct thing *t)
{
    return t->said.kind == SAID_PAGE || t->said.kind == SAID_STATEMENT ||
           t->said.kind == SAID_TELL || t->said.kind == SAID_SIDE;
}

/* What she alone ends: an ask of the agency, what she says of her rights. */
static bool is_ask(const struct thing *t)
{
    return t->said.kind == SAID_ASK || t->said.kind == SAID_GRIEVANCE;
}

static bool is_over(const struct thing *t)
{
    return t->state >= SAID_CLOSED;
}

static bool was_read(const struct thing *t)
{
    return t->state == SAID_DELIVERED || t->state == SAID_UNDERSTOOD ||
           t->state == SAID_ANSWERED;
}

static bool lives_on(const struct thing *t)
{
    return t->state == SAID_APPROVED || was_read(t);
}

/* --- one step each: what the model says, then what the engine does --- */

static void check(struct ctx *cx, bool did, bool should, const char *what,
                  const struct thing *t, int who)
{
    cr_assert_eq(did, should, "%s by %d of a thing of kind %d in state %d: %s",
                 what, who, t->said.kind, t->state,
                 did ? "was let" : cx->err.text);
    ctx_forgive(cx);
    cx->notes = NULL;
}

static void begin(struct ctx *cx)
{
    struct thing *t = &world.thing[world.n];
    const int who = (int)test_random(WHO);

    if (world.n == THINGS)
        return;
    *t =
        (struct thing){.author = world.who[who].v,
                       .said = {.person = world.town.denise,
                                .kind = (enum said_kind)test_random(SAID_KINDS),
                                .due = DATE_NONE,
                                .until = TIME_NONE,
                                .words = words_of(cx, ++world.words)}};
    t->to_ruth =
        who == 0 && t->said.kind == SAID_PROMISE && test_random(2) == 0;
    if (t->to_ruth)
        t->said.to = world.town.ruth;
    act(cx, who);
    /* Her own words are hers; her peer, too, may promise her something. */
    const bool should = who == 0 || (who == 1 && t->said.kind == SAID_PROMISE);
    check(cx, said_begin(cx, &t->said), should, "begin", t, who);
    if (!should)
        return;
    t->draft = world.words;
    t->draft_is_newest = true;
    if (who != 0)
        t->has[who] = true;
    if (t->to_ruth)
        t->has[1] = true;
    world.n++;
}

static void write(struct ctx *cx, struct thing *t, int who)
{
    /* Who reads it does not type it; a promise is worded by who makes it. */
    const bool types = world.who[who].v == t->author;
    bool should = types && !is_over(t);

    if (t->said.kind == SAID_PROMISE && t->state != SAID_DRAFT)
        should =
            false; /* what was promised is changed together, not rewritten */
    if (t->said.kind == SAID_PAGE && types && t->state >= SAID_WITHDRAWN)
        should = true; /* a page can be begun again */
    act(cx, who);
    check(cx, said_write(cx, &t->said, words_of(cx, ++world.words)), should,
          "write", t, who);
    if (!should)
        return;
    t->draft = world.words;
    t->draft_is_newest = true;
}

static void approve(struct ctx *cx, struct thing *t, int who)
{
    struct said now;
    const bool stale = test_random(4) == 0;
    const bool hers = world.who[who].v == t->author;
    const bool lives =
        !is_over(t) || (t->said.kind == SAID_PAGE && t->state != SAID_CLOSED);
    const bool should = hers && !stale && (!t->draft_is_newest || lives);

    act(cx, t->author == world.who[0].v ? 0 : 1);
    cr_assert(said_get(cx, world.town.denise, t->said.id, &now));
    act(cx, who);
    const bool did =
        said_approve(cx, t->said.id, stale ? "not these words" : now.hash);
    check(cx, did, should, "approve", t, who);
    if (!did || !t->draft_is_newest)
        return;
    t->approved = t->draft;
    t->draft_is_newest = false;
    t->state = SAID_APPROVED;
}

/* Given by a permission of hers each: an ask to who stands on a step, what she
 * says of her rights to her peer. */
static void let_hold(struct ctx *cx, struct thing *t, int to)
{
    if (t->said.kind == SAID_GRIEVANCE)
        to = 1;
    struct permission p = {
        .what = {world.town.denise, said_topic(t->said.kind), t->said.id.v},
        .to = world.who[to],
        .purpose = "what I asked for",
        .from = cx->now,
        .until = TIME_NONE};

    if (!t->approved || is_over(t) || t->has[to])
        return;
    act(cx, 0);
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    t->has[to] = true;
}

static void give(struct ctx *cx, struct thing *t, int who)
{
    const int to = 1 + (int)test_random(WHO - 1);

    if (is_ask(t)) {
        let_hold(cx, t, to);
        return;
    }
    const bool should =
        who == 0 && is_voice(t) && t->approved &&
        (!is_over(t) || (t->said.kind == SAID_PAGE && t->state != SAID_CLOSED));

    act(cx, who);
    check(cx, said_give(cx, &t->said, world.who[to], "a visit", TIME_NONE),
          should, "give", t, who);
    if (!should)
        return;
    t->has[to] = true;
    if (is_over(t))
        t->state = SAID_APPROVED;
}

static void read(struct ctx *cx, struct thing *t, int who)
{
    struct said got;
    const bool author = world.who[who].v == t->author;
    const bool should = author || ((who == 0 || t->has[who]) && t->approved);

    act(cx, who);
    const bool did =
        said_get(cx, world.town.denise, t->said.id, &got) && notes_write(cx);
    if (did)
        cr_assert_str_eq(got.words, words_of(cx, author && t->draft_is_newest
                                                     ? t->draft
                                                     : t->approved));
    check(cx, did, should, "read", t, who);
    if (did && who != 0 && (is_voice(t) || is_ask(t)) &&
        t->state == SAID_APPROVED)
        t->state = SAID_DELIVERED;
}

/* Said with a reply to a side, it is a draft that nobody moves or rewrites but
 * her word on the reply, or the end of it all. */
static void proposal(struct ctx *cx, struct thing *t)
{
    struct said s;
    const int who = (int)test_random(WHO);
    const enum said_act any = (enum said_act)test_random(SAID_ACTS);

    if (!t->proposed.v)
        return;
    if (t->stands == SAID_DRAFT) {
        act(cx, who);
        check(cx, said_move(cx, world.town.denise, t->proposed, any, "a word"),
              false, "move what is proposed", t, who);
        s = (struct said){.id = t->proposed, .person = world.town.denise};
        check(cx, said_write(cx, &s, "other words"), false,
              "rewrite what is proposed", t, who);
    }
    act(cx, 0);
    cr_assert(said_get(cx, world.town.denise, t->proposed, &s));
    cr_assert_eq(s.state, t->stands,
                 "a promise of a thing in state %d stands"
                 " at %d, not %d",
                 t->state, s.state, t->stands);
}

/* As proposed by whoever writes back about a side. */
static void note_proposal(struct ctx *cx, struct thing *t)
{
    struct replies back;

    if (t->said.kind != SAID_SIDE)
        return;
    act(cx, 0);
    cr_assert(reply_list(cx, world.town.denise, t->said.id, &back));
    cr_assert_eq(back.at[0].promises.n, 1);
    t->proposed = back.at[0].promises.at[0].id;
    t->stands = SAID_DRAFT;
}

static void reply(struct ctx *cx, struct thing *t, int who)
{
    struct will does = {"Be there", DATE_NONE};
    const struct wills will = {&does, t->said.kind == SAID_SIDE, 1};
    struct reply r = {.thing = t->said.id, .version = 1, .words = "I see."};
    /* Of a page or an ask the peer is no reader who writes back. */
    const bool may_write =
        who != 0 && t->has[who] && (is_voice(t) || is_ask(t)) &&
        (who != 1 || (t->said.kind != SAID_PAGE && t->said.kind != SAID_ASK));

    if (t->said.kind == SAID_PROMISE)
        return;
    if (who == 0) /* she may, of right, but nobody reads her words to her */
        return;
    act(cx, who);
    check(cx, reply_add(cx, &r, &will), may_write && lives_on(t), "reply", t,
          who);
    if (!(may_write && lives_on(t)))
        return;
    t->state = SAID_UNDERSTOOD;
    t->waits = true;
    t->reply = r.id;
    note_proposal(cx, t);
}

static void answer(struct ctx *cx, struct thing *t, int who)
{
    act(cx, who);
    if (!t->reply)
        return;
    const bool yes = test_random(2) == 0;
    const bool should =
        who == 0 && t->waits &&
        (t->said.kind != SAID_SIDE || t->state != SAID_WITHDRAWN);
    check(cx,
          reply_answer(cx, world.town.denise, t->reply,
                       yes ? REPLY_RIGHT : REPLY_NOT_QUITE, "a word"),
          should, "answer", t, who);
    if (!should)
        return;
    t->waits = false;
    t->stands = yes ? SAID_APPROVED : SAID_WITHDRAWN;
    if (t->state == SAID_UNDERSTOOD || t->state == SAID_ANSWERED)
        t->state = SAID_ANSWERED;
}

static bool says_help(enum said_act a)
{
    return a == ACT_HELPED || a == ACT_NOT_HELPED;
}

static bool may_close(const struct thing *t, int who, enum said_act a)
{
    const bool author = world.who[who].v == t->author;

    if (t->said.kind == SAID_PAGE)
        return false;
    if (is_ask(t)) /* only she, from anywhere, and open again */
        return who == 0 &&
               (a == ACT_REOPEN
                    ? t->state == SAID_CLOSED
                    : lives_on(t) && (a == ACT_DONE || a == ACT_NO_HELP ||
                                      a == ACT_LET_GO));
    if (t->said.kind != SAID_PROMISE)
        return author && (says_help(a) ? was_read(t) || t->state == SAID_EXPIRED
                                       : was_read(t) && (a == ACT_DONE ||
                                                         a == ACT_NO_HELP));
    if (a == ACT_REOPEN)
        return who == 0 && t->state == SAID_CLOSED;
    if (a == ACT_SEEN)
        return t->state == SAID_CLOSED &&
               (author || who == 0 || (who == 1 && t->to_ruth));
    if (t->state != SAID_APPROVED)
        return false;
    switch (a) {
    case ACT_DONE:
    case ACT_CHANGE: return author || who == 0 || (who == 1 && t->to_ruth);
    case ACT_COULD_NOT: return author;
    case ACT_LET_GO: return who == 0;
    default: return false;
    }
}

static void close(struct ctx *cx, struct thing *t, int who)
{
    static const enum said_act acts[] = {
        ACT_DONE,   ACT_CHANGE, ACT_COULD_NOT,  ACT_NO_HELP, ACT_LET_GO,
        ACT_REOPEN, ACT_HELPED, ACT_NOT_HELPED, ACT_SEEN};
    static const enum said_ending endings[SAID_ACTS] = {
        [ACT_DONE] = ENDED_DONE,
        [ACT_CHANGE] = ENDED_CHANGED,
        [ACT_COULD_NOT] = ENDED_COULD_NOT,
        [ACT_NO_HELP] = ENDED_NO_HELP,
        [ACT_LET_GO] = ENDED_LET_GO};
    const enum said_act a = acts[test_random(9)];
    const bool should = (who == 0 || t->has[who]) && may_close(t, who, a);
    struct said now;

    act(cx, who);
    check(cx, said_move(cx, world.town.denise, t->said.id, a, "a word"), should,
          "close", t, who);
    if (!should || says_help(a))
        return;
    t->state = a == ACT_REOPEN ? SAID_APPROVED : SAID_CLOSED;
    /* That it was seen says nothing of how it ended. */
    if (a != ACT_SEEN)
        t->ending = endings[a];
    act(cx, 0);
    cr_assert(said_get(cx, world.town.denise, t->said.id, &now), "%s",
              cx->err.text);
    cr_assert_eq(now.state, t->state);
    cr_assert_eq(now.ending, t->ending);
    cx->notes = NULL;
}

static void withdraw(struct ctx *cx, struct thing *t, int who)
{
    const bool can = is_ask(t)
                         ? t->state == SAID_DRAFT && t->said.kind == SAID_ASK
                         : is_voice(t) && !is_over(t);
    const bool should =
        who == 0 &&
        (can || (t->said.kind != SAID_PROMISE && t->state == SAID_WITHDRAWN));

    act(cx, who);
    check(cx, said_withdraw(cx, world.town.denise, t->said.id), should,
          "withdraw", t, who);
    if (!should)
        return;
    t->state = SAID_WITHDRAWN;
    if (t->stands == SAID_DRAFT)
        t->stands = SAID_WITHDRAWN;
    for (int i = 0; i < WHO; i++)
        t->has[i] = false;
}

/* Its time is over: nobody has it, and she can still say whether it helped. */
static void expire(struct ctx *cx, struct thing *t, int who)
{
    (void)who;
    if (!is_voice(t) || !lives_on(t) || test_random(4))
        return;
    act(cx, 0);
    struct said s = t->said;
    s.author = t->author;
    s.until = cx->now;
    cr_assert(said_set_until(cx, &s), "%s", cx->err.text);
    cr_assert(permission_end_thing(
        cx, (struct about){world.town.denise, said_topic(s.kind), s.id.v}));
    cr_assert(said_expire(cx), "%s", cx->err.text);
    t->state = SAID_EXPIRED;
    for (int i = 0; i < WHO; i++)
        t->has[i] = false;
}

static void step(struct ctx *cx)
{
    static void (*const acts[])(struct ctx *, struct thing *, int) = {
        write, approve, approve, give,  give,     read,
        read,  reply,   answer,  close, withdraw, expire};
    struct thing *t;

    cx->now += 60;
    if (world.n == 0 || test_random(6) == 0)
        begin(cx);
    if (world.n == 0)
        return;
    t = &world.thing[test_random(world.n)];
    if (is_ask(t) && test_random(3) == 0) /* its ends are hers, and few */
        close(cx, t, 0);
    else
        acts[test_random((int)(sizeof acts / sizeof *acts))](
            cx, t, (int)test_random(WHO));
    proposal(cx, t);
}

TEST(said, random_histories_of_all_kinds_stand_where_the_model_says)
{
    for (int w = 0; w < WORLDS; w++) {
        world.n = world.words = 0;
        world.town = town_make(cx);
        const struct person_id who[WHO] = {world.town.denise, world.town.ruth,
                                           world.town.rao, world.town.luis};
        memcpy(world.who, who, sizeof who);
        for (int i = 0; i < STEPS; i++)
            step(cx);
        for (int i = 0; i < world.n; i++)
            for (int k = 0; k < WHO; k++)
                read(cx, &world.thing[i], k);
    }
}
