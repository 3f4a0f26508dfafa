#include "visits/help.h"

#include "db/db.h"
#include "rhythm/space.h"
#include "sharing/may.h"
#include "sharing/permission.h"

/* What SQL alone knows of a line; the words come through visit_get(). */
static void read_row(struct query *q, struct help_line *l)
{
    l->visit.id.v = db_get_int(q);
    l->person.id.v = db_get_int(q);
    l->offered = db_get_int(q) != 0;
    l->offer = (enum offer_answer)db_get_int(q);
    l->company_is_me = db_get_bool(q);
}

static bool list_rows(struct ctx *cx, struct help_lines *out)
{
    struct query *q = db_sql(
        cx, "SELECT v.id, v.person, COALESCE(o.id, 0), COALESCE(o.answer, 0),"
            " CASE WHEN c.peer = $1 THEN 1 ELSE 0 END"
            " FROM people_peer w JOIN visits_visit v ON v.person = w.member"
            " LEFT JOIN visits_offer o ON o.visit = v.id AND o.peer = $1"
            " LEFT JOIN visits_company c ON c.visit = v.id"
            " WHERE w.peer = $1 AND w.since <= $2"
            " AND (w.until IS NULL OR w.until > $2)"
            " AND v.state = $3 AND v.at > $4 AND v.at < $5"
            " ORDER BY v.at, v.id LIMIT $6");

    *out = (struct help_lines){0};
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, time_at(day_of(cx->now), 0));
    db_put_int(q, cx->now + HELP_DAYS * (int64_t)86400);
    db_put_int(q, HELP_LINES_MAX);
    while (db_row(q))
        read_row(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

static bool knows(struct ctx *cx, struct person_id whose, bool *yes)
{
    return may_know(cx, MAY_SEE, (struct about){whose, TOPIC_VISITS, 0}, yes) &&
           (!*yes ||
            may_know(cx, MAY_SEE, (struct about){whose, TOPIC_READY, 0}, yes));
}

static bool fill(struct ctx *cx, struct help_line *l)
{
    struct person_id whose = l->person.id;

    if (!person_get(cx, whose, &l->person) ||
        !space_now(cx, whose, &l->space) ||
        !visit_get(cx, whose, l->visit.id, &l->visit) ||
        !prep_for(cx, whose, l->visit.id, &l->prep) ||
        !company_wanted(cx, whose, l->visit.id, &l->wanted))
        return false;
    if (l->company_is_me &&
        !may_know(cx, MAY_SEE,
                  (struct about){whose, TOPIC_COMPANY, l->visit.id.v},
                  &l->reads_card))
        return false;
    if (l->prep.mode != PREP_PEER_TYPES ||
        !person_same(l->prep.helper, cx->actor->person))
        return true;
    return may_know(cx, MAY_CHANGE,
                    (struct about){whose, TOPIC_ANSWERS, l->prep.id.v},
                    &l->may_type);
}

bool help_list(struct ctx *cx, struct help_lines *out)
{
    struct help_lines all;

    *out = (struct help_lines){0};
    if (!list_rows(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        bool yes = false;
        if (!knows(cx, all.at[i].person.id, &yes))
            return false;
        if (!yes)
            continue;
        if (!fill(cx, &all.at[i]))
            return false;
        *LIST_PUSH(cx->mem, out) = all.at[i];
    }
    return true;
}

bool offer_make(struct ctx *cx, struct person_id whose, struct visit_id visit)
{
    struct visit v;

    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_READY, 0}) ||
        !visit_get(cx, whose, visit, &v) || !space_none(cx, whose))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO visits_offer (id, visit, person, peer, at,"
                   " answer) VALUES ($1, $2, $3, $4, $5, $6)"
                   " ON CONFLICT (visit, peer) DO NOTHING");
    db_put_int(q, db_new_id(cx));
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    db_put_int(q, OFFER_OPEN);
    return db_end(q);
}

static bool read_offers(struct ctx *cx, struct query *q, struct person_id whose,
                        struct offers *out)
{
    *out = (struct offers){0};
    while (db_row(q)) {
        struct offer *o = LIST_PUSH(cx->mem, out);
        o->id = db_get_int(q);
        o->visit.id.v = db_get_int(q);
        o->peer.v = db_get_int(q);
        o->answer = (enum offer_answer)db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!visit_get(cx, whose, out->at[i].visit.id, &out->at[i].visit))
            return false;
    return true;
}

bool offer_list_open(struct ctx *cx, struct person_id whose, struct offers *out)
{
    struct date space;

    *out = (struct offers){0};
    if (!space_now(cx, whose, &space))
        return false;
    if (date_is_set(space))
        return true;
    struct query *q =
        db_sql(cx, "SELECT o.id, o.visit, o.peer, o.answer FROM visits_offer o"
                   " JOIN visits_visit v ON v.id = o.visit"
                   " WHERE o.person = $1 AND v.person = $1 AND o.answer = $2"
                   " AND o.answered IS NULL AND v.state = $3 AND v.at > $4"
                   " ORDER BY v.at, v.id, o.id LIMIT 5");

    db_put_int(q, whose.v);
    db_put_int(q, OFFER_OPEN);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now);
    return read_offers(cx, q, whose, out);
}

bool offer_accepted(struct ctx *cx, struct person_id whose,
                    struct visit_id visit, struct offer *out)
{
    struct offers found;
    struct query *q =
        db_sql(cx, "SELECT id, visit, peer, answer FROM visits_offer"
                   " WHERE person = $1 AND visit = $2 AND answer = $3"
                   " ORDER BY answered DESC LIMIT 1");

    db_put_int(q, whose.v);
    db_put_int(q, visit.v);
    db_put_int(q, OFFER_YES);
    if (!read_offers(cx, q, whose, &found))
        return false;
    *out = found.n ? found.at[0] : (struct offer){0};
    return true;
}

bool offer_reply(struct ctx *cx, struct person_id whose, int64_t offer,
                 bool yes)
{
    if (!may(cx, MAY_SEND, (struct about){whose, TOPIC_READY, 0}))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE visits_offer SET answer = $1, answered = $2"
                   " WHERE id = $3 AND person = $4 RETURNING id");
    db_put_int(q, yes ? OFFER_YES : OFFER_NOT_NOW);
    db_put_int(q, cx->now);
    db_put_int(q, offer);
    db_put_int(q, whose.v);
    return db_end_one(q);
}

static bool end_permissions(struct ctx *cx, const struct prep *p)
{
    return permission_end_thing(
        cx, (struct about){p->person, TOPIC_ANSWERS, p->id.v});
}

bool help_let_type(struct ctx *cx, struct prep *p, struct person_id peer)
{
    struct permission give = {
        .what = {p->person, TOPIC_ANSWERS, p->id.v},
        .to = peer,
        .purpose = N_("typing for me today"),
        .until = time_at((struct date){day_of(cx->now).days + 1}, 0)};
    bool walks = false;

    if (!peer_walks_with(cx, peer, p->person, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return prep_set_mode(cx, p, PREP_PEER_TYPES, peer) &&
           end_permissions(cx, p) && permission_give(cx, &give);
}

bool help_leave(struct ctx *cx, const struct prep *p)
{
    struct query *q =
        db_sql(cx, "UPDATE visits_prep SET helper = NULL"
                   " WHERE id = $1 AND person = $2 AND helper = $3");

    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool help_end(struct ctx *cx, struct prep *p)
{
    return prep_set_mode(cx, p, PREP_ALONE, (struct person_id){0}) &&
           end_permissions(cx, p);
}
