#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "auth/auth.h"
#include "base/text.h"
#include "cli/cli.h"
#include "demo/demo.h"
#include "frame/module.h"
#include "keys/keys.h"
#include "store/store.h"

enum { PASSWORD_LETTERS = 12 };

/* Whether anything is in the directory. */
static bool is_empty(const char *dir)
{
    DIR *d = opendir(dir);
    int n = 0;

    if (!d)
        return true;
    while (readdir(d))
        n++;
    (void)closedir(d);
    return n <= 2; /* "." and ".." */
}

/* Take away what an earlier demo made; refuse to touch anything else. */
static bool clear(struct ctx *cx, const struct store *s)
{
    static const char *const files[] = {"beside.db", "beside.db-wal",
                                        "beside.db-shm", "beside.conf"};
    struct ctx look = {
        .mem = arena_new(64 << 20), .actor = cx->actor, .now = cx->now};
    struct store there = *s;
    bool ours = store_open(&look, &there) && there.is_demo;

    arena_free(look.mem);
    keys_close();
    if (!ours)
        return fail(cx, ERR_CONFLICT, NULL,
                    "%s holds data that no demo made. Nothing was changed.",
                    s->dir);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        (void)unlink(arena_fmt(cx->mem, "%s/%s", s->dir, files[i]));
    (void)unlink(s->key_file);
    return true;
}

static bool write_all(struct ctx *cx, struct date day, const char *password)
{
    const char *hash = NULL;

    if (!password_hash(cx, password, &hash) || !db_begin(cx))
        return false;
    if (demo_write(cx, day, hash) && store_mark_demo(cx) && db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

/* Numbers to call, on every page of a person: made up, all of 555-01xx. */
static bool write_numbers(struct ctx *cx, const struct store *s)
{
    FILE *f = fopen(arena_fmt(cx->mem, "%s/beside.conf", s->dir), "ae");

    if (!f)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "The settings cannot be written: %s.", strerror(errno));
    bool good =
        fputs("\nweb.warm_line = 555-0142\n"
              "web.warm_line_hours = Talk with a peer. Every night, 5 pm to "
              "midnight.\n"
              "web.warm_line_hours_es = Hable con un par. Cada noche, de 5 pm "
              "a medianoche.\n"
              "web.program_line = 555-0117\n"
              "web.program_line_hours = Monday to Friday, 9 am to 5 pm.\n"
              "web.program_line_hours_es = De lunes a viernes, de 9 am a 5 "
              "pm.\n",
              f) >= 0;
    good = fclose(f) == 0 && good;
    return good || fail(cx, ERR_UNAVAILABLE, NULL,
                        "The settings could not be written whole.");
}

static bool demo_command(struct ctx *cx, int argc, char **argv)
{
    struct store s = {0};
    const char *date = "", *password = "";
    const struct cli_option options[] = {
        {"--data", "DIR", "where to put it", &s.dir},
        {"--database", "URL", "a postgresql:// store", &s.database},
        {"--key", "FILE", "the master key, if not DIR.key", &s.key_file},
        {"--password", "PW", "for everybody; else one is made", &password},
        {"--date", "YYYY-MM-DD", "what day it is there", &date},
        {0}};
    int words = 0;

    if (!cli_options(cx, argc, argv, options, &words) || !store_name(cx, &s))
        return false;
    if (!*password)
        password = random_code(cx->mem, PASSWORD_LETTERS);
    if (!is_empty(s.dir) && !clear(cx, &s))
        return false;
    if (!store_make(cx, &s) || !write_numbers(cx, &s))
        return false;
    struct date day = *date ? date_parse(date) : day_of(cx->now);
    if (!date_is_set(day))
        return fail(cx, ERR_INVALID, NULL, "A date looks like 2026-10-13.");
    if (!write_all(cx, day, password))
        return false;
    (void)printf("A made-up program, as of %s, is in %s.\n"
                 "Sign in as denise, ruth, jose, karen, rao or luis.\n"
                 "password: %s\n",
                 date_iso(cx->mem, day), s.dir, password);
    return true;
}

const struct command demo_commands[] = {
    {.words = "demo",
     .args = "--data DIR",
     .help = "Write one made-up program to try Beside with.",
     .run = demo_command,
     .more = "  --data DIR                where to put it\n"
             "  --database URL            a postgresql:// store\n"
             "  --key FILE                the master key, if not DIR.key\n"
             "  --password PW             for everybody; else one is made\n"
             "  --date YYYY-MM-DD         what day it is there; today\n"},
    {0},
};
