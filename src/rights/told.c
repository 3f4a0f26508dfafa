#include "rights/told.h"

#include "db/db.h"
#include "rights/owed.h"
#include "sharing/barred.h"

/* A formal one is not answered when only a peer wrote back. */
static bool say_owed(struct ctx *cx, struct told *l)
{
    if (!answer_owed(cx, l->id, l->answered, &l->owed))
        return false;
    l->answered = l->answered && !date_is_set(l->owed);
    l->late = date_is_set(l->owed) && l->owed.days < day_of(cx->now).days;
    return true;
}

static void take(struct ctx *cx, struct query *q, struct told *l)
{
    *l = (struct told){.name = ""};
    l->id.v = db_get_int(q);
    l->person.v = db_get_int(q);
    l->answered = answer_came((enum said_state)db_get_int(q));
    l->owed = db_get_date(q);
    l->days = days_gone(db_get_time(q), cx->now);
    l->name = person_first_get(q, l->person);
}

/* Each line is asked for itself: may() knows whom it is about. */
static bool only_mine(struct ctx *cx, const struct tolds *all,
                      struct tolds *out)
{
    for (size_t i = 0; i < all->n; i++) {
        struct told *l = &all->at[i];
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE,
                      (struct about){l->person, TOPIC_GRIEVANCE, l->id.v},
                      &yes))
            return false;
        if (yes && !say_owed(cx, l))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = *l;
    }
    return true;
}

bool told_list(struct ctx *cx, struct tolds *out)
{
    struct tolds all = {0};
    struct query *q = db_sql(
        cx, "SELECT t.id, t.person, t.state, t.due, t.made, p.first"
            " FROM said_thing t JOIN people_person p ON p.id = t.person"
            " WHERE t.kind = $1 AND t.state > $2 AND t.state < $3"
            " AND (t.id, t.person) IN (SELECT g.thing, g.person"
            " FROM sharing_permission g WHERE g.reader = $4 AND g.topic = $5"
            " AND g.ended IS NULL)"
            " ORDER BY CASE WHEN t.state < $6 THEN 0 ELSE 1 END, t.made, t.id"
            " LIMIT $7");

    *out = (struct tolds){0};
    db_put_int(q, SAID_GRIEVANCE);
    db_put_int(q, SAID_DRAFT);
    db_put_int(q, SAID_CLOSED);
    db_put_int(q, reader_of(cx->actor));
    db_put_int(q, TOPIC_GRIEVANCE);
    db_put_int(q, SAID_UNDERSTOOD);
    db_put_int(q, TOLD_SHOWN);
    while (db_row(q))
        take(cx, q, LIST_PUSH(cx->mem, &all));
    return db_end(q) && only_mine(cx, &all, out);
}

/* To whom it was told writes to it; to look is not to write. */
static bool find(struct ctx *cx, struct said_id id, struct said *out)
{
    struct person_id whose = {0};
    bool told = false;

    *out = (struct said){.words = ""};
    if (!said_whose(cx, id, &whose) ||
        !may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_GRIEVANCE, id.v},
                  &told))
        return false;
    if (!told)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!said_get(cx, whose, id, out))
        return false;
    return (out->kind == SAID_GRIEVANCE && out->state < SAID_CLOSED) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool told_get(struct ctx *cx, struct said_id id, struct told_one *out)
{
    struct person her = {.first = ""};

    *out = (struct told_one){.said = {.words = ""}, .line = {.name = ""}};
    if (!find(cx, id, &out->said) || !person_get(cx, out->said.person, &her) ||
        !happened_read(cx, out->said.words, &out->account) ||
        !barred_list(cx,
                     (struct about){out->said.person, TOPIC_GRIEVANCE, id.v},
                     &out->about) ||
        !reply_list(cx, out->said.person, id, &out->replies))
        return false;
    out->line = (struct told){.id = id,
                              .person = out->said.person,
                              .name = her.first,
                              .days = days_gone(out->said.made, cx->now),
                              .owed = out->said.due,
                              .answered = answer_came(out->said.state)};
    return say_owed(cx, &out->line);
}
