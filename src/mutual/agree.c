#include "mutual/agree.h"

#include <string.h>

#include "mutual/mutual_int.h"

static const struct {
    const char *field;
    enum agree_part part;
    int place;
} lines_of[AGREE_LINES] = {{"will-1", PART_WILL, 1},
                           {"will-2", PART_WILL, 2},
                           {"will-3", PART_WILL, 3},
                           {"want-1", PART_WANT, 1},
                           {"want-2", PART_WANT, 2}};

const char *agree_field(int i)
{
    return lines_of[i].field;
}

struct place agree_line_place(int64_t line, struct person_id whose)
{
    return (struct place){"mutual_line.words", line, whose};
}

enum agree_side agree_side_of(const struct ctx *cx)
{
    return cx->actor->role == ROLE_PERSON ? SIDE_HERS : SIDE_PEERS;
}

bool agree_side_said_yes(const struct agreement *a, enum agree_side side)
{
    if (a->steps.n == 0)
        return false;
    const struct agree_step *now = &a->steps.at[0];
    return (side == SIDE_HERS ? now->her_yes : now->peer_yes) != TIME_NONE;
}

/* --- reading --- */

static bool read_two(struct ctx *cx, struct agreement *a)
{
    struct query *q = db_sql(cx, "SELECT id, version FROM mutual_agreement"
                                 " WHERE person = $1 AND peer = $2");

    db_put_int(q, a->person.v);
    db_put_int(q, a->peer.v);
    if (db_row(q)) {
        a->id = db_get_int(q);
        a->version = (int)db_get_int(q);
    }
    return db_end(q);
}

static bool read_lines(struct ctx *cx, struct agreement *a)
{
    struct query *q =
        db_sql(cx, "SELECT id, side, part, place, words, since, until"
                   " FROM mutual_line WHERE agreement = $1"
                   " ORDER BY side, part, place, since");

    db_put_int(q, a->id);
    while (db_row(q)) {
        struct agree_line *l = LIST_PUSH(cx->mem, &a->lines);
        *l = (struct agree_line){.id = db_get_int(q)};
        l->side = (enum agree_side)db_get_int(q);
        l->part = (enum agree_part)db_get_int(q);
        l->place = (int)db_get_int(q);
        l->words = seal_get(q, agree_line_place(l->id, a->person));
        l->since = (int)db_get_int(q);
        l->until = (int)db_get_int(q);
    }
    return db_end(q);
}

static bool read_steps(struct ctx *cx, struct agreement *a)
{
    struct query *q =
        db_sql(cx, "SELECT version, what, side, at, her_yes, peer_yes,"
                   " (SELECT MAX(b.version) FROM mutual_version b"
                   " WHERE b.agreement = $1 AND b.her_yes IS NOT NULL"
                   " AND b.peer_yes IS NOT NULL)"
                   " FROM mutual_version WHERE agreement = $1"
                   " ORDER BY version DESC LIMIT $2");

    db_put_int(q, a->id);
    db_put_int(q, AGREE_SHOWN);
    while (db_row(q)) {
        struct agree_step *s = LIST_PUSH(cx->mem, &a->steps);
        *s = (struct agree_step){.version = (int)db_get_int(q)};
        s->what = (enum agree_what)db_get_int(q);
        s->side = (enum agree_side)db_get_int(q);
        s->at = db_get_time(q);
        s->her_yes = db_get_time(q);
        s->peer_yes = db_get_time(q);
        a->agreed = (int)db_get_int(q);
    }
    return db_end(q);
}

/* First names; "" of who is gone. */
static bool read_names(struct ctx *cx, struct agreement *a)
{
    struct query *q =
        db_sql(cx, "SELECT m.first, p.first FROM people_person m"
                   " JOIN people_person p ON p.id = $2 WHERE m.id = $1");

    db_put_int(q, a->person.v);
    db_put_int(q, a->peer.v);
    if (db_row(q)) {
        a->her_name = person_first_get(q, a->person);
        a->peer_name = person_first_get(q, a->peer);
    }
    return db_end(q);
}

static struct about agreement_of(struct person_id whose, int64_t thing)
{
    return (struct about){whose, TOPIC_AGREEMENT, thing};
}

/* Each peer has their own page with her, and no other. */
static bool is_of_the_two(struct ctx *cx, const struct agreement *a)
{
    return cx->actor->role == ROLE_PERSON ||
           person_same(cx->actor->person, a->peer) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool agree_get(struct ctx *cx, enum verb verb, struct person_id person,
               struct person_id peer, struct agreement *out)
{
    *out = (struct agreement){
        .person = person, .peer = peer, .her_name = "", .peer_name = ""};
    if (!is_of_the_two(cx, out) || !read_two(cx, out) ||
        !may(cx, verb, agreement_of(person, out->id)) ||
        !peer_walks_with(cx, peer, person, &out->walks))
        return false;
    if (!out->id && !out->walks)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return read_names(cx, out) && read_lines(cx, out) && read_steps(cx, out);
}

/* --- writing --- */

static bool still_walk(struct ctx *cx, const struct agreement *a)
{
    return a->walks || fail(cx, ERR_CONFLICT, NULL,
                            "You two do not walk together now. This page "
                            "stays as it was.");
}

static bool check_words(struct ctx *cx, const struct agree_words *words)
{
    for (int i = 0; i < AGREE_LINES; i++)
        if (!text_fits(cx, lines_of[i].field, words->at[i], AGREE_LINE_MAX))
            return false;
    return true;
}

/* The line of this side that stands at place i; NULL: none. */
static const struct agree_line *stands_at(const struct agreement *a,
                                          enum agree_side side, int i)
{
    for (size_t n = 0; n < a->lines.n; n++) {
        const struct agree_line *l = &a->lines.at[n];
        if (!l->until && l->side == side && l->part == lines_of[i].part &&
            l->place == lines_of[i].place)
            return l;
    }
    return NULL;
}

static bool is_same(const struct agree_line *was, const char *now)
{
    return strcmp(was ? was->words : "", now) == 0;
}

static bool is_all_same(const struct agreement *a, enum agree_side side,
                        const struct agree_words *words)
{
    for (int i = 0; i < AGREE_LINES; i++)
        if (!is_same(stands_at(a, side, i), words->at[i]))
            return false;
    return true;
}

static bool begin(struct ctx *cx, struct agreement *a)
{
    if (a->id)
        return true;
    a->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO mutual_agreement (id, person, peer, version)"
                   " VALUES ($1, $2, $3, 0)");
    db_put_int(q, a->id);
    db_put_int(q, a->person.v);
    db_put_int(q, a->peer.v);
    return db_end(q);
}

/* The next version; nobody has said yes to it. Sets a->version. */
static bool step(struct ctx *cx, struct agreement *a, enum agree_what what)
{
    struct query *q =
        db_sql(cx, "UPDATE mutual_agreement SET version = version + 1"
                   " WHERE id = $1 RETURNING version");

    db_put_int(q, a->id);
    a->version = db_row(q) ? (int)db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    const int64_t id = db_new_id(cx);
    q = db_sql(cx, "INSERT INTO mutual_version (id, agreement, person, version,"
                   " what, side, at) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, id);
    db_put_int(q, a->id);
    db_put_int(q, a->person.v);
    db_put_int(q, a->version);
    db_put_int(q, what);
    db_put_int(q, agree_side_of(cx));
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool take_out(struct ctx *cx, const struct agreement *a,
                     const struct agree_line *was)
{
    struct query *q = db_sql(cx, "UPDATE mutual_line SET until = $1"
                                 " WHERE id = $2 AND until IS NULL");

    db_put_int(q, a->version);
    db_put_int(q, was->id);
    return db_end(q);
}

static bool put_in(struct ctx *cx, const struct agreement *a, int i,
                   const char *words)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO mutual_line (id, agreement, person, side, part, place,"
            " words, since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, id);
    db_put_int(q, a->id);
    db_put_int(q, a->person.v);
    db_put_int(q, agree_side_of(cx));
    db_put_int(q, lines_of[i].part);
    db_put_int(q, lines_of[i].place);
    seal_put(q, agree_line_place(id, a->person), words);
    db_put_int(q, a->version);
    return db_end(q);
}

bool agree_write(struct ctx *cx, struct agreement *a,
                 const struct agree_words *words)
{
    const enum agree_side side = agree_side_of(cx);

    if (!still_walk(cx, a) || !check_words(cx, words))
        return false;
    if (is_all_same(a, side, words))
        return true;
    if (!begin(cx, a) || !step(cx, a, AGREE_WROTE))
        return false;
    for (int i = 0; i < AGREE_LINES; i++) {
        const struct agree_line *was = stands_at(a, side, i);
        if (is_same(was, words->at[i]))
            continue;
        if ((was && !take_out(cx, a, was)) ||
            (*words->at[i] && !put_in(cx, a, i, words->at[i])))
            return false;
    }
    return true;
}

static bool has_lines(const struct agreement *a)
{
    for (size_t i = 0; i < a->lines.n; i++)
        if (!a->lines.at[i].until)
            return true;
    return false;
}

bool agree_yes(struct ctx *cx, const struct agreement *a, int seen)
{
    if (!still_walk(cx, a))
        return false;
    if (seen != a->version)
        return fail(
            cx, ERR_INVALID, NULL,
            "This page was changed a moment ago. Please read it again.");
    if (!has_lines(a))
        return fail(cx, ERR_INVALID, NULL,
                    "There is nothing here to say yes to yet.");
    struct query *q =
        agree_side_of(cx) == SIDE_HERS
            ? db_sql(cx, "UPDATE mutual_version SET her_yes = $1 WHERE"
                         " agreement = $2 AND version = $3 AND her_yes IS NULL"
                         " AND version = (SELECT version FROM mutual_agreement"
                         " WHERE id = $2)")
            : db_sql(cx, "UPDATE mutual_version SET peer_yes = $1 WHERE"
                         " agreement = $2 AND version = $3 AND peer_yes IS NULL"
                         " AND version = (SELECT version FROM mutual_agreement"
                         " WHERE id = $2)");
    db_put_time(q, cx->now);
    db_put_int(q, a->id);
    db_put_int(q, seen);
    return db_end(q);
}

bool agree_take_back(struct ctx *cx, struct agreement *a)
{
    if (!still_walk(cx, a))
        return false;
    if (!agree_side_said_yes(a, agree_side_of(cx)))
        return fail(cx, ERR_CONFLICT, NULL, "There is no yes to take back.");
    return step(cx, a, AGREE_TOOK_YES_BACK);
}
