#include "frame/module.h"
#include "between/keep.h"
#include "between/pages.h"

static const struct capability capabilities[] = {
    {"between.own", ROLE_BIT(ROLE_PERSON),
     "Keep one's own days between visits."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 10, "between.own", between_panel},
    {0},
};

#define MINE(verb, where, does, shows, name)                                 \
    {                                                                        \
        .method = (verb), .path = "/me/between" where, .may = "between.own", \
        .run = (does), .again = (shows), .title = (name)                     \
    }

static const struct route routes[] = {
    MINE(GET, "", between_page, NULL, N_("Between visits")),
    MINE(POST, "", between_form, between_page, N_("Between visits")),
    MINE(POST, "/undo", between_undo_form, NULL, N_("Between visits")),
    MINE(GET, "/lines", between_lines_page, NULL, N_("My lines")),
    MINE(POST, "/lines", between_lines_form, between_lines_page,
         N_("My lines")),
    MINE(POST, "/lines/{line}/stop", between_line_stop_form, NULL,
         N_("My lines")),
    MINE(POST, "/events", between_event_form, between_page,
         N_("Between visits")),
    MINE(POST, "/events/{event}/remove", between_event_remove_form, NULL,
         N_("Between visits")),
    MINE(POST, "/events/{event}/restore", between_event_restore_form, NULL,
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
