#include "promises/promise.h"

#include <string.h>

#include "db/db.h"
#include "people/people.h"
#include "rhythm/space.h"
#include "sharing/count.h"
#include "sharing/permission.h"

enum { OPEN = 1U << SAID_APPROVED, OVER = 1U << SAID_CLOSED };

static bool is_late(const struct ctx *cx, const struct said *s)
{
    return s->state == SAID_APPROVED && date_is_set(s->due) &&
           s->due.days < day_of(cx->now).days;
}

/* While she wants space it is not late; that she does is said to who may know
 * when she meets her peer. */
static bool rest(struct ctx *cx, const struct spaces *spaces, struct promise *p)
{
    const struct date until = space_of(spaces, p->said.person);
    bool yes = false;

    p->space = DATE_NONE;
    if (!date_is_set(until))
        return true;
    p->late = false;
    if (!may_know(cx, MAY_SEE, (struct about){p->said.person, TOPIC_TIMES, 0},
                  &yes))
        return false;
    if (yes)
        p->space = until;
    return true;
}

/* Named as whoever reads it calls them. */
static bool add(struct ctx *cx, const struct said *s, bool hers,
                const struct spaces *spaces, struct promises *out)
{
    struct promise *p = LIST_PUSH(cx->mem, out);
    struct person other;

    *p = (struct promise){
        .said = *s, .who = "", .whom = "", .last = "", .before = ""};
    p->late = is_late(cx, s);
    if (!rest(cx, spaces, p) || !said_ended_with(cx, s, &p->before))
        return false;
    p->mine = s->author == reader_of(cx->actor);
    if (!p->mine && !reader_name(cx, s->person, s->author, &p->who))
        return false;
    if (s->last_by != reader_of(cx->actor) &&
        !reader_name(cx, s->person, s->last_by, &p->last))
        return false;
    const struct person_id whom = !hers ? s->person
                                  : s->author == s->person.v
                                      ? s->to
                                      : (struct person_id){0};
    if (!whom.v || person_same(whom, cx->actor->person))
        return true;
    if (!person_get(cx, whom, &other))
        return false;
    p->whom = other.first;
    return true;
}

static bool add_all(struct ctx *cx, const struct saids *in, bool hers,
                    struct promises *out)
{
    struct spaces spaces = {0};

    *out = (struct promises){0};
    /* She herself may ask for more, also while nobody may remind. */
    if (in->n > 0 && cx->actor->role != ROLE_PERSON &&
        !space_all(cx, cx->actor->program, &spaces))
        return false;
    for (size_t i = 0; i < in->n; i++)
        if (!add(cx, &in->at[i], hers, &spaces, out))
            return false;
    return true;
}

static struct said_wish wish_for(unsigned states)
{
    return (struct said_wish){1U << SAID_PROMISE, states,
                              states == OVER ? PROMISES_SHOWN
                                             : PROMISES_OPEN_MAX};
}

bool promise_list(struct ctx *cx, struct person_id whose, bool over,
                  struct promises *out)
{
    const struct said_wish wish = wish_for(over ? OVER : OPEN);
    struct saids all;

    return said_list(cx, whose, &wish, &all) && add_all(cx, &all, true, out);
}

/* Who ended it is gone, and cannot be named: it stands with what is over. */
static void leave_out_nameless(struct promises *told)
{
    size_t n = 0;

    for (size_t i = 0; i < told->n; i++)
        if (*told->at[i].last)
            told->at[n++] = told->at[i];
    told->n = n;
}

static int64_t told_since(const struct ctx *cx)
{
    return time_at((struct date){day_of(cx->now).days - PROMISES_TOLD_DAYS}, 0);
}

bool promise_list_told(struct ctx *cx, struct person_id whose,
                       struct promises *out)
{
    struct saids all;

    if (!said_list_told(cx, whose, told_since(cx), &all) ||
        !add_all(cx, &all, true, out))
        return false;
    leave_out_nameless(out);
    return true;
}

bool promise_list_told_mine(struct ctx *cx, struct promises *out)
{
    struct saids all;

    if (!said_list_told_mine(cx, told_since(cx), &all) ||
        !add_all(cx, &all, false, out))
        return false;
    leave_out_nameless(out);
    return true;
}

bool promise_list_mine(struct ctx *cx, struct promises *out)
{
    const struct said_wish wish = wish_for(OPEN);
    struct saids all;

    return said_list_mine(cx, &wish, &all) && add_all(cx, &all, false, out);
}

bool promise_list_between(struct ctx *cx, struct person_id whose,
                          struct promises *out)
{
    const struct said_wish wish = wish_for(OPEN);
    struct saids all;

    return said_list_between(cx, whose, &wish, &all) &&
           add_all(cx, &all, true, out);
}

/* --- making one --- */

static bool check(struct ctx *cx, const struct will *w)
{
    if (!*w->words)
        return fail(cx, ERR_INVALID, "words", "Please write what it is.");
    if (!text_fits(cx, "words", w->words, PROMISE_WORDS_MAX))
        return false;
    return promise_day_fits(cx, w->due, "due");
}

/* She promises to a peer who walks with her, or to herself. */
static bool check_to(struct ctx *cx, struct person_id whose,
                     struct person_id to)
{
    bool walks = true;

    if (to.v && !peer_walks_with(cx, to, whose, &walks))
        return false;
    return walks || fail(cx, ERR_INVALID, "to",
                         "Please choose somebody who walks with you.");
}

static bool not_too_many(struct ctx *cx, struct person_id whose)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM said_thing WHERE person = $1"
                   " AND kind = $2 AND state = $3");

    db_put_int(q, whose.v);
    db_put_int(q, SAID_PROMISE);
    db_put_int(q, SAID_APPROVED);
    int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < PROMISES_OPEN_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot of open promises. Please end some first.");
}

bool promise_whom(struct ctx *cx, struct persons *out)
{
    struct persons near = {0};

    if (!permission_givers(cx, out))
        return false;
    if (cx->actor->role == ROLE_PEER &&
        !peer_members(cx, cx->actor->person, &near))
        return false;
    for (size_t i = 0; i < near.n; i++)
        if (!persons_have(out, near.at[i].id))
            *LIST_PUSH(cx->mem, out) = near.at[i];
    return true;
}

/* She, the peer who walks with her, and whom she lets see a thing of hers. */
static bool may_promise(struct ctx *cx, struct person_id whose)
{
    struct persons whom = {0};

    if (cx->actor->role != ROLE_PERSON && !promise_whom(cx, &whom))
        return false;
    return persons_have(&whom, whose) ||
           may(cx, MAY_CHANGE, (struct about){whose, TOPIC_PROMISE, 0});
}

bool promise_make(struct ctx *cx, struct person_id whose, struct person_id to,
                  const struct will *w)
{
    struct said s = {.person = whose,
                     .kind = SAID_PROMISE,
                     .to = to,
                     .due = w->due,
                     .until = TIME_NONE,
                     .words = w->words};

    return may_promise(cx, whose) && check(cx, w) && check_to(cx, whose, to) &&
           not_too_many(cx, whose) && said_say(cx, &s);
}

/* --- how it ended --- */

enum said_act promise_act(const char *word)
{
    static const struct {
        const char *word;
        enum said_act act;
    } acts[] = {{"done", ACT_DONE},           {"changed", ACT_CHANGE},
                {"could-not", ACT_COULD_NOT}, {"let-go", ACT_LET_GO},
                {"open", ACT_REOPEN},         {"seen", ACT_SEEN}};

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].word, word) == 0)
            return acts[i].act;
    return SAID_ACTS;
}

/* What was agreed instead, as a promise of who made the first, who acts. */
static bool say_instead(struct ctx *cx, const struct said *old,
                        const struct will *w)
{
    struct said s = {.person = old->person,
                     .kind = SAID_PROMISE,
                     .to = old->to,
                     .about = old->about,
                     .due = w->due,
                     .until = TIME_NONE,
                     .words = w->words};

    return text_fits(cx, "why", w->words, PROMISE_WORDS_MAX) &&
           promise_day_fits(cx, w->due, "due") && said_say(cx, &s);
}

bool promise_move(struct ctx *cx, struct person_id whose, struct said_id id,
                  enum said_act act, const struct will *w)
{
    struct said s;

    if (act == SAID_ACTS)
        return fail(cx, ERR_INVALID, "act", "Please choose one.");
    if (act == ACT_CHANGE && !*w->words)
        return fail(cx, ERR_INVALID, "why",
                    "Please write what was agreed instead.");
    if (!said_move(cx, whose, id, act, w->words))
        return false;
    if (act != ACT_CHANGE)
        return true;
    return said_newest(cx, whose, id, &s) &&
           (s.author != reader_of(cx->actor) || say_instead(cx, &s, w));
}

bool promise_instead(struct ctx *cx, struct person_id whose, struct said_id id,
                     struct date due)
{
    struct promises told;

    if (!promise_list_told_mine(cx, &told))
        return false;
    for (size_t i = 0; i < told.n; i++) {
        const struct said *s = &told.at[i].said;
        if (s->id.v != id.v || !person_same(s->person, whose) ||
            s->ending != ENDED_CHANGED)
            continue;
        return said_move(cx, whose, id, ACT_SEEN, "") &&
               say_instead(cx, s, &(struct will){s->why, due});
    }
    return fail(cx, ERR_CONFLICT, NULL,
                "Something changed meanwhile. Please look once more.");
}

bool promise_count_late(struct ctx *cx, struct promises_late *out)
{
    const struct date today = day_of(cx->now);

    *out = (struct promises_late){0};
    if (!may_count(cx))
        return false;
    struct query *q = db_sql(
        cx,
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN t.due >= $6"
        " THEN 1 ELSE 0 END), 0) FROM said_thing t"
        " WHERE t.program = $1 AND t.kind = $2 AND t.state = $3 AND t.due < $4"
        " AND t.author <> t.person AND NOT EXISTS (SELECT 1"
        " FROM said_reply r JOIN said_thing g ON g.id = r.thing"
        " WHERE r.id = t.about AND g.kind = $5) AND NOT EXISTS (SELECT 1"
        " FROM rhythm_space z WHERE z.person = t.person"
        " AND z.ended IS NULL AND z.until > $4)");
    db_put_int(q, cx->actor->program);
    db_put_int(q, SAID_PROMISE);
    db_put_int(q, SAID_APPROVED);
    db_put_date(q, today);
    db_put_int(q, SAID_GRIEVANCE);
    /* What was due on Sunday is late since Monday. */
    db_put_date(q, (struct date){date_monday(today).days - 1});
    if (db_row(q)) {
        out->n = db_get_int(q);
        out->week = db_get_int(q);
    }
    return db_end(q);
}
