/* Any bytes as the file of settings: refused with a sentence, or every value is
 * one that its row allows. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "frame/actor.h"
#include "frame/module.h"
#include "frame/settings.h"

static void hold_allowed(void)
{
    for (const struct module *const *m = modules; *m; m++)
        for (const struct setting *s = (*m)->settings; s && s->name; s++) {
            const int64_t n = setting_number(s->name);
            if (s->kind == SETTING_NUMBER && (n < s->least || n > s->most))
                abort();
            if (s->kind == SETTING_TEXT && s->good &&
                !s->good(setting_text(s->name)))
                abort();
        }
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    const int fd = memfd_create("settings", 0);

    if (fd < 0 || write(fd, at, n) != (ssize_t)n)
        abort();
    if (settings_load(&cx, arena_fmt(cx.mem, "/proc/self/fd/%d", fd)))
        hold_allowed();
    else if (cx.err.code != ERR_INVALID || !*cx.err.text)
        abort();
    (void)close(fd);
    arena_free(cx.mem);
    return 0;
}
