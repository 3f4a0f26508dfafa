#include "contacts/together.h"

#include <string.h>

#include "contacts/contacts_int.h"
#include "frame/notes.h"

struct place added_place(int64_t added, struct person_id whose)
{
    return (struct place){"contacts_added.words", added, whose};
}

int contact_lines_most(const struct contact *c)
{
    if (!contact_is_signed_by_both(c))
        return 0;
    return c->mode == RECORD_MINIMUM ? 1 : LINES_MAX;
}

static bool check_open(struct ctx *cx, const struct contact *c)
{
    if (!contact_is_signed_by_both(c))
        return fail(cx, ERR_CONFLICT, NULL, "Nothing is written about this.");
    return c->locked == TIME_NONE ||
           fail(cx, ERR_CONFLICT, NULL,
                "You both said done. It stays as it is. You can add below it.");
}

static bool check_lines(struct ctx *cx, const struct line_words *lines)
{
    for (int i = 0; i < LINES_MAX; i++) {
        const char *field = arena_fmt(cx->mem, "line-%d", i + 1);
        if (!text_fits(cx, field, lines->at[i], LINE_MAX))
            return false;
    }
    return true;
}

/* The lines that are not empty, at most as many as the policy says. */
static struct contact with_lines(struct ctx *cx, const struct contact *c,
                                 const struct line_words *lines)
{
    struct contact now = *c;

    memset(&now.lines, 0, sizeof now.lines);
    for (int i = 0; i < contact_lines_most(c); i++)
        if (*lines->at[i])
            *LIST_PUSH(cx->mem, &now.lines) = lines->at[i];
    return now;
}

static bool same_lines(const struct contact *a, const struct contact *b)
{
    if (a->lines.n != b->lines.n)
        return false;
    for (size_t i = 0; i < a->lines.n; i++)
        if (strcmp(a->lines.at[i], b->lines.at[i]) != 0)
            return false;
    return true;
}

/* From now on it is hers too. */
static void her_hand(const struct ctx *cx, struct contact *c)
{
    if (c->her_hand == TIME_NONE && is_herself(cx, c->person))
        c->her_hand = cx->now;
}

/* The next revision, of an open one at this revision; both begin again. */
static bool step(struct ctx *cx, struct contact *c)
{
    struct query *q = db_sql(
        cx, "UPDATE contacts_contact SET rev = rev + 1, peer_done = NULL,"
            " her_done = NULL, her_hand = $1"
            " WHERE id = $2 AND rev = $3 AND locked IS NULL RETURNING rev");

    her_hand(cx, c);
    db_put_time(q, c->her_hand);
    db_put_int(q, c->id);
    db_put_int(q, c->rev);
    bool there = db_row(q);
    c->rev = there ? db_get_int(q) : c->rev;
    c->peer_done = c->her_done = TIME_NONE;
    if (!db_end(q))
        return false;
    return there ||
           fail(cx, ERR_CONFLICT, NULL,
                "You both said done. It stays as it is. You can add below it.");
}

static bool insert_line(struct ctx *cx, const struct contact *c, size_t i)
{
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO contacts_line (id, contact, person, place, words)"
            " SELECT $1, c.id, c.person, $2, $3 FROM contacts_contact c"
            " WHERE c.id = $4 AND c.locked IS NULL");

    db_put_int(q, id);
    db_put_int(q, (int64_t)i + 1);
    seal_put(q, line_place(id, c->person), c->lines.at[i]);
    db_put_int(q, c->id);
    return db_end(q);
}

static bool put_lines(struct ctx *cx, const struct contact *c)
{
    struct query *q =
        db_sql(cx, "DELETE FROM contacts_line WHERE contact = $1 AND contact IN"
                   " (SELECT id FROM contacts_contact WHERE id = $1"
                   " AND locked IS NULL)");

    db_put_int(q, c->id);
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < c->lines.n; i++)
        if (!insert_line(cx, c, i))
            return false;
    return true;
}

bool contact_write(struct ctx *cx, struct contact *c, int64_t seen,
                   const struct line_words *lines)
{
    if (!check_open(cx, c))
        return false;
    if (seen != c->rev)
        return fail(cx, ERR_INVALID, NULL,
                    "These lines were changed a moment ago. Please look at "
                    "them again.");
    if (!check_lines(cx, lines))
        return false;
    struct contact now = with_lines(cx, c, lines);
    if (same_lines(c, &now))
        return true;
    if (!step(cx, &now) || !put_lines(cx, &now))
        return false;
    now.written = now.lines.n > 0;
    *c = now;
    return true;
}

bool contact_is_hers_alone(struct ctx *cx, const struct contact *c, bool *yes)
{
    bool walks = true;

    *yes = false;
    if (!peer_walks_with(cx, c->peer, c->person, &walks))
        return false;
    *yes = !walks && is_herself(cx, c->person);
    return true;
}

bool contact_done(struct ctx *cx, struct contact *c)
{
    const bool hers = is_herself(cx, c->person);
    bool alone = false;

    if (!check_open(cx, c) || !contact_is_hers_alone(cx, c, &alone))
        return false;
    if (hers)
        c->her_done = cx->now;
    else
        c->peer_done = cx->now;
    if (c->her_done != TIME_NONE && (alone || c->peer_done != TIME_NONE))
        c->locked = cx->now;
    her_hand(cx, c);
    struct query *q =
        db_sql(cx, "UPDATE contacts_contact SET peer_done = $1, her_done = $2,"
                   " locked = $3, her_hand = $4"
                   " WHERE id = $5 AND rev = $6 AND locked IS NULL");
    db_put_time(q, c->peer_done);
    db_put_time(q, c->her_done);
    db_put_time(q, c->locked);
    db_put_time(q, c->her_hand);
    db_put_int(q, c->id);
    db_put_int(q, c->rev);
    return db_end(q);
}

/* --- below it --- */

static bool check_kind(struct ctx *cx, const struct contact *c,
                       enum added_kind kind)
{
    const bool hers = is_herself(cx, c->person);

    if (kind == ADDED_FOR_PAYER)
        return (!hers && c->mode == RECORD_PAYER && !contact_is_try(c)) ||
               fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (kind == ADDED_DIFFERENT && !hers)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return c->locked != TIME_NONE ||
           fail(cx, ERR_CONFLICT, NULL,
                "It is still open. Please change the lines themselves.");
}

static bool check_words(struct ctx *cx, enum added_kind kind, const char *words)
{
    const char *field = kind == ADDED_FOR_PAYER ? "payer" : "words";

    if (!*words && kind == ADDED_FOR_PAYER)
        return fail(cx, ERR_INVALID, field,
                    "Please write what the payer needs to read.");
    if (!*words)
        return fail(cx, ERR_INVALID, field,
                    "Please write your words. Then they can be added.");
    return text_fits(cx, field, words, ADDED_WORDS_MAX);
}

bool contact_add(struct ctx *cx, const struct contact *c, enum added_kind kind,
                 const char *words)
{
    struct addeds before;

    if (!check_kind(cx, c, kind) || !check_words(cx, kind, words) ||
        !contact_added(cx, c, &before))
        return false;
    if (before.n >= ADDED_A_CONTACT)
        return fail(cx, ERR_CONFLICT, NULL,
                    "There is a lot below this already. Please talk about it "
                    "next time you meet.");
    const int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO contacts_added (id, contact, person, author,"
                   " kind, words, at) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, id);
    db_put_int(q, c->id);
    db_put_int(q, c->person.v);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, kind);
    seal_put(q, added_place(id, c->person), words);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool contact_added(struct ctx *cx, const struct contact *c, struct addeds *out)
{
    struct query *q =
        db_sql(cx, "SELECT a.id, a.author, a.kind, a.words, a.at, a.seen,"
                   " p.first FROM contacts_added a JOIN people_person p"
                   " ON p.id = a.author WHERE a.contact = $1 AND a.person = $2"
                   " ORDER BY a.at, a.id");

    *out = (struct addeds){0};
    db_put_int(q, c->id);
    db_put_int(q, c->person.v);
    while (db_row(q)) {
        struct added *a = LIST_PUSH(cx->mem, out);
        const int64_t id = db_get_int(q);
        a->author = db_get_int(q);
        a->kind = (enum added_kind)db_get_int(q);
        a->words = seal_get(q, added_place(id, c->person));
        a->at = db_get_int(q);
        a->unread = db_get_time(q) == TIME_NONE && a->kind == ADDED_DIFFERENT;
        a->who = person_first_get(q, (struct person_id){a->author});
    }
    return db_end(q);
}

static bool write_seen(struct ctx *cx, void *what)
{
    const int64_t *contact = what;
    struct query *q =
        db_sql(cx, "UPDATE contacts_added SET seen = $1 WHERE contact = $2"
                   " AND kind = $3 AND seen IS NULL");

    db_put_time(q, cx->now);
    db_put_int(q, *contact);
    db_put_int(q, ADDED_DIFFERENT);
    return db_end(q);
}

void contact_note_seen(struct ctx *cx, const struct contact *c,
                       const struct addeds *all)
{
    int64_t *contact = ARENA_NEW(cx->mem, int64_t);
    bool unread = false;

    for (size_t i = 0; i < all->n; i++)
        unread = unread || all->at[i].unread;
    *contact = c->id;
    if (unread && person_same(c->peer, cx->actor->person))
        note_later(cx, write_seen, contact);
}
