#include "rights/text.h"

#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "frame/actor.h"

const char *outside_says(enum outside_kind k)
{
    static const char *const words[OUTSIDE_KINDS] = {
        [OUTSIDE_ADVOCATE] = N_("Advocate outside"),
        [OUTSIDE_OFFICE] = N_("State office for complaints"),
        [OUTSIDE_LINE] = N_("Warm line"),
        [OUTSIDE_OTHER] = N_("Other help"),
    };

    return words[k < OUTSIDE_KINDS ? k : OUTSIDE_OTHER];
}

bool rights_text_get(struct ctx *cx, struct rights_text *out)
{
    *out = (struct rights_text){.state = "",
                                .words = "",
                                .spanish = "",
                                .days = RIGHTS_DAYS,
                                .made = TIME_NONE};
    struct query *q =
        db_sql(cx, "SELECT version, state, words, spanish, days, made"
                   " FROM rights_text ORDER BY version DESC LIMIT 1");
    if (db_row(q)) {
        out->version = db_get_int(q);
        out->state = db_get_text(q);
        out->words = db_get_text(q);
        out->spanish = db_get_text(q);
        out->days = db_get_int(q);
        out->made = db_get_time(q);
    }
    return db_end(q);
}

bool outside_list(struct ctx *cx, struct outsides *out)
{
    struct query *q = db_sql(cx, "SELECT id, kind, name, phone, note"
                                 " FROM rights_contact ORDER BY kind, id");

    *out = (struct outsides){0};
    while (db_row(q)) {
        struct outside *o = LIST_PUSH(cx->mem, out);
        o->id = db_get_int(q);
        o->kind = (enum outside_kind)db_get_int(q);
        o->name = db_get_text(q);
        o->phone = db_get_text(q);
        o->note = db_get_text(q);
    }
    return db_end(q);
}

static bool keeps(struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR ||
           cx->actor->role == ROLE_ADMIN ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool text_good(struct ctx *cx, const struct rights_text *t)
{
    if (!text_fits(cx, "state", t->state, RIGHTS_STATE_MAX) ||
        !text_fits(cx, "words", t->words, RIGHTS_WORDS_MAX) ||
        !text_fits(cx, "spanish", t->spanish, RIGHTS_WORDS_MAX))
        return false;
    return (t->days >= 1 && t->days <= RIGHTS_DAYS_MAX) ||
           fail(cx, ERR_INVALID, "days",
                "Please write a number of days, from 1 to %d.",
                RIGHTS_DAYS_MAX);
}

static bool same(const struct rights_text *a, const struct rights_text *b)
{
    return a->days == b->days && strcmp(a->state, b->state) == 0 &&
           strcmp(a->words, b->words) == 0 &&
           strcmp(a->spanish, b->spanish) == 0;
}

bool rights_text_change(struct ctx *cx, const struct rights_text *t)
{
    struct rights_text now;

    if (!keeps(cx) || !text_good(cx, t) || !rights_text_get(cx, &now))
        return false;
    if (same(t, &now))
        return true;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO rights_text (id, version, author, state, words,"
            " spanish, days, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    db_put_int(q, id);
    db_put_int(q, now.version + 1);
    db_put_int(q, cx->actor->person.v);
    db_put_text(q, t->state);
    db_put_text(q, t->words);
    db_put_text(q, t->spanish);
    db_put_int(q, t->days);
    db_put_time(q, cx->now);
    return db_end(q);
}

/* What a telephone can dial. */
static bool phone_good(struct ctx *cx, const char *phone)
{
    if (!text_fits(cx, "phone", phone, OUTSIDE_PHONE_MAX))
        return false;
    return (*phone && !phone[strspn(phone, "0123456789 +-().")] &&
            strpbrk(phone, "0123456789")) ||
           fail(cx, ERR_INVALID, "phone",
                "Please write the number to call, in digits.");
}

static bool outside_good(struct ctx *cx, const struct outside *o)
{
    if ((int)o->kind < 0 || o->kind >= OUTSIDE_KINDS)
        return fail(cx, ERR_INVALID, "kind", "Please choose one.");
    if (!*o->name)
        return fail(cx, ERR_INVALID, "name", "Please write who it is.");
    return text_fits(cx, "name", o->name, OUTSIDE_NAME_MAX) &&
           phone_good(cx, o->phone) &&
           text_fits(cx, "note", o->note, OUTSIDE_NOTE_MAX);
}

bool outside_add(struct ctx *cx, const struct outside *o)
{
    struct outsides all;

    if (!keeps(cx) || !outside_good(cx, o) || !outside_list(cx, &all))
        return false;
    if (all.n >= OUTSIDES_MAX)
        return fail(cx, ERR_CONFLICT, NULL,
                    "That is a long list already. Please take one out first.");
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO rights_contact (id, kind, name, phone, note)"
                   " VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, o->kind);
    db_put_text(q, o->name);
    db_put_text(q, o->phone);
    db_put_text(q, o->note);
    return db_end(q);
}

bool outside_remove(struct ctx *cx, int64_t id)
{
    if (!keeps(cx))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM rights_contact WHERE id = $1");
    db_put_int(q, id);
    return db_end(q);
}
