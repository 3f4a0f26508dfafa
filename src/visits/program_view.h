/* visits/program_view.h - a program in numbers, as it is shown. */
#ifndef VISITS_PROGRAM_VIEW_H
#define VISITS_PROGRAM_VIEW_H

#include "frame/req.h"
#include "visits/program.h"

struct program_panel {
    struct program p;
};

struct program_count {
    const struct count *c;
};

bool program_panel(struct req *rq, struct tpl *t);

void program_panel_html(struct tpl *t, const struct program_panel *v);
void program_count_html(struct tpl *t, const struct program_count *v);

#endif
