/* My copy: all that is kept about me, mine to take away. Source: R25 "the
 * person keeps a copy", R71; 45 CFR 164.524, right of access. */
#include "frame/actor.h"
#include "sharing/pages.h"
#include "sharing/view.h"
#include "store/keep.h"

enum { COPY_MAX = 8 * 1024 * 1024 }; /* bytes: what one answer may hold */

bool copy_page(struct req *rq)
{
    copy_html(rq->page, &(struct copy){rq->cx->actor->shared_device});
    return true;
}

/* Reads every table that holds something of hers: not on a worker. */
bool copy_gather(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct blob *file = ARENA_NEW(cx->mem, struct blob);
    struct buf text = buf_new(cx->mem, COPY_MAX);
    struct json_out out = {.to = &text, .indent = 2};

    if (cx->actor->shared_device)
        return fail(cx, ERR_DENIED, NULL,
                    "Please take your copy on a device of your own.");
    json_put_object(&out, NULL);
    if (!keep_export(cx, cx->actor->person, &out))
        return false;
    json_put_end(&out);
    if (text.full)
        return fail(cx, ERR_UNAVAILABLE, NULL,
                    "Your copy is too big for one file here. Your program can "
                    "make it for you.");
    *file = (struct blob){(const unsigned char *)text.at, text.n};
    req_keep(rq, file);
    return true;
}

bool copy_file(struct req *rq)
{
    const struct blob *file = req_kept(rq);

    return req_send(rq, "application/json", "my-copy.json", *file);
}
