#include "visits/company.h"

#include <string.h>

#include "base/buf.h"
#include "db/db.h"
#include "keys/keys.h"
#include "people/people.h"
#include "sharing/may.h"

static struct about company_of(struct person_id whose, struct visit_id visit)
{
    return (struct about){whose, TOPIC_COMPANY, visit.v};
}

static struct company nothing_said(struct person_id whose,
                                   struct visit_id visit)
{
    struct company c = {.visit = visit, .person = whose};

    c.name = c.words = c.sign = c.way = "";
    for (int i = 0; i < COMPANY_POINTS; i++)
        c.say[i] = c.dont[i] = "";
    return c;
}

/* Up to three points are kept as one text, a line each. */
static void read_points(struct arena *mem, const char *text,
                        const char **points)
{
    for (int i = 0; i < COMPANY_POINTS; i++) {
        size_t n = strcspn(text, "\n");
        points[i] = arena_dup_n(mem, text, n);
        text += n + (text[n] == '\n');
    }
}

static const char *write_points(struct arena *mem, const char *const *points)
{
    return arena_fmt(mem, "%s\n%s\n%s", points[0], points[1], points[2]);
}

/* The parts she asks for are her word as well: sealed, a digit each. */
static unsigned read_parts(const char *text)
{
    unsigned does = 0;

    for (; *text; text++)
        if (*text >= '0' && *text < '0' + COMPANY_PARTS)
            does |= 1U << (*text - '0');
    return does;
}

static const char *write_parts(struct arena *mem, unsigned does)
{
    struct buf b = buf_new(mem, COMPANY_PARTS + 1);

    buf_puts(&b, "");
    for (int i = 0; i < COMPANY_PARTS; i++)
        if (does & (1U << i))
            buf_putc(&b, (char)('0' + i));
    return b.at ? b.at : "";
}

static struct place place_of(const char *column, int64_t id,
                             const struct company *c)
{
    return (struct place){column, id, c->person};
}

static void read_row(struct ctx *cx, struct query *q, struct company *c)
{
    int64_t id = db_get_int(q);

    c->wanted = (enum company_wanted)db_get_int(q);
    c->peer.v = db_get_int(q);
    c->name = seal_get(q, place_of("visits_company.name", id, c));
    c->does = read_parts(seal_get(q, place_of("visits_company.does", id, c)));
    c->words = seal_get(q, place_of("visits_company.words", id, c));
    c->sign = seal_get(q, place_of("visits_company.sign", id, c));
    c->way = seal_get(q, place_of("visits_company.way", id, c));
    read_points(cx->mem, seal_get(q, place_of("visits_company.say", id, c)),
                c->say);
    read_points(cx->mem, seal_get(q, place_of("visits_company.dont", id, c)),
                c->dont);
}

bool company_get(struct ctx *cx, struct person_id whose, struct visit_id visit,
                 struct company *out)
{
    *out = nothing_said(whose, visit);
    if (!may(cx, MAY_SEE, company_of(whose, visit)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT id, wanted, peer, name, does, words, sign, way, say,"
            " dont FROM visits_company WHERE visit = $1 AND person = $2");
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    if (db_row(q))
        read_row(cx, q, out);
    return db_end(q);
}

bool company_now(struct ctx *cx, const struct visit *v, struct company *out)
{
    bool walks = false;

    if (!company_get(cx, v->person, v->id, out))
        return false;
    if (!out->peer.v || visit_is_over(v, cx->now))
        return true;
    if (!peer_walks_with(cx, out->peer, v->person, &walks))
        return false;
    if (!walks)
        out->peer.v = 0;
    return true;
}

bool company_wanted(struct ctx *cx, struct person_id whose,
                    struct visit_id visit, enum company_wanted *out)
{
    *out = COMPANY_NOT_SAID;
    if (!may(cx, MAY_SEE,
             (struct about){.person = whose, .topic = TOPIC_READY}))
        return false;
    struct query *q = db_sql(cx, "SELECT wanted FROM visits_company"
                                 " WHERE visit = $1 AND person = $2");
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    if (db_row(q))
        *out = (enum company_wanted)db_get_int(q);
    return db_end(q);
}

static bool fits(struct ctx *cx, const char *field, const char *s, size_t max)
{
    return text_length(s) <= max ||
           fail(cx, ERR_INVALID, field, "Please make it a bit shorter.");
}

static bool points_fit(struct ctx *cx, const char *word,
                       const char *const *points)
{
    for (int i = 0; i < COMPANY_POINTS; i++) {
        const char *field = arena_fmt(cx->mem, "%s%d", word, i + 1);
        if (strchr(points[i], '\n'))
            return fail(cx, ERR_INVALID, field, "Please keep it to one line.");
        if (!fits(cx, field, points[i], COMPANY_LINE_MAX))
            return false;
    }
    return true;
}

static bool check(struct ctx *cx, const struct company *c)
{
    return fits(cx, "name", c->name, COMPANY_LINE_MAX) &&
           fits(cx, "words", c->words, COMPANY_WORDS_MAX) &&
           fits(cx, "sign", c->sign, COMPANY_LINE_MAX) &&
           fits(cx, "way", c->way, COMPANY_LINE_MAX) &&
           points_fit(cx, "say", c->say) && points_fit(cx, "dont", c->dont);
}

/* The row of this visit: a new one when there is none yet. */
static bool row_of(struct ctx *cx, const struct company *c, int64_t *id)
{
    *id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO visits_company (id, visit, person, wanted,"
                   " changed) VALUES ($1, $2, $3, $4, $5)"
                   " ON CONFLICT (visit) DO UPDATE SET changed = $5"
                   " RETURNING id");
    db_put_int(q, *id);
    db_put_int(q, c->visit.v);
    db_put_int(q, c->person.v);
    db_put_int(q, c->wanted);
    db_put_int(q, cx->now);
    if (db_row(q))
        *id = db_get_int(q);
    return db_end(q);
}

static bool write_row(struct ctx *cx, int64_t id, const struct company *c)
{
    struct query *q = db_sql(
        cx, "UPDATE visits_company SET wanted = $1, peer = $2, name = $3,"
            " does = $4, words = $5, sign = $6, way = $7, say = $8, dont = $9"
            " WHERE id = $10 AND person = $11");

    db_put_int(q, c->wanted);
    if (c->peer.v)
        db_put_int(q, c->peer.v);
    else
        db_put_null(q);
    seal_put(q, place_of("visits_company.name", id, c), c->name);
    seal_put(q, place_of("visits_company.does", id, c),
             write_parts(cx->mem, c->does));
    seal_put(q, place_of("visits_company.words", id, c), c->words);
    seal_put(q, place_of("visits_company.sign", id, c), c->sign);
    seal_put(q, place_of("visits_company.way", id, c), c->way);
    seal_put(q, place_of("visits_company.say", id, c),
             write_points(cx->mem, c->say));
    seal_put(q, place_of("visits_company.dont", id, c),
             write_points(cx->mem, c->dont));
    db_put_int(q, id);
    db_put_int(q, c->person.v);
    return db_end(q);
}

bool company_put(struct ctx *cx, const struct company *c)
{
    struct visit v;
    int64_t id = 0;

    return may(cx, MAY_CHANGE, company_of(c->person, c->visit)) &&
           visit_get(cx, c->person, c->visit, &v) && check(cx, c) &&
           row_of(cx, c, &id) && write_row(cx, id, c);
}
