#include "mediation/team.h"

#include <string.h>

static bool nothing(struct ctx *cx)
{
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool same(const struct ctx *cx, struct person_id id)
{
    return person_same(cx->actor->person, id);
}

/* A case of hers that may be before the actor's eyes at this second, and in
 * what part. Asks, and tells nobody yet. */
static bool lets(struct ctx *cx, struct said_id id, struct said *s,
                 struct side *v)
{
    struct person_id whose = {0};
    bool yes = false;

    *s = (struct said){.words = ""};
    *v = side_blank();
    if (!said_whose(cx, id, &whose) || !said_newest(cx, whose, id, s))
        return false;
    if (s->kind != SAID_SIDE || s->author != whose.v || !sides_live(cx, s))
        return nothing(cx);
    if (!side_read(cx, s->words, v) ||
        !consent_lets(cx, s, cx->actor->person.v, &yes))
        return false;
    return (yes && (same(cx, v->other) || same(cx, v->peer))) || nothing(cx);
}

/* The peer's comment is the other side's to read only where she lets it. */
static bool read_other(struct ctx *cx, struct joined *j)
{
    int shown = 0;

    if (!sides_told(cx, &j->said, j->helps ? j->hers.other : j->hers.peer,
                    &j->other))
        return false;
    if (j->helps)
        return true;
    if (!sides_shown(cx, &j->said, &shown))
        return false;
    if (shown == 0 || shown != j->other.said.version)
        j->other = (struct told){.said = {.words = ""}, .side = side_blank()};
    return true;
}

static bool read_mine(struct ctx *cx, struct joined *j)
{
    struct said_id mine = {0};

    if (!sides_told(cx, &j->said, cx->actor->person, &j->mine) ||
        !sides_find(cx, &j->said, cx->actor->person, &mine))
        return false;
    j->drafted = j->mine.side;
    if (!mine.v)
        return true;
    struct said newest = {.words = ""};
    if (!said_get(cx, j->said.person, mine, &newest))
        return false;
    if (newest.approved != TIME_NONE)
        return true;
    j->draft = newest;
    return side_read(cx, newest.words, &j->drafted);
}

/* What was agreed with somebody who was the other side before is not this
 * one's. */
static bool read_replies(struct ctx *cx, struct joined *j)
{
    struct replies all;

    if (!reply_list(cx, j->said.person, j->said.id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].author == j->hers.other.v)
            *LIST_PUSH(cx->mem, &j->replies) = all.at[i];
    return true;
}

bool joined_open(struct ctx *cx, struct said_id id, struct joined *out)
{
    *out =
        (struct joined){.said = {.words = ""},
                        .hers = side_blank(),
                        .mine = {.said = {.words = ""}, .side = side_blank()},
                        .other = {.said = {.words = ""}, .side = side_blank()},
                        .draft = {.words = "", .hash = ""},
                        .drafted = side_blank()};
    struct said s;
    if (!lets(cx, id, &s, &out->hers) ||
        !said_get(cx, s.person, id, &out->said))
        return false;
    out->helps = !same(cx, out->hers.other);
    return part2_protects(cx, &out->protects) &&
           consent_find(cx, &out->said, &out->consent) && read_other(cx, out) &&
           read_mine(cx, out) && read_replies(cx, out);
}

/* --- writing --- */

static bool check_words(struct ctx *cx, const struct side *v, bool helps)
{
    if (helps && !*v->misheard)
        return fail(cx, ERR_INVALID, "misheard",
                    "Please write what you think was misheard.");
    if (!helps && !*v->mean)
        return fail(cx, ERR_INVALID, "mean", "Please write what you mean.");
    return side_fits(cx, v);
}

static bool sign(struct ctx *cx, struct side *v)
{
    struct person p = {.first = ""};

    if (!person_get(cx, cx->actor->person, &p))
        return false;
    v->name = p.first;
    return true;
}

bool joined_write(struct ctx *cx, struct said_id id, struct side *v)
{
    struct side hers;
    struct said s;
    struct said_id mine = {0};

    if (!lets(cx, id, &s, &hers))
        return false;
    const bool helps = !same(cx, hers.other);
    if (helps)
        v->mean = "";
    if (!check_words(cx, v, helps) || !sign(cx, v) ||
        !sides_find(cx, &s, cx->actor->person, &mine))
        return false;
    struct said own = {.id = mine,
                       .person = s.person,
                       .kind = SAID_SIDE,
                       .about = id.v,
                       .due = DATE_NONE,
                       .until = TIME_NONE,
                       .words = side_text(cx, v)};
    const char *text = own.words;
    return mine.v ? may(cx, MAY_CHANGE,
                        (struct about){s.person, TOPIC_MEDIATION, id.v}) &&
                        said_write(cx, &own, text)
                  : said_begin(cx, &own);
}

bool joined_approve(struct ctx *cx, struct said_id id, const char *seen)
{
    struct side hers;
    struct said s;
    struct said_id mine = {0};

    if (!lets(cx, id, &s, &hers) ||
        !may(cx, MAY_CHANGE, (struct about){s.person, TOPIC_MEDIATION, id.v}) ||
        !sides_find(cx, &s, cx->actor->person, &mine))
        return false;
    return mine.v ? said_approve(cx, mine, seen) : nothing(cx);
}

bool joined_agree(struct ctx *cx, struct reply *r, const struct wills *will)
{
    struct side hers;
    struct said s;
    struct told mine;

    if (!lets(cx, r->thing, &s, &hers))
        return false;
    if (!same(cx, hers.other))
        return nothing(cx);
    if (!sides_told(cx, &s, cx->actor->person, &mine))
        return false;
    if (!mine.said.id.v)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Please say your own side first. Then you can agree.");
    return reply_add(cx, r, will);
}

/* --- what there is --- */

/* The peer, too, hears what she answered to the other side of now. */
static bool mark_answer(struct ctx *cx, const struct said *s, struct to_read *r)
{
    struct side hers = side_blank();

    if (r->how < READ_NOT_QUITE || r->how == READ_CLOSED)
        return true;
    return side_read(cx, s->words, &hers) &&
           read_answer(cx, r->id, hers.other.v, &r->how);
}

/* A consent that is over closes it, as its end does. */
static bool mark_line(struct ctx *cx, struct to_read *r)
{
    struct person_id whose = {0};
    struct said s = {.words = ""};
    bool yes = false;

    if (r->how == READ_CLOSED)
        return true;
    if (!said_whose(cx, r->id, &whose) || !said_newest(cx, whose, r->id, &s) ||
        !consent_lets(cx, &s, cx->actor->person.v, &yes))
        return false;
    if (yes)
        return mark_answer(cx, &s, r);
    r->how = READ_CLOSED;
    r->name = "";
    return true;
}

bool joined_list(struct ctx *cx, struct to_reads *out)
{
    if (!to_read_list(cx, SAID_SIDE, out))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!mark_line(cx, &out->at[i]))
            return false;
    to_read_sort(cx->mem, out);
    return true;
}

bool joined_is_closed(struct ctx *cx, struct said_id id, struct to_read *out)
{
    struct to_reads all;

    *out = (struct to_read){.name = ""};
    if (!joined_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id.v == id.v && all.at[i].how == READ_CLOSED) {
            *out = all.at[i];
            return true;
        }
    return nothing(cx);
}
