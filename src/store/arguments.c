#include <string.h>

#include "store/store_int.h"

enum { OWN = 4, OPTIONS_MAX = 16 };

static void own_options(struct store *s, struct cli_option own[OWN + 1])
{
    own[0] = (struct cli_option){"--data", "DIR", &s->dir};
    own[1] = (struct cli_option){"--database", "URL", &s->database};
    own[2] = (struct cli_option){"--key", "FILE", &s->key_file};
    own[3] =
        (struct cli_option){"--passphrase-file", "FILE", &s->passphrase_file};
    own[4] = (struct cli_option){0};
}

static bool is_server(struct ctx *cx, const struct store *s)
{
    return !s->database || db_names_server(s->database) ||
           fail(cx, ERR_INVALID, NULL,
                "A database is a server's address, postgresql://... Without "
                "one the store is in DIR/beside.db.");
}

bool store_arguments(struct ctx *cx, struct store_words *w, struct store *s)
{
    struct cli_option options[OPTIONS_MAX] = {{0}};
    size_t n = OWN;

    own_options(s, options);
    for (const struct cli_option *o = w->more; o && o->name; o++)
        if (n < OPTIONS_MAX - 1)
            options[n++] = *o;
    return cli_options(cx, w->argc, w->argv, options, &w->argc) &&
           is_server(cx, s);
}

static bool is_own(const struct cli_option *own, const char *word)
{
    size_t len = strcspn(word, "=");

    for (; own->name; own++)
        if (strlen(own->name) == len && strncmp(own->name, word, len) == 0)
            return true;
    return false;
}

/* Take the store's own options out of argv; the rest stays, *argc words. */
static bool take_own(struct ctx *cx, int *argc, char **argv, struct store *s)
{
    struct cli_option own[OWN + 1];
    int kept = 0;

    own_options(s, own);
    for (int i = 0; i < *argc; i++) {
        if (!is_own(own, argv[i])) {
            argv[kept++] = argv[i];
            continue;
        }
        int words = 0, span = strchr(argv[i], '=') || i + 1 == *argc ? 1 : 2;
        if (!cli_options(cx, span, argv + i, own, &words))
            return false;
        i += span - 1;
    }
    *argc = kept;
    return is_server(cx, s);
}

bool store_run(struct ctx *cx, const struct command *c, int argc, char **argv)
{
    struct store s = {0};

    if (!take_own(cx, &argc, argv, &s) || !store_open(cx, &s) || !db_begin(cx))
        return false;
    if (c->run(cx, argc, argv) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}
