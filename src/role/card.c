#include "role/card.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "db/db.h"

enum { LINES = 5 };

#define MEDICINE N_("Talk about medicine")

static const char *const shipped_can[LINES] = {
    N_("Listen, and just be there"), N_("Come along, also to a visit"),
    N_("Help with the questions for a visit"), N_("Tell some of our own story"),
    N_("Look for people and places outside")};
static const char *const shipped_never[LINES] = {
    N_("Give out pills, or watch if they are taken"),
    N_("Do tests, or ask for them"), N_("Hold money, or say who gets some"),
    N_("Decide on passes or levels"), N_("Carry tales to the staff")};
static const char *const shipped_ask[LINES] = {
    N_("Come to a home"), N_("Drive you, or bring things"),
    N_("Fill in papers together"), MEDICINE,
    N_("Call others in when it may not be safe")};

static const char *shipped(struct ctx *cx, const char *const lines[LINES])
{
    struct buf all = buf_new(cx->mem, 4 * CARD_LETTERS_MAX);

    for (int i = 0; i < LINES; i++) {
        buf_puts(&all, i ? "\n" : "");
        buf_puts(&all, lang_text(cx->lang, lines[i]));
    }
    return all.at;
}

bool card_get(struct ctx *cx, struct role_card *out)
{
    *out = (struct role_card){.can = shipped(cx, shipped_can),
                              .never = shipped(cx, shipped_never),
                              .ask = shipped(cx, shipped_ask),
                              .talk = TALK_SHIPPED,
                              .made = TIME_NONE};
    struct query *q = db_sql(cx, "SELECT version, can, never, ask, talk, made"
                                 " FROM role_card WHERE program = $1"
                                 " ORDER BY version DESC LIMIT 1");
    db_put_int(q, cx->actor->program);
    if (db_row(q)) {
        out->version = db_get_int(q);
        out->can = db_get_text(q);
        out->never = db_get_text(q);
        out->ask = db_get_text(q);
        out->talk = (enum talk)db_get_int(q);
        out->made = db_get_time(q);
    }
    return db_end(q);
}

/* The next line that is not empty: its length, 0 at the end. */
static size_t next_line(const char **text, const char **line)
{
    *text += strspn(*text, "\r\n");
    *line = *text;
    const size_t n = strcspn(*text, "\r\n");
    *text += n;
    return n;
}

/* The shipped line about medicine, in any language: a card that was changed
 * keeps it as it stood. */
static bool is_medicine(const char *line, size_t n)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *said = lang_text((enum lang)l, MEDICINE);
        if (strlen(said) == n && memcmp(said, line, n) == 0)
            return true;
    }
    return false;
}

const char *card_asks(struct ctx *cx, const struct role_card *c)
{
    const char *text = c->ask, *line = NULL, *out = "";

    if (c->talk != TALK_NONE)
        return c->ask;
    for (size_t n = next_line(&text, &line); n; n = next_line(&text, &line))
        if (!is_medicine(line, n))
            out = arena_fmt(cx->mem, "%s%.*s\n", out, (int)n, line);
    return out;
}

static bool part_good(struct ctx *cx, const char *field, const char *lines)
{
    if (!*lines)
        return fail(cx, ERR_INVALID, field, "Please write one line or more.");
    if (!text_fits(cx, field, lines, CARD_LETTERS_MAX))
        return false;
    size_t n = 0;
    while (next_line(&lines, &(const char *){NULL}))
        n++;
    return n <= CARD_LINES_MAX ||
           fail(cx, ERR_INVALID, field,
                "Please make it shorter: at most %d lines.", CARD_LINES_MAX);
}

static bool same_lines(const char *a, const char *b)
{
    const char *x = "", *y = "";
    size_t n = 0, m = 0;

    do {
        n = next_line(&a, &x);
        m = next_line(&b, &y);
        if (n != m || (n && memcmp(x, y, n) != 0))
            return false;
    } while (n);
    return true;
}

static bool same_card(const struct role_card *a, const struct role_card *b)
{
    return a->talk == b->talk && same_lines(a->can, b->can) &&
           same_lines(a->never, b->never) && same_lines(a->ask, b->ask);
}

bool card_change(struct ctx *cx, const struct role_card *c, bool *same)
{
    struct role_card now;

    *same = false;
    if (!actor_leads(cx) || !part_good(cx, "can", c->can) ||
        !part_good(cx, "never", c->never) || !part_good(cx, "ask", c->ask))
        return false;
    if (!talk_good(c->talk))
        return fail(cx, ERR_INVALID, "talk", "Please choose one.");
    if (!card_get(cx, &now))
        return false;
    *same = same_card(c, &now);
    if (*same)
        return true;
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO role_card (id, program, version, author, can, never,"
            " ask, talk, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, now.version + 1);
    db_put_int(q, cx->actor->person.v);
    db_put_text(q, c->can);
    db_put_text(q, c->never);
    db_put_text(q, c->ask);
    db_put_int(q, c->talk);
    db_put_int(q, cx->now);
    return db_end(q) && id;
}

bool card_read(struct ctx *cx)
{
    struct role_card now;

    if (!card_get(cx, &now))
        return false;
    struct query *q =
        db_sql(cx, "INSERT INTO role_read (person, program, version, day)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (person) DO UPDATE SET"
                   " program = excluded.program, version = excluded.version,"
                   " day = excluded.day");
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, now.version);
    db_put_date(q, day_of(cx->now));
    return db_end(q);
}

/* Of one of staff: which version of this program's card; -1: none. */
static bool version_read(struct ctx *cx, struct person_id who, int64_t *version,
                         struct date *day)
{
    struct query *q = db_sql(cx, "SELECT version, day FROM role_read"
                                 " WHERE person = $1 AND program = $2");

    *version = -1;
    *day = DATE_NONE;
    db_put_int(q, who.v);
    db_put_int(q, cx->actor->program);
    if (db_row(q)) {
        *version = db_get_int(q);
        *day = db_get_date(q);
    }
    return db_end(q);
}

bool card_is_read(struct ctx *cx, const struct role_card *c, bool *yes)
{
    int64_t version = -1;
    struct date day;

    *yes = false;
    if (!version_read(cx, cx->actor->person, &version, &day))
        return false;
    *yes = version == c->version;
    return true;
}

bool card_readers(struct ctx *cx, struct card_readers *out)
{
    struct role_card now;
    struct persons staff;
    const unsigned team = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
                          ROLE_BIT(ROLE_CASE_MANAGER);

    *out = (struct card_readers){0};
    if (!actor_leads(cx) || !card_get(cx, &now) ||
        !people_staff(cx, cx->actor->program, team, &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++) {
        struct card_reader *r = LIST_PUSH(cx->mem, out);
        int64_t version = -1;
        *r = (struct card_reader){.who = staff.at[i].name};
        if (!version_read(cx, staff.at[i].id, &version, &r->day))
            return false;
        r->read = version == now.version;
    }
    return true;
}
