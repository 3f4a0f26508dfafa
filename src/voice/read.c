#include "voice/read.h"

#include "db/db.h"

static bool is_words(enum said_kind kind)
{
    return kind == SAID_STATEMENT || kind == SAID_TELL;
}

/* Words of hers that may be before the actor's eyes at this second. */
static bool lets(struct ctx *cx, struct said_id id, struct said *s)
{
    struct person_id whose = {0};
    bool yes = false;

    if (!said_whose(cx, id, &whose) || !said_newest(cx, whose, id, s) ||
        !consent_lets(cx, s, cx->actor->person.v, &yes))
        return false;
    return (yes && is_words(s->kind)) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool read_aloud(struct ctx *cx, struct opened *o)
{
    struct said_wases was;

    if (!said_history(cx, o->said.person, o->said.id, &was))
        return false;
    for (size_t i = 0; i < was.n; i++)
        if (was.at[i].act == ACT_DELIVER && *was.at[i].why &&
            was.at[i].by == reader_of(cx->actor))
            *LIST_PUSH(cx->mem, &o->aloud) = was.at[i];
    return true;
}

static bool says_how(struct ctx *cx, const struct said *s, bool *told)
{
    struct query *q = db_sql(cx, "SELECT told FROM voice_draft WHERE id = $1"
                                 " AND person = $2");

    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    *told = db_row(q) && db_get_int(q) != 0;
    return db_end(q);
}

/* While it stays open, too (R46). */
static bool read_help(struct ctx *cx, struct opened *o)
{
    bool told = false;

    o->help = (struct said_was){.at = TIME_NONE, .why = ""};
    return says_how(cx, &o->said, &told) &&
           (!told || said_help(cx, o->said.person, o->said.id, &o->help));
}

static bool read_beside(struct ctx *cx, struct opened *o)
{
    struct comments all;

    if (!comment_list(cx, o->said.person, o->said.id, &all))
        return false;
    o->beside = comment_shown(cx, &all, o->protects ? &o->consent : NULL);
    return true;
}

bool voice_open(struct ctx *cx, struct said_id id, enum verb verb,
                struct opened *out)
{
    struct said s;

    *out = (struct opened){.said = {.words = ""}};
    if (!lets(cx, id, &s) ||
        !may(cx, verb, (struct about){s.person, TOPIC_STATEMENT, id.v}) ||
        !said_get(cx, s.person, id, &out->said))
        return false;
    return words_read(cx, out->said.words, &out->words) &&
           consent_needed(cx, &out->said, &out->protects) &&
           consent_find(cx, &out->said, &out->consent) &&
           reply_list(cx, s.person, id, &out->replies) && read_aloud(cx, out) &&
           read_help(cx, out) && read_beside(cx, out);
}

bool voice_reply(struct ctx *cx, struct reply *r, const struct wills *will)
{
    struct said s;

    return lets(cx, r->thing, &s) && reply_add(cx, r, will);
}

bool voice_aloud(struct ctx *cx, struct said_id id, const char *note)
{
    struct opened o;

    if (!voice_open(cx, id, MAY_SEE, &o))
        return false;
    if (!o.words.aloud || o.protects)
        return fail(cx, ERR_DENIED, NULL,
                    "These words are only for those who are named.");
    if (!*note)
        return fail(cx, ERR_INVALID, "note",
                    "Please write where you read it, and when.");
    if (!text_fits(cx, "note", note, VOICE_NOTE_MAX))
        return false;
    return said_move(cx, o.said.person, id, ACT_DELIVER, note);
}

/* --- what there is to read --- */

/* A consent that is over closes it, as taking back does. */
static bool close_unsigned(struct ctx *cx, struct to_reads *all)
{
    for (size_t i = 0; i < all->n; i++) {
        struct to_read *r = &all->at[i];
        struct person_id whose = {0};
        struct said s;
        bool yes = false;
        if (r->how == READ_CLOSED)
            continue;
        if (!said_whose(cx, r->id, &whose) ||
            !said_newest(cx, whose, r->id, &s) ||
            !consent_lets(cx, &s, cx->actor->person.v, &yes))
            return false;
        if (!yes) {
            r->how = READ_CLOSED;
            r->name = "";
        }
    }
    return true;
}

bool voice_to_read(struct ctx *cx, struct to_reads *out)
{
    struct to_reads both[2];

    *out = (struct to_reads){0};
    if (!to_read_list(cx, SAID_TELL, &both[0]) ||
        !to_read_list(cx, SAID_STATEMENT, &both[1]) ||
        !close_unsigned(cx, &both[0]) || !close_unsigned(cx, &both[1]))
        return false;
    for (int k = 0; k < 2; k++)
        for (size_t i = 0; i < both[k].n; i++)
            *LIST_PUSH(cx->mem, out) = both[k].at[i];
    to_read_sort(cx->mem, out);
    return true;
}

/* Whether it helped, to who read these very words, where she said so (R46).
 * Their right to the words is over by then: it is her word to them, and no
 * other. */
static bool read_end(struct ctx *cx, struct said_id id, struct over *o)
{
    struct person_id whose = {0};
    struct said s;
    int read = 0;
    bool told = false, lets = false;

    if (!said_whose(cx, id, &whose) || !said_newest(cx, whose, id, &s) ||
        !says_how(cx, &s, &told) || !read_before(cx, id, &read) ||
        !consent_lets(cx, &s, cx->actor->person.v, &lets))
        return false;
    o->told = told && lets && read == s.version;
    struct said_was help;
    if (!o->told)
        return true;
    if (!said_help(cx, whose, id, &help))
        return false;
    o->helped = said_helped(help.act);
    o->why = help.why;
    return true;
}

bool voice_is_closed(struct ctx *cx, struct said_id id, struct over *out)
{
    struct to_reads all;

    *out = (struct over){.why = ""};
    if (!voice_to_read(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].id.v == id.v && all.at[i].how == READ_CLOSED) {
            out->r = all.at[i];
            return out->r.withdrawn != TIME_NONE || read_end(cx, id, out);
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}
