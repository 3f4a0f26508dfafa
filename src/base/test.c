#include "base/test.h"

#include <stdlib.h>

#include "db/db.h"
#include "frame/actor.h"

static uint64_t seed = 88172645463325252U;

int test_random(int below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (uint64_t)below);
}

struct ctx *test_ctx(void)
{
    static struct ctx cx;
    const char *where = getenv("BESIDE_TEST_DATABASE");
    const char *why = "";
    int applied = 0;

    cr_assert(zone_set("America/New_York"));
    cx = (struct ctx){.mem = arena_new(64 << 20),
                      .actor = &actor_nobody,
                      .now = TEST_NOW};
    cx.db = db_open(cx.mem, where ? where : ":memory:", DB_WRITE, &why);
    cr_assert(cx.db, "%s", why);
    cr_assert(db_upgrade(&cx, &applied), "%s", cx.err.text);
    cr_assert(db_begin(&cx));
    return &cx;
}

void test_done(struct ctx *cx)
{
    db_rollback(cx);
    db_close(cx->db);
    arena_free(cx->mem);
}
