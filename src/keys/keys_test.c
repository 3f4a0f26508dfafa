#include "keys/keys.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/test.h"

static const struct person_id ana = {7001}, ben = {7002};

static struct place words_of(struct person_id p)
{
    return (struct place){"visits_answer.value", 41, p};
}

static struct blob sealed(struct ctx *cx, struct place at, const char *text)
{
    struct blob b;

    cr_assert(seal(cx, at, text, &b), "%s", cx->err.text);
    return b;
}

static bool opens(struct ctx *cx, struct place at, struct blob b)
{
    const char *text = NULL;
    bool good = unseal(cx, at, b, &text);

    ctx_forgive(cx);
    return good;
}

TEST(keys, what_was_sealed_opens_again)
{
    cr_assert(keys_make(cx, ana));
    for (size_t n = 0; n < 1500; n += n < 300 ? 1 : 97) {
        char *in = arena_alloc(cx->mem, n + 1);
        const char *out = NULL;
        for (size_t i = 0; i < n; i++)
            in[i] = (char)('a' + test_random(26));
        struct blob b = sealed(cx, words_of(ana), in);
        cr_assert(unseal(cx, words_of(ana), b, &out));
        cr_assert_str_eq(out, in);
    }
}

TEST(keys, bytes_may_hold_anything)
{
    unsigned char in[513];
    struct blob b, out;

    cr_assert(keys_make(cx, ana));
    for (size_t i = 0; i < sizeof in; i++)
        in[i] = (unsigned char)(i % 3 ? 0x80 : 0);
    cr_assert(seal_bytes(cx, words_of(ana), (struct blob){in, sizeof in}, &b));
    cr_assert(unseal_bytes(cx, words_of(ana), b, &out));
    cr_assert_eq(out.n, sizeof in);
    cr_assert_arr_eq(out.at, in, sizeof in);
}

TEST(keys, nothing_is_not_empty_words)
{
    const char *text = NULL;

    cr_assert(keys_make(cx, ana));
    cr_assert_eq(sealed(cx, words_of(ana), NULL).n, 0);
    cr_assert_gt(sealed(cx, words_of(ana), "").n, 0);
    cr_assert(unseal(cx, words_of(ana), (struct blob){0}, &text));
    cr_assert_str_eq(text, "");
}

TEST(keys, what_was_opened_is_opened_once_in_a_request)
{
    const char *first = NULL, *again = NULL, *newer = NULL;

    cr_assert(keys_make(cx, ana));
    struct blob b = sealed(cx, words_of(ana), "the purple heron");
    cr_assert(unseal(cx, words_of(ana), b, &first));
    cr_assert(unseal(cx, words_of(ana), b, &again));
    cr_assert_eq(first, again, "opened twice");
    /* Many other values later it opens as before. */
    for (int i = 0; i < 500; i++)
        cr_assert(opens(cx, words_of(ana), sealed(cx, words_of(ana), "more")));
    cr_assert(unseal(cx, words_of(ana), b, &again));
    cr_assert_str_eq(again, "the purple heron");
    b = sealed(cx, words_of(ana), "a heron");
    cr_assert(unseal(cx, words_of(ana), b, &newer));
    cr_assert_str_eq(newer, "a heron");
}

TEST(keys, no_changed_bit_opens)
{
    cr_assert(keys_make(cx, ana));
    struct blob b = sealed(cx, words_of(ana), "the purple heron");
    cr_assert(opens(cx, words_of(ana), b), "opened before a bit changes");
    unsigned char *copy = arena_alloc(cx->mem, b.n);
    for (size_t bit = 0; bit < 8 * b.n; bit++) {
        memcpy(copy, b.at, b.n);
        copy[bit / 8] ^= (unsigned char)(1U << bit % 8);
        cr_assert_not(opens(cx, words_of(ana), (struct blob){copy, b.n}),
                      "bit %zu", bit);
    }
    for (size_t n = 0; n < b.n; n++)
        cr_assert_not(opens(cx, words_of(ana), (struct blob){b.at, n}));
}

TEST(keys, nothing_opens_in_another_place)
{
    cr_assert(keys_make(cx, ana));
    cr_assert(keys_make(cx, ben));
    struct blob b = sealed(cx, words_of(ana), "the purple heron");
    cr_assert(opens(cx, words_of(ana), b));
    cr_assert_not(opens(cx, words_of(ben), b));
    cr_assert_not(opens(cx, (struct place){"visits_answer.value", 42, ana}, b));
    cr_assert_not(opens(cx, (struct place){"visits_answer.valu", 41, ana}, b));
}

TEST(keys, the_same_words_never_look_the_same)
{
    cr_assert(keys_make(cx, ana));
    struct blob a = sealed(cx, words_of(ana), "yes");
    struct blob b = sealed(cx, words_of(ana), "yes");
    cr_assert_eq(a.n, b.n);
    cr_assert_neq(memcmp(a.at, b.at, a.n), 0);
}

TEST(keys, sizes_say_little)
{
    size_t sizes = 0, last = 0;

    cr_assert(keys_make(cx, ana));
    for (size_t n = 0; n <= 2048; n++) {
        char *in = arena_alloc(cx->mem, n + 1);
        memset(in, 'x', n);
        struct blob b = sealed(cx, words_of(ana), in);
        sizes += b.n != last;
        last = b.n;
    }
    cr_assert_eq(sizes, 8 + 8, "%zu sizes", sizes);
}

TEST(keys, who_was_erased_never_opens)
{
    struct blob b, again;
    const char *text = NULL;

    cr_assert(keys_make(cx, ana));
    cr_assert(keys_make(cx, ben));
    b = sealed(cx, words_of(ana), "the purple heron");
    cr_assert(opens(cx, words_of(ana), b), "opened before the key went");
    cr_assert(keys_destroy(cx, ana));
    cr_assert_not(unseal(cx, words_of(ana), b, &text));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert_not(seal(cx, words_of(ana), "more", &again));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
    ctx_forgive(cx);
    cr_assert(opens(cx, words_of(ben), sealed(cx, words_of(ben), "mine")));
    /* A new key for the same id does not open the old words. */
    cr_assert(keys_make(cx, ana));
    cr_assert_not(opens(cx, words_of(ana), b));
}

TEST(keys, a_query_seals_and_opens_by_itself)
{
    const struct place at = {"keys_person.wrapped", 9001, ana};

    cr_assert(keys_make(cx, ana));
    struct query *q = db_sql(cx, "INSERT INTO keys_person"
                                 " (person, wrapped, made)"
                                 " VALUES ($1, $2, 0)");
    db_put_int(q, at.row);
    seal_put(q, at, "the purple heron");
    cr_assert(db_end(q), "%s", cx->err.text);
    q = db_sql(cx, "SELECT wrapped FROM keys_person WHERE person = $1");
    db_put_int(q, at.row);
    cr_assert(db_row(q));
    cr_assert_str_eq(seal_get(q, at), "the purple heron");
    cr_assert(db_end(q));
    cr_assert(keys_destroy(cx, ana));
    q = db_sql(cx, "SELECT wrapped FROM keys_person WHERE person = $1");
    db_put_int(q, at.row);
    cr_assert(db_row(q));
    cr_assert_str_eq(seal_get(q, at), "");
    cr_assert_not(db_end(q));
    cr_assert_eq(cx->err.code, ERR_NOTFOUND);
}

TEST(keys, blind_says_the_same_and_no_more)
{
    struct blob a = keys_blind(cx, "auth.name", "denise");
    struct blob b = keys_blind(cx, "auth.name", "denise");
    struct blob other = keys_blind(cx, "auth.name", "denisf");
    struct blob use = keys_blind(cx, "auth.code", "denise");

    cr_assert_eq(a.n, 16);
    cr_assert_arr_eq(a.at, b.at, a.n);
    cr_assert_neq(memcmp(a.at, other.at, a.n), 0);
    cr_assert_neq(memcmp(a.at, use.at, a.n), 0);
    cr_assert_eq(strlen(keys_hash(cx->mem, "auth.session", "x")), 64);
    cr_assert_str_neq(keys_hash(cx->mem, "auth.session", "x"),
                      keys_hash(cx->mem, "auth.code", "x"));
}
