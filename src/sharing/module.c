#include "frame/module.h"

#include "sharing/pages_int.h"

static const struct capability capabilities[] = {
    {"sharing.own", ROLE_BIT(ROLE_PERSON),
     "see and change who can see what, and read who saw it"},
    {"sharing.near", ROLE_BIT(ROLE_PEER), "see whom one walks with"},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/me/sharing",
     .may = "sharing.own",
     .run = sharing_page,
     .title = N_("Who can see what")},
    {.method = GET,
     .path = "/me/sharing/new",
     .may = "sharing.own",
     .run = give_page,
     .title = N_("Say yes to someone")},
    {.method = POST,
     .path = "/me/sharing/check",
     .may = "sharing.own",
     .run = give_check_form,
     .again = give_page,
     .title = N_("Say yes to someone")},
    {.method = POST,
     .path = "/me/sharing",
     .may = "sharing.own",
     .run = give_form,
     .again = give_page,
     .title = N_("Say yes to someone")},
    {.method = POST,
     .path = "/me/sharing/{permission}/end",
     .may = "sharing.own",
     .run = sharing_end_form,
     .title = N_("Who can see what")},
    {.method = GET,
     .path = "/me/seen",
     .may = "sharing.own",
     .run = seen_page,
     .title = N_("Who saw my things")},
    {.method = GET,
     .path = "/people",
     .may = "sharing.near",
     .run = near_page,
     .title = N_("Whom I walk with")},
    {.method = GET,
     .path = "/people/{person}",
     .may = "sharing.near",
     .run = near_person_page,
     .title = N_("Whom I walk with")},
    {.method = POST,
     .path = "/people/{person}/code",
     .may = "sharing.near",
     .run = near_code_form,
     .title = N_("A code for the shared tablet")},
    {.method = GET,
     .path = "/l/{token}",
     .may = "public",
     .run = link_page,
     .title = N_("Someone wants to show you a page")},
    {.method = POST,
     .path = "/l/{token}",
     .may = "public",
     .run = link_form,
     .title = N_("Someone wants to show you a page")},
    {0},
};

static const struct bar_place places[] = {
    {ROLE_BIT(ROLE_PERSON), 50, N_("Who sees"), "/me/sharing", "eye"},
    {ROLE_BIT(ROLE_PEER), 20, N_("People"), "/people", "users"},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 40, "sharing.own", who_sees_panel},
    {0},
};

extern const struct module sharing_module;
const struct module sharing_module = {
    .name = "sharing",
    .capabilities = capabilities,
    .routes = routes,
    .places = places,
    .panels = panels,
    .export_person = sharing_export,
    .erase_person = sharing_erase,
};
