#include "frame/module.h"
#include "deck/count.h"
#include "deck/keep.h"
#include "deck/pages.h"
#include "deck/vault_pages.h"

static const struct capability capabilities[] = {
    {"deck.own", ROLE_BIT(ROLE_PEER),
     "Keep one's own deck: what one is open to talk of."},
    {"deck.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Keep the list of the parts of life that peers may talk of."},
    {"deck.council",
     ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR),
     "On the council: see how many peers shared something of their own."},
    {0},
};

enum { DAY_S = 86400 };

static const struct job jobs[] = {
    {"forget the numbers of months no page shows", DAY_S, count_forget},
    {0},
};

static const struct panel panels[] = {
    {"vault.today", 10, "deck.own", deck_today_panel},
    {"staff.today", 26, "deck.lead", deck_lead_panel},
    {"council.sums", 20, "deck.council", counts_council_panel},
    {"vault.open", 10, "deck.own", deck_open_panel},
    {"vault.all", 10, "deck.own", deck_all_panel},
    {0},
};

#define DECK(verb, where, can, does, shows, says)                             \
    {                                                                         \
        .method = (verb), .path = "/deck" where, .may = (can), .run = (does), \
        .again = (shows), .place = "/", .title = (says)                       \
    }

/* What stands in the vault: no draft of it is kept outside. */
#define VAULT(verb, where, does, shows, says)                            \
    {                                                                    \
        .method = (verb), .path = "/deck" where, .may = "deck.own",      \
        .run = (does), .again = (shows), .place = "/", .no_draft = true, \
        .title = (says)                                                  \
    }

static const struct route routes[] = {
    DECK(GET, "", "deck.own", deck_page, NULL, N_("My deck")),
    DECK(POST, "/open", "deck.own", deck_open_form, deck_page, N_("My deck")),
    VAULT(GET, "/cards", cards_page, NULL, N_("What I would say")),
    VAULT(GET, "/cards/{domain}", deck_card_page, NULL, N_("What I would say")),
    VAULT(POST, "/cards/{domain}", deck_card_form, deck_card_page,
          N_("What I would say")),
    VAULT(GET, "/shared", shared_page, NULL, N_("I shared something of mine")),
    VAULT(POST, "/shared", shared_form, shared_page,
          N_("I shared something of mine")),
    VAULT(POST, "/shared/held", held_form, shared_page,
          N_("I shared something of mine")),
    VAULT(POST, "/shared/{shared}/remove", shared_remove_form, shared_page,
          N_("I shared something of mine")),
    VAULT(POST, "/shared/{shared}/open", shown_form, shared_page,
          N_("I shared something of mine")),
    VAULT(POST, "/shown/{shown}/end", shown_end_form, NULL,
          N_("I shared something of mine")),
    DECK(GET, "/shown", "deck.lead", shown_page, NULL,
         N_("Opened to me, to talk about")),
    DECK(GET, "/counts", "deck.lead", counts_page, NULL,
         N_("What peers shared of their own")),
    DECK(GET, "/domains", "deck.lead", domains_page, NULL, N_("Parts of life")),
    DECK(POST, "/domains", "deck.lead", domain_add_form, domains_page,
         N_("Parts of life")),
    DECK(POST, "/domains/{domain}/remove", "deck.lead", domain_remove_form,
         domains_page, N_("Parts of life")),
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
    .jobs = jobs,
    .export_person = deck_export,
    .erase_person = deck_erase,
};
