#include "frame/module.h"
#include "questions/set_commands.h"
#include "questions/set_store.h"
#include "store/store.h"

static bool fill(struct ctx *cx, const void *what)
{
    (void)what;
    return set_install_shipped(cx);
}

static const struct listener listeners[] = {{STORE_FILLED, fill}, {0}};

static const struct command commands[] = {
    {"questions add", "FILE", "Add a question set, and use it from now on.",
     set_add_command, true,
     "FILE is a FHIR R4 Questionnaire; \"-\" reads standard input.\n"
     "src/questions/sets/README.md says what may stand in it. Visits that are\n"
     "being prepared keep the questions they began with.\n"},
    {"questions check", "FILE", "Say what is wrong with a question set.",
     set_check_command, false, "Nothing is kept.\n"},
    {"questions list", "", "All question sets, and which are in use.",
     set_list_command, true,
     "Number, kind of visit, version, day it was added, in use, url.\n"},
    {"questions show", "NUMBER", "Print the file of a question set.",
     set_show_command, true, "To begin one's own from.\n"},
    {"questions use", "NUMBER", "Use a question set that was added before.",
     set_use_command, true, NULL},
    {0},
};

extern const struct module questions_module;
const struct module questions_module = {
    .name = "questions",
    .commands = commands,
    .listeners = listeners,
};
