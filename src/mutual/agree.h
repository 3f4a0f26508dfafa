/* mutual/agree.h - what a person and a peer agreed: one page for the two (R15).
 *
 * Each says what they will do, and what they want from this. A line is its
 * author's alone: nobody writes in the other's. A change makes a new version at
 * once, which both find; it is agreed when each has said yes to exactly that
 * version. Nothing is changed in place (never-list 10): a line that went stands
 * in the list of changes, with who took it out and when.
 *
 * There is one struct, read the same way for both: what one of the two is
 * shown, the other is.
 */
#ifndef MUTUAL_AGREE_H
#define MUTUAL_AGREE_H

#include "people/people.h"
#include "sharing/may.h"

enum {
    AGREE_WILL_MAX = 3,
    AGREE_WANT_MAX = 2,
    AGREE_LINES = AGREE_WILL_MAX + AGREE_WANT_MAX, /* of one side */
    AGREE_LINE_MAX = 160,                          /* characters */
    AGREE_SHOWN = 12                               /* changes */
};

/* Stored: append only. */
enum agree_side { SIDE_HERS, SIDE_PEERS };
enum agree_part { PART_WILL, PART_WANT, AGREE_PARTS };
enum agree_what { AGREE_WROTE, AGREE_TOOK_YES_BACK };

struct agree_line {
    int64_t id;
    enum agree_side side;
    enum agree_part part;
    int place; /* 1 .. */
    const char *words;
    int since, until; /* versions; until 0: it stands */
};

struct agree_lines {
    struct agree_line *at;
    size_t n, cap;
};

struct agree_step {
    int version;
    enum agree_what what;
    enum agree_side side; /* who made it */
    int64_t at;
    int64_t her_yes, peer_yes; /* seconds; TIME_NONE: not said */
};

struct agree_steps {
    struct agree_step *at; /* newest first */
    size_t n, cap;
};

struct agreement {
    int64_t id; /* 0: nothing was written yet */
    struct person_id person, peer;
    const char *her_name, *peer_name; /* first names; "" when gone */
    bool walks;               /* the two still walk together: it may change */
    int version;              /* 0: none */
    int agreed;               /* the last version both said yes to; 0: none */
    struct agree_lines lines; /* all, those that went too */
    struct agree_steps steps; /* the latest AGREE_SHOWN */
};

/* The page of the two. As a person: hers with that peer, also after that peer
 * left, as her copy. As a peer: one's own, while one walks with her.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool agree_get(struct ctx *cx, enum verb verb,
                          struct person_id person, struct person_id peer,
                          struct agreement *out);

/* What the actor's side said: by part and place, "" for no line. */
struct agree_words {
    const char *at[AGREE_LINES]; /* will 1 to 3, want 1 to 2 */
};

/* The name of the form's field for line i, 0..AGREE_LINES-1: "will-1". */
const char *agree_field(int i);

/* The actor's lines instead of those they had: a new version, unless they are
 * the same. a is as agree_get() left it. Errors: ERR_INVALID "will-N", "want-N"
 * (too long); ERR_CONFLICT when the two walk together no more. */
MUST_CHECK bool agree_write(struct ctx *cx, struct agreement *a,
                            const struct agree_words *words);

/* The actor says yes to version seen. Errors: ERR_INVALID when it is another by
 * now, or empty; ERR_CONFLICT. */
MUST_CHECK bool agree_yes(struct ctx *cx, const struct agreement *a, int seen);

/* The actor's yes is back: a new version of the same lines, which nobody said
 * yes to. Errors: ERR_CONFLICT when there was none. */
MUST_CHECK bool agree_take_back(struct ctx *cx, struct agreement *a);

bool agree_side_said_yes(const struct agreement *a, enum agree_side side);
enum agree_side agree_side_of(const struct ctx *cx);

/* How it stands for who looks. */
enum agree_state {
    AGREE_NOTHING, /* no word yet */
    AGREE_MY_TURN, /* the other changed it, or said yes; I did not */
    AGREE_THEIR_TURN,
    AGREE_BOTH
};

/* One line of a list. */
struct agree_row {
    struct person_id person, peer;
    const char *name; /* of the other one */
    enum agree_state state;
    bool walks;
};

struct agree_rows {
    struct agree_row *at;
    size_t n, cap;
};

/* Hers: first one for each peer who walks with her, then copies of what was.
 * Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool agree_list(struct ctx *cx, struct agree_rows *out);

/* A peer's, with those they walk with, where it is their turn. Owns: cx->mem.
 */
MUST_CHECK bool agree_list_waiting(struct ctx *cx, struct agree_rows *out);

/* How that of a peer who acts with one they walk with stands: no words of it,
 * so no look. */
MUST_CHECK bool agree_state_with(struct ctx *cx, struct person_id person,
                                 enum agree_state *out);

#endif
