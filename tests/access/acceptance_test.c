/* Acceptance tests 6 and 7 of the product's law (domain.md 6), through the
 * pages. Source: 42 CFR 2.31 and 2.32; R43, R81, R83. */
#include <stdlib.h>
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "role/talk.h"
#include "voice/consent.h"

static const char *page(struct ctx *cx, size_t who, const char *path)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};

    browse(&b, town_path(cx, path));
    cr_assert_eq(b.status, 200, "%s: %d", path, b.status);
    return arena_dup_n(cx->mem, b.body, b.body_n);
}

static void post(struct ctx *cx, size_t who, const char *path,
                 const char *fields)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};

    browse_form(&b, town_path(cx, path), fields);
    cr_assert_eq(b.status, 303, "%s: %d %s", path, b.status, b.body);
}

/* A term and what stands beside it. */
static void element(struct ctx *cx, const char *paper, const char *term,
                    const char *says)
{
    const char *line = arena_fmt(cx->mem, "<dt>%s</dt><dd>%s</dd>", term, says);

    cr_assert(strstr(paper, line), "%s is not on\n%s", line, paper);
}

/* "Began using again" from a Part 2 unit: no delivery without a consent; what
 * is printed carries Statement 1, and each element of the scope (2.8, 2.31(a)).
 */
TEST(acceptance, test_6_words_of_a_part_2_unit_carry_statement_and_scope)
{
    town_begin(cx);
    post(cx, KEEPER, "/part2", arena_fmt(cx->mem, "part2=%d", PART2_YES));
    struct browser b = {.cx = cx, .actor = &town.actor[CASE_MANAGER]};
    browse(&b, town_path(cx, "/words/{words}/paper"));
    cr_assert_neq(b.status, 200, "without a consent");
    const struct date ends = {day_of(cx->now).days + 30};
    post(cx, HERSELF, "/me/say/{words}/consent",
         arena_fmt(cx->mem, "signature=Denise+Carter&until=%s",
                   date_iso(cx->mem, ends)));
    const char *paper = page(cx, CASE_MANAGER, "/words/{words}/paper");
    cr_assert(strstr(paper,
                     "This record which has been disclosed to you is "
                     "protected by Federal confidentiality rules (42 CFR part "
                     "2). These rules prohibit you from using or disclosing "
                     "this record, or testimony"),
              "%s", paper);
    element(cx, paper, "Whose words", "Denise Carter");
    element(cx, paper, "Who may give them", "Riverside Peer Program (made up)");
    element(cx, paper, "What",
            "Own words, in full, as approved on October 4, 2026. Nothing "
            "else.");
    element(cx, paper, "To whom", "Luis Ortega");
    element(cx, paper, "What for", "At the request of the person.");
    element(cx, paper, "Right to take it back",
            "At any time, on this page or in writing to the program. It then "
            "ends at once. What somebody did before that, because they "
            "trusted it, cannot be undone.");
    element(cx, paper, "Ends", "The end of November 12, 2026");
    element(cx, paper, "Signed", "Denise Carter, October 13, 2026");
    town_end(cx);
}

/* Who leads says how far medicine is talked about here. */
static void level(struct ctx *cx, enum talk talk)
{
    post(cx, SUPERVISOR, "/role/change",
         arena_fmt(cx->mem, "can=Walk&never=Push&ask=Drive&talk=%d", talk));
}

/* Her card, where she gets ready, what was decided, and the sheet on which she
 * thinks a choice over. */
static void offered(struct ctx *cx, const char *rule)
{
    static const char *const hers[] = {
        "/me/role", "/me/visits/{visit}/prepare?choose=1",
        "/me/visits/{visit}/after", "/me/thinking-over/{sheet}"};

    for (size_t i = 0; i < sizeof hers / sizeof *hers; i++) {
        const char *body = page(cx, HERSELF, hers[i]);
        cr_assert(strstr(body, rule), "%s: %s", hers[i], body);
        cr_assert(strstr(body, "Questions for my prescriber"), "%s", hers[i]);
    }
}

/* The questions on her sheet, brought to a visit: how many of them she wants to
 * ask there now. */
static int64_t brought(struct ctx *cx)
{
    const char *visit = town_path(cx, "/{visit}") + 1;

    post(cx, HERSELF, "/me/thinking-over/{sheet}/visit",
         arena_fmt(cx->mem, "visit=%s", visit));
    struct query *q = db_sql(
        cx, "SELECT COUNT(*) FROM visits_answer a JOIN visits_prep p"
            " ON p.id = a.prep WHERE p.visit = $1 AND a.link_id = 'ask'");
    db_put_int(q, strtoll(visit, NULL, 10));
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

/* Ruth sits beside her with the sheet as far as the rule goes. */
static void beside(struct ctx *cx, int status, const char *shows,
                   const char *shows_not)
{
    static const char path[] = "/people/{person}/thinking-over/{sheet}";
    struct browser b = {.cx = cx, .actor = &town.actor[OWN_PEER]};

    browse(&b, town_path(cx, path));
    cr_assert_eq(b.status, status, "%d", b.status);
    cr_assert(!shows || strstr(b.body, shows), "%s", b.body);
    cr_assert(!strstr(b.body, shows_not), "%s", b.body);
    browse_form(&b, town_path(cx, path), "ask-3=What+now&matters=Money");
    cr_assert_eq(b.status, status == 200 ? 303 : status);
}

/* No talk about medicine: her sheet, and what is decided on, still offer the
 * questions for her prescriber, and no peer is beside her with it. */
TEST(acceptance, test_7_no_medication_talk_and_her_questions_are_offered)
{
    static const char none[] = "Ruth and I do not talk about medicine here.";

    town_begin(cx);
    level(cx, TALK_QUESTIONS);
    offered(cx, "Ruth can help me with my own questions about medicine.");
    beside(cx, 200, "awake by noon?", "To sing on Sundays");
    cr_assert(strstr(page(cx, OWN_PEER, "/role"), "Help with the person"));
    level(cx, TALK_NONE);
    offered(cx, none);
    const char *ruths = page(cx, OWN_PEER, "/role");
    cr_assert(strstr(ruths, "You and the people you walk with do not talk "
                            "about medicine."));
    cr_assert(strstr(ruths, "Questions for their prescriber"));
    cr_assert(strstr(page(cx, HERSELF, "/me/next/questions"),
                     "What I am thinking over"));
    beside(cx, 404, NULL, "awake by noon?");
    cr_assert_eq(brought(cx), 1);
    /* The stricter of both: a peer cannot open what the program closed. */
    post(cx, OWN_PEER, "/role/talk", arena_fmt(cx->mem, "talk=%d", TALK_OPEN));
    offered(cx, none);
    beside(cx, 404, NULL, "awake by noon?");
    level(cx, TALK_OPEN);
    beside(cx, 200, "To sing on Sundays", "Nothing is here");
    town_end(cx);
}

static bool is_shown(struct ctx *cx, const char *topic)
{
    return strstr(page(cx, NOBODY, "/groups/{group}"), topic);
}

/* Ruth says what the group she leads is about next; refused, with a sentence
 * that says what can be, and nothing of it is on the page. */
static void cannot_be(struct ctx *cx, const char *fields)
{
    struct browser b = {.cx = cx, .actor = &town.actor[OWN_PEER]};

    browse_form(&b, town_path(cx, "/groups/work/{group}/{day}/topic"), fields);
    cr_assert_eq(b.status, 422, "%s", fields);
    cr_assert(strstr(b.body, "Groups here do not talk about medicine, so this "
                             "cannot be shown. What can be: each takes their "
                             "own questions to their prescriber"),
              "%s", b.body);
    cr_assert_not(is_shown(cx, "oming off"));
}

/* The other half of 7: no talk about medicine, and a group has no topic "coming
 * off", whatever who writes says of it; where it is open, it has. */
TEST(acceptance, test_7_no_medication_talk_and_no_topic_coming_off)
{
    static const char off[] = "topic=Coming+off&about=2";
    static const char path[] = "/groups/work/{group}/{day}/topic";

    town_begin(cx);
    level(cx, TALK_NONE);
    cannot_be(cx, off);
    cannot_be(cx, "topic=coming+off&about=1");
    cannot_be(cx, "topic=coming+off&about=0");
    level(cx, TALK_OPEN);
    post(cx, OWN_PEER, path, off);
    cr_assert(is_shown(cx, "Topic: Coming off"));
    /* Stricter again: what was published is a topic no longer. */
    level(cx, TALK_NONE);
    cr_assert_not(is_shown(cx, "Coming off"));
    level(cx, TALK_QUESTIONS);
    cr_assert_not(is_shown(cx, "Coming off"));
    level(cx, TALK_OPEN);
    cr_assert(is_shown(cx, "Coming off"));
    /* Or one of both peers says less. */
    post(cx, HELPING_PEER, "/role/talk",
         arena_fmt(cx->mem, "talk=%d", TALK_NONE));
    cr_assert_not(is_shown(cx, "Coming off"), "José steps in for it");
    town_end(cx);
}
