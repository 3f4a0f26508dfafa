/* mediation/glossary.h - clinic words, and what they mean in plain ones.
 *
 * A list of ours comes with the program; a program puts its own words beside
 * them, or in their place. Nothing in it is about a person. Source: R45.
 */
#ifndef MEDIATION_GLOSSARY_H
#define MEDIATION_GLOSSARY_H

#include "base/ctx.h"
#include "base/lang.h"

enum { WORD_MAX = 40, MEANS_MAX = 200, WORDS_OWN_MAX = 300 };

struct gloss {
    int64_t id; /* of ours: its place in the list, from 1; else the row's */
    bool ours;  /* it came with the program, and is as it came */
    bool gone;  /* of ours, and taken out here */
    const char *word[LANG_COUNT], *means[LANG_COUNT];
};

struct glosses {
    struct gloss *at;
    size_t n, cap;
};

/* All of the actor's program, A to Z of the actor's language; gone ones too
 * where they are wanted. Owns: cx->mem. */
MUST_CHECK bool glossary_list(struct ctx *cx, bool gone, struct glosses *out);

/* Errors: ERR_NOTFOUND. */
MUST_CHECK bool glossary_get(struct ctx *cx, int64_t id, struct gloss *out);

/* Those of the list that stand in this text, in either language, each once. */
MUST_CHECK bool glossary_found(struct ctx *cx, const char *text,
                               struct glosses *out);

/* A new one (id 0), or in the place of what was. Errors: ERR_INVALID
 * "en", "en_means", "es", "es_means"; ERR_CONFLICT: WORDS_OWN_MAX. */
MUST_CHECK bool glossary_save(struct ctx *cx, const struct gloss *g);

/* Of its own: gone. Of ours: not shown here any more. */
MUST_CHECK bool glossary_remove(struct ctx *cx, int64_t id);

/* One of ours, as it came. */
MUST_CHECK bool glossary_restore(struct ctx *cx, int64_t id);

/* The list that comes with the program: the word as clinics say it, in each
 * language, and a msgid. Places are stored: append only. */
struct gloss_ours {
    const char *word[LANG_COUNT], *means;
};

extern const struct gloss_ours glossary_ours[];
extern const size_t glossary_ours_n;

#endif
