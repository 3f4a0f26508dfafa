#include "page/page_share.h"

#include "db/db.h"
#include "frame/notes.h"
#include "page/page_view.h"

enum { READS_MAX = 60, READS_DAYS = 400, DAY = 24 * 60 * 60 };

int64_t page_until_time(const struct visit *v, enum page_until until,
                        struct date day)
{
    struct date visit = day_of(v->at);

    switch (until) {
    case UNTIL_VISIT: return end_of_day(visit);
    case UNTIL_AFTER:
        return end_of_day((struct date){visit.days + PAGE_DAYS_AFTER});
    case UNTIL_DAY: return date_is_set(day) ? end_of_day(day) : TIME_NONE;
    case UNTIL_STOP: break;
    }
    return TIME_NONE;
}

struct date last_day(int64_t until)
{
    return day_of(until - 1);
}

/* What it is for, in her language: a part of a sentence. */
static const char *purpose_of(struct ctx *cx, const struct visit *v)
{
    struct tpl t = tpl_new(cx->mem, cx->lang);

    page_purpose_html(&t, &(struct page_purpose){day_of(v->at)});
    return text_trim(cx->mem, t.out.at);
}

static bool approved_page(struct ctx *cx, const struct visit *v,
                          struct page_state *state)
{
    if (!page_state(cx, v->person, v->id, state))
        return false;
    return state->version > 0 ||
           fail(cx, ERR_CONFLICT, NULL,
                "Say yes to your page first. Then you can share it.");
}

static bool note_given(struct ctx *cx, const struct visit *v, int64_t page,
                       int64_t reader)
{
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(cx, "SELECT id FROM page_reader WHERE page = $1"
                                 " AND reader = $2 AND withdrawn IS NULL");
    db_put_int(q, page);
    db_put_int(q, reader);
    bool has = db_row(q);
    if (!db_end(q) || has)
        return has;
    q = db_sql(cx, "INSERT INTO page_reader (id, page, person, reader,"
                   " given) VALUES ($1, $2, $3, $4, $5)");
    db_put_int(q, id);
    db_put_int(q, page);
    db_put_int(q, v->person.v);
    db_put_int(q, reader);
    db_put_time(q, cx->now);
    return db_end(q);
}

bool page_give(struct ctx *cx, const struct visit *v, struct person_id to,
               int64_t until)
{
    struct page_state state;
    struct permission p = {.what = {v->person, TOPIC_PAGE, 0},
                           .to = to,
                           .purpose = purpose_of(cx, v),
                           .until = until};

    if (!approved_page(cx, v, &state))
        return false;
    p.what.thing = state.id;
    return permission_give(cx, &p) && note_given(cx, v, state.id, to.v);
}

bool page_give_link(struct ctx *cx, const struct visit *v, struct link *l)
{
    struct page_state state;

    if (!approved_page(cx, v, &state))
        return false;
    l->what = (struct about){v->person, TOPIC_PAGE, state.id};
    l->purpose = purpose_of(cx, v);
    return link_make(cx, l) && note_given(cx, v, state.id, l->id);
}

bool page_withdraw(struct ctx *cx, const struct visit *v)
{
    struct page_state state;

    if (!page_state(cx, v->person, v->id, &state))
        return false;
    if (!state.id)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such page.");
    if (!permission_end_thing(cx,
                              (struct about){v->person, TOPIC_PAGE, state.id}))
        return false;
    struct query *q = db_sql(cx, "UPDATE page_reader SET withdrawn = $1"
                                 " WHERE page = $2 AND withdrawn IS NULL");
    db_put_time(q, cx->now);
    db_put_int(q, state.id);
    return db_end(q);
}

/* When each reader opened the newest version, and one before it. */
static bool read_times(struct ctx *cx, int64_t page, struct page_readers *out)
{
    struct query *q =
        db_sql(cx, "SELECT reader, at, CASE WHEN version ="
                   " (SELECT MAX(version) FROM page_version WHERE page = $1)"
                   " THEN 1 ELSE 0 END FROM page_read WHERE page = $1"
                   " ORDER BY version");

    db_put_int(q, page);
    while (db_row(q)) {
        int64_t reader = db_get_int(q), at = db_get_time(q);
        bool newest = db_get_bool(q);
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].reader == reader)
                *(newest ? &out->at[i].read : &out->at[i].read_old) = at;
    }
    return db_end(q);
}

static struct page_reader reader_of(const struct permission *p)
{
    return (struct page_reader){.reader = p->link ? p->link : p->to.v,
                                .link = p->link != 0,
                                .name = p->name,
                                .until = p->until,
                                .ended = p->ended,
                                .read = TIME_NONE,
                                .read_old = TIME_NONE,
                                .permission = p->id};
}

bool page_readers(struct ctx *cx, struct person_id whose, int64_t page,
                  struct page_readers *out)
{
    struct permissions given;

    *out = (struct page_readers){0};
    if (!permission_list(cx, whose, false, &given))
        return false;
    for (size_t i = 0; i < given.n; i++) {
        const struct permission *p = &given.at[i];
        if (p->what.topic == TOPIC_PAGE && p->what.thing == page)
            *LIST_PUSH(cx->mem, out) = reader_of(p);
    }
    return read_times(cx, page, out);
}

static bool has_reader(const struct page_readers *in, int64_t reader)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].reader == reader)
            return true;
    return false;
}

bool page_readers_before(struct ctx *cx, struct person_id whose, int64_t page,
                         struct page_readers *out)
{
    struct page_readers now;
    struct permissions given;

    *out = (struct page_readers){0};
    if (!page_readers(cx, whose, page, &now) ||
        !permission_list(cx, whose, true, &given))
        return false;
    for (size_t i = 0; i < given.n; i++) {
        const struct permission *p = &given.at[i];
        struct page_reader r = reader_of(p);
        if (p->what.topic == TOPIC_PAGE && p->what.thing == page &&
            p->ended != TIME_NONE && !has_reader(&now, r.reader) &&
            !has_reader(out, r.reader))
            *LIST_PUSH(cx->mem, out) = r;
    }
    return read_times(cx, page, out);
}

/* --- the reader's side --- */

int64_t reader_id(const struct actor *a)
{
    return a->role == ROLE_LINK ? a->session : a->person.v;
}

bool page_whose(struct ctx *cx, int64_t page, struct person_id *out)
{
    struct query *q = db_sql(cx, "SELECT person FROM page_sheet WHERE id = $1");

    db_put_int(q, page);
    *out = (struct person_id){db_row(q) ? db_get_int(q) : 0};
    return db_end(q);
}

static const struct permission *permission_for(const struct permissions *in,
                                               int64_t page)
{
    for (size_t i = 0; i < in->n; i++)
        if (in->at[i].what.thing == page)
            return &in->at[i];
    return NULL;
}

static void add_to_read(struct ctx *cx, struct query *q,
                        const struct permissions *open, struct to_reads *out)
{
    struct to_read r = {.page = db_get_int(q), .name = ""};

    r.given = db_get_time(q);
    r.withdrawn = db_get_time(q);
    r.visit_at = db_get_time(q);
    r.approved = db_get_time(q);
    int64_t newest = db_get_int(q), read = db_get_int(q);
    const struct permission *p = permission_for(open, r.page);
    if (p) {
        r.how = read == newest ? READ_DONE : read ? READ_CHANGED : READ_NEW;
        r.name = p->name;
    } else {
        int64_t closed = r.withdrawn == TIME_NONE ? r.given : r.withdrawn;
        if (closed < cx->now - (int64_t)READER_CLOSED_DAYS * DAY)
            return;
        r.how = READ_CLOSED;
    }
    *LIST_PUSH(cx->mem, out) = r;
}

static void by_reading(struct arena *mem, struct to_reads *out)
{
    struct to_reads sorted = {0};

    for (int how = READ_NEW; how <= READ_CLOSED; how++)
        for (size_t i = 0; i < out->n; i++)
            if (out->at[i].how == (enum reading)how)
                *LIST_PUSH(mem, &sorted) = out->at[i];
    *out = sorted;
}

bool to_read_list(struct ctx *cx, struct to_reads *out)
{
    struct permissions open;
    int64_t me = reader_id(cx->actor);

    *out = (struct to_reads){0};
    if (!permission_to_me(cx, TOPIC_PAGE, &open))
        return false;
    struct query *q =
        db_sql(cx, "SELECT p.id, r.given, r.withdrawn, t.at,"
                   " (SELECT MAX(v.approved) FROM page_version v"
                   " WHERE v.page = p.id),"
                   " (SELECT MAX(v.version) FROM page_version v"
                   " WHERE v.page = p.id),"
                   " (SELECT MAX(d.version) FROM page_read d"
                   " WHERE d.page = p.id AND d.reader = $1)"
                   " FROM page_reader r JOIN page_sheet p ON p.id = r.page"
                   " JOIN visits_visit t ON t.id = p.visit"
                   " WHERE r.reader = $1 AND r.given > $2 AND r.id ="
                   " (SELECT MAX(n.id) FROM page_reader n"
                   " WHERE n.page = r.page AND n.reader = $1)"
                   " ORDER BY t.at DESC LIMIT $3");
    db_put_int(q, me);
    db_put_int(q, cx->now - (int64_t)READS_DAYS * DAY);
    db_put_int(q, READS_MAX);
    while (db_row(q))
        add_to_read(cx, q, &open, out);
    by_reading(cx->mem, out);
    return db_end(q);
}

struct read_note {
    int64_t page, reader;
    struct person_id person;
    int version;
};

static bool write_read(struct ctx *cx, void *what)
{
    const struct read_note *n = what;
    int64_t id = db_new_id(cx);
    struct query *q =
        db_sql(cx, "INSERT INTO page_read (id, page, person, reader, version,"
                   " at) VALUES ($1, $2, $3, $4, $5, $6)"
                   " ON CONFLICT (page, reader, version) DO NOTHING");

    db_put_int(q, id);
    db_put_int(q, n->page);
    db_put_int(q, n->person.v);
    db_put_int(q, n->reader);
    db_put_int(q, n->version);
    db_put_time(q, cx->now);
    return db_end(q);
}

static bool read_before(struct ctx *cx, int64_t page, int *version)
{
    struct query *q = db_sql(cx, "SELECT MAX(version) FROM page_read"
                                 " WHERE page = $1 AND reader = $2");

    db_put_int(q, page);
    db_put_int(q, reader_id(cx->actor));
    *version = db_row(q) ? (int)db_get_int(q) : 0;
    return db_end(q);
}

bool page_open(struct ctx *cx, int64_t page, struct page *out,
               struct page_state *state, int *before)
{
    struct person_id whose;

    if (!page_whose(cx, page, &whose) ||
        !may(cx, MAY_SEE, (struct about){whose, TOPIC_PAGE, page}) ||
        !page_newest(cx, whose, page, out, state) ||
        !read_before(cx, page, before))
        return false;
    if (*before == state->version)
        return true;
    struct read_note *n = ARENA_NEW(cx->mem, struct read_note);
    *n = (struct read_note){page, reader_id(cx->actor), whose, state->version};
    note_first(cx, write_read, n);
    return true;
}
