#include "mediation/glossary.h"

#include <string.h>

#include "people/town_test.h"

static bool in(const struct glosses *list, const char *word)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i].word[LANG_EN], word) == 0)
            return true;
    return false;
}

static struct town led(struct ctx *cx)
{
    struct town t = town_make(cx);

    town_act(cx, &t, t.ruth, ROLE_SUPERVISOR);
    return t;
}

/* R45. */
TEST(glossary, words_of_a_text_are_found_whole_in_either_language)
{
    struct glosses found;

    led(cx);
    cr_assert(glossary_found(cx,
                             "Your Treatment Plan has two goals. The "
                             "dosekeeper is out.",
                             &found));
    cr_assert(in(&found, "treatment plan"));
    cr_assert(in(&found, "goal"), "the plural is the word");
    cr_assert_not(in(&found, "dose"), "a part of another word is not");
    cr_assert_eq(found.n, 2);
    cr_assert(glossary_found(cx, "Un diagnostico nuevo.", &found));
    cr_assert(in(&found, "diagnosis"));
    cr_assert(glossary_found(cx, "", &found));
    cr_assert_eq(found.n, 0);
}

TEST(glossary, a_program_has_its_own_words_and_no_other_program_has_them)
{
    struct town t = led(cx);
    struct glosses all;
    int64_t elsewhere;
    struct gloss g = {.word = {"warm handoff", "entrega directa"},
                      .means = {"They walk you over.", "Le acompañan."}};

    cr_assert(glossary_list(cx, true, &all));
    const size_t before = all.n;
    cr_assert(glossary_save(cx, &g), "%s", cx->err.text);
    g.means[LANG_ES] = "";
    fails_with(cx, glossary_save(cx, &g), ERR_INVALID);
    cr_assert(glossary_list(cx, true, &all));
    cr_assert_eq(all.n, before + 1);
    cr_assert(in(&all, "warm handoff"));

    cr_assert(program_add(cx, "Westside", &elsewhere));
    t.program = elsewhere;
    town_act(cx, &t, t.ruth, ROLE_SUPERVISOR);
    cr_assert(glossary_list(cx, true, &all));
    cr_assert_eq(all.n, before);
}

TEST(glossary, one_of_ours_is_replaced_taken_out_and_put_back)
{
    struct glosses found;
    struct gloss g;

    led(cx);
    cr_assert(glossary_get(cx, 1, &g), "%s", cx->err.text);
    cr_assert(g.ours);
    const char *came = g.means[LANG_EN];
    g.means[LANG_EN] = "They ask things.";
    cr_assert(glossary_save(cx, &g), "%s", cx->err.text);
    cr_assert(glossary_get(cx, 1, &g));
    cr_assert_str_eq(g.means[LANG_EN], "They ask things.");
    cr_assert(glossary_remove(cx, 1), "%s", cx->err.text);
    cr_assert(glossary_found(cx, "An assessment.", &found));
    cr_assert_eq(found.n, 0);
    cr_assert(glossary_restore(cx, 1), "%s", cx->err.text);
    cr_assert(glossary_get(cx, 1, &g));
    cr_assert_str_eq(g.means[LANG_EN], came);
    cr_assert(g.ours);
    fails_with(cx, glossary_get(cx, 99999, &g), ERR_NOTFOUND);
}
