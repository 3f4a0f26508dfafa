#include "visits/page_view.h"

void page_draw(struct tpl *t, const struct page *p, struct page_look look)
{
    struct page_sheet v = {.p = p, .look = look};
    enum lang around = t->lang;

    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].on)
            *LIST_PUSH(t->out.mem, &v.part[p->lines.at[i].part]) =
                p->lines.at[i];
    v.between =
        v.part[PAGE_SAID].n + v.part[PAGE_CHART].n + v.part[PAGE_EVENT].n > 0;
    t->lang = p->lang;
    page_sheet_html(t, &v);
    t->lang = around;
}
