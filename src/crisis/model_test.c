/* Random histories of her switch, of who walks with her, of looks and of the
 * clock, against a small model that is not the code: a peer reads her words
 * only on the day after opening them, while she lets that peer. */
#include "crisis/crisis_test.h"
#include "crisis/look.h"
#include "crisis/open.h"
#include "sharing/permission.h"

enum { WORLDS = 10, STEPS = 150, PEERS = 3, HOUR = 3600 };

static struct {
    struct hard_town h;
    struct person_id peer[PEERS];
    bool walks[PEERS], shut[PEERS]; /* shut: she ended this one's look */
    int64_t until[PEERS];           /* 0: not open */
    enum open_to to;
    bool bare;
    int read, not_read;
} w;

static bool lets(int i)
{
    return !w.bare && (w.to == OPEN_ANY || (w.to == OPEN_WALKS && w.walks[i]));
}

static void close_all(void)
{
    for (int i = 0; i < PEERS; i++) {
        w.until[i] = 0;
        w.shut[i] = false;
    }
}

static void she_switches(struct ctx *cx)
{
    const enum open_to to = (enum open_to)test_random(OPEN_COUNT);

    as_denise(cx, &w.h);
    cr_assert(open_put(cx, to), "%s", cx->err.text);
    if (to != w.to)
        close_all();
    w.to = to;
}

static void she_writes(struct ctx *cx)
{
    static const char *const nothing[CHOICE_PARTS] = {"", "", "", "",
                                                      "", "", ""};

    as_denise(cx, &w.h);
    w.bare = test_random(4) == 0;
    cr_assert(choice_put(cx, w.bare ? nothing : hard_words_of_hers));
}

static void she_ends_one(struct ctx *cx, int i)
{
    struct permissions all;

    as_denise(cx, &w.h);
    cr_assert(permission_list(cx, w.h.t.denise, false, &all));
    for (size_t n = 0; n < all.n; n++)
        if (person_same(all.at[n].to, w.peer[i])) {
            cr_assert(permission_end(cx, all.at[n].id));
            w.shut[i] = true;
            w.until[i] = 0;
        }
}

static void one_comes_or_goes(struct ctx *cx, int i)
{
    cr_assert(w.walks[i] ? peer_leave(cx, w.peer[i], w.h.t.denise)
                         : peer_join(cx, w.peer[i], w.h.t.denise));
    w.walks[i] = !w.walks[i];
}

static void one_opens(struct ctx *cx, int i)
{
    const bool may = lets(i) && !w.shut[i];

    town_act(cx, &w.h.t, w.peer[i], ROLE_PEER);
    cr_assert_eq(look_open(cx, w.h.t.denise), may, "%s",
                 cx->err.text ? cx->err.text : "opened");
    ctx_forgive(cx);
    if (may && w.until[i] <= cx->now)
        w.until[i] = cx->now + LOOK_SECONDS;
}

static void something_happens(struct ctx *cx)
{
    const int i = test_random(PEERS);

    switch (test_random(9)) {
    case 0: she_switches(cx); break;
    case 1: she_writes(cx); break;
    case 2: one_comes_or_goes(cx, i); break;
    case 3: she_ends_one(cx, i); break;
    default: one_opens(cx, i); break;
    }
    cx->now += test_random(6 * HOUR);
}

static void each_looks(struct ctx *cx)
{
    struct look l;

    for (int i = 0; i < PEERS; i++) {
        const bool reads = lets(i) && w.until[i] > cx->now;
        town_act(cx, &w.h.t, w.peer[i], ROLE_PEER);
        cr_assert(look_get(cx, w.h.t.denise, &l), "%s", cx->err.text);
        cr_assert_eq(l.all.id != 0, reads);
        cr_assert_eq(l.may_open, lets(i) && !reads && !w.shut[i]);
        w.read += reads;
        w.not_read += !reads;
    }
}

TEST(crisis, nobody_reads_but_on_the_day_they_opened_it_and_while_she_lets_them)
{
    int read = 0, not_read = 0;

    for (int n = 0; n < WORLDS; n++) {
        cx->now = time_at(date_parse("2026-10-13"), 8 * 60);
        w = (__typeof__(w)){.h = hard_town(cx)};
        w.peer[0] = w.h.t.ruth;
        w.peer[1] = w.h.jose;
        w.peer[2] = town_add(cx, w.h.t.program, ROLE_PEER, "Malik Made Up");
        w.walks[0] = true;
        for (int i = 0; i < STEPS; i++) {
            something_happens(cx);
            each_looks(cx);
        }
        read += w.read;
        not_read += w.not_read;
    }
    /* Enough of both, or nothing was tried. */
    cr_assert_gt(read, 300, "%d", read);
    cr_assert_gt(not_read, 300, "%d", not_read);
}
