/* meetings/support.h - "come with me", "be there for me", when she is upset
 * about something somebody who treats her did (R50).
 *
 * It goes to the one peer she asks. Whom it is about cannot find it, nor can
 * anybody else: TOPIC_SUPPORT has no column for who treats her.
 */
#ifndef MEETINGS_SUPPORT_H
#define MEETINGS_SUPPORT_H

#include "people/people.h"
#include "sharing/may.h"

enum { SUPPORT_WORDS_MAX = 400, SUPPORTS_OPEN_MAX = 10 };

/* Stored: append only. */
enum support_kind { SUPPORT_COME, SUPPORT_BE_THERE, SUPPORT_KINDS };

/* Stored: append only. What the peer said. */
enum support_answer {
    SUPPORT_NO_WORD,
    SUPPORT_YES,
    SUPPORT_TALK,
    SUPPORT_SAYS
};

struct support {
    int64_t id;
    struct person_id person, peer, about; /* about {0}: nobody in particular */
    enum support_kind kind;
    const char *words; /* "" or hers */
    int64_t made;
    enum support_answer answer;
    bool shown;             /* in hers: the peer can see it at this second */
    const char *who;        /* read only: to her the peer, to the peer her */
    const char *about_name; /* read only; "" */
};

struct supports {
    struct support *at; /* newest first */
    size_t n, cap;
};

/* She asks; s->peer, about, kind and words are set. Sets s->id.
 * Errors: ERR_NOTFOUND; ERR_INVALID "kind", "peer", "about", "words";
 * ERR_CONFLICT after SUPPORTS_OPEN_MAX. */
MUST_CHECK bool support_ask(struct ctx *cx, struct support *s);

/* Hers, open. Owns: cx->mem. */
MUST_CHECK bool support_list(struct ctx *cx, struct supports *out);

/* Asked of the acting peer, and open at this second; with her words, which
 * leaves its line in her log, or without. Owns: cx->mem. */
MUST_CHECK bool support_list_asked(struct ctx *cx, bool words,
                                   struct supports *out);

/* The peer's word. Errors: ERR_NOTFOUND; ERR_INVALID "answer". */
MUST_CHECK bool support_say(struct ctx *cx, struct person_id whose, int64_t id,
                            enum support_answer answer);

/* She ends it: nobody finds it any more. Errors: ERR_NOTFOUND. */
MUST_CHECK bool support_end(struct ctx *cx, int64_t id);

#endif
