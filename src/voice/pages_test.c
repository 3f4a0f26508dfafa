/* Her pages and the reader's, asked as a browser asks. */
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/notes.h"
#include "people/town_test.h"
#include "voice/read.h"

enum { HASH = 64 }; /* digits */

static struct draft a_draft(const struct town *t)
{
    struct draft d = {.person = t->denise,
                      .kind = SAID_TELL,
                      .message = "My door does not lock.",
                      .want = "",
                      .not_want = "",
                      .to = {{t->rao, t->luis}, 2},
                      .aloud = true,
                      .until = DATE_NONE};

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d.details[i].words = "";
    return d;
}

/* Said yes to, with nothing to sign. */
static struct draft given(struct ctx *cx, const struct town *t)
{
    struct draft d = a_draft(t);
    struct said s;
    struct words w;

    town_act(cx, t, t->ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, PART2_NO));
    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(draft_save(cx, &d) && voice_shown(cx, d.id, &s, &w));
    cr_assert(voice_approve(cx, d.id, s.hash), "%s", cx->err.text);
    return d;
}

static int64_t writes_back(struct ctx *cx, const struct town *t,
                           struct person_id who, struct said_id id)
{
    struct wills none = {0};
    struct opened o;

    town_act(cx, t, who, ROLE_CASE_MANAGER);
    cr_assert(voice_open(cx, id, MAY_SEE, &o) && notes_write(cx));
    struct reply r = {.thing = id, .version = 1, .words = "I see."};
    cr_assert(voice_reply(cx, &r, &none), "%s", cx->err.text);
    return r.id;
}

static struct browser as(struct ctx *cx, const struct town *t,
                         struct person_id who, enum role role)
{
    struct actor *own = ARENA_NEW(cx->mem, struct actor);

    town_act(cx, t, who, role);
    *own = *cx->actor;
    return (struct browser){.cx = cx, .actor = own};
}

static const char *at(struct ctx *cx, const char *before, int64_t id,
                      const char *after)
{
    return arena_fmt(cx->mem, "%s%lld%s", before, (long long)id, after);
}

static bool has(const struct browser *b, const char *what)
{
    return strstr(b->body, what) != NULL;
}

static int times(const char *in, const char *what)
{
    int n = 0;

    for (const char *s = strstr(in, what); s; s = strstr(s + 1, what))
        n++;
    return n;
}

static void becomes(struct ctx *cx, const struct town *t, enum part2 status)
{
    town_act(cx, t, t->ruth, ROLE_ADMIN);
    cr_assert(db_begin(cx) && part2_set(cx, status) && db_commit(cx));
}

/* What stands behind this in the page; so much of it. */
static const char *behind(struct ctx *cx, const struct browser *b,
                          const char *mark, size_t n)
{
    const char *at = strstr(b->body, mark);

    cr_assert(at, "%s", b->body);
    return arena_dup_n(cx->mem, at + strlen(mark), n);
}

/* She saves it with these fields, too: whether it is marked then. */
static bool keeps(struct ctx *cx, struct browser *b, const struct town *t,
                  struct said_id id, const char *fields)
{
    const char *edit = at(cx, "/me/say/", id.v, "/edit");
    struct draft now;

    browse(b, edit);
    browse_form(b, edit,
                arena_fmt(cx->mem, "message=My+door.&go=later&seen=%s%s",
                          behind(cx, b, "name=\"seen\" value=\"", HASH),
                          fields));
    cr_assert_eq(b->status, 303, "%s", b->body);
    town_act(cx, t, t->denise, ROLE_PERSON);
    cr_assert(db_begin(cx) && draft_get(cx, t->denise, id, &now));
    cr_assert(db_commit(cx));
    return now.part2;
}

TEST(voice_pages, a_mistake_is_said_at_the_reply_it_is_about)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);
    const int64_t first = writes_back(cx, &t, t.luis, d.id);

    (void)writes_back(cx, &t, t.rao, d.id);
    struct browser b = as(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(db_commit(cx));
    browse_form(&b,
                arena_fmt(cx->mem, "/me/say/%lld/answer/%lld",
                          (long long)d.id.v, (long long)first),
                "answer=not&said=");
    cr_assert_eq(b.status, 422, "%s", b.body);
    cr_assert_eq(times(b.body, "id=\"f-said\""), 1, "%s", b.body);
    cr_assert_eq(times(b.body, "<details open>"), 1, "%s", b.body);
}

TEST(voice_pages, taken_back_there_is_no_yes_but_a_new_beginning)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);

    town_act(cx, &t, t.denise, ROLE_PERSON);
    d.message = "The lock is still broken.";
    cr_assert(draft_save(cx, &d) && voice_take_back(cx, d.id));
    struct browser b = as(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(db_commit(cx));
    browse(&b, at(cx, "/me/say/", d.id.v, ""));
    cr_assert(!has(&b, "Readers keep these"), "%s", b.body);
    cr_assert(has(&b, "Start again from these words"));
    browse(&b, at(cx, "/me/say/", d.id.v, "/yes"));
    cr_assert_eq(b.status, 303);
    browse(&b, at(cx, "/me/say/", d.id.v, "/edit"));
    cr_assert_eq(b.status, 303);
    browse(&b, at(cx, "/me/say/new?kind=tell&from=", d.id.v, ""));
    cr_assert(has(&b, "The lock is still broken."), "%s", b.body);
    cr_assert(has(&b, "action=\"/me/say/new\""));
}

TEST(voice_pages, what_came_too_late_is_given_back_to_who_wrote_it)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);
    const struct help_said e = {.ends = true, .helped = true, .why = ""};

    (void)writes_back(cx, &t, t.luis, d.id);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(voice_help(cx, d.id, &e));
    struct browser b = as(cx, &t, t.luis, ROLE_CASE_MANAGER);
    cr_assert(db_commit(cx));
    browse_form(&b, at(cx, "/words/", d.id.v, ""), "words=I+will+call+you");
    cr_assert_eq(b.status, 410, "%s", b.body);
    cr_assert(has(&b, "Nobody took them back."), "%s", b.body);
    cr_assert(has(&b, "I will call you"));
    cr_assert(!has(&b, "My door"));
}

/* R52: in a box of its own, outside of what is headed as hers. */
TEST(voice_pages, a_comment_stands_in_its_own_box_and_waits_for_her)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);
    const char *mine = at(cx, "/me/say/", d.id.v, "");
    const char *write = at(cx, "/words/", d.id.v, "/comment");
    const char *label = "Ruth, peer: a comment of their own. Not Denise's";

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(draft_let_type(cx, d.id, t.ruth), "%s", cx->err.text);
    struct browser ruth = as(cx, &t, t.ruth, ROLE_PEER);
    struct browser luis = as(cx, &t, t.luis, ROLE_CASE_MANAGER);
    struct browser denise = as(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(db_commit(cx));
    browse_form(&ruth, write, "comment=");
    cr_assert_eq(ruth.status, 422, "%s", ruth.body);
    browse_form(&ruth, write, "comment=I+was+there.");
    cr_assert_eq(ruth.status, 303, "%s", ruth.body);
    browse(&luis, at(cx, "/words/", d.id.v, ""));
    cr_assert(!has(&luis, "I was there."), "%s", luis.body);
    browse(&denise, mine);
    cr_assert(has(&denise, "I was there."), "%s", denise.body);

    const char *hash = behind(cx, &denise, "name=\"seen\" value=\"", HASH);
    const char *id = behind(cx, &denise, "/comment/", 12);
    const char *word =
        arena_fmt(cx->mem, "%s/comment/%ld", mine, strtol(id, NULL, 10));
    browse_form(&denise, word, "answer=yes&seen=other");
    cr_assert_eq(denise.status, 409, "%s", denise.body);
    browse_form(&denise, word, arena_fmt(cx->mem, "answer=yes&seen=%s", hash));
    cr_assert_eq(denise.status, 303, "%s", denise.body);
    browse(&luis, at(cx, "/words/", d.id.v, "/paper"));
    const char *box = strstr(luis.body, label);
    const char *end = strstr(luis.body, "</article>");
    cr_assert(box && end && box > end, "%s", luis.body);
}

/* 2.8: on the form of a program that is not protected, and of no other. */
TEST(voice_pages, the_mark_is_asked_where_the_program_does_not_protect)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);
    const char *edit = at(cx, "/me/say/", d.id.v, "/edit");

    struct browser b = as(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(db_commit(cx));
    browse(&b, edit);
    cr_assert(has(&b, "name=\"part2\""), "%s", b.body);
    cr_assert(keeps(cx, &b, &t, d.id, "&part2=1"));
    becomes(cx, &t, PART2_YES);
    browse(&b, edit);
    cr_assert(!has(&b, "name=\"part2\""), "%s", b.body);
    cr_assert(keeps(cx, &b, &t, d.id, ""), "what is not asked stays as it was");
    becomes(cx, &t, PART2_NO);
    cr_assert_not(keeps(cx, &b, &t, d.id, ""), "she took it off");
}

TEST(voice_pages, reading_out_loud_is_said_in_its_own_card)
{
    struct town t = town_make(cx);
    struct draft d = given(cx, &t);
    struct browser b = as(cx, &t, t.luis, ROLE_CASE_MANAGER);
    const char *where = at(cx, "/words/", d.id.v, "");

    cr_assert(db_commit(cx));
    browse_form(&b, at(cx, "/words/", d.id.v, "/aloud"), "note=Team,+Tuesday");
    cr_assert_eq(b.status, 303, "%s", b.body);
    browse(&b, arena_fmt(cx->mem, "%s?said=1", where));
    cr_assert(has(&b, "Said. Denise can see it now."), "%s", b.body);
    cr_assert(!has(&b, "Sent. Denise"));
    cr_assert(has(&b, "Team, Tuesday"));
    cr_assert(has(&b, "You said so"));
}
