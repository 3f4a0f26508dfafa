/* Questions peers found useful (R13): no client data, one vote each. */
#include "shelf/shelf.h"

#include <string.h>

#include "base/json.h"
#include "people/town_test.h"
#include "shelf/keep.h"
#include "shelf/ours.h"

static const char *const question = "What is the best thing you can cook?";

static struct shelf_new asks(const char *words)
{
    return (struct shelf_new){.words = words,
                              .tag = SHELF_HOME,
                              .signed_by_name = true,
                              .anybody = ANYBODY_NO};
}

static bool add(struct ctx *cx, const char *words)
{
    const struct shelf_new n = asks(words);

    return shelf_add(cx, &n);
}

static void as_peer(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

static struct person_id karen(struct ctx *cx, const struct town *t)
{
    return town_add(cx, t->program, ROLE_SUPERVISOR, "Karen Olsen");
}

/* The one that was put there by a peer. */
static struct shelf_question theirs(struct ctx *cx)
{
    struct shelf_questions all;

    cr_assert(shelf_list(cx, SHELF_HOME, &all), "%s", cx->err.text);
    for (size_t i = 0; i < all.n; i++)
        if (!all.at[i].ours)
            return all.at[i];
    cr_assert(false, "none is there");
    return all.at[0];
}

TEST(shelf, a_peer_shares_one_and_it_is_found_by_its_tag)
{
    struct town t = town_make(cx);
    struct shelf_questions all;

    as_peer(cx, &t);
    cr_assert(add(cx, question), "%s", cx->err.text);
    cr_assert_str_eq(theirs(cx).words, question);
    cr_assert_str_eq(theirs(cx).who, "Ruth");
    cr_assert(theirs(cx).mine);
    cr_assert(shelf_list(cx, SHELF_BODY, &all));
    for (size_t i = 0; i < all.n; i++)
        cr_assert_eq(all.at[i].tag, SHELF_BODY);
    cr_assert(shelf_list(cx, SHELF_TAGS, &all));
    cr_assert_eq(all.n, SHELF_OURS + 1);
}

TEST(shelf, whether_anybody_is_in_it_must_be_answered)
{
    struct town t = town_make(cx);
    struct shelf_new n = asks(question);

    as_peer(cx, &t);
    n.anybody = ANYBODY_UNSAID;
    fails_with(cx, shelf_add(cx, &n), ERR_INVALID);
    n.anybody = ANYBODY_YES;
    fails_with(cx, shelf_add(cx, &n), ERR_INVALID);
    n.anybody = ANYBODY_NO;
    n.tag = SHELF_TAGS;
    fails_with(cx, shelf_add(cx, &n), ERR_INVALID);
    fails_with(cx, add(cx, ""), ERR_INVALID);
    fails_with(cx, add(cx, arena_fmt(cx->mem, "%0*d", SHELF_WORDS_MAX + 1, 7)),
               ERR_INVALID);
}

TEST(shelf, no_name_of_anybody_of_the_program_is_in_it)
{
    static const char *const with[] = {
        "What would Denise say?",          "what would denise say?",
        "Would you tell Mr. Carter?",      "Do you know Luis's brother?",
        "What does that Hope fellow say?", "Who is Peña to you?"};
    static const char *const without[] = {
        "What do you hope for?", "Hope: where does yours live?",
        "Will you show me?", "What would you tell a nurse?",
        "Who makes you carry on?"};
    struct town t = town_make(cx);

    town_add(cx, t.program, ROLE_PERSON, "Will Hope");
    town_add(cx, t.program, ROLE_PERSON, "Marisol Peña");
    town_add(cx, t.program, ROLE_CLINICIAN, "Nurse Al Wu");
    as_peer(cx, &t);
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        fails_with(cx, add(cx, with[i]), ERR_INVALID);
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        cr_assert(add(cx, without[i]), "%s: %s", without[i], cx->err.text);
}

TEST(shelf, uses_are_a_number_and_each_peer_has_one_vote)
{
    struct town t = town_make(cx);

    as_peer(cx, &t);
    cr_assert(add(cx, question));
    const int64_t id = theirs(cx).id;
    for (int i = 0; i < 3; i++) {
        cr_assert(shelf_used(cx, id));
        cr_assert(shelf_helped(cx, id, true));
    }
    cr_assert_eq(theirs(cx).used, 3);
    cr_assert_eq(theirs(cx).helped, 1);
    cr_assert(theirs(cx).voted);
    cr_assert(shelf_helped(cx, id, false));
    cr_assert_eq(theirs(cx).helped, 0);
    cr_assert(shelf_used(cx, 1), "one of ours");
    fails_with(cx, shelf_used(cx, SHELF_OURS + 1), ERR_NOTFOUND);
}

TEST(shelf, only_its_author_and_who_leads_take_one_off)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");

    as_peer(cx, &t);
    cr_assert(add(cx, question));
    const int64_t id = theirs(cx).id;
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, shelf_remove(cx, id), ERR_NOTFOUND);
    as_peer(cx, &t);
    cr_assert(shelf_remove(cx, id));
    fails_with(cx, shelf_used(cx, id), ERR_NOTFOUND);
    cr_assert(add(cx, question));
    const int64_t other = theirs(cx).id;
    town_act(cx, &t, karen(cx, &t), ROLE_SUPERVISOR);
    cr_assert(shelf_remove(cx, other));
}

TEST(shelf, one_of_ours_goes_and_comes_back_by_who_leads)
{
    struct town t = town_make(cx);
    struct shelf_questions all;
    struct person_id lead = karen(cx, &t);
    int64_t n = 0;

    as_peer(cx, &t);
    fails_with(cx, shelf_remove(cx, 3), ERR_NOTFOUND);
    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    cr_assert(shelf_remove(cx, 3));
    cr_assert(shelf_list(cx, SHELF_TAGS, &all));
    cr_assert_eq(all.n, SHELF_OURS, "who leads still sees it, last");
    cr_assert(all.at[SHELF_OURS - 1].off);
    as_peer(cx, &t);
    cr_assert(shelf_list(cx, SHELF_TAGS, &all));
    cr_assert_eq(all.n, SHELF_OURS - 1);
    cr_assert(shelf_count(cx, &n));
    cr_assert_eq(n, SHELF_OURS - 1);
    fails_with(cx, shelf_helped(cx, 3, true), ERR_NOTFOUND);
    town_act(cx, &t, lead, ROLE_SUPERVISOR);
    cr_assert(shelf_put_back(cx, 3));
    as_peer(cx, &t);
    cr_assert(shelf_helped(cx, 3, true));
}

TEST(shelf, it_is_for_peers_and_who_leads_them_alone)
{
    static const enum role others[] = {ROLE_PERSON, ROLE_CLINICIAN,
                                       ROLE_CASE_MANAGER, ROLE_ADMIN};
    struct town t = town_make(cx);
    struct shelf_questions all;
    int64_t elsewhere = 0;

    as_peer(cx, &t);
    cr_assert(add(cx, question));
    const int64_t id = theirs(cx).id;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        town_act(cx, &t, t.ana, others[i]);
        fails_with(cx, shelf_list(cx, SHELF_TAGS, &all), ERR_NOTFOUND);
        fails_with(cx, shelf_remove(cx, id), ERR_NOTFOUND);
    }
    town_act(cx, &t, karen(cx, &t), ROLE_SUPERVISOR);
    fails_with(cx, add(cx, question), ERR_NOTFOUND);
    fails_with(cx, shelf_helped(cx, id, true), ERR_NOTFOUND);
    cr_assert(program_add(cx, "Westside", &elsewhere));
    struct person_id far = town_add(cx, elsewhere, ROLE_PEER, "Far Away");
    struct town there = {.program = elsewhere};
    town_act(cx, &there, far, ROLE_PEER);
    cr_assert(shelf_list(cx, SHELF_TAGS, &all));
    cr_assert_eq(all.n, SHELF_OURS, "another program has a shelf of its own");
    fails_with(cx, shelf_used(cx, id), ERR_NOTFOUND);
}

TEST(shelf, its_author_takes_a_copy_and_it_is_made_to_go)
{
    struct town t = town_make(cx);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};
    struct shelf_questions all;

    as_peer(cx, &t);
    cr_assert(add(cx, question));
    cr_assert(shelf_helped(cx, theirs(cx).id, true));
    json_put_object(&out, NULL);
    cr_assert(shelf_export(cx, t.ruth, &out), "%s", cx->err.text);
    json_put_end(&out);
    cr_assert(strstr(arena_dup_n(cx->mem, text.at, text.n), question));
    cr_assert(shelf_erase(cx, t.ruth));
    cr_assert(shelf_list(cx, SHELF_TAGS, &all));
    cr_assert_eq(all.n, SHELF_OURS);
}
