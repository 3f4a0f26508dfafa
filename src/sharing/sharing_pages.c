#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "sharing/law.h"
#include "sharing/named.h"
#include "sharing/pages.h"
#include "sharing/view.h"

enum { PANEL_READERS = 2, PAST_MAX = 20 };

static struct date end_of(const struct permission *p)
{
    return p->until == TIME_NONE ? DATE_NONE : day_of(p->until - 1);
}

static struct share_reader *reader_in(struct ctx *cx, struct share_view *v,
                                      const struct permission *p)
{
    const int64_t id = p->link ? p->link : p->to.v;

    for (size_t i = 0; i < v->readers.n; i++)
        if (v->readers.at[i].id == id)
            return &v->readers.at[i];
    struct share_reader *r = LIST_PUSH(cx->mem, &v->readers);
    r->id = id;
    r->name = *p->name ? p->name : gone_words(cx);
    r->initials = person_initials(
        cx->mem, &(struct person){.name = *p->full ? p->full : r->name});
    r->link = p->link != 0;
    r->end = end_of(p);
    return r;
}

/* Until midnight is the whole day before. */
static struct date last_day(int64_t until)
{
    if (until == TIME_NONE || minute_of(until) != 0)
        return DATE_NONE;
    return day_of(until - 1);
}

static bool reads_alike(const struct share_line *a, const struct share_line *b)
{
    return a->topic == b->topic && strcmp(a->purpose, b->purpose) == 0 &&
           a->until == b->until && a->first.days == b->first.days;
}

static struct share_line *line_in(struct ctx *cx, struct share_reader *r,
                                  const struct share_line *l)
{
    for (size_t i = 0; i < r->lines.n; i++)
        if (reads_alike(&r->lines.at[i], l))
            return &r->lines.at[i];
    struct share_line *line = LIST_PUSH(cx->mem, &r->lines);
    *line = *l;
    return line;
}

/* Her yes stands, and who has it walks with her no more. */
static bool is_apart(const struct share_view *v, const struct permission *p)
{
    return p->to.v && law_asks_walking(p->what.topic) &&
           !persons_have(&v->peers, p->to);
}

static void add_line(struct ctx *cx, struct share_view *v,
                     const struct permission *p, const struct named *name)
{
    struct share_reader *r = reader_in(cx, v, p);
    const struct share_line l = {
        .topic = p->what.topic,
        .what = lang_text(cx->lang, topic_words(p->what.topic)),
        .purpose = lang_text(cx->lang, p->purpose),
        .apart = is_apart(v, p),
        .until = p->until,
        .last = last_day(p->until),
        .first = p->from > cx->now ? day_of(p->from) : DATE_NONE};

    if (end_of(p).days != r->end.days)
        r->end = DATE_NONE;
    struct share_line *line = line_in(cx, r, &l);
    *LIST_PUSH(cx->mem, &line->given) = (struct share_given){
        p->id, day_of(p->from), named_words(cx->mem, name->words), name->day};
}

static const struct named no_name = {.words = "", .day = {INT32_MIN}};

/* names NULL: none is shown. */
static bool read_share(struct ctx *cx, const struct permissions *list,
                       const struct named_list *names, struct share_view *v)
{
    *v = (struct share_view){0};
    if (!person_peers(cx, cx->actor->person, &v->peers))
        return false;
    for (size_t i = 0; i < list->n; i++)
        add_line(cx, v, &list->at[i], names ? &names->at[i] : &no_name);
    return true;
}

/* The things of these, each named by who keeps it. */
static bool read_names(struct ctx *cx, const struct permissions *list,
                       struct named_list *out)
{
    *out = (struct named_list){0};
    for (size_t i = 0; i < list->n; i++)
        *LIST_PUSH(cx->mem, out) =
            (struct named){list->at[i].what, "", DATE_NONE};
    return raise_event(cx, SHARING_NAMED, out);
}

/* The latest that are over, as far as the last fifty she gave go. */
static bool read_past(struct ctx *cx, struct share_view *v)
{
    struct permissions all;

    if (!permission_list(cx, cx->actor->person, true, &all))
        return false;
    for (size_t i = 0; i < all.n && v->past.n < PAST_MAX; i++) {
        const struct permission *p = &all.at[i];
        const bool ended = p->ended != TIME_NONE;
        if (!ended && (p->until == TIME_NONE || p->until > cx->now))
            continue;
        *LIST_PUSH(cx->mem, &v->past) = (struct share_past){
            .name = *p->name ? p->name : gone_words(cx),
            .what = lang_text(cx->lang, topic_words(p->what.topic)),
            .day = ended ? day_of(p->ended) : day_of(p->until - 1),
            .ended = ended && !p->shut,
            .shut = p->shut};
    }
    return true;
}

bool sharing_page(struct req *rq)
{
    struct permissions list;
    struct named_list names;
    struct share_view v;

    if (!permission_list(rq->cx, rq->cx->actor->person, false, &list) ||
        !read_names(rq->cx, &list, &names) ||
        !read_share(rq->cx, &list, &names, &v) || !read_past(rq->cx, &v) ||
        !person_works_here(rq->cx, rq->cx->actor->person, &v.works_here) ||
        !panels_html(rq, "me.sharing", &v.elsewhere))
        return false;
    sharing_html(rq->page, &v);
    return true;
}

/* What others draw into a slot, on its own; NULL: one of them failed. */
static const char *slot_lines(struct req *rq, const char *slot)
{
    struct tpl lines = tpl_new(rq->cx->mem, rq->cx->lang);
    struct tpl *page = rq->page;

    rq->page = &lines;
    bool drawn = draw_panels(rq, slot);
    rq->page = page;
    return !drawn ? NULL : lines.out.n ? lines.out.at : "";
}

/* The short list says each thing once, however often she allowed it, and only
 * what can be seen now. */
static void say_once(struct share_reader *r)
{
    size_t kept = 0;

    for (size_t i = 0; i < r->lines.n; i++) {
        bool said = r->lines.at[i].apart;
        for (size_t k = 0; k < kept && !said; k++)
            said = strcmp(r->lines.at[k].what, r->lines.at[i].what) == 0;
        if (!said)
            r->lines.at[kept++] = r->lines.at[i];
    }
    r->lines.n = kept;
}

bool who_sees_panel(struct req *rq, struct tpl *t)
{
    struct permissions list;
    struct share_view v;

    if (!permission_list_once(rq->cx, rq->cx->actor->person, &list) ||
        !read_share(rq->cx, &list, NULL, &v) ||
        !panels_html(rq, "me.sees", &v.elsewhere))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < v.readers.n; i++) {
        say_once(&v.readers.at[i]);
        if (v.readers.at[i].lines.n)
            v.readers.at[kept++] = v.readers.at[i];
    }
    v.readers.n = kept;
    if (kept > PANEL_READERS) {
        v.more = (int)kept - PANEL_READERS;
        v.readers.n = PANEL_READERS;
    }
    v.coming.s = slot_lines(rq, "me.not_yet");
    if (!v.coming.s)
        return false;
    who_sees_html(t, &v);
    return true;
}

bool sharing_end_form(struct req *rq)
{
    int64_t id = 0;

    if (!req_id(rq, "permission", &id) || !permission_end(rq->cx, id))
        return false;
    return req_see_other(rq, "/me/sharing");
}

const char *gone_words(const struct ctx *cx)
{
    return lang_text(cx->lang, N_("Someone who has left"));
}

static struct seen_day *day_in(struct ctx *cx, struct seen_view *v, int64_t at)
{
    const struct date day = day_of(at);
    int year = 0, this_year = 0, month = 0, d = 0;

    if (v->days.n && v->days.at[v->days.n - 1].day.days == day.days)
        return &v->days.at[v->days.n - 1];
    date_split(day, &year, &month, &d);
    date_split(day_of(cx->now), &this_year, &month, &d);
    struct seen_day *s = LIST_PUSH(cx->mem, &v->days);
    s->day = day;
    s->this_year = year == this_year;
    return s;
}

/* Each thing that was looked at, named by who keeps it. */
static bool read_seen_names(struct ctx *cx, const struct accesses *list,
                            struct named_list *out)
{
    *out = (struct named_list){0};
    for (size_t i = 0; i < list->n; i++)
        *LIST_PUSH(cx->mem, out) =
            (struct named){list->at[i].what, "", DATE_NONE};
    return raise_event(cx, SHARING_NAMED, out);
}

bool seen_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const int64_t before = req_number(rq, "before", 0);
    struct seen_view v = {.first = before <= 0, .apart = {""}};
    struct accesses list;
    struct named_list names;

    if (!access_list(cx, cx->actor->person, before, &list, &v.older) ||
        !read_seen_names(cx, &list, &names))
        return false;
    for (size_t i = 0; i < list.n; i++) {
        const struct access *a = &list.at[i];
        const bool said = strcmp(a->purpose, permission_said) == 0;
        *LIST_PUSH(cx->mem, &day_in(cx, &v, a->at)->lines) = (struct seen_line){
            .who = *a->name ? a->name : gone_words(cx),
            .what = lang_text(cx->lang, topic_words(a->what.topic)),
            .words = named_words(cx->mem, names.at[i].words),
            .on = names.at[i].day,
            .purpose = said ? "" : lang_text(cx->lang, a->purpose),
            .did = a->did,
            .at = a->at,
            .first = a->first};
    }
    if (v.first && !panels_html(rq, "me.seen", &v.apart))
        return false;
    seen_html(rq->page, &v);
    return true;
}
