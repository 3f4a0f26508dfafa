#include <dirent.h>
#include <stdio.h>

#include "auth/auth.h"
#include "base/text.h"
#include "demo/again.h"
#include "demo/demo.h"
#include "store/store.h"

enum { PASSWORD_LETTERS = 12, FIRST_YEAR = 2000, LAST_YEAR = 2099 };

/* Numbers to call, on every page of a person: made up, all of 555-01xx. */
static const struct setting_said numbers[] = {
    {"web.warm_line", "555-0142"},
    {"web.warm_line_hours", "Talk with a peer. Every night, 5 pm to midnight."},
    {"web.warm_line_hours_es",
     "Hable con un par. Cada noche, de 5 pm a medianoche."},
    {"web.program_line", "555-0117"},
    {"web.program_line_hours", "Monday to Friday, 9 am to 5 pm."},
    {"web.program_line_hours_es", "De lunes a viernes, de 9 am a 5 pm."},
    {0},
};

struct wanted {
    const char *date, *password;
    struct date day;
};

/* Whether something is in the directory. */
static bool is_taken(const char *dir)
{
    DIR *d = opendir(dir);
    int n = 0;

    if (!d)
        return false;
    while (readdir(d))
        n++;
    (void)closedir(d);
    return n > 2; /* "." and ".." */
}

static bool read_day(struct ctx *cx, struct wanted *w)
{
    w->day = *w->date ? date_parse(w->date) : day_of(cx->now);
    return (date_is_set(w->day) &&
            w->day.days >= date_ymd(FIRST_YEAR, 1, 1).days &&
            w->day.days <= date_ymd(LAST_YEAR, 12, 31).days) ||
           fail(cx, ERR_INVALID, NULL,
                "A date looks like 2026-10-13, from the year %d to %d.",
                FIRST_YEAR, LAST_YEAR);
}

static bool write_all(struct ctx *cx, void *what)
{
    const struct wanted *w = what;
    const char *hash = NULL;

    return password_hash(cx, w->password, &hash) &&
           demo_write(cx, w->day, hash) && store_mark_demo(cx);
}

/* All is understood before anything is touched. */
static bool read_words(struct ctx *cx, struct store_words *words,
                       struct store *s, struct wanted *w)
{
    const struct cli_option options[] = {{"--password", "PW", &w->password},
                                         {"--date", "YYYY-MM-DD", &w->date},
                                         {0}};

    words->more = options;
    if (!store_arguments(cx, words, s))
        return false;
    if (words->argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    words->argv[0]);
    if (!store_name(cx, s) || !read_day(cx, w))
        return false;
    if (!*w->password)
        w->password = random_code(cx->mem, PASSWORD_LETTERS);
    return true;
}

static bool demo_command(struct ctx *cx, int argc, char **argv)
{
    struct store s = {.say = numbers};
    struct store_words words = {argc, argv, NULL};
    struct wanted w = {.date = "", .password = ""};

    if (!read_words(cx, &words, &s, &w))
        return false;
    if (!(is_taken(s.dir) ? demo_again(cx, &s, write_all, &w)
                          : store_make(cx, &s, write_all, &w)))
        return false;
    (void)printf("A made-up program, as of %s, is in %s.\n"
                 "Sign in as denise, ruth, jose, karen, rao or luis.\n"
                 "password: %s\n",
                 date_iso(cx->mem, w.day), s.dir, w.password);
    return true;
}

const struct command demo_commands[] = {
    {.words = "demo",
     .args = "--data DIR",
     .help = "Write one made-up program to try Beside with.",
     .run = demo_command,
     .more = "Takes the place of an earlier demo, and of nothing else.\n\n"
             "  --password PW             for everybody; else one is made\n"
             "  --date YYYY-MM-DD         what day it is there; "
             "today\n" STORE_OPTIONS},
    {0},
};
