#include "visits/visit_form.h"

#include <inttypes.h>
#include <string.h>

#include "visits/visit_view.h"

const char *visit_number(const struct tpl *t, int64_t n)
{
    return arena_fmt(t->out.mem, "%" PRId64, n);
}

const char *visit_day(const struct tpl *t, const struct visit_form *v)
{
    return v->visit.at == TIME_NONE ? ""
                                    : date_iso(t->out.mem, day_of(v->visit.at));
}

const char *visit_time(const struct tpl *t, const struct visit_form *v)
{
    if (v->visit.at == TIME_NONE)
        return "";
    int minute = minute_of(v->visit.at);
    return arena_fmt(t->out.mem, "%02d:%02d", minute / 60, minute % 60);
}

const char *visit_form_path(const struct tpl *t, const struct visit_form *v)
{
    return v->is_new ? "/me/visits/add"
                     : arena_fmt(t->out.mem, "/me/visits/%" PRId64 "/change",
                                 v->visit.id.v);
}

static bool list_staff(struct ctx *cx, struct persons *out)
{
    return people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_CLINICIAN), out);
}

bool visit_form_draw(struct req *rq, struct visit_form *v)
{
    if (!list_staff(rq->cx, &v->staff))
        return false;
    v->other = !v->is_new && v->visit.with.v == 0;
    visit_form_html(rq->page, v);
    return true;
}

/* Somebody of this program who was chosen from the list. */
static bool choose_staff(struct req *rq, int64_t id, struct visit *v)
{
    struct persons staff;

    if (!list_staff(rq->cx, &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++) {
        if (staff.at[i].id.v != id)
            continue;
        v->inside = true;
        v->with = staff.at[i].id;
        v->with_name = staff.at[i].first;
        return true;
    }
    return fail(rq->cx, ERR_INVALID, "with", "Please say who it is with.");
}

bool visit_form_read(struct req *rq, struct visit *v)
{
    struct date day = req_date(rq, "date");
    int minute = minute_parse(req_text(rq, "time"));
    int64_t staff = req_number(rq, "staff", 0);

    v->at = date_is_set(day) && minute >= 0 ? time_at(day, minute) : TIME_NONE;
    v->kind =
        strcmp(req_text(rq, "kind"), "body") == 0 ? VISIT_BODY : VISIT_MIND;
    v->place = req_text(rq, "place");
    v->reason = req_text(rq, "reason");
    if (staff)
        return choose_staff(rq, staff, v);
    v->inside = false;
    v->with = (struct person_id){0};
    v->with_name = req_text(rq, "name");
    return true;
}
