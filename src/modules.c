/* The modules of this program, made from the one list in src/meson.build. */
#include "frame/module.h"

#define M(name) extern const struct module name##_module;
#include "modules.inc"
#undef M

const struct module *const modules[] = {
#define M(name) &name##_module,
#include "modules.inc"
#undef M
    NULL,
};
