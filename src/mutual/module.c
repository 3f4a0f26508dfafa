#include "frame/module.h"
#include "mutual/keep.h"
#include "mutual/pages.h"

static const struct capability capabilities[] = {
    {"mutual.own", ROLE_BIT(ROLE_PERSON),
     "Agree on something with one's peer, and keep notes of hope or not."},
    {"mutual.near", ROLE_BIT(ROLE_PEER),
     "Agree on something with somebody one walks with, and leave hope."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 4, "mutual.own", hope_new_panel},
    {"me.home", 31, "mutual.own", my_agreed_panel},
    {"peer.today", 10, "mutual.near", agreed_waiting_panel},
    {"peer.person", 8, "mutual.near", two_of_us_panel},
    {0},
};

#define MINE(verb, where, does, shows, says)                        \
    {                                                               \
        .method = (verb), .path = "/me" where, .may = "mutual.own", \
        .run = (does), .again = (shows), .title = (says)            \
    }

/* A peer's, about one person: their words are not kept as a draft. */
#define OURS(verb, where, does, shows, says)                   \
    {                                                          \
        .method = (verb), .path = "/people/{person}" where,    \
        .may = "mutual.near", .run = (does), .again = (shows), \
        .title = (says), .no_draft = (verb) == POST            \
    }

static const struct route routes[] = {
    MINE(GET, "/agreed", agreed_list_page, NULL, N_("What we agreed")),
    MINE(GET, "/agreed/{peer}", agreed_page, NULL, N_("What we agreed")),
    MINE(POST, "/agreed/{peer}", agreed_form, agreed_page,
         N_("What we agreed")),
    MINE(POST, "/agreed/{peer}/yes", agreed_yes_form, agreed_page,
         N_("What we agreed")),
    MINE(POST, "/agreed/{peer}/back", agreed_back_form, NULL,
         N_("What we agreed")),
    MINE(GET, "/hope", hope_page, NULL, N_("Hope held for me")),
    MINE(POST, "/hope", hope_set_form, NULL, N_("Hope held for me")),
    MINE(POST, "/hope/{note}", hope_move_form, NULL, N_("Hope held for me")),
    OURS(GET, "/agreed", agreed_page, NULL, N_("What we agreed")),
    OURS(POST, "/agreed", agreed_form, agreed_page, N_("What we agreed")),
    OURS(POST, "/agreed/yes", agreed_yes_form, agreed_page,
         N_("What we agreed")),
    OURS(POST, "/agreed/back", agreed_back_form, NULL, N_("What we agreed")),
    OURS(GET, "/hope", hope_leave_page, NULL, N_("Hope I'm holding for you")),
    OURS(POST, "/hope", hope_leave_form, hope_leave_page,
         N_("Hope I'm holding for you")),
    OURS(POST, "/hope/{note}/back", hope_back_form, NULL,
         N_("Hope I'm holding for you")),
    {0},
};

extern const struct module mutual_module;
const struct module mutual_module = {
    .name = "mutual",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = mutual_export,
    .erase_person = mutual_erase,
};
