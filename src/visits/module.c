#include "frame/module.h"
#include "visits/after_pages.h"
#include "visits/board_pages.h"
#include "visits/help_pages.h"
#include "visits/keep.h"
#include "visits/next.h"
#include "visits/prep_pages.h"
#include "visits/program_view.h"
#include "visits/visit_pages.h"
#include "visits/waiting.h"

static const struct capability capabilities[] = {
    {"visits.own", ROLE_BIT(ROLE_PERSON), "Prepare one's own visits."},
    {"visits.help", ROLE_BIT(ROLE_PEER),
     "See which visits are coming, and help whoever lets one."},
    {"visits.count", ROLE_BIT(ROLE_SUPERVISOR),
     "See how many have a visit and got ready, and never who."},
    {0},
};

static const struct bar_place places[] = {
    {ROLE_BIT(ROLE_PERSON), 20, N_("My visits"), "/me/visits", "calendar-check",
     NULL},
    {ROLE_BIT(ROLE_PEER), 30, N_("Board"), "/board", "list-checks", NULL},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 0, "visits.own", home_hero_panel},
    {"me.home", 3, "visits.own", waiting_panel},
    {"me.home", 5, "visits.own", home_offers_panel},
    {"me.home", 20, "visits.own", home_words_panel},
    {"me.sharing", 10, "visits.own", board_sharing_panel},
    {"me.sees", 10, "visits.own", board_sees_panel},
    {"me.not_yet", 10, "visits.own", not_yet_panel},
    {"peer.today", 3, "visits.help", help_panel},
    {"staff.today", 10, "visits.count", program_panel},
    {"peer.people", 10, "visits.help", help_people_panel},
    {"peer.person", 10, "visits.help", help_person_panel},
    {0},
};

/* Her own: rows of GET and POST side by side. */
#define MINE(verb, where, does, shows, name)                        \
    {                                                               \
        .method = (verb), .path = "/me" where, .may = "visits.own", \
        .run = (does), .again = (shows), .title = (name)            \
    }

/* A peer, with somebody who lets them. */
#define WITH(verb, where, does, shows, name)                             \
    {                                                                    \
        .method = (verb), .path = "/with/{person}/visits/{visit}" where, \
        .may = "visits.help", .run = (does), .again = (shows),           \
        .title = (name), .no_draft = true, .place = "/today"             \
    }

static const struct route routes[] = {
    MINE(GET, "/visits", visit_list_page, NULL, N_("My visits")),
    MINE(GET, "/visits/add", visit_add_page, NULL, N_("Add a visit")),
    MINE(POST, "/visits/add", visit_add_form, visit_add_page,
         N_("Add a visit")),
    MINE(GET, "/visits/{visit}", visit_one_page, NULL, N_("My visit")),
    MINE(GET, "/visits/{visit}/change", visit_change_page, NULL,
         N_("Change this visit")),
    MINE(POST, "/visits/{visit}/change", visit_change_form, visit_change_page,
         N_("Change this visit")),
    MINE(POST, "/visits/{visit}/cancel", visit_cancel_form, NULL,
         N_("My visit")),
    MINE(GET, "/next/prepare", next_prepare_page, NULL, N_("Get ready")),
    MINE(GET, "/next/questions", next_questions_page, NULL,
         N_("Questions for my prescriber")),
    MINE(GET, "/next/company", next_company_page, NULL,
         N_("Who comes with me")),
    MINE(GET, "/words", words_page, NULL, N_("My words")),
    MINE(POST, "/words", words_form, words_page, N_("My words")),
    MINE(POST, "/offers/{offer}", offer_reply_form, NULL, N_("Home")),
    {.method = GET,
     .path = "/me/board",
     .may = "visits.own",
     .run = board_choice_page,
     .title = N_("How I stand on the board"),
     .place = "/me/visits"},
    {.method = POST,
     .path = "/me/board",
     .may = "visits.own",
     .run = board_choice_form,
     .title = N_("How I stand on the board"),
     .place = "/me/visits"},

    MINE(GET, "/visits/{visit}/prepare", prep_start_page, NULL,
         N_("Get ready")),
    MINE(POST, "/visits/{visit}/mode", prep_mode_form, NULL, N_("Get ready")),
    MINE(GET, "/visits/{visit}/prepare/{item}", question_page, NULL,
         N_("Get ready")),
    MINE(POST, "/visits/{visit}/prepare/{item}", question_form, question_page,
         N_("Get ready")),
    MINE(GET, "/visits/{visit}/review", prep_review_page, NULL,
         N_("My answers")),
    MINE(POST, "/visits/{visit}/approve", prep_approve_form, prep_review_page,
         N_("My answers")),
    MINE(POST, "/visits/{visit}/refuse/{item}", prep_refuse_form, NULL,
         N_("My answers")),
    MINE(POST, "/visits/{visit}/ready", prep_ready_form, NULL,
         N_("My answers")),
    MINE(GET, "/visits/{visit}/blank", prep_blank_page, NULL,
         N_("Questions on paper")),

    MINE(GET, "/visits/{visit}/after", after_page, NULL, N_("What we decided")),
    MINE(POST, "/visits/{visit}/after", after_add_form, after_page,
         N_("What we decided")),
    MINE(POST, "/visits/{visit}/after/{outcome}", after_move_form, after_page,
         N_("What we decided")),
    MINE(GET, "/visits/{visit}/company", company_page, NULL,
         N_("Who comes with me")),
    MINE(POST, "/visits/{visit}/company", company_form, company_page,
         N_("Who comes with me")),
    MINE(GET, "/visits/{visit}/card", company_card_page, NULL,
         N_("Who comes with me")),

    WITH(POST, "/offer", offer_form, NULL, N_("Today")),
    WITH(GET, "/prepare", prep_start_page, NULL, N_("Get ready")),
    WITH(GET, "/prepare/{item}", question_page, NULL, N_("Get ready")),
    WITH(POST, "/prepare/{item}", question_form, question_page,
         N_("Get ready")),
    WITH(GET, "/review", prep_review_page, NULL, N_("What was typed")),
    WITH(POST, "/leave", help_leave_form, NULL, N_("What was typed")),
    WITH(GET, "/company", company_card_page, NULL, N_("Who comes along")),
    {.method = GET,
     .path = "/board",
     .may = "visits.help",
     .run = board_page,
     .title = N_("Visits today")},
    {0},
};

extern const struct module visits_module;
const struct module visits_module = {
    .name = "visits",
    .capabilities = capabilities,
    .routes = routes,
    .places = places,
    .panels = panels,
    .export_person = visits_export,
    .erase_person = visits_erase,
};
