#include "frame/module.h"
#include "rights/pages.h"

static const struct capability capabilities[] = {
    {"rights.own", ROLE_BIT(ROLE_PERSON),
     "Say that one's rights were not respected, to whom, and end it."},
    {"rights.told", ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR),
     "Read and answer what was told to one about a person's rights."},
    {"rights.keep", ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_ADMIN),
     "Keep what the agency says of rights, and whom to call outside."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 19, "rights.own", rights_answered_panel},
    {"me.home", 44, "rights.own", my_rights_panel},
    {"peer.today", 1, "rights.told", told_panel},
    {"staff.today", 1, "rights.told", told_panel},
    {"web.foot", 11, "public", rights_foot_panel},
    {0},
};

#define MINE(verb, where, does, shows)                                     \
    {                                                                      \
        .method = (verb), .path = "/me/rights" where, .may = "rights.own", \
        .run = (does), .again = (shows), .title = N_("My rights")          \
    }
#define STAFF(verb, where, can, does, shows, name)                     \
    {                                                                  \
        .method = (verb), .path = "/rights" where, .may = (can),       \
        .run = (does), .again = (shows), .title = (name), .place = "/" \
    }

static const struct route routes[] = {
    {.method = GET,
     .path = "/rights",
     .may = "public",
     .run = rights_public_page,
     .title = N_("My rights"),
     .place = "/"},
    STAFF(GET, "/keep", "rights.keep", rights_keep_page, NULL,
          N_("What we say about rights")),
    STAFF(POST, "/keep", "rights.keep", rights_text_form, rights_keep_page,
          N_("What we say about rights")),
    STAFF(POST, "/keep/outside", "rights.keep", outside_form, rights_keep_page,
          N_("What we say about rights")),
    STAFF(POST, "/keep/outside/{outside}/remove", "rights.keep",
          outside_remove_form, NULL, N_("What we say about rights")),
    STAFF(GET, "/told", "rights.told", told_list_page, NULL,
          N_("Told to us about rights")),
    STAFF(GET, "/told/{thing}", "rights.told", told_one_page, NULL,
          N_("Told to us about rights")),
    STAFF(POST, "/told/{thing}", "rights.told", told_reply_form, told_one_page,
          N_("Told to us about rights")),
    MINE(GET, "", my_rights_page, NULL),
    MINE(GET, "/new", rights_new_page, NULL),
    MINE(POST, "", rights_new_form, rights_new_page),
    MINE(GET, "/{thing}", rights_one_page, NULL),
    MINE(GET, "/{thing}/paper", rights_paper_page, NULL),
    MINE(POST, "/{thing}/more", rights_more_form, rights_one_page),
    MINE(POST, "/{thing}/give", rights_give_form, rights_one_page),
    MINE(POST, "/{thing}/back/{reader}", rights_back_form, NULL),
    MINE(POST, "/{thing}/end", rights_end_form, rights_one_page),
    MINE(POST, "/{thing}/replies/{reply}", rights_right_form, rights_one_page),
    {0},
};

extern const struct module rights_module;
const struct module rights_module = {
    .name = "rights",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
};
