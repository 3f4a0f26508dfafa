/* The pages of groups, as a browser asks for them. */
#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "groups/group_day.h"
#include "people/town_test.h"

static struct group made(struct ctx *cx, const struct town *t,
                         struct person_id lead)
{
    struct group g = {.name = "Art group",
                      .plain = "Paint & paper.",
                      .likes = "You can just sit.",
                      .place = "The big table",
                      .way = "",
                      .agreed = "We clean up.",
                      .theme = THEME_ART,
                      .about = ABOUT_ELSE,
                      .from = day_of(cx->now),
                      .weekly = true,
                      .minute = 10 * 60,
                      .minutes = 60,
                      .lead = {.id = lead},
                      .backup = {.id = t->ruth}};

    town_act(cx, t, lead, ROLE_PEER);
    cr_assert(group_save(cx, &g), "%s", cx->err.text);
    cr_assert(group_show_me(cx, g.id, true));
    return g;
}

static const char *sees(struct ctx *cx, struct browser *b, const char *path)
{
    browse(b, path);
    cr_assert_eq(b->status, 200, "%s: %d", path, b->status);
    (void)cx;
    return b->body;
}

/* Nobody is signed in; a named peer is one who said so. */
TEST(groups, anybody_reads_the_calendar_and_posters) /* R27 */
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    struct group g = made(cx, &t, jose);
    struct browser b = {.cx = cx};

    cr_assert(settings_load(cx, NULL));
    cr_assert(db_commit(cx));
    const char *body = sees(cx, &b, "/groups");
    cr_assert(strstr(body, "October 2026") && strstr(body, "On now") &&
                  strstr(body, "Paint &amp; paper."),
              "%s", body);
    cr_assert_not(strstr(body, "Just count me"), "only for a person here");
    cr_assert(strstr(sees(cx, &b, "/groups?month=2026-11"), "November 2026"));
    cr_assert(strstr(sees(cx, &b, "/groups?month=1999-01"), "October 2026"));
    cr_assert(strstr(sees(cx, &b, "/groups/paper"), "The big table"));
    body = sees(cx, &b, arena_fmt(cx->mem, "/groups/%lld", (long long)g.id));
    cr_assert(strstr(body, "With Jose, a peer"), "%s", body);
    cr_assert_not(strstr(body, "Ruth"), "she has not said so");
    cr_assert(strstr(
        sees(cx, &b, arena_fmt(cx->mem, "/groups/%lld/paper", (long long)g.id)),
        "Each Tuesday"));
    browse(&b, "/groups/work");
    cr_assert_eq(b.status, 303, "to sign in");
}

TEST(groups, a_person_is_counted_and_told_so) /* R27; day 5.1, 13:30 */
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    const struct group g = made(cx, &t, jose);
    const struct actor denise = {.person = t.denise,
                                 .account = 1,
                                 .session = 5,
                                 .program = t.program,
                                 .role = ROLE_PERSON,
                                 .shared_device = true};
    struct browser b = {.cx = cx, .actor = &denise};
    const char *path =
        arena_fmt(cx->mem, "/groups/%lld/count", (long long)g.id);

    cr_assert(settings_load(cx, NULL));
    cr_assert(db_commit(cx));
    cr_assert(strstr(sees(cx, &b, "/groups"), "Just count me"));
    browse_form(&b, path, "");
    cr_assert_eq(b.status, 303, "%s", b.body);
    cr_assert(strstr(sees(cx, &b, b.location), "You are counted."));
    browse_form(&b, path, "");
    const struct actor peer = {.person = jose,
                               .account = 2,
                               .session = 6,
                               .program = t.program,
                               .role = ROLE_PEER};
    struct browser p = {.cx = cx, .actor = &peer};
    cr_assert(strstr(sees(cx, &p,
                          arena_fmt(cx->mem, "/groups/work/%lld/2026-10-13",
                                    (long long)g.id)),
                     "1 tapped \"just count me\"."),
              "%s", p.body);
    browse_form(&p, path, "");
    cr_assert_eq(p.status, 403, "a peer counts heads, and is none");
}

/* What was typed is there again, with the sentence. */
TEST(groups, a_topic_that_cannot_be_is_refused_kindly) /* R81 */
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    const struct group g = made(cx, &t, jose);
    const struct actor peer = {.person = jose,
                               .account = 2,
                               .session = 6,
                               .program = t.program,
                               .role = ROLE_PEER};
    struct browser p = {.cx = cx, .actor = &peer};
    const char *day = arena_fmt(cx->mem, "/groups/work/%lld/2026-10-20/topic",
                                (long long)g.id);

    cr_assert(talk_choose(cx, TALK_NONE));
    cr_assert(settings_load(cx, NULL));
    cr_assert(db_commit(cx));
    browse_form(&p, day, "topic=Coming+off&about=2");
    cr_assert_eq(p.status, 422);
    cr_assert(strstr(p.body, "value=\"Coming off\""));
    cr_assert(strstr(p.body, "questions to their prescriber"));
    browse_form(&p, day, "topic=The+bus");
    cr_assert(strstr(p.body, "Please say whether it is about medicine."));
    browse_form(&p, day, "topic=The+bus&about=0");
    cr_assert_eq(p.status, 303);
    browse(&p, "/groups/work/1/2026-10-20");
    cr_assert_eq(p.status, 404);
    browse(&p,
           arena_fmt(cx->mem, "/groups/work/%lld/2026-10-21", (long long)g.id));
    cr_assert_eq(p.status, 404, "it does not meet then");
}
