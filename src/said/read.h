/* said/read.h - to whom a thing was given, and who has read it.
 *
 * Giving is a permission about that one thing, so a new version is what the
 * reader finds, and an old one is nobody's to read. Taking back ends every
 * permission and link to it; the next request finds nothing.
 * Source: R49, R52, R68, R122; never-list 3 and 5.
 */
#ifndef SAID_READ_H
#define SAID_READ_H

#include "said/said.h"
#include "sharing/link.h"

enum { READER_CLOSED_DAYS = 30 };

/* Somebody who has it now. */
struct said_reader {
    int64_t reader;   /* person or link */
    const char *name; /* as she calls them */
    int64_t until;    /* TIME_NONE: till she ends it */
    int64_t ended;    /* when she took it back; TIME_NONE */
    bool shut;        /* not she: wrong codes ended it */
    int64_t read;     /* when the newest version was opened; TIME_NONE */
    int64_t read_old; /* when one before it was, the last time; TIME_NONE */
    int64_t permission;
};

struct said_readers {
    struct said_reader *at;
    size_t n, cap;
};

/* Who has it now. Owns: cx->mem. */
MUST_CHECK bool said_readers(struct ctx *cx, const struct said *s,
                             struct said_readers *out);

/* Who had it until she took it back, or wrong codes shut it, the latest first,
 * and has it no more; each once. Owns: cx->mem. */
MUST_CHECK bool said_readers_before(struct ctx *cx, const struct said *s,
                                    struct said_readers *out);

/* Who had it until its time was over, the latest first: neither taken back nor
 * ended by her, nor given to them again; each once. Owns: cx->mem. */
MUST_CHECK bool said_readers_expired(struct ctx *cx, const struct said *s,
                                     struct said_readers *out);

/* Give the approved words to somebody with an account. purpose: a sentence
 * part, "my visit on October 15".
 * Errors: ERR_CONFLICT when nothing is approved; as permission_give. */
MUST_CHECK bool said_give(struct ctx *cx, const struct said *s,
                          struct person_id to, const char *purpose,
                          int64_t until);

/* Give them to a reader outside: l->name and l->until are set.
 * Errors: ERR_CONFLICT; as link_make. */
MUST_CHECK bool said_give_link(struct ctx *cx, const struct said *s,
                               const char *purpose, struct link *l);

/* --- the reader's side --- */

/* Where a thing stands for who reads it. Before READ_DONE there is something to
 * read: the words, or what she answered. */
enum reading {
    READ_NEW,
    READ_CHANGED,
    READ_NOT_QUITE, /* what came back is not quite it, she says */
    READ_AGREED,    /* she said yes to what was proposed in a mediation */
    READ_DONE,
    READ_CLOSED
};

/* One line of "For you to read". A closed one says no name of hers. */
struct to_read {
    struct said_id id;
    enum said_kind kind;
    int64_t about;
    enum reading how;
    const char *name; /* whose; "" when closed */
    int64_t given, approved;
    int64_t withdrawn; /* TIME_NONE: its time was over, or it has ended */
    int64_t ended;     /* when its author said that it is over; TIME_NONE */
};

struct to_reads {
    struct to_read *at; /* as enum reading; then the latest given */
    size_t n, cap;
};

/* Of one kind. Two queries, whatever was given before. Owns: cx->mem. */
MUST_CHECK bool to_read_list(struct ctx *cx, enum said_kind kind,
                             struct to_reads *out);

/* How the actor stands to what this author wrote back about it: READ_NOT_QUITE
 * or READ_AGREED since she answered and until the actor looks; else READ_DONE.
 * Asks nobody's leave: for who knows that the actor may read it. */
MUST_CHECK bool read_answer(struct ctx *cx, struct said_id id, int64_t author,
                            enum reading *out);

/* Sorted as a list of to_reads is. Owns: mem. */
void to_read_sort(struct arena *mem, struct to_reads *out);

/* The version the actor had before their eyes last; 0: none. */
MUST_CHECK bool read_before(struct ctx *cx, struct said_id id, int *version);

/* Before this request's answer leaves: that the actor read s->version, and what
 * she answered; and, the first time, that it was delivered. Her own look is
 * kept too, and delivers nothing. */
void read_note(struct ctx *cx, const struct said *s);

#endif
