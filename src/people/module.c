#include "frame/module.h"

#include "people/people_int.h"

static const struct capability capabilities[] = {
    {"people.own", ROLE_BIT(ROLE_PERSON),
     "See one's own peer, and keep one's own list of who is who."},
    {0},
};

#define CIRCLE(verb, where, does, shows)                                   \
    {                                                                      \
        .method = (verb), .path = "/me/circle" where, .may = "people.own", \
        .run = (does), .again = (shows), .title = N_("Who is who for me"), \
        .place = "/me"                                                     \
    }

static const struct route routes[] = {
    CIRCLE(GET, "", circle_page, NULL),
    CIRCLE(POST, "", circle_add_form, circle_page),
    CIRCLE(GET, "/{line}", circle_line_page, NULL),
    CIRCLE(POST, "/{line}", circle_change_form, circle_line_page),
    CIRCLE(POST, "/{line}/shut", circle_shut_form, NULL),
    CIRCLE(POST, "/{line}/end", circle_end_form, NULL),
    {0},
};

static const struct panel panels[] = {
    {"me.home", 30, "people.own", my_peer_panel},
    {0},
};

static const struct setting settings[] = {
    {.name = "words.persons.en",
     .value = "people",
     .words = "What the agency calls those it walks with: people, members."},
    {.name = "words.persons.es",
     .value = "personas",
     .words = "The same in Spanish."},
    {.name = "words.all_persons.es",
     .value = "las personas",
     .words = "All of them, with the article: las personas, los miembros."},
    {.name = "words.person.en",
     .value = "person",
     .words = "What the agency calls one of them: person, member."},
    {.name = "words.person.es",
     .value = "persona",
     .words = "The same in Spanish."},
    {0},
};

extern const struct module people_module;
const struct module people_module = {
    .name = "people",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .commands = people_commands,
    .settings = settings,
    .export_person = people_export,
    .erase_person = people_erase,
};
