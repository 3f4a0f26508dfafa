/* FHIR bundles as they might come: read, never stored. */
#include <stdint.h>

#include "frame/actor.h"
#include "imports/fhir.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ctx cx = {.mem = arena_new(64 << 20), .actor = &actor_nobody};
    struct fhir_bundle bundle;

    (void)!fhir_read(&cx, (struct blob){data, size}, &bundle);
    arena_free(cx.mem);
    return 0;
}
