/* promises/view.h - what the pages of promises show. */
#ifndef PROMISES_VIEW_H
#define PROMISES_VIEW_H

#include "people/people.h"
#include "promises/promise.h"
#include "web/form.h"

/* Who is doing what for me: hers. */
struct promises_page {
    struct promises told, open, over;
    struct persons peers;  /* whom she may promise something */
    int64_t sent;          /* whose form came back; 0: none */
    struct html elsewhere; /* what others draw beside: slot "me.promises" */
    bool saved;
};

/* What I said I will do: of staff. */
struct promised_page {
    struct promises told, open;
    struct persons whom; /* one may promise something */
    int64_t sent;
    bool saved;
    bool today; /* who reads has Today; others: For you to read */
};

/* Between one of staff and one person. */
struct between_us {
    struct person person;
    struct promises open;
    int64_t sent;
    bool saved;
};

/* One promise, with what may be done with it. */
struct promise_row {
    const struct promise *p;
    bool hers;    /* on a page of the person herself */
    bool between; /* on the page of the two */
    bool sent;    /* it was its form that came back, with a mistake */
};

/* "Ruth says: done" */
struct promise_how {
    const struct promise *p;
};

/* How another says that one ended: with a yes, or not. */
struct promise_told {
    const struct promise *p;
    bool hers;
    bool sent; /* it was its form that came back, with a mistake */
};

/* On Home, on Today, on "For you to read". */
struct promises_panel {
    struct promises told, open;
    struct html asked; /* on Home: what others draw as lines: "me.doing" */
    size_t more;       /* that are not shown here */
    bool add;          /* the way to promise something is here */
    bool words;        /* on Program today stand no words and no names */
};

void promises_page_html(struct tpl *t, const struct promises_page *v);
void promised_page_html(struct tpl *t, const struct promised_page *v);
void between_us_html(struct tpl *t, const struct between_us *v);
void promise_told_html(struct tpl *t, const struct promise_told *v);
void promise_how_html(struct tpl *t, const struct promise_how *v);

void promise_row_html(struct tpl *t, const struct promise_row *v);
void my_promises_html(struct tpl *t, const struct promises_panel *v);
void due_promises_html(struct tpl *t, const struct promises_panel *v);
void near_promises_html(struct tpl *t, const struct between_us *v);
void late_promises_html(struct tpl *t, const struct promises_late *v);

#endif
