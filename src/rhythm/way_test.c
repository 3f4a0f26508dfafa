/* R23, R15: what makes the way to her door safe. */
#include "rhythm/way.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "frame/notes.h"
#include "people/town_test.h"
#include "rhythm/keep.h"
#include "sharing/access.h"

struct near {
    struct town t;
    struct person_id karen, jose;
};

static void as_ruth(struct ctx *cx, const struct near *n)
{
    town_act(cx, &n->t, n->t.ruth, ROLE_PEER);
}

static void as_denise(struct ctx *cx, const struct near *n)
{
    town_act(cx, &n->t, n->t.denise, ROLE_PERSON);
}

static void as_karen(struct ctx *cx, const struct near *n)
{
    town_act(cx, &n->t, n->karen, ROLE_SUPERVISOR);
}

/* Ruth wrote a note about Denise's stairs. */
static struct near noted(struct ctx *cx)
{
    struct near n = {.t = town_make(cx)};

    n.karen = town_add(cx, n.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    n.jose = town_add(cx, n.t.program, ROLE_PEER, "José Rivera");
    as_ruth(cx, &n);
    cr_assert(way_put(cx, n.t.denise, "  No light on the stairs. "), "%s",
              cx->err.text);
    return n;
}

static struct way_note seen(struct ctx *cx, struct person_id whose)
{
    struct way_note v;

    cr_assert(way_get(cx, whose, &v), "%s", cx->err.text);
    return v;
}

static int64_t looks(struct ctx *cx, struct person_id by)
{
    cr_assert(notes_write(cx), "%s", cx->err.text);
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM sharing_access"
                                 " WHERE reader = $1 AND topic = $2");

    db_put_int(q, by.v);
    db_put_int(q, TOPIC_WAY);
    const int64_t n = db_row(q) ? db_get_int(q) : -1;
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

TEST(way, she_her_peer_and_who_leads_read_the_same_note_and_nobody_else)
{
    const struct near n = noted(cx);
    struct ways all;

    cr_assert_str_eq(seen(cx, n.t.denise).note.words,
                     "No light on the stairs.");
    as_denise(cx, &n);
    cr_assert_str_eq(seen(cx, n.t.denise).note.words,
                     "No light on the stairs.");
    cr_assert_str_eq(seen(cx, n.t.denise).note.by, "Ruth");
    as_karen(cx, &n);
    cr_assert_str_eq(seen(cx, n.t.denise).note.words,
                     "No light on the stairs.");
    cr_assert_eq(looks(cx, n.karen), 1, "and Denise can see that she did");
    town_act(cx, &n.t, n.jose, ROLE_PEER);
    cr_assert_eq(seen(cx, n.t.denise).note.id, 0);
    fails_with(cx, way_list(cx, n.t.denise, &all), ERR_NOTFOUND);
    fails_with(cx, way_put(cx, n.t.denise, "Mine"), ERR_NOTFOUND);
    town_act(cx, &n.t, n.t.rao, ROLE_CLINICIAN);
    cr_assert_eq(seen(cx, n.t.denise).note.id, 0);
    town_act(cx, &n.t, n.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, way_list(cx, n.t.denise, &all), ERR_NOTFOUND);
    town_act(cx, &n.t, n.t.ana, ROLE_PERSON);
    fails_with(cx, way_list(cx, n.t.denise, &all), ERR_NOTFOUND);
}

TEST(way, is_gone_for_a_peer_who_walks_with_her_no_more)
{
    const struct near n = noted(cx);

    cr_assert(peer_leave(cx, n.t.ruth, n.t.denise));
    cr_assert_eq(seen(cx, n.t.denise).note.id, 0);
    fails_with(cx, way_away(cx, n.t.denise), ERR_NOTFOUND);
}

TEST(way, each_change_is_a_version_with_who_and_when)
{
    const struct near n = noted(cx);
    struct ways all;

    cx->now += 60;
    cr_assert(way_put(cx, n.t.denise, "No light on the stairs."));
    as_karen(cx, &n);
    cr_assert(way_put(cx, n.t.denise, "Go before dark."), "%s", cx->err.text);
    as_denise(cx, &n);
    cr_assert(way_list(cx, n.t.denise, &all));
    cr_assert_eq(all.n, 2, "the same words again are no version");
    cr_assert_str_eq(all.at[0].by, "Karen");
    cr_assert_str_eq(all.at[0].words, "Go before dark.");
    cr_assert_str_eq(all.at[1].by, "Ruth");
    cr_assert_str_eq(all.at[1].words, "No light on the stairs.");
    cr_assert_eq(all.at[0].at, all.at[1].at + 60);
}

TEST(way, her_words_stand_beside_it_whoever_changes_the_note)
{
    const struct near n = noted(cx);

    as_denise(cx, &n);
    fails_with(cx, way_put(cx, n.t.denise, "Another"), ERR_NOTFOUND);
    fails_with(cx, way_away(cx, n.t.denise), ERR_NOTFOUND);
    cr_assert(way_answer(cx, n.t.denise, "There is a light now."));
    as_ruth(cx, &n);
    fails_with(cx, way_answer(cx, n.t.denise, "Hers"), ERR_NOTFOUND);
    cr_assert(way_put(cx, n.t.denise, "The stairs are steep."));
    cr_assert_str_eq(seen(cx, n.t.denise).answer, "There is a light now.");
    as_karen(cx, &n);
    cr_assert_str_eq(seen(cx, n.t.denise).answer, "There is a light now.");
    as_denise(cx, &n);
    cr_assert(way_answer(cx, n.t.denise, "  "));
    cr_assert_str_eq(seen(cx, n.t.denise).answer, "");
}

TEST(way, taken_away_all_its_words_are_gone)
{
    const struct near n = noted(cx);
    struct ways all;

    cr_assert(way_put(cx, n.t.denise, "Go before dark."));
    as_denise(cx, &n);
    cr_assert(way_answer(cx, n.t.denise, "Come any time."));
    as_ruth(cx, &n);
    cr_assert(way_away(cx, n.t.denise), "%s", cx->err.text);
    cr_assert_eq(seen(cx, n.t.denise).note.id, 0);
    fails_with(cx, way_away(cx, n.t.denise), ERR_NOTFOUND);
    as_denise(cx, &n);
    fails_with(cx, way_answer(cx, n.t.denise, "Again"), ERR_NOTFOUND);
    cr_assert(way_list(cx, n.t.denise, &all));
    cr_assert_eq(all.n, 3, "that there was one stays");
    cr_assert(all.at[0].away);
    for (size_t i = 0; i < all.n; i++)
        cr_assert_str_eq(all.at[i].words, "");
    as_ruth(cx, &n);
    cr_assert(way_put(cx, n.t.denise, "A dog in the yard."));
    cr_assert_str_eq(seen(cx, n.t.denise).answer, "");
}

TEST(way, is_short_and_says_something)
{
    const struct near n = noted(cx);
    char long_one[WAY_MAX + 2];

    memset(long_one, 'a', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = '\0';
    fails_with(cx, way_put(cx, n.t.denise, " "), ERR_INVALID);
    fails_with(cx, way_put(cx, n.t.denise, long_one), ERR_INVALID);
    long_one[WAY_MAX] = '\0';
    cr_assert(way_put(cx, n.t.denise, long_one));
}

TEST(way, who_leads_meets_a_name_only_where_a_note_is)
{
    const struct near n = noted(cx);
    struct way_peers list;

    cr_assert(peer_join(cx, n.t.ruth, n.t.ana));
    cr_assert(peer_join(cx, n.jose, n.t.ana));
    as_karen(cx, &n);
    cr_assert(way_peers(cx, &list), "%s", cx->err.text);
    cr_assert_eq(list.n, 1, "José has nobody with a note");
    cr_assert_str_eq(list.at[0].peer.first, "Ruth");
    cr_assert_eq(list.at[0].people.n, 1);
    cr_assert_str_eq(list.at[0].people.at[0].first, "Denise");
    cr_assert_eq(looks(cx, n.karen), 0, "a list is no look");
    fails_with(cx, way_put(cx, n.t.ana, "A first one"), ERR_NOTFOUND);
    cr_assert(way_away(cx, n.t.denise), "%s", cx->err.text);
    cr_assert(way_peers(cx, &list));
    cr_assert_eq(list.n, 0);
}

TEST(way, who_works_here_too_is_not_known_to_who_leads)
{
    const struct near n = noted(cx);
    struct way_peers list;

    cr_assert(staff_add(cx, n.t.denise, ROLE_PEER), "%s", cx->err.text);
    as_karen(cx, &n);
    cr_assert_eq(seen(cx, n.t.denise).note.id, 0);
    fails_with(cx, way_away(cx, n.t.denise), ERR_NOTFOUND);
    cr_assert(way_peers(cx, &list));
    cr_assert_eq(list.n, 0);
}

TEST(way, is_in_her_copy_and_erased_with_her)
{
    const struct near n = noted(cx);
    struct buf text = buf_new(cx->mem, 1 << 16);
    struct json_out w = {.to = &text};
    struct query *q;

    as_denise(cx, &n);
    cr_assert(way_answer(cx, n.t.denise, "There is a light now."));
    json_put_object(&w, NULL);
    cr_assert(rhythm_export(cx, n.t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert(strstr(text.at, "No light on the stairs."));
    cr_assert(strstr(text.at, "There is a light now."));
    cr_assert(rhythm_erase(cx, n.t.denise), "%s", cx->err.text);
    q = db_sql(cx, "SELECT (SELECT COUNT(*) FROM rhythm_way) +"
                   " (SELECT COUNT(*) FROM rhythm_way_answer)");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 0);
    cr_assert(db_end(q));
}
