#include "visits/board.h"

#include "db/db.h"
#include "sharing/may.h"

enum { FIRST_CARD = 100 };

struct row {
    struct person_id person;
    int64_t at, card;
    enum board_shown shown;
    bool company;
};

struct rows {
    struct row *at;
    size_t n, cap;
};

static bool list_rows(struct ctx *cx, struct rows *out)
{
    struct date today = day_of(cx->now);
    struct query *q = db_sql(
        cx, "SELECT v.person, v.at, COALESCE(b.card, 0), COALESCE(b.shown, 0),"
            " COALESCE(c.wanted, 0) FROM visits_visit v"
            " LEFT JOIN visits_board b ON b.person = v.person"
            " LEFT JOIN visits_company c ON c.visit = v.id"
            " WHERE v.program = $1 AND v.state = $2"
            " AND v.at >= $3 AND v.at < $4 ORDER BY v.at, v.id LIMIT $5");

    *out = (struct rows){0};
    db_put_int(q, cx->actor->program);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, time_at(today, 0));
    db_put_int(q, time_at((struct date){today.days + 1}, 0));
    db_put_int(q, BOARD_MAX);
    while (db_row(q)) {
        struct row *r = LIST_PUSH(cx->mem, out);
        r->person.v = db_get_int(q);
        r->at = db_get_int(q);
        r->card = db_get_int(q);
        r->shown = (enum board_shown)db_get_int(q);
        r->company = db_get_int(q) == COMPANY_YES;
    }
    return db_end(q);
}

/* Whether this reader sees the line at all: by her choice for the board, or
 * because they walk with her. */
static bool sees(struct ctx *cx, const struct row *r, bool *yes)
{
    *yes = r->shown == BOARD_NAME || r->shown == BOARD_CARD;
    if (*yes || r->shown == BOARD_OFF)
        return true;
    return may_know(cx, MAY_SEE, (struct about){r->person, TOPIC_READY, 0},
                    yes);
}

bool board_list(struct ctx *cx, struct board *out)
{
    struct rows rows;

    *out = (struct board){0};
    if (!list_rows(cx, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct row *r = &rows.at[i];
        struct board_line l = {
            .card = r->card, .at = r->at, .company = r->company};
        struct person p;
        bool yes = false;
        if (!sees(cx, r, &yes))
            return false;
        if (!yes)
            continue;
        if (r->shown != BOARD_CARD) {
            if (!person_get(cx, r->person, &p))
                return false;
            l.shown = person_on_board(cx->mem, &p);
        }
        *LIST_PUSH(cx->mem, out) = l;
    }
    return true;
}

bool board_get(struct ctx *cx, struct person_id whose, enum board_shown *shown,
               int64_t *card)
{
    *shown = BOARD_NOT_SAID;
    *card = 0;
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_PERMISSIONS, 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT shown, card FROM visits_board WHERE person = $1");
    db_put_int(q, whose.v);
    if (db_row(q)) {
        *shown = (enum board_shown)db_get_int(q);
        *card = db_get_int(q);
    }
    return db_end(q);
}

/* Numbers follow each other, so that a number says nothing of a name. */
static bool next_card(struct ctx *cx, int64_t *card)
{
    struct query *q =
        db_sql(cx, "SELECT COALESCE(MAX(card), CAST($1 AS BIGINT)) + 1"
                   " FROM visits_board");

    *card = 0;
    db_put_int(q, FIRST_CARD);
    if (db_row(q))
        *card = db_get_int(q);
    return db_end(q);
}

bool board_put(struct ctx *cx, struct person_id whose, enum board_shown shown)
{
    int64_t card = 0;

    if (!may(cx, MAY_CHANGE, (struct about){whose, TOPIC_PERMISSIONS, 0}) ||
        !next_card(cx, &card))
        return false;
    struct query *q = db_sql(cx, "INSERT INTO visits_board (person, shown,"
                                 " card) VALUES ($1, $2, $3)"
                                 " ON CONFLICT (person)"
                                 " DO UPDATE SET shown = $2");
    db_put_int(q, whose.v);
    db_put_int(q, shown);
    db_put_int(q, card);
    return db_end(q);
}
