#include "said/will.h"

static const char *field_of(struct arena *mem, const char *name, size_t n)
{
    return arena_fmt(mem, "%s-%zu", name, n);
}

void will_rows(struct tpl *t)
{
    static const char *const labels[PROMISES_A_REPLY] = {
        N_("I will"), N_("And I will"), N_("And also")};

    for (size_t i = 0; i < PROMISES_A_REPLY; i++)
        will_row_html(t, &(struct will_row){field_of(t->out.mem, "will", i),
                                            field_of(t->out.mem, "due", i),
                                            labels[i]});
}

struct wills wills_typed(struct req *rq)
{
    struct arena *mem = rq->cx->mem;
    struct wills out = {0};

    for (size_t i = 0; i < PROMISES_A_REPLY; i++)
        *LIST_PUSH(mem, &out) =
            (struct will){req_text(rq, field_of(mem, "will", i)),
                          req_date(rq, field_of(mem, "due", i))};
    return out;
}
