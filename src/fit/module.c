#include "frame/module.h"
#include "fit/keep.h"
#include "fit/pages.h"

static const struct capability capabilities[] = {
    {"fit.own", ROLE_BIT(ROLE_PERSON),
     "Say what one likes to talk of, and choose another peer."},
    {"fit.near", ROLE_BIT(ROLE_PEER),
     "See what both opened, and how much story somebody likes."},
    {"fit.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Make it so that somebody has another peer."},
    {0},
};

static const struct panel panels[] = {
    {"me.peer", 10, "fit.own", fit_mine_panel},
    {"peer.person", 19, "fit.near", fit_near_panel},
    {"staff.today", 0, "fit.lead", changes_panel},
    {0},
};

#define MINE(verb, where, does, shows, says)                     \
    {                                                            \
        .method = (verb), .path = "/me" where, .may = "fit.own", \
        .run = (does), .again = (shows), .title = (says)         \
    }

static const struct route routes[] = {
    MINE(GET, "/likes", likes_page, NULL, N_("What I like to talk of")),
    MINE(POST, "/likes", likes_form, likes_page, N_("What I like to talk of")),
    MINE(GET, "/peers", peers_page, NULL, N_("Choose another peer")),
    MINE(POST, "/peers", another_form, peers_page, N_("Choose another peer")),
    MINE(POST, "/peers/change/{change}/back", another_back_form, NULL,
         N_("Choose another peer")),
    {.method = POST,
     .path = "/people/{person}/not-that",
     .may = "fit.near",
     .run = not_that_form,
     .title = N_("What both opened")},
    {.method = GET,
     .path = "/peer-changes",
     .may = "fit.lead",
     .run = changes_page,
     .place = "/",
     .title = N_("Who wants another peer")},
    {.method = POST,
     .path = "/peer-changes/{change}",
     .may = "fit.lead",
     .run = another_answer_form,
     .place = "/",
     .again = changes_page,
     .title = N_("Who wants another peer")},
    {0},
};

extern const struct module fit_module;
const struct module fit_module = {
    .name = "fit",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = fit_export,
    .erase_person = fit_erase,
};
