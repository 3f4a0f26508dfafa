/* questions/set.h - a question set: what the pages before a visit ask, in
 * order.
 *
 * A set is a file, an HL7 FHIR R4 Questionnaire, so that an agency can write
 * its own with any tool that knows the standard. src/questions/sets/README.md
 * says which parts of it we read, with an example of each. Here it is flat and
 * typed, in every language at once, and never changes after it is read.
 *
 * Every question can be skipped: the file's "required" is not read (R69).
 */
#ifndef QUESTIONS_SET_H
#define QUESTIONS_SET_H

#include "base/ctx.h"
#include "base/text.h"

enum {
    SET_BYTES_MAX = 256 * 1024,
    SET_ITEMS_MAX = 40,
    SET_OPTIONS_MAX = 12,
    SET_RULES_MAX = 8,    /* "show this only when" lines of one question */
    SET_ANSWERS_MAX = 10, /* answers to one question that repeats */
    SET_LINE_MAX = 200,   /* characters of one line, where the set says less
                             or nothing; SET_TEXT_MAX of a longer text */
    SET_TEXT_MAX = 2000
};

/* Which visits a set is for. Stored: append only. */
enum set_kind { SET_MIND, SET_BODY, SET_KINDS };

enum set_type {
    SET_CHOICE, /* one of options, or several when most > 1 (check boxes) */
    SET_YES_NO, /* answered "true" or "false" */
    SET_NUMBER, /* a whole number */
    SET_LINE,   /* one line; most > 1: that many lines */
    SET_TEXT    /* some lines */
};

/* Where on the one page an answer stands (R70 to R73). */
enum set_section {
    SECTION_NONE, /* nowhere: it only decides what is asked next */
    SECTION_WANT,
    SECTION_LIFE,
    SECTION_TALK,
    SECTION_ASK,
    SECTION_BETWEEN,
    SECTION_HELPS,
    SECTION_PILLS,
    SECTION_BODY,
    SECTION_OTHER,
    SECTION_COUNT
};

/* One sentence in every language; a language the set does not have says it in
 * the set's own. Never NULL; "" when the set has no such sentence. */
struct set_words {
    const char *in[LANG_COUNT];
};

struct set_option {
    const char *code; /* what is stored; unique in its question */
    struct set_words label, hint;
    int level; /* height on the drawn line, higher is better; 0: not drawn */
    bool off_line; /* drawn at level with a mark of its own: neither better nor
                      harder than its neighbours ("Too much" sleep) */
};

enum set_op { SET_EXISTS, SET_EQ, SET_NE, SET_GT, SET_LT, SET_GE, SET_LE };

/* One enableWhen line: the answers to an earlier question, compared. */
struct set_rule {
    size_t item; /* index of that question; always before this one's own */
    enum set_op op;
    const char *value; /* as an answer is stored; SET_EXISTS: "true"/"false" */
};

struct set_rules {
    struct set_rule *at;
    size_t n, cap;
    bool any; /* one is enough (enableBehavior any); else all must hold */
};

struct set_item {
    const char *link_id;
    enum set_type type;
    struct set_words text;   /* the question: "How have you slept?" */
    struct set_words label;  /* its name on the page: "Sleep" */
    struct set_words hint;   /* a little help under the question */
    struct set_words group;  /* title of the part it belongs to */
    struct set_words rename; /* words inside text and label that a person may
                                say their own way: set_item_named() */
    const char *more_id;     /* "say more" field on the same page, or NULL */
    struct set_words more;   /* its label */
    int more_length;         /* characters */
    struct set_option *options;
    size_t option_count;
    bool own_option; /* also an answer in one's own words (open-choice) */
    int max_length;  /* characters of one answer of LINE and TEXT, or of an
                        own option */
    int most;        /* answers: 1, or up to SET_ANSWERS_MAX */
    enum set_section section;
    bool mind_fact; /* starts switched off on a body visit's page (R75) */
    struct set_rules rules, group_rules; /* shown when both hold */
};

struct set {
    int64_t id; /* row of questions_set; 0 when read from a file */
    enum set_kind kind;
    bool has_kind; /* the file says which visits it is for */
    bool active;   /* the file says it may be used */
    const char *url, *version;
    enum lang lang; /* the set's own language */
    struct set_words title;
    struct set_item *at;
    size_t n, cap;
    size_t missing[LANG_COUNT]; /* sentences without a translation */
};

const char *set_kind_code(enum set_kind kind); /* "mind", "body" */

/* Read a set from the bytes of its file. What the pages cannot ask (a date, a
 * picture, a list kept elsewhere) is refused, never dropped.
 * Owns: cx->mem. Errors: ERR_INVALID, a sentence that names the question.
 * Source: https://hl7.org/fhir/R4/questionnaire.html */
MUST_CHECK bool set_parse(struct ctx *cx, struct blob in, struct set *out);

/* The sets that come with the program, n from 0; NULL at when n is past the
 * end. Never freed. */
struct blob set_shipped(size_t n);

/* The question with that linkId (its own or its "say more"); NULL: none. */
const struct set_item *set_item_find(const struct set *s, const char *link_id);

/* Its answers stand on one line from harder to better: it can be drawn, and
 * compared with last time. */
bool set_item_is_scale(const struct set_item *it);

const struct set_option *set_option_find(const struct set_item *it,
                                         const char *code);

/* words (the item's text or label) with the renameable part said as the
 * person calls it; called NULL or "" leaves them. Owns: mem. */
const char *set_item_named(struct arena *mem, const struct set_item *it,
                           const char *words, enum lang lang,
                           const char *called);

#endif
