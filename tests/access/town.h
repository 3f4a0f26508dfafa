/* tests/access/town.h - the made-up program, and one of each who could ask
 * about the things of one of its people. Ruth walks with Denise; so does José,
 * whom she lets type her answers today; Dr. Rao and a link may see one page. */
#ifndef ACCESS_TOWN_H
#define ACCESS_TOWN_H

#include "base/ctx.h"
#include "frame/module.h"
#include "sharing/link.h"

enum { COLUMNS = 14 };

/* Who asks, by column. */
enum who_asks {
    NOBODY,
    HERSELF,
    ANOTHER_PERSON,
    OWN_PEER,
    HELPING_PEER,
    ANOTHER_PEER,
    HER_DOCTOR,
    ANOTHER_DOCTOR,
    CASE_MANAGER,
    SUPERVISOR,
    KEEPER,
    HER_LINK,
    FAR_PEER,
    FAR_DOCTOR
};

extern const struct column {
    const char *words;
    const char *name; /* in the made-up program; NULL: nobody, or a link */
    enum role role;
} columns[COLUMNS];

extern struct town {
    int64_t program;
    struct person_id denise;
    struct actor actor[COLUMNS];
    struct link link;
} town;

/* In the place of the test's store: a copy of the made-up one, which may be
 * changed at will. */
void town_begin(struct ctx *cx);
void town_end(struct ctx *cx);

/* Undo all changes since town_begin(). */
void town_fresh(struct ctx *cx);

/* "/me/visits/{visit}" with Denise's own visit in it. Owns: cx->mem. */
const char *town_path(struct ctx *cx, const char *path);

/* What a form there must say to be about something of Denise's: "batch=7"; ""
 * for most. Owns: cx->mem. */
const char *town_fields(struct ctx *cx, const char *path);

/* Grows when a row is written, also by a transaction that is taken back: the
 * same number, and the store is the same. On PostgreSQL it may grow besides. */
int64_t town_writes(struct ctx *cx);

/* Everything in the store, a line for each row; or only the rows that are of
 * Denise or of an account of hers. Not who read what, which reading writes.
 * Owns: mem. */
const char *town_rows(struct ctx *cx, struct arena *mem, bool of_denise);

/* Denise, who acts, says something new in her own words, to this reader.
 * statement.c: enum voice of meetings/ and struct voice are not of one
 * file. */
bool town_statement(struct ctx *cx, struct person_id reader);

/* And lets this peer type it, who does; she has not said yes to it. */
bool town_typed(struct ctx *cx, const struct actor *peer);

/* Denise, who acts, writes on her sheet what nobody beside her sees, and what
 * her peer beside her does. sheet.c */
bool town_worry(struct ctx *cx);
bool town_question(struct ctx *cx);

/* Changes what helps her: the lines nobody else reads; the one her peer does.
 */
bool town_helps(struct ctx *cx);
bool town_helps_open(struct ctx *cx);

/* Denise, who acts, hopes for something that is open to nobody; does something
 * for the hope {goal}, which Ruth sees. many_test.c. */
bool town_hope(struct ctx *cx);
bool town_step(struct ctx *cx);
bool town_hope_typed(struct ctx *cx); /* José may type it with her */

/* --- copy.c: the store as it is now, kept, and a copy of it as cx->db. */
void copy_begin(struct ctx *cx);
void copy_fresh(struct ctx *cx);
void copy_end(struct ctx *cx);

#endif
