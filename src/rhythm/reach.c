#include "rhythm/reach.h"

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"
#include "rhythm/task.h"
#include "sharing/may.h"

static const char *const words[CHANNELS] = {"", "call", "text", "note", "word"};

enum channel channel_parse(const char *word)
{
    for (int c = CHANNEL_CALL; c < CHANNELS; c++)
        if (strcmp(words[c], word) == 0)
            return (enum channel)c;
    return CHANNEL_NONE;
}

const char *channel_word(enum channel c)
{
    return words[c];
}

bool reach_has(const struct reach *r, enum channel c)
{
    return c > CHANNEL_NONE && c < CHANNELS && (r->safe >> c & 1) != 0;
}

bool reach_mail(const struct reach *r)
{
    return (r->safe & REACH_MAIL) != 0 && r->most > 1;
}

bool ways_leave_word(unsigned ways)
{
    return (ways & (REACH_MAIL | 1U << CHANNEL_NOTE | 1U << CHANNEL_WORD)) != 0;
}

static struct place place_of_who(int64_t id, struct person_id whose)
{
    return (struct place){"rhythm_reach.who", id, whose};
}

static bool take(struct ctx *cx, struct person_id whose, bool with_words,
                 struct reach *out)
{
    struct query *q = db_sql(cx, "SELECT id, safe, most, who FROM rhythm_reach"
                                 " WHERE person = $1");

    *out = (struct reach){.who = ""};
    db_put_int(q, whose.v);
    if (db_row(q)) {
        const int64_t id = db_get_int(q);
        out->safe = (unsigned)db_get_int(q);
        out->most = (int)db_get_int(q);
        if (with_words)
            out->who = seal_get(q, place_of_who(id, whose));
    }
    return db_end(q);
}

bool reach_get(struct ctx *cx, struct person_id whose, struct reach *out)
{
    *out = (struct reach){.who = ""};
    return may(cx, MAY_SEE, (struct about){whose, TOPIC_REACH, 0}) &&
           take(cx, whose, true, out);
}

bool reach_rule(struct ctx *cx, struct person_id whose, struct reach *out)
{
    return take(cx, whose, false, out);
}

static bool row_of(struct ctx *cx, struct person_id whose, int64_t *id)
{
    *id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO rhythm_reach (id, person, safe, most, changed)"
                   " VALUES ($1, $2, 0, 0, $3)"
                   " ON CONFLICT (person) DO UPDATE SET changed = $3"
                   " RETURNING id");
    db_put_int(q, *id);
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    if (db_row(q))
        *id = db_get_int(q);
    return db_end(q);
}

bool reach_put(struct ctx *cx, struct person_id whose, const struct reach *r)
{
    int64_t id = 0;

    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_REACH, 0}))
        return false;
    if (r->most < 0 || r->most > REACH_TRIES_MAX)
        return fail(cx, ERR_INVALID, "most", "Please choose from 0 to %d.",
                    REACH_TRIES_MAX);
    if (text_length(r->who) > REACH_WHO_MAX)
        return fail(cx, ERR_INVALID, "who", "Please make it a bit shorter.");
    if (reach_has(r, CHANNEL_WORD) && !*r->who)
        return fail(cx, ERR_INVALID, "who",
                    "Please say who can take a word for me.");
    if (!row_of(cx, whose, &id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE rhythm_reach SET safe = $1, most = $2, who = $3"
                   " WHERE id = $4");
    db_put_int(q, reach_has(r, CHANNEL_CALL) ? r->safe
                                             : r->safe & ~(unsigned)REACH_MAIL);
    db_put_int(q, r->most);
    seal_put(q, place_of_who(id, whose), r->who);
    db_put_int(q, id);
    return db_end(q) && task_close_used(cx, whose);
}
