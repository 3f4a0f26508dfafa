/* The pages of auth/, asked as a browser asks: without a socket, in one
 * thread. */
#include <stdio.h>
#include <string.h>

#include "auth/auth_int.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/settings.h"
#include "http/http.h"
#include "keys/keys.h"

static const char secret[] = "heron lantern gravel";

/* A browser: its cookies, and the last answer. */
struct browser {
    struct ctx *cx;
    const char *address;
    bool https; /* a proxy with TLS is in front */
    struct {
        const char *name, *value;
    } cookie[8];
    int status;
    const char *body, *location, *clear;
};

static int64_t now = TEST_NOW;

static int64_t test_clock(void)
{
    return now;
}

static void shell(struct req *rq, struct tpl *whole)
{
    tpl_html(whole, (struct html){rq->page->out.at ? rq->page->out.at : ""});
}

static void error(struct req *rq, int status)
{
    (void)status;
    tpl_text(rq->page, rq->cx->err.text);
}

static bool sent(struct req *rq)
{
    (void)rq;
    return true;
}

static bool rescue(struct req *rq)
{
    return fail(rq->cx, ERR_DENIED, NULL, "rescued");
}

static void headers(struct req *rq)
{
    (void)rq;
}

static const struct hooks hooks = {.who = auth_who,
                                   .csrf = auth_csrf,
                                   .shell = shell,
                                   .error = error,
                                   .sent = sent,
                                   .rescue = rescue,
                                   .headers = headers};

static void keep_cookie(struct browser *b, const char *header)
{
    const char *is = strchr(header, '=');
    const char *name = arena_dup_n(b->cx->mem, header, (size_t)(is - header));
    size_t i = 0;

    cr_assert(strstr(header, "; HttpOnly"));
    cr_assert(strstr(header, "; SameSite=Strict"));
    cr_assert(strstr(header, "; Path=/"));
    cr_assert_null(strstr(header, "Domain"));
    if (b->https)
        cr_assert(strstr(header, "; Secure") &&
                  strncmp(header, "__Host-", 7) == 0);
    while (b->cookie[i].name && strcmp(b->cookie[i].name, name) != 0)
        i++;
    cr_assert_lt(i, 8);
    b->cookie[i].name = name;
    b->cookie[i].value =
        strstr(header, "Max-Age=0")
            ? ""
            : arena_dup_n(b->cx->mem, is + 1, strcspn(is + 1, ";"));
}

static const char *cookie(const struct browser *b, const char *name)
{
    for (size_t i = 0; i < 8 && b->cookie[i].name; i++)
        if (strcmp(b->cookie[i].name, name) == 0)
            return b->cookie[i].value;
    return "";
}

static const char *all_cookies(struct browser *b)
{
    struct buf out = buf_new(b->cx->mem, 4096);

    for (size_t i = 0; i < 8 && b->cookie[i].name; i++)
        if (*b->cookie[i].value)
            buf_fmt(&out, "%s%s=%s", out.n ? "; " : "", b->cookie[i].name,
                    b->cookie[i].value);
    return out.n ? out.at : "";
}

static void take_answer(struct browser *b, const struct http_answer *a)
{
    b->status = a->status;
    b->body = arena_dup_n(b->cx->mem, (const char *)a->body.at, a->body.n);
    b->location = b->clear = "";
    for (size_t i = 0; i < a->headers.n; i++) {
        const struct http_header *h = &a->headers.at[i];
        if (strcmp(h->name, "Location") == 0)
            b->location = h->value;
        if (strcmp(h->name, "Clear-Site-Data") == 0)
            b->clear = h->value;
        if (strcmp(h->name, "Set-Cookie") == 0)
            keep_cookie(b, h->value);
    }
}

static void ask(struct browser *b, const char *path, const char *form)
{
    static struct app app = {.hooks = &hooks, .clock = test_clock};
    struct http_call call = {.mem = b->cx->mem};

    app.https = b->https;

    call.request = (struct http_request){
        .method = form ? HTTP_POST : HTTP_GET,
        .path = path,
        .query = "",
        .address = b->address ? b->address : "192.0.2.7",
        .host = "beside.test",
        .origin = "",
        .cookie = all_cookies(b),
        .content_type = "application/x-www-form-urlencoded",
        .accept_language = "en-US",
        .fetch_site = form ? "same-origin" : "none",
        .if_none_match = "",
        .accept_encoding = "",
        .user_agent = ""};
    if (form)
        call.request.body =
            (struct blob){(const unsigned char *)form, strlen(form)};
    app_answer(&app, b->cx->db, &call);
    take_answer(b, &call.answer);
}

static const char *csrf_of(struct browser *b)
{
    const char *at = strstr(b->body, "name=\"csrf\" value=\"");

    cr_assert(at, "%s", b->body);
    at += strlen("name=\"csrf\" value=\"");
    return arena_dup_n(b->cx->mem, at, strcspn(at, "\""));
}

static void send_form(struct browser *b, const char *page, const char *to,
                      const char *fields)
{
    ask(b, page, NULL);
    cr_assert_eq(b->status, 200, "%s: %d", page, b->status);
    ask(b, to, arena_fmt(b->cx->mem, "csrf=%s&%s", csrf_of(b), fields));
}

static void sign_in(struct browser *b, const char *name, const char *password)
{
    send_form(b, "/sign-in", "/sign-in",
              arena_fmt(b->cx->mem, "name=%s&password=%s", name, password));
}

static bool is_signed_in(struct browser *b)
{
    ask(b, "/account", NULL);
    return b->status == 200;
}

/* Denise, made up, with a password; the pages bring their own transactions. */
static struct account denise(struct ctx *cx)
{
    struct account a = {
        .person = {db_new_id(cx)}, .program = 1, .role = ROLE_PERSON};

    cr_assert(settings_load(cx, NULL));
    cr_assert(keys_make(cx, a.person));
    cr_assert(account_add(cx, &a, "denise", secret), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    now = cx->now;
    return a;
}

TEST(auth, whoever_knows_the_password_is_signed_in)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    cr_assert_not(is_signed_in(&b));
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location, "/sign-in?next=%2Faccount");
    sign_in(&b, "Denise", secret);
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(b.location, "/");
    cr_assert(is_signed_in(&b));
    cr_assert(strstr(b.body, "denise"));
}

TEST(auth, where_one_was_going_is_kept_if_it_is_ours)
{
    static const char *const elsewhere[] = {
        "https://evil.example/", "//evil.example", "/\\evil.example",
        "javascript:alert(1)",   "/a\nb",          "/sign-in?next=/"};
    struct browser b = {.cx = cx};

    (void)denise(cx);
    send_form(&b, "/sign-in", "/sign-in",
              "name=denise&password=heron+lantern+gravel&next=/me/visits/7");
    cr_assert_str_eq(b.location, "/me/visits/7");
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        struct browser c = {.cx = cx};
        struct tpl url = tpl_new(cx->mem, LANG_EN);
        tpl_url(&url, elsewhere[i]);
        send_form(&c, "/sign-in", "/sign-in",
                  arena_fmt(cx->mem, "name=denise&password=%s&next=%s",
                            "heron+lantern+gravel", url.out.at));
        cr_assert_str_eq(c.location, "/", "%s", elsewhere[i]);
    }
}

TEST(auth, a_wrong_name_and_a_wrong_password_read_the_same)
{
    struct browser a = {.cx = cx}, b = {.cx = cx}, c = {.cx = cx};
    struct account off = denise(cx);

    sign_in(&a, "denise", "something else");
    sign_in(&b, "nobody", "something else");
    cr_assert_eq(a.status, 422);
    cr_assert_eq(b.status, 422);
    const char *said = strstr(a.body, "do not fit together");
    cr_assert(said && strstr(b.body, "do not fit together"));
    cr_assert_eq(strlen(a.body), strlen(b.body));
    cr_assert_null(strstr(a.body, "something else"));
    cr_assert(strstr(a.body, "value=\"denise\""));
    cr_assert(account_disable(cx, off.id));
    sign_in(&c, "denise", secret);
    cr_assert_eq(c.status, 422);
    cr_assert_eq(strlen(c.body), strlen(a.body));
}

TEST(auth, many_wrong_tries_have_to_wait_and_the_page_says_till_when)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    for (int i = 0; i < 5; i++)
        sign_in(&b, "denise", "something else");
    sign_in(&b, "denise", secret);
    cr_assert_eq(b.status, 422);
    cr_assert(strstr(b.body, "Please wait until 10:01\xc2\xa0"
                             "am"),
              "%s", b.body);
    now += 31;
    sign_in(&b, "denise", secret);
    cr_assert_eq(b.status, 303);
}

/* A stranger, from everywhere, until the name has to wait. */
static void try_from_everywhere(struct ctx *cx)
{
    for (int i = 0; i < 6; i++) {
        struct browser b = {.cx = cx};
        b.address = arena_fmt(cx->mem, "198.51.100.%d", i);
        sign_in(&b, "denise", "something else");
        cr_assert_eq(b.status, 422);
    }
}

TEST(auth, a_stranger_keeps_nobody_out_of_a_browser_of_their_own)
{
    struct browser b = {.cx = cx}, fresh = {.cx = cx};

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    ask(&b, "/sign-out", "");
    try_from_everywhere(cx);
    b.address = fresh.address = "203.0.113.9"; /* out and about */
    sign_in(&fresh, "denise", secret);
    cr_assert_eq(fresh.status, 422);
    sign_in(&b, "denise", secret);
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert(is_signed_in(&b));
}

/* What the cookie says is of one browser, one account and one password. */
TEST(auth, a_device_that_is_known_cannot_be_made_up)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    const char *good = cookie(&b, "beside-device");
    cr_assert_eq(strlen(good), 26 + 1 + 32);
    try_from_everywhere(cx);
    const char *const bad[] = {
        "1",
        arena_dup_n(cx->mem, good, 26),
        arena_dup_n(cx->mem, good, 58),
        arena_fmt(cx->mem, "%.26s.%s", "abcdefghijklmnopqrstuvwxyz", good + 27),
        arena_fmt(cx->mem, "%.26s..", good),
        "."};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct browser c = {.cx = cx, .address = "203.0.113.9"};
        c.cookie[0].name = "beside-device";
        c.cookie[0].value = bad[i];
        sign_in(&c, "denise", secret);
        cr_assert_eq(c.status, 422, "%s", bad[i]);
    }
    struct browser shared = {.cx = cx, .address = "203.0.113.9"};
    shared.cookie[0].name = "beside-device";
    shared.cookie[0].value = good;
    shared.cookie[1].name = "beside-kiosk";
    shared.cookie[1].value = "1";
    sign_in(&shared, "denise", secret);
    cr_assert_eq(shared.status, 422);
    send_form(&b, "/account", "/account/password",
              "now=heron+lantern+gravel&password=tres+gatos+en+la+luna");
    cr_assert_eq(b.status, 303, "a stranger elsewhere changes nothing here");
    struct browser c = {.cx = cx, .address = "203.0.113.9"}, d = c;
    c.cookie[0].name = d.cookie[0].name = "beside-device";
    c.cookie[0].value = good;
    sign_in(&c, "denise", "tres+gatos+en+la+luna");
    cr_assert_eq(c.status, 422, "the password is another");
    d.cookie[0].value = cookie(&b, "beside-device");
    sign_in(&d, "denise", "tres+gatos+en+la+luna");
    cr_assert_eq(d.status, 303, "%s", d.body);
}

TEST(auth, a_browser_knows_four_people_and_a_shared_device_none)
{
    struct browser b = {.cx = cx}, kiosk = {.cx = cx};
    struct account a = denise(cx);
    const char *code = NULL, *first = NULL;

    for (int i = 0; i < 6; i++) {
        sign_in(&b, "denise", secret);
        cr_assert_eq(b.status, 303);
        const char *held = cookie(&b, "beside-device");
        cr_assert(!first || strcmp(held, first) == 0,
                  "the same stays the same");
        first = held;
        ask(&b, "/sign-out", "");
    }
    for (int i = 0; i < 5; i++) {
        struct account other = {
            .person = {db_new_id(cx)}, .program = 1, .role = ROLE_PERSON};
        const char *name = arena_fmt(cx->mem, "other%d", i), *hash = NULL;
        cr_assert(keys_make(cx, other.person));
        cr_assert(account_hash(cx, a.id, &hash));
        cr_assert(account_add_hashed(cx, &other, name, hash));
        sign_in(&b, name, secret);
        cr_assert_eq(b.status, 303);
        ask(&b, "/sign-out", "");
    }
    cr_assert_eq(strlen(cookie(&b, "beside-device")), 26 + 4 * 33);
    kiosk.cookie[0].name = "beside-kiosk";
    kiosk.cookie[0].value = "1";
    sign_in(&kiosk, "denise", secret);
    cr_assert_eq(kiosk.status, 303);
    cr_assert_str_eq(cookie(&kiosk, "beside-device"), "");
    cr_assert(auth_code_make(cx, a.person, &code));
    send_form(&b, "/kiosk", "/kiosk", arena_fmt(cx->mem, "code=%s", code));
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(cookie(&b, "beside-device"), "");
}

TEST(auth, a_session_that_was_planted_is_not_the_one_that_is_used)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    b.cookie[0].name = "beside";
    b.cookie[0].value = "0000000000000000000000000000000000000000000000000000";
    sign_in(&b, "denise", secret);
    cr_assert_str_neq(cookie(&b, "beside"), "0000000000000000000000000000000000"
                                            "000000000000000000");
    const char *first = cookie(&b, "beside");
    sign_in(&(struct browser){.cx = cx}, "denise", secret);
    ask(&b, "/account", NULL);
    ask(&b, "/sign-in",
        arena_fmt(cx->mem, "csrf=%s&name=denise&password=heron+lantern+gravel",
                  csrf_of(&b)));
    cr_assert_eq(b.status, 303);
    cr_assert_str_neq(cookie(&b, "beside"), first);
    struct browser old = {.cx = cx};
    old.cookie[0].name = "beside";
    old.cookie[0].value = first;
    cr_assert_not(is_signed_in(&old));
}

TEST(auth, a_form_of_another_session_is_not_taken)
{
    struct browser a = {.cx = cx}, b = {.cx = cx}, fresh = {.cx = cx};

    (void)denise(cx);
    sign_in(&a, "denise", secret);
    sign_in(&b, "denise", secret);
    cr_assert(is_signed_in(&a));
    const char *of_a = csrf_of(&a);
    cr_assert(is_signed_in(&b));
    cr_assert_str_neq(of_a, csrf_of(&b));
    ask(&b, "/account/sign-out", arena_fmt(cx->mem, "csrf=%s", of_a));
    cr_assert_eq(b.status, 403);
    ask(&b, "/account/sign-out", "");
    cr_assert_eq(b.status, 403);
    cr_assert(is_signed_in(&b));
    ask(&fresh, "/sign-in", "name=denise&password=heron+lantern+gravel&csrf=");
    cr_assert_eq(fresh.status, 403);
}

TEST(auth, signing_out_ends_it_on_the_server_too)
{
    struct browser b = {.cx = cx}, old;

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    old = b;
    ask(&b, "/sign-out", "");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location, "/all-done");
    cr_assert_str_eq(b.clear, "\"storage\"");
    cr_assert_str_eq(cookie(&b, "beside"), "");
    cr_assert_not(is_signed_in(&old));
}

TEST(auth, a_device_is_handed_on_to_who_has_a_code)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    ask(&b, "/sign-out", "then=code");
    cr_assert_str_eq(b.location, "/kiosk");
    cr_assert_str_eq(cookie(&b, "beside"), "");
    ask(&b, "/kiosk", NULL);
    cr_assert_eq(b.status, 200, "%s", b.body);
}

TEST(auth, leaving_fast_ends_it_without_a_form)
{
    struct browser b = {.cx = cx}, old;

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    old = b;
    ask(&b, "/leave", "");
    cr_assert_eq(b.status, 204);
    cr_assert_not(is_signed_in(&old));
}

TEST(auth, a_new_password_ends_every_other_session)
{
    struct browser a = {.cx = cx}, b = {.cx = cx}, was;

    (void)denise(cx);
    sign_in(&a, "denise", secret);
    sign_in(&b, "denise", secret);
    was = a;
    send_form(&a, "/account", "/account/password",
              "now=wrong+one&password=tres+gatos+en+la+luna");
    cr_assert_eq(a.status, 422);
    cr_assert(is_signed_in(&b));
    send_form(&a, "/account", "/account/password",
              "now=heron+lantern+gravel&password=tres+gatos+en+la+luna");
    cr_assert_eq(a.status, 303, "%s", a.body);
    cr_assert(is_signed_in(&a));
    cr_assert_not(is_signed_in(&b));
    cr_assert_not(is_signed_in(&was));
    struct browser c = {.cx = cx}, d = {.cx = cx};
    sign_in(&c, "denise", secret);
    cr_assert_eq(c.status, 422);
    sign_in(&d, "denise", "tres+gatos+en+la+luna");
    cr_assert_eq(d.status, 303);
}

TEST(auth, a_code_opens_a_shared_device_for_a_little_while)
{
    struct browser b = {.cx = cx};
    struct account a = denise(cx);
    const char *code = NULL;

    cr_assert(auth_code_make(cx, a.person, &code));
    send_form(&b, "/kiosk", "/kiosk", "code=nonsense");
    cr_assert_eq(b.status, 422);
    send_form(&b, "/kiosk", "/kiosk", arena_fmt(cx->mem, "code=%s", code));
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(cookie(&b, "beside-kiosk"), "1");
    cr_assert(is_signed_in(&b));
    cr_assert_null(strstr(b.body, "/account/password"));
    ask(&b, "/account/password",
        arena_fmt(cx->mem,
                  "csrf=%s&now=heron+lantern+gravel&password=tres+gatos+luna",
                  csrf_of(&b)));
    cr_assert_eq(b.status, 403);
    cr_assert(is_signed_in(&b));
    now += 211;
    cr_assert_not(is_signed_in(&b));
    ask(&b, "/all-done", NULL);
    cr_assert(strstr(b.body, "Hand the device back"));
}

TEST(auth, signing_in_by_name_on_a_shared_device_is_short_too)
{
    struct browser b = {.cx = cx};

    (void)denise(cx);
    b.cookie[0].name = "beside-kiosk";
    b.cookie[0].value = "1";
    sign_in(&b, "denise", secret);
    cr_assert(is_signed_in(&b));
    now += 211;
    cr_assert_not(is_signed_in(&b));
}

TEST(auth, a_language_is_kept_with_the_account)
{
    struct browser b = {.cx = cx}, c = {.cx = cx};

    (void)denise(cx);
    send_form(&b, "/sign-in", "/language", "lang=es&next=/kiosk");
    cr_assert_str_eq(b.location, "/kiosk");
    cr_assert_str_eq(cookie(&b, "beside-lang"), "es");
    ask(&b, "/sign-in", NULL);
    cr_assert(strstr(b.body, "English"));
    cr_assert_null(strstr(b.body, "Español"));
    sign_in(&c, "denise", secret);
    send_form(&c, "/account", "/account/language", "lang=es");
    cr_assert_str_eq(c.location, "/account");
    struct account a;
    cr_assert(account_find(cx, "denise", &a));
    cr_assert(a.lang_chosen);
    cr_assert_eq(a.lang, LANG_ES);
}

TEST(auth, one_session_can_be_ended_from_another)
{
    struct browser a = {.cx = cx}, b = {.cx = cx};

    (void)denise(cx);
    sign_in(&a, "denise", secret);
    sign_in(&b, "denise", secret);
    cr_assert(is_signed_in(&a));
    const char *at = strstr(a.body, "/account/session/");
    cr_assert(at);
    const char *path = arena_dup_n(cx->mem, at, strcspn(at, "\""));
    ask(&a, path, arena_fmt(cx->mem, "csrf=%s", csrf_of(&a)));
    cr_assert_eq(a.status, 303);
    cr_assert_not(is_signed_in(&b));
    cr_assert(is_signed_in(&a));
}

TEST(auth, over_https_nobody_else_can_set_our_cookies)
{
    struct browser b = {.cx = cx, .https = true};

    (void)denise(cx);
    sign_in(&b, "denise", secret);
    cr_assert_eq(b.status, 303);
    cr_assert_eq(strlen(cookie(&b, "__Host-beside")), 64);
    cr_assert(*cookie(&b, "__Host-beside-device"));
    cr_assert(is_signed_in(&b));
    b.https = false;
    cr_assert_not(is_signed_in(&b));
}
