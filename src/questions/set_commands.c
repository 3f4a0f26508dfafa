#include "questions/set_commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "cli/cli.h"
#include "questions/set_store.h"

static bool read_file(struct ctx *cx, int argc, char **argv, struct blob *out)
{
    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 1)
        return fail(cx, ERR_INVALID, NULL, "Please name one file.");
    return file_read(cx, argv[0], SET_BYTES_MAX, out);
}

static void print_problems(const struct set_problems *p)
{
    for (size_t i = 0; i < p->n; i++)
        (void)fprintf(stderr, "- %s\n", p->at[i]);
}

/* A set works without a translation: its own words are said instead. */
static void print_missing(const struct set *s)
{
    for (int l = 0; l < LANG_COUNT; l++)
        if (s->missing[l])
            printf("Note: %zu sentences have no %s.\n", s->missing[l],
                   lang_name((enum lang)l));
}

static void print_in_use(const struct ctx *cx, const struct set *s)
{
    printf("%lld %s, version %s. Visits of the kind \"%s\" begin with it from"
           " now on.\n",
           (long long)s->id, s->title.in[cx->lang], s->version,
           set_kind_code(s->kind));
}

bool set_add_command(struct ctx *cx, int argc, char **argv)
{
    struct set_problems problems = {0};
    struct blob file = {0};
    struct set s;

    if (!read_file(cx, argc, argv, &file))
        return false;
    if (!set_install(cx, file, &s, &problems)) {
        print_problems(&problems);
        return false;
    }
    print_in_use(cx, &s);
    print_missing(&s);
    return true;
}

bool set_check_command(struct ctx *cx, int argc, char **argv)
{
    struct set_problems problems;
    struct blob file = {0};
    struct set s;

    if (!read_file(cx, argc, argv, &file) || !set_parse(cx, file, &s))
        return false;
    if (!set_check(cx, &s, &problems)) {
        print_problems(&problems);
        return fail(cx, ERR_INVALID, NULL, "This set cannot be used yet.");
    }
    printf("%s: %zu questions, nothing to put right.\n", s.title.in[cx->lang],
           s.n);
    print_missing(&s);
    return true;
}

bool set_list_command(struct ctx *cx, int argc, char **argv)
{
    struct set_rows rows;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 0)
        return fail(cx, ERR_INVALID, NULL, "This needs no other words.");
    if (!set_list(cx, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct set_row *r = &rows.at[i];
        printf("%lld\t%s\t%s\t%s\t%s\t%s\n", (long long)r->id,
               set_kind_code(r->kind), r->version,
               date_iso(cx->mem, day_of(r->added)), r->in_use ? "in use" : "-",
               r->url);
    }
    return true;
}

static bool read_number(struct ctx *cx, int argc, char **argv, int64_t *out)
{
    char *end = NULL;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    *out = argc == 1 ? strtoll(argv[0], &end, 10) : 0;
    if (*out <= 0 || *end)
        return fail(cx, ERR_INVALID, NULL,
                    "Please give a number that \"questions list\" shows.");
    return true;
}

bool set_show_command(struct ctx *cx, int argc, char **argv)
{
    struct blob file = {0};
    int64_t id;

    if (!read_number(cx, argc, argv, &id) || !set_file(cx, id, &file))
        return false;
    (void)fwrite(file.at, 1, file.n, stdout);
    (void)putchar('\n');
    return true;
}

bool set_use_command(struct ctx *cx, int argc, char **argv)
{
    struct set s;
    int64_t id;

    if (!read_number(cx, argc, argv, &id) || !set_use(cx, id) ||
        !set_by_id(cx, id, &s))
        return false;
    print_in_use(cx, &s);
    return true;
}
