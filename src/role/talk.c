#include "role/talk.h"

#include "db/db.h"
#include "people/people.h"
#include "role/card.h"

bool talk_good(enum talk t)
{
    return (int)t >= TALK_NONE && t < TALK_LEVELS;
}

enum talk talk_stricter(enum talk a, enum talk b)
{
    return a < b ? a : b;
}

bool talk_here(struct ctx *cx, int64_t program, enum talk *out)
{
    struct query *q = db_sql(cx, "SELECT talk FROM role_card WHERE program = $1"
                                 " ORDER BY version DESC LIMIT 1");

    *out = TALK_SHIPPED;
    db_put_int(q, program);
    if (db_row(q))
        *out = (enum talk)db_get_int(q);
    return db_end(q);
}

bool talk_of(struct ctx *cx, struct person_id peer, enum talk *out)
{
    struct query *q =
        db_sql(cx, "SELECT talk FROM role_talk WHERE person = $1");

    *out = TALK_OPEN;
    db_put_int(q, peer.v);
    if (db_row(q))
        *out = (enum talk)db_get_int(q);
    return db_end(q);
}

bool talk_choose(struct ctx *cx, enum talk level)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!talk_good(level))
        return fail(cx, ERR_INVALID, "talk", "Please choose one.");
    struct query *q =
        db_sql(cx, "INSERT INTO role_talk (person, talk) VALUES ($1, $2)"
                   " ON CONFLICT (person) DO UPDATE SET talk = excluded.talk");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, level);
    return db_end(q);
}

bool talk_holds(struct ctx *cx, struct person_id peer, enum talk *out)
{
    enum talk here = TALK_NONE, own = TALK_NONE;

    *out = TALK_NONE;
    if (!talk_here(cx, cx->actor->program, &here) || !talk_of(cx, peer, &own))
        return false;
    *out = talk_stricter(here, own);
    return true;
}

static bool add_rule(struct ctx *cx, const struct person *peer,
                     struct talk_rules *out)
{
    struct talk_rule *r = LIST_PUSH(cx->mem, out);

    *r = (struct talk_rule){.first = peer->first};
    return talk_holds(cx, peer->id, &r->level);
}

bool talk_rules(struct ctx *cx, struct talk_rules *out)
{
    struct role_card card;
    struct persons peers = {0};

    *out = (struct talk_rules){0};
    if (cx->actor->role == ROLE_PEER)
        *LIST_PUSH(cx->mem, &peers) =
            (struct person){.id = cx->actor->person, .first = ""};
    if (cx->actor->role == ROLE_PERSON &&
        !person_peers(cx, cx->actor->person, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        if (!add_rule(cx, &peers.at[i], out))
            return false;
    if (out->n)
        return true;
    if (!card_get(cx, &card))
        return false;
    *LIST_PUSH(cx->mem, out) = (struct talk_rule){"", card.talk};
    return true;
}

const char *talk_says(enum talk level, enum talk_reader to)
{
    static const char *const says[TALK_LEVELS][TALK_READERS] = {
        {N_("My peer and I do not talk about medicine here. I can take my "
            "questions to my prescriber."),
         N_("You and those you walk with do not talk about medicine. When "
            "it comes up, offer the questions for their prescriber."),
         N_("Peers and those they walk with do not talk about medicine here. "
            "When it comes "
            "up, offer the questions for their prescriber.")},
        {N_("My peer can help me with my own questions about medicine. What I "
            "take is between me and my prescriber."),
         N_("Help with their own questions about medicine. What to take is "
            "between them and their prescriber."),
         N_("Peers help with somebody's own questions about medicine. What to "
            "take is between them and who prescribes.")},
        {N_("My peer may tell me what they went through with medicine. It is "
            "their story, and no advice."),
         N_("You may tell what you went through with medicine, as your own "
            "story. It is no advice."),
         N_("Peers may tell what they went through with medicine, as their own "
            "story. It is no advice.")}};

    return says[talk_good(level) ? level : TALK_NONE][to];
}
