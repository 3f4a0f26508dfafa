/* The agenda of a meeting, for a peer who is there. R49, R54; day 5.2, 12:00.
 *
 * Asked anew each time it is drawn: may() says at this second whether she lets
 * the peer speak, and everybody at the table must be somebody she named. */
#include "meetings/back.h"
#include "meetings/meetings_int.h"
#include "rhythm/space.h"

static const struct word no_word = {.topics = {"", "", "", "", ""},
                                    .dont = {"", "", ""},
                                    .hear_day = {INT32_MIN},
                                    .until = TIME_NONE};

/* What she wrote for the acting peer, when all at the table are named. */
static bool covered_word(struct ctx *cx, const struct meeting *m,
                         struct person_id whose, bool *found, struct word *w)
{
    struct query *q = db_sql(
        cx, "SELECT w.id, w.voice, w.topics, w.dont, w.hear, w.hear_day,"
            " w.how FROM meetings_word w WHERE w.meeting = $1 AND w.person = $2"
            " AND w.peer = $3 AND EXISTS (SELECT 1 FROM meetings_there s"
            " WHERE s.meeting = w.meeting AND s.who = w.peer) AND NOT EXISTS"
            " (SELECT 1 FROM meetings_sat h WHERE h.meeting = w.meeting"
            " AND h.who <> w.peer AND NOT EXISTS (SELECT 1 FROM"
            " meetings_named n WHERE n.word = w.id AND n.who = h.who))");

    *w = no_word;
    w->person = whose;
    w->meeting = m->id;
    w->peer = cx->actor->person;
    db_put_int(q, m->id);
    db_put_int(q, whose.v);
    db_put_int(q, w->peer.v);
    *found = db_row(q);
    if (*found) {
        w->id = db_get_int(q);
        w->voice = (enum voice)db_get_int(q);
        word_lines(cx, seal_get(q, topics_place(w->id, whose)), w->topics,
                   TOPICS_MAX);
        word_lines(cx, seal_get(q, dont_place(w->id, whose)), w->dont,
                   DONTS_MAX);
        w->hear = (enum hear)db_get_int(q);
        w->hear_day = db_get_date(q);
        w->how = (enum hear_how)db_get_int(q);
        w->seated = w->covered = w->given = true;
    }
    return db_end(q);
}

static bool read_row(struct ctx *cx, const struct meeting *m,
                     struct agenda_row *r)
{
    const struct about what = {r->who.id, TOPIC_MEETING, m->id};

    r->name = person_on_board(cx->mem, &r->who);
    r->word = no_word;
    if (!may_know(cx, MAY_SEE, what, &r->yes))
        return false;
    if (!r->yes)
        return true;
    if (!covered_word(cx, m, r->who.id, &r->yes, &r->word))
        return false;
    /* Her words are shown: that leaves its line. */
    return !r->yes || may(cx, MAY_SEE, what);
}

/* What stays of a meeting: by when she hears back, and when it came back. None
 * of her words, nor of those brought to her. */
static bool read_after(struct ctx *cx, const struct meeting *m,
                       struct agenda_row *r)
{
    struct query *q =
        db_sql(cx, "SELECT w.hear_day, w.how FROM meetings_word w"
                   " WHERE w.meeting = $1 AND w.person = $2 AND w.peer = $3");

    db_put_int(q, m->id);
    db_put_int(q, r->who.id.v);
    db_put_int(q, cx->actor->person.v);
    if (db_row(q) && r->had) {
        r->by = db_get_date(q);
        r->how = (enum hear_how)db_get_int(q);
    }
    if (!db_end(q))
        return false;
    q = db_sql(cx, "SELECT at, CASE WHEN why IS NULL THEN 0 ELSE 1 END"
                   " FROM meetings_back WHERE meeting = $1 AND person = $2"
                   " AND peer = $3 ORDER BY id DESC LIMIT 1");
    db_put_int(q, m->id);
    db_put_int(q, r->who.id.v);
    db_put_int(q, cx->actor->person.v);
    if (db_row(q)) {
        r->brought = db_get_time(q);
        r->emergency = db_get_bool(q);
    }
    return db_end(q);
}

static bool read_all(struct ctx *cx, const struct meeting *m,
                     struct agenda_row *r)
{
    if (!read_row(cx, m, r))
        return false;
    if (m->at > cx->now)
        return true;
    return back_was_allowed(cx, m, r->who.id, &r->had) && read_after(cx, m, r);
}

bool agenda_get(struct ctx *cx, const struct meeting *m, struct agenda *out)
{
    struct persons near;
    struct agenda had = {0}, no = {0};
    struct spaces spaces;

    *out = (struct agenda){0};
    if (!peer_members(cx, cx->actor->person, &near) ||
        !space_all(cx, cx->actor->program, &spaces))
        return false;
    for (size_t i = 0; i < near.n; i++) {
        struct agenda_row r = {.who = near.at[i],
                               .name = "",
                               .by = DATE_NONE,
                               .space = space_of(&spaces, near.at[i].id),
                               .brought = TIME_NONE};
        if (!read_all(cx, m, &r))
            return false;
        *LIST_PUSH(cx->mem, r.yes ? out : r.had ? &had : &no) = r;
    }
    for (size_t i = 0; i < had.n; i++)
        *LIST_PUSH(cx->mem, out) = had.at[i];
    for (size_t i = 0; i < no.n; i++)
        *LIST_PUSH(cx->mem, out) = no.at[i];
    return true;
}

bool agenda_carry(struct ctx *cx, const struct meeting *m, struct agenda *out)
{
    struct agenda all;

    *out = (struct agenda){0};
    if (!agenda_get(cx, m, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct agenda_row *r = &all.at[i];
        if (!r->yes)
            continue;
        if (!may(cx, MAY_CARRY,
                 (struct about){r->who.id, TOPIC_MEETING, m->id}))
            return false;
        *LIST_PUSH(cx->mem, out) = *r;
    }
    return true;
}
