#include <inttypes.h>
#include <string.h>

#include "questions/set_int.h"

static const char *const ops[] = {"exists", "=", "!=", ">", "<", ">=", "<="};

static bool read_op(const char *s, enum set_op *out)
{
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (strcmp(s, ops[i]) == 0) {
            *out = (enum set_op)i;
            return true;
        }
    return false;
}

static const char *read_bool(const struct json *v)
{
    if (json_kind(v) != JSON_KIND_BOOL)
        return NULL;
    return json_bool(v, false) ? "true" : "false";
}

static const char *text_or_null(const struct json *v)
{
    return *json_text(v) ? json_text(v) : NULL;
}

/* What the answer is compared with, as an answer of that type is stored. NULL
 * when the line gives none, or one of another type. */
static const char *read_value(struct arena *mem, const struct json *line,
                              enum set_op op, enum set_type type)
{
    const struct json *n = json_get(line, "answerInteger");

    if (op == SET_EXISTS)
        return read_bool(json_get(line, "answerBoolean"));
    switch (type) {
    case SET_CHOICE:
        return text_or_null(json_get(json_get(line, "answerCoding"), "code"));
    case SET_YES_NO: return read_bool(json_get(line, "answerBoolean"));
    case SET_NUMBER:
        return json_kind(n) == JSON_KIND_INT
                   ? arena_fmt(mem, "%" PRId64, json_int(n, 0))
                   : NULL;
    case SET_LINE:
    case SET_TEXT: return text_or_null(json_get(line, "answerString"));
    }
    return NULL;
}

static bool by_size(enum set_op op)
{
    return op != SET_EXISTS && op != SET_EQ && op != SET_NE;
}

/* The question a line asks about. Only those read so far are found, so that a
 * question depends on earlier ones alone, and never on itself. */
static bool find_item(const struct set_reader *r, const char *link_id,
                      size_t *out)
{
    for (size_t i = 0; i < r->set->n; i++)
        if (strcmp(r->set->at[i].link_id, link_id) == 0) {
            *out = i;
            return true;
        }
    return false;
}

static bool read_rule(struct set_reader *r, const struct json *line,
                      const char *id, struct set_rules *out)
{
    const char *other = json_text(json_get(line, "question"));
    const char *op = json_text(json_get(line, "operator"));
    struct set_rule *rule = LIST_PUSH(r->cx->mem, out);

    if (!read_op(op, &rule->op))
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\": there is no operator \"%s\".", id,
                    set_shown(op));
    if (!find_item(r, other, &rule->item))
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\" depends on \"%s\", which is not a"
                    " question before it.",
                    id, set_shown(other));
    const struct set_item *it = &r->set->at[rule->item];
    if (by_size(rule->op) && it->type != SET_NUMBER)
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\": only a number can be more or less,"
                    " and \"%s\" is not a number.",
                    id, other);
    rule->value = read_value(r->cx->mem, line, rule->op, it->type);
    if (!rule->value)
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\": what it compares \"%s\" with is not"
                    " an answer of that kind.",
                    id, other);
    if (it->type == SET_CHOICE && rule->op != SET_EXISTS && !it->own_option &&
        !set_option_find(it, rule->value))
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\": \"%s\" has no answer \"%s\".", id, other,
                    set_shown(rule->value));
    return true;
}

bool set_read_rules(struct set_reader *r, const struct json *v, const char *id,
                    struct set_rules *out)
{
    const struct json *lines = json_get(v, "enableWhen");
    const char *behavior = json_text(json_get(v, "enableBehavior"));

    out->any = strcmp(behavior, "any") == 0;
    if (json_length(lines) > SET_RULES_MAX)
        return fail(r->cx, ERR_INVALID, "enableWhen",
                    "Question \"%s\" has more than %d conditions.", id,
                    SET_RULES_MAX);
    if (json_length(lines) > 1 && !out->any && strcmp(behavior, "all") != 0)
        return fail(r->cx, ERR_INVALID, "enableBehavior",
                    "Question \"%s\" has some conditions: say if \"all\" or"
                    " \"any\" must hold.",
                    id);
    for (size_t i = 0; i < json_length(lines); i++)
        if (!read_rule(r, json_at(lines, i), id, out))
            return false;
    return true;
}
