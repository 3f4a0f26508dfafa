#include "store/backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "auth/auth.h"
#include "base/test.h"
#include "keys/keys.h"
#include "people/people.h"
#include "store/keep.h"

static struct person_id ana, ben;

/* A store of its own in a new folder, with two people in it. */
struct site {
    const char *folder, *dir, *file;
    struct store store;
    struct ctx cx;
};

static struct ctx new_cx(void)
{
    return (struct ctx){
        .mem = arena_new(64 << 20), .actor = &actor_operator, .now = TEST_NOW};
}

static struct person_id add_person(struct ctx *cx, int64_t program,
                                   const char *name)
{
    struct person p = {.program = program, .name = name, .role = ROLE_PERSON};
    struct account a = {.program = program, .role = ROLE_PERSON};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    a.person = p.id;
    cr_assert(account_add_hashed(cx, &a, name, "none"), "%s", cx->err.text);
    return p.id;
}

static struct site make_site(struct ctx *cx)
{
    struct site s = {.cx = new_cx(), .folder = test_folder(cx)};
    int64_t program = 0;

    s.dir = arena_fmt(cx->mem, "%s/data", s.folder);
    s.file = arena_fmt(cx->mem, "%s/monday", s.folder);
    s.store.dir = s.dir;
    keys_close();
    cr_assert(store_make(&s.cx, &s.store, NULL, NULL), "%s", s.cx.err.text);
    cr_assert(db_begin(&s.cx));
    cr_assert(program_add(&s.cx, "North", &program));
    ana = add_person(&s.cx, program, "purpleheron");
    ben = add_person(&s.cx, program, "greylantern");
    cr_assert(db_commit(&s.cx));
    return s;
}

static void close_site(struct site *s)
{
    arena_free(s->cx.mem);
    keys_close();
}

/* The same backup somewhere else, with the same master key. */
static struct store elsewhere(struct ctx *cx, const struct site *s)
{
    struct store to = {.dir = arena_fmt(cx->mem, "%s/again", s->folder),
                       .key_file = arena_fmt(cx->mem, "%s.key", s->dir)};

    return to;
}

static struct blob read_all(struct ctx *cx, const char *file)
{
    struct stat st;
    FILE *in = fopen(file, "rb");

    cr_assert(in, "%s", file);
    cr_assert_eq(fstat(fileno(in), &st), 0);
    unsigned char *b = arena_alloc(cx->mem, (size_t)st.st_size + 1);
    cr_assert_eq(fread(b, 1, (size_t)st.st_size, in), (size_t)st.st_size);
    (void)fclose(in);
    return (struct blob){b, (size_t)st.st_size};
}

static void write_all(const char *file, struct blob b)
{
    FILE *out = fopen(file, "wb");

    cr_assert(out);
    cr_assert_eq(fwrite(b.at, 1, b.n, out), b.n);
    (void)fclose(out);
}

TEST(store, a_backup_comes_back)
{
    struct site s = make_site(cx);
    struct ctx own = new_cx();
    struct store to = elsewhere(cx, &s);
    struct restored r;
    struct account a;
    struct stat st;

    cr_assert(backup_make(&s.cx, &s.store, s.file), "%s", s.cx.err.text);
    cr_assert_eq(stat(s.file, &st), 0);
    cr_assert_eq(st.st_mode & 0777, 0600);
    cr_assert_neq(access(arena_fmt(cx->mem, "%s.copy", s.file), F_OK), 0);
    close_site(&s);
    cr_assert(backup_restore(&own, &to, s.file, &r), "%s", own.err.text);
    cr_assert_eq(r.keys, 2);
    cr_assert_eq(r.tried, 2);
    cr_assert_eq(r.erased, 0);
    cr_assert(account_find(&own, "purpleheron", &a));
    cr_assert(account_get(&own, a.id, &a), "%s", own.err.text);
    cr_assert_str_eq(a.name, "purpleheron");
    arena_free(own.mem);
}

TEST(store, a_backup_is_not_written_over)
{
    struct site s = make_site(cx);

    cr_assert(backup_make(&s.cx, &s.store, s.file), "%s", s.cx.err.text);
    cr_assert_not(backup_make(&s.cx, &s.store, s.file));
    cr_assert_eq(s.cx.err.code, ERR_CONFLICT);
    close_site(&s);
}

TEST(store, a_backup_is_not_kept_in_the_data_directory)
{
    struct site s = make_site(cx);

    cr_assert_not(
        backup_make(&s.cx, &s.store, arena_fmt(cx->mem, "%s/monday", s.dir)));
    cr_assert(strstr(s.cx.err.text, "lies in the data"), "%s", s.cx.err.text);
    close_site(&s);
}

TEST(store, a_backup_holds_nothing_that_can_be_read)
{
    struct site s = make_site(cx);
    struct query *q = NULL;

    cr_assert(backup_make(&s.cx, &s.store, s.file));
    struct blob data = read_all(cx, s.file);
    struct blob keyring = read_all(cx, arena_fmt(cx->mem, "%s.keys", s.file));
    cr_assert_null(memmem(data.at, data.n, "purpleheron", 11));
    cr_assert_null(memmem(data.at, data.n, "SQLite format", 13));
    cr_assert_null(memmem(data.at, data.n, "auth_account", 12));
    q = db_sql(&s.cx, "SELECT wrapped FROM keys_person");
    while (db_row(q)) {
        struct blob w = db_get_blob(q);
        cr_assert_null(memmem(data.at, data.n, w.at, w.n));
        cr_assert_null(memmem(keyring.at, keyring.n, w.at, w.n));
    }
    cr_assert(db_end(q));
    close_site(&s);
}

TEST(store, who_was_erased_does_not_come_back_with_a_backup)
{
    struct site s = make_site(cx);
    struct ctx own = new_cx();
    struct store to = elsewhere(cx, &s);
    struct restored r;
    struct account a;
    const char *left = NULL;

    cr_assert(backup_make(&s.cx, &s.store, s.file), "%s", s.cx.err.text);
    cr_assert(db_begin(&s.cx));
    cr_assert(keep_erase(&s.cx, ana), "%s", s.cx.err.text);
    cr_assert(db_commit(&s.cx));
    cr_assert(keep_erased(&s.cx, ana, &left), "%s", s.cx.err.text);
    cr_assert_str_eq(left, "");
    cr_assert_not(account_find(&s.cx, "purpleheron", &a));
    ctx_forgive(&s.cx);
    cr_assert(account_find(&s.cx, "greylantern", &a));
    close_site(&s);
    cr_assert(backup_restore(&own, &to, s.file, &r), "%s", own.err.text);
    cr_assert_eq(r.keys, 1);
    cr_assert_eq(r.erased, 1);
    cr_assert_not(account_find(&own, "purpleheron", &a));
    ctx_forgive(&own);
    cr_assert(account_find(&own, "greylantern", &a));
    arena_free(own.mem);
}

TEST(store, a_keyring_that_is_not_there_is_named)
{
    struct site s = make_site(cx);
    const char *keyring = arena_fmt(cx->mem, "%s.keys", s.file);
    const char *left = NULL;

    cr_assert(backup_make(&s.cx, &s.store, s.file));
    cr_assert_eq(rename(keyring, arena_fmt(cx->mem, "%s.gone", s.file)), 0);
    cr_assert(db_begin(&s.cx) && keep_erase(&s.cx, ana) && db_commit(&s.cx));
    cr_assert(keep_erased(&s.cx, ana, &left));
    cr_assert(strstr(left, "/monday.keys\n"), "%s", left);
    close_site(&s);
}

TEST(store, an_erased_key_is_nowhere_in_the_files)
{
    struct site s = make_site(cx);
    const char *left = NULL;
    struct query *q =
        db_sql(&s.cx, "SELECT wrapped FROM keys_person WHERE person = $1");

    db_put_int(q, ana.v);
    cr_assert(db_row(q));
    struct blob wrapped = db_get_blob(q);
    cr_assert(db_end(q));
    const char *db = arena_fmt(cx->mem, "%s/beside.db", s.dir);
    const char *log = arena_fmt(cx->mem, "%s-wal", db);
    cr_assert(db_begin(&s.cx) && keep_erase(&s.cx, ana) && db_commit(&s.cx));
    cr_assert(keep_erased(&s.cx, ana, &left));
    struct blob data = read_all(cx, db), wal = read_all(cx, log);
    cr_assert_eq(wal.n, 0);
    cr_assert_null(memmem(data.at, data.n, wrapped.at, wrapped.n));
    cr_assert_null(memmem(data.at, data.n, wrapped.at + 30, 20));
    close_site(&s);
}

/* Not one changed byte, cut or mixed pair comes back, and nothing is left. */
static void is_refused(struct ctx *cx, const struct site *s, const char *why)
{
    struct ctx own = new_cx();
    struct store to = elsewhere(cx, s);
    struct restored r;

    cr_assert_not(backup_restore(&own, &to, s->file, &r), "%s", why);
    cr_assert_eq(own.err.code, ERR_INVALID, "%s: %s", why, own.err.text);
    cr_assert_neq(access(to.dir, F_OK), 0, "%s: something is left", why);
    arena_free(own.mem);
    keys_close();
}

TEST(store, a_damaged_backup_is_refused_whole)
{
    struct site s = make_site(cx);
    const char *keyring = arena_fmt(cx->mem, "%s.keys", s.file);

    cr_assert(backup_make(&s.cx, &s.store, s.file));
    close_site(&s);
    struct blob data = read_all(cx, s.file), keys = read_all(cx, keyring);
    unsigned char *copy = arena_alloc(cx->mem, data.n + 1);
    for (int i = 0; i < 12; i++) {
        size_t at = (size_t)test_random((int)data.n);
        memcpy(copy, data.at, data.n);
        copy[at] ^= (unsigned char)(1 << test_random(8));
        write_all(s.file, (struct blob){copy, data.n});
        is_refused(cx, &s, arena_fmt(cx->mem, "byte %zu", at));
        write_all(s.file, (struct blob){data.at, at});
        is_refused(cx, &s, arena_fmt(cx->mem, "cut at %zu", at));
    }
    memcpy(copy, data.at, data.n);
    write_all(s.file, (struct blob){copy, data.n + 1});
    is_refused(cx, &s, "a byte more");
    write_all(s.file, keys);
    is_refused(cx, &s, "the keyring in its place");
    write_all(s.file, data);
    write_all(keyring, data);
    is_refused(cx, &s, "the data as keyring");
    unsigned char *small = arena_alloc(cx->mem, keys.n);
    memcpy(small, keys.at, keys.n);
    small[keys.n - 20] ^= 1;
    write_all(keyring, (struct blob){small, keys.n});
    is_refused(cx, &s, "a changed keyring");
}

TEST(store, a_backup_does_not_open_with_another_key)
{
    struct site s = make_site(cx), t = make_site(cx);
    struct ctx own = new_cx();
    struct restored r;

    close_site(&t);
    keys_close();
    struct store again = {.dir = s.dir};
    struct ctx reopened = new_cx();
    cr_assert(store_open(&reopened, &again), "%s", reopened.err.text);
    cr_assert(backup_make(&reopened, &again, s.file));
    arena_free(reopened.mem);
    close_site(&s);
    struct store to = {.dir = arena_fmt(cx->mem, "%s/again", s.folder),
                       .key_file = arena_fmt(cx->mem, "%s.key", t.dir)};
    cr_assert_not(backup_restore(&own, &to, s.file, &r));
    cr_assert(strstr(own.err.text, "another key"), "%s", own.err.text);
    arena_free(own.mem);
}

TEST(store, nothing_is_restored_over_a_store)
{
    struct site s = make_site(cx);
    struct ctx own = new_cx();
    struct restored r;

    cr_assert(backup_make(&s.cx, &s.store, s.file));
    close_site(&s);
    struct store to = {.dir = s.dir};
    cr_assert_not(backup_restore(&own, &to, s.file, &r));
    cr_assert_eq(own.err.code, ERR_CONFLICT);
    cr_assert_eq(access(arena_fmt(cx->mem, "%s/beside.db", s.dir), F_OK), 0);
    arena_free(own.mem);
}
