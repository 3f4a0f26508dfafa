#include "tpl/tpl.h"

#include "base/test.h"

TEST(tpl, text_is_always_escaped)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    TPL_PUT(&t, "<b>&\"'");
    cr_assert_str_eq(t.out.at, "&lt;b&gt;&amp;&quot;&#39;");
}

TEST(tpl, a_sentence_keeps_its_places)
{
    static const char *const names[] = {"who", "n", NULL};
    struct tpl t = tpl_new(cx->mem, LANG_EN);
    struct tpl_message m =
        tpl_message(&t, 1, "{n} from <b>{who}</b>, {other}.", names);

    for (int i; (i = tpl_step(&t, &m)) >= 0;) {
        if (i == 0)
            TPL_PUT(&t, "Ruth & Co");
        if (i == 1)
            TPL_PUT(&t, 3);
    }
    cr_assert_str_eq(t.out.at, "3 from <b>Ruth &amp; Co</b>, .");
}

/* A time of day in Spanish ends with a stop of its own. */
TEST(tpl, a_sentence_ends_with_one_stop)
{
    static const char *const names[] = {"at", NULL};
    struct tpl t = tpl_new(cx->mem, LANG_EN);
    struct tpl_message m = tpl_message(&t, 1, "A las {at}. Gracias.", names);

    while (tpl_step(&t, &m) >= 0)
        tpl_text(&t, "10:30 a. m.");
    cr_assert_str_eq(t.out.at, "A las 10:30 a. m. Gracias.");
}

TEST(tpl, a_form_shows_what_was_typed)
{
    struct tpl_typed typed[] = {{"words", "mine"}, {"box", "a"}};
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    cr_assert_str_eq(tpl_value(&t, "words", "stored"), "stored");
    t.typed = (struct tpl_typed_list){typed, 2, 2};
    t.is_typed = true;
    cr_assert_str_eq(tpl_value(&t, "words", "stored"), "mine");
    cr_assert_str_eq(tpl_value(&t, "other", "stored"), "");
    cr_assert(tpl_chosen(&t, "box", "a", false));
    cr_assert(!tpl_chosen(&t, "box", "b", true));
}
