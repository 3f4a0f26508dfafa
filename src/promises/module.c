#include "frame/module.h"
#include "promises/pages.h"

enum {
    STAFF = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
            ROLE_BIT(ROLE_CASE_MANAGER) | ROLE_BIT(ROLE_SUPERVISOR)
};

static const struct capability capabilities[] = {
    {"promises.own", ROLE_BIT(ROLE_PERSON),
     "See who is doing what for one, and promise something."},
    {"promises.made", STAFF, "See what one promised, and say how it ended."},
    {"promises.near", ROLE_BIT(ROLE_PEER),
     "Promise something to somebody one walks with."},
    {"promises.count", ROLE_BIT(ROLE_SUPERVISOR),
     "See how many promises are late, never whose."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 25, "promises.own", my_promises_panel},
    {"peer.today", 0, "promises.made", due_promises_panel},
    {"peer.person", 5, "promises.near", near_promises_panel},
    {"reader.list", 10, "promises.made", due_promises_panel},
    {"staff.today", 3, "promises.made", due_promises_panel},
    {"staff.today", 5, "promises.count", late_promises_panel},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/me/promises",
     .may = "promises.own",
     .run = my_promises_page,
     .title = N_("Who is doing what for me")},
    {.method = POST,
     .path = "/me/promises",
     .may = "promises.own",
     .run = my_promise_form,
     .again = my_promises_page,
     .title = N_("Who is doing what for me")},
    {.method = POST,
     .path = "/me/promises/{promise}",
     .may = "promises.own",
     .run = my_promise_move_form,
     .again = my_promises_page,
     .title = N_("Who is doing what for me")},
    {.method = GET,
     .path = "/promised",
     .may = "promises.made",
     .run = promised_page,
     .place = "/",
     .title = N_("What I said I will do")},
    {.method = POST,
     .path = "/promised",
     .may = "promises.made",
     .run = promised_form,
     .place = "/",
     .again = promised_page,
     .title = N_("What I said I will do")},
    {.method = POST,
     .path = "/promised/{person}/{promise}",
     .may = "promises.made",
     .run = promised_move_form,
     .place = "/",
     .again = promised_page,
     .title = N_("What I said I will do")},
    {.method = GET,
     .path = "/people/{person}/promises",
     .may = "promises.near",
     .run = between_us_page,
     .title = N_("Our promises")},
    {.method = POST,
     .path = "/people/{person}/promises",
     .may = "promises.near",
     .run = between_us_form,
     .again = between_us_page,
     .title = N_("Our promises")},
    {.method = POST,
     .path = "/people/{person}/promises/{promise}",
     .may = "promises.near",
     .run = between_us_move_form,
     .again = between_us_page,
     .title = N_("Our promises")},
    {0},
};

extern const struct module promises_module;
const struct module promises_module = {
    .name = "promises",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
};
