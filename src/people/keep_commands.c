/* All that is kept of one person: handed to them, or gone. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/ask.h"
#include "people/people_int.h"
#include "store/keep.h"
#include "store/store.h"

enum { EXPORT_MAX = 1 << 30, INDENT = 2 };

struct words {
    const char *to, *yes;
};

static bool open_for(struct ctx *cx, int argc, char **argv,
                     const struct cli_option *more)
{
    struct store s = {0};
    struct store_words w = {argc, argv, more};

    if (!store_arguments(cx, &w, &s))
        return false;
    if (w.argc != 1)
        return fail(cx, ERR_INVALID, NULL, "Please name one person.");
    return store_open(cx, &s);
}

/* Only for the eyes of whoever asked. */
static bool write_new(struct ctx *cx, const char *file, const struct buf *b)
{
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool done =
        fd >= 0 && write(fd, b->at, b->n) == (ssize_t)b->n && fsync(fd) == 0;
    int why = errno;

    if (fd >= 0)
        (void)close(fd);
    return done || fail(cx, ERR_UNAVAILABLE, NULL, "%s cannot be written: %s.",
                        file, strerror(why));
}

struct export
{
    const char *words;
    struct buf out;
};

static bool write_export(struct ctx *cx, void *what)
{
    struct export *e = what;
    struct json_out json = {.to = &e->out, .indent = INDENT};
    struct person p;

    if (!person_named(cx, e->words, &p))
        return false;
    json_put_object(&json, NULL);
    if (!keep_export(cx, p.id, &json))
        return false;
    json_put_end(&json);
    buf_putc(&e->out, '\n');
    return !e->out.full ||
           fail(cx, ERR_UNAVAILABLE, NULL, "This is too much for one file.");
}

bool export_person_command(struct ctx *cx, int argc, char **argv)
{
    struct words w = {0};
    const struct cli_option options[] = {{"--to", "FILE", &w.to}, {0}};
    struct export e = {.out = buf_new(cx->mem, EXPORT_MAX)};

    if (!open_for(cx, argc, argv, options))
        return false;
    e.words = argv[0];
    if (!store_change(cx, write_export, &e))
        return false;
    if (w.to)
        return write_new(cx, w.to, &e.out);
    (void)fwrite(e.out.at, 1, e.out.n, stdout);
    return true;
}

static bool erase(struct ctx *cx, void *what)
{
    const struct person_id *p = what;

    return keep_erase(cx, *p);
}

/* It cannot be undone: the name is typed again. */
static bool is_sure(struct ctx *cx, const struct person *p, const char *words,
                    const char *yes)
{
    const char *typed = NULL;

    if (yes) /* then what was given has to be all of it */
        return isdigit((unsigned char)*words) ||
               strcmp(text_plain(cx->mem, words),
                      text_plain(cx->mem, p->name)) == 0 ||
               fail(cx, ERR_INVALID, NULL,
                    "With --yes, please give the whole name or the number: %s, "
                    "%lld. Nothing was changed.",
                    p->name, (long long)p->id.v);
    (void)fprintf(stderr,
                  "Everything kept of %s goes, here and in backups, and cannot "
                  "come back.\n",
                  p->name);
    if (!ask_line(cx, "Type the name again", &typed))
        return false;
    return strcmp(text_plain(cx->mem, typed), text_plain(cx->mem, p->name)) ==
               0 ||
           fail(cx, ERR_INVALID, NULL,
                "This is another name. Nothing was changed.");
}

bool erase_person_command(struct ctx *cx, int argc, char **argv)
{
    struct words w = {0};
    const struct cli_option options[] = {{"--yes", NULL, &w.yes}, {0}};
    struct person p;
    const char *left = "";

    if (!open_for(cx, argc, argv, options) || !person_named(cx, argv[0], &p) ||
        !is_sure(cx, &p, argv[0], w.yes) || !store_change(cx, erase, &p.id) ||
        !keep_erased(cx, p.id, &left))
        return false;
    (void)printf("%s is erased.\n", p.name);
    if (*left)
        (void)printf("These keyrings of backups could not be reached. Whoever "
                     "has them must destroy them:\n%s",
                     left);
    return true;
}
