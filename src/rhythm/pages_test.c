/* What her own pages say while nobody walks with her. */
#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "rhythm/two_test.h"

static const char nobody[] = "Nobody walks with me yet";

static struct browser as(struct ctx *cx, const struct town *t,
                         struct person_id who)
{
    cr_assert(settings_load(cx, NULL));
    town_act(cx, t, who, ROLE_PERSON);
    cr_assert(db_commit(cx));
    return (struct browser){.cx = cx, .actor = cx->actor};
}

static bool says(struct browser *b, const char *path, const char *words)
{
    browse(b, path);
    cr_assert_eq(b->status, 200, "%s", b->body);
    return strstr(b->body, words) != NULL;
}

TEST(rhythm_pages, without_a_peer_none_is_made_up_and_no_form_asks_for_one)
{
    static const char *const paths[] = {"/me/times/add", "/me/times/rhythm",
                                        "/me/reach"};
    const struct town t = town_make(cx);
    struct browser b = as(cx, &t, t.ana);

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        cr_assert(says(&b, paths[i], nobody), "%s", b.body);
        cr_assert_null(strstr(b.body, "y peer s"), "%s", b.body);
        cr_assert_null(strstr(b.body, "my peer says"), "%s", b.body);
    }
    cr_assert_null(strstr(b.body, "Hello, this is"), "%s", b.body);
    cr_assert_not_null(strstr(b.body, "action=\"/me/reach\""));
    cr_assert(!says(&b, "/me/times/add", "name=\"date\""), "%s", b.body);
    cr_assert(!says(&b, "/me/times/rhythm", "name=\"first\""), "%s", b.body);
    browse_form(&b, "/me/times/add", "date=2026-12-01&time=10%3A00");
    cr_assert_eq(b.status, 422);
}

TEST(rhythm_pages, who_has_a_peer_meets_that_peer_there)
{
    const struct town t = town_make(cx);
    struct browser b = as(cx, &t, t.denise);

    cr_assert(says(&b, "/me/reach", "Hello, this is Ruth."), "%s", b.body);
    cr_assert_null(strstr(b.body, nobody));
    cr_assert(says(&b, "/me/times/add", "My peer sees it at once"));
    cr_assert_not_null(strstr(b.body, "name=\"date\""));
    cr_assert_null(strstr(b.body, nobody));
}
