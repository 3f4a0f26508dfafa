#include "shelf/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "db/db.h"
#include "keys/keys.h"
#include "people/people.h"
#include "shelf/names.h"
#include "shelf/ours.h"
#include "shelf/shelf_int.h"

static const struct {
    const char *word, *says;
} tags[SHELF_TAGS] = {{"first", N_("The first time")},
                      {"everyday", N_("Everyday things")},
                      {"home", N_("At home")},
                      {"people", N_("Friends and family")},
                      {"work", N_("Work and learning")},
                      {"body", N_("The body")},
                      {"hope", N_("Hope")},
                      {"hard", N_("Hard days")}};

const char *shelf_tag_says(enum shelf_tag tag)
{
    return tags[tag].says;
}

const char *shelf_tag_word(enum shelf_tag tag)
{
    return tags[tag].word;
}

enum shelf_tag shelf_tag_named(const char *word)
{
    for (int i = 0; i < SHELF_TAGS; i++)
        if (strcmp(tags[i].word, word) == 0)
            return (enum shelf_tag)i;
    return SHELF_TAGS;
}

struct place shelf_place(int64_t question, struct person_id author)
{
    return (struct place){"shelf_question.words", question, author};
}

static bool leads(const struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR;
}

/* Peers alone; or who leads a program too. */
static bool is_here(struct ctx *cx, bool lead_too)
{
    return cx->actor->role == ROLE_PEER || (lead_too && leads(cx)) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- reading --- */

static void put_ours(struct ctx *cx, enum shelf_tag tag,
                     struct shelf_questions *out)
{
    for (int i = 1; i <= SHELF_OURS; i++)
        if (tag == SHELF_TAGS || tag == shelf_ours[i].tag)
            *LIST_PUSH(cx->mem, out) = (struct shelf_question){
                .id = i,
                .tag = shelf_ours[i].tag,
                .words = lang_text(cx->lang, shelf_ours[i].words),
                .who = "",
                .ours = true};
}

static bool put_theirs(struct ctx *cx, enum shelf_tag tag,
                       struct shelf_questions *out)
{
    struct query *q = db_sql(
        cx, "SELECT s.id, s.tag, s.signed, s.person, s.words, p.first"
            " FROM shelf_question s JOIN people_person p ON p.id = s.person"
            " WHERE s.program = $1 AND (CAST($2 AS BIGINT) ="
            " CAST($3 AS BIGINT) OR s.tag = $2)"
            " ORDER BY s.id DESC");

    db_put_int(q, cx->actor->program);
    db_put_int(q, tag);
    db_put_int(q, SHELF_TAGS);
    while (db_row(q)) {
        struct shelf_question *s = LIST_PUSH(cx->mem, out);
        *s = (struct shelf_question){.id = db_get_int(q)};
        s->tag = (enum shelf_tag)db_get_int(q);
        const bool signs = db_get_bool(q);
        const struct person_id author = {db_get_int(q)};
        s->words = seal_get(q, shelf_place(s->id, author));
        const char *first = person_first_get(q, author);
        s->who = signs ? first : "";
        s->mine = person_same(author, cx->actor->person) && !leads(cx);
    }
    return db_end(q);
}

static struct shelf_question *with_id(struct shelf_questions *all, int64_t id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id == id)
            return &all->at[i];
    return NULL;
}

static bool put_uses(struct ctx *cx, struct shelf_questions *all)
{
    struct query *q = db_sql(
        cx, "SELECT question, used, off FROM shelf_use WHERE program = $1");

    db_put_int(q, cx->actor->program);
    while (db_row(q)) {
        struct shelf_question *s = with_id(all, db_get_int(q));
        const int used = (int)db_get_int(q);
        const bool off = db_get_time(q) != TIME_NONE;
        if (s) {
            s->used = used;
            s->off = off;
        }
    }
    return db_end(q);
}

static bool put_votes(struct ctx *cx, struct shelf_questions *all)
{
    struct query *q = db_sql(
        cx, "SELECT question, person FROM shelf_vote WHERE program = $1");

    db_put_int(q, cx->actor->program);
    while (db_row(q)) {
        struct shelf_question *s = with_id(all, db_get_int(q));
        const bool mine = db_get_int(q) == cx->actor->person.v;
        if (s) {
            s->helped++;
            s->voted = s->voted || (mine && !leads(cx));
        }
    }
    return db_end(q);
}

/* Those that helped most first, then those used most, then peers' own. */
static int by_help(const void *a, const void *b)
{
    const struct shelf_question *x = a, *y = b;

    if (x->off != y->off)
        return x->off - y->off;
    if (x->helped != y->helped)
        return y->helped - x->helped;
    if (x->used != y->used)
        return y->used - x->used;
    if (x->ours != y->ours)
        return x->ours - y->ours;
    return x->id < y->id ? -1 : x->id > y->id;
}

/* What was taken down is for who leads alone. */
static void drop_off(struct shelf_questions *all)
{
    size_t kept = 0;

    for (size_t i = 0; i < all->n; i++)
        if (!all->at[i].off)
            all->at[kept++] = all->at[i];
    all->n = kept;
}

bool shelf_list(struct ctx *cx, enum shelf_tag tag, struct shelf_questions *out)
{
    *out = (struct shelf_questions){0};
    if (!is_here(cx, true) || !put_theirs(cx, tag, out))
        return false;
    put_ours(cx, tag, out);
    if (!put_uses(cx, out) || !put_votes(cx, out))
        return false;
    if (!leads(cx))
        drop_off(out);
    if (out->n > 0)
        qsort(out->at, out->n, sizeof *out->at, by_help);
    return true;
}

bool shelf_count(struct ctx *cx, int64_t *n)
{
    struct query *q = db_sql(
        cx, "SELECT (SELECT COUNT(*) FROM shelf_question WHERE program = $1) -"
            " (SELECT COUNT(*) FROM shelf_use WHERE program = $1"
            " AND off IS NOT NULL)");

    db_put_int(q, cx->actor->program);
    *n = db_row(q) ? db_get_int(q) + SHELF_OURS : 0;
    return db_end(q);
}

/* --- putting one on it --- */

static bool check_anybody(struct ctx *cx, const struct shelf_new *n)
{
    bool named = false;

    if (n->anybody == ANYBODY_UNSAID)
        return fail(cx, ERR_INVALID, "anybody",
                    "Please say whether anybody's name or story is in it.");
    if (n->anybody == ANYBODY_YES)
        return fail(cx, ERR_INVALID, "anybody",
                    "Please write it so that it could be asked of anybody. "
                    "Then it can stand here.");
    if (!names_anybody(cx, n->words, &named))
        return false;
    return !named || fail(cx, ERR_INVALID, "words",
                          "There may be a name in it of somebody here. Please "
                          "write it without. Then it can stand here.");
}

static bool check(struct ctx *cx, const struct shelf_new *n)
{
    if (!*n->words)
        return fail(cx, ERR_INVALID, "words", "Please write the question.");
    if (!text_fits(cx, "words", n->words, SHELF_WORDS_MAX))
        return false;
    if ((int)n->tag < 0 || n->tag >= SHELF_TAGS)
        return fail(cx, ERR_INVALID, "tag", "Please choose what it is about.");
    return check_anybody(cx, n);
}

static bool has_room(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM shelf_question WHERE program = $1");

    db_put_int(q, cx->actor->program);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < SHELF_A_PROGRAM ||
           fail(cx, ERR_CONFLICT, NULL,
                "The shelf is full. Please take one of yours off first.");
}

bool shelf_add(struct ctx *cx, const struct shelf_new *n)
{
    if (!is_here(cx, false) || !check(cx, n) || !has_room(cx))
        return false;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO shelf_question (id, person, program, signed, tag,"
            " words, made) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, n->signed_by_name);
    db_put_int(q, n->tag);
    seal_put(q, shelf_place(id, cx->actor->person), n->words);
    db_put_time(q, cx->now);
    return db_end(q);
}

/* --- using it --- */

static bool is_ours(int64_t question)
{
    return question >= 1 && question <= SHELF_OURS;
}

/* It stands on the shelf of the actor's program. */
static bool stands(struct ctx *cx, int64_t question)
{
    struct query *q = db_sql(
        cx, "SELECT (SELECT COUNT(*) FROM shelf_question WHERE id = $1"
            " AND program = $2), (SELECT COUNT(*) FROM shelf_use"
            " WHERE question = $1 AND program = $2 AND off IS NOT NULL)");

    db_put_int(q, question);
    db_put_int(q, cx->actor->program);
    bool there = db_row(q) && (db_get_int(q) > 0 || is_ours(question));
    there = there && db_get_int(q) == 0;
    if (!db_end(q))
        return false;
    return there || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool shelf_used(struct ctx *cx, int64_t question)
{
    if (!is_here(cx, false) || !stands(cx, question))
        return false;
    struct query *q = db_sql(
        cx, "INSERT INTO shelf_use (program, question, used) VALUES ($1, $2, 1)"
            " ON CONFLICT (program, question)"
            " DO UPDATE SET used = shelf_use.used + 1");
    db_put_int(q, cx->actor->program);
    db_put_int(q, question);
    return db_end(q);
}

bool shelf_helped(struct ctx *cx, int64_t question, bool yes)
{
    if (!is_here(cx, false) || !stands(cx, question))
        return false;
    struct query *q =
        yes ? db_sql(cx, "INSERT INTO shelf_vote (program, question, person)"
                         " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            : db_sql(cx, "DELETE FROM shelf_vote WHERE program = $1"
                         " AND question = $2 AND person = $3");
    db_put_int(q, cx->actor->program);
    db_put_int(q, question);
    db_put_int(q, cx->actor->person.v);
    return db_end(q);
}

/* --- off the shelf --- */

/* One of ours: off at this moment; TIME_NONE: back. */
static bool set_off(struct ctx *cx, int64_t question, int64_t off)
{
    struct query *q =
        db_sql(cx, "INSERT INTO shelf_use (program, question, used, off)"
                   " VALUES ($1, $2, 0, $3) ON CONFLICT (program, question)"
                   " DO UPDATE SET off = excluded.off");

    db_put_int(q, cx->actor->program);
    db_put_int(q, question);
    db_put_time(q, off);
    return db_end(q);
}

static bool forget(struct ctx *cx, struct query *q, int64_t question)
{
    db_put_int(q, question);
    db_put_int(q, cx->actor->program);
    return db_end(q);
}

bool shelf_remove(struct ctx *cx, int64_t question)
{
    if (!is_here(cx, true) || !stands(cx, question))
        return false;
    if (is_ours(question))
        return leads(cx)
                   ? set_off(cx, question, cx->now)
                   : fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    struct query *q = db_sql(cx, "DELETE FROM shelf_question WHERE id = $1"
                                 " AND program = $2 AND (CAST($3 AS BIGINT) = 1"
                                 " OR person = $4) RETURNING id");
    db_put_int(q, question);
    db_put_int(q, cx->actor->program);
    db_put_int(q, leads(cx));
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q) &&
           forget(cx,
                  db_sql(cx, "DELETE FROM shelf_vote WHERE question = $1"
                             " AND program = $2"),
                  question) &&
           forget(cx,
                  db_sql(cx, "DELETE FROM shelf_use WHERE question = $1"
                             " AND program = $2"),
                  question);
}

bool shelf_put_back(struct ctx *cx, int64_t question)
{
    if (!leads(cx) || !is_ours(question))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return set_off(cx, question, TIME_NONE);
}
