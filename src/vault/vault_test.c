/* A vault opens to its owner's words, paper and session, and to nothing that
 * the store or its keeper has. Source: R1, R5, R99. */
#include "vault/vault.h"

#include <string.h>

#include "auth/auth.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/module.h"
#include "frame/settings.h"
#include "keys/keys.h"
#include "vault/box.h"

static const char pass[] = "heron+lantern+gravel",
                  words[] = "the uncle: mine too";

static struct actor ruth = {.person = {7001},
                            .account = 70,
                            .session = 71,
                            .program = 1,
                            .role = ROLE_PEER};

/* A program with a peer in it whose browser has a session. */
static struct browser begin(struct ctx *cx)
{
    cr_assert(keys_make(cx, ruth.person));
    cr_assert(db_commit(cx));
    cr_assert(settings_load(cx, NULL));
    return (struct browser){
        .cx = cx,
        .actor = &ruth,
        .cookie = arena_fmt(cx->mem, "beside=%s", random_token(cx->mem))};
}

static void posts(struct browser *b, const char *path, const char *fields)
{
    browse_form(b, path, fields);
    cr_assert_eq(b->status, 303, "%s: %d %s", path, b->status, b->body);
}

static void make(struct browser *b)
{
    posts(
        b, "/vault/make",
        arena_fmt(b->cx->mem, "password=%s&again=%s&understood=1", pass, pass));
}

/* The key of the open vault is 32 bytes of this. */
static struct vault opened(struct browser *b)
{
    struct ctx *cx = b->cx;
    struct own_key of_session;
    enum vault_state is;
    struct vault v;

    own_of_secret("vault", b->cookie + strlen("beside="), &of_session);
    cx->actor = b->actor;
    cr_assert(db_begin(cx));
    cr_assert(box_look(cx, &of_session, &is, &v), "%s", cx->err.text);
    db_rollback(cx);
    cr_assert_eq(is, VAULT_OPEN);
    return v;
}

static bool is_open(struct browser *b)
{
    browse(b, "/vault/code");
    return b->status == 200;
}

/* Something is in it. */
static void put(struct browser *b, const char *says)
{
    struct ctx *cx = b->cx;
    struct vault v = opened(b);
    struct buf text = buf_new(cx->mem, VAULT_DRAWER_MAX);
    struct json_out w = {.to = &text};

    json_put_object(&w, NULL);
    json_put_text(&w, "says", says);
    json_put_end(&w);
    cr_assert(db_begin(cx));
    cr_assert(vault_write(cx, &v, VAULT_DOWN, &text), "%s", cx->err.text);
    cr_assert(db_commit(cx));
}

static const char *holds(struct browser *b)
{
    struct ctx *cx = b->cx;
    struct vault v = opened(b);
    const struct json *doc = NULL;

    cr_assert(db_begin(cx));
    cr_assert(vault_read(cx, &v, VAULT_DOWN, &doc), "%s", cx->err.text);
    db_rollback(cx);
    return json_text(json_get(doc, "says"));
}

/* "abcdefgh...", as it stands on the paper. */
static const char *paper(struct browser *b)
{
    const char *code = NULL;
    struct vault v = opened(b);

    cr_assert(db_begin(b->cx));
    cr_assert(box_code(b->cx, &v, &code));
    db_rollback(b->cx);
    browse(b, "/vault/code");
    cr_assert(strstr(b->body, code), "%s", b->body);
    char *plus = arena_dup_n(b->cx->mem, code, strlen(code));
    for (char *at = plus; *at; at++)
        if (*at == ' ')
            *at = '+';
    return plus;
}

static void opens_with(struct browser *b, const char *with)
{
    posts(b, "/vault/open", arena_fmt(b->cx->mem, "password=%s", with));
}

TEST(vault, it_opens_with_its_words_and_with_its_paper)
{
    struct browser b = begin(cx);

    browse(&b, "/vault");
    cr_assert(strstr(b.body, "what is in it is lost"), "before the first word");
    make(&b);
    cr_assert_str_eq(b.location, "/vault/code?new=1");
    put(&b, words);
    const char *code = paper(&b);
    posts(&b, "/vault/close", "");
    cr_assert(!is_open(&b));
    opens_with(&b, pass);
    cr_assert_str_eq(holds(&b), words);
    posts(&b, "/vault/close", "");
    opens_with(&b, code);
    cr_assert_str_eq(holds(&b), words);
}

TEST(vault, it_is_made_with_a_passphrase_that_holds_and_once)
{
    static const char *const bad[] = {
        "password=short+one&again=short+one&understood=1",
        "password=password1234&again=password1234&understood=1",
        "password=heron+lantern+gravel&again=heron+lantern&understood=1",
        "password=heron+lantern+gravel&again=heron+lantern+gravel"};
    struct browser b = begin(cx);

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        browse_form(&b, "/vault/make", bad[i]);
        cr_assert_eq(b.status, 422, "%s: %d", bad[i], b.status);
        cr_assert(!strstr(b.body, "heron"), "never shown again");
    }
    make(&b);
    browse_form(&b, "/vault/make", bad[2]);
    cr_assert_eq(b.status, 422);
    browse_form(
        &b, "/vault/make",
        arena_fmt(cx->mem, "password=%s&again=%s&understood=1", pass, pass));
    cr_assert_eq(b.status, 409, "%d", b.status);
}

TEST(vault, another_session_or_another_cookie_stands_before_a_shut_one)
{
    struct browser b = begin(cx), other = b;
    struct actor again = ruth;

    make(&b);
    put(&b, words);
    cr_assert(is_open(&b));
    other.cookie = arena_fmt(cx->mem, "beside=%s", random_token(cx->mem));
    cr_assert(!is_open(&other), "the session's number alone opens nothing");
    other.cookie = "";
    cr_assert(!is_open(&other));
    again.session = 72;
    other = b;
    other.actor = &again;
    cr_assert(!is_open(&other), "the cookie in another session neither");
    opens_with(&other, pass);
    cr_assert(is_open(&other));
    cr_assert(is_open(&b), "and both may be open");
}

static int64_t rows(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT (SELECT COUNT(*) FROM vault_opened) +"
                                 " (SELECT COUNT(*) FROM vault_drawer) +"
                                 " (SELECT COUNT(*) FROM vault_box)");
    const int64_t n = db_row(q) ? db_get_int(q) : -1;

    cr_assert(db_end(q));
    return n;
}

/* No session of Ruth's is in the store: any that ends sweeps hers. */
TEST(vault, it_shuts_when_its_session_is_over)
{
    struct browser b = begin(cx);
    struct account a = {.person = ruth.person, .program = 1, .role = ROLE_PEER};

    make(&b);
    put(&b, words);
    cr_assert(db_begin(cx));
    cr_assert_eq(rows(cx), 1 + VAULT_DRAWERS + 1);
    cr_assert(account_add_hashed(cx, &a, "ruth", "no password has this hash"));
    cr_assert(account_disable(cx, a.id), "%s", cx->err.text);
    cr_assert_eq(rows(cx), VAULT_DRAWERS + 1);
    cr_assert(db_commit(cx));
    cr_assert(!is_open(&b));
}

TEST(vault, other_words_and_a_new_paper_take_the_place_of_the_old)
{
    struct browser b = begin(cx);

    make(&b);
    put(&b, words);
    const char *code = paper(&b);
    browse_form(&b, "/vault/words",
                "now=wrong+all+over&password=otter+window+maple"
                "&again=otter+window+maple");
    cr_assert_eq(b.status, 422, "the words of now are asked for");
    posts(&b, "/vault/words",
          arena_fmt(cx->mem,
                    "now=%s&password=otter+window+maple"
                    "&again=otter+window+maple",
                    code));
    posts(&b, "/vault/code", "");
    posts(&b, "/vault/close", "");
    browse_form(&b, "/vault/open", arena_fmt(cx->mem, "password=%s", pass));
    cr_assert_eq(b.status, 422, "the old words");
    browse_form(&b, "/vault/open", arena_fmt(cx->mem, "password=%s", code));
    cr_assert_eq(b.status, 422, "the old paper");
    opens_with(&b, "otter+window+maple");
    cr_assert_str_eq(holds(&b), words);
}

TEST(vault, wrong_tries_wait_as_at_sign_in)
{
    struct browser b = begin(cx);
    int tries = 0;

    make(&b);
    posts(&b, "/vault/close", "");
    do {
        browse_form(&b, "/vault/open", "password=not+the+right+words");
        cr_assert_eq(b.status, 422);
    } while (!strstr(b.body, "There were many tries") && ++tries < 9);
    cr_assert_eq(tries, 5);
    browse_form(&b, "/vault/open", arena_fmt(cx->mem, "password=%s", pass));
    cr_assert_eq(b.status, 422, "the right words wait too");
    cx->now += 3600;
    opens_with(&b, pass);
}

TEST(vault, it_never_opens_on_a_shared_device)
{
    struct browser b = begin(cx);
    struct actor shared = ruth;

    make(&b);
    shared.shared_device = true;
    shared.session = 73;
    b.actor = &shared;
    browse_form(&b, "/vault/open", arena_fmt(cx->mem, "password=%s", pass));
    cr_assert_eq(b.status, 403);
    browse(&b, "/vault");
    cr_assert(!strstr(b.body, "name=\"password\""));
}

TEST(vault, no_draft_is_kept_of_anything_typed_into_it)
{
    static const char *const inside[] = {"/vault",       "/deck/cards",
                                         "/deck/shared", "/down",
                                         "/plan",        "/portfolio"};
    int n = 0;

    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++)
            for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
                if (r->method == POST &&
                    strncmp(r->path, inside[i], strlen(inside[i])) == 0) {
                    cr_assert(r->no_draft, "%s", r->path);
                    n++;
                }
    cr_assert_geq(n, 14);
}

/* Each sealed value of the vault, of whoever's. */
struct kept {
    struct blob at[64];
    int n;
};

static void read_blobs(struct query *q, struct kept *k)
{
    while (db_row(q) && k->n < 62) {
        k->at[k->n++] = db_get_blob(q);
        k->at[k->n++] = db_get_blob(q);
    }
    cr_assert(db_end(q));
}

static struct kept all_kept(struct ctx *cx)
{
    struct kept k = {.n = 0};

    read_blobs(db_sql(cx, "SELECT by_words, by_code FROM vault_box"), &k);
    read_blobs(db_sql(cx, "SELECT sealed, sealed FROM vault_drawer"), &k);
    read_blobs(db_sql(cx, "SELECT wrapped, wrapped FROM vault_opened"), &k);
    return k;
}

static bool is_in(struct blob b, const void *what, size_t n)
{
    return b.n >= n && memmem(b.at, b.n, what, n);
}

/* The master key is at hand, and with it every data key and every hash; still
 * nothing of it opens anything of a vault, in any place it could stand in. */
static void opens_nowhere(struct ctx *cx, struct blob b)
{
    static const char *const columns[] = {
        "vault_drawer.sealed", "vault_opened.wrapped", "vault_box.by_words",
        "vault_box.by_code"};
    static const int64_t at[] = {0, 1, 2, 3, 4, 5, 71, 7001};
    struct own_key of_hash;
    struct blob out;

    /* What the store holds of the session. */
    own_of_secret("vault", keys_hash(cx->mem, "auth.session", "token"),
                  &of_hash);
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
            const struct place p = {columns[c], at[i], ruth.person};
            cr_assert(!unseal_bytes(cx, p, b, &out), "%s", columns[c]);
            ctx_forgive(cx);
            cr_assert(!own_unseal(cx->mem, &of_hash, p, b, &out));
        }
}

TEST(vault, with_the_master_key_at_hand_the_store_opens_nothing)
{
    struct browser b = begin(cx);

    make(&b);
    put(&b, words);
    const char *token = b.cookie + strlen("beside=");
    struct vault v = opened(&b);
    cr_assert(db_begin(cx));
    struct kept k = all_kept(cx);
    cr_assert_eq(k.n, 2 * (1 + VAULT_DRAWERS + 1));
    for (int i = 0; i < k.n; i++) {
        cr_assert(!is_in(k.at[i], words, 8));
        cr_assert(!is_in(k.at[i], v.key.at, sizeof v.key.at));
        cr_assert(!is_in(k.at[i], token, 8));
        opens_nowhere(cx, k.at[i]);
    }
    db_rollback(cx);
    cr_assert_str_eq(holds(&b), words, "and its owner reads it");
}

/* Whatever is done with a vault, by an independent model it holds what was put
 * in last, and nothing stored holds it in the clear. */
TEST(vault, by_chance_it_holds_what_its_model_holds)
{
    static const char *const phrases[] = {"heron+lantern+gravel",
                                          "otter+window+maple"};
    struct browser b = begin(cx);
    const char *model = "";
    int phrase = 0;

    make(&b);
    for (int n = 0; n < 40; n++) {
        const int what = test_random(4);
        if (what < 2) {
            model = arena_fmt(cx->mem, "zebra %d %s", test_random(1000), words);
            put(&b, model);
        } else if (what == 2) {
            posts(&b, "/vault/close", "");
            cr_assert(!is_open(&b));
            opens_with(&b, phrases[phrase]);
        } else {
            posts(&b, "/vault/words",
                  arena_fmt(cx->mem, "now=%s&password=%s&again=%s",
                            phrases[phrase], phrases[!phrase],
                            phrases[!phrase]));
            phrase = !phrase;
        }
        cr_assert_str_eq(holds(&b), model);
        cr_assert(db_begin(cx));
        struct kept k = all_kept(cx);
        for (int i = 0; i < k.n; i++)
            cr_assert(!is_in(k.at[i], "zebra", 5));
        db_rollback(cx);
    }
}

TEST(vault, its_sizes_do_not_say_how_much_is_in_it)
{
    struct browser b = begin(cx);

    make(&b);
    cr_assert(db_begin(cx));
    const struct kept before = all_kept(cx);
    db_rollback(cx);
    put(&b, words);
    cr_assert(db_begin(cx));
    const struct kept after = all_kept(cx);
    db_rollback(cx);
    cr_assert_eq(before.n, after.n);
    for (int i = 0; i < after.n; i++)
        cr_assert_eq(before.at[i].n, after.at[i].n);
}

TEST(vault, it_is_emptied_for_good_and_goes_with_its_owner)
{
    struct browser b = begin(cx);
    const struct module *m = NULL;
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};

    for (const struct module *const *all = modules; *all; all++)
        if (strcmp((*all)->name, "vault") == 0)
            m = *all;
    make(&b);
    put(&b, words);
    browse_form(&b, "/vault/end", "");
    cr_assert_eq(b.status, 422);
    posts(&b, "/vault/end", "sure=1");
    browse(&b, "/vault");
    cr_assert(strstr(b.body, "action=\"/vault/make\""));
    make(&b);
    put(&b, words);
    cr_assert(db_begin(cx));
    json_put_object(&out, NULL);
    cr_assert(m && m->export_person(cx, ruth.person, &out));
    json_put_end(&out);
    cr_assert(strstr(text.at, "\"hasOne\":true"), "%s", text.at);
    cr_assert(!strstr(text.at, "uncle"));
    cr_assert(m->erase_person(cx, ruth.person));
    cr_assert_eq(rows(cx), 0);
    db_rollback(cx);
}
