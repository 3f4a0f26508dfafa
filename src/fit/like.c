#include "fit/like.h"

#include "db/db.h"
#include "fit/fit_int.h"

static struct place like_place(struct person_id whose)
{
    return (struct place){"fit_like.flags", whose.v, whose};
}

bool likes_read(struct ctx *cx, int64_t program, struct person_id whose,
                struct likes *out)
{
    *out = (struct likes){.story = STORY_AS_IS};
    if (!openings_of_none(cx, program, &out->parts))
        return false;
    struct query *q =
        db_sql(cx, "SELECT flags, story FROM fit_like WHERE person = $1");
    db_put_int(q, whose.v);
    if (db_row(q)) {
        openings_read(seal_get(q, like_place(whose)), &out->parts);
        out->story = (enum story)db_get_int(q);
    }
    return db_end(q);
}

bool likes_get(struct ctx *cx, struct likes *out)
{
    const struct person_id me = cx->actor->person;

    if (!may(cx, MAY_SEE, fit_of(me)) ||
        !likes_read(cx, cx->actor->program, me, out))
        return false;
    out->parts = openings_now(cx->mem, &out->parts);
    return true;
}

static bool put_one(struct ctx *cx, struct openings *all,
                    const struct opened *one)
{
    if ((int)one->how < 0 || (int)one->how >= (int)LIKES)
        return fail(cx, ERR_INVALID, "domain",
                    "Please choose welcome, not now, or never.");
    struct opened *stands = opened_in(all, one->domain.id);
    if (!stands)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    stands->how = one->how;
    return true;
}

/* A new wish is asked anew of every peer. */
static bool forget_not_that(struct ctx *cx)
{
    struct query *q = db_sql(cx, "DELETE FROM fit_not_that WHERE person = $1");

    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool likes_set(struct ctx *cx, const struct likes *to)
{
    const struct person_id me = cx->actor->person;
    struct likes all;

    if (!may(cx, MAY_CHANGE, fit_of(me)) ||
        !likes_read(cx, cx->actor->program, me, &all))
        return false;
    if ((int)to->story < 0 || to->story >= STORIES)
        return fail(cx, ERR_INVALID, "story", "Please choose one.");
    for (size_t i = 0; i < to->parts.n; i++)
        if (!put_one(cx, &all.parts, &to->parts.at[i]))
            return false;
    if (all.story != to->story && !forget_not_that(cx))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO fit_like (person, flags, story)"
                   " VALUES ($1, $2, $3) ON CONFLICT (person) DO UPDATE SET"
                   " flags = excluded.flags, story = excluded.story");
    db_put_int(q, me.v);
    seal_put(q, like_place(me), openings_text(cx, &all.parts));
    db_put_int(q, to->story);
    return db_end(q);
}

/* --- compared --- */

static bool compare(struct ctx *cx, struct person_id whose,
                    struct person_id peer, struct commons *out)
{
    struct openings theirs;
    struct likes hers;

    *out = (struct commons){0};
    if (!likes_read(cx, cx->actor->program, whose, &hers) ||
        !deck_open_of(cx, cx->actor->program, peer, &theirs))
        return false;
    for (size_t i = 0; i < theirs.n; i++) {
        const struct opened *o = &theirs.at[i];
        const struct opened *h = opened_in(&hers.parts, o->domain.id);
        if (o->how != OPEN_CLOSED && h && (int)h->how == (int)LIKE_WELCOME)
            *LIST_PUSH(cx->mem, out) =
                (struct common){o->domain, o->how == OPEN_ASK};
    }
    return true;
}

/* She and one peer who walks with her; who acts is one of the two. */
static bool the_two(struct ctx *cx, struct person_id whose,
                    struct person_id peer)
{
    const bool one_of_them =
        is_herself(cx, whose) || person_same(peer, cx->actor->person);
    bool walks = false;

    if (!may(cx, MAY_SEE, fit_of(whose)) ||
        !peer_walks_with(cx, peer, whose, &walks))
        return false;
    return (one_of_them && walks) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool common_of(struct ctx *cx, struct person_id whose, struct person_id peer,
               struct commons *out)
{
    return the_two(cx, whose, peer) && compare(cx, whose, peer, out);
}

bool common_count(struct ctx *cx, struct person_id peer, size_t *n)
{
    const struct person_id me = cx->actor->person;
    struct commons all;

    *n = 0;
    if (!may(cx, MAY_CHANGE, fit_of(me)) || !compare(cx, me, peer, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        *n += !all.at[i].domain.quiet;
    return true;
}

/* --- of a peer's own story --- */

bool story_of(struct ctx *cx, struct person_id whose, struct person_id peer,
              struct story_wish *out)
{
    *out = (struct story_wish){STORY_AS_IS, false};
    if (!the_two(cx, whose, peer))
        return false;
    struct query *q = db_sql(
        cx, "SELECT l.story, n.at FROM fit_like l LEFT JOIN fit_not_that n"
            " ON n.person = l.person AND n.peer = $2 WHERE l.person = $1");
    db_put_int(q, whose.v);
    db_put_int(q, peer.v);
    if (db_row(q)) {
        out->story = (enum story)db_get_int(q);
        out->not_that = db_get_time(q) != TIME_NONE;
    }
    return db_end(q);
}

bool story_not_that(struct ctx *cx, struct person_id whose, bool not_that)
{
    const struct person_id me = cx->actor->person;

    if (is_herself(cx, whose))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!may(cx, MAY_CHANGE, fit_of(whose)) || !the_two(cx, whose, me))
        return false;
    struct query *q =
        not_that ? db_sql(cx, "INSERT INTO fit_not_that (person, peer, at)"
                              " VALUES ($1, $2, $3) ON CONFLICT (person, peer)"
                              " DO NOTHING")
                 : db_sql(cx, "DELETE FROM fit_not_that WHERE person = $1"
                              " AND peer = $2");
    db_put_int(q, whose.v);
    db_put_int(q, me.v);
    if (not_that)
        db_put_time(q, cx->now);
    return db_end(q);
}
