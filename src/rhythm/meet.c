#include "rhythm/meet.h"

#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"
#include "rhythm/reach.h"
#include "rhythm/rhythm.h"
#include "rhythm/space.h"
#include "rhythm/task.h"
#include "sharing/may.h"

bool meet_may_change(struct ctx *cx, struct person_id whose,
                     struct person_id peer)
{
    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_TIMES, 0}))
        return false;
    return is_herself(cx, whose) || person_same(cx->actor->person, peer) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is no such time.");
}

bool meet_walks(struct ctx *cx, struct person_id whose, struct person_id peer)
{
    bool walks = false;

    if (peer.v && !peer_walks_with(cx, peer, whose, &walks))
        return false;
    return walks || fail(cx, ERR_INVALID, "peer",
                         "Please choose somebody who walks with you.");
}

static struct place place_of(const char *column, int64_t id,
                             struct person_id whose)
{
    return (struct place){column, id, whose};
}

/* --- making and moving --- */

static bool at_fits(struct ctx *cx, int64_t at)
{
    if (at == TIME_NONE)
        return fail(cx, ERR_INVALID, "date", "Please choose a day and a time.");
    if (at <= cx->now)
        return fail(cx, ERR_INVALID, "date",
                    "Please choose a time that is still to come.");
    return day_of(at).days <= day_of(cx->now).days + MEET_AHEAD_MAX ||
           fail(cx, ERR_INVALID, "date",
                "Please choose a day in the next year.");
}

static bool fits(struct ctx *cx, const char *field, const char *words)
{
    return text_length(words) <= MEET_LINE_MAX ||
           fail(cx, ERR_INVALID, field, "Please make it a bit shorter.");
}

static bool program_of(struct ctx *cx, struct person_id whose, int64_t *program)
{
    struct person p;

    if (!person_get(cx, whose, &p))
        return false;
    *program = p.program;
    return true;
}

/* rhythm 0: a single one. */
static bool write_new(struct ctx *cx, struct meet *m, int64_t rhythm)
{
    int64_t program = 0;

    if (!program_of(cx, m->person, &program))
        return false;
    m->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO rhythm_time (id, person, program, peer, rhythm, slot,"
            " at, what, place, state, changed, by_whom)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)");
    db_put_int(q, m->id);
    db_put_int(q, m->person.v);
    db_put_int(q, program);
    db_put_int(q, m->peer.v);
    db_put_time(q, rhythm ? rhythm : TIME_NONE);
    db_put_time(q, rhythm ? m->at : TIME_NONE);
    db_put_int(q, m->at);
    seal_put(q, place_of("rhythm_time.what", m->id, m->person), m->what);
    seal_put(q, place_of("rhythm_time.place", m->id, m->person), m->place);
    db_put_int(q, cx->now);
    db_put_int(q, m->by.v);
    return db_end(q);
}

bool meet_make(struct ctx *cx, struct meet *m)
{
    m->by = cx->actor->person;
    return meet_may_change(cx, m->person, m->peer) &&
           meet_walks(cx, m->person, m->peer) && space_none(cx, m->person) &&
           at_fits(cx, m->at) && fits(cx, "what", m->what) &&
           fits(cx, "place", m->place) && write_new(cx, m, 0);
}

bool meet_of_rhythm(struct ctx *cx, const struct rhythm *r)
{
    struct meet m = {.person = r->person,
                     .peer = r->peer,
                     .at = r->next,
                     .what = r->what,
                     .place = ""};

    return write_new(cx, &m, r->id);
}

/* Of hers or between the two, and nothing has been said of it. over: its hour
 * must have come, or not yet. */
static bool get_set(struct ctx *cx, struct person_id whose, int64_t id,
                    bool over)
{
    struct meet m;

    if (!meet_get(cx, whose, id, &m) || !meet_may_change(cx, whose, m.peer))
        return false;
    if (m.state != MEET_SET)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This was said already. Here is how it stands.");
    if (m.over == over)
        return true;
    return fail(cx, ERR_CONFLICT, NULL,
                over ? "It is not time for that yet."
                     : "This time is over. It can still be said how it was.");
}

static bool change(struct ctx *cx, int64_t id, enum meet_state state)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_time SET state = $1, changed = $2,"
                   " by_whom = $3 WHERE id = $4 AND state = 0");

    db_put_int(q, state);
    db_put_int(q, cx->now);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, id);
    return db_end(q) && rhythm_go_on(cx);
}

/* What only she may do. */
static bool only_she(struct ctx *cx, struct person_id whose)
{
    return is_herself(cx, whose) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is no such time.");
}

bool meet_move(struct ctx *cx, struct person_id whose, int64_t id, int64_t at)
{
    if (!only_she(cx, whose) || !get_set(cx, whose, id, false) ||
        !space_none(cx, whose) || !at_fits(cx, at))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE rhythm_time SET at = $1, changed = $2, by_whom = $3"
                   " WHERE id = $4 AND state = 0");
    db_put_int(q, at);
    db_put_int(q, cx->now);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, id);
    return db_end(q);
}

bool meet_off(struct ctx *cx, struct person_id whose, int64_t id)
{
    return only_she(cx, whose) && get_set(cx, whose, id, false) &&
           change(cx, id, MEET_OFF_HERS);
}

bool meet_held(struct ctx *cx, struct person_id whose, int64_t id)
{
    struct meet m;

    return get_set(cx, whose, id, true) && meet_get(cx, whose, id, &m) &&
           change(cx, id, MEET_HELD) && task_close_met(cx, whose, m.peer, m.at);
}

/* --- taken off by her peer --- */

/* Only a way she marked safe, or face to face (R18). */
static bool way_is_safe(struct ctx *cx, struct person_id whose, enum told told)
{
    static const enum channel ways[] = {[TOLD_CALLED] = CHANNEL_CALL,
                                        [TOLD_TEXT] = CHANNEL_TEXT,
                                        [TOLD_WORD] = CHANNEL_WORD};
    struct reach r;

    if (told == TOLD_FACE || told == TOLD_NOT)
        return true;
    if (!reach_rule(cx, whose, &r))
        return false;
    return reach_has(&r, ways[told]) ||
           fail(cx, ERR_INVALID, "told",
                "That way is not marked as safe. Please choose another.");
}

/* One try is left for the next time: a voice mail is not the last word. */
static bool mail_fits(struct ctx *cx, struct person_id whose)
{
    struct reach r;

    if (!reach_rule(cx, whose, &r))
        return false;
    if (!reach_mail(&r))
        return fail(cx, ERR_INVALID, "mail",
                    "A voice mail is not marked as safe here.");
    return true;
}

static bool telling_fits(struct ctx *cx, struct person_id whose,
                         const struct telling *t)
{
    if (t->told <= TOLD_NONE || t->told > TOLD_NOT)
        return fail(cx, ERR_INVALID, "told",
                    "Please say how you told them. Then it can be saved.");
    if (!way_is_safe(cx, whose, t->told))
        return false;
    if (t->told == TOLD_WORD && !*t->who)
        return fail(cx, ERR_INVALID, "who",
                    "Please say with whom you left word.");
    return fits(cx, "who", t->who) &&
           (t->told != TOLD_NOT || (retry_fits(cx, t->retry, "retry") &&
                                    (!t->mail || mail_fits(cx, whose))));
}

static bool write_off(struct ctx *cx, struct person_id whose, int64_t id,
                      const struct telling *t)
{
    struct query *q = db_sql(
        cx, "UPDATE rhythm_time SET state = 3, changed = $1, by_whom = $2,"
            " told = $3, told_who = $4, retry = $5 WHERE id = $6"
            " AND state = 0");

    db_put_int(q, cx->now);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, t->told);
    seal_put(q, place_of("rhythm_time.told_who", id, whose),
             t->told == TOLD_WORD ? t->who : NULL);
    db_put_time(q, t->told == TOLD_NOT ? t->retry : TIME_NONE);
    db_put_int(q, id);
    return db_end(q) && rhythm_go_on(cx);
}

/* A task of the acting peer's about this time. */
static bool open_task(struct ctx *cx, struct task *k, int64_t meet)
{
    k->due = day_of(k->at == TIME_NONE ? cx->now : k->at);
    return task_open(cx, k, meet);
}

bool meet_off_peer(struct ctx *cx, struct person_id whose, int64_t id,
                   const struct telling *t)
{
    struct task k = {.person = whose, .kind = TASK_RETRY, .at = t->retry};

    if (!get_set(cx, whose, id, false) || !telling_fits(cx, whose, t) ||
        !write_off(cx, whose, id, t))
        return false;
    if (t->told != TOLD_NOT)
        return true;
    return open_task(cx, &k, id) &&
           (!t->mail ||
            task_try(cx, &k, CHANNEL_CALL, OUTCOME_WORD, TIME_NONE));
}

bool meet_move_peer(struct ctx *cx, struct person_id whose, int64_t id,
                    const struct telling *t, struct meet *to)
{
    struct meet old;

    if (!meet_get(cx, whose, id, &old) || !at_fits(cx, to->at))
        return false;
    if (to->at == old.at)
        return fail(cx, ERR_INVALID, "date",
                    "It is at this time already. Please choose another.");
    to->person = whose;
    to->peer = old.peer;
    to->what = old.what;
    to->place = old.place;
    return meet_off_peer(cx, whose, id, t) && meet_make(cx, to);
}

bool meet_missed(struct ctx *cx, struct person_id whose, int64_t id)
{
    const bool herself = is_herself(cx, whose);
    struct task k = {.person = whose, .kind = TASK_COURTESY, .at = TIME_NONE};
    struct date space;
    struct meet m;

    if (herself && !meet_get(cx, whose, id, &m))
        return false;
    if (herself && !m.left)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such time.");
    if (!get_set(cx, whose, id, true) || !change(cx, id, MEET_MISSED) ||
        !space_now(cx, whose, &space))
        return false;
    return herself || date_is_set(space) || open_task(cx, &k, id);
}

bool meet_close_all(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "UPDATE rhythm_time SET state = $1, changed = $2,"
                   " by_whom = person WHERE person = $3 AND state = 0"
                   " AND at > $2");

    db_put_int(q, MEET_SPACE);
    db_put_int(q, cx->now);
    db_put_int(q, whose.v);
    return db_end(q);
}
