/* auth/view.h - what the pages of auth/ show. */
#ifndef AUTH_VIEW_H
#define AUTH_VIEW_H

#include "auth/auth_int.h"
#include "tpl/tpl.h"

/* One line to type in. A password or a code is never shown again. */
struct entry {
    const char *name, *label; /* label: a msgid */
    const char *hint;         /* a msgid, or NULL */
    const char *type, *complete;
    const char *shape; /* a class of the input, or NULL */
    bool secret;
};

/* The other languages, one button each; then back to this page. */
struct languages {
    const char *back;
};

struct sign_in_view {
    const char *next;
    bool kept;  /* words that came in too late are kept */
    bool late;  /* they are kept nowhere: who typed them is told */
    bool kiosk; /* this is a shared device */
};

struct kiosk_view {
    bool marked; /* this device is known to be shared */
};

struct all_done_view {
    bool kiosk;
};

struct account_view {
    const char *name; /* the sign-in name */
    enum lang lang;   /* spoken now */
    bool shared;      /* on a shared device: less can be done */
    bool changed;     /* the password, just now */
    int64_t session;  /* this one */
    struct sessions sessions;
};

void entry_html(struct tpl *t, const struct entry *v);
void languages_html(struct tpl *t, const struct languages *v);
void sign_in_html(struct tpl *t, const struct sign_in_view *v);
void kiosk_html(struct tpl *t, const struct kiosk_view *v);
void all_done_html(struct tpl *t, const struct all_done_view *v);
void account_html(struct tpl *t, const struct account_view *v);

/* The languages of the program, for a loop in a template. */
struct language {
    const char *tag, *name;
    enum lang lang;
};

struct language_list {
    struct language *at;
    size_t n, cap;
};

struct language_list languages_all(struct arena *mem);

#endif
