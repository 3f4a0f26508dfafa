/* An ask that a peer types: it counts for nothing before her yes. */
#include "asks/typed.h"

#include "asks/held.h"
#include "asks/over.h"
#include "db/db.h"
#include "people/town_test.h"
#include "said/keep.h"

static const char chair[] = "A chair on the landing";

static struct town make(struct ctx *cx)
{
    struct town t = town_make(cx);

    cr_assert(holder_set(cx, t.program, STEP_CASE_MANAGER, t.luis));
    return t;
}

static void be_denise(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

/* Begun without a word, and Ruth may type it. */
static struct said_id begun(struct ctx *cx, const struct town *t)
{
    struct said_id id;

    be_denise(cx, t);
    cr_assert(ask_draft_begin(cx, "", t->ruth, &id), "%s", cx->err.text);
    return id;
}

static bool ruth_types(struct ctx *cx, const struct town *t, struct said_id id,
                       const char *words)
{
    struct ask_draft d;

    town_act(cx, t, t->ruth, ROLE_PEER);
    return ask_draft_get(cx, t->denise, id, &d) &&
           ask_draft_write(cx, &d, words, d.said.hash);
}

static struct ask_draft hers(struct ctx *cx, const struct town *t,
                             struct said_id id)
{
    struct ask_draft d;

    be_denise(cx, t);
    cr_assert(ask_draft_get(cx, t->denise, id, &d), "%s", cx->err.text);
    return d;
}

static bool says_yes(struct ctx *cx, struct said_id id, const char *seen)
{
    const struct ladder_wish first = {
        {WHEN_NOW, WHEN_LATER, WHEN_LATER, WHEN_NEVER},
        {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE}};

    return ask_draft_yes(cx, id, seen, DATE_NONE, &first);
}

/* The days an ask is open, to her and to who holds it, begin there. */
TEST(asks, it_is_asked_on_the_day_of_her_yes)
{
    enum { WEEK = 7 * 86400 };
    const struct town t = make(cx);
    const struct said_id id = begun(cx, &t);
    struct helds list;
    struct held_ask it;
    struct ask a;

    cr_assert(ruth_types(cx, &t, id, chair));
    cx->now += 3 * WEEK;
    cr_assert(says_yes(cx, id, hers(cx, &t, id).said.hash), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a));
    cr_assert_eq(a.days, 0);
    cr_assert_eq(a.said.approved, cx->now);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(held_list(cx, &list));
    cr_assert_eq(list.at[0].days, 0);
    cr_assert(held_get(cx, id, &it));
    cr_assert_eq(it.line.days, 0);
    be_denise(cx, &t);
    cr_assert(ask_end(cx, id, ACT_DONE, ""), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    struct overs overs;
    cr_assert(over_list(cx, &overs), "%s", cx->err.text);
    cr_assert_eq(overs.at[0].made, cx->now);
}

static size_t luis_holds(struct ctx *cx, const struct town *t)
{
    struct helds list;

    town_act(cx, t, t->luis, ROLE_CASE_MANAGER);
    cr_assert(held_list(cx, &list));
    return list.n;
}

TEST(asks, what_a_peer_typed_counts_for_nothing_before_her_yes)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);
    struct ask_drafts drafts;
    struct asks open;
    struct held_ask it;
    struct ask a;

    cr_assert_str_eq(hers(cx, &t, id).typist, "Ruth");
    fails_with(cx, says_yes(cx, id, hers(cx, &t, id).said.hash), ERR_INVALID);
    cr_assert(ruth_types(cx, &t, id, chair), "%s", cx->err.text);
    fails_with(cx, said_approve(cx, id, ""), ERR_NOTFOUND);
    fails_with(cx, says_yes(cx, id, ""), ERR_NOTFOUND);
    fails_with(cx, ask_draft_away(cx, id), ERR_NOTFOUND);
    fails_with(cx, ask_draft_let(cx, id, t.ruth), ERR_NOTFOUND);

    cr_assert_eq(luis_holds(cx, &t), 0);
    fails_with(cx, held_get(cx, id, &it), ERR_NOTFOUND);
    be_denise(cx, &t);
    cr_assert(ask_list(cx, false, ASKS_OPEN_MAX, &open));
    cr_assert_eq(open.n, 0);
    fails_with(cx, ask_get(cx, id, &a), ERR_NOTFOUND);
    cr_assert(ask_drafts(cx, &drafts));
    cr_assert_eq(drafts.n, 1);
    cr_assert_str_eq(drafts.at[0].said.words, chair);
    cr_assert_str_eq(drafts.at[0].typed, "Ruth");

    cr_assert(says_yes(cx, id, drafts.at[0].said.hash), "%s", cx->err.text);
    cr_assert(ask_get(cx, id, &a), "%s", cx->err.text);
    cr_assert_eq(a.said.typed_by.v, t.ruth.v, "it is said who typed");
    cr_assert_eq(luis_holds(cx, &t), 1);
    cr_assert(held_get(cx, id, &it), "%s", cx->err.text);
    cr_assert_str_eq(it.said.words, chair);
}

TEST(asks, her_yes_is_to_exactly_the_words_she_saw)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);

    cr_assert(ruth_types(cx, &t, id, chair));
    const char *seen = hers(cx, &t, id).said.hash;
    cr_assert(ruth_types(cx, &t, id, "Two chairs"));
    be_denise(cx, &t);
    fails_with(cx, says_yes(cx, id, seen), ERR_INVALID);
    cr_assert_eq(luis_holds(cx, &t), 0);

    /* Nor does one write over what the other typed meanwhile. */
    struct ask_draft d = hers(cx, &t, id);
    fails_with(cx, ask_draft_write(cx, &d, "No chair", seen), ERR_INVALID);
    cr_assert(ask_draft_write(cx, &d, "A bench", d.said.hash));
    d = hers(cx, &t, id);
    cr_assert_str_eq(d.typed, "", "these are her own");
    fails_with(cx, ask_draft_write(cx, &d, "", d.said.hash), ERR_INVALID);
    cr_assert(says_yes(cx, id, d.said.hash), "%s", cx->err.text);
}

TEST(asks, only_who_she_lets_types_and_only_as_long)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);
    const struct person_id malik =
        town_add(cx, t.program, ROLE_PEER, "Malik Johnson");
    struct said_id other;
    struct ask_draft d;

    town_act(cx, &t, malik, ROLE_PEER);
    fails_with(cx, ask_draft_get(cx, t.denise, id, &d), ERR_NOTFOUND);
    be_denise(cx, &t);
    fails_with(cx, ask_draft_let(cx, id, malik), ERR_INVALID);
    fails_with(cx, ask_draft_begin(cx, chair, malik, &other), ERR_INVALID);
    cr_assert(ask_draft_let(cx, id, (struct person_id){0}));
    fails_with(cx, ruth_types(cx, &t, id, chair), ERR_NOTFOUND);
    be_denise(cx, &t);
    cr_assert(ask_draft_let(cx, id, t.ruth));
    cr_assert(ruth_types(cx, &t, id, chair));
    cr_assert(says_yes(cx, id, hers(cx, &t, id).said.hash));
    fails_with(cx, ruth_types(cx, &t, id, "Two chairs"), ERR_NOTFOUND);
}

TEST(asks, a_peer_who_walks_with_her_no_more_types_no_more)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);

    cr_assert(peer_leave(cx, t.ruth, t.denise));
    fails_with(cx, ruth_types(cx, &t, id, chair), ERR_NOTFOUND);
    cr_assert_str_eq(hers(cx, &t, id).typist, "");
}

TEST(asks, what_she_throws_away_leaves_no_words)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);
    struct ask_drafts drafts;

    cr_assert(ruth_types(cx, &t, id, chair));
    be_denise(cx, &t);
    cr_assert(ask_draft_away(cx, id), "%s", cx->err.text);
    cr_assert(ask_drafts(cx, &drafts));
    cr_assert_eq(drafts.n, 0);
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM said_version"
                                 " WHERE thing = $1");
    db_put_int(q, id.v);
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
    fails_with(cx, ruth_types(cx, &t, id, chair), ERR_NOTFOUND);
    be_denise(cx, &t);
    fails_with(cx, said_move(cx, t.denise, id, ACT_REOPEN, ""), ERR_CONFLICT);
}

TEST(asks, who_typed_and_is_erased_is_named_no_more)
{
    struct town t = make(cx);
    const struct said_id id = begun(cx, &t);

    cr_assert(ruth_types(cx, &t, id, chair));
    cr_assert(said_erase(cx, t.ruth), "%s", cx->err.text);
    const struct ask_draft d = hers(cx, &t, id);
    cr_assert_eq(d.said.typed_by.v, 0);
    cr_assert_str_eq(d.said.words, chair, "the words are hers");
}
