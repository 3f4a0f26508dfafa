/* cli/ask.h - questions to whoever sits at the terminal. */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "base/ctx.h"

/* The first line of a file; "-" is standard input. For passwords: never on the
 * command line, where others see them. Owns: cx->mem. Errors: ERR_INVALID. */
MUST_CHECK bool ask_file(struct ctx *cx, const char *file, const char **out);

/* A new password, typed twice and not shown; without a terminal, one line of
 * standard input. Owns: cx->mem. Errors: ERR_INVALID, the two differ. */
MUST_CHECK bool ask_password(struct ctx *cx, const char *prompt,
                             const char **out);

/* A line typed after the prompt. Owns: cx->mem. Errors: ERR_INVALID, there is
 * no more input. */
MUST_CHECK bool ask_line(struct ctx *cx, const char *prompt, const char **out);

#endif
