/* A contact in a few taps (R21), and what is said to whom who gave the time. */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "contacts/contact.h"
#include "db/db.h"
#include "sharing/town_test.h"

static struct contact newest(struct ctx *cx, const struct town *t)
{
    struct contacts all;

    cr_assert(db_begin(cx));
    cx->actor = &t->ruth;
    cr_assert(contact_list(cx, t->denise.person, 1, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert(db_commit(cx));
    return all.at[0];
}

static void log_it(struct browser *b, const struct town *t, const char *kind,
                   const char *minutes)
{
    browse_form(b, "/contacts/log",
                arena_fmt(b->cx->mem, "who=%" PRId64 "&day=%s&kind=%s&%s",
                          t->denise.person.v,
                          date_iso(b->cx->mem, day_of(b->cx->now)), kind,
                          minutes));
}

TEST(contacts_log, minutes_are_taps_and_a_talk_has_the_usual)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth};

    cr_assert(db_commit(cx));
    browse(&b, "/contacts/log");
    cr_assert(has(&b, "name=\"being\" value=\"30\" checked"));
    cr_assert(has(&b, "name=\"working\" value=\"0\" checked"));
    cr_assert(has(&b, "name=\"working\" value=\"60\">"));
    log_it(&b, &t, "talked", "being=30&working=45");
    cr_assert_eq(b.status, 303);
    cr_assert_eq(newest(cx, &t).being, 30);
    cr_assert_eq(newest(cx, &t).working, 45);
    log_it(&b, &t, "talked", "being=other&being-other=35&working=0");
    cr_assert_eq(newest(cx, &t).being, 35);
    log_it(&b, &t, "talked", "being=other&being-other=&working=0");
    cr_assert_eq(b.status, 422);
    log_it(&b, &t, "talked", "being=0&working=0");
    cr_assert_eq(b.status, 422);
}

TEST(contacts_log, a_try_has_minutes_only_when_somebody_chose_them)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth};

    cr_assert(db_commit(cx));
    log_it(&b, &t, "came-by", "being=30&working=0");
    cr_assert_str_eq(b.location, "/contacts/log?saved=try");
    cr_assert_eq(newest(cx, &t).being, 0);
    browse(&b, b.location);
    cr_assert(has(&b, "Thank you for going."));
    log_it(&b, &t, "came-by", "being=other&being-other=30&working=0");
    cr_assert_eq(newest(cx, &t).being, 30);
    log_it(&b, &t, "came-by", "being=15&working=0");
    cr_assert_eq(newest(cx, &t).being, 15);
}

static void set_mode(struct ctx *cx, const char *mode)
{
    const char *file =
        arena_fmt(cx->mem, "/tmp/beside-mode-%lld.conf", (long long)getpid());
    FILE *f = fopen(file, "we");

    cr_assert(f);
    cr_assert(fprintf(f, "record.mode = %s\n", mode) > 0);
    cr_assert_eq(fclose(f), 0);
    cr_assert(settings_load(cx, file), "%s", cx->err.text);
    (void)unlink(file);
}

TEST(contacts_log, without_words_a_talk_is_thanked_for_as_one)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth};

    set_mode(cx, "none");
    cr_assert(db_commit(cx));
    log_it(&b, &t, "talked", "being=30&working=0");
    browse(&b, b.location);
    cr_assert(has(&b, "Thank you for the time you gave."));
    cr_assert_not(has(&b, "Thank you for going."));
}
