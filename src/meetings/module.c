#include "frame/module.h"
#include "meetings/keep.h"
#include "meetings/pages.h"
#include "meetings/weekly.h"

static const struct capability capabilities[] = {
    {"meetings.own", ROLE_BIT(ROLE_PERSON),
     "Say what may be said about one at a team meeting, and hear back."},
    {"meetings.peer", ROLE_BIT(ROLE_PEER),
     "Speak at team meetings for who said yes, and bring back what was said."},
    {"meetings.plan", ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR),
     "Plan a team meeting, once or each week, and say who is there."},
    {"meetings.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "Find the team meetings one planned or is at."},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 27, "meetings.own", my_meetings_panel},
    {"peer.today", 7, "meetings.peer", today_meetings_panel},
    {"staff.today", 4, "meetings.lead", lead_meetings_panel},
    {0},
};

#define STAFF(right, verb, where, does, shows, says)                         \
    {                                                                        \
        .method = (verb), .path = (where), .may = "meetings." right,         \
        .run = (does), .again = (shows), .title = (says), .place = "/today", \
        .no_draft = (verb) == POST                                           \
    }

#define MINE(verb, where, does, shows, says)                          \
    {                                                                 \
        .method = (verb), .path = "/me" where, .may = "meetings.own", \
        .run = (does), .again = (shows), .title = (says)              \
    }

static const struct route routes[] = {
    STAFF("plan", GET, "/meetings", meetings_page, NULL, N_("Team meetings")),
    STAFF("plan", POST, "/meetings", meeting_form, meetings_page,
          N_("Team meetings")),
    STAFF("plan", GET, "/meetings/{meeting}", agenda_page, NULL,
          N_("Team meeting")),
    STAFF("plan", POST, "/meetings/{meeting}", there_form, agenda_page,
          N_("Team meeting")),
    STAFF("plan", POST, "/meetings/{meeting}/stop", stop_form, agenda_page,
          N_("Team meeting")),
    STAFF("plan", POST, "/meetings/{meeting}/off", call_off_form, agenda_page,
          N_("Team meeting")),
    STAFF("peer", GET, "/meetings/{meeting}/paper", meeting_paper, NULL,
          N_("Team meeting")),
    STAFF("peer", GET, "/meetings/{meeting}/{person}", said_page, NULL,
          N_("What was said")),
    STAFF("peer", POST, "/meetings/{meeting}/{person}", said_form, said_page,
          N_("What was said")),
    STAFF("peer", GET, "/be-there", asked_page, NULL, N_("Be there")),
    STAFF("peer", POST, "/be-there/{person}/{support}", asked_form, asked_page,
          N_("Be there")),
    MINE(GET, "/meetings", my_meetings_page, NULL, N_("Meetings about me")),
    MINE(GET, "/meetings/{meeting}", my_meeting_page, NULL,
         N_("Meetings about me")),
    MINE(POST, "/meetings/{meeting}", my_meeting_form, my_meeting_page,
         N_("Meetings about me")),
    MINE(POST, "/meetings/{meeting}/end", my_meeting_end_form, NULL,
         N_("Meetings about me")),
    MINE(POST, "/heard/{back}", heard_form, NULL, N_("Meetings about me")),
    MINE(GET, "/be-there", with_me_page, NULL, N_("Be there for me")),
    MINE(POST, "/be-there", with_me_form, with_me_page, N_("Be there for me")),
    MINE(POST, "/be-there/{support}/end", with_me_end_form, NULL,
         N_("Be there for me")),
    {0},
};

static const struct job jobs[] = {
    {"the next weeks of meetings", 3600, weekly_go_on},
    {0},
};

extern const struct module meetings_module;
const struct module meetings_module = {
    .name = "meetings",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .jobs = jobs,
    .export_person = meetings_export,
    .erase_person = meetings_erase,
};
