/* Knits, with hooks.c and modules.c: the files that see every folder. Runs the
 * command that was asked for, and says how it went: 0, 1 when it could not be
 * done, 2 when it was not understood. */
#include <stdio.h>
#include <time.h>

#include "frame/commands.h"
#include "keys/keys.h"
#include "store/store.h"

enum { COMMAND_MEMORY = 1 << 30 };

static int status_of(const struct ctx *cx, bool done)
{
    if (done)
        return 0;
    (void)fprintf(stderr, "beside: %s\n", cx->err.text);
    return cx->err.code == ERR_INVALID ? 2 : 1;
}

int main(int argc, char **argv)
{
    struct ctx cx = {.mem = arena_new(COMMAND_MEMORY),
                     .actor = &actor_operator,
                     .now = (int64_t)time(NULL)};
    int status =
        status_of(&cx, commands_run(&cx, argc - 1, argv + 1, store_run));

    arena_free(cx.mem);
    keys_close();
    return status;
}
