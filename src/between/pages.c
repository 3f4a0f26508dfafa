#include "between/pages.h"

#include <inttypes.h>
#include <string.h>

#include "between/view.h"

enum { MONTH_DAYS = 30, YEAR_DAYS = 365 };

static struct person_id me(struct req *rq)
{
    return rq->cx->actor->person;
}

const char *line_kind_words(enum line_kind kind)
{
    switch (kind) {
    case LINE_SLEEP: return N_("Well, okay, not so well, badly, or too much");
    case LINE_SCALE: return N_("Good, okay, not so good, or hard");
    case LINE_YES_NO: return N_("Yes or no");
    case LINE_NUMBER: return N_("A number");
    case LINE_KINDS: break;
    }
    return "";
}

/* The day the entry is for: today unless a real day is asked for. */
static struct date asked_day(struct req *rq)
{
    struct date today = day_of(rq->cx->now), day = req_date(rq, "day");

    if (!date_is_set(day) || day.days > today.days ||
        day.days < today.days - BETWEEN_DAYS_MAX)
        return today;
    return day;
}

/* Best first, as a person reads; what stands aside comes last. */
static void add_choices(struct arena *mem, const struct line *l, int stored,
                        struct between_row *row)
{
    int top = l->kind == LINE_YES_NO ? 2 : 4;

    for (int v = top; v >= 1; v--)
        *LIST_PUSH(mem, &row->choices) = (struct between_choice){
            arena_fmt(mem, "%d", v), value_words(l->kind, v), v == stored};
    if (l->kind == LINE_SLEEP)
        *LIST_PUSH(mem, &row->choices) = (struct between_choice){
            arena_fmt(mem, "%d", SLEEP_TOO_MUCH),
            value_words(l->kind, SLEEP_TOO_MUCH), stored == SLEEP_TOO_MUCH};
    *LIST_PUSH(mem, &row->choices) =
        (struct between_choice){"", N_("Leave empty"), false};
}

static void add_row(struct req *rq, const struct line *l, int stored,
                    struct between_rows *out)
{
    struct arena *mem = rq->cx->mem;
    struct between_row *row = LIST_PUSH(mem, out);

    row->field = tap_field(mem, l->id);
    row->own = l->kind != LINE_SLEEP;
    row->name = row->own ? l->name : lang_text(rq->cx->lang, N_("How I slept"));
    if (l->kind == LINE_NUMBER)
        row->number = value_said(mem, rq->cx->lang, l->kind, stored);
    else
        add_choices(mem, l, stored, row);
}

bool between_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct date today = day_of(cx->now);
    struct between_page v = {
        .day = asked_day(rq),
        .year = strcmp(req_text(rq, "span"), "year") == 0,
        .saved = req_number(rq, "saved", 0),
        .removed = req_number(rq, "removed", 0),
        .earliest = {today.days - BETWEEN_DAYS_MAX},
    };
    size_t days = v.year ? YEAR_DAYS : MONTH_DAYS;
    struct between drawn, day;

    v.today = v.day.days == today.days;
    v.other = v.day.days < today.days - 1;
    if (!between_read(cx, me(rq), (struct date){today.days - (int)days + 1},
                      days, &drawn) ||
        !between_read(cx, me(rq), v.day, 1, &day))
        return false;
    v.lines = day.lines.n > 0;
    for (size_t i = 0; i < day.lines.n; i++) {
        add_row(rq, &day.lines.at[i], between_line(&day, i)[0], &v.rows);
        struct chart c = chart_of(cx->mem, &drawn, i);
        *LIST_PUSH(cx->mem, &v.charts) = c;
        chart_key_add(&v.key, &c);
    }
    for (size_t i = drawn.events.n; i-- > 0;)
        *LIST_PUSH(cx->mem, &v.events) = drawn.events.at[i];
    between_page_html(rq->page, &v);
    return true;
}

/* Not a value of any line, so that saving refuses it beside its field. */
enum { VALUE_UNREADABLE = -2 };

static int typed_value(const struct line *l, const char *typed)
{
    if (!*typed)
        return VALUE_NONE;
    int v = value_number(typed);
    if (v == VALUE_NONE)
        return VALUE_UNREADABLE;
    return l->kind == LINE_NUMBER ? v : v / 10;
}

bool between_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct taps taps = {0};
    struct between day;
    struct date on = req_date(rq, "day");
    int64_t batch = 0;

    if (!between_read(cx, me(rq), date_is_set(on) ? on : day_of(cx->now), 1,
                      &day))
        return false;
    for (size_t i = 0; i < day.lines.n; i++) {
        const struct line *l = &day.lines.at[i];
        const char *field = tap_field(cx->mem, l->id);
        int value = typed_value(l, req_text(rq, field));
        if (req_has(rq, field) && value != between_line(&day, i)[0])
            *LIST_PUSH(cx->mem, &taps) = (struct tap){l->id, value};
    }
    if (!between_save(cx, me(rq), on, &taps, &batch))
        return false;
    return req_see_other(rq, "/me/between?day=%s&saved=%" PRId64,
                         date_iso(cx->mem, on), taps.n ? batch : 0);
}

bool between_undo_form(struct req *rq)
{
    if (!between_undo(rq->cx, me(rq), req_number(rq, "batch", 0)))
        return false;
    return req_see_other(rq, "/me/between?day=%s",
                         date_iso(rq->cx->mem, asked_day(rq)));
}

bool between_lines_page(struct req *rq)
{
    struct between_lines v = {0};
    size_t own = 0;

    if (!line_list(rq->cx, me(rq), &v.lines))
        return false;
    for (size_t i = 0; i < v.lines.n; i++) {
        v.sleep |= v.lines.at[i].kind == LINE_SLEEP;
        own += v.lines.at[i].kind != LINE_SLEEP;
    }
    v.full = own >= LINE_OWN_MAX;
    between_lines_html(rq->page, &v);
    return true;
}

bool between_lines_form(struct req *rq)
{
    int64_t kind = req_number(rq, "kind", LINE_KINDS);
    struct line l = {.name = req_text(rq, "name")};

    if (kind < 0 || kind >= LINE_KINDS)
        return fail(rq->cx, ERR_INVALID, "kind",
                    "Please choose how you want to say it.");
    l.kind = (enum line_kind)kind;
    if (!line_add(rq->cx, me(rq), &l))
        return false;
    return req_see_other(rq, "/me/between/lines");
}

bool between_line_stop_form(struct req *rq)
{
    int64_t line;

    if (!req_id(rq, "line", &line) || !line_stop(rq->cx, me(rq), line))
        return false;
    return req_see_other(rq, "/me/between/lines");
}

bool between_event_form(struct req *rq)
{
    struct event e = {.day = req_date(rq, "event_day"),
                      .words = req_text(rq, "words")};

    if (!event_add(rq->cx, me(rq), &e))
        return false;
    return req_see_other(rq, "/me/between#happened");
}

bool between_event_remove_form(struct req *rq)
{
    int64_t event;

    if (!req_id(rq, "event", &event) || !event_remove(rq->cx, me(rq), event))
        return false;
    return req_see_other(rq, "/me/between?removed=%" PRId64 "#happened", event);
}

bool between_event_restore_form(struct req *rq)
{
    int64_t event;

    if (!req_id(rq, "event", &event) || !event_restore(rq->cx, me(rq), event))
        return false;
    return req_see_other(rq, "/me/between#happened");
}

bool between_panel(struct req *rq, struct tpl *t)
{
    struct between today;
    struct between_panel v = {0};

    if (!between_read(rq->cx, me(rq), day_of(rq->cx->now), 1, &today))
        return false;
    for (size_t i = 0; i < today.lines.n; i++)
        v.said |= between_line(&today, i)[0] != VALUE_NONE;
    between_panel_html(t, &v);
    return true;
}
