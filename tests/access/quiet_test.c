/* What is withheld shows nowhere: when something of Denise's that others may
 * not know changes, every page of everybody else stays the same, byte for byte.
 * Source: pains.md 5, 10 and 13 (docs/pains.md), security.md 8 (8). */
#include <string.h>

#include "access/town.h"
#include "asks/ask.h"
#include "asks/typed.h"
#include "base/test.h"
#include "between/between.h"
#include "contacts/own.h"
#include "crisis/choice.h"
#include "db/db.h"
#include "frame/browser.h"
#include "mediation/sides.h"
#include "meetings/support.h"
#include "meetings/word.h"
#include "mutual/hope.h"
#include "page/page.h"
#include "people/circle.h"
#include "rights/grievance.h"
#include "said/reply.h"
#include "sharing/permission.h"
#include "visits/after.h"
#include "visits/company.h"
#include "visits/prep.h"
#include "visits/words.h"
#include "web/web.h"

enum {
    PAGES_MAX = 3200,
    NOBODY_KNOWS = 13 /* the first of changes[]: on no page of anybody else */
};

struct seen {
    const struct route *route;
    const char *path;
    size_t column;
    int status;
    const char *headers; /* all of them, a line for each */
    const char *body;
    size_t body_n;
};

struct look {
    struct seen at[PAGES_MAX];
    size_t n;
};

/* The form ids made by chance are the only bytes that may differ. */
static const char *without_chance(struct ctx *cx, const char *body, size_t n)
{
    static const char mark[] = "name=\"once\" value=\"";
    char *s = arena_dup_n(cx->mem, body, n), *end = s + n;

    for (char *at = s;
         (at = memmem(at, (size_t)(end - at), mark, sizeof mark - 1));) {
        at += sizeof mark - 1;
        memset(at, '.', strcspn(at, "\""));
    }
    return s;
}

static const char *headers_of(struct ctx *cx, const struct browser *b)
{
    struct buf out = buf_new(cx->mem, 16384);

    for (size_t i = 0; i < b->header.n; i++)
        buf_fmt(&out, "%s: %s\n", b->header.at[i].name, b->header.at[i].value);
    return out.at ? out.at : "";
}

static void look_as(struct ctx *cx, const struct route *r, size_t column,
                    const char *path, struct look *out)
{
    struct browser b = {
        .cx = cx, .actor = &town.actor[column], .shell = web_shell};
    struct seen *s = &out->at[out->n++];

    cr_assert_lt(out->n, PAGES_MAX);
    browse(&b, path);
    *s = (struct seen){r,
                       path,
                       column,
                       b.status,
                       headers_of(cx, &b),
                       without_chance(cx, b.body, b.body_n),
                       b.body_n};
}

/* Every page and file there is, as everybody but her; at the addresses of an
 * earlier look, as what is new has numbers of its own. */
static void look_at_all(struct ctx *cx, const struct look *was,
                        struct look *out)
{
    out->n = 0;
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++) {
            if (r->method != GET || r->asset)
                continue;
            for (size_t i = 0; i < COLUMNS; i++)
                if (i != HERSELF)
                    look_as(cx, r, i,
                            was ? was->at[out->n].path : town_path(cx, r->path),
                            out);
        }
}

/* --- what she changes --- */

static struct visit_id coming(struct ctx *cx)
{
    struct visit_id v = {0};
    struct query *q =
        db_sql(cx, "SELECT MAX(id) FROM visits_visit WHERE person = $1");

    db_put_int(q, town.denise.v);
    if (db_row(q))
        v.v = db_get_int(q);
    cr_assert(db_end(q));
    return v;
}

/* She types again herself: first that nobody else does. */
static bool says(struct ctx *cx, const char *link_id, const char *words)
{
    const struct answer_new a = {.link_id = link_id, .values = &words, .n = 1};
    struct prep p;

    return prep_for(cx, town.denise, coming(cx), &p) &&
           prep_set_mode(cx, &p, PREP_ALONE, (struct person_id){0}) &&
           answer_put(cx, &p, &a);
}

static bool another_answer(struct ctx *cx)
{
    return says(cx, "want", "That nobody hears what I said about my brother");
}

/* To a question she had not come to. */
static bool one_more_answer(struct ctx *cx)
{
    return says(cx, "helps", "That my brother comes home");
}

/* How her days are is not on her page; she says yes to it again. */
static bool another_hidden_line(struct ctx *cx)
{
    struct visit visit;
    struct page draft;

    if (!says(cx, "days", "hard") ||
        !visit_get(cx, town.denise, coming(cx), &visit) ||
        !page_draft(cx, &visit, &draft))
        return false;
    struct page shown = page_shown(cx->mem, &draft);
    return page_approve(cx, &visit, page_hash(cx, page_write(cx, &shown)));
}

static bool another_day(struct ctx *cx)
{
    struct lines lines;
    struct taps taps = {0};
    int64_t batch = 0;

    if (!line_list(cx, town.denise, &lines))
        return false;
    *LIST_PUSH(cx->mem, &taps) = (struct tap){lines.at[0].id, 1};
    return between_save(cx, town.denise, day_of(cx->now), &taps, &batch);
}

static bool another_event(struct ctx *cx)
{
    struct event e = {.day = day_of(cx->now), .words = "My brother came"};
    return event_add(cx, town.denise, &e);
}

static bool another_friend(struct ctx *cx)
{
    const struct circle_line l = {0, "Agnes", "prays", "", DATE_NONE, 0};
    return circle_add(cx, town.denise, &l);
}

static bool another_word(struct ctx *cx)
{
    return words_put(cx, town.denise, "I want to be left in peace");
}

/* Opened to who walks with her; nobody has opened it today. */
static bool another_hard_word(struct ctx *cx)
{
    static const char *const words[CHOICE_PARTS] = {
        "Leave me by the river", "", "", "Sister Agnes", "", "", ""};

    return choice_put(cx, words);
}

static bool another_decision(struct ctx *cx)
{
    struct outcome o = {.visit = coming(cx),
                        .person = town.denise,
                        .who = OUTCOME_ME,
                        .what = "I will say no to the needle",
                        .due = DATE_NONE,
                        .came = ""};

    return outcome_add(cx, &o);
}

static bool another_wish(struct ctx *cx)
{
    struct company c;

    if (!company_get(cx, town.denise, coming(cx), &c))
        return false;
    c.words = "Hold my hand, and say nothing";
    return company_put(cx, &c);
}

/* Her doctor writes back: to her, and to no other reader of the same page. */
static bool another_reply(struct ctx *cx)
{
    struct reply r = {.version = 1, .words = "I will ask about your brother"};
    struct query *q =
        db_sql(cx, "SELECT MAX(id) FROM said_thing WHERE person = $1"
                   " AND kind = 0");

    db_put_int(q, town.denise.v);
    if (db_row(q))
        r.thing.v = db_get_int(q);
    cx->actor = &town.actor[HER_DOCTOR];
    return db_end(q) && reply_add(cx, &r, &(struct wills){0});
}

/* Luis may read her days from now on: that is nobody's business but theirs. */
static bool another_yes(struct ctx *cx)
{
    struct permission p = {.what = {town.denise, TOPIC_BETWEEN, 0},
                           .to = town.actor[CASE_MANAGER].person,
                           .purpose = "my flat",
                           .until = TIME_NONE};

    return permission_give(cx, &p);
}

/* Ruth keeps for herself that a day was hard. */
static bool another_hard_day(struct ctx *cx)
{
    cx->actor = &town.actor[OWN_PEER];
    return own_keep(cx, day_of(cx->now), OWN_HARD | OWN_STAYED);
}

/* She asks Ruth to be there, about her doctor. */
static bool another_call_for_support(struct ctx *cx)
{
    struct support s = {.peer = town.actor[OWN_PEER].person,
                        .about = town.actor[HER_DOCTOR].person,
                        .kind = SUPPORT_BE_THERE,
                        .words = "She talked over me"};

    return support_ask(cx, &s);
}

/* She takes a note of hope away for good: R14. */
static bool another_hope_taken_away(struct ctx *cx)
{
    struct hopes all;

    return hope_list(cx, &all) && all.n > 0 &&
           hope_move(cx, all.at[0].id, HOPE_AWAY);
}

/* What a peer wrote beside her words, and she has not said yes to. */
static bool no_comment_any_more(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM voice_comment WHERE person = $1"
                                 " AND answer = 0");

    db_put_int(q, town.denise.v);
    return db_end(q);
}

/* The ask that Ruth types with her, and that she has not said yes to. */
static bool another_ask_typed(struct ctx *cx)
{
    struct ask_drafts all;

    return ask_drafts(cx, &all) && all.n > 0 &&
           ask_draft_write(cx, &all.at[0], "A bench at the door.",
                           all.at[0].said.hash);
}

/* To Luis alone; who leads sees one more, and whose it is nowhere. */
static bool another_ask(struct ctx *cx)
{
    struct said s = {.words = "A lock that is mine alone", .due = DATE_NONE};
    struct ladder_wish w;

    for (int i = 0; i < ASK_STEPS; i++) {
        w.when[i] = i == STEP_CASE_MANAGER ? WHEN_NOW : WHEN_NEVER;
        w.day[i] = DATE_NONE;
    }
    return ask_make(cx, &s, &w);
}

/* It is about Karen, and for Dolores. */
static bool another_grievance(struct ctx *cx)
{
    struct grievance g = {
        .account = {.happened = "I was shouted at", .want = "That it ends"}};
    struct persons lead;
    const struct person *dolores = NULL;

    if (!people_staff(cx, town.program, ROLE_BIT(ROLE_SUPERVISOR), &lead))
        return false;
    for (size_t i = 0; i < lead.n; i++)
        if (person_same(lead.at[i].id, town.actor[SUPERVISOR].person))
            *LIST_PUSH(cx->mem, &g.about) = lead.at[i];
        else
            dolores = &lead.at[i];
    return dolores && g.about.n == 1 && grievance_make(cx, &g, dolores->id);
}

static bool another_side(struct ctx *cx)
{
    struct opening o = opening_blank(town.denise);
    struct said s;
    struct side v;

    o.side.mean = "I am afraid of the stairs";
    o.side.other = town.actor[CASE_MANAGER].person;
    return opening_save(cx, &o) && sides_offered(cx, o.id, &s, &v) &&
           sides_approve(cx, o.id, s.hash);
}

/* The one of today. */
static bool meeting_today(struct ctx *cx, struct meeting *out)
{
    struct meetings all;

    cx->actor = &town.actor[OWN_PEER];
    const bool read = meeting_list_mine(cx, &all);
    cx->actor = &town.actor[HERSELF];
    *out = (struct meeting){0};
    for (size_t i = 0; read && i < all.n; i++)
        if (day_of(all.at[i].at).days == day_of(cx->now).days)
            *out = all.at[i];
    return out->id != 0;
}

/* With Ruth to speak, and those named beside her who are called so. */
static bool says_yes_to(struct ctx *cx, const char *const *first, size_t n)
{
    struct meeting m;
    struct persons staff;
    struct word w = {.peer = town.actor[OWN_PEER].person,
                     .topics = {"My brother, and the bank"},
                     .voice = VOICE_PEER_READS,
                     .hear_day = DATE_NONE,
                     .until = TIME_NONE};

    for (int i = 1; i < TOPICS_MAX; i++)
        w.topics[i] = "";
    for (int i = 0; i < DONTS_MAX; i++)
        w.dont[i] = "";
    if (!people_staff(cx, town.program, ~0U, &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++)
        for (size_t c = 0; c < n; c++)
            if (strcmp(staff.at[i].first, first[c]) == 0)
                *LIST_PUSH(cx->mem, &w.named) = staff.at[i].id.v;
    return w.named.n == n && meeting_today(cx, &m) && word_give(cx, &m, &w);
}

static const char *const who_come[] = {"Luis", "Malik", "Nurse Okafor",
                                       "Dr. Meyer"};

/* She names one of those who come: nothing may be said there. */
static bool another_yes_too_few(struct ctx *cx)
{
    return says_yes_to(cx, who_come, 1);
}

static bool another_yes_to_a_meeting(struct ctx *cx)
{
    return says_yes_to(cx, who_come, 4);
}

/* To Luis alone. */
static bool another_statement(struct ctx *cx)
{
    return town_statement(cx, town.actor[CASE_MANAGER].person);
}

/* José's, while he is the one who types. */
#define HIS_PAGES                                       \
    "/with/{person}/visits/{visit}/prepare",            \
        "/with/{person}/visits/{visit}/prepare/{item}", \
        "/with/{person}/visits/{visit}/review", "/today", "/people/{person}"

#define HIS_HOPES "/people/{person}", "/people/{person}/hopes"

/* Who may know of a change, and on which pages; nobody else, and nowhere else.
 */
static const struct change {
    const char *words;
    bool (*make)(struct ctx *cx);
    size_t knows; /* a column; HERSELF: nobody else */
    const char *where[6];
} changes[] = {
    {"a day", another_day, HERSELF, {0}},
    {"an event", another_event, HERSELF, {0}},
    {"who is who", another_friend, HERSELF, {0}},
    {"her words", another_word, HERSELF, {0}},
    {"a decision", another_decision, HERSELF, {0}},
    {"a wish for company", another_wish, HERSELF, {0}},
    {"a note of hope taken away", another_hope_taken_away, HERSELF, {0}},
    {"what she wants in hard times", another_hard_word, HERSELF, {0}},
    {"a grievance about who leads", another_grievance, HERSELF, {0}},
    {"a yes that names too few", another_yes_too_few, HERSELF, {0}},
    {"what worries her about a choice", town_worry, HERSELF, {0}},
    {"a thing that helps her", town_helps, HERSELF, {0}},
    {"a hope, a step and another way", town_hope, HERSELF, {0}},
    /* NOBODY_KNOWS of them so far */
    {"a yes", another_yes, CASE_MANAGER, {"/read", "/opened/{person}"}},
    {"a thing that helps her, opened",
     town_helps_open,
     OWN_PEER,
     {"/people/{person}/helps"}},
    {"a question on a sheet",
     town_question,
     OWN_PEER,
     {"/people/{person}/thinking-over/{sheet}"}},
    {"a step for a hope that Ruth sees",
     town_step,
     OWN_PEER,
     {"/people/{person}/hopes", "/people/{person}/hopes/{goal}"}},
    {"a hope José types", town_hope_typed, HELPING_PEER, {HIS_HOPES}},
    {"an answer", another_answer, HELPING_PEER, {HIS_PAGES}},
    {"one more answer", one_more_answer, HELPING_PEER, {HIS_PAGES}},
    {"a line that is off", another_hidden_line, HELPING_PEER, {HIS_PAGES}},
    {"a reply", another_reply, HER_DOCTOR, {"/read/{page}"}},
    {"a comment she has not said yes to",
     no_comment_any_more,
     OWN_PEER,
     {"/words/{words}/comment", "/people/{person}"}},
    {"an ask", another_ask, CASE_MANAGER, {"/read", "/asked"}},
    {"a side of hers", another_side, CASE_MANAGER, {"/read"}},
    {"a yes to a meeting",
     another_yes_to_a_meeting,
     OWN_PEER,
     {"/meetings/{meeting}", "/meetings/{meeting}/paper",
      "/meetings/{meeting}/{person}"}},
    {"a statement", another_statement, CASE_MANAGER, {"/read"}},
    {"an ask she has not said yes to",
     another_ask_typed,
     OWN_PEER,
     {"/people/{person}/asks/{draft}"}},
    /* Pain 13: who leads, or stands in, sees no private note of a peer. */
    {"what a peer keeps", another_hard_day, OWN_PEER, {"/contacts/log"}},
    {"what she asks her peer alone",
     another_call_for_support,
     OWN_PEER,
     {"/be-there", "/today", "/people/{person}"}},
};

static void make_change(struct ctx *cx, const struct change *c)
{
    const struct actor *was = cx->actor;

    cr_assert(db_begin(cx));
    cx->actor = &town.actor[HERSELF];
    cr_assert(c->make(cx), "%s: %s", c->words, cx->err.text);
    cx->actor = was;
    cr_assert(db_commit(cx));
}

static size_t differs_at(const struct seen *a, const struct seen *b)
{
    size_t i = 0;

    while (i < a->body_n && i < b->body_n && a->body[i] == b->body[i])
        i++;
    return i > 60 ? i - 60 : 0;
}

static bool same(const struct seen *a, const struct seen *b)
{
    return a->status == b->status && strcmp(a->headers, b->headers) == 0 &&
           a->body_n == b->body_n && memcmp(a->body, b->body, a->body_n) == 0;
}

static bool may_show(const struct change *c, const struct seen *s)
{
    /* Who leads sees that there is one more, and not whose. */
    if (c->make == another_ask && s->column == SUPERVISOR &&
        strcmp(s->route->path, "/today") == 0)
        return true;
    if (s->column != c->knows)
        return false;
    for (size_t i = 0; i < sizeof c->where / sizeof *c->where; i++)
        if (c->where[i] && strcmp(c->where[i], s->route->path) == 0)
            return true;
    return false;
}

/* How many of those that may show it do. */
static size_t hold_same(const struct look *was, const struct look *is,
                        const struct change *c)
{
    size_t shown = 0;

    cr_assert_eq(was->n, is->n);
    for (size_t i = 0; i < was->n; i++) {
        const struct seen *a = &was->at[i], *b = &is->at[i];
        if (same(a, b))
            continue;
        const size_t at = differs_at(a, b);
        shown++;
        cr_assert(may_show(c, a),
                  "%s shows in %s to the column \"%s\" (%d, %d):\n%s%.200s\n"
                  "%s%.200s",
                  c->words, a->route->path, columns[a->column].words, a->status,
                  b->status, a->headers, a->body + at, b->headers,
                  b->body + at);
    }
    return shown;
}

static void look_after(struct ctx *cx, const struct look *was, size_t first,
                       size_t n)
{
    static struct look is;

    town_fresh(cx);
    for (size_t i = first; i < first + n; i++)
        make_change(cx, &changes[i]);
    look_at_all(cx, was, &is);
    /* Where it may show, it does: the look would see it. */
    cr_assert((hold_same(was, &is, &changes[first]) > 0) ==
                  (changes[first].where[0] != NULL),
              "%s", changes[first].words);
}

TEST(access, what_is_withheld_shows_nowhere)
{
    static struct look was;
    size_t read = 0;

    town_begin(cx);
    look_at_all(cx, NULL, &was);
    for (size_t i = 0; i < was.n; i++)
        read += was.at[i].status == 200;
    cr_assert_gt(read, 50, "%zu", read);
    /* Those that nobody may know are made together: together too they show
     * nowhere. */
    look_after(cx, &was, 0, NOBODY_KNOWS);
    for (size_t i = NOBODY_KNOWS; i < sizeof changes / sizeof *changes; i++)
        look_after(cx, &was, i, 1);
    town_end(cx);
}

/* The pages would differ if they could: what one may know does show. */
TEST(access, what_is_open_shows_at_once)
{
    struct browser b = {.cx = cx, .actor = &town.actor[HELPING_PEER]};
    static const char path[] = "/with/{person}/visits/{visit}/prepare/{item}";

    town_begin(cx);
    browse(&b, town_path(cx, path));
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(strstr(b.body, "To be awake by noon"), "%s", b.body);
    town_end(cx);
}

/* She ends it again and again, and the next request never shows it. */
TEST(access, what_she_ended_is_gone_at_the_next_request)
{
    struct browser she = {.cx = cx, .actor = &town.actor[HERSELF]};
    struct browser he = {.cx = cx, .actor = &town.actor[HELPING_PEER]};

    town_begin(cx);
    const char *mode = town_path(cx, "/me/visits/{visit}/mode");
    const char *typing =
        town_path(cx, "/with/{person}/visits/{visit}/prepare/want");
    const char *types = arena_fmt(cx->mem, "types=%lld",
                                  (long long)town.actor[HELPING_PEER].person.v);
    for (int i = 0; i < 50; i++) {
        browse_form(&she, mode, types);
        browse(&he, typing);
        cr_assert_eq(he.status, 200);
        browse_form(&she, mode, "mode=alone");
        browse(&he, typing);
        cr_assert_eq(he.status, 404, "%d", i);
        cr_assert(!strstr(he.body, "awake by noon"));
        browse_form(&he, typing, "want=x");
        cr_assert_eq(he.status, 404);
    }
    town_end(cx);
}
