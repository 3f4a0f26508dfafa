#include "frame/module.h"
#include "opened/pages.h"

static const struct capability capabilities[] = {
    {"opened.read",
     ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
         ROLE_BIT(ROLE_CASE_MANAGER),
     "Read what a person opened to one as a whole."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 60, "opened.read", opened_panel},
    {"reader.list", 30, "opened.read", opened_panel},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/opened/{person}",
     .may = "opened.read",
     .run = opened_page,
     .place = "/",
     .title = N_("Opened to you")},
    {0},
};

extern const struct module opened_module;
const struct module opened_module = {
    .name = "opened",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
};
