#include "sharing/glass.h"

#include "base/text.h"
#include "db/db.h"
#include "frame/notes.h"
#include "keys/keys.h"
#include "people/people.h"
#include "sharing/may.h"

static struct place reason_place(int64_t id, struct person_id whose)
{
    return (struct place){"sharing_glass.reason", id, whose};
}

static bool is_one_of_them(struct ctx *cx)
{
    const struct actor *a = cx->actor;

    return (a->person.v != 0 && (ROLE_BIT(a->role) & GLASS_ROLES) != 0) ||
           fail(cx, ERR_DENIED, NULL,
                "Who leads the program or keeps accounts can do this.");
}

/* Sets until and state from when it was asked, agreed and ended. */
static void see_state(struct glass *g, int64_t ended, int64_t now)
{
    const bool agreed = g->agreed != TIME_NONE;
    const int64_t by_itself =
        agreed ? g->agreed + GLASS_OPEN_SECONDS : g->asked + GLASS_WAIT_SECONDS;

    g->until = ended != TIME_NONE ? ended : by_itself;
    if (g->until > now)
        g->state = agreed ? GLASS_OPEN : GLASS_WAITS;
    else if (agreed)
        g->state = GLASS_OVER;
    else
        g->state = ended != TIME_NONE ? GLASS_TAKEN_BACK : GLASS_LAPSED;
}

/* The newest of what was done with it. */
static int64_t last_act(const struct glass *g, int64_t ended)
{
    return ended != TIME_NONE       ? ended
           : g->agreed != TIME_NONE ? g->agreed
                                    : g->asked;
}

/* The columns of both lists below. */
static void take(struct ctx *cx, struct query *q, struct glass *g)
{
    *g = (struct glass){.id = db_get_int(q)};
    g->person.v = db_get_int(q);
    g->asker.v = db_get_int(q);
    g->agreer.v = db_get_int(q);
    g->reason = seal_get(q, reason_place(g->id, g->person));
    g->asked = db_get_time(q);
    g->agreed = db_get_time(q);
    const int64_t ended = db_get_time(q), told = db_get_time(q);
    g->name = person_name_get(q, g->person);
    g->asked_by = person_first_get(q, g->asker);
    g->agreed_by = person_first_get(q, g->agreer);
    g->read = told != TIME_NONE && told >= last_act(g, ended);
    see_state(g, ended, cx->now);
}

static bool take_all(struct ctx *cx, struct query *q, struct glasses *out)
{
    *out = (struct glasses){0};
    while (db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

/* Of the staff of the program, and not who asks. */
static bool is_colleague(struct ctx *cx, struct person_id id)
{
    struct query *q =
        db_sql(cx, "SELECT s.person FROM people_staff s JOIN people_person p"
                   " ON p.id = s.person WHERE s.person = $1 AND s.program = $2"
                   " AND s.person <> $3 AND p.erased IS NULL");

    db_put_int(q, id.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    const bool found = db_row(q);
    return db_end(q) && (found || fail(cx, ERR_INVALID, "colleague",
                                       "Please choose a colleague."));
}

static bool waits_already(struct ctx *cx, struct person_id id)
{
    struct query *q = db_sql(
        cx, "SELECT id FROM sharing_glass WHERE person = $1 AND program = $2"
            " AND agreed IS NULL AND ended IS NULL AND asked > $3");

    db_put_int(q, id.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->now - GLASS_WAIT_SECONDS);
    const bool found = db_row(q);
    return db_end(q) &&
           (!found || fail(cx, ERR_CONFLICT, NULL,
                           "This was asked already. A second one can agree."));
}

bool glass_ask(struct ctx *cx, struct person_id colleague, const char *reason)
{
    reason = text_trim(cx->mem, reason);
    if (!is_one_of_them(cx) || !is_colleague(cx, colleague))
        return false;
    if (!*reason)
        return fail(cx, ERR_INVALID, "reason", "Please write why.");
    if (text_length(reason) > GLASS_REASON_MAX)
        return fail(cx, ERR_INVALID, "reason", "Please make it a bit shorter.");
    if (!waits_already(cx, colleague))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO sharing_glass (id, person, program, asker, reason,"
            " asked) VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, id);
    db_put_int(q, colleague.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    seal_put(q, reason_place(id, colleague), reason);
    db_put_time(q, cx->now);
    return db_end(q);
}

/* One row was changed, or there was none for who acts. */
static bool changed_one(struct ctx *cx, struct query *q)
{
    const bool found = db_row(q);

    return db_end(q) &&
           (found || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

bool glass_agree(struct ctx *cx, int64_t id)
{
    if (!is_one_of_them(cx))
        return false;
    struct query *q = db_sql(
        cx, "UPDATE sharing_glass SET agreer = $1, agreed = $2"
            " WHERE id = $3 AND program = $4 AND asker <> $1 AND person <> $1"
            " AND agreed IS NULL AND ended IS NULL AND asked > $5"
            " RETURNING id");
    db_put_int(q, cx->actor->person.v);
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->now - GLASS_WAIT_SECONDS);
    return changed_one(cx, q);
}

bool glass_end(struct ctx *cx, int64_t id)
{
    if (!is_one_of_them(cx))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE sharing_glass SET ended = $1 WHERE id = $2"
                   " AND (asker = $3 OR agreer = $3) AND ended IS NULL"
                   " AND ((agreed IS NULL AND asked > $4) OR agreed > $5)"
                   " RETURNING id");
    db_put_time(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now - GLASS_WAIT_SECONDS);
    db_put_int(q, cx->now - GLASS_OPEN_SECONDS);
    return changed_one(cx, q);
}

bool glass_list(struct ctx *cx, struct glasses *out)
{
    if (!is_one_of_them(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT g.id, g.person, g.asker, g.agreer, g.reason, g.asked,"
            " g.agreed, g.ended, g.told, c.name, a.first, b.first"
            " FROM sharing_glass g JOIN people_person c ON c.id = g.person"
            " LEFT JOIN people_person a ON a.id = g.asker"
            " LEFT JOIN people_person b ON b.id = g.agreer"
            " WHERE g.program = $1 AND g.person <> $2"
            " AND g.ended IS NULL"
            " AND ((g.agreed IS NULL AND g.asked > $3)"
            " OR (g.agreed > $4 AND (g.asker = $2 OR g.agreer = $2)))"
            " ORDER BY g.id");
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now - GLASS_WAIT_SECONDS);
    db_put_int(q, cx->now - GLASS_OPEN_SECONDS);
    return take_all(cx, q, out);
}

bool glass_get(struct ctx *cx, int64_t id, struct glass *out)
{
    struct glasses all;

    if (!glass_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id == id && all.at[i].state == GLASS_OPEN) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool glass_is_open(struct ctx *cx, struct person_id colleague, bool *yes)
{
    struct query *q = db_sql(
        cx, "SELECT id FROM sharing_glass WHERE person = $1 AND program = $2"
            " AND (asker = $3 OR agreer = $3) AND agreed > $4"
            " AND ended IS NULL LIMIT 1");

    db_put_int(q, colleague.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now - GLASS_OPEN_SECONDS);
    *yes = db_row(q);
    return db_end(q);
}

bool glass_mine(struct ctx *cx, struct glasses *out)
{
    const struct person_id me = cx->actor->person;

    if (!is_herself(cx, me))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!may(cx, MAY_SEE, (struct about){me, TOPIC_ACCESS_LOG, 0}))
        return false;
    struct query *q = db_once(db_sql(
        cx, "SELECT g.id, g.person, g.asker, g.agreer, g.reason, g.asked,"
            " g.agreed, g.ended, g.told, c.name, a.first, b.first"
            " FROM sharing_glass g JOIN people_person c ON c.id = g.person"
            " LEFT JOIN people_person a ON a.id = g.asker"
            " LEFT JOIN people_person b ON b.id = g.agreer"
            " WHERE g.person = $1 ORDER BY g.id DESC LIMIT $2"));
    db_put_int(q, me.v);
    db_put_int(q, GLASS_SHOWN);
    return take_all(cx, q, out);
}

static bool write_told(struct ctx *cx, void *what)
{
    const struct person_id *me = what;
    struct query *q =
        db_sql(cx, "UPDATE sharing_glass SET told = $1 WHERE person = $2"
                   " AND (told IS NULL OR told < asked OR told < agreed"
                   " OR told < ended)");

    db_put_time(q, cx->now);
    db_put_int(q, me->v);
    return db_end(q);
}

void glass_note_told(struct ctx *cx)
{
    struct person_id *me = ARENA_NEW(cx->mem, struct person_id);

    *me = cx->actor->person;
    note_later(cx, write_told, me);
}
