#include "signal/card.h"

#include <string.h>

#include "base/text.h"
#include "frame/notes.h"
#include "signal/signal_int.h"

static const char *const shipped[SIGNAL_PARTS] = {
    N_("A peer has been through hard times of their own, and is trained to "
       "walk beside others. How much of that I tell is up to me, and how much "
       "you want to hear is up to you."),
    N_("I am no doctor, no nurse and no case manager. I hand out no pills, I "
       "do not watch you, and I carry no tales to the staff."),
    N_("What you tell me stays with me, unless you say yes. If a life is in "
       "danger I get help, and I tell you that I do."),
    N_("You can say no to me, to a time, or to a question, and need no reason. "
       "You can choose another peer whenever you want.")};

static const char *const fields[SIGNAL_PARTS] = {"means", "is_not", "ours",
                                                 "choose"};
static const char *const columns[SIGNAL_PARTS] = {
    "signal_card.means", "signal_card.is_not", "signal_card.ours",
    "signal_card.choose"};

const char *signal_field(enum signal_part part)
{
    return fields[part];
}

struct place signal_place(enum signal_part part, int64_t id,
                          struct person_id peer)
{
    return (struct place){columns[part], id, peer};
}

static bool read_card(struct ctx *cx, struct signal_card *out)
{
    for (int i = 0; i < SIGNAL_PARTS; i++)
        out->part[i] = lang_text(cx->lang, shipped[i]);
    out->version = 0;
    struct query *q =
        db_sql(cx, "SELECT id, version, means, is_not, ours, choose"
                   " FROM signal_card WHERE person = $1"
                   " ORDER BY version DESC LIMIT 1");
    db_put_int(q, out->peer.id.v);
    if (db_row(q)) {
        const int64_t id = db_get_int(q);
        out->version = db_get_int(q);
        for (int i = 0; i < SIGNAL_PARTS; i++)
            out->part[i] = seal_get(
                q, signal_place((enum signal_part)i, id, out->peer.id));
    }
    return db_end(q);
}

bool signal_get(struct ctx *cx, struct person_id peer, struct signal_card *out)
{
    return person_get(cx, peer, &out->peer) &&
           ((out->peer.role == ROLE_PEER &&
             out->peer.program == cx->actor->program) ||
            fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.")) &&
           read_card(cx, out);
}

static bool good(struct ctx *cx, const char *field, const char *words)
{
    if (!*words)
        return fail(cx, ERR_INVALID, field, "Please write a few words here.");
    return text_fits(cx, field, words, SIGNAL_LETTERS_MAX);
}

static bool insert(struct ctx *cx, int64_t version,
                   const char *const part[SIGNAL_PARTS])
{
    const struct person_id me = cx->actor->person;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO signal_card (id, person, version, made, means, is_not,"
            " ours, choose) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, id);
    db_put_int(q, me.v);
    db_put_int(q, version);
    db_put_time(q, cx->now);
    for (int i = 0; i < SIGNAL_PARTS; i++)
        seal_put(q, signal_place((enum signal_part)i, id, me), part[i]);
    return db_end(q);
}

bool signal_change(struct ctx *cx, const char *const part[SIGNAL_PARTS])
{
    struct signal_card now = {.peer = {.id = cx->actor->person}};
    bool same = true;

    if (!read_card(cx, &now))
        return false;
    for (int i = 0; i < SIGNAL_PARTS; i++) {
        if (!good(cx, fields[i], part[i]))
            return false;
        same = same && strcmp(part[i], now.part[i]) == 0;
    }
    return same || insert(cx, now.version + 1, part);
}

/* --- shown --- */

struct shown {
    struct person_id person, peer;
    int64_t version;
};

static bool write_shown(struct ctx *cx, void *what)
{
    const struct shown *s = what;
    struct query *q =
        db_sql(cx, "INSERT INTO signal_shown (person, peer, since, version)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (person, peer)"
                   " DO UPDATE SET version = excluded.version");

    db_put_int(q, s->person.v);
    db_put_int(q, s->peer.v);
    db_put_time(q, cx->now);
    db_put_int(q, s->version);
    return db_end(q);
}

void signal_note_shown(struct ctx *cx, const struct signal_card *card)
{
    struct shown *s = ARENA_NEW(cx->mem, struct shown);

    *s = (struct shown){cx->actor->person, card->peer.id, card->version};
    note_later(cx, write_shown, s);
}

bool signal_shown_to(struct ctx *cx, struct person_id whose, struct date *day)
{
    *day = DATE_NONE;
    if (!may(cx, MAY_SEE, signal_of(whose)))
        return false;
    struct query *q = db_sql(cx, "SELECT since FROM signal_shown"
                                 " WHERE person = $1 AND peer = $2");
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    if (db_row(q))
        *day = day_of(db_get_time(q));
    return db_end(q);
}
