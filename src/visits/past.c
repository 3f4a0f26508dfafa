#include "visits/past.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"
#include "questions/set_store.h"
#include "sharing/may.h"

static bool read_visits(struct ctx *cx, const struct visit *before, int limit,
                        struct pasts *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, at, kind, with_name FROM visits_visit"
                   " WHERE person = $1 AND at < $2 AND state <> $3"
                   " AND (state <> $4 OR at <= $5) AND id <> $6"
                   " ORDER BY at DESC, id LIMIT $7");

    db_put_int(q, before->person.v);
    db_put_int(q, before->at);
    db_put_int(q, VISIT_CANCELLED);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    db_put_int(q, before->id.v);
    db_put_int(q, limit);
    while (db_row(q)) {
        struct past *p = LIST_PUSH(cx->mem, out);
        p->id.v = db_get_int(q);
        p->at = db_get_int(q);
        p->kind = (enum visit_kind)db_get_int(q);
        p->with_name = seal_get(q, (struct place){"visits_visit.with_name",
                                                  p->id.v, before->person});
        p->asked = "";
    }
    return db_end(q);
}

static struct past *find(struct pasts *in, int64_t visit)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].id.v == visit)
            return &in->at[i];
    return NULL;
}

/* What may say what she wanted: still sealed. */
struct wanted {
    int64_t visit, set, answer;
    const char *link_id;
    int nth;
    struct blob words;
    int rank; /* 1 says it best; 0: it does not say it */
};

struct wanteds {
    struct wanted *at;
    size_t n, cap;
};

/* Every answer of those visits that counts; opened is only the best of each. */
static bool read_answers(struct ctx *cx, struct person_id whose,
                         const struct pasts *in, struct wanteds *out)
{
    struct query *q =
        db_sql(cx, "SELECT p.visit, p.set_id, a.id, a.link_id, a.nth, a.value"
                   " FROM visits_visit v JOIN visits_prep p ON p.visit = v.id"
                   " JOIN visits_answer a ON a.prep = p.id"
                   " WHERE v.person = $1 AND v.at >= $2 AND v.at <= $3"
                   " AND a.waits = 0 AND a.value IS NOT NULL"
                   " ORDER BY a.link_id, a.nth");

    db_put_int(q, whose.v);
    db_put_int(q, in->at[in->n - 1].at);
    db_put_int(q, in->at[0].at);
    while (db_row(q)) {
        struct wanted *w = LIST_PUSH(cx->mem, out);
        w->visit = db_get_int(q);
        w->set = db_get_int(q);
        w->answer = db_get_int(q);
        w->link_id = db_get_text(q);
        w->nth = (int)db_get_int(q);
        w->words = db_get_blob(q);
    }
    return db_end(q);
}

static int rank_of(const struct set *set, const char *link_id)
{
    const struct set_item *it = set_item_find(set, link_id);

    switch (it ? it->section : SECTION_NONE) {
    case SECTION_WANT: return 1;
    case SECTION_TALK: return 2;
    case SECTION_ASK: return 3;
    case SECTION_NONE:
    case SECTION_LIFE:
    case SECTION_BETWEEN:
    case SECTION_HELPS:
    case SECTION_PILLS:
    case SECTION_BODY:
    case SECTION_OTHER:
    case SECTION_COUNT: break;
    }
    return 0;
}

static bool rank_all(struct ctx *cx, struct wanteds *all)
{
    struct set set = {0};

    for (size_t i = 0; i < all->n; i++) {
        struct wanted *w = &all->at[i];
        if (set.id != w->set && !set_by_id(cx, w->set, &set))
            return false;
        w->rank = rank_of(&set, w->link_id);
    }
    return true;
}

/* Of what says it as well, the first on the page. */
static bool is_better(const struct wanted *a, const struct wanted *b)
{
    if (a->rank != b->rank)
        return a->rank < b->rank;
    int order = strcmp(a->link_id, b->link_id);
    return order ? order < 0 : a->nth < b->nth;
}

static const struct wanted *best_of(const struct wanteds *all, int64_t visit)
{
    const struct wanted *best = NULL;

    for (size_t i = 0; i < all->n; i++) {
        const struct wanted *w = &all->at[i];
        if (w->visit == visit && w->rank && (!best || is_better(w, best)))
            best = w;
    }
    return best;
}

static bool add_asked(struct ctx *cx, struct person_id whose, struct pasts *out)
{
    struct wanteds all = {0};

    if (!read_answers(cx, whose, out, &all) || !rank_all(cx, &all))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        const struct wanted *w = best_of(&all, out->at[i].id.v);
        if (w &&
            !unseal(cx, (struct place){"visits_answer.value", w->answer, whose},
                    w->words, &out->at[i].asked))
            return false;
    }
    return true;
}

static bool add_decided(struct ctx *cx, struct person_id whose,
                        struct pasts *out)
{
    struct outcomes all;

    if (!outcome_list_between(cx, whose, out->at[out->n - 1].at, out->at[0].at,
                              &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct past *p = find(out, all.at[i].visit.v);
        if (p)
            *LIST_PUSH(cx->mem, &p->decided) = all.at[i];
    }
    return true;
}

static bool may_look(struct ctx *cx, struct person_id whose)
{
    return may(cx, MAY_SEE, (struct about){whose, TOPIC_VISITS, 0}) &&
           may(cx, MAY_SEE, (struct about){whose, TOPIC_ANSWERS, 0});
}

bool past_list(struct ctx *cx, const struct visit *before, int limit,
               struct pasts *out)
{
    *out = (struct pasts){0};
    if (!may_look(cx, before->person) || !read_visits(cx, before, limit, out))
        return false;
    return out->n == 0 || (add_asked(cx, before->person, out) &&
                           add_decided(cx, before->person, out));
}

bool past_latest(struct ctx *cx, struct person_id whose, enum visit_kind kind,
                 int64_t *at)
{
    *at = TIME_NONE;
    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_VISITS, 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT MAX(at) FROM visits_visit WHERE person = $1"
                   " AND at < $2 AND kind = $3 AND state <> $4"
                   " AND (state <> $5 OR at <= $6)");
    db_put_int(q, whose.v);
    db_put_int(q, cx->now);
    db_put_int(q, kind);
    db_put_int(q, VISIT_CANCELLED);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    if (db_row(q))
        *at = db_get_time(q);
    return db_end(q);
}
