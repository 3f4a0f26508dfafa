#include "frame/module.h"

#include "imports/imports.h"
#include "imports/keep.h"

extern const struct module imports_module;
const struct module imports_module = {
    .name = "imports",
    .commands = import_commands,
    .export_person = imports_export,
    .erase_person = imports_erase,
};
