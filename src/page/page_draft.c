#include <string.h>

#include "page/page_int.h"
#include "people/people.h"
#include "questions/set_logic.h"
#include "questions/set_store.h"
#include "visits/company.h"
#include "visits/words.h"

/* Held true by the print test: with all of this full it is one sheet. */
const struct page_limit page_limits[PAGE_PARTS] = {
    [PAGE_WANT] = {1, 200}, [PAGE_LIFE] = {1, 200}, [PAGE_TALK] = {3, 90},
    [PAGE_ASK] = {3, 90},   [PAGE_SAID] = {4, 60},  [PAGE_CHART] = {4, 0},
    [PAGE_EVENT] = {2, 60}, [PAGE_HELPS] = {3, 50}, [PAGE_PILLS] = {1, 90},
    [PAGE_BODY] = {6, 60},  [PAGE_OTHER] = {2, 60}, [PAGE_VISIT] = {5, 44},
};

bool page_is_fact(enum page_part part)
{
    return part == PAGE_SAID || part == PAGE_EVENT || part == PAGE_BODY ||
           part == PAGE_OTHER;
}

const char *page_field(enum page_part part)
{
    static const char *const names[PAGE_PARTS] = {
        [PAGE_WANT] = "part-want",   [PAGE_LIFE] = "part-life",
        [PAGE_TALK] = "part-talk",   [PAGE_ASK] = "part-ask",
        [PAGE_SAID] = "part-said",   [PAGE_CHART] = "part-chart",
        [PAGE_EVENT] = "part-event", [PAGE_HELPS] = "part-helps",
        [PAGE_PILLS] = "part-pills", [PAGE_BODY] = "part-body",
        [PAGE_OTHER] = "part-other", [PAGE_VISIT] = "part-visit",
    };

    return names[part];
}

const char *page_heading(enum page_part part)
{
    switch (part) {
    case PAGE_WANT: return N_("What I want from this visit");
    case PAGE_LIFE: return N_("What I want treatment to do for my life");
    case PAGE_TALK: return N_("What I want to talk about");
    case PAGE_ASK: return N_("What I want to ask");
    case PAGE_SAID: return N_("How it has been");
    case PAGE_CHART: return N_("Day by day");
    case PAGE_EVENT: return N_("What happened in my life");
    case PAGE_HELPS: return N_("What helps me that is not a pill");
    case PAGE_PILLS: return N_("My pills, my way");
    case PAGE_BODY: return N_("My body");
    case PAGE_OTHER: return N_("Also");
    case PAGE_VISIT: return N_("My last five visits");
    case PAGE_PARTS: break;
    }
    return "";
}

static enum page_part part_of(enum set_section section)
{
    switch (section) {
    case SECTION_WANT: return PAGE_WANT;
    case SECTION_LIFE: return PAGE_LIFE;
    case SECTION_TALK: return PAGE_TALK;
    case SECTION_ASK: return PAGE_ASK;
    case SECTION_BETWEEN: return PAGE_SAID;
    case SECTION_HELPS: return PAGE_HELPS;
    case SECTION_PILLS: return PAGE_PILLS;
    case SECTION_BODY: return PAGE_BODY;
    case SECTION_OTHER: return PAGE_OTHER;
    case SECTION_NONE:
    case SECTION_COUNT: break;
    }
    return PAGE_PARTS;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static const char *past_gap(const char *s)
{
    while (is_gap(*s))
        s++;
    return s;
}

/* Line ends and runs of spaces become one space. */
static const char *on_one_line(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem, 16 * 1024);

    for (const char *end; *(s = past_gap(s)); s = end) {
        for (end = s; *end && !is_gap(*end); end++)
            continue;
        if (b.n)
            buf_putc(&b, ' ');
        buf_put(&b, s, (size_t)(end - s));
    }
    return b.at;
}

/* The byte after the first n letters of s. */
static size_t bytes_of(const char *s, int letters)
{
    size_t i = 0;

    while (s[i] && letters-- > 0)
        for (i++; (s[i] & 0xC0) == 0x80; i++)
            continue;
    return i;
}

const char *page_short(struct arena *mem, const char *words, int letters,
                       bool *cut)
{
    words = on_one_line(mem, words);
    if (text_length(words) <= (size_t)letters)
        return words;
    *cut = true;
    size_t end = bytes_of(words, letters - 1), word = end;
    while (word > end / 2 && words[word] != ' ')
        word--;
    if (words[word] == ' ')
        end = word;
    return arena_fmt(mem, "%.*s\u2026", (int)end, words);
}

static const char *change_words(enum answer_change change)
{
    switch (change) {
    case ANSWER_SAME: return N_("Same as last time");
    case ANSWER_BETTER: return N_("Better than last time");
    case ANSWER_HARDER: return N_("Harder than last time");
    case ANSWER_NO_WORD: break;
    }
    return "";
}

struct composing {
    struct ctx *cx;
    const struct visit *visit;
    struct set set;
    struct answers answers;
    struct set_answers flat;
    struct persons typists; /* looked up once each */
    struct page *page;
};

static bool note_who_typed(struct composing *c, const struct answer *a,
                           struct page_line *l)
{
    size_t i = 0;

    l->paper |= a->on_paper;
    if (person_same(a->typed_by, c->visit->person))
        return true;
    while (i < c->typists.n && !person_same(c->typists.at[i].id, a->typed_by))
        i++;
    if (i == c->typists.n &&
        !person_get(c->cx, a->typed_by, LIST_PUSH(c->cx->mem, &c->typists)))
        return false;
    l->typed = c->typists.at[i].name;
    return true;
}

static struct page_line *add_line(struct composing *c, enum page_part part,
                                  const struct set_item *it,
                                  const struct answer *a)
{
    struct arena *mem = c->cx->mem;
    bool heading_says_it = part == PAGE_WANT || part == PAGE_LIFE ||
                           part == PAGE_TALK || part == PAGE_ASK ||
                           part == PAGE_HELPS || part == PAGE_PILLS;
    struct page_line *l = LIST_PUSH(mem, &c->page->lines);

    *l = (struct page_line){
        .part = part,
        .key = arena_fmt(mem, "a/%s/%d", a->link_id, a->nth),
        .label = heading_says_it ? "" : it->label.in[c->cx->lang],
        .change = a->nth == 0 ? change_words(a->change) : "",
        .mind_fact = it->mind_fact,
        .who = "",
        .decided = "",
        .came = "",
    };
    return l;
}

/* Several boxes ticked in one question are one line. */
static bool joins(const struct set_item *it)
{
    return it->type == SET_CHOICE && it->most > 1;
}

static bool add_answers(struct composing *c, enum page_part part,
                        const struct set_item *it)
{
    struct arena *mem = c->cx->mem;
    struct page_line *open = NULL;

    for (size_t i = 0; i < c->answers.n; i++) {
        const struct answer *a = &c->answers.at[i];
        bool more = it->more_id && strcmp(a->link_id, it->more_id) == 0;
        if (!a->value || !*a->value || a->waits ||
            (!more && strcmp(a->link_id, it->link_id) != 0))
            continue;
        const char *words =
            more ? a->value : set_answer_words(it, a->value, c->cx->lang);
        if (open && joins(it) && !more) {
            open->words = arena_fmt(mem, "%s, %s", open->words, words);
        } else {
            open = add_line(c, part, it, a);
            open->words = arena_dup(mem, words);
        }
        if (!note_who_typed(c, a, open))
            return false;
    }
    return true;
}

static bool add_said(struct composing *c)
{
    for (size_t i = 0; i < c->answers.n; i++)
        *LIST_PUSH(c->cx->mem, &c->flat) = (struct set_answer){
            c->answers.at[i].link_id, c->answers.at[i].value};
    const struct set_items_shown shown = set_items_shown(&c->set, &c->flat);
    for (int part = 0; part < PAGE_PARTS; part++)
        for (size_t i = 0; i < c->set.n; i++)
            if (part_of(c->set.at[i].section) == (enum page_part)part &&
                shown.at[i] &&
                !add_answers(c, (enum page_part)part, &c->set.at[i]))
                return false;
    return true;
}

static bool read_answers(struct composing *c)
{
    struct prep prep;

    if (!prep_for(c->cx, c->visit->person, c->visit->id, &prep))
        return false;
    if (prep.id.v == 0)
        return true;
    return set_by_id(c->cx, prep.set, &c->set) &&
           answer_list(c->cx, &prep, ANSWERS_COUNT, &c->answers) && add_said(c);
}

/* By part; inside a part the order stays. */
static void sort_lines(struct arena *mem, struct page_lines *lines)
{
    struct page_lines sorted = {0};

    for (int part = 0; part < PAGE_PARTS; part++)
        for (size_t i = 0; i < lines->n; i++)
            if (lines->at[i].part == (enum page_part)part)
                *LIST_PUSH(mem, &sorted) = lines->at[i];
    *lines = sorted;
}

/* Where every switch stands before she touched any. */
static void set_switches(struct arena *mem, const struct visit *v,
                         struct page_lines *lines)
{
    size_t on[PAGE_PARTS] = {0}, facts = 0;

    for (size_t i = 0; i < lines->n; i++) {
        struct page_line *l = &lines->at[i];
        const bool fact = page_is_fact(l->part);
        const struct page_limit *limit = &page_limits[l->part];
        if (limit->letters)
            l->words = page_short(mem, l->words, limit->letters, &l->cut);
        l->on = !(v->kind == VISIT_BODY && l->mind_fact) &&
                l->part != PAGE_PILLS && !l->listed &&
                on[l->part] < limit->lines && (!fact || facts < PAGE_FACTS_MAX);
        on[l->part] += l->on;
        facts += l->on && fact;
    }
}

static void use_choices(struct arena *mem, const struct page_choices *chosen,
                        struct page_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct page_line *l = &lines->at[i];
        for (size_t k = 0; k < chosen->n; k++) {
            const struct page_choice *c = &chosen->at[k];
            if (strcmp(c->key, l->key) != 0)
                continue;
            l->on = c->on;
            if (l->cut && c->words && *c->words)
                l->words = page_short(mem, c->words,
                                      page_limits[l->part].letters, &l->cut);
        }
    }
}

/* Who has things to do beside her and them: who comes with her, if she said
 * so, else who walks with her. */
static bool name_peer(struct ctx *cx, const struct visit *v, const char **out)
{
    struct company c;
    struct persons peers;
    struct person comes;

    if (!company_now(cx, v, &c) || !person_peers(cx, v->person, &peers))
        return false;
    *out = peers.n ? peers.at[0].first : "";
    if (c.wanted != COMPANY_YES)
        return true;
    bool cut = false;
    *out = page_short(cx->mem, c.name, 40, &cut);
    if (!c.peer.v)
        return true;
    if (!person_get(cx, c.peer, &comes))
        return false;
    *out = comes.first;
    return true;
}

static bool name_people(struct ctx *cx, const struct visit *v, struct page *out)
{
    struct person who, them;

    if (!person_get(cx, v->person, &who) || !name_peer(cx, v, &out->peer))
        return false;
    out->name = who.name;
    out->with = out->they = v->with_name;
    if (v->with.v) {
        if (!person_get(cx, v->with, &them))
            return false;
        out->with = them.name;
        out->they = them.first;
    }
    return true;
}

/* What she wants treatment to do for her life stands on every page, also when
 * she passed the question this time. */
static bool add_words(struct composing *c)
{
    const char *words;
    int64_t at;

    for (size_t i = 0; i < c->page->lines.n; i++)
        if (c->page->lines.at[i].part == PAGE_LIFE)
            return true;
    if (!words_get(c->cx, c->visit->person, &words, &at))
        return false;
    if (*words)
        *LIST_PUSH(c->cx->mem, &c->page->lines) =
            (struct page_line){.part = PAGE_LIFE,
                               .key = "w/life",
                               .label = "",
                               .words = words,
                               .change = "",
                               .mind_fact = true,
                               .who = "",
                               .decided = "",
                               .came = ""};
    return true;
}

bool page_draft(struct ctx *cx, const struct visit *v, struct page *out)
{
    struct composing c = {.cx = cx, .visit = v, .page = out};
    struct page_choices chosen;

    *out = (struct page){.lang = cx->lang, .typed = "", .at = v->at};
    if (!name_people(cx, v, out) || !read_answers(&c) || !add_words(&c) ||
        !draft_helps(cx, v, &out->lines) || !draft_days(cx, v, &out->lines) ||
        !draft_visits(cx, v, &out->lines) || !page_choices_of(cx, v, &chosen))
        return false;
    sort_lines(cx->mem, &out->lines);
    set_switches(cx->mem, v, &out->lines);
    use_choices(cx->mem, &chosen, &out->lines);
    return true;
}

static void add_name(struct arena *mem, struct texts *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return;
    *LIST_PUSH(mem, names) = name;
}

struct page page_shown(struct arena *mem, const struct page *draft)
{
    struct page shown = *draft;
    struct texts typists = {0};

    shown.lines = (struct page_lines){0};
    for (size_t i = 0; i < draft->lines.n; i++) {
        const struct page_line *l = &draft->lines.at[i];
        if (!l->on)
            continue;
        *LIST_PUSH(mem, &shown.lines) = *l;
        shown.paper |= l->paper;
        if (l->typed)
            add_name(mem, &typists, l->typed);
    }
    shown.typed = names_joined(mem, draft->lang, &typists);
    return shown;
}

static bool too_many(struct ctx *cx, enum page_part part, size_t room,
                     size_t on)
{
    return fail(cx, ERR_INVALID, page_field(part),
                "There is room for %d here. Please turn off %d.", (int)room,
                (int)(on - room));
}

bool page_fits(struct ctx *cx, const struct page *draft)
{
    size_t on[PAGE_PARTS] = {0}, facts = 0;
    enum page_part last = PAGE_SAID;

    for (size_t i = 0; i < draft->lines.n; i++) {
        const struct page_line *l = &draft->lines.at[i];
        on[l->part] += l->on;
        if (!l->on || !page_is_fact(l->part))
            continue;
        facts++;
        last = l->part;
    }
    for (int part = 0; part < PAGE_PARTS; part++)
        if (on[part] > page_limits[part].lines)
            return too_many(cx, (enum page_part)part, page_limits[part].lines,
                            on[part]);
    if (facts > PAGE_FACTS_MAX)
        return fail(cx, ERR_INVALID, page_field(last),
                    "The page has room for %d short lines in all. Please turn "
                    "off %d.",
                    PAGE_FACTS_MAX, (int)facts - PAGE_FACTS_MAX);
    return true;
}
