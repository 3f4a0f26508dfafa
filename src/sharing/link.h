/* sharing/link.h - a reader outside the agency: a secret address, and a code
 * told apart.
 *
 * The address alone shows nothing. With the code, the first browser that opens
 * it is the only one that ever does; it then acts as ROLE_LINK, with the link's
 * id as its session, and may() lets it see the one thing. Five wrong codes
 * close the link, and she is told. It ends on its day, or when she ends the
 * permission it stands on. Of address and code only keyed hashes are kept.
 */
#ifndef SHARING_LINK_H
#define SHARING_LINK_H

#include "frame/req.h"
#include "sharing/permission.h"

enum {
    LINK_NAME_MAX = 120, /* characters */
    LINK_TRIES = 5,
    LINK_DAYS_MAX = 90
};

struct link {
    int64_t id;
    struct about what;   /* a TOPIC_PAGE with a thing */
    const char *name;    /* what she calls the reader: "Dr. Stone" */
    const char *purpose; /* as of a permission */
    int64_t until;       /* seconds; at most LINK_DAYS_MAX days away */
    const char *token;   /* the last part of its address, /l/{token}: known only
                            now */
    const char *code;    /* 6 digits: known only now */
};

/* The last second a link made now can be open. */
int64_t link_latest(const struct ctx *cx);

/* Make one, and the permission it stands on; sets id, token, code. Only the
 * person herself. Errors: ERR_DENIED; ERR_INVALID "name", "purpose", "until".
 * Owns: cx->mem. */
MUST_CHECK bool link_make(struct ctx *cx, struct link *l);

/* After auth_who() in the hook frame/app.h asks for: when nobody is signed in,
 * the cookie of a link that is still good makes the actor its reader. */
bool link_who(struct req *rq);

/* The hook too: the cookie of a link that is over, before what links open. The
 * page keeps what a form brought, for the reader to copy: it is stored for
 * nobody. Without that cookie nothing tells that there ever was a link. */
bool link_gone(struct req *rq);

#endif
