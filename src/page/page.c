#include "page/page.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "keys/keys.h"
#include "said/said.h"
#include "sharing/may.h"

enum { CHOICES_TEXT_MAX = 64 * 1024 };

static bool mine(struct ctx *cx, enum verb verb, struct person_id whose,
                 int64_t page)
{
    return may(cx, verb, (struct about){whose, TOPIC_PAGE, page});
}

static struct place choices_place(int64_t id, struct person_id whose)
{
    return (struct place){"page_sheet.choices", id, whose};
}

/* --- switches --- */

static bool read_choices(struct ctx *cx, const char *text,
                         struct page_choices *out)
{
    const struct json *doc;

    if (!*text)
        return true;
    if (!json_parse(cx,
                    (struct blob){(const unsigned char *)text, strlen(text)},
                    CHOICES_TEXT_MAX, &doc))
        return false;
    for (size_t i = 0; i < json_length(doc); i++) {
        const struct json *c = json_at(doc, i);
        *LIST_PUSH(cx->mem, out) =
            (struct page_choice){.key = json_text(json_get(c, "key")),
                                 .on = json_bool(json_get(c, "on"), false),
                                 .words = json_text(json_get(c, "words"))};
    }
    return true;
}

bool page_choices_of(struct ctx *cx, const struct visit *v,
                     struct page_choices *out)
{
    const char *text = "";

    *out = (struct page_choices){0};
    if (!mine(cx, MAY_SEE, v->person, 0))
        return false;
    struct query *q = db_sql(cx, "SELECT id, choices FROM page_sheet"
                                 " WHERE visit = $1 AND person = $2");
    db_put_int(q, v->id.v);
    db_put_int(q, v->person.v);
    if (db_row(q)) {
        int64_t id = db_get_int(q);
        text = seal_get(q, choices_place(id, v->person));
    }
    return db_end(q) && read_choices(cx, text, out);
}

static const char *write_choices(struct ctx *cx, const struct page_choices *c)
{
    struct buf b = buf_new(cx->mem, CHOICES_TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_list(&w, NULL);
    for (size_t i = 0; i < c->n; i++) {
        json_put_object(&w, NULL);
        json_put_text(&w, "key", c->at[i].key);
        json_put_bool(&w, "on", c->at[i].on);
        if (c->at[i].words)
            json_put_text(&w, "words", c->at[i].words);
        json_put_end(&w);
    }
    json_put_end(&w);
    return b.at;
}

/* The page of a visit; *id 0 when there is none yet. */
static bool find_page(struct ctx *cx, struct person_id whose,
                      struct visit_id visit, int64_t *id)
{
    struct query *q = db_sql(cx, "SELECT id FROM page_sheet WHERE visit = $1"
                                 " AND person = $2");

    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    *id = db_row(q) ? db_get_int(q) : 0;
    return db_end(q);
}

static bool make_page(struct ctx *cx, const struct visit *v, int64_t *id)
{
    if (!find_page(cx, v->person, v->id, id))
        return false;
    if (*id)
        return true;
    *id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO page_sheet (id, visit, person, created)"
                   " VALUES ($1, $2, $3, $4)");
    db_put_int(q, *id);
    db_put_int(q, v->id.v);
    db_put_int(q, v->person.v);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool page_choose(struct ctx *cx, const struct visit *v,
                 const struct page_choices *choices)
{
    int64_t id;

    if (!mine(cx, MAY_CHANGE, v->person, 0) || !make_page(cx, v, &id))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE page_sheet SET choices = $1 WHERE id = $2");
    seal_put(q, choices_place(id, v->person), write_choices(cx, choices));
    db_put_int(q, id);
    return db_end(q);
}

/* --- versions --- */

const char *page_hash(struct ctx *cx, const char *text)
{
    return said_hash(cx, text);
}

bool page_state(struct ctx *cx, struct person_id whose, struct visit_id visit,
                struct page_state *out)
{
    *out = (struct page_state){.approved = TIME_NONE, .hash = ""};
    if (!mine(cx, MAY_SEE, whose, 0))
        return false;
    struct query *q = db_sql(
        cx, "SELECT p.thing, v.version, v.approved, v.hash FROM page_sheet p"
            " LEFT JOIN said_version v ON v.thing = p.thing"
            " AND v.approved IS NOT NULL"
            " WHERE p.visit = $1 AND p.person = $2"
            " ORDER BY v.version DESC LIMIT 1");
    db_put_int(q, visit.v);
    db_put_int(q, whose.v);
    if (db_row(q)) {
        out->id = db_get_int(q);
        out->version = (int)db_get_int(q);
        out->approved = db_get_time(q);
        out->hash = db_get_text(q);
    }
    return db_end(q);
}

static bool now_in(struct ctx *cx, const struct visit *v, enum lang lang,
                   struct page_now *out)
{
    const enum lang hers = cx->lang;
    struct page draft;

    cx->lang = lang;
    bool drafted = page_draft(cx, v, &draft);
    cx->lang = hers;
    if (!drafted)
        return false;
    out->shown = page_shown(cx->mem, &draft);
    out->hash = page_hash(cx, page_write(cx, &out->shown));
    return true;
}

bool page_now(struct ctx *cx, const struct visit *v,
              const struct page_state *state, struct page_now *out)
{
    if (!now_in(cx, v, cx->lang, out))
        return false;
    for (int i = 0; i < LANG_COUNT && state->version > 0; i++) {
        struct page_now other;
        if (strcmp(out->hash, state->hash) == 0)
            break;
        if (i == (int)cx->lang)
            continue;
        if (!now_in(cx, v, (enum lang)i, &other))
            return false;
        if (strcmp(other.hash, state->hash) == 0)
            *out = other;
    }
    return true;
}

static bool set_thing(struct ctx *cx, int64_t sheet, struct said_id thing)
{
    struct query *q =
        db_sql(cx, "UPDATE page_sheet SET thing = $1 WHERE id = $2");

    db_put_int(q, thing.v);
    db_put_int(q, sheet);
    return db_end(q);
}

/* What is about to be approved, as a draft of the thing said. */
static bool say(struct ctx *cx, const struct visit *v, int64_t thing,
                const char *text, struct said *s)
{
    int64_t sheet;

    *s = (struct said){.id = {thing},
                       .person = v->person,
                       .kind = SAID_PAGE,
                       .about = v->id.v,
                       .due = DATE_NONE,
                       .until = TIME_NONE,
                       .words = text};
    if (thing)
        return said_write(cx, s, text);
    return make_page(cx, v, &sheet) && said_begin(cx, s) &&
           set_thing(cx, sheet, s->id);
}

bool page_approve(struct ctx *cx, const struct visit *v, const char *seen)
{
    struct page draft;
    struct page_state state;
    struct said s;

    if (!person_same(cx->actor->person, v->person) ||
        cx->actor->role != ROLE_PERSON)
        return fail(cx, ERR_DENIED, NULL, "Only you can say yes to your page.");
    if (!mine(cx, MAY_CHANGE, v->person, 0) || !page_draft(cx, v, &draft) ||
        !page_fits(cx, &draft) || !page_state(cx, v->person, v->id, &state))
        return false;
    struct page shown = page_shown(cx->mem, &draft);
    const char *text = page_write(cx, &shown), *hash = page_hash(cx, text);
    if (strcmp(hash, seen) != 0)
        return fail(cx, ERR_INVALID, NULL,
                    "Something changed on your page. Please look once more.");
    if (strcmp(state.hash, hash) == 0)
        return true;
    return say(cx, v, state.id, text, &s) && said_approve(cx, s.id, hash);
}

bool page_newest(struct ctx *cx, struct person_id whose, int64_t page,
                 struct page *out, struct page_state *state)
{
    struct said s;

    if (!said_newest(cx, whose, (struct said_id){page}, &s))
        return false;
    *state = (struct page_state){page, s.version, s.approved, s.hash};
    return page_read(cx, s.words, out);
}
