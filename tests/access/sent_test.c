/* Acceptance test 14, pains.md 7: nothing that was sent and waits for an answer
 * falls through. Fifteen days on, each of it still stands on somebody's day
 * page: Home, Today, or For you to read. What waits for a visit (lines typed
 * for her, offers to help) ends with its day, and is not here. Source:
 * never-list 14; R20, R121. */
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "said/said.h"
#include "web/web.h"

enum { DAYS = 15, PAGES_MAX = 80, FOUND_MAX = 600 };

/* Each row is one that waits: what a day page holds when it stands there, and
 * 0; or "", whose, and which promise: then it is the words. $1 is now, $2
 * today. */
static const struct kind {
    const char *what, *sql;
    size_t least;
} kinds[] = {
    {"her words that were given, and not answered",
     "SELECT '/words/' || CAST(t.id AS TEXT) || '\"', 0, 0 FROM said_thing t"
     " WHERE t.kind IN (1, 2) AND t.state IN (1, 2) AND t.made < $1 AND $2 > 0"
     " AND EXISTS (SELECT 1 FROM said_reader r WHERE r.thing = t.id"
     " AND r.withdrawn IS NULL)",
     1},
    {"an ask that a step has",
     "SELECT '/asked/' || CAST(t.id AS TEXT) || '\"', 0, 0 FROM said_thing t"
     " WHERE t.kind = 5 AND t.state BETWEEN 1 AND 4 AND $2 > 0 AND EXISTS"
     " (SELECT 1 FROM asks_step s WHERE s.thing = t.id AND s.since < $1)",
     3},
    {"a promise past its day",
     "SELECT '', person, id FROM said_thing WHERE kind = 4 AND state = 1"
     " AND made < $1 AND due < $2",
     4},
    {"a page that was given, and not read",
     "SELECT '/read/' || CAST(t.id AS TEXT) || '\"', 0, 0 FROM said_thing t"
     " JOIN said_reader r ON r.thing = t.id AND r.withdrawn IS NULL"
     " WHERE t.kind = 0 AND t.state = 1 AND $2 > 0 AND EXISTS"
     " (SELECT 1 FROM people_staff s WHERE s.person = r.reader)"
     " AND EXISTS (SELECT 1 FROM sharing_permission p WHERE p.thing = t.id"
     " AND p.reader = r.reader AND p.ended IS NULL"
     " AND (p.until IS NULL OR p.until > $1))",
     1},
    {"what was said at a meeting, and not brought back",
     "SELECT '/meetings/' || CAST(w.meeting AS TEXT) || '/' ||"
     " CAST(w.person AS TEXT) || '\"', 0, 0 FROM meetings_word w"
     " JOIN meetings_meeting g ON g.id = w.meeting WHERE g.at < $1"
     " AND w.hear_day < $2 AND NOT EXISTS (SELECT 1 FROM meetings_back b"
     " WHERE b.meeting = w.meeting AND b.person = w.person)"
     " AND NOT EXISTS (SELECT 1 FROM meetings_there h"
     " WHERE h.meeting = g.id AND h.who <> w.peer AND NOT EXISTS"
     " (SELECT 1 FROM meetings_named n WHERE n.word = w.id"
     " AND n.who = h.who))",
     2},
    {"what came back from a meeting, and she has not heard",
     "SELECT 'href=\"/me/meetings\"', 0, 0 FROM meetings_back"
     " WHERE heard IS NULL AND at < $1 AND $2 > 0",
     1},
    {"a peer who was asked to be there",
     "SELECT 'href=\"/be-there\"', 0, 0 FROM meetings_support"
     " WHERE answer = 0 AND ended IS NULL AND made < $1 AND $2 > 0",
     1},
    {"to tell her that a time is off",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT) || '\"', 0, 0 FROM rhythm_task WHERE kind = 0"
     " AND ending = 0 AND made < $1 AND due < $2",
     1},
    {"a courtesy call",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT) || '\"', 0, 0 FROM rhythm_task WHERE kind = 1"
     " AND ending = 0 AND made < $1 AND due < $2",
     1},
    {"a check-in that was set",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT) || '\"', 0, 0 FROM rhythm_task WHERE kind = 2"
     " AND ending = 0 AND made < $1 AND due < $2",
     1},
    {"a time that came, with no word on it",
     "SELECT '/people/' || CAST(person AS TEXT) || '/times\"', 0, 0"
     " FROM rhythm_time WHERE state = 0 AND at < $1 AND $2 > 0",
     1},
    {"a rhythm she asked her peer for",
     "SELECT '/people/' || CAST(person AS TEXT) || '/times\"><span"
     " class=\"grow\"><span class=\"item__t\">Ben asks', 0, 0"
     " FROM rhythm_rhythm WHERE asked = person AND agreed IS NULL"
     " AND ended IS NULL AND made < $1 AND $2 > 0",
     1},
    /* Without a line it is whole (R12). */
    {"a time written together, and not signed by both",
     "SELECT CASE WHEN peer_done IS NULL THEN '/people/' ||"
     " CAST(person AS TEXT) ELSE '/me' END || '/record/' ||"
     " CAST(id AS TEXT) || '\"', 0, 0 FROM contacts_contact"
     " WHERE locked IS NULL AND mode > 0 AND kind < 2 AND made < $1"
     " AND $2 > 0 AND id IN (SELECT contact FROM contacts_line)",
     1},
    {"what a reader understood, and she has not said whether it is right",
     "SELECT CASE t.kind WHEN 0 THEN '/answer' WHEN 3 THEN 'Do we agree?'"
     " WHEN 5 THEN '/me/asks/' WHEN 6 THEN '/me/rights/' ELSE '/me/say/' END ||"
     " CASE WHEN t.kind IN (0, 3) THEN '' ELSE CAST(t.id AS TEXT) END, 0, 0"
     " FROM said_reply r"
     " JOIN said_thing t ON t.id = r.thing WHERE r.answer = 0"
     " AND t.state < 5 AND r.at < $1 AND $2 > 0",
     1},
    {"a comment beside her words, and no word of hers on it",
     "SELECT '/me/say/' || CAST(t.id AS TEXT) || '\"', 0, 0"
     " FROM voice_comment c JOIN said_thing t ON t.id = c.thing"
     " WHERE c.answer = 0 AND t.state BETWEEN 1 AND 4 AND c.at < $1"
     " AND $2 > 0",
     1},
    {"a proposal that the board has not answered",
     "SELECT 'An answer is late', 0, 0 FROM council_proposal WHERE state = 1"
     " AND answered IS NULL AND made < $1 AND due < $2",
     1},
};

static struct {
    const char *at[PAGES_MAX];
    size_t n;
} day;

static const char *page_of(enum role r)
{
    switch (r) {
    case ROLE_PERSON: return "/me";
    case ROLE_PEER:
    case ROLE_SUPERVISOR: return "/today";
    case ROLE_CLINICIAN:
    case ROLE_CASE_MANAGER: return "/read";
    default: return NULL;
    }
}

/* The day page of everybody who has one. */
static void look(struct ctx *cx)
{
    struct actor all[PAGES_MAX];
    size_t n = 0;
    struct query *q =
        db_sql(cx, "SELECT DISTINCT person, program, role FROM auth_account");

    while (db_row(q)) {
        struct actor *a = &all[n++];
        cr_assert_lt(n, PAGES_MAX);
        *a = (struct actor){.account = 1, .session = 1};
        a->person.v = db_get_int(q);
        a->program = db_get_int(q);
        a->role = (enum role)db_get_int(q);
    }
    cr_assert(db_end(q), "%s", cx->err.text);
    day.n = 0;
    for (size_t i = 0; i < n; i++) {
        struct browser b = {.cx = cx, .actor = &all[i], .shell = web_shell};
        if (!page_of(all[i].role))
            continue;
        browse(&b, page_of(all[i].role));
        cr_assert_eq(b.status, 200, "%s", b.body);
        day.at[day.n++] = arena_dup_n(cx->mem, b.body, b.body_n);
    }
    cr_assert_gt(day.n, 15);
}

static bool stands(const char *words)
{
    for (size_t i = 0; i < day.n; i++)
        if (strstr(day.at[i], words))
            return true;
    return false;
}

struct found {
    const char *shows;
    int64_t whose, id;
};

static size_t find(struct ctx *cx, const struct kind *k, struct found *out)
{
    struct query *q = db_sql_at(cx, k->sql, __FILE__, __LINE__);
    size_t n = 0;

    db_put_int(q, cx->now);
    db_put_date(q, day_of(cx->now));
    while (db_row(q)) {
        cr_assert_lt(n, FOUND_MAX);
        out[n].shows = db_get_text(q);
        out[n].whose = db_get_int(q);
        out[n++].id = db_get_int(q);
    }
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

static void hold(struct ctx *cx, const struct kind *k)
{
    static struct found all[FOUND_MAX];
    struct said s = {.words = ""};

    cr_assert(db_begin(cx), "%s", cx->err.text);
    const size_t n = find(cx, k, all);
    cr_assert_geq(n, k->least, "%s: the made-up program has %zu", k->what, n);
    for (size_t i = 0; i < n; i++) {
        const char *shows = all[i].shows;
        if (!*shows) {
            cr_assert(said_newest(cx, (struct person_id){all[i].whose},
                                  (struct said_id){all[i].id}, &s));
            shows = s.words;
        }
        cr_assert(stands(shows), "%s stands on nobody's day page: %s", k->what,
                  shows);
    }
    db_rollback(cx);
}

static void post(struct ctx *cx, size_t who, const char *path,
                 const char *fields)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};

    browse_form(&b, path, fields);
    cr_assert_eq(b.status, 303, "%s: %d %s", path, b.status, b.body);
}

/* What the made-up program has none of: a time that is off, and she could not
 * be told; a rhythm Ben asks for. */
static void more(struct ctx *cx)
{
    const char *tomorrow =
        date_iso(cx->mem, (struct date){day_of(cx->now).days + 1});

    post(cx, OWN_PEER, town_path(cx, "/people/{person}/times/add"),
         arena_fmt(cx->mem, "date=%s&time=10:00", tomorrow));
    struct query *q = db_sql(cx, "SELECT MAX(id) FROM rhythm_time"
                                 " WHERE person = $1 AND state = 0");
    db_put_int(q, town.denise.v);
    const long long id = db_row(q) ? db_get_int(q) : 0;
    cr_assert(db_end(q), "%s", cx->err.text);
    post(cx, OWN_PEER,
         arena_fmt(cx->mem, "/people/%lld/times/%lld/off",
                   (long long)town.denise.v, id),
         "told=5&day=tomorrow&time=09:00");
    post(cx, ANOTHER_PERSON, "/me/times/rhythm",
         arena_fmt(cx->mem, "peer=%lld&first=%s&time=14:00&every=1&what=Coffee",
                   (long long)town.actor[OWN_PEER].person.v, tomorrow));
}

TEST(sent, what_waits_for_an_answer_stands_on_somebodys_day_page)
{
    town_begin(cx);
    more(cx);
    cx->now += (int64_t)DAYS * 86400;
    look(cx);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        hold(cx, &kinds[i]);
    town_end(cx);
}
