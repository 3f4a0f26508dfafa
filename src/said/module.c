#include "frame/module.h"
#include "said/keep.h"
#include "said/said.h"
#include "said/said_int.h"
#include "sharing/named.h"

static const struct job jobs[] = {
    {"what has run its time", 60, said_expire},
    {0},
};

static const struct listener listeners[] = {{SHARING_NAMED, said_name}, {0}};

extern const struct module said_module;
const struct module said_module = {
    .name = "said",
    .jobs = jobs,
    .listeners = listeners,
    .export_person = said_export,
    .erase_person = said_erase,
};
