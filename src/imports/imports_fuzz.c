/* Calendar files and FHIR bundles as they might come: read, never stored. */
#include <stdint.h>

#include "frame/actor.h"
#include "imports/fhir.h"
#include "imports/ics.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    struct blob file = {data, size};
    struct ics_events events;
    struct left_out left;
    const struct ics_span span = {0, INT64_C(4000000000)};
    struct fhir_bundle bundle;

    (void)!ics_read(&cx, file, span, &events, &left);
    ctx_forgive(&cx);
    (void)!fhir_read(&cx, file, &bundle);
    arena_free(cx.mem);
    return 0;
}
