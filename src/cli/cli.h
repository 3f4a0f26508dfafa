/* cli/cli.h - words and options of one command on a terminal. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/ctx.h"

/* One option: "--port N". argument NULL: a flag, and *value becomes "yes".
 * value keeps what it held when the option is not given. */
struct cli_option {
    const char *name;     /* "--port" */
    const char *argument; /* "N", or NULL for a flag */
    const char **value;
};

/* Read "--name value" and "--name=value"; what is not an option is moved to the
 * front of argv, *n of them. "--" ends the options. options ends with {0}.
 * Errors: ERR_INVALID: an unknown option, or one without its argument. */
MUST_CHECK bool cli_options(struct ctx *cx, int argc, char **argv,
                            const struct cli_option *options, int *n);

/* For a command without options: the words move to the front, *n of them.
 * Errors: ERR_INVALID, naming the option that was given. */
MUST_CHECK bool cli_words(struct ctx *cx, int argc, char **argv, int *n);

#endif
