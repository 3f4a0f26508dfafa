/* questions/set_int.h - how a Questionnaire file is read: shared by set.c,
 * which reads the set and its questions, set_words.c, which reads sentences and
 * extensions, set_rules.c, which reads conditions, and set_held.c. */
#ifndef QUESTIONS_SET_INT_H
#define QUESTIONS_SET_INT_H

#include "base/json.h"
#include "questions/set.h"

#define FHIR_EXT "http://hl7.org/fhir/StructureDefinition/"
#define SDC_EXT  "http://hl7.org/fhir/uv/sdc/StructureDefinition/"

struct set_reader {
    struct ctx *cx;
    struct set *set;
};

/* A linkId or code that can stand in a form, a URL and a sentence: 1 to 64 of
 * the visible ASCII characters. */
bool set_is_plain(const char *s);

/* s when it is plain, else "...": for a sentence about what a file says. */
const char *set_shown(const char *s);

/* The extension of v with this url, or NULL. */
const struct json *set_extension(const struct json *v, const char *url);

/* The sentence v.name with the translations of v._name. */
struct set_words set_read_words(struct set_reader *r, const struct json *v,
                                const char *name);

/* The same for a sentence kept in an extension of v (valueString). */
struct set_words set_read_ext_words(struct set_reader *r, const struct json *v,
                                    const char *url);

/* The enableWhen lines of v into out. id names v in a sentence.
 * Errors: ERR_INVALID. */
MUST_CHECK bool set_read_rules(struct set_reader *r, const struct json *v,
                               const char *id, struct set_rules *out);

/* A set that was read before, by the keyed hash of its file. */
bool set_held(const char *hash, struct set *out);

/* Keep what this file says for as long as the program runs. For files that are
 * in the store, so that few are ever kept. */
void set_hold(const char *hash, struct blob file);

#endif
