#include "frame/module.h"

#include "db/db.h"
#include "frame/commands.h"

enum { ONCE_DAYS = 30, DAY_S = 86400 };

static bool forget_old_forms(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM frame_once WHERE at < $1");

    db_put_int(q, cx->now - (int64_t)ONCE_DAYS * DAY_S);
    return db_end(q);
}

static const struct job jobs[] = {
    {"forget forms that arrived a month ago", DAY_S, forget_old_forms},
    {0},
};

static bool is_zone(const char *value)
{
    return zone_set(value);
}

static bool is_lang(const char *value)
{
    return lang_parse(value, LANG_COUNT) != LANG_COUNT;
}

static const struct setting settings[] = {
    {.name = "program.zone",
     .value = "America/New_York",
     .words = "The time zone of the program, an IANA name.",
     .good = is_zone},
    {.name = "program.language",
     .value = "en",
     .words = "The language of pages nobody has chosen one for: en or es.",
     .good = is_lang},
    {.name = "program.name",
     .value = "Beside",
     .words = "The name on every page. A discreet one protects people."},
    {0},
};

extern const struct module frame_module;
const struct module frame_module = {
    .name = "frame",
    .commands = frame_commands,
    .jobs = jobs,
    .settings = settings,
};
