/* visits/page_int.h - shared by the files of the one page alone. */
#ifndef VISITS_PAGE_INT_H
#define VISITS_PAGE_INT_H

#include "visits/page.h"

/* Her words on one line, at most so many letters; *cut: the end had to go. */
const char *page_short(struct arena *mem, const char *words, int letters,
                       bool *cut);

/* The days and the earlier visits, after the answers. */
MUST_CHECK bool draft_days(struct ctx *cx, const struct visit *v,
                           struct page_lines *out);
MUST_CHECK bool draft_visits(struct ctx *cx, const struct visit *v,
                             struct page_lines *out);

#endif
