#include "contacts/given.h"

#include "contacts/contacts_int.h"

static struct about about_it(struct person_id whose, int64_t contact)
{
    return (struct about){whose, TOPIC_RECORD, contact};
}

/* --- hers --- */

static bool get_mine(struct ctx *cx, int64_t contact, struct contact *out)
{
    *out = (struct contact){.locked = TIME_NONE};
    if (!is_herself(cx, cx->actor->person))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return contact_get(cx, MAY_SEND, cx->actor->person, contact, out);
}

bool given_can(struct ctx *cx, const struct contact *c, struct persons *out)
{
    struct persons all;

    *out = (struct persons){0};
    if (!people_staff(cx, cx->actor->program,
                      ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
                          ROLE_BIT(ROLE_CASE_MANAGER),
                      &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!person_same(all.at[i].id, c->peer))
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

bool given_let(struct ctx *cx, int64_t contact, struct person_id to,
               struct date until)
{
    struct contact c;
    struct persons can;

    if (!get_mine(cx, contact, &c) || !given_can(cx, &c, &can))
        return false;
    if (c.locked == TIME_NONE)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Others can read it when you both are done with it.");
    if (!persons_have(&can, to))
        return fail(cx, ERR_INVALID, "to", "Please choose who.");
    if (!date_is_set(until))
        return fail(cx, ERR_INVALID, "until", "Please choose a day.");
    return permission_give(
        cx, &(struct permission){.what = about_it(c.person, c.id),
                                 .to = to,
                                 .purpose = N_("reading what we wrote"),
                                 .until = end_of_day(until)});
}

bool given_now(struct ctx *cx, const struct contact *c, struct permissions *out)
{
    struct permissions all;

    *out = (struct permissions){0};
    if (!permission_list_about(cx, about_it(c->person, c->id), &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (permission_is_valid(cx, &all.at[i]))
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

bool given_end(struct ctx *cx, int64_t contact, int64_t permission)
{
    struct contact c;
    struct permissions now;

    if (!get_mine(cx, contact, &c) || !given_now(cx, &c, &now))
        return false;
    for (size_t i = 0; i < now.n; i++)
        if (now.at[i].id == permission)
            return permission_end(cx, permission);
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- the reader's side --- */

bool given_list(struct ctx *cx, struct given_rows *out)
{
    struct permissions all;

    *out = (struct given_rows){0};
    if (!permission_to_me(cx, TOPIC_RECORD, &all))
        return false;
    for (size_t i = 0; i < all.n && out->n < GIVEN_SHOWN; i++) {
        const struct permission *p = &all.at[i];
        struct contact c;
        if (!p->what.thing)
            continue;
        if (!contact_find(cx, p->what.person, p->what.thing, &c))
            return false;
        *LIST_PUSH(cx->mem, out) =
            (struct given_row){c.id, c.who, c.day, p->until};
    }
    return true;
}

/* Her yes about this one; that one walks with her is none. */
static bool find_yes(struct ctx *cx, int64_t contact, struct permission *out)
{
    struct permissions all;

    *out = (struct permission){0};
    if (!permission_to_me(cx, TOPIC_RECORD, &all))
        return false;
    for (size_t i = 0; i < all.n && contact; i++)
        if (all.at[i].what.thing == contact) {
            *out = all.at[i];
            return true;
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool given_read(struct ctx *cx, int64_t contact, struct contact *out,
                struct addeds *below, int64_t *until)
{
    struct permission p;
    struct addeds all;

    *below = (struct addeds){0};
    if (!find_yes(cx, contact, &p) ||
        !may(cx, MAY_SEE, about_it(p.what.person, contact)) ||
        !contact_find(cx, p.what.person, contact, out) ||
        !contact_added(cx, out, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].kind != ADDED_FOR_PAYER)
            *LIST_PUSH(cx->mem, below) = all.at[i];
    *until = p.until;
    return true;
}
