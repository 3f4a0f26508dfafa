#include "sharing/may.h"

#include "db/db.h"
#include "sharing/access.h"
#include "sharing/glass.h"
#include "sharing/law.h"

int64_t reader_of(const struct actor *a)
{
    return a->role == ROLE_LINK ? a->session : a->person.v;
}

bool is_herself(const struct ctx *cx, struct person_id person)
{
    return cx->actor->role == ROLE_PERSON &&
           person_same(cx->actor->person, person);
}

/* A command, run by whoever holds the data directory. */
static bool operates(const struct actor *a)
{
    return a->role == ROLE_ADMIN && a->account == 0;
}

/* The facts between the actor and a member; permission: the id of the one that
 * names the actor, or 0. One query, whatever her history. */
static bool ask(struct ctx *cx, struct about what, struct facts *f,
                int64_t *permission)
{
    const enum topic needs = law_needs(what.topic);
    struct query *q = db_sql(
        cx, "SELECT m.program,"
            " (SELECT COUNT(*) FROM people_staff d WHERE d.person = m.person),"
            " (SELECT COUNT(*) FROM people_peer w WHERE w.member = m.person"
            " AND w.peer = $2 AND w.since <= $3"
            " AND (w.until IS NULL OR w.until > $3)),"
            " (SELECT MAX(p.id) FROM sharing_permission p"
            " WHERE p.reader = $2 AND p.person = m.person"
            " AND p.since <= $3 AND (p.until IS NULL OR p.until > $3)"
            " AND p.ended IS NULL"
            " AND (CAST($4 AS BIGINT) = CAST($5 AS BIGINT) OR (p.topic = $4"
            " AND (p.thing = 0 OR p.thing = $6)))),"
            " (SELECT COUNT(*) FROM sharing_barred b WHERE b.reader = $2"
            " AND b.person = m.person AND b.topic = $4"
            " AND (b.thing = $6 OR CAST($6 AS BIGINT) = 0))"
            " FROM people_member m WHERE m.person = $1");

    db_put_int(q, what.person.v);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, cx->now);
    db_put_int(q, needs);
    db_put_int(q, TOPIC_COUNT);
    db_put_int(q, what.thing);
    if (db_row(q)) {
        f->together = db_get_int(q) == cx->actor->program;
        f->locked = db_get_int(q) > 0;
        f->walks = db_get_int(q) > 0;
        *permission = db_get_int(q);
        f->named = *permission != 0;
        f->barred = db_get_int(q) > 0;
    }
    return db_end(q);
}

static bool decide(struct ctx *cx, struct about what, struct facts *f,
                   int64_t *permission)
{
    const struct actor *a = cx->actor;

    *permission = 0;
    *f = (struct facts){.role = a->role, .operates = operates(a)};
    if (f->operates || a->role == ROLE_NONE)
        return true;
    if (a->role == ROLE_PERSON) {
        /* Whom she may see with this hat is herself alone. */
        f->herself = f->together = person_same(a->person, what.person);
        return true;
    }
    return ask(cx, what, f, permission);
}

/* The law, and behind its no, for who is locked alone, what two opened. */
static bool answer(struct ctx *cx, enum verb verb, struct about what,
                   struct facts *f, bool *yes)
{
    struct facts opened = *f;

    opened.opened = true;
    *yes = law_says(f, verb, what.topic);
    if (*yes || !f->locked || !law_says(&opened, verb, what.topic))
        return true;
    if (!glass_is_open(cx, what.person, &f->opened))
        return false;
    *yes = law_says(f, verb, what.topic);
    return true;
}

bool may_know(struct ctx *cx, enum verb verb, struct about what, bool *yes)
{
    struct facts f;
    int64_t permission = 0;

    *yes = false;
    return decide(cx, what, &f, &permission) && answer(cx, verb, what, &f, yes);
}

/* Whoever works beside her and tried is told to her, though it gave nothing
 * (R103). */
static void tell(struct ctx *cx, const struct facts *f, struct access *line)
{
    const int64_t me = cx->actor->person.v;

    line->did = ACCESS_REFUSED;
    if (f->locked && f->together && me && me != line->what.person.v)
        access_note(cx, line);
}

bool may(struct ctx *cx, enum verb verb, struct about what)
{
    struct facts f;
    struct access line = {.what = what, .reader = reader_of(cx->actor)};
    bool yes = false;

    if (!decide(cx, what, &f, &line.permission) ||
        !answer(cx, verb, what, &f, &yes))
        return false;
    if (yes) {
        line.did = (enum access_what)verb;
        if (!f.herself && !f.operates && (law_is_words(what.topic) || f.opened))
            access_note(cx, &line);
        return true;
    }
    tell(cx, &f, &line);
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

void may_tried(struct ctx *cx, struct person_id whose)
{
    const struct about first = {whose, TOPIC_FIRST_NAME, 0};
    const struct err was = cx->err;
    struct access line = {.what = first, .reader = reader_of(cx->actor)};
    struct facts f;
    bool yes = false;

    if (access_is_told(cx, whose))
        return;
    ctx_forgive(cx);
    if (decide(cx, first, &f, &line.permission) &&
        answer(cx, MAY_SEE, first, &f, &yes) && !yes)
        tell(cx, &f, &line);
    cx->err = was;
}
