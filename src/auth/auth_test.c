#include <string.h>

#include "auth/auth_int.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/notes.h"
#include "frame/settings.h"
#include "keys/keys.h"
#include "keys/stretch_test.h"

/* As password_hash() makes it, but of a password nobody signs in with here. */
static const char any_hash[] =
    "$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

static struct account add(struct ctx *cx, const char *name, enum role role)
{
    struct account a = {.person = {db_new_id(cx)}, .program = 1, .role = role};

    cr_assert(settings_load(cx, NULL));
    cr_assert(keys_make(cx, a.person));
    cr_assert(account_add_hashed(cx, &a, name, any_hash), "%s", cx->err.text);
    return a;
}

static bool signed_in(struct ctx *cx, const char *token)
{
    struct session s;
    struct account a;
    bool found = false;

    cr_assert(session_find(cx, token, &s, &a, &found), "%s", cx->err.text);
    return found;
}

static const char *start(struct ctx *cx, const struct account *a, bool shared)
{
    const char *token = NULL;

    cr_assert(session_start(cx, a, shared, &token));
    return token;
}

TEST(auth, a_name_is_found_without_case_and_marks)
{
    struct account a = add(cx, "José", ROLE_PEER), found;

    cr_assert(account_find(cx, " jose ", &found));
    cr_assert_eq(found.id, a.id);
    cr_assert_eq(found.role, ROLE_PEER);
    cr_assert(account_get(cx, a.id, &found));
    cr_assert_str_eq(found.name, "José");
    cr_assert_not(account_find(cx, "josefa", &found));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
}

TEST(auth, a_name_is_taken_once)
{
    struct account a = add(cx, "jose", ROLE_PEER), b = a;

    b.person.v = db_new_id(cx);
    cr_assert(keys_make(cx, b.person));
    cr_assert_not(account_add_hashed(cx, &b, "JOSÉ", any_hash));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
    cr_assert_str_eq(cx->err.field, "name");
}

TEST(auth, a_name_that_is_none_is_refused)
{
    struct account a = add(cx, "ana", ROLE_PERSON);

    cr_assert_not(account_add_hashed(cx, &a, "  ", any_hash));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    char longest[ACCOUNT_NAME_MAX + 2] = {0};
    memset(longest, 'x', sizeof longest - 1);
    cr_assert_not(account_add_hashed(cx, &a, longest, any_hash));
    cr_assert_eq(cx->err.code, ERR_INVALID);
}

TEST(auth, a_name_is_nowhere_in_the_store)
{
    struct account a = add(cx, "heronheron", ROLE_PERSON);
    struct query *q =
        db_sql(cx, "SELECT blind, name FROM auth_account WHERE id = $1");

    db_put_int(q, a.id);
    cr_assert(db_row(q));
    for (int i = 0; i < 2; i++) {
        struct blob b = db_get_blob(q);
        cr_assert_gt(b.n, 0);
        cr_assert_null(memmem(b.at, b.n, "heron", 5));
    }
    cr_assert(db_end(q));
}

TEST(auth, passwords_that_everybody_tries_are_refused)
{
    static const char *const bad[] = {"short",      "Password1!",  "12345678",
                                      "87654321",   "aaaaaaaaaa",  "abcdefgh",
                                      "Sunshine22", "2024-10-15",  "denise99",
                                      "qwerty123",  "Contraseña1", "5550142555",
                                      "monkey12",   "1234567890",  "qwertyui",
                                      "adminadmin", "abababab",    ""};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cr_assert_not(password_check(cx, bad[i], "denise"), "%s", bad[i]);
        cr_assert_eq(cx->err.code, ERR_INVALID);
        cr_assert_str_eq(cx->err.field, "password");
        ctx_forgive(cx);
    }
    cr_assert(password_check(cx, "heron lantern gravel", "denise"));
    cr_assert(password_check(cx, "tres gatos en la luna", "denise"));
    char longest[PASSWORD_MAX + 2];
    for (size_t i = 0; i < sizeof longest; i++)
        longest[i] = (char)('a' + test_random(26));
    longest[PASSWORD_MAX + 1] = '\0';
    cr_assert_not(password_check(cx, longest, "denise"));
}

TEST(auth, a_password_fits_its_own_hash_alone)
{
    const char *hash = NULL;

    stretch_as_in_life();
    cr_assert(password_hash(cx, "heron lantern gravel", &hash));
    cr_assert_eq(strncmp(hash, "$argon2id$v=19$m=65536,t=3,p=1$", 31), 0);
    cr_assert(password_fits(cx, "heron lantern gravel", hash));
    cr_assert(password_fits(cx, " heron lantern gravel ", hash));
    cr_assert_not(password_fits(cx, "heron lantern grave", hash));
    cr_assert_not(password_fits(cx, "Heron lantern gravel", hash));
    cr_assert_not(password_fits(cx, "heron lantern gravel", NULL));
}

TEST(auth, a_session_ends_when_nobody_uses_it)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *own = start(cx, &a, false), *kiosk = start(cx, &a, true);

    cr_assert(signed_in(cx, own) && signed_in(cx, kiosk));
    cr_assert_not(signed_in(cx, "") || signed_in(cx, "nobody's"));
    cx->now += 180 + 29;
    cr_assert(signed_in(cx, kiosk));
    cx->now += 1;
    cr_assert_not(signed_in(cx, kiosk));
    cr_assert(signed_in(cx, own));
    cx->now = TEST_NOW + 12 * 3600 - 1;
    cr_assert(signed_in(cx, own));
    cx->now += 1;
    cr_assert_not(signed_in(cx, own));
}

TEST(auth, a_session_ends_however_much_it_is_used)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *own = start(cx, &a, false);
    int days = 0;

    while (signed_in(cx, own) && days < 100) {
        cr_assert(notes_write(cx), "%s", cx->err.text);
        cx->now += 6 * 3600;
        days = (int)((cx->now - TEST_NOW) / 86400);
    }
    cr_assert_eq(days, 7);
}

TEST(auth, a_clock_that_is_set_back_keeps_no_session_alive)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *own = start(cx, &a, false);

    cx->now -= 1;
    cr_assert_not(signed_in(cx, own));
}

TEST(auth, last_seen_is_written_once_a_minute)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *own = start(cx, &a, false);

    cx->now += 59;
    cr_assert(signed_in(cx, own));
    cr_assert_null(cx->notes);
    cx->now += 1;
    cr_assert(signed_in(cx, own));
    cr_assert(cx->notes && cx->notes->n == 1 && !cx->notes->at[0].must);
    cr_assert(notes_write(cx));
    cr_assert(signed_in(cx, own));
    cr_assert_null(cx->notes);
}

/* Whatever the order: what was ended stays ended. The model is a list of
 * booleans. */
TEST(auth, no_ended_session_comes_back)
{
    enum { ACCOUNTS = 3, SESSIONS = 60 };
    struct account a[ACCOUNTS];
    const char *token[SESSIONS];
    int whose[SESSIONS], n = 0;
    bool alive[SESSIONS], disabled[ACCOUNTS] = {false};

    for (int i = 0; i < ACCOUNTS; i++)
        a[i] = add(cx, arena_fmt(cx->mem, "name %d", i), ROLE_PERSON);
    for (int turn = 0; turn < 400; turn++) {
        int who = test_random(ACCOUNTS), act = test_random(8);
        if (act < 4 && n < SESSIONS) {
            token[n] = start(cx, &a[who], act == 0);
            whose[n] = who;
            alive[n++] = true;
        } else if (act == 5) {
            cr_assert(account_set_hash(cx, a[who].id, any_hash));
        } else if (act == 6) {
            cr_assert(account_disable(cx, a[who].id));
            disabled[who] = true;
        } else if (act == 7) {
            cr_assert(account_enable(cx, a[who].id));
            disabled[who] = false;
        }
        for (int i = 0; i < n; i++) {
            if (whose[i] == who && (act == 5 || act == 6))
                alive[i] = false;
            cr_assert_eq(signed_in(cx, token[i]),
                         alive[i] && !disabled[whose[i]], "turn %d", turn);
        }
    }
}

TEST(auth, a_token_is_not_in_the_store)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *token = start(cx, &a, false);
    struct query *q = db_sql(cx, "SELECT token FROM auth_session");

    cr_assert_eq(strlen(token), 64);
    cr_assert(db_row(q));
    cr_assert_str_neq(db_get_text(q), token);
    cr_assert(db_end(q));
}

TEST(auth, an_ended_session_says_whose_words_these_were_for_a_week)
{
    struct account a = add(cx, "ana", ROLE_PERSON), was;
    const char *own = start(cx, &a, false);
    struct session s;
    bool found = false;

    own = session_csrf(cx->mem, own);
    cx->now += 13 * 3600;
    cr_assert(session_sweep(cx));
    cr_assert(session_was(cx, own, &s, &was, &found) && found);
    cr_assert_eq(was.id, a.id);
    cx->now += 7 * 86400;
    cr_assert(session_sweep(cx));
    cr_assert(session_was(cx, own, &s, &was, &found));
    cr_assert_not(found);
}

static bool is_remembered(struct ctx *cx, const char *token)
{
    struct account a;
    struct session s;
    bool found = false;

    cr_assert(session_was(cx, session_csrf(cx->mem, token), &s, &a, &found));
    return found;
}

TEST(auth, one_that_was_ended_does_so_too)
{
    struct account a = add(cx, "ana", ROLE_PERSON), b = a;
    const char *one = start(cx, &a, false), *two = start(cx, &a, false);
    struct session s;
    struct sessions all;
    bool found = false;

    cr_assert(session_find(cx, one, &s, &b, &found) && found);
    cr_assert(session_end(cx, a.id, s.id));
    cr_assert_not(signed_in(cx, one));
    cr_assert(is_remembered(cx, one));
    cr_assert(signed_in(cx, two));
    cr_assert(session_list(cx, a.id, &all));
    cr_assert_eq(all.n, 1);
    cx->now += 6 * 86400;
    cr_assert(account_set_hash(cx, a.id, any_hash));
    cr_assert_not(signed_in(cx, two));
    cr_assert(session_end_all(cx, a.id));
    cx->now += 2 * 86400;
    cr_assert(session_sweep(cx));
    cr_assert_not(is_remembered(cx, one), "a week, and not a new one");
    cr_assert(is_remembered(cx, two));
    cx->now += 6 * 86400;
    cr_assert(session_sweep(cx));
    cr_assert_not(is_remembered(cx, two));
}

TEST(auth, a_disabled_account_leaves_no_session_behind)
{
    struct account a = add(cx, "ana", ROLE_PERSON);
    const char *one = start(cx, &a, false);

    cr_assert(account_disable(cx, a.id));
    cr_assert(account_enable(cx, a.id));
    cr_assert_not(is_remembered(cx, one));
    cr_assert_not(is_remembered(cx, ""));
}

TEST(auth, a_code_works_once)
{
    struct account a = add(cx, "ana", ROLE_PERSON), got;
    const char *code = NULL;

    cr_assert(auth_code_make(cx, a.person, &code));
    cr_assert_eq(strlen(code), AUTH_CODE_LENGTH);
    const char *spaced = arena_fmt(cx->mem, " %.4s-%s ", code, code + 4);
    cr_assert(code_use(cx, spaced, &got), "%s", cx->err.text);
    cr_assert_eq(got.id, a.id);
    cr_assert_not(code_use(cx, code, &got));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert_str_eq(cx->err.field, "code");
}

TEST(auth, a_code_works_for_ten_minutes)
{
    struct account a = add(cx, "ana", ROLE_PERSON), got;
    const char *code = NULL;

    cr_assert(auth_code_make(cx, a.person, &code));
    cx->now += AUTH_CODE_SECONDS;
    cr_assert_not(code_use(cx, code, &got));
}

TEST(auth, a_new_code_ends_the_one_before)
{
    struct account a = add(cx, "ana", ROLE_PERSON), got;
    const char *first = NULL, *second = NULL;

    cr_assert(auth_code_make(cx, a.person, &first));
    cr_assert(auth_code_make(cx, a.person, &second));
    cr_assert_not(code_use(cx, first, &got));
    ctx_forgive(cx);
    cr_assert(code_use(cx, second, &got));
}

TEST(auth, a_code_is_for_a_persons_own_account)
{
    struct account peer = add(cx, "ruth", ROLE_PEER);
    struct account ana = add(cx, "ana", ROLE_PERSON), got;
    const char *code = NULL;

    cr_assert_not(auth_code_make(cx, peer.person, &code));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(auth_code_make(cx, ana.person, &code));
    cr_assert(account_disable(cx, ana.id));
    cr_assert_not(code_use(cx, code, &got));
}

static bool may_try(struct ctx *cx, const char *name, const char *address)
{
    bool yes = limit_try(cx, (struct attempt){.name = name, .address = address},
                         "name");

    if (!yes)
        cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    return yes;
}

/* How many of so many tries, one a second, were let through. */
static int let_through(struct ctx *cx, const char *name, int tries)
{
    int n = 0;

    for (int i = 0; i < tries; i++, cx->now++)
        n += may_try(cx, name, arena_fmt(cx->mem, "10.0.%d.%d", i / 200, i));
    return n;
}

TEST(auth, guessing_one_name_gets_slower_and_slower)
{
    cr_assert_eq(let_through(cx, "ana", 30), 5);
    /* One a quarter of an hour, and a few before that. */
    cr_assert_lt(let_through(cx, "ana", 6 * 3600), 40);
    cr_assert_eq(let_through(cx, "ben", 3), 3);
}

TEST(auth, nobody_waits_longer_than_a_quarter_of_an_hour)
{
    (void)let_through(cx, "ana", 6 * 3600);
    int waited = 0;
    while (!may_try(cx, "ana", "192.0.2.7") && waited < 5000) {
        cx->now++;
        waited++;
    }
    cr_assert_leq(waited, 900);
}

TEST(auth, a_stranger_does_not_keep_a_person_out)
{
    const struct attempt own = {.name = "ana", .address = "192.0.2.7"};

    cr_assert(limit_try(cx, own, "name"));
    limit_worked(cx, own);
    cx->now += 3 * 86400;
    (void)let_through(cx, "ana", 600);
    cr_assert_not(may_try(cx, "ana", "198.51.100.1"));
    cr_assert(may_try(cx, "Ana", "192.0.2.7"));
}

/* Tries at a name, one a second, in a browser where it signed in before. */
static int let_through_at(struct ctx *cx, const char *device, int tries)
{
    int n = 0;

    for (int i = 0; i < tries; i++, cx->now++) {
        const struct attempt a = {
            .name = "ana", .address = "192.0.2.7", .device = device};
        n += limit_try(cx, a, "name");
        ctx_forgive(cx);
    }
    return n;
}

TEST(auth, a_known_browser_has_a_limit_of_its_own)
{
    /* A stranger tries the name, and others its address. */
    (void)let_through(cx, "ana", 3600);
    for (int i = 0; i < 40; i++)
        (void)may_try(cx, arena_fmt(cx->mem, "name %d", i), "192.0.2.7");
    cr_assert_not(may_try(cx, "ana", "192.0.2.7"));
    cr_assert_eq(let_through_at(cx, "phone", 30), 5);
    cr_assert_eq(let_through_at(cx, "laptop", 1), 1);
    (void)let_through_at(cx, "phone", 6 * 3600);
    int waited = 0;
    while (!let_through_at(cx, "phone", 1) && waited < 5000)
        waited++;
    cr_assert_leq(waited, 900);
    /* And its wrong tries keep nobody else from theirs. */
    cx->now += 900;
    cr_assert(may_try(cx, "ana", "198.51.100.1"));
}

TEST(auth, who_forgot_a_password_does_not_shut_out_the_house)
{
    for (int hour = 0; hour < 12; hour++) {
        for (int i = 0; i < 1800; i++, cx->now += 2)
            (void)may_try(cx, "ben", "192.0.2.7");
        cr_assert(may_try(cx, arena_fmt(cx->mem, "n%d", hour), "192.0.2.7"),
                  "hour %d", hour);
    }
    for (int i = 0; i < 40; i++)
        (void)may_try(cx, NULL, "192.0.2.7");
    cr_assert_not(may_try(cx, NULL, "192.0.2.7"));
    cr_assert(may_try(cx, "ana", "192.0.2.7"), "codes are counted apart");
}

/* Signing in with a name of one's own gives no tries at others. */
TEST(auth, what_worked_buys_no_tries_at_other_names)
{
    const struct attempt own = {.name = "own", .address = "192.0.2.7"};
    int n = 0;

    cr_assert(limit_try(cx, own, "name"));
    limit_worked(cx, own);
    for (int i = 0; i < 6; i++, cx->now += 40)
        (void)may_try(cx, "own", "192.0.2.7");
    cx->now += 900;
    for (int i = 0; i < 200; i++, cx->now++) {
        if (limit_try(cx, own, "name"))
            limit_worked(cx, own);
        ctx_forgive(cx);
        n += may_try(cx, arena_fmt(cx->mem, "name %d", i), "192.0.2.7");
    }
    cr_assert_lt(n, 26);
}

TEST(auth, one_address_cannot_try_many_names)
{
    int n = 0;

    for (int i = 0; i < 300; i++, cx->now++)
        n += may_try(cx, arena_fmt(cx->mem, "name %d", i), "192.0.2.7");
    cr_assert_lt(n, 26);
    cr_assert_gt(n, 19);
    cr_assert(may_try(cx, "ana", "192.0.2.8"));
}

TEST(auth, what_worked_is_not_counted)
{
    for (int i = 0; i < 100; i++) {
        const struct attempt a = {.name = "ana", .address = "192.0.2.7"};
        cr_assert(limit_try(cx, a, "name"), "%d", i);
        limit_worked(cx, a);
    }
}
