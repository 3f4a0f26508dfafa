#include "frame/module.h"
#include "between/between_pages.h"
#include "between/keep.h"

static const struct capability capabilities[] = {
    {"between.own", ROLE_BIT(ROLE_PERSON),
     "Keep one's own days between visits."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 10, "between.own", between_draw},
    {0},
};

#define MINE(verb, where, does, shows, name)                                 \
    {                                                                        \
        .method = (verb), .path = "/me/between" where, .may = "between.own", \
        .run = (does), .again = (shows), .title = (name)                     \
    }

static const struct route routes[] = {
    MINE(GET, "", between_get, NULL, N_("Between visits")),
    MINE(POST, "", between_post, between_get, N_("Between visits")),
    MINE(POST, "/undo", between_undo_post, NULL, N_("Between visits")),
    MINE(GET, "/lines", between_lines_get, NULL, N_("My lines")),
    MINE(POST, "/lines", between_lines_post, between_lines_get, N_("My lines")),
    MINE(POST, "/lines/{line}/stop", between_line_stop_post, NULL,
         N_("My lines")),
    MINE(POST, "/events", between_event_post, between_get,
         N_("Between visits")),
    MINE(POST, "/events/{event}/remove", between_event_remove_post, NULL,
         N_("Between visits")),
    MINE(POST, "/events/{event}/restore", between_event_restore_post, NULL,
         N_("Between visits")),
    {0},
};

extern const struct module between_module;
const struct module between_module = {
    .name = "between",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = between_export,
    .erase_person = between_erase,
};
