/* questions/set_commands.h - question sets from the terminal: beside questions
 * ...
 *
 * Rows of the command table in visits/module.c.
 */
#ifndef QUESTIONS_SET_COMMANDS_H
#define QUESTIONS_SET_COMMANDS_H

#include "base/ctx.h"

/* questions add FILE: keep it, and use it for its kind of visit. */
bool set_add_command(struct ctx *cx, int argc, char **argv);

/* questions check FILE: say what is wrong with it; needs no store. */
bool set_check_command(struct ctx *cx, int argc, char **argv);

bool set_list_command(struct ctx *cx, int argc, char **argv);

/* questions show NUMBER: the file as it was given, to begin one's own from. */
bool set_show_command(struct ctx *cx, int argc, char **argv);

/* questions use NUMBER: of those that were added before. */
bool set_use_command(struct ctx *cx, int argc, char **argv);

#endif
