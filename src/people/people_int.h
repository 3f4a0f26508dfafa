/* people/people_int.h - what the files of this folder share. */
#ifndef PEOPLE_PEOPLE_INT_H
#define PEOPLE_PEOPLE_INT_H

#include "base/json.h"
#include "db/db.h"
#include "frame/module.h"
#include "people/people.h"

/* Take the columns id, program, role (of staff, or NULL), name, first, title,
 * days, of every row that is left; then db_end(). */
MUST_CHECK bool persons_take(struct query *q, struct persons *out);

/* A name of the program came, went or changed, in this transaction. */
MUST_CHECK bool names_changed(struct ctx *cx, int64_t program);

/* Drop what names.c holds in memory, at once: somebody was erased. */
void names_forget(void);

bool circle_page(struct req *rq);
bool circle_add_form(struct req *rq);
bool circle_line_page(struct req *rq);
bool circle_change_form(struct req *rq);
bool circle_shut_form(struct req *rq);
bool circle_end_form(struct req *rq);
bool my_peer_panel(struct req *rq, struct tpl *t);

extern const struct command people_commands[];

/* Of account_commands.c. */
bool init_command(struct ctx *cx, int argc, char **argv);
bool user_add_command(struct ctx *cx, int argc, char **argv);
bool user_list_command(struct ctx *cx, int argc, char **argv);
bool user_disable_command(struct ctx *cx, int argc, char **argv);
bool user_enable_command(struct ctx *cx, int argc, char **argv);
bool user_password_command(struct ctx *cx, int argc, char **argv);

/* Of team_commands.c. */
bool team_add_command(struct ctx *cx, int argc, char **argv);
bool team_list_command(struct ctx *cx, int argc, char **argv);
bool team_join_command(struct ctx *cx, int argc, char **argv);
bool team_leave_command(struct ctx *cx, int argc, char **argv);

/* Of keep_commands.c. */
bool export_person_command(struct ctx *cx, int argc, char **argv);
bool erase_person_command(struct ctx *cx, int argc, char **argv);

MUST_CHECK bool people_export(struct ctx *cx, struct person_id p,
                              struct json_out *w);
MUST_CHECK bool people_erase(struct ctx *cx, struct person_id p);

#endif
