#include <string.h>

#include "base/test.h"
#include "frame/settings.h"
#include "web/assets.h"
#include "web/form.h"

TEST(web, a_part_shows_what_was_typed_and_its_mistake)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);
    struct tpl_typed typed = {"place", "a <b> place"};

    t.typed = (struct tpl_typed_list){&typed, 1, 1};
    t.is_typed = true;
    t.wrong_field = "place";
    t.wrong_text = "Please make it shorter.";
    field_html(&t, &(struct field){.name = "place", .label = "Where"});
    cr_assert(strstr(t.out.at, "value=\"a &lt;b&gt; place\""));
    cr_assert(strstr(t.out.at, "aria-describedby=\"e-place\""));
    cr_assert(strstr(t.out.at, "Please make it shorter."));
}

TEST(web, all_mistakes_are_told_at_once_each_beside_its_field)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    t.wrong_field = "place";
    t.wrong_text = "Please make it shorter.";
    tpl_also_wrong(&t, "place", "Another word for it.");
    tpl_also_wrong(&t, "day", "Please choose a day.");
    errors_html(&t, &(struct errors){0});
    cr_assert(strstr(t.out.at, "#f-place") && strstr(t.out.at, "#f-day"));
    cr_assert_null(strstr(t.out.at, "Another word"));
    cr_assert_str_eq(tpl_wrong(&t, "day"), "Please choose a day.");
    t.other_form = true;
    cr_assert_null(tpl_wrong(&t, "day"));
}

TEST(web, a_choice_says_that_it_is_chosen)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    choice_html(&t, &(struct choice){.name = "kind",
                                     .value = "mind",
                                     .label = "Mind",
                                     .stored = true});
    cr_assert(strstr(t.out.at, "value=\"mind\" checked"));
}

TEST(web, a_first_page_weighs_less_than_100_kb)
{
    size_t all = 0;

    for (size_t i = 0; i < web_assets_n; i++) {
        const struct web_asset *a = &web_assets[i];
        if (strcmp(a->name, "pdf.css") != 0)
            all += a->gzip.at ? a->gzip.n : a->raw.n;
    }
    cr_assert_lt(all, 80 * 1024, "%zu bytes", all);
}

TEST(web, addresses_of_faces_are_in_the_style_sheet)
{
    const struct web_asset *css = web_asset("beside.css");
    const char *face = web_asset("sans.woff2")->address;

    cr_assert(memmem(css->raw.at, css->raw.n, face, strlen(face)));
}
