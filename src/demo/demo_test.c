/* What the made-up program promises to whoever opens it. */
#include "demo/demo.h"

#include <string.h>

#include "base/test.h"
#include "db/db.h"
#include "frame/settings.h"
#include "mediation/team.h"
#include "page/page_share.h"
#include "people/people.h"
#include "promises/promise.h"
#include "store/store.h"
#include "voice/read.h"

static void act(struct ctx *cx, enum role role, const char *name)
{
    static struct actor a;
    struct persons staff;
    int64_t program = 0;

    cr_assert(program_only(cx, &program) &&
              people_staff(cx, program, ROLE_BIT(role), &staff));
    for (size_t i = 0; i < staff.n; i++)
        if (strcmp(staff.at[i].name, name) == 0)
            a = (struct actor){
                .person = staff.at[i].id, .program = program, .role = role};
    cx->actor = &a;
}

static int how_many(const struct pages_to_read *list, enum reading how)
{
    int n = 0;

    for (size_t i = 0; i < list->n; i++)
        n += list->at[i].how == how;
    return n;
}

TEST(demo, readers_have_pages_to_read_and_promises_to_keep)
{
    struct pages_to_read list;
    struct promises mine;

    cr_assert(raise_event(cx, STORE_FILLED, NULL), "%s", cx->err.text);
    cr_assert(settings_load(cx, NULL));
    cr_assert(demo_write(cx, date_parse("2026-10-13"), "x"), "%s",
              cx->err.text);
    act(cx, ROLE_CLINICIAN, "Dr. Anita Rao");
    cr_assert(pages_to_read(cx, &list), "%s", cx->err.text);
    cr_assert_eq(how_many(&list, READ_NEW), 1);
    cr_assert_eq(how_many(&list, READ_CHANGED), 1);
    cr_assert_eq(how_many(&list, READ_DONE), 1, "Denise's of last time");
    act(cx, ROLE_CASE_MANAGER, "Luis Ortega");
    cr_assert(pages_to_read(cx, &list) && promise_list_mine(cx, &mine), "%s",
              cx->err.text);
    cr_assert_eq(list.n, 1);
    cr_assert_eq(mine.n, 4);
    cr_assert_str_eq(mine.at[0].whom, "Denise", "about the heat, and late");
    cr_assert_str_eq(mine.at[1].whom, "Denise", "agreed about the cold");
    cr_assert_str_eq(mine.at[2].whom, "Robert");
    cr_assert_str_eq(mine.at[3].whom, "Denise", "said in reply to her words");
    struct to_reads words;
    cr_assert(voice_to_read(cx, &words), "%s", cx->err.text);
    cr_assert_eq(words.n, 2);
    cr_assert_eq(words.at[0].how, READ_NEW);
    cr_assert(joined_list(cx, &words), "%s", cx->err.text);
    cr_assert_eq(words.n, 2);
    cr_assert_eq(words.at[0].how, READ_NEW, "Ana's");
    cr_assert_eq(words.at[1].how, READ_AGREED, "Denise said yes to it");
}
