#include "contacts/contact.h"

#include <string.h>

#include "contacts/contacts_int.h"
#include "contacts/together.h"
#include "frame/settings.h"

static const char *const modes[] = {"none", "minimum", "together", "payer"};

bool record_mode_good(const char *value)
{
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strcmp(modes[i], value) == 0)
            return true;
    return false;
}

enum record_mode record_mode(void)
{
    const char *value = setting_text("record.mode");

    for (int i = RECORD_NONE; i < RECORD_PAYER; i++)
        if (strcmp(modes[i], value) == 0)
            return (enum record_mode)i;
    return RECORD_PAYER;
}

bool contact_is_try(const struct contact *c)
{
    return c->kind >= CONTACT_NOTE;
}

bool contact_is_signed_by_both(const struct contact *c)
{
    return !contact_is_try(c) && c->mode != RECORD_NONE;
}

bool contact_asks(const struct contact *c)
{
    return contact_is_signed_by_both(c) && c->written && c->locked == TIME_NONE;
}

struct place line_place(int64_t line, struct person_id whose)
{
    return (struct place){"contacts_line.words", line, whose};
}

static struct place where_place(int64_t id, struct person_id whose)
{
    return (struct place){"contacts_contact.place_words", id, whose};
}

/* --- writing one down --- */

static bool check_minutes(struct ctx *cx, const struct contact *c)
{
    if (c->being < 0 || c->being > CONTACT_MINUTES_MAX)
        return fail(cx, ERR_INVALID, "being",
                    "Please write the minutes as a number, at most %d.",
                    CONTACT_MINUTES_MAX);
    if (c->working < 0 || c->working > CONTACT_MINUTES_MAX)
        return fail(cx, ERR_INVALID, "working",
                    "Please write the minutes as a number, at most %d.",
                    CONTACT_MINUTES_MAX);
    return contact_is_try(c) || c->being + c->working > 0 ||
           fail(cx, ERR_INVALID, "being", "Please write how many minutes.");
}

static bool check(struct ctx *cx, const struct contact *c)
{
    const int32_t today = day_of(cx->now).days;

    if ((int)c->kind < 0 || c->kind >= CONTACT_KINDS)
        return fail(cx, ERR_INVALID, "kind", "Please choose what it was.");
    if ((int)c->where < 0 || c->where >= WHERE_COUNT)
        return fail(cx, ERR_INVALID, "where", "Please choose one.");
    if (!text_fits(cx, "place", c->where_words, CONTACT_WHERE_MAX))
        return false;
    if (!date_is_set(c->day))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    if (c->day.days > today)
        return fail(cx, ERR_INVALID, "day",
                    "That day is still to come. Please choose one that was.");
    if (c->day.days < today - CONTACT_DAYS_MAX)
        return fail(cx, ERR_INVALID, "day",
                    "That is long ago. Please choose one of the last %d days.",
                    CONTACT_DAYS_MAX);
    return check_minutes(cx, c);
}

static bool insert(struct ctx *cx, const struct contact *c)
{
    struct query *q = db_sql(
        cx, "INSERT INTO contacts_contact (id, person, program, peer, kind,"
            " mode, day, place, place_words, being, working, made, rev)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)");

    db_put_int(q, c->id);
    db_put_int(q, c->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, c->peer.v);
    db_put_int(q, c->kind);
    db_put_int(q, c->mode);
    db_put_date(q, c->day);
    db_put_int(q, c->where);
    seal_put(q, where_place(c->id, c->person),
             *c->where_words ? c->where_words : NULL);
    db_put_int(q, c->being);
    db_put_int(q, c->working);
    db_put_int(q, c->made);
    return db_end(q);
}

static struct about record_of(struct person_id whose, int64_t contact)
{
    return (struct about){whose, TOPIC_RECORD, contact};
}

bool contact_log(struct ctx *cx, struct contact *c)
{
    if (cx->actor->role != ROLE_PEER)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!may(cx, MAY_CHANGE, record_of(c->person, 0)) || !check(cx, c))
        return false;
    c->mode = record_mode();
    if (c->mode == RECORD_NONE || contact_is_try(c)) {
        c->where = WHERE_UNSAID;
        c->where_words = "";
    }
    c->id = db_new_id(cx);
    c->peer = cx->actor->person;
    c->made = cx->now;
    c->rev = 0;
    c->peer_done = c->her_done = c->locked = c->her_hand = TIME_NONE;
    return c->id && insert(cx, c);
}

/* --- reading --- */

static void take(struct query *q, struct contact *c)
{
    *c = (struct contact){.id = db_get_int(q)};
    c->person.v = db_get_int(q);
    c->peer.v = db_get_int(q);
    c->kind = (enum contact_kind)db_get_int(q);
    c->mode = (enum record_mode)db_get_int(q);
    c->day = db_get_date(q);
    c->where = (enum contact_where)db_get_int(q);
    c->where_words = seal_get(q, where_place(c->id, c->person));
    c->being = db_get_int(q);
    c->working = db_get_int(q);
    c->made = db_get_int(q);
    c->rev = db_get_int(q);
    c->peer_done = db_get_time(q);
    c->her_done = db_get_time(q);
    c->locked = db_get_time(q);
    c->who = person_first_get(q, c->person);
    c->peer_name = person_first_get(q, c->peer);
    c->her_hand = db_get_time(q);
    c->written = db_get_int(q) != 0;
    c->differs = db_get_int(q) != 0;
}

static bool take_all(struct ctx *cx, struct query *q, struct contacts *out)
{
    *out = (struct contacts){0};
    while (db_row(q))
        take(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

/* The lines of all these, which are of one person; one query. */
static bool read_lines(struct ctx *cx, struct person_id whose,
                       struct contacts *all)
{
    int64_t least = INT64_MAX;

    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id < least)
            least = all->at[i].id;
    struct query *q = db_sql(
        cx, "SELECT contact, id, words FROM contacts_line WHERE person = $1"
            " AND contact >= $2 ORDER BY contact, place");
    db_put_int(q, whose.v);
    db_put_int(q, least);
    while (db_row(q)) {
        const int64_t contact = db_get_int(q), id = db_get_int(q);
        const char *words = seal_get(q, line_place(id, whose));
        for (size_t i = 0; i < all->n; i++)
            if (all->at[i].id == contact)
                *LIST_PUSH(cx->mem, &all->at[i].lines) = words;
    }
    return db_end(q);
}

bool contact_find(struct ctx *cx, struct person_id whose, int64_t id,
                  struct contact *out)
{
    struct contacts found;
    struct query *q = db_sql(cx, "SELECT * FROM contacts_named WHERE id = $1"
                                 " AND person = $2");

    *out = (struct contact){0};
    db_put_int(q, id);
    db_put_int(q, whose.v);
    if (!take_all(cx, q, &found) || !read_lines(cx, whose, &found))
        return false;
    if (found.n == 0)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *out = found.at[0];
    return true;
}

bool contact_get(struct ctx *cx, enum verb verb, struct person_id whose,
                 int64_t id, struct contact *out)
{
    *out = (struct contact){0};
    if (!may(cx, verb, record_of(whose, id)) ||
        !contact_find(cx, whose, id, out))
        return false;
    return is_herself(cx, whose) || person_same(out->peer, cx->actor->person) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool contact_list(struct ctx *cx, struct person_id whose, int most,
                  struct contacts *out)
{
    *out = (struct contacts){0};
    if (!may(cx, MAY_SEE, record_of(whose, 0)))
        return false;
    struct query *q = db_sql(cx, "SELECT * FROM contacts_named WHERE person = "
                                 "$1 AND (CAST($2 AS BIGINT) = 0 OR peer = $2)"
                                 " ORDER BY day DESC, id DESC LIMIT $3");
    db_put_int(q, whose.v);
    db_put_int(q, is_herself(cx, whose) ? 0 : cx->actor->person.v);
    db_put_int(q, most);
    return take_all(cx, q, out) && read_lines(cx, whose, out);
}

bool contact_list_between(struct ctx *cx, struct person_id whose, int most,
                          struct contacts *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, kind, mode, day, being, working, locked,"
                   " written, differs FROM contacts_named"
                   " WHERE person = $1 AND peer = $2"
                   " ORDER BY day DESC, id DESC LIMIT $3");

    *out = (struct contacts){0};
    db_put_int(q, whose.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, most);
    while (db_row(q)) {
        struct contact *c = LIST_PUSH(cx->mem, out);
        *c = (struct contact){.id = db_get_int(q),
                              .person = whose,
                              .peer = cx->actor->person,
                              .where_words = "",
                              .who = "",
                              .peer_name = ""};
        c->kind = (enum contact_kind)db_get_int(q);
        c->mode = (enum record_mode)db_get_int(q);
        c->day = db_get_date(q);
        c->being = db_get_int(q);
        c->working = db_get_int(q);
        c->locked = db_get_time(q);
        c->written = db_get_int(q) != 0;
        c->differs = db_get_int(q) != 0;
    }
    return db_end(q);
}

static bool may_read(struct ctx *cx, const struct contacts *all,
                     struct contacts *out)
{
    *out = (struct contacts){0};
    for (size_t i = 0; i < all->n; i++) {
        bool yes = false;
        if (!may_know(cx, MAY_CHANGE,
                      record_of(all->at[i].person, all->at[i].id), &yes))
            return false;
        if (yes)
            *LIST_PUSH(cx->mem, out) = all->at[i];
    }
    return true;
}

/* The + keeps SQLite from walking through years in the order of days to find
 * the few that wait. */
bool contact_list_waiting(struct ctx *cx, struct contacts *out)
{
    const bool peer = cx->actor->role == ROLE_PEER;
    struct contacts all = {0};
    struct query *q =
        peer ? db_sql(cx, "SELECT * FROM contacts_named WHERE peer = $1"
                          " AND locked IS NULL AND peer_done IS NULL"
                          " AND kind < $2 AND mode > $3 AND written = 1"
                          " ORDER BY +day, id")
             : db_sql(cx, "SELECT * FROM contacts_named WHERE person = $1"
                          " AND locked IS NULL AND her_done IS NULL"
                          " AND kind < $2 AND mode > $3 AND written = 1"
                          " ORDER BY +day, id");

    db_put_int(q, cx->actor->person.v);
    db_put_int(q, CONTACT_NOTE);
    db_put_int(q, RECORD_NONE);
    while (all.n < CONTACTS_SHOWN && db_row(q))
        take(q, LIST_PUSH(cx->mem, &all));
    return db_end(q) && may_read(cx, &all, out);
}

bool contact_list_differs(struct ctx *cx, struct contacts *out)
{
    struct contacts all;
    struct query *q =
        db_sql(cx, "SELECT * FROM contacts_named WHERE id IN"
                   " (SELECT a.contact FROM contacts_added a"
                   " JOIN contacts_contact c ON c.id = a.contact"
                   " WHERE a.kind = $1 AND a.seen IS NULL AND c.peer = $2)"
                   " ORDER BY day, id LIMIT $3");

    db_put_int(q, ADDED_DIFFERENT);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, CONTACTS_SHOWN);
    return take_all(cx, q, &all) && may_read(cx, &all, out);
}
