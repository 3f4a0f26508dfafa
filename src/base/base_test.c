#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/test.h"
#include "base/text.h"

TEST(base, a_mark_says_the_same_to_who_has_the_secret)
{
    const char *a = text_mark(cx->mem, "secret", "a line");

    cr_assert_eq(strlen(a), 64);
    cr_assert_str_eq(a, text_mark(cx->mem, "secret", "a line"));
    cr_assert_str_neq(a, text_mark(cx->mem, "secret", "a lin"));
    cr_assert_str_neq(a, text_mark(cx->mem, "secre", "a line"));
    cr_assert_str_neq(text_mark(cx->mem, "", ""), text_mark(cx->mem, "a", ""));
}

TEST(base, a_day_is_read_and_written_the_same)
{
    for (int days = -200000; days < 200000; days += 37) {
        struct date d = {days};
        cr_assert_eq(date_parse(date_iso(cx->mem, d)).days, days);
    }
    cr_assert(!date_is_set(date_parse("2026-02-30")));
    cr_assert(!date_is_set(date_parse("2026-2-03")));
    cr_assert(date_is_set(date_parse("2024-02-29")));
    cr_assert_eq(date_weekday(date_parse("2026-10-13")), 1);
}

TEST(base, local_time_follows_the_zone_over_the_year)
{
    cr_assert_eq(minute_of(TEST_NOW), 10 * 60);
    cr_assert_eq(day_of(TEST_NOW).days, date_parse("2026-10-13").days);
    for (int i = 0; i < 400; i++) {
        struct date d = {date_parse("2026-01-01").days + i};
        cr_assert_eq(day_of(time_at(d, 870)).days, d.days);
        cr_assert_eq(minute_of(time_at(d, 870)), 870);
    }
    cr_assert(!zone_set("Nowhere/At_All"));
    cr_assert(!zone_set("Mars/Olympus"));
}

static int64_t by_a_new_calendar(struct date d, int minute)
{
    UChar zone[64];
    UErrorCode status = U_ZERO_ERROR;
    int year = 0, month = 0, day = 0;

    u_uastrncpy(zone, zone_name(), 64);
    UCalendar *cal = ucal_open(zone, -1, "en_US", UCAL_GREGORIAN, &status);
    date_split(d, &year, &month, &day);
    ucal_clear(cal);
    ucal_setDateTime(cal, year, month - 1, day, minute / 60, minute % 60, 0,
                     &status);
    double ms = ucal_getMillis(cal, &status);
    ucal_close(cal);
    cr_assert(U_SUCCESS(status));
    return (int64_t)(ms / 1000.0);
}

/* Held against a calendar that is opened anew for each question. */
TEST(base, each_minute_of_two_years_is_what_the_zone_says)
{
    static const int minutes[] = {0, 89, 90, 150, 179, 870, 1439};

    for (int i = 0; i < 2 * 365; i++)
        for (size_t k = 0; k < sizeof minutes / sizeof *minutes; k++) {
            struct date d = {date_parse("2026-01-01").days + i * 7 % 730};
            int64_t t = time_at(d, minutes[k]);
            cr_assert_eq(t, by_a_new_calendar(d, minutes[k]));
            if (minutes[k] < 60 || minutes[k] >= 180)
                cr_assert_eq(minute_of(t), minutes[k]);
        }
    int64_t before = time_at(date_parse("2026-11-01"), 59);
    cr_assert_eq(minute_of(before + 60), 60);
    cr_assert_eq(minute_of(before + 60 + 3600), 60, "an hour comes twice");
}

TEST(base, names_are_said_as_one_in_each_language)
{
    const char *all[] = {"Ana", "Luis", "Dr. Rao"};
    struct texts names = {all, 0, 3};

    cr_assert_str_empty(names_joined(cx->mem, LANG_EN, &names));
    names.n = 1;
    cr_assert_str_eq(names_joined(cx->mem, LANG_EN, &names), "Ana");
    names.n = 2;
    cr_assert_str_eq(names_joined(cx->mem, LANG_ES, &names), "Ana y Luis");
    names.n = 3;
    cr_assert_str_eq(names_joined(cx->mem, LANG_EN, &names),
                     "Ana, Luis and Dr. Rao");
}

TEST(base, days_are_said_in_each_language)
{
    struct date d = date_parse("2026-10-15");
    int64_t t = time_at(d, 14 * 60 + 30);

    cr_assert_str_eq(lang_day(cx->mem, LANG_EN, d), "Thursday, October 15");
    cr_assert_str_eq(lang_clock(cx->mem, LANG_EN, t), "2:30\xc2\xa0pm");
    cr_assert_str_eq(lang_day(cx->mem, LANG_ES, d), "jueves 15 de octubre");
    cr_assert_str_eq(lang_day_short(cx->mem, LANG_EN, d), "Oct 15");
    cr_assert_str_eq(lang_day_short(cx->mem, LANG_ES, d), "15 oct");
    cr_assert_str_eq(lang_when(cx->mem, LANG_EN, t),
                     "Thursday, October 15, 2:30\xc2\xa0pm");
    cr_assert_str_eq(lang_when(cx->mem, LANG_ES, t),
                     "jueves 15 de octubre, 2:30\xc2\xa0p.\xc2\xa0m.");
    cr_assert_str_eq(lang_day(cx->mem, LANG_EN, DATE_NONE), "");
}

TEST(base, text_from_outside_is_checked)
{
    cr_assert(text_ok("Jos\xc3\xa9 \xe2\x9c\x93 \xf0\x9f\x8c\xb1\n", 14));
    cr_assert(!text_ok("\xc0\xaf", 2), "overlong");
    cr_assert(!text_ok("\xed\xa0\x80", 3), "surrogate");
    cr_assert(!text_ok("a\0b", 3), "NUL");
    cr_assert(!text_ok("\xe2\x9c", 2), "cut");
    cr_assert(!text_ok("\x1b[0m", 4), "escape");
    cr_assert_str_eq(text_plain(cx->mem, " Jos\xc3\xa9 "), "jose");
    cr_assert_str_eq(text_trim(cx->mem, " a\r\nb \n"), "a\nb");
    cr_assert_eq(text_length("Jos\xc3\xa9"), 4);
    cr_assert_str_eq(text_url_decode(cx->mem, "a%20b+c%C3%A9", 13),
                     "a b c\xc3\xa9");
    cr_assert_null(text_url_decode(cx->mem, "a%2", 3));
    cr_assert_null(text_url_decode(cx->mem, "%zz", 3));
    cr_assert_null(text_url_decode(cx->mem, "%00", 3));
}

TEST(base, the_first_failure_is_kept)
{
    cr_assert(!fail(cx, ERR_INVALID, "words", "First %d.", 1));
    cr_assert(!fail(cx, ERR_DENIED, NULL, "Second."));
    cr_assert_eq(cx->err.code, ERR_INVALID);
    cr_assert_str_eq(cx->err.text, "First 1.");
}

TEST(base, an_arena_over_its_limit_says_so)
{
    struct arena *a = arena_new(1000);

    (void)arena_alloc(a, 900);
    cr_assert(!arena_over(a));
    (void)arena_alloc(a, 200);
    cr_assert(arena_over(a));
    arena_reset(a);
    cr_assert(!arena_over(a));
    arena_free(a);
}

TEST(base, a_number_is_written_as_printf_would)
{
    const int64_t all[] = {0, 7, -7, 10, 1234567890123, INT64_MAX, INT64_MIN};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct buf b = buf_new(cx->mem, 40);
        buf_int(&b, all[i]);
        cr_assert_str_eq(b.at, arena_fmt(cx->mem, "%lld", (long long)all[i]));
    }
}

TEST(base, a_full_buf_stops_at_its_limit)
{
    struct buf b = buf_new(cx->mem, 10);

    buf_puts(&b, "12345");
    buf_puts(&b, "678901");
    cr_assert(b.full);
    buf_putc(&b, '6');
    for (const char *rest = "678"; *rest; rest++)
        buf_put(&b, rest, strlen(rest));
    cr_assert_str_eq(b.at, "12345");
}

/* A call may take 24 MB: a copy of all that is hers must fit with what it
 * outgrew. */
TEST(base, a_long_text_takes_no_more_than_four_times_its_bytes)
{
    for (size_t n = 70 * 1024; n < (size_t)6 << 20; n += n / 7) {
        struct arena *mem = arena_new(4 * n);
        struct buf b = buf_new(mem, n);
        while (!b.full)
            buf_puts(&b, "0123456789abcdef");
        cr_assert_gt(b.n, n - 16);
        cr_assert(!arena_over(mem), "%zu bytes", n);
        arena_free(mem);
    }
}

TEST(base, codes_have_no_letters_that_look_alike)
{
    for (int i = 0; i < 200; i++) {
        const char *code = random_code(cx->mem, 8);
        cr_assert_eq(strlen(code), 8);
        cr_assert_null(strpbrk(code, "01ilo"));
    }
}

TEST(base, a_word_begins_with_a_capital)
{
    cr_assert_str_eq(text_capital(cx->mem, "people"), "People");
    cr_assert_str_eq(text_capital(cx->mem, "élèves"), "Élèves");
    cr_assert_str_eq(text_capital(cx->mem, ""), "");
}
