/* The life of one request, with small routes of the test's own. */
#include <string.h>

#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "frame/town_test.h"

/* --- a module of the test's own --- */

static bool parts_page(struct req *rq)
{
    int64_t id = 0;

    if (!req_id(rq, "id", &id))
        return false;
    tpl_int(rq->page, id);
    tpl_raw(rq->page, " ");
    tpl_text(rq->page, req_part(rq, "name"));
    tpl_text(rq->page, req_part(rq, "nothing"));
    return true;
}

static bool static_page(struct req *rq)
{
    tpl_raw(rq->page, "by its name");
    return true;
}

static void field(struct tpl *t, const char *name, const char *stored)
{
    const char *wrong = tpl_wrong(t, name);

    tpl_raw(t, "[");
    tpl_text(t, tpl_value(t, name, stored));
    tpl_raw(t, wrong ? ": " : "");
    tpl_text(t, wrong ? wrong : "");
    tpl_raw(t, "]");
}

static bool form_page(struct req *rq)
{
    tpl_raw(rq->page, "<form method=\"post\" action=\"/t/save\">");
    tpl_form(rq->page);
    field(rq->page, "words", "stored words");
    tpl_raw(rq->page, "</form><form method=\"post\" action=\"/t/other\">");
    tpl_form(rq->page);
    field(rq->page, "words", "other words");
    tpl_raw(rq->page, "</form>");
    return true;
}

static bool save_form(struct req *rq)
{
    const char *words = req_text(rq, "words");

    if (!save(rq->cx, words))
        return false;
    if (strcmp(words, "wrong") == 0)
        return fail(rq->cx, ERR_INVALID, "words", "Not these words.");
    if (strcmp(words, "conflict") == 0)
        return fail(rq->cx, ERR_CONFLICT, NULL, "It changed meanwhile.");
    if (strcmp(words, "defect") == 0)
        return fail(rq->cx, ERR_INTERNAL, NULL, "row 17 is gone");
    return req_see_other(rq, "/t/saved/%s", words);
}

static const struct route routes[] = {
    {.method = GET,
     .path = "/t/{id}/of/{name}",
     .may = "public",
     .run = parts_page,
     .title = "t"},
    {.method = GET,
     .path = "/t/form",
     .may = "signed in",
     .run = form_page,
     .title = "t"},
    {.method = GET,
     .path = "/t/peers",
     .may = "web.today",
     .run = static_page,
     .title = "t"},
    {.method = POST,
     .path = "/t/save",
     .may = "signed in",
     .run = save_form,
     .again = form_page},
    {.method = POST, .path = "/t/peers", .may = "web.today", .run = save_form},
    {.method = POST,
     .path = "/t/{id}/words/{name}",
     .may = "signed in",
     .run = save_form,
     .again = parts_page},
    {.method = POST,
     .path = "/t/words/{name}",
     .may = "signed in",
     .run = save_form,
     .again = parts_page},
    {.method = POST,
     .path = "/t/beacon",
     .may = "public",
     .run = save_form,
     .no_csrf = true},
    {0},
};

static const struct module module = {.name = "t", .routes = routes};
static const struct module *const own[] = {&module, NULL};

/* --- finding the way --- */

TEST(frame, a_path_gives_its_parts)
{
    struct browser b = browser(cx, own, NULL);

    browse(&b, "/t/42/of/Rosa%20Mar%C3%ADa");
    cr_assert_eq(b.status, 200);
    cr_assert_str_eq(b.body, "42 Rosa María");
    cr_assert_str_eq(browse_header(&b, "Cache-Control"), "no-store");
    browse(&b, "//t/42//of/x/");
    cr_assert_eq(b.status, 200);
}

TEST(frame, what_is_no_id_is_not_found)
{
    static const char *const paths[] = {
        "/t/0/of/x",     "/t/-1/of/x",  "/t/+1/of/x",
        "/t/1x/of/x",    "/t/x/of/x",   "/t/99999999999999999999/of/x",
        "/t/1/of/%ff",   "/t/1/of/%2",  "/t/1/of/%00",
        "/t/1/of",       "/t/1/of/x/y", "/t",
        "/nothing/here",
    };
    struct browser b = browser(cx, own, &denise);

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        browse(&b, paths[i]);
        cr_assert_eq(b.status, 404, "%s: %d", paths[i], b.status);
    }
}

TEST(frame, another_method_is_said)
{
    struct browser b = browser(cx, own, &denise);

    browse(&b, "/t/beacon");
    cr_assert_eq(b.status, 405);
    cr_assert_str_eq(browse_header(&b, "Allow"), "POST");
    browse_form(&b, "/t/form", "words=x");
    cr_assert_eq(b.status, 405);
    cr_assert_str_eq(browse_header(&b, "Allow"), "GET, HEAD");
    browse_form(&b, "/t/nowhere", "words=x");
    cr_assert_eq(b.status, 404);
}

TEST(frame, where_a_form_was_sent_leads_back_to_its_page)
{
    struct browser b = browser(cx, own, &denise);

    browse(&b, "/t/save");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(browse_header(&b, "Location"), "/t/form");
    browse(&b, "/t/7/words/late%20one");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(browse_header(&b, "Location"), "/t/7/of/late%20one");
    browse(&b, "/t/words/late");
    cr_assert_eq(b.status, 405, "its page needs an id this address has not");
}

TEST(frame, who_is_not_signed_in_goes_to_sign_in_and_back)
{
    struct browser b = browser(cx, own, NULL);

    browse(&b, "/t/form?day=2026-10-13");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location,
                     "/sign-in?next=%2Ft%2Fform%3Fday%3D2026-10-13");
}

TEST(frame, who_may_not_is_told_and_changes_nothing)
{
    struct browser b = browser(cx, own, &denise), c = b;

    c.actor = &ruth;
    browse(&b, "/t/peers");
    cr_assert_eq(b.status, 403);
    browse_form(&b, "/t/peers", "words=peers");
    cr_assert_eq(b.status, 403);
    cr_assert_eq(saved(cx, "peers"), 0);
    browse_form(&c, "/t/peers", "words=peers");
    cr_assert_eq(c.status, 303);
    cr_assert_eq(saved(cx, "peers"), 1);
}

static bool ends_meanwhile(struct req *rq)
{
    static int asked;

    if (++asked > 1)
        rq->cx->actor = &actor_nobody;
    return true;
}

TEST(frame, rights_are_those_of_the_moment_of_the_change)
{
    struct browser b = browser(cx, own, &denise);

    b.who = ends_meanwhile;
    browse_form(&b, "/t/save", "words=late");
    cr_assert_eq(b.status, 403);
    cr_assert_eq(saved(cx, "late"), 0);
}

/* --- what was open once --- */

static bool was_open(struct req *rq)
{
    if (strcmp(rq->path, "/t/form") != 0 && strcmp(rq->path, "/t/save") != 0)
        return false;
    tpl_raw(rq->page, "It is over: ");
    tpl_text(rq->page, req_text(rq, "words"));
    return true;
}

TEST(frame, what_is_over_says_so_to_who_had_it)
{
    struct browser b = browser(cx, own, NULL), late = b;

    b.gone = late.gone = was_open;
    browse(&b, "/t/form");
    cr_assert_eq(b.status, 410);
    cr_assert_str_eq(b.body, "It is over: ");
    browse_form(&b, "/t/save", "words=long");
    cr_assert_eq(b.status, 410);
    cr_assert_str_eq(b.body, "It is over: long");
    browse(&b, "/t/peers");
    cr_assert_str_eq(b.location, "/sign-in?next=%2Ft%2Fpeers");
    late.actor = &denise;
    browse(&late, "/t/peers");
    cr_assert_eq(late.status, 403, "who is known is told something else");
    late.who = ends_meanwhile;
    browse_form(&late, "/t/save", "words=late");
    cr_assert_eq(late.status, 410);
    cr_assert_str_eq(late.body, "It is over: late");
    cr_assert_eq(saved(cx, "late") + saved(cx, "long"), 0);
}

/* --- where a change may come from --- */

TEST(frame, a_change_comes_from_a_page_of_ours)
{
    static const struct {
        const char *origin, *site;
        int status;
    } from[] = {
        {"", "", 303}, /* an old browser says nothing: the token decides */
        {"", "same-origin", 303},
        {"", "none", 303},
        {"https://beside.test", "same-origin", 303},
        {"http://beside.test", "", 303},
        {"null", "same-origin", 303}, /* our pages send no referrer */
        {"null", "", 303}, /* the same, on a phone that says no more */
        {"null", "none", 403},
        {"null", "cross-site", 403},
        {"", "cross-site", 403},
        {"", "same-site", 403},
        {"https://evil.example", "", 403},
        {"https://evil.example", "same-origin", 403},
        {"https://beside.test.evil.example", "", 403},
        {"https://beside.test:8443", "", 403},
        {"beside.test", "", 403},
    };
    struct browser b = browser(cx, own, &denise);
    int64_t good = 0;

    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        b.origin = from[i].origin;
        b.site = from[i].site;
        browse_form(&b, "/t/save", "words=from");
        good += from[i].status == 303;
        cr_assert_eq(b.status, from[i].status, "%zu: %d", i, b.status);
        browse_form(&b, "/t/beacon", "words=beacon");
        cr_assert_eq(b.status, from[i].status, "%zu: %d", i, b.status);
    }
    cr_assert_eq(saved(cx, "from"), good);
    cr_assert_eq(saved(cx, "beacon"), good);
}

TEST(frame, a_port_is_part_of_where_a_change_comes_from)
{
    static const struct {
        const char *host, *origin;
        int status;
    } from[] = {
        {"beside.test:8443", "https://beside.test:8443", 303},
        {"beside.test:8443", "https://beside.test", 403},
        {"beside.test:8443", "https://beside.test:443", 403},
        {"beside.test:443", "https://beside.test", 303},
        {"beside.test", "https://beside.test:443", 303},
        {"beside.test:80", "http://beside.test", 303},
        {"beside.test:443", "http://beside.test", 403},
        {"beside.test:80", "https://beside.test", 403},
        {"[::1]:8080", "http://[::1]:8080", 303},
        {"[::1]:8080", "http://[::1]:8081", 403},
        {"beside.test", "ftp://beside.test", 403},
        {"beside.test", "https://", 403},
        {"beside.test", "https://:443", 403},
    };
    struct browser b = browser(cx, own, &denise);

    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        b.host = from[i].host;
        b.origin = from[i].origin;
        browse_form(&b, "/t/save", "words=from");
        cr_assert_eq(b.status, from[i].status, "%s from %s: %d", from[i].host,
                     from[i].origin, b.status);
    }
}

TEST(frame, a_change_carries_the_token_of_its_session)
{
    struct browser b = browser(cx, own, &denise);

    b.no_csrf = true;
    browse_form(&b, "/t/save", "words=x");
    cr_assert_eq(b.status, 403);
    browse_form(&b, "/t/save", "words=x&csrf=tokem");
    cr_assert_eq(b.status, 403);
    browse_form(&b, "/t/save", "words=x&csrf=");
    cr_assert_eq(b.status, 403);
    cr_assert_eq(saved(cx, "x"), 0);
    browse_form(&b, "/t/beacon", "words=x");
    cr_assert_eq(b.status, 303);
}

TEST(frame, a_broken_form_changes_nothing)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/save", "words=x&more=%f");
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/t/save?more=%ff", "words=x");
    cr_assert_eq(b.status, 422);
    b.actor = &ruth;
    browse_form(&b, "/t/peers", "%zz=%q&&&=");
    cr_assert_eq(b.status, 422, "though the page of that path can be read");
    cr_assert_str_eq(browse_header(&b, "Allow"), "");
    browse(&b, "/t/peers?%zz=%q");
    cr_assert_eq(b.status, 422);
    cr_assert_eq(saved(cx, "x"), 0);
}

/* --- once --- */

TEST(frame, what_is_sent_twice_counts_once)
{
    struct browser b = browser(cx, own, &denise), c = b;

    c.actor = &ruth;
    browse_form(&b, "/t/save", "words=one&once=abc");
    cr_assert_str_eq(b.location, "/t/saved/one");
    browse_form(&b, "/t/save", "words=one&once=abc");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location, "/t/saved/one");
    cr_assert_eq(saved(cx, "one"), 1);
    browse_form(&c, "/t/save", "words=one&once=abc");
    cr_assert_eq(saved(cx, "one"), 2, "another's form is another");
    browse_form(&b, "/t/save", "words=one&once=abd");
    browse_form(&b, "/t/save", "words=one");
    browse_form(&b, "/t/save", "words=one");
    cr_assert_eq(saved(cx, "one"), 5);
}

/* The answer was lost, or she went back, and changed what she wrote. */
TEST(frame, other_words_under_the_same_id_are_not_lost)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/save", "words=one&once=abc");
    browse_form(&b, "/t/save", "words=one+more&once=abc");
    cr_assert_str_eq(b.location, "/t/saved/one more");
    browse_form(&b, "/t/save", "words=one+more&once=abc");
    cr_assert_str_eq(b.location, "/t/saved/one more");
    cr_assert_eq(saved(cx, "one"), 1);
    cr_assert_eq(saved(cx, "one more"), 1);
    browse_form(&b, "/t/save", "words=one&once=abc");
    cr_assert_eq(saved(cx, "one"), 2, "back to the first words: they count");
    browse_form(&b, "/t/beacon", "words=one&once=abc");
    cr_assert_eq(saved(cx, "one"), 3, "another button of the same form");
    browse_form(&b, "/t/beacon", "words=on&e=&once=abc");
    cr_assert_eq(saved(cx, "on"), 1);
}

TEST(frame, a_sign_in_in_between_does_not_make_it_another_form)
{
    struct browser b = browser(cx, own, &denise);

    b.no_csrf = true;
    browse_form(&b, "/t/beacon", "words=one&once=abc&csrf=before");
    browse_form(&b, "/t/beacon", "words=one&once=abc&csrf=after");
    cr_assert_eq(b.status, 303);
    cr_assert_eq(saved(cx, "one"), 1);
}

/* Whoever has a copy of the store cannot try words until one fits. */
TEST(frame, what_is_kept_of_a_form_says_nothing)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/save", "words=one&once=abc");
    struct query *q = db_sql(cx, "SELECT id, fields FROM frame_once"
                                 " WHERE account = 70");
    cr_assert(db_row(q));
    const char *id = db_get_text(q), *fields = db_get_text(q);
    cr_assert_eq(strlen(id), 64);
    cr_assert_eq(strlen(fields), 64);
    cr_assert_str_neq(id, fields);
    cr_assert_not(db_row(q));
    cr_assert(db_end(q));
}

TEST(frame, a_form_that_failed_may_come_again)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/save", "words=wrong&once=abc");
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/t/save", "words=right&once=abc");
    cr_assert_eq(b.status, 303);
    cr_assert_eq(saved(cx, "right"), 1);
}

TEST(frame, forms_are_remembered_for_a_month)
{
    struct browser b = browser(cx, own, &denise);
    const struct module *m = modules[0];

    cr_assert_str_eq(m->name, "frame");
    browse_form(&b, "/t/save", "words=one&once=abc");
    cx->now += INT64_C(86400) * 29;
    cr_assert(m->jobs[0].run(cx));
    browse_form(&b, "/t/save", "words=one&once=abc");
    cr_assert_eq(saved(cx, "one"), 0, "what this test saved is old");
    cx->now += INT64_C(86400) * 2;
    cr_assert(m->jobs[0].run(cx));
    browse_form(&b, "/t/save", "words=one&once=abc");
    cr_assert_eq(saved(cx, "one"), 1);
}

/* --- a change that fails --- */

TEST(frame, a_change_that_fails_leaves_nothing)
{
    struct browser b = browser(cx, own, &denise);

    browse_form(&b, "/t/save", "words=conflict");
    cr_assert_eq(b.status, 409);
    browse_form(&b, "/t/save", "words=wrong");
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/t/save", "words=defect");
    cr_assert_eq(b.status, 500);
    cr_assert_eq(
        saved(cx, "conflict") + saved(cx, "wrong") + saved(cx, "defect"), 0);
    browse_form(&b, "/t/save", "words=good");
    cr_assert_eq(saved(cx, "good"), 1);
}

TEST(frame, a_form_with_a_mistake_comes_back_filled_in)
{
    struct browser b = browser(cx, own, &denise);

    browse(&b, "/t/form");
    cr_assert(strstr(b.body, "[stored words]"));
    browse_form(&b, "/t/save", "words=+wrong+&on_page=%2Ft%2Fform%3Fa%3D1");
    cr_assert_eq(b.status, 422);
    cr_assert(strstr(b.body, "[wrong: Not these words.]"), "%s", b.body);
    cr_assert(strstr(b.body, "name=\"csrf\" value=\"token\""));
    cr_assert(strstr(b.body, "name=\"on_page\" value=\"/t/form?a=1\""));
    /* The other form of the page is as it was. */
    cr_assert(strstr(b.body, "[other words]"), "%s", b.body);
}

TEST(frame, the_page_a_form_names_is_ours)
{
    static const char *const others[] = {
        "https%3A%2F%2Fevil.example", "%2F%2Fevil.example",
        "%2F%5Cevil.example",         "%2Fa%0Ab",
        "javascript%3Aalert(1)",      ""};
    struct browser b = browser(cx, own, &denise);

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        browse_form(&b, "/t/save",
                    arena_fmt(cx->mem, "words=wrong&on_page=%s", others[i]));
        cr_assert(strstr(b.body, "name=\"on_page\" value=\"/t/save\""), "%s",
                  b.body);
    }
}
