#include "mediation/helped.h"

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/permission.h"
#include "voice/words.h"

static struct place word_place(int64_t id, struct person_id whose)
{
    return (struct place){"mediation_helped.word", id, whose};
}

static struct about helped_of(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_HELPED, id};
}

/* --- saying it --- */

/* Who made a promise that went with what she said yes to; {0}: none did. */
static struct person_id who_agreed(const struct sides *v,
                                   struct said_id promise)
{
    for (size_t i = 0; i < v->replies.n; i++) {
        const struct reply *r = &v->replies.at[i];
        for (size_t k = 0; k < r->promises.n; k++)
            if (r->answer == REPLY_RIGHT && r->promises.at[k].id.v == promise.v)
                return (struct person_id){r->author};
    }
    return (struct person_id){0};
}

/* What she said of it before is nobody's, and gone. */
static bool forget_before(struct ctx *cx, struct said_id promise)
{
    const struct person_id me = cx->actor->person;
    int64_t before = 0;
    struct query *q = db_sql(cx, "DELETE FROM mediation_helped"
                                 " WHERE person = $1 AND promise = $2"
                                 " RETURNING id");

    db_put_int(q, me.v);
    db_put_int(q, promise.v);
    if (db_row(q))
        before = db_get_int(q);
    return db_end(q) &&
           (!before || permission_end_thing(cx, helped_of(me, before)));
}

static bool insert(struct ctx *cx, struct said_id id,
                   const struct helped_said *h, int64_t row)
{
    const struct person_id me = cx->actor->person;
    struct query *q =
        db_sql(cx, "INSERT INTO mediation_helped (id, person, mediation,"
                   " promise, helped, word, team, at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, row);
    db_put_int(q, me.v);
    db_put_int(q, id.v);
    db_put_int(q, h->promise.v);
    db_put_int(q, h->helped);
    seal_put(q, word_place(row, me), *h->word ? h->word : NULL);
    db_put_int(q, h->team);
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool give(struct ctx *cx, int64_t row, struct person_id to)
{
    struct permission p = {.what = helped_of(cx->actor->person, row),
                           .to = to,
                           .purpose = N_("what helped, and what did not"),
                           .until = TIME_NONE};

    return permission_give(cx, &p);
}

bool helped_readers(struct ctx *cx, const struct sides *v, struct persons *out)
{
    struct persons leads, peers;

    *out = (struct persons){0};
    if (v->protects)
        return true;
    if (!person_peers(cx, cx->actor->person, &peers) ||
        !people_staff(cx, cx->actor->program, ROLE_BIT(ROLE_SUPERVISOR),
                      &leads))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        if (person_same(peers.at[i].id, v->hers.peer))
            *LIST_PUSH(cx->mem, out) = peers.at[i];
    for (size_t i = 0; i < leads.n; i++)
        *LIST_PUSH(cx->mem, out) = leads.at[i];
    return true;
}

bool helped_say(struct ctx *cx, struct said_id id, const struct helped_said *h)
{
    struct sides v;
    struct persons to;

    if (!sides_get(cx, id, &v))
        return false;
    const struct person_id who = who_agreed(&v, h->promise);
    if (!who.v)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!text_fits(cx, "word", h->word, HELPED_WORD_MAX))
        return false;
    const int64_t row = db_new_id(cx);
    if (!forget_before(cx, h->promise) || !insert(cx, id, h, row) ||
        !helped_readers(cx, &v, &to))
        return false;
    for (size_t i = 0; i < to.n; i++)
        if (!give(cx, row, to.at[i].id))
            return false;
    return !h->team || v.protects || give(cx, row, who);
}

bool helped_close(struct ctx *cx, struct said_id id)
{
    const struct person_id me = cx->actor->person;
    struct said_id all[HELPED_SHOWN];
    size_t n = 0;
    struct query *q =
        db_sql(cx, "SELECT id FROM mediation_helped WHERE mediation = $1"
                   " AND person = $2 ORDER BY id DESC LIMIT $3");

    db_put_int(q, id.v);
    db_put_int(q, me.v);
    db_put_int(q, HELPED_SHOWN);
    while (n < HELPED_SHOWN && db_row(q))
        all[n++].v = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!permission_end_thing(cx, helped_of(me, all[i].v)))
            return false;
    return true;
}

/* --- reading it --- */

static void take(struct query *q, struct person_id whose, struct helped *h)
{
    h->id = db_get_int(q);
    h->helped = db_get_int(q) != 0;
    h->word = seal_get(q, word_place(h->id, whose));
    h->at = db_get_time(q);
}

static bool of_promise(struct ctx *cx, struct person_id whose,
                       struct said_id promise, struct helped *h)
{
    struct query *q =
        db_sql(cx, "SELECT id, helped, word, at FROM mediation_helped"
                   " WHERE person = $1 AND promise = $2");

    *h = (struct helped){.word = ""};
    db_put_int(q, whose.v);
    db_put_int(q, promise.v);
    if (db_row(q))
        take(q, whose, h);
    return db_end(q);
}

/* The actor may know it at this second; else it is as if it was never said. */
static bool let_know(struct ctx *cx, struct person_id whose, struct helped *h)
{
    const struct about what = helped_of(whose, h->id);
    bool yes = false, protects = false;

    if (!h->id || is_herself(cx, whose))
        return true;
    if (!may_know(cx, MAY_SEE, what, &yes) || !part2_protects(cx, &protects))
        return false;
    if (yes && !protects)
        return may(cx, MAY_SEE, what);
    *h = (struct helped){.word = ""};
    return true;
}

/* Who has her word at this second: she may end each yes apart. */
static bool name_readers(struct ctx *cx, struct person_id whose,
                         struct person_id other, struct rally_line *l)
{
    struct permissions given = {0};
    struct texts names = {0};

    l->readers = "";
    if (!l->mine.id || !is_herself(cx, whose))
        return true;
    if (!permission_list_about(cx, helped_of(whose, l->mine.id), &given))
        return false;
    for (size_t i = given.n; i-- > 0;) {
        const struct permission *p = &given.at[i];
        if (!permission_is_valid(cx, p))
            continue;
        *LIST_PUSH(cx->mem, &names) = p->name;
        l->team |= person_same(p->to, other);
    }
    l->readers = names_joined(cx->mem, cx->lang, &names);
    return true;
}

bool rally_list(struct ctx *cx, struct person_id whose,
                const struct replies *agreed, struct rally *out)
{
    *out = (struct rally){0};
    for (size_t i = 0; i < agreed->n; i++) {
        const struct reply *r = &agreed->at[i];
        for (size_t k = 0; r->answer == REPLY_RIGHT && k < r->promises.n; k++) {
            struct rally_line *l = LIST_PUSH(cx->mem, out);
            *l = (struct rally_line){.promise = r->promises.at[k],
                                     .who = r->who};
            if (!of_promise(cx, whose, l->promise.id, &l->mine) ||
                !let_know(cx, whose, &l->mine) ||
                !name_readers(cx, whose, (struct person_id){r->author}, l))
                return false;
        }
    }
    return true;
}

/* The row that a permission names; promise {0}: it is gone. */
static bool find_row(struct ctx *cx, struct about what, struct helped *h,
                     struct said_id *promise)
{
    struct query *q = db_sql(cx, "SELECT id, helped, word, at, promise"
                                 " FROM mediation_helped WHERE id = $1"
                                 " AND person = $2");

    *h = (struct helped){.word = ""};
    promise->v = 0;
    db_put_int(q, what.thing);
    db_put_int(q, what.person.v);
    if (db_row(q)) {
        take(q, what.person, h);
        promise->v = db_get_int(q);
    }
    return db_end(q);
}

static bool add_line(struct ctx *cx, const struct permission *p,
                     struct helped_lines *out)
{
    struct helped h;
    struct said_id promise = {0};
    struct said s = {.words = ""};

    if (!find_row(cx, p->what, &h, &promise) ||
        !let_know(cx, p->what.person, &h))
        return false;
    if (!h.id || !promise.v)
        return true;
    if (!said_newest(cx, p->what.person, promise, &s))
        return false;
    struct helped_line *l = LIST_PUSH(cx->mem, out);
    *l = (struct helped_line){.name = p->name, .promise = s.words, .it = h};
    return reader_name(cx, p->what.person, s.author, &l->who);
}

bool helped_list(struct ctx *cx, struct helped_lines *out)
{
    struct permissions to_me;

    *out = (struct helped_lines){0};
    if (!permission_to_me(cx, TOPIC_HELPED, &to_me))
        return false;
    for (size_t i = 0; i < to_me.n && out->n < HELPED_SHOWN; i++)
        if (!add_line(cx, &to_me.at[i], out))
            return false;
    return true;
}

bool helped_count(struct ctx *cx, size_t *n)
{
    struct permissions to_me;
    bool protects = false;

    *n = 0;
    if (!permission_to_me(cx, TOPIC_HELPED, &to_me) ||
        !part2_protects(cx, &protects))
        return false;
    *n = protects ? 0 : to_me.n;
    return true;
}
