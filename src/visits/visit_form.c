#include "visits/visit_form.h"

#include <inttypes.h>
#include <string.h>

#include "visits/visit_view.h"

/* A visit whose day is over may be kept without its time: it stands at noon. */
enum { NO_TIME = 12 * 60 };

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
    if (minute == NO_TIME && day_of(v->visit.at).days < v->today.days)
        return "";
    return arena_fmt(t->out.mem, "%02d:%02d", minute / 60, minute % 60);
}

const char *visit_form_path(const struct tpl *t, const struct visit_form *v)
{
    return v->is_new ? "/me/visits/add"
                     : arena_fmt(t->out.mem, "/me/visits/%" PRId64 "/change",
                                 v->visit.id.v);
}

static bool is_past(const struct req *rq, struct date day)
{
    return date_is_set(day) && day.days < day_of(rq->cx->now).days;
}

static bool no_name(struct req *rq)
{
    return req_number(rq, "staff", 0) == 0 && !*req_text(rq, "name");
}

static bool no_day(struct req *rq)
{
    return !date_is_set(req_date(rq, "date"));
}

static bool no_time(struct req *rq)
{
    return minute_parse(req_text(rq, "time")) < 0 &&
           !is_past(rq, req_date(rq, "date"));
}

/* The night clocks go forward has an hour less. */
static bool jumps_over(struct date day, int minute)
{
    return minute >= 0 && minute_of(time_at(day, minute)) != minute;
}

static bool is_whole(struct req *rq)
{
    if (no_name(rq))
        return fail(rq->cx, ERR_INVALID, "with", "Please say who it is with.");
    if (no_day(rq))
        return fail(rq->cx, ERR_INVALID, "day", "Please choose a day.");
    if (no_time(rq))
        return fail(rq->cx, ERR_INVALID, "time", "Please say at what time.");
    return !jumps_over(req_date(rq, "date"),
                       minute_parse(req_text(rq, "time"))) ||
           fail(rq->cx, ERR_INVALID, "time",
                "Clocks jump over this time that night. Please choose "
                "another.");
}

/* The form comes back with all that is missing, not with the first alone. */
static void say_missing(struct req *rq)
{
    if (no_name(rq))
        tpl_also_wrong(rq->page, "with", N_("Please say who it is with."));
    if (no_day(rq))
        tpl_also_wrong(rq->page, "day", N_("Please choose a day."));
    if (no_time(rq))
        tpl_also_wrong(rq->page, "time", N_("Please say at what time."));
}

static bool list_staff(struct ctx *cx, struct persons *out)
{
    return people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_CLINICIAN), out);
}

bool visit_form_draw(struct req *rq, struct visit_form *v)
{
    if (!list_staff(rq->cx, &v->staff))
        return false;
    v->today = day_of(rq->cx->now);
    v->other = !v->is_new && v->visit.with.v == 0;
    if (rq->page->wrong_text)
        say_missing(rq);
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

    if (!is_whole(rq))
        return false;
    v->at = time_at(day, minute < 0 ? NO_TIME : minute);
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
