#include "questions/set_logic.h"

#include <stdlib.h>
#include <string.h>

/* Less than, equal to or more than 0, as a is to b: both are whole numbers. */
static int compare_numbers(const char *a, const char *b)
{
    long long x = strtoll(a, NULL, 10), y = strtoll(b, NULL, 10);

    return (x > y) - (x < y);
}

static bool matches(const struct set_rule *rule, const struct set_item *it,
                    const char *value)
{
    bool number = it->type == SET_NUMBER;
    int c = number ? compare_numbers(value, rule->value)
                   : strcmp(value, rule->value);

    switch (rule->op) {
    case SET_EXISTS: return true;
    case SET_EQ:
    case SET_NE: return c == 0; /* SET_NE: none may match */
    case SET_GT: return c > 0;
    case SET_LT: return c < 0;
    case SET_GE: return c >= 0;
    case SET_LE: return c <= 0;
    }
    return false;
}

static bool any_match(const struct set_rule *rule, const struct set_item *it,
                      const struct set_answers *a)
{
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i].value && strcmp(a->at[i].link_id, it->link_id) == 0 &&
            matches(rule, it, a->at[i].value))
            return true;
    return false;
}

static bool rule_holds(const struct set *s, const struct set_rule *rule,
                       const struct set_answers *a,
                       const struct set_items_shown *shown)
{
    bool one = shown->at[rule->item] && any_match(rule, &s->at[rule->item], a);

    if (rule->op == SET_EXISTS)
        return one == (strcmp(rule->value, "true") == 0);
    return rule->op == SET_NE ? !one : one;
}

static bool rules_hold(const struct set *s, const struct set_rules *rules,
                       const struct set_answers *a,
                       const struct set_items_shown *shown)
{
    for (size_t i = 0; i < rules->n; i++) {
        bool one = rule_holds(s, &rules->at[i], a, shown);
        if (one == rules->any)
            return one;
    }
    return rules->n == 0 || !rules->any;
}

/* Conditions look back only, so one walk from the first item to the last
 * settles all of them. */
struct set_items_shown set_items_shown(const struct set *s,
                                       const struct set_answers *a)
{
    struct set_items_shown shown = {0};

    for (size_t i = 0; i < s->n; i++)
        shown.at[i] = rules_hold(s, &s->at[i].group_rules, a, &shown) &&
                      rules_hold(s, &s->at[i].rules, a, &shown);
    return shown;
}

bool set_item_shown(const struct set *s, const struct set_item *it,
                    const struct set_answers *a)
{
    return set_items_shown(s, a).at[it - s->at];
}

const struct set_item *set_item_next(const struct set *s,
                                     const struct set_answers *a,
                                     const struct set_item *after)
{
    struct set_items_shown shown = set_items_shown(s, a);

    for (size_t i = after ? (size_t)(after - s->at) + 1 : 0; i < s->n; i++)
        if (shown.at[i])
            return &s->at[i];
    return NULL;
}

const struct set_item *set_item_prev(const struct set *s,
                                     const struct set_answers *a,
                                     const struct set_item *before)
{
    struct set_items_shown shown = set_items_shown(s, a);

    for (size_t i = before ? (size_t)(before - s->at) : s->n; i-- > 0;)
        if (shown.at[i])
            return &s->at[i];
    return NULL;
}

struct set_place set_item_place(const struct set *s,
                                const struct set_answers *a,
                                const struct set_item *it)
{
    struct set_items_shown shown = set_items_shown(s, a);
    struct set_place place = {0};

    for (size_t i = 0; i < s->n; i++) {
        place.of += shown.at[i];
        if (&s->at[i] == it && shown.at[i])
            place.number = place.of;
    }
    return place;
}

const char *set_answer_value(const struct set_answers *a, const char *link_id)
{
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i].value && strcmp(a->at[i].link_id, link_id) == 0)
            return a->at[i].value;
    return NULL;
}

static bool short_enough(struct ctx *cx, const struct set_item *it,
                         const char *value)
{
    if (text_length(value) <= (size_t)it->max_length)
        return true;
    return fail(cx, ERR_INVALID, it->link_id,
                "Please make it shorter: %d letters at most.", it->max_length);
}

static bool is_number(const char *s)
{
    size_t digits = strspn(*s == '-' ? s + 1 : s, "0123456789");

    return digits >= 1 && digits <= 9 && strlen(s) == digits + (*s == '-');
}

bool set_item_accepts(struct ctx *cx, const struct set_item *it,
                      const char *value)
{
    switch (it->type) {
    case SET_CHOICE:
        if (set_option_find(it, value))
            return true;
        if (it->own_option && *value)
            return short_enough(cx, it, value);
        break;
    case SET_YES_NO:
        if (strcmp(value, "true") == 0 || strcmp(value, "false") == 0)
            return true;
        break;
    case SET_NUMBER:
        if (is_number(value))
            return true;
        return fail(cx, ERR_INVALID, it->link_id,
                    "Please write a number, like 3.");
    case SET_LINE:
    case SET_TEXT:
        if (*value)
            return short_enough(cx, it, value);
        return fail(cx, ERR_INVALID, it->link_id,
                    "Please write something, or skip.");
    }
    return fail(cx, ERR_INVALID, it->link_id,
                "Please choose one answer, or skip.");
}

const char *set_answer_words(const struct set_item *it, const char *value,
                             enum lang lang)
{
    const struct set_option *o = set_option_find(it, value);

    if (o)
        return o->label.in[lang];
    if (it->type != SET_YES_NO)
        return value;
    return lang_text(lang, strcmp(value, "true") == 0 ? N_("Yes") : N_("No"));
}
