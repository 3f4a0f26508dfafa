#include "frame/module.h"

#include "hopes/keep.h"
#include "hopes/pages.h"
#include "sharing/named.h"

static const struct capability capabilities[] = {
    {"hopes.own", ROLE_BIT(ROLE_PERSON),
     "Keep one's own hopes, in one's own words, and what moved."},
    {"hopes.near", ROLE_BIT(ROLE_PEER),
     "See the hopes somebody opened, and offer what one noticed."},
    {"hopes.team", ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
     "Say what one hopes for somebody, apart from their own."},
    {"hopes.shelf", ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR),
     "Keep the shelf of ways to go."},
    {"hopes.count", ROLE_BIT(ROLE_SUPERVISOR),
     "See how many are moving, and never who."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 33, "hopes.own", goals_link_panel},
    {"peer.person", 14, "hopes.near", near_goals_panel},
    {"peer.today", 14, "hopes.near", kept_panel},
    {"reader.list", 41, "hopes.team", team_hopes_panel},
    {"staff.today", 17, "hopes.count", moving_panel},
    {0},
};

#define MINE(verb, where, does, shows, says)                             \
    {                                                                    \
        .method = (verb), .path = "/me/hopes" where, .may = "hopes.own", \
        .run = (does), .again = (shows), .title = (says)                 \
    }

/* A peer's, about one person: their words are not kept as a draft. */
#define NEAR(verb, where, does, shows)                                \
    {                                                                 \
        .method = (verb), .path = "/people/{person}/hopes" where,     \
        .may = "hopes.near", .run = (does), .again = (shows),         \
        .title = N_("What they hope for"), .no_draft = (verb) == POST \
    }

static const struct route routes[] = {
    MINE(GET, "", goals_page, NULL, N_("My hopes")),
    MINE(POST, "", goal_new_form, goal_new_page, N_("Write down a hope")),
    MINE(GET, "/new", goal_new_page, NULL, N_("Write down a hope")),
    MINE(GET, "/rest", goals_rest_page, NULL, N_("Hopes that rest")),
    MINE(POST, "/steps", step_form, goals_page, N_("My hopes")),
    MINE(POST, "/moves/{move}", move_form, NULL, N_("My hopes")),
    MINE(GET, "/noticed/{move}", noticed_page, NULL, N_("What was noticed")),
    MINE(POST, "/noticed/{move}", noticed_form, noticed_page,
         N_("What was noticed")),
    MINE(GET, "/typed/{typed}", typed_get_page, NULL,
         N_("Is this what I hope for?")),
    MINE(POST, "/typed/{typed}", typed_form, typed_get_page,
         N_("Is this what I hope for?")),
    MINE(POST, "/theirs/{theirs}", theirs_away_form, NULL, N_("My hopes")),
    MINE(GET, "/{goal}", goal_page, NULL, N_("A hope of mine")),
    MINE(POST, "/{goal}/steps", step_form, goal_page, N_("A hope of mine")),
    MINE(GET, "/{goal}/change", goal_change_page, NULL, N_("A hope of mine")),
    MINE(POST, "/{goal}/state", goal_state_form, NULL, N_("A hope of mine")),
    MINE(POST, "/{goal}/keep", goal_keep_form, goal_change_page,
         N_("A hope of mine")),
    MINE(POST, "/{goal}/open", goal_open_form, goal_change_page,
         N_("A hope of mine")),
    MINE(POST, "/{goal}/words", goal_words_form, goal_change_page,
         N_("A hope of mine")),
    MINE(POST, "/{goal}/heart", goal_heart_form, goal_change_page,
         N_("A hope of mine")),
    MINE(POST, "/{goal}/review", goal_review_form, goal_change_page,
         N_("A hope of mine")),
    MINE(GET, "/{goal}/shift", shift_page, NULL,
         N_("I see something in a new way")),
    MINE(POST, "/{goal}/shift", shift_form, shift_page,
         N_("I see something in a new way")),
    MINE(GET, "/{goal}/miles", miles_page, NULL,
         N_("Something others count, too")),
    MINE(POST, "/{goal}/miles", mile_form, miles_page,
         N_("Something others count, too")),
    MINE(GET, "/{goal}/far", far_page, NULL, N_("How far I've come")),
    MINE(GET, "/{goal}/path", path_page, NULL, N_("Change the path")),
    MINE(POST, "/{goal}/path", path_form, path_page, N_("Change the path")),
    MINE(POST, "/{goal}/ways", other_way_form, path_page,
         N_("Change the path")),
    MINE(POST, "/{goal}/choose", choose_form, path_page, N_("Change the path")),
    NEAR(GET, "", near_goals_page, NULL),
    NEAR(POST, "", near_theirs_form, near_goals_page),
    NEAR(POST, "/theirs/{theirs}", near_theirs_back_form, NULL),
    NEAR(GET, "/typed/{typed}", near_typed_page, NULL),
    NEAR(POST, "/typed/{typed}", near_typed_form, near_typed_page),
    NEAR(GET, "/{goal}", near_goal_page, NULL),
    NEAR(POST, "/{goal}/noticed", near_noticed_form, near_goal_page),
    NEAR(POST, "/{goal}/words", near_words_form, near_goal_page),
    NEAR(POST, "/{goal}/ways", near_other_form, near_goal_page),
    NEAR(POST, "/{goal}/payer", near_payer_form, near_goal_page),
    {.method = GET,
     .path = "/other-ways",
     .may = "hopes.shelf",
     .run = ways_shelf_page,
     .title = N_("The shelf of ways"),
     .place = "/today"},
    {.method = POST,
     .path = "/other-ways",
     .may = "hopes.shelf",
     .run = ways_shelf_form,
     .again = ways_shelf_page,
     .title = N_("The shelf of ways"),
     .place = "/today"},
    {.method = POST,
     .path = "/other-ways/{way}",
     .may = "hopes.shelf",
     .run = ways_down_form,
     .title = N_("The shelf of ways"),
     .place = "/today"},
    {.method = GET,
     .path = "/team-hopes",
     .may = "hopes.team",
     .run = team_hopes_page,
     .place = "/",
     .title = N_("What I hope for someone")},
    {.method = POST,
     .path = "/team-hopes",
     .may = "hopes.team",
     .run = team_hopes_form,
     .again = team_hopes_page,
     .place = "/",
     .no_draft = true,
     .title = N_("What I hope for someone")},
    {.method = POST,
     .path = "/team-hopes/{theirs}/back",
     .may = "hopes.team",
     .run = team_hopes_back_form,
     .place = "/",
     .title = N_("What I hope for someone")},
    {0},
};

static const struct listener listeners[] = {{SHARING_NAMED, goal_name}, {0}};

extern const struct module hopes_module;
const struct module hopes_module = {
    .name = "hopes",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .listeners = listeners,
    .export_person = hopes_export,
    .erase_person = hopes_erase,
};
