#include "imports/imports.h"

#include <string.h>

#include "keys/keys.h"
#include "people/people.h"

static struct blob key_of(struct ctx *cx, const char *outside_id)
{
    return keys_blind(cx, "imports", outside_id);
}

static struct place kept_id(int64_t row, struct person_id p)
{
    return (struct place){"imports_person.outside_id", row, p};
}

/* Who this id stood for when it came before; {0} when it never did. */
static bool known_person(struct ctx *cx, int64_t program, const char *id,
                         struct person_id *out)
{
    struct query *q = db_sql(cx, "SELECT person FROM imports_person"
                                 " WHERE program = $1 AND outside_key = $2");

    db_put_int(q, program);
    db_put_blob(q, key_of(cx, id));
    out->v = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

static bool remember_person(struct ctx *cx, int64_t program, const char *id,
                            struct person_id p)
{
    int64_t row = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO imports_person (id, program, outside_key,"
                   " person, outside_id) VALUES ($1, $2, $3, $4, $5)");

    db_put_int(q, row);
    db_put_int(q, program);
    db_put_blob(q, key_of(cx, id));
    db_put_int(q, p.v);
    seal_put(q, kept_id(row, p), id);
    return db_end(q);
}

/* A name that is another by now is said, and stays as it is here. */
static bool compare_name(struct ctx *cx, const struct fhir_human *h,
                         struct person_id id, struct import_report *rep)
{
    struct person p;

    if (!person_get(cx, id, &p))
        return false;
    if (strcmp(text_plain(cx->mem, p.name), text_plain(cx->mem, h->name)) != 0)
        left_add(cx->mem, &rep->left,
                 "another name for someone known: the one here stays");
    return true;
}

static bool put_patient(struct ctx *cx, int64_t program,
                        const struct fhir_human *h, struct import_report *rep)
{
    struct person p = {.name = h->name,
                       .first = h->first,
                       .title = h->title,
                       .days = "",
                       .role = ROLE_PERSON,
                       .program = program};

    if (!known_person(cx, program, h->id, &p.id))
        return false;
    if (p.id.v) {
        rep->persons.same++;
        return compare_name(cx, h, p.id, rep);
    }
    rep->persons.added++;
    return person_add(cx, &p) && remember_person(cx, program, h->id, p.id);
}

/* The only clinician here with this full name; {0}: nobody, or several. */
static bool named_so(struct ctx *cx, int64_t program,
                     const struct fhir_human *h, struct person_id *out)
{
    const char *full = text_plain(cx->mem, h->name),
               *bare = text_plain(cx->mem, h->bare);
    struct persons staff;
    int found = 0;

    out->v = 0;
    if (!people_staff(cx, program, ROLE_BIT(ROLE_CLINICIAN), &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++) {
        const char *name = text_plain(cx->mem, staff.at[i].name);
        if (strcmp(name, full) != 0 && strcmp(name, bare) != 0)
            continue;
        found++;
        *out = staff.at[i].id;
    }
    if (found != 1)
        out->v = 0;
    return true;
}

static bool is_of_a_visit(const struct fhir_bundle *b,
                          const struct fhir_human *h)
{
    for (size_t i = 0; i < b->visits.n; i++)
        if (strcmp(b->visits.at[i].with, h->id) == 0)
            return true;
    return false;
}

/* Nobody becomes staff by a file. */
static bool put_clinician(struct ctx *cx, int64_t program,
                          const struct fhir_bundle *b,
                          const struct fhir_human *h, struct import_report *rep)
{
    struct person_id here = {0};

    if (!known_person(cx, program, h->id, &here))
        return false;
    if (!here.v) {
        if (!named_so(cx, program, h, &here))
            return false;
        if (here.v && !remember_person(cx, program, h->id, here))
            return false;
    }
    ++*(here.v                ? &rep->clinicians.here
        : is_of_a_visit(b, h) ? &rep->clinicians.named
                              : &rep->clinicians.unused);
    return true;
}

static bool put_human(struct ctx *cx, int64_t program,
                      const struct fhir_bundle *b, const struct fhir_human *h,
                      struct import_report *rep)
{
    return h->kind == FHIR_PATIENT ? put_patient(cx, program, h, rep)
                                   : put_clinician(cx, program, b, h, rep);
}

/* The name of a place that came before; "" when it never did. */
static bool known_place(struct ctx *cx, int64_t program, const char *id,
                        const char **out)
{
    struct query *q = db_sql(cx, "SELECT name FROM imports_place"
                                 " WHERE program = $1 AND outside_id = $2");

    db_put_int(q, program);
    db_put_text(q, id);
    *out = db_row(q) ? db_get_text(q) : "";
    return db_end(q);
}

static bool put_place(struct ctx *cx, int64_t program,
                      const struct fhir_place *p, struct import_report *rep)
{
    const char *name = "";

    if (!known_place(cx, program, p->id, &name))
        return false;
    if (strcmp(name, p->name) == 0) {
        rep->places.same++;
        return true;
    }
    ++*(*name ? &rep->places.changed : &rep->places.added);
    struct query *q =
        db_sql(cx, "INSERT INTO imports_place (program, outside_id, name)"
                   " VALUES ($1, $2, $3) ON CONFLICT (program, outside_id)"
                   " DO UPDATE SET name = excluded.name");
    db_put_int(q, program);
    db_put_text(q, p->id);
    db_put_text(q, p->name);
    return db_end(q);
}

static struct place kept_with(const struct visit *v)
{
    return (struct place){"imports_visit.with_id", v->id.v, v->person};
}

/* The ids a visit and whoever it is with came with, so that they can be given
 * back. with NULL: none. */
static bool remember_visit(struct ctx *cx, const struct visit *v,
                           const char *with)
{
    int64_t row = v->id.v;
    struct query *q =
        db_sql(cx, "INSERT INTO imports_visit (id, person, outside_id, with_id)"
                   " VALUES ($1, $2, $3, $4)");

    db_put_int(q, row);
    db_put_int(q, v->person.v);
    seal_put(q, (struct place){"imports_visit.outside_id", row, v->person},
             v->source_id);
    seal_put(q, kept_with(v), with);
    return db_end(q);
}

static bool remember_with(struct ctx *cx, const struct visit *v,
                          const char *with)
{
    struct query *q =
        db_sql(cx, "UPDATE imports_visit SET with_id = $1 WHERE id = $2");

    seal_put(q, kept_with(v), with);
    db_put_int(q, v->id.v);
    return db_end(q);
}

static bool put_visit(struct ctx *cx, struct visit *v, const char *with,
                      struct import_report *rep)
{
    enum visit_put what = VISIT_SAME;

    if (!visit_put(cx, v, &what))
        return false;
    switch (what) {
    case VISIT_NEW: rep->visits.added++; return remember_visit(cx, v, with);
    case VISIT_CHANGED:
        rep->visits.changed++;
        return remember_with(cx, v, with);
    case VISIT_SAME: rep->visits.same++; return true;
    }
    return false;
}

/* At most VISIT_LINE_MAX characters, cut at a word. Owns: cx->mem. */
static const char *line_of(struct ctx *cx, const char *s)
{
    char *line = arena_dup_n(cx->mem, s, strcspn(s, "\n"));
    size_t n = strlen(line);

    while (text_length(line) > VISIT_LINE_MAX) {
        do
            n--;
        while (n > 0 && line[n] != ' ');
        line[n] = '\0';
        if (n == 0)
            return "";
    }
    return text_trim(cx->mem, line);
}

/* Whom it is with: as the file says, or as one is called here who has that id,
 * or as it stands here; "" when nobody says. */
static bool name_with(struct ctx *cx, const struct fhir_visit *f,
                      const struct visit *was, const struct visit *v,
                      const char **out)
{
    struct person p;

    *out = *f->with_name ? f->with_name : was->id.v ? was->with_name : "";
    if (*f->with_name || !v->with.v)
        return true;
    if (!person_get(cx, v->with, &p))
        return false;
    *out = p.first;
    return true;
}

/* Whom with, where and what about, in lines as a visit has them. */
static bool put_words(struct ctx *cx, const struct fhir_visit *f,
                      const struct visit *was, struct visit *v)
{
    const char *with = "", *place = f->place;

    if (!name_with(cx, f, was, v, &with) ||
        (!*place && !known_place(cx, v->program, f->room, &place)))
        return false;
    if (!*place && was->id.v)
        place = was->place;
    if (!*with)
        with = *place ? place : *f->about ? f->about : "?";
    v->with_name = line_of(cx, with);
    v->place = line_of(cx, place);
    v->reason = line_of(cx, f->about);
    return true;
}

static bool put_fhir_visit(struct ctx *cx, int64_t program,
                           const struct fhir_visit *f,
                           struct import_report *rep)
{
    struct visit v = {.program = program,
                      .at = f->at,
                      .kind = f->mind ? VISIT_MIND : VISIT_BODY,
                      .with_name = "",
                      .place = "",
                      .reason = "",
                      .source = VISIT_FHIR,
                      .source_id = f->id,
                      .state = f->cancelled || f->mistake ? VISIT_CANCELLED
                               : f->held                  ? VISIT_HELD
                                                          : VISIT_COMING};
    struct visit was;

    if (!known_person(cx, program, f->who, &v.person) ||
        !known_person(cx, program, f->with, &v.with))
        return false;
    if (!v.person.v) {
        left_add(cx->mem, &rep->left,
                 "a visit of someone who is in no file so far");
        return true;
    }
    v.inside = v.with.v != 0;
    if (!visit_came(cx, &v, &was) || !put_words(cx, f, &was, &v))
        return false;
    if (f->mistake && !was.id.v) {
        left_add(cx->mem, &rep->left, "a visit that was entered in error");
        return true;
    }
    return put_visit(cx, &v, *f->with ? f->with : NULL, rep);
}

bool import_fhir(struct ctx *cx, int64_t program, const struct fhir_bundle *b,
                 struct import_report *out)
{
    *out = (struct import_report){0};
    for (size_t i = 0; i < b->humans.n; i++)
        if (!put_human(cx, program, b, &b->humans.at[i], out))
            return false;
    for (size_t i = 0; i < b->places.n; i++)
        if (!put_place(cx, program, &b->places.at[i], out))
            return false;
    for (size_t i = 0; i < b->visits.n; i++)
        if (!put_fhir_visit(cx, program, &b->visits.at[i], out))
            return false;
    return true;
}

bool import_ics(struct ctx *cx, const struct visit *like,
                const struct ics_events *events, struct import_report *out)
{
    *out = (struct import_report){0};
    for (size_t i = 0; i < events->n; i++) {
        const struct ics_event *e = &events->at[i];
        struct visit v = {
            .program = like->program,
            .person = like->person,
            .at = e->at,
            .kind = like->kind,
            .with_name = line_of(cx, e->summary),
            .place = line_of(cx, e->place),
            .reason = line_of(cx, e->about),
            .source = VISIT_ICS,
            .source_id =
                arena_fmt(cx->mem, "%lld %s", (long long)like->person.v, e->id),
            .state = e->cancelled      ? VISIT_CANCELLED
                     : e->at < cx->now ? VISIT_HELD
                                       : VISIT_COMING};
        if (!put_visit(cx, &v, NULL, out))
            return false;
    }
    return true;
}
