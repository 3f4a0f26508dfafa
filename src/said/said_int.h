/* said/said_int.h - what the files of the engine share. */
#ifndef SAID_SAID_INT_H
#define SAID_SAID_INT_H

#include "db/db.h"
#include "keys/keys.h"
#include "said/said.h"

/* A thing without its words, asked of nobody. Errors: ERR_NOTFOUND. */
MUST_CHECK bool said_find(struct ctx *cx, struct person_id whose,
                          struct said_id id, struct said *out);

/* The newest version into s; approved: the newest that was. No such version:
 * s->version 0. */
MUST_CHECK bool said_read_words(struct ctx *cx, struct said *s, bool approved);

/* In what part the actor acts. */
MUST_CHECK bool said_part(struct ctx *cx, const struct said *s, unsigned *by);

/* One step of the law, made and written down; s->state and ending move. why ""
 * or a word. Asks only the law. Errors: ERR_CONFLICT. */
MUST_CHECK bool said_step(struct ctx *cx, struct said *s, enum said_act act,
                          unsigned by, const char *why);

/* The promises that went with a reply, in order, with their words. */
MUST_CHECK bool said_list_about(struct ctx *cx, struct person_id whose,
                                int64_t about, struct saids *out);

/* What was proposed with the replies to this thing that wait for her word is
 * let go: it has ended. */
MUST_CHECK bool said_let_go(struct ctx *cx, const struct said *s);

/* Where the word of a step is sealed. */
struct place said_why_place(int64_t move, struct person_id whose);

/* What a permission about it is about. */
struct about said_about(const struct said *s);

/* The columns of every SELECT from said_thing, in this order: id, person, kind,
 * author, to_whom, about, state, ending, due, until, made, moved. */
void said_take(struct query *q, struct said *s);

/* The columns id, version, words, hash, typed_by, approved of said_version. */
void said_take_words(struct query *q, struct said *s);

/* Hears SHARING_NAMED (sharing/named.h). */
MUST_CHECK bool said_name(struct ctx *cx, const void *what);

#endif
