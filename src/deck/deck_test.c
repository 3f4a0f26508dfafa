/* What a peer is open to (R6): closed until opened, and nobody else's. */
#include "deck/open.h"

#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "deck/keep.h"
#include "people/town_test.h"

enum { FOOD = 1, CARE = 8, HURT = 12, HEALTH = DOMAINS_OURS };

static void as_peer(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

static void as_lead(struct ctx *cx, const struct town *t)
{
    town_act(cx, t, t->luis, ROLE_SUPERVISOR);
}

static bool set(struct ctx *cx, int64_t domain, enum openness how)
{
    struct opened one = {.domain = {.id = domain}, .how = how};

    return deck_open_set(cx, &(struct openings){&one, 1, 1});
}

static struct openings of_ruth(struct ctx *cx, const struct town *t)
{
    struct openings all;

    cr_assert(deck_open_of(cx, t->program, t->ruth, &all), "%s", cx->err.text);
    return all;
}

static enum openness how(struct ctx *cx, const struct town *t, int64_t domain)
{
    struct openings all = of_ruth(cx, t);

    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].domain.id == domain)
            return all.at[i].how;
    cr_assert(false, "no domain %lld", (long long)domain);
    return OPEN_CLOSED;
}

TEST(deck, everything_is_closed_until_it_is_opened)
{
    struct town t = town_make(cx);
    struct openings all = of_ruth(cx, &t);

    cr_assert_eq(all.n, DOMAINS_OURS);
    for (size_t i = 0; i < all.n; i++) {
        const struct domain *d = &all.at[i].domain;
        cr_assert_eq(all.at[i].how, OPEN_CLOSED);
        cr_assert_eq(d->id, (int64_t)i + 1, "everyday first, diagnosis last");
        cr_assert_eq(d->quiet, d->id == CARE || d->id == HURT, "%s", d->says);
    }
}

TEST(deck, what_is_opened_stays_and_the_rest_is_as_it_was)
{
    struct town t = town_make(cx);

    as_peer(cx, &t);
    cr_assert(set(cx, FOOD, OPEN_YES), "%s", cx->err.text);
    cr_assert(set(cx, HEALTH, OPEN_ASK));
    cr_assert_eq(how(cx, &t, FOOD), OPEN_YES);
    cr_assert_eq(how(cx, &t, HEALTH), OPEN_ASK);
    cr_assert(set(cx, FOOD, OPEN_CLOSED));
    cr_assert_eq(how(cx, &t, FOOD), OPEN_CLOSED);
    cr_assert_eq(how(cx, &t, HEALTH), OPEN_ASK);
    fails_with(cx, set(cx, FOOD, OPENNESS), ERR_INVALID);
    fails_with(cx, set(cx, DOMAINS_OURS + 1, OPEN_YES), ERR_NOTFOUND);
}

TEST(deck, only_a_peer_opens_and_only_their_own)
{
    static const enum role others[] = {ROLE_PERSON, ROLE_SUPERVISOR,
                                       ROLE_CLINICIAN, ROLE_CASE_MANAGER,
                                       ROLE_ADMIN};
    struct town t = town_make(cx);

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        town_act(cx, &t, t.luis, others[i]);
        fails_with(cx, set(cx, FOOD, OPEN_YES), ERR_NOTFOUND);
    }
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "Jose Rivera");
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(set(cx, FOOD, OPEN_YES));
    cr_assert_eq(how(cx, &t, FOOD), OPEN_CLOSED, "Ruth's");
}

/* Three hundred changes by chance, against a table of numbers. */
TEST(deck, flags_are_as_an_independent_model_has_them)
{
    struct town t = town_make(cx);
    int model[DOMAINS_OURS + 1] = {0};

    as_peer(cx, &t);
    for (int n = 0; n < 300; n++) {
        const int domain = 1 + test_random(DOMAINS_OURS);
        const int to = test_random(OPENNESS);
        cr_assert(set(cx, domain, (enum openness)to), "%s", cx->err.text);
        model[domain] = to;
        struct openings all = of_ruth(cx, &t);
        for (size_t i = 0; i < all.n; i++)
            cr_assert_eq((int)all.at[i].how, model[all.at[i].domain.id]);
    }
}

static size_t size_kept(struct ctx *cx, const struct town *t)
{
    struct query *q =
        db_sql(cx, "SELECT flags FROM deck_open WHERE person = $1");

    db_put_int(q, t->ruth.v);
    const size_t n = db_row(q) ? db_get_blob(q).n : 0;
    cr_assert(db_end(q));
    return n;
}

TEST(deck, its_size_does_not_say_how_much_is_open)
{
    struct town t = town_make(cx);

    as_peer(cx, &t);
    cr_assert(set(cx, FOOD, OPEN_CLOSED));
    const size_t none = size_kept(cx, &t);
    for (int i = 1; i <= DOMAINS_OURS; i++)
        cr_assert(set(cx, i, OPEN_YES));
    cr_assert_gt(none, 0);
    cr_assert_eq(size_kept(cx, &t), none);
}

static int64_t id_of(struct ctx *cx, const struct town *t, const char *says,
                     size_t *place)
{
    struct domains all;

    cr_assert(domains_now(cx, t->program, &all));
    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.at[i].says, says) == 0) {
            *place = i;
            return all.at[i].id;
        }
    return 0;
}

TEST(deck, a_program_adds_its_own_where_it_wants_it)
{
    struct town t = town_make(cx);
    size_t at = 0;

    as_lead(cx, &t);
    cr_assert(domain_add(cx, "Coming from an island", 2, false), "%s",
              cx->err.text);
    cr_assert(domain_add(cx, "Pets", 0, false));
    cr_assert(domain_add(cx, "War", 12, true));
    const int64_t island = id_of(cx, &t, "Coming from an island", &at);
    cr_assert_gt(island, DOMAINS_OURS);
    cr_assert_eq(at, 3, "behind the first, the second, and the pets");
    cr_assert(id_of(cx, &t, "Pets", &at) && at == 0);
    fails_with(cx, domain_add(cx, "Pets", 0, false), ERR_INVALID);
    fails_with(cx, domain_add(cx, "", 0, false), ERR_INVALID);
    fails_with(cx, domain_add(cx, "Sea", DOMAINS_OURS + 1, false), ERR_INVALID);
    as_peer(cx, &t);
    cr_assert(set(cx, island, OPEN_ASK));
    cr_assert_eq(how(cx, &t, island), OPEN_ASK);
    fails_with(cx, domain_add(cx, "Sea", 0, false), ERR_NOTFOUND);
    fails_with(cx, domain_remove(cx, island), ERR_NOTFOUND);
}

TEST(deck, one_taken_away_is_not_there_and_comes_back_as_it_was)
{
    struct town t = town_make(cx);
    size_t at = 0;

    as_peer(cx, &t);
    cr_assert(set(cx, FOOD, OPEN_YES));
    as_lead(cx, &t);
    for (int i = 0; i < 2; i++) {
        cr_assert(domain_remove(cx, FOOD), "%s", cx->err.text);
        cr_assert_eq(id_of(cx, &t, "Food and cooking", &at), 0);
        fails_with(cx, domain_remove(cx, FOOD), ERR_NOTFOUND);
        as_peer(cx, &t);
        fails_with(cx, set(cx, FOOD, OPEN_CLOSED), ERR_NOTFOUND);
        cr_assert(set(cx, HEALTH, OPEN_ASK), "the rest can be changed");
        as_lead(cx, &t);
        cr_assert(domain_put_back(cx, FOOD));
        cr_assert_eq(how(cx, &t, FOOD), OPEN_YES);
        fails_with(cx, domain_put_back(cx, FOOD), ERR_NOTFOUND);
    }
    cr_assert(domain_remove(cx, FOOD));
    cr_assert(domain_add(cx, "Food and cooking", 5, false), "comes back");
    cr_assert(id_of(cx, &t, "Food and cooking", &at) == FOOD && at == 0);
}

TEST(deck, another_program_has_a_list_of_its_own)
{
    struct town t = town_make(cx);
    struct domains all;
    int64_t elsewhere = 0;

    as_lead(cx, &t);
    cr_assert(domain_remove(cx, FOOD));
    cr_assert(domain_add(cx, "Pets", 0, false));
    cr_assert(program_add(cx, "Westside", &elsewhere));
    cr_assert(domains_now(cx, elsewhere, &all));
    cr_assert_eq(all.n, DOMAINS_OURS);
    cr_assert(domain_in(&all, FOOD));
}

TEST(deck, its_peer_takes_a_copy_and_it_is_made_to_go)
{
    struct town t = town_make(cx);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out out = {.to = &text};

    as_peer(cx, &t);
    cr_assert(set(cx, FOOD, OPEN_YES));
    json_put_object(&out, NULL);
    cr_assert(deck_export(cx, t.ruth, &out), "%s", cx->err.text);
    json_put_end(&out);
    cr_assert(strstr(arena_dup_n(cx->mem, text.at, text.n), "Food"));
    cr_assert(deck_erase(cx, t.ruth));
    cr_assert_eq(how(cx, &t, FOOD), OPEN_CLOSED);
    cr_assert_eq(size_kept(cx, &t), 0);
}
