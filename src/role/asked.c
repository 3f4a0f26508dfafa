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

/* It can be tapped now. */
static bool is_listed(struct ctx *cx, int64_t category, bool *yes)
{
    struct sorts list;

    *yes = false;
    if (!sorts_listed(cx, &list))
        return false;
    for (size_t i = 0; i < list.n; i++)
        *yes |= list.at[i].category == category;
    return true;
}

bool asked_log(struct ctx *cx, int64_t category, enum asker by)
{
    bool listed = false;

    if (!is_peer(cx) || !is_listed(cx, category, &listed))
        return false;
    if (!listed)
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
    db_put_int(q, category);
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
        cx, "SELECT a.id, a.asker, a.day, a.category, s.words FROM role_asked a"
            " LEFT JOIN role_sort s ON s.id = a.category - $3"
            " WHERE a.person = $1 AND a.day >= $2"
            " ORDER BY a.day DESC, a.id DESC");
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, quarter_of(day_of(cx->now), 0));
    db_put_int(q, SORT_OWN);
    while (db_row(q)) {
        struct asked_line *l = LIST_PUSH(cx->mem, out);
        *l = (struct asked_line){.id = db_get_int(q)};
        l->by = (enum asker)db_get_int(q);
        l->day = db_get_date(q);
        l->says = asked_name_get(q, cx->lang);
    }
    return db_end(q);
}

const char *asked_name_get(struct query *q, enum lang l)
{
    const int64_t category = db_get_int(q);
    const char *words = db_get_text(q);

    return category < ASKED_COUNT
               ? lang_text(l, asked_says((enum asked)category))
               : words;
}

static void add_count(struct asked_counts *out, int64_t *n, int64_t category,
                      int64_t of_it)
{
    for (size_t i = 0; i < out->sorts.n; i++)
        if (out->sorts.at[i].category == category)
            n[i] = of_it;
}

/* program 0: of all. */
static bool counts_of(struct ctx *cx, int64_t program, int before,
                      struct asked_counts *out)
{
    const struct date today = day_of(cx->now);
    int64_t all = 0;

    *out = (struct asked_counts){.from = quarter_of(today, before)};
    out->to.days = quarter_of(today, before - 1).days - 1;
    if (!sorts_of(cx, program, &out->sorts))
        return false;
    int64_t *n = arena_alloc(cx->mem, out->sorts.n * sizeof *n);
    out->of = arena_alloc(cx->mem, out->sorts.n * sizeof *out->of);
    struct query *q =
        db_sql(cx, "SELECT category, COUNT(*) FROM role_asked"
                   " WHERE (program = $1 OR $1 = 0)"
                   " AND day >= $2 AND day <= $3 GROUP BY category");
    db_put_int(q, program);
    db_put_date(q, out->from);
    db_put_date(q, out->to);
    while (db_row(q)) {
        const int64_t category = db_get_int(q), of_it = db_get_int(q);
        all += of_it;
        add_count(out, n, category, of_it);
    }
    for (size_t i = 0; i < out->sorts.n; i++)
        out->of[i] = count_of(n[i]);
    counts_cover(out->of, out->sorts.n);
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

const char *asked_answer(int64_t category)
{
    if (category == ASKED_DESK || category == ASKED_TRANSPORT ||
        category == ASKED_PAPERS)
        return N_("That isn't part of the peer role. Who could do it instead?");
    if (category >= ASKED_OTHER)
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
