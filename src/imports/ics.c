#include "imports/ics.h"

#include <libical/ical.h>
#include <string.h>

/* What one file is read with. */
struct reading {
    struct ctx *cx;
    int64_t from, to;
    struct ics_events *out;
    struct left_out *left;
};

static void leave_out(struct reading *r, const char *why, const char *what)
{
    *LIST_PUSH(r->cx->mem, r->left) =
        arena_fmt(r->cx->mem, "%s: %s", what, why);
}

/* A text of the file as ours: valid, trimmed; "" when it is neither. */
static const char *text_of(struct reading *r, const char *s)
{
    if (!s || !text_ok(s, strlen(s)))
        return "";
    return text_trim(r->cx->mem, s);
}

/* Seconds, UTC. A time without a zone is the program's own ("floating"). */
static int64_t seconds(struct icaltimetype t)
{
    if (t.zone)
        return (int64_t)icaltime_as_timet_with_zone(t, t.zone);
    return time_at(date_ymd(t.year, t.month, t.day), t.hour * 60 + t.minute);
}

static void add(struct reading *r, const struct ics_event *e,
                struct icaltimetype t, bool repeated)
{
    int64_t at = seconds(t);

    if (at < r->from || at > r->to || r->out->n >= ICS_EVENTS_MAX)
        return;
    struct ics_event *made = LIST_PUSH(r->cx->mem, r->out);
    *made = *e;
    made->at = at;
    if (repeated)
        made->id = arena_fmt(r->cx->mem, "%s %lld", e->id, (long long)at);
}

/* Whether this moment of a repeated event was taken out of the row. */
static bool is_excluded(icalcomponent *event, struct icaltimetype start,
                        struct icaltimetype t)
{
    return icalproperty_recurrence_is_excluded(event, &start, &t) != 0;
}

static void add_repeats(struct reading *r, icalcomponent *event,
                        icalproperty *rule, const struct ics_event *e,
                        struct icaltimetype start)
{
    struct icalrecurrencetype how = icalproperty_get_rrule(rule);
    icalrecur_iterator *it = icalrecur_iterator_new(how, start);

    if (!it) {
        leave_out(r, "its repeats could not be read", e->summary);
        return;
    }
    for (int n = 0; n < ICS_REPEATS_MAX; n++) {
        struct icaltimetype t = icalrecur_iterator_next(it);
        if (icaltime_is_null_time(t) || seconds(t) > r->to)
            break;
        if (!is_excluded(event, start, t))
            add(r, e, t, true);
    }
    icalrecur_iterator_free(it);
}

static void read_event(struct reading *r, icalcomponent *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    icalproperty *rule =
        icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    struct ics_event e = {
        .id = text_of(r, icalcomponent_get_uid(event)),
        .summary = text_of(r, icalcomponent_get_summary(event)),
        .place = text_of(r, icalcomponent_get_location(event)),
        .about = text_of(r, icalcomponent_get_description(event)),
        .cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED};
    const char *name = *e.summary ? e.summary : *e.id ? e.id : "an event";

    if (!*e.id)
        leave_out(r, "it has no id, so it could not be told from another",
                  name);
    else if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start))
        leave_out(r, "it does not say when it begins", name);
    else if (start.is_date)
        leave_out(r, "it has a day but no time", name);
    else if (!*e.summary)
        leave_out(r, "it does not say with whom", name);
    else if (icalcomponent_get_first_property(event,
                                              ICAL_RECURRENCEID_PROPERTY))
        add(r, &e, start, true);
    else if (rule)
        add_repeats(r, event, rule, &e, start);
    else
        add(r, &e, start, false);
    if (icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY))
        leave_out(r, "its single extra dates (RDATE) are not read", name);
}

static void free_component(void *c)
{
    icalcomponent_free(c);
}

bool ics_read(struct ctx *cx, struct blob file, struct ics_span span,
              struct ics_events *out, struct left_out *left)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct reading r = {cx, span.from, span.to, out, left};
    const char *s = (const char *)file.at;
    size_t n = file.n, seen = 0;

    *out = (struct ics_events){0};
    *left = (struct left_out){0};
    if (n >= 3 && memcmp(s, mark, 3) == 0) {
        s += 3;
        n -= 3;
    }
    if (n == 0 || n > ICS_FILE_MAX || !text_ok(s, n))
        return fail(cx, ERR_INVALID, "file", "This is not a calendar file.");
    icalcomponent *all = icalparser_parse_string(arena_dup_n(cx->mem, s, n));
    if (!all)
        return fail(cx, ERR_INVALID, "file", "This is not a calendar file.");
    arena_defer(cx->mem, free_component, all);
    if (icalcomponent_isa(all) != ICAL_VCALENDAR_COMPONENT)
        return fail(cx, ERR_INVALID, "file",
                    "This file has no calendar in it. Nothing was changed.");
    icalcomponent *event =
        icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
    for (; event;
         event = icalcomponent_get_next_component(all, ICAL_VEVENT_COMPONENT)) {
        seen++;
        read_event(&r, event);
    }
    if (seen > 0 && left->n >= seen && out->n == 0)
        return fail(cx, ERR_INVALID, "file",
                    "Nothing in this calendar could be read as a visit. "
                    "Nothing was changed.");
    return true;
}
