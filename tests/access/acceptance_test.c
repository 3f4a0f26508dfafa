/* Acceptance tests 1, 6, 7, 8 and 13 of docs/sources.md, through the pages.
 * Source: 42 CFR 2.31 and 2.32; R1, R5, R34, R39 to R41, R43, R81, R83, R99. */
#include <stdlib.h>
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/module.h"
#include "people/people.h"
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
    cr_assert(
        strstr(page(cx, OWN_PEER, "/role"), "Help with their own questions"));
    level(cx, TALK_NONE);
    offered(cx, none);
    const char *ruths = page(cx, OWN_PEER, "/role");
    cr_assert(strstr(ruths, "You and those you walk with do not talk "
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

/* --- 13 --- */

static const char lived[] = "quetzalcoatlus was mine too";

/* Ruth's vault, and something in each drawer of it. */
static void ruths_vault(struct ctx *cx, struct browser *ruth)
{
    static const struct {
        const char *path, *fields;
    } puts[] = {
        {"/vault/make", "password=heron+lantern+gravel"
                        "&again=heron+lantern+gravel&understood=1"},
        {"/deck/cards/12", "goes=1&general=quetzalcoatlus+was+mine+too"},
        {"/deck/shared", "domain=12&depth=1&asked=0&helped=0&count=1"},
        {"/deck/shared/held", "domain=12&why=3&count=1"},
        {"/down", "how=0&words=quetzalcoatlus+was+mine+too"},
        {"/plan", "call=quetzalcoatlus+was+mine+too"},
        {"/portfolio", "strengths=quetzalcoatlus+was+mine+too"}};

    *ruth = (struct browser){
        .cx = cx,
        .actor = &town.actor[OWN_PEER],
        .cookie = arena_fmt(cx->mem, "beside=%s", random_token(cx->mem))};
    for (size_t i = 0; i < sizeof puts / sizeof *puts; i++) {
        browse_form(ruth, puts[i].path, puts[i].fields);
        cr_assert_eq(ruth->status, 303, "%s: %d %s", puts[i].path, ruth->status,
                     ruth->body);
    }
    browse(ruth, "/vault/all");
    cr_assert(strstr(ruth->body, lived), "its owner reads it");
}

static bool of_a_vault(const struct route *r)
{
    static const char *const theirs[] = {"vault.own", "deck.own", "rest.own"};

    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
        if (strcmp(r->may, theirs[i]) == 0)
            return true;
    return false;
}

/* Whoever this is asks, with Ruth's own cookie in hand. */
static void asks_in_vain(const struct browser *ruth, size_t who,
                         const struct route *r)
{
    struct browser b = *ruth;

    b.actor = &town.actor[who];
    const char *path = town_path(b.cx, r->path);
    if (r->method == POST)
        browse_form(&b, path, "password=heron+lantern+gravel&sure=1");
    else
        browse(&b, path);
    cr_assert(!strstr(b.body, "quetzal"), "%s", path);
    if (b.actor->role != ROLE_PEER)
        cr_assert_eq(b.status, 403, "%s as %s: %d", path, columns[who].words,
                     b.status);
}

/* Nobody but its owner has any way to a vault: who leads and who keeps the
 * accounts are turned away on every route of it, a colleague finds her own; and
 * no row of the store, nor any page of all the program, holds a word of it. */
TEST(acceptance, test_13_nobody_else_has_a_way_to_a_vault)
{
    static const size_t others[] = {SUPERVISOR,   KEEPER,     HERSELF,
                                    CASE_MANAGER, HER_DOCTOR, HER_LINK,
                                    ANOTHER_PEER, FAR_PEER};
    struct browser ruth;
    size_t n = 0;

    town_begin(cx);
    ruths_vault(cx, &ruth);
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++) {
            if (!of_a_vault(r))
                continue;
            n++;
            for (size_t i = 0; i < sizeof others / sizeof *others; i++)
                asks_in_vain(&ruth, others[i], r);
        }
    cr_assert_geq(n, 25, "%zu routes", n);
    cr_assert(!strstr(town_rows(cx, cx->mem, false), "quetzal"));
    browse(&ruth, "/vault/all");
    cr_assert(strstr(ruth.body, lived), "and it is as it was");
    town_end(cx);
}

/* Every page that anybody can ask for, after it was put in. */
TEST(acceptance, test_13_no_page_of_anybody_holds_a_word_of_it)
{
    struct browser ruth;

    town_begin(cx);
    ruths_vault(cx, &ruth);
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++)
            for (size_t i = 0; r->method == GET && !r->asset && i < COLUMNS;
                 i++) {
                struct browser b = {.cx = cx, .actor = &town.actor[i]};
                browse(&b, town_path(cx, r->path));
                cr_assert(!memmem(b.body, b.body_n, "quetzal", 7), "%s as %s",
                          r->path, columns[i].words);
            }
    town_end(cx);
}

/* --- 1 and 8 --- */

/* Denise's hope of these words, on the page of its own. Owns: cx->mem. */
static const char *hope(struct ctx *cx, const char *words, const char *below)
{
    const char *list = page(cx, HERSELF, "/me/hopes");
    const char *at = strstr(list, words);
    static const char link[] = "href=\"/me/hopes/";

    cr_assert(at, "%s is not on\n%s", words, list);
    while (at > list && strncmp(at, link, sizeof link - 1) != 0)
        at--;
    return arena_fmt(cx->mem, "/me/hopes/%lld%s",
                     strtoll(at + sizeof link - 1, NULL, 10), below);
}

/* In three taps: the list, how big, keep. It is in the line, and she moves.
 */
TEST(acceptance, test_1_down_the_stairs_for_the_first_time_in_thirty_years)
{
    town_begin(cx);
    const char *one = hope(cx, "Go out more", "");
    const char *id = strrchr(one, '/') + 1;
    post(cx, HERSELF, "/me/hopes/steps",
         arena_fmt(cx->mem,
                   "goal=%s&words=walk+down+the+stairs&size=3&years=30&day=%s",
                   id, date_iso(cx->mem, day_of(cx->now))));
    const char *far = page(cx, HERSELF, hope(cx, "Go out more", "/far"));
    cr_assert(strstr(far, "walk down the stairs"), "%s", far);
    cr_assert(strstr(far, "Huge"));
    cr_assert(strstr(far, "The first time in 30 years"));
    town_end(cx);
}

/* "Be a nurse" goes on as another way: its words stay, its steps count. */
TEST(acceptance, test_8_nurse_goes_on_and_each_step_is_credited)
{
    town_begin(cx);
    const char *ways = hope(cx, "Be a nurse", "/ways");
    const char *choose = hope(cx, "Be a nurse", "/choose");
    post(cx, HERSELF, ways, "way=home+health+aide");
    post(cx, HERSELF, ways, "way=sit+with+people");
    const char *path = page(cx, HERSELF, hope(cx, "Be a nurse", "/path"));
    const char *at = strstr(path, "home health aide</legend>");
    cr_assert(at && (at = strstr(at, "name=\"way-")), "%s", path);
    post(cx, HERSELF, choose,
         arena_fmt(cx->mem, "way-%lld=1",
                   strtoll(at + strlen("name=\"way-"), NULL, 10)));
    const char *far = page(cx, HERSELF, hope(cx, "home health aide", "/far"));
    const char *wish = strstr(far, "Be a nurse"),
               *told = strstr(far, "told someone I wanted it"),
               *on = strstr(far, "The path went on:");
    cr_assert(wish && told && on, "%s", far);
    cr_assert(wish < told && told < on, "from the first wish to today");
    cr_assert(strstr(page(cx, HERSELF, "/me/hopes/rest"), "Be a nurse"));
    town_end(cx);
}

/* All that one of staff is shown, without the ids of forms, made by chance. */
static const char *all_pages(struct ctx *cx, size_t who)
{
    struct browser b = {.cx = cx, .actor = &town.actor[who]};
    struct buf all = buf_new(cx->mem, (size_t)1 << 24);

    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++) {
            if (r->method != GET || r->asset)
                continue;
            browse(&b, town_path(cx, r->path));
            char *s = arena_dup_n(cx->mem, b.body, b.body_n);
            for (char *at = s; (at = strstr(at, "name=\"once\" value=\""));) {
                at += strlen("name=\"once\" value=\"");
                memset(at, '.', strcspn(at, "\""));
            }
            buf_fmt(&all, "%s %d\n%s\n", r->path, b.status, s);
        }
    cr_assert(!all.full);
    return all.at;
}

static const size_t colleagues[] = {
    OWN_PEER,     HELPING_PEER, HER_DOCTOR, ANOTHER_DOCTOR,
    CASE_MANAGER, SUPERVISOR,   KEEPER,
};

/* Ruth walked with him before he worked here; that was never ended. */
static void was_walked_with(struct ctx *cx, struct person_id member)
{
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO people_peer (id, peer, member, since)"
                   " VALUES ($1, $2, $3, 1)");

    db_put_int(q, id);
    db_put_int(q, town.actor[OWN_PEER].person.v);
    db_put_int(q, member.v);
    cr_assert(db_end(q), "%s", cx->err.text);
}

/* A peer of the agency who is also served: no page of any colleague is another
 * by a byte, so no list and no search has them. */
TEST(acceptance, test_11_a_colleague_who_is_served_is_on_no_page)
{
    enum { ALL = sizeof colleagues / sizeof *colleagues };
    const char *before[ALL];

    town_begin(cx);
    for (size_t i = 0; i < ALL; i++)
        before[i] = all_pages(cx, colleagues[i]);
    town_fresh(cx);
    cr_assert(db_begin(cx));
    cr_assert(member_add(cx, town.actor[ANOTHER_PEER].person));
    was_walked_with(cx, town.actor[ANOTHER_PEER].person);
    cr_assert(db_commit(cx));
    for (size_t i = 0; i < ALL; i++)
        cr_assert_str_eq(before[i], all_pages(cx, colleagues[i]), "%s",
                         columns[colleagues[i]].words);
    town_end(cx);
}

/* And an attempt is shown to that person, and to nobody else. */
TEST(acceptance, test_11_an_attempt_is_shown_to_the_colleague)
{
    struct actor served;
    struct browser b = {.cx = cx};

    town_begin(cx);
    served = town.actor[ANOTHER_PEER];
    served.role = ROLE_PERSON;
    cr_assert(db_begin(cx));
    cr_assert(member_add(cx, served.person));
    cr_assert(db_commit(cx));
    b.actor = &town.actor[OWN_PEER];
    browse(&b, arena_fmt(cx->mem, "/people/%lld", (long long)served.person.v));
    cr_assert_eq(b.status, 404);
    const char *refused = arena_dup_n(cx->mem, b.body, b.body_n);
    browse(&b, "/people/999999999");
    cr_assert_str_eq(refused, b.body, "it looks as what does not exist");
    b.actor = &served;
    browse(&b, "/me/seen");
    cr_assert(strstr(b.body, "Ruth tried to open my first name. It stayed "
                             "closed."),
              "%s", b.body);
    cr_assert(strstr(page(cx, HERSELF, "/me/seen"), "Ruth tried") == NULL);
    town_end(cx);
}
