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
        db_sql(cx, "SELECT v.id, v.at, v.kind, v.with_name, (SELECT p.set_id"
                   " FROM visits_prep p WHERE p.visit = v.id)"
                   " FROM visits_visit v"
                   " WHERE v.person = $1 AND v.at < $2 AND v.state <> $3"
                   " AND (v.state <> $4 OR v.at <= $5) AND v.id <> $6"
                   " ORDER BY v.at DESC LIMIT $7");

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
        p->set = db_get_int(q);
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

enum { SAYINGS_AT_ONCE = 4, RANKS = 3 };

/* How far the questions of one rank have been asked for. */
struct pass {
    int rank;
    size_t next;
};

/* The visits of one person from the first of these moments to the last. */
struct span {
    struct person_id whose;
    int64_t from, to;
};

/* What may say what she wanted: still sealed. */
struct wanted {
    int64_t visit, answer;
    const char *link_id;
    int nth;
    struct blob words;
    int rank; /* 1 says it best; 0: it does not say it */
};

struct wanteds {
    struct wanted *at;
    size_t n, cap;
};

/* A question of a set that says what she wanted. */
struct saying {
    int64_t set;
    const char *link_id;
    int rank;
};

struct sayings {
    struct saying *at;
    size_t n, cap;
};

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

static const struct saying *find_saying(const struct sayings *in, int64_t set,
                                        const char *link_id)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].set == set && strcmp(in->at[i].link_id, link_id) == 0)
            return &in->at[i];
    return NULL;
}

/* Those of every set these visits were prepared with. */
static bool read_sayings(struct ctx *cx, const struct pasts *in,
                         struct sayings *out)
{
    struct set set = {0};

    for (size_t i = 0; i < in->n; i++) {
        if (!in->at[i].set || in->at[i].set == set.id)
            continue;
        if (!set_by_id(cx, in->at[i].set, &set))
            return false;
        for (size_t k = 0; k < set.n; k++) {
            int rank = rank_of(&set, set.at[k].link_id);
            if (rank && !find_saying(out, set.id, set.at[k].link_id))
                *LIST_PUSH(cx->mem, out) =
                    (struct saying){set.id, set.at[k].link_id, rank};
        }
    }
    return true;
}

/* The next of this rank from *i on, "" when there is none. */
static const char *next_saying(const struct sayings *in, int rank, size_t *i)
{
    while (*i < in->n && in->at[*i].rank != rank)
        ++*i;
    return *i < in->n ? in->at[(*i)++].link_id : "";
}

/* The answers of those visits to the questions of one rank, SAYINGS_AT_ONCE
 * from *i on. */
static bool read_answers(struct ctx *cx, const struct span *of,
                         const struct sayings *say, struct pass *now,
                         struct wanteds *out)
{
    struct query *q =
        db_sql(cx, "SELECT p.visit, p.set_id, a.id, a.link_id, a.nth, a.value"
                   " FROM visits_visit v JOIN visits_prep p ON p.visit = v.id"
                   " JOIN visits_answer a ON a.prep = p.id"
                   " WHERE v.person = $1 AND v.at >= $2 AND v.at <= $3"
                   " AND a.link_id IN ($4, $5, $6, $7)"
                   " AND a.waits = 0 AND a.value IS NOT NULL");

    db_put_int(q, of->whose.v);
    db_put_int(q, of->from);
    db_put_int(q, of->to);
    for (int i = 0; i < SAYINGS_AT_ONCE; i++)
        db_put_text(q, next_saying(say, now->rank, &now->next));
    while (db_row(q)) {
        struct wanted w = {.visit = db_get_int(q)};
        int64_t set = db_get_int(q);
        w.answer = db_get_int(q);
        w.link_id = db_get_text(q);
        w.nth = (int)db_get_int(q);
        w.words = db_get_blob(q);
        const struct saying *s = find_saying(say, set, w.link_id);
        w.rank = s ? s->rank : 0;
        *LIST_PUSH(cx->mem, out) = w;
    }
    return db_end(q);
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

/* Every visit has an answer of this rank or a better one. */
static bool all_say(const struct pasts *in, const struct wanteds *all)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].set && !best_of(all, in->at[i].id.v))
            return false;
    return true;
}

/* What says it less well is read only while something is still missing. */
static bool read_wanted(struct ctx *cx, struct person_id whose,
                        const struct pasts *in, struct wanteds *all)
{
    const struct span of = {whose, in->at[in->n - 1].at, in->at[0].at};
    struct sayings say = {0};

    if (!read_sayings(cx, in, &say))
        return false;
    for (int rank = 1; rank <= RANKS && !all_say(in, all); rank++) {
        struct pass now = {rank, 0};
        do {
            if (!read_answers(cx, &of, &say, &now, all))
                return false;
        } while (now.next < say.n);
    }
    return true;
}

static bool add_asked(struct ctx *cx, struct person_id whose, struct pasts *out)
{
    struct wanteds all = {0};

    if (!read_wanted(cx, whose, out, &all))
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
