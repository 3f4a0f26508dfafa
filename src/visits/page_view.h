/* visits/page_view.h - what the one page shows, and the pages around it. */
#ifndef VISITS_PAGE_VIEW_H
#define VISITS_PAGE_VIEW_H

#include "visits/page.h"
#include "web/form.h"

enum page_paper { PAPER_LETTER, PAPER_A4 };

/* How it is written; the words are the same. */
struct page_look {
    enum page_paper paper;
    bool large; /* large print: on as many sheets as it takes */
};

/* The page itself. */
struct page_sheet {
    const struct page *p;
    struct page_look look;
    struct page_lines part[PAGE_PARTS];
    bool between; /* anything at all stands under "how it has been" */
};

/* Write the page in its own language, whatever the language around it. The one
 * way a page is ever shown. */
void page_draw(struct tpl *t, const struct page *p, struct page_look look);

void page_sheet_html(struct tpl *t, const struct page_sheet *v);

#endif
