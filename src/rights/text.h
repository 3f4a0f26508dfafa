/* rights/text.h - what rights there are, and who outside helps.
 *
 * The list that is shipped holds anywhere in the United States; what an agency
 * adds for its state, and whom one can call there, is kept by who leads a
 * program or keeps the accounts. All of it is public and about nobody.
 * Source: R47; 42 U.S.C. 9501 (rights in mental health care), 10801 to 10805
 * (Protection and Advocacy); 45 CFR 164.524.
 */
#ifndef RIGHTS_TEXT_H
#define RIGHTS_TEXT_H

#include "base/ctx.h"
#include "base/date.h"

enum {
    RIGHTS_STATE_MAX = 40, /* characters, as all of these */
    RIGHTS_WORDS_MAX = 3000,
    OUTSIDE_NAME_MAX = 80,
    OUTSIDE_PHONE_MAX = 30,
    OUTSIDE_NOTE_MAX = 160,
    OUTSIDES_MAX = 12,
    RIGHTS_DAYS = 10, /* until the agency says otherwise */
    RIGHTS_DAYS_MAX = 90
};

struct rights_text {
    int64_t version; /* 0: as shipped, and nothing of the agency's own */
    const char *state, *words, *spanish;
    int64_t days; /* within which a formal complaint is answered */
    int64_t made; /* seconds; TIME_NONE: as shipped */
};

/* Stored: append only. */
enum outside_kind {
    OUTSIDE_ADVOCATE, /* the state's Protection and Advocacy agency */
    OUTSIDE_OFFICE,   /* the state's office for complaints */
    OUTSIDE_LINE,     /* a warm line */
    OUTSIDE_OTHER,
    OUTSIDE_KINDS
};

struct outside {
    int64_t id;
    enum outside_kind kind;
    const char *name, *phone, *note;
};

struct outsides {
    struct outside *at; /* advocates first */
    size_t n, cap;
};

/* "Advocate outside": a msgid. */
const char *outside_says(enum outside_kind k);

/* To anybody. Owns: cx->mem. */
MUST_CHECK bool rights_text_get(struct ctx *cx, struct rights_text *out);
MUST_CHECK bool outside_list(struct ctx *cx, struct outsides *out);

/* By who leads a program or keeps the accounts. Errors: ERR_NOTFOUND for
 * anyone else; ERR_INVALID "state", "words", "spanish", "days". */
MUST_CHECK bool rights_text_change(struct ctx *cx, const struct rights_text *t);

/* Errors: ERR_NOTFOUND; ERR_INVALID "kind", "name", "phone", "note";
 * ERR_CONFLICT: OUTSIDES_MAX. */
MUST_CHECK bool outside_add(struct ctx *cx, const struct outside *o);
MUST_CHECK bool outside_remove(struct ctx *cx, int64_t id);

#endif
