#include <stdlib.h>
#include <string.h>

#include "between/between.h"
#include "helps/strategy.h"
#include "page/page_int.h"
#include "visits/past.h"

enum { DAYS_LEAST = 14, DAYS_MOST = 60, DAYS_USUAL = 28 };

/* The days up to this one that a page tells of, since she was last there: at
 * least two weeks, at most two months. */
static bool days_since(struct ctx *cx, const struct visit *v, struct date to,
                       int *days)
{
    int64_t last;

    if (!past_latest(cx, v, &last))
        return false;
    *days = last == TIME_NONE ? DAYS_USUAL : to.days - day_of(last).days + 1;
    if (*days < DAYS_LEAST)
        *days = DAYS_LEAST;
    if (*days > DAYS_MOST)
        *days = DAYS_MOST;
    return true;
}

static struct page_line *new_line(struct ctx *cx, struct page_lines *out,
                                  enum page_part part, char kind, int64_t id)
{
    struct page_line *l = LIST_PUSH(cx->mem, out);

    *l = (struct page_line){
        .part = part,
        .key = arena_fmt(cx->mem, "%c/%lld", kind, (long long)id),
        .label = "",
        .words = "",
        .change = "",
        .who = "",
        .decided = "",
        .came = "",
        .day = DATE_NONE};
    return l;
}

/* Till today, or the day of a visit that is over: its page stays as it was.
 * On a visit about the body only her numbers (sugar, weight) start switched
 * on: how she slept or felt is for her to add (R75). */
bool draft_days(struct ctx *cx, const struct visit *v, struct page_lines *out)
{
    const struct date to = day_of(v->at < cx->now ? v->at : cx->now);
    struct between b;
    int days;

    if (!days_since(cx, v, to, &days))
        return false;
    struct date from = {to.days - days + 1};
    if (!between_read(cx, v->person, from, (size_t)days, &b))
        return false;
    for (size_t i = 0; i < b.lines.n; i++) {
        const struct line *line = &b.lines.at[i];
        struct chart chart = {.name = line->name,
                              .kind = line->kind,
                              .from = b.from,
                              .days = b.days,
                              .value = between_line(&b, i)};
        if (chart_said(&chart) == 0)
            continue;
        struct page_line *l = new_line(cx, out, PAGE_CHART, 'c', line->id);
        l->chart = chart;
        l->mind_fact = line->kind != LINE_NUMBER;
    }
    for (size_t i = b.events.n; i-- > 0;) {
        struct page_line *l =
            new_line(cx, out, PAGE_EVENT, 'e', b.events.at[i].id);
        l->words = b.events.at[i].words;
        l->day = b.events.at[i].day;
        l->mind_fact = true;
    }
    return true;
}

static bool is_said(const struct page_lines *lines, const char *words)
{
    for (size_t i = 0; i < lines->n; i++)
        if (lines->at[i].part == PAGE_HELPS &&
            strcmp(lines->at[i].words, words) == 0)
            return true;
    return false;
}

/* When she used which is hers alone: their order must not tell it. */
static int as_written(const void *a, const void *b)
{
    const struct strategy *x = a, *y = b;

    return x->id < y->id ? -1 : x->id > y->id;
}

bool draft_helps(struct ctx *cx, const struct visit *v, struct page_lines *out)
{
    struct strategies mine;

    if (!strategy_list(cx, v->person, &mine))
        return false;
    if (mine.n > 0)
        qsort(mine.at, mine.n, sizeof *mine.at, as_written);
    for (size_t i = 0; i < mine.n; i++) {
        if (is_said(out, mine.at[i].words))
            continue;
        struct page_line *l = new_line(cx, out, PAGE_HELPS, 'h', mine.at[i].id);
        l->words = mine.at[i].words;
        l->listed = true;
        l->mind_fact = true;
    }
    return true;
}

static const char *state_words(enum outcome_state state)
{
    switch (state) {
    case OUTCOME_DONE: return N_("Done");
    case OUTCOME_NOT_YET: return N_("Not yet");
    case OUTCOME_CHANGED: return N_("We changed it");
    case OUTCOME_OPEN: break;
    }
    return "";
}

static void put_decided(struct arena *mem, enum lang lang,
                        const struct outcomes *done, struct page_line *l)
{
    for (size_t i = 0; i < done->n; i++) {
        const struct outcome *o = &done->at[i];
        l->decided = *l->decided ? arena_fmt(mem, "%s. %s", l->decided, o->what)
                                 : o->what;
        if (!*l->came)
            l->came =
                *o->came ? o->came : lang_text(lang, state_words(o->state));
    }
}

bool draft_visits(struct ctx *cx, const struct visit *v, struct page_lines *out)
{
    struct pasts past;
    int letters = page_limits[PAGE_VISIT].letters;
    bool cut = false;

    if (!past_list(cx, v, (int)page_limits[PAGE_VISIT].lines, &past))
        return false;
    for (size_t i = 0; i < past.n; i++) {
        const struct past *p = &past.at[i];
        struct page_line *l = new_line(cx, out, PAGE_VISIT, 'v', p->id.v);
        l->day = day_of(p->at);
        l->mind_fact = p->kind == VISIT_MIND;
        l->words = p->asked;
        put_decided(cx->mem, cx->lang, &p->decided, l);
        l->who = page_short(cx->mem, p->with_name, 40, &cut);
        l->decided = page_short(cx->mem, l->decided, letters, &cut);
        l->came = page_short(cx->mem, l->came, letters, &cut);
    }
    return true;
}
