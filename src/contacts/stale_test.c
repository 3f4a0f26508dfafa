/* What one typed while the other changed the lines, as a browser meets it. */
#include "contacts/stale.h"

#include <inttypes.h>

#include "db/db.h"
#include "sharing/town_test.h"

static int64_t logged(struct ctx *cx, const struct town *t)
{
    struct contact c = {.person = t->denise.person,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where_words = "",
                        .being = 35};
    const struct line_words lines = {{"We talked about family",
                                      "We looked at two courses", "", "", "",
                                      "", "", ""}};

    cx->actor = &t->ruth;
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(contact_write(cx, &c, 0, &lines));
    cr_assert(db_commit(cx));
    return c.id;
}

static const char *ours(struct ctx *cx, const struct town *t, int64_t id)
{
    return arena_fmt(cx->mem, "/people/%" PRId64 "/record/%" PRId64,
                     t->denise.person.v, id);
}

static const char *mine(struct ctx *cx, int64_t id)
{
    return arena_fmt(cx->mem, "/me/record/%" PRId64, id);
}

/* What the page of revision 1 held, with a third line typed by who has it. */
static const char *old_page(struct ctx *cx, const char *third, const char *go)
{
    return arena_fmt(cx->mem,
                     "seen=1&was-1=We+talked+about+family"
                     "&line-1=We+talked+about+family"
                     "&was-2=We+looked+at+two+courses"
                     "&line-2=We+looked+at+two+courses&line-3=%s&go=%s",
                     third, go);
}

static bool in_the_record(struct browser *b, const char *words)
{
    browse(b, "/me/record");
    return has(b, words);
}

TEST(contacts_stale, a_line_she_took_out_does_not_come_back)
{
    struct town t = town(cx);
    const int64_t id = logged(cx, &t);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};
    struct browser denise = {.cx = cx, .actor = &t.denise};

    browse_form(&denise, mine(cx, id),
                arena_fmt(cx->mem, "%s&out=1", old_page(cx, "", "")));
    cr_assert_eq(denise.status, 303);
    browse_form(&ruth, ours(cx, &t, id), old_page(cx, "We+meet+again", "done"));
    cr_assert_eq(ruth.status, 422);
    cr_assert(has(&ruth, "These lines were changed a moment ago"));
    cr_assert(has(&ruth, "name=\"seen\" value=\"2\""));
    cr_assert_not(has(&ruth, "family"), "she took it out");
    cr_assert(has(&ruth, "What you typed"));
    cr_assert(has(&ruth, "We meet again"), "what Ruth typed is not lost");
    cr_assert_not(has(&ruth, ">We meet again</textarea>"),
                  "and does not go with a second press");
    browse_form(&ruth, ours(cx, &t, id),
                "seen=2&line-1=We+looked+at+two+courses&go=done");
    cr_assert_eq(ruth.status, 303);
    cr_assert_not(in_the_record(&denise, "family"));
    cr_assert(in_the_record(&denise, "two courses"));
}

TEST(contacts_stale, hers_does_not_go_over_a_line_she_did_not_see)
{
    struct town t = town(cx);
    const int64_t id = logged(cx, &t);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};
    struct browser denise = {.cx = cx, .actor = &t.denise};

    browse_form(&ruth, ours(cx, &t, id), old_page(cx, "About+the+heat", ""));
    browse_form(&denise, mine(cx, id), old_page(cx, "I+sang", "done"));
    cr_assert_eq(denise.status, 422);
    cr_assert(has(&denise, ">About the heat</textarea>"));
    cr_assert(has(&denise, "What I typed"));
    cr_assert(has(&denise, "I sang"));
    cr_assert(in_the_record(&denise, "About the heat"));
}

/* With a draft it is the same: its lines are those of another day. */
static struct tpl_typed_list a_draft(struct req *rq, const char *to)
{
    struct tpl_typed_list all = {0};

    (void)to;
    cr_assert(req_decode(rq, old_page(rq->cx, "I+sang", ""), &all));
    return all;
}

TEST(contacts_stale, a_draft_of_other_lines_stands_apart)
{
    struct town t = town(cx);
    const int64_t id = logged(cx, &t);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};
    struct browser denise = {.cx = cx, .actor = &t.denise, .draft = a_draft};

    browse(&denise, mine(cx, id));
    cr_assert(has(&denise, ">I sang</textarea>"));
    cr_assert_not(has(&denise, "What I typed"));
    browse_form(&ruth, ours(cx, &t, id), old_page(cx, "About+the+heat", ""));
    browse(&denise, mine(cx, id));
    cr_assert_not(has(&denise, ">I sang</textarea>"));
    cr_assert(has(&denise, ">About the heat</textarea>"));
    cr_assert(has(&denise, "What I typed"));
    cr_assert(has(&denise, "I sang"));
}

TEST(contacts_stale, what_was_typed_is_not_lost_when_it_is_locked)
{
    struct town t = town(cx);
    const int64_t id = logged(cx, &t);
    struct browser ruth = {.cx = cx, .actor = &t.ruth};
    struct browser denise = {.cx = cx, .actor = &t.denise};

    browse_form(&ruth, ours(cx, &t, id), old_page(cx, "", "done"));
    browse_form(&denise, mine(cx, id), old_page(cx, "", "done"));
    cr_assert_eq(denise.status, 303);
    browse_form(&ruth, ours(cx, &t, id), old_page(cx, "One+more", "done"));
    cr_assert_eq(ruth.status, 422);
    cr_assert(has(&ruth, "You can add below it."));
    cr_assert(has(&ruth, "One more"));
    cr_assert_not(in_the_record(&denise, "One more"));
}
