/* tpl/tpl.h - what compiled templates are made of.
 *
 * tools/tplc turns visits/visit_list.html into
 *     void visit_list_html(struct tpl *t, const struct visit_list *v);
 * Each {{ x }} becomes TPL_PUT(t, x): the C type of x picks the writer, and
 * text is always escaped. The only way to put markup is a struct html, and only
 * templates make those. A type without a writer does not compile.
 * tools/tplc says what else a template may hold.
 */
#ifndef TPL_TPL_H
#define TPL_TPL_H

#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"

enum { TPL_PAGE_MAX = 4 * 1024 * 1024 };

/* Markup that is already safe. */
struct html {
    const char *s;
};

struct tpl_typed {
    const char *name, *value;
};

struct tpl_typed_list {
    struct tpl_typed *at;
    size_t n, cap;
};

/* A field, and the sentence beside it. */
struct tpl_fault {
    const char *field, *text;
};

struct tpl_faults {
    struct tpl_fault *at;
    size_t n, cap;
};

/* One page being written, and what its forms need to know. */
struct tpl {
    struct buf out;
    enum lang lang;
    const char *csrf; /* put into every form that posts; "" for none */
    const char *page; /* the address of this page; "" for none */
    /* What was typed already into the form being written: the one that came
     * back with a mistake (sent, to the address sent_to; NULL: none did), or a
     * draft, which load(from, to) looks up when the form that goes to that
     * address first asks for it. */
    struct tpl_typed_list typed, sent;
    bool is_typed, other_form; /* other: than the one that came back */
    const char *sent_to, *to;
    struct tpl_typed_list (*load)(void *from, const char *to);
    void *from;
    const char *wrong_field; /* the field a mistake is in, or NULL */
    const char *wrong_text;  /* the sentence beside it */
    struct tpl_faults more;  /* what else is wrong in the same form */
};

struct tpl tpl_new(struct arena *mem, enum lang lang);

/* What a field shows: what was typed if anything was, else stored. */
const char *tpl_value(struct tpl *t, const char *field, const char *stored);

/* A box or a choice is on: typed, or (nothing typed yet) stored. */
bool tpl_chosen(struct tpl *t, const char *field, const char *value,
                bool stored);

/* Something was typed into the form being written: what is folded away is then
 * to be seen. */
bool tpl_was_typed(struct tpl *t);

/* One more field of the form that came back has a mistake, unless a sentence
 * stands beside it already. text: a msgid. */
void tpl_also_wrong(struct tpl *t, const char *field, const char *text);

/* The sentence beside this field, or NULL. */
const char *tpl_wrong(const struct tpl *t, const char *field);

/* Template text only. */
static inline void tpl_raw(struct tpl *t, const char *s)
{
    buf_puts(&t->out, s);
}

void tpl_text(struct tpl *t, const char *s);  /* escapes & < > " ' */
void tpl_lines(struct tpl *t, const char *s); /* the same, ends of lines kept */
void tpl_int(struct tpl *t, int64_t v);
void tpl_count(struct tpl *t, size_t n);
void tpl_html(struct tpl *t, struct html h);
void tpl_url(struct tpl *t, const char *s); /* one path or query part */
void tpl_iso(struct tpl *t, struct date d); /* 2026-10-15: for machines */
/* In words, in the page's language; nothing when not set. */
void tpl_day(struct tpl *t, struct date d);       /* Thursday, October 15 */
void tpl_day_year(struct tpl *t, struct date d);  /* October 15, 2026 */
void tpl_day_short(struct tpl *t, struct date d); /* Oct 15 */
void tpl_weekday(struct tpl *t, struct date d);   /* Thursday */
void tpl_clock(struct tpl *t, int64_t time);      /* 2:30 pm */
void tpl_when(struct tpl *t, int64_t time); /* Thursday, October 15, 2:30 pm */

/* The address of the icons: made by tools/embed-assets. */
extern const char tpl_icons[];

/* An icon of ours by its name, which is a literal; flip: it points the way one
 * reads. Never without a word beside it. */
void tpl_icon(struct tpl *t, const char *name);
void tpl_icon_flip(struct tpl *t, const char *name);

/* What every form that posts carries: csrf, an id of its own so that what is
 * sent twice counts once, and the page it stands on. What was typed is from
 * here on what was typed into this form. tools/tplc puts it after each <form
 * method="post">.
 */
void tpl_form(struct tpl *t);

/* A sentence of the catalogue with places: {name}. tpl_step() writes up to the
 * next place and gives its index in names; -1 at the end. */
struct tpl_message {
    const char *rest;
    const char *const *names;
    bool in_attribute; /* escape it; elsewhere it may hold markup of ours */
};

struct tpl_message tpl_message(const struct tpl *t, uint64_t hash,
                               const char *msgid, const char *const *names);
int tpl_step(struct tpl *t, struct tpl_message *m);

/* A msgid held in a view (N_("...")), said in the page's language, escaped. */
void tpl_say(struct tpl *t, const char *msgid);

#define TPL_PUT(t, x) \
    _Generic((x), char *: tpl_text, const char *: tpl_text,              \
             int: tpl_int, unsigned: tpl_int, int64_t: tpl_int,          \
             size_t: tpl_count, struct date: tpl_day, struct html: tpl_html)( \
        (t), (x))

#endif
