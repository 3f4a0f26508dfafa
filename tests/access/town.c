#include "access/town.h"

#include <string.h>

#include "auth/auth_int.h"
#include "base/test.h"
#include "between/between.h"
#include "db/db.h"
#include "demo/demo.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "page/page.h"
#include "people/people.h"
#include "said/reply.h"
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
    {"/me/visits/{visit}/refuse", "item", "SELECT 'life' WHERE $1 > 0"},
    {"/", "offer", "SELECT MAX(id) FROM visits_offer WHERE person = $1"},
    {"/", "event",
     "SELECT MAX(id) FROM between_event WHERE person = $1 AND"
     " ended IS NULL"},
    {"/me/between/events/{event}/restore", "event",
     "SELECT MAX(id) FROM between_event WHERE person = $1 AND"
     " ended IS NOT NULL"},
    {"/me/circle", "line",
     "SELECT MAX(id) FROM people_circle WHERE person = $1"},
    {"/me/between", "line",
     "SELECT MAX(id) FROM between_line WHERE person = $1 AND ended IS NULL"},
    {"/", "page",
     "SELECT MAX(id) FROM said_thing WHERE person = $1"
     " AND kind = 0"},
    {"/", "reply", "SELECT MAX(id) FROM said_reply WHERE person = $1"},
    {"/", "words",
     "SELECT MAX(thing) FROM said_reply WHERE person = $1 AND thing IN"
     " (SELECT id FROM voice_draft)"},
    {"/people/{person}/words", "words",
     "SELECT MAX(id) FROM voice_draft WHERE person = $1"},
    {"/me/say/{words}/answer", "reply",
     "SELECT MAX(id) FROM said_reply WHERE person = $1 AND thing IN"
     " (SELECT id FROM voice_draft)"},
    {"/", "comment", "SELECT MAX(id) FROM voice_comment WHERE person = $1"},
    {"/", "sides",
     "SELECT MAX(mediation) FROM mediation_helped WHERE person = $1"},
    {"/people/{person}/sides", "sides",
     "SELECT MAX(id) FROM mediation_case WHERE person = $1"},
    {"/me/sides/{sides}/answer", "reply",
     "SELECT MAX(id) FROM said_reply WHERE person = $1 AND thing IN"
     " (SELECT id FROM mediation_case)"},
    {"/me/sides/{sides}/helped", "promise",
     "SELECT MAX(promise) FROM mediation_helped WHERE person = $1"},
    {"/glossary", "word", "SELECT 1 WHERE $1 > 0"},
    {"/", "promise",
     "SELECT MAX(id) FROM said_thing WHERE person = $1"
     " AND kind = 4 AND about > 0"},
    {"/", "ask",
     "SELECT MAX(id) FROM said_thing WHERE person = $1 AND kind = 5"
     " AND state > 0"},
    {"/", "draft",
     "SELECT MAX(id) FROM said_thing WHERE person = $1 AND kind = 5"
     " AND state = 0"},
    {"/asked/over", "over", "SELECT MAX(id) FROM asks_over WHERE $1 > 0"},
    {"/", "thing",
     "SELECT MAX(id) FROM said_thing WHERE person = $1 AND kind = 6"},
    {"/", "help", "SELECT MAX(id) FROM helps_strategy WHERE person = $1"},
    {"/", "habit", "SELECT MAX(id) FROM helps_habit WHERE person = $1"},
    {"/", "signed", "SELECT MAX(id) FROM helps_signed WHERE $1 > 0"},
    {"/", "sheet", "SELECT MAX(id) FROM weighing_sheet WHERE person = $1"},
    {"/", "reader",
     "SELECT MAX(reader) FROM sharing_permission WHERE thing = (SELECT MAX(id)"
     " FROM said_thing WHERE person = $1 AND kind = 6)"},
    {"/", "outside", "SELECT MAX(id) FROM rights_contact WHERE $1 > 0"},
    {"/records", "contact",
     "SELECT MAX(thing) FROM sharing_permission WHERE person = $1"
     " AND topic = 19 AND thing > 0"},
    {"/", "contact", "SELECT MAX(id) FROM contacts_contact WHERE person = $1"},
    {"/", "time",
     "SELECT MAX(id) FROM rhythm_time WHERE person = $1 AND state = 0"},
    {"/", "rhythm", "SELECT MAX(id) FROM rhythm_rhythm WHERE person = $1"},
    {"/", "there", "SELECT MAX(id) FROM crisis_there WHERE person = $1"},
    {"/", "task", "SELECT MAX(id) FROM rhythm_task WHERE person = $1"},
    {"/council", "meeting", "SELECT MAX(id) FROM council_meeting WHERE $1 > 0"},
    {"/", "meeting",
     "SELECT MAX(meeting) FROM meetings_word WHERE person = $1"},
    {"/", "back", "SELECT MAX(id) FROM meetings_back WHERE person = $1"},
    {"/", "support", "SELECT MAX(id) FROM meetings_support WHERE person = $1"},
    {"/", "sort", "SELECT 1 WHERE $1 > 0"},
    {"/", "asked", "SELECT MAX(id) FROM role_asked WHERE $1 > 0"},
    {"/", "proposal", "SELECT MAX(id) FROM council_proposal WHERE $1 > 0"},
    {"/", "seat", "SELECT MAX(id) FROM council_seat WHERE $1 > 0"},
    {"/", "member", "SELECT MAX(id) FROM council_member WHERE $1 > 0"},
    {"/", "entry",
     "SELECT MAX(id) FROM week_entry WHERE person = (SELECT peer FROM"
     " people_peer WHERE member = $1 ORDER BY id LIMIT 1)"},
    {"/week/mark", "mark",
     "SELECT MAX(id) FROM week_mark WHERE asked <> person AND agreed IS NULL"
     " AND $1 > 0"},
    {"/weeks", "mark",
     "SELECT MAX(id) FROM week_mark WHERE asked = person AND $1 > 0"},
    {"/weeks", "peer",
     "SELECT MAX(person) FROM week_mark WHERE asked = person AND $1 > 0"},
    {"/", "peer", "SELECT MIN(peer) FROM mutual_agreement WHERE person = $1"},
    {"/groups", "group",
     "SELECT MAX(id) FROM groups_group WHERE theme = 6 AND $1 > 0"},
    {"/groups", "day", "SELECT '2026-10-13' WHERE $1 > 0"},
    {"/", "goal",
     "SELECT MAX(thing) FROM sharing_permission WHERE person = $1 AND thing IN"
     " (SELECT goal FROM hopes_move WHERE agreed IS NULL)"},
    {"/", "move",
     "SELECT MAX(id) FROM hopes_move WHERE person = $1 AND agreed IS NULL"},
    {"/", "typed", "SELECT MIN(id) FROM hopes_typed WHERE person = $1"},
    {"/", "theirs", "SELECT MAX(id) FROM hopes_theirs WHERE person = $1"},
    {"/other-ways", "way", "SELECT MIN(id) FROM hopes_shelf WHERE $1 > 0"},
    {"/", "note", "SELECT MAX(id) FROM mutual_hope WHERE person = $1"},
    {"/shelf", "question", "SELECT MAX(id) FROM shelf_question WHERE $1 > 0"},
    {"/me/peers", "change", "SELECT MAX(id) FROM fit_change WHERE $1 > 0"},
    {"/peer-changes", "change", "SELECT MAX(id) FROM fit_change WHERE $1 > 0"},
    {"/deck", "domain", "SELECT 1 WHERE $1 > 0"},
    {"/deck", "shared", "SELECT 1 WHERE $1 > 0"},
    {"/deck", "shown", "SELECT 1 WHERE $1 > 0"},
    {"/down", "down", "SELECT 1 WHERE $1 > 0"},
    {"/", "glass",
     "SELECT MAX(id) FROM sharing_glass WHERE agreed IS NOT NULL AND $1 > 0"},
    {"/glass/{glass}/agree", "glass",
     "SELECT MAX(id) FROM sharing_glass WHERE agreed IS NULL AND $1 > 0"},
    {"/", "permission",
     "SELECT MAX(id) FROM sharing_permission WHERE person = $1"},
    {"/", "session",
     "SELECT MAX(s.id) FROM auth_session s JOIN auth_account a"
     " ON a.id = s.account WHERE a.person = $1"},
    {0},
};

/* The same for a field of a form, where nothing in the address says it. */
static const struct place_sql form_fields[] = {
    {"/me/between/undo", "batch",
     "SELECT MAX(saved_by) FROM between_entry WHERE person = $1 AND"
     " ended_by IS NULL"},
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

/* --- the fixture: the made-up program, and a few rows more --- */

static struct person_id newcomer(struct ctx *cx, int64_t program,
                                 const struct column *c)
{
    struct person p = {.name = c->name, .role = c->role, .program = program};

    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    return p.id;
}

/* They have signed in, as the column says. */
static void sign_in(struct ctx *cx, struct actor *a)
{
    struct account own = {
        .person = a->person, .program = a->program, .role = a->role};
    struct accounts all = {0};
    const char *token = NULL;

    cr_assert(account_of(cx, a->person, &all), "%s", cx->err.text);
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].role == a->role)
            own = all.at[i];
    if (!own.id)
        cr_assert(account_add_hashed(
                      cx, &own,
                      arena_fmt(cx->mem, "n%lld", (long long)a->person.v),
                      "no password has this hash"),
                  "%s", cx->err.text);
    cr_assert(session_start(cx, &own, false, &token), "%s", cx->err.text);
    struct sessions begun = {0};
    cr_assert(session_list(cx, own.id, &begun) && begun.n == 1);
    a->account = own.id;
    a->session = begun.at[0].id;
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
    a->program = far ? elsewhere : town.program;
    if (!c->name)
        return;
    cr_assert(person_find(cx, a->program, c->name, &found), "%s", cx->err.text);
    a->person = found.n ? found.at[0].id : newcomer(cx, a->program, c);
    sign_in(cx, a);
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

static void took_back_an_event(struct ctx *cx)
{
    struct event e = {.day = day_of(cx->now), .words = "I fell on the stairs"};

    cr_assert(event_add(cx, town.denise, &e), "%s", cx->err.text);
    cr_assert(event_remove(cx, town.denise, e.id), "%s", cx->err.text);
}

/* She says yes to the page of her last visit, without how her days are. */
static int64_t approved_page(struct ctx *cx)
{
    struct visit visit;
    struct page draft;
    struct page_state state;
    struct page_choice off = {.key = "a/days/0"};
    const struct page_choices choices = {&off, 1, 1};
    const struct visit_id id = {number(
        cx, db_sql(cx, "SELECT MAX(id) FROM visits_visit WHERE person = $1"))};

    cr_assert(visit_get(cx, town.denise, id, &visit), "%s", cx->err.text);
    cr_assert(page_choose(cx, &visit, &choices), "%s", cx->err.text);
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
    struct will will = {"Call you", DATE_NONE};
    struct reply r = {
        .thing = {page}, .version = 1, .words = "You sleep badly"};

    cx->actor = &town.actor[HER_DOCTOR];
    cr_assert(reply_add(cx, &r, &(struct wills){&will, 1, 1}), "%s",
              cx->err.text);
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
    took_back_an_event(cx);
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

/* Two of staff open how to reach Lena, who is served here too; for Malik a
 * second one is asked for. */
static void two_open(struct ctx *cx)
{
    struct persons lena = {0};

    cr_assert(person_find(cx, town.program, "Lena Fischer", &lena) && lena.n);
    does(cx, SUPERVISOR, "/glass",
         arena_fmt(cx->mem, "colleague=%lld&reason=No+answer",
                   (long long)lena.at[0].id.v));
    does(cx, KEEPER,
         arena_fmt(cx->mem, "/glass/%lld/agree",
                   (long long)number(
                       cx, db_sql(cx, "SELECT MAX(id) FROM sharing_glass"
                                      " WHERE $1 > 0"))),
         "");
    does(cx, SUPERVISOR, "/glass",
         arena_fmt(cx->mem, "colleague=%lld&reason=Not+at+work",
                   (long long)town.actor[ANOTHER_PEER].person.v));
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
    const long long draft = number(
        cx, db_sql(cx, "SELECT MAX(id) FROM voice_draft WHERE person = $1"));
    does(cx, HERSELF, arena_fmt(cx->mem, "/me/say/%lld/typing", draft),
         arena_fmt(cx->mem, "peer=%lld", jose));
    const long long sides = number(
        cx, db_sql(cx, "SELECT MAX(id) FROM mediation_case WHERE person = $1"));
    does(cx, HERSELF, arena_fmt(cx->mem, "/me/sides/%lld/typing", sides),
         arena_fmt(cx->mem, "peer=%lld", jose));
    does(cx, HELPING_PEER,
         arena_fmt(cx->mem, "/with/%lld/visits/%lld/prepare/life", denise,
                   visit),
         "a=To+sing");
    does(cx, SUPERVISOR,
         arena_fmt(cx->mem, "/weeks/%lld/mark",
                   (long long)town.actor[OWN_PEER].person.v),
         "share=75");
    does(cx, HELPING_PEER, "/week/mark", "share=60");
    two_open(cx);
    /* About her own peer, told to the other. */
    does(cx, HERSELF, "/me/rights",
         arena_fmt(cx->mem, "happened=He+read+my+mail&about-%lld=1&to=%lld",
                   (long long)town.actor[OWN_PEER].person.v, jose));
    /* To look at it is a delivery: done before anything is compared. */
    const long long told =
        number(cx, db_sql(cx, "SELECT MAX(id) FROM said_thing WHERE person = $1"
                              " AND kind = 6"));
    struct browser b = {.cx = cx, .actor = &town.actor[HELPING_PEER]};
    browse(&b, arena_fmt(cx->mem, "/rights/told/%lld", told));
    cr_assert_eq(b.status, 200, "%s", b.body);
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
    const char *value = db_row(q) ? db_get_text(q) : "";
    cr_assert(db_end(q), "%s", cx->err.text);
    cr_assert(*value, "%s: Denise has no {%s}", path, name);
    return value;
}

const char *town_fields(struct ctx *cx, const char *path)
{
    for (const struct place_sql *f = form_fields; f->start; f++)
        if (strcmp(f->start, path) == 0)
            return arena_fmt(
                cx->mem, "%s=%lld", f->name,
                (long long)number(cx,
                                  db_sql_at(cx, f->sql, __FILE__, __LINE__)));
    return "";
}

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
    cr_assert(settings_load(cx, NULL));
    write_town(cx);
    cr_assert(db_commit(cx));
    live_in_town(cx);
    copy_begin(cx);
}

void town_fresh(struct ctx *cx)
{
    copy_fresh(cx);
}

void town_end(struct ctx *cx)
{
    copy_end(cx);
}
