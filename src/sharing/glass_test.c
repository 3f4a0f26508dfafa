/* R103: two open how to reach a colleague, with a reason; it ends by itself,
 * and it is told. */
#include "sharing/glass.h"

#include "db/db.h"
#include "sharing/access.h"
#include "sharing/may.h"
#include "sharing/town_test.h"

/* Karen and Dolores lead, Ada keeps the accounts; José is served here too, and
 * Ruth is not. */
struct house {
    struct town t;
    struct actor dolores, ada, jose_served;
};

static struct house house(struct ctx *cx)
{
    struct house h = {.t = town(cx)};

    h.dolores = add(cx, h.t.program, ROLE_SUPERVISOR, "Dolores Vega");
    h.ada = add(cx, h.t.program, ROLE_ADMIN, "Ada Frost");
    cr_assert(member_add(cx, h.t.jose.person));
    h.jose_served = h.t.jose;
    h.jose_served.role = ROLE_PERSON;
    return h;
}

static void fails_with(struct ctx *cx, bool done, enum err_code code)
{
    cr_assert(!done);
    cr_assert_eq(cx->err.code, code, "%s", cx->err.text);
    ctx_forgive(cx);
}

static bool knows(struct ctx *cx, const struct actor *a, enum topic topic,
                  const struct actor *whose)
{
    bool yes = false;

    cx->actor = a;
    cr_assert(
        may_know(cx, MAY_SEE, (struct about){whose->person, topic, 0}, &yes));
    return yes;
}

/* Asked by a, about José; its id. */
static int64_t asked(struct ctx *cx, const struct house *h,
                     const struct actor *a)
{
    struct glasses list;

    cx->actor = a;
    cr_assert(glass_ask(cx, h->t.jose.person, "No answer since Friday"), "%s",
              cx->err.text);
    cr_assert(glass_list(cx, &list));
    cr_assert_gt(list.n, 0);
    return list.at[list.n - 1].id;
}

TEST(glass, two_open_her_name_and_how_to_reach_her_and_nothing_else)
{
    struct house h = house(cx);
    const int64_t id = asked(cx, &h, &h.t.karen);

    cr_assert_not(knows(cx, &h.t.karen, TOPIC_REACH, &h.t.jose));
    cx->actor = &h.dolores;
    cr_assert(glass_agree(cx, id), "%s", cx->err.text);
    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        const bool opened = topic == TOPIC_NAME || topic == TOPIC_FIRST_NAME ||
                            topic == TOPIC_REACH;
        cr_assert_eq(knows(cx, &h.t.karen, (enum topic)topic, &h.t.jose),
                     opened, "topic %d", topic);
        cr_assert_eq(knows(cx, &h.dolores, (enum topic)topic, &h.t.jose),
                     opened, "topic %d", topic);
        cr_assert_not(knows(cx, &h.ada, (enum topic)topic, &h.t.jose));
        cr_assert_not(knows(cx, &h.t.ruth, (enum topic)topic, &h.t.jose));
    }
}

TEST(glass, it_ends_by_itself_or_by_either)
{
    struct house h = house(cx);
    int64_t id = asked(cx, &h, &h.t.karen);

    cx->actor = &h.ada;
    cr_assert(glass_agree(cx, id));
    cx->now += GLASS_OPEN_SECONDS - 1;
    cr_assert(knows(cx, &h.ada, TOPIC_REACH, &h.t.jose));
    cx->now += 1;
    cr_assert_not(knows(cx, &h.ada, TOPIC_REACH, &h.t.jose));
    cr_assert_not(knows(cx, &h.ada, TOPIC_NAME, &h.t.jose));
    fails_with(cx, glass_end(cx, id), ERR_NOTFOUND);
    for (int who = 0; who < 2; who++) {
        id = asked(cx, &h, &h.t.karen);
        cx->actor = &h.dolores;
        cr_assert(glass_agree(cx, id));
        cx->actor = &h.ada;
        fails_with(cx, glass_end(cx, id), ERR_NOTFOUND);
        cx->actor = who ? &h.t.karen : &h.dolores;
        cr_assert(glass_end(cx, id));
        cr_assert_not(knows(cx, &h.t.karen, TOPIC_REACH, &h.t.jose));
        cr_assert_not(knows(cx, &h.dolores, TOPIC_REACH, &h.t.jose));
    }
}

TEST(glass, nobody_opens_it_alone_or_late_or_their_own)
{
    struct house h = house(cx);
    struct glasses list;
    struct actor hat = h.t.karen;
    int64_t id = asked(cx, &h, &h.t.karen);

    hat.role = ROLE_ADMIN; /* the same human with another hat */
    cx->actor = &h.t.karen;
    fails_with(cx, glass_agree(cx, id), ERR_NOTFOUND);
    cx->actor = &hat;
    fails_with(cx, glass_agree(cx, id), ERR_NOTFOUND);
    cx->actor = &h.dolores;
    fails_with(cx, glass_ask(cx, h.t.jose.person, "x"), ERR_CONFLICT);
    cx->now += GLASS_WAIT_SECONDS;
    fails_with(cx, glass_agree(cx, id), ERR_NOTFOUND);
    cr_assert(glass_list(cx, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(glass_ask(cx, h.t.karen.person, "She is away"));
    cx->actor = &h.t.karen;
    cr_assert(glass_list(cx, &list));
    cr_assert_eq(list.n, 0, "she reads that about herself in her own account");
    cx->actor = &h.ada;
    cr_assert(glass_list(cx, &list));
    cr_assert_eq(list.n, 1);
    cx->actor = &h.t.karen;
    fails_with(cx, glass_agree(cx, list.at[0].id), ERR_NOTFOUND);
    id = asked(cx, &h, &h.t.karen);
    cr_assert(glass_end(cx, id), "taken back");
    cx->actor = &h.dolores;
    fails_with(cx, glass_agree(cx, id), ERR_NOTFOUND);
}

TEST(glass, asking_needs_a_role_a_colleague_and_a_reason)
{
    struct house h = house(cx);
    struct actor far = h.ada;

    cx->actor = &h.t.ruth;
    fails_with(cx, glass_ask(cx, h.t.jose.person, "x"), ERR_DENIED);
    fails_with(cx, glass_agree(cx, 1), ERR_DENIED);
    fails_with(cx, glass_end(cx, 1), ERR_DENIED);
    cx->actor = &actor_operator;
    fails_with(cx, glass_ask(cx, h.t.jose.person, "x"), ERR_DENIED);
    cx->actor = &h.t.karen;
    fails_with(cx, glass_ask(cx, h.t.jose.person, "  "), ERR_INVALID);
    fails_with(cx, glass_ask(cx, h.t.karen.person, "x"), ERR_INVALID);
    /* Whoever is served and does not work here is no colleague. */
    fails_with(cx, glass_ask(cx, h.t.denise.person, "x"), ERR_INVALID);
    far.program = h.t.program + 1;
    cx->actor = &far;
    fails_with(cx, glass_ask(cx, h.t.jose.person, "x"), ERR_INVALID);
    const int64_t id = asked(cx, &h, &h.t.karen);
    cx->actor = &far;
    fails_with(cx, glass_agree(cx, id), ERR_NOTFOUND);
}

/* A page is asked for between transactions. */
static void kept(struct ctx *cx)
{
    cr_assert(db_commit(cx), "%s", cx->err.text);
}

static void goes_on(struct ctx *cx, const struct actor *a)
{
    cr_assert(db_begin(cx), "%s", cx->err.text);
    cx->actor = a;
}

/* Without what is made by chance. */
static const char *shown(struct ctx *cx, const struct actor *a,
                         const char *path)
{
    struct browser b = {.cx = cx, .actor = a};

    browse(&b, path);
    cr_assert_eq(b.status, 200, "%s: %d", path, b.status);
    char *s = arena_dup_n(cx->mem, b.body, b.body_n);
    for (char *at = s; (at = strstr(at, "name=\"once\" value=\""));) {
        at += strlen("name=\"once\" value=\"");
        memset(at, '.', strcspn(at, "\""));
    }
    return s;
}

/* Until two opened it, no page says whether the colleague is served. */
TEST(glass, before_it_is_open_no_byte_says_whether_she_is_served)
{
    struct house h = house(cx);

    cx->actor = &h.t.karen;
    cr_assert(glass_ask(cx, h.t.ruth.person, "No answer since Friday"));
    kept(cx);
    const char *list = shown(cx, &h.t.karen, "/glass");
    const char *other = shown(cx, &h.dolores, "/glass");
    goes_on(cx, &h.ada);
    cr_assert(member_add(cx, h.t.ruth.person));
    kept(cx);
    cr_assert_str_eq(list, shown(cx, &h.t.karen, "/glass"));
    cr_assert_str_eq(other, shown(cx, &h.dolores, "/glass"));
    cr_assert_null(strstr(other, "served here. There"));
}

TEST(glass, both_are_told_that_there_is_nothing)
{
    struct house h = house(cx);
    struct glasses list;

    cx->actor = &h.t.karen;
    cr_assert(glass_ask(cx, h.t.ruth.person, "No answer since Friday"));
    cx->actor = &h.dolores;
    cr_assert(glass_list(cx, &list) && list.n == 1);
    cr_assert(glass_agree(cx, list.at[0].id));
    kept(cx);
    const char *path =
        arena_fmt(cx->mem, "/glass/%lld", (long long)list.at[0].id);
    cr_assert(strstr(shown(cx, &h.t.karen, path), "is not served here"));
    cr_assert(strstr(shown(cx, &h.dolores, path), "is not served here"));
    struct browser b = {.cx = cx, .actor = &h.ada};
    browse(&b, path);
    cr_assert_eq(b.status, 404);
}

TEST(glass, she_is_told_who_when_why_until_when_and_each_look)
{
    struct house h = house(cx);
    struct browser b = {.cx = cx, .actor = &h.jose_served};
    int64_t id = asked(cx, &h, &h.t.karen);

    kept(cx);
    browse(&b, "/me");
    cr_assert(has(&b, "Karen asked to see how to reach me. Read why."));
    browse(&b, "/me/seen");
    cr_assert(has(&b, "No answer since Friday"), "%s", b.body);
    cr_assert(has(&b, "It opens only if a second one agrees by"));
    browse(&b, "/me");
    cr_assert_not(has(&b, "how to reach me. Read why"), "read once");
    browse(&b, "/me/sharing");
    cr_assert_not(has(&b, "id=\"glass\""));
    goes_on(cx, &h.dolores);
    cr_assert(glass_agree(cx, id));
    kept(cx);
    browse(&b, "/me");
    cr_assert(has(&b, "Karen and Dolores can see how to reach me until"));
    cr_assert(has(&b, "Karen and Dolores, until"), "among who sees what");
    browse(&b, "/me/sharing");
    cr_assert(has(&b, "Both can see my name and how to reach me until"));
    browse(&b, "/me/seen");
    cr_assert_not(has(&b, "Dolores saw"));
    (void)shown(cx, &h.dolores,
                arena_fmt(cx->mem, "/glass/%lld", (long long)id));
    browse(&b, "/me/seen");
    cr_assert(has(&b, "Dolores saw my name"), "%s", b.body);
    cr_assert(has(&b, "Dolores saw how to reach me"));
    cx->now += GLASS_OPEN_SECONDS;
    browse(&b, "/me");
    cr_assert_not(has(&b, "how to reach me until"));
    browse(&b, "/me/seen");
    cr_assert(has(&b, "Both could see my name and how to reach me until"));
    goes_on(cx, &h.t.karen);
    (void)asked(cx, &h, &h.t.karen);
    kept(cx);
    cx->now += GLASS_WAIT_SECONDS;
    browse(&b, "/me/seen");
    cr_assert(has(&b, "No second one agreed by"), "%s", b.body);
    b.lang = LANG_ES;
    browse(&b, "/me/seen");
    cr_assert(has(&b, "Ninguna segunda persona dijo que sí"));
}
