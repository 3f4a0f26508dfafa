#include "weighing/sheet.h"

#include <string.h>

#include "visits/bring.h"
#include "weighing/beside.h"
#include "weighing/weighing_int.h"

#define OPTION(n)                                              \
    {"option-" n, SHEET_LINE_MAX}, {"for-" n, SHEET_TEXT_MAX}, \
    {                                                          \
        "against-" n, SHEET_TEXT_MAX                           \
    }

static const struct {
    const char *field;
    int room;
} parts[SHEET_PARTS] = {{"about", SHEET_LINE_MAX},
                        OPTION("1"),
                        OPTION("2"),
                        OPTION("3"),
                        {"matters", SHEET_TEXT_MAX},
                        {"worries", SHEET_TEXT_MAX},
                        {"ask-1", SHEET_ASK_MAX},
                        {"ask-2", SHEET_ASK_MAX},
                        {"ask-3", SHEET_ASK_MAX}};

const char *sheet_field(enum sheet_part p)
{
    return parts[p].field;
}

/* A peer may sit beside her on this part where the rule is this. */
static bool sheet_part_open(enum sheet_part p, enum talk rule)
{
    return rule == TALK_OPEN || (rule == TALK_QUESTIONS && p >= SHEET_ASK);
}

struct about sheet_about(struct person_id whose, int64_t sheet)
{
    return (struct about){whose, TOPIC_WEIGHING, sheet};
}

struct place sheet_place(int64_t part, struct person_id whose)
{
    return (struct place){"weighing_part.words", part, whose};
}

struct place sheet_waits_place(int64_t part, struct person_id whose)
{
    return (struct place){"weighing_part.waits", part, whose};
}

/* --- reading --- */

/* A part that is not open is not opened. */
static void read_part(struct query *q, struct sheet *s)
{
    const int64_t id = db_get_int(q);
    const int64_t part = db_get_int(q);
    struct sheet_words none = {0};
    struct sheet_words *w =
        part >= 0 && part < SHEET_PARTS ? &s->part[part] : &none;
    const struct blob words = db_get_blob(q), waits = db_get_blob(q);
    const struct person_id by = {db_get_int(q)};
    const int64_t typed = db_get_int(q);

    if (!w->open)
        return;
    if (!unseal(db_ctx(q), sheet_place(id, s->person), words, &w->words) ||
        !unseal(db_ctx(q), sheet_waits_place(id, s->person), waits,
                &w->waits)) {
        db_break(q);
        return;
    }
    w->waiting = by.v != 0;
    if (!w->waiting || typed < s->typed)
        return;
    s->typed = typed;
    s->typist = by;
}

/* Nothing is on it. */
static void clear_parts(struct sheet *s)
{
    for (int p = 0; p < SHEET_PARTS; p++)
        s->part[p] = (struct sheet_words){
            "", "", false, sheet_part_open((enum sheet_part)p, s->rule)};
}

static bool read_parts(struct ctx *cx, struct sheet *s)
{
    struct query *q =
        db_sql(cx, "SELECT id, part, words, waits, typed_by, typed"
                   " FROM weighing_part WHERE sheet = $1 AND person = $2");

    clear_parts(s);
    db_put_int(q, s->id);
    db_put_int(q, s->person.v);
    while (db_row(q))
        read_part(q, s);
    return db_end(q);
}

bool sheet_get(struct ctx *cx, struct person_id whose, int64_t id,
               struct sheet *out)
{
    *out = (struct sheet){.id = id, .person = whose};
    if (!sheet_rule(cx, sheet_about(whose, id), &out->rule))
        return false;
    struct query *q = db_sql(cx, "SELECT changed FROM weighing_sheet"
                                 " WHERE id = $1 AND person = $2");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    const bool is = db_row(q);
    out->changed = db_get_int(q);
    if (!db_end(q))
        return false;
    if (!is)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return read_parts(cx, out);
}

/* Hers alone to do: a peer who sits beside her has no part in it. */
static bool get_mine(struct ctx *cx, int64_t id, struct sheet *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct sheet){.id = id, .person = me, .rule = TALK_OPEN};
    clear_parts(out);
    if (!is_herself(cx, me))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return sheet_get(cx, me, id, out);
}

bool sheet_list(struct ctx *cx, struct sheets *out)
{
    const struct person_id me = cx->actor->person;

    *out = (struct sheets){0};
    if (!may(cx, MAY_SEE, sheet_about(me, 0)))
        return false;
    struct query *q = db_sql(cx, "SELECT id, changed FROM weighing_sheet"
                                 " WHERE person = $1"
                                 " ORDER BY changed DESC, id DESC LIMIT $2");
    db_put_int(q, me.v);
    db_put_int(q, SHEETS_MAX);
    while (db_row(q)) {
        struct sheet *s = LIST_PUSH(cx->mem, out);
        *s = (struct sheet){.person = me, .rule = TALK_OPEN};
        s->id = db_get_int(q);
        s->changed = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!read_parts(cx, &out->at[i]))
            return false;
    return true;
}

/* --- writing --- */

static bool fits(struct ctx *cx, const char *const words[SHEET_PARTS])
{
    if (words[SHEET_ABOUT] && !*words[SHEET_ABOUT])
        return fail(cx, ERR_INVALID, "about",
                    "Please write in a few words what it is about.");
    for (int p = 0; p < SHEET_PARTS; p++)
        if (words[p] && !text_fits(cx, parts[p].field, words[p], parts[p].room))
            return false;
    return true;
}

/* The row of a part, made if it was not. */
static bool row_of(struct ctx *cx, const struct sheet *s, int part, int64_t *id)
{
    struct query *q = db_sql(cx, "SELECT id FROM weighing_part"
                                 " WHERE sheet = $1 AND part = $2"
                                 " AND person = $3");

    db_put_int(q, s->id);
    db_put_int(q, part);
    db_put_int(q, s->person.v);
    *id = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    if (*id)
        return true;
    *id = db_new_id(cx);
    q = db_sql(cx, "INSERT INTO weighing_part (id, sheet, person, part)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, *id);
    db_put_int(q, s->id);
    db_put_int(q, s->person.v);
    db_put_int(q, part);
    return db_end(q);
}

/* Her own word. */
static bool put_words(struct ctx *cx, const struct sheet *s, int part,
                      const char *words)
{
    int64_t id = 0;

    if (!row_of(cx, s, part, &id))
        return false;
    struct query *q = db_sql(cx, "UPDATE weighing_part SET words = $1"
                                 " WHERE id = $2 AND person = $3");
    seal_put(q, sheet_place(id, s->person), *words ? words : NULL);
    db_put_int(q, id);
    db_put_int(q, s->person.v);
    return db_end(q);
}

/* A peer's, until she says yes. What is as she has it waits for nothing. */
static bool put_waits(struct ctx *cx, const struct sheet *s, int part,
                      const char *words)
{
    const bool same = strcmp(words, s->part[part].words) == 0;
    int64_t id = 0;

    if (!row_of(cx, s, part, &id))
        return false;
    struct query *q = db_sql(cx, "UPDATE weighing_part SET waits = $1,"
                                 " typed_by = $2, typed = $3"
                                 " WHERE id = $4 AND person = $5");
    seal_put(q, sheet_waits_place(id, s->person), same ? NULL : words);
    if (same)
        db_put_null(q);
    else
        db_put_int(q, cx->actor->person.v);
    db_put_int(q, db_new_id(cx));
    db_put_int(q, id);
    db_put_int(q, s->person.v);
    return db_end(q);
}

static bool touch(struct ctx *cx, const struct sheet *s)
{
    struct query *q = db_sql(cx, "UPDATE weighing_sheet SET changed = $1"
                                 " WHERE id = $2 AND person = $3");

    db_put_int(q, cx->now);
    db_put_int(q, s->id);
    db_put_int(q, s->person.v);
    return db_end(q);
}

bool sheet_write(struct ctx *cx, const struct sheet *s,
                 const char *const words[SHEET_PARTS])
{
    const bool hers = is_herself(cx, s->person);
    bool any = false;

    if (!may(cx, MAY_CHANGE, sheet_about(s->person, s->id)) || !fits(cx, words))
        return false;
    for (int p = 0; p < SHEET_PARTS; p++) {
        const struct sheet_words *w = &s->part[p];
        const char *was = !hers && w->waiting ? w->waits : w->words;
        if (!words[p] || !w->open || strcmp(words[p], was) == 0)
            continue;
        any = true;
        if (hers ? !put_words(cx, s, p, words[p])
                 : !put_waits(cx, s, p, words[p]))
            return false;
    }
    return !any || touch(cx, s);
}

static bool check_few(struct ctx *cx)
{
    struct sheets all;

    if (!sheet_list(cx, &all))
        return false;
    return all.n < SHEETS_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are %d sheets already. Please throw one away first.",
                SHEETS_MAX);
}

bool sheet_begin(struct ctx *cx, const char *const words[SHEET_PARTS],
                 int64_t *id)
{
    struct sheet s = {.person = cx->actor->person, .rule = TALK_OPEN};

    if (!may(cx, MAY_CHANGE, sheet_about(s.person, 0)) || !fits(cx, words) ||
        !check_few(cx))
        return false;
    *id = s.id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO weighing_sheet (id, person, made, changed)"
                   " VALUES ($1, $2, $3, $3)");
    db_put_int(q, s.id);
    db_put_int(q, s.person.v);
    db_put_int(q, cx->now);
    return db_end(q) && read_parts(cx, &s) && sheet_write(cx, &s, words);
}

static bool forget_waits(struct ctx *cx, const struct sheet *s)
{
    struct query *q =
        db_sql(cx, "UPDATE weighing_part SET waits = NULL, typed_by = NULL"
                   " WHERE sheet = $1 AND person = $2");

    db_put_int(q, s->id);
    db_put_int(q, s->person.v);
    return db_end(q);
}

bool sheet_yes(struct ctx *cx, int64_t id, int64_t seen)
{
    struct sheet s;

    if (!get_mine(cx, id, &s))
        return false;
    if (s.typed > seen)
        return fail(cx, ERR_CONFLICT, NULL,
                    "Something was typed after you opened this page. Please "
                    "read it once more.");
    for (int p = 0; p < SHEET_PARTS; p++)
        if (s.part[p].waiting && !put_words(cx, &s, p, s.part[p].waits))
            return false;
    return forget_waits(cx, &s) && touch(cx, &s);
}

bool sheet_no(struct ctx *cx, int64_t id)
{
    struct sheet s;

    return get_mine(cx, id, &s) && forget_waits(cx, &s);
}

bool sheet_away(struct ctx *cx, int64_t id)
{
    struct sheet s;

    if (!get_mine(cx, id, &s) || !beside_end(cx, id))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM weighing_part WHERE sheet = $1"
                                 " AND person = $2");
    db_put_int(q, id);
    db_put_int(q, s.person.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM weighing_sheet WHERE id = $1 AND person = $2");
    db_put_int(q, id);
    db_put_int(q, s.person.v);
    return db_end(q);
}

bool sheet_take(struct ctx *cx, int64_t id, struct visit_id visit)
{
    const char *lines[SHEET_QUESTIONS];
    struct sheet s;
    size_t n = 0;

    if (!get_mine(cx, id, &s))
        return false;
    for (int p = SHEET_ASK; p < SHEET_PARTS; p++)
        if (*s.part[p].words)
            lines[n++] = s.part[p].words;
    if (!n)
        return fail(cx, ERR_INVALID, "visit",
                    "There is no question on this sheet yet.");
    return bring_answers(cx, visit, SECTION_ASK, lines, n);
}
