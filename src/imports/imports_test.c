#include "imports/imports.h"

#include <string.h>

#include "imports/file_test.h"
#include "imports/keep.h"
#include "keys/keys.h"
#include "people/people.h"

static int64_t program(struct ctx *cx)
{
    int64_t id = 0;

    cr_assert(program_add(cx, "Test program", &id));
    return id;
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

TEST(imports, a_whole_record_is_read_and_the_rest_is_listed)
{
    struct fhir_bundle b;

    cr_assert(fhir_read(cx, test_data(cx, "fhir/synthea-1.json"), &b), "%s",
              cx->err.text);
    cr_assert_eq(b.humans.n, 3);
    cr_assert_eq(b.visits.n, 6);
    cr_assert_eq(left_of(&b.left, "Observation"), 35);
    for (size_t i = 0; i < b.visits.n; i++) {
        cr_assert(*b.visits.at[i].who);
        cr_assert(b.visits.at[i].held);
        cr_assert(strncmp(b.visits.at[i].with_name, "Dr. ", 4) == 0);
    }
}

TEST(imports, references_by_urn_are_followed)
{
    struct fhir_bundle b;

    cr_assert(fhir_read(cx, test_data(cx, "fhir/domain.bundle.json"), &b));
    cr_assert_gt(b.visits.n, 2);
    const struct fhir_human *ana = &b.humans.at[0];
    while (strcmp(ana->name, "Ana Rivera") != 0)
        ana++;
    for (size_t i = 0; i < b.visits.n; i++)
        cr_assert_str_eq(b.visits.at[i].who, ana->id);
}

TEST(imports, a_bundle_twice_changes_nothing)
{
    int64_t id = program(cx);
    struct fhir_bundle b;
    struct import_report rep;

    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, test_data(cx, "fhir/synthea-2.json"), &b));
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.persons.added, 1);
    cr_assert_eq(rep.visits.added, 8);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.persons.added + rep.places.added + rep.visits.added +
                     rep.visits.changed,
                 0);
    cr_assert_eq(rep.visits.same, 8);
}

static size_t staff_of(struct ctx *cx, int64_t in)
{
    struct persons staff;

    cr_assert(people_staff(cx, in, ~0U, &staff));
    return staff.n;
}

/* Who a visit of the person is with here; {0}: a name. */
static int64_t with_of(struct ctx *cx, const char *name)
{
    struct query *q = db_sql(cx, "SELECT with_person, inside, person, id,"
                                 " with_name FROM visits_visit");
    int64_t with = 0;

    while (db_row(q)) {
        int64_t here = db_get_int(q), inside = db_get_int(q),
                person = db_get_int(q), id = db_get_int(q);
        const char *words =
            seal_get(q, (struct place){"visits_visit.with_name", id, {person}});
        cr_assert_eq(inside != 0, here != 0);
        if (strcmp(words, name) == 0)
            with = here;
    }
    cr_assert(db_end(q), "%s", cx->err.text);
    return with;
}

TEST(imports, nobody_becomes_staff_by_a_file)
{
    int64_t id = program(cx);
    struct fhir_bundle b;
    struct import_report rep;

    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, test_data(cx, "fhir/domain.bundle.json"), &b));
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(staff_of(cx, id), 0);
    cr_assert_eq(rep.clinicians.here, 0);
    cr_assert_gt(rep.clinicians.named, 0);
    cr_assert_eq(with_of(cx, "Nila"), 0);
}

TEST(imports, who_works_here_is_known_by_the_full_name_then_by_the_id)
{
    int64_t id = program(cx);
    struct person shah = {
        .program = id, .name = "Nila SHAH", .role = ROLE_CLINICIAN};
    struct fhir_bundle b;
    struct import_report rep;

    cr_assert(person_add(cx, &shah), "%s", cx->err.text);
    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, test_data(cx, "fhir/domain.bundle.json"), &b));
    for (int i = 0; i < 2; i++) {
        cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
        cr_assert_eq(rep.clinicians.here, 1);
        cr_assert_eq(staff_of(cx, id), 1);
        cr_assert_eq(with_of(cx, "Nila"), shah.id.v);
    }
    cr_assert_eq(rep.visits.added + rep.visits.changed, 0);
    /* Another of the same name later: the id says who it is. */
    struct person other = shah;
    cr_assert(person_add(cx, &other), "%s", cx->err.text);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.changed, 0);
}

TEST(imports, of_two_with_one_name_neither_is_taken)
{
    int64_t id = program(cx);
    struct person shah = {
        .program = id, .name = "Nila Shah", .role = ROLE_CLINICIAN};
    struct fhir_bundle b;
    struct import_report rep;

    cr_assert(person_add(cx, &shah) && person_add(cx, &shah));
    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, test_data(cx, "fhir/domain.bundle.json"), &b));
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.clinicians.here, 0);
}

/* What is given back says which visit was with whom there. */
TEST(imports, the_ids_of_a_file_are_kept)
{
    int64_t id = program(cx);
    struct fhir_bundle b;
    struct import_report rep;
    struct persons found;
    struct buf text = buf_new(cx->mem, 1 << 20);
    struct json_out out = {.to = &text};

    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, test_data(cx, "fhir/synthea-2.json"), &b));
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert(person_find(cx, id, "", &found));
    cr_assert_eq(found.n, 1);
    json_put_object(&out, NULL);
    cr_assert(imports_export(cx, found.at[0].id, &out), "%s", cx->err.text);
    json_put_end(&out);
    for (size_t i = 0; i < b.visits.n; i++) {
        cr_assert(*b.visits.at[i].with);
        cr_assert(strstr(text.at, b.visits.at[i].id));
        cr_assert(strstr(text.at, b.visits.at[i].with));
    }
}

static struct blob written(const char *s)
{
    return (struct blob){(const unsigned char *)s, strlen(s)};
}

/* A system sends people once, and their visits in files that only point to
 * them. */
TEST(imports, a_visit_points_to_who_came_in_a_file_before)
{
    static const char first[] =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
        "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"7\","
        "\"name\":[{\"text\":\"Ana Rivera\"}]}},"
        "{\"resource\":{\"resourceType\":\"Practitioner\",\"id\":\"3\","
        "\"name\":[{\"text\":\"Nila Shah\"}]}},"
        "{\"resource\":{\"resourceType\":\"Location\",\"id\":\"9\","
        "\"name\":\"Room 4\"}}]}";
    static const char later[] =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
        "{\"resource\":{\"resourceType\":\"Appointment\",\"id\":\"a\","
        "\"status\":\"booked\",\"start\":\"2026-10-20T10:00:00-04:00\","
        "\"participant\":[{\"actor\":{\"reference\":\"Patient/7\"}},"
        "{\"actor\":{\"reference\":"
        "\"https://ehr.example/r4/Practitioner/3\"}},"
        "{\"actor\":{\"reference\":\"Location/9\"}}]}},"
        "{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"e\","
        "\"status\":\"finished\",\"subject\":{\"reference\":"
        "\"Patient/8\"},\"period\":"
        "{\"start\":\"2026-09-20T10:00:00-04:00\"}}}]}";
    int64_t id = program(cx);
    struct person shah = {
        .program = id, .name = "Nila Shah", .role = ROLE_CLINICIAN};
    struct fhir_bundle b;
    struct import_report rep;
    struct persons found;

    cr_assert(person_add(cx, &shah), "%s", cx->err.text);
    cx->actor = &actor_operator;
    cr_assert(fhir_read(cx, written(later), &b), "%s", cx->err.text);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.added, 0, "nobody came before");
    cr_assert_eq(rep.left.at[0].times, 2);
    cr_assert(fhir_read(cx, written(first), &b), "%s", cx->err.text);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert(fhir_read(cx, written(later), &b), "%s", cx->err.text);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.added, 1);
    cr_assert_eq(rep.left.at[0].times, 1, "Patient/8 never came");
    cr_assert_eq(with_of(cx, "Nila"), shah.id.v);
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.same, 1);
    struct fhir_visit *moved = &b.visits.at[0];
    moved->at += 86400;
    moved->with = "Practitioner/9";
    moved->place = moved->room = "";
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.changed, 1);
    cr_assert_eq(with_of(cx, "Nila"), 0, "the name stays, and is a name");
    struct visit like = {.program = id,
                         .with_name = "",
                         .place = "",
                         .reason = "",
                         .source = VISIT_FHIR,
                         .source_id = moved->id},
                 was;
    cr_assert(person_find(cx, id, "Ana", &found));
    like.person = found.at[0].id;
    cr_assert(visit_came(cx, &like, &was), "%s", cx->err.text);
    cr_assert_str_eq(was.with_name, "Nila");
    cr_assert_str_eq(was.place, "Room 4");
    b.visits.at[0].mistake = true;
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.changed, 1, "what was entered in error is off");
    b.visits.at[0].id = "Appointment/other";
    cr_assert(import_fhir(cx, id, &b, &rep), "%s", cx->err.text);
    cr_assert_eq(rep.visits.added, 0, "and is no visit when it is new");
}

TEST(imports, what_is_no_bundle_is_refused)
{
    static const char no_list[] =
        "{\"resourceType\":\"Bundle\",\"entry\":\"none\"}";
    static const char *const bad[] = {no_list, "{\"resourceType\":\"Patient\"}",
                                      "[]",    "{",
                                      "",      "{\"a\":1,\"a\":2}"};
    struct fhir_bundle b;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ctx_forgive(cx);
        cr_assert(!fhir_read(cx, written(bad[i]), &b));
        cr_assert_eq(cx->err.code, ERR_INVALID);
    }
}
