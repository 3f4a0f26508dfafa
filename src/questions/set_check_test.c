#include "questions/set_check.h"

#include <string.h>

#include "base/test.h"

static struct blob file(struct arena *mem, const char *head, const char *items)
{
    const char *s =
        arena_fmt(mem, "{\"resourceType\":\"Questionnaire\",%s,\"item\":[%s]}",
                  head, items);

    return (struct blob){(const unsigned char *)s, strlen(s)};
}

#define HEAD                                               \
    "\"url\":\"urn:x\",\"version\":\"1\",\"title\":\"T\"," \
    "\"status\":\"active\",\"code\":[{\"system\":"         \
    "\"urn:beside:visit-kind\",\"code\":\"body\"}]"
#define IN(section)                                        \
    "\"extension\":[{\"url\":\"urn:beside:page-section\"," \
    "\"valueCode\":\"" section "\"}]"
#define WANT                                                    \
    "{\"linkId\":\"want\",\"type\":\"text\",\"maxLength\":200," \
    "\"text\":\"What do you want?\"," IN("want") "}"
#define LEVEL(n)                                     \
    "\"extension\":[{\"url\":\"http://hl7.org/fhir/" \
    "StructureDefinition/ordinalValue\",\"valueDecimal\":" n "}]"
#define OPTION(code) \
    "{\"valueCoding\":{\"code\":\"" code "\",\"display\":\"X\"}}"
#define SCALE(id)                                                             \
    "{\"linkId\":\"" id "\",\"type\":\"choice\",\"text\":\"S\","              \
    "\"answerOption\":[{\"valueCoding\":{" LEVEL("1") ",\"code\":\"a\","      \
                                                      "\"display\":\"A\"}},{" \
                                                      "\"valueCoding\":"      \
                                                      "{" LEVEL(              \
                                                          "2") ",\"code\":"   \
                                                               "\"b\","       \
                                                               "\"display\":" \
                                                               "\"B\"}}]}"

static struct set_problems problems(struct ctx *cx, const char *head,
                                    const char *items)
{
    struct set_problems out;
    struct set s;

    cr_assert(set_parse(cx, file(cx->mem, head, items), &s), "%s",
              cx->err.text);
    cr_assert_eq(set_check(cx, &s, &out), out.n == 0);
    return out;
}

TEST(set_check, our_own_sets_have_nothing_to_put_right)
{
    struct set_problems out;
    struct set s;

    for (size_t i = 0; set_shipped(i).at; i++) {
        cr_assert(set_parse(cx, set_shipped(i), &s));
        cr_assert(set_check(cx, &s, &out), "%s", out.at[0]);
    }
    cr_assert_eq(problems(cx, HEAD, WANT).n, 0);
}

TEST(set_check, each_rule_is_said_with_the_question)
{
    static const struct {
        const char *head, *items, *words;
    } table[] = {
        {"\"url\":\"urn:x\"", WANT, "a url, a title, and a version"},
        {"\"url\":\"urn:x\"", WANT, "which visits it is for"},
        {"\"url\":\"urn:x\"", WANT, "status"},
        {HEAD, "{\"linkId\":\"a\",\"type\":\"text\"}", "\"a\" has no words"},
        {HEAD, "{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"A\"}",
         "wants from the visit"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"Do you sleep"
              " through the whole night, and if not, when do you wake up?\"}",
         "\"a\" needs a short name"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"What is your"
              " Power Statement?\"}",
         "\"power statement\". Please use other words"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"boolean\",\"text\":\"A\"," IN(
             "none") "}",
         "\"a\" leads nowhere"},
        {HEAD,
         WANT
         ",{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"A\","
         "\"answerOption\":[" OPTION("1") "," OPTION("2") "," OPTION("3") "," OPTION(
             "4") "," OPTION("5") "," OPTION("6") "," OPTION("7") "," OPTION("8") "]}",
         "more than 7 choices"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"A\","
              "\"answerOption\":[{\"valueCoding\":{\"code\":\"x\"}}]}",
         "choice \"x\" has no words"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"A\","
              "\"answerOption\":[{\"extension\":[{\"url\":"
              "\"urn:beside:off-line\",\"valueBoolean\":true}],"
              "\"valueCoding\":{\"code\":\"x\",\"display\":\"X\"}}]}",
         "no level to draw it at"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"A\","
              "\"answerOption\":[{\"valueCoding\":{" LEVEL(
                  "1") ",\"code\":\"x\",\"display\":\"X\"}}]}",
         "two choices or more"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"open-choice\",\"text\":\"A\","
              "\"answerOption\":[{\"valueCoding\":{" LEVEL(
                  "1") ",\"code\":\"x\",\"display\":\"X\"}}]}",
         "it takes one answer"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"A\","
              "\"extension\":[{\"url\":\"urn:beside:renameable\","
              "\"valueString\":\"voices\"}]}",
         "does not contain \"voices\""},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"text\",\"text\":\"A\","
              "\"item\":[{\"linkId\":\"m\",\"type\":\"text\"}]}",
         "\"say more\" text has no words"},
        {HEAD,
         "{\"linkId\":\"want\",\"type\":\"text\",\"text\":\"W\"," IN(
             "want") "}",
         "room for 200 letters"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"string\",\"maxLength\":90,"
              "\"text\":\"A\"," IN("want") "}",
         "room for 1 such"},
        {HEAD,
         WANT ",{\"linkId\":\"a\",\"type\":\"string\",\"maxLength\":91,"
              "\"text\":\"A\"," IN("talk") "}",
         "room for 90 letters"},
        {HEAD,
         WANT "," SCALE("a") "," SCALE("b") "," SCALE("c") "," SCALE(
             "d") "," SCALE("e"),
         "room for 4 scales"},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct set_problems p = problems(cx, table[i].head, table[i].items);
        bool found = false;
        for (size_t k = 0; k < p.n; k++)
            found = found || strstr(p.at[k], table[i].words);
        cr_assert(found, "nothing says: %s", table[i].words);
    }
}

TEST(set_check, all_that_is_wrong_is_said_at_once)
{
    struct set_problems p = problems(cx, "\"url\":\"urn:x\"",
                                     "{\"linkId\":\"a\",\"type\":\"text\"},"
                                     "{\"linkId\":\"b\",\"type\":\"text\"}");

    cr_assert_eq(p.n, 6);
}

/* ---- files that others wrote ---- */

static struct blob data(struct ctx *cx, const char *name)
{
    return test_data(cx, arena_fmt(cx->mem, "fhir/%s", name));
}

/* Real questionnaires ask what our pages cannot, each in its own way: a total,
 * groups in groups, a date. What is refused is said by name. */
TEST(set_check, files_of_others_are_read_or_refused_in_words)
{
    static const struct {
        const char *file, *words;
    } table[] = {
        {"Questionnaire-phq-9-example.json",
         "Question \"/44261-6\" is of type \"decimal\""},
        {"Questionnaire-prapare-example.json",
         "Group \"/93043-8\" is inside another"},
        {"questionnaire-example.json", "\"1.1\" needs its own list"},
    };
    struct set_problems p;
    struct set s;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        cr_assert(!set_parse(cx, data(cx, table[i].file), &s));
        cr_assert(strstr(cx->err.text, table[i].words), "%s", cx->err.text);
        ctx_forgive(cx);
    }
    cr_assert(set_parse(
        cx, data(cx, "Questionnaire-hunger-vital-sign-example.json"), &s));
    cr_assert_eq(s.n, 3);
    cr_assert_eq(s.at[0].option_count, 4);
    cr_assert_str_eq(s.version, "6.1.0");
    cr_assert(!set_check(cx, &s, &p));
    cr_assert(strstr(p.at[0], "which visits it is for"), "%s", p.at[0]);
}
