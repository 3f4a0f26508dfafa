/* base/json.h - JSON from outside, read without surprises; and JSON written.
 *
 *   const struct json *doc;
 *   if (!json_parse(cx, bytes, max, &doc))
 *       return false;
 *   const char *title = json_text(json_get(doc, "title"));
 *
 * Reading never fails after the parse: what is not there, or is of another
 * kind, is NULL, and every function takes NULL. A chain of calls over a
 * document of any shape is safe, and a caller checks only what it needs.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "base/text.h"

enum {
    JSON_DEPTH_MAX = 64,      /* objects and lists inside one another */
    JSON_VALUES_MAX = 1000000 /* bounds memory: about 100 bytes a value */
};

enum json_kind {
    JSON_KIND_NONE, /* not there */
    JSON_KIND_NULL,
    JSON_KIND_BOOL,
    JSON_KIND_INT,
    JSON_KIND_REAL,
    JSON_KIND_TEXT,
    JSON_KIND_LIST,
    JSON_KIND_OBJECT
};

struct json; /* one value; NULL is "not there" */

/* Read one whole document: an object or a list, UTF-8, at most max bytes.
 * Refused: a name given twice in one object, control characters in a text
 * (escaped ones too), numbers that do not fit, anything after the end.
 * Owns: cx->mem (a deferred release). Errors: ERR_INVALID, with the line. */
MUST_CHECK bool json_parse(struct ctx *cx, struct blob in, size_t max,
                           const struct json **out);

enum json_kind json_kind(const struct json *v);

/* The value called name of an object. */
const struct json *json_get(const struct json *v, const char *name);

/* Of a list: how many, and the one at i (from 0). */
size_t json_length(const struct json *v);
const struct json *json_at(const struct json *v, size_t i);

/* "" when v is not a text. Lives as long as the document. */
const char *json_text(const struct json *v);
/* Of a list: all of them. Owns: mem. */
struct texts json_texts(struct arena *mem, const struct json *list);
int64_t json_int(const struct json *v, int64_t otherwise);
double json_number(const struct json *v, double otherwise); /* int or real */
bool json_bool(const struct json *v, bool otherwise);

/* Writing. Calls come in the order of the document; name is NULL inside a list
 * and for the outermost value. Texts are valid UTF-8. */
struct json_out {
    struct buf *to;
    int indent; /* spaces a level; 0 writes one line */
    int depth;  /* kept by the writer, as are the next two */
    bool some;  /* the innermost open thing has a value already */
    char ends[JSON_DEPTH_MAX];
};

void json_put_object(struct json_out *w, const char *name);
void json_put_list(struct json_out *w, const char *name);
void json_put_end(struct json_out *w); /* of the innermost object or list */
void json_put_text(struct json_out *w, const char *name, const char *s);
void json_put_int(struct json_out *w, const char *name, int64_t n);
/* A moment, in the program's zone: "2026-11-29T09:05:00-05:00". For TIME_NONE
 * nothing is written: only in an object. */
void json_put_time(struct json_out *w, const char *name, int64_t at);
void json_put_bool(struct json_out *w, const char *name, bool b);
void json_put_texts(struct json_out *w, const char *name,
                    const struct texts *list);
void json_put_null(struct json_out *w, const char *name);

#endif
