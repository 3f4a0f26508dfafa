#include "frame/module.h"
#include "shelf/keep.h"
#include "shelf/pages.h"

enum { LEAD = ROLE_BIT(ROLE_SUPERVISOR) };

static const struct capability capabilities[] = {
    {"shelf.see", ROLE_BIT(ROLE_PEER) | LEAD,
     "Read the questions peers share, and take one off the shelf."},
    {"shelf.peer", ROLE_BIT(ROLE_PEER),
     "Share a question with other peers, use one, and say that it helped."},
    {"shelf.lead", LEAD, "Put a question that came with the program back."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 25, "shelf.see", shelf_today_panel},
    {"staff.today", 14, "shelf.lead", shelf_today_panel},
    {0},
};

#define SHELF(verb, where, can, does, shows)                                   \
    {                                                                          \
        .method = (verb), .path = "/shelf" where, .may = (can), .run = (does), \
        .again = (shows), .place = "/", .title = N_("Question shelf")          \
    }

static const struct route routes[] = {
    SHELF(GET, "", "shelf.see", shelf_page, NULL),
    SHELF(GET, "/new", "shelf.peer", shelf_new_page, NULL),
    SHELF(POST, "/new", "shelf.peer", shelf_new_form, shelf_new_page),
    SHELF(POST, "/{question}/used", "shelf.peer", shelf_used_form, NULL),
    SHELF(POST, "/{question}/helped", "shelf.peer", shelf_helped_form, NULL),
    SHELF(POST, "/{question}/off", "shelf.see", shelf_off_form, NULL),
    SHELF(POST, "/{question}/back", "shelf.lead", shelf_back_form, NULL),
    {0},
};

extern const struct module shelf_module;
const struct module shelf_module = {
    .name = "shelf",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = shelf_export,
    .erase_person = shelf_erase,
};
