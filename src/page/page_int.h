/* page/page_int.h - shared by the files of the one page alone. */
#ifndef PAGE_PAGE_INT_H
#define PAGE_PAGE_INT_H

#include "page/page.h"

/* Her words on one line, at most so many letters; *cut: the end had to go. */
const char *page_short(struct arena *mem, const char *words, int letters,
                       bool *cut);

/* What helps her, the days and the earlier visits, after the answers. */
MUST_CHECK bool draft_helps(struct ctx *cx, const struct visit *v,
                            struct page_lines *out);
MUST_CHECK bool draft_days(struct ctx *cx, const struct visit *v,
                           struct page_lines *out);
MUST_CHECK bool draft_visits(struct ctx *cx, const struct visit *v,
                             struct page_lines *out);

#endif
