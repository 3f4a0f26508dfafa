/* people/view.h - what the templates of this folder show. */
#ifndef PEOPLE_VIEW_H
#define PEOPLE_VIEW_H

#include "people/circle.h"
#include "tpl/tpl.h"
#include "web/form.h"

struct circle_view {
    struct circle circle;
    bool saved;
};

/* One line, to change; or NULL, to fill in a new one. */
struct circle_line_view {
    const struct circle_line *l;
};

struct my_peer_view {
    struct persons peers; /* the first is her own */
    bool works_here;      /* so nobody walks with her (R103) */
};

void circle_html(struct tpl *t, const struct circle_view *v);
void circle_line_html(struct tpl *t, const struct circle_line_view *v);
void circle_fields_html(struct tpl *t, const struct circle_line_view *v);
void my_peer_html(struct tpl *t, const struct my_peer_view *v);

#endif
