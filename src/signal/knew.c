#include "signal/knew.h"

#include "contacts/contact.h"
#include "rhythm/meet.h"
#include "signal/signal_int.h"

bool knew_to_ask(struct ctx *cx, struct person *peer)
{
    const struct person_id me = cx->actor->person;

    *peer = (struct person){.first = ""};
    if (!may(cx, MAY_SEE, signal_of(me)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT p.id, p.first FROM people_peer w"
            " JOIN people_person p ON p.id = w.peer"
            " WHERE w.member = $1 AND w.since <= $2"
            " AND (w.until IS NULL OR w.until > $2) AND NOT EXISTS"
            " (SELECT 1 FROM signal_knew k WHERE k.person = $1"
            " AND k.peer = w.peer)"
            " AND (EXISTS (SELECT 1 FROM rhythm_time t WHERE t.person = $1"
            " AND t.peer = w.peer AND t.state = $3) OR EXISTS (SELECT 1"
            " FROM contacts_contact c WHERE c.person = $1 AND c.peer = w.peer"
            " AND c.kind < $4)) ORDER BY w.id");
    db_put_int(q, me.v);
    db_put_int(q, cx->now);
    db_put_int(q, MEET_HELD);
    db_put_int(q, CONTACT_NOTE);
    if (db_row(q)) {
        peer->id.v = db_get_int(q);
        peer->first = person_first_get(q, peer->id);
    }
    return db_end(q);
}

bool knew_answer(struct ctx *cx, struct person_id peer, enum knew answer)
{
    const struct person_id me = cx->actor->person;
    bool walks = false;

    if (answer < KNEW_SKIPPED || answer >= KNEW_ANSWERS)
        return fail(cx, ERR_INVALID, "knew", "Please choose one.");
    if (!may(cx, MAY_CHANGE, signal_of(me)) ||
        !peer_walks_with(cx, peer, me, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    struct query *q =
        db_sql(cx, "INSERT INTO signal_knew (person, peer, answer)"
                   " VALUES ($1, $2, $3) ON CONFLICT (person, peer)"
                   " DO UPDATE SET answer = excluded.answer, told = NULL");
    db_put_int(q, me.v);
    db_put_int(q, peer.v);
    db_put_int(q, answer);
    return db_end(q);
}

bool knew_is_unclear(struct ctx *cx, struct person_id whose, bool *yes)
{
    *yes = false;
    if (!may(cx, MAY_SEE, signal_of(whose)))
        return false;
    struct query *q = db_sql(cx, "SELECT 1 FROM signal_knew WHERE person = $1"
                                 " AND peer = $2 AND answer >= $3"
                                 " AND told IS NULL");
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, KNEW_NO);
    *yes = db_row(q);
    return db_end(q);
}

bool knew_told(struct ctx *cx, struct person_id whose)
{
    if (!may(cx, MAY_CHANGE, signal_of(whose)))
        return false;
    struct query *q = db_sql(cx, "UPDATE signal_knew SET told = $1"
                                 " WHERE person = $2 AND peer = $3");
    db_put_time(q, cx->now);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}
