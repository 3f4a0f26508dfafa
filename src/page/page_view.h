/* page/page_view.h - what the one page shows, and the pages around it. */
#ifndef PAGE_PAGE_VIEW_H
#define PAGE_PAGE_VIEW_H

#include "page/page.h"
#include "page/page_share.h"
#include "people/people.h"
#include "visits/waiting.h"
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
    struct chart_key key; /* of the marks in its charts */
    bool between;         /* anything at all stands under "how it has been" */
    int fullness; /* 0: all of it is one sheet as it is; 1, 2: a browser prints
                     it a little, or a good deal smaller */
};

/* Write the page in its own language, whatever the language around it. The one
 * way a page is ever shown. */
void page_draw(struct tpl *t, const struct page *p, struct page_look look);

/* The size at which all of it should be one sheet, in percent: 100 for most
 * pages. mem: for working. */
int page_percent(struct arena *mem, const struct page *p);

void page_sheet_html(struct tpl *t, const struct page_sheet *v);

/* "my visit on Thursday, October 15": part of a sentence. */
struct page_purpose {
    struct date on;
};

void page_purpose_html(struct tpl *t, const struct page_purpose *v);

/* What she sees before anyone does. */
struct page_preview {
    int64_t visit;
    const struct page *page; /* as it would be, or is */
    struct page_look look;
    struct page_state state;
    const char *hash; /* of what is shown */
    bool anew;        /* asked for in the language she reads now */
    bool approved;    /* the newest version is what is shown */
    bool changed;     /* a version was approved, and it is another */
    bool empty;       /* no line is on it */
    bool inside;      /* there is somebody with an account to share with */
    struct said_readers readers;
    struct said_readers before;  /* who had it, until she took it back */
    struct said_readers expired; /* or until the day she named */
    struct waitings waits;       /* what another typed, before her yes */
};

/* On the page of the visit: who has her page, and whether somebody wrote back.
 */
struct visit_told {
    int64_t visit;
    struct said_readers readers;
    bool wrote;
};

/* Every line with its switch, by part. */
struct page_group {
    enum page_part part;
    int most;
    struct page_lines lines;
};

struct page_groups {
    struct page_group *at;
    size_t n, cap;
};

struct page_switches {
    int64_t visit;
    bool body; /* a visit about the body */
    const char *they;
    struct page_groups groups;
};

/* Somebody the page can be given to. */
struct page_sharing {
    int64_t visit;
    const char *they;
    struct person_id
        with; /* who the visit is with, chosen before; {0} outside */
    struct persons to;
    struct date visit_day, after_day;
    bool visit_ahead, after_ahead; /* these days are not over */
    struct date link_day; /* until when a link is, if she says no other */
    struct said_readers readers;
};

/* A link just made: its address and code are known only now. */
struct page_link {
    int64_t visit;
    const char *name, *address, *code;
    int64_t until;
};

/* The field with shorter words for a line. Owns: mem. */
const char *page_words_field(struct arena *mem, const char *key);

void visit_told_html(struct tpl *t, const struct visit_told *v);
void page_preview_html(struct tpl *t, const struct page_preview *v);
void page_switches_html(struct tpl *t, const struct page_switches *v);
void page_sharing_html(struct tpl *t, const struct page_sharing *v);
void page_link_html(struct tpl *t, const struct page_link *v);

#endif
