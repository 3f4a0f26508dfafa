#include "meetings/word.h"

#include <string.h>

#include "meetings/meetings_int.h"
#include "sharing/permission.h"

struct place topics_place(int64_t word, struct person_id whose)
{
    return (struct place){"meetings_word.topics", word, whose};
}

struct place dont_place(int64_t word, struct person_id whose)
{
    return (struct place){"meetings_word.dont", word, whose};
}

static struct about about_meeting(struct person_id whose, int64_t meeting)
{
    return (struct about){whose, TOPIC_MEETING, meeting};
}

/* --- reading --- */

void word_lines(struct ctx *cx, const char *lines, const char **out, int n)
{
    for (int i = 0; i < n; i++) {
        const size_t length = strcspn(lines, "\n");
        out[i] = arena_dup_n(cx->mem, lines, length);
        lines += length + (lines[length] == '\n');
    }
}

static const char *join(struct arena *mem, const char *const *lines, int n)
{
    const char *all = "";

    for (int i = 0; i < n; i++)
        if (*lines[i])
            all = arena_fmt(mem, "%s%s%s", all, *all ? "\n" : "", lines[i]);
    return all;
}

/* The columns id, person, meeting, peer, voice, topics, dont, hear, hear_day,
 * how, seated, covered. */
static void take(struct ctx *cx, struct query *q, struct word *w)
{
    *w = (struct word){.id = db_get_int(q), .until = TIME_NONE};
    w->person.v = db_get_int(q);
    w->meeting = db_get_int(q);
    w->peer.v = db_get_int(q);
    w->voice = (enum voice)db_get_int(q);
    word_lines(cx, seal_get(q, topics_place(w->id, w->person)), w->topics,
               TOPICS_MAX);
    word_lines(cx, seal_get(q, dont_place(w->id, w->person)), w->dont,
               DONTS_MAX);
    w->hear = (enum hear)db_get_int(q);
    w->hear_day = db_get_date(q);
    w->how = (enum hear_how)db_get_int(q);
    w->seated = db_get_bool(q);
    w->covered = db_get_bool(q) && w->seated;
}

static bool read_named(struct ctx *cx, struct word *w)
{
    struct query *q = db_sql(
        cx, "SELECT who FROM meetings_named WHERE word = $1 ORDER BY who");

    db_put_int(q, w->id);
    while (db_row(q))
        *LIST_PUSH(cx->mem, &w->named) = db_get_int(q);
    return db_end(q);
}

/* Whether her yes to the peer she named is valid, and until when. */
static bool read_given(struct ctx *cx, struct word *w)
{
    struct permissions all;

    if (!permission_list_about(cx, about_meeting(w->person, w->meeting), &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (permission_is_valid(cx, &all.at[i]) &&
            person_same(all.at[i].to, w->peer)) {
            w->given = true;
            w->until = all.at[i].until;
        }
    return true;
}

static void none_yet(const struct meeting *m, struct person_id whose,
                     struct word *out)
{
    *out = (struct word){.person = whose,
                         .meeting = m->id,
                         .voice = VOICES,
                         .hear_day = DATE_NONE,
                         .until = TIME_NONE};
    for (int i = 0; i < TOPICS_MAX; i++)
        out->topics[i] = "";
    for (int i = 0; i < DONTS_MAX; i++)
        out->dont[i] = "";
}

bool word_get(struct ctx *cx, const struct meeting *m, struct word *out)
{
    const struct person_id me = cx->actor->person;

    none_yet(m, me, out);
    if (!may(cx, MAY_CHANGE, about_meeting(me, m->id)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT w.id, w.person, w.meeting, w.peer, w.voice, w.topics,"
            " w.dont, w.hear, w.hear_day, w.how, CASE WHEN EXISTS"
            " (SELECT 1 FROM meetings_there s WHERE s.meeting = w.meeting"
            " AND s.who = w.peer) THEN 1 ELSE 0 END, CASE WHEN EXISTS"
            " (SELECT 1 FROM meetings_sat h WHERE h.meeting = w.meeting"
            " AND h.who <> w.peer AND NOT EXISTS (SELECT 1 FROM"
            " meetings_named n WHERE n.word = w.id AND n.who = h.who))"
            " THEN 0 ELSE 1 END FROM meetings_word w"
            " WHERE w.meeting = $1 AND w.person = $2");
    db_put_int(q, m->id);
    db_put_int(q, me.v);
    const bool found = db_row(q);
    if (found)
        take(cx, q, out);
    if (!db_end(q))
        return false;
    return !found || (read_named(cx, out) && read_given(cx, out));
}

bool word_history(struct ctx *cx, struct voices_were *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct voices_were){0};
    if (!may(cx, MAY_CHANGE, about_meeting(me, 0)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT m.id, t.name, m.at, w.voice FROM meetings_word w"
            " JOIN meetings_meeting m ON m.id = w.meeting"
            " JOIN people_team t ON t.id = m.team"
            " WHERE w.person = $1 AND m.at <= $2 AND m.called_off IS NULL"
            " ORDER BY m.at DESC LIMIT $3");
    db_put_int(q, me.v);
    db_put_int(q, cx->now - MEETING_SECONDS);
    db_put_int(q, MEETINGS_SHOWN);
    while (db_row(q)) {
        struct voice_was *v = LIST_PUSH(cx->mem, out);
        v->meeting = db_get_int(q);
        v->team_name = db_get_text(q);
        v->at = db_get_int(q);
        v->voice = (enum voice)db_get_int(q);
    }
    return db_end(q);
}

/* --- her yes --- */

static bool lines_fit(struct ctx *cx, const char *name,
                      const char *const *lines, int n)
{
    for (int i = 0; i < n; i++) {
        const char *field = arena_fmt(cx->mem, "%s-%d", name, i + 1);
        if (!text_fits(cx, field, lines[i], TOPIC_WORDS_MAX))
            return false;
    }
    return true;
}

static bool check_lines(struct ctx *cx, const struct word *w)
{
    bool any = false;

    for (int i = 0; i < TOPICS_MAX; i++)
        any = any || *w->topics[i];
    if (!lines_fit(cx, "topic", w->topics, TOPICS_MAX) ||
        !lines_fit(cx, "dont", w->dont, DONTS_MAX))
        return false;
    return any ||
           fail(cx, ERR_INVALID, "topic-1", "Please write what may be said.");
}

/* The peer is at the meeting, and walks with her. */
static bool check_peer(struct ctx *cx, const struct meeting *m,
                       const struct word *w)
{
    struct persons there;
    bool walks = false;

    if (!meeting_there(cx, m->id, &there) ||
        !peer_walks_with(cx, w->peer, w->person, &walks))
        return false;
    return (persons_have(&there, w->peer) && walks) ||
           fail(cx, ERR_INVALID, "peer",
                "Please choose somebody who walks with you.");
}

static bool check(struct ctx *cx, const struct meeting *m, struct word *w)
{
    const struct date day = day_of(m->at);

    if (!check_lines(cx, w) || !check_peer(cx, m, w))
        return false;
    if ((int)w->voice < 0 || w->voice >= VOICES)
        return fail(cx, ERR_INVALID, "voice", "Please choose one.");
    if ((int)w->hear < 0 || w->hear >= HEARS)
        return fail(cx, ERR_INVALID, "hear", "Please choose one.");
    if ((int)w->how < 0 || w->how >= HOWS)
        return fail(cx, ERR_INVALID, "how", "Please choose one.");
    if (w->hear == HEAR_BY &&
        (!date_is_set(w->hear_day) || w->hear_day.days < day.days))
        return fail(cx, ERR_INVALID, "hear-day",
                    "Please choose a day on or after the meeting.");
    if (w->hear == HEAR_NOT)
        w->hear_day = DATE_NONE;
    else if (w->hear != HEAR_BY)
        w->hear_day = (struct date){day.days + (w->hear == HEAR_NEXT_DAY)};
    if (w->until == TIME_NONE)
        w->until = end_of_day(day);
    return true;
}

static bool remove_word(struct ctx *cx, struct person_id whose, int64_t meeting)
{
    struct query *q =
        db_sql(cx, "DELETE FROM meetings_named WHERE word IN"
                   " (SELECT id FROM meetings_word WHERE person = $1"
                   " AND meeting = $2)");

    db_put_int(q, whose.v);
    db_put_int(q, meeting);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM meetings_word WHERE person = $1"
                   " AND meeting = $2");
    db_put_int(q, whose.v);
    db_put_int(q, meeting);
    return db_end(q);
}

static bool write_named(struct ctx *cx, const struct word *w)
{
    for (size_t i = 0; i < w->named.n; i++) {
        struct query *q =
            db_sql(cx, "INSERT INTO meetings_named (word, person, who)"
                       " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
        db_put_int(q, w->id);
        db_put_int(q, w->person.v);
        db_put_int(q, w->named.at[i]);
        if (!db_end(q))
            return false;
    }
    return true;
}

static bool insert(struct ctx *cx, struct word *w)
{
    w->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO meetings_word (id, person, meeting, peer, voice,"
            " topics, dont, hear, hear_day, how)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    db_put_int(q, w->id);
    db_put_int(q, w->person.v);
    db_put_int(q, w->meeting);
    db_put_int(q, w->peer.v);
    db_put_int(q, w->voice);
    seal_put(q, topics_place(w->id, w->person),
             join(cx->mem, w->topics, TOPICS_MAX));
    seal_put(q, dont_place(w->id, w->person),
             join(cx->mem, w->dont, DONTS_MAX));
    db_put_int(q, w->hear);
    db_put_date(q, w->hear_day);
    db_put_int(q, w->how);
    return db_end(q) && write_named(cx, w);
}

bool word_give(struct ctx *cx, const struct meeting *m, struct word *w)
{
    w->person = cx->actor->person;
    w->meeting = m->id;
    if (!may(cx, MAY_CHANGE, about_meeting(w->person, m->id)))
        return false;
    if (meeting_is_over(cx, m))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This meeting is over. There is nothing to say yes to.");
    if (m->off != TIME_NONE)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This meeting is called off. There is nothing to say yes "
                    "to.");
    if (!check(cx, m, w))
        return false;
    struct permission p = {.what = about_meeting(w->person, m->id),
                           .to = w->peer,
                           .purpose = N_("speaking for me at a meeting"),
                           .until = w->until};
    return permission_end_thing(cx, p.what) && permission_give(cx, &p) &&
           remove_word(cx, w->person, m->id) && insert(cx, w);
}

bool word_end(struct ctx *cx, int64_t meeting)
{
    return permission_end_thing(cx, about_meeting(cx->actor->person, meeting));
}
