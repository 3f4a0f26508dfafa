#include "frame/module.h"
#include "contacts/contact.h"
#include "contacts/given.h"
#include "contacts/keep.h"
#include "contacts/pages.h"
#include "sharing/named.h"

static const struct capability capabilities[] = {
    {"contacts.own", ROLE_BIT(ROLE_PERSON),
     "See and help write what is written about one's time with a peer."},
    {"contacts.log", ROLE_BIT(ROLE_PEER),
     "Write down time with somebody one walks with, and write it together."},
    {"contacts.read",
     ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
         ROLE_BIT(ROLE_CASE_MANAGER),
     "Read what was written together of one time, when its person says so."},
    {"contacts.count", ROLE_BIT(ROLE_SUPERVISOR),
     "See the time given, and how many records are open, never whose."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 22, "contacts.own", my_record_panel},
    {"peer.today", 4, "contacts.log", today_contacts_panel},
    {"peer.today", 17, "contacts.read", given_records_panel},
    {"reader.list", 7, "contacts.read", given_records_panel},
    {"peer.person", 3, "contacts.log", near_contacts_panel},
    {"staff.today", 7, "contacts.count", week_contacts_panel},
    {0},
};

static const struct setting settings[] = {
    {.name = "record.mode",
     .value = "together",
     .good = record_mode_good,
     .words = "What is written about time with people: none (time and kind, no "
              "words), minimum (and one short agreed line), together (lines "
              "written by both), payer (and a text for the payer, apart)."},
    {0},
};

/* A peer's, about one person: their words are not kept as a draft. */
#define OURS(verb, where, does, shows)                             \
    {                                                              \
        .method = (verb), .path = "/people/{person}/record" where, \
        .may = "contacts.log", .run = (does), .again = (shows),    \
        .title = N_("What is written about our time"),             \
        .no_draft = (verb) == POST                                 \
    }

#define MINE(verb, where, does, shows)                                       \
    {                                                                        \
        .method = (verb), .path = "/me/record" where, .may = "contacts.own", \
        .run = (does), .again = (shows),                                     \
        .title = N_("What is written about our time")                        \
    }

static const struct route routes[] = {
    {.method = GET,
     .path = "/contacts/log",
     .may = "contacts.log",
     .run = log_page,
     .title = N_("Log a contact"),
     .place = "/today"},
    {.method = POST,
     .path = "/contacts/log",
     .may = "contacts.log",
     .run = log_form,
     .again = log_page,
     .title = N_("Log a contact"),
     .place = "/today"},
    OURS(GET, "", our_record_page, NULL),
    OURS(GET, "/{contact}", together_page, NULL),
    OURS(POST, "/{contact}", together_form, together_page),
    OURS(POST, "/{contact}/add", together_add_form, together_page),
    OURS(POST, "/{contact}/payer", our_payer_form, together_page),
    OURS(GET, "/{contact}/remove", take_back_page, NULL),
    OURS(POST, "/{contact}/remove", take_back_form, take_back_page),
    MINE(GET, "", my_record_page, NULL),
    MINE(GET, "/{contact}", together_page, NULL),
    MINE(POST, "/{contact}", together_form, together_page),
    MINE(POST, "/{contact}/add", together_add_form, together_page),
    MINE(POST, "/{contact}/let", given_let_form, together_page),
    MINE(POST, "/{contact}/unlet", given_end_form, NULL),
    {.method = GET,
     .path = "/records/{contact}",
     .may = "contacts.read",
     .run = given_record_page,
     .title = N_("Written together"),
     .place = "/"},
    {0},
};

static const struct listener listeners[] = {{SHARING_NAMED, contacts_name},
                                            {0}};

extern const struct module contacts_module;
const struct module contacts_module = {
    .name = "contacts",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .settings = settings,
    .listeners = listeners,
    .export_person = contacts_export,
    .erase_person = contacts_erase,
};
