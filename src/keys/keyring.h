/* keys/keyring.h - the data keys of a backup, in a small file beside it.
 *
 * A backup is sealed words without their keys; the keyring is the keys. Erasing
 * somebody takes them out of the keyring, and leaves a mark that they were
 * erased: then the words of the backup do not open, and restoring it erases
 * them again.
 */
#ifndef KEYS_KEYRING_H
#define KEYS_KEYRING_H

#include "frame/actor.h"
#include "keys/stream.h"

struct person_ids {
    struct person_id *at;
    size_t n, cap;
};

/* Move the data keys of the copy that cx->db is into a keyring. In a
 * transaction of the copy. */
MUST_CHECK bool keyring_take_out(struct ctx *cx, const char *file,
                                 const unsigned char id[STREAM_ID]);

/* Put them back; *erased: whom to erase again. In a transaction.
 * Errors: ERR_INVALID, not the keyring of this backup. */
MUST_CHECK bool keyring_put_back(struct ctx *cx, const char *file,
                                 const unsigned char id[STREAM_ID],
                                 struct person_ids *erased);

/* Write the keyring again without this person. Errors: ERR_NOTFOUND, it is not
 * there; ERR_UNAVAILABLE; ERR_INVALID. */
MUST_CHECK bool keyring_erase(struct ctx *cx, const char *file,
                              struct person_id p);

/* At most so many persons who have a data key, spread over all. */
MUST_CHECK bool keyring_some(struct ctx *cx, int most, struct person_ids *out);

/* Every data key opens. *n counts them. Errors: ERR_INTERNAL. */
MUST_CHECK bool keyring_check(struct ctx *cx, int64_t *n);

#endif
