#include "mediation/sides.h"

#include <string.h>

#include "db/db.h"
#include "mediation/helped.h"
#include "sharing/permission.h"

enum { SIDE = 1 << SAID_SIDE, EVERY = (1 << SAID_STATES) - 1 };

static struct person_id me(const struct ctx *cx)
{
    return cx->actor->person;
}

static struct about case_of(struct person_id whose, struct said_id id)
{
    return (struct about){whose, TOPIC_MEDIATION, id.v};
}

/* Hers, in her own account, and a case: not what another said in one. */
static bool is_mine(struct ctx *cx, struct said_id id)
{
    struct query *q = db_sql(cx, "SELECT id FROM mediation_case WHERE id = $1"
                                 " AND person = $2");

    db_put_int(q, id.v);
    db_put_int(q, me(cx).v);
    bool found = db_row(q);
    if (!db_end(q))
        return false;
    return found && cx->actor->role == ROLE_PERSON
               ? may(cx, MAY_SEE, case_of(me(cx), id))
               : fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool sides_live(const struct ctx *cx, const struct said *hers)
{
    return hers->state >= SAID_APPROVED && hers->state <= SAID_ANSWERED &&
           (hers->until == TIME_NONE || hers->until > cx->now);
}

/* --- what others say in it --- */

bool sides_find(struct ctx *cx, const struct said *hers,
                struct person_id author, struct said_id *out)
{
    struct query *q = db_sql(cx, "SELECT MAX(id) FROM said_thing"
                                 " WHERE about = $1 AND person = $2"
                                 " AND kind = $3 AND author = $4");

    db_put_int(q, hers->id.v);
    db_put_int(q, hers->person.v);
    db_put_int(q, SAID_SIDE);
    db_put_int(q, author.v);
    *out = (struct said_id){db_row(q) ? db_get_int(q) : 0};
    return db_end(q);
}

bool sides_told(struct ctx *cx, const struct said *hers,
                struct person_id author, struct told *out)
{
    struct said_id id = {0};

    *out = (struct told){.said = {.words = ""}, .side = side_blank()};
    if (!author.v)
        return true;
    if (!sides_find(cx, hers, author, &id))
        return false;
    if (!id.v)
        return true;
    if (said_newest(cx, hers->person, id, &out->said))
        return side_read(cx, out->said.words, &out->side);
    if (cx->err.code != ERR_NOTFOUND)
        return false;
    ctx_forgive(cx); /* begun, and not said yet */
    out->said = (struct said){.words = ""};
    return true;
}

bool sides_shown(struct ctx *cx, const struct said *hers, int *out)
{
    struct query *q = db_sql(cx, "SELECT shown FROM mediation_case"
                                 " WHERE id = $1 AND person = $2");

    db_put_int(q, hers->id.v);
    db_put_int(q, hers->person.v);
    *out = db_row(q) ? (int)db_get_int(q) : 0;
    return db_end(q);
}

static bool set_shown(struct ctx *cx, struct said_id id, int version)
{
    struct query *q = db_sql(cx, "UPDATE mediation_case SET shown = $1"
                                 " WHERE id = $2 AND person = $3");

    db_put_int(q, version);
    db_put_int(q, id.v);
    db_put_int(q, me(cx).v);
    return db_end(q);
}

bool sides_show_comment(struct ctx *cx, struct said_id id, bool yes)
{
    struct sides v;

    if (!sides_get(cx, id, &v))
        return false;
    if (!v.comment.said.id.v || !sides_live(cx, &v.said))
        return fail(cx, ERR_CONFLICT, NULL,
                    "Something changed meanwhile. Please look once more.");
    return set_shown(cx, id, yes ? v.comment.said.version : 0);
}

/* --- saying yes --- */

bool sides_offered(struct ctx *cx, struct said_id id, struct said *said,
                   struct side *side)
{
    *side = side_blank();
    return is_mine(cx, id) && said_get(cx, me(cx), id, said) &&
           side_read(cx, said->words, side);
}

/* What she let the other side read of the comment was of the time before. */
static bool give_to_both(struct ctx *cx, const struct said *s,
                         const struct side *v, int64_t until)
{
    const char *purpose = N_("hearing both sides");

    return set_shown(cx, s->id, 0) &&
           said_give(cx, s, v->other, purpose, until) &&
           (!v->peer.v || said_give(cx, s, v->peer, purpose, until));
}

/* Whoever had it before has it no more: who is named now is all there is. */
static bool start_anew(struct ctx *cx, struct said_id id)
{
    return typing_end(cx, id) && set_shown(cx, id, 0) &&
           permission_end_thing(cx, case_of(me(cx), id));
}

static int64_t last_moment(struct date until)
{
    return date_is_set(until) ? end_of_day(until) : TIME_NONE;
}

bool sides_approve(struct ctx *cx, struct said_id id, const char *seen)
{
    struct opening o;
    struct said s;
    bool protects;

    if (!is_mine(cx, id) || !said_get(cx, me(cx), id, &s))
        return false;
    if (s.approved != TIME_NONE && strcmp(s.hash, seen) == 0)
        return true; /* pressed twice: whoever has it keeps it */
    if (!opening_get(cx, me(cx), id, &o) || !opening_is_whole(cx, &o) ||
        !said_approve(cx, id, seen) || !start_anew(cx, id) ||
        !said_newest(cx, me(cx), id, &s))
        return false;
    s.until = last_moment(o.side.until);
    return said_set_until(cx, &s) && part2_protects(cx, &protects) &&
           (protects || give_to_both(cx, &s, &o.side, s.until));
}

/* --- consent --- */

/* The newest words are those she said yes to; v says to whom. */
static bool settled(struct ctx *cx, struct said_id id, struct said *s,
                    struct side *v)
{
    struct said newest;

    *v = side_blank();
    if (!is_mine(cx, id) || !said_newest(cx, me(cx), id, s) ||
        !said_get(cx, me(cx), id, &newest) || !side_read(cx, s->words, v))
        return false;
    return newest.version == s->version ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are newer words. Please read those first, and say yes.");
}

static struct readers_to readers_of(const struct side *v)
{
    struct readers_to to = {.n = 0};

    to.at[to.n++] = v->other;
    if (v->peer.v)
        to.at[to.n++] = v->peer;
    return to;
}

bool sides_give(struct ctx *cx, struct said_id id)
{
    struct said s = {.words = ""};
    struct side side;
    struct sides v;

    if (!settled(cx, id, &s, &side) || !sides_get(cx, id, &v))
        return false;
    if (!v.waiting)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This cannot be given now. Please look once more.");
    return give_to_both(cx, &s, &side, s.until);
}

bool sides_consent(struct ctx *cx, struct said_id id, struct consent *out)
{
    struct said s = {.words = ""};
    struct side v;

    *out = (struct consent){0};
    if (!settled(cx, id, &s, &v) || !consent_find(cx, &s, out))
        return false;
    const struct readers_to to = readers_of(&v);
    return consent_is_valid(cx, out) || consent_offer(cx, &s, &to, out);
}

bool sides_sign(struct ctx *cx, struct said_id id, const struct signing *by)
{
    struct said s = {.words = ""};
    struct side v;
    struct consent c;

    if (!settled(cx, id, &s, &v))
        return false;
    const struct readers_to to = readers_of(&v);
    if (!consent_offer(cx, &s, &to, &c))
        return false;
    if (!consent_sign(cx, &s, &c, by))
        return false;
    const bool sooner = s.until != TIME_NONE && s.until < c.until;
    return give_to_both(cx, &s, &v, sooner ? s.until : c.until);
}

bool sides_unsign(struct ctx *cx, struct said_id id)
{
    const struct said s = {.id = id, .person = me(cx), .words = ""};

    return is_mine(cx, id) && consent_revoke(cx, &s) &&
           permission_end_thing(cx, case_of(me(cx), id));
}

/* --- its end --- */

/* What the others said in it is theirs to see no more, either. */
static bool end_told(struct ctx *cx, struct said_id id)
{
    struct said_id found[SIDES_SHOWN];
    size_t n = 0;
    struct query *q =
        db_sql(cx, "SELECT id FROM said_thing WHERE about = $1"
                   " AND person = $2 AND kind = $3 ORDER BY id DESC LIMIT $4");

    db_put_int(q, id.v);
    db_put_int(q, me(cx).v);
    db_put_int(q, SAID_SIDE);
    db_put_int(q, SIDES_SHOWN);
    while (n < SIDES_SHOWN && db_row(q))
        found[n++].v = db_get_int(q);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!permission_end_thing(cx, case_of(me(cx), found[i])))
            return false;
    return true;
}

bool sides_end(struct ctx *cx, struct said_id id)
{
    const struct said s = {.id = id, .person = me(cx), .words = ""};

    return is_mine(cx, id) && said_withdraw(cx, me(cx), id) &&
           typing_end(cx, id) && consent_revoke(cx, &s) &&
           set_shown(cx, id, 0) && end_told(cx, id) && helped_close(cx, id);
}

/* --- looking --- */

/* The newest she said yes to; when there is none, the draft. */
static bool read_hers(struct ctx *cx, struct said_id id, struct sides *v)
{
    struct said *s = &v->said;

    if (!said_get(cx, me(cx), id, s))
        return false;
    v->pending = s->approved == TIME_NONE && s->state != SAID_DRAFT;
    if (v->pending && !said_newest(cx, me(cx), id, s))
        return false;
    return side_read(cx, s->words, &v->hers);
}

/* Her yes may end apart from the case, among all she allowed. */
static bool other_reads(const struct ctx *cx, const struct sides *v)
{
    bool given = false;

    for (size_t i = 0; i < v->readers.n; i++)
        given |= v->readers.at[i].reader == v->hers.other.v;
    return given && v->lets_read && sides_live(cx, &v->said);
}

static bool read_typist(struct ctx *cx, struct sides *v)
{
    return !sides_live(cx, &v->said) || typing_now(cx, v->said.id, &v->typist);
}

bool sides_get(struct ctx *cx, struct said_id id, struct sides *out)
{
    int shown = 0;

    *out = (struct sides){
        .said = {.words = ""},
        .typist = "",
        .hers = side_blank(),
        .team = {.said = {.words = ""}, .side = side_blank()},
        .comment = {.said = {.words = ""}, .side = side_blank()}};
    struct said *s = &out->said;
    if (!is_mine(cx, id) || !read_hers(cx, id, out) || !read_typist(cx, out) ||
        !part2_protects(cx, &out->protects) ||
        !consent_find(cx, s, &out->consent) ||
        !said_readers(cx, s, &out->readers) ||
        !sides_told(cx, s, out->hers.other, &out->team) ||
        !sides_told(cx, s, out->hers.peer, &out->comment) ||
        !sides_shown(cx, s, &shown) ||
        !reply_list(cx, me(cx), id, &out->replies))
        return false;
    out->lets_read = !out->protects || consent_is_valid(cx, &out->consent);
    out->reads = other_reads(cx, out);
    out->shown = out->reads && shown != 0 && shown == out->comment.said.version;
    out->waiting = sides_live(cx, s) && !out->protects && !out->pending &&
                   out->readers.n == 0;
    return true;
}

void sides_agreed(struct ctx *cx, const struct replies *all,
                  struct replies *agreed, struct replies *proposed)
{
    *agreed = *proposed = (struct replies){0};
    for (size_t i = 0; i < all->n; i++) {
        struct replies *to =
            all->at[i].answer == REPLY_RIGHT ? agreed : proposed;
        *LIST_PUSH(cx->mem, to) = all->at[i];
    }
}

/* What waits in each of hers. */
static bool mark_lines(struct ctx *cx, struct sides_lines *list)
{
    struct query *q =
        db_sql(cx, "SELECT c.id,"
                   " (SELECT COUNT(*) FROM said_reply r WHERE r.thing = c.id"
                   " AND r.answer = $2),"
                   " (SELECT COUNT(*) FROM said_version v WHERE v.thing = c.id"
                   " AND v.approved IS NULL)"
                   " FROM mediation_case c WHERE c.person = $1");

    db_put_int(q, me(cx).v);
    db_put_int(q, REPLY_OPEN);
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        bool answer = db_get_int(q) > 0;
        bool pending = db_get_int(q) > 0;
        for (size_t i = 0; i < list->n; i++) {
            struct sides_line *l = &list->at[i];
            if (l->said.id.v != id)
                continue;
            l->answer = answer && sides_live(cx, &l->said);
            l->pending = pending && sides_live(cx, &l->said);
        }
    }
    return db_end(q);
}

static bool needs_signature(struct ctx *cx, const struct said *s, bool *yes)
{
    struct consent c;

    *yes = false;
    if (!sides_live(cx, s))
        return true;
    if (!consent_find(cx, s, &c))
        return false;
    *yes = !consent_is_valid(cx, &c);
    return true;
}

/* Whether the other side of it has said something, and since she looked. */
static bool mark_team(struct ctx *cx, const struct saids *all,
                      struct sides_line *l)
{
    const struct said *theirs = NULL;
    int version = 0;

    for (size_t i = 0; i < all->n && !theirs; i++)
        if (all->at[i].about == l->said.id.v &&
            all->at[i].author == l->hers.other.v &&
            all->at[i].approved != TIME_NONE)
            theirs = &all->at[i];
    l->team = theirs != NULL;
    if (!theirs || !sides_live(cx, &l->said))
        return true;
    if (!read_before(cx, theirs->id, &version))
        return false;
    l->told = version < theirs->version;
    return true;
}

bool sides_list(struct ctx *cx, struct sides_lines *out)
{
    const struct said_wish wish = {SIDE, EVERY, SIDES_SHOWN * 3};
    struct saids all;
    bool protects;

    *out = (struct sides_lines){0};
    if (!said_list(cx, me(cx), &wish, &all) || !part2_protects(cx, &protects))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i].author != me(cx).v) /* what others said in one of them */
            continue;
        struct sides_line *l = LIST_PUSH(cx->mem, out);
        *l = (struct sides_line){.said = all.at[i]};
        if (!side_read(cx, l->said.words, &l->hers) ||
            (protects && !needs_signature(cx, &l->said, &l->unsigned_yet)) ||
            !mark_team(cx, &all, l))
            return false;
    }
    return mark_lines(cx, out);
}
