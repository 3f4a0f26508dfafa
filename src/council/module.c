#include "frame/module.h"
#include "council/keep.h"
#include "council/pages.h"

enum {
    HERE =
        ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR)
};

static const struct capability capabilities[] = {
    {"council.own", ROLE_BIT(ROLE_PERSON), "Find the peer council."},
    {"council.seat", ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER),
     "Say yes or no to a seat on the council, and give it back."},
    {"council.work", HERE,
     "Do the council's work, when a member of it or leading a program."},
    {"council.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Answer for the board; make somebody a member."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 46, "council.own", my_council_panel},
    {"peer.today", 12, "council.seat", council_waits_panel},
    {"peer.today", 30, "council.work", council_panel},
    {"web.foot", 10, "public", council_foot_panel},
    {"staff.today", 30, "council.lead", council_panel},
    {0},
};

#define WORK(verb, where, can, does, shows)                            \
    {                                                                  \
        .method = (verb), .path = "/council/work" where, .may = (can), \
        .run = (does), .again = (shows), .place = "/",                 \
        .title = N_("The council at work")                             \
    }

#define SEAT(verb, where, does)                             \
    {                                                       \
        .method = (verb), .path = "/council/seat" where,    \
        .may = "council.seat", .run = (does), .place = "/", \
        .title = N_("A seat on the peer council")           \
    }

static const struct route routes[] = {
    {.method = GET,
     .path = "/council",
     .may = "public",
     .run = council_page,
     .title = N_("The peer council"),
     .place = "/"},
    SEAT(GET, "", seat_page),
    SEAT(POST, "/yes", seat_yes_form),
    SEAT(POST, "/no", seat_no_form),
    SEAT(POST, "/read", seat_read_form),
    WORK(GET, "", "council.work", work_page, NULL),
    WORK(POST, "/propose", "council.work", propose_form, work_page),
    WORK(POST, "/{proposal}/vote", "council.work", vote_form, work_page),
    WORK(POST, "/{proposal}/close", "council.work", close_form, work_page),
    WORK(POST, "/{proposal}/answer", "council.lead", answer_form, work_page),
    WORK(POST, "/{proposal}/change", "council.work", change_form, work_page),
    WORK(POST, "/meet", "council.work", meet_form, work_page),
    WORK(POST, "/meetings/{meeting}", "council.work", minutes_form, work_page),
    WORK(POST, "/member", "council.lead", member_form, work_page),
    WORK(POST, "/members/{member}/end", "council.lead", member_end_form, NULL),
    WORK(POST, "/name", "council.work", name_form, work_page),
    WORK(POST, "/seats", "council.work", seat_form, work_page),
    WORK(POST, "/seats/{seat}/remove", "council.work", seat_remove_form, NULL),
    {0},
};

extern const struct module council_module;
const struct module council_module = {
    .name = "council",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = council_export,
    .erase_person = council_erase,
};
