/* R55: her choices for hard times, who opens them, who was there. */
#include <string.h>

#include "base/json.h"
#include "crisis/crisis_test.h"
#include "crisis/keep.h"
#include "crisis/look.h"
#include "crisis/open.h"
#include "db/db.h"
#include "frame/notes.h"
#include "sharing/access.h"
#include "sharing/permission.h"

/* What the peer who acts reads: NULL, nothing. */
static const char *reads(struct ctx *cx, struct person_id whose)
{
    struct look l;

    cr_assert(look_get(cx, whose, &l), "%s", cx->err.text);
    return l.all.id ? l.all.words[CHOICE_HELPS] : NULL;
}

static void opens(struct ctx *cx, const struct hard_town *h, enum open_to to)
{
    as_denise(cx, h);
    cr_assert(open_put(cx, to), "%s", cx->err.text);
}

static int64_t looks_noted(struct ctx *cx, struct person_id by)
{
    cr_assert(notes_write(cx), "%s", cx->err.text);
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM sharing_access"
                                 " WHERE reader = $1 AND topic = $2");

    db_put_int(q, by.v);
    db_put_int(q, TOPIC_HARD);
    const int64_t n = db_row(q) ? db_get_int(q) : -1;
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

TEST(crisis, her_words_are_versions_that_only_she_reads)
{
    const struct hard_town h = hard_town(cx);
    static const char *const one[CHOICE_PARTS] = {"  Tea  ", "", "", "",
                                                  "",        "", ""};
    struct choice_words now;
    struct choices before;

    cr_assert(choice_put(cx, hard_words_of_hers));
    cr_assert(choice_before(cx, &before));
    cr_assert_eq(before.n, 0, "the same again is no version");
    cr_assert(choice_put(cx, one), "%s", cx->err.text);
    cr_assert(choice_mine(cx, &now));
    cr_assert_str_eq(now.words[CHOICE_HELPS], "Tea");
    cr_assert_str_eq(now.words[CHOICE_PAPER], "");
    cr_assert(choice_before(cx, &before));
    cr_assert_eq(before.n, 1);
    cr_assert_str_eq(before.at[0].words[CHOICE_PAPER],
                     "In the blue box; Rosa has a copy");
    as_ruth(cx, &h);
    fails_with(cx, choice_mine(cx, &now), ERR_NOTFOUND);
    fails_with(cx, choice_before(cx, &before), ERR_NOTFOUND);
    fails_with(cx, choice_put(cx, one), ERR_NOTFOUND);
}

TEST(crisis, a_part_has_an_end_and_none_is_asked_for)
{
    const struct hard_town h = hard_town(cx);
    char long_one[CHOICE_MAX + 2];
    const char *words[CHOICE_PARTS] = {"", "", "", "", "", "", ""};
    struct choice_words now;

    as_denise(cx, &h);
    cr_assert(choice_put(cx, words), "%s", cx->err.text);
    cr_assert(choice_mine(cx, &now));
    cr_assert(now.bare);
    memset(long_one, 'a', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = '\0';
    words[CHOICE_NO] = long_one;
    fails_with(cx, choice_put(cx, words), ERR_INVALID);
}

TEST(crisis, by_default_nobody_can_open_it)
{
    const struct hard_town h = hard_town(cx);
    enum open_to to;
    struct look_rows rows;

    cr_assert(open_get(cx, &to));
    cr_assert_eq(to, OPEN_NOBODY);
    as_ruth(cx, &h);
    cr_assert_null(reads(cx, h.t.denise));
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
    as_jose(cx, &h);
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
    cr_assert(look_offered(cx, &rows));
    cr_assert_eq(rows.n, 0);
}

TEST(crisis, who_walks_with_her_opens_it_for_one_day_and_she_is_told)
{
    const struct hard_town h = hard_town(cx);
    struct lookeds told;
    struct looked fresh;

    opens(cx, &h, OPEN_WALKS);
    as_ruth(cx, &h);
    cr_assert_null(reads(cx, h.t.denise), "it is an act to open it");
    cr_assert(look_open(cx, h.t.denise), "%s", cx->err.text);
    cr_assert(look_open(cx, h.t.denise), "twice is once");
    cr_assert_str_eq(reads(cx, h.t.denise), "Sit with me by the window");
    cr_assert_eq(looks_noted(cx, h.t.ruth), 1);
    as_jose(cx, &h);
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
    cr_assert_null(reads(cx, h.t.denise));
    as_denise(cx, &h);
    cr_assert(look_list(cx, &told));
    cr_assert_eq(told.n, 1);
    cr_assert_str_eq(told.at[0].who, "Ruth");
    cr_assert_eq(told.at[0].at, cx->now);
    cr_assert(look_untold(cx, &fresh));
    cr_assert_str_eq(fresh.who, "Ruth");
    look_note_told(cx);
    cr_assert(notes_write(cx));
    cr_assert(look_untold(cx, &fresh));
    cr_assert_eq(fresh.at, 0, "she is told once");
    as_ruth(cx, &h);
    cx->now += LOOK_SECONDS - 1;
    cr_assert(reads(cx, h.t.denise));
    cx->now += 1;
    cr_assert_null(reads(cx, h.t.denise), "it ends by itself");
    cr_assert(look_open(cx, h.t.denise), "another hard day");
    cr_assert(reads(cx, h.t.denise));
}

TEST(crisis, any_peer_of_her_program_and_nobody_else)
{
    const struct hard_town h = hard_town(cx);
    struct look_rows rows;
    struct town far;

    opens(cx, &h, OPEN_ANY);
    as_jose(cx, &h);
    cr_assert(look_offered(cx, &rows), "%s", cx->err.text);
    cr_assert_eq(rows.n, 1);
    cr_assert_str_eq(rows.at[0].shown, "Denise C.");
    cr_assert(look_open(cx, h.t.denise), "%s", cx->err.text);
    cr_assert(reads(cx, h.t.denise));
    as_ruth(cx, &h);
    cr_assert(look_offered(cx, &rows));
    cr_assert_eq(rows.n, 0, "Ruth has her own way to it");
    town_act(cx, &h.t, h.t.rao, ROLE_CLINICIAN);
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
    cr_assert_null(reads(cx, h.t.denise));
    cr_assert(program_add(cx, "Far away", &far.program));
    far.ruth = town_add(cx, far.program, ROLE_PEER, "Ruth Away");
    town_act(cx, &far, far.ruth, ROLE_PEER);
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
    cr_assert(look_offered(cx, &rows));
    cr_assert_eq(rows.n, 0);
}

TEST(crisis, it_ends_at_once_when_she_says_so)
{
    const struct hard_town h = hard_town(cx);

    opens(cx, &h, OPEN_ANY);
    as_jose(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    opens(cx, &h, OPEN_NOBODY);
    as_jose(cx, &h);
    cr_assert_null(reads(cx, h.t.denise));
    opens(cx, &h, OPEN_ANY);
    as_jose(cx, &h);
    cr_assert_null(reads(cx, h.t.denise), "not by what was opened before");
    cr_assert(look_open(cx, h.t.denise));
    opens(cx, &h, OPEN_WALKS);
    as_jose(cx, &h);
    cr_assert_null(reads(cx, h.t.denise));
    as_denise(cx, &h);
    fails_with(cx, open_put(cx, OPEN_COUNT), ERR_INVALID);
}

TEST(crisis, one_peers_look_that_she_ended_is_not_opened_again)
{
    const struct hard_town h = hard_town(cx);
    struct permissions all;

    opens(cx, &h, OPEN_WALKS);
    as_ruth(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    as_denise(cx, &h);
    cr_assert(permission_list(cx, h.t.denise, false, &all));
    cr_assert_eq(all.n, 1);
    cr_assert(permission_end(cx, all.at[0].id));
    as_ruth(cx, &h);
    cr_assert_null(reads(cx, h.t.denise));
    fails_with(cx, look_open(cx, h.t.denise), ERR_NOTFOUND);
}

TEST(crisis, a_peer_who_left_reads_no_more)
{
    const struct hard_town h = hard_town(cx);

    opens(cx, &h, OPEN_WALKS);
    as_ruth(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    cr_assert(peer_leave(cx, h.t.ruth, h.t.denise));
    cr_assert_null(reads(cx, h.t.denise));
}

TEST(crisis, who_works_here_too_is_never_opened) /* R103 */
{
    const struct hard_town h = hard_town(cx);
    struct look_rows rows;
    enum open_to to;

    opens(cx, &h, OPEN_ANY);
    as_jose(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    cr_assert(staff_add(cx, h.t.denise, ROLE_PEER), "%s", cx->err.text);
    cr_assert_null(reads(cx, h.t.denise));
    cr_assert(look_offered(cx, &rows));
    cr_assert_eq(rows.n, 0);
    as_denise(cx, &h);
    cr_assert(open_holds(cx, &to));
    cr_assert_eq(to, OPEN_NOBODY, "her page says so");
}

TEST(crisis, a_switch_without_words_opens_nothing)
{
    const struct hard_town h = hard_town(cx);
    const char *words[CHOICE_PARTS] = {"Tea", "", "", "", "", "", ""};
    enum open_to to;

    as_denise(cx, &h);
    cr_assert(choice_away(cx), "%s", cx->err.text);
    cr_assert(open_put(cx, OPEN_ANY), "%s", cx->err.text);
    cr_assert(open_holds(cx, &to));
    cr_assert_eq(to, OPEN_NOBODY);
    cr_assert(choice_put(cx, words), "%s", cx->err.text);
    cr_assert(open_holds(cx, &to));
    cr_assert_eq(to, OPEN_ANY);
}

TEST(crisis, taken_away_all_words_are_gone_and_it_is_closed)
{
    const struct hard_town h = hard_town(cx);
    struct choices before;
    enum open_to to;

    opens(cx, &h, OPEN_ANY);
    as_jose(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    as_denise(cx, &h);
    cr_assert(choice_away(cx), "%s", cx->err.text);
    cr_assert(open_get(cx, &to));
    cr_assert_eq(to, OPEN_NOBODY);
    cr_assert(choice_before(cx, &before));
    for (size_t i = 0; i < before.n; i++)
        for (int p = 0; p < CHOICE_PARTS; p++)
            cr_assert_str_eq(before.at[i].words[p], "");
    as_jose(cx, &h);
    cr_assert_null(reads(cx, h.t.denise));
}

static int64_t rows(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT (SELECT COUNT(*) FROM crisis_choice) +"
                                 " (SELECT COUNT(*) FROM crisis_open) +"
                                 " (SELECT COUNT(*) FROM crisis_look) +"
                                 " (SELECT COUNT(*) FROM crisis_there)");
    const int64_t n = db_row(q) ? db_get_int(q) : -1;

    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

TEST(crisis, it_is_in_her_copy_and_erased_with_her)
{
    const struct hard_town h = hard_town(cx);
    struct buf text = buf_new(cx->mem, 1 << 16);
    struct json_out w = {.to = &text};

    opens(cx, &h, OPEN_WALKS);
    as_ruth(cx, &h);
    cr_assert(look_open(cx, h.t.denise));
    as_denise(cx, &h);
    json_put_object(&w, NULL);
    cr_assert(crisis_export(cx, h.t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    for (int p = 0; p < CHOICE_PARTS; p++)
        cr_assert(strstr(text.at, hard_words_of_hers[p]));
    cr_assert(strstr(text.at, "who walks with me"));
    cr_assert_eq(rows(cx), 3);
    cr_assert(crisis_erase(cx, h.t.denise), "%s", cx->err.text);
    cr_assert_eq(rows(cx), 0);
}
