/* What is withheld shows nowhere: when something of Denise's that others may
 * not know changes, every page of everybody else stays the same, byte for byte.
 * Source: pains.md 5, security.md 8 (8). */
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "between/between.h"
#include "db/db.h"
#include "frame/browser.h"
#include "page/commitment.h"
#include "people/people.h"
#include "sharing/permission.h"
#include "visits/after.h"
#include "visits/company.h"
#include "visits/prep.h"
#include "visits/words.h"
#include "web/web.h"

enum { PAGES_MAX = 1200 };

struct seen {
    const char *path;
    size_t column;
    int status;
    const char *body;
};

struct look {
    struct seen at[PAGES_MAX];
    size_t n;
};

/* The form ids made by chance are the only bytes that may differ. */
static const char *without_chance(struct ctx *cx, const char *body)
{
    static const char mark[] = "name=\"once\" value=\"";
    char *s = arena_dup(cx->mem, body);

    for (char *at = s; (at = strstr(at, mark));) {
        at += sizeof mark - 1;
        memset(at, '.', strcspn(at, "\""));
    }
    return s;
}

static void look_as(struct ctx *cx, const char *path, size_t column,
                    struct look *out)
{
    struct browser b = {
        .cx = cx, .actor = &town.actor[column], .shell = web_shell};
    struct seen *s = &out->at[out->n++];

    cr_assert_lt(out->n, PAGES_MAX);
    browse(&b, path);
    *s = (struct seen){path, column, b.status, without_chance(cx, b.body)};
}

/* Every page there is, as everybody but her. Those of sign-in have ids of their
 * own and hold nothing of anybody. */
static void look_at_all(struct ctx *cx, struct look *out)
{
    out->n = 0;
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++) {
            if (r->method != GET || r->asset || r->before)
                continue;
            for (size_t i = 0; i < COLUMNS; i++)
                if (i != HERSELF)
                    look_as(cx, town_path(cx, r->path), i, out);
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

static bool another_answer(struct ctx *cx)
{
    static const char *const said[] = {
        "That nobody hears what I said about my brother"};
    const struct answer_new a = {.link_id = "want", .values = said, .n = 1};
    struct prep p;

    /* She types again herself: first that nobody else does. */
    return prep_for(cx, town.denise, coming(cx), &p) &&
           prep_set_mode(cx, &p, PREP_ALONE, (struct person_id){0}) &&
           answer_put(cx, &p, &a);
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
    return circle_add(cx, town.denise, "Sister Agnes", "who prays with me");
}

static bool another_word(struct ctx *cx)
{
    return words_put(cx, town.denise, "I want to be left in peace");
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
    struct reply r = {.words = "I will ask about your brother"};
    struct query *q =
        db_sql(cx, "SELECT MAX(id) FROM page_sheet WHERE person = $1");

    db_put_int(q, town.denise.v);
    if (db_row(q))
        r.page = db_get_int(q);
    cx->actor = &town.actor[HER_DOCTOR];
    return db_end(q) && reply_add(cx, &r, 1);
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

static const struct change {
    const char *words;
    bool (*make)(struct ctx *cx);
    size_t knows; /* a column that may see it; HERSELF: nobody else */
} changes[] = {
    {"an answer", another_answer, HELPING_PEER},
    {"a day", another_day, HERSELF},
    {"an event", another_event, HERSELF},
    {"who is who", another_friend, HERSELF},
    {"her words", another_word, HERSELF},
    {"a decision", another_decision, HERSELF},
    {"a wish for company", another_wish, HERSELF},
    {"a reply", another_reply, HER_DOCTOR},
    {"a yes to someone", another_yes, CASE_MANAGER},
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

static size_t differs_at(const char *a, const char *b)
{
    size_t i = 0;

    while (a[i] && a[i] == b[i])
        i++;
    return i > 60 ? i - 60 : 0;
}

static void hold_same(const struct look *was, const struct look *is,
                      const struct change *c)
{
    cr_assert_eq(was->n, is->n);
    for (size_t i = 0; i < was->n; i++) {
        const struct seen *a = &was->at[i], *b = &is->at[i];
        if (a->column == c->knows)
            continue;
        const size_t at = differs_at(a->body, b->body);
        cr_assert(
            a->status == b->status && strcmp(a->body, b->body) == 0,
            "%s shows in %s to the column \"%s\" (%d, %d):\n%.200s\n%.200s",
            c->words, a->path, columns[a->column].words, a->status, b->status,
            a->body + at, b->body + at);
    }
}

TEST(access, what_is_withheld_shows_nowhere)
{
    static struct look was, is;
    size_t read = 0;

    if (db_is_server(cx->db))
        return;
    town_begin(cx);
    look_at_all(cx, &was);
    for (size_t i = 0; i < was.n; i++)
        read += was.at[i].status == 200;
    cr_assert_gt(read, 50, "%zu", read);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        town_fresh(cx);
        make_change(cx, &changes[i]);
        look_at_all(cx, &is);
        hold_same(&was, &is, &changes[i]);
    }
    town_end(cx);
}

/* The pages would differ if they could: what one may know does show. */
TEST(access, what_is_open_shows_at_once)
{
    struct browser b = {.cx = cx, .actor = &town.actor[HELPING_PEER]};
    static const char path[] = "/with/{person}/visits/{visit}/prepare/{item}";

    if (db_is_server(cx->db))
        return;
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

    if (db_is_server(cx->db))
        return;
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
