/* contacts/together.h - what both write about their time, and lock (gap 3).
 *
 * The peer drafts lines; the person takes lines out or changes them; a line
 * taken out is gone. A change takes both "done" back, so that nobody stands for
 * words they did not see. When both are done the lines are locked: nothing in
 * the program changes them. Below them either may add, signed and dated, and
 * she may say that she sees it differently (never-list 10). What a payer needs
 * to read stands apart and is shown to her; it replaces nothing.
 */
#ifndef CONTACTS_TOGETHER_H
#define CONTACTS_TOGETHER_H

#include "contacts/contact.h"

enum {
    LINES_MAX = 8,
    LINE_MAX = 160, /* characters */
    ADDED_WORDS_MAX = 400,
    ADDED_A_CONTACT = 20
};

/* What the page held: each line, "" where there is none. */
struct line_words {
    const char *at[LINES_MAX];
};

/* How many lines the policy of its time lets it have. */
int contact_lines_most(const struct contact *c);

/* These lines instead of those of revision seen. The same lines change nothing;
 * others take both "done" back.
 * Errors: ERR_NOTFOUND; ERR_INVALID "line-N" (too long), or NULL: somebody
 * changed them since; ERR_CONFLICT: locked, or no words are kept of it. */
MUST_CHECK bool contact_write(struct ctx *cx, struct contact *c, int64_t seen,
                              const struct line_words *lines);

/* The actor, she or the peer who was there, is done with exactly these lines:
 * c is as contact_write() left it. The second one locks it; hers
 * alone does when her peer left. Errors: the same. */
MUST_CHECK bool contact_done(struct ctx *cx, struct contact *c);

/* She acts, and the peer who was there walks with her no more. */
MUST_CHECK bool contact_is_hers_alone(struct ctx *cx, const struct contact *c,
                                      bool *yes);

/* Stored: append only. */
enum added_kind {
    ADDED_MORE,
    ADDED_DIFFERENT, /* she sees it differently */
    ADDED_FOR_PAYER  /* apart: not part of what was written together */
};

struct added {
    int64_t author, at;
    enum added_kind kind;
    const char *words, *who; /* who: first name */
    bool unread; /* she sees it another way, and the peer did not read that */
};

struct addeds {
    struct added *at; /* oldest first */
    size_t n, cap;
};

/* Put something below. MORE and DIFFERENT once both were done; DIFFERENT is
 * hers alone, FOR_PAYER the peer's, where the policy has it.
 * Errors: ERR_NOTFOUND; ERR_INVALID "words", "payer"; ERR_CONFLICT. */
MUST_CHECK bool contact_add(struct ctx *cx, const struct contact *c,
                            enum added_kind kind, const char *words);

/* Of one that contact_get() gave. Owns: cx->mem. */
MUST_CHECK bool contact_added(struct ctx *cx, const struct contact *c,
                              struct addeds *out);

/* All of these are before the actor's eyes: a peer who was there is told once
 * that she sees it another way. */
void contact_note_seen(struct ctx *cx, const struct contact *c,
                       const struct addeds *all);

#endif
