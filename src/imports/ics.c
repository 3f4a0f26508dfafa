#include "imports/ics.h"

#include <libical/ical.h>
#include <string.h>

#include "base/date.h"

/* Steps through repeats that one file may cost, those outside the span too. */
enum { STEPS_MAX = 200000 };

enum { DAY_S = 86400, YEARS_BACK = 10 * 366, YEARS_AHEAD = 2 * 366 };

/* What one file is read with. */
struct reading {
    struct ctx *cx;
    int64_t from, to;
    struct ics_events *out;
    struct lefts *left;
    const char *before, *after; /* what an event outside the span is called */
    int steps;
    size_t unread;   /* events that cannot be understood */
    const char *why; /* of the last of them */
};

static void leave_out(struct reading *r, const char *what)
{
    left_add(r->cx->mem, r->left, what);
}

/* An event that cannot be told or placed. */
static void unread(struct reading *r, const char *name, const char *why)
{
    r->unread++;
    r->why = arena_fmt(r->cx->mem, "%s: %s", name, why);
    leave_out(r, r->why);
}

/* A text of the file as ours: valid, trimmed; "" when it is neither. */
static const char *text_of(struct reading *r, const char *s)
{
    if (!s || !text_ok(s, strlen(s)))
        return "";
    return text_trim(r->cx->mem, s);
}

/* Seconds, UTC. A time without a zone is the program's own ("floating"). An
 * hour that clocks jump over is as much later (RFC 5545, 3.3.5). */
static int64_t seconds(struct icaltimetype t)
{
    if (!t.zone)
        return time_at(date_ymd(t.year, t.month, t.day),
                       t.hour * 60 + t.minute);
    const time_t at = icaltime_as_timet_with_zone(t, t.zone);
    const struct icaltimetype is = icaltime_from_timet_with_zone(at, 0, t.zone);
    const int jumped = (t.hour - is.hour) * 60 + t.minute - is.minute;
    return (int64_t)at + (jumped > 0 ? jumped * 60 : 0);
}

/* Whether it became one of the visits. */
static bool add(struct reading *r, const struct ics_event *e, int64_t at,
                bool repeated)
{
    if (at < r->from || at > r->to) {
        leave_out(r, at < r->from ? r->before : r->after);
        return false;
    }
    if (r->out->n >= ICS_EVENTS_MAX) {
        leave_out(r, arena_fmt(r->cx->mem, "an event beyond the first %d",
                               ICS_EVENTS_MAX));
        return false;
    }
    struct ics_event *made = LIST_PUSH(r->cx->mem, r->out);
    *made = *e;
    made->at = at;
    if (repeated)
        made->id = arena_fmt(r->cx->mem, "%s %lld", e->id, (long long)at);
    return true;
}

/* Whether this moment of a repeated event was taken out of the row. */
static bool is_excluded(icalcomponent *event, struct icaltimetype start,
                        struct icaltimetype t)
{
    return icalproperty_recurrence_is_excluded(event, &start, &t) != 0;
}

/* Those before the span cost a step each; the first after it ends them. What
 * goes on every day is no row of visits: none of it is taken. */
static void add_repeats(struct reading *r, icalcomponent *event,
                        icalproperty *rule, const struct ics_event *e,
                        struct icaltimetype start)
{
    struct icalrecurrencetype how = icalproperty_get_rrule(rule);
    icalrecur_iterator *it = icalrecur_iterator_new(how, start);
    int added = 0;

    if (!it) {
        unread(r, e->summary, "its repeats could not be read");
        return;
    }
    for (;;) {
        struct icaltimetype t = icalrecur_iterator_next(it);
        if (icaltime_is_null_time(t))
            break;
        if (added == ICS_REPEATS_MAX || r->steps++ == STEPS_MAX) {
            r->out->n -= (size_t)added;
            unread(r, e->summary, "it repeats too often");
            break;
        }
        int64_t at = seconds(t);
        if (!is_excluded(event, start, t))
            added += add(r, e, at, true);
        if (at > r->to)
            break;
    }
    icalrecur_iterator_free(it);
}

/* It names a zone that neither the file describes nor anybody knows. */
static bool is_nowhere(icalcomponent *event, struct icaltimetype start)
{
    icalproperty *p =
        icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);

    return !start.zone && p &&
           icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
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
        unread(r, name, "it has no id, so it could not be told from another");
    else if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start))
        unread(r, name, "it does not say when it begins");
    else if (start.is_date)
        unread(r, name, "it has a day but no time");
    else if (is_nowhere(event, start))
        unread(r, name, "nobody knows its time zone");
    else if (!*e.summary)
        unread(r, name, "it does not say with whom");
    else if (icalcomponent_get_first_property(event,
                                              ICAL_RECURRENCEID_PROPERTY))
        (void)add(r, &e, seconds(start), true);
    else if (rule)
        add_repeats(r, event, rule, &e, start);
    else
        (void)add(r, &e, seconds(start), false);
    if (icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY))
        leave_out(r, arena_fmt(r->cx->mem,
                               "%s: its single extra dates (RDATE) are not "
                               "read",
                               name));
}

/* What libical could not read, it leaves in the component as such. */
static void list_slips(struct reading *r, icalcomponent *c)
{
    static const struct {
        icalparameter_xlicerrortype type;
        const char *what;
    } known[] = {
        {ICAL_XLICERRORTYPE_COMPONENTPARSEERROR, "a broken part (BEGIN, END)"},
        {ICAL_XLICERRORTYPE_PARAMETERNAMEPARSEERROR, "a broken parameter"},
        {ICAL_XLICERRORTYPE_PARAMETERVALUEPARSEERROR, "a broken parameter"},
        {ICAL_XLICERRORTYPE_VALUEPARSEERROR, "a broken value"}};
    icalproperty *p =
        icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY);

    for (; p; p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY)) {
        const icalparameter *type =
            icalproperty_get_first_parameter(p, ICAL_XLICERRORTYPE_PARAMETER);
        const char *what = "a broken line";
        for (size_t i = 0; type && i < sizeof known / sizeof *known; i++)
            if (icalparameter_get_xlicerrortype(type) == known[i].type)
                what = known[i].what;
        leave_out(r, what);
    }
}

/* "VTODO" */
static const char *kind_of(icalcomponent_kind kind)
{
    const char *name = kind == ICAL_X_COMPONENT
                           ? "a part of its own kind (X-)"
                           : icalcomponent_kind_to_string(kind);

    return name ? name : "a part of no known kind";
}

/* Events become visits; zones are used; all else is listed. */
static size_t read_all(struct reading *r, icalcomponent *all)
{
    icalcomponent *c =
        icalcomponent_get_first_component(all, ICAL_ANY_COMPONENT);
    size_t events = 0;

    list_slips(r, all);
    for (; c; c = icalcomponent_get_next_component(all, ICAL_ANY_COMPONENT)) {
        icalcomponent_kind kind = icalcomponent_isa(c);
        list_slips(r, c);
        if (kind == ICAL_VEVENT_COMPONENT) {
            events++;
            read_event(r, c);
        } else if (kind != ICAL_VTIMEZONE_COMPONENT) {
            leave_out(r, kind_of(kind));
        }
    }
    return events;
}

struct ics_span ics_span_at(int64_t now)
{
    return (struct ics_span){now - (int64_t)YEARS_BACK * DAY_S,
                             now + (int64_t)YEARS_AHEAD * DAY_S};
}

static void free_component(void *c)
{
    icalcomponent_free(c);
}

static bool starts(const char *s, size_t n, const char *with)
{
    size_t m = strlen(with);

    return n >= m && strncasecmp(s, with, m) == 0;
}

/* A calendar that was cut inside an event, or at the very end. */
static bool is_cut(const char *s, size_t n)
{
    static const char begin[] = "BEGIN:VCALENDAR", end[] = "END:VCALENDAR";

    while (n > 0 && strchr(" \t\r\n", *s)) {
        s++;
        n--;
    }
    while (n > 0 && strchr(" \t\r\n", s[n - 1]))
        n--;
    return starts(s, n, begin) &&
           (n < sizeof end || s[n - sizeof end] != '\n' ||
            !starts(s + n - (sizeof end - 1), sizeof end - 1, end));
}

/* Errors: ERR_INVALID. Owns: cx->mem. */
static bool parse(struct ctx *cx, struct blob file, icalcomponent **out)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const char *s = (const char *)file.at;
    size_t n = file.n;

    if (n >= 3 && memcmp(s, mark, 3) == 0) {
        s += 3;
        n -= 3;
    }
    if (n == 0 || n > ICS_FILE_MAX || !text_ok(s, n))
        return fail(cx, ERR_INVALID, "file", "This is not a calendar file.");
    if (is_cut(s, n))
        return fail(cx, ERR_INVALID, "file",
                    "This calendar file was cut: its last line is not there. "
                    "Nothing was changed.");
    *out = icalparser_parse_string(arena_dup_n(cx->mem, s, n));
    if (!*out)
        return fail(cx, ERR_INVALID, "file", "This is not a calendar file.");
    arena_defer(cx->mem, free_component, *out);
    return icalcomponent_isa(*out) == ICAL_VCALENDAR_COMPONENT ||
           fail(cx, ERR_INVALID, "file",
                "This file has no calendar in it. Nothing was changed.");
}

bool ics_read(struct ctx *cx, struct blob file, struct ics_span span,
              struct ics_events *out, struct lefts *left)
{
    struct reading r = {.cx = cx,
                        .from = span.from,
                        .to = span.to,
                        .out = out,
                        .left = left,
                        .before =
                            arena_fmt(cx->mem, "an event before %s",
                                      date_iso(cx->mem, day_of(span.from))),
                        .after = arena_fmt(cx->mem, "an event after %s",
                                           date_iso(cx->mem, day_of(span.to)))};
    icalcomponent *all = NULL;

    *out = (struct ics_events){0};
    *left = (struct lefts){0};
    if (!parse(cx, file, &all))
        return false;
    size_t events = read_all(&r, all);
    if (events > 0 && r.unread == events)
        return fail(cx, ERR_INVALID, "file",
                    "Nothing in this calendar could be read as a visit: %s. "
                    "Nothing was changed.",
                    r.why);
    return true;
}
