#include "frame/module.h"

#include "demo/demo.h"

extern const struct module demo_module;
const struct module demo_module = {.name = "demo", .commands = demo_commands};
