/* Keys that the store does not hold: they open what they sealed, and nothing
 * else opens it. */
#include "keys/own.h"

#include <string.h>

#include "base/test.h"

static const struct person_id ana = {7001}, ben = {7002};
static const struct blob salt = {(const unsigned char *)"0123456789abcdef",
                                 OWN_SALT};

static struct place drawer(int64_t row, struct person_id p)
{
    return (struct place){"vault_drawer.sealed", row, p};
}

static struct blob text(const char *s)
{
    return (struct blob){(const unsigned char *)s, strlen(s)};
}

static bool opens(struct ctx *cx, const struct own_key *k, struct place at,
                  struct blob b)
{
    struct blob out;

    return own_unseal(cx->mem, k, at, b, &out);
}

TEST(own, what_was_sealed_opens_in_its_place_alone)
{
    struct own_key k, other;
    struct blob out;

    own_new(&k);
    own_new(&other);
    const struct blob b =
        own_seal(cx->mem, &k, drawer(1, ana), text("the uncle: mine too"));
    cr_assert(own_unseal(cx->mem, &k, drawer(1, ana), b, &out));
    cr_assert_str_eq((const char *)out.at, "the uncle: mine too");
    cr_assert(!opens(cx, &other, drawer(1, ana), b));
    cr_assert(!opens(cx, &k, drawer(2, ana), b));
    cr_assert(!opens(cx, &k, drawer(1, ben), b));
    cr_assert(!opens(cx, &k, drawer(1, ana), (struct blob){b.at, b.n - 1}));
    cr_assert(!opens(cx, &k, drawer(1, ana), (struct blob){0}));
}

TEST(own, a_changed_bit_opens_nothing)
{
    struct own_key k;

    own_new(&k);
    const struct blob b = own_seal(cx->mem, &k, drawer(1, ana), text("x"));
    unsigned char *bad = arena_alloc(cx->mem, b.n);
    for (size_t bit = 0; bit < 8 * b.n; bit++) {
        memcpy(bad, b.at, b.n);
        bad[bit / 8] ^= (unsigned char)(1 << bit % 8);
        cr_assert(!opens(cx, &k, drawer(1, ana), (struct blob){bad, b.n}));
    }
}

TEST(own, words_make_the_same_key_with_the_same_salt)
{
    const struct blob other = {(const unsigned char *)"fedcba9876543210",
                               OWN_SALT};
    struct own_key a, b;

    cr_assert(own_of_words(cx, "heron lantern gravel", salt, &a));
    cr_assert(own_of_words(cx, "  heron lantern gravel ", salt, &b));
    cr_assert_arr_eq(a.at, b.at, OWN_KEY);
    cr_assert(own_of_words(cx, "heron lantern gravel", other, &b));
    cr_assert_arr_neq(a.at, b.at, OWN_KEY);
    cr_assert(own_of_words(cx, "heron lantern Gravel", salt, &b));
    cr_assert_arr_neq(a.at, b.at, OWN_KEY);
}

TEST(own, a_secret_makes_a_key_for_each_use)
{
    const char *secret = random_token(cx->mem);
    struct own_key a, b;

    own_of_secret("vault", secret, &a);
    own_of_secret("vault", secret, &b);
    cr_assert_arr_eq(a.at, b.at, OWN_KEY);
    own_of_secret("other", secret, &b);
    cr_assert_arr_neq(a.at, b.at, OWN_KEY);
    own_of_secret("vault", random_token(cx->mem), &b);
    cr_assert_arr_neq(a.at, b.at, OWN_KEY);
}

TEST(own, a_key_is_wrapped_by_another)
{
    struct own_key k, outer, out, other;

    own_new(&k);
    own_new(&outer);
    own_new(&other);
    const struct blob b = own_wrap(cx->mem, &outer, drawer(0, ana), &k);
    cr_assert(own_unwrap(cx->mem, &outer, drawer(0, ana), b, &out));
    cr_assert_arr_eq(out.at, k.at, OWN_KEY);
    cr_assert(!own_unwrap(cx->mem, &other, drawer(0, ana), b, &out));
    cr_assert(!own_unwrap(cx->mem, &outer, drawer(0, ben), b, &out));
    const struct blob no = own_seal(cx->mem, &outer, drawer(0, ana), text("x"));
    cr_assert(!own_unwrap(cx->mem, &outer, drawer(0, ana), no, &out),
              "not as long as a key");
}

TEST(own, a_token_says_the_same_only_of_one_key_and_one_use)
{
    struct own_key k, other;

    own_new(&k);
    own_new(&other);
    const char *october = own_token(cx->mem, &k, "count 2026-10");
    cr_assert_eq(strlen(october), 32);
    cr_assert_str_eq(october, own_token(cx->mem, &k, "count 2026-10"));
    cr_assert_str_neq(october, own_token(cx->mem, &k, "count 2026-11"));
    cr_assert_str_neq(october, own_token(cx->mem, &other, "count 2026-10"));
}
