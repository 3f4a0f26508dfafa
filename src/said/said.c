#include <string.h>

#include "said/read.h"
#include "said/said_int.h"
#include "sharing/permission.h"

enum topic said_topic(enum said_kind kind)
{
    switch (kind) {
    case SAID_PAGE: return TOPIC_PAGE;
    case SAID_STATEMENT:
    case SAID_TELL: return TOPIC_STATEMENT;
    case SAID_SIDE: return TOPIC_MEDIATION;
    case SAID_PROMISE: return TOPIC_PROMISE;
    case SAID_ASK: return TOPIC_ASK;
    case SAID_GRIEVANCE: return TOPIC_GRIEVANCE;
    case SAID_KINDS: break;
    }
    return TOPIC_COUNT;
}

struct about said_about(const struct said *s)
{
    return (struct about){s->person, said_topic(s->kind), s->id.v};
}

static struct place words_place(int64_t version, struct person_id whose)
{
    return (struct place){"said_version.words", version, whose};
}

const char *said_hash(struct ctx *cx, const char *words)
{
    return keys_hash(cx->mem, "said.words", words);
}

/* --- reading --- */

void said_take(struct query *q, struct said *s)
{
    *s = (struct said){
        .words = "", .hash = "", .why = "", .approved = TIME_NONE};
    s->id.v = db_get_int(q);
    s->person.v = db_get_int(q);
    s->kind = (enum said_kind)db_get_int(q);
    s->author = db_get_int(q);
    s->to.v = db_get_int(q);
    s->about = db_get_int(q);
    s->state = (enum said_state)db_get_int(q);
    s->ending = (enum said_ending)db_get_int(q);
    s->due = db_get_date(q);
    s->until = db_get_time(q);
    s->made = db_get_time(q);
    s->moved = db_get_time(q);
}

bool said_find(struct ctx *cx, struct person_id whose, struct said_id id,
               struct said *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, person, kind, author, to_whom, about, state, ending,"
            " due, until, made, moved FROM said_thing"
            " WHERE id = $1 AND person = $2");

    *out = (struct said){.words = "", .hash = "", .why = ""};
    db_put_int(q, id.v);
    db_put_int(q, whose.v);
    bool found = db_row(q);
    if (found)
        said_take(q, out);
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool said_whose(struct ctx *cx, struct said_id id, struct person_id *out)
{
    struct query *q = db_sql(cx, "SELECT person FROM said_thing WHERE id = $1");

    db_put_int(q, id.v);
    *out = (struct person_id){db_row(q) ? db_get_int(q) : 0};
    return db_end(q);
}

void said_take_words(struct query *q, struct said *s)
{
    int64_t row = db_get_int(q);

    s->version = (int)db_get_int(q);
    s->words = seal_get(q, words_place(row, s->person));
    s->hash = db_get_text(q);
    s->typed_by.v = db_get_int(q);
    s->approved = db_get_time(q);
}

bool said_read_words(struct ctx *cx, struct said *s, bool approved)
{
    struct query *q =
        db_sql(cx, "SELECT id, version, words, hash, typed_by, approved"
                   " FROM said_version WHERE thing = $1 AND person = $2"
                   " AND ($3 = 0 OR approved IS NOT NULL)"
                   " ORDER BY version DESC LIMIT 1");

    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, approved);
    bool found = db_row(q);
    if (found)
        said_take_words(q, s);
    if (!db_end(q))
        return false;
    return !found || strcmp(said_hash(cx, s->words), s->hash) == 0 ||
           fail(cx, ERR_INTERNAL, NULL,
                "said_version: the words of %lld are not those that were kept",
                (long long)s->id.v);
}

bool said_newest(struct ctx *cx, struct person_id whose, struct said_id id,
                 struct said *out)
{
    if (!said_find(cx, whose, id, out) || !said_read_words(cx, out, true))
        return false;
    return out->version > 0 ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* Who looks at their own words has no look at hers that is told to her. */
static bool may_get(struct ctx *cx, const struct said *s, bool author)
{
    bool yes = false;

    if (!author)
        return may(cx, MAY_SEE, said_about(s));
    return may_know(cx, MAY_SEE, said_about(s), &yes) &&
           (yes || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

bool said_get(struct ctx *cx, struct person_id whose, struct said_id id,
              struct said *out)
{
    if (!said_find(cx, whose, id, out))
        return false;
    const bool author = reader_of(cx->actor) == out->author;
    if (!may_get(cx, out, author))
        return false;
    if (!said_read_words(cx, out, !author))
        return false;
    if (out->version == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!author && !is_herself(cx, whose))
        read_note(cx, out);
    return true;
}

/* --- saying --- */

static bool insert_thing(struct ctx *cx, const struct said *s)
{
    struct query *q = db_sql(
        cx, "INSERT INTO said_thing (id, person, program, kind, author,"
            " to_whom, about, state, ending, due, until, made, moved) VALUES"
            " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)");

    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, s->kind);
    db_put_int(q, s->author);
    if (s->to.v)
        db_put_int(q, s->to.v);
    else
        db_put_null(q);
    db_put_int(q, s->about);
    db_put_int(q, s->state);
    db_put_int(q, s->ending);
    db_put_date(q, s->due);
    db_put_time(q, s->until);
    db_put_time(q, s->made);
    return db_end(q);
}

static bool insert_words(struct ctx *cx, struct said *s, const char *words)
{
    int64_t row = db_new_id(cx), me = reader_of(cx->actor);
    struct query *q = db_sql(
        cx, "INSERT INTO said_version (id, thing, person, version, words,"
            " hash, typed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    s->version++;
    s->words = words;
    s->hash = said_hash(cx, words);
    s->approved = TIME_NONE;
    s->typed_by.v = me == s->author ? 0 : me;
    db_put_int(q, row);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    db_put_int(q, s->version);
    seal_put(q, words_place(row, s->person), words);
    db_put_text(q, s->hash);
    if (s->typed_by.v)
        db_put_int(q, s->typed_by.v);
    else
        db_put_null(q);
    return db_end(q);
}

static bool set_approved(struct ctx *cx, const struct said *s)
{
    struct query *q =
        db_sql(cx, "UPDATE said_version SET approved = $1 WHERE thing = $2"
                   " AND version = $3 AND approved IS NULL");

    db_put_time(q, cx->now);
    db_put_int(q, s->id.v);
    db_put_int(q, s->version);
    return db_end(q);
}

/* Whom she promised it to sees it. */
static bool open_to_whom(struct ctx *cx, const struct said *s)
{
    struct permission p = {.what = said_about(s),
                           .to = s->to,
                           .purpose = N_("what I promised"),
                           .until = TIME_NONE};

    return s->to.v == 0 || permission_give(cx, &p);
}

static bool said_make(struct ctx *cx, struct said *s)
{
    s->id.v = db_new_id(cx);
    s->author = reader_of(cx->actor);
    s->state = SAID_DRAFT;
    s->ending = ENDED_NOT;
    s->made = s->moved = cx->now;
    s->version = 0;
    if (!insert_thing(cx, s) || !insert_words(cx, s, s->words))
        return false;
    if (is_herself(cx, s->person))
        return open_to_whom(cx, s);
    /* Who came by a link has the page it was for, and nothing beside it. */
    return cx->actor->role == ROLE_LINK ||
           permission_of_author(cx, said_about(s));
}

bool said_begin(struct ctx *cx, struct said *s)
{
    s->id.v = 0;
    struct about what = said_about(s);
    if (s->kind == SAID_SIDE) /* who is named in a mediation has a side in it */
        what.thing = s->about;
    if (!may(cx, MAY_CHANGE, what))
        return false;
    return said_make(cx, s);
}

bool said_say(struct ctx *cx, struct said *s)
{
    return said_make(cx, s) && said_step(cx, s, ACT_APPROVE, BY_AUTHOR, "") &&
           set_approved(cx, s);
}

bool said_propose(struct ctx *cx, struct said *s)
{
    return said_make(cx, s) && set_approved(cx, s);
}

/* A draft gives way to the new words; what was approved stays as it is. */
static bool forget_draft(struct ctx *cx, struct said *s)
{
    if (s->version == 0 || s->approved != TIME_NONE)
        return true;
    struct query *q = db_sql(cx, "DELETE FROM said_version WHERE thing = $1"
                                 " AND version = $2 AND approved IS NULL");
    db_put_int(q, s->id.v);
    db_put_int(q, s->version);
    s->version--;
    return db_end(q);
}

/* Her words may be typed by somebody she lets, an ask until it is asked; what
 * another said, by nobody else. */
static bool may_type(struct ctx *cx, const struct said *s)
{
    const bool author = reader_of(cx->actor) == s->author;
    const bool words = s->kind == SAID_STATEMENT || s->kind == SAID_TELL ||
                       (s->kind == SAID_SIDE && s->author == s->person.v) ||
                       (s->kind == SAID_ASK && s->state == SAID_DRAFT);
    struct about what = said_about(s);

    if (words && !author)
        what.topic = TOPIC_TYPING;
    if (!may(cx, MAY_CHANGE, what))
        return false;
    return author || words ||
           fail(cx, ERR_DENIED, NULL, "Only who said this can change it.");
}

bool said_write(struct ctx *cx, struct said *s, const char *words)
{
    struct said_step to;

    if (!said_find(cx, s->person, s->id, s) || !may_type(cx, s) ||
        !said_read_words(cx, s, false))
        return false;
    /* What was proposed stands as it is until her word on it. */
    const bool proposed = s->state == SAID_DRAFT && s->approved != TIME_NONE;
    if (proposed || !said_law(s->kind, s->state, ACT_APPROVE, BY_AUTHOR, &to))
        return fail(cx, ERR_CONFLICT, NULL,
                    "This is over, so it cannot be changed any more.");
    return forget_draft(cx, s) && insert_words(cx, s, words);
}

bool said_owe(struct ctx *cx, struct said *s, struct date due)
{
    struct query *q = db_sql(cx, "UPDATE said_thing SET due = $1 WHERE id = $2"
                                 " AND author = $3 AND due IS NULL");

    s->due = date_is_set(s->due) ? s->due : due;
    db_put_date(q, due);
    db_put_int(q, s->id.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool said_owe_not(struct ctx *cx, struct said_id id)
{
    struct query *q = db_sql(cx, "UPDATE said_thing SET due = NULL"
                                 " WHERE id = $1 AND author = $2");

    db_put_int(q, id.v);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

bool said_throw_away(struct ctx *cx, struct person_id whose, struct said_id id)
{
    struct said s;
    unsigned by;

    if (!said_find(cx, whose, id, &s) || !said_part(cx, &s, &by) ||
        !said_read_words(cx, &s, false))
        return false;
    if (s.state != SAID_DRAFT)
        return fail(cx, ERR_CONFLICT, NULL,
                    "You said yes to this before. You can take it back.");
    return said_step(cx, &s, ACT_WITHDRAW, by, "") && forget_draft(cx, &s);
}

bool said_approve(struct ctx *cx, struct said_id id, const char *seen)
{
    struct person_id whose;
    struct said s = {.hash = ""};

    if (!said_whose(cx, id, &whose) || !said_find(cx, whose, id, &s) ||
        !may(cx, MAY_SEE, said_about(&s)) || !said_read_words(cx, &s, false))
        return false;
    if (reader_of(cx->actor) != s.author ||
        (s.author == whose.v && !is_herself(cx, whose)))
        return fail(cx, ERR_DENIED, NULL,
                    "Only who said this can say yes to it.");
    if (strcmp(s.hash, seen) != 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Something changed meanwhile. Please look once more.");
    if (s.approved != TIME_NONE)
        return true;
    return said_step(cx, &s, ACT_APPROVE, BY_AUTHOR, "") &&
           set_approved(cx, &s);
}

bool said_show_again(struct ctx *cx)
{
    if (cx->err.code != ERR_CONFLICT)
        return false;
    ctx_forgive(cx);
    return fail(cx, ERR_INVALID, "seen",
                "The words changed meanwhile. These are the words of now.");
}
