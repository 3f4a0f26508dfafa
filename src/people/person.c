#include <stdlib.h>
#include <string.h>

#include "keys/keys.h"
#include "people/people_int.h"

/* The place of a sealed column of people_person. */
static struct place at(const char *column, int64_t id)
{
    return (struct place){column, id, {id}};
}

/* Hardly anybody but staff has them: nothing is sealed then, nor opened each
 * time somebody is named. */
static const char *if_any(const char *words)
{
    return words && *words ? words : NULL;
}

/* The next four parameters: name, first, title, days. */
static void person_put(struct query *q, const struct person *p)
{
    seal_put(q, at("people_person.name", p->id.v), p->name);
    seal_put(q, at("people_person.first", p->id.v), p->first);
    seal_put(q, at("people_person.title", p->id.v), if_any(p->title));
    seal_put(q, at("people_person.days", p->id.v), if_any(p->days));
}

/* The next columns, as persons_take() has them. */
static void person_take(struct query *q, struct person *p)
{
    p->id.v = db_get_int(q);
    p->program = db_get_int(q);
    p->role = (enum role)db_get_int(q);
    if (p->role == ROLE_NONE)
        p->role = ROLE_PERSON;
    p->name = seal_get(q, at("people_person.name", p->id.v));
    p->first = seal_get(q, at("people_person.first", p->id.v));
    p->title = seal_get(q, at("people_person.title", p->id.v));
    p->days = seal_get(q, at("people_person.days", p->id.v));
}

const char *person_first_get(struct query *q, struct person_id id)
{
    return seal_get(q, at("people_person.first", id.v));
}

const char *person_name_get(struct query *q, struct person_id id)
{
    return seal_get(q, at("people_person.name", id.v));
}

bool persons_take(struct query *q, struct persons *out)
{
    *out = (struct persons){0};
    while (db_row(q))
        person_take(q, LIST_PUSH(db_ctx(q)->mem, out));
    return db_end(q);
}

/* Where the first word that is not "Dr." starts. */
static const char *past_title(const char *name)
{
    const char *space = strchr(name, ' ');

    return space && space > name && space[-1] == '.' ? space + 1 : name;
}

static const char *last_word(const char *name)
{
    const char *space = strrchr(name, ' ');

    return space ? space + 1 : name;
}

/* Bytes of the first character of s. */
static size_t first_char(const char *s)
{
    size_t n = *s ? 1 : 0;

    while (n && ((unsigned char)s[n] & 0xC0U) == 0x80U)
        n++;
    return n;
}

bool persons_have(const struct persons *all, struct person_id id)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].id, id))
            return true;
    return false;
}

const char *person_initials(struct arena *mem, const struct person *p)
{
    const char *one = past_title(p->name), *two = last_word(p->name);

    return arena_fmt(mem, "%.*s%.*s", (int)first_char(one), one,
                     two > one ? (int)first_char(two) : 0, two);
}

const char *person_tint(int64_t id)
{
    static const char *const tints[] = {"face--v", "face--s", "face--p",
                                        "face--a", "face--r", "face--b"};

    return tints[(uint64_t)id * 2654435761U % 4294967296U %
                 (sizeof tints / sizeof *tints)];
}

const char *person_on_board(struct arena *mem, const struct person *p)
{
    const char *one = past_title(p->name), *two = last_word(p->name);

    if (two <= one)
        return arena_dup(mem, one);
    return arena_fmt(mem, "%.*s %.*s.", (int)strcspn(one, " "), one,
                     (int)first_char(two), two);
}

/* "Denise" of "Denise Carter", "Dr. Rao" of "Dr. Anita Rao". */
static const char *called(struct arena *mem, const char *name)
{
    const char *one = past_title(name);

    if (one > name)
        return arena_fmt(mem, "%.*s%s", (int)(one - name), name,
                         last_word(name));
    return arena_dup_n(mem, name, strcspn(name, " "));
}

static bool add_staff_row(struct ctx *cx, const struct person *p)
{
    struct query *q =
        db_sql(cx, "INSERT INTO people_staff (person, program, role)"
                   " VALUES ($1, $2, $3)");

    db_put_int(q, p->id.v);
    db_put_int(q, p->program);
    db_put_int(q, p->role);
    return db_end(q);
}

static bool add_rows(struct ctx *cx, const struct person *p)
{
    struct query *q = db_sql(cx, "INSERT INTO people_person"
                                 " (id, program, name, first, title, days)"
                                 " VALUES ($1, $2, $3, $4, $5, $6)");

    db_put_int(q, p->id.v);
    db_put_int(q, p->program);
    person_put(q, p);
    if (!db_end(q))
        return false;
    return p->role == ROLE_PERSON ? member_add(cx, p->id)
                                  : add_staff_row(cx, p);
}

bool person_add(struct ctx *cx, struct person *p)
{
    p->name = text_trim(cx->mem, p->name ? p->name : "");
    if (!*p->name)
        return fail(cx, ERR_INVALID, "name", "Please write a name.");
    if (text_length(p->name) > PERSON_NAME_MAX)
        return fail(cx, ERR_INVALID, "name", "Please make the name shorter.");
    if (!p->first || !*p->first)
        p->first = called(cx->mem, p->name);
    p->id.v = db_new_id(cx);
    return p->id.v && keys_make(cx, p->id) && add_rows(cx, p) &&
           names_changed(cx, p->program);
}

static bool is_member(struct ctx *cx, struct person_id id, bool *yes)
{
    struct query *q =
        db_sql(cx, "SELECT person FROM people_member WHERE person = $1");

    db_put_int(q, id.v);
    *yes = db_row(q);
    return db_end(q);
}

bool member_add(struct ctx *cx, struct person_id id)
{
    bool already = false;

    if (!is_member(cx, id, &already))
        return false;
    if (already)
        return fail(cx, ERR_CONFLICT, NULL,
                    "The program walks with them "
                    "already.");
    struct query *q =
        db_sql(cx, "INSERT INTO people_member (person, program, since)"
                   " SELECT id, program, $2 FROM people_person"
                   " WHERE id = $1 AND erased IS NULL RETURNING person");
    db_put_int(q, id.v);
    db_put_int(q, cx->now);
    bool added = db_row(q);
    if (!db_end(q))
        return false;
    return added || fail(cx, ERR_NOTFOUND, NULL, "There is no such person.");
}

bool staff_add(struct ctx *cx, struct person_id id, enum role role)
{
    struct person p = {0};

    if (!person_get(cx, id, &p))
        return false;
    if (p.role != ROLE_PERSON)
        return fail(cx, ERR_CONFLICT, NULL, "They work here already.");
    p.role = role;
    return add_staff_row(cx, &p);
}

bool person_get(struct ctx *cx, struct person_id id, struct person *out)
{
    struct query *q = db_once(db_sql(
        cx, "SELECT p.id, p.program, s.role, p.name, p.first, p.title, p.days"
            " FROM people_person p"
            " LEFT JOIN people_staff s ON s.person = p.id"
            " WHERE p.id = $1 AND p.erased IS NULL"));

    db_put_int(q, id.v);
    bool found = db_row(q);
    if (found)
        person_take(q, out);
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "There is no such person.");
}

bool person_works_here(struct ctx *cx, struct person_id id, bool *yes)
{
    struct person p = {0};

    if (!person_get(cx, id, &p))
        return false;
    *yes = p.role != ROLE_PERSON;
    return true;
}

struct sorted {
    const char *key;
    struct person person;
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct sorted *)a)->key,
                  ((const struct sorted *)b)->key);
}

void persons_sort(struct arena *mem, struct persons *list, bool by_first)
{
    struct sorted *s = arena_alloc(mem, (list->n + 1) * sizeof *s);

    for (size_t i = 0; i < list->n; i++) {
        const struct person *p = &list->at[i];
        s[i].key = text_plain(mem, by_first ? p->first : past_title(p->name));
        s[i].person = *p;
    }
    qsort(s, list->n, sizeof *s, by_key);
    for (size_t i = 0; i < list->n; i++)
        list->at[i] = s[i].person;
}

bool people_staff(struct ctx *cx, int64_t program, unsigned roles,
                  struct persons *out)
{
    struct query *q = db_sql(
        cx, "SELECT p.id, p.program, s.role, p.name, p.first, p.title, p.days"
            " FROM people_staff s JOIN people_person p ON p.id = s.person"
            " WHERE s.program = $1 AND p.erased IS NULL");
    struct persons all;

    *out = (struct persons){0};
    db_put_int(q, program);
    if (!persons_take(q, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (roles & ROLE_BIT(all.at[i].role))
            *LIST_PUSH(cx->mem, out) = all.at[i];
    persons_sort(cx->mem, out, false);
    return true;
}
