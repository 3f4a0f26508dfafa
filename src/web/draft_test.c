/* What is typed is never lost: drafts as a browser meets them, with the real
 * sign-in and a page of the test's own. */
#include "web/draft.h"

#include <string.h>

#include "auth/auth.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "keys/keys.h"
#include "web/web.h"

enum { HOUR = 3600, DAY = 86400 };

static const char secret[] = "heron lantern gravel";

static void field(struct tpl *t, const char *to, const char *stored)
{
    tpl_raw(t, "<form method=\"post\" action=\"");
    tpl_text(t, to);
    tpl_raw(t, "\">");
    tpl_form(t);
    tpl_raw(t, "[");
    tpl_text(t, tpl_value(t, "words", stored));
    tpl_raw(t, "]</form>");
}

static bool form_page(struct req *rq)
{
    field(rq->page, "/t/7/save", "nothing yet");
    field(rq->page, "/t/8/save", "something else");
    return true;
}

static bool save_form(struct req *rq)
{
    if (!*req_text(rq, "words"))
        return fail(rq->cx, ERR_INVALID, "words", "Please write something.");
    return req_see_other(rq, "/t/form");
}

static const struct route routes[] = {
    {.method = GET,
     .path = "/t/form",
     .may = "signed in",
     .run = form_page,
     .title = "t"},
    {.method = POST,
     .path = "/t/{line}/save",
     .may = "signed in",
     .run = save_form,
     .again = form_page},
    {.method = POST,
     .path = "/t/{line}/alone",
     .may = "signed in",
     .run = save_form,
     .again = form_page,
     .no_draft = true},
    {0},
};

static const struct module module = {.name = "t", .routes = routes};

/* Those of auth and web, and the test's own. */
static const struct module *own[4];

static void shell(struct req *rq, struct tpl *whole)
{
    tpl_html(whole, (struct html){rq->page->out.at ? rq->page->out.at : ""});
}

static void error(struct req *rq, int status)
{
    (void)status;
    tpl_text(rq->page, rq->cx->err.text);
}

static const struct hooks hooks = {.who = auth_who,
                                   .csrf = auth_csrf,
                                   .shell = shell,
                                   .error = error,
                                   .draft = draft_find,
                                   .sent = draft_forget,
                                   .rescue = draft_rescue,
                                   .headers = web_headers};

static struct account someone(struct ctx *cx, const char *name)
{
    struct account a = {
        .person = {db_new_id(cx)}, .program = 1, .role = ROLE_PERSON};

    cr_assert(keys_make(cx, a.person));
    cr_assert(account_add(cx, &a, name, secret), "%s", cx->err.text);
    return a;
}

static struct account denise(struct ctx *cx)
{
    size_t n = 0;

    for (const struct module *const *m = modules; *m; m++)
        if (strcmp((*m)->name, "auth") == 0 || strcmp((*m)->name, "web") == 0)
            own[n++] = *m;
    cr_assert_eq(n, 2);
    own[n] = &module;
    cr_assert(settings_load(cx, NULL));
    return someone(cx, "denise");
}

static struct browser browser(struct ctx *cx)
{
    return (struct browser){.cx = cx, .hooks = &hooks, .modules = own};
}

static void sign_in(struct browser *b, const char *name)
{
    browse(b, "/sign-in");
    cr_assert_eq(b->status, 200);
    browse_form(b, "/sign-in",
                arena_fmt(b->cx->mem, "name=%s&password=%s", name, secret));
    cr_assert_eq(b->status, 303, "%s", b->body);
}

static struct browser signed_in(struct ctx *cx, const char *name)
{
    struct browser b = browser(cx);

    sign_in(&b, name);
    browse(&b, "/t/form");
    cr_assert_eq(b.status, 200);
    return b;
}

static bool shows(struct browser *b, const char *words)
{
    browse(b, "/t/form");
    return b->status == 200 &&
           strstr(b->body, arena_fmt(b->cx->mem, "[%s]", words));
}

static int64_t drafts(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT count(*) FROM web_draft");
    int64_t n = db_row(q) ? db_get_int(q) : -1;

    cr_assert(db_end(q));
    return n;
}

/* The fields of the only draft, as they are kept. */
static const char *kept(struct ctx *cx, const struct account *a)
{
    struct query *q = db_sql(cx, "SELECT id, fields FROM web_draft");
    const char *fields = "";

    if (db_row(q)) {
        int64_t id = db_get_int(q);
        fields = seal_get(q, (struct place){"web_draft.fields", id, a->person});
    }
    cr_assert(db_end(q), "%s", cx->err.text);
    return fields;
}

TEST(draft, what_is_typed_is_shown_again_and_forgotten_when_sent)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise"), other = signed_in(cx, "denise");

    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf+a");
    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf+a+word");
    cr_assert_eq(b.status, 204, "%s", b.body);
    cr_assert_eq(drafts(cx), 1);
    cr_assert(shows(&other, "half a word"), "on another device too");
    cr_assert(strstr(other.body, "[something else]"), "only in its own form");
    browse_form(&b, "/t/7/save", "words=a+whole+one");
    cr_assert_eq(b.status, 303);
    cr_assert(shows(&b, "nothing yet"));
    cr_assert_eq(drafts(cx), 0);
}

TEST(draft, a_form_that_failed_keeps_its_draft)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");

    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf");
    browse_form(&b, "/t/7/save", "words=");
    cr_assert_eq(b.status, 422);
    cr_assert(shows(&b, "half"));
    browse_form(&b, "/draft", "form=/t/7/save&fields=");
    cr_assert_eq(drafts(cx), 0, "all was taken out again");
}

TEST(draft, is_sealed_and_nobody_elses)
{
    struct account a = denise(cx);

    (void)someone(cx, "rosa");
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise"), rosa = signed_in(cx, "rosa");
    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3DCANARY-7");
    cr_assert_str_eq(kept(cx, &a), "words=CANARY-7");
    struct query *q = db_sql(cx, "SELECT fields FROM web_draft");
    cr_assert(db_row(q));
    struct blob raw = db_get_blob(q);
    cr_assert(db_end(q));
    cr_assert_null(memmem(raw.at, raw.n, "CANARY", 6));
    cr_assert(shows(&rosa, "nothing yet"));
}

TEST(draft, signing_in_again_leads_back_to_the_same_words)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");

    cx->now += 13 * HOUR;
    browse_form(&b, "/t/7/save",
                "words=a+long+note&once=abc&on_page=%2Ft%2Fform%3Fday%3D3");
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(b.location, "/sign-in?kept=1&next=%2Ft%2Fform%3Fday%3D3");
    browse(&b, b.location);
    cr_assert(strstr(b.body, "What you wrote is kept"), "%s", b.body);
    browse_form(&b, "/sign-in",
                arena_fmt(cx->mem, "name=denise&password=%s&next=%%2Ft%%2Fform",
                          secret));
    cr_assert_str_eq(b.location, "/t/form");
    cr_assert(shows(&b, "a long note"));
    browse_form(&b, "/t/7/save", "words=a+long+note&once=abc");
    cr_assert_str_eq(b.location, "/t/form");
    cr_assert_eq(drafts(cx), 0);
}

/* The longest head that the program makes: a sign-in where three signed in
 * before, on the way to a long address. */
TEST(draft, the_way_back_fits_into_the_head_of_an_answer)
{
    enum { TLS = 3 * (int)sizeof "__Host-; Secure" + 70 }; /* more over https */
    static const char *const others[] = {"rosa", "ben", "ana"};
    struct browser b;
    char next[401] = "/";
    size_t n = TLS;

    (void)denise(cx);
    for (size_t i = 0; i < 3; i++)
        (void)someone(cx, others[i]);
    cr_assert(db_commit(cx));
    b = browser(cx);
    for (size_t i = 0; i < 3; i++) {
        sign_in(&b, others[i]);
        browse_form(&b, "/sign-out", "");
    }
    memset(next + 1, 'a', sizeof next - 2);
    browse(&b, "/sign-in");
    browse_form(
        &b, "/sign-in",
        arena_fmt(cx->mem, "name=denise&password=%s&next=%s", secret, next));
    cr_assert_str_eq(b.location, next);
    for (size_t i = 0; i < b.header.n; i++)
        n += strlen(b.header.at[i].name) + strlen(b.header.at[i].value) + 4;
    cr_assert_gt(n, 1400, "%zu", n);
    cr_assert_leq(n, HTTP_ANSWER_HEAD_MAX, "%zu", n);
}

/* What she wrote in one tab, and sent after this was over. */
static void send_late(struct browser *b)
{
    browse_form(b, "/t/7/save", "words=a+long+note&on_page=%2Ft%2Fform");
    cr_assert_eq(b->status, 303, "%s", b->body);
    cr_assert_str_eq(b->location, "/sign-in?kept=1&next=%2Ft%2Fform");
}

TEST(draft, is_kept_after_a_sign_out_in_another_tab)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");

    browse_form(&b, "/sign-out", "");
    cr_assert_str_eq(b.location, "/all-done");
    send_late(&b);
    sign_in(&b, "denise");
    cr_assert(shows(&b, "a long note"));
}

TEST(draft, is_kept_after_the_session_was_ended_elsewhere)
{
    struct account a = denise(cx);

    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise"), c = signed_in(cx, "denise");
    browse(&c, "/account");
    const char *end = strstr(c.body, "/account/session/");
    cr_assert(end);
    browse_form(&c, arena_dup_n(cx->mem, end, strcspn(end, "\"")), "");
    cr_assert_eq(c.status, 303);
    send_late(&b);
    cr_assert(shows(&c, "a long note"));
    browse_form(&c, "/t/7/save", "words=sent");
    cr_assert(account_set_password(cx, a.id, secret));
    send_late(&b);
    send_late(&c);
    cr_assert_eq(drafts(cx), 1);
    cr_assert(account_disable(cx, a.id));
    browse_form(&c, "/t/7/save", "words=a+long+note&on_page=%2Ft%2Fform");
    cr_assert_str_eq(c.location, "/sign-in?next=%2Ft%2Fform");
}

/* Its words are kept nowhere, as of a vault: that is said, not passed over. */
TEST(draft, who_sent_late_what_is_kept_nowhere_is_told)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");

    cx->now += 13 * HOUR;
    browse_form(&b, "/t/7/alone", "words=the+uncle&on_page=%2Ft%2Fform");
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert_str_eq(b.location, "/sign-in?late=1&next=%2Ft%2Fform");
    cr_assert_eq(drafts(cx), 0);
    browse(&b, b.location);
    cr_assert(strstr(b.body, "so it is not saved"), "%s", b.body);
    browse_form(&b, "/sign-in", "name=denise&password=wrong&late=1");
    cr_assert(strstr(b.body, "so it is not saved"), "a wrong try later too");
}

/* Two share a browser; the page of the first is still open in a tab. */
TEST(draft, is_hers_whoever_is_signed_in_by_now)
{
    (void)denise(cx);
    (void)someone(cx, "rosa");
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise"), rosa;
    const char *page = b.csrf;

    browse_form(&b, "/sign-out", "");
    sign_in(&b, "rosa");
    rosa = b;
    b.csrf = page;
    browse_form(&b, "/t/7/save", "words=a+long+note&on_page=%2Ft%2Fform");
    cr_assert_eq(b.status, 303);
    cr_assert(shows(&rosa, "nothing yet"));
    struct browser c = signed_in(cx, "denise");
    cr_assert(shows(&c, "a long note"));
}

TEST(draft, a_form_of_an_older_session_comes_back_filled_in)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");

    b.no_csrf = true;
    browse_form(&b, "/t/7/save",
                "words=from+the+other+tab&csrf=old&on_page=%2Ft%2Fform");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location, "/t/form");
    cr_assert(shows(&b, "from the other tab"));
}

TEST(draft, nothing_stays_on_a_shared_device)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = browser(cx);

    b.cookie = "beside-kiosk=1";
    sign_in(&b, "denise");
    browse(&b, "/t/form");
    cr_assert_eq(b.status, 200);
    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf");
    cr_assert_eq(b.status, 403);
    cx->now += HOUR;
    browse_form(&b, "/t/7/save", "words=a+long+note&on_page=%2Ft%2Fform");
    cr_assert_str_eq(b.location, "/sign-in?late=1&next=%2Ft%2Fform");
    cr_assert_eq(drafts(cx), 0);
}

TEST(draft, a_password_or_a_code_is_never_in_one)
{
    struct account a = denise(cx);

    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");
    browse_form(&b, "/draft",
                "form=/t/7/save&fields=words%3Dw%26password%3Dp1%26code%3DX2"
                "%26now%3Dp3%26csrf%3Dc4%26once%3Do5%26on_page%3D%2Fp6"
                "%26new_password%3Dp7");
    cr_assert_eq(b.status, 204);
    cr_assert_str_eq(kept(cx, &a), "words=w");
    browse_form(&b, "/draft", "form=/account/password&fields=x%3Dp");
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/draft", "form=/sign-in&fields=x%3Dp");
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/t/7/save", "words=w");
    cx->now += 13 * HOUR;
    browse_form(&b, "/account/password", "now=p&password=q&other=r");
    cr_assert_eq(b.status, 303);
    cr_assert_eq(drafts(cx), 0);
}

TEST(draft, is_of_a_form_that_exists)
{
    static const char *const forms[] = {"",           "/nowhere",
                                        "t/7/save",   "/t/form",
                                        "/t/%2/save", "https://evil.example"};
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");
    char *much = arena_alloc(cx->mem, 100000);

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        browse_form(&b, "/draft",
                    arena_fmt(cx->mem, "fields=a%%3Db&form=%s", forms[i]));
        cr_assert_eq(b.status, 422, "%s: %d", forms[i], b.status);
    }
    memset(much, 'a', 99999);
    browse_form(&b, "/draft",
                arena_fmt(cx->mem, "form=/t/7/save&fields=a%%3D%s", much));
    cr_assert_eq(b.status, 422);
    browse_form(&b, "/draft", "form=/t/7/save&fields=a%3D%25f");
    cr_assert_eq(b.status, 422, "broken inside");
    cr_assert_eq(drafts(cx), 0);
}

TEST(draft, of_nobody_is_not_kept)
{
    (void)denise(cx);
    cr_assert(db_commit(cx));
    struct browser b = browser(cx);

    browse(&b, "/sign-in");
    b.no_csrf = true;
    browse_form(&b, "/sign-in",
                "name=denise&password=x&csrf=old&on_page=%2Fsign-in");
    cr_assert_eq(b.status, 303);
    cr_assert_str_eq(b.location, "/sign-in", "the form once more, no detour");
    b.cookie = "beside=made-up";
    browse_form(&b, "/t/7/save", "words=whose&on_page=%2Ft%2Fform");
    cr_assert_str_eq(b.location, "/sign-in?next=%2Ft%2Fform");
    cr_assert_eq(drafts(cx), 0);
}

TEST(draft, goes_after_two_months_or_with_the_person)
{
    struct account a = denise(cx);

    cr_assert(db_commit(cx));
    struct browser b = signed_in(cx, "denise");
    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf");
    cx->now += INT64_C(59) * DAY;
    cr_assert(draft_jobs[0].run(cx));
    cr_assert_eq(drafts(cx), 1);
    struct buf text = buf_new(cx->mem, 1 << 16);
    struct json_out out = {.to = &text};
    json_put_object(&out, NULL);
    cr_assert(draft_export(cx, a.person, &out));
    json_put_end(&out);
    cr_assert(strstr(text.at, "words=half"));
    cr_assert(draft_erase(cx, (struct person_id){a.person.v + 1}));
    cr_assert_eq(drafts(cx), 1);
    cr_assert(draft_erase(cx, a.person));
    cr_assert_eq(drafts(cx), 0);
    sign_in(&b, "denise");
    browse(&b, "/t/form");
    browse_form(&b, "/draft", "form=/t/7/save&fields=words%3Dhalf");
    cx->now += INT64_C(61) * DAY;
    cr_assert(draft_jobs[0].run(cx));
    cr_assert_eq(drafts(cx), 0);
}
