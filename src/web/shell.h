/* web/shell.h - what the templates of the shell are given. */
#ifndef WEB_SHELL_H
#define WEB_SHELL_H

#include "frame/settings.h"
#include "tpl/tpl.h"

struct shell_place {
    const char *path, *icon, *words; /* words: a msgid, or said already */
    bool here;
};

struct shell {
    const char *lang, *title, *name;
    const char *who; /* a mark of who is signed in, for drafts; NULL: none */
    bool shared, personal, signed_in, leave, help, dense;
    bool question;           /* the page brings its own <main>, in a form */
    const char *wrap, *dock; /* classes */
    struct {
        struct shell_place *at;
        size_t n, cap;
    } places;
    struct html page;
    struct html links; /* of other folders, in the foot: slot web.foot */
};

struct foot {
    bool help, signed_in;
    struct html links;
    const char *wrap;
};

struct idle {
    char unused;
};

struct trouble {
    const char *title, *text, *todo; /* msgids; text: said already, or NULL */
};

struct today {
    struct date day;
    bool program; /* of those who lead it */
};

void shell_html(struct tpl *t, const struct shell *v);
void foot_html(struct tpl *t, const struct foot *v);
void idle_html(struct tpl *t, const struct idle *v);
void trouble_html(struct tpl *t, const struct trouble *v);
void today_html(struct tpl *t, const struct today *v);
void nothing_html(struct tpl *t, const struct today *v);

/* The address of an asset, for href and src. */
void web_address(struct tpl *t, const char *name);

/* Where "Leave fast" goes. */
void web_leave_address(struct tpl *t);

/* A setting that says when someone answers, in the page's language. */
const char *web_hours(const struct tpl *t, const char *setting);

#endif
