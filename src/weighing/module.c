#include "frame/module.h"

#include "weighing/keep.h"
#include "weighing/pages.h"

static const struct capability capabilities[] = {
    {"weighing.own", ROLE_BIT(ROLE_PERSON),
     "Think a choice over, and take one's questions to a visit."},
    {"weighing.beside", ROLE_BIT(ROLE_PEER),
     "Sit beside somebody who thinks a choice over, and type, if they ask."},
    {0},
};

static const struct panel panels[] = {
    {"me.visits", 10, "weighing.own", sheets_visits_panel},
    {"visits.questions", 10, "weighing.own", sheets_questions_panel},
    {"peer.person", 12, "weighing.beside", sheet_beside_panel},
    {0},
};

/* Bytes of a sheet with every field full, in any script. */
enum { FULL = 96 * 1024 };

#define MINE(verb, where, does, shows, name)                     \
    {                                                            \
        .method = (verb), .path = "/me/thinking-over" where,     \
        .may = "weighing.own", .run = (does), .again = (shows),  \
        .title = (name), .place = "/me/visits", .body_max = FULL \
    }

/* A peer's, about one person: their words are not kept as a draft. */
#define BESIDE(verb, does, shows)                                  \
    {                                                              \
        .method = (verb),                                          \
        .path = "/people/{person}/thinking-over/"                  \
                "{sheet}",                                         \
        .may = "weighing.beside", .run = (does), .again = (shows), \
        .body_max = FULL, .title = N_("Typing together"),          \
        .no_draft = (verb) == POST, .place = "/people"             \
    }

static const struct route routes[] = {
    MINE(GET, "", sheets_page, NULL, N_("What I am thinking over")),
    MINE(GET, "/new", sheet_new_page, NULL, N_("What I am thinking over")),
    MINE(POST, "/new", sheet_new_form, sheet_new_page,
         N_("What I am thinking over")),
    MINE(GET, "/{sheet}", sheet_page, NULL, N_("What I am thinking over")),
    MINE(GET, "/{sheet}/write", sheet_write_page, NULL,
         N_("What I am thinking over")),
    MINE(POST, "/{sheet}/write", sheet_write_form, sheet_write_page,
         N_("What I am thinking over")),
    MINE(GET, "/{sheet}/paper", sheet_paper, NULL, N_("For paper")),
    MINE(POST, "/{sheet}/yes", sheet_yes_form, NULL,
         N_("What I am thinking over")),
    MINE(POST, "/{sheet}/no", sheet_no_form, NULL,
         N_("What I am thinking over")),
    MINE(POST, "/{sheet}/visit", sheet_visit_form, sheet_page,
         N_("What I am thinking over")),
    MINE(POST, "/{sheet}/beside", sheet_beside_form, sheet_page,
         N_("What I am thinking over")),
    MINE(POST, "/{sheet}/away", sheet_away_form, NULL,
         N_("What I am thinking over")),
    BESIDE(GET, sheet_type_page, NULL),
    BESIDE(POST, sheet_type_form, sheet_type_page),
    {0},
};

extern const struct module weighing_module;
const struct module weighing_module = {
    .name = "weighing",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = weighing_export,
    .erase_person = weighing_erase,
};
