/* What the two agreed (R15): two authors, one page, versions. */
#include "mutual/agree.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "mutual/keep.h"
#include "people/town_test.h"
#include "sharing/permission.h"

static struct agree_words will(const char *one, const char *two,
                               const char *want)
{
    return (struct agree_words){{one, two, "", want, ""}};
}

static struct agreement page_of(struct ctx *cx, const struct town *t)
{
    struct agreement a;

    cr_assert(agree_get(cx, MAY_CHANGE, t->denise, t->ruth, &a), "%s",
              cx->err.text);
    return a;
}

static void as_ruth(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

static void as_denise(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

static void write_here(struct ctx *cx, const struct town *t,
                       struct agree_words words)
{
    struct agreement a = page_of(cx, t);

    cx->now += 60;
    cr_assert(agree_write(cx, &a, &words), "%s", cx->err.text);
}

/* Both wrote, both said yes: version 2. */
static struct agreement both_said_yes(struct ctx *cx, const struct town *t)
{
    as_ruth(cx, t);
    write_here(cx, t, will("Call when I am late", "", "To learn to wait"));
    as_denise(cx, t);
    write_here(cx, t,
               will("Say when it is too much", "", "Somebody who stays"));
    struct agreement a = page_of(cx, t);
    cr_assert(agree_yes(cx, &a, a.version), "%s", cx->err.text);
    as_ruth(cx, t);
    a = page_of(cx, t);
    cr_assert_eq(a.agreed, 0, "one yes is not two");
    cr_assert(agree_yes(cx, &a, a.version), "%s", cx->err.text);
    return page_of(cx, t);
}

TEST(mutual, it_is_agreed_when_both_said_yes_to_the_same_version)
{
    struct town t = town_make(cx);
    struct agreement a = both_said_yes(cx, &t);

    cr_assert_eq(a.version, 2);
    cr_assert_eq(a.agreed, 2);
    cr_assert_eq(a.steps.at[0].side, SIDE_HERS);
    cr_assert_eq(a.steps.at[1].side, SIDE_PEERS);
    as_denise(cx, &t);
    write_here(cx, &t, will("Say when it is too much", "Come on Tuesdays", ""));
    a = page_of(cx, &t);
    cr_assert_eq(a.version, 3);
    cr_assert_eq(a.agreed, 2, "a change asks both again");
    cr_assert_not(agree_side_said_yes(&a, SIDE_HERS));
    cr_assert_not(agree_side_said_yes(&a, SIDE_PEERS));
}

TEST(mutual, each_writes_their_own_lines_and_none_of_the_others)
{
    struct town t = town_make(cx);
    struct agreement a = both_said_yes(cx, &t);
    size_t hers = 0;

    as_ruth(cx, &t);
    write_here(cx, &t, will("", "", ""));
    a = page_of(cx, &t);
    for (size_t i = 0; i < a.lines.n; i++) {
        hers += a.lines.at[i].side == SIDE_HERS && !a.lines.at[i].until;
        cr_assert(a.lines.at[i].side == SIDE_HERS || a.lines.at[i].until == 3);
    }
    cr_assert_eq(hers, 2, "hers stand as she wrote them");
    cr_assert_eq(a.lines.n, 4, "what was taken out is kept, with its version");
}

TEST(mutual, nobody_says_yes_to_words_they_did_not_see)
{
    struct town t = town_make(cx);
    struct agreement a;

    as_ruth(cx, &t);
    a = page_of(cx, &t);
    fails_with(cx, agree_yes(cx, &a, a.version), ERR_INVALID);
    write_here(cx, &t, will("One", "", ""));
    a = page_of(cx, &t);
    write_here(cx, &t, will("Two", "", ""));
    struct agreement now = page_of(cx, &t);
    fails_with(cx, agree_yes(cx, &now, a.version), ERR_INVALID);
    cr_assert(agree_yes(cx, &now, now.version));
    /* A page read before a change: the store says no as well. */
    write_here(cx, &t, will("Three", "", ""));
    cr_assert(agree_yes(cx, &now, now.version));
    now = page_of(cx, &t);
    cr_assert_not(agree_side_said_yes(&now, SIDE_PEERS));
}

TEST(mutual, the_same_lines_change_nothing_and_long_ones_are_kept_out)
{
    struct town t = town_make(cx);
    struct agreement a = both_said_yes(cx, &t);
    const char *as = arena_fmt(cx->mem, "%0*d", AGREE_LINE_MAX + 1, 7);
    const struct agree_words too_long = will("", as, "");

    write_here(cx, &t, will("Call when I am late", "", "To learn to wait"));
    a = page_of(cx, &t);
    cr_assert_eq(a.version, 2);
    fails_with(cx, agree_write(cx, &a, &too_long), ERR_INVALID);
}

TEST(mutual, a_yes_can_be_taken_back_and_that_is_kept_too)
{
    struct town t = town_make(cx);
    struct agreement a = both_said_yes(cx, &t);

    as_denise(cx, &t);
    a = page_of(cx, &t);
    cr_assert(agree_take_back(cx, &a), "%s", cx->err.text);
    a = page_of(cx, &t);
    cr_assert_eq(a.steps.at[0].what, AGREE_TOOK_YES_BACK);
    cr_assert_not(agree_side_said_yes(&a, SIDE_PEERS));
    fails_with(cx, agree_take_back(cx, &a), ERR_CONFLICT);
}

/* R15: no field the peer can see and the person cannot. Every column that one
 * of them is given, the other is. */
static void same_for_both(const struct agreement *a, const struct agreement *b)
{
    cr_assert_eq(a->version, b->version);
    cr_assert_eq(a->agreed, b->agreed);
    cr_assert_eq(a->lines.n, b->lines.n);
    cr_assert_eq(a->steps.n, b->steps.n);
    cr_assert_str_eq(a->her_name, b->her_name);
    cr_assert_str_eq(a->peer_name, b->peer_name);
    for (size_t i = 0; i < a->lines.n; i++) {
        cr_assert_str_eq(a->lines.at[i].words, b->lines.at[i].words);
        cr_assert_eq(a->lines.at[i].until, b->lines.at[i].until);
    }
    for (size_t i = 0; i < a->steps.n; i++) {
        cr_assert_eq(a->steps.at[i].at, b->steps.at[i].at);
        cr_assert_eq(a->steps.at[i].her_yes, b->steps.at[i].her_yes);
        cr_assert_eq(a->steps.at[i].peer_yes, b->steps.at[i].peer_yes);
    }
}

TEST(mutual, both_see_the_same_page)
{
    struct town t = town_make(cx);
    const struct agreement a = both_said_yes(cx, &t);

    as_denise(cx, &t);
    const struct agreement b = page_of(cx, &t);
    same_for_both(&a, &b);
}

TEST(mutual, nobody_else_reads_it_not_even_one_she_would_name)
{
    struct town t = town_make(cx);
    struct agreement a;
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    struct permission p = {.what = {t.denise, TOPIC_AGREEMENT, 0},
                           .to = t.luis,
                           .purpose = "so that he knows",
                           .until = TIME_NONE};

    both_said_yes(cx, &t);
    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, agree_get(cx, MAY_SEE, t.denise, t.ruth, &a), ERR_NOTFOUND);
    cr_assert(agree_get(cx, MAY_SEE, t.denise, jose, &a), "%s", cx->err.text);
    cr_assert_eq(a.lines.n, 0, "his own page with her is another");
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, agree_get(cx, MAY_SEE, t.denise, t.luis, &a), ERR_NOTFOUND);
    as_denise(cx, &t);
    fails_with(cx, permission_give(cx, &p), ERR_INVALID);
}

TEST(mutual, when_the_peer_leaves_it_ends_and_she_keeps_her_copy)
{
    struct town t = town_make(cx);
    struct agreement a = both_said_yes(cx, &t);
    struct agree_rows rows;
    const struct agree_words more = will("More", "", "");

    cr_assert(peer_leave(cx, t.ruth, t.denise));
    fails_with(cx, agree_get(cx, MAY_SEE, t.denise, t.ruth, &a), ERR_NOTFOUND);
    as_denise(cx, &t);
    a = page_of(cx, &t);
    cr_assert_not(a.walks);
    cr_assert_eq(a.lines.n, 4);
    fails_with(cx, agree_write(cx, &a, &more), ERR_CONFLICT);
    fails_with(cx, agree_yes(cx, &a, a.version), ERR_CONFLICT);
    fails_with(cx, agree_take_back(cx, &a), ERR_CONFLICT);
    cr_assert(agree_list(cx, &rows));
    cr_assert_eq(rows.n, 1);
    cr_assert_not(rows.at[0].walks);
    as_ruth(cx, &t);
    cr_assert(agree_list_waiting(cx, &rows));
    cr_assert_eq(rows.n, 0);
}

/* Never-list 14: what waits stands on the page of who is asked. */
TEST(mutual, what_waits_for_a_yes_is_on_a_list_of_who_is_asked)
{
    struct town t = town_make(cx);
    struct agree_rows rows;

    as_denise(cx, &t);
    write_here(cx, &t, will("Say when it is too much", "", ""));
    cr_assert(agree_list(cx, &rows));
    cr_assert_eq(rows.at[0].state, AGREE_THEIR_TURN);
    as_ruth(cx, &t);
    cr_assert(agree_list_waiting(cx, &rows));
    cr_assert_eq(rows.n, 1);
    cr_assert_str_eq(rows.at[0].name, "Denise");
    both_said_yes(cx, &t);
    cr_assert(agree_list_waiting(cx, &rows));
    cr_assert_eq(rows.n, 0);
}

TEST(mutual, she_takes_a_copy_and_it_is_made_to_go)
{
    struct town t = town_make(cx);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};
    struct query *q = NULL;

    both_said_yes(cx, &t);
    json_put_object(&out, NULL);
    cr_assert(mutual_export(cx, t.denise, &out), "%s", cx->err.text);
    json_put_end(&out);
    const char *all = arena_dup_n(cx->mem, text.at, text.n);
    cr_assert(strstr(all, "Somebody who stays"));
    cr_assert(strstr(all, "To learn to wait"));
    cr_assert(mutual_erase(cx, t.denise));
    q = db_sql(cx, "SELECT (SELECT COUNT(*) FROM mutual_line) +"
                   " (SELECT COUNT(*) FROM mutual_version) +"
                   " (SELECT COUNT(*) FROM mutual_agreement)");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
}
