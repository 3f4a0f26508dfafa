#include "access/town.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/test.h"
#include "db/db.h"
#include "demo/demo.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "page/commitment.h"
#include "page/page.h"
#include "people/people.h"
#include "store/store.h"

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
     "SELECT MAX(id) FROM between_event WHERE person = $1 AND"
     " ended IS NULL"},
    {"/me/circle", "line",
     "SELECT MAX(id) FROM people_circle WHERE person = $1"},
    {"/me/between", "line",
     "SELECT MAX(id) FROM between_line WHERE person = $1 AND ended IS NULL"},
    {"/", "page", "SELECT MAX(id) FROM page_sheet WHERE person = $1"},
    {"/", "reply", "SELECT MAX(id) FROM page_reply WHERE person = $1"},
    {"/", "promise", "SELECT MAX(id) FROM page_commitment WHERE person = $1"},
    {"/", "permission",
     "SELECT MAX(id) FROM sharing_permission WHERE person = $1"},
    {"/", "session", "SELECT 999999999 + 0 * $1"},
    {0},
};

const struct column columns[COLUMNS] = {
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

struct town town;

static const char *dir_of, *kept, *work;

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

/* She says yes to the page of her last visit. */
static int64_t approved_page(struct ctx *cx)
{
    struct visit visit;
    struct page draft;
    struct page_state state;
    const struct visit_id id = {number(
        cx, db_sql(cx, "SELECT MAX(id) FROM visits_visit WHERE person = $1"))};

    cr_assert(visit_get(cx, town.denise, id, &visit), "%s", cx->err.text);
    cr_assert(page_draft(cx, &visit, &draft), "%s", cx->err.text);
    struct page shown = page_shown(cx->mem, &draft);
    cr_assert(page_approve(cx, &visit, page_hash(cx, page_write(cx, &shown))),
              "%s", cx->err.text);
    cr_assert(page_state(cx, town.denise, id, &state), "%s", cx->err.text);
    return state.id;
}

/* Her doctor writes back, and promises something. */
static void written_back(struct ctx *cx, int64_t page)
{
    struct commitment will = {.words = "Call you", .due = DATE_NONE};
    struct reply r = {
        .page = page, .words = "You sleep badly", .will = {&will, 1, 1}};

    cx->actor = &town.actor[HER_DOCTOR];
    cr_assert(reply_add(cx, &r, 1), "%s", cx->err.text);
    cx->actor = &town.actor[HERSELF];
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
    town.denise = town.actor[HERSELF].person;
    cx->actor = &town.actor[HERSELF];
    const int64_t page = approved_page(cx);
    give(cx, TOPIC_PAGE, page, HER_DOCTOR);
    written_back(cx, page);
    town.link = (struct link){.what = {town.denise, TOPIC_PAGE, page},
                              .name = "Dr. Stone",
                              .purpose = "my visit",
                              .until = cx->now + 86400};
    cr_assert(link_make(cx, &town.link), "%s", cx->err.text);
    town.actor[HER_LINK].session = town.link.id;
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
    const long long denise = town.denise.v,
                    jose = town.actor[HELPING_PEER].person.v;
    const long long visit = number(
        cx, db_sql(cx, "SELECT MAX(id) FROM visits_visit WHERE person = $1"));

    does(cx, OWN_PEER,
         arena_fmt(cx->mem, "/with/%lld/visits/%lld/offer", denise, visit), "");
    does(cx, HERSELF, arena_fmt(cx->mem, "/me/visits/%lld/mode", visit),
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
        (void)unlink(arena_fmt(cx->mem, "%s%s", work, ends[i]));
}

void town_fresh(struct ctx *cx)
{
    const char *why = "";

    forget_copy(cx);
    copy_bytes(kept, work);
    cx->db = db_open(cx->mem, work, DB_WRITE, &why);
    cr_assert(cx->db, "%s", why);
}

/* --- addresses --- */

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
const char *town_path(struct ctx *cx, const char *path)
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

void town_begin(struct ctx *cx)
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
    dir_of = arena_dup(cx->mem, dir);
    kept = arena_fmt(cx->mem, "%s/kept.db", dir);
    work = arena_fmt(cx->mem, "%s/work.db", dir);
    cr_assert(db_copy_to(cx, kept), "%s", cx->err.text);
    town_fresh(cx);
}

void town_end(struct ctx *cx)
{
    forget_copy(cx);
    (void)unlink(kept);
    (void)rmdir(dir_of);
    const char *why = "";
    cx->db = db_open(cx->mem, ":memory:", DB_WRITE, &why);
}
