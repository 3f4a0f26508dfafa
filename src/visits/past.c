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
        db_sql(cx, "SELECT v.id, v.at, v.kind, v.with_name, p.id, p.set_id,"
                   " p.started"
                   " FROM visits_visit v"
                   " LEFT JOIN visits_prep p ON p.visit = v.id"
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
        p->prep = db_get_int(q);
        p->set = db_get_int(q);
        p->prepared = db_get_time(q);
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

enum { RANKS = 3, DAY_S = 86400 };

/* What best says what she wanted of a visit: still sealed. */
struct wanted {
    int rank; /* 1 says it best; 0: nothing says it */
    const char *link_id;
    int nth;
    int64_t answer;
    struct blob words;
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

/* Another set has the same question, of this rank as well, before this one. */
static bool is_again(const struct sayings *in, const struct saying *s)
{
    const struct saying *first = in->at;

    while (first->rank != s->rank || strcmp(first->link_id, s->link_id) != 0)
        first++;
    return first != s;
}

/* When she began to prepare the first of them, and a day for a clock that was
 * put back. */
static int64_t prepared_since(const struct pasts *in)
{
    int64_t since = INT64_MAX;

    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].prep && in->at[i].prepared < since)
            since = in->at[i].prepared;
    return since == INT64_MAX ? since : since - DAY_S;
}

/* Of what says it as well, the first on the page. */
static bool is_better(const struct wanted *a, const struct wanted *b)
{
    if (!b->rank)
        return true;
    if (a->rank != b->rank)
        return a->rank < b->rank;
    int order = strcmp(a->link_id, b->link_id);
    return order ? order < 0 : a->nth < b->nth;
}

/* What is asked for: of each visit, what says best what she wanted. */
struct search {
    struct person_id whose;
    const struct pasts *in;
    struct sayings say;
    struct wanted *best; /* as many as there are visits */
};

static void keep_better(struct search *f, int64_t prep, struct wanted w)
{
    for (size_t i = 0; i < f->in->n; i++) {
        const struct past *p = &f->in->at[i];
        const struct saying *s =
            p->prep == prep ? find_saying(&f->say, p->set, w.link_id) : NULL;
        w.rank = s ? s->rank : 0;
        if (s && is_better(&w, &f->best[i]))
            f->best[i] = w;
    }
}

/* What she answered to one question before those visits. */
static bool read_answers(struct ctx *cx, struct search *f, const char *link_id)
{
    struct query *q =
        db_sql(cx, "SELECT prep, id, nth, value FROM visits_answer"
                   " WHERE person = $1 AND link_id = $2 AND at >= $3"
                   " AND waits = 0 AND value IS NOT NULL");

    db_put_int(q, f->whose.v);
    db_put_text(q, link_id);
    db_put_int(q, prepared_since(f->in));
    while (db_row(q)) {
        int64_t prep = db_get_int(q);
        struct wanted w = {.link_id = link_id, .answer = db_get_int(q)};
        w.nth = (int)db_get_int(q);
        w.words = db_get_blob(q);
        keep_better(f, prep, w);
    }
    return db_end(q);
}

/* Every visit that was prepared has something. */
static bool all_say(const struct search *f)
{
    for (size_t i = 0; i < f->in->n; i++)
        if (f->in->at[i].set && !f->best[i].rank)
            return false;
    return true;
}

/* What says it less well is read only while something is still missing. */
static bool read_wanted(struct ctx *cx, struct search *f)
{
    if (!read_sayings(cx, f->in, &f->say))
        return false;
    for (int rank = 1; rank <= RANKS && !all_say(f); rank++)
        for (size_t i = 0; i < f->say.n; i++) {
            const struct saying *s = &f->say.at[i];
            if (s->rank == rank && !is_again(&f->say, s) &&
                !read_answers(cx, f, s->link_id))
                return false;
        }
    return true;
}

static bool add_asked(struct ctx *cx, struct person_id whose, struct pasts *out)
{
    struct search f = {.whose = whose, .in = out};

    f.best = arena_alloc(cx->mem, out->n * sizeof *f.best);
    if (!read_wanted(cx, &f))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        const struct place at = {"visits_answer.value", f.best[i].answer,
                                 whose};
        if (f.best[i].rank &&
            !unseal(cx, at, f.best[i].words, &out->at[i].asked))
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

bool past_latest(struct ctx *cx, const struct visit *before, int64_t *at)
{
    *at = TIME_NONE;
    if (!may(cx, MAY_SEE, (struct about){before->person, TOPIC_VISITS, 0}))
        return false;
    struct query *q =
        db_sql(cx, "SELECT MAX(at) FROM visits_visit WHERE person = $1"
                   " AND at < $2 AND kind = $3 AND state <> $4"
                   " AND (state <> $5 OR at <= $6)");
    db_put_int(q, before->person.v);
    db_put_int(q, before->at < cx->now ? before->at : cx->now);
    db_put_int(q, before->kind);
    db_put_int(q, VISIT_CANCELLED);
    db_put_int(q, VISIT_COMING);
    db_put_int(q, cx->now - VISIT_LASTS);
    if (db_row(q))
        *at = db_get_time(q);
    return db_end(q);
}
