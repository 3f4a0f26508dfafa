#include "frame/module.h"
#include "rest/pages.h"

static const struct capability capabilities[] = {
    {"rest.own", ROLE_BIT(ROLE_PEER),
     "Put a day down, and keep a plan and a portfolio of one's own."},
    {0},
};

static const struct panel panels[] = {
    {"vault.today", 20, "rest.own", rest_today_panel},
    {"vault.open", 20, "rest.own", rest_open_panel},
    {"vault.all", 20, "rest.own", rest_all_panel},
    {0},
};

/* It stands in the vault: no draft of it is kept outside. */
#define REST(verb, where, does, shows, says)                                 \
    {                                                                        \
        .method = (verb), .path = (where), .may = "rest.own", .run = (does), \
        .again = (shows), .place = "/", .no_draft = true, .title = (says)    \
    }

static const struct route routes[] = {
    REST(GET, "/down", down_page, NULL, N_("Put it down")),
    REST(POST, "/down", down_form, down_page, N_("Put it down")),
    REST(POST, "/down/{down}/remove", down_remove_form, down_page,
         N_("Put it down")),
    REST(GET, "/plan", own_plan_page, NULL, N_("My plan to stay well")),
    REST(POST, "/plan", own_plan_form, own_plan_page,
         N_("My plan to stay well")),
    REST(GET, "/portfolio", folio_page, NULL, N_("My portfolio")),
    REST(POST, "/portfolio", folio_form, folio_page, N_("My portfolio")),
    REST(GET, "/portfolio/paper", folio_paper, NULL, N_("My portfolio")),
    REST(GET, "/portfolio/file", folio_file_get, NULL, N_("My portfolio")),
    {0},
};

extern const struct module rest_module;
const struct module rest_module = {.name = "rest",
                                   .capabilities = capabilities,
                                   .routes = routes,
                                   .panels = panels};
