#include "db/db_int.h"

static struct db *open_server(struct arena *mem, const char *where,
                              enum db_mode mode, const char **why)
{
    (void)mem;
    (void)where;
    (void)mode;
    *why = "this build has no PostgreSQL";
    return NULL;
}

const struct engine pg_engine = {.open = open_server, .is_server = true};
