#include "helps/signed.h"

#include "helps/helps_int.h"
#include "shelf/names.h"

struct place signed_place(enum part part, int64_t id, struct person_id peer)
{
    static const char *const columns[PARTS] = {
        "helps_signed.words", "helps_signed.moment", "helps_signed.helps"};

    return (struct place){columns[part], id, peer};
}

static bool has_role(struct ctx *cx, unsigned roles)
{
    return (ROLE_BIT(cx->actor->role) & roles) != 0 ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static void read_one(struct query *q, struct signed_one *one)
{
    struct strategy *s = &one->s;

    *s = (struct strategy){.id = db_get_int(q), .used = TIME_NONE};
    s->person.v = db_get_int(q);
    s->words = seal_get(q, signed_place(PART_WORDS, s->id, s->person));
    s->moment = seal_get(q, signed_place(PART_MOMENT, s->id, s->person));
    s->helps = seal_get(q, signed_place(PART_HELPS, s->id, s->person));
    s->from = person_first_get(q, s->person);
    one->mine = person_same(s->person, db_ctx(q)->actor->person);
}

bool signed_list(struct ctx *cx, struct signeds *out)
{
    *out = (struct signeds){0};
    if (!has_role(cx, ROLE_BIT(ROLE_PERSON) | ROLE_BIT(ROLE_PEER) |
                          ROLE_BIT(ROLE_SUPERVISOR)))
        return false;
    struct query *q = db_sql(
        cx, "SELECT s.id, s.person, s.words, s.moment, s.helps, p.first"
            " FROM helps_signed s JOIN people_person p ON p.id = s.person"
            " WHERE s.program = $1 ORDER BY s.id DESC LIMIT $2");
    db_put_int(q, cx->actor->program);
    db_put_int(q, SIGNED_A_PROGRAM);
    while (db_row(q))
        read_one(q, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

/* What a peer does is theirs to tell; of nobody else. */
static bool names_nobody(struct ctx *cx, const char *field, const char *words)
{
    bool named = false;

    if (!names_anybody(cx, words, &named))
        return false;
    return !named || fail(cx, ERR_INVALID, field,
                          "There may be a name in it of somebody here. Please "
                          "write it without. Then it can stand here.");
}

bool signed_add(struct ctx *cx, const struct strategy *s)
{
    struct signeds all;

    if (!has_role(cx, ROLE_BIT(ROLE_PEER)) || !strategy_fits(cx, s) ||
        !names_nobody(cx, "words", s->words) ||
        !names_nobody(cx, "moment", s->moment) ||
        !names_nobody(cx, "helps", s->helps) || !signed_list(cx, &all))
        return false;
    if (all.n >= SIGNED_A_PROGRAM)
        return fail(cx, ERR_CONFLICT, NULL,
                    "The shelf is full. Please take one of yours off first.");
    const int64_t id = db_new_id(cx);
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(
        cx, "INSERT INTO helps_signed (id, person, program, words, moment,"
            " helps, made) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, id);
    db_put_int(q, me.v);
    db_put_int(q, cx->actor->program);
    seal_put(q, signed_place(PART_WORDS, id, me), s->words);
    seal_put(q, signed_place(PART_MOMENT, id, me), s->moment);
    seal_put(q, signed_place(PART_HELPS, id, me), s->helps);
    db_put_int(q, cx->now);
    return db_end(q);
}

bool signed_off(struct ctx *cx, int64_t id)
{
    if (!has_role(cx, ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR)))
        return false;
    struct query *q = db_sql(cx, "DELETE FROM helps_signed WHERE id = $1"
                                 " AND program = $2 AND (CAST($3 AS BIGINT) = 1"
                                 " OR person = $4) RETURNING id");
    db_put_int(q, id);
    db_put_int(q, cx->actor->program);
    db_put_int(q, cx->actor->role == ROLE_SUPERVISOR);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool signed_copy(struct ctx *cx, int64_t id)
{
    struct signeds all;

    if (!has_role(cx, ROLE_BIT(ROLE_PERSON)) || !signed_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].s.id == id) {
            struct strategy copy = all.at[i].s;
            return strategy_add(cx, &copy, all.at[i].s.person);
        }
    return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}
