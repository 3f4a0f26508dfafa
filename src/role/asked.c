#include "role/asked.h"

#include "base/date.h"
#include "db/db.h"

struct date quarter_of(struct date day, int before)
{
    int y, m, d;

    date_split(day, &y, &m, &d);
    int quarter = y * 4 + (m - 1) / 3 - before;
    return date_ymd(quarter / 4, quarter % 4 * 3 + 1, 1);
}

static bool is_peer(struct ctx *cx)
{
    return cx->actor->role == ROLE_PEER ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool asked_log(struct ctx *cx, enum asked what, enum asker by)
{
    if (!is_peer(cx))
        return false;
    if ((int)what < 0 || what >= ASKED_COUNT)
        return fail(cx, ERR_INVALID, "what", "Please choose what it was.");
    if ((int)by < 0 || by >= ASKERS)
        by = ASKER_UNSAID;
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO role_asked (id, person, program, category, asker, day)"
            " VALUES ($1, $2, $3, $4, $5, $6)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, cx->actor->program);
    db_put_int(q, what);
    db_put_int(q, by);
    db_put_date(q, day_of(cx->now));
    return db_end(q) && id;
}

bool asked_take_back(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM role_asked WHERE id = $1"
                                 " AND person = $2 RETURNING id");

    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}

bool asked_mine(struct ctx *cx, struct asked_lines *out)
{
    *out = (struct asked_lines){0};
    if (!is_peer(cx))
        return false;
    struct query *q = db_sql(
        cx, "SELECT id, category, asker, day FROM role_asked WHERE person = $1"
            " AND day >= $2 ORDER BY day DESC, id DESC");
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, quarter_of(day_of(cx->now), 0));
    while (db_row(q)) {
        struct asked_line *l = LIST_PUSH(cx->mem, out);
        *l = (struct asked_line){.id = db_get_int(q)};
        l->what = (enum asked)db_get_int(q);
        l->by = (enum asker)db_get_int(q);
        l->day = db_get_date(q);
    }
    return db_end(q);
}

/* program 0: of all. */
static bool counts_of(struct ctx *cx, int64_t program, int before,
                      struct asked_counts *out)
{
    int64_t n[ASKED_COUNT] = {0}, all = 0;
    const struct date today = day_of(cx->now);

    *out = (struct asked_counts){.from = quarter_of(today, before)};
    out->to.days = quarter_of(today, before - 1).days - 1;
    struct query *q =
        db_sql(cx, "SELECT category, COUNT(*) FROM role_asked"
                   " WHERE (program = $1 OR $1 = 0)"
                   " AND day >= $2 AND day <= $3 GROUP BY category");
    db_put_int(q, program);
    db_put_date(q, out->from);
    db_put_date(q, out->to);
    while (db_row(q)) {
        int64_t what = db_get_int(q), of_it = db_get_int(q);
        all += of_it;
        if (what >= 0 && what < ASKED_COUNT)
            n[what] = of_it;
    }
    for (int i = 0; i < ASKED_COUNT; i++)
        out->of[i] = count_of(n[i]);
    counts_cover(out->of, ASKED_COUNT);
    out->all = count_of(all);
    return db_end(q);
}

bool asked_counts(struct ctx *cx, int before, struct asked_counts *out)
{
    return may_count(cx) && counts_of(cx, cx->actor->program, before, out);
}

bool asked_counts_council(struct ctx *cx, int before, struct asked_counts *out)
{
    return counts_of(cx, 0, before, out);
}

const char *asked_says(enum asked what)
{
    static const char *const says[ASKED_COUNT] = {
        N_("Medication"),     N_("Front desk"),     N_("Transport errand"),
        N_("Money or payee"), N_("Tests or urine"), N_("Levels or passes"),
        N_("Paperwork"),      N_("Something else")};

    return says[what];
}

const char *asked_answer(enum asked what)
{
    if (what == ASKED_DESK || what == ASKED_TRANSPORT || what == ASKED_PAPERS)
        return N_("That isn't part of the peer role. Who could do it instead?");
    if (what == ASKED_OTHER)
        return N_("That isn't part of the peer role. Let us look at the card "
                  "together.");
    return N_("That isn't part of the peer role. They can tell you. Shall I "
              "ask whether they want to?");
}

const char *asker_says(enum asker by)
{
    static const char *const says[ASKERS] = {
        N_("Not said"), N_("Doctor, nurse or therapist"), N_("Case manager"),
        N_("Who leads"), N_("Somebody else")};

    return says[by];
}
