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
#include "keys/keys.h"
#include "said/said.h"
#include "web/web.h"

enum { DAYS = 15, PAGES_MAX = 80, FOUND_MAX = 600 };

/* Each row is one that waits: what stands on the day page of its owner, and
 * who that is; whose it is, and its id. "" stands for its words: those of a
 * thing said, or the sealed ones of this place, which come last. $1 is now, $2
 * today. */
static const struct kind {
    const char *what, *sql;
    size_t least;
    const char *place; /* NULL: of no table but said_version */
} kinds[] = {
    {"her words that were given, and not answered",
     "SELECT '/words/' || CAST(t.id AS TEXT), r.reader, 0, 0"
     " FROM said_thing t JOIN said_reader r ON r.thing = t.id"
     " AND r.withdrawn IS NULL WHERE t.kind IN (1, 2) AND t.state IN (1, 2)"
     " AND t.made < $1 AND $2 > 0",
     1, NULL},
    {"an ask that a step has",
     "SELECT '/asked/' || CAST(t.id AS TEXT), s.holder, 0, 0"
     " FROM said_thing t JOIN asks_step s ON s.thing = t.id AND s.since < $1"
     " AND s.holder IS NOT NULL WHERE t.kind = 5 AND t.state BETWEEN 1 AND 4"
     " AND $2 > 0",
     3, NULL},
    {"a promise past its day",
     "SELECT '', author, person, id FROM said_thing WHERE kind = 4"
     " AND state = 1 AND made < $1 AND due < $2"
     " AND author IN (SELECT id FROM people_person) AND about NOT IN"
     " (SELECT r.id FROM said_reply r JOIN said_thing g ON g.id = r.thing"
     " WHERE g.kind = 6)",
     4, NULL},
    /* Who leads finds no words of it on Program today. */
    {"a promise past its day, about somebody's rights",
     "SELECT '/rights/told/' || CAST(r.thing AS TEXT), t.author, 0, 0"
     " FROM said_thing t JOIN said_reply r ON r.id = t.about"
     " JOIN said_thing g ON g.id = r.thing AND g.kind = 6"
     " WHERE t.kind = 4 AND t.state = 1 AND t.made < $1 AND t.due < $2",
     1, NULL},
    {"a page that was given, and not read",
     "SELECT '/read/' || CAST(t.id AS TEXT), r.reader, 0, 0"
     " FROM said_thing t JOIN said_reader r ON r.thing = t.id"
     " AND r.withdrawn IS NULL WHERE t.kind = 0 AND t.state = 1 AND $2 > 0"
     " AND EXISTS (SELECT 1 FROM people_staff s WHERE s.person = r.reader)"
     " AND EXISTS (SELECT 1 FROM sharing_permission p WHERE p.thing = t.id"
     " AND p.reader = r.reader AND p.ended IS NULL"
     " AND (p.until IS NULL OR p.until > $1))",
     1, NULL},
    {"what was said at a meeting, and not brought back",
     "SELECT '/meetings/' || CAST(w.meeting AS TEXT) || '/' ||"
     " CAST(w.person AS TEXT), w.peer, 0, 0 FROM meetings_word w"
     " JOIN meetings_meeting g ON g.id = w.meeting WHERE g.at < $1"
     " AND w.hear_day < $2 AND NOT EXISTS (SELECT 1 FROM meetings_back b"
     " WHERE b.meeting = w.meeting AND b.person = w.person)"
     " AND NOT EXISTS (SELECT 1 FROM meetings_there h"
     " WHERE h.meeting = g.id AND h.who <> w.peer AND NOT EXISTS"
     " (SELECT 1 FROM meetings_named n WHERE n.word = w.id"
     " AND n.who = h.who))",
     2, NULL},
    {"what came back from a meeting, and she has not heard",
     "SELECT '', person, person, id, words FROM meetings_back"
     " WHERE heard IS NULL AND at < $1 AND $2 > 0",
     1, "meetings_back.words"},
    {"a peer who was asked to be there",
     "SELECT 'href=\"/be-there\"', peer, 0, 0 FROM meetings_support"
     " WHERE answer = 0 AND ended IS NULL AND made < $1 AND $2 > 0",
     1, NULL},
    {"to tell her that a time is off",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT), peer, 0, 0 FROM rhythm_task WHERE kind = 0"
     " AND ending = 0 AND made < $1 AND due < $2",
     1, NULL},
    {"a courtesy call",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT), peer, 0, 0 FROM rhythm_task WHERE kind = 1"
     " AND ending = 0 AND made < $1 AND due < $2",
     1, NULL},
    {"a check-in that was set",
     "SELECT '/people/' || CAST(person AS TEXT) || '/tasks/' ||"
     " CAST(id AS TEXT), peer, 0, 0 FROM rhythm_task WHERE kind = 2"
     " AND ending = 0 AND made < $1 AND due < $2",
     1, NULL},
    {"a time that came, with no word on it",
     "SELECT '/people/' || CAST(person AS TEXT) || '/times', peer, 0, 0"
     " FROM rhythm_time WHERE state = 0 AND at < $1 AND $2 > 0",
     1, NULL},
    {"a rhythm she asked her peer for",
     "SELECT '/people/' || CAST(person AS TEXT) || '/times\"><span"
     " class=\"grow\"><span class=\"item__t\">Ben asks', peer, 0, 0"
     " FROM rhythm_rhythm WHERE asked = person AND agreed IS NULL"
     " AND ended IS NULL AND made < $1 AND $2 > 0",
     1, NULL},
    /* Without a line it is whole (R12). */
    {"a time written together, and not signed by both",
     "SELECT CASE WHEN peer_done IS NULL THEN '/people/' ||"
     " CAST(person AS TEXT) ELSE '/me' END || '/record/' ||"
     " CAST(id AS TEXT), CASE WHEN peer_done IS NULL THEN peer ELSE person"
     " END, 0, 0 FROM contacts_contact WHERE locked IS NULL AND mode > 0"
     " AND kind < 2 AND made < $1 AND $2 > 0"
     " AND id IN (SELECT contact FROM contacts_line)",
     1, NULL},
    {"what a reader understood, and she has not said whether it is right",
     "SELECT CASE t.kind WHEN 0 THEN '/me/visits/' || CAST(t.about AS TEXT) ||"
     " '/answer' WHEN 3 THEN '/me/sides/' WHEN 5 THEN '/me/asks/'"
     " WHEN 6 THEN '/me/rights/' ELSE '/me/say/' END ||"
     " CASE t.kind WHEN 0 THEN '' ELSE CAST(t.id AS TEXT) END, t.person, 0, 0"
     " FROM said_reply r JOIN said_thing t ON t.id = r.thing"
     " WHERE r.answer = 0 AND t.state < 5 AND r.at < $1 AND $2 > 0",
     1, NULL},
    {"a comment beside her words, and no word of hers on it",
     "SELECT '/me/say/' || CAST(t.id AS TEXT), t.person, 0, 0"
     " FROM voice_comment c JOIN said_thing t ON t.id = c.thing"
     " WHERE c.answer = 0 AND t.state BETWEEN 1 AND 4 AND c.at < $1"
     " AND $2 > 0",
     1, NULL},
    {"what she said of her rights, and nobody answered",
     "SELECT '/rights/told/' || CAST(t.id AS TEXT), r.reader, 0, 0"
     " FROM said_thing t JOIN said_reader r ON r.thing = t.id"
     " AND r.withdrawn IS NULL WHERE t.kind = 6 AND t.state BETWEEN 1 AND 4"
     " AND t.made < $1 AND $2 > 0 AND NOT EXISTS (SELECT 1"
     " FROM said_reply y WHERE y.thing = t.id)",
     1, NULL},
    {"a side that waits for the other's",
     "SELECT '/sides/' || CAST(t.id AS TEXT), r.reader, 0, 0"
     " FROM said_thing t JOIN said_reader r ON r.thing = t.id"
     " AND r.withdrawn IS NULL WHERE t.kind = 3 AND t.author = t.person"
     " AND t.state BETWEEN 1 AND 4 AND t.made < $1 AND $2 > 0"
     " AND NOT EXISTS (SELECT 1 FROM said_thing o WHERE o.kind = 3"
     " AND o.about = t.id AND o.author = r.reader AND o.state > 0)",
     1, NULL},
    /* 24: TOPIC_TYPING */
    {"a draft that a peer is let to type",
     "SELECT '/people/' || CAST(t.person AS TEXT) || '/words/' ||"
     " CAST(t.id AS TEXT), p.reader, 0, 0 FROM sharing_permission p"
     " JOIN said_thing t ON t.id = p.thing WHERE p.topic = 24"
     " AND p.ended IS NULL AND (p.until IS NULL OR p.until > $1)"
     " AND t.kind IN (1, 2) AND t.state = 0 AND $2 > 0",
     1, NULL},
    {"a draft that a peer typed, and she has not said yes to",
     "SELECT 'Ruth typed some of it.', t.person, 0, 0"
     " FROM said_thing t JOIN said_version v ON v.thing = t.id"
     " AND v.approved IS NULL AND v.typed_by IS NOT NULL"
     " WHERE t.kind IN (1, 2) AND t.state = 0 AND t.made < $1 AND $2 > 0",
     1, NULL},
    {"a vote that is open, and a member has not voted",
     "SELECT 'The peer council: a vote is open', m.person, 0, 0"
     " FROM council_member m WHERE m.agreed IS NOT NULL AND m.ended IS NULL"
     " AND m.until >= $2 AND $1 > 0 AND EXISTS (SELECT 1"
     " FROM council_proposal p WHERE p.state = 0 AND NOT EXISTS (SELECT 1"
     " FROM council_vote v WHERE v.proposal = p.id"
     " AND v.person = m.person))",
     1, NULL},
    /* 2, 4, 5: who stands beside persons, of ROLE_PEER to ROLE_CASE_MANAGER */
    {"a card of the peer role that was changed, and not read",
     "SELECT 'Please read the new card.', s.person, 0, 0 FROM people_staff s"
     " JOIN role_card c ON c.program = s.program AND c.made < $1"
     " WHERE s.role IN (2, 4, 5) AND $2 > 0 AND NOT EXISTS (SELECT 1"
     " FROM role_read r WHERE r.person = s.person"
     " AND r.version = c.version)",
     10, NULL},
    /* 3: ROLE_SUPERVISOR, who answers for the board */
    {"a proposal that the board has not answered",
     "SELECT 'An answer is late', s.person, 0, 0 FROM council_proposal p,"
     " people_staff s WHERE p.state = 1 AND p.answered IS NULL"
     " AND p.made < $1 AND p.due < $2 AND s.role = 3",
     1, NULL},
};

static struct {
    const char *at[PAGES_MAX];
    int64_t whose[PAGES_MAX];
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
        day.whose[day.n] = all[i].person.v;
        day.at[day.n++] = arena_dup_n(cx->mem, b.body, b.body_n);
    }
    cr_assert_gt(day.n, 15);
}

/* On the day page of its owner; of an address all of its number. */
static bool stands(int64_t owner, const char *words)
{
    const size_t n = strlen(words);

    for (size_t i = 0; i < day.n; i++)
        for (const char *at = day.at[i];
             day.whose[i] == owner && (at = strstr(at, words)); at += n)
            if (!strspn(at + n, "0123456789"))
                return true;
    return false;
}

struct found {
    const char *shows;
    int64_t owner, whose, id;
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
        out[n].owner = db_get_int(q);
        out[n].whose = db_get_int(q);
        out[n].id = db_get_int(q);
        if (k->place)
            out[n].shows = seal_get(
                q, (struct place){k->place, out[n].id, {out[n].whose}});
        n++;
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
        cr_assert(*shows && stands(all[i].owner, shows),
                  "%s stands on no day page of its owner's: %s", k->what,
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
 * be told; a rhythm Ben asks for; words that a peer types; a new card of the
 * role. */
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
    post(cx, SUPERVISOR, "/role/change",
         "can=Walk&never=Push&ask=Drive&talk=1");
    cr_assert(db_begin(cx));
    cx->actor = &town.actor[HERSELF];
    cr_assert(town_typed(cx, &town.actor[OWN_PEER]), "%s", cx->err.text);
    cr_assert(db_commit(cx));
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
