#include "keys/keys.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/test.h"

static const char *new_path(struct ctx *cx, const char *name)
{
    return arena_fmt(cx->mem, "%s/%s", test_folder(cx), name);
}

static const char *write_file(struct ctx *cx, const char *text, mode_t mode)
{
    const char *file = new_path(cx, "key");
    int fd = open(file, O_WRONLY | O_CREAT, 0600);

    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    cr_assert_eq(fchmod(fd, mode), 0);
    cr_assert_eq(close(fd), 0);
    return file;
}

/* As if the store had never had a key. */
static void forget_store(struct ctx *cx)
{
    keys_close();
    cr_assert(db_end(db_sql(cx, "DELETE FROM keys_store")));
}

static void refused(struct ctx *cx, const char *text, mode_t mode,
                    const char *why)
{
    cr_assert_not(keys_open_file(cx, write_file(cx, text, mode)));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert(strstr(cx->err.text, why), "%s", cx->err.text);
    ctx_forgive(cx);
}

#define GOOD "57a1c0de9b3f28641d7ce0f5a2948b3067d8e1f24c5b6a79803d1e2f4b5c6d7e"

TEST(keys, a_key_file_opens_what_it_made)
{
    const char *file = new_path(cx, "beside.key");
    const struct person_id ana = {7001};
    const struct place at = {"t.c", 1, ana};
    const char *text = NULL;
    struct stat st;
    struct blob b;

    forget_store(cx);
    cr_assert(keys_make_file(cx, file), "%s", cx->err.text);
    cr_assert_eq(stat(file, &st), 0);
    cr_assert_eq(st.st_mode & 0777, 0600);
    cr_assert(keys_make(cx, ana) && seal(cx, at, "heron", &b));
    const char *hash = keys_hash(cx->mem, "p", "x");
    keys_close();
    cr_assert(keys_open_file(cx, file), "%s", cx->err.text);
    cr_assert(unseal(cx, at, b, &text));
    cr_assert_str_eq(text, "heron");
    cr_assert_str_eq(keys_hash(cx->mem, "p", "x"), hash);
    cr_assert_not(keys_make_file(cx, file));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
}

TEST(keys, a_key_file_is_not_written_over)
{
    const char *file = write_file(cx, GOOD "\n", 0600);

    forget_store(cx);
    cr_assert_not(keys_make_file(cx, file));
    cr_assert_eq(cx->err.code, ERR_CONFLICT);
}

TEST(keys, a_key_file_of_another_store_is_refused)
{
    refused(cx, GOOD "\n", 0600, "not the key of this store");
}

TEST(keys, a_key_file_is_refused_with_a_sentence)
{
    forget_store(cx);
    refused(cx, GOOD "\n", 0640, "can be read by others");
    refused(cx, GOOD "\n", 0604, "can be read by others");
    refused(cx, "", 0600, "64 hexadecimal digits");
    refused(cx, GOOD "00\n", 0600, "64 hexadecimal digits");
    refused(cx, "# only words", 0600, "64 hexadecimal digits");
    refused(cx, GOOD "\nmore\n", 0600, "64 hexadecimal digits");
    refused(cx,
            "00000000000000000000000000000000"
            "00000000000000000000000000000000",
            0600, "not made by chance");
    cr_assert_not(keys_open_file(cx, new_path(cx, "none")));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert_not(keys_open_file(cx, "/tmp"));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert(keys_open_file(cx, write_file(cx, "# head\n" GOOD "\n", 0600)),
              "%s", cx->err.text);
}

TEST(keys, a_passphrase_opens_what_it_made)
{
    static const char good[] = "heron lantern Tuesday gravel";

    forget_store(cx);
    cr_assert_not(keys_open_passphrase(cx, "short one"));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    static const char *const weak[] = {
        "aaaaaaaaaaaaaaaaaaaaaaaaaa", "12345678901234567890",
        "password password password", "correct horse battery staple"};
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) {
        cr_assert_not(keys_open_passphrase(cx, weak[i]), "%s", weak[i]);
        cr_assert(strstr(cx->err.text, "easy to guess"), "%s", cx->err.text);
        ctx_forgive(cx);
    }
    ctx_forgive(cx);
    cr_assert(keys_open_passphrase(cx, good), "%s", cx->err.text);
    const char *hash = keys_hash(cx->mem, "p", "x");
    keys_close();
    cr_assert_not(keys_open_passphrase(cx, "heron lantern Tuesday grave"));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    ctx_forgive(cx);
    cr_assert_not(keys_open_file(cx, write_file(cx, GOOD, 0600)));
    cr_assert(strstr(cx->err.text, "passphrase"), "%s", cx->err.text);
    ctx_forgive(cx);
    cr_assert(keys_open_passphrase(cx, good), "%s", cx->err.text);
    cr_assert_str_eq(keys_hash(cx->mem, "p", "x"), hash);
}
