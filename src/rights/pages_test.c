/* Asked as a browser asks: whom it is about, and those who were not chosen. */
#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "rights/grievance.h"

enum { NOT_THERE = 999999 };

struct house {
    struct town t;
    struct person_id karen, dolores;
    struct said_id id; /* about Karen, told to Dolores */
};

static struct house make(struct ctx *cx)
{
    struct house h = {.t = town_make(cx)};
    struct grievance g = {
        .account = {.happened = "She read my mail aloud.", .want = ""}};
    struct person karen;

    cr_assert(settings_load(cx, NULL));
    h.karen = town_add(cx, h.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    h.dolores = town_add(cx, h.t.program, ROLE_SUPERVISOR, "Dolores Vega");
    town_act(cx, &h.t, h.t.denise, ROLE_PERSON);
    cr_assert(person_get(cx, h.karen, &karen));
    *LIST_PUSH(cx->mem, &g.about) = karen;
    cr_assert(grievance_make(cx, &g, h.dolores), "%s", cx->err.text);
    h.id = g.said.id;
    cr_assert(db_commit(cx));
    return h;
}

static struct browser as(struct ctx *cx, const struct house *h,
                         struct person_id who, enum role role)
{
    town_act(cx, &h->t, who, role);
    return (struct browser){.cx = cx, .actor = cx->actor};
}

static const char *at(struct ctx *cx, const char *before, int64_t id,
                      const char *after)
{
    return arena_fmt(cx->mem, "%s%lld%s", before, (long long)id, after);
}

/* What an answer is, to the byte, its own address and keys aside. */
static const char *answer(struct browser *b, const char *path,
                          const char *fields)
{
    if (fields)
        browse_form(b, path, fields);
    else
        browse(b, path);
    return arena_fmt(b->cx->mem, "%d|%s|%s", b->status, b->location, b->body);
}

/* R47: to whom it is about it is, to the byte, what does not exist. */
TEST(rights_pages, whom_it_is_about_gets_the_bytes_of_what_does_not_exist)
{
    struct house h = make(cx);
    static const struct {
        const char *before, *after, *fields;
    } ways[] = {{"/rights/told/", "", NULL},
                {"/rights/told/", "", "version=1&words=I+see"},
                {"/rights/told/", "", "version=1&words="},
                {"/me/rights/", "", NULL},
                {"/me/rights/", "/paper", NULL},
                {"/me/rights/", "/give", "to=1"},
                {"/me/rights/", "/end", "act=stop"},
                {"/people/", "", NULL}};
    const struct {
        struct person_id id;
        enum role role;
    } who[] = {{h.karen, ROLE_SUPERVISOR},
               {h.t.ruth, ROLE_PEER},
               {h.t.luis, ROLE_CASE_MANAGER},
               {h.t.ana, ROLE_PERSON}};

    for (size_t i = 0; i < sizeof who / sizeof *who; i++) {
        struct browser b = as(cx, &h, who[i].id, who[i].role);
        for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
            const char *it =
                answer(&b, at(cx, ways[w].before, h.id.v, ways[w].after),
                       ways[w].fields);
            cr_assert(b.status == 404 || b.status == 403, "%s", it);
            cr_assert_str_eq(
                it, answer(&b, at(cx, ways[w].before, NOT_THERE, ways[w].after),
                           ways[w].fields));
        }
        browse(&b, "/rights/told");
        cr_assert_not(strstr(b.body, "/rights/told/"), "%s", b.body);
        browse(&b, "/today");
        cr_assert_not(strstr(b.body, "/rights/told"), "%s", b.body);
        cr_assert_not(strstr(b.body, "about rights"), "%s", b.body);
    }
}

TEST(rights_pages, who_was_chosen_finds_it_on_program_today_without_a_word)
{
    struct house h = make(cx);
    struct browser b = as(cx, &h, h.dolores, ROLE_SUPERVISOR);

    browse(&b, "/today");
    cr_assert(strstr(b.body, at(cx, "/rights/told/", h.id.v, "")));
    cr_assert_not(strstr(b.body, "my mail"), "no client text");
    cr_assert_not(strstr(b.body, "Denise"));
    browse(&b, at(cx, "/rights/told/", h.id.v, ""));
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(strstr(b.body, "She read my mail aloud."));
    cr_assert(strstr(b.body, "Karen"));
}

TEST(rights_pages, a_mistake_loses_nothing_that_was_typed_or_ticked)
{
    struct house h = make(cx);
    struct browser b = as(cx, &h, h.t.denise, ROLE_PERSON);

    browse_form(&b, "/me/rights",
                arena_fmt(cx->mem,
                          "happened=No+knock&want=A+knock&about-%lld=1&to=%lld"
                          "&formal=1&program=1",
                          (long long)h.karen.v, (long long)h.karen.v));
    cr_assert_eq(b.status, 422, "%s", b.body);
    cr_assert(strstr(b.body, "It is about Karen"), "%s", b.body);
    cr_assert(strstr(b.body, "Still here: Ruth, Dolores."), "%s", b.body);
    cr_assert(strstr(b.body, "No knock") && strstr(b.body, "A knock"));
    cr_assert(strstr(b.body, at(cx, "name=\"about-", h.karen.v,
                                "\" value=\"1\" checked")),
              "%s", b.body);
    cr_assert(strstr(b.body, "name=\"formal\" value=\"1\" checked"));
}

TEST(rights_pages, the_page_of_rights_needs_no_sign_in)
{
    struct browser b = {.cx = cx};

    (void)make(cx);
    browse(&b, "/rights");
    cr_assert_eq(b.status, 200);
    cr_assert(strstr(b.body, "Protection and Advocacy"));
    cr_assert_not(strstr(b.body, "/rights/keep"));
    b.lang = LANG_ES;
    browse(&b, "/rights");
    cr_assert(strstr(b.body, "Con lo que puedo contar"), "%s", b.body);
}
