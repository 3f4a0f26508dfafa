/* The door of a link, asked as a browser asks. */
#include <string.h>

#include "auth/auth.h"
#include "db/db.h"
#include "sharing/link.h"
#include "sharing/permission.h"
#include "sharing/sharing_int.h"
#include "sharing/town_test.h"
#include "web/draft.h"
#include "web/web.h"

static struct link link_to_page(struct ctx *cx, const struct town *t)
{
    struct link l = {.what = {t->denise.person, TOPIC_PAGE, 41},
                     .name = "Dr. Stone",
                     .purpose = "my visit on October 15",
                     .until = cx->now + 86400};

    cx->actor = &t->denise;
    cr_assert(link_make(cx, &l), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    return l;
}

static const char *door(struct ctx *cx, const struct link *l)
{
    return arena_fmt(cx->mem, "/l/%s", l->token);
}

/* The browser with this cookie goes on to the page. */
static bool reads(struct ctx *cx, const struct link *l, const char *cookie)
{
    struct browser b = {.cx = cx, .who = link_who, .cookie = cookie};

    browse(&b, door(cx, l));
    return b.status == 303;
}

TEST(sharing, a_link_opens_with_its_code_in_one_browser)
{
    struct town t = town(cx);
    struct link l = link_to_page(cx, &t);
    struct browser b = {.cx = cx, .who = link_who}, c = b;
    const char *code = arena_fmt(cx->mem, "code=%.3s+%s", l.code, l.code + 3);

    browse(&b, door(cx, &l));
    cr_assert_eq(b.status, 200);
    cr_assert(!has(&b, "Denise"));
    browse_form(&b, door(cx, &l), code);
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(b.location, "/shared/41");
    cr_assert(reads(cx, &l, b.cookie));
    browse_form(&c, door(cx, &l), code);
    cr_assert_eq(c.status, 200);
    cr_assert(has(&c, "open in another place"), "%s", c.body);
    cr_assert(!reads(cx, &l, c.cookie));
    b.actor = &t.denise;
    browse(&b, "/me/seen");
    cr_assert(has(&b, "Dr. Stone opened my link"));
    cx->now += 86400;
    cr_assert(!reads(cx, &l, b.cookie));
}

static bool who(struct req *rq)
{
    return auth_who(rq) && link_who(rq);
}

/* As main.c has it, from the door to the page and its forms. */
static const struct hooks as_served = {.who = who,
                                       .csrf = auth_csrf,
                                       .shell = web_shell,
                                       .error = web_error,
                                       .headers = web_headers,
                                       .draft = draft_find,
                                       .sent = draft_forget,
                                       .rescue = draft_rescue,
                                       .gone = link_gone};

TEST(sharing, a_reader_with_a_link_has_forms_of_one_browser)
{
    struct town t = town(cx);
    struct link l = link_to_page(cx, &t);
    struct browser b = {.cx = cx, .hooks = &as_served};

    browse(&b, door(cx, &l));
    cr_assert_eq(b.status, 200);
    browse_form(&b, door(cx, &l), arena_fmt(cx->mem, "code=%s", l.code));
    cr_assert_eq(b.status, 303, "%s", b.body);
    browse(&b, door(cx, &l));
    cr_assert_eq(b.status, 303);
    browse(&b, "/sign-in");
    cr_assert(b.csrf && *b.csrf);
    const char *token = b.csrf;
    browse(&b, "/sign-in");
    cr_assert_str_eq(b.csrf, token);
}

TEST(sharing, five_wrong_codes_close_a_link_and_she_is_told)
{
    struct town t = town(cx);
    struct link l = link_to_page(cx, &t);
    struct browser b = {.cx = cx, .who = link_who};
    const char *wrong = *l.code == '1' ? "code=222222" : "code=111111";

    for (int left = LINK_TRIES - 1; left > 0; left--) {
        browse_form(&b, door(cx, &l), wrong);
        cr_assert_eq(b.status, 200);
        cr_assert(has(&b, arena_fmt(cx->mem, "You can try %d more", left)));
    }
    browse_form(&b, door(cx, &l), wrong);
    cr_assert(has(&b, "This link is closed"));
    browse_form(&b, door(cx, &l), arena_fmt(cx->mem, "code=%s", l.code));
    cr_assert(has(&b, "This link is closed"));
    cx->actor = &t.denise;
    struct permissions left;
    cr_assert(permission_list(cx, t.denise.person, false, &left));
    cr_assert_eq(left.n, 0);
    cr_assert(has(&b, "The code was wrong too often"));
    b.actor = &t.denise;
    browse(&b, "/me/seen");
    cr_assert(has(&b, "My link for Dr. Stone is closed"), "%s", b.body);
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "The code was wrong 5 times Oct 13"), "%s", b.body);
    cr_assert(!has(&b, "I ended it"), "%s", b.body);
}

static void take_back(struct ctx *cx, const struct town *t,
                      const struct link *l)
{
    cr_assert(db_begin(cx));
    cx->actor = &t->denise;
    cr_assert(permission_end_thing(cx, l->what));
    cr_assert(db_commit(cx));
}

static void is_over(struct browser *b)
{
    cr_assert_eq(b->status, 410, "%d %s", b->status, b->location);
    cr_assert(has(b, "It was taken back, or its time is over"));
    cr_assert(!has(b, "Denise") && !has(b, "Stone") && !has(b, "too often"));
}

TEST(sharing, a_link_ends_when_she_ends_it)
{
    struct town t = town(cx);
    struct link l = link_to_page(cx, &t);
    struct browser b = {.cx = cx, .hooks = &as_served}, c = b;

    browse(&b, door(cx, &l));
    browse_form(&b, door(cx, &l), arena_fmt(cx->mem, "code=%s", l.code));
    cr_assert_eq(b.status, 303);
    take_back(cx, &t, &l);
    cr_assert(!reads(cx, &l, b.cookie));
    browse(&b, door(cx, &l));
    is_over(&b);
    browse(&b, "/shared/41");
    is_over(&b);
    cr_assert(!has(&b, "What you wrote"));
    browse_form(&b, "/shared/41",
                "once=abc&version=7&words=I+read+%3Cit%3E%0Atwice&will-0=I+call"
                "&due-0=");
    is_over(&b);
    cr_assert(has(&b, "\nI read &lt;it&gt;\ntwice\n\nI call</textarea>"), "%s",
              b.body);
    /* What is not for links leads where it leads everybody. */
    browse(&b, "/read");
    cr_assert_str_eq(b.location, "/sign-in?next=%2Fread");
    browse(&c, door(cx, &l));
    is_over(&c);
}

/* Without the cookie nothing tells that there was a link; without the address
 * neither. */
TEST(sharing, a_link_that_is_over_and_one_that_never_was_read_the_same)
{
    struct town t = town(cx);
    struct link l = link_to_page(cx, &t);
    struct browser b = {.cx = cx, .hooks = &as_served}, c = b;

    cx->now += 86400;
    browse(&b, door(cx, &l));
    is_over(&b);
    browse(&c, "/l/nosuchlink");
    is_over(&c);
    cr_assert_eq(strlen(b.body), strlen(c.body));
    browse(&c, "/sign-in"); /* for the token that a form carries */
    browse_form(&c, "/l/nosuchlink", "code=123456");
    is_over(&c);
    browse(&c, "/shared/41");
    cr_assert_str_eq(c.location, "/sign-in?next=%2Fshared%2F41");
    c.cookie = "beside-reader=made-up";
    browse(&c, "/shared/41");
    cr_assert_str_eq(c.location, "/sign-in?next=%2Fshared%2F41");
    browse_form(&c, "/shared/41", "words=x");
    cr_assert_eq(c.status, 303);
}

TEST(sharing, only_she_makes_a_link_with_a_name_a_purpose_and_an_end)
{
    struct town t = town(cx);
    const struct link good = {.what = {t.denise.person, TOPIC_PAGE, 41},
                              .name = "Dr. Stone",
                              .purpose = "my visit",
                              .until = cx->now + 86400};
    struct link l = good;

    cx->actor = &t.ana;
    cr_assert(!link_make(cx, &l));
    cr_assert_eq(cx->err.code, ERR_DENIED);
    ctx_forgive(cx);
    cx->actor = &t.denise;
    l.name = " ";
    cr_assert(!link_make(cx, &l));
    cr_assert_str_eq(cx->err.field, "name");
    ctx_forgive(cx);
    l = good;
    l.until = TIME_NONE;
    cr_assert(!link_make(cx, &l));
    cr_assert_str_eq(cx->err.field, "until");
    ctx_forgive(cx);
    l = good;
    l.until = link_latest(cx) + 1;
    cr_assert(!link_make(cx, &l));
    cr_assert_str_eq(cx->err.field, "until");
    ctx_forgive(cx);
    l.until = link_latest(cx);
    cr_assert(link_make(cx, &l), "%s", cx->err.text);
    l = good;
    l.until = cx->now;
    cr_assert(!link_make(cx, &l));
    cr_assert_str_eq(cx->err.field, "until");
    ctx_forgive(cx);
    l = good;
    l.purpose = "";
    cr_assert(!link_make(cx, &l));
    cr_assert_str_eq(cx->err.field, "purpose");
    ctx_forgive(cx);
    l = good;
    l.what.topic = TOPIC_ANSWERS;
    cr_assert(!link_make(cx, &l));
    cr_assert_eq(cx->err.code, ERR_DENIED);
}
