#include "questions/set.h"

#include <string.h>

#include "questions/set_int.h"

enum { OPTION_LEVEL_MAX = 9 };

#define KIND_SYSTEM "urn:beside:visit-kind"

static const char *const kinds[SET_KINDS] = {"mind", "body"};

static const char *const sections[SECTION_COUNT] = {
    "none",    "want",  "life",  "talk", "ask",
    "between", "helps", "pills", "body", "other"};

const char *set_kind_code(enum set_kind kind)
{
    return kinds[kind];
}

static bool set_kind_parse(const char *code, enum set_kind *out)
{
    for (int i = 0; i < SET_KINDS; i++)
        if (strcmp(code, kinds[i]) == 0) {
            *out = (enum set_kind)i;
            return true;
        }
    return false;
}

const struct set_item *set_item_find(const struct set *s, const char *link_id)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct set_item *it = &s->at[i];
        if (strcmp(it->link_id, link_id) == 0 ||
            (it->more_id && strcmp(it->more_id, link_id) == 0))
            return it;
    }
    return NULL;
}

bool set_item_is_scale(const struct set_item *it)
{
    for (size_t i = 0; i < it->option_count; i++)
        if (it->options[i].level > 0)
            return true;
    return false;
}

const struct set_option *set_option_find(const struct set_item *it,
                                         const char *code)
{
    for (size_t i = 0; i < it->option_count; i++)
        if (strcmp(it->options[i].code, code) == 0)
            return &it->options[i];
    return NULL;
}

const char *set_item_named(struct arena *mem, const struct set_item *it,
                           const char *words, enum lang lang,
                           const char *called)
{
    const char *part = it->rename.in[lang];
    const char *at = *part ? strstr(words, part) : NULL;

    /* At the start of a sentence the part has a capital letter. */
    if (*part && !at && *words && strcmp(words + 1, part + 1) == 0)
        at = words;
    if (!at || !called || !*called)
        return words;
    return arena_fmt(mem, "%.*s%s%s", (int)(at - words), words, called,
                     at + strlen(part));
}

static struct set_words no_words(void)
{
    struct set_words w;

    for (int l = 0; l < LANG_COUNT; l++)
        w.in[l] = "";
    return w;
}

/* ---- one question ---- */

static bool is_help(const struct json *v)
{
    return strcmp(json_text(json_get(v, "type")), "display") == 0;
}

static bool read_option(struct set_reader *r, const struct json *v,
                        struct set_item *it)
{
    const struct json *coding = json_get(v, "valueCoding");
    struct set_option *o = &it->options[it->option_count];

    o->code = json_text(json_get(coding, "code"));
    if (!set_is_plain(o->code))
        return fail(r->cx, ERR_INVALID, "answerOption",
                    "Question \"%s\" has a choice without a plain code.",
                    it->link_id);
    if (set_option_find(it, o->code))
        return fail(r->cx, ERR_INVALID, "answerOption",
                    "Question \"%s\" has the choice \"%s\" twice.", it->link_id,
                    o->code);
    it->option_count++;
    o->label = set_read_words(r, coding, "display");
    o->hint = set_read_ext_words(r, v, "urn:beside:option-hint");
    const struct json *level = set_extension(coding, FHIR_EXT "ordinalValue");
    if (!level)
        level = set_extension(v, FHIR_EXT "ordinalValue");
    double n = json_number(json_get(level, "valueDecimal"), 0);
    if (n != 0 && !(n >= 1 && n <= OPTION_LEVEL_MAX && n == (int)n))
        return fail(r->cx, ERR_INVALID, "ordinalValue",
                    "Question \"%s\": the level of \"%s\" must be a whole"
                    " number from 1 to %d.",
                    it->link_id, o->code, OPTION_LEVEL_MAX);
    o->level = (int)n;
    o->off_line = json_bool(
        json_get(set_extension(v, "urn:beside:off-line"), "valueBoolean"),
        false);
    return true;
}

static bool read_options(struct set_reader *r, const struct json *v,
                         struct set_item *it)
{
    const struct json *all = json_get(v, "answerOption");
    size_t n = json_length(all);

    if (it->type != SET_CHOICE)
        return true;
    if (n < 1 || n > SET_OPTIONS_MAX)
        return fail(r->cx, ERR_INVALID, "answerOption",
                    "Question \"%s\" needs its own list of 1 to %d choices.",
                    it->link_id, SET_OPTIONS_MAX);
    it->options = arena_alloc(r->cx->mem, n * sizeof *it->options);
    for (size_t i = 0; i < n; i++)
        if (!read_option(r, json_at(all, i), it))
            return false;
    return true;
}

/* maxLength of v, else otherwise. */
static int read_length(const struct json *v, int otherwise)
{
    int64_t n = json_int(json_get(v, "maxLength"), otherwise);

    return n >= 1 && n <= SET_TEXT_MAX ? (int)n : otherwise;
}

/* What stands inside a question: a little help, and "say more". */
static bool read_inside(struct set_reader *r, const struct json *v,
                        struct set_item *it)
{
    const struct json *all = json_get(v, "item");

    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *in = json_at(all, i);
        const char *type = json_text(json_get(in, "type"));
        bool words = strcmp(type, "string") == 0 || strcmp(type, "text") == 0;

        if (is_help(in) && !*it->hint.in[r->set->lang]) {
            it->hint = set_read_words(r, in, "text");
        } else if (words && !it->more_id && !json_get(in, "enableWhen")) {
            it->more_id = json_text(json_get(in, "linkId"));
            it->more = set_read_words(r, in, "text");
            it->more_length = read_length(in, SET_LINE_MAX);
        } else {
            return fail(r->cx, ERR_INVALID, "item",
                        "Question \"%s\" can hold one help text and one"
                        " \"say more\" text, and nothing else.",
                        it->link_id);
        }
    }
    return true;
}

static bool read_type(struct set_reader *r, const struct json *v,
                      struct set_item *it)
{
    static const struct {
        const char *code;
        enum set_type type;
    } types[] = {{"choice", SET_CHOICE},  {"open-choice", SET_CHOICE},
                 {"boolean", SET_YES_NO}, {"integer", SET_NUMBER},
                 {"string", SET_LINE},    {"text", SET_TEXT}};
    const char *code = json_text(json_get(v, "type"));

    it->own_option = strcmp(code, "open-choice") == 0;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(code, types[i].code) == 0) {
            it->type = types[i].type;
            return true;
        }
    if (is_help(v))
        return fail(r->cx, ERR_INVALID, "type",
                    "\"%s\" is words without a question: put it inside the"
                    " question it helps with.",
                    it->link_id);
    return fail(r->cx, ERR_INVALID, "type",
                "Question \"%s\" is of type \"%s\", which the pages"
                " cannot ask.",
                it->link_id, set_shown(code));
}

static bool read_section(struct set_reader *r, const struct json *v,
                         struct set_item *it)
{
    const struct json *e = set_extension(v, "urn:beside:page-section");
    const char *code = json_text(json_get(e, "valueCode"));

    it->section = SECTION_OTHER;
    if (!e)
        return true;
    for (int i = 0; i < SECTION_COUNT; i++)
        if (strcmp(code, sections[i]) == 0) {
            it->section = (enum set_section)i;
            return true;
        }
    return fail(r->cx, ERR_INVALID, "urn:beside:page-section",
                "Question \"%s\": the page has no section \"%s\".", it->link_id,
                set_shown(code));
}

static bool read_most(struct set_reader *r, const struct json *v,
                      struct set_item *it)
{
    const struct json *e = set_extension(v, FHIR_EXT "questionnaire-maxOccurs");
    int64_t most = json_int(json_get(e, "valueInteger"), 0);

    it->most = 1;
    if (!json_bool(json_get(v, "repeats"), false))
        return true;
    if (it->type == SET_CHOICE && most == 0)
        most = (int64_t)it->option_count + it->own_option;
    if (most < 1 || most > SET_ANSWERS_MAX)
        return fail(r->cx, ERR_INVALID, "repeats",
                    "Question \"%s\" repeats: say how often at most, from 1"
                    " to %d (questionnaire-maxOccurs).",
                    it->link_id, SET_ANSWERS_MAX);
    if (it->type != SET_CHOICE && it->type != SET_LINE)
        return fail(r->cx, ERR_INVALID, "repeats",
                    "Question \"%s\" cannot repeat: only choices and lines"
                    " can.",
                    it->link_id);
    it->most = (int)most;
    return true;
}

/* Standard marks that would change what the question means. */
static bool read_marks(struct set_reader *r, const struct json *v,
                       const char *id)
{
    const struct json *hidden =
        set_extension(v, FHIR_EXT "questionnaire-hidden");

    if (json_get(v, "modifierExtension") ||
        json_bool(json_get(hidden, "valueBoolean"), false))
        return fail(r->cx, ERR_INVALID, "extension",
                    "\"%s\" is hidden or changed by a mark that the pages"
                    " cannot follow.",
                    set_shown(id));
    return true;
}

static bool read_parts(struct set_reader *r, const struct json *v,
                       struct set_item *it)
{
    return read_marks(r, v, it->link_id) && read_type(r, v, it) &&
           read_options(r, v, it) && read_most(r, v, it) &&
           read_section(r, v, it) && read_inside(r, v, it) &&
           set_read_rules(r, v, it->link_id, &it->rules);
}

/* A new item in the set; the linkId must not be taken. */
static bool read_link_id(struct set_reader *r, const struct json *v,
                         const char **out)
{
    *out = json_text(json_get(v, "linkId"));
    if (!set_is_plain(*out))
        return fail(r->cx, ERR_INVALID, "linkId",
                    "Question %zu has no linkId of up to 64 plain letters.",
                    r->set->n + 1);
    if (set_item_find(r->set, *out))
        return fail(r->cx, ERR_INVALID, "linkId",
                    "Two questions have the linkId \"%s\".", *out);
    if (r->set->n == SET_ITEMS_MAX)
        return fail(r->cx, ERR_INVALID, "item",
                    "A set can have %d questions at most.", SET_ITEMS_MAX);
    return true;
}

static bool read_question(struct set_reader *r, const struct json *v,
                          const struct set_item *group)
{
    struct set_item it = {.hint = no_words(),
                          .more = no_words(),
                          .group = group->group,
                          .group_rules = group->rules};

    if (!read_link_id(r, v, &it.link_id) || !read_parts(r, v, &it))
        return false;
    if (it.more_id &&
        (!set_is_plain(it.more_id) || set_item_find(r->set, it.more_id) ||
         strcmp(it.more_id, it.link_id) == 0))
        return fail(r->cx, ERR_INVALID, "linkId",
                    "The \"say more\" text of \"%s\" needs a linkId of its"
                    " own.",
                    it.link_id);
    it.text = set_read_words(r, v, "text");
    it.label = set_read_ext_words(r, v, SDC_EXT "sdc-questionnaire-shortText");
    if (!*it.label.in[r->set->lang])
        it.label = it.text;
    it.rename = set_read_ext_words(r, v, "urn:beside:renameable");
    it.max_length =
        read_length(v, it.type == SET_TEXT ? SET_TEXT_MAX : SET_LINE_MAX);
    it.mind_fact = json_bool(
        json_get(set_extension(v, "urn:beside:mind-fact"), "valueBoolean"),
        false);
    *LIST_PUSH(r->cx->mem, r->set) = it;
    return true;
}

/* ---- the set ---- */

static bool is_group(const struct json *v)
{
    return strcmp(json_text(json_get(v, "type")), "group") == 0;
}

static bool read_group(struct set_reader *r, const struct json *v)
{
    const struct json *all = json_get(v, "item");
    const char *id = set_shown(json_text(json_get(v, "linkId")));
    struct set_item group = {.group = set_read_words(r, v, "text")};

    if (!read_marks(r, v, id) || !set_read_rules(r, v, id, &group.rules))
        return false;
    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *in = json_at(all, i);
        if (is_group(in))
            return fail(r->cx, ERR_INVALID, "item",
                        "Group \"%s\" is inside another: one level is the"
                        " most.",
                        set_shown(json_text(json_get(in, "linkId"))));
        if (!read_question(r, in, &group))
            return false;
    }
    return true;
}

static bool read_items(struct set_reader *r, const struct json *doc)
{
    const struct json *all = json_get(doc, "item");
    struct set_item none = {.group = no_words()};

    for (size_t i = 0; i < json_length(all); i++) {
        const struct json *v = json_at(all, i);
        if (!(is_group(v) ? read_group(r, v) : read_question(r, v, &none)))
            return false;
    }
    if (r->set->n == 0)
        return fail(r->cx, ERR_INVALID, "item", "The set has no questions.");
    return true;
}

static void read_kind(const struct json *doc, struct set *s)
{
    const struct json *all = json_get(doc, "code");

    for (size_t i = 0; i < json_length(all) && !s->has_kind; i++) {
        const struct json *c = json_at(all, i);
        if (strcmp(json_text(json_get(c, "system")), KIND_SYSTEM) == 0)
            s->has_kind =
                set_kind_parse(json_text(json_get(c, "code")), &s->kind);
    }
}

bool set_parse(struct ctx *cx, struct blob in, struct set *out)
{
    struct set_reader r = {cx, out};
    const struct json *doc;

    *out = (struct set){0};
    if (!json_parse(cx, in, SET_BYTES_MAX, &doc))
        return false;
    const char *type = json_text(json_get(doc, "resourceType"));
    if (strcmp(type, "Questionnaire") != 0)
        return fail(cx, ERR_INVALID, "resourceType",
                    "This file is not a FHIR Questionnaire.");
    out->lang = lang_parse(json_text(json_get(doc, "language")), LANG_EN);
    out->url = json_text(json_get(doc, "url"));
    out->version = json_text(json_get(doc, "version"));
    out->active = strcmp(json_text(json_get(doc, "status")), "active") == 0;
    out->title = set_read_words(&r, doc, "title");
    read_kind(doc, out);
    return read_marks(&r, doc, out->url) && read_items(&r, doc);
}
