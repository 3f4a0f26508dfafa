#include <stdio.h>
#include <string.h>

#include "auth/auth.h"
#include "base/file.h"
#include "cli/cli.h"
#include "imports/imports.h"
#include "people/people.h"

static void print_count(const char *what, const struct import_count *c)
{
    (void)printf("  %-12s %d new, %d changed, %d the same\n", what, c->added,
                 c->changed, c->same);
}

/* A line each: what, and how often. */
static void print_left(const struct lefts *l)
{
    for (size_t i = 0; i < l->n; i++)
        (void)printf("  not taken in: %s (%zu)\n", l->at[i].what,
                     l->at[i].times);
}

static bool import_fhir_command(struct ctx *cx, int argc, char **argv)
{
    struct fhir_bundle b = {0};
    struct import_report rep;
    struct blob file = {0};
    int64_t program = 0;
    int n = 0;

    if (!cli_words(cx, argc, argv, &n))
        return false;
    if (n != 1)
        return fail(cx, ERR_INVALID, NULL, "Please name one file.");
    if (!file_read(cx, argv[0], FHIR_FILE_MAX, &file) ||
        !program_only(cx, &program) || !fhir_read(cx, file, &b) ||
        !import_fhir(cx, program, &b, &rep))
        return false;
    (void)printf("%s\n", argv[0]);
    print_count("people", &rep.persons);
    (void)printf("  %-12s %d work here, %d kept as names at their visits, %d "
                 "of no visit\n",
                 "clinicians", rep.clinicians.here, rep.clinicians.named,
                 rep.clinicians.unused);
    print_count("places", &rep.places);
    print_count("visits", &rep.visits);
    print_left(&b.left);
    print_left(&rep.left);
    return true;
}

static bool import_ics_command(struct ctx *cx, int argc, char **argv)
{
    const char *name = "", *about = "body";
    const struct cli_option options[] = {
        {"--for", "NAME", &name}, {"--about", "mind|body", &about}, {0}};
    struct account whose;
    struct ics_events events;
    struct lefts left;
    struct import_report rep;
    struct blob file = {0};
    int n = 0;

    if (!cli_options(cx, argc, argv, options, &n))
        return false;
    bool mind = strcmp(about, "mind") == 0;
    if (n != 1 || !*name)
        return fail(cx, ERR_INVALID, NULL,
                    "Please name one file, and whose visits they are: --for "
                    "NAME.");
    if (!mind && strcmp(about, "body") != 0)
        return fail(cx, ERR_INVALID, NULL,
                    "Please say what they are about: --about mind, or --about "
                    "body.");
    if (!file_read(cx, argv[0], ICS_FILE_MAX, &file) ||
        !account_find(cx, name, &whose))
        return false;
    if (whose.role != ROLE_PERSON)
        return fail(cx, ERR_INVALID, NULL, "%s has no visits of their own.",
                    name);
    const struct visit like = {
        .program = whose.program,
        .person = whose.person,
        .kind = mind ? VISIT_MIND : VISIT_BODY,
    };
    if (!ics_read(cx, file, ics_span_at(cx->now), &events, &left) ||
        !import_ics(cx, &like, &events, &rep))
        return false;
    (void)printf("%s\n", argv[0]);
    print_count("visits", &rep.visits);
    print_left(&left);
    return true;
}

const struct command import_commands[] = {
    {.words = "import fhir",
     .args = "FILE",
     .help = "Take in people and visits from a FHIR R4 Bundle.",
     .run = import_fhir_command,
     .needs_store = true,
     .more = "Nobody becomes staff by a file: who works here is known by the "
             "same id\nor full name; others are names at their visits.\n"},
    {.words = "import ics",
     .args = "FILE --for NAME",
     .help = "Take in one person's visits from a calendar file.",
     .run = import_ics_command,
     .needs_store = true,
     .more = "  --for NAME                whose visits: a sign-in name\n"
             "  --about mind|body         body if not said\n"},
    {0},
};
