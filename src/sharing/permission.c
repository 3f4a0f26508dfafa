#include "sharing/permission.h"

#include "keys/keys.h"
#include "people/people.h"
#include "sharing/law.h"
#include "sharing/sharing_int.h"

int64_t end_of_day(struct date d)
{
    return time_at((struct date){d.days + 1}, 0);
}

static struct place purpose_of(int64_t id, struct person_id whose)
{
    return (struct place){"sharing_permission.purpose", id, whose};
}

const char *reader_name_get(struct query *q, int64_t reader,
                            struct person_id whose)
{
    const char *person = person_first_get(q, (struct person_id){reader});
    const char *link =
        seal_get(q, (struct place){"sharing_link.name", reader, whose});

    return *person ? person : link;
}

bool reader_name(struct ctx *cx, struct person_id whose, int64_t reader,
                 const char **name)
{
    struct query *q =
        db_sql(cx, "SELECT (SELECT first FROM people_person WHERE id = $1),"
                   " (SELECT name FROM sharing_link"
                   " WHERE id = $1 AND person = $2)");

    db_put_int(q, reader);
    db_put_int(q, whose.v);
    *name = db_row(q) ? reader_name_get(q, reader, whose) : "";
    return db_end(q);
}

/* Only she may, in her own account. */
static bool is_hers(struct ctx *cx, struct person_id whose)
{
    return is_herself(cx, whose) ||
           fail(cx, ERR_DENIED, NULL, "Only the person can allow this.");
}

/* Somebody of her program with a role that may be shown this. */
static bool check_reader(struct ctx *cx, const struct permission *p)
{
    struct query *q =
        db_sql(cx, "SELECT s.role FROM people_staff s"
                   " JOIN people_member m ON m.program = s.program"
                   " WHERE s.person = $1 AND m.person = $2 AND s.person <> $2"
                   " AND NOT EXISTS (SELECT 1 FROM sharing_barred b"
                   " WHERE b.reader = $1 AND b.person = $2 AND b.topic = $3"
                   " AND (b.thing = $4 OR CAST($4 AS BIGINT) = 0))");

    db_put_int(q, p->to.v);
    db_put_int(q, p->what.person.v);
    db_put_int(q, p->what.topic);
    db_put_int(q, p->what.thing);
    bool can =
        db_row(q) && law_can_give((enum role)db_get_int(q), p->what.topic);
    if (!db_end(q))
        return false;
    return can || fail(cx, ERR_INVALID, "to",
                       "This cannot be shown to them. Please choose someone "
                       "else.");
}

static bool check_terms(struct ctx *cx, struct permission *p)
{
    p->purpose = text_trim(cx->mem, p->purpose ? p->purpose : "");
    if (!*p->purpose)
        return fail(cx, ERR_INVALID, "purpose", "Please write what it is for.");
    if (text_length(p->purpose) > PURPOSE_MAX)
        return fail(cx, ERR_INVALID, "purpose", "Please make this shorter.");
    if (p->until != TIME_NONE && (p->until <= cx->now || p->until <= p->from))
        return fail(cx, ERR_INVALID, "until",
                    "This day is over. Please choose a later one.");
    return true;
}

/* What is valid now of one reader, topic and thing. */
static bool end_same(struct ctx *cx, const struct permission *p)
{
    struct query *q =
        db_sql(cx, "UPDATE sharing_permission SET ended = $5"
                   " WHERE reader = $1 AND person = $2 AND topic = $3"
                   " AND thing = $4 AND ended IS NULL"
                   " AND (until IS NULL OR until > $5)");

    db_put_int(q, p->link ? p->link : p->to.v);
    db_put_int(q, p->what.person.v);
    db_put_int(q, p->what.topic);
    db_put_int(q, p->what.thing);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool permission_write(struct ctx *cx, struct permission *p)
{
    if (!check_terms(cx, p) || !end_same(cx, p))
        return false;
    p->id = db_new_id(cx);
    if (p->from < cx->now)
        p->from = cx->now;
    p->ended = TIME_NONE;
    struct query *q =
        db_sql(cx, "INSERT INTO sharing_permission"
                   " (id, person, reader, topic, thing, purpose, since, until)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, p->id);
    db_put_int(q, p->what.person.v);
    db_put_int(q, p->link ? p->link : p->to.v);
    db_put_int(q, p->what.topic);
    db_put_int(q, p->what.thing);
    seal_put(q, purpose_of(p->id, p->what.person), p->purpose);
    db_put_time(q, p->from);
    db_put_time(q, p->until);
    return db_end(q);
}

const char permission_said[] = N_("what I said");

bool permission_of_author(struct ctx *cx, struct about what)
{
    struct permission p = {.what = what,
                           .to = cx->actor->person,
                           .purpose = permission_said,
                           .until = TIME_NONE};

    return permission_write(cx, &p);
}

bool permission_for_hard_times(struct ctx *cx, struct about what, int64_t until)
{
    struct permission p = {.what = what,
                           .to = cx->actor->person,
                           .purpose = N_("hard times"),
                           .until = until};

    return check_reader(cx, &p) && permission_write(cx, &p);
}

bool permission_check(struct ctx *cx, struct permission *p)
{
    p->link = 0;
    return is_hers(cx, p->what.person) && check_reader(cx, p) &&
           check_terms(cx, p);
}

bool permission_give(struct ctx *cx, struct permission *p)
{
    return permission_check(cx, p) && permission_write(cx, p);
}

bool permission_end(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE sharing_permission SET ended = $3"
                   " WHERE id = $1 AND person = $2 AND ended IS NULL"
                   " RETURNING id");

    if (!is_hers(cx, cx->actor->person))
        return false;
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->now);
    bool found = db_row(q);
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "This has ended already.");
}

bool permission_over(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "UPDATE sharing_permission SET ended = $2"
                                 " WHERE id = $1 AND ended IS NULL");

    db_put_int(q, id);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool permission_peer_left(struct ctx *cx, const void *what)
{
    const struct peer_left *left = what;
    struct query *q =
        db_sql(cx, "UPDATE sharing_permission SET ended = $5"
                   " WHERE person = $1 AND reader = $2 AND topic IN ($3, $4)"
                   " AND ended IS NULL AND (until IS NULL OR until > $5)");

    db_put_int(q, left->member.v);
    db_put_int(q, left->peer.v);
    db_put_int(q, TOPIC_ANSWERS);
    db_put_int(q, TOPIC_TYPING);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool permission_end_thing(struct ctx *cx, struct about what)
{
    if (!is_hers(cx, what.person))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE sharing_permission SET ended = $4"
                   " WHERE person = $1 AND topic = $2 AND thing = $3"
                   " AND ended IS NULL AND (until IS NULL OR until > $4)");
    db_put_int(q, what.person.v);
    db_put_int(q, what.topic);
    db_put_int(q, what.thing);
    db_put_int(q, cx->now);
    return db_end(q);
}

/* The columns id, reader, topic, thing, purpose, since, until, ended; 0, or 1
 * of a link, or 2 when it was shut; then the two of reader_name_get(), and
 * people_person.name. */
static void take(struct query *q, struct person_id whose, struct permission *p)
{
    p->id = db_get_int(q);
    int64_t reader = db_get_int(q);
    p->what = (struct about){whose, (enum topic)db_get_int(q), 0};
    p->what.thing = db_get_int(q);
    p->purpose = seal_get(q, purpose_of(p->id, whose));
    p->from = db_get_time(q);
    p->until = db_get_time(q);
    p->ended = db_get_time(q);
    int link = (int)db_get_int(q);
    p->shut = link == 2;
    p->link = link ? reader : 0;
    p->to.v = link ? 0 : reader;
    p->name = reader_name_get(q, reader, whose);
    p->full = link ? p->name : person_name_get(q, p->to);
}

/* Which of hers a list is of. */
struct wish {
    struct about what;
    bool alone; /* of this topic and thing, else of any */
    bool all;   /* the ended ones too */
    int most;
};

static bool list(struct ctx *cx, const struct wish *w, struct permissions *out)
{
    const struct person_id whose = w->what.person;

    *out = (struct permissions){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_PERMISSIONS, 0}))
        return false;
    struct query *q = db_once(db_sql(
        cx, "SELECT p.id, p.reader, p.topic, p.thing, p.purpose, p.since,"
            " p.until, p.ended, CASE WHEN l.id IS NULL THEN 0"
            " WHEN l.closed IS NULL THEN 1 ELSE 2 END,"
            " r.first, l.name, r.name FROM sharing_permission p"
            " LEFT JOIN people_person r ON r.id = p.reader"
            " LEFT JOIN sharing_link l ON l.id = p.reader"
            " WHERE p.person = $1 AND (CAST($2 AS BIGINT) = 1"
            " OR (p.ended IS NULL AND (p.until IS NULL OR p.until > $3)))"
            " AND (CAST($4 AS BIGINT) = 0 OR (p.thing = $5 AND p.topic = $6))"
            " ORDER BY p.id DESC LIMIT CAST($7 AS BIGINT)"));
    db_put_int(q, whose.v);
    db_put_int(q, w->all);
    db_put_int(q, cx->now);
    db_put_int(q, w->alone);
    db_put_int(q, w->what.thing);
    db_put_int(q, w->what.topic);
    db_put_int(q, w->most);
    while (db_row(q))
        take(q, whose, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool permission_list(struct ctx *cx, struct person_id whose, bool all,
                     struct permissions *out)
{
    const struct wish w = {
        .what = {.person = whose}, .all = all, .most = all ? 50 : 1000};

    return list(cx, &w, out);
}

bool permission_list_once(struct ctx *cx, struct person_id whose,
                          struct permissions *out)
{
    *out = (struct permissions){0};
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_PERMISSIONS, 0}))
        return false;
    struct query *q = db_once(db_sql(
        cx, "SELECT p.id, p.reader, p.topic, 0, NULL, p.since, p.until, NULL,"
            " CASE WHEN l.id IS NULL THEN 0 ELSE 1 END, r.first, l.name, r.name"
            " FROM (SELECT MAX(id) AS id, reader, topic, MAX(since) AS since,"
            " until FROM sharing_permission WHERE person = $1"
            " AND ended IS NULL AND (until IS NULL OR until > $2)"
            " GROUP BY reader, topic, until) p"
            " LEFT JOIN people_person r ON r.id = p.reader"
            " LEFT JOIN sharing_link l ON l.id = p.reader ORDER BY p.id DESC"));
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    while (db_row(q))
        take(q, whose, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

bool permission_list_about(struct ctx *cx, struct about what,
                           struct permissions *out)
{
    const struct wish w = {
        .what = what, .alone = true, .all = true, .most = 1000};

    return list(cx, &w, out);
}

bool permission_is_valid(const struct ctx *cx, const struct permission *p)
{
    return p->ended == TIME_NONE && p->from <= cx->now &&
           (p->until == TIME_NONE || p->until > cx->now);
}

/* A permission may be there and not count, as the lock of R103: may_know() is
 * asked of each. */
static bool keep_known(struct ctx *cx, struct persons *list)
{
    size_t n = 0;

    for (size_t i = 0; i < list->n; i++) {
        bool yes = false;
        if (!may_know(cx, MAY_SEE,
                      (struct about){list->at[i].id, TOPIC_FIRST_NAME, 0},
                      &yes))
            return false;
        if (yes)
            list->at[n++] = list->at[i];
    }
    list->n = n;
    persons_sort(cx->mem, list, true);
    return true;
}

bool permission_givers(struct ctx *cx, struct persons *out)
{
    struct query *q = db_sql(
        cx, "SELECT w.id, w.name, w.first FROM people_person w"
            " WHERE w.erased IS NULL AND w.id IN (SELECT p.person"
            " FROM sharing_permission p JOIN people_member m"
            " ON m.person = p.person WHERE p.reader = $1 AND m.program = $2"
            " AND p.since <= $3 AND p.ended IS NULL"
            " AND (p.until IS NULL OR p.until > $3) AND p.topic <> $4)");

    *out = (struct persons){0};
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->now);
    db_put_int(q, TOPIC_PROMISE); /* what they gave, not she */
    while (db_row(q)) {
        struct person w = {.id = {db_get_int(q)},
                           .title = "",
                           .days = "",
                           .program = cx->actor->program};
        w.name = person_name_get(q, w.id);
        w.first = person_first_get(q, w.id);
        w.first = person_on_board(cx->mem, &w);
        w.name = "";
        *LIST_PUSH(cx->mem, out) = w;
    }
    return db_end(q) && keep_known(cx, out);
}

bool permission_to_me(struct ctx *cx, enum topic topic, struct permissions *out)
{
    const struct actor *a = cx->actor;
    const int64_t me = a->role == ROLE_LINK ? a->session : a->person.v;

    *out = (struct permissions){0};
    if (!law_can_give(a->role, topic))
        return true;
    struct query *q = db_sql(
        cx, "SELECT p.person, p.id, p.thing, p.purpose, p.since, p.until,"
            " w.first FROM sharing_permission p"
            " JOIN people_member m ON m.person = p.person"
            " JOIN people_person w ON w.id = p.person"
            " WHERE p.reader = $1 AND p.topic = $2 AND m.program = $3"
            " AND p.since <= $4 AND p.ended IS NULL"
            " AND (p.until IS NULL OR p.until > $4)"
            " AND NOT EXISTS (SELECT 1 FROM sharing_barred b"
            " WHERE b.reader = p.reader AND b.person = p.person"
            " AND b.topic = p.topic AND b.thing = p.thing)"
            " ORDER BY p.id DESC");
    db_put_int(q, me);
    db_put_int(q, topic);
    db_put_int(q, a->program);
    db_put_int(q, cx->now);
    while (db_row(q)) {
        struct permission *p = LIST_PUSH(cx->mem, out);
        p->what = (struct about){{db_get_int(q)}, topic, 0};
        p->id = db_get_int(q);
        p->what.thing = db_get_int(q);
        p->purpose = seal_get(q, purpose_of(p->id, p->what.person));
        p->from = db_get_time(q);
        p->until = db_get_time(q);
        p->ended = TIME_NONE;
        p->to = a->person;
        p->link = a->role == ROLE_LINK ? me : 0;
        p->name = person_first_get(q, p->what.person);
    }
    return db_end(q);
}
