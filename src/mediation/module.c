#include "frame/module.h"
#include "mediation/keep.h"
#include "mediation/pages.h"
#include "mediation/sides.h"
#include "sharing/named.h"

enum {
    TEAM = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
           ROLE_BIT(ROLE_CASE_MANAGER)
};

static const struct capability capabilities[] = {
    {"mediation.own", ROLE_BIT(ROLE_PERSON),
     "Say one's side, hear the other, and agree."},
    {"mediation.join", TEAM,
     "Be the other side, or help both, where a person names one."},
    {"mediation.type", ROLE_BIT(ROLE_PEER),
     "Type for somebody who lets one; only that person says yes to it."},
    {"mediation.helped", TEAM | ROLE_BIT(ROLE_SUPERVISOR),
     "Read what a person says helped, where one is named."},
    {"mediation.words", ROLE_BIT(ROLE_SUPERVISOR),
     "Keep the list of clinic words in plain ones."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 26, "mediation.own", sides_home_panel},
    {"reader.list", 4, "mediation.join", joined_list_panel},
    {"reader.list", 12, "mediation.helped", helped_count_panel},
    {"peer.today", 8, "mediation.join", joined_list_panel},
    {"peer.today", 9, "mediation.helped", helped_count_panel},
    {"peer.person", 7, "mediation.type", opening_typing_panel},
    {"staff.today", 11, "mediation.helped", helped_count_panel},
    {"staff.today", 31, "mediation.words", glossary_link_panel},
    {0},
};

#define MINE(verb, where, does, shows, name)                                 \
    {                                                                        \
        .method = (verb), .path = "/me/sides" where, .may = "mediation.own", \
        .run = (does), .again = (shows), .title = (name)                     \
    }

#define JOINED(verb, where, does, shows)                          \
    {                                                             \
        .method = (verb), .path = "/sides/{sides}" where,         \
        .may = "mediation.join", .run = (does), .again = (shows), \
        .title = N_("Two sides"), .place = "/read"                \
    }

#define WORDS(verb, where, does, shows)                                        \
    {                                                                          \
        .method = (verb), .path = "/glossary" where, .may = "mediation.words", \
        .run = (does), .again = (shows),                                       \
        .title = N_("Clinic words in plain ones"), .place = "/"                \
    }

static const struct route routes[] = {
    MINE(GET, "", sides_all_page, NULL, N_("Two sides")),
    MINE(GET, "/new", opening_new_page, NULL, N_("My side")),
    MINE(POST, "/new", opening_new_form, opening_new_page, N_("My side")),
    MINE(GET, "/{sides}", sides_mine_page, NULL, N_("Two sides")),
    MINE(GET, "/{sides}/edit", opening_edit_page, NULL, N_("My side")),
    MINE(POST, "/{sides}/edit", opening_edit_form, opening_edit_page,
         N_("My side")),
    MINE(POST, "/{sides}/typing", opening_typist_form, opening_edit_page,
         N_("My side")),
    MINE(POST, "/{sides}/away", opening_away_form, NULL, N_("My side")),
    MINE(GET, "/{sides}/yes", sides_yes_page, NULL, N_("Exactly this")),
    MINE(POST, "/{sides}/yes", sides_yes_form, sides_yes_page,
         N_("Exactly this")),
    MINE(POST, "/{sides}/give", sides_give_form, sides_mine_page,
         N_("Two sides")),
    MINE(GET, "/{sides}/consent", sides_consent_page, NULL, N_("My consent")),
    MINE(POST, "/{sides}/consent", sides_consent_form, sides_consent_page,
         N_("My consent")),
    MINE(POST, "/{sides}/consent/back", sides_consent_back_form, NULL,
         N_("My consent")),
    MINE(POST, "/{sides}/comment", sides_comment_form, NULL, N_("Two sides")),
    MINE(POST, "/{sides}/answer/{reply}", sides_answer_form, sides_mine_page,
         N_("Two sides")),
    MINE(POST, "/{sides}/helped/{promise}", sides_helped_form, sides_mine_page,
         N_("Two sides")),
    MINE(POST, "/{sides}/end", sides_end_form, NULL, N_("Two sides")),
    {.method = GET,
     .path = "/people/{person}/sides/{sides}",
     .may = "mediation.type",
     .run = opening_type_page,
     .title = N_("Type it together")},
    {.method = POST,
     .path = "/people/{person}/sides/{sides}",
     .may = "mediation.type",
     .run = opening_type_form,
     .again = opening_type_page,
     .title = N_("Type it together"),
     .no_draft = true},
    JOINED(GET, "", joined_show_page, NULL),
    JOINED(POST, "/mine", joined_mine_form, joined_show_page),
    JOINED(GET, "/yes", joined_yes_page, NULL),
    JOINED(POST, "/yes", joined_yes_form, joined_yes_page),
    JOINED(POST, "/agree", joined_agree_form, joined_show_page),
    {.method = GET,
     .path = "/helped",
     .may = "mediation.helped",
     .run = helped_all_page,
     .title = N_("What helped, and what did not"),
     .place = "/"},
    WORDS(GET, "", glossary_all_page, NULL),
    WORDS(GET, "/new", glossary_new_page, NULL),
    WORDS(POST, "/new", glossary_new_form, glossary_new_page),
    WORDS(GET, "/{word}", glossary_one_page, NULL),
    WORDS(POST, "/{word}", glossary_one_form, glossary_one_page),
    WORDS(POST, "/{word}/out", glossary_out_form, NULL),
    WORDS(POST, "/{word}/restore", glossary_restore_form, NULL),
    {0},
};

static const struct listener listeners[] = {{SHARING_NAMED, sides_name}, {0}};

extern const struct module mediation_module;
const struct module mediation_module = {
    .name = "mediation",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .listeners = listeners,
    .export_person = mediation_export,
    .erase_person = mediation_erase,
};
