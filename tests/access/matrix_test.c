/* The access matrix: every address of the program, asked by everybody who could
 * ask, about the things of one person of the made-up program. It is made, not
 * written: a new address or a changed rule changes tests/golden/matrix.txt, and
 * that change is read before it is kept (tests/golden/accept). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/test.h"
#include "db/db.h"
#include "demo/demo.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/people.h"
#include "sharing/link.h"
#include "store/store.h"

enum { COLUMNS = 14, ROWS_MAX = 256 * 1024 };

/* Where the value of a {place} comes from: the longest start of the address
 * that fits says it. $1 is Denise. */
static const struct place_sql {
    const char *start, *name, *sql;
} places[] = {
    {"/", "person", "SELECT CAST($1 AS BIGINT)"},
    {"/", "visit", "SELECT MAX(id) FROM visits_visit WHERE person = $1"},
    {"/me/visits/{visit}/after/{outcome}", "visit",
     "SELECT visit FROM visits_outcome WHERE person = $1"
     " ORDER BY id DESC LIMIT 1"},
    {"/", "outcome", "SELECT MAX(id) FROM visits_outcome WHERE person = $1"},
    {"/", "item", "SELECT 'want' WHERE $1 > 0"},
    {"/", "offer", "SELECT MAX(id) FROM visits_offer WHERE person = $1"},
    {"/", "event",
     "SELECT MAX(id) FROM visits_event WHERE person = $1 AND"
     " ended IS NULL"},
    {"/me/circle", "line",
     "SELECT MAX(id) FROM people_circle WHERE person = $1"},
    {"/me/between", "line",
     "SELECT MAX(id) FROM visits_line WHERE person = $1 AND ended IS NULL"},
    {"/", "permission",
     "SELECT MAX(id) FROM sharing_permission WHERE person = $1"},
    {"/", "session", "SELECT 999999999 + 0 * $1"},
    {0},
};

/* Who asks. */
static const struct column {
    const char *words;
    const char *name; /* in the made-up program; NULL: nobody, or a link */
    enum role role;
} columns[COLUMNS] = {
    {"nobody", NULL, ROLE_NONE},
    {"Denise herself", "Denise Carter", ROLE_PERSON},
    {"another person", "Ben Holloway", ROLE_PERSON},
    {"own peer", "Ruth Bell", ROLE_PEER},
    {"own peer, may see her answers", "José Rivera", ROLE_PEER},
    {"another peer", "Malik Johnson", ROLE_PEER},
    {"doctor, may see her page", "Dr. Anita Rao", ROLE_CLINICIAN},
    {"another doctor", "Dr. Eva Lindqvist", ROLE_CLINICIAN},
    {"case manager", "Luis Ortega", ROLE_CASE_MANAGER},
    {"supervisor", "Karen Olsen", ROLE_SUPERVISOR},
    {"keeper of accounts", "Ada Frost", ROLE_ADMIN},
    {"reader with her link", NULL, ROLE_LINK},
    {"peer of another program", "Far Away", ROLE_PEER},
    {"doctor of another program", "Dr. Far Away", ROLE_CLINICIAN},
};

static struct {
    int64_t program;
    struct person_id denise;
    struct actor actor[COLUMNS];
    struct link link;
    const char *dir, *kept, *work;
} town;

/* --- the fixture: the made-up program, and a few rows more --- */

static struct person_id newcomer(struct ctx *cx, int64_t program,
                                 const struct column *c)
{
    struct person p = {.name = c->name, .role = c->role, .program = program};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return p.id;
}

static void add_actor(struct ctx *cx, size_t i, int64_t elsewhere)
{
    const struct column *c = &columns[i];
    struct persons found = {0};
    struct actor *a = &town.actor[i];
    const bool far = c->name && strstr(c->name, "Far Away");

    *a = (struct actor){.role = c->role};
    if (c->role == ROLE_NONE)
        return;
    a->account = 1;
    a->session = 1;
    a->program = far ? elsewhere : town.program;
    if (!c->name)
        return;
    cr_assert(person_find(cx, a->program, c->name, &found), "%s", cx->err.text);
    a->person = found.n ? found.at[0].id : newcomer(cx, a->program, c);
}

static int64_t number(struct ctx *cx, struct query *q)
{
    db_put_int(q, town.denise.v);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

static void give(struct ctx *cx, enum topic topic, int64_t thing, size_t to)
{
    struct permission p = {.what = {town.denise, topic, thing},
                           .to = town.actor[to].person,
                           .purpose = "my visit",
                           .until = TIME_NONE};

    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
}

static void write_town(struct ctx *cx)
{
    int64_t elsewhere = 0;

    cr_assert(raise_event(cx, STORE_FILLED, NULL), "%s", cx->err.text);
    cr_assert(demo_write(cx, date_parse("2026-10-13"), "x"), "%s",
              cx->err.text);
    cr_assert(program_only(cx, &town.program));
    cr_assert(program_add(cx, "Another program", &elsewhere));
    for (size_t i = 0; i < COLUMNS; i++)
        add_actor(cx, i, elsewhere);
    town.denise = town.actor[1].person;
    const int64_t prep = number(
        cx, db_sql(cx, "SELECT MAX(id) FROM visits_prep WHERE person = $1"));
    cx->actor = &town.actor[1];
    give(cx, TOPIC_PAGE, prep, 6);
    town.link = (struct link){.what = {town.denise, TOPIC_PAGE, prep},
                              .name = "Dr. Stone",
                              .purpose = "my visit",
                              .until = cx->now + 86400};
    cr_assert(link_make(cx, &town.link), "%s", cx->err.text);
    town.actor[11].session = town.link.id;
}

/* What they do on pages before anybody is asked. */
static void does(struct ctx *cx, size_t who, const char *path,
                 const char *fields)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};

    browse_form(&b, path, fields);
    cr_assert_eq(b.status, 303, "%s: %d %s", path, b.status, b.body);
}

static void live_in_town(struct ctx *cx)
{
    const long long denise = town.denise.v, jose = town.actor[4].person.v;
    const long long visit = number(
        cx, db_sql(cx, "SELECT MAX(id) FROM visits_visit WHERE person = $1"));

    does(cx, 3,
         arena_fmt(cx->mem, "/with/%lld/visits/%lld/offer", denise, visit), "");
    does(cx, 1, arena_fmt(cx->mem, "/me/visits/%lld/mode", visit),
         arena_fmt(cx->mem, "types=%lld", jose));
}

/* --- one copy of the store for whatever changes it --- */

static void copy_bytes(const char *from, const char *to)
{
    static char bytes[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");

    cr_assert(in && out);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;)
        cr_assert_eq(fwrite(bytes, 1, n, out), n);
    (void)fclose(in);
    cr_assert_eq(fclose(out), 0);
}

static void forget_copy(struct ctx *cx)
{
    static const char *const ends[] = {"", "-wal", "-shm"};

    db_close(cx->db);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        (void)unlink(arena_fmt(cx->mem, "%s%s", town.work, ends[i]));
}

static void fresh_copy(struct ctx *cx)
{
    const char *why = "";

    forget_copy(cx);
    copy_bytes(town.kept, town.work);
    cx->db = db_open(cx->mem, town.work, DB_WRITE, &why);
    cr_assert(cx->db, "%s", why);
}

/* --- asking --- */

/* Where the value of {name} in this address comes from. */
static const char *sql_for(const char *path, const char *name)
{
    const struct place_sql *best = NULL;

    for (const struct place_sql *p = places; p->start; p++)
        if (strcmp(p->name, name) == 0 &&
            strncmp(path, p->start, strlen(p->start)) == 0 &&
            (!best || strlen(p->start) > strlen(best->start)))
            best = p;
    cr_assert(best, "%s: say in places[] where {%s} comes from", path, name);
    return best->sql;
}

static const char *value_of(struct ctx *cx, const char *path, const char *name)
{
    if (strcmp(name, "token") == 0)
        return town.link.token;
    struct query *q = db_sql_at(cx, sql_for(path, name), __FILE__, __LINE__);
    db_put_int(q, town.denise.v);
    const char *value = db_row(q) ? db_get_text(q) : "1";
    cr_assert(db_end(q), "%s", cx->err.text);
    return *value ? value : "1";
}

/* "/me/visits/{visit}" with Denise's own visit in it. */
static const char *filled(struct ctx *cx, const char *path)
{
    struct buf b = buf_new(cx->mem, 512);
    const char *at = path;

    while (*at) {
        const size_t n = strcspn(at, "{");
        buf_put(&b, at, n);
        at += n;
        if (!*at)
            break;
        const size_t end = strcspn(at, "}");
        buf_puts(&b, value_of(cx, path, arena_dup_n(cx->mem, at + 1, end - 1)));
        at += end + 1;
    }
    return b.at;
}

static bool who(struct req *rq)
{
    rq->cx->lang = LANG_EN;
    return true;
}

/* What an answer means, in a word. */
static const char *in_a_word(struct ctx *cx, const struct browser *b)
{
    switch (b->status) {
    case 200:
    case 204: return "yes";
    case 303:
        return strncmp(b->location, "/sign-in", 8) == 0 ? "sign in" : "yes";
    case 403: return ".";
    case 404: return "-";
    case 409: return "not now";
    case 422: return "form";
    default: return arena_fmt(cx->mem, "%d", b->status);
    }
}

static void one_route(struct ctx *cx, const struct route *r, struct buf *out)
{
    const char *path = filled(cx, r->path);

    buf_fmt(out, "%-4s %-46s %-16s", r->method == POST ? "POST" : "GET",
            r->path, r->may);
    for (size_t i = 0; i < COLUMNS; i++) {
        struct browser b = {.cx = cx, .actor = &town.actor[i], .who = who};
        if (r->method == POST)
            browse_form(&b, path, "");
        else
            browse(&b, path);
        buf_fmt(out, " %-7s", in_a_word(cx, &b));
        cr_assert_neq(b.status, 500, "%s as %s: %s", path, columns[i].words,
                      b.body);
        if (r->method == POST && b.status != 404 && b.status != 403)
            fresh_copy(cx);
    }
    while (out->at[out->n - 1] == ' ')
        out->at[--out->n] = '\0';
    buf_putc(out, '\n');
}

static void head(struct buf *out)
{
    buf_puts(out,
             "The access matrix: every address, asked by each of these about "
             "the things of Denise\n(made up). Made by "
             "tests/access/matrix_test.c; kept by tests/golden/accept.\n\n");
    for (size_t i = 0; i < COLUMNS; i++)
        buf_fmt(out, "  %c  %s\n", (int)('a' + i), columns[i].words);
    buf_puts(out, "\n  yes      let in; a form was taken, or would be\n"
                  "  form     let in; the empty form comes back with what is "
                  "missing\n"
                  "  not now  let in; the state does not allow it\n"
                  "  -        there is nothing here, as if it did not exist\n"
                  "  .        this role has no such page\n"
                  "  sign in  asked to sign in first\n");
}

static const char *make(struct ctx *cx)
{
    struct buf out = buf_new(cx->mem, ROWS_MAX);

    head(&out);
    for (const struct module *const *m = modules; *m; m++) {
        if (!(*m)->routes || !(*m)->routes->path)
            continue;
        buf_fmt(&out, "\n%-68s", (*m)->name);
        for (size_t i = 0; i < COLUMNS; i++)
            buf_fmt(&out, i + 1 < COLUMNS ? " %-7c" : " %c", (int)('a' + i));
        buf_putc(&out, '\n');
        for (const struct route *r = (*m)->routes; r->path; r++)
            if (!r->asset)
                one_route(cx, r, &out);
    }
    cr_assert(!out.full);
    return out.at;
}

/* The first line that differs, for the message. */
static const char *difference(struct ctx *cx, const char *was, const char *is)
{
    while (*was && *is) {
        const size_t n = strcspn(was, "\n"), m = strcspn(is, "\n");
        if (n != m || strncmp(was, is, n) != 0)
            return arena_fmt(cx->mem, "was: %.*s\n is: %.*s", (int)n, was,
                             (int)m, is);
        was += n + 1;
        is += m + 1;
    }
    return *was ? "lines are gone" : "lines are new";
}

static void begin(struct ctx *cx)
{
    /* In memory, where there is such a place: each change is undone. */
    char ram[] = "/dev/shm/beside-matrix-XXXXXX";
    char disk[] = "/tmp/beside-matrix-XXXXXX";
    char *dir = access("/dev/shm", W_OK) == 0 ? ram : disk;

    cr_assert(settings_load(cx, NULL));
    write_town(cx);
    cr_assert(db_commit(cx));
    live_in_town(cx);
    cr_assert(mkdtemp(dir));
    town.dir = arena_dup(cx->mem, dir);
    town.kept = arena_fmt(cx->mem, "%s/kept.db", dir);
    town.work = arena_fmt(cx->mem, "%s/work.db", dir);
    cr_assert(db_copy_to(cx, town.kept), "%s", cx->err.text);
    fresh_copy(cx);
}

static void end(struct ctx *cx)
{
    forget_copy(cx);
    (void)unlink(town.kept);
    (void)rmdir(town.dir);
    const char *why = "";
    cx->db = db_open(cx->mem, ":memory:", DB_WRITE, &why);
}

/* On SQLite alone: a store is copied as a file. */
TEST(access, every_address_answers_each_of_them_as_reviewed)
{
    const char *golden = SOURCE_DIR "/tests/golden/matrix.txt";
    static char was[ROWS_MAX];

    if (db_is_server(cx->db))
        return;
    begin(cx);
    const char *is = make(cx);
    end(cx);
    if (getenv("BESIDE_ACCEPT")) {
        FILE *out = fopen(golden, "wb");
        cr_assert(out && fputs(is, out) >= 0 && fclose(out) == 0);
        return;
    }
    FILE *in = fopen(golden, "rb");
    cr_assert(in, "%s", golden);
    was[fread(was, 1, sizeof was - 1, in)] = '\0';
    (void)fclose(in);
    cr_assert_str_eq(was, is, "%s\nRead it; then tests/golden/accept keeps it.",
                     difference(cx, was, is));
}
