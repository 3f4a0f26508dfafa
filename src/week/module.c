#include "frame/module.h"
#include "week/given.h"
#include "week/keep.h"
#include "week/pages.h"

static const struct capability capabilities[] = {
    {"week.own", ROLE_BIT(ROLE_PEER),
     "Keep what one's week was for, and whether what one promised fits."},
    {"week.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "See whether a peer's promised week fits, and its shares, after the "
     "peer."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 15, "week.own", week_today_panel},
    {"peer.times", 10, "week.own", week_fit_panel},
    {"staff.today", 13, "week.lead", weeks_today_panel},
    {0},
};

static const struct setting settings[] = {
    {.name = "week.payer",
     .value = "unsaid",
     .good = week_payer_good,
     .words = "What of the time with people the payer pays for: unsaid, both, "
              "working (not just being together). Said in the report of time "
              "given; changes no minutes."},
    {0},
};

#define MINE(verb, where, does, shows, says)                                \
    {                                                                       \
        .method = (verb), .path = "/week" where, .may = "week.own",         \
        .run = (does), .again = (shows), .title = (says), .place = "/today" \
    }

#define LEADS(verb, where, does, shows, says)                          \
    {                                                                  \
        .method = (verb), .path = "/weeks" where, .may = "week.lead",  \
        .run = (does), .again = (shows), .title = (says), .place = "/" \
    }

static const struct route routes[] = {
    MINE(GET, "", week_page, NULL, N_("My week")),
    MINE(POST, "", week_add_form, week_page, N_("My week")),
    MINE(POST, "/show", week_show_form, week_page, N_("My week")),
    MINE(GET, "/plan", week_plan_page, NULL, N_("My hours")),
    MINE(POST, "/plan", week_plan_form, week_plan_page, N_("My hours")),
    MINE(POST, "/mark", week_mark_form, week_page, N_("My week")),
    MINE(POST, "/mark/{mark}/yes", week_mark_yes_form, NULL, N_("My week")),
    MINE(POST, "/mark/{mark}/no", week_mark_no_form, NULL, N_("My week")),
    MINE(POST, "/{entry}", week_entry_form, week_page, N_("My week")),
    LEADS(GET, "", weeks_page, NULL, N_("Does the week fit")),
    LEADS(GET, "/given", week_given_page, NULL, N_("Time given")),
    LEADS(GET, "/{peer}", weeks_peer_page, NULL, N_("Does the week fit")),
    LEADS(POST, "/{peer}/hours", weeks_hours_form, weeks_peer_page,
          N_("Does the week fit")),
    LEADS(POST, "/{peer}/mark", weeks_mark_form, weeks_peer_page,
          N_("Does the week fit")),
    LEADS(POST, "/{peer}/mark/{mark}/yes", weeks_mark_yes_form, NULL,
          N_("Does the week fit")),
    LEADS(POST, "/{peer}/mark/{mark}/no", weeks_mark_no_form, NULL,
          N_("Does the week fit")),
    {0},
};

extern const struct module week_module;
const struct module week_module = {
    .name = "week",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .settings = settings,
    .export_person = week_export,
    .erase_person = week_erase,
};
