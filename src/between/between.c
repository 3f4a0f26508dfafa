#include "between/between.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

static const char *const sleep_words[] = {
    NULL,       N_("Badly"), N_("Not so well"),
    N_("Okay"), N_("Well"),  N_("Too much"),
};
static const char *const scale_words[] = {
    NULL, N_("Hard"), N_("Not so good"), N_("Okay"), N_("Good"),
};
static const char *const yes_no_words[] = {NULL, N_("No"), N_("Yes")};

#define WORD(list, value)                                            \
    ((value) >= 1 && (size_t)(value) < sizeof(list) / sizeof *(list) \
         ? (list)[value]                                             \
         : NULL)

const char *value_words(enum line_kind kind, int value)
{
    switch (kind) {
    case LINE_SLEEP: return WORD(sleep_words, value);
    case LINE_SCALE: return WORD(scale_words, value);
    case LINE_YES_NO: return WORD(yes_no_words, value);
    case LINE_NUMBER:
    case LINE_KINDS: break;
    }
    return NULL;
}

/* The kind can hold this value. */
static bool value_fits(enum line_kind kind, int value)
{
    if (kind == LINE_NUMBER)
        return value >= 0 && value <= VALUE_MAX;
    return value_words(kind, value) != NULL;
}

const char *value_said(struct arena *mem, enum lang lang, enum line_kind kind,
                       int value)
{
    if (value == VALUE_NONE)
        return "";
    if (kind != LINE_NUMBER)
        return lang_text(lang, value_words(kind, value));
    return value % 10 ? arena_fmt(mem, "%d.%d", value / 10, value % 10)
                      : arena_fmt(mem, "%d", value / 10);
}

int value_number(const char *s)
{
    int v = 0, digits = 0;

    for (; *s >= '0' && *s <= '9' && digits < 4; s++, digits++)
        v = v * 10 + (*s - '0');
    v *= 10;
    if ((*s == '.' || *s == ',') && s[1] >= '0' && s[1] <= '9') {
        v += s[1] - '0';
        s += 2;
    }
    return digits && !*s ? v : VALUE_NONE;
}

static bool mine(struct ctx *cx, enum verb verb, struct person_id whose)
{
    return may(cx, verb, (struct about){whose, TOPIC_BETWEEN, 0});
}

/* --- lines --- */

static struct place line_place(int64_t id, struct person_id whose)
{
    return (struct place){"between_line.name", id, whose};
}

enum { LINES_READ = 50 };

/* Every line of hers that is kept now, or that was stopped. */
static bool read_lines(struct ctx *cx, struct person_id whose, bool stopped,
                       struct lines *out)
{
    *out = (struct lines){0};
    struct query *q =
        db_sql(cx, "SELECT id, kind, name FROM between_line WHERE person = $1"
                   " AND (ended IS NOT NULL) = ($2 = 1)"
                   " ORDER BY kind <> 0, created, id");
    db_put_int(q, whose.v);
    db_put_int(q, stopped);
    while (out->n < LINES_READ && db_row(q)) {
        struct line l = {.id = db_get_int(q)};
        l.kind = (enum line_kind)db_get_int(q);
        l.name = seal_get(q, line_place(l.id, whose));
        *LIST_PUSH(cx->mem, out) = l;
    }
    return db_end(q);
}

bool line_list(struct ctx *cx, struct person_id whose, struct lines *out)
{
    return mine(cx, MAY_SEE, whose) && read_lines(cx, whose, false, out);
}

static const struct line *line_find(const struct lines *in, int64_t id)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].id == id)
            return &in->at[i];
    return NULL;
}

/* The same name (without case and marks) and kind. */
static const struct line *line_like(struct ctx *cx, const struct lines *in,
                                    const struct line *l)
{
    const char *name = text_plain(cx->mem, l->name);

    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].kind == l->kind &&
            strcmp(text_plain(cx->mem, in->at[i].name), name) == 0)
            return &in->at[i];
    return NULL;
}

static bool check_name(struct ctx *cx, const struct line *l,
                       const struct lines *now)
{
    size_t own = 0;

    for (size_t i = 0; i < now->n; i++)
        own += now->at[i].kind != LINE_SLEEP;
    if (line_like(cx, now, l))
        return fail(cx, ERR_INVALID, "name", "You have this line already.");
    if (l->kind == LINE_SLEEP)
        return true;
    if (!*l->name)
        return fail(cx, ERR_INVALID, "name",
                    "Please write what this line is about.");
    if (text_length(l->name) > LINE_NAME_MAX)
        return fail(cx, ERR_INVALID, "name",
                    "Please make it shorter: at most %d letters.",
                    LINE_NAME_MAX);
    if (own >= LINE_OWN_MAX)
        return fail(cx, ERR_INVALID, "name",
                    "You have %d lines of your own. Stop one to add another.",
                    LINE_OWN_MAX);
    return true;
}

static bool revive_line(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "UPDATE between_line SET ended = NULL WHERE id = $1");

    db_put_int(q, id);
    return db_end(q);
}

bool line_add(struct ctx *cx, struct person_id whose, struct line *l)
{
    struct lines now, stopped;

    if (l->kind == LINE_SLEEP)
        l->name = "";
    if (!mine(cx, MAY_CHANGE, whose) || !read_lines(cx, whose, false, &now) ||
        !read_lines(cx, whose, true, &stopped) || !check_name(cx, l, &now))
        return false;
    const struct line *old = line_like(cx, &stopped, l);
    if (old) {
        l->id = old->id;
        return revive_line(cx, old->id);
    }
    l->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO between_line (id, person, kind, name, created)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, l->id);
    db_put_int(q, whose.v);
    db_put_int(q, l->kind);
    seal_put(q, line_place(l->id, whose), l->name);
    db_put_time(q, cx->now);
    return db_end(q);
}

/* Run an UPDATE ... RETURNING id: no row is "no such thing". */
static bool one_changed(struct query *q)
{
    struct ctx *cx = db_ctx(q);
    bool changed = db_row(q);

    if (!db_end(q))
        return false;
    return changed || fail(cx, ERR_NOTFOUND, NULL, "There is no such line.");
}

bool line_stop(struct ctx *cx, struct person_id whose, int64_t line)
{
    if (!mine(cx, MAY_CHANGE, whose))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE between_line SET ended = $1 WHERE id = $2"
                   " AND person = $3 AND ended IS NULL RETURNING id");
    db_put_time(q, cx->now);
    db_put_int(q, line);
    db_put_int(q, whose.v);
    return one_changed(q);
}

/* --- days --- */

static struct place entry_place(int64_t id, struct person_id whose)
{
    return (struct place){"between_entry.value", id, whose};
}

static bool check_day(struct ctx *cx, struct date day)
{
    struct date today = day_of(cx->now);

    if (!date_is_set(day))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    if (day.days > today.days)
        return fail(cx, ERR_INVALID, "day", "That day has not come yet.");
    if (day.days < today.days - BETWEEN_DAYS_MAX)
        return fail(cx, ERR_INVALID, "day",
                    "That is more than a year ago. Please choose a later day.");
    return true;
}

static bool end_entry(struct ctx *cx, const struct tap *t, struct date day,
                      int64_t batch)
{
    struct query *q =
        db_sql(cx, "UPDATE between_entry SET ended_by = $1 WHERE line = $2"
                   " AND day = $3 AND ended_by IS NULL");

    db_put_int(q, batch);
    db_put_int(q, t->line);
    db_put_date(q, day);
    return db_end(q);
}

static bool add_entry(struct ctx *cx, struct person_id whose,
                      const struct tap *t, struct date day, int64_t batch)
{
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO between_entry (id, person, line, day, value, saved_by)"
            " VALUES ($1, $2, $3, $4, $5, $6)");

    db_put_int(q, id);
    db_put_int(q, whose.v);
    db_put_int(q, t->line);
    db_put_date(q, day);
    seal_put(q, entry_place(id, whose), arena_fmt(cx->mem, "%d", t->value));
    db_put_int(q, batch);
    return db_end(q);
}

const char *tap_field(struct arena *mem, int64_t line)
{
    return arena_fmt(mem, "v%" PRId64, line);
}

static bool not_a_value(struct ctx *cx, const char *field)
{
    return fail(cx, ERR_INVALID, field,
                "Please write a number, such as 7 or 98.6.");
}

bool between_save(struct ctx *cx, struct person_id whose, struct date day,
                  const struct taps *taps, int64_t *batch)
{
    struct lines now;

    if (!mine(cx, MAY_CHANGE, whose) || !check_day(cx, day) ||
        !read_lines(cx, whose, false, &now))
        return false;
    *batch = db_new_id(cx);
    for (size_t i = 0; i < taps->n; i++) {
        const struct tap *t = &taps->at[i];
        const struct line *l = line_find(&now, t->line);
        if (!l)
            return fail(cx, ERR_NOTFOUND, NULL, "There is no such line.");
        if (t->value != VALUE_NONE && !value_fits(l->kind, t->value))
            return not_a_value(cx, tap_field(cx->mem, t->line));
        if (!end_entry(cx, t, day, *batch))
            return false;
        if (t->value != VALUE_NONE && !add_entry(cx, whose, t, day, *batch))
            return false;
    }
    return true;
}

/* How many rows the batch wrote or ended, and how many it wrote that were
 * ended since. */
static bool batch_state(struct ctx *cx, struct person_id whose, int64_t batch,
                        int64_t *rows, int64_t *since)
{
    struct query *q = db_sql(
        cx, "SELECT COUNT(*), COALESCE(SUM(CASE WHEN saved_by = $1"
            " AND ended_by IS NOT NULL THEN 1"
            " WHEN ended_by = $1 AND EXISTS (SELECT 1 FROM between_entry n"
            " WHERE n.line = between_entry.line AND n.day = between_entry.day"
            " AND n.ended_by IS NULL AND n.saved_by <> $1) THEN 1"
            " ELSE 0 END), 0) FROM between_entry"
            " WHERE person = $2 AND (saved_by = $1 OR ended_by = $1)");

    db_put_int(q, batch);
    db_put_int(q, whose.v);
    *rows = *since = 0;
    if (db_row(q)) {
        *rows = db_get_int(q);
        *since = db_get_int(q);
    }
    return db_end(q);
}

bool between_undo(struct ctx *cx, struct person_id whose, int64_t batch)
{
    int64_t rows, since;

    if (!mine(cx, MAY_CHANGE, whose) ||
        !batch_state(cx, whose, batch, &rows, &since))
        return false;
    if (rows == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing to take back.");
    if (since > 0)
        return fail(cx, ERR_CONFLICT, NULL,
                    "You changed this day again since then.");
    struct query *q = db_sql(
        cx, "DELETE FROM between_entry WHERE saved_by = $1 AND person = $2");
    db_put_int(q, batch);
    db_put_int(q, whose.v);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "UPDATE between_entry SET ended_by = NULL"
                   " WHERE ended_by = $1 AND person = $2");
    db_put_int(q, batch);
    db_put_int(q, whose.v);
    return db_end(q);
}

/* --- a stretch of days --- */

/* Digits, as add_entry() wrote them. */
static int stored_value(const char *digits)
{
    long v = strtol(digits, NULL, 10);

    return *digits && v >= 0 && v <= VALUE_MAX ? (int)v : VALUE_NONE;
}

static bool read_values(struct ctx *cx, struct person_id whose,
                        struct between *b)
{
    int *value = arena_alloc(cx->mem, (b->lines.n * b->days + 1) * sizeof(int));
    struct query *q = db_sql(
        cx, "SELECT id, line, day, value FROM between_entry WHERE person = $1"
            " AND day >= $2 AND day < $3 AND ended_by IS NULL");

    for (size_t i = 0; i < b->lines.n * b->days; i++)
        value[i] = VALUE_NONE;
    b->value = value;
    db_put_int(q, whose.v);
    db_put_date(q, b->from);
    db_put_int(q, b->from.days + (int64_t)b->days);
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        const struct line *l = line_find(&b->lines, db_get_int(q));
        struct date day = db_get_date(q);
        const char *said = seal_get(q, entry_place(id, whose));
        if (l)
            value[(size_t)(l - b->lines.at) * b->days +
                  (size_t)(day.days - b->from.days)] = stored_value(said);
    }
    return db_end(q);
}

static struct place event_place(int64_t id, struct person_id whose)
{
    return (struct place){"between_event.words", id, whose};
}

static bool read_events(struct ctx *cx, struct person_id whose,
                        struct between *b)
{
    struct query *q =
        db_sql(cx, "SELECT id, day, words FROM between_event WHERE person = $1"
                   " AND day >= $2 AND day < $3 AND ended IS NULL"
                   " ORDER BY day DESC, id DESC LIMIT $4");

    db_put_int(q, whose.v);
    db_put_date(q, b->from);
    db_put_int(q, b->from.days + (int64_t)b->days);
    db_put_int(q, EVENTS_A_YEAR);
    while (db_row(q)) {
        struct event e = {.id = db_get_int(q)};
        e.day = db_get_date(q);
        e.words = seal_get(q, event_place(e.id, whose));
        *LIST_PUSH(cx->mem, &b->events) = e;
    }
    for (size_t i = 0; i < b->events.n / 2; i++) {
        struct event e = b->events.at[i];
        b->events.at[i] = b->events.at[b->events.n - 1 - i];
        b->events.at[b->events.n - 1 - i] = e;
    }
    return db_end(q);
}

bool between_read(struct ctx *cx, struct person_id whose, struct date from,
                  size_t days, struct between *out)
{
    if (days > BETWEEN_DAYS_MAX)
        days = BETWEEN_DAYS_MAX;
    *out = (struct between){.from = from, .days = days};
    return mine(cx, MAY_SEE, whose) &&
           read_lines(cx, whose, false, &out->lines) &&
           read_values(cx, whose, out) && read_events(cx, whose, out);
}

const int *between_line(const struct between *b, size_t line)
{
    return b->value + line * b->days;
}

/* --- what happened --- */

bool event_add(struct ctx *cx, struct person_id whose, struct event *e)
{
    if (!*e->words)
        return fail(cx, ERR_INVALID, "words", "Please write what happened.");
    if (text_length(e->words) > EVENT_WORDS_MAX)
        return fail(cx, ERR_INVALID, "words",
                    "Please make it shorter: at most %d letters.",
                    EVENT_WORDS_MAX);
    if (!mine(cx, MAY_CHANGE, whose) || !check_day(cx, e->day))
        return false;
    e->id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO between_event (id, person, day, words, created)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, e->id);
    db_put_int(q, whose.v);
    db_put_date(q, e->day);
    seal_put(q, event_place(e->id, whose), e->words);
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool event_end(struct ctx *cx, struct person_id whose, int64_t event,
                      int64_t ended)
{
    if (!mine(cx, MAY_CHANGE, whose))
        return false;
    struct query *q = db_sql(cx, "UPDATE between_event SET ended = $1"
                                 " WHERE id = $2 AND person = $3 RETURNING id");
    db_put_time(q, ended);
    db_put_int(q, event);
    db_put_int(q, whose.v);
    return one_changed(q);
}

bool event_remove(struct ctx *cx, struct person_id whose, int64_t event)
{
    return event_end(cx, whose, event, cx->now);
}

bool event_restore(struct ctx *cx, struct person_id whose, int64_t event)
{
    return event_end(cx, whose, event, TIME_NONE);
}
