/* What she chose for the board, where she reads who can see what. */
#include "visits/board.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"
#include "people/town_test.h"

static const char alone[] = "Nobody else here can see my things.";
static const char not_alone[] = "Nobody else here can see more than that.";

static bool says(struct browser *b, const char *path, const char *words)
{
    browse(b, path);
    cr_assert_eq(b->status, 200, "%s", b->body);
    return strstr(b->body, words) != NULL;
}

/* Denise, who chose this. */
static struct browser denise(struct ctx *cx, enum board_shown shown)
{
    struct town t = town_make(cx);

    cr_assert(settings_load(cx, NULL));
    town_act(cx, &t, t.denise, ROLE_PERSON);
    if (shown != BOARD_NOT_SAID)
        cr_assert(board_put(cx, t.denise, shown), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    return (struct browser){.cx = cx, .actor = cx->actor};
}

static void nobody_else(struct browser *b)
{
    cr_assert(says(b, "/me/sharing", alone), "%s", b->body);
    cr_assert_null(strstr(b->body, not_alone));
    cr_assert(!says(b, "/me/sharing", "Every peer here"));
    cr_assert(!says(b, "/me", "Every peer here"));
}

static void every_peer(struct browser *b, const char *what, const char *short_)
{
    cr_assert(says(b, "/me/sharing", not_alone), "%s", b->body);
    cr_assert_null(strstr(b->body, alone));
    cr_assert(strstr(b->body, what), "%s", b->body);
    cr_assert(strstr(b->body, "href=\"/me/board\""));
    cr_assert(says(b, "/me", "Every peer here"));
    cr_assert(strstr(b->body, short_), "%s", b->body);
}

TEST(visits_board, who_sees_says_nobody_else_while_she_has_not_chosen)
{
    struct browser b = denise(cx, BOARD_NOT_SAID);

    nobody_else(&b);
}

TEST(visits_board, who_sees_says_nobody_else_when_she_is_off_it)
{
    struct browser b = denise(cx, BOARD_OFF);

    nobody_else(&b);
}

TEST(visits_board, who_sees_names_every_peer_who_sees_her_name)
{
    struct browser b = denise(cx, BOARD_NAME);

    every_peer(&b, "my first name and one letter",
               "On the board: my first name, one letter");
}

TEST(visits_board, who_sees_names_every_peer_who_sees_her_card)
{
    struct browser b = denise(cx, BOARD_CARD);

    every_peer(&b, "the number of my card, 101, and not my name",
               "On the board: my card number");
}
