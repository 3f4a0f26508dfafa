#include "visits/prep.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"

static struct about ready_of(struct person_id whose)
{
    return (struct about){.person = whose, .topic = TOPIC_READY};
}

static struct about answers_of(const struct prep *p)
{
    return (struct about){p->person, TOPIC_ANSWERS, p->id.v};
}

static bool is_hers(const struct ctx *cx, const struct prep *p)
{
    return person_same(cx->actor->person, p->person) &&
           cx->actor->role == ROLE_PERSON;
}

static struct prep none(struct person_id whose, struct visit_id visit)
{
    return (struct prep){.visit = visit,
                         .person = whose,
                         .started = TIME_NONE,
                         .finished = TIME_NONE,
                         .position = ""};
}

bool prep_for(struct ctx *cx, struct person_id whose, struct visit_id visit,
              struct prep *out)
{
    *out = none(whose, visit);
    if (!may(cx, MAY_SEE, ready_of(whose)))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, set_id, mode, helper, state, started, finished,"
                   " position, done, shown FROM visits_prep"
                   " WHERE visit = $1 AND person = $2");
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    if (db_row(q)) {
        out->id.v = db_get_int(q);
        out->set = db_get_int(q);
        out->mode = (enum prep_mode)db_get_int(q);
        out->helper.v = db_get_int(q);
        out->state = (enum prep_state)db_get_int(q);
        out->started = db_get_time(q);
        out->finished = db_get_time(q);
        out->position = db_get_text(q);
        out->done = (int)db_get_int(q);
        out->of = (int)db_get_int(q);
    }
    return db_end(q);
}

static bool insert(struct ctx *cx, struct prep *p)
{
    p->id.v = db_new_id(cx);
    p->started = cx->now;
    struct query *q =
        db_sql(cx, "INSERT INTO visits_prep (id, visit, person, set_id, mode,"
                   " state, started, position, done, shown)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, 0)");
    db_put_int(q, p->id.v);
    db_put_int(q, p->visit.v);
    db_put_int(q, p->person.v);
    db_put_int(q, p->set);
    db_put_int(q, p->mode);
    db_put_int(q, p->state);
    db_put_int(q, p->started);
    return db_end(q);
}

bool prep_begin(struct ctx *cx, struct person_id whose, struct visit_id visit,
                int64_t set, struct prep *out)
{
    struct visit v;

    if (!visit_get(cx, whose, visit, &v) || !prep_for(cx, whose, visit, out))
        return false;
    if (out->id.v)
        return true;
    if (!may(cx, MAY_CHANGE, answers_of(out)))
        return false;
    out->set = set;
    return insert(cx, out);
}

static struct place value_place(const struct prep *p, int64_t id)
{
    return (struct place){"visits_answer.value", id, p->person};
}

static void read_answer(struct query *q, const struct prep *p, struct answer *a)
{
    a->id = db_get_int(q);
    a->link_id = db_get_text(q);
    a->nth = (int)db_get_int(q);
    bool skipped = db_get_bool(q);
    const char *value = seal_get(q, value_place(p, a->id));
    a->value = skipped ? NULL : value;
    a->change = (enum answer_change)db_get_int(q);
    a->typed_by.v = db_get_int(q);
    a->on_paper = db_get_bool(q);
    a->waits = db_get_bool(q);
    a->approved = db_get_time(q);
    a->at = db_get_int(q);
}

/* Every row, what waits after what counts of the same question. */
static bool read_answers(struct ctx *cx, const struct prep *p,
                         struct answers *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, link_id, nth, CASE WHEN value IS NULL THEN 1 ELSE 0"
            " END, value, change, typed_by, on_paper, waits, approved, at"
            " FROM visits_answer WHERE prep = $1 AND person = $2"
            " ORDER BY link_id, waits, nth");

    *out = (struct answers){0};
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    while (db_row(q))
        read_answer(q, p, LIST_PUSH(cx->mem, out));
    return db_end(q);
}

static bool waits_for(const struct answers *all, const char *link_id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].waits && strcmp(all->at[i].link_id, link_id) == 0)
            return true;
    return false;
}

static void keep(struct ctx *cx, const struct answers *all,
                 enum answer_which which, struct answers *out)
{
    *out = (struct answers){0};
    for (size_t i = 0; i < all->n; i++) {
        const struct answer *a = &all->at[i];
        bool wanted = which == ANSWERS_COUNT
                          ? !a->waits
                          : a->waits || !waits_for(all, a->link_id);
        if (wanted)
            *LIST_PUSH(cx->mem, out) = *a;
    }
}

bool answer_list(struct ctx *cx, const struct prep *p, enum answer_which which,
                 struct answers *out)
{
    struct answers all;

    *out = (struct answers){0};
    if (p->id.v == 0)
        return true;
    if (!may(cx, MAY_SEE, answers_of(p)) || !read_answers(cx, p, &all))
        return false;
    keep(cx, &all, which, out);
    return true;
}

/* Her latest earlier visit that was prepared with a set of this url. */
static bool find_before(struct ctx *cx, const struct visit *now,
                        const char *set_url, struct prep *then)
{
    struct query *q =
        db_sql(cx, "SELECT r.id, r.visit FROM visits_prep r"
                   " JOIN visits_visit v ON v.id = r.visit"
                   " JOIN questions_set s ON s.id = r.set_id"
                   " WHERE r.person = $1 AND v.person = $1 AND v.at < $2"
                   " AND v.state <> $3 AND s.url = $4"
                   " ORDER BY v.at DESC, r.id LIMIT 1");

    db_put_int(q, now->person.v);
    db_put_int(q, now->at);
    db_put_int(q, VISIT_CANCELLED);
    db_put_text(q, set_url);
    if (db_row(q)) {
        then->id.v = db_get_int(q);
        then->visit.v = db_get_int(q);
    }
    return db_end(q);
}

bool answer_list_before(struct ctx *cx, const struct prep *p,
                        const char *set_url, struct before *out)
{
    struct prep then = none(p->person, (struct visit_id){0});
    struct answers all;
    struct visit now;

    *out = (struct before){0};
    if (!visit_get(cx, p->person, p->visit, &now) ||
        !may(cx, MAY_SEE, answers_of(p)) ||
        !find_before(cx, &now, set_url, &then))
        return false;
    if (then.id.v == 0)
        return true;
    if (!visit_get(cx, p->person, then.visit, &out->visit) ||
        !read_answers(cx, &then, &all))
        return false;
    keep(cx, &all, ANSWERS_COUNT, &out->answers);
    return true;
}

bool answer_latest(struct ctx *cx, struct person_id whose, const char *link_id,
                   const char **value, int64_t *at)
{
    struct prep p = none(whose, (struct visit_id){0});

    *value = "";
    *at = TIME_NONE;
    if (!may(cx, MAY_SEE, answers_of(&p)))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, value, at FROM visits_answer"
                   " WHERE person = $1 AND link_id = $2 AND waits = 0"
                   " AND value IS NOT NULL AND nth = 0"
                   " ORDER BY at DESC, id DESC LIMIT 1");
    db_put_int(q, whose.v);
    db_put_text(q, link_id);
    if (db_row(q)) {
        int64_t id = db_get_int(q);
        *value = seal_get(q, value_place(&p, id));
        *at = db_get_int(q);
    }
    return db_end(q);
}

static bool forget(struct ctx *cx, const struct prep *p, const char *link_id,
                   bool waits)
{
    struct query *q =
        db_sql(cx, "DELETE FROM visits_answer WHERE prep = $1"
                   " AND person = $2 AND link_id = $3 AND waits = $4");

    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    db_put_text(q, link_id);
    db_put_int(q, waits);
    return db_end(q);
}

static bool insert_answer(struct ctx *cx, const struct prep *p,
                          const struct answer_new *a, size_t nth)
{
    bool hers = is_hers(cx, p);
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO visits_answer (id, prep, person, link_id, nth, value,"
            " change, typed_by, on_paper, waits, approved, at)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");

    db_put_int(q, id);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    db_put_text(q, a->link_id);
    db_put_int(q, (int64_t)nth);
    seal_put(q, value_place(p, id), nth < a->n ? a->values[nth] : NULL);
    db_put_int(q, nth == 0 ? a->change : ANSWER_NO_WORD);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, a->on_paper);
    db_put_int(q, !hers);
    db_put_time(q, hers ? cx->now : TIME_NONE);
    db_put_int(q, cx->now);
    return db_end(q);
}

static bool set_position(struct ctx *cx, struct prep *p, const char *link_id)
{
    struct query *q = db_sql(cx, "UPDATE visits_prep SET position = $1"
                                 " WHERE id = $2 AND person = $3");

    p->position = link_id;
    db_put_text(q, link_id);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    return db_end(q);
}

/* Her peer types only while she lets just this one. */
static bool may_type(struct ctx *cx, const struct prep *p)
{
    if (is_hers(cx, p))
        return true;
    if (!may(cx, MAY_CHANGE, answers_of(p)))
        return false;
    return (p->mode == PREP_PEER_TYPES &&
            person_same(p->helper, cx->actor->person)) ||
           fail(cx, ERR_CONFLICT, NULL, "Someone else is to type now.");
}

bool answer_put(struct ctx *cx, struct prep *p, const struct answer_new *a)
{
    if (!may_type(cx, p))
        return false;
    /* Her own word takes the place of what waits, too. */
    if (!forget(cx, p, a->link_id, true) ||
        (is_hers(cx, p) && !forget(cx, p, a->link_id, false)))
        return false;
    size_t rows = a->n ? a->n : 1;
    for (size_t i = 0; i < rows; i++)
        if (!insert_answer(cx, p, a, i))
            return false;
    return set_position(cx, p, a->link_id);
}

bool prep_count(struct ctx *cx, struct prep *p, int done, int of)
{
    if (!may_type(cx, p))
        return false;
    p->done = done;
    p->of = of;
    struct query *q = db_sql(cx, "UPDATE visits_prep SET done = $1, shown = $2"
                                 " WHERE id = $3 AND person = $4");
    db_put_int(q, done);
    db_put_int(q, of);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    return db_end(q);
}

static bool only_hers(struct ctx *cx, const struct prep *p)
{
    return is_hers(cx, p) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* The questions of which something waits, each once. */
static bool list_waiting(struct ctx *cx, const struct prep *p,
                         struct answers *out, int64_t *newest)
{
    struct answers all;

    *out = (struct answers){0};
    *newest = 0;
    if (!read_answers(cx, p, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct answer *a = &all.at[i];
        if (!a->waits)
            continue;
        if (a->id > *newest)
            *newest = a->id;
        if (a->nth == 0)
            *LIST_PUSH(cx->mem, out) = *a;
    }
    return true;
}

bool answer_approve(struct ctx *cx, const struct prep *p, int64_t seen)
{
    struct answers waiting;
    int64_t newest = 0;

    if (!only_hers(cx, p) || !list_waiting(cx, p, &waiting, &newest))
        return false;
    if (newest > seen)
        return fail(cx, ERR_INVALID, NULL,
                    "Something was typed after you opened this page. Please "
                    "read it once more.");
    for (size_t i = 0; i < waiting.n; i++)
        if (!forget(cx, p, waiting.at[i].link_id, false))
            return false;
    struct query *q = db_sql(cx, "UPDATE visits_answer SET waits = 0,"
                                 " approved = $1 WHERE prep = $2"
                                 " AND person = $3 AND waits = 1");
    db_put_int(q, cx->now);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    return db_end(q);
}

bool answer_refuse(struct ctx *cx, const struct prep *p, const char *link_id)
{
    return only_hers(cx, p) && forget(cx, p, link_id, true);
}

bool prep_set_mode(struct ctx *cx, struct prep *p, enum prep_mode mode,
                   struct person_id helper)
{
    if (!only_hers(cx, p))
        return false;
    p->mode = mode;
    p->helper = helper;
    struct query *q = db_sql(cx, "UPDATE visits_prep SET mode = $1, helper = $2"
                                 " WHERE id = $3 AND person = $4");
    db_put_int(q, mode);
    if (helper.v)
        db_put_int(q, helper.v);
    else
        db_put_null(q);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    return db_end(q);
}

bool prep_finish(struct ctx *cx, struct prep *p)
{
    if (!only_hers(cx, p))
        return false;
    p->state = PREP_FINISHED;
    p->finished = cx->now;
    struct query *q =
        db_sql(cx, "UPDATE visits_prep SET state = $1, finished = $2"
                   " WHERE id = $3 AND person = $4");
    db_put_int(q, p->state);
    db_put_int(q, p->finished);
    db_put_int(q, p->id.v);
    db_put_int(q, p->person.v);
    return db_end(q);
}
