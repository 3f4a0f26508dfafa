#include "visits/keep.h"

#include "db/db.h"
#include "sharing/may.h"
#include "store/keep.h"
#include "visits/after.h"
#include "visits/board.h"
#include "visits/company.h"
#include "visits/help.h"
#include "visits/prep.h"
#include "visits/words.h"

static const char *const kinds[] = {"mind", "body"};
static const char *const states[] = {"coming", "held", "cancelled"};
static const char *const changes[] = {"", "same", "better", "harder"};
static const char *const whos[] = {"we", "me", "them", "peer"};
static const char *const outcomes[] = {"open", "done", "not yet", "changed"};
static const char *const wanted[] = {"not said", "yes", "no"};
static const char *const offered[] = {"open", "yes", "not now"};
static const char *const shown[] = {"not said", "name", "card", "off"};

static void put_answer(const struct answer *a, struct json_out *w)
{
    json_put_object(w, NULL);
    json_put_text(w, "question", a->link_id);
    if (a->value)
        json_put_text(w, "answer", a->value);
    json_put_bool(w, "skipped", !a->value);
    json_put_text(w, "change", changes[a->change]);
    json_put_bool(w, "fromPaper", a->on_paper);
    json_put_bool(w, "waitsForApproval", a->waits);
    json_put_time(w, "at", a->at);
    json_put_end(w);
}

static bool put_prep(struct ctx *cx, const struct visit *v, struct json_out *w)
{
    struct answers answers;
    struct prep p;

    if (!prep_for(cx, v->person, v->id, &p) ||
        !answer_list(cx, &p, ANSWERS_SHOWN, &answers))
        return false;
    json_put_list(w, "answers");
    for (size_t i = 0; i < answers.n; i++)
        put_answer(&answers.at[i], w);
    json_put_end(w);
    return true;
}

static bool put_outcomes(struct ctx *cx, const struct visit *v,
                         struct json_out *w)
{
    struct outcomes list;

    if (!outcome_list(cx, v->person, v->id, &list))
        return false;
    json_put_list(w, "decided");
    for (size_t i = 0; i < list.n; i++) {
        const struct outcome *o = &list.at[i];
        json_put_object(w, NULL);
        json_put_text(w, "who", whos[o->who]);
        json_put_text(w, "what", o->what);
        if (date_is_set(o->due))
            json_put_text(w, "by", date_iso(cx->mem, o->due));
        json_put_text(w, "state", outcomes[o->state]);
        json_put_text(w, "cameOfIt", o->came);
        json_put_end(w);
    }
    json_put_end(w);
    return true;
}

static void put_lines(const char *name, const char *const *lines,
                      struct json_out *w)
{
    json_put_list(w, name);
    for (int i = 0; i < COMPANY_POINTS; i++)
        if (*lines[i])
            json_put_text(w, NULL, lines[i]);
    json_put_end(w);
}

static bool put_company(struct ctx *cx, const struct visit *v,
                        struct json_out *w)
{
    struct company c;

    if (!company_get(cx, v->person, v->id, &c))
        return false;
    json_put_object(w, "company");
    json_put_text(w, "wanted", wanted[c.wanted]);
    json_put_text(w, "name", c.name);
    json_put_text(w, "words", c.words);
    json_put_text(w, "signal", c.sign);
    json_put_text(w, "howWeGetThere", c.way);
    put_lines("say", c.say, w);
    put_lines("doNotSay", c.dont, w);
    json_put_end(w);
    return true;
}

/* When her peers offered to help, and what she said. */
static bool put_offers(struct ctx *cx, const struct visit *v,
                       struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT answer, at FROM visits_offer WHERE visit = $1"
                   " AND person = $2 ORDER BY id");

    db_put_int(q, v->id.v);
    db_put_int(q, v->person.v);
    json_put_list(w, "offers");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_text(w, "answer", offered[db_get_int(q)]);
        json_put_time(w, "at", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_board(struct ctx *cx, struct person_id p, struct json_out *w)
{
    enum board_shown how = BOARD_NOT_SAID;
    int64_t card = 0;

    if (!board_get(cx, p, &how, &card))
        return false;
    json_put_object(w, "board");
    json_put_text(w, "shown", shown[how]);
    if (card)
        json_put_int(w, "card", card);
    json_put_end(w);
    return true;
}

static bool put_visit(struct ctx *cx, const struct visit *v, struct json_out *w)
{
    json_put_object(w, NULL);
    json_put_time(w, "at", v->at);
    json_put_text(w, "kind", kinds[v->kind]);
    json_put_text(w, "with", v->with_name);
    json_put_text(w, "place", v->place);
    json_put_text(w, "reason", v->reason);
    json_put_text(w, "state", states[v->state]);
    if (!put_prep(cx, v, w) || !put_outcomes(cx, v, w) ||
        !put_company(cx, v, w) || !put_offers(cx, v, w))
        return false;
    json_put_end(w);
    return true;
}

/* Her visits one by one: there may be many, and each is read like on a page. */
static bool list_ids(struct ctx *cx, struct person_id p, struct visits *out)
{
    struct query *q = db_sql(
        cx, "SELECT id FROM visits_visit WHERE person = $1 ORDER BY at, id");

    *out = (struct visits){0};
    db_put_int(q, p.v);
    while (db_row(q))
        LIST_PUSH(cx->mem, out)->id.v = db_get_int(q);
    return db_end(q);
}

static bool put_all(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct visits ids;
    const char *words = "";
    int64_t at = TIME_NONE;

    if (!list_ids(cx, p, &ids) || !words_get(cx, p, &words, &at))
        return false;
    json_put_text(w, "whatIWantTreatmentToDoForMyLife", words);
    if (!put_board(cx, p, w))
        return false;
    json_put_list(w, "visits");
    for (size_t i = 0; i < ids.n; i++) {
        struct visit v;
        if (!visit_get(cx, p, ids.at[i].id, &v) || !put_visit(cx, &v, w))
            return false;
    }
    json_put_end(w);
    return true;
}

static bool may_carry(struct ctx *cx, struct person_id p)
{
    static const enum topic topics[] = {TOPIC_VISITS, TOPIC_READY,
                                        TOPIC_ANSWERS, TOPIC_DECISIONS,
                                        TOPIC_COMPANY};

    for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
        if (!may(cx, MAY_CARRY, (struct about){p, topics[i], 0}))
            return false;
    return true;
}

/* Her copy holds what she herself may see, so it is read as she reads it. */
bool visits_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    const struct actor *who = cx->actor;
    const struct actor her = {
        .person = p, .role = ROLE_PERSON, .program = who->program};

    if (!may_carry(cx, p))
        return false;
    cx->actor = &her;
    bool done = put_all(cx, p, w);
    cx->actor = who;
    return done;
}

/* What another is in, as a helper or as who a visit is with, loses only that.
 */
static bool forget_as_staff(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "UPDATE visits_visit SET with_person = NULL"
                                  " WHERE with_person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE visits_prep SET helper = NULL"
                                  " WHERE helper = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE visits_company SET peer = NULL"
                                  " WHERE peer = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_offer WHERE peer = $1"),
                       p);
}

bool visits_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM visits_answer WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM visits_outcome WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM visits_company WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_offer WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_board WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_words WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_prep WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM visits_visit WHERE person = $1"),
                       p) &&
           forget_as_staff(cx, p);
}
