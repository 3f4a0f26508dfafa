#include "groups/group_day.h"

#include <stdlib.h>

#include "db/db.h"
#include "groups/groups_int.h"
#include "shelf/names.h"

/* --- reading --- */

static struct group_day by_rule(const struct group *g, struct date day)
{
    const int64_t at = time_at(day, g->minute);

    return (struct group_day){.g = g,
                              .day = day,
                              .at = at,
                              .until = at + (int64_t)g->minutes * 60,
                              .topic = "",
                              .told = "",
                              .instead = "",
                              .heads = -1};
}

/* Columns: id, topic, about, taken, off, told, instead, tapped, heads. */
static void take_row(struct query *q, struct group_day *s)
{
    s->id = db_get_int(q);
    s->topic = db_get_text(q);
    s->about = (enum about)db_get_int(q);
    s->taken = db_get_bool(q);
    s->off = db_get_bool(q);
    s->told = db_get_text(q);
    s->instead = db_get_text(q);
    s->tapped = db_get_int(q);
    s->heads = db_get_int(q);
    if (*s->topic && !about_fits(s->g->level, s->about)) {
        s->topic = "";
        s->withheld = true;
    }
}

static struct group_day *find(struct group_days *all, int64_t group,
                              struct date day)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].g->id == group && all->at[i].day.days == day.days)
            return &all->at[i];
    return NULL;
}

static int as_they_come(const void *a, const void *b)
{
    const struct group_day *x = a, *y = b;

    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->g->id < y->g->id ? -1 : x->g->id > y->g->id;
}

static bool read_rows(struct ctx *cx, struct date from, struct date to,
                      struct group_days *out)
{
    struct query *q = db_sql(
        cx, "SELECT in_group, day, id, topic, about, taken, off, told, instead,"
            " tapped, COALESCE(heads, -1) FROM groups_session"
            " WHERE day BETWEEN $1 AND $2");

    db_put_date(q, from);
    db_put_date(q, to);
    while (db_row(q)) {
        const int64_t group = db_get_int(q);
        struct group_day *s = find(out, group, db_get_date(q));
        if (s)
            take_row(q, s);
    }
    return db_end(q);
}

bool group_days_between(struct ctx *cx, const struct groups *all,
                        struct date from, struct date to,
                        struct group_days *out)
{
    *out = (struct group_days){0};
    for (struct date d = from; d.days <= to.days; d.days++)
        for (size_t i = 0; i < all->n; i++)
            if (group_meets(&all->at[i], d))
                *LIST_PUSH(cx->mem, out) = by_rule(&all->at[i], d);
    if (!read_rows(cx, from, to, out))
        return false;
    if (out->n > 0)
        qsort(out->at, out->n, sizeof *out->at, as_they_come);
    return true;
}

bool group_day_get(struct ctx *cx, const struct group *g, struct date day,
                   struct group_day *out)
{
    if (!date_is_set(day) || !group_meets(g, day))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *out = by_rule(g, day);
    struct query *q = db_sql(
        cx, "SELECT id, topic, about, taken, off, told, instead, tapped,"
            " COALESCE(heads, -1) FROM groups_session WHERE in_group = $1"
            " AND day = $2");
    db_put_int(q, g->id);
    db_put_date(q, day);
    if (db_row(q))
        take_row(q, out);
    return db_end(q);
}

bool group_day_is_on(const struct ctx *cx, const struct group_day *s)
{
    return !s->off && cx->now >= s->at - ON_SLACK &&
           cx->now <= s->until + ON_SLACK;
}

int64_t group_day_heads(const struct group_day *s)
{
    return s->heads >= 0 ? s->heads : s->tapped;
}

/* --- writing --- */

bool group_day_row(struct ctx *cx, const struct group_day *s, int64_t *id)
{
    struct query *q = db_sql(
        cx, "INSERT INTO groups_session (id, in_group, day, topic, about,"
            " taken, off, told, instead, tapped) VALUES ($1, $2, $3, '', 0, 0,"
            " 0, '', '', 0) ON CONFLICT (in_group, day) DO NOTHING");

    db_put_int(q, db_new_id(cx));
    db_put_int(q, s->g->id);
    db_put_date(q, s->day);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "SELECT id FROM groups_session WHERE in_group = $1"
                   " AND day = $2");
    db_put_int(q, s->g->id);
    db_put_date(q, s->day);
    *id = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

static bool is_ours(struct ctx *cx, const struct group_day *s)
{
    struct group g;

    return group_ours(cx, s->g->id, &g);
}

static bool is_to_come(struct ctx *cx, const struct group_day *s)
{
    return is_ours(cx, s) &&
           (cx->now < s->at || fail(cx, ERR_CONFLICT, NULL,
                                    "It has begun. Please look once more."));
}

bool group_day_topic(struct ctx *cx, const struct group_day *s,
                     enum about about, const char *topic)
{
    int64_t id = 0;

    if (!is_ours(cx, s))
        return false;
    if (cx->now > s->until)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This day is over. Please look once more.");
    if (!text_fits(cx, "topic", topic, GROUP_LINE_MAX) ||
        (*topic && !about_good(cx, s->g->level, about, topic)) ||
        !group_day_row(cx, s, &id))
        return false;
    struct query *q = db_sql(cx, "UPDATE groups_session SET topic = $1,"
                                 " about = $2 WHERE id = $3");
    db_put_text(q, topic);
    db_put_int(q, *topic ? about : ABOUT_ELSE);
    db_put_int(q, id);
    return db_end(q);
}

bool group_day_take(struct ctx *cx, const struct group_day *s, bool taken)
{
    int64_t id = 0;

    if (!is_to_come(cx, s) || !group_day_row(cx, s, &id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE groups_session SET taken = $1, off = 0, told = '',"
                   " instead = '' WHERE id = $2");
    db_put_int(q, taken);
    db_put_int(q, id);
    return db_end(q);
}

bool group_day_off(struct ctx *cx, const struct group_day *s, const char *told,
                   const char *instead)
{
    int64_t id = 0;

    if (!is_to_come(cx, s))
        return false;
    if (!*told)
        return fail(cx, ERR_INVALID, "told", "Please say how people are told.");
    if (!*instead)
        return fail(cx, ERR_INVALID, "instead",
                    "Please say what there is instead.");
    if (!text_fits(cx, "told", told, GROUP_LINE_MAX) ||
        !text_fits(cx, "instead", instead, GROUP_LINE_MAX) ||
        !group_day_row(cx, s, &id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE groups_session SET taken = 0, off = 1, told = $1,"
                   " instead = $2 WHERE id = $3");
    db_put_text(q, told);
    db_put_text(q, instead);
    db_put_int(q, id);
    return db_end(q);
}

bool group_day_on(struct ctx *cx, const struct group_day *s)
{
    return group_day_take(cx, s, false);
}

/* --- afterwards --- */

/* About the group, and nobody in it. */
static bool note_good(struct ctx *cx, const char *note)
{
    bool named = false;

    if (!text_fits(cx, "note", note, NOTE_MAX) ||
        !names_anybody(cx, note, &named))
        return false;
    return !named ||
           fail(cx, ERR_INVALID, "note",
                "A name seems to be in this. Please write about the group, and "
                "about nobody in it.");
}

static bool keep_note(struct ctx *cx, int64_t session, const char *note)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(cx, "DELETE FROM groups_note WHERE session = $1");

    db_put_int(q, session);
    if (!db_end(q) || !*note)
        return cx->err.code == ERR_NONE;
    q = db_sql(cx, "INSERT INTO groups_note (session, person, words)"
                   " VALUES ($1, $2, $3)");
    db_put_int(q, session);
    db_put_int(q, me.v);
    seal_put(q, note_place(session, me), note);
    return db_end(q);
}

bool group_day_after(struct ctx *cx, const struct group_day *s, int64_t heads,
                     const char *note)
{
    int64_t id = 0;

    if (!is_ours(cx, s))
        return false;
    if (s->off || cx->now < s->at)
        return fail(cx, ERR_CONFLICT, NULL, "This has not been yet.");
    if (heads < 0 || heads > HEADS_MAX)
        return fail(cx, ERR_INVALID, "heads",
                    "Please count how many came: 0 to %d.", HEADS_MAX);
    if (!note_good(cx, note) || !group_day_row(cx, s, &id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE groups_session SET heads = $1 WHERE id = $2");
    db_put_int(q, heads);
    db_put_int(q, id);
    return db_end(q) && keep_note(cx, id, note);
}

bool group_day_note(struct ctx *cx, const struct group_day *s, const char **out)
{
    struct query *q =
        db_sql(cx, "SELECT person, words FROM groups_note WHERE session = $1");

    *out = "";
    db_put_int(q, s->id);
    if (db_row(q)) {
        const struct person_id by = {db_get_int(q)};
        *out = seal_get(q, note_place(s->id, by));
    }
    return db_end(q);
}
