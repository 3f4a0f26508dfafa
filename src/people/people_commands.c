#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "people/people_int.h"
#include "store/store.h"

static bool by_number(struct ctx *cx, const char *words, struct person *out)
{
    char *end = NULL;
    int64_t id = strtoll(words, &end, 10);

    if (*end || id <= 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such person.");
    return person_get(cx, (struct person_id){id}, out);
}

bool person_named(struct ctx *cx, const char *words, struct person *out)
{
    struct persons found;
    int64_t program = 0;

    if (words[0] >= '0' && words[0] <= '9')
        return by_number(cx, words, out);
    if (!program_only(cx, &program) || !person_find(cx, program, words, &found))
        return false;
    if (found.n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such person.");
    if (found.n > 1)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Several people have this name. Please use the number "
                    "that \"person list\" shows.");
    *out = found.at[0];
    return true;
}

static bool add_command(struct ctx *cx, int argc, char **argv)
{
    struct person p = {0};
    const struct cli_option options[] = {{"--first", "NAME", &p.first},
                                         {"--title", "TEXT", &p.title},
                                         {"--days", "TEXT", &p.days},
                                         {0}};

    if (!cli_options(cx, argc, argv, options, &argc))
        return false;
    if (argc != 2)
        return fail(cx, ERR_INVALID, NULL,
                    "Please give a role and a name, as in: "
                    "person add peer \"Ruth Alvarez\".");
    p.role = role_parse(argv[0]);
    p.name = argv[1];
    if (p.role == ROLE_NONE)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not a role.", argv[0]);
    if (!program_only(cx, &p.program) || !person_add(cx, &p))
        return false;
    printf("%lld %s\n", (long long)p.id.v, p.name);
    return true;
}

static bool list_command(struct ctx *cx, int argc, char **argv)
{
    struct persons found;
    int64_t program = 0;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc > 1)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[1]);
    if (!program_only(cx, &program) ||
        !person_find(cx, program, argc > 0 ? argv[0] : "", &found))
        return false;
    for (size_t i = 0; i < found.n; i++)
        printf("%lld\t%s\t%s\n", (long long)found.at[i].id.v,
               role_name(found.at[i].role), found.at[i].name);
    return true;
}

static bool read_pair(struct ctx *cx, int argc, char **argv,
                      struct person *peer, struct person *member)
{
    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 2)
        return fail(cx, ERR_INVALID, NULL,
                    "Please name the peer, then the person.");
    return person_named(cx, argv[0], peer) && person_named(cx, argv[1], member);
}

static bool join_command(struct ctx *cx, int argc, char **argv)
{
    struct person peer = {0}, member = {0};

    if (!read_pair(cx, argc, argv, &peer, &member) ||
        !peer_join(cx, peer.id, member.id))
        return false;
    printf("%s walks with %s from now on.\n", peer.name, member.name);
    return true;
}

static bool leave_command(struct ctx *cx, int argc, char **argv)
{
    struct person peer = {0}, member = {0};

    if (!read_pair(cx, argc, argv, &peer, &member) ||
        !peer_leave(cx, peer.id, member.id))
        return false;
    printf("%s does not walk with %s any more.\n", peer.name, member.name);
    return true;
}

static bool hired_command(struct ctx *cx, int argc, char **argv)
{
    struct person p = {0};

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 2)
        return fail(cx, ERR_INVALID, NULL,
                    "Please name one person, then a role.");
    const enum role role = role_parse(argv[1]);
    if (role == ROLE_NONE || role == ROLE_PERSON)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not a role.", argv[1]);
    if (!person_named(cx, argv[0], &p) || !staff_add(cx, p.id, role))
        return false;
    printf("%s works here too: %s.\n", p.name, role_name(role));
    return true;
}

static bool served_command(struct ctx *cx, int argc, char **argv)
{
    struct person p = {0};

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 1)
        return fail(cx, ERR_INVALID, NULL, "Please name one person.");
    if (!person_named(cx, argv[0], &p) || !member_add(cx, p.id))
        return false;
    printf("%s is walked with too.\n", p.name);
    return true;
}

static bool program_command(struct ctx *cx, int argc, char **argv)
{
    int64_t id = 0;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc != 1)
        return fail(cx, ERR_INVALID, NULL, "Please give the program a name.");
    if (!program_add(cx, argv[0], &id))
        return false;
    printf("%lld %s\n", (long long)id, argv[0]);
    return true;
}

#define PASSWORD_OPTION \
    "  --password-file FILE      its first line; \"-\" is standard input\n"

const struct command people_commands[] = {
    {"init", "", "Make a new, empty store with its first administrator.",
     init_command, false,
     "Asks for what is not given.\n\n"
     "  --program NAME            of the program, as people call it\n"
     "  --admin NAME              in full\n"
     "  --sign-in NAME            what the administrator signs in "
     "with\n" PASSWORD_OPTION STORE_OPTIONS},
    {"user add", "SIGN-IN-NAME PERSON", "Let somebody sign in.",
     user_add_command, false,
     "PERSON is a name or number of \"person list\"; with --role it is the\n"
     "full name of somebody new.\n\n"
     "  --role ROLE               person, peer, supervisor, clinician,\n"
     "                            case-manager or admin\n"
     "  --title TEXT              of staff: \"Peer specialist\"\n"
     "  --served                  staff who are walked with too: an account\n"
     "                            for that, apart\n" PASSWORD_OPTION
         STORE_OPTIONS},
    {"user list", "", "Who can sign in: name, role, person.", user_list_command,
     false, STORE_OPTIONS},
    {"user disable", "SIGN-IN-NAME", "They cannot sign in any more, from now.",
     user_disable_command, false, STORE_OPTIONS},
    {"user enable", "SIGN-IN-NAME", "They can sign in again.",
     user_enable_command, false, STORE_OPTIONS},
    {"user password", "SIGN-IN-NAME", "Give them a new password.",
     user_password_command, false,
     "Signs them out everywhere.\n\n" PASSWORD_OPTION STORE_OPTIONS},
    {"export person", "PERSON", "All that is kept of one person, as JSON.",
     export_person_command, false,
     "  --to FILE                 a new file for your eyes alone, not the\n"
     "                            terminal\n" STORE_OPTIONS},
    {"erase person", "PERSON", "All that is kept of one person goes, for good.",
     erase_person_command, false,
     "Also out of the backups this store knows of; what could not be reached\n"
     "is named. Asks for the name again.\n\n"
     "  --yes                     do not ask\n" STORE_OPTIONS},
    {"program add", "NAME", "Add a program.", program_command, true, NULL},
    {"person add", "ROLE NAME",
     "Add somebody the program walks with, or staff.", add_command, true,
     "ROLE is person, peer, supervisor, clinician, case manager or\n"
     "administrator. To sign in they also need: user add.\n\n"
     "  --first NAME              what one calls them; the first of the name\n"
     "  --title TEXT              of staff: \"Peer specialist\"\n"
     "  --days TEXT               of staff: when they are here\n"},
    {"person list", "[WORDS]", "Up to 50 people whose name holds the words.",
     list_command, true, NULL},
    {"person served", "PERSON", "Somebody of staff is walked with too.",
     served_command, true,
     "From then on their own things are closed to colleagues.\n"},
    {"person hired", "PERSON ROLE", "Somebody walked with starts to work here.",
     hired_command, true,
     "From then on their own things are closed to colleagues.\n"},
    {"peer join", "PEER PERSON", "From now on the peer walks with the person.",
     join_command, true, "Each is a name or the number of \"person list\".\n"},
    {"peer leave", "PEER PERSON", "The peer does not walk with them any more.",
     leave_command, true, NULL},
    {"team add", "NAME", "Add a team: those who meet about people.",
     team_add_command, true, NULL},
    {"team list", "", "The teams of the program.", team_list_command, true,
     NULL},
    {"team join", "TEAM PERSON", "Somebody is in the team from now on.",
     team_join_command, true,
     "Each is a name or a number: of \"team list\", of \"person list\".\n"},
    {"team leave", "TEAM PERSON", "They are not in the team any more.",
     team_leave_command, true, NULL},
    {0},
};
