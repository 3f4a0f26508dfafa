#include "frame/module.h"
#include "store/store.h"
#include "visits/after_pages.h"
#include "visits/between_pages.h"
#include "visits/help_pages.h"
#include "visits/keep.h"
#include "visits/page_pages.h"
#include "visits/prep_pages.h"
#include "visits/read_pages.h"
#include "visits/set_commands.h"
#include "visits/set_store.h"
#include "visits/visit_pages.h"

static bool fill(struct ctx *cx, const void *what)
{
    (void)what;
    return set_install_shipped(cx);
}

static const struct capability capabilities[] = {
    {"visits.own", ROLE_BIT(ROLE_PERSON),
     "Prepare one's own visits, and keep one's own days between them."},
    {"visits.help", ROLE_BIT(ROLE_PEER),
     "See which visits are coming, and help whoever lets one."},
    {"visits.read", ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
     "Read the pages that persons share with one, and write back."},
    {"visits.shared", ROLE_BIT(ROLE_LINK),
     "Read the one page a link is for, and write back."},
    {0},
};

static const struct bar_place places[] = {
    {ROLE_BIT(ROLE_PERSON), 20, N_("My visits"), "/me/visits",
     "calendar-check"},
    {ROLE_BIT(ROLE_PEER), 30, N_("Board"), "/board", "list-checks"},
    {ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER), 5,
     N_("For you to read"), "/read", "book-open"},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 0, "visits.own", home_hero_panel},
    {"me.home", 5, "visits.own", home_offers_panel},
    {"me.home", 10, "visits.own", between_draw},
    {"me.home", 20, "visits.own", home_words_panel},
    {"me.home", 25, "visits.own", promises_draw},
    {"peer.today", 10, "visits.help", help_panel},
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
        .title = (name), .no_draft = true                                \
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
    MINE(GET, "/words", words_page, NULL, N_("My words")),
    MINE(POST, "/words", words_form, words_page, N_("My words")),
    MINE(POST, "/offers/{offer}", offer_reply_form, NULL, N_("Home")),
    MINE(GET, "/board", board_choice_page, NULL,
         N_("How I stand on the board")),
    MINE(POST, "/board", board_choice_form, NULL,
         N_("How I stand on the board")),

    MINE(GET, "/visits/{visit}/prepare", prep_start_page, NULL,
         N_("Get ready")),
    MINE(POST, "/visits/{visit}/mode", prep_mode_form, NULL, N_("Get ready")),
    MINE(GET, "/visits/{visit}/prepare/{item}", question_page, NULL,
         N_("Get ready")),
    MINE(POST, "/visits/{visit}/prepare/{item}", question_form, question_page,
         N_("Get ready")),
    MINE(GET, "/visits/{visit}/review", prep_review_page, NULL,
         N_("My answers")),
    MINE(POST, "/visits/{visit}/approve", prep_approve_form, NULL,
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
    MINE(GET, "/between", between_get, NULL, N_("Between visits")),
    MINE(POST, "/between", between_post, between_get, N_("Between visits")),
    MINE(POST, "/between/undo", between_undo_post, NULL, N_("Between visits")),
    MINE(GET, "/between/lines", between_lines_get, NULL, N_("My lines")),
    MINE(POST, "/between/lines", between_lines_post, between_lines_get,
         N_("My lines")),
    MINE(POST, "/between/lines/{line}/stop", between_line_stop_post, NULL,
         N_("My lines")),
    MINE(POST, "/between/events", between_event_post, between_get,
         N_("Between visits")),
    MINE(POST, "/between/events/{event}/remove", between_event_remove_post,
         NULL, N_("Between visits")),
    MINE(POST, "/between/events/{event}/restore", between_event_restore_post,
         NULL, N_("Between visits")),
    MINE(GET, "/visits/{visit}/page", page_preview_get, NULL, N_("My page")),
    MINE(POST, "/visits/{visit}/page", page_approve_post, page_preview_get,
         N_("My page")),
    MINE(GET, "/visits/{visit}/page/lines", page_lines_get, NULL,
         N_("What goes on my page")),
    MINE(POST, "/visits/{visit}/page/lines", page_lines_post, page_lines_get,
         N_("What goes on my page")),
    MINE(GET, "/visits/{visit}/page/share", page_share_get, NULL,
         N_("Who may read my page?")),
    MINE(POST, "/visits/{visit}/page/share", page_share_post, page_share_get,
         N_("Who may read my page?")),
    MINE(POST, "/visits/{visit}/page/link", page_link_post, page_share_get,
         N_("A link and a code")),
    MINE(POST, "/visits/{visit}/page/stop", page_stop_post, NULL,
         N_("My page")),
    {.method = GET,
     .path = "/me/visits/{visit}/page.pdf",
     .may = "visits.own",
     .run = page_pdf_get,
     .title = N_("My page"),
     .before = page_pdf_before,
     .pool = POOL_WORK},
    MINE(GET, "/visits/{visit}/answer", answer_get, NULL,
         N_("What they wrote back")),
    MINE(POST, "/visits/{visit}/answer/{reply}", answer_post, answer_get,
         N_("What they wrote back")),
    MINE(POST, "/visits/{visit}/promises/{promise}", promise_post, answer_get,
         N_("What they wrote back")),
    {.method = GET,
     .path = "/read",
     .may = "visits.read",
     .run = read_list_get,
     .title = N_("For you to read")},
    {.method = GET,
     .path = "/read/{page}",
     .may = "visits.read",
     .run = read_page_get,
     .title = N_("A page to read")},
    {.method = POST,
     .path = "/read/{page}",
     .may = "visits.read",
     .run = read_page_post,
     .again = read_page_get,
     .title = N_("A page to read")},
    {.method = GET,
     .path = "/read/{page}/page.pdf",
     .may = "visits.read",
     .run = read_pdf_get,
     .title = N_("A page to read"),
     .before = read_pdf_before,
     .pool = POOL_WORK},
    {.method = GET,
     .path = "/shared/{page}",
     .may = "visits.shared",
     .run = read_page_get,
     .title = N_("A page to read")},
    {.method = POST,
     .path = "/shared/{page}",
     .may = "visits.shared",
     .run = read_page_post,
     .again = read_page_get,
     .title = N_("A page to read")},
    {.method = GET,
     .path = "/shared/{page}/page.pdf",
     .may = "visits.shared",
     .run = read_pdf_get,
     .title = N_("A page to read"),
     .before = read_pdf_before,
     .pool = POOL_WORK},
    {0},
};

static bool export_person(struct ctx *cx, struct person_id p,
                          struct json_out *w)
{
    return visits_export(cx, p, w) && between_export(cx, p, w) &&
           page_export(cx, p, w);
}

static bool erase_person(struct ctx *cx, struct person_id p)
{
    return page_erase(cx, p) && between_erase(cx, p) && visits_erase(cx, p);
}

static const struct listener listeners[] = {{STORE_FILLED, fill}, {0}};

static const struct command commands[] = {
    {"questions add", "FILE", "Add a question set, and use it from now on.",
     set_add_command, true,
     "FILE is a FHIR R4 Questionnaire; \"-\" reads standard input.\n"
     "src/visits/sets/README.md says what may stand in it. Visits that are\n"
     "being prepared keep the questions they began with.\n"},
    {"questions check", "FILE", "Say what is wrong with a question set.",
     set_check_command, false, "Nothing is kept.\n"},
    {"questions list", "", "All question sets, and which are in use.",
     set_list_command, true,
     "Number, kind of visit, version, day it was added, in use, url.\n"},
    {"questions show", "NUMBER", "Print the file of a question set.",
     set_show_command, true, "To begin one's own from.\n"},
    {"questions use", "NUMBER", "Use a question set that was added before.",
     set_use_command, true, NULL},
    {0},
};

extern const struct module visits_module;
const struct module visits_module = {
    .name = "visits",
    .capabilities = capabilities,
    .routes = routes,
    .places = places,
    .panels = panels,
    .commands = commands,
    .listeners = listeners,
    .export_person = export_person,
    .erase_person = erase_person,
};
