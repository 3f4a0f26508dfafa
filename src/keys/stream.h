/* keys/stream.h - a file that only this store's master key opens: what leaves
 * the store.
 *
 *   kind (8) | id (16) | salt (16) | wrapped key (73) | header (24) | chunks
 *
 * A chunk is 64 KB and a tag; the last one says that it is the last, so a file
 * that was cut, changed, mixed with another or added to does not open. Two
 * files with one id belong together.
 */
#ifndef KEYS_STREAM_H
#define KEYS_STREAM_H

#include "base/ctx.h"
#include "base/text.h"

enum { STREAM_KIND = 8, STREAM_ID = 16 };

struct stream;

/* Begin to write file.part; it becomes file at the end. kind: STREAM_KIND
 * letters. mode of the file: 0600. Owns: cx->mem closes it, and takes the part
 * away when it was not finished. Errors: ERR_UNAVAILABLE. */
MUST_CHECK bool stream_make(struct ctx *cx, const char *file, const char *kind,
                            const unsigned char id[STREAM_ID],
                            struct stream **out);
MUST_CHECK bool stream_put(struct stream *s, const void *bytes, size_t n);

/* The last chunk; on disk under its own name when it returns true. */
MUST_CHECK bool stream_end(struct stream *s);

/* Take the master key for a file of this kind, before there is a store: from a
 * key file or, when passphrase is not NULL, from that. Errors: ERR_INVALID. */
MUST_CHECK bool stream_key(struct ctx *cx, const char *file,
                           const char *key_file, const char *passphrase);

/* Errors: ERR_NOTFOUND, no such file; ERR_INVALID, of another kind, or of
 * another master key. Owns: cx->mem closes it. */
MUST_CHECK bool stream_open(struct ctx *cx, const char *file, const char *kind,
                            struct stream **out);
const unsigned char *stream_id(const struct stream *s);

/* Up to max bytes; *n 0 at the end, and only when the file is whole.
 * Errors: ERR_INVALID, it was changed or cut. */
MUST_CHECK bool stream_get(struct stream *s, void *bytes, size_t max,
                           size_t *n);

#endif
