/* crisis/view.h - what the pages of hard times show. */
#ifndef CRISIS_VIEW_H
#define CRISIS_VIEW_H

#include "crisis/choice.h"
#include "crisis/look.h"
#include "crisis/open.h"
#include "crisis/there.h"
#include "web/form.h"

/* Hers. */
struct hard_page {
    struct choice_words now;
    struct choices before;
    enum open_to to, holds; /* as she chose; as it is at this second */
    struct lookeds looks;
    struct theres theres;
    bool saved;
};

/* Parts of it. */
struct hard_theres {
    struct theres theres;
};

struct hard_before {
    struct choices before;
};

/* One part she wrote, to read. */
struct hard_line {
    const char *label, *words;
};

/* What she wanted one time. */
struct wanted_page {
    struct there t;
};

/* On Home. */
struct hard_told {
    struct looked l;
};

/* A peer's, about one person. */
struct near_hard {
    struct person person;
    struct look look;
    bool walks; /* with her */
    bool came;  /* or what she wants is open: may write down a time */
    struct theres theres;
    const char *today; /* 2026-10-15 */
    bool saved;
};

/* The form of it. */
struct there_form {
    struct person person;
    const char *today;
};

struct offered_page {
    struct look_rows rows;
};

/* Each part that is not empty, to read. */
void hard_words(struct tpl *t, const struct choice_words *c);

void hard_page_html(struct tpl *t, const struct hard_page *v);
void hard_line_html(struct tpl *t, const struct hard_line *v);
void hard_before_html(struct tpl *t, const struct hard_before *v);
void hard_theres_html(struct tpl *t, const struct hard_theres *v);
void my_hard_html(struct tpl *t, const struct hard_page *v);
void hard_told_html(struct tpl *t, const struct hard_told *v);
void hard_sharing_html(struct tpl *t, const struct hard_page *v);
void hard_sees_html(struct tpl *t, const struct hard_page *v);
void wanted_page_html(struct tpl *t, const struct wanted_page *v);
void near_hard_page_html(struct tpl *t, const struct near_hard *v);
void near_hard_html(struct tpl *t, const struct near_hard *v);
void there_form_html(struct tpl *t, const struct there_form *v);
void offered_page_html(struct tpl *t, const struct offered_page *v);
void offered_html(struct tpl *t, const struct offered_page *v);

#endif
