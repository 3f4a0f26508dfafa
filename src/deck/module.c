#include "frame/module.h"
#include "deck/keep.h"
#include "deck/pages.h"

static const struct capability capabilities[] = {
    {"deck.own", ROLE_BIT(ROLE_PEER),
     "Keep one's own deck: what one is open to talk of."},
    {"deck.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Keep the list of the parts of life that peers may talk of."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 26, "deck.own", deck_today_panel},
    {"staff.today", 26, "deck.lead", deck_lead_panel},
    {0},
};

#define DECK(verb, where, can, does, shows, says)                             \
    {                                                                         \
        .method = (verb), .path = "/deck" where, .may = (can), .run = (does), \
        .again = (shows), .place = "/", .title = (says)                       \
    }

static const struct route routes[] = {
    DECK(GET, "", "deck.own", deck_page_get, NULL, N_("My deck")),
    DECK(POST, "/open", "deck.own", deck_open_form, deck_page_get,
         N_("My deck")),
    DECK(GET, "/domains", "deck.lead", domains_get, NULL, N_("Parts of life")),
    DECK(POST, "/domains", "deck.lead", domain_add_form, domains_get,
         N_("Parts of life")),
    DECK(POST, "/domains/{domain}/remove", "deck.lead", domain_remove_form,
         domains_get, N_("Parts of life")),
    DECK(POST, "/domains/{domain}/back", "deck.lead", domain_back_form, NULL,
         N_("Parts of life")),
    {0},
};

extern const struct module deck_module;
const struct module deck_module = {
    .name = "deck",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = deck_export,
    .erase_person = deck_erase,
};
