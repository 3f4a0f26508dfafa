#include "meetings/back.h"

#include "meetings/meetings_int.h"
#include "rhythm/space.h"

struct place back_place(int64_t back, struct person_id whose)
{
    return (struct place){"meetings_back.words", back, whose};
}

struct place why_place(int64_t back, struct person_id whose)
{
    return (struct place){"meetings_back.why", back, whose};
}

/* --- the peer's side --- */

bool back_is_owed(struct ctx *cx, const struct meeting *m,
                  struct person_id whose, struct person_id peer, bool *yes)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(*) FROM meetings_word w"
            " WHERE w.meeting = $1 AND w.person = $2 AND w.peer = $3"
            " AND EXISTS (SELECT 1 FROM meetings_began s"
            " WHERE s.meeting = w.meeting AND s.who = w.peer)"
            " AND NOT EXISTS (SELECT 1 FROM meetings_began h"
            " WHERE h.meeting = w.meeting AND h.who <> w.peer"
            " AND NOT EXISTS (SELECT 1 FROM meetings_named n"
            " WHERE n.word = w.id AND n.who = h.who))"
            " AND EXISTS (SELECT 1 FROM sharing_permission p"
            " WHERE p.person = w.person AND p.reader = w.peer AND p.topic = $4"
            " AND p.thing = w.meeting AND p.since < CAST($5 AS BIGINT) + $6"
            " AND (p.until IS NULL OR p.until > $5)"
            " AND (p.ended IS NULL OR p.ended > $5))");

    db_put_int(q, m->id);
    db_put_int(q, whose.v);
    db_put_int(q, peer.v);
    db_put_int(q, TOPIC_MEETING);
    db_put_int(q, m->at);
    db_put_int(q, MEETING_SECONDS);
    *yes = db_row(q) && db_get_int(q) > 0;
    return db_end(q);
}

bool back_was_allowed(struct ctx *cx, const struct meeting *m,
                      struct person_id whose, bool *yes)
{
    return back_is_owed(cx, m, whose, cx->actor->person, yes);
}

static bool check(struct ctx *cx, const struct back *b, bool allowed)
{
    if (!*b->words)
        return fail(cx, ERR_INVALID, "words", "Please write what was said.");
    if (!text_fits(cx, "words", b->words, BACK_WORDS_MAX))
        return false;
    if (allowed)
        return true;
    if (!*b->why)
        return fail(cx, ERR_INVALID, "why",
                    "There was no yes for this. Please write why it could not "
                    "wait.");
    return text_fits(cx, "why", b->why, BACK_WORDS_MAX);
}

static bool not_too_many(struct ctx *cx, const struct back *b)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM meetings_back"
                                 " WHERE person = $1 AND meeting = $2");

    db_put_int(q, b->person.v);
    db_put_int(q, b->meeting);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < BACKS_A_MEETING ||
           fail(cx, ERR_CONFLICT, NULL,
                "A lot is written about this meeting already. Please talk "
                "about the rest.");
}

static bool insert(struct ctx *cx, struct back *b)
{
    b->id = db_new_id(cx);
    b->at = cx->now;
    struct query *q =
        db_sql(cx, "INSERT INTO meetings_back (id, person, meeting, peer,"
                   " words, why, at) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, b->id);
    db_put_int(q, b->person.v);
    db_put_int(q, b->meeting);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, back_place(b->id, b->person), b->words);
    seal_put(q, why_place(b->id, b->person), *b->why ? b->why : NULL);
    db_put_int(q, b->at);
    return db_end(q);
}

bool back_write(struct ctx *cx, const struct meeting *m, struct back *b)
{
    bool allowed = false;

    b->meeting = m->id;
    if (!may(cx, MAY_CHANGE, (struct about){b->person, TOPIC_RECORD, 0}) ||
        !back_was_allowed(cx, m, b->person, &allowed))
        return false;
    if (m->at > cx->now)
        return fail(cx, ERR_CONFLICT, NULL, "This meeting is still to come.");
    if (allowed)
        b->why = "";
    return check(cx, b, allowed) && not_too_many(cx, b) && insert(cx, b);
}

static void take_to_bring(struct ctx *cx, struct query *q,
                          const struct spaces *spaces, struct to_bring *b)
{
    *b = (struct to_bring){.person = {db_get_int(q)}};
    b->meeting = db_get_int(q);
    b->team_name = db_get_text(q);
    b->by = db_get_date(q);
    b->how = (enum hear_how)db_get_int(q);
    b->name = person_first_get(q, b->person);
    b->space = space_of(spaces, b->person);
    b->late = b->by.days < day_of(cx->now).days && !date_is_set(b->space);
}

/* Of those found, the ones whose peer the actor still is. */
static bool keep_near(struct ctx *cx, const struct to_brings *all,
                      struct to_brings *out)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct about time = {all->at[i].person, TOPIC_RECORD, 0};
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE, time, &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all->at[i];
    }
    return true;
}

bool back_to_bring(struct ctx *cx, struct to_brings *out)
{
    struct to_brings all = {0};
    struct spaces spaces;

    *out = (struct to_brings){0};
    if (!space_all(cx, cx->actor->program, &spaces))
        return false;
    struct query *q = db_sql(
        cx, "SELECT w.person, w.meeting, t.name, w.hear_day, w.how, m.first"
            " FROM meetings_word w"
            " JOIN meetings_meeting g ON g.id = w.meeting"
            " JOIN people_team t ON t.id = g.team"
            " JOIN people_person m ON m.id = w.person"
            " WHERE w.peer = $1 AND w.hear_day IS NOT NULL AND g.at <= $2"
            " AND g.called_off IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM meetings_back b"
            " WHERE b.person = w.person AND b.meeting = w.meeting)"
            " AND EXISTS (SELECT 1 FROM meetings_began s"
            " WHERE s.meeting = w.meeting AND s.who = w.peer)"
            " AND NOT EXISTS (SELECT 1 FROM meetings_began h"
            " WHERE h.meeting = w.meeting AND h.who <> w.peer"
            " AND NOT EXISTS (SELECT 1 FROM meetings_named n"
            " WHERE n.word = w.id AND n.who = h.who))"
            " AND EXISTS (SELECT 1 FROM sharing_permission p"
            " WHERE p.person = w.person AND p.reader = w.peer AND p.topic = $3"
            " AND p.thing = w.meeting AND p.since < g.at + $4"
            " AND (p.until IS NULL OR p.until > g.at)"
            " AND (p.ended IS NULL OR p.ended > g.at))"
            " ORDER BY w.hear_day, w.id LIMIT $5");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_int(q, TOPIC_MEETING);
    db_put_int(q, MEETING_SECONDS);
    db_put_int(q, MEETINGS_SHOWN);
    while (db_row(q))
        take_to_bring(cx, q, &spaces, LIST_PUSH(cx->mem, &all));
    return db_end(q) && keep_near(cx, &all, out);
}

/* --- hers --- */

static bool list(struct ctx *cx, bool heard, struct backs *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(
        cx, "SELECT b.id, b.meeting, b.words, b.why, b.at, b.heard, b.peer,"
            " p.first, t.name, m.at FROM meetings_back b"
            " JOIN meetings_meeting m ON m.id = b.meeting"
            " JOIN people_team t ON t.id = m.team"
            " JOIN people_person p ON p.id = b.peer WHERE b.person = $1"
            " AND (b.heard IS NOT NULL) = ($2 = 1) ORDER BY b.id DESC");

    db_put_int(q, me.v);
    db_put_int(q, heard);
    while (out->n < MEETINGS_SHOWN && db_row(q)) {
        struct back *b = LIST_PUSH(cx->mem, out);
        *b = (struct back){.id = db_get_int(q), .person = me};
        b->meeting = db_get_int(q);
        b->words = seal_get(q, back_place(b->id, me));
        b->why = seal_get(q, why_place(b->id, me));
        b->at = db_get_int(q);
        b->heard = db_get_time(q);
        const struct person_id peer = {db_get_int(q)};
        b->peer_name = person_first_get(q, peer);
        b->team_name = db_get_text(q);
        b->when = db_get_int(q);
    }
    return db_end(q);
}

bool back_list_new(struct ctx *cx, struct backs *out)
{
    *out = (struct backs){0};
    return may(cx, MAY_CHANGE,
               (struct about){cx->actor->person, TOPIC_MEETING, 0}) &&
           list(cx, false, out);
}

bool back_list(struct ctx *cx, struct backs *out)
{
    return back_list_new(cx, out) && list(cx, true, out);
}

bool back_heard(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_CHANGE, (struct about){me, TOPIC_MEETING, 0}))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE meetings_back SET heard = COALESCE(heard, $1)"
                   " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_int(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}
