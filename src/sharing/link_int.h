/* sharing/link_int.h - the door of a link: link.c knows, link_pages.c asks. */
#ifndef SHARING_LINK_INT_H
#define SHARING_LINK_INT_H

#include "sharing/link.h"

enum link_result {
    LINK_WRONG,
    LINK_OPEN,
    LINK_ELSEWHERE /* another browser opened it first */
};

struct link_state {
    int64_t id; /* 0: there is none, or it is shut, ended or over */
    bool shut;  /* the code was wrong too often */
    struct about what;
    const char *code, *session; /* keyed hashes; session "" while unopened */
    int tries;
    int64_t permission;
    enum link_result result; /* of link_try() */
};

MUST_CHECK bool link_find(struct ctx *cx, const char *token,
                          struct link_state *out);

/* This browser opened a link once, whatever became of it. */
MUST_CHECK bool link_was(struct req *rq, bool *was);

/* This browser is the one that opened it. */
bool link_is_bound(struct req *rq, const struct link_state *s);

/* Try a code: counts a wrong one, opens with the right one. True also when it
 * was wrong, so that the count is kept. */
MUST_CHECK bool link_try(struct req *rq, const char *token,
                         struct link_state *s, const char *code);

bool link_page(struct req *rq);
bool link_form(struct req *rq);

#endif
