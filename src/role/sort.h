/* role/sort.h - the sorts of tasks that are not a peer's. Source: R30 "a list
 * by agency".
 *
 * A program starts with those that are shipped. Who leads it adds some, gives
 * one another name, takes one away. A new name is a new sort: what was counted
 * under the old one keeps the old one.
 */
#ifndef ROLE_SORT_H
#define ROLE_SORT_H

#include "frame/actor.h"

enum {
    SORT_OWN = 100, /* of role_asked.category: from here on, the id of a
                       program's own sort is added; below, it is enum asked */
    SORT_LETTERS_MAX = 40,
    SORTS_MAX = 16
};

struct sort {
    int64_t category;
    const char *says; /* a shipped one in the reader's language */
    bool gone;
};

struct sorts {
    struct sort *at; /* the shipped ones first, each at its enum asked */
    size_t n, cap;
};

/* All that a program ever had; of program 0 those of all programs, none gone
 * that is shipped. Owns: cx->mem. */
MUST_CHECK bool sorts_of(struct ctx *cx, int64_t program, struct sorts *out);

/* Those that can be tapped, in the program of who acts. */
MUST_CHECK bool sorts_listed(struct ctx *cx, struct sorts *out);

/* Who leads. To add one that is gone brings it back. Errors: ERR_NOTFOUND;
 * ERR_INVALID "words" (empty, too long, there already, too many), "sort" (the
 * last one). */
MUST_CHECK bool sort_add(struct ctx *cx, const char *words);
MUST_CHECK bool sort_rename(struct ctx *cx, int64_t category,
                            const char *words);
MUST_CHECK bool sort_remove(struct ctx *cx, int64_t category);

#endif
