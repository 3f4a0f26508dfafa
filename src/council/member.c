/* Who sits on the council: asked by who leads, and a member by their own yes.
 */
#include "auth/auth.h"
#include "base/text.h"
#include "council/council.h"
#include "db/db.h"
#include "keys/keys.h"

static struct place shown_place(int64_t id, struct person_id who)
{
    return (struct place){"council_member.shown", id, who};
}

static enum seat_state state_of(const struct council_mine *m, bool agreed,
                                struct date today)
{
    if (agreed && date_is_set(m->ended))
        return SEAT_ENDED;
    if (m->until.days < today.days)
        return SEAT_NONE;
    return agreed ? SEAT_HELD : SEAT_ASKED;
}

bool council_mine(struct ctx *cx, struct council_mine *out)
{
    struct query *q = db_sql(cx, "SELECT id, shown, until, paid, agreed, ended"
                                 " FROM council_member WHERE person = $1");

    *out = (struct council_mine){.shown = ""};
    db_put_int(q, cx->actor->person.v);
    if (db_row(q)) {
        out->id = db_get_int(q);
        out->shown = seal_get(q, shown_place(out->id, cx->actor->person));
        out->until = db_get_date(q);
        out->paid = db_get_bool(q);
        const bool agreed = date_is_set(db_get_date(q));
        out->ended = db_get_date(q);
        out->state = state_of(out, agreed, day_of(cx->now));
    }
    return db_end(q);
}

bool council_part(struct ctx *cx, struct council_part *out)
{
    struct council_mine mine;

    *out = (struct council_part){.leads = cx->actor->role == ROLE_SUPERVISOR,
                                 .shown = ""};
    if (!cx->actor->person.v)
        return true;
    if (!council_mine(cx, &mine))
        return false;
    out->shown = mine.shown;
    /* who answers does not ask */
    out->sits = mine.state == SEAT_HELD && !out->leads;
    return true;
}

/* In their term: those who said yes, or those who did not say it yet. */
static bool list(struct ctx *cx, bool yes, struct council_members *out)
{
    struct query *q = db_sql(
        cx, "SELECT agreed, id, person, shown, until, paid FROM council_member"
            " WHERE until >= $1 ORDER BY id");

    *out = (struct council_members){0};
    db_put_date(q, day_of(cx->now));
    while (db_row(q)) {
        if (date_is_set(db_get_date(q)) != yes)
            continue;
        struct council_member *m = LIST_PUSH(cx->mem, out);
        *m = (struct council_member){.id = db_get_int(q)};
        struct person_id who = {db_get_int(q)};
        m->shown = seal_get(q, shown_place(m->id, who));
        m->until = db_get_date(q);
        m->paid = db_get_bool(q);
    }
    return db_end(q);
}

bool council_members(struct ctx *cx, struct council_members *out)
{
    return list(cx, true, out);
}

bool council_asked(struct ctx *cx, struct council_members *out)
{
    return actor_leads(cx) && list(cx, false, out);
}

static bool good_seat(struct ctx *cx, const char *sign_in, struct date until)
{
    if (!*sign_in)
        return fail(cx, ERR_INVALID, "name",
                    "Please write the sign-in name of the new member.");
    if (!date_is_set(until))
        return fail(cx, ERR_INVALID, "until",
                    "Please choose the last day of the term.");
    return until.days >= day_of(cx->now).days ||
           fail(cx, ERR_INVALID, "until", "Please choose a day still to come.");
}

/* The owner of a sign-in name, when they may sit on the council. */
static bool may_sit(struct ctx *cx, const char *sign_in, struct account *a)
{
    if (!account_find(cx, sign_in, a)) {
        if (cx->err.code != ERR_NOTFOUND)
            return false;
        ctx_forgive(cx);
        return fail(cx, ERR_INVALID, "name",
                    "Nobody signs in by that name here. Please ask them how "
                    "they write it.");
    }
    if (a->role == ROLE_SUPERVISOR)
        return fail(cx, ERR_INVALID, "name",
                    "Whoever answers for the board cannot sit on the council.");
    return a->role == ROLE_PERSON || a->role == ROLE_PEER ||
           fail(cx, ERR_INVALID, "name",
                "Peers and those they walk with sit on the council.");
}

bool council_member_add(struct ctx *cx, const char *sign_in, struct date until,
                        bool paid)
{
    struct account a;

    if (!actor_leads(cx) || !good_seat(cx, sign_in, until) ||
        !may_sit(cx, sign_in, &a))
        return false;
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO council_member (id, person, shown, since, until, paid)"
            " VALUES ($1, $2, NULL, $3, $4, $5) ON CONFLICT (person)"
            " DO UPDATE SET agreed = CASE WHEN council_member.until >="
            " excluded.since THEN council_member.agreed ELSE NULL END,"
            " ended = NULL, until = excluded.until, paid = excluded.paid");
    db_put_int(q, id);
    db_put_int(q, a.person.v);
    db_put_date(q, day_of(cx->now));
    db_put_date(q, until);
    db_put_int(q, paid);
    return db_end(q) && id;
}

bool council_member_end(struct ctx *cx, int64_t member)
{
    if (!actor_leads(cx))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE council_member SET until = $1, ended = $2"
                   " WHERE id = $3 AND until > $1 RETURNING id");
    db_put_date(q, (struct date){day_of(cx->now).days - 1});
    db_put_date(q, day_of(cx->now));
    db_put_int(q, member);
    return db_end_one(q);
}

bool council_say_yes(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "UPDATE council_member SET agreed = $1 WHERE person = $2"
                   " AND agreed IS NULL AND until >= $1 RETURNING id");

    db_put_date(q, day_of(cx->now));
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool council_say_no(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "UPDATE council_member SET until = $1, ended = NULL"
                   " WHERE person = $2 AND until > $1 RETURNING id");

    db_put_date(q, (struct date){day_of(cx->now).days - 1});
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool council_end_read(struct ctx *cx)
{
    struct query *q = db_sql(cx, "UPDATE council_member SET ended = NULL"
                                 " WHERE person = $1 RETURNING id");

    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool council_name(struct ctx *cx, const char *shown)
{
    struct council_mine mine;

    if (!council_mine(cx, &mine))
        return false;
    if (mine.state != SEAT_HELD || cx->actor->role == ROLE_SUPERVISOR)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!text_fits(cx, "shown", shown, COUNCIL_NAME_MAX))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE council_member SET shown = $1 WHERE id = $2");
    seal_put(q, shown_place(mine.id, cx->actor->person), *shown ? shown : NULL);
    db_put_int(q, mine.id);
    return db_end(q);
}
