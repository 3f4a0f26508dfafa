#include "frame/module.h"
#include "role/keep.h"
#include "role/pages.h"

enum {
    TEAM = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR) |
           ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER)
};

static const struct capability capabilities[] = {
    {"role.own", ROLE_BIT(ROLE_PERSON), "See what a peer does and never does."},
    {"role.team", TEAM, "See what a peer does, and say that one has read it."},
    {"role.told",
     ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
         ROLE_BIT(ROLE_CASE_MANAGER),
     "Be told that what a peer does has changed, until one has read it."},
    {"role.peer", ROLE_BIT(ROLE_PEER),
     "Say that something is not a peer's to do."},
    {"role.council",
     ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR),
     "On the council: see how often peers were asked for more."},
    {"role.talk", ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_PERSON),
     "See how far medicine is talked about."},
    {"role.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Change what a peer does; see how often peers were asked for more."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 45, "role.own", my_role_panel},
    {"peer.today", 11, "role.told", card_news_panel},
    {"peer.today", 20, "role.peer", not_mine_panel},
    {"staff.today", 12, "role.lead", asked_panel},
    {"reader.list", 6, "role.told", card_news_panel},
    {"reader.list", 40, "role.team", team_role_panel},
    {"council.sums", 10, "role.council", council_asked_panel},
    {"visits.talk", 10, "role.talk", talk_panel},
    {0},
};

#define CARD(verb, where, can, does, shows, name)                             \
    {                                                                         \
        .method = (verb), .path = "/role" where, .may = (can), .run = (does), \
        .again = (shows), .title = (name), .place = "/"                       \
    }

static const struct route routes[] = {
    {.method = GET,
     .path = "/me/role",
     .may = "role.own",
     .run = my_role_page,
     .title = N_("What a peer does")},
    {.method = POST,
     .path = "/me/role/read",
     .may = "role.own",
     .run = my_role_read_form,
     .title = N_("What a peer does")},
    CARD(GET, "", "role.team", role_page, NULL, N_("What a peer does")),
    CARD(POST, "/read", "role.team", role_read_form, NULL,
         N_("What a peer does")),
    CARD(POST, "/talk", "role.peer", role_talk_form, role_page,
         N_("What a peer does")),
    CARD(GET, "/change", "role.lead", role_change_page, NULL,
         N_("Change the card")),
    CARD(POST, "/change", "role.lead", role_change_form, role_change_page,
         N_("Change the card")),
    CARD(GET, "/not-mine", "role.peer", not_mine_page, NULL,
         N_("Not mine to do")),
    CARD(POST, "/not-mine", "role.peer", not_mine_form, not_mine_page,
         N_("Not mine to do")),
    CARD(POST, "/not-mine/{asked}/back", "role.peer", not_mine_back_form, NULL,
         N_("Not mine to do")),
    CARD(GET, "/sorts", "role.lead", sorts_page, NULL,
         N_("What is no peer's task")),
    CARD(POST, "/sorts", "role.lead", sort_add_form, sorts_page,
         N_("What is no peer's task")),
    CARD(POST, "/sorts/{sort}", "role.lead", sort_rename_form, sorts_page,
         N_("What is no peer's task")),
    CARD(POST, "/sorts/{sort}/remove", "role.lead", sort_remove_form,
         sorts_page, N_("What is no peer's task")),
    CARD(GET, "/asked", "role.lead", asked_of_us_page, NULL,
         N_("Not mine to do")),
    {0},
};

extern const struct module role_module;
const struct module role_module = {
    .name = "role",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = role_export,
    .erase_person = role_erase,
};
