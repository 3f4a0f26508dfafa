/* web/web.h - the shell of every page, and the pages that hold other folders'
 * panels. main.c gives the two hooks to the frame. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "frame/app.h"

/* Put the shell around rq->page: head, bar, places, help. */
void web_shell(struct req *rq, struct tpl *whole);

/* The page for rq->cx->err: what happened, and what one can do. What may not
 * be known and what does not exist read the same. */
void web_error(struct req *rq, int status);

/* What every answer carries, pages or not. The content policy allows nothing
 * inline and nothing from elsewhere. Source: docs/sources.md, ASVS 5.0 V3.4. */
void web_headers(struct req *rq);

#endif
