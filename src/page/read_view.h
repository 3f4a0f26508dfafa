/* page/read_view.h - what the readers of a page see, and what came back. */
#ifndef PAGE_READ_VIEW_H
#define PAGE_READ_VIEW_H

#include "page/page_share.h"
#include "page/page_view.h"
#include "said/will.h"

struct read_list {
    struct pages_to_read pages;
};

/* The page, as a reader has it before them. */
struct read_page {
    int64_t id;
    bool link;         /* the reader came by a link */
    const char *first; /* what she is called */
    const struct page *page;
    struct page_look look;
    struct page_state state;
    bool changed; /* since this reader saw it last */
    bool before;  /* this reader saw an earlier one */
    bool sent;    /* a reply was just sent */
    struct replies replies;
};

/* What came back, for her. */
struct answer_page {
    int64_t visit;
    struct date day;
    bool none;
    int version; /* the newest of her page */
    struct replies replies;
};

/* On Home: a reader wrote back, and she has not answered. */
struct wrote_back {
    int64_t visit;
    const char *who; /* who wrote it */
};

void read_list_html(struct tpl *t, const struct read_list *v);
void read_page_html(struct tpl *t, const struct read_page *v);
void answer_page_html(struct tpl *t, const struct answer_page *v);
void wrote_back_html(struct tpl *t, const struct wrote_back *v);

#endif
