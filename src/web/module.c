#include <string.h>

#include "frame/module.h"
#include "web/draft.h"
#include "web/pages.h"

enum {
    AT_WORK =
        ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_ADMIN)
};

static const struct capability capabilities[] = {
    {"web.me", ROLE_BIT(ROLE_PERSON), "See her own first page."},
    {"web.today", AT_WORK, "See what today brings."},
    {0},
};

static const struct bar_place places[] = {
    {ROLE_BIT(ROLE_PERSON), 10, N_("Home"), "/me", "house", NULL},
    {AT_WORK, 10, N_("Today"), "/today", "sun", NULL},
    {0},
};

static bool is_https(const char *value)
{
    return strncmp(value, "https://", 8) == 0;
}

static const struct setting settings[] = {
    {.name = "web.leave_address",
     .value = "https://www.weather.gov/",
     .words = "Where \"Leave fast\" goes: a dull page, https.",
     .good = is_https},
    {.name = "web.warm_line",
     .value = "",
     .words = "The warm line on every page of a person: its number."},
    {.name = "web.warm_line_hours",
     .value = "",
     .words = "When the warm line answers, in words."},
    {.name = "web.warm_line_hours_es",
     .value = "",
     .words = "The same in Spanish."},
    {.name = "web.program_line",
     .value = "",
     .words = "The program's own number."},
    {.name = "web.program_line_hours",
     .value = "",
     .words = "When the program answers, in words."},
    {.name = "web.program_line_hours_es",
     .value = "",
     .words = "The same in Spanish."},
    {0},
};

extern const struct module web_module;
const struct module web_module = {.name = "web",
                                  .capabilities = capabilities,
                                  .routes = web_routes,
                                  .places = places,
                                  .jobs = draft_jobs,
                                  .settings = settings,
                                  .export_person = draft_export,
                                  .erase_person = draft_erase};
