#include <string.h>

#include "between/between.h"
#include "page/page_int.h"
#include "questions/set_store.h"
#include "visits/after.h"

enum { DAYS_LEAST = 14, DAYS_MOST = 60, DAYS_USUAL = 28, VISITS_LOOKED = 12 };

/* Since she was last there: at least two weeks, at most two months. */
static int days_since(struct ctx *cx, const struct visit *v,
                      const struct visits *past)
{
    int today = day_of(cx->now).days, days = DAYS_USUAL;

    for (size_t i = past->n; i-- > 0;)
        if (past->at[i].state != VISIT_CANCELLED && past->at[i].kind == v->kind)
            days = today - day_of(past->at[i].at).days + 1;
    if (days < DAYS_LEAST)
        return DAYS_LEAST;
    return days > DAYS_MOST ? DAYS_MOST : days;
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

/* On a visit about the body only her numbers (sugar, weight) start switched
 * on: how she slept or felt is for her to add (R75). */
bool draft_days(struct ctx *cx, const struct visit *v, struct page_lines *out)
{
    struct visits past;
    struct between b;

    if (!visit_list_past(cx, v->person, cx->now, VISITS_LOOKED, &past))
        return false;
    int days = days_since(cx, v, &past);
    struct date from = {day_of(cx->now).days - days + 1};
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

/* What she wanted from it: her first words that say so. */
static bool asked_then(struct ctx *cx, const struct visit *past,
                       struct set *set, const char **asked)
{
    static const enum set_section best[] = {SECTION_WANT, SECTION_TALK,
                                            SECTION_ASK};
    struct prep prep;
    struct answers answers;

    *asked = "";
    if (!prep_for(cx, past->person, past->id, &prep))
        return false;
    if (prep.id.v == 0)
        return true;
    if (set->id != prep.set && !set_by_id(cx, prep.set, set))
        return false;
    if (!answer_list(cx, &prep, ANSWERS_COUNT, &answers))
        return false;
    for (size_t s = 0; s < 3 && !**asked; s++)
        for (size_t i = 0; i < answers.n && !**asked; i++) {
            const struct set_item *it =
                set_item_find(set, answers.at[i].link_id);
            if (it && it->section == best[s] && answers.at[i].value)
                *asked = answers.at[i].value;
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

static bool decided_then(struct ctx *cx, const struct visit *past,
                         struct page_line *l)
{
    struct outcomes done;

    if (!outcome_list(cx, past->person, past->id, &done))
        return false;
    for (size_t i = 0; i < done.n; i++) {
        const struct outcome *o = &done.at[i];
        l->decided = *l->decided
                         ? arena_fmt(cx->mem, "%s. %s", l->decided, o->what)
                         : o->what;
        if (!*l->came)
            l->came =
                *o->came ? o->came : lang_text(cx->lang, state_words(o->state));
    }
    return true;
}

bool draft_visits(struct ctx *cx, const struct visit *v, struct page_lines *out)
{
    struct visits past;
    struct set set = {0};
    size_t rows = 0;
    int letters = page_limits[PAGE_VISIT].letters;
    bool cut = false;

    if (!visit_list_past(cx, v->person, v->at, VISITS_LOOKED, &past))
        return false;
    for (size_t i = 0; i < past.n && rows < page_limits[PAGE_VISIT].lines;
         i++) {
        const struct visit *p = &past.at[i];
        if (p->state == VISIT_CANCELLED || p->id.v == v->id.v)
            continue;
        struct page_line *l = new_line(cx, out, PAGE_VISIT, 'v', p->id.v);
        rows++;
        l->day = day_of(p->at);
        l->mind_fact = p->kind == VISIT_MIND;
        if (!asked_then(cx, p, &set, &l->words) || !decided_then(cx, p, l))
            return false;
        l->who = page_short(cx->mem, p->with_name, 40, &cut);
        l->decided = page_short(cx->mem, l->decided, letters, &cut);
        l->came = page_short(cx->mem, l->came, letters, &cut);
    }
    return true;
}
