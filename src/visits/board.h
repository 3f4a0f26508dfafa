/* visits/board.h - the board of the resource centre: who has a visit today,
 * and who would like company (R74).
 *
 * It hangs where others can see it: a first name and an initial, or a card
 * number, and never what a visit is about. A peer sees the people of their own;
 * somebody else's people only when they chose to stand on the board.
 */
#ifndef VISITS_BOARD_H
#define VISITS_BOARD_H

#include "visits/help.h"

/* Stored: append only. */
enum board_shown {
    BOARD_NOT_SAID, /* the peers who walk with her see first name and initial */
    BOARD_NAME,     /* first name and initial, for every peer of the program */
    BOARD_CARD,     /* the number of her card, for every peer */
    BOARD_OFF       /* nobody sees her on it */
};

struct board_line {
    const char *shown; /* "Denise C.", or NULL: the card */
    int64_t card;
    int64_t at; /* seconds */
    bool company;
};

struct board {
    struct board_line *at; /* by time */
    size_t n, cap;
};

enum { BOARD_MAX = 60 };

/* Today's visits, as this actor may see them. Owns: cx->mem. */
MUST_CHECK bool board_list(struct ctx *cx, struct board *out);

/* Her choice, and her card's number: 0 until she has one. */
MUST_CHECK bool board_get(struct ctx *cx, struct person_id whose,
                          enum board_shown *shown, int64_t *card);

/* Only the person herself. Gives her a card's number the first time. */
MUST_CHECK bool board_put(struct ctx *cx, struct person_id whose,
                          enum board_shown shown);

#endif
