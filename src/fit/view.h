/* fit/view.h - what the pages of who fits show. */
#ifndef FIT_VIEW_H
#define FIT_VIEW_H

#include "fit/change.h"
#include "fit/like.h"
#include "web/form.h"

/* One part of life, and whether she likes to talk of it. */
struct like_row {
    const struct opened *of;
    const char *field;
};

/* Hers: what I like to talk of. */
struct likes_page {
    struct openings open, quiet;
    enum story story;
    bool quiet_said;
    bool saved;
};

struct choice_of_peer {
    struct person peer;
    size_t common; /* parts of life that both opened */
};

/* Hers: to choose another peer. */
struct peers_page {
    struct {
        struct choice_of_peer *at;
        size_t n, cap;
    } others; /* most in common first */
    struct persons mine;
    struct change change; /* her latest */
    bool works_here;      /* nobody here can walk with her (R103) */
    bool saved;
};

struct common_list {
    struct commons list;
};

/* On the card of a peer of hers, and of another peer. */
struct fit_mine {
    struct person peer;
    struct commons common;
    struct story_wish story;
    bool mine; /* walks with her */
};

/* To a peer, on the page of one of theirs. */
struct fit_near {
    struct person_id person;
    const char *first;
    struct commons common;
    struct story_wish story;
};

/* To who leads. */
struct changes_page {
    struct changes open;
    struct persons peers;
    int64_t sent;
    bool saved;
};

struct changes_panel {
    size_t n;
};

void likes_page_html(struct tpl *t, const struct likes_page *v);
void like_row_html(struct tpl *t, const struct like_row *v);
void peers_page_html(struct tpl *t, const struct peers_page *v);
void fit_mine_html(struct tpl *t, const struct fit_mine *v);
void fit_near_html(struct tpl *t, const struct fit_near *v);
void common_list_html(struct tpl *t, const struct common_list *v);
void changes_page_html(struct tpl *t, const struct changes_page *v);
void changes_panel_html(struct tpl *t, const struct changes_panel *v);

#endif
