#include "frame/module.h"
#include "sharing/named.h"
#include "voice/keep.h"
#include "voice/pages.h"
#include "voice/voice.h"

enum {
    READERS = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
              ROLE_BIT(ROLE_CASE_MANAGER)
};

static const struct capability capabilities[] = {
    {"voice.own", ROLE_BIT(ROLE_PERSON),
     "Say something in one's own words, or have it said, to those one names."},
    {"voice.read", READERS,
     "Read the words that persons give one by name, and write back."},
    {"voice.type", ROLE_BIT(ROLE_PEER),
     "Type for somebody who lets one; only that person says yes to it."},
    {"voice.comment", ROLE_BIT(ROLE_PEER),
     "Write a comment of one's own beside words; only their person says yes "
     "to it."},
    {"voice.part2", ROLE_BIT(ROLE_ADMIN),
     "Say whether the program is under 42 CFR Part 2."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 21, "voice.own", voices_panel},
    {"reader.list", 3, "voice.read", given_panel},
    {"peer.today", 5, "voice.read", given_panel},
    {"peer.today", 13, "voice.type", typing_today_panel},
    {"peer.person", 6, "voice.type", typing_panel},
    {"staff.today", 8, "voice.part2", part2_panel},
    {0},
};

#define MINE(verb, where, does, shows, name)                           \
    {                                                                  \
        .method = (verb), .path = "/me/say" where, .may = "voice.own", \
        .run = (does), .again = (shows), .title = (name)               \
    }

static const struct route routes[] = {
    MINE(GET, "", voices_page, NULL, N_("What I want said")),
    MINE(GET, "/new", draft_new_page, NULL, N_("Say something")),
    MINE(POST, "/new", draft_new_form, draft_new_page, N_("Say something")),
    MINE(GET, "/{words}", mine_page, NULL, N_("What I want said")),
    MINE(GET, "/{words}/edit", draft_edit_page, NULL, N_("Say something")),
    MINE(POST, "/{words}/edit", draft_edit_form, draft_edit_page,
         N_("Say something")),
    MINE(POST, "/{words}/typing", typist_form, draft_edit_page,
         N_("Say something")),
    MINE(GET, "/{words}/yes", yes_page, NULL, N_("Exactly this")),
    MINE(POST, "/{words}/yes", yes_form, yes_page, N_("Exactly this")),
    MINE(GET, "/{words}/consent", consent_page, NULL, N_("My consent")),
    MINE(POST, "/{words}/consent", consent_form, consent_page,
         N_("My consent")),
    MINE(POST, "/{words}/consent/back", consent_back_form, NULL,
         N_("My consent")),
    MINE(POST, "/{words}/away", draft_away_form, NULL, N_("Say something")),
    MINE(POST, "/{words}/give", voice_give_form, mine_page,
         N_("What I want said")),
    MINE(POST, "/{words}/back", back_form, NULL, N_("What I want said")),
    MINE(POST, "/{words}/end", help_form, mine_page, N_("What I want said")),
    MINE(POST, "/{words}/answer/{reply}", right_form, mine_page,
         N_("What I want said")),
    MINE(POST, "/{words}/comment/{comment}", comment_answer_form, mine_page,
         N_("What I want said")),
    {.method = GET,
     .path = "/people/{person}/words/{words}",
     .may = "voice.type",
     .run = type_page,
     .title = N_("Type it together")},
    {.method = POST,
     .path = "/people/{person}/words/{words}",
     .may = "voice.type",
     .run = type_form,
     .again = type_page,
     .title = N_("Type it together"),
     .no_draft = true},
    {.method = GET,
     .path = "/words/{words}",
     .may = "voice.read",
     .run = given_page,
     .title = N_("Words to read"),
     .place = "/read"},
    {.method = POST,
     .path = "/words/{words}",
     .may = "voice.read",
     .run = given_form,
     .again = given_page,
     .title = N_("Words to read"),
     .place = "/read"},
    {.method = POST,
     .path = "/words/{words}/aloud",
     .may = "voice.read",
     .run = aloud_form,
     .again = given_page,
     .title = N_("Words to read"),
     .place = "/read"},
    {.method = GET,
     .path = "/words/{words}/paper",
     .may = "voice.read",
     .run = paper_page,
     .title = N_("Words to read"),
     .place = "/read"},
    {.method = GET,
     .path = "/words/{words}/comment",
     .may = "voice.comment",
     .run = comment_page,
     .title = N_("My comment")},
    {.method = POST,
     .path = "/words/{words}/comment",
     .may = "voice.comment",
     .run = comment_form,
     .again = comment_page,
     .title = N_("My comment"),
     .no_draft = true},
    {.method = POST,
     .path = "/words/{words}/comment/away",
     .may = "voice.comment",
     .run = comment_away_form,
     .again = comment_page,
     .title = N_("My comment")},
    {.method = GET,
     .path = "/part2",
     .may = "voice.part2",
     .run = part2_page,
     .title = N_("42 CFR Part 2")},
    {.method = POST,
     .path = "/part2",
     .may = "voice.part2",
     .run = part2_form,
     .again = part2_page,
     .title = N_("42 CFR Part 2")},
    {0},
};

static const struct listener listeners[] = {{SHARING_NAMED, voice_name}, {0}};

extern const struct module voice_module;
const struct module voice_module = {
    .name = "voice",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .listeners = listeners,
    .export_person = voice_export,
    .erase_person = voice_erase,
};
