#include "rhythm/way.h"

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

static struct place place_of(int64_t id, struct person_id whose)
{
    return (struct place){"rhythm_way.words", id, whose};
}

static struct place place_of_answer(int64_t id, struct person_id whose)
{
    return (struct place){"rhythm_way_answer.words", id, whose};
}

static bool may_see(struct ctx *cx, struct person_id whose)
{
    return may(cx, MAY_SEE, (struct about){whose, TOPIC_WAY, 0});
}

static bool none(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- reading --- */

static void take(struct query *q, struct person_id whose, struct way *w)
{
    struct person_id by;

    *w = (struct way){.id = db_get_int(q)};
    w->number = db_get_int(q);
    w->away = db_get_int(q) != 0;
    w->words = seal_get(q, place_of(w->id, whose));
    w->at = db_get_int(q);
    by.v = db_get_int(q);
    w->by = person_first_get(q, by);
}

/* The newest ones, n at most. */
static bool read_some(struct ctx *cx, struct person_id whose, int n,
                      struct ways *out)
{
    struct query *q = db_sql(
        cx, "SELECT w.id, w.number, w.away, w.words, w.at, w.by_whom, p.first"
            " FROM rhythm_way w LEFT JOIN people_person p ON p.id = w.by_whom"
            " WHERE w.person = $1 ORDER BY w.number DESC LIMIT $2");

    *out = (struct ways){0};
    db_put_int(q, whose.v);
    db_put_int(q, n);
    while (db_row(q))
        take(q, whose, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

static bool read_newest(struct ctx *cx, struct person_id whose, struct way *out)
{
    struct ways one;

    *out = (struct way){.words = "", .by = ""};
    if (!read_some(cx, whose, 1, &one))
        return false;
    if (one.n > 0)
        *out = one.at[0];
    return true;
}

/* The same, when it stands now. Errors: ERR_NOTFOUND. */
static bool read_standing(struct ctx *cx, struct person_id whose,
                          struct way *out)
{
    return read_newest(cx, whose, out) && ((out->id && !out->away) || none(cx));
}

static bool read_answer(struct ctx *cx, struct person_id whose,
                        struct way_note *out)
{
    struct query *q = db_sql(cx, "SELECT id, words, at FROM rhythm_way_answer"
                                 " WHERE person = $1");

    db_put_int(q, whose.v);
    if (db_row(q)) {
        const int64_t id = db_get_int(q);
        out->answer = seal_get(q, place_of_answer(id, whose));
        out->answered = db_get_int(q);
    }
    return db_end(q);
}

bool way_get(struct ctx *cx, struct person_id whose, struct way_note *out)
{
    bool yes = false;
    struct way newest;

    *out = (struct way_note){.answer = ""};
    if (!may_know(cx, MAY_SEE, (struct about){whose, TOPIC_WAY, 0}, &yes))
        return false;
    if (!yes)
        return true;
    if (!read_newest(cx, whose, &newest))
        return false;
    if (!newest.id || newest.away)
        return true;
    out->note = newest;
    return may_see(cx, whose) && read_answer(cx, whose, out);
}

bool way_list(struct ctx *cx, struct person_id whose, struct ways *out)
{
    bool yes = false;

    *out = (struct ways){0};
    if (!may_know(cx, MAY_SEE, (struct about){whose, TOPIC_WAY, 0}, &yes))
        return false;
    if (!yes)
        return may_see(cx, whose);
    return read_some(cx, whose, WAYS_SHOWN, out) &&
           (out->n == 0 || may_see(cx, whose));
}

/* --- writing --- */

static bool may_write(struct ctx *cx, struct person_id whose)
{
    return may(cx, MAY_CHANGE, (struct about){whose, TOPIC_WAY, 0}) &&
           (!is_herself(cx, whose) || none(cx));
}

static bool fits(struct ctx *cx, const char *words)
{
    return text_length(words) <= WAY_MAX ||
           fail(cx, ERR_INVALID, "words", "Please make it a bit shorter.");
}

/* words NULL: it is taken away. */
static bool write_next(struct ctx *cx, struct person_id whose,
                       const struct way *newest, const char *words)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO rhythm_way (id, person, number, away, words, by_whom,"
            " at) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, newest->number + 1);
    db_put_int(q, words == NULL);
    seal_put(q, place_of(id, whose), words);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool way_put(struct ctx *cx, struct person_id whose, const char *words)
{
    struct way now;

    words = text_trim(cx->mem, words);
    if (!may_write(cx, whose) || !read_newest(cx, whose, &now))
        return false;
    const bool stands = now.id && !now.away;
    if (!stands && cx->actor->role == ROLE_SUPERVISOR)
        return none(cx);
    if (!*words)
        return fail(cx, ERR_INVALID, "words", "Please write the note.");
    if (stands && strcmp(words, now.words) == 0)
        return true;
    return fits(cx, words) && write_next(cx, whose, &now, words);
}

static bool forget_answer(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "DELETE FROM rhythm_way_answer WHERE person = $1");

    db_put_int(q, whose.v);
    return db_end(q);
}

bool way_away(struct ctx *cx, struct person_id whose)
{
    struct way now;

    if (!may_write(cx, whose) || !read_standing(cx, whose, &now))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE rhythm_way SET words = NULL WHERE person = $1");
    db_put_int(q, whose.v);
    return db_end(q) && forget_answer(cx, whose) &&
           write_next(cx, whose, &now, NULL);
}

bool way_answer(struct ctx *cx, struct person_id whose, const char *words)
{
    struct way now;

    words = text_trim(cx->mem, words);
    if (!is_herself(cx, whose))
        return none(cx);
    if (!read_standing(cx, whose, &now) || !fits(cx, words) ||
        !forget_answer(cx, whose))
        return false;
    if (!*words)
        return true;
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO rhythm_way_answer (id, person, words, at)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    seal_put(q, place_of_answer(id, whose), words);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* --- for who leads --- */

static bool read_written(struct ctx *cx, struct persons *out)
{
    struct query *q =
        db_sql(cx, "SELECT w.person FROM rhythm_way w JOIN people_member m"
                   " ON m.person = w.person WHERE m.program = $1 AND w.away = 0"
                   " AND NOT EXISTS (SELECT 1 FROM rhythm_way n"
                   " WHERE n.person = w.person AND n.number > w.number)");

    *out = (struct persons){0};
    db_put_int(q, cx->actor->program);
    while (db_row(q))
        *LIST_PUSH(cx->mem, out) = (struct person){.id = {db_get_int(q)}};
    return db_end(q);
}

/* Those of all that the actor may read a note about. */
static bool keep_those(struct ctx *cx, const struct persons *all,
                       const struct persons *written, struct persons *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct person *p = &all->at[i];
        bool yes = false;
        if (!persons_have(written, p->id))
            continue;
        if (!may_know(cx, MAY_SEE, (struct about){p->id, TOPIC_WAY, 0}, &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = *p;
    }
    return true;
}

bool way_peers(struct ctx *cx, struct way_peers *out)
{
    struct persons written, peers, near;

    *out = (struct way_peers){0};
    if (!read_written(cx, &written) ||
        !people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++) {
        struct way_peer one = {.peer = peers.at[i]};
        if (!peer_members(cx, one.peer.id, &near) ||
            !keep_those(cx, &near, &written, &one.people))
            return false;
        if (one.people.n > 0)
            *LIST_PUSH(cx->mem, out) = one;
    }
    return true;
}
