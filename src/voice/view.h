/* voice/view.h - what the pages of her words show. */
#ifndef VOICE_VIEW_H
#define VOICE_VIEW_H

#include "said/will.h"
#include "voice/read.h"
#include "web/form.h"

/* My words: what is under way, and what is over. */
struct voices_page {
    struct voice_lines now, over;
};

/* One line of it, or on Home. */
struct voice_row {
    const struct voice_line *l;
};

/* On Home. */
struct voices_panel {
    struct voice_lines now; /* the newest few */
    struct said_id answer;  /* a reader wrote back about this; {0} */
    const char *who;
};

/* Writing it: she, or the peer she lets type. */
struct draft_page {
    const struct draft *d;
    bool hers;
    const char *name;            /* whose, for the peer */
    struct persons near, others; /* whom it may be given to */
    struct persons peers;        /* who may type it */
    const char *typist;          /* who may now; "" */
    bool protected;              /* by the program: nothing to mark */
    const char *seen;            /* draft_hash() of d */
    struct texts kept;           /* the details as they are kept now */
    int64_t from;                /* begun from older words of hers; 0 */
    bool saved;
    struct comments comments; /* beside a draft that was never said */
};

/* One detail, with her yes or no. */
struct detail_row {
    const char *words_field, *allow_field;
    const char *label; /* a msgid */
    const char *words;
    bool allowed, hers;
};

/* Exactly what leaves. */
struct words_sheet {
    const struct words *w;
    enum said_kind kind;
    int64_t approved;              /* TIME_NONE: not yet */
    const char *hash;              /* of the exact words; when approved */
    const struct consent *consent; /* NULL: none is needed */
};

/* Comments beside her words, each in its own box: for who reads them. */
struct comment_boxes {
    struct comments list;
    const char *name; /* whose words */
};

/* The same on her page, with her yes or no. */
struct my_comments {
    struct said_id words;
    struct comments list;
    bool live;                    /* she may say yes now */
    const struct consent *needed; /* NULL: none is */
};

/* Of the peer who writes one. */
struct comment_page {
    struct comment_mine m;
    int64_t words;
    bool saved;
};

/* Before she says yes. */
struct yes_page {
    struct said said;
    struct words words;
    struct words_sheet sheet;
    const char *to;
    bool protects;
};

/* One thing of hers. */
struct mine_page {
    struct voice v;
    struct words_sheet sheet;
    const char *to;
    bool live;          /* it can still be answered, ended, taken back */
    bool over;          /* closed, taken back, or its time is over */
    int64_t sent;       /* the reply whose form came back; 0 */
    bool closed_by_law; /* a consent is needed, and there is none now */
    struct my_comments comments;
};

struct consent_page {
    int64_t id;
    struct consent c;
    bool valid;
    bool english; /* she reads English */
    bool marked;  /* she marked these words; the program is not protected */
    struct date until;
};

struct consent_sheet {
    const struct consent *c;
};

/* What a reader has before them. */
struct given_page {
    struct opened o;
    struct words_sheet sheet;
    bool sent, said; /* written back; said that it was read out loud */
    bool open;
    bool peer; /* the reader is a peer */
};

struct paper_page {
    struct opened o;
    struct words_sheet sheet;
};

/* What was taken back, or is over: no word of it. */
struct over_page {
    struct over o;
    const char *words; /* the reader's own, that came too late; "" */
    bool peer;         /* the reader is a peer */
};

/* On "For you to read", and on a peer's Today. */
struct given_panel {
    struct to_reads list;
    size_t fresh; /* new or changed */
};

/* On the page of somebody a peer walks with. */
struct typing_panel {
    struct person person;
    struct typings list;
    struct comments comments; /* the peer's own, beside words of hers */
};

/* On a peer's Today: drafts the peer is let to type, and whose. */
struct typing_line {
    struct typing what;
    const char *first;
};

struct typing_lines {
    struct typing_line *at;
    size_t n, cap;
};

struct typing_today {
    struct typing_lines list;
};

struct part2_page {
    enum part2 now;
    bool saved;
};

void draft_details(struct tpl *t, const struct draft_page *v);
void draft_reader(struct tpl *t, const struct draft_page *v,
                  const struct person *p);

/* The first 12 digits of the hash of exact words, for paper. Owns: t's. */
const char *words_mark(struct tpl *t, const char *hash);

/* She said yes to it, and the consent she signed does not name it. */
bool comment_needs_name(const struct my_comments *v, const struct comment *c);

/* What was typed into it, to sign. */
struct signing signing_typed(struct req *rq);

/* The consent in English, whatever the language around it. */
void consent_in_english(struct tpl *t, const struct consent *c);

void voices_page_html(struct tpl *t, const struct voices_page *v);
void voice_row_html(struct tpl *t, const struct voice_row *v);
void voices_panel_html(struct tpl *t, const struct voices_panel *v);
void draft_page_html(struct tpl *t, const struct draft_page *v);
void detail_row_html(struct tpl *t, const struct detail_row *v);
void words_sheet_html(struct tpl *t, const struct words_sheet *v);
void comment_boxes_html(struct tpl *t, const struct comment_boxes *v);
void my_comments_html(struct tpl *t, const struct my_comments *v);
void comment_page_html(struct tpl *t, const struct comment_page *v);
void yes_page_html(struct tpl *t, const struct yes_page *v);
void mine_page_html(struct tpl *t, const struct mine_page *v);
void consent_page_html(struct tpl *t, const struct consent_page *v);
void consent_sheet_html(struct tpl *t, const struct consent_sheet *v);
void given_page_html(struct tpl *t, const struct given_page *v);
void paper_page_html(struct tpl *t, const struct paper_page *v);
void over_page_html(struct tpl *t, const struct over_page *v);
void given_panel_html(struct tpl *t, const struct given_panel *v);
void typing_panel_html(struct tpl *t, const struct typing_panel *v);
void typing_today_html(struct tpl *t, const struct typing_today *v);
void part2_page_html(struct tpl *t, const struct part2_page *v);
void part2_panel_html(struct tpl *t, const struct part2_page *v);

#endif
