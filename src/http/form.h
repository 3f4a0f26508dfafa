/* http/form.h - fields of forms, queries and cookies, as they come over the
 * wire. */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include <stdbool.h>

#include "base/arena.h"

enum { HTTP_FIELDS_MAX = 500 };

struct http_field {
    const char *name, *value; /* valid UTF-8, NUL-terminated, not trimmed */
};

struct http_fields {
    struct http_field *at;
    size_t n, cap;
};

/* "a=1&b=two+words" (n bytes), appended to out. False when an escape is broken,
 * a value is not text, or there are more than HTTP_FIELDS_MAX. Owns: mem. */
bool http_fields_parse(struct arena *mem, const char *s, size_t n,
                       struct http_fields *out);

/* The value of the first cookie of this name in a Cookie header; "" when there
 * is none. Owns: mem. */
const char *http_cookie(struct arena *mem, const char *header,
                        const char *name);

#endif
