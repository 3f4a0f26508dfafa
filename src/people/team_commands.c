#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "people/people_int.h"

bool team_add_command(struct ctx *cx, int argc, char **argv)
{
    int64_t program = 0, id = 0;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 1)
        return fail(cx, ERR_INVALID, NULL, "Please give the team a name.");
    if (!program_only(cx, &program) || !team_add(cx, program, argv[0], &id))
        return false;
    printf("%lld %s\n", (long long)id, argv[0]);
    return true;
}

bool team_list_command(struct ctx *cx, int argc, char **argv)
{
    struct teams all;
    int64_t program = 0;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[0]);
    if (!program_only(cx, &program) || !team_list(cx, program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        printf("%lld\t%s\n", (long long)all.at[i].id, all.at[i].name);
    return true;
}

/* By its number, or by its name as "team list" shows it. */
static bool team_named(struct ctx *cx, const char *words, struct team *out)
{
    struct teams all;
    int64_t program = 0;

    if (!program_only(cx, &program) || !team_list(cx, program, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (strtoll(words, NULL, 10) == all.at[i].id ||
            strcmp(text_plain(cx->mem, words),
                   text_plain(cx->mem, all.at[i].name)) == 0) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL,
                "There is no such team. \"team list\" shows those there are.");
}

static bool read_pair(struct ctx *cx, int argc, char **argv, struct team *team,
                      struct person *person)
{
    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 2)
        return fail(cx, ERR_INVALID, NULL,
                    "Please name the team, then the person.");
    return team_named(cx, argv[0], team) && person_named(cx, argv[1], person);
}

bool team_join_command(struct ctx *cx, int argc, char **argv)
{
    struct person person = {0};
    struct team team = {0};

    if (!read_pair(cx, argc, argv, &team, &person) ||
        !team_join(cx, team.id, person.id))
        return false;
    printf("%s is in %s from now on.\n", person.name, team.name);
    return true;
}

bool team_leave_command(struct ctx *cx, int argc, char **argv)
{
    struct person person = {0};
    struct team team = {0};

    if (!read_pair(cx, argc, argv, &team, &person) ||
        !team_leave(cx, team.id, person.id))
        return false;
    printf("%s is not in %s any more.\n", person.name, team.name);
    return true;
}
