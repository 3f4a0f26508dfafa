#include "frame/module.h"
#include "signal/keep.h"
#include "signal/pages.h"

static const struct capability capabilities[] = {
    {"signal.own", ROLE_BIT(ROLE_PERSON), "Read who the peers are."},
    {"signal.peer", ROLE_BIT(ROLE_PEER),
     "Write one's own card, and say again what a peer is."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 32, "signal.own", signal_ask_panel},
    {"peer.today", 27, "signal.peer", signal_link_panel},
    {"peer.person", 18, "signal.peer", signal_near_panel},
    {0},
};

static const struct route routes[] = {
    {.method = GET,
     .path = "/me/peers/{peer}",
     .may = "signal.own",
     .run = signal_page,
     .title = N_("Who my peer is")},
    {.method = POST,
     .path = "/me/peers/{peer}/knew",
     .may = "signal.own",
     .run = signal_knew_form,
     .title = N_("Who my peer is")},
    {.method = GET,
     .path = "/my-card",
     .may = "signal.peer",
     .run = signal_mine_page,
     .place = "/",
     .title = N_("Who I am")},
    {.method = POST,
     .path = "/my-card",
     .may = "signal.peer",
     .run = signal_mine_form,
     .place = "/",
     .again = signal_mine_page,
     .title = N_("Who I am")},
    {.method = GET,
     .path = "/my-card/paper",
     .may = "signal.peer",
     .run = signal_paper,
     .place = "/",
     .title = N_("Who I am")},
    {.method = POST,
     .path = "/people/{person}/told-again",
     .may = "signal.peer",
     .run = signal_told_form,
     .title = N_("Who I am")},
    {0},
};

extern const struct module signal_module;
const struct module signal_module = {
    .name = "signal",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = signal_export,
    .erase_person = signal_erase,
};
