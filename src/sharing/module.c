#include "frame/module.h"

#include "people/people.h"
#include "sharing/glass.h"
#include "sharing/pages.h"
#include "sharing/permission.h"

static const struct capability capabilities[] = {
    {"sharing.own", ROLE_BIT(ROLE_PERSON),
     "See and change who can see what, and read who saw it."},
    {"sharing.glass", GLASS_ROLES,
     "With a second one, open how to reach a colleague in an emergency."},
    {"sharing.near", ROLE_BIT(ROLE_PEER), "See whom one walks with."},
    {0},
};

#define GLASS(verb, where, does, shows)                                        \
    {                                                                          \
        .method = (verb), .path = "/glass" where, .may = "sharing.glass",      \
        .run = (does), .again = (shows), .place = "/",                         \
        .title = N_("A colleague in an emergency"), .no_draft = (verb) == POST \
    }

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
     .title = N_("Who saw my things"),
     .place = "/me/sharing"},
    {.method = GET,
     .path = "/me/copy",
     .may = "sharing.own",
     .run = copy_page,
     .title = N_("My copy"),
     .place = "/me/sharing"},
    {.method = GET,
     .path = "/me/copy/my-copy.json",
     .may = "sharing.own",
     .run = copy_file,
     .title = N_("My copy"),
     .before = copy_gather,
     .pool = POOL_WORK},
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
    GLASS(GET, "", glass_page, NULL),
    GLASS(POST, "", glass_ask_form, glass_page),
    GLASS(GET, "/{glass}", glass_one_page, NULL),
    GLASS(POST, "/{glass}/agree", glass_agree_form, NULL),
    GLASS(POST, "/{glass}/end", glass_end_form, NULL),
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
    {ROLE_BIT(ROLE_PERSON), 50, N_("Who sees"), "/me/sharing", "eye", NULL},
    {ROLE_BIT(ROLE_PEER), 20, N_("People"), "/people", "users",
     word_persons_title},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 1, "sharing.own", glass_home_panel},
    {"me.home", 40, "sharing.own", who_sees_panel},
    {"me.seen", 10, "sharing.own", glass_seen_panel},
    {"me.sees", 40, "sharing.own", glass_sees_panel},
    {"me.sharing", 40, "sharing.own", glass_sharing_panel},
    {"staff.today", 40, "sharing.glass", glass_panel},
    {0},
};

static const struct listener listeners[] = {{PEER_LEFT, permission_peer_left},
                                            {0}};

extern const struct module sharing_module;
const struct module sharing_module = {
    .name = "sharing",
    .capabilities = capabilities,
    .routes = routes,
    .places = places,
    .panels = panels,
    .listeners = listeners,
    .export_person = sharing_export,
    .erase_person = sharing_erase,
};
