#include "helps/signed.h"

#include <string.h>

#include "frame/notes.h"
#include "helps/keep.h"
#include "helps/open.h"
#include "people/town_test.h"
#include "sharing/access.h"

static struct strategy radio(void)
{
    return (struct strategy){
        .words = "Radio low", .moment = "At night", .helps = "The voices"};
}

static int64_t added(struct ctx *cx, struct town *t)
{
    struct strategy s = radio();

    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(strategy_add(cx, &s, (struct person_id){0}), "%s", cx->err.text);
    return s.id;
}

TEST(helps, her_list_is_hers_and_the_last_used_is_on_top) /* R58 */
{
    struct town t = town_make(cx);
    const int64_t first = added(cx, &t), second = added(cx, &t);
    struct strategies all;

    cr_assert(strategy_list(cx, t.denise, &all));
    cr_assert_eq(all.n, 2);
    cr_assert_eq(all.at[0].id, second, "the newest");
    cr_assert_eq(all.at[0].used, TIME_NONE);
    cr_assert(strategy_used(cx, first), "%s", cx->err.text);
    cr_assert(strategy_list(cx, t.denise, &all));
    cr_assert_eq(all.at[0].id, first);
    cr_assert_eq(all.at[0].used, cx->now);
    cr_assert_str_eq(all.at[0].words, "Radio low");
    struct strategy s = {.id = first, .words = "", .moment = "", .helps = ""};
    fails_with(cx, strategy_change(cx, &s), ERR_INVALID);
    s.words = "Radio very low";
    cr_assert(strategy_change(cx, &s), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, strategy_list(cx, t.denise, &all), ERR_NOTFOUND);
    fails_with(cx, strategy_used(cx, first), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, strategy_list(cx, t.denise, &all), ERR_NOTFOUND);
    fails_with(cx, strategy_change(cx, &s), ERR_NOTFOUND);
    fails_with(cx, strategy_away(cx, first), ERR_NOTFOUND);
}

TEST(helps, one_line_is_opened_to_one_peer_and_no_other) /* R58 */
{
    struct town t = town_make(cx);
    const struct person_id jose =
        town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    const int64_t open = added(cx, &t), shut = added(cx, &t);
    struct strategies seen;
    struct accesses log;
    int64_t older = 0;

    cr_assert(peer_join(cx, jose, t.denise), "%s", cx->err.text);
    fails_with(cx, strategy_open(cx, open, t.rao), ERR_INVALID);
    cr_assert(strategy_used(cx, open));
    cr_assert(strategy_open(cx, open, t.ruth), "%s", cx->err.text);
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(strategy_opened(cx, t.denise, &seen));
    cr_assert_eq(seen.n, 0);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(strategy_opened(cx, t.denise, &seen));
    cr_assert_eq(seen.n, 1);
    cr_assert_eq(seen.at[0].id, open);
    cr_assert_neq(seen.at[0].id, shut);
    cr_assert_eq(seen.at[0].used, TIME_NONE, "when she used it is hers");
    cr_assert(notes_write(cx));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(access_list(cx, t.denise, 0, &log, &older));
    cr_assert_eq(log.n, 1);
    cr_assert_eq(log.at[0].what.thing, open);
    cr_assert(strategy_open(cx, open, jose));
    cr_assert(strategy_shut(cx, open, t.ruth));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(strategy_opened(cx, t.denise, &seen));
    cr_assert_eq(seen.n, 0);
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(strategy_opened(cx, t.denise, &seen));
    cr_assert_eq(seen.n, 1, "closing it to one leaves the other");
    cr_assert(peer_leave(cx, jose, t.denise));
    cr_assert(strategy_opened(cx, t.denise, &seen));
    cr_assert_eq(seen.n, 0, "who does not walk with her any more");
}

TEST(helps, what_a_peer_signed_is_copied_and_hers_from_then_on) /* R58 */
{
    struct town t = town_make(cx);
    struct strategy s = radio();
    struct strategies all;
    struct signeds shelf;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, signed_add(cx, &s), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(signed_add(cx, &s), "%s", cx->err.text);
    s.helps = "So Denise can rest";
    fails_with(cx, signed_add(cx, &s), ERR_INVALID);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, signed_list(cx, &shelf), ERR_NOTFOUND);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(signed_list(cx, &shelf));
    cr_assert_eq(shelf.n, 1);
    cr_assert_str_eq(shelf.at[0].s.from, "Ruth");
    const int64_t id = shelf.at[0].s.id;
    cr_assert(signed_copy(cx, id), "%s", cx->err.text);
    fails_with(cx, signed_off(cx, id), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(signed_off(cx, id), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    fails_with(cx, signed_copy(cx, id), ERR_NOTFOUND);
    cr_assert(strategy_list(cx, t.denise, &all));
    cr_assert_eq(all.n, 1);
    cr_assert(all.at[0].copied);
    cr_assert_str_eq(all.at[0].from, "Ruth");
    cr_assert_str_eq(all.at[0].helps, "The voices");
}

TEST(helps, who_leads_takes_one_off_and_another_peer_does_not)
{
    struct town t = town_make(cx);
    const struct person_id jose =
        town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    const struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");
    struct strategy s = radio();
    struct signeds shelf;

    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(signed_add(cx, &s) && signed_list(cx, &shelf));
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, signed_off(cx, shelf.at[0].s.id), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(signed_off(cx, shelf.at[0].s.id), "%s", cx->err.text);
    cr_assert(signed_list(cx, &shelf));
    cr_assert_eq(shelf.n, 0);
}

TEST(helps, it_is_in_her_copy_and_goes_with_her)
{
    struct town t = town_make(cx);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out w = {.to = &text};
    struct strategies all;

    (void)added(cx, &t);
    json_put_object(&w, NULL);
    cr_assert(helps_export(cx, t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert(strstr(text.at, "Radio low") && strstr(text.at, "The voices"));
    cr_assert(helps_erase(cx, t.denise), "%s", cx->err.text);
    cr_assert(strategy_list(cx, t.denise, &all));
    cr_assert_eq(all.n, 0);
}
