#include "frame/module.h"
#include "groups/keep.h"
#include "groups/pages.h"

enum { WRITERS = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR) };

static const struct capability capabilities[] = {
    {"groups.own", ROLE_BIT(ROLE_PERSON),
     "Be counted at a group, without a name."},
    {"groups.write", WRITERS, "Write groups, and how many came."},
    {"groups.peer", ROLE_BIT(ROLE_PEER), "See which groups one leads today."},
    {"groups.lead", ROLE_BIT(ROLE_SUPERVISOR),
     "See how many came to groups in a month."},
    {0},
};

static const struct panel panels[] = {
    {"peer.today", 6, "groups.peer", groups_today_panel},
    {"staff.today", 16, "groups.lead", groups_heads_panel},
    {"web.foot", 12, "public", groups_foot_panel},
    {0},
};

#define OPEN(where, does)                                        \
    {                                                            \
        .method = GET, .path = "/groups" where, .may = "public", \
        .run = (does), .title = N_("Groups"), .place = "/"       \
    }

#define WORK(verb, where, does, shows)                                     \
    {                                                                      \
        .method = (verb), .path = "/groups/" where, .may = "groups.write", \
        .run = (does), .again = (shows), .title = N_("Groups at work"),    \
        .place = "/"                                                       \
    }

/* What has a word of its own stands before {group}. */
static const struct route routes[] = {
    OPEN("", groups_page),
    OPEN("/paper", month_paper),
    WORK(GET, "work", groups_work_page, NULL),
    WORK(GET, "new", group_new_page, NULL),
    WORK(POST, "new", group_new_form, group_new_page),
    WORK(GET, "work/{group}", group_work_page, NULL),
    WORK(GET, "work/{group}/change", group_change_page, NULL),
    WORK(POST, "work/{group}/change", group_change_form, group_change_page),
    WORK(POST, "work/{group}/end", group_end_form, group_work_page),
    WORK(POST, "work/{group}/name", group_name_form, NULL),
    WORK(GET, "work/{group}/{day}", group_day_page, NULL),
    WORK(POST, "work/{group}/{day}/topic", topic_form, group_day_page),
    WORK(POST, "work/{group}/{day}/take", take_form, NULL),
    WORK(POST, "work/{group}/{day}/off", off_form, group_day_page),
    WORK(POST, "work/{group}/{day}/on", on_form, NULL),
    WORK(POST, "work/{group}/{day}/after", after_form, group_day_page),
    OPEN("/{group}", group_page),
    OPEN("/{group}/paper", group_paper),
    {.method = POST,
     .path = "/groups/{group}/count",
     .may = "groups.own",
     .run = count_me_form,
     .title = N_("Groups"),
     .place = "/"},
    {0},
};

extern const struct module groups_module;
const struct module groups_module = {
    .name = "groups",
    .capabilities = capabilities,
    .routes = routes,
    .panels = panels,
    .export_person = groups_export,
    .erase_person = groups_erase,
};
