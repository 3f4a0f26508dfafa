/* Writing it: she, or the peer she lets type. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "voice/pages.h"
#include "voice/view.h"

static const char *detail_field(struct arena *mem, size_t n)
{
    return arena_fmt(mem, "detail-%zu", n);
}

static const char *allow_field(struct arena *mem, size_t n)
{
    return arena_fmt(mem, "allow-%zu", n);
}

void draft_details(struct tpl *t, const struct draft_page *v)
{
    static const char *const labels[VOICE_DETAILS] = {
        N_("A detail"), N_("One more detail"), N_("And one more"),
        N_("The last one")};

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        detail_row_html(
            t, &(struct detail_row){detail_field(t->out.mem, i),
                                    allow_field(t->out.mem, i), labels[i],
                                    v->d->details[i].words,
                                    v->d->details[i].allowed, v->hers});
}

static bool named(const struct draft *d, struct person_id id)
{
    for (size_t i = 0; i < d->to.n; i++)
        if (person_same(d->to.at[i], id))
            return true;
    return false;
}

void draft_reader(struct tpl *t, const struct draft_page *v,
                  const struct person *p)
{
    choice_html(t, &(struct choice){.name = "to",
                                    .value = arena_fmt(t->out.mem, "%lld",
                                                       (long long)p->id.v),
                                    .label = p->name,
                                    .hint = *p->title ? p->title : NULL,
                                    .stored = named(v->d, p->id),
                                    .many = true});
}

/* Everybody she may name, whom she named already first of all. */
static bool list_readers(struct ctx *cx, struct draft_page *v)
{
    struct persons all;

    if (!person_peers(cx, cx->actor->person, &v->peers) ||
        !people_staff(cx, cx->actor->program,
                      ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
                          ROLE_BIT(ROLE_CASE_MANAGER),
                      &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct person *p = &all.at[i];
        const bool near = named(v->d, p->id) || p->role != ROLE_PEER ||
                          persons_have(&v->peers, p->id);
        *LIST_PUSH(cx->mem, near ? &v->near : &v->others) = *p;
    }
    return true;
}

static bool draw(struct req *rq, const struct draft *d)
{
    struct ctx *cx = rq->cx;
    struct person p = {.first = ""};
    struct draft_page v = {.d = d,
                           .hers = cx->actor->role == ROLE_PERSON,
                           .typist = "",
                           .seen = d->id.v ? draft_hash(cx, d) : "",
                           .saved = req_was_saved(rq)};

    if (!person_get(cx, d->person, &p) || !part2_protects(cx, &v.protected))
        return false;
    v.name = p.first;
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        if (*d->details[i].words)
            *LIST_PUSH(cx->mem, &v.kept) = d->details[i].words;
    if (v.hers && !d->id.v)
        v.from = req_number(rq, "from", 0);
    if (v.hers && (!list_readers(cx, &v) ||
                   (d->id.v && !typing_now(cx, d->id, &v.typist))))
        return false;
    if (v.hers && d->id.v && d->state == SAID_DRAFT &&
        !comment_list(cx, d->person, d->id, &v.comments))
        return false;
    draft_page_html(rq->page, &v);
    return true;
}

/* --- what was typed --- */

static bool read_to(struct req *rq, struct readers_to *to)
{
    const char *name, *value;

    to->n = 0;
    for (size_t i = 0; req_field(rq, i, &name, &value); i++) {
        if (strcmp(name, "to") != 0)
            continue;
        if (to->n == VOICE_READERS)
            return fail(rq->cx, ERR_INVALID, "to",
                        "Please choose six people at most.");
        to->at[to->n++].v = strtoll(value, NULL, 10);
    }
    return true;
}

/* Each is one of those she may name: nobody else's name gets into her words. */
static bool may_be_named(struct req *rq, const struct draft *d)
{
    struct persons all;

    if (!people_staff(rq->cx, rq->cx->actor->program,
                      ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_CLINICIAN) |
                          ROLE_BIT(ROLE_CASE_MANAGER),
                      &all))
        return false;
    for (size_t i = 0; i < d->to.n; i++)
        if (!persons_have(&all, d->to.at[i]))
            return fail(rq->cx, ERR_INVALID, "to", "Please choose who.");
    return true;
}

static bool read_typed(struct req *rq, struct draft *d)
{
    struct arena *mem = rq->cx->mem;
    bool protected;

    if (!part2_protects(rq->cx, &protected))
        return false;
    if (!protected) /* it is asked on the form */
        d->part2 = *req_text(rq, "part2") != '\0';
    d->message = req_text(rq, "message");
    d->want = req_text(rq, "want");
    d->not_want = req_text(rq, "not_want");
    d->until = req_date(rq, "until");
    d->aloud = *req_text(rq, "aloud") != '\0';
    d->seen = req_text(rq, "seen");
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d->details[i] = (struct detail){
            req_text(rq, detail_field(mem, i)),
            strcmp(req_text(rq, allow_field(mem, i)), "yes") == 0};
    if (!date_is_set(d->until) && *req_text(rq, "until"))
        return fail(rq->cx, ERR_INVALID, "until",
                    "Please write the day like this: 2026-10-15.");
    return read_to(rq, &d->to) && may_be_named(rq, d);
}

/* "Read it through" needs all of it; "Keep it for later" needs nothing. */
static bool keep(struct req *rq, struct draft *d)
{
    const bool later = strcmp(req_text(rq, "go"), "later") == 0;

    if (!read_typed(rq, d) || (!later && !draft_is_whole(rq->cx, d)) ||
        !draft_save(rq->cx, d))
        return false;
    return later ? req_see_other(rq, "/me/say")
                 : req_see_other(rq, "/me/say/%" PRId64 "/yes", d->id.v);
}

/* --- hers --- */

static struct draft blank(struct req *rq)
{
    const bool own = strcmp(req_text(rq, "kind"), "own") == 0;
    struct draft d = {.person = rq->cx->actor->person,
                      .kind = own ? SAID_STATEMENT : SAID_TELL,
                      .message = "",
                      .want = "",
                      .not_want = "",
                      .until = DATE_NONE};

    for (size_t i = 0; i < VOICE_DETAILS; i++)
        d.details[i].words = "";
    return d;
}

/* Nothing yet; or, where it is begun from older words of hers, all of those:
 * another thing, which needs its own yes. */
static bool begun(struct req *rq, struct draft *d)
{
    const struct said_id from = {req_number(rq, "from", 0)};

    *d = blank(rq);
    if (!from.v)
        return true;
    if (!draft_get(rq->cx, rq->cx->actor->person, from, d))
        return false;
    d->id = (struct said_id){0};
    if (date_is_set(d->until) && d->until.days < day_of(rq->cx->now).days)
        d->until = DATE_NONE;
    return true;
}

bool draft_new_page(struct req *rq)
{
    struct draft d;

    return begun(rq, &d) && draw(rq, &d);
}

bool draft_new_form(struct req *rq)
{
    struct draft d;

    return begun(rq, &d) && keep(rq, &d);
}

bool draft_edit_page(struct req *rq)
{
    struct said_id id = {0};
    struct draft d;

    if (!req_id(rq, "words", &id.v) ||
        !draft_get(rq->cx, rq->cx->actor->person, id, &d))
        return false;
    return draft_is_over(rq->cx, &d)
               ? req_see_other(rq, "/me/say/%" PRId64, id.v)
               : draw(rq, &d);
}

bool draft_away_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) && draft_throw_away(rq->cx, id) &&
           req_see_other(rq, "/me/say");
}

bool draft_edit_form(struct req *rq)
{
    struct said_id id = {0};
    struct draft d;

    return req_id(rq, "words", &id.v) &&
           draft_get(rq->cx, rq->cx->actor->person, id, &d) && keep(rq, &d);
}

bool typist_form(struct req *rq)
{
    struct said_id id = {0};

    return req_id(rq, "words", &id.v) &&
           draft_let_type(rq->cx, id,
                          (struct person_id){req_number(rq, "peer", 0)}) &&
           req_see_other(rq, "/me/say/%" PRId64 "/edit?saved=1", id.v);
}

/* --- the peer's --- */

static bool typed_draft(struct req *rq, struct draft *d)
{
    struct person_id whose = {0};
    struct said_id id = {0};

    return req_id(rq, "person", &whose.v) && req_id(rq, "words", &id.v) &&
           draft_get(rq->cx, whose, id, d);
}

bool type_page(struct req *rq)
{
    struct draft d;

    return typed_draft(rq, &d) && draw(rq, &d);
}

bool type_form(struct req *rq)
{
    struct draft d;

    return typed_draft(rq, &d) && read_typed(rq, &d) &&
           draft_save(rq->cx, &d) &&
           req_see_other(rq, "/people/%" PRId64 "/words/%" PRId64 "?saved=1",
                         d.person.v, d.id.v);
}

enum { KINDS = 1U << SAID_STATEMENT | 1U << SAID_TELL };

bool typing_today_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct typing_today v = {{0}};
    struct typings all;

    if (!typing_list(cx, (struct person_id){0}, KINDS, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct person p;
        if (!person_get(cx, all.at[i].person, &p))
            return false;
        *LIST_PUSH(cx->mem, &v.list) = (struct typing_line){all.at[i], p.first};
    }
    if (v.list.n > 0)
        typing_today_html(t, &v);
    return true;
}

bool typing_panel(struct req *rq, struct tpl *t)
{
    struct typing_panel v = {.person = {.first = ""}};

    if (!req_id(rq, "person", &v.person.id.v) ||
        !typing_list(rq->cx, v.person.id, KINDS, &v.list))
        return false;
    if (!comment_list_mine(rq->cx, v.person.id, &v.comments))
        return false;
    if (v.list.n == 0 && v.comments.n == 0)
        return true;
    if (!person_get(rq->cx, v.person.id, &v.person))
        return false;
    typing_panel_html(t, &v);
    return true;
}
