#include "meetings/support.h"

#include "meetings/meetings_int.h"
#include "sharing/permission.h"

struct place support_place(int64_t support, struct person_id whose)
{
    return (struct place){"meetings_support.words", support, whose};
}

static struct about about_support(struct person_id whose, int64_t id)
{
    return (struct about){whose, TOPIC_SUPPORT, id};
}

/* --- hers --- */

/* Somebody of her program who treats her, or nobody. */
static bool check_about(struct ctx *cx, const struct support *s)
{
    struct persons staff;
    bool found = s->about.v == 0;

    if (!people_staff(cx, cx->actor->program,
                      ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
                      &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++)
        found = found || person_same(staff.at[i].id, s->about);
    return found || fail(cx, ERR_INVALID, "about", "Please choose one.");
}

static bool check(struct ctx *cx, const struct support *s)
{
    bool walks = false;

    if ((int)s->kind < 0 || s->kind >= SUPPORT_KINDS)
        return fail(cx, ERR_INVALID, "kind", "Please choose one.");
    if (!peer_walks_with(cx, s->peer, s->person, &walks))
        return false;
    if (!walks)
        return fail(cx, ERR_INVALID, "peer",
                    "Please choose somebody who walks with you.");
    if (!text_fits(cx, "words", s->words, SUPPORT_WORDS_MAX))
        return false;
    return check_about(cx, s);
}

static bool not_too_many(struct ctx *cx)
{
    struct supports open;

    return support_list(cx, &open) &&
           (open.n < SUPPORTS_OPEN_MAX ||
            fail(cx, ERR_CONFLICT, NULL,
                 "You have asked a lot already. Please end some first."));
}

static bool insert(struct ctx *cx, const struct support *s)
{
    struct query *q = db_sql(
        cx, "INSERT INTO meetings_support (id, person, peer, about, kind,"
            " words, made, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, s->id);
    db_put_int(q, s->person.v);
    db_put_int(q, s->peer.v);
    if (s->about.v)
        db_put_int(q, s->about.v);
    else
        db_put_null(q);
    db_put_int(q, s->kind);
    seal_put(q, support_place(s->id, s->person), *s->words ? s->words : NULL);
    db_put_int(q, s->made);
    db_put_int(q, SUPPORT_NO_WORD);
    return db_end(q);
}

bool support_ask(struct ctx *cx, struct support *s)
{
    s->person = cx->actor->person;
    s->made = cx->now;
    if (!may(cx, MAY_CHANGE, about_support(s->person, 0)) || !check(cx, s) ||
        !not_too_many(cx))
        return false;
    s->id = db_new_id(cx);
    struct permission p = {.what = about_support(s->person, s->id),
                           .to = s->peer,
                           .purpose = N_("being there for me"),
                           .until = TIME_NONE};
    return permission_give(cx, &p) && insert(cx, s);
}

/* The columns of meetings_support_line. */
static bool take_all(struct ctx *cx, struct query *q, struct supports *out)
{
    *out = (struct supports){0};
    while (db_row(q)) {
        struct support *s = LIST_PUSH(cx->mem, out);
        *s = (struct support){.id = db_get_int(q)};
        s->person.v = db_get_int(q);
        s->peer.v = db_get_int(q);
        s->about.v = db_get_int(q);
        s->kind = (enum support_kind)db_get_int(q);
        s->words = seal_get(q, support_place(s->id, s->person));
        s->made = db_get_int(q);
        s->answer = (enum support_answer)db_get_int(q);
        const char *her = person_first_get(q, s->person);
        const char *peer = person_first_get(q, s->peer);
        s->about_name = person_first_get(q, s->about);
        s->who = person_same(s->person, cx->actor->person) ? peer : her;
    }
    return db_end(q);
}

/* She may end her yes apart from what she asked, among all she allowed. */
static bool check_shown(struct ctx *cx, struct support *s)
{
    struct permissions all;

    if (!permission_list_about(cx, about_support(s->person, s->id), &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        s->shown |= person_same(all.at[i].to, s->peer) &&
                    permission_is_valid(cx, &all.at[i]);
    return true;
}

bool support_list(struct ctx *cx, struct supports *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct supports){0};
    if (!may(cx, MAY_CHANGE, about_support(me, 0)))
        return false;
    struct query *q =
        db_sql(cx, "SELECT * FROM meetings_support_line WHERE person = $1"
                   " AND ended IS NULL ORDER BY id DESC");
    db_put_int(q, me.v);
    if (!take_all(cx, q, out))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!check_shown(cx, &out->at[i]))
            return false;
    return true;
}

bool support_end(struct ctx *cx, int64_t id)
{
    const struct person_id me = cx->actor->person;

    if (!permission_end_thing(cx, about_support(me, id)))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE meetings_support SET ended = $1 WHERE id = $2"
                   " AND person = $3 AND ended IS NULL RETURNING id");
    db_put_int(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, me.v);
    return db_end_one(q);
}

/* --- the peer's side --- */

bool support_list_asked(struct ctx *cx, bool words, struct supports *out)
{
    struct supports all;
    struct query *q =
        db_sql(cx, "SELECT * FROM meetings_support_line WHERE peer = $1"
                   " AND ended IS NULL ORDER BY id DESC");

    *out = (struct supports){0};
    db_put_int(q, cx->actor->person.v);
    if (!take_all(cx, q, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct about what = about_support(all.at[i].person, all.at[i].id);
        bool yes = false;
        if (!may_know(cx, MAY_SEE, what, &yes))
            return false;
        if (!yes)
            continue;
        if (words && !may(cx, MAY_SEE, what))
            return false;
        struct support *one = LIST_PUSH(cx->mem, out);
        *one = all.at[i];
        one->words = words ? one->words : "";
    }
    return true;
}

bool support_say(struct ctx *cx, struct person_id whose, int64_t id,
                 enum support_answer answer)
{
    if (!may(cx, MAY_SEE, about_support(whose, id)))
        return false;
    if (answer != SUPPORT_YES && answer != SUPPORT_TALK)
        return fail(cx, ERR_INVALID, "answer", "Please choose one.");
    struct query *q = db_sql(
        cx, "UPDATE meetings_support SET answer = $1, answered = $2"
            " WHERE id = $3 AND person = $4 AND peer = $5 AND ended IS NULL"
            " RETURNING id");
    db_put_int(q, answer);
    db_put_int(q, cx->now);
    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}
