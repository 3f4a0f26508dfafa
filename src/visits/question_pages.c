/* One question: drawn, and its answer kept. */
#include <string.h>

#include "frame/module.h"
#include "visits/prep_pages.h"
#include "visits/prep_seat.h"

void question_steps(struct tpl *t, struct set_place place)
{
    tpl_raw(t, "<div class=\"steps\" aria-hidden=\"true\">");
    for (size_t i = 1; i <= place.of; i++)
        tpl_raw(t, i < place.number    ? "<i class=\"on\"></i>"
                   : i == place.number ? "<i class=\"now\"></i>"
                                       : "<i></i>");
    tpl_raw(t, "</div>");
}

/* The question of the path, when it is one that is asked now; else NULL.
 * Errors: ERR_NOTFOUND. */
static const struct set_item *find_item(struct req *rq, const struct sitting *s)
{
    const struct set_item *it = set_item_find(&s->set, req_part(rq, "item"));

    if (it && set_item_shown(&s->set, it, &s->flat))
        return it;
    (void)fail(rq->cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return NULL;
}

static const char *called_id(struct arena *mem, const struct set_item *it)
{
    return arena_fmt(mem, "%s" PREP_CALLED, it->link_id);
}

static bool is_given(const struct sitting *s, const char *link_id,
                     const char *value)
{
    for (size_t i = 0; i < s->flat.n; i++)
        if (s->flat.at[i].value && strcmp(s->flat.at[i].value, value) == 0 &&
            strcmp(s->flat.at[i].link_id, link_id) == 0)
            return true;
    return false;
}

static void add_option(struct ctx *cx, struct question *v,
                       const struct sitting *s, struct question_option o)
{
    o.chosen = is_given(s, v->item->link_id, o.code);
    *LIST_PUSH(cx->mem, &v->options) = o;
}

static void add_options(struct ctx *cx, struct question *v,
                        const struct sitting *s)
{
    const struct set_item *it = v->item;

    if (it->type == SET_YES_NO) {
        add_option(cx, v, s,
                   (struct question_option){"true", N_("Yes"), "", false});
        add_option(cx, v, s,
                   (struct question_option){"false", N_("No"), "", false});
    }
    for (size_t i = 0; i < it->option_count; i++) {
        const struct set_option *o = &it->options[i];
        add_option(cx, v, s,
                   (struct question_option){o->code, o->label.in[cx->lang],
                                            o->hint.in[cx->lang], false});
    }
}

static const char *nth_value(const struct sitting *s, const char *link_id,
                             int nth)
{
    for (size_t i = 0; i < s->answers.n; i++) {
        const struct answer *a = &s->answers.at[i];
        if (a->nth == nth && a->value && strcmp(a->link_id, link_id) == 0)
            return a->value;
    }
    return "";
}

static void add_lines(struct ctx *cx, struct question *v,
                      const struct sitting *s)
{
    for (int i = 0; i < v->item->most; i++)
        *LIST_PUSH(cx->mem, &v->lines) =
            (struct question_line){arena_fmt(cx->mem, "a%d", i),
                                   nth_value(s, v->item->link_id, i), i + 1};
}

/* What stands there now. */
static void add_state(struct question *v, const struct sitting *s)
{
    const char *id = v->item->link_id;

    v->own = v->value = "";
    for (size_t i = 0; i < s->answers.n; i++) {
        const struct answer *a = &s->answers.at[i];
        if (strcmp(a->link_id, id) != 0)
            continue;
        v->saved = true;
        v->answered = v->answered || a->value;
        if (a->nth == 0)
            v->change = a->change;
        if (a->value && !set_option_find(v->item, a->value))
            v->own = a->value;
        if (a->value && a->nth == 0)
            v->value = a->value;
    }
}

/* Its answer, or a field beside it. */
static bool is_part(struct arena *mem, const struct set_item *it,
                    const char *link_id)
{
    return strcmp(link_id, it->link_id) == 0 ||
           (it->more_id && strcmp(link_id, it->more_id) == 0) ||
           strcmp(link_id, called_id(mem, it)) == 0;
}

/* Who typed it, while it waits for her yes. */
static bool add_typist(struct ctx *cx, struct question *v,
                       const struct sitting *s)
{
    struct person p;

    v->typist = "";
    for (size_t i = 0; i < s->answers.n; i++) {
        const struct answer *a = &s->answers.at[i];
        if (!a->waits || !is_part(cx->mem, v->item, a->link_id))
            continue;
        if (!person_get(cx, a->typed_by, &p))
            return false;
        v->typist = p.first;
        return true;
    }
    return true;
}

static bool add_last(struct ctx *cx, struct question *v,
                     const struct sitting *s)
{
    struct before then = {0};

    if (!answer_list_before(cx, &s->prep, s->set.url, &then))
        return false;
    if (then.visit.id.v == 0)
        return true;
    v->last = answer_words(cx->mem, &then.answers, v->item, cx->lang);
    v->last_day = day_of(then.visit.at);
    v->last_ahead = !visit_is_over(&then.visit, cx->now);
    v->compare = v->last.n > 0 && set_item_is_scale(v->item);
    return true;
}

static void add_words(struct ctx *cx, struct question *v,
                      const struct sitting *s)
{
    const struct set_item *it = v->item;
    enum lang l = cx->lang;

    v->rename = it->rename.in[l];
    v->called = sitting_value(s, called_id(cx->mem, it));
    v->text = set_item_named(cx->mem, it, it->text.in[l], l, v->called);
    v->hint = it->hint.in[l];
    v->group = it->group.in[l];
    v->more = it->more_id ? it->more.in[l] : NULL;
    v->more_value = it->more_id ? sitting_value(s, it->more_id) : "";
}

bool question_page(struct req *rq)
{
    struct question v = {.beside = {""}};
    struct sitting s;

    if (!sit_down(rq, &s))
        return false;
    v.item = find_item(rq, &s);
    if (!v.item)
        return false;
    v.seat = s.seat;
    v.place = set_item_place(&s.set, &s.flat, v.item);
    v.first = v.place.number <= 1;
    v.on_paper = s.prep.mode == PREP_PAPER;
    v.many = v.item->most > 1;
    if (v.item->type == SET_CHOICE || v.item->type == SET_YES_NO)
        add_options(rq->cx, &v, &s);
    else if (v.item->most > 1)
        add_lines(rq->cx, &v, &s);
    add_state(&v, &s);
    add_words(rq->cx, &v, &s);
    if (!add_typist(rq->cx, &v, &s) || !add_last(rq->cx, &v, &s) ||
        (v.seat.hers && v.item->section == SECTION_HELPS &&
         !panels_html(rq, "visits.helps", &v.beside)))
        return false;
    req_question(rq);
    question_html(rq->page, &v);
    return true;
}

struct sent {
    const char *at[SET_ANSWERS_MAX + 1];
    size_t n;
};

static bool is_answer_field(const char *name)
{
    return name[0] == 'a' &&
           (name[1] == '\0' || (name[1] >= '0' && name[1] <= '9'));
}

/* The values of "a", "a0", "a1"... in order, then her own words. */
static bool read_sent(struct req *rq, const struct set_item *it,
                      struct sent *out)
{
    const char *name = NULL, *value = NULL;

    *out = (struct sent){0};
    for (size_t i = 0; req_field(rq, i, &name, &value); i++)
        if (is_answer_field(name) && *value && out->n < SET_ANSWERS_MAX)
            out->at[out->n++] = value;
    value = req_text(rq, "own");
    if (it->own_option && *value) {
        if (it->most == 1)
            out->n = 0;
        out->at[out->n++] = value;
    }
    for (size_t i = 0; i < out->n; i++)
        if (!set_item_accepts(rq->cx, it, out->at[i]))
            return false;
    return out->n <= (size_t)it->most ||
           fail(rq->cx, ERR_INVALID, it->link_id, "That is one too many.");
}

/* Nothing is written when nothing is new, so that what she approved stays
 * approved as it is, and what waits for her yes goes on waiting. */
static bool is_same(const struct sitting *s, const char *link_id,
                    const struct answer_new *a)
{
    size_t n = 0;

    for (size_t i = 0; i < s->answers.n; i++) {
        const struct answer *o = &s->answers.at[i];
        if (strcmp(o->link_id, link_id) != 0)
            continue;
        if (!o->value || n >= a->n || strcmp(o->value, a->values[n]) != 0 ||
            (n == 0 && o->change != a->change))
            return false;
        n++;
    }
    return n > 0 && n == a->n;
}

static bool put(struct req *rq, struct sitting *s, const struct answer_new *a)
{
    return is_same(s, a->link_id, a) || answer_put(rq->cx, &s->prep, a);
}

/* A field beside the question with an answer of its own. */
static bool put_beside(struct req *rq, struct sitting *s, const char *link_id,
                       const char *field, const char *value)
{
    const struct answer_new a = {.link_id = link_id,
                                 .values = &value,
                                 .n = *value ? 1 : 0,
                                 .on_paper = s->prep.mode == PREP_PAPER};

    if (!*value && !*sitting_value(s, link_id))
        return true;
    if (text_length(value) > SET_TEXT_MAX)
        return fail(rq->cx, ERR_INVALID, field,
                    "Please make it a bit shorter.");
    return put(rq, s, &a);
}

static bool put_main(struct req *rq, struct sitting *s,
                     const struct set_item *it, const char *go)
{
    struct sent sent = {0};
    bool skip = strcmp(go, "skip") == 0, next = strcmp(go, "next") == 0,
         out = strcmp(go, "out") == 0;
    bool answered = *sitting_value(s, it->link_id) != '\0';

    if (!skip && !out && !read_sent(rq, it, &sent))
        return false;
    /* To skip takes no answer away. Going back or stopping on a question that
     * was not answered leaves it open; nothing is made of it. */
    if (skip ? answered : sent.n == 0 && !next && !answered)
        return true;
    int64_t change = skip || out ? 0 : req_number(rq, "change", 0);
    const struct answer_new a = {.link_id = it->link_id,
                                 .values = sent.at,
                                 .n = sent.n,
                                 .change = change >= ANSWER_SAME &&
                                                   change <= ANSWER_HARDER
                                               ? (enum answer_change)change
                                               : ANSWER_NO_WORD,
                                 .on_paper = s->prep.mode == PREP_PAPER};
    return put(rq, s, &a);
}

static bool put_all(struct req *rq, struct sitting *s,
                    const struct set_item *it, const char *go)
{
    struct ctx *cx = rq->cx;

    if (s->prep.id.v == 0 &&
        !prep_begin(cx, s->visit.person, s->visit.id, s->set.id, &s->prep))
        return false;
    const char *more = strcmp(go, "out") == 0 ? "" : req_text(rq, "more");
    if (it->more_id && !put_beside(rq, s, it->more_id, "more", more))
        return false;
    if (*it->rename.in[cx->lang] &&
        !put_beside(rq, s, called_id(cx->mem, it), "called",
                    req_text(rq, "called")))
        return false;
    return put_main(rq, s, it, go) && sitting_count(cx, s);
}

static bool go_to(struct req *rq, const struct sitting *s,
                  const struct set_item *to, const char *otherwise)
{
    struct tpl url = tpl_new(rq->cx->mem, rq->cx->lang);

    if (!to)
        return req_see_other(rq, "%s%s", s->seat.base, otherwise);
    tpl_url(&url, to->link_id);
    return req_see_other(rq, "%s/prepare/%s", s->seat.base, url.out.at);
}

bool question_form(struct req *rq)
{
    const char *go = req_text(rq, "go");
    struct sitting s;

    if (!*go)
        go = "next";
    if (!sit_down(rq, &s))
        return false;
    const struct set_item *it = find_item(rq, &s);
    if (!it || !put_all(rq, &s, it, go))
        return false;
    if (strcmp(go, "keep") == 0) /* the script, as soon as she answers */
        return req_no_content(rq);
    if (strcmp(go, "stop") == 0)
        return s.seat.hers ? req_see_other(rq, "/me")
                           : req_see_other(rq, "/today");
    if (strcmp(go, "out") == 0)
        return go_to(rq, &s, it, "");
    if (strcmp(go, "back") == 0)
        return go_to(rq, &s, set_item_prev(&s.set, &s.flat, it), "/review");
    return go_to(rq, &s, set_item_next(&s.set, &s.flat, it), "/review");
}
