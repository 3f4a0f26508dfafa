/* page/page.h - the one page a person takes to a visit.
 *
 * It is put together from what she answered and approved, from her days between
 * visits, and from what was decided before. Each line has its own switch; on a
 * visit about the body, facts about the mind start switched off. When she says
 * yes to it, exactly what she saw is kept as a version, with its hash, and
 * never changed: a change is a new version. The same template writes it for
 * her, for a reader, for paper and for the PDF. Source: R58, R69 to R75;
 * docs/sources.md (what it has room for); never-list 5 and 10.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "between/chart.h"
#include "visits/prep.h"

/* Where a line stands, in the order of the page. Stored: append only. */
enum page_part {
    PAGE_WANT,  /* what I want from this visit */
    PAGE_LIFE,  /* what I want treatment to do for my life */
    PAGE_TALK,  /* what I want to talk about */
    PAGE_ASK,   /* what I want to ask */
    PAGE_SAID,  /* how it has been, in answers */
    PAGE_CHART, /* how it has been, day by day */
    PAGE_EVENT, /* what happened */
    PAGE_HELPS, /* what helps me that is not a pill */
    PAGE_PILLS, /* my pills, my way: off unless she turns it on */
    PAGE_BODY,
    PAGE_OTHER,
    PAGE_VISIT, /* one of the last five visits */
    PAGE_PARTS
};

/* With all of these full, the page is one sheet of A4 or Letter. */
struct page_limit {
    size_t lines;
    int letters; /* of one line; of each of the three cells of a visit */
};

extern const struct page_limit page_limits[PAGE_PARTS];

/* Short lines in all: PAGE_SAID, PAGE_EVENT, PAGE_BODY and PAGE_OTHER. */
enum { PAGE_FACTS_MAX = 7 };

bool page_is_fact(enum page_part part);

struct page_line {
    enum page_part part;
    const char *key;   /* what its switch is called; the same for good */
    const char *label; /* the name of the question; "" where the heading says it
                        */
    const char *words; /* hers */
    const char *change; /* her word against last time, a msgid; "" */
    /* of a PAGE_CHART */
    struct chart chart;
    /* of a PAGE_EVENT or PAGE_VISIT */
    struct date day;
    /* of a PAGE_VISIT; words is what was asked */
    const char *who, *decided, *came;
    /* of a draft */
    bool on, mind_fact, cut; /* cut: longer than the page has room for */
    bool listed; /* from her list of what helps: off until she turns it on */
    bool paper;  /* written on paper first */
    const char *typed; /* who typed it for her, in full; NULL: she did */
};

struct page_lines {
    struct page_line *at; /* by part, then in her order */
    size_t n, cap;
};

struct page {
    enum lang lang;    /* the language it is written in, whoever reads it */
    const char *name;  /* whose page: in full */
    const char *with;  /* for whom: in full */
    const char *they;  /* "Dr. Rao": who will do something */
    const char *peer;  /* who walks with her; "" */
    const char *typed; /* who typed some of it for her; "" */
    bool paper;        /* some of it was written on paper first */
    int64_t at;        /* the visit */
    struct page_lines lines;
};

/* What is known of the page of a visit. */
struct page_state {
    int64_t id;  /* 0: nothing was ever kept */
    int version; /* the newest; 0: none was approved */
    int64_t approved;
    const char *hash; /* of the newest version */
};

/* Everything that could stand on the page of this visit, with the switches as
 * she left them. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool page_draft(struct ctx *cx, const struct visit *v,
                           struct page *out);

/* Only what is switched on, and who typed of that. Owns: mem. */
struct page page_shown(struct arena *mem, const struct page *draft);

/* No part has more lines on than the page has room for.
 * Errors: ERR_INVALID, the part's field (page_field). */
MUST_CHECK bool page_fits(struct ctx *cx, const struct page *draft);

/* The form field of a part: "part-talk". */
const char *page_field(enum page_part part);

/* The part's heading: a msgid. */
const char *page_heading(enum page_part part);

/* The exact text that is sealed and hashed, and back. Errors of page_read:
 * ERR_INTERNAL. Owns: cx->mem. */
const char *page_write(struct ctx *cx, const struct page *p);
MUST_CHECK bool page_read(struct ctx *cx, const char *text, struct page *out);

/* 64 hex digits, keyed, so that a hash tells nothing to who guesses. */
const char *page_hash(struct ctx *cx, const char *text);

MUST_CHECK bool page_state(struct ctx *cx, struct person_id whose,
                           struct visit_id visit, struct page_state *out);

/* The page as it would go out now, and its hash: in her language or, when she
 * changed nothing but that since she said yes, as she said yes to it. Owns:
 * cx->mem. Errors: ERR_NOTFOUND. */
struct page_now {
    struct page shown;
    const char *hash;
};
MUST_CHECK bool page_now(struct ctx *cx, const struct visit *v,
                         const struct page_state *state, struct page_now *out);

/* One switch, and the shorter words for a line that was too long (NULL: as
 * they are). */
struct page_choice {
    const char *key;
    bool on;
    const char *words;
};

struct page_choices {
    struct page_choice *at;
    size_t n, cap;
};

/* Keep the switches of a visit's page; makes the page when it is new.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool page_choose(struct ctx *cx, const struct visit *v,
                            const struct page_choices *choices);

/* What she left, or {0}. Owns: cx->mem. */
MUST_CHECK bool page_choices_of(struct ctx *cx, const struct visit *v,
                                struct page_choices *out);

/* She says yes to what she was shown: its hash is seen. Only the person, in a
 * session of her own. Nothing is written when it is the newest version.
 * Errors: ERR_DENIED for anyone else; ERR_INVALID when it is another page by
 * now; ERR_INVALID as page_fits. */
MUST_CHECK bool page_approve(struct ctx *cx, const struct visit *v,
                             const char *seen);

/* The newest version. Asks nobody's leave: for callers that asked may() about
 * TOPIC_PAGE. Owns: cx->mem. Errors: ERR_NOTFOUND. */
MUST_CHECK bool page_newest(struct ctx *cx, struct person_id whose,
                            int64_t page, struct page *out,
                            struct page_state *state);

#endif
