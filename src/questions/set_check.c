#include "questions/set_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "questions/set_int.h"

enum { STATEMENT = 200, CONCERN = 90, CONCERNS = 3 };

struct checker {
    struct ctx *cx;
    const struct set *set;
    struct set_problems *out;
};

/* fmt is a msgid, as in fail(). */
__attribute__((format(printf, 2, 3))) static void problem(struct checker *c,
                                                          const char *fmt, ...)
{
    char text[400];
    va_list ap;

    va_start(ap, fmt);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    (void)vsnprintf(text, sizeof text, lang_text(c->cx->lang, fmt), ap);
#pragma GCC diagnostic pop
    va_end(ap);
    *LIST_PUSH(c->cx->mem, c->out) = arena_dup(c->cx->mem, text);
}

/* The longest of a sentence's languages, in characters. */
static size_t letters(const struct set_words *w)
{
    size_t most = 0;

    for (int l = 0; l < LANG_COUNT; l++) {
        size_t n = text_length(w->in[l]);
        most = n > most ? n : most;
    }
    return most;
}

static bool said(const struct set_words *w)
{
    return letters(w) > 0;
}

/* Names that are others' and words that blame: docs/sources.md. */
static const char *taken_word(const char *s)
{
    static const char *const words[] = {"CommonGround",    "personal medicine",
                                        "power statement", "compliance",
                                        "compliant",       "adherence",
                                        "risk score",      "puntaje de riesgo",
                                        "cumplimiento",    "incumplimiento"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasestr(s, words[i]))
            return words[i];
    return NULL;
}

/* A sentence, or the first words of a long one. */
static const char *start_of(struct arena *mem, const char *s)
{
    const char *end = s;

    if (strlen(s) <= 60)
        return s;
    for (const char *p = s; *p && p - s < 60; p++)
        if (*p == ' ')
            end = p;
    return arena_dup_n(mem, s, (size_t)(end - s));
}

static void check_words(struct checker *c, const struct set_item *it,
                        const struct set_words *w, int max)
{
    const char *taken = NULL;

    for (int l = 0; l < LANG_COUNT && !taken; l++)
        taken = taken_word(w->in[l]);
    if (taken)
        problem(c, N_("Question \"%s\" says \"%s\". Please use other words."),
                it->link_id, taken);
    if (letters(w) > (size_t)max)
        problem(c, N_("Question \"%s\": \"%s\" is longer than %d letters."),
                it->link_id, start_of(c->cx->mem, w->in[c->set->lang]), max);
}

static void check_option(struct checker *c, const struct set_item *it,
                         const struct set_option *o)
{
    if (!said(&o->label))
        problem(c, N_("Question \"%s\": the choice \"%s\" has no words."),
                it->link_id, o->code);
    if (o->off_line && !o->level)
        problem(c,
                N_("Question \"%s\": the choice \"%s\" has a mark of its"
                   " own, but no level to draw it at."),
                it->link_id, o->code);
    check_words(c, it, &o->label, SET_LABEL_LETTERS);
    check_words(c, it, &o->hint, SET_HINT_LETTERS);
}

static void check_choices(struct checker *c, const struct set_item *it)
{
    size_t levels = 0;

    for (size_t i = 0; i < it->option_count; i++) {
        check_option(c, it, &it->options[i]);
        levels += it->options[i].level > 0 && !it->options[i].off_line;
    }
    if (it->option_count + it->own_option > SET_CHOICES)
        problem(c, N_("Question \"%s\" has more than %d choices."), it->link_id,
                SET_CHOICES);
    if (!set_item_is_scale(it))
        return;
    if (levels < 2)
        problem(c,
                N_("Question \"%s\" is a scale: it needs two choices or more"
                   " with a level."),
                it->link_id);
    if (it->most > 1 || it->own_option)
        problem(c,
                N_("Question \"%s\" is a scale: it takes one answer, from"
                   " its list."),
                it->link_id);
}

static void check_rename(struct checker *c, const struct set_item *it)
{
    for (int l = 0; l < LANG_COUNT && said(&it->rename); l++) {
        if (strstr(it->text.in[l], it->rename.in[l]))
            continue;
        problem(c,
                N_("Question \"%s\" does not contain \"%s\", the words"
                   " that can be renamed."),
                it->link_id, start_of(c->cx->mem, it->rename.in[l]));
        return;
    }
}

static bool is_needed(const struct set *s, size_t item)
{
    for (size_t i = item + 1; i < s->n; i++) {
        const struct set_rules *r[] = {&s->at[i].rules, &s->at[i].group_rules};
        for (size_t k = 0; k < 2; k++)
            for (size_t j = 0; j < r[k]->n; j++)
                if (r[k]->at[j].item == item)
                    return true;
    }
    return false;
}

static void check_item(struct checker *c, const struct set_item *it)
{
    if (!said(&it->text))
        problem(c, N_("Question \"%s\" has no words."), it->link_id);
    check_words(c, it, &it->text, SET_TEXT_LETTERS);
    check_words(c, it, &it->hint, SET_TEXT_LETTERS);
    check_words(c, it, &it->group, SET_LABEL_LETTERS);
    check_words(c, it, &it->more, SET_LABEL_LETTERS);
    if (it->more_id && !said(&it->more))
        problem(c, N_("Question \"%s\": its \"say more\" text has no words."),
                it->link_id);
    if (letters(&it->label) > SET_LABEL_LETTERS)
        problem(c,
                N_("Question \"%s\" needs a short name for the page, of up"
                   " to %d letters (shortText)."),
                it->link_id, SET_LABEL_LETTERS);
    check_choices(c, it);
    check_rename(c, it);
    if (it->section == SECTION_NONE &&
        !is_needed(c->set, (size_t)(it - c->set->at)))
        problem(c,
                N_("Question \"%s\" leads nowhere: no section of the page,"
                   " and no other question, needs it."),
                it->link_id);
}

/* What the one page holds of a section, at most. */
static void check_section(struct checker *c, enum set_section section, int most,
                          int length)
{
    int answers = 0;

    for (size_t i = 0; i < c->set->n; i++) {
        const struct set_item *it = &c->set->at[i];
        bool words = it->type == SET_LINE || it->type == SET_TEXT;
        if (it->section != section)
            continue;
        answers += it->most;
        if (words && it->max_length > length)
            problem(c,
                    N_("Question \"%s\": the page has room for %d letters"
                       " (maxLength)."),
                    it->link_id, length);
        if (answers > most) {
            problem(c,
                    N_("Question \"%s\": the page has room for %d such"
                       " answers."),
                    it->link_id, most);
            return;
        }
    }
}

static void check_page(struct checker *c)
{
    size_t charts = 0;
    bool want = false;

    check_section(c, SECTION_WANT, 1, STATEMENT);
    check_section(c, SECTION_LIFE, 1, STATEMENT);
    check_section(c, SECTION_TALK, CONCERNS, CONCERN);
    check_section(c, SECTION_ASK, CONCERNS, CONCERN);
    for (size_t i = 0; i < c->set->n; i++) {
        charts += set_item_is_scale(&c->set->at[i]);
        want = want || c->set->at[i].section == SECTION_WANT;
    }
    if (charts > SET_CHARTS)
        problem(c, N_("The page has room for %d scales."), SET_CHARTS);
    if (!want)
        problem(c, N_("No question asks what the person wants from the visit"
                      " (page-section want)."));
}

bool set_check(struct ctx *cx, const struct set *s, struct set_problems *out)
{
    struct checker c = {cx, s, out};

    *out = (struct set_problems){0};
    if (!*s->url || !set_is_plain(s->version) || !said(&s->title))
        problem(
            &c,
            N_("The set needs a url, a title, and a version like \"1.2\"."));
    if (!s->has_kind)
        problem(&c, N_("The set does not say which visits it is for: a code of"
                       " urn:beside:visit-kind, mind or body."));
    if (!s->active)
        problem(&c, N_("The status of the set is not \"active\"."));
    for (size_t i = 0; i < s->n; i++)
        check_item(&c, &s->at[i]);
    check_page(&c);
    return out->n == 0;
}
