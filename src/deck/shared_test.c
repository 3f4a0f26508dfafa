/* What a peer would say, that they shared, and the numbers of all: the first
 * two in the vault, the last without a name. R1, R5, R7. */
#include "deck/shared.h"

#include <inttypes.h>
#include <string.h>

#include "db/db.h"
#include "deck/count.h"
#include "deck/keep.h"
#include "deck/shown.h"
#include "people/town_test.h"

enum { FOOD = 1, HURT = 12 };

static const char story[] = "there was a time when I was hurt";

/* A peer acts, whose vault is open. */
static struct vault vault_of(struct ctx *cx, const struct town *t,
                             struct person_id peer)
{
    struct vault v = {.person = peer};

    own_new(&v.key);
    town_act(cx, t, peer, ROLE_PEER);
    return v;
}

static struct card card_of(struct ctx *cx, const struct vault *v,
                           int64_t domain)
{
    struct card c;

    cr_assert(deck_card_read(cx, v, domain, &c), "%s", cx->err.text);
    return c;
}

static struct card says(int64_t domain, int goes, const char *general)
{
    return (struct card){
        .domain = domain, .goes = goes, .said = {"", general, ""}};
}

TEST(deck, a_card_holds_what_its_peer_would_say)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    struct card c = says(HURT, DEPTH_GENERAL, story);

    cr_assert_eq(card_of(cx, &v, HURT).goes, -1);
    cr_assert(deck_card_put(cx, &v, &c), "%s", cx->err.text);
    c = says(FOOD, DEPTH_SPECIFIC, "");
    cr_assert(deck_card_put(cx, &v, &c));
    cr_assert_str_eq(card_of(cx, &v, HURT).said[DEPTH_GENERAL], story);
    cr_assert_eq(card_of(cx, &v, HURT).goes, DEPTH_GENERAL);
    cr_assert_eq(card_of(cx, &v, FOOD).goes, DEPTH_SPECIFIC);
    c = says(HURT, -1, "");
    cr_assert(deck_card_put(cx, &v, &c));
    cr_assert_str_empty(card_of(cx, &v, HURT).said[DEPTH_GENERAL]);
    c = says(HURT, DEPTHS, story);
    fails_with(cx, deck_card_put(cx, &v, &c), ERR_INVALID);
    c = says(99, 0, story);
    fails_with(cx, deck_card_put(cx, &v, &c), ERR_NOTFOUND);
    c = says(HURT, 0, arena_fmt(cx->mem, "%0*d", CARD_LETTERS_MAX + 1, 7));
    fails_with(cx, deck_card_put(cx, &v, &c), ERR_INVALID);
}

TEST(deck, words_are_not_lost_when_their_domain_is_taken_away)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    const struct card c = says(HURT, DEPTH_GENERAL, story);
    struct cards all;

    cr_assert(deck_card_put(cx, &v, &c));
    town_act(cx, &t, t.luis, ROLE_SUPERVISOR);
    cr_assert(domain_remove(cx, HURT));
    cr_assert(domain_remove(cx, FOOD));
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(cards_read(cx, &v, &all));
    cr_assert_eq(all.n, DOMAINS_OURS - 1, "the one without words is not there");
    cr_assert_str_eq(card_of(cx, &v, HURT).said[DEPTH_GENERAL], story);
}

static struct shared moment(int64_t domain)
{
    return (struct shared){.domain = domain,
                           .depth = DEPTH_GENERAL,
                           .asked = ASKED_PERSON,
                           .helped = HELPED_YES,
                           .why = -1};
}

TEST(deck, that_one_shared_is_kept_newest_first_and_goes_again)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    struct shared s = moment(HURT);
    struct shareds all;

    cr_assert(shared_add(cx, &v, &s), "%s", cx->err.text);
    s = (struct shared){
        .held = true, .depth = -1, .asked = -1, .helped = -1, .why = WHY_NORMS};
    cr_assert(shared_add(cx, &v, &s), "nothing else has to be said");
    cr_assert(shared_list(cx, &v, &all));
    cr_assert_eq(all.n, 2);
    cr_assert(all.at[0].held && all.at[0].why == WHY_NORMS);
    cr_assert_str_eq(all.at[1].says, "Being hurt or stalked");
    cr_assert_eq(all.at[1].depth, DEPTH_GENERAL);
    cr_assert_eq(all.at[1].day.days, day_of(cx->now).days);
    const int64_t first = all.at[1].id;
    cr_assert(shared_remove(cx, &v, first));
    fails_with(cx, shared_remove(cx, &v, first), ERR_NOTFOUND);
    cr_assert(shared_list(cx, &v, &all));
    cr_assert_eq(all.n, 1);
    s = moment(99);
    fails_with(cx, shared_add(cx, &v, &s), ERR_INVALID);
    s = moment(FOOD);
    s.depth = DEPTHS;
    fails_with(cx, shared_add(cx, &v, &s), ERR_INVALID);
}

static int64_t counted_rows(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM deck_count");
    const int64_t n = db_row(q) ? db_get_int(q) : -1;

    cr_assert(db_end(q));
    return n;
}

TEST(deck, nothing_is_counted_unless_it_is_added)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    const struct shared s = moment(HURT);

    cr_assert(shared_add(cx, &v, &s));
    cr_assert_eq(counted_rows(cx), 0);
    cr_assert(count_add(cx, &v, &s), "%s", cx->err.text);
    cr_assert(count_add(cx, &v, &s));
    cr_assert_eq(counted_rows(cx), 1, "the same twice in a month is one");
}

static void next_month(struct ctx *cx)
{
    int year = 0, month = 0, day = 0;

    date_split(day_of(cx->now), &year, &month, &day);
    cx->now = time_at(date_ymd(year + month / 12, month % 12 + 1, 10), 600);
}

static int64_t peers(const struct count_lines *all, const char *says)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].says, says) == 0)
            return all->at[i].peers;
    return 0;
}

TEST(deck, a_number_is_shown_when_five_stand_behind_it_and_the_month_is_over)
{
    struct town t = town_make(cx);
    const struct shared food = moment(FOOD), hurt = moment(HURT);
    struct counted c;

    for (int i = 0; i < 6; i++) {
        struct vault v = vault_of(cx, &t, t.ruth);
        cr_assert(count_add(cx, &v, &food));
        if (i < 4)
            cr_assert(count_add(cx, &v, &hurt));
    }
    cr_assert(count_last_month(cx, &c));
    cr_assert(!c.any, "this month is not over");
    next_month(cx);
    cr_assert(count_last_month(cx, &c), "%s", cx->err.text);
    cr_assert_eq(peers(&c.domain, "Food and cooking"), 6);
    cr_assert_eq(peers(&c.domain, "Being hurt or stalked"), 0, "four");
    cr_assert_eq(c.domain.n, 1);
    cr_assert_eq(peers(&c.depth, "In general"), 6);
    cr_assert_eq(c.why.n, 0);
    next_month(cx);
    cr_assert(count_last_month(cx, &c));
    cr_assert(!c.any, "months are not one");
}

/* What no page shows any more lies in no store. */
TEST(deck, a_month_is_forgotten_once_the_next_is_over)
{
    struct town t = town_make(cx);
    const struct shared food = moment(FOOD);
    struct counted c;

    for (int i = 0; i < COUNT_LEAST; i++) {
        struct vault v = vault_of(cx, &t, t.ruth);
        cr_assert(count_add(cx, &v, &food));
    }
    next_month(cx);
    const int64_t shown = cx->now;
    cr_assert(count_forget(cx), "%s", cx->err.text);
    cr_assert(count_last_month(cx, &c));
    cr_assert_eq(peers(&c.domain, "Food and cooking"), COUNT_LEAST);
    next_month(cx);
    cr_assert(count_forget(cx));
    cx->now = shown;
    cr_assert(count_last_month(cx, &c));
    cr_assert(!c.any);
}

TEST(deck, one_peer_who_adds_often_is_one)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    struct counted c;

    for (int i = 1; i <= DOMAINS_OURS; i++) {
        const struct shared s = moment(i);
        cr_assert(count_add(cx, &v, &s));
    }
    next_month(cx);
    cr_assert(count_last_month(cx, &c));
    cr_assert(!c.any);
}

/* An independent count, over many peers and months made by chance. */
TEST(deck, numbers_are_as_an_independent_model_counts_them)
{
    enum { PEERS = 12 };
    struct town t = town_make(cx);
    struct vault v[PEERS];
    struct counted c;

    for (int i = 0; i < PEERS; i++)
        v[i] = vault_of(cx, &t, t.ruth);
    for (int round = 0; round < 8; round++) {
        bool said[HELD_WHYS][PEERS] = {{false}};
        for (int n = 0; n < 30; n++) {
            const int who = test_random(PEERS), why = test_random(HELD_WHYS);
            const struct shared s = {.held = true,
                                     .domain = test_random(4),
                                     .depth = -1,
                                     .asked = -1,
                                     .helped = -1,
                                     .why = why};
            cr_assert(count_add(cx, &v[who], &s));
            said[why][who] = true;
        }
        next_month(cx);
        cr_assert(count_last_month(cx, &c));
        cr_assert_eq(c.domain.n + c.depth.n + c.asked.n + c.helped.n, 0);
        for (int why = 0; why < HELD_WHYS; why++) {
            int n = 0;
            for (int i = 0; i < PEERS; i++)
                n += said[why][i];
            cr_assert_eq(peers(&c.why, held_why_says(why)), n < 5 ? 0 : n);
        }
    }
}

static const char *token_now(struct ctx *cx, const struct vault *v)
{
    const struct shared s = moment(FOOD);
    const char *token = "";

    cr_assert(db_end(db_sql(cx, "DELETE FROM deck_count")));
    cr_assert(count_add(cx, v, &s));
    struct query *q = db_sql(cx, "SELECT token FROM deck_count");
    if (db_row(q))
        token = db_get_text(q);
    cr_assert(db_end(q));
    return token;
}

TEST(deck, nothing_ties_a_months_token_to_another_months)
{
    struct town t = town_make(cx);
    struct vault v = vault_of(cx, &t, t.ruth);
    const char *october = token_now(cx, &v);

    cr_assert_str_eq(token_now(cx, &v), october);
    next_month(cx);
    cr_assert_str_neq(token_now(cx, &v), october);
}

TEST(deck, one_entry_is_opened_to_one_who_leads_and_shut_again)
{
    struct town t = town_make(cx);
    struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");
    struct person_id wu = town_add(cx, t.program, ROLE_SUPERVISOR, "Al Wu");
    struct vault v = vault_of(cx, &t, t.ruth);
    const struct shared food = moment(FOOD), hurt = moment(HURT);
    struct shareds mine;
    struct showns all;

    cr_assert(shared_add(cx, &v, &food));
    cr_assert(shared_add(cx, &v, &hurt));
    cr_assert(shared_list(cx, &v, &mine));
    fails_with(cx, shown_put(cx, &v, mine.at[0].id, t.luis), ERR_NOTFOUND);
    fails_with(cx, shown_put(cx, &v, 99, karen), ERR_NOTFOUND);
    cr_assert(shown_put(cx, &v, mine.at[0].id, karen), "%s", cx->err.text);
    cr_assert(shown_mine(cx, &all) && all.n == 1);
    cr_assert_str_eq(all.at[0].who, "Karen");
    const int64_t id = all.at[0].entry.id;
    town_act(cx, &t, wu, ROLE_SUPERVISOR);
    cr_assert(shown_to_me(cx, &all) && all.n == 0, "to one, not to all");
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(shown_to_me(cx, &all), "%s", cx->err.text);
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].who, "Ruth");
    cr_assert_str_eq(all.at[0].entry.says, "Being hurt or stalked");
    cr_assert_eq(all.at[0].entry.depth, DEPTH_GENERAL);
    fails_with(cx, shown_end(cx, id), ERR_NOTFOUND);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(shown_end(cx, id));
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(shown_to_me(cx, &all) && all.n == 0);
}

/* What was opened first, second or third reads the same. */
TEST(deck, what_is_opened_does_not_say_how_many_stay_shut)
{
    struct town t = town_make(cx);
    struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");
    struct vault v = vault_of(cx, &t, t.ruth);
    const struct shared s = moment(FOOD);
    const char *first = NULL;

    for (int i = 0; i < 4; i++) {
        struct buf text = buf_new(cx->mem, 64 * 1024);
        struct json_out out = {.to = &text};
        struct shareds mine;
        struct showns all;
        cr_assert(shared_add(cx, &v, &s));
        cr_assert(shared_list(cx, &v, &mine));
        cr_assert(shown_put(cx, &v, mine.at[0].id, karen));
        cr_assert(shown_mine(cx, &all) && all.n == 1);
        const int64_t id = all.at[0].entry.id;
        all.at[0].entry.id = 0;
        shared_write(cx, &out, &all.at[0].entry);
        if (!first)
            first = text.at;
        cr_assert_str_eq(text.at, first);
        cr_assert(shown_end(cx, id));
    }
}

/* Who keeps the store makes that copy: not what was opened, nor how often. */
static void copy_says_only(struct ctx *cx, struct town *t,
                           struct person_id reader)
{
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};

    json_put_object(&out, NULL);
    cr_assert(deck_export(cx, t->ruth, &out), "%s", cx->err.text);
    json_put_end(&out);
    cr_assert(strstr(text.at, arena_fmt(cx->mem,
                                        "\"openedToWhoLeads\":"
                                        "[{\"reader\":%" PRId64 "}]",
                                        reader.v)),
              "%s", text.at);
}

TEST(deck, what_is_opened_goes_with_its_peer_and_with_its_reader)
{
    struct town t = town_make(cx);
    struct person_id karen =
        town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Olsen");
    struct vault v = vault_of(cx, &t, t.ruth);
    const struct shared s = moment(FOOD);
    struct showns all;

    cr_assert(shared_add(cx, &v, &s));
    for (int i = 0; i < 2; i++) {
        cr_assert(shown_put(cx, &v, 1, karen), "%s", cx->err.text);
        cr_assert(shown_put(cx, &v, 1, karen));
        copy_says_only(cx, &t, karen);
        cr_assert(deck_erase(cx, i ? karen : t.ruth));
        cr_assert(shown_mine(cx, &all) && all.n == 0);
    }
}
