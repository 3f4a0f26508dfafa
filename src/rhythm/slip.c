/* When two have not met or had a contact for longer than they agreed: said to
 * the peer, first and only, and reckoned when it is read. Source: R17 "no
 * penalty metric". */
#include <stdlib.h>

#include "contacts/contact.h"
#include "db/db.h"
#include "rhythm/meet.h"
#include "rhythm/rhythm.h"

enum { DAYS_A_WEEK = 7 };

/* The next row, when it has slipped. */
static bool take(struct ctx *cx, struct query *q, struct slip *s)
{
    *s = (struct slip){.person = {.id = {db_get_int(q)}}};
    s->every = (int)db_get_int(q);
    const int32_t agreed = day_of(db_get_time(q)).days;
    const int64_t met = db_get_time(q);
    const struct date held = met == TIME_NONE ? DATE_NONE : day_of(met),
                      contact = db_get_date(q);
    int32_t last = agreed > held.days ? agreed : held.days;
    if (contact.days > last)
        last = contact.days;
    s->days = day_of(cx->now).days - last;
    return s->days > s->every * DAYS_A_WEEK + SLIP_DAYS;
}

static int longest_first(const void *a, const void *b)
{
    const struct slip *x = a, *y = b;

    return (x->days < y->days) - (x->days > y->days);
}

/* Of those the peer walks with now, with their names. */
static bool keep_near(struct ctx *cx, const struct slips *all,
                      struct slips *out)
{
    struct persons near;

    if (!all->n)
        return true;
    if (!peer_members(cx, cx->actor->person, &near))
        return false;
    for (size_t i = 0; i < all->n; i++)
        for (size_t p = 0; p < near.n; p++)
            if (person_same(near.at[p].id, all->at[i].person.id)) {
                struct slip *s = LIST_PUSH(cx->mem, out);
                *s = all->at[i];
                s->person = near.at[p];
            }
    if (out->n > 1)
        qsort(out->at, out->n, sizeof *out->at, longest_first);
    return true;
}

bool slip_list(struct ctx *cx, struct slips *out)
{
    struct slips all = {0};
    struct slip s;
    struct query *q = db_sql(
        cx, "SELECT r.person, r.every, r.agreed, (SELECT MAX(t.at)"
            " FROM rhythm_time t WHERE t.person = r.person"
            " AND t.peer = r.peer AND t.state = $3), (SELECT MAX(c.day)"
            " FROM contacts_contact c WHERE c.person = r.person"
            " AND c.peer = r.peer AND c.kind < $4)"
            " FROM rhythm_rhythm r WHERE r.peer = $1 AND r.agreed IS NOT NULL"
            " AND r.ended IS NULL AND NOT EXISTS (SELECT 1 FROM rhythm_space z"
            " WHERE z.person = r.person AND z.ended IS NULL AND z.until > $2)"
            " ORDER BY r.id");

    *out = (struct slips){0};
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    db_put_int(q, MEET_HELD);
    db_put_int(q, CONTACT_NOTE);
    while (db_row(q))
        if (take(cx, q, &s))
            *LIST_PUSH(cx->mem, &all) = s;
    return db_end(q) && keep_near(cx, &all, out);
}
