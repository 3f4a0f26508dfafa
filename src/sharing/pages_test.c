/* The pages of sharing/ and the door of a link, asked as a browser asks. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "auth/auth.h"
#include "db/db.h"
#include "people/people_int.h"
#include "sharing/access.h"
#include "sharing/link.h"
#include "sharing/permission.h"
#include "sharing/sharing_int.h"
#include "sharing/town_test.h"
#include "web/draft.h"
#include "web/web.h"

static struct permission give_page(struct ctx *cx, const struct town *t,
                                   int64_t until)
{
    struct permission p = {.what = {t->denise.person, TOPIC_PAGE, 41},
                           .to = t->rao.person,
                           .purpose = "my visit on October 15",
                           .until = until};

    cx->actor = &t->denise;
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    return p;
}

TEST(sharing, who_can_see_what_names_each_reader_and_its_end)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};

    (void)give_page(cx, &t, end_of_day(date_parse("2026-10-16")));
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(has(&b, "Ruth can see"));
    cr_assert(has(&b, "Dr. Rao"));
    cr_assert(has(&b, "Can see my page"));
    cr_assert(has(&b, "For my visit on October 15."));
    cr_assert(has(&b, "Until the end of Friday, October 16"), "%s", b.body);
    b.lang = LANG_ES;
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "Puede ver: mi hoja"), "%s", b.body);
    b.actor = &t.ruth;
    browse(&b, "/me/sharing");
    cr_assert_eq(b.status, 403);
}

static struct permission give(struct ctx *cx, const struct town *t,
                              struct about what, int64_t until)
{
    struct permission p = {.what = what,
                           .to = t->ruth.person,
                           .purpose = "what I said",
                           .until = until};

    cx->actor = &t->denise;
    cr_assert(permission_give(cx, &p), "%s", cx->err.text);
    return p;
}

/* Rows that read alike are one, and each of them can be told by its day. */
TEST(sharing, rows_that_read_alike_are_one_with_a_day_for_each)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    const struct person_id her = t.denise.person;
    const struct permission one =
        give(cx, &t, (struct about){her, TOPIC_PROMISE, 71}, TIME_NONE);

    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "will not see this promise any more"), "%s", b.body);
    cr_assert(db_begin(cx));
    const struct permission two =
        give(cx, &t, (struct about){her, TOPIC_PROMISE, 72}, TIME_NONE);
    (void)give(cx, &t, (struct about){her, TOPIC_RECORD, 73}, TIME_NONE);
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "2 times. See each one"), "%s", b.body);
    cr_assert(has(&b, "Since October 13, 2026"), "%s", b.body);
    cr_assert(has(&b, arena_fmt(cx->mem, "/%lld/end", (long long)one.id)));
    cr_assert(has(&b, arena_fmt(cx->mem, "/%lld/end", (long long)two.id)));
    b.lang = LANG_ES;
    browse(&b, "/me/sharing");
    cr_assert(!has(&b, "what I said"), "%s", b.body);
    cr_assert(has(&b, "lo que dije"), "%s", b.body);
}

/* R49: her words are of use only among those she named. */
TEST(sharing, a_yes_for_a_meeting_says_when_nothing_is_seen)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    static const char words[] = "When somebody I did not name is at the table";
    const struct person_id her = t.denise.person;

    (void)give(cx, &t, (struct about){her, TOPIC_RECORD, 73}, TIME_NONE);
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(!has(&b, words), "%s", b.body);
    cr_assert(db_begin(cx));
    (void)give(cx, &t, (struct about){her, TOPIC_MEETING, 74}, TIME_NONE);
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(has(&b, words), "%s", b.body);
    cr_assert(has(&b, "Ruth then sees none of it."), "%s", b.body);
}

/* A yes to a peer who walks with her no more stands, and is said to be empty.
 */
TEST(sharing, a_yes_to_a_peer_who_walks_no_more_is_said_plainly)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    const struct person_id her = t.denise.person;
    const struct permission p =
        give(cx, &t, (struct about){her, TOPIC_GOAL, 0}, TIME_NONE);

    (void)give(cx, &t, (struct about){her, TOPIC_RECORD, 73}, TIME_NONE);
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "Can see a hope of mine"), "%s", b.body);
    browse(&b, "/me");
    cr_assert(has(&b, "a hope of mine"), "%s", b.body);
    cr_assert(db_begin(cx));
    cr_assert(peer_leave(cx, t.ruth.person, her), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "Sees nothing now of this: a hope of mine"), "%s",
              b.body);
    cr_assert(has(&b, "Ruth does not walk with me any more"), "%s", b.body);
    cr_assert(has(&b, "Can see what is written about"), "%s", b.body);
    cr_assert(has(&b, arena_fmt(cx->mem, "/%lld/end", (long long)p.id)));
    browse(&b, "/me");
    cr_assert(!has(&b, "a hope of mine"), "%s", b.body);
}

TEST(sharing, home_says_a_day_only_when_all_of_it_ends_then)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    const struct person_id her = t.denise.person;
    const int64_t friday = end_of_day(date_parse("2026-10-16"));

    (void)give(cx, &t, (struct about){her, TOPIC_BETWEEN, 0}, friday);
    (void)give(cx, &t, (struct about){her, TOPIC_COMPANY, 0}, friday);
    cr_assert(db_commit(cx));
    browse(&b, "/me");
    cr_assert(has(&b, "Until Oct 16"), "%s", b.body);
    cr_assert(db_begin(cx));
    (void)give(cx, &t, (struct about){her, TOPIC_DECISIONS, 0},
               end_of_day(date_parse("2026-10-15")));
    cr_assert(db_commit(cx));
    browse(&b, "/me");
    cr_assert(!has(&b, "Until Oct"), "%s", b.body);
}

/* Written for a later day: it is not valid yet. */
TEST(sharing, a_yes_that_begins_later_is_not_valid_before)
{
    struct town t = town(cx);
    struct permission p = give_page(cx, &t, TIME_NONE);

    cr_assert(permission_is_valid(cx, &p));
    p.from = cx->now + 1;
    cr_assert(!permission_is_valid(cx, &p));
    cx->now++;
    cr_assert(permission_is_valid(cx, &p));
}

TEST(sharing, a_yes_ends_with_one_button_and_only_hers)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ana};
    struct permission p = give_page(cx, &t, TIME_NONE);
    const char *end =
        arena_fmt(cx->mem, "/me/sharing/%lld/end", (long long)p.id);
    bool yes = false;

    cr_assert(db_commit(cx));
    browse_form(&b, end, "");
    cr_assert_eq(b.status, 404);
    b.actor = &t.denise;
    b.no_csrf = true;
    browse_form(&b, end, "");
    cr_assert_eq(b.status, 403);
    b.no_csrf = false;
    cx->actor = &t.rao;
    cr_assert(may_know(cx, MAY_SEE, p.what, &yes));
    cr_assert(yes);
    browse_form(&b, end, "");
    cr_assert_eq(b.status, 303);
    cr_assert(may_know(cx, MAY_SEE, p.what, &yes));
    cr_assert(!yes);
    browse(&b, "/me/sharing");
    cr_assert(!has(&b, end));
    cr_assert(has(&b, "I ended it Oct 13"), "%s", b.body);
}

TEST(sharing, saying_yes_shows_what_will_be_so_before_it_is)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    bool yes = false;
    struct about days = {t.denise.person, TOPIC_BETWEEN, 0};
    const char *form =
        arena_fmt(cx->mem, "to=%lld&topic=%d&purpose=my+plan&until=2026-10-20",
                  (long long)t.ruth.person.v, TOPIC_BETWEEN);

    cr_assert(db_commit(cx));
    browse(&b, "/me/sharing/new");
    cr_assert(has(&b, "Ruth Alvarez") && has(&b, "my days between visits"));
    cr_assert(!has(&b, "Karen Holt"));
    browse_form(&b, "/me/sharing/check", form);
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(has(&b, "Ruth will see my days between visits."), "%s", b.body);
    cr_assert(has(&b, "the end of Tuesday, October 20"));
    cx->actor = &t.ruth;
    cr_assert(may_know(cx, MAY_SEE, days, &yes));
    cr_assert(!yes);
    browse_form(&b, "/me/sharing", form);
    cr_assert_eq(b.status, 303);
    cx->actor = &t.ruth;
    cr_assert(may_know(cx, MAY_SEE, days, &yes));
    cr_assert(yes);
}

/* The session ended before the last button: the words are not lost. */
TEST(sharing, a_yes_that_was_almost_said_is_filled_in_again)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise, .draft = draft_find};
    const char *form = arena_fmt(cx->mem, "to=%lld&topic=%d&purpose=my+plan",
                                 (long long)t.ruth.person.v, TOPIC_BETWEEN);

    cr_assert(db_commit(cx));
    browse_form(&b, "/draft",
                "form=/me/sharing&fields=purpose%3Dmy+walk&until=");
    cr_assert_eq(b.status, 204, "%s", b.body);
    browse(&b, "/me/sharing/new");
    cr_assert(has(&b, "value=\"my walk\""), "%s", b.body);
    browse_form(&b, "/draft", "form=/me/sharing/check&fields=purpose%3Dmy+way");
    browse(&b, "/me/sharing/new");
    cr_assert(has(&b, "value=\"my way\""), "its own words are newer");
    browse_form(&b, "/draft", "form=/me/sharing/check&fields=");
    browse_form(&b, "/me/sharing/check", form);
    cr_assert_eq(b.status, 200, "%s", b.body);
    browse(&b, "/me/sharing/new");
    cr_assert(!has(&b, "my walk"), "what was said anew takes its place");
}

TEST(sharing, pages_beside_who_sees_are_in_its_place_of_the_bar)
{
    static const char *const paths[] = {"/me/sharing", "/me/seen", "/me/copy"};
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise, .shell = web_shell};

    cr_assert(db_commit(cx));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        browse(&b, paths[i]);
        cr_assert(has(&b, "href=\"/me/sharing\" aria-current=\"page\""), "%s",
                  paths[i]);
    }
    browse(&b, "/me/board");
    cr_assert(has(&b, "href=\"/me/visits\" aria-current=\"page\""));
    cr_assert(!has(&b, "href=\"/me\" aria-current"));
}

TEST(sharing, a_yes_with_a_mistake_comes_back_filled_in)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    const long long ruth = t.ruth.person.v, karen = t.karen.person.v;

    cr_assert(db_commit(cx));
    browse_form(&b, "/me/sharing/check", "topic=5&purpose=my+plan");
    cr_assert_eq(b.status, 422);
    cr_assert(has(&b, "Please choose who.") && has(&b, "value=\"my plan\""));
    browse_form(&b, "/me/sharing/check",
                arena_fmt(cx->mem, "to=%lld&topic=5&purpose=x", karen));
    cr_assert(has(&b, "Please choose who."));
    browse_form(&b, "/me/sharing/check",
                arena_fmt(cx->mem, "to=%lld&topic=6&purpose=x", ruth));
    cr_assert(has(&b, "Please choose what they can see."));
    browse_form(&b, "/me/sharing/check",
                arena_fmt(cx->mem, "to=%lld&topic=5", ruth));
    cr_assert(has(&b, "Please write what it is for."));
    browse_form(
        &b, "/me/sharing/check",
        arena_fmt(cx->mem, "to=%lld&topic=5&purpose=x&until=soon", ruth));
    cr_assert(has(&b, "Please write the day like this"));
    browse_form(
        &b, "/me/sharing",
        arena_fmt(cx->mem, "to=%lld&topic=5&purpose=x&until=2026-10-12", ruth));
    cr_assert(has(&b, "This day is over"));
}

TEST(sharing, who_saw_my_things_is_told_in_words)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.denise};
    struct permission p = give_page(cx, &t, TIME_NONE);
    const struct access a = {.what = p.what,
                             .reader = t.rao.person.v,
                             .permission = p.id,
                             .did = ACCESS_SAW};

    cr_assert(access_write(cx, &a));
    cr_assert(db_commit(cx));
    browse(&b, "/me/seen");
    cr_assert_eq(b.status, 200);
    cr_assert(has(&b, "Tuesday, October 13"));
    cr_assert(has(&b, "Dr. Rao saw my page"));
    cr_assert(has(&b, "At 10:00\xc2\xa0"
                      "am"),
              "%s", b.body);
    cr_assert(has(&b, "I said yes for my visit on October 15."));
    b.actor = &t.ana;
    browse(&b, "/me/seen");
    cr_assert(!has(&b, "Dr. Rao"));
}

TEST(sharing, a_peer_sees_own_people_alone)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth};
    const char *denise =
        arena_fmt(cx->mem, "/people/%lld", (long long)t.denise.person.v);
    const char *nobody,
        *ana = arena_fmt(cx->mem, "/people/%lld", (long long)t.ana.person.v);

    cr_assert(db_commit(cx));
    browse(&b, "/people");
    cr_assert(has(&b, "Denise Carter") && !has(&b, "Ana Blake"));
    browse(&b, denise);
    cr_assert_eq(b.status, 200, "%s", b.body);
    browse(&b, "/people/999999");
    cr_assert_eq(b.status, 404);
    nobody = b.body;
    browse(&b, ana);
    cr_assert_eq(b.status, 404);
    cr_assert_str_eq(b.body, nobody);
    b.actor = &t.jose;
    browse(&b, denise);
    cr_assert_eq(b.status, 404);
    cr_assert_str_eq(b.body, nobody);
    b.actor = &t.rao;
    browse(&b, "/people");
    cr_assert_eq(b.status, 403);
}

/* An agency that calls them members finds its word on every page of staff. */
TEST(sharing, an_agency_has_its_own_word_for_a_person)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth, .shell = web_shell};
    const char *file =
        arena_fmt(cx->mem, "/tmp/beside-words-%lld.conf", (long long)getpid());
    FILE *f = fopen(file, "we");

    cr_assert(f);
    cr_assert(fputs("words.persons.en = members\nwords.person.en = member\n"
                    "words.persons.es = socios\nwords.person.es = socio\n"
                    "words.all_persons.es = los socios\n",
                    f) > 0);
    cr_assert_eq(fclose(f), 0);
    cr_assert(settings_load(cx, file), "%s", cx->err.text);
    (void)unlink(file);
    cr_assert(db_commit(cx));
    browse(&b, "/people");
    cr_assert(has(&b, "<title>Members"), "%s", b.body);
    cr_assert(has(&b, "<span>Members</span>"), "the bar");
    cr_assert(has(&b, "I walk with 1 member."));
    browse(&b, "/board");
    cr_assert(has(&b, "Each member chooses."), "%s", b.body);
    browse(&b, "/today");
    cr_assert(has(&b, "among the members you walk with"), "%s", b.body);
    cr_assert(has(&b, "Time with members"), "%s", b.body);
    browse(&b, "/role");
    cr_assert(has(&b, "Peers walk beside members."), "%s", b.body);
    b.actor = &t.karen;
    browse(&b, "/today");
    cr_assert(has(&b, "What members asked of us"), "%s", b.body);
    b.actor = &t.rao;
    browse(&b, "/read");
    cr_assert(has(&b, "What members share with you"), "%s", b.body);
    b.actor = &t.ruth;
    b.lang = LANG_ES;
    browse(&b, "/people");
    cr_assert(has(&b, "<span>Socios</span>"), "%s", b.body);
    browse(&b, "/role");
    cr_assert(has(&b, "al lado de los socios."), "%s", b.body);
}

TEST(sharing, a_peer_hands_a_code_to_own_people_alone)
{
    struct town t = town(cx);
    struct browser b = {.cx = cx, .actor = &t.ruth};
    const char *to =
        arena_fmt(cx->mem, "/people/%lld/code", (long long)t.denise.person.v);
    const char *hash = NULL;
    struct account a = {
        .person = t.denise.person, .program = t.program, .role = ROLE_PERSON};

    cr_assert(password_hash(cx, "heron lantern gravel", &hash));
    cr_assert(account_add_hashed(cx, &a, "denise", hash), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    browse_form(&b, to, "");
    cr_assert_eq(b.status, 200, "%s", b.body);
    cr_assert(has(&b, "A code for Denise") && has(&b, "class=\"code\""));
    b.actor = &t.jose;
    browse_form(&b, to, "");
    cr_assert_eq(b.status, 404);
}

static const char *copy_of(struct ctx *cx, struct person_id p)
{
    struct buf b = buf_new(cx->mem, 1 << 16);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    cr_assert(sharing_export(cx, p, &w), "%s", cx->err.text);
    json_put_end(&w);
    return b.at;
}

TEST(sharing, a_copy_holds_every_yes_and_every_look)
{
    struct town t = town(cx);
    struct permission p = give_page(cx, &t, TIME_NONE);
    const struct access a = {.what = p.what,
                             .reader = t.rao.person.v,
                             .permission = p.id,
                             .did = ACCESS_SAW};

    cr_assert(access_write(cx, &a));
    cr_assert_str_eq(
        copy_of(cx, t.denise.person),
        "{\"sharing\":{\"permissions\":[{\"what\":\"my page\",\"purpose\":"
        "\"my visit on October 15\",\"from\":"
        "\"2026-10-13T10:00:00-04:00\",\"to\":"
        "\"Dr. Rao\"}],\"neverShownTo\":[],\"seen\":[{\"what\":\"my "
        "page\",\"did\":\"read\","
        "\"at\":\"2026-10-13T10:00:00-04:00\",\"who\":\"Dr. Rao\"}],"
        "\"openedByTwo\":[]}}");
}

TEST(sharing, erasing_a_person_leaves_nothing_she_allowed)
{
    struct town t = town(cx);
    struct permission p = give_page(cx, &t, TIME_NONE);
    struct permissions list;
    const char *name = NULL;

    cr_assert(reader_name(cx, t.denise.person, t.rao.person.v, &name));
    cr_assert_str_eq(name, "Dr. Rao");
    cr_assert(sharing_erase(cx, t.denise.person));
    cr_assert(!strstr(copy_of(cx, t.denise.person), "Rao"));
    cx->actor = &t.rao;
    cr_assert(permission_to_me(cx, TOPIC_PAGE, &list));
    cr_assert_eq(list.n, 0);
    bool yes = true;
    cr_assert(may_know(cx, MAY_SEE, p.what, &yes));
    cr_assert(!yes);
}

TEST(sharing, a_reader_who_was_erased_reads_nothing_and_has_no_name)
{
    struct town t = town(cx);
    struct permission p = give_page(cx, &t, TIME_NONE);
    const char *name = NULL;
    bool yes = true;

    cr_assert(sharing_erase(cx, t.rao.person));
    cr_assert(people_erase(cx, t.rao.person));
    cr_assert(reader_name(cx, t.denise.person, t.rao.person.v, &name));
    cr_assert_str_eq(name, "");
    cx->actor = &t.rao;
    cr_assert(may_know(cx, MAY_SEE, p.what, &yes));
    cr_assert(!yes);
}
