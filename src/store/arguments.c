#include "store/store.h"

enum { OPTIONS_MAX = 16 };

bool store_arguments(struct ctx *cx, struct store_words *w, struct store *s)
{
    struct cli_option options[OPTIONS_MAX] = {
        {"--data", "DIR", "", &s->dir},
        {"--database", "URL", "", &s->database},
        {"--key", "FILE", "", &s->key_file},
        {"--passphrase-file", "FILE", "", &s->passphrase_file}};
    size_t n = 4;

    for (const struct cli_option *o = w->more; o && o->name; o++)
        if (n < OPTIONS_MAX - 1)
            options[n++] = *o;
    return cli_options(cx, w->argc, w->argv, options, &w->argc);
}
