/* Taken back in time, and not after she had a hand in it. */
#include "contacts/taken.h"

#include <inttypes.h>

#include "contacts/keep.h"
#include "contacts/together.h"
#include "db/db.h"
#include "sharing/town_test.h"

static struct contact logged(struct ctx *cx, const struct town *t)
{
    struct contact c = {.person = t->denise.person,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where_words = "",
                        .being = 35};
    const struct line_words lines = {
        {"We talked about family", "", "", "", "", "", "", ""}};

    cx->actor = &t->ruth;
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(contact_write(cx, &c, 0, &lines));
    return c;
}

static int64_t lines_left(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM contacts_line");
    int64_t n = -1;

    if (db_row(q))
        n = db_get_int(q);
    cr_assert(db_end(q));
    return n;
}

static void is_refused(struct ctx *cx, const struct contact *c,
                       enum err_code code)
{
    cr_assert_not(contact_take_back(cx, c));
    cr_assert_eq(cx->err.code, code, "%s", cx->err.text);
    ctx_forgive(cx);
}

TEST(contacts_taken, in_time_it_is_gone_and_she_is_told)
{
    struct town t = town(cx);
    struct contact c = logged(cx, &t), gone;
    struct takens told;
    struct taken one;

    cr_assert(contact_is_mine_to_take(cx, &c));
    cr_assert(contact_take_back(cx, &c), "%s", cx->err.text);
    cr_assert_eq(lines_left(cx), 0);
    cr_assert(taken_get(cx, c.id, &one));
    cr_assert_eq(one.id, 0, "it is hers to be told");
    cx->actor = &t.denise;
    cr_assert_not(contact_get(cx, MAY_SEE, t.denise.person, c.id, &gone));
    ctx_forgive(cx);
    cr_assert(taken_list(cx, &told));
    cr_assert_eq(told.n, 1);
    cr_assert_str_eq(told.at[0].peer, "Ruth");
    cr_assert_not(told.at[0].seen);
    cx->actor = &t.ana;
    cr_assert(taken_list(cx, &told));
    cr_assert_eq(told.n, 0);
    cr_assert(contacts_erase(cx, t.denise.person));
    cx->actor = &t.denise;
    cr_assert(taken_list(cx, &told));
    cr_assert_eq(told.n, 0);
}

TEST(contacts_taken, not_after_she_wrote)
{
    struct town t = town(cx);
    struct contact c = logged(cx, &t);
    struct line_words lines = {{"I sang", "", "", "", "", "", "", ""}};

    cx->actor = &t.denise;
    cr_assert(contact_write(cx, &c, c.rev, &lines), "%s", cx->err.text);
    cx->actor = &t.ruth;
    cr_assert_not(contact_is_mine_to_take(cx, &c));
    is_refused(cx, &c, ERR_INVALID);
    cr_assert_eq(lines_left(cx), 1, "hers is there");
    lines.at[0] = "We sang";
    cr_assert(contact_write(cx, &c, c.rev, &lines));
    is_refused(cx, &c, ERR_INVALID);
}

TEST(contacts_taken, not_after_her_done_whatever_changed_since)
{
    struct town t = town(cx);
    struct contact c = logged(cx, &t);
    const struct line_words other = {{"Other", "", "", "", "", "", "", ""}};

    cx->actor = &t.denise;
    cr_assert(contact_done(cx, &c));
    cx->actor = &t.ruth;
    cr_assert(contact_write(cx, &c, c.rev, &other));
    cr_assert_eq(c.her_done, TIME_NONE);
    is_refused(cx, &c, ERR_INVALID);
    cx->actor = &t.jose;
    is_refused(cx, &c, ERR_NOTFOUND);
}

static const char *remove_page(struct ctx *cx, const struct contact *c)
{
    return arena_fmt(cx->mem, "/people/%" PRId64 "/record/%" PRId64 "/remove",
                     c->person.v, c->id);
}

TEST(contacts_taken, it_is_asked_once_more_and_told_in_plain_words)
{
    struct town t = town(cx);
    const struct contact c = logged(cx, &t);
    const char *remove = remove_page(cx, &c);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};
    struct browser denise = {.cx = cx, .actor = &t.denise};

    cr_assert(db_commit(cx));
    browse(&ruth, remove);
    cr_assert(has(&ruth, "Take this back?"));
    cr_assert(has(&ruth, "Denise is told"));
    browse_form(&ruth, remove, "");
    cr_assert_eq(ruth.status, 303);
    browse(&denise, "/me");
    cr_assert(has(&denise, "Ruth took this back on"));
    browse_form(&denise, arena_fmt(cx->mem, "/me/record/%" PRId64, c.id),
                "seen=1&line-1=I+sang&go=done");
    cr_assert_eq(denise.status, 422);
    cr_assert(has(&denise, "Ruth took this back on"));
    cr_assert(has(&denise, "I sang"), "what she typed is not lost");
    browse(&denise, arena_fmt(cx->mem, "/me/record/%" PRId64, c.id));
    cr_assert_eq(denise.status, 410);
    browse(&denise, "/me/record");
    cr_assert(has(&denise, "Ruth took this back on"));
    browse(&denise, "/me");
    cr_assert_not(has(&denise, "took this back"), "once");
}

TEST(contacts_taken, when_it_is_too_late_it_is_said_why)
{
    struct town t = town(cx);
    struct contact c = logged(cx, &t);
    const char *remove = remove_page(cx, &c);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};

    cx->actor = &t.denise;
    cr_assert(contact_done(cx, &c));
    cr_assert(db_commit(cx));
    browse_form(&ruth, remove, "");
    cr_assert_eq(ruth.status, 422);
    cr_assert(has(&ruth, "Denise wrote in it or said done"));
    cr_assert(has(&ruth, "You can change the lines together."));
    cr_assert_not(has(&ruth, "Yes, take it back"));
}
