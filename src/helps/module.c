#include "frame/module.h"

#include "helps/keep.h"
#include "helps/pages.h"

enum { LEAD = ROLE_BIT(ROLE_SUPERVISOR) };

static const struct capability capabilities[] = {
    {"helps.own", ROLE_BIT(ROLE_PERSON),
     "Keep what helps and small habits, and open one to one's peer."},
    {"helps.near", ROLE_BIT(ROLE_PEER),
     "Read what somebody opened of it, and walk a habit together."},
    {"helps.signed", ROLE_BIT(ROLE_PEER) | LEAD,
     "Read what peers signed of what helps them, and take one off."},
    {"helps.sign", ROLE_BIT(ROLE_PEER),
     "Sign what helps oneself, for people to copy."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 11, "helps.own", helps_home_panel},
    {"peer.person", 13, "helps.near", helps_near_panel},
    {"peer.today", 28, "helps.signed", signed_link_panel},
    {"staff.today", 27, "helps.signed", signed_link_panel},
    {"visits.helps", 10, "helps.own", helps_asked_panel},
    {"web.foot", 5, "helps.own", helps_foot_panel},
    {0},
};

#define MINE(verb, where, does, shows)                                 \
    {                                                                  \
        .method = (verb), .path = "/me" where, .may = "helps.own",     \
        .run = (does), .again = (shows), .title = N_("What helps me"), \
        .place = "/me"                                                 \
    }

#define HABIT(verb, where, does, shows)                                       \
    {                                                                         \
        .method = (verb), .path = "/me/habits" where, .may = "helps.own",     \
        .run = (does), .again = (shows), .title = N_("Small habits of mine"), \
        .place = "/me"                                                        \
    }

#define SIGNED(verb, where, can, does, shows)                             \
    {                                                                     \
        .method = (verb), .path = "/from-peers" where, .may = (can),      \
        .run = (does), .again = (shows), .title = N_("What helps peers"), \
        .place = "/"                                                      \
    }

static const struct route routes[] = {
    MINE(GET, "/helps", helps_page, NULL),
    MINE(GET, "/helps/new", help_new_page, NULL),
    MINE(POST, "/helps/new", help_new_form, help_new_page),
    MINE(GET, "/helps/{help}", help_page, NULL),
    MINE(POST, "/helps/{help}", help_save_form, help_page),
    MINE(POST, "/helps/{help}/used", help_used_form, NULL),
    MINE(POST, "/helps/{help}/open", help_open_form, help_page),
    MINE(POST, "/helps/{help}/away", help_away_form, NULL),
    MINE(GET, "/from-peers", signed_page, NULL),
    MINE(POST, "/from-peers/{signed}", signed_copy_form, NULL),
    HABIT(GET, "", habits_page, NULL),
    HABIT(GET, "/new", habit_new_page, NULL),
    HABIT(POST, "/new", habit_new_form, habit_new_page),
    HABIT(GET, "/{habit}", habit_page, NULL),
    HABIT(POST, "/{habit}", habit_form, habit_page),
    HABIT(POST, "/{habit}/check", habit_check_form, habit_page),
    HABIT(POST, "/{habit}/open", habit_open_form, habit_page),
    HABIT(POST, "/{habit}/away", habit_away_form, NULL),
    SIGNED(GET, "", "helps.signed", signed_page, NULL),
    SIGNED(POST, "", "helps.sign", signed_form, signed_page),
    SIGNED(POST, "/{signed}/off", "helps.signed", signed_off_form, NULL),
    {.method = GET,
     .path = "/people/{person}/helps",
     .may = "helps.near",
     .run = helps_near_page,
     .title = N_("What helps"),
     .place = "/people"},
    {.method = GET,
     .path = "/people/{person}/habits/{habit}",
     .may = "helps.near",
     .run = habit_near_page,
     .title = N_("A small habit"),
     .place = "/people"},
    {.method = POST,
     .path = "/people/{person}/habits/{habit}",
     .may = "helps.near",
     .run = habit_near_form,
     .title = N_("A small habit"),
     .no_draft = true,
     .place = "/people"},
    {0},
};

extern const struct module helps_module;
const struct module helps_module = {
    .name = "helps",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = helps_export,
    .erase_person = helps_erase,
};
