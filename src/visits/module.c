#include "frame/module.h"
#include "store/store.h"
#include "visits/between_pages.h"
#include "visits/keep.h"
#include "visits/set_commands.h"
#include "visits/set_store.h"

static bool fill(struct ctx *cx, const void *what)
{
    (void)what;
    return set_install_shipped(cx);
}

static const struct capability capabilities[] = {
    {"visits.own", ROLE_BIT(ROLE_PERSON),
     "Prepare one's own visits, and keep one's own days between them."},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/me/between",
     .may = "visits.own",
     .run = between_get,
     .title = N_("Between visits")},
    {.method = POST,
     .path = "/me/between",
     .may = "visits.own",
     .run = between_post,
     .again = between_get,
     .title = N_("Between visits")},
    {.method = POST,
     .path = "/me/between/undo",
     .may = "visits.own",
     .run = between_undo_post,
     .title = N_("Between visits")},
    {.method = GET,
     .path = "/me/between/lines",
     .may = "visits.own",
     .run = between_lines_get,
     .title = N_("My lines")},
    {.method = POST,
     .path = "/me/between/lines",
     .may = "visits.own",
     .run = between_lines_post,
     .again = between_lines_get,
     .title = N_("My lines")},
    {.method = POST,
     .path = "/me/between/lines/{line}/stop",
     .may = "visits.own",
     .run = between_line_stop_post,
     .title = N_("My lines")},
    {.method = POST,
     .path = "/me/between/events",
     .may = "visits.own",
     .run = between_event_post,
     .again = between_get,
     .title = N_("Between visits")},
    {.method = POST,
     .path = "/me/between/events/{event}/remove",
     .may = "visits.own",
     .run = between_event_remove_post,
     .title = N_("Between visits")},
    {.method = POST,
     .path = "/me/between/events/{event}/restore",
     .may = "visits.own",
     .run = between_event_restore_post,
     .title = N_("Between visits")},
    {0},
};

static bool export_person(struct ctx *cx, struct person_id p,
                          struct json_out *w)
{
    return between_export(cx, p, w) && page_export(cx, p, w);
}

static bool erase_person(struct ctx *cx, struct person_id p)
{
    return page_erase(cx, p) && between_erase(cx, p);
}

static const struct listener listeners[] = {{STORE_FILLED, fill}, {0}};

static const struct command commands[] = {
    {"questions add", "FILE", "Add a question set, and use it from now on.",
     set_add_command, true,
     "FILE is a FHIR R4 Questionnaire; \"-\" reads standard input.\n"
     "src/visits/sets/README.md says what may stand in it. Visits that are\n"
     "being prepared keep the questions they began with.\n"},
    {"questions check", "FILE", "Say what is wrong with a question set.",
     set_check_command, false, "Nothing is kept.\n"},
    {"questions list", "", "All question sets, and which are in use.",
     set_list_command, true,
     "Number, kind of visit, version, day it was added, in use, url.\n"},
    {"questions show", "NUMBER", "Print the file of a question set.",
     set_show_command, true, "To begin one's own from.\n"},
    {"questions use", "NUMBER", "Use a question set that was added before.",
     set_use_command, true, NULL},
    {0},
};

extern const struct module visits_module;
const struct module visits_module = {
    .name = "visits",
    .capabilities = capabilities,
    .routes = routes,
    .commands = commands,
    .listeners = listeners,
    .export_person = export_person,
    .erase_person = erase_person,
};
