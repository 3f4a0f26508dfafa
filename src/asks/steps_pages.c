/* Who stands on each step of the ladder, as who leads the program sets it.
 * Source: R48. */
#include "asks/pages.h"
#include "asks/view.h"

void steps_rows(struct tpl *t, const struct steps_page *v)
{
    for (int i = 0; i < ASK_STEPS; i++)
        steps_row_html(t, &(struct steps_row){i, step_field(t->out.mem, i),
                                              v->now.at[i], v->staff});
}

bool steps_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct steps_page v = {.saved = req_was_saved(rq)};

    if (!holders_read(cx, cx->actor->program, &v.now) ||
        !people_staff(cx, cx->actor->program, HOLDER_ROLES, &v.staff))
        return false;
    steps_page_html(rq->page, &v);
    return true;
}

/* A step that was not sent stays as it is. */
bool steps_form(struct req *rq)
{
    struct ctx *cx = rq->cx;

    for (int i = 0; i < ASK_STEPS; i++) {
        const struct person_id who = {
            req_number(rq, step_field(cx->mem, i), -1)};
        if (who.v >= 0 &&
            !holder_set(cx, cx->actor->program, (enum ask_step)i, who))
            return false;
    }
    return req_see_other(rq, "/asked/steps?saved=1");
}
