#include "fit/change.h"

#include "base/text.h"
#include "db/db.h"
#include "fit/fit_int.h"
#include "sharing/permission.h"

struct place change_place(int64_t id, struct person_id whose)
{
    return (struct place){"fit_change.words", id, whose};
}

static struct about change_of(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_ANOTHER_PEER, id};
}

static bool is_peer_here(struct ctx *cx, struct person_id who, bool *yes)
{
    struct persons peers;

    if (!people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_PEER), &peers))
        return false;
    *yes = persons_have(&peers, who);
    return true;
}

static bool can_have_a_peer(struct ctx *cx)
{
    bool staff = false;

    if (!person_works_here(cx, cx->actor->person, &staff))
        return false;
    return !staff ||
           fail(cx, ERR_CONFLICT, NULL,
                "You work here too, so your things are closed to your "
                "colleagues. You can say yes to someone yourself.");
}

static bool check(struct ctx *cx, struct person_id wants,
                  struct person_id instead)
{
    bool here = !wants.v, walks = !instead.v, near = false;

    if (wants.v && (!is_peer_here(cx, wants, &here) ||
                    !peer_walks_with(cx, wants, cx->actor->person, &near)))
        return false;
    if (!here)
        return fail(cx, ERR_INVALID, "wants", "Please choose who it may be.");
    if (near)
        return fail(cx, ERR_INVALID, "wants",
                    "This peer walks with you already. Please choose another.");
    if (instead.v && !peer_walks_with(cx, instead, cx->actor->person, &walks))
        return false;
    return walks || fail(cx, ERR_INVALID, "instead",
                         "Please choose somebody who walks with you.");
}

/* Ends what is open of hers, and who could see it sees it no more. */
static bool end(struct ctx *cx, struct person_id whose, int64_t id,
                enum change_state how, const char *words)
{
    struct query *q =
        db_sql(cx, "UPDATE fit_change SET state = $1, ended = $2, words = $3"
                   " WHERE id = $4 AND person = $5 AND state = $6"
                   " RETURNING id");

    db_put_int(q, how);
    db_put_time(q, cx->now);
    seal_put(q, change_place(id, whose), words);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, CHANGE_OPEN);
    return db_end_one(q);
}

bool change_take_back(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    return may(cx, MAY_CHANGE, change_of(me, id)) &&
           end(cx, me, id, CHANGE_BACK, "") &&
           permission_end_thing(cx, change_of(me, id));
}

static bool tell_who_leads(struct ctx *cx, int64_t id)
{
    struct persons lead;

    if (!people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_SUPERVISOR), &lead))
        return false;
    for (size_t i = 0; i < lead.n; i++) {
        struct permission p = {.what = change_of(cx->actor->person, id),
                               .to = lead.at[i].id,
                               .purpose = N_("having another peer"),
                               .until = TIME_NONE};
        if (!permission_give(cx, &p))
            return false;
    }
    return true;
}

static bool insert(struct ctx *cx, int64_t id, struct person_id wants,
                   struct person_id instead)
{
    struct query *q =
        db_sql(cx, "INSERT INTO fit_change (id, person, wants, instead, made,"
                   " state) VALUES ($1, $2, $3, $4, $5, $6)");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, wants.v);
    db_put_int(q, instead.v);
    db_put_time(q, cx->now);
    db_put_int(q, CHANGE_OPEN);
    return db_end(q);
}

bool change_ask(struct ctx *cx, struct person_id wants,
                struct person_id instead)
{
    struct change before;

    if (!may(cx, MAY_CHANGE, change_of(cx->actor->person, 0)) ||
        !can_have_a_peer(cx) || !check(cx, wants, instead) ||
        !change_mine(cx, &before))
        return false;
    if (before.id && before.state == CHANGE_OPEN &&
        !change_take_back(cx, before.id))
        return false;
    const int64_t id = db_new_id(cx);
    return insert(cx, id, wants, instead) && tell_who_leads(cx, id);
}

/* --- read --- */

/* A row of fit_named. */
static void take(struct ctx *cx, struct query *q, struct change *c)
{
    struct person her = {.first = ""};

    c->id = db_get_int(q);
    her.id = c->person = (struct person_id){db_get_int(q)};
    c->made = db_get_time(q);
    c->state = (enum change_state)db_get_int(q);
    c->words = seal_get(q, change_place(c->id, c->person));
    c->wants.v = db_get_int(q);
    c->wants_name = person_first_get(q, c->wants);
    c->instead.v = db_get_int(q);
    c->instead_name = person_first_get(q, c->instead);
    her.first = person_first_get(q, her.id);
    her.name = person_name_get(q, her.id);
    c->who = person_on_board(cx->mem, &her);
}

bool change_mine(struct ctx *cx, struct change *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct change){.wants_name = "", .instead_name = "", .words = ""};
    if (!may(cx, MAY_SEE, change_of(me, 0)))
        return false;
    struct query *q = db_sql(cx, "SELECT * FROM fit_named WHERE person = $1"
                                 " ORDER BY id DESC LIMIT 1");
    db_put_int(q, me.v);
    if (db_row(q))
        take(cx, q, out);
    return db_end(q);
}

/* id 0: it is open no more, or she works here since. */
static bool get_open(struct ctx *cx, int64_t id, struct change *out)
{
    struct query *q = db_sql(cx, "SELECT * FROM fit_named WHERE id = $1"
                                 " AND state = $2");
    bool staff = false;

    *out = (struct change){0};
    db_put_int(q, id);
    db_put_int(q, CHANGE_OPEN);
    if (db_row(q))
        take(cx, q, out);
    if (!db_end(q) || (out->id && !person_works_here(cx, out->person, &staff)))
        return false;
    if (staff)
        *out = (struct change){0};
    return true;
}

bool change_list(struct ctx *cx, struct changes *out)
{
    struct permissions open;

    *out = (struct changes){0};
    if (!permission_to_me(cx, TOPIC_ANOTHER_PEER, &open))
        return false;
    for (size_t i = open.n; i-- > 0;) {
        struct change c;
        if (!may(cx, MAY_SEE, open.at[i].what) ||
            !get_open(cx, open.at[i].what.thing, &c))
            return false;
        if (c.id)
            *LIST_PUSH(cx->mem, out) = c;
    }
    return true;
}

/* --- answered --- */

static bool answers(struct ctx *cx, int64_t id, struct change *c)
{
    if (!get_open(cx, id, c))
        return false;
    if (!c->id)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return may(cx, MAY_CHANGE, change_of(c->person, id));
}

/* The two may have ended it since. */
static bool leave(struct ctx *cx, const struct change *c)
{
    bool walks = false;

    return !c->instead.v ||
           (peer_walks_with(cx, c->instead, c->person, &walks) &&
            (!walks || peer_leave(cx, c->instead, c->person)));
}

bool change_done(struct ctx *cx, int64_t id, struct person_id peer)
{
    bool here = false;
    struct change c;

    if (!answers(cx, id, &c) || !is_peer_here(cx, peer, &here))
        return false;
    if (!here || person_same(peer, c.instead))
        return fail(cx, ERR_INVALID, "peer", "Please choose who it will be.");
    return peer_join(cx, peer, c.person) && leave(cx, &c) &&
           end(cx, c.person, id, CHANGE_DONE, "");
}

bool change_not_now(struct ctx *cx, int64_t id, const char *words)
{
    struct change c;

    if (!answers(cx, id, &c))
        return false;
    if (!*words)
        return fail(cx, ERR_INVALID, "words",
                    "Please write a few words: they read them.");
    if (!text_fits(cx, "words", words, CHANGE_LETTERS_MAX))
        return false;
    return end(cx, c.person, id, CHANGE_NOT_NOW, words);
}
