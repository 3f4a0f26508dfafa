/* role/asked.h - "not mine to do": a peer was asked for what is no peer's task.
 * Source: R30, R80.
 *
 * Kept: what sort of thing, asked by which role, the day. Not kept: who asked,
 * about whom, any word. The peer sees their own; who leads a program sees sums
 * over all peers, and so does the council of the agency; whoever asked sees
 * nothing.
 */
#ifndef ROLE_ASKED_H
#define ROLE_ASKED_H

#include "role/sort.h"
#include "sharing/count.h"

/* The sorts that are shipped. Stored: append only. */
enum asked {
    ASKED_MEDICATION,
    ASKED_DESK,
    ASKED_TRANSPORT,
    ASKED_MONEY,
    ASKED_TESTS,
    ASKED_LEVELS,
    ASKED_PAPERS,
    ASKED_OTHER,
    ASKED_COUNT
};

/* Stored: append only. */
enum asker {
    ASKER_UNSAID,
    ASKER_CLINICIAN,
    ASKER_MANAGER, /* case manager */
    ASKER_LEAD,
    ASKER_OTHER,
    ASKERS
};

struct asked_line {
    int64_t id;
    const char *says; /* what sort it was, by the name it had */
    enum asker by;
    struct date day;
};

struct asked_lines {
    struct asked_line *at; /* the latest first */
    size_t n, cap;
};

struct asked_counts {
    struct date from, to; /* a quarter: its first and last day */
    struct sorts sorts;
    struct count all, *of; /* of: each of the sorts */
};

/* The first day of the quarter of this day, so many quarters before. */
struct date quarter_of(struct date day, int before);

/* The peer who acts was asked, today, for one of the sorts in the list. Errors:
 * ERR_NOTFOUND; ERR_INVALID "what". */
MUST_CHECK bool asked_log(struct ctx *cx, int64_t category, enum asker by);

/* It was a mistake. Errors: ERR_NOTFOUND. */
MUST_CHECK bool asked_take_back(struct ctx *cx, int64_t id);

/* Of the peer who acts, this quarter. Owns: cx->mem. */
MUST_CHECK bool asked_mine(struct ctx *cx, struct asked_lines *out);

/* To who leads: all peers together, none under COUNT_LEAST.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool asked_counts(struct ctx *cx, int before,
                             struct asked_counts *out);

/* The same of all programs, for the council of the agency: only for a page that
 * has made sure that its members read it. */
MUST_CHECK bool asked_counts_council(struct ctx *cx, int before,
                                     struct asked_counts *out);

/* The name of a category, from the next two columns of a query: role_asked's
 * category, and the words of its row of role_sort or NULL. */
struct query;
const char *asked_name_get(struct query *q, enum lang l);

/* Msgids: what sort it was; a sentence to say; who asked. */
const char *asked_says(enum asked what);
const char *asked_answer(int64_t category);
const char *asker_says(enum asker by);

#endif
