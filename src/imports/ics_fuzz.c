/* Calendar files as they might come: read, never stored. */
#include <stdint.h>

#include "frame/actor.h"
#include "imports/ics.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    const struct ics_span span = {0, INT64_C(4000000000)};
    struct ics_events events;
    struct lefts left;

    (void)!ics_read(&cx, (struct blob){data, size}, span, &events, &left);
    arena_free(cx.mem);
    return 0;
}
