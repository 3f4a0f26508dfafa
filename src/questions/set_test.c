#include "questions/set.h"

#include <string.h>

#include "base/buf.h"
#include "base/test.h"
#include "questions/set_logic.h"

static struct set shipped(struct ctx *cx, enum set_kind kind)
{
    struct set s = {0};
    bool found = false;

    for (size_t i = 0; set_shipped(i).at && !found; i++) {
        cr_assert(set_parse(cx, set_shipped(i), &s), "%s", cx->err.text);
        found = s.has_kind && s.kind == kind;
    }
    cr_assert(found);
    return s;
}

/* One question of the type and members given, in a whole file. */
static struct blob file_with(struct arena *mem, const char *items)
{
    const char *s = arena_fmt(
        mem,
        "{\"resourceType\":\"Questionnaire\",\"url\":\"urn:x\","
        "\"version\":\"1\",\"title\":\"T\",\"status\":\"active\","
        "\"code\":[{\"system\":\"urn:beside:visit-kind\",\"code\":\"mind\"}],"
        "\"item\":[%s]}",
        items);

    return (struct blob){(const unsigned char *)s, strlen(s)};
}

static struct set_answer *answer(struct ctx *cx, struct set_answers *a,
                                 const char *link_id, const char *value)
{
    struct set_answer *one = LIST_PUSH(cx->mem, a);

    *one = (struct set_answer){link_id, value};
    return one;
}

/* ---- the sets that come with the program ---- */

TEST(set, two_sets_come_with_the_program)
{
    struct set mind = shipped(cx, SET_MIND), body = shipped(cx, SET_BODY);

    cr_assert_null(set_shipped(2).at);
    cr_assert_str_eq(mind.title.in[LANG_EN], "My visit: mind and medicine");
    cr_assert_str_eq(body.title.in[LANG_ES], "Mi visita: mi cuerpo");
    for (int l = 0; l < LANG_COUNT; l++) {
        cr_assert_eq(mind.missing[l], 0);
        cr_assert_eq(body.missing[l], 0);
    }
}

TEST(set, a_scale_keeps_too_much_sleep_apart)
{
    struct set s = shipped(cx, SET_MIND);
    const struct set_item *sleep = set_item_find(&s, "sleep");
    const struct set_option *much = set_option_find(sleep, "too-much");

    cr_assert(set_item_is_scale(sleep));
    cr_assert(!set_item_is_scale(set_item_find(&s, "want")));
    cr_assert(much->off_line);
    cr_assert_eq(much->level, 2);
}

TEST(set, a_person_may_call_it_their_own_way)
{
    struct set s = shipped(cx, SET_MIND);
    const struct set_item *it = set_item_find(&s, "voices");

    cr_assert_str_eq(
        set_item_named(cx->mem, it, it->text.in[LANG_EN], LANG_EN, "the fog"),
        "How much did the fog get in your way?");
    cr_assert_str_eq(
        set_item_named(cx->mem, it, it->label.in[LANG_EN], LANG_EN, "The fog"),
        "The fog");
    cr_assert_str_eq(set_item_named(cx->mem, it, it->label.in[LANG_ES], LANG_ES,
                                    "La niebla"),
                     "La niebla");
    cr_assert_str_eq(
        set_item_named(cx->mem, it, it->text.in[LANG_EN], LANG_EN, ""),
        it->text.in[LANG_EN]);
    it = set_item_find(&s, "want");
    cr_assert_str_eq(
        set_item_named(cx->mem, it, it->text.in[LANG_EN], LANG_EN, "x"),
        it->text.in[LANG_EN]);
}

/* ---- which question comes next ---- */

TEST(set, questions_appear_when_they_are_about_something)
{
    struct set s = shipped(cx, SET_MIND);
    const struct set_item *kind = set_item_find(&s, "trouble-kind");
    const struct set_item *own = set_item_find(&s, "own-way");
    struct set_answers a = {0};

    cr_assert(!set_item_shown(&s, kind, &a));
    cr_assert(!set_item_shown(&s, own, &a));
    struct set_answer *trouble = answer(cx, &a, "trouble", "none");
    cr_assert(!set_item_shown(&s, kind, &a));
    cr_assert(set_item_shown(&s, own, &a));
    trouble->value = "lot";
    cr_assert(set_item_shown(&s, kind, &a));
    trouble->value = "no-pills";
    cr_assert(!set_item_shown(&s, own, &a));
    trouble->value = NULL; /* skipped */
    cr_assert(!set_item_shown(&s, own, &a));
}

TEST(set, forward_and_back_meet)
{
    struct set s = shipped(cx, SET_BODY);
    struct set_answers a = {0};
    const struct set_item *seen[SET_ITEMS_MAX];
    size_t n = 0;

    (void)answer(cx, &a, "pain", "lot");
    (void)answer(cx, &a, "check", "eyes");
    (void)answer(cx, &a, "check", "feet");
    for (const struct set_item *it = NULL; (it = set_item_next(&s, &a, it));) {
        struct set_place p = set_item_place(&s, &a, it);
        seen[n++] = it;
        cr_assert_eq(p.number, n);
        cr_assert_eq(p.of, 12);
    }
    cr_assert_eq(n, 12);
    for (const struct set_item *it = NULL; (it = set_item_prev(&s, &a, it));)
        cr_assert_eq(it, seen[--n]);
    cr_assert_eq(n, 0);
    cr_assert_eq(set_item_place(&s, &a, set_item_find(&s, "teeth")).number, 0);
}

/* The rules of enableWhen as the standard's table has them, apart from the
 * code: what one answer (NULL: none) makes of one condition. */
TEST(set, each_operator_means_what_the_standard_says)
{
    static const struct {
        const char *op, *with, *answer;
        bool shown;
    } table[] = {
        {"exists", "\"answerBoolean\":true", NULL, false},
        {"exists", "\"answerBoolean\":true", "3", true},
        {"exists", "\"answerBoolean\":false", NULL, true},
        {"exists", "\"answerBoolean\":false", "3", false},
        {"=", "\"answerInteger\":3", NULL, false},
        {"=", "\"answerInteger\":3", "3", true},
        {"=", "\"answerInteger\":3", "03", true},
        {"=", "\"answerInteger\":3", "4", false},
        {"!=", "\"answerInteger\":3", NULL, true},
        {"!=", "\"answerInteger\":3", "3", false},
        {"!=", "\"answerInteger\":3", "4", true},
        {">", "\"answerInteger\":3", NULL, false},
        {">", "\"answerInteger\":3", "3", false},
        {">", "\"answerInteger\":3", "10", true},
        {"<", "\"answerInteger\":3", "-1", true},
        {"<", "\"answerInteger\":3", "3", false},
        {">=", "\"answerInteger\":3", "3", true},
        {">=", "\"answerInteger\":3", "2", false},
        {"<=", "\"answerInteger\":3", "3", true},
        {"<=", "\"answerInteger\":3", "4", false},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct set_answers a = {0};
        struct set s;
        const char *items = arena_fmt(
            cx->mem,
            "{\"linkId\":\"n\",\"type\":\"integer\",\"text\":\"N\"},"
            "{\"linkId\":\"x\",\"type\":\"string\",\"text\":\"X\","
            "\"enableWhen\":[{\"question\":\"n\",\"operator\":\"%s\",%s}]}",
            table[i].op, table[i].with);
        cr_assert(set_parse(cx, file_with(cx->mem, items), &s), "%s",
                  cx->err.text);
        if (table[i].answer)
            (void)answer(cx, &a, "n", table[i].answer);
        cr_assert_eq(set_item_shown(&s, &s.at[1], &a), table[i].shown, "%s %s",
                     table[i].op, table[i].with);
    }
}

static struct set two_conditions(struct ctx *cx, const char *behavior)
{
    struct set s;
    const char *items = arena_fmt(
        cx->mem,
        "{\"linkId\":\"a\",\"type\":\"boolean\",\"text\":\"A\"},"
        "{\"linkId\":\"b\",\"type\":\"boolean\",\"text\":\"B\"},"
        "{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Part\","
        "\"enableWhen\":[{\"question\":\"a\",\"operator\":\"exists\","
        "\"answerBoolean\":true}],\"item\":["
        "{\"linkId\":\"x\",\"type\":\"string\",\"text\":\"X\","
        "\"enableBehavior\":\"%s\",\"enableWhen\":["
        "{\"question\":\"a\",\"operator\":\"=\",\"answerBoolean\":true},"
        "{\"question\":\"b\",\"operator\":\"=\",\"answerBoolean\":true}]},"
        "{\"linkId\":\"y\",\"type\":\"string\",\"text\":\"Y\",\"enableWhen\":["
        "{\"question\":\"x\",\"operator\":\"exists\","
        "\"answerBoolean\":true}]}]}",
        behavior);

    cr_assert(set_parse(cx, file_with(cx->mem, items), &s), "%s", cx->err.text);
    return s;
}

/* Every pair of answers, against the plain reading of "all" and "any", with a
 * group's own condition above them and a question behind. */
TEST(set, all_and_any_and_the_group_hold_together)
{
    static const char *const values[] = {NULL, "true", "false"};

    for (int i = 0; i < 9 * 2; i++) {
        struct set s = two_conditions(cx, i < 9 ? "all" : "any");
        const char *a = values[i % 3], *b = values[i / 3 % 3];
        bool a_yes = a && strcmp(a, "true") == 0;
        bool b_yes = b && strcmp(b, "true") == 0;
        bool want = a && (i < 9 ? a_yes && b_yes : a_yes || b_yes);
        struct set_answers given = {0};
        (void)answer(cx, &given, "a", a);
        (void)answer(cx, &given, "b", b);
        (void)answer(cx, &given, "x", "kept while hidden");
        cr_assert_eq(set_item_shown(&s, &s.at[2], &given), want, "%d", i);
        cr_assert_eq(set_item_shown(&s, &s.at[3], &given), want, "%d", i);
        cr_assert_str_eq(s.at[2].group.in[LANG_EN], "Part");
    }
}

/* ---- answers ---- */

TEST(set, an_answer_fits_its_question)
{
    struct set s = shipped(cx, SET_MIND);
    const struct set_item *sleep = set_item_find(&s, "sleep");
    const struct set_item *kind = set_item_find(&s, "trouble-kind");
    const struct set_item *talk = set_item_find(&s, "talk");
    struct buf line = buf_new(cx->mem, 300);

    cr_assert(set_item_accepts(cx, sleep, "okay"));
    cr_assert(!set_item_accepts(cx, sleep, "Okay"));
    cr_assert_str_eq(cx->err.field, "sleep");
    ctx_forgive(cx);
    cr_assert(set_item_accepts(cx, kind, "my hands go cold"));
    cr_assert_eq(talk->most, 3);
    for (int i = 0; i < 90; i++)
        buf_puts(&line, "\xc3\xa9");
    cr_assert(set_item_accepts(cx, talk, line.at), "90 letters of two bytes");
    buf_puts(&line, ".");
    cr_assert(!set_item_accepts(cx, talk, line.at));
    cr_assert(strstr(cx->err.text, "90"), "%s", cx->err.text);
    ctx_forgive(cx);
    cr_assert(!set_item_accepts(cx, talk, ""));
    cr_assert_str_eq(set_answer_words(sleep, "okay", LANG_ES),
                     "M\xc3\xa1s o menos bien");
    cr_assert_str_eq(set_answer_words(kind, "my hands", LANG_EN), "my hands");
}

TEST(set, yes_no_and_numbers_are_checked_and_said)
{
    struct set s;

    cr_assert(set_parse(
        cx,
        file_with(cx->mem,
                  "{\"linkId\":\"b\",\"type\":\"boolean\",\"text\":\"B\"},"
                  "{\"linkId\":\"n\",\"type\":\"integer\",\"text\":\"N\"}"),
        &s));
    cr_assert(set_item_accepts(cx, &s.at[0], "true"));
    cr_assert(!set_item_accepts(cx, &s.at[0], "yes"));
    ctx_forgive(cx);
    cr_assert(set_item_accepts(cx, &s.at[1], "-12"));
    cr_assert(!set_item_accepts(cx, &s.at[1], "1234567890"));
    ctx_forgive(cx);
    cr_assert(!set_item_accepts(cx, &s.at[1], "-"));
    cr_assert_str_eq(set_answer_words(&s.at[0], "false", LANG_EN), "No");
    cr_assert_str_eq(set_answer_words(&s.at[1], "12", LANG_EN), "12");
}

/* ---- files that are refused ---- */

TEST(set, a_file_the_pages_cannot_ask_is_refused_by_name)
{
    static const struct {
        const char *items, *words;
    } table[] = {
        {"", "no questions"},
        {"{\"type\":\"string\"}", "Question 1 has no linkId"},
        {"{\"linkId\":\"a b\",\"type\":\"string\"}", "has no linkId"},
        {"{\"linkId\":\"a\",\"type\":\"date\"}", "type \"date\""},
        {"{\"linkId\":\"a\",\"type\":\"display\",\"text\":\"A\"}",
         "words without a question"},
        {"{\"linkId\":\"a\",\"type\":\"choice\"}", "own list"},
        {"{\"linkId\":\"a\",\"type\":\"choice\",\"answerOption\":"
         "[{\"valueString\":\"x\"}]}",
         "without a plain code"},
        {"{\"linkId\":\"a\",\"type\":\"choice\",\"answerOption\":"
         "[{\"valueCoding\":{\"code\":\"x\"}},"
         "{\"valueCoding\":{\"code\":\"x\"}}]}",
         "choice \"x\" twice"},
        {"{\"linkId\":\"a\",\"type\":\"choice\",\"answerOption\":"
         "[{\"valueCoding\":{\"code\":\"x\",\"extension\":[{\"url\":"
         "\"http://hl7.org/fhir/StructureDefinition/ordinalValue\","
         "\"valueDecimal\":2.5}]}}]}",
         "whole number"},
        {"{\"linkId\":\"a\",\"type\":\"string\"},"
         "{\"linkId\":\"a\",\"type\":\"string\"}",
         "linkId \"a\""},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"repeats\":true}",
         "how often"},
        {"{\"linkId\":\"a\",\"type\":\"boolean\",\"repeats\":true,"
         "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/"
         "questionnaire-maxOccurs\",\"valueInteger\":2}]}",
         "cannot repeat"},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\"exists\","
         "\"answerBoolean\":true}]},{\"linkId\":\"b\",\"type\":\"string\"}",
         "\"a\" depends on \"b\""},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"a\",\"operator\":\"exists\","
         "\"answerBoolean\":true}]}",
         "\"a\" depends on \"a\""},
        {"{\"linkId\":\"b\",\"type\":\"string\"},"
         "{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\"~\","
         "\"answerString\":\"x\"}]}",
         "no operator \"~\""},
        {"{\"linkId\":\"b\",\"type\":\"string\"},"
         "{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\">\","
         "\"answerString\":\"x\"}]}",
         "not a number"},
        {"{\"linkId\":\"b\",\"type\":\"boolean\"},"
         "{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\"=\","
         "\"answerString\":\"x\"}]}",
         "not an answer of that kind"},
        {"{\"linkId\":\"b\",\"type\":\"choice\",\"answerOption\":["
         "{\"valueCoding\":{\"code\":\"x\"}}]},"
         "{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\"=\","
         "\"answerCoding\":{\"code\":\"y\"}}]}",
         "\"b\" has no answer \"y\""},
        {"{\"linkId\":\"b\",\"type\":\"boolean\"},"
         "{\"linkId\":\"a\",\"type\":\"string\",\"enableWhen\":["
         "{\"question\":\"b\",\"operator\":\"=\",\"answerBoolean\":true},"
         "{\"question\":\"b\",\"operator\":\"=\",\"answerBoolean\":false}]}",
         "\"all\" or \"any\""},
        {"{\"linkId\":\"g\",\"type\":\"group\",\"item\":["
         "{\"linkId\":\"h\",\"type\":\"group\"}]}",
         "\"h\" is inside another"},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"modifierExtension\":[]}",
         "\"a\" is hidden or changed"},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"item\":["
         "{\"linkId\":\"b\",\"type\":\"boolean\"}]}",
         "one help text"},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"item\":["
         "{\"linkId\":\"a\",\"type\":\"text\"}]}",
         "linkId of its own"},
        {"{\"linkId\":\"a\",\"type\":\"string\",\"extension\":["
         "{\"url\":\"urn:beside:page-section\",\"valueCode\":\"risk\"}]}",
         "no section \"risk\""},
    };
    struct set s;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        cr_assert(!set_parse(cx, file_with(cx->mem, table[i].items), &s), "%s",
                  table[i].items);
        cr_assert(strstr(cx->err.text, table[i].words), "%s for %s",
                  cx->err.text, table[i].items);
        ctx_forgive(cx);
    }
}

TEST(set, another_resource_is_not_a_set)
{
    struct set s;
    const char *patient = "{\"resourceType\":\"Patient\"}";

    cr_assert(!set_parse(
        cx, (struct blob){(const unsigned char *)patient, strlen(patient)},
        &s));
    cr_assert_str_eq(cx->err.text, "This file is not a FHIR Questionnaire.");
}
