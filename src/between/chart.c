#include "between/chart.h"

#include <string.h>

#include "web/svg.h"

/* The drawing is 300 wide and 158 high; days stand from LEFT to RIGHT, values
 * from BOTTOM up to TOP; below lie the word for the lowest, the strip that
 * shows the gaps, and the days. All in tenths, so that days stay evenly spaced.
 */
enum { LEFT = 80, RIGHT = 2920, TOP = 240, BOTTOM = 960, STRIP = 1270 };
enum { WEEK_DAYS = 7 };

struct scale {
    int low, high;
};

struct chart chart_of(struct arena *mem, const struct between *b, size_t line)
{
    struct chart_marks marks = {0};

    for (size_t i = 0; i < b->events.n; i++)
        *LIST_PUSH(mem, &marks) =
            (struct chart_mark){b->events.at[i].day, b->events.at[i].words};
    return (struct chart){.name = b->lines.at[line].name,
                          .kind = b->lines.at[line].kind,
                          .from = b->from,
                          .days = b->days,
                          .value = between_line(b, line),
                          .marks = marks.at,
                          .marks_n = marks.n};
}

const char *chart_name(enum lang lang, const struct chart *c)
{
    return c->kind == LINE_SLEEP ? lang_text(lang, N_("Sleep")) : c->name;
}

size_t chart_said(const struct chart *c)
{
    size_t n = 0;

    for (size_t i = 0; i < c->days; i++)
        n += c->value[i] != VALUE_NONE;
    return n;
}

static struct scale scale_of(const struct chart *c)
{
    struct scale s = {VALUE_MAX, 0};

    switch (c->kind) {
    case LINE_SLEEP:
    case LINE_SCALE: return (struct scale){1, 4};
    case LINE_YES_NO: return (struct scale){1, 2};
    case LINE_NUMBER:
    case LINE_KINDS: break;
    }
    for (size_t i = 0; i < c->days; i++) {
        if (c->value[i] == VALUE_NONE)
            continue;
        s.low = c->value[i] < s.low ? c->value[i] : s.low;
        s.high = c->value[i] > s.high ? c->value[i] : s.high;
    }
    return s;
}

static bool off_the_line(const struct chart *c, int value)
{
    return c->kind == LINE_SLEEP && value == SLEEP_TOO_MUCH;
}

static int x_of(const struct chart *c, size_t day)
{
    if (c->days < 2)
        return (LEFT + RIGHT) / 2;
    return LEFT + (int)((size_t)(RIGHT - LEFT) * day / (c->days - 1));
}

static int y_of(const struct chart *c, struct scale s, int value)
{
    if (off_the_line(c, value))
        value = 2;
    if (s.high <= s.low)
        return (TOP + BOTTOM) / 2;
    return BOTTOM -
           (int)((int64_t)(BOTTOM - TOP) * (value - s.low) / (s.high - s.low));
}

static struct buf path_new(struct arena *mem)
{
    return buf_new(mem, 64 * 1024);
}

static bool on_line(const struct chart *c, size_t day)
{
    return c->value[day] != VALUE_NONE && !off_the_line(c, c->value[day]);
}

/* A line through days that follow each other; a gap, or a day off the line,
 * ends it. */
static const char *line_path(struct arena *mem, const struct chart *c,
                             struct scale s)
{
    struct buf b = path_new(mem);

    for (size_t i = 1; i < c->days; i++) {
        if (!on_line(c, i - 1) || !on_line(c, i))
            continue;
        if (i == 1 || !on_line(c, i - 2))
            svg_step(&b, 'M', x_of(c, i - 1), y_of(c, s, c->value[i - 1]));
        svg_step(&b, 'L', x_of(c, i), y_of(c, s, c->value[i]));
    }
    return b.at;
}

/* A dot is a line of no length with round ends: one element for a year. */
static const char *dots_path(struct arena *mem, const struct chart *c,
                             struct scale s)
{
    struct buf b = path_new(mem);

    for (size_t i = 0; i < c->days; i++)
        if (on_line(c, i)) {
            svg_step(&b, 'M', x_of(c, i), y_of(c, s, c->value[i]));
            buf_puts(&b, "h0");
        }
    return b.at;
}

static void put_diamond(struct buf *b, int x, int y, int half)
{
    svg_step(b, 'M', x - half, y);
    svg_step(b, 'L', x, y - half);
    svg_step(b, 'L', x + half, y);
    svg_step(b, 'L', x, y + half);
    buf_putc(b, 'Z');
}

/* Once a week at most, so that each is seen. */
static const char *marks_path(struct arena *mem, const struct chart *c,
                              struct scale s)
{
    struct buf b = path_new(mem);

    for (size_t i = 0, next = 0; i < c->days; i++)
        if (i >= next && c->value[i] != VALUE_NONE && !on_line(c, i)) {
            put_diamond(&b, x_of(c, i), y_of(c, s, c->value[i]), 50);
            next = i + WEEK_DAYS;
        }
    return b.at;
}

/* The dotted strip under each run of days with nothing said. */
static const char *gaps_path(struct arena *mem, const struct chart *c)
{
    struct buf b = path_new(mem);
    int half = (int)((RIGHT - LEFT) / (c->days < 2 ? 2 : c->days - 1) / 2);

    for (size_t i = 0, end; i < c->days; i = end + 1) {
        for (end = i; end < c->days && c->value[end] == VALUE_NONE; end++)
            continue;
        if (end == i)
            continue;
        int from = x_of(c, i) - half, to = x_of(c, end - 1) + half;
        svg_step(&b, 'M', from < LEFT ? LEFT : from, STRIP);
        buf_putc(&b, 'H');
        svg_put(&b, to > RIGHT ? RIGHT : to);
    }
    return b.at;
}

static bool in_stretch(const struct chart *c, struct date d)
{
    return d.days >= c->from.days && d.days < c->from.days + (int32_t)c->days;
}

static const char *events_path(struct arena *mem, const struct chart *c)
{
    struct buf b = path_new(mem);

    for (size_t i = 0; i < c->marks_n; i++) {
        int day = c->marks[i].day.days - c->from.days;
        if (!in_stretch(c, c->marks[i].day))
            continue;
        svg_step(&b, 'M', x_of(c, (size_t)day), TOP);
        buf_putc(&b, 'V');
        svg_put(&b, BOTTOM);
    }
    return b.at;
}

static void put_points(struct tpl *t, const struct chart *c, struct scale s,
                       struct chart_points *out)
{
    struct arena *mem = t->out.mem;

    for (size_t i = 0; i < c->days; i++) {
        if (c->value[i] == VALUE_NONE)
            continue;
        int x = x_of(c, i), y = y_of(c, s, c->value[i]);
        struct chart_point *p = LIST_PUSH(mem, out);
        *p = (struct chart_point){
            .x = svg_number(mem, x),
            .y = svg_number(mem, y),
            .day = {c->from.days + (int32_t)i},
            .said = value_said(mem, t->lang, c->kind, c->value[i])};
        if (off_the_line(c, c->value[i])) {
            struct buf b = buf_new(mem, 128);
            put_diamond(&b, x, y, 60);
            p->mark = b.at;
        }
    }
    if (out->n > 0)
        out->at[out->n - 1].last = true;
}

/* The mean of the days from..to-1 something was said for, in tenths of a value;
 * SLEEP_TOO_MUCH, lower than any mean, when each of those is off the line. */
static int mean_of(const struct chart *c, size_t from, size_t to)
{
    int64_t sum = 0, n = 0;
    int other = VALUE_NONE;

    for (size_t i = from; i < to; i++) {
        if (on_line(c, i)) {
            sum += c->value[i];
            n++;
        } else if (c->value[i] != VALUE_NONE) {
            other = c->value[i];
        }
    }
    return n ? (int)((sum * 10 + n / 2) / n) : other;
}

/* Where a week ends, of so many back from the last day; the first takes the
 * days that are left over. */
static size_t week_end(const struct chart *c, size_t week)
{
    return c->days - (c->days / WEEK_DAYS - 1 - week) * WEEK_DAYS;
}

/* The same in weeks. Of a week with nothing said nothing is made. */
static struct chart weeks_of(struct arena *mem, const struct chart *c)
{
    struct chart w = *c;
    int *value = arena_alloc(mem, c->days * sizeof *value);

    w.days = c->days / WEEK_DAYS;
    w.value = value;
    for (size_t i = 0; i < w.days; i++)
        value[i] = mean_of(c, i ? week_end(c, i - 1) : 0, week_end(c, i));
    return w;
}

static void draw_weeks(struct arena *mem, const struct chart *c, struct scale s,
                       struct chart_view *v)
{
    struct chart w = weeks_of(mem, c);
    struct scale tenths = {s.low * 10, s.high * 10};

    v->line = line_path(mem, &w, tenths);
    v->dots = dots_path(mem, &w, tenths);
    v->marks = marks_path(mem, c, s);
    v->gaps = gaps_path(mem, &w);
}

static bool by_week(const struct chart *c)
{
    return c->days > CHART_BY_DAY;
}

void chart_draw(struct tpl *t, const struct chart *c)
{
    struct arena *mem = t->out.mem;
    struct scale s = scale_of(c);
    size_t said = chart_said(c);
    struct chart_view v = {
        .name = chart_name(t->lang, c),
        .top = "",
        .bottom = "",
        .from = c->from,
        .middle = {c->from.days + (int32_t)c->days / 2},
        .to = {c->from.days + (int32_t)c->days - 1},
        .days = (int)c->days,
        .said = (int)said,
        .line = "",
        .dots = "",
        .marks = "",
        .gaps = gaps_path(mem, c),
        .events = events_path(mem, c),
        .r = c->days <= 31 ? "4" : "2.5",
    };

    if (said > 0 || c->kind != LINE_NUMBER) {
        v.top = value_said(mem, t->lang, c->kind, s.high);
        v.bottom =
            s.low < s.high ? value_said(mem, t->lang, c->kind, s.low) : "";
    }
    if (by_week(c)) {
        draw_weeks(mem, c, s, &v);
    } else {
        if (c->kind != LINE_YES_NO)
            v.line = line_path(mem, c, s);
        put_points(t, c, s, &v.points);
    }
    for (size_t i = 0; i < c->marks_n; i++)
        if (in_stretch(c, c->marks[i].day))
            *LIST_PUSH(mem, &v.happened) = c->marks[i];
    chart_html(t, &v);
}

/* Whether a day, or a week where weeks are drawn, has nothing said. */
static bool any_gap(const struct chart *c)
{
    if (!by_week(c))
        return chart_said(c) < c->days;
    for (size_t i = 0; i < c->days / WEEK_DAYS; i++)
        if (mean_of(c, i ? week_end(c, i - 1) : 0, week_end(c, i)) ==
            VALUE_NONE)
            return true;
    return false;
}

void chart_key_add(struct chart_key *k, const struct chart *c)
{
    k->weeks |= by_week(c) && chart_said(c) > 0;
    k->gaps |= any_gap(c);
    for (size_t i = 0; i < c->days; i++)
        k->aside |= c->value[i] != VALUE_NONE && off_the_line(c, c->value[i]);
    for (size_t i = c->days; i > 0 && !by_week(c); i--)
        if (c->value[i - 1] != VALUE_NONE) {
            k->last |= on_line(c, i - 1);
            break;
        }
    for (size_t i = 0; i < c->marks_n; i++)
        k->events |= in_stretch(c, c->marks[i].day);
}

/* The word said most often: none when two are as frequent, or it was said
 * once. */
static const char *most_said(enum lang lang, const struct chart *c)
{
    size_t count[SLEEP_TOO_MUCH + 1] = {0}, best = 0;
    bool tie = false;

    for (size_t i = 0; i < c->days; i++)
        if (c->value[i] != VALUE_NONE)
            count[c->value[i]]++;
    for (size_t v = 1; v <= SLEEP_TOO_MUCH; v++) {
        if (count[v] > count[best]) {
            best = v;
            tie = false;
        } else if (best && count[v] == count[best]) {
            tie = true;
        }
    }
    return tie || count[best] < 2
               ? NULL
               : lang_text(lang, value_words(c->kind, (int)best));
}

void chart_facts(struct tpl *t, const struct chart *c)
{
    struct scale s = scale_of(c);
    struct chart_facts f = {.days = (int)c->days, .said = (int)chart_said(c)};

    if (c->kind != LINE_NUMBER) {
        f.most = most_said(t->lang, c);
    } else if (s.low < s.high) {
        f.low = value_said(t->out.mem, t->lang, c->kind, s.low);
        f.high = value_said(t->out.mem, t->lang, c->kind, s.high);
    }
    chart_facts_html(t, &f);
}
