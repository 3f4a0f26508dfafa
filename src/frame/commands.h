/* frame/commands.h - the terminal: which command was asked for, and what there
 * is to say of each. */
#ifndef FRAME_COMMANDS_H
#define FRAME_COMMANDS_H

#include "frame/module.h"

/* Runs a row with needs_store: opens the store, commits when it is done. */
typedef bool (*command_opener)(struct ctx *cx, const struct command *c,
                               int argc, char **argv);

/* Find the command that argv, without the program's name, begins with, and run
 * it, or print its --help. Errors: ERR_INVALID, it is not known; its own. */
MUST_CHECK bool commands_run(struct ctx *cx, int argc, char **argv,
                             command_opener opener);

/* The rows "help" and "version". */
extern const struct command frame_commands[];

#endif
