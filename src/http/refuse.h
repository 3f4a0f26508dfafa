/* http/refuse.h - which requests no handler ever sees.
 *
 * Pure: pieces of a head in, an HTTP status out; 0 is "go on". The pieces are
 * where the library cut the head up in its own buffer, so their addresses tell
 * what it skipped without a word: every byte of the head has to be accounted
 * for, or the request is refused. That catches what the pieces alone hide: a
 * NUL in a line, a bare LF, a folded line, a second space. (README.md says what
 * still leaves no trace.)
 */
#ifndef HTTP_REFUSE_H
#define HTTP_REFUSE_H

#include "http/http.h"

/* The request line. */
struct head_line {
    const char *method, *target, *version;
    size_t target_n; /* with the query, as it was sent */
};

/* A head being looked at. */
struct head {
    struct http_request request;          /* filled in on the way */
    const char *length, *coding, *expect; /* NULL when absent */
    const char *forwarded_for, *forwarded_proto;
    const char *next; /* where the next byte of the head has to be */
    unsigned seen;    /* a bit for each header that may come once */
    unsigned n;       /* headers */
    bool old;         /* HTTP/1.0 */
    int status;       /* the first refusal */
    size_t body_n;    /* Content-Length; set by head_end() */
};

/* Printable ASCII that starts with "/", without "#" or a backslash. */
int refuse_target(const char *target, size_t n);

/* Digits only, at most 18; anything else gives false. */
bool head_length(const char *s, size_t *out);

void head_begin(struct head *h, const struct head_line *line);

/* One header, in the order they came. */
void head_header(struct head *h, const char *name, const char *value);

/* The blank line ends just before end. */
int head_end(struct head *h, const char *end);

/* The last address of a list "a, b, c", or "" when it is none. out has room
 * for 46 bytes. */
void forwarded_address(const char *list, char out[46]);

#endif
