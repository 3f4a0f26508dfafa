#include "imports/fhir.h"

#include <string.h>

/* One bundle being read: its entries, to find what a reference points to. */
struct reading {
    struct ctx *cx;
    const struct json *entries;
    struct fhir_bundle *out;
};

static void leave_out(struct reading *r, const char *what)
{
    left_add(r->cx->mem, &r->out->left, what);
}

static int digits(const char *s, size_t n)
{
    int v = 0;

    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        v = v * 10 + s[i] - '0';
    }
    return v;
}

/* "Z" or "-04:00" to seconds east; false for anything else. */
static bool zone_offset(const char *s, int *east)
{
    *east = 0;
    if (strcmp(s, "Z") == 0)
        return true;
    if ((*s != '+' && *s != '-') || strlen(s) != 6 || s[3] != ':')
        return false;
    int hours = digits(s + 1, 2), minutes = digits(s + 4, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return false;
    *east = (hours * 60 + minutes) * (*s == '-' ? -60 : 60);
    return true;
}

int64_t fhir_instant(const char *s)
{
    char day[11] = "";
    int east = 0;

    if (strlen(s) < 20 || s[10] != 'T' || s[13] != ':' || s[16] != ':')
        return TIME_NONE;
    memcpy(day, s, 10);
    struct date d = date_parse(day);
    int hour = digits(s + 11, 2), minute = digits(s + 14, 2),
        second = digits(s + 17, 2);
    const char *zone = s + 19;
    if (*zone == '.')
        zone += 1 + strspn(zone + 1, "0123456789");
    if (!date_is_set(d) || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        second < 0 || second > 60 || !zone_offset(zone, &east))
        return TIME_NONE;
    return (int64_t)d.days * 86400 + hour * 3600 + minute * 60 + second - east;
}

static const struct json *member(const struct json *v, const char *name)
{
    return json_get(v, name);
}

static const char *text_of(const struct json *v, const char *name)
{
    return json_text(json_get(v, name));
}

/* The first words of a CodeableConcept: its text, or a display. */
static const char *concept(const struct json *c)
{
    const char *text = text_of(c, "text");

    return *text ? text : text_of(json_at(member(c, "coding"), 0), "display");
}

/* "Patient/7" when the resource has an id, else the entry's fullUrl. */
static const char *id_of(struct reading *r, const struct json *entry)
{
    const struct json *resource = member(entry, "resource");
    const char *id = text_of(resource, "id");

    return *id ? arena_fmt(r->cx->mem, "%s/%s",
                           text_of(resource, "resourceType"), id)
               : text_of(entry, "fullUrl");
}

static bool ends_with(const char *url, const char *reference)
{
    size_t n = strlen(url), m = strlen(reference);

    return n > m && url[n - m - 1] == '/' &&
           strcmp(url + n - m, reference) == 0;
}

static bool points_to(const char *reference, const char *id, const char *url)
{
    return *reference &&
           (strcmp(reference, url) == 0 || strcmp(reference, id) == 0 ||
            ends_with(url, reference) || ends_with(reference, id));
}

/* "Patient/7" of "https://a.example/fhir/Patient/7", for something that is not
 * in the bundle; "" for another type, or when it says none. */
static const char *id_elsewhere(struct reading *r, const char *reference,
                                const char *type)
{
    const char *id = strrchr(reference, '/');
    size_t n = strlen(type);

    if (!id || !id[1] || (size_t)(id - reference) < n ||
        strncmp(id - n, type, n) != 0 ||
        ((size_t)(id - reference) > n && id[-(ptrdiff_t)n - 1] != '/'))
        return "";
    return arena_dup(r->cx->mem, id - n);
}

/* Where v is: the name of the Organization or Location a reference points to;
 * its display, and its id, when it is not in the bundle. */
static void put_room(struct reading *r, const struct json *reference,
                     struct fhir_visit *v)
{
    const char *to = text_of(reference, "reference");

    for (size_t i = 0; i < r->out->places.n; i++) {
        const struct fhir_place *p = &r->out->places.at[i];
        if (points_to(to, p->id, p->url)) {
            v->place = p->name;
            return;
        }
    }
    v->place = text_of(reference, "display");
    v->room = id_elsewhere(r, to, "Location");
    if (!*v->room)
        v->room = id_elsewhere(r, to, "Organization");
}

static const struct fhir_human *human(struct reading *r,
                                      const struct json *reference,
                                      enum fhir_human_kind kind)
{
    const char *to = text_of(reference, "reference");

    for (size_t i = 0; i < r->out->humans.n; i++) {
        const struct fhir_human *h = &r->out->humans.at[i];
        if (h->kind == kind && points_to(to, h->id, h->url))
            return h;
    }
    return NULL;
}

static const char *patient(struct reading *r, const struct json *reference)
{
    const struct fhir_human *h = human(r, reference, FHIR_PATIENT);

    return h ? h->id
             : id_elsewhere(r, text_of(reference, "reference"), "Patient");
}

/* Whom v is with, when the reference is to a practitioner. */
static void put_with(struct reading *r, const struct json *reference,
                     struct fhir_visit *v)
{
    const struct fhir_human *h = human(r, reference, FHIR_PRACTITIONER);

    v->with =
        h ? h->id
          : id_elsewhere(r, text_of(reference, "reference"), "Practitioner");
    if (*v->with)
        v->with_name = h ? h->first : text_of(reference, "display");
}

/* The name in use: "usual", else the first that is not old. */
static const struct json *name_of(const struct json *resource)
{
    const struct json *names = member(resource, "name"), *first = NULL;

    for (size_t i = 0; i < json_length(names); i++) {
        const struct json *n = json_at(names, i);
        const char *use = text_of(n, "use");
        if (strcmp(use, "usual") == 0)
            return n;
        if (!first && strcmp(use, "old") != 0)
            first = n;
    }
    return first;
}

static const char *bare_name(struct reading *r, const struct json *name)
{
    const struct json *given = member(name, "given");
    const char *family = text_of(name, "family");
    struct buf b = buf_new(r->cx->mem, 1024);

    for (size_t i = 0; i < json_length(given); i++)
        buf_fmt(&b, " %s", json_text(json_at(given, i)));
    buf_fmt(&b, " %s", family);
    return text_trim(r->cx->mem, b.at);
}

static const char *full_name(struct reading *r, const struct json *name)
{
    const char *prefix = json_text(json_at(member(name, "prefix"), 0));

    if (*text_of(name, "text"))
        return text_trim(r->cx->mem, text_of(name, "text"));
    return text_trim(
        r->cx->mem, arena_fmt(r->cx->mem, "%s %s", prefix, bare_name(r, name)));
}

/* "Dr. Wisozk" for one with a prefix, else the first given name. */
static const char *called(struct reading *r, const struct json *name)
{
    const char *prefix = json_text(json_at(member(name, "prefix"), 0));
    const char *given = json_text(json_at(member(name, "given"), 0));

    if (strncmp(prefix, "Dr", 2) == 0 && *text_of(name, "family"))
        return arena_fmt(r->cx->mem, "%s %s", prefix, text_of(name, "family"));
    return *given ? given : full_name(r, name);
}

static void read_human(struct reading *r, const struct json *entry,
                       enum fhir_human_kind kind)
{
    const struct json *resource = member(entry, "resource");
    const struct json *name = name_of(resource);
    const struct json *skill = json_at(member(resource, "qualification"), 0);
    struct fhir_human h = {.kind = kind,
                           .id = id_of(r, entry),
                           .name = full_name(r, name),
                           .bare = bare_name(r, name),
                           .first = called(r, name),
                           .title = concept(member(skill, "code")),
                           .url = text_of(entry, "fullUrl")};

    if (!*h.id)
        leave_out(r, "a person without an id");
    else if (!*h.name)
        leave_out(r, "a person without a name");
    else
        *LIST_PUSH(r->cx->mem, &r->out->humans) = h;
}

static void read_place(struct reading *r, const struct json *entry)
{
    struct fhir_place p = {.id = id_of(r, entry),
                           .name = text_of(member(entry, "resource"), "name"),
                           .url = text_of(entry, "fullUrl")};

    if (*p.id && *p.name)
        *LIST_PUSH(r->cx->mem, &r->out->places) = p;
    else
        leave_out(r, "a place without an id or a name");
}

/* Words that say a visit is about the mind; all others are about the body, so
 * that nothing of the mind is shown there unasked (R75). */
static bool speaks_of_mind(const char *s)
{
    static const char *const words[] = {
        "mental",  "psych",  "behavioral",       "behavioural",
        "counsel", "therap", "medication visit", "peer support"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasestr(s, words[i]))
            return true;
    return false;
}

static bool about_mind(const struct json *resource)
{
    const struct json *types = member(resource, "type"),
                      *services = member(resource, "serviceType"),
                      *fields = member(resource, "specialty");
    bool mind = speaks_of_mind(concept(services));

    for (size_t i = 0; i < json_length(types); i++)
        mind = mind || speaks_of_mind(concept(json_at(types, i)));
    for (size_t i = 0; i < json_length(services); i++)
        mind = mind || speaks_of_mind(concept(json_at(services, i)));
    for (size_t i = 0; i < json_length(fields); i++)
        mind = mind || speaks_of_mind(concept(json_at(fields, i)));
    return mind;
}

/* Why this visit cannot be taken in, or NULL. */
static const char *lack(const struct fhir_visit *v, const char *state)
{
    if (!*v->who)
        return "a visit of nobody";
    if (v->at == TIME_NONE)
        return "a visit without a time";
    if (!*v->id)
        return "a visit without an id";
    if (!*state)
        return "a visit without a status";
    return NULL;
}

static bool keep_visit(struct reading *r, struct fhir_visit v,
                       const char *state)
{
    const char *why_not = lack(&v, state);

    if (why_not) {
        leave_out(r, why_not);
        return false;
    }
    v.mistake = strcmp(state, "entered-in-error") == 0;
    *LIST_PUSH(r->cx->mem, &r->out->visits) = v;
    return true;
}

static void read_appointment(struct reading *r, const struct json *entry)
{
    const struct json *a = member(entry, "resource"),
                      *who = member(a, "participant");
    const char *state = text_of(a, "status");
    struct fhir_visit v = {.id = id_of(r, entry),
                           .at = fhir_instant(text_of(a, "start")),
                           .who = "",
                           .with = "",
                           .with_name = "",
                           .room = "",
                           .place = "",
                           .mind = about_mind(a),
                           .held = strcmp(state, "fulfilled") == 0,
                           .cancelled = strcmp(state, "cancelled") == 0 ||
                                        strcmp(state, "noshow") == 0};

    v.about = concept(json_at(member(a, "serviceType"), 0));
    for (size_t i = 0; i < json_length(who); i++) {
        const struct json *actor = member(json_at(who, i), "actor");
        const char *to = text_of(actor, "reference");
        if (!*v.who)
            v.who = patient(r, actor);
        if (!*v.with)
            put_with(r, actor, &v);
        if (!*v.with && !*v.with_name && strncmp(to, "Practitioner", 12) == 0)
            v.with_name = text_of(actor, "display");
        if (!*v.place && strstr(to, "Location"))
            put_room(r, actor, &v);
    }
    (void)keep_visit(r, v, state);
}

static void read_encounter(struct reading *r, const struct json *entry)
{
    const struct json *e = member(entry, "resource"),
                      *who = member(e, "participant");
    const char *state = text_of(e, "status");
    const struct json *room =
        member(json_at(member(e, "location"), 0), "location");
    struct fhir_visit v = {
        .id = id_of(r, entry),
        .who = patient(r, member(e, "subject")),
        .at = fhir_instant(text_of(member(e, "period"), "start")),
        .with = "",
        .with_name = "",
        .room = "",
        .mind = about_mind(e),
        .held = strcmp(state, "finished") == 0,
        .cancelled = strcmp(state, "cancelled") == 0};

    v.about = concept(json_at(member(e, "type"), 0));
    put_room(r, room ? room : member(e, "serviceProvider"), &v);
    for (size_t i = 0; i < json_length(who) && !*v.with; i++) {
        const struct json *one = member(json_at(who, i), "individual");
        put_with(r, one, &v);
        if (!*v.with && !*v.with_name)
            v.with_name = text_of(one, "display");
    }
    (void)keep_visit(r, v, state);
}

enum kind { OTHER, PATIENT, PRACTITIONER, PLACE, APPOINTMENT, ENCOUNTER };

static enum kind kind_of(const char *type)
{
    static const struct {
        const char *type;
        enum kind kind;
    } known[] = {{"Patient", PATIENT},         {"Practitioner", PRACTITIONER},
                 {"Organization", PLACE},      {"Location", PLACE},
                 {"Appointment", APPOINTMENT}, {"Encounter", ENCOUNTER}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(type, known[i].type) == 0)
            return known[i].kind;
    return OTHER;
}

static void read_named(struct reading *r, const struct json *entry)
{
    switch (kind_of(text_of(member(entry, "resource"), "resourceType"))) {
    case PATIENT: read_human(r, entry, FHIR_PATIENT); break;
    case PRACTITIONER: read_human(r, entry, FHIR_PRACTITIONER); break;
    case PLACE: read_place(r, entry); break;
    case APPOINTMENT:
    case ENCOUNTER:
    case OTHER: break;
    }
}

static void read_rest(struct reading *r, const struct json *entry)
{
    const char *type = text_of(member(entry, "resource"), "resourceType");

    switch (kind_of(type)) {
    case PATIENT:
    case PRACTITIONER:
    case PLACE: break;
    case APPOINTMENT: read_appointment(r, entry); break;
    case ENCOUNTER: read_encounter(r, entry); break;
    case OTHER:
        leave_out(r, *type ? type : "an entry without a resource");
        break;
    }
}

bool fhir_read(struct ctx *cx, struct blob file, struct fhir_bundle *out)
{
    const struct json *doc = NULL;
    struct reading r = {.cx = cx, .out = out};

    *out = (struct fhir_bundle){0};
    if (!json_parse(cx, file, FHIR_FILE_MAX, &doc))
        return false;
    r.entries = member(doc, "entry");
    if (strcmp(text_of(doc, "resourceType"), "Bundle") != 0 ||
        (r.entries && json_kind(r.entries) != JSON_KIND_LIST))
        return fail(cx, ERR_INVALID, "file",
                    "This is not a FHIR Bundle. Nothing was changed.");
    /* What a visit points to may stand after it. */
    for (size_t i = 0; i < json_length(r.entries); i++)
        read_named(&r, json_at(r.entries, i));
    for (size_t i = 0; i < json_length(r.entries); i++)
        read_rest(&r, json_at(r.entries, i));
    return true;
}
