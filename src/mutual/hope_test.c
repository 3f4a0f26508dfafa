/* Hope a peer holds for a person (R14): hers, and the peer is told nothing. */
#include "mutual/hope.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "frame/notes.h"
#include "mutual/keep.h"
#include "people/town_test.h"
#include "rhythm/space.h"

static const char *const words = "You came back. I saw it.";

static void as_denise(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

static void as_ruth(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

/* Ruth leaves one; Denise acts. */
static struct hope left(struct ctx *cx, const struct town *t)
{
    struct hopes all;

    as_ruth(cx, t);
    cr_assert(hope_leave(cx, t->denise, words), "%s", cx->err.text);
    as_denise(cx, t);
    cr_assert(hope_list(cx, &all));
    cr_assert_geq(all.n, 1);
    return all.at[0];
}

static struct hope_left what_ruth_sees(struct ctx *cx, const struct town *t)
{
    struct hope_lefts all;

    as_ruth(cx, t);
    cr_assert(hope_list_left(cx, t->denise, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    return all.at[0];
}

TEST(mutual_hope, it_is_signed_and_new_until_she_opens_the_page)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    struct hopes all;
    const char *who = NULL;

    cr_assert_str_eq(h.words, words);
    cr_assert_str_eq(h.who, "Ruth");
    cr_assert(h.fresh);
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "Ruth");
    hope_note_seen(cx);
    cr_assert(notes_write(cx));
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "");
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_not(all.at[0].fresh);
}

TEST(mutual_hope, a_hidden_one_is_not_on_home_and_comes_back)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    struct hopes all;
    const char *who = NULL;

    cr_assert(hope_move(cx, h.id, HOPE_HIDE));
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "");
    cr_assert(hope_list(cx, &all));
    cr_assert(all.at[0].hidden);
    cr_assert(hope_move(cx, h.id, HOPE_SHOW));
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "Ruth");
}

/* Whatever she does, the peer is shown the very same. */
TEST(mutual_hope, the_peer_is_never_told_what_became_of_it)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    const struct hope_left before = what_ruth_sees(cx, &t);

    as_denise(cx, &t);
    hope_note_seen(cx);
    cr_assert(notes_write(cx));
    cr_assert(hope_move(cx, h.id, HOPE_HIDE));
    cr_assert(hope_move(cx, h.id, HOPE_AWAY));
    const struct hope_left after = what_ruth_sees(cx, &t);
    cr_assert_eq(after.id, before.id);
    cr_assert_eq(after.at, before.at);
    cr_assert_eq(after.back, before.back);
    cr_assert(hope_take_back(cx, t.denise, h.id), "as if it were there");
    cr_assert(what_ruth_sees(cx, &t).back);
}

TEST(mutual_hope, taken_away_for_good_its_words_are_nowhere)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    struct hopes all;

    cr_assert(hope_move(cx, h.id, HOPE_AWAY));
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 0);
    fails_with(cx, hope_move(cx, h.id, HOPE_SHOW), ERR_NOTFOUND);
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM mutual_hope"
                                 " WHERE words IS NOT NULL");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
}

TEST(mutual_hope, the_peer_takes_their_own_back_and_nobody_elses)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    struct hopes all;
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");

    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, hope_take_back(cx, t.denise, h.id), ERR_NOTFOUND);
    as_ruth(cx, &t);
    fails_with(cx, hope_list(cx, &all), ERR_NOTFOUND);
    cr_assert(hope_take_back(cx, t.denise, h.id));
    as_denise(cx, &t);
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 0);
}

TEST(mutual_hope, she_can_want_none)
{
    struct town t = town_make(cx);
    const char *who = NULL;
    bool on = true;

    left(cx, &t);
    cr_assert(hope_set(cx, false));
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "", "and Home says nothing of the one there is");
    as_ruth(cx, &t);
    cr_assert(hope_is_on(cx, t.denise, &on));
    cr_assert_not(on);
    fails_with(cx, hope_leave(cx, t.denise, words), ERR_CONFLICT);
    as_denise(cx, &t);
    cr_assert(hope_set(cx, true));
    left(cx, &t);
}

TEST(mutual_hope, few_words_and_few_notes)
{
    struct town t = town_make(cx);
    const char *long_one = arena_fmt(cx->mem, "%0*d", HOPE_WORDS_MAX + 1, 7);

    as_ruth(cx, &t);
    fails_with(cx, hope_leave(cx, t.denise, ""), ERR_INVALID);
    fails_with(cx, hope_leave(cx, t.denise, long_one), ERR_INVALID);
    for (int i = 0; i < HOPE_WEEK_MAX; i++)
        cr_assert(hope_leave(cx, t.denise, words));
    fails_with(cx, hope_leave(cx, t.denise, words), ERR_CONFLICT);
    fails_with(cx, hope_leave(cx, t.ana, words), ERR_NOTFOUND);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, hope_leave(cx, t.denise, words), ERR_NOTFOUND);
}

TEST(mutual_hope, a_peer_who_left_finds_nothing_and_she_keeps_it)
{
    struct town t = town_make(cx);
    struct hope h = left(cx, &t);
    struct hope_lefts theirs;
    struct hopes all;
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};

    cr_assert(peer_leave(cx, t.ruth, t.denise));
    as_ruth(cx, &t);
    fails_with(cx, hope_list_left(cx, t.denise, &theirs), ERR_NOTFOUND);
    fails_with(cx, hope_take_back(cx, t.denise, h.id), ERR_NOTFOUND);
    as_denise(cx, &t);
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 1);
    json_put_object(&out, NULL);
    cr_assert(mutual_export(cx, t.denise, &out), "%s", cx->err.text);
    json_put_end(&out);
    cr_assert(strstr(arena_dup_n(cx->mem, text.at, text.n), words));
}

/* R16: while she wants space it is kept, and the peer knows; then it is hers.
 */
TEST(mutual_hope, one_left_while_she_wants_space_is_kept_until_that_ends)
{
    struct town t = town_make(cx);
    struct hopes all;
    const char *who = NULL;
    bool any = true;

    as_denise(cx, &t);
    cr_assert(space_ask(cx, t.denise, (struct date){day_of(cx->now).days + 3}));
    as_ruth(cx, &t);
    cr_assert(hope_leave(cx, t.denise, words), "%s", cx->err.text);
    cr_assert(what_ruth_sees(cx, &t).kept);
    as_denise(cx, &t);
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 0);
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "");
    cr_assert(hope_any(cx, &any));
    cr_assert_not(any);
    hope_note_seen(cx); /* the page, with nothing on it */
    cr_assert(notes_write(cx));
    cx->now = time_at((struct date){day_of(cx->now).days + 3}, 8 * 60);
    cr_assert(hope_list(cx, &all));
    cr_assert_eq(all.n, 1);
    cr_assert(all.at[0].fresh, "she has not seen it");
    cr_assert(hope_newest(cx, &who));
    cr_assert_str_eq(who, "Ruth");
    cr_assert_not(what_ruth_sees(cx, &t).kept);
}
