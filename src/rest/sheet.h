/* rest/sheet.h - a peer's own plan to stay well at work, and their portfolio:
 * four places to write in, each. In the vault. Source: R99, R102. */
#ifndef REST_SHEET_H
#define REST_SHEET_H

#include "vault/vault.h"

enum { SHEET_PARTS = 4, SHEET_LETTERS_MAX = 1000 };

enum sheet_kind { SHEET_PLAN, SHEET_FOLIO, SHEETS };

/* The place of SHEET_PLAN that says whom to call after a heavy day. */
enum { PLAN_CALL };

struct sheet {
    enum sheet_kind kind;
    const char *said[SHEET_PARTS]; /* "" */
};

/* The four places: a field's name, and what it asks; msgids. */
struct sheet_part {
    const char *field, *asks, *hint;
};

const struct sheet_part *sheet_parts(enum sheet_kind kind);

MUST_CHECK bool sheet_read(struct ctx *cx, const struct vault *v,
                           enum sheet_kind kind, struct sheet *out);

/* What was written in it, as plain text: what each place asks, and the words.
 */
void sheet_text(const struct sheet *s, enum lang lang, struct buf *to);

/* Errors: ERR_INVALID, the field that is too long. */
MUST_CHECK bool sheet_put(struct ctx *cx, const struct vault *v,
                          const struct sheet *s);

#endif
