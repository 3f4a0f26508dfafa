/* web/form.h - the parts that forms are made of, as templates with views.
 *
 *   {% put field(.name = "place", .label = a msgid) %}
 *
 * A part shows what was typed already, and its mistake beside it. Labels and
 * hints are msgids. Include this header in the header of your view.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "tpl/tpl.h"

/* One line to type in. */
struct field {
    const char *name, *label, *hint; /* hint may be NULL */
    const char *value;               /* stored; NULL is "" */
    const char *type;                /* NULL: "text" */
    const char *complete;            /* autocomplete; NULL: "off" */
    int max;                         /* characters; 0: 200 */
    bool hers;   /* her own words: set in the face of a person's words */
    bool small;  /* a short one: a date, a number */
    bool secret; /* a passphrase: never shown again */
};

/* Some lines to type in. */
struct area {
    const char *name, *label, *hint, *value;
    int max, rows; /* rows 0: 3 */
    bool hers;
    bool quiet; /* the label is for ears only: the page has just asked */
};

/* A big answer to choose: one of several with the same name. */
struct choice {
    const char *name, *value, *label, *hint; /* hint may be NULL */
    bool stored;                             /* chosen before */
    bool many; /* a check box: several may be chosen */
};

/* The same small, side by side: inside <div class="chips">. */
struct chip {
    const char *name, *value, *label;
    bool stored;
};

/* A line with a switch; on says value, off says nothing. The words beside it
 * say the state. */
struct toggle {
    const char *name, *value, *label, *hint;
    const char *said_on, *said_off; /* msgids: "Shown", "Not shown" */
    bool stored;
};

/* The sentence beside a field. */
struct wrong {
    const char *name, *text;
};

/* What went wrong, at the top of the form: nothing when nothing did. */
struct errors {
    char unused;
};

/* "Saved", as the server knows it; the script says it again after each draft.
 */
struct saved {
    bool yes;   /* something is on disk already */
    bool draft; /* what the script keeps counts only when the form is sent */
};

void field_html(struct tpl *t, const struct field *v);
void area_html(struct tpl *t, const struct area *v);
void choice_html(struct tpl *t, const struct choice *v);
void chip_html(struct tpl *t, const struct chip *v);
void toggle_html(struct tpl *t, const struct toggle *v);
void wrong_html(struct tpl *t, const struct wrong *v);
void errors_html(struct tpl *t, const struct errors *v);
void saved_html(struct tpl *t, const struct saved *v);

/* tpl_chosen() for a choice whose value is an id: one of several people, say.
 */
bool web_chosen(struct tpl *t, const char *field, int64_t id, bool stored);

/* The sentence beside a field, when it has one; for forms with parts of their
 * own. */
void web_wrong(struct tpl *t, const char *field);

#endif
