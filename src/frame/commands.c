#include "frame/commands.h"

#include <stdio.h>
#include <string.h>

/* The i-th command of all, in the order of the folders; NULL past the end. */
static const struct command *command_at(size_t i)
{
    for (const struct module *const *m = modules; *m; m++)
        for (const struct command *c = (*m)->commands; c && c->words; c++)
            if (i-- == 0)
                return c;
    return NULL;
}

/* How many words of argv are this command's; 0 when it is another. */
static int words_of(const struct command *c, int argc, char **argv)
{
    const char *at = c->words;
    int n = 0;

    while (*at) {
        size_t len = strcspn(at, " ");
        if (n == argc || strlen(argv[n]) != len ||
            strncmp(argv[n], at, len) != 0)
            return 0;
        n++;
        at += len + strspn(at + len, " ");
    }
    return n;
}

static const struct command *find(int argc, char **argv, int *words)
{
    const struct command *c = NULL;

    for (size_t i = 0; (c = command_at(i)); i++)
        if ((*words = words_of(c, argc, argv)) > 0)
            return c;
    return NULL;
}

/* Whether the command is one of "user ...". */
static bool is_of(const struct command *c, const char *group)
{
    size_t n = strlen(group);

    return strncmp(c->words, group, n) == 0 && c->words[n] == ' ';
}

static bool is_group(const char *word)
{
    const struct command *c = NULL;

    for (size_t i = 0; (c = command_at(i)); i++)
        if (is_of(c, word))
            return true;
    return false;
}

/* A line for each command; of a group, or of all when it is NULL. */
static void help_list(const char *group)
{
    const struct command *c = NULL;

    for (size_t i = 0; (c = command_at(i)); i++) {
        if (group && !is_of(c, group))
            continue;
        int used = printf("  beside %s %s", c->words, c->args);
        (void)printf("%*s%s\n", used < 40 ? 40 - used : 1, "", c->help);
    }
}

static void help_group(const char *group)
{
    (void)printf("beside %s ...\n\n", group);
    help_list(group);
}

static void help_one(const struct command *c)
{
    (void)printf("beside %s%s%s\n%s\n\n", c->words, *c->args ? " " : "",
                 c->args, c->help);
    if (c->more)
        (void)puts(c->more);
    if (c->needs_store)
        (void)puts(STORE_OPTIONS);
}

static bool unknown(struct ctx *cx, int argc, char **argv)
{
    if (!is_group(argv[0]))
        return fail(cx, ERR_INVALID, NULL,
                    "There is no command %s. `beside help` lists them.",
                    argv[0]);
    if (argc == 1)
        return fail(cx, ERR_INVALID, NULL,
                    "Please say more: `beside %s --help` lists what follows.",
                    argv[0]);
    return fail(cx, ERR_INVALID, NULL,
                "There is no command %s %s. `beside %s --help` lists them.",
                argv[0], argv[1], argv[0]);
}

static bool help(struct ctx *cx, int argc, char **argv)
{
    int words = 0;
    const struct command *c = find(argc, argv, &words);

    if (argc == 0) {
        (void)puts("Beside: peer support, in the person's own words.\n\n"
                   "  beside COMMAND --help says more of one.\n");
        help_list(NULL);
    } else if (c && words == argc) {
        help_one(c);
    } else if (argc == 1 && is_group(argv[0])) {
        help_group(argv[0]);
    } else {
        return unknown(cx, argc, argv);
    }
    return true;
}

static bool version(struct ctx *cx, int argc, char **argv)
{
    if (argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[0]);
    (void)puts("beside " BESIDE_VERSION);
    return true;
}

const struct command frame_commands[] = {
    {"help", "[COMMAND]", "Say this, or more of one command.", help, false,
     NULL},
    {"version", "", "Say which Beside this is.", version, false, NULL},
    {0},
};

static bool asks_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0)
            return true;
    return false;
}

bool commands_run(struct ctx *cx, int argc, char **argv, command_opener opener)
{
    int words = 0;
    const struct command *c = find(argc, argv, &words);

    if (argc == 0 || strcmp(argv[0], "--help") == 0)
        return help(cx, 0, argv);
    if (strcmp(argv[0], "--version") == 0)
        return version(cx, argc - 1, argv + 1);
    if (!c && argc == 2 && is_group(argv[0]) && asks_help(1, argv + 1))
        return help(cx, 1, argv);
    if (!c)
        return unknown(cx, argc, argv);
    argc -= words;
    argv += words;
    if (asks_help(argc, argv))
        help_one(c);
    else
        return c->needs_store ? opener(cx, c, argc, argv)
                              : c->run(cx, argc, argv);
    return true;
}
