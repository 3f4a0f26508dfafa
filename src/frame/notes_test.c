/* What must be on disk before an answer leaves. */
#include "frame/notes.h"

#include <string.h>

#include "frame/town_test.h"

static bool write_note(struct ctx *cx, void *what)
{
    return save(cx, what);
}

static bool cannot_write(struct ctx *cx, void *what)
{
    return save(cx, what) &&
           fail(cx, ERR_UNAVAILABLE, NULL, "The disk is full.");
}

/* "/t/notes/firm-good": one note, and how the page itself ends. */
static bool notes_page(struct req *rq)
{
    static char seen[] = "seen";
    const char *kind = req_part(rq, "kind");
    bool (*write)(struct ctx *, void *) =
        strstr(kind, "broken") ? cannot_write : write_note;

    if (strncmp(kind, "first", 5) == 0)
        note_first(rq->cx, write, seen);
    if (strncmp(kind, "later", 5) == 0)
        note_later(rq->cx, write, seen);
    if (strncmp(kind, "always", 6) == 0)
        note_always(rq->cx, write, seen);
    if (strstr(kind, "refused"))
        return fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    tpl_raw(rq->page, "her words");
    return true;
}

static bool look_first(struct req *rq)
{
    if (*req_text(rq, "words"))
        return true;
    return fail(rq->cx, ERR_INVALID, "words", "Please write something.");
}

static bool again_with_note(struct req *rq)
{
    static char seen[] = "seen";

    note_first(rq->cx, write_note, seen);
    tpl_text(rq->page, tpl_wrong(rq->page, "words"));
    return true;
}

static bool save_words(struct req *rq)
{
    const char *words = req_text(rq, "words");

    if (!save(rq->cx, words))
        return false;
    if (strcmp(words, "wrong") == 0)
        return fail(rq->cx, ERR_INVALID, "words", "Not these words.");
    return req_no_content(rq);
}

static const struct route routes[] = {
    {.method = GET,
     .path = "/t/notes/{kind}",
     .may = "public",
     .run = notes_page,
     .title = "t"},
    {.method = POST,
     .path = "/t/slow",
     .may = "signed in",
     .before = look_first,
     .pool = POOL_WORK,
     .run = save_words,
     .again = again_with_note},
    {0},
};

static const struct module module = {.name = "t", .routes = routes};
static const struct module *const own[] = {&module, NULL};

TEST(frame, what_must_be_noted_is_written_before_the_page_is_shown)
{
    struct browser b = browser(cx, own, NULL);

    browse(&b, "/t/notes/first-good");
    cr_assert_eq(b.status, 200);
    cr_assert_str_eq(b.body, "her words");
    cr_assert_eq(saved(cx, "seen"), 1);
    browse(&b, "/t/notes/first-broken");
    cr_assert_eq(b.status, 503);
    cr_assert_null(strstr(b.body, "her words"));
    cr_assert_eq(saved(cx, "seen"), 1, "nothing of the broken note stays");
}

TEST(frame, a_note_that_may_fail_does_not_keep_the_page_back)
{
    struct browser b = browser(cx, own, NULL);

    browse(&b, "/t/notes/later-good");
    cr_assert_eq(saved(cx, "seen"), 1);
    browse(&b, "/t/notes/later-broken");
    cr_assert_eq(b.status, 200);
    cr_assert_str_eq(b.body, "her words");
    cr_assert_eq(saved(cx, "seen"), 1);
}

TEST(frame, a_page_that_was_refused_notes_only_who_tried)
{
    struct browser b = browser(cx, own, NULL);

    browse(&b, "/t/notes/first-refused");
    cr_assert_eq(b.status, 404);
    cr_assert_eq(saved(cx, "seen"), 0);
    browse(&b, "/t/notes/always-refused");
    cr_assert_eq(b.status, 404);
    cr_assert_eq(saved(cx, "seen"), 1);
}

TEST(frame, the_page_with_the_mistake_notes_what_it_shows)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/slow", "words=");
    cr_assert_eq(b.status, 422);
    cr_assert(strstr(b.body, "Please write something."));
    cr_assert_eq(saved(cx, "seen"), 1);
    browse_form(&b, "/t/slow", "words=wrong");
    cr_assert_eq(b.status, 422);
    cr_assert_eq(saved(cx, "seen"), 2);
    cr_assert_eq(saved(cx, "wrong"), 0);
    browse_form(&b, "/t/slow", "words=good");
    cr_assert_eq(b.status, 204);
    cr_assert_eq(saved(cx, "seen"), 2);
}
