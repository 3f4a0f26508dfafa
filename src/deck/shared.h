/* deck/shared.h - that a peer shared something of their own, or held back: what
 * part of life, how deep, who asked, whether it helped. No story, no person, no
 * score. In the vault. Source: R1, R7. */
#ifndef DECK_SHARED_H
#define DECK_SHARED_H

#include "base/date.h"
#include "deck/card.h"

enum asked_by { ASKED_PERSON, ASKED_OFFERED, ASKED_BYS };
enum helped { HELPED_YES, HELPED_UNSURE, HELPED_NO, HELPEDS };

/* Why one held back. */
enum held_why { WHY_TIME, WHY_MINE, WHY_UNSURE, WHY_NORMS, HELD_WHYS };

enum { SHARED_MAX = 5000 };

struct shared {
    int64_t id;
    struct date day;
    bool held;                     /* held back: then only domain and why */
    int64_t domain;                /* 0: not said */
    int depth, asked, helped, why; /* -1: not said */
    const char *says;              /* the domain; "" when not said */
};

struct shareds {
    struct shared *at;
    size_t n, cap;
};

const char *asked_by_says(int asked); /* msgids; "" when not said */
const char *helped_says(int helped);
const char *held_why_says(int why);

/* One as a JSON object, and back; its domain without words. */
void shared_write(struct ctx *cx, struct json_out *w, const struct shared *s);
MUST_CHECK bool shared_parse(struct ctx *cx, const char *text,
                             struct shared *out);

/* The newest first. Owns: cx->mem. */
MUST_CHECK bool shared_list(struct ctx *cx, const struct vault *v,
                            struct shareds *out);

/* Today. Errors: ERR_INVALID "domain", "depth", "asked", "helped", "why". */
MUST_CHECK bool shared_add(struct ctx *cx, const struct vault *v,
                           const struct shared *s);

/* Errors: ERR_NOTFOUND. */
MUST_CHECK bool shared_remove(struct ctx *cx, const struct vault *v,
                              int64_t id);

#endif
