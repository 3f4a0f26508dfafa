/* page/pdf.h - the one page as a PDF, by WeasyPrint in a process of its own.
 *
 * The process gets the page by a pipe, whole: style and type faces are inside.
 * It fetches nothing, writes nothing of hers, and has an end to its time and
 * memory (pdf.py). It takes about a second: call it from a route's before, on
 * POOL_PAPER.
 */
#ifndef PAGE_PDF_H
#define PAGE_PDF_H

#include "base/ctx.h"
#include "base/text.h"
#include "page/page_view.h"

enum { PDF_BYTES_MAX = 4 * 1024 * 1024, PDF_SECONDS_MAX = 45 };

/* The whole document that is drawn: the page as page_draw() writes it, with the
 * style for paper. Owns: cx->mem. */
const char *pdf_document(struct ctx *cx, const struct page *p,
                         struct page_look look);

/* Owns: cx->mem. Errors: ERR_UNAVAILABLE when it cannot be drawn now. */
MUST_CHECK bool pdf_make(struct ctx *cx, const struct page *p,
                         struct page_look look, struct blob *out);

#endif
