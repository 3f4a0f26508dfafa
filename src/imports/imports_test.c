#include "imports/imports.h"

#include <stdio.h>
#include <string.h>

#include "base/test.h"
#include "people/people.h"

/* A kept file; the tests run at the top of the project or in its build. */
static struct blob file(struct ctx *cx, const char *name)
{
    FILE *in = fopen(arena_fmt(cx->mem, "tests/data/%s", name), "re");

    if (!in)
        in = fopen(arena_fmt(cx->mem, "../tests/data/%s", name), "re");
    cr_assert(in, "%s", name);
    char *bytes = arena_alloc(cx->mem, 1 << 20);
    size_t n = fread(bytes, 1, 1 << 20, in);
    (void)fclose(in);
    return (struct blob){(unsigned char *)bytes, n};
}

static int64_t program(struct ctx *cx)
{
    int64_t id = 0;

    cr_assert(program_add(cx, "Test program", &id));
    return id;
}

static const struct ics_span all_time = {0, INT64_C(4000000000)};

static void read_ics(struct ctx *cx, const char *name, struct ics_events *e,
                     struct left_out *left)
{
    cr_assert(ics_read(cx, file(cx, name), all_time, e, left), "%s: %s", name,
              cx->err.text);
}

TEST(imports, instants_of_fhir_are_exact)
{
    cr_assert_eq(fhir_instant("1970-01-01T00:00:00Z"), 0);
    cr_assert_eq(fhir_instant("2026-10-13T10:00:00-04:00"), TEST_NOW);
    cr_assert_eq(fhir_instant("2026-10-13T14:00:00.250+00:00"), TEST_NOW);
    cr_assert_eq(fhir_instant("2026-10-13"), TIME_NONE);
    cr_assert_eq(fhir_instant("2026-02-30T10:00:00Z"), TIME_NONE);
    cr_assert_eq(fhir_instant("2026-10-13T25:00:00Z"), TIME_NONE);
    cr_assert_eq(fhir_instant("2026-10-13T10:00:00+4:00"), TIME_NONE);
}

TEST(imports, a_calendar_of_google_is_read)
{
    struct ics_events e;
    struct left_out left;

    read_ics(cx, "ics/alarm_google_future.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    cr_assert_eq(e.at[0].at, INT64_C(1728065700)); /* 2024-10-04 18:15 UTC */
    cr_assert(*e.at[0].summary);
    cr_assert_eq(left.n, 0);
}

TEST(imports, a_calendars_own_zone_is_used)
{
    struct ics_events e;
    struct left_out left;

    read_ics(cx, "ics/america_new_york.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    /* 20140829T080000 in New York is 12:00 UTC. */
    cr_assert_eq(e.at[0].at % 86400, 12 * 3600);
}

TEST(imports, repeats_are_visits_of_their_own_and_exceptions_are_left_out)
{
    static const char text[] =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
        "SUMMARY:Dr. Rao\r\nDTSTART:20261014T140000Z\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20261021T140000Z\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n";
    struct blob b = {(const unsigned char *)text, sizeof text - 1};
    struct ics_events e;
    struct left_out left;

    cr_assert(ics_read(cx, b, all_time, &e, &left));
    cr_assert_eq(e.n, 3);
    cr_assert_eq(e.at[1].at - e.at[0].at, 14 * 86400);
    cr_assert_str_neq(e.at[0].id, e.at[1].id);
}

TEST(imports, what_is_no_calendar_is_refused)
{
    static const char *const broken[] = {"ics/big_bad_calendar.ics",
                                         "fhir/domain.bundle.json"};
    struct ics_events e;
    struct left_out left;

    for (size_t i = 0; i < 2; i++) {
        ctx_forgive(cx);
        cr_assert(!ics_read(cx, file(cx, broken[i]), all_time, &e, &left), "%s",
                  broken[i]);
        cr_assert_eq(cx->err.code, ERR_INVALID);
    }
}

/* ";;" names no parameter, and the time behind it is clear. */
TEST(imports, an_event_with_a_slip_of_the_pen_is_read)
{
    struct ics_events e;
    struct left_out left;

    read_ics(cx, "ics/broken_ical.ics", &e, &left);
    cr_assert_eq(e.n, 1);
    cr_assert_eq(e.at[0].at, time_at(date_parse("2014-04-09"), 9 * 60 + 30));
}

TEST(imports, an_empty_calendar_is_a_calendar)
{
    struct ics_events e;
    struct left_out left;

    read_ics(cx, "ics/issue_1050_empty_calendar.ics", &e, &left);
    cr_assert_eq(e.n, 0);
    read_ics(cx, "ics/bom_calendar.ics", &e, &left);
    cr_assert_eq(e.n, 0);
}

TEST(imports, a_calendar_twice_changes_nothing)
{
    struct person p = {.name = "Made Up", .role = ROLE_PERSON};
    struct ics_events e;
    struct left_out left;
    struct import_report rep;

    p.program = program(cx);
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

static int left_of(const struct fhir_bundle *b, const char *what)
{
    for (size_t i = 0; i < b->left.n; i++)
        if (strcmp(b->left.at[i].what, what) == 0)
            return (int)b->left.at[i].times;
    return 0;
}

TEST(imports, a_whole_record_is_read_and_the_rest_is_listed)
{
    struct fhir_bundle b;

    cr_assert(fhir_read(cx, file(cx, "fhir/synthea-1.json"), &b), "%s",
              cx->err.text);
    cr_assert_eq(b.humans.n, 3);
    cr_assert_eq(b.visits.n, 6);
    cr_assert_eq(left_of(&b, "Observation"), 35);
    for (size_t i = 0; i < b.visits.n; i++) {
        cr_assert(b.visits.at[i].who);
        cr_assert(b.visits.at[i].held);
        cr_assert(strncmp(b.visits.at[i].with_name, "Dr. ", 4) == 0);
    }
}

TEST(imports, references_by_urn_are_followed)
{
    struct fhir_bundle b;

    cr_assert(fhir_read(cx, file(cx, "fhir/domain.bundle.json"), &b));
    cr_assert_gt(b.visits.n, 2);
    for (size_t i = 0; i < b.visits.n; i++)
        cr_assert_str_eq(b.visits.at[i].who->name, "Ana Rivera");
}

TEST(imports, a_bundle_twice_changes_nothing)
{
    int64_t id = program(cx);
    struct fhir_bundle b;
    struct import_report rep;

    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, file(cx, "fhir/synthea-2.json"), &b));
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.persons.added, 1);
    cr_assert_eq(rep.visits.added, 8);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.persons.added + rep.clinicians.added + rep.places.added +
                     rep.visits.added + rep.visits.changed,
                 0);
    cr_assert_eq(rep.visits.same, 8);
}

TEST(imports, what_is_no_bundle_is_refused)
{
    static const char *const bad[] = {"{\"resourceType\":\"Patient\"}", "[]",
                                      "{", "", "{\"a\":1,\"a\":2}"};
    struct fhir_bundle b;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ctx_forgive(cx);
        struct blob f = {(const unsigned char *)bad[i], strlen(bad[i])};
        cr_assert(!fhir_read(cx, f, &b));
        cr_assert_eq(cx->err.code, ERR_INVALID);
    }
}
