/* mediation/view.h - what the pages of two sides show. */
#ifndef MEDIATION_VIEW_H
#define MEDIATION_VIEW_H

#include "mediation/glossary.h"
#include "mediation/helped.h"
#include "mediation/team.h"
#include "said/will.h"
#include "voice/view.h"
#include "web/form.h"

/* Hers: what is open, and what is over. */
struct sides_page {
    struct sides_lines now, over;
};

/* One line of it, or on Home. */
struct sides_row {
    const struct sides_line *l;
    bool over;
};

struct sides_panel {
    struct said_id at; /* the one that waits for her; {0} */
    bool answer;       /* for her word */
    const char *told;  /* who said their side, and she has not read it; "" */
};

/* Writing it: she, or the peer she lets type. */
struct sides_edit {
    struct opening o;
    struct side kept; /* as it is saved now */
    bool hers, saved;
    bool protected; /* by the program: a consent is asked for anyway */
    struct persons others, peers;
    const char *typist; /* "" */
};

/* What each means, side by side (R45). */
struct sides_pair {
    const struct side *hers, *team;
    const char *other;      /* who the other side is */
    bool own;               /* she reads it */
    bool mine;              /* the other side reads it */
    bool told;              /* the other side has said something */
    int64_t said, answered; /* when each said yes to it; TIME_NONE */
};

/* Clinic words of a text, with what they mean. */
struct found_words {
    struct glosses list;
    const char *id; /* of its heading */
};

/* What each thinks was misheard. The comment stands apart, under its name. */
struct sides_misheard {
    const struct side *hers, *team, *comment;
    bool own, mine;
};

/* Before she says yes. */
struct sides_yes {
    struct said said;
    struct side side;
    bool protects;
};

/* One of hers. */
struct sides_mine {
    struct sides v;
    struct sides_pair pair;
    struct found_words found;
    struct rally rally;
    const char *readers; /* who reads her word on what helped: "Ruth, Karen" */
    struct replies proposed, agreed;
    bool live, over;
    int64_t sent;        /* the reply whose form came back; 0 */
    int64_t sent_helped; /* the promise whose form came back; 0 */
};

struct sides_consent {
    int64_t id;
    struct consent c;
    bool valid, english;
};

/* What one of the team, or the peer, has before them. */
struct joined_page {
    struct joined j;
    struct sides_pair pair;
    struct found_words found;
    struct rally rally;
    struct replies proposed, agreed;
    bool sent;
};

/* Before the actor says yes to their own words. */
struct joined_yes {
    struct joined j;
    struct found_words found;
};

/* It ended: no word of it. */
struct joined_over {
    struct to_read r;
    const char *words; /* the reader's own, that came too late; "" */
    bool peer;
};

/* On "For you to read", and on a peer's Today. */
struct joined_panel {
    struct to_reads list;
    size_t fresh; /* new or changed */
    bool peer;
};

/* On the page of somebody a peer walks with. */
struct sides_typing {
    struct person person;
    struct typings list;
};

/* What people said helped, or not. */
struct helped_page {
    struct helped_lines list;
};

struct helped_panel {
    size_t n;
};

struct glossary_page {
    struct glosses list;
    bool saved;
};

struct glossary_edit {
    struct gloss g; /* id 0: a new one */
    bool changed;   /* one of ours, and not as it came */
};

struct glossary_link {
    char unused;
};

void sides_other(struct tpl *t, const struct sides_edit *v,
                 const struct person *p);
void sides_peer(struct tpl *t, const struct sides_edit *v,
                const struct person *p);

void sides_page_html(struct tpl *t, const struct sides_page *v);
void sides_row_html(struct tpl *t, const struct sides_row *v);
void sides_panel_html(struct tpl *t, const struct sides_panel *v);
void sides_edit_html(struct tpl *t, const struct sides_edit *v);
void sides_pair_html(struct tpl *t, const struct sides_pair *v);
void found_words_html(struct tpl *t, const struct found_words *v);
void sides_misheard_html(struct tpl *t, const struct sides_misheard *v);
void sides_yes_html(struct tpl *t, const struct sides_yes *v);
void sides_mine_html(struct tpl *t, const struct sides_mine *v);
void sides_consent_html(struct tpl *t, const struct sides_consent *v);
void joined_page_html(struct tpl *t, const struct joined_page *v);
void joined_yes_html(struct tpl *t, const struct joined_yes *v);
void joined_over_html(struct tpl *t, const struct joined_over *v);
void joined_panel_html(struct tpl *t, const struct joined_panel *v);
void sides_typing_html(struct tpl *t, const struct sides_typing *v);
void helped_page_html(struct tpl *t, const struct helped_page *v);
void helped_panel_html(struct tpl *t, const struct helped_panel *v);
void glossary_page_html(struct tpl *t, const struct glossary_page *v);
void glossary_edit_html(struct tpl *t, const struct glossary_edit *v);
void glossary_link_html(struct tpl *t, const struct glossary_link *v);

#endif
