#include "imports/ics.h"

#include <string.h>

#include "imports/file_test.h"
#include "imports/imports.h"
#include "people/people.h"

static const struct ics_span all_time = {0, INT64_C(4000000000)};

static void read_ics(struct ctx *cx, const char *name, struct ics_events *e,
                     struct lefts *left)
{
    cr_assert(ics_read(cx, test_data(cx, name), all_time, e, left), "%s: %s",
              name, cx->err.text);
}

TEST(ics, a_calendar_of_google_is_read)
{
    struct ics_events e;
    struct lefts left;

    read_ics(cx, "ics/alarm_google_future.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    cr_assert_eq(e.at[0].at, INT64_C(1728065700)); /* 2024-10-04 18:15 UTC */
    cr_assert(*e.at[0].summary);
    cr_assert_eq(left.n, 0);
}

TEST(ics, a_calendars_own_zone_is_used)
{
    struct ics_events e;
    struct lefts left;

    read_ics(cx, "ics/america_new_york.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    /* 20140829T080000 in New York is 12:00 UTC. */
    cr_assert_eq(e.at[0].at % 86400, 12 * 3600);
}

TEST(ics, repeats_are_visits_of_their_own_and_exceptions_are_left_out)
{
    static const char text[] =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
        "SUMMARY:Dr. Rao\r\nDTSTART:20261014T140000Z\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20261021T140000Z\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n";
    struct blob b = {(const unsigned char *)text, sizeof text - 1};
    struct ics_events e;
    struct lefts left;

    cr_assert(ics_read(cx, b, all_time, &e, &left));
    cr_assert_eq(e.n, 3);
    cr_assert_eq(e.at[1].at - e.at[0].at, 14 * 86400);
    cr_assert_str_neq(e.at[0].id, e.at[1].id);
}

TEST(ics, what_is_no_calendar_is_refused)
{
    static const char *const broken[] = {"ics/big_bad_calendar.ics",
                                         "fhir/domain.bundle.json"};
    struct ics_events e;
    struct lefts left;

    for (size_t i = 0; i < 2; i++) {
        ctx_forgive(cx);
        cr_assert(!ics_read(cx, test_data(cx, broken[i]), all_time, &e, &left),
                  "%s", broken[i]);
        cr_assert_eq(cx->err.code, ERR_INVALID);
    }
}

/* ";;" names no parameter, and the time behind it is clear. */
TEST(ics, an_event_with_a_slip_of_the_pen_is_read)
{
    struct ics_events e;
    struct lefts left;

    read_ics(cx, "ics/broken_ical.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    cr_assert_eq(e.at[0].at, time_at(date_parse("2014-04-09"), 9 * 60 + 30));
}

/* With the command's own years: what lies outside them is said. */
TEST(ics, an_event_of_long_ago_is_listed)
{
    struct ics_events e;
    struct lefts left;

    cr_assert(ics_read(cx, test_data(cx, "ics/broken_ical.ics"),
                       ics_span_at(TEST_NOW), &e, &left));
    cr_assert_eq(e.n, 0);
    cr_assert_eq(left_of(&left, "an event before 2016-10-05"), 1);
}

/* One event of these lines, and after it more. */
static struct blob calendar(struct ctx *cx, const char *lines, const char *more)
{
    const char *text =
        arena_fmt(cx->mem,
                  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                  "UID:a@b\r\nSUMMARY:Dr. Rao\r\n%sEND:VEVENT\r\n%s"
                  "END:VCALENDAR\r\n",
                  lines, more);

    return (struct blob){(const unsigned char *)text, strlen(text)};
}

TEST(ics, what_of_a_calendar_is_no_event_is_listed)
{
    struct blob b = calendar(cx,
                             "DTSTART:20261014T140000Z\r\n"
                             "DTSTAMP:yesterday\r\n",
                             "BEGIN:VTODO\r\nUID:c\r\nEND:VTODO\r\n"
                             "BEGIN:VTODO\r\nUID:d\r\nEND:VTODO\r\n"
                             "BEGIN:VJOURNAL\r\nUID:e\r\nEND:VJOURNAL\r\n");
    struct ics_events e;
    struct lefts left;

    cr_assert(ics_read(cx, b, ics_span_at(TEST_NOW), &e, &left));
    cr_assert_eq(e.n, 1);
    cr_assert_eq(left_of(&left, "VTODO"), 2);
    cr_assert_eq(left_of(&left, "VJOURNAL"), 1);
    cr_assert_eq(left_of(&left, "a broken value"), 1);
}

/* A visit at a wrong hour is worse than none. */
TEST(ics, a_zone_nobody_knows_is_listed)
{
    static const char *const zone[] = {"America/Los_Angeles", "UTC",
                                       "Nowhere/Bad"};
    static const int64_t hour[] = {17, 9};
    struct ics_events e;
    struct lefts left;

    for (size_t i = 0; i < 3; i++) {
        struct blob b = calendar(
            cx,
            arena_fmt(cx->mem, "DTSTART;TZID=%s:20261210T090000\r\n", zone[i]),
            "");
        cr_assert(ics_read(cx, b, all_time, &e, &left) == (i < 2), "%s",
                  zone[i]);
        if (i < 2)
            cr_assert_eq(e.at[0].at % 86400, hour[i] * 3600, "%s", zone[i]);
        else
            cr_assert_eq(left_of(&left, "Dr. Rao: nobody knows its time zone"),
                         1);
    }
}

/* That night 2:30 is not there: it is 3:30 (RFC 5545, 3.3.5). */
TEST(ics, an_hour_that_clocks_jump_over_is_later)
{
    struct blob b =
        calendar(cx, "DTSTART;TZID=America/New_York:20270314T023000\r\n", "");
    struct ics_events e;
    struct lefts left;

    cr_assert(ics_read(cx, b, all_time, &e, &left), "%s", cx->err.text);
    cr_assert_eq(e.at[0].at % 86400, (7 * 60 + 30) * 60);
}

TEST(ics, repeats_that_began_long_ago_reach_today)
{
    struct blob daily =
        calendar(cx, "DTSTART:20100101T140000Z\r\nRRULE:FREQ=WEEKLY\r\n", "");
    struct blob often =
        calendar(cx, "DTSTART:20260101T140000Z\r\nRRULE:FREQ=SECONDLY\r\n", "");
    struct ics_span span = ics_span_at(TEST_NOW);
    struct ics_events e;
    struct lefts left;

    span.from = TEST_NOW - 30 * 86400;
    cr_assert(ics_read(cx, daily, span, &e, &left));
    cr_assert_gt(e.n, 100);
    cr_assert_gt(left_of(&left, "an event before 2026-09-13"), 800);
    cr_assert_eq(left_of(&left, "an event after 2028-10-14"), 1);
    cr_assert_not(ics_read(cx, often, span, &e, &left));
    cr_assert(strstr(cx->err.text, "it repeats too often"), "%s", cx->err.text);
    cr_assert_eq(left_of(&left, "Dr. Rao: it repeats too often"), 1);
    cr_assert_eq(e.n, 0, "none of what goes on all the time is a visit");
}

TEST(ics, events_beyond_the_most_are_counted)
{
    struct buf more = buf_new(cx->mem, 4 << 20);
    struct ics_events e;
    struct lefts left;

    for (int i = 0; i < ICS_EVENTS_MAX + 2; i++)
        buf_fmt(&more,
                "BEGIN:VEVENT\r\nUID:%d\r\nSUMMARY:Dr. Rao\r\n"
                "DTSTART:20261014T140000Z\r\nEND:VEVENT\r\n",
                i);
    cr_assert(ics_read(cx,
                       calendar(cx, "DTSTART:20261014T140000Z\r\n", more.at),
                       ics_span_at(TEST_NOW), &e, &left));
    cr_assert_eq(e.n, ICS_EVENTS_MAX);
    cr_assert_eq(left_of(&left, "an event beyond the first 5000"), 3);
}

TEST(ics, a_calendar_that_was_cut_is_refused_wherever)
{
    struct blob whole = calendar(cx, "DTSTART:20261014T140000Z\r\n",
                                 "BEGIN:VTODO\r\nUID:c\r\nEND:VTODO\r\n");
    struct ics_events e;
    struct lefts left;

    for (size_t n = 0; n < whole.n - 2; n++) {
        struct blob cut = {whole.at, n};
        cr_assert_not(ics_read(cx, cut, all_time, &e, &left), "%zu bytes", n);
        cr_assert_eq(cx->err.code, ERR_INVALID);
        ctx_forgive(cx);
    }
    whole.n -= 2; /* without the end of its last line it is whole */
    cr_assert(ics_read(cx, whole, all_time, &e, &left), "%s", cx->err.text);
}

TEST(ics, an_empty_calendar_is_a_calendar)
{
    struct ics_events e;
    struct lefts left;

    read_ics(cx, "ics/issue_1050_empty_calendar.ics", &e, &left);
    cr_assert_eq(e.n, 0);
    read_ics(cx, "ics/bom_calendar.ics", &e, &left);
    cr_assert_eq(e.n, 0);
}

TEST(ics, a_calendar_twice_changes_nothing)
{
    struct person p = {.name = "Made Up", .role = ROLE_PERSON};
    struct ics_events e;
    struct lefts left;
    struct import_report rep;

    cr_assert(program_add(cx, "Test program", &p.program));
    cr_assert(person_add(cx, &p), "%s", cx->err.text);
    cx->actor = &actor_operator;
    read_ics(cx, "ics/alarm_google_future.ics", &e, &left);
    const struct visit like = {
        .program = p.program, .person = p.id, .kind = VISIT_BODY};
    cr_assert(import_ics(cx, &like, &e, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.added, 1);
    cr_assert(import_ics(cx, &like, &e, &rep));
    cr_assert_eq(rep.visits.added, 0);
    cr_assert_eq(rep.visits.same, 1);
}
