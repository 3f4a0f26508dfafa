/* R52: a peer's comment stands in a box of its own, with her yes or not at all.
 */
#include "voice/comment.h"

#include <string.h>

#include "frame/notes.h"
#include "people/town_test.h"
#include "voice/keep.h"
#include "voice/read.h"

static const char beside[] = "I sat with her that night.";

struct beside {
    struct town t;
    struct draft d;
    struct said_id id;
    struct person_id malik; /* a peer who has no part in it */
};

static void set_part2(struct ctx *cx, const struct beside *b, enum part2 status)
{
    town_act(cx, &b->t, b->t.ruth, ROLE_ADMIN);
    cr_assert(part2_set(cx, status), "%s", cx->err.text);
}

static void as_denise(struct ctx *cx, const struct beside *b)
{
    town_act(cx, &b->t, b->t.denise, ROLE_PERSON);
}

static void as_ruth(struct ctx *cx, const struct beside *b)
{
    town_act(cx, &b->t, b->t.ruth, ROLE_PEER);
}

/* She says yes to her own words, as they are now. */
static void says(struct ctx *cx, struct beside *b, const char *message)
{
    struct said s;
    struct words w;

    as_denise(cx, b);
    b->d.message = message;
    cr_assert(draft_save(cx, &b->d), "%s", cx->err.text);
    cr_assert(voice_shown(cx, b->d.id, &s, &w));
    cr_assert(voice_approve(cx, b->d.id, s.hash), "%s", cx->err.text);
    b->id = b->d.id;
}

/* Her words, which Ruth and Luis read. */
static struct beside her_words(struct ctx *cx)
{
    struct beside b = {.t = town_make(cx)};

    b.malik = town_add(cx, b.t.program, ROLE_PEER, "Malik Reed");
    b.d = (struct draft){.person = b.t.denise,
                         .kind = SAID_STATEMENT,
                         .message = "My door does not lock.",
                         .want = "",
                         .not_want = "",
                         .to = {{b.t.ruth, b.t.luis}, 2},
                         .until = DATE_NONE};
    for (size_t i = 0; i < VOICE_DETAILS; i++)
        b.d.details[i].words = "";
    set_part2(cx, &b, PART2_NO);
    says(cx, &b, b.d.message);
    return b;
}

static void ruth_writes(struct ctx *cx, const struct beside *b,
                        const char *words)
{
    as_ruth(cx, b);
    cr_assert(comment_write(cx, b->id, words), "%s", cx->err.text);
}

/* The first comment, before her eyes. */
static struct comment hers(struct ctx *cx, const struct beside *b)
{
    struct voice v;

    as_denise(cx, b);
    cr_assert(voice_get(cx, b->id, &v), "%s", cx->err.text);
    cr_assert_gt(v.comments.n, 0);
    return v.comments.at[0];
}

static bool answers(struct ctx *cx, const struct beside *b,
                    enum comment_answer answer)
{
    const struct comment c = hers(cx, b);

    return comment_answer(cx, b->id, c.id, answer, c.hash);
}

/* What Luis finds beside her words; "" for nothing. */
static const char *luis_finds(struct ctx *cx, const struct beside *b)
{
    struct opened o;

    town_act(cx, &b->t, b->t.luis, ROLE_CASE_MANAGER);
    cr_assert(voice_open(cx, b->id, MAY_SEE, &o), "%s", cx->err.text);
    cr_assert(notes_write(cx));
    return o.beside.n ? o.beside.at[0].words : "";
}

TEST(comment, she_reads_it_first_and_others_after_her_yes)
{
    struct beside b = her_words(cx);
    struct voice v;
    struct voice_lines list;
    struct opened o;

    ruth_writes(cx, &b, beside);
    cr_assert_str_empty(luis_finds(cx, &b));
    as_denise(cx, &b);
    cr_assert(voice_list(cx, &list));
    cr_assert(list.at[0].comment, "her list says that one waits");
    cr_assert(voice_get(cx, b.id, &v));
    const char *hash = v.said.hash;
    cr_assert_str_eq(v.comments.at[0].words, beside);
    cr_assert_str_eq(v.comments.at[0].who, "Ruth");

    cr_assert(answers(cx, &b, COMMENT_YES), "%s", cx->err.text);
    cr_assert_str_eq(luis_finds(cx, &b), beside);
    cr_assert(voice_open(cx, b.id, MAY_CARRY, &o));
    cr_assert_eq(o.beside.n, 1, "on the paper, too");
    cr_assert_null(strstr(o.said.words, "sat with"), "it is not in her words");
    cr_assert_str_eq(o.said.hash, hash);
    as_denise(cx, &b);
    cr_assert(voice_list(cx, &list));
    cr_assert_not(list.at[0].comment);
}

TEST(comment, is_for_a_peer_who_reads_or_types_and_only_she_says_yes)
{
    struct beside b = her_words(cx);
    struct comment_mine m;

    ruth_writes(cx, &b, beside);
    const struct comment c = hers(cx, &b);
    as_ruth(cx, &b);
    fails_with(cx, comment_answer(cx, b.id, c.id, COMMENT_YES, c.hash),
               ERR_NOTFOUND);
    town_act(cx, &b.t, b.t.luis, ROLE_CASE_MANAGER);
    fails_with(cx, comment_write(cx, b.id, "He drank."), ERR_NOTFOUND);
    fails_with(cx, comment_mine(cx, b.id, &m), ERR_NOTFOUND);
    town_act(cx, &b.t, b.malik, ROLE_PEER);
    fails_with(cx, comment_write(cx, b.id, "I know her."), ERR_NOTFOUND);
    fails_with(cx, comment_mine(cx, b.id, &m), ERR_NOTFOUND);
    fails_with(cx, comment_take_away(cx, b.id), ERR_NOTFOUND);
    town_act(cx, &b.t, b.t.ana, ROLE_PERSON);
    fails_with(cx, comment_answer(cx, b.id, c.id, COMMENT_YES, c.hash),
               ERR_NOTFOUND);
    as_denise(cx, &b);
    fails_with(cx, comment_answer(cx, b.id, c.id + 1, COMMENT_YES, c.hash),
               ERR_NOTFOUND);
    cr_assert_str_empty(luis_finds(cx, &b));
}

TEST(comment, says_something_and_not_too_much)
{
    struct beside b = her_words(cx);
    char *long_one = arena_alloc(cx->mem, COMMENT_WORDS_MAX + 2);

    memset(long_one, 'a', COMMENT_WORDS_MAX + 1);
    as_ruth(cx, &b);
    fails_with(cx, comment_write(cx, b.id, ""), ERR_INVALID);
    fails_with(cx, comment_write(cx, b.id, long_one), ERR_INVALID);
    long_one[COMMENT_WORDS_MAX] = '\0';
    cr_assert(comment_write(cx, b.id, long_one), "%s", cx->err.text);
}

TEST(comment, a_change_needs_a_new_yes_and_a_yes_is_to_what_was_shown)
{
    struct beside b = her_words(cx);

    ruth_writes(cx, &b, beside);
    const struct comment old = hers(cx, &b);
    cr_assert(answers(cx, &b, COMMENT_YES));
    ruth_writes(cx, &b, beside);
    cr_assert_str_eq(luis_finds(cx, &b), beside,
                     "pressed twice changes nothing");
    ruth_writes(cx, &b, "She was calm.");
    cr_assert_str_empty(luis_finds(cx, &b));
    as_denise(cx, &b);
    fails_with(cx, comment_answer(cx, b.id, old.id, COMMENT_YES, old.hash),
               ERR_CONFLICT);
    cr_assert_str_empty(luis_finds(cx, &b));
    cr_assert(answers(cx, &b, COMMENT_YES));
    cr_assert_str_eq(luis_finds(cx, &b), "She was calm.");
}

TEST(comment, taken_away_it_is_gone_at_once_and_stays_hers_to_let_stand)
{
    struct beside b = her_words(cx);
    struct comment_mine m;

    ruth_writes(cx, &b, beside);
    cr_assert(answers(cx, &b, COMMENT_YES));
    as_denise(cx, &b);
    cr_assert(comment_answer(cx, b.id, hers(cx, &b).id, COMMENT_NO, ""),
              "a no needs nothing");
    cr_assert_str_empty(luis_finds(cx, &b));
    as_ruth(cx, &b);
    cr_assert(comment_mine(cx, b.id, &m), "%s", cx->err.text);
    cr_assert_eq(m.c.answer, COMMENT_NO);
    fails_with(cx, comment_write(cx, b.id, "Please."), ERR_CONFLICT);
    fails_with(cx, comment_take_away(cx, b.id), ERR_CONFLICT);
    cr_assert(answers(cx, &b, COMMENT_YES));
    cr_assert_str_eq(luis_finds(cx, &b), beside);
    as_ruth(cx, &b);
    cr_assert(comment_take_away(cx, b.id), "%s", cx->err.text);
    cr_assert_str_empty(luis_finds(cx, &b));
}

TEST(comment, new_words_of_hers_are_asked_about_anew)
{
    struct beside b = her_words(cx);

    ruth_writes(cx, &b, beside);
    cr_assert(answers(cx, &b, COMMENT_YES));
    says(cx, &b, "My door locks now.");
    cr_assert_str_empty(luis_finds(cx, &b));
    cr_assert_eq(hers(cx, &b).answer, COMMENT_OPEN);
    cr_assert(answers(cx, &b, COMMENT_YES));
    cr_assert_str_eq(luis_finds(cx, &b), beside);
}

/* Who typed sees after her yes what they wrote, and no word of hers. */
TEST(comment, who_types_writes_one_while_typing)
{
    struct beside b = her_words(cx);
    struct comment_mine m;
    struct comments mine;
    struct opened o;

    b.d.id = (struct said_id){0};
    b.d.to = (struct readers_to){{b.t.luis}, 1};
    as_denise(cx, &b);
    cr_assert(draft_save(cx, &b.d));
    b.id = b.d.id;
    as_ruth(cx, &b);
    fails_with(cx, comment_write(cx, b.id, beside), ERR_NOTFOUND);
    as_denise(cx, &b);
    cr_assert(draft_let_type(cx, b.id, b.t.ruth));
    ruth_writes(cx, &b, beside);
    const struct comment c = hers(cx, &b);
    fails_with(cx, comment_answer(cx, b.id, c.id, COMMENT_YES, c.hash),
               ERR_CONFLICT);
    says(cx, &b, b.d.message);
    cr_assert(answers(cx, &b, COMMENT_YES), "%s", cx->err.text);
    cr_assert_str_eq(luis_finds(cx, &b), beside);

    as_ruth(cx, &b);
    fails_with(cx, voice_open(cx, b.id, MAY_SEE, &o), ERR_NOTFOUND);
    cr_assert(comment_mine(cx, b.id, &m), "%s", cx->err.text);
    cr_assert_eq(m.c.answer, COMMENT_YES);
    cr_assert_not(m.reads || m.types);
    fails_with(cx, comment_write(cx, b.id, "More."), ERR_NOTFOUND);
    cr_assert(comment_list_mine(cx, b.t.denise, &mine));
    cr_assert_eq(mine.n, 1);
    as_denise(cx, &b);
    cr_assert(voice_take_back(cx, b.id));
    as_ruth(cx, &b);
    fails_with(cx, comment_mine(cx, b.id, &m), ERR_NOTFOUND);
    cr_assert(comment_list_mine(cx, b.t.denise, &mine));
    cr_assert_eq(mine.n, 0, "it went with her words");
}

/* 42 CFR 2.31(a)(3): a consent covers what it names, and nothing else. */
TEST(comment, under_part_2_the_consent_names_it)
{
    struct beside b = her_words(cx);
    struct date day = {day_of(cx->now).days + 7};
    struct consent c;
    bool valid;

    set_part2(cx, &b, PART2_YES);
    as_ruth(cx, &b);
    fails_with(cx, comment_write(cx, b.id, beside), ERR_NOTFOUND);
    as_denise(cx, &b);
    cr_assert(
        voice_sign(cx, b.id, &(struct signing){"Denise Carter", day, false}),
        "%s", cx->err.text);
    ruth_writes(cx, &b, beside);
    cr_assert(answers(cx, &b, COMMENT_YES), "%s", cx->err.text);
    cr_assert_str_empty(luis_finds(cx, &b));
    as_denise(cx, &b);
    cr_assert(voice_consent(cx, b.id, &c, &valid));
    cr_assert(valid, "her words go on");
    cr_assert_eq(c.id, 0, "and one more is offered");
    cr_assert_str_eq(c.by.at[0], "Ruth");
    cr_assert(
        voice_sign(cx, b.id, &(struct signing){"Denise Carter", day, false}));
    cr_assert_str_eq(luis_finds(cx, &b), beside);
    ruth_writes(cx, &b, "She was calm.");
    cr_assert(answers(cx, &b, COMMENT_YES));
    cr_assert_str_empty(luis_finds(cx, &b));
}

TEST(comment, is_hers_to_take_and_goes_with_either)
{
    struct beside b = her_words(cx);
    struct buf out = buf_new(cx->mem, 16384);
    struct json_out w = {.to = &out};
    struct voice v;

    ruth_writes(cx, &b, beside);
    json_put_object(&w, NULL);
    cr_assert(voice_export(cx, b.t.denise, &w));
    json_put_end(&w);
    cr_assert_not_null(strstr(out.at, beside));
    cr_assert(voice_erase(cx, b.t.ruth));
    as_denise(cx, &b);
    cr_assert(voice_get(cx, b.id, &v));
    cr_assert_eq(v.comments.n, 0, "who wrote it is erased");
    ruth_writes(cx, &b, beside);
    cr_assert(voice_erase(cx, b.t.denise));
    as_ruth(cx, &b);
    struct comments mine;
    cr_assert(comment_list_mine(cx, b.t.denise, &mine));
    cr_assert_eq(mine.n, 0);
}

TEST(comment, goes_with_a_draft_that_is_thrown_away)
{
    struct beside b = her_words(cx);
    struct comments all;

    b.d.id = (struct said_id){0};
    as_denise(cx, &b);
    cr_assert(draft_save(cx, &b.d) && draft_let_type(cx, b.d.id, b.t.ruth));
    b.id = b.d.id;
    ruth_writes(cx, &b, beside);
    as_denise(cx, &b);
    cr_assert(draft_throw_away(cx, b.id), "%s", cx->err.text);
    cr_assert(comment_list(cx, b.t.denise, b.id, &all));
    cr_assert_eq(all.n, 0);
}

/* --- whatever the two do, in any order --- */

/* What must be true, worked out from nothing but what was done. */
struct model {
    const char *now; /* what the peer wrote last; "" */
    const char *yes; /* what she said yes to, beside her newest words; "" */
    bool no;
};

static void write_one(struct ctx *cx, struct beside *b, struct model *m,
                      const char *words)
{
    as_ruth(cx, b);
    cr_assert_eq(comment_write(cx, b->id, words), !m->no);
    ctx_forgive(cx);
    if (m->no || strcmp(m->now, words) == 0)
        return;
    m->now = words;
    m->yes = "";
}

static void answer_one(struct ctx *cx, struct beside *b, struct model *m,
                       enum comment_answer answer)
{
    if (!*m->now)
        return;
    cr_assert(answers(cx, b, answer), "%s", cx->err.text);
    m->no = answer == COMMENT_NO;
    m->yes = m->no ? "" : m->now;
}

static void take_one_away(struct ctx *cx, struct beside *b, struct model *m)
{
    as_ruth(cx, b);
    cr_assert_eq(comment_take_away(cx, b->id), !m->no);
    ctx_forgive(cx);
    if (!m->no)
        *m = (struct model){"", "", false};
}

static void one_step(struct ctx *cx, struct beside *b, struct model *m,
                     unsigned chance)
{
    static const char *const said[] = {"One.", "Two.", "Three."};

    switch (chance % 6) {
    case 0:
    case 1: write_one(cx, b, m, said[chance / 6 % 3]); break;
    case 2: answer_one(cx, b, m, COMMENT_YES); break;
    case 3: answer_one(cx, b, m, COMMENT_NO); break;
    case 4: take_one_away(cx, b, m); break;
    default:
        says(cx, b, arena_fmt(cx->mem, "My words, once more: %u.", chance));
        m->yes = "";
        break;
    }
}

TEST(comment, readers_find_what_she_said_yes_to_and_nothing_else)
{
    enum { STEPS = 150 };
    struct beside b = her_words(cx);
    struct model m = {"", "", false};
    unsigned chance = 52;

    for (int i = 0; i < STEPS; i++) {
        chance = chance * 1103515245U + 12345U;
        one_step(cx, &b, &m, chance >> 16 & 0x7fff);
        cr_assert_str_eq(luis_finds(cx, &b), m.yes, "step %d", i);
    }
}
