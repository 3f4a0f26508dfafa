#include "cli/cli.h"

#include <string.h>

static const struct cli_option *find(const struct cli_option *options,
                                     const char *word, size_t n)
{
    for (const struct cli_option *o = options; o->name; o++)
        if (strlen(o->name) == n && strncmp(o->name, word, n) == 0)
            return o;
    return NULL;
}

/* One option at argv[*i]; moves *i past its argument. */
static bool take(struct ctx *cx, int argc, char **argv, int *i,
                 const struct cli_option *options)
{
    const char *word = argv[*i];
    size_t n = strcspn(word, "=");
    const struct cli_option *o = find(options, word, n);

    if (!o)
        return fail(cx, ERR_INVALID, NULL, "There is no option %.*s here.",
                    (int)n, word);
    if (!o->argument) {
        *o->value = "yes";
        return !word[n] ||
               fail(cx, ERR_INVALID, NULL, "%s takes no value.", o->name);
    }
    if (word[n]) {
        *o->value = word + n + 1;
        return true;
    }
    if (*i + 1 >= argc)
        return fail(cx, ERR_INVALID, NULL, "%s needs %s after it.", o->name,
                    o->argument);
    *o->value = argv[++*i];
    return true;
}

bool cli_options(struct ctx *cx, int argc, char **argv,
                 const struct cli_option *options, int *n)
{
    *n = 0;
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) {
            while (++i < argc)
                argv[(*n)++] = argv[i];
        } else if (strncmp(argv[i], "--", 2) != 0) {
            argv[(*n)++] = argv[i];
        } else if (!take(cx, argc, argv, &i, options)) {
            return false;
        }
    }
    return true;
}

bool cli_words(struct ctx *cx, int argc, char **argv, int *n)
{
    const struct cli_option none[] = {{0}};

    return cli_options(cx, argc, argv, none, n);
}
