#include "frame/module.h"

#include "crisis/keep.h"
#include "crisis/pages.h"

static const struct capability capabilities[] = {
    {"crisis.own", ROLE_BIT(ROLE_PERSON),
     "Say what one wants when it gets very hard, and who may open it then."},
    {"crisis.near", ROLE_BIT(ROLE_PEER),
     "Open for a day what somebody wants when it is hard, if they said so, and "
     "write down that one was there."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 2, "crisis.own", hard_told_panel},
    {"me.times", 10, "crisis.own", my_hard_panel},
    {"me.sharing", 30, "crisis.own", hard_sharing_panel},
    {"me.sees", 30, "crisis.own", hard_sees_panel},
    {"peer.people", 20, "crisis.near", offered_panel},
    {"peer.person", 9, "crisis.near", near_hard_panel},
    {0},
};

#define MINE(verb, where, does, shows)                                         \
    {                                                                          \
        .method = (verb), .path = "/me/hard-times" where, .may = "crisis.own", \
        .run = (does), .again = (shows),                                       \
        .title = N_("When it gets very hard"), .place = "/me"                  \
    }

/* A peer's, about one person: their words are not kept as a draft. */
#define NEAR(verb, where, does, shows)                                        \
    {                                                                         \
        .method = (verb), .path = where, .may = "crisis.near", .run = (does), \
        .again = (shows), .title = N_("When it is hard"), .place = "/people", \
        .no_draft = (verb) == POST                                            \
    }

static const struct route routes[] = {
    MINE(GET, "", hard_page, NULL),
    MINE(POST, "", hard_form, hard_page),
    MINE(POST, "/open", hard_open_form, hard_page),
    MINE(POST, "/away", hard_away_form, NULL),
    MINE(GET, "/{there}", wanted_page, NULL),
    MINE(POST, "/{there}", wanted_form, wanted_page),
    NEAR(GET, "/hard-times", offered_page, NULL),
    NEAR(GET, "/people/{person}/hard-times", near_hard_page, NULL),
    NEAR(POST, "/people/{person}/hard-times", near_there_form, near_hard_page),
    NEAR(POST, "/people/{person}/hard-times/open", near_look_form, NULL),
    {0},
};

extern const struct module crisis_module;
const struct module crisis_module = {
    .name = "crisis",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = crisis_export,
    .erase_person = crisis_erase,
};
