#include "visits/program_view.h"

bool program_panel(struct req *rq, struct tpl *t)
{
    struct program_panel v = {0};

    if (!program_get(rq->cx, &v.p))
        return false;
    program_panel_html(t, &v);
    return true;
}
