/* Written together, then locked (gap 3; never-list 10). */
#include "contacts/together.h"

#include <string.h>

#include "base/json.h"
#include "contacts/keep.h"
#include "contacts/taken.h"
#include "db/db.h"
#include "frame/notes.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "sharing/permission.h"

static struct town town_here(struct ctx *cx)
{
    cr_assert(settings_load(cx, NULL));
    return town_make(cx);
}

static struct contact logged(struct ctx *cx, const struct town *t)
{
    struct contact c = {.person = t->denise,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where = WHERE_HOME,
                        .where_words = "",
                        .being = 35};

    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    return c;
}

static struct line_words three(const char *a, const char *b, const char *c)
{
    return (struct line_words){{a, b, c, "", "", "", "", ""}};
}

static struct contact now_of(struct ctx *cx, const struct town *t, int64_t id)
{
    struct contact c;

    cr_assert(contact_get(cx, MAY_SEE, t->denise, id, &c), "%s", cx->err.text);
    return c;
}

/* 11:00 of domain 5.1: family is taken out, both press done. */
static struct contact both_done(struct ctx *cx, const struct town *t)
{
    struct contact c = logged(cx, t);
    struct line_words lines =
        three("We talked about family", "We looked at two courses",
              "We ask again about the heat");

    cr_assert(contact_write(cx, &c, 0, &lines), "%s", cx->err.text);
    cr_assert(contact_done(cx, &c), "%s", cx->err.text);
    town_act(cx, t, t->denise, ROLE_PERSON);
    c = now_of(cx, t, c.id);
    lines =
        three("", "We looked at two courses", "We ask again about the heat");
    cr_assert(contact_write(cx, &c, c.rev, &lines));
    cr_assert(contact_done(cx, &c));
    c = now_of(cx, t, c.id);
    cr_assert_eq(c.peer_done, TIME_NONE, "Ruth did not see these lines");
    cr_assert_eq(c.locked, TIME_NONE);
    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(contact_done(cx, &c), "%s", cx->err.text);
    return now_of(cx, t, c.id);
}

TEST(contacts_together, a_line_taken_out_is_gone_and_both_are_done)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t);
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM contacts_line");

    cr_assert_neq(c.locked, TIME_NONE);
    cr_assert_eq(c.lines.n, 2);
    cr_assert_str_eq(c.lines.at[0], "We looked at two courses");
    cr_assert(db_row(q));
    cr_assert_eq(db_get_int(q), 2, "what was taken out is nowhere");
    cr_assert(db_end(q));
}

TEST(contacts_together, nothing_changes_a_locked_line)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t);
    const struct line_words other = three("Something else", "", "");
    struct contact pretend = c; /* a page that was opened before the lock */

    pretend.locked = TIME_NONE;
    for (int hers = 0; hers < 2; hers++) {
        if (hers)
            town_act(cx, &t, t.denise, ROLE_PERSON);
        fails_with(cx, contact_write(cx, &c, c.rev, &other), ERR_CONFLICT);
        fails_with(cx, contact_done(cx, &c), ERR_CONFLICT);
        struct contact stale = pretend;
        fails_with(cx, contact_write(cx, &stale, stale.rev, &other),
                   ERR_CONFLICT);
    }
    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, contact_take_back(cx, &c), ERR_INVALID);
    cr_assert_eq(now_of(cx, &t, c.id).lines.n, 2);
    cr_assert_str_eq(now_of(cx, &t, c.id).lines.at[1],
                     "We ask again about the heat");
    cr_assert_eq(now_of(cx, &t, c.id).locked, c.locked);
}

TEST(contacts_together, below_it_either_adds_and_she_may_see_it_differently)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t);
    struct addeds below;

    fails_with(cx, contact_add(cx, &c, ADDED_DIFFERENT, "No"), ERR_NOTFOUND);
    fails_with(cx, contact_add(cx, &c, ADDED_FOR_PAYER, "No"), ERR_NOTFOUND);
    fails_with(cx, contact_add(cx, &c, ADDED_MORE, ""), ERR_INVALID);
    cr_assert(contact_add(cx, &c, ADDED_MORE, "The course starts in May"));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(contact_add(cx, &c, ADDED_DIFFERENT, "Three courses"));
    cr_assert(contact_added(cx, &c, &below));
    cr_assert_eq(below.n, 2);
    cr_assert_str_eq(below.at[0].who, "Ruth");
    cr_assert_str_eq(below.at[1].words, "Three courses");
    cr_assert_eq(below.at[1].kind, ADDED_DIFFERENT);
    cr_assert_eq(now_of(cx, &t, c.id).lines.n, 2);
}

TEST(contacts_together, nobody_stands_for_lines_they_did_not_see)
{
    struct town t = town_here(cx);
    struct contact c = logged(cx, &t);
    struct line_words lines = three("One", "", "");

    cr_assert(contact_write(cx, &c, 0, &lines));
    lines = three("Two", "", "");
    fails_with(cx, contact_write(cx, &c, 0, &lines), ERR_INVALID);
    fails_with(cx, contact_add(cx, &c, ADDED_MORE, "Early"), ERR_CONFLICT);
    cr_assert_str_eq(now_of(cx, &t, c.id).lines.at[0], "One");
}

TEST(contacts_together, the_policy_bounds_what_is_written)
{
    struct town t = town_here(cx);
    struct contact c = logged(cx, &t);
    struct line_words lines = three("One", "Two", "");
    struct addeds all;

    c.mode = RECORD_MINIMUM;
    cr_assert_eq(contact_lines_most(&c), 1);
    cr_assert(contact_write(cx, &c, 0, &lines));
    cr_assert_eq(c.lines.n, 1);
    c.mode = RECORD_NONE;
    fails_with(cx, contact_write(cx, &c, c.rev, &lines), ERR_CONFLICT);
    c.mode = RECORD_PAYER;
    cr_assert(contact_add(cx, &c, ADDED_FOR_PAYER, "Skills for a course"));
    cr_assert(contact_added(cx, &c, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(now_of(cx, &t, c.id).lines.at[0], "One",
                     "a text for the payer replaces nothing");
}

TEST(contacts_together, nobody_else_reads_it)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t), seen;
    struct contacts list;
    struct permission p = {.what = {t.denise, TOPIC_RECORD, 0},
                           .to = t.luis,
                           .purpose = "so that he knows",
                           .until = TIME_NONE};

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    town_act(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(contact_list(cx, t.denise, CONTACTS_SHOWN, &list), "%s",
              cx->err.text);
    cr_assert_eq(list.n, 0, "it is between the two");
    fails_with(cx, contact_get(cx, MAY_SEE, t.denise, c.id, &seen),
               ERR_NOTFOUND);
}

/* Both see that she sees it another way; the peer is told once. */
TEST(contacts_together, that_she_sees_it_another_way_reaches_the_peer)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t);
    struct contacts told;
    struct addeds below;

    cr_assert(contact_list_differs(cx, &told));
    cr_assert_eq(told.n, 0);
    cr_assert_not(c.differs);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(contact_add(cx, &c, ADDED_DIFFERENT, "Three courses"));
    cr_assert(contact_added(cx, &c, &below));
    contact_note_seen(cx, &c, &below);
    cr_assert(notes_write(cx));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_list_differs(cx, &told));
    cr_assert_eq(told.n, 1, "that she read it herself is not that Ruth did");
    cr_assert_str_eq(told.at[0].who, "Denise");
    contact_note_seen(cx, &c, &below);
    cr_assert(notes_write(cx));
    cr_assert(contact_list_differs(cx, &told));
    cr_assert_eq(told.n, 0, "once");
    cr_assert(now_of(cx, &t, c.id).differs, "beside the record always");
}

TEST(contacts_together, a_peer_who_left_is_told_nothing_of_her)
{
    struct town t = town_here(cx);
    struct contact c = both_done(cx, &t);
    struct contacts told;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(contact_add(cx, &c, ADDED_DIFFERENT, "Three courses"));
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(contact_list_differs(cx, &told));
    cr_assert_eq(told.n, 0);
}

/* A peer who left says no done: hers is enough. */
TEST(contacts_together, her_done_alone_locks_it_when_her_peer_left)
{
    struct town t = town_here(cx);
    struct contact c = logged(cx, &t);

    cr_assert(peer_leave(cx, t.ruth, t.denise));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(contact_done(cx, &c), "%s", cx->err.text);
    cr_assert_neq(now_of(cx, &t, c.id).locked, TIME_NONE);
}

TEST(contacts_together, she_takes_a_copy_and_it_is_made_to_go)
{
    struct town t = town_here(cx);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};
    struct contact c = both_done(cx, &t), gone;

    json_put_object(&out, NULL);
    cr_assert(contacts_export(cx, t.denise, &out), "%s", cx->err.text);
    json_put_end(&out);
    const char *all = arena_dup_n(cx->mem, text.at, text.n);
    cr_assert(strstr(all, "We looked at two courses"));
    cr_assert_not(strstr(all, "family"));
    cr_assert(contacts_erase(cx, t.denise));
    fails_with(cx, contact_get(cx, MAY_SEE, t.denise, c.id, &gone),
               ERR_NOTFOUND);
}
