#include "asks/holders.h"

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "db/db.h"

const char *step_words(enum ask_step s)
{
    static const char *const words[ASK_STEPS] = {
        N_("Case manager"), N_("Team lead"), N_("Program director"),
        N_("The board")};

    return words[s];
}

static bool can_hold(enum role r)
{
    return (HOLDER_ROLES & ROLE_BIT(r)) != 0;
}

static bool check(struct ctx *cx, int64_t program, enum ask_step step,
                  struct person_id holder)
{
    const char *field = arena_fmt(cx->mem, "step-%d", step);
    struct query *q = db_sql(cx, "SELECT role FROM people_staff"
                                 " WHERE person = $1 AND program = $2");

    db_put_int(q, holder.v);
    db_put_int(q, program);
    bool can = db_row(q) && can_hold((enum role)db_get_int(q));
    if (!db_end(q))
        return false;
    return can || fail(cx, ERR_INVALID, field,
                       "Only a case manager, a clinician or a supervisor of "
                       "the program can stand on a step.");
}

bool holder_set(struct ctx *cx, int64_t program, enum ask_step step,
                struct person_id holder)
{
    if (holder.v && !check(cx, program, step, holder))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM asks_holder WHERE program = $1"
                                 " AND step = $2");
    db_put_int(q, program);
    db_put_int(q, step);
    if (!db_end(q) || !holder.v)
        return cx->err.code == ERR_NONE;
    q = db_sql(cx, "INSERT INTO asks_holder (program, step, holder)"
                   " VALUES ($1, $2, $3)");
    db_put_int(q, program);
    db_put_int(q, step);
    db_put_int(q, holder.v);
    return db_end(q);
}

/* Who works here no more, or as something else by now, stands there no more. */
bool holders_read(struct ctx *cx, int64_t program, struct holders *out)
{
    struct query *q =
        db_sql(cx, "SELECT h.step, h.holder, s.role FROM asks_holder h"
                   " JOIN people_staff s ON s.person = h.holder"
                   " AND s.program = h.program WHERE h.program = $1");

    *out = (struct holders){0};
    db_put_int(q, program);
    while (db_row(q)) {
        const int64_t step = db_get_int(q), holder = db_get_int(q);
        if (step < ASK_STEPS && can_hold((enum role)db_get_int(q)))
            out->at[step].v = holder;
    }
    return db_end(q);
}

/* --- the terminal --- */

static const char *const step_names[ASK_STEPS] = {"case-manager", "team-lead",
                                                  "director", "board"};

static bool step_named(struct ctx *cx, const char *word, enum ask_step *out)
{
    for (int i = 0; i < ASK_STEPS; i++)
        if (strcmp(step_names[i], word) == 0) {
            *out = (enum ask_step)i;
            return true;
        }
    return fail(cx, ERR_INVALID, NULL,
                "\"%s\" is not a step. The steps are: case-manager, team-lead, "
                "director, board.",
                word);
}

static bool holder_command(struct ctx *cx, int argc, char **argv)
{
    struct person p = {0};
    enum ask_step step = ASK_STEPS;
    int64_t program = 0;

    if (!cli_words(cx, argc, argv, &argc))
        return false;
    if (argc < 1 || argc > 2)
        return fail(cx, ERR_INVALID, NULL,
                    "Please name a step, then who stands there, as in: "
                    "ask holder team-lead \"Karen Olsen\".");
    if (!step_named(cx, argv[0], &step) || !program_only(cx, &program) ||
        (argc > 1 && !person_named(cx, argv[1], &p)) ||
        !holder_set(cx, program, step, p.id))
        return false;
    printf("%s\t%s\n", step_names[step], p.id.v ? p.name : "nobody");
    return true;
}

static bool holders_command(struct ctx *cx, int argc, char **argv)
{
    struct holders h = {0};
    int64_t program = 0;

    if (!cli_words(cx, argc, argv, &argc) || !program_only(cx, &program) ||
        !holders_read(cx, program, &h))
        return false;
    for (int i = 0; i < ASK_STEPS; i++) {
        struct person p = {.name = "nobody"};
        if (h.at[i].v && !person_get(cx, h.at[i], &p))
            return false;
        printf("%s\t%s\n", step_names[i], p.name);
    }
    return true;
}

const struct command ask_commands[] = {
    {"ask holder", "STEP [PERSON]",
     "Who stands on a step when people ask the agency for something.",
     holder_command, true,
     "STEP is case-manager, team-lead, director or board. Without a PERSON,\n"
     "nobody stands there, and the step is skipped. What was asked before\n"
     "goes to the new one when the person who asked says so.\n"},
    {"ask holders", "", "Who stands on each step.", holders_command, true,
     NULL},
    {0},
};
