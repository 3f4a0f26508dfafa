#include "weighing/beside.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/notes.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "questions/set_store.h"
#include "role/card.h"
#include "sharing/access.h"
#include "visits/prep.h"
#include "weighing/keep.h"

/* How far the program lets medicine be talked about. */
static void program_says(struct ctx *cx, struct town *t, enum talk level)
{
    static struct person_id karen;
    const struct role_card card = {
        .can = "Listen", .never = "Push", .ask = "Drive", .talk = level};
    bool same = false;

    if (!karen.v)
        karen = town_add(cx, t->program, ROLE_SUPERVISOR, "Karen Olsen");
    town_act(cx, t, karen, ROLE_SUPERVISOR);
    cr_assert(card_change(cx, &card, &same), "%s", cx->err.text);
}

static void she(struct ctx *cx, struct town *t)
{
    town_act(cx, t, t->denise, ROLE_PERSON);
}

static void ruth(struct ctx *cx, struct town *t)
{
    town_act(cx, t, t->ruth, ROLE_PEER);
}

static int64_t begun(struct ctx *cx, struct town *t)
{
    const char *const words[SHEET_PARTS] = {[SHEET_ABOUT] = "To be awake",
                                            [SHEET_OPTION] = "Go on",
                                            [SHEET_FOR] = "Quiet",
                                            [SHEET_MATTERS] = "Choir",
                                            [SHEET_ASK] =
                                                "What else is there?"};
    int64_t id = 0;

    she(cx, t);
    cr_assert(sheet_begin(cx, words, &id), "%s", cx->err.text);
    return id;
}

static bool writes(struct ctx *cx, struct town *t, int64_t id,
                   enum sheet_part part, const char *says)
{
    const char *words[SHEET_PARTS] = {0};
    struct sheet s;

    words[part] = says;
    return sheet_get(cx, t->denise, id, &s) && sheet_write(cx, &s, words);
}

/* Hers, as it counts. */
static const char *counts(struct ctx *cx, struct town *t, int64_t id,
                          enum sheet_part part)
{
    struct sheet s;

    she(cx, t);
    cr_assert(sheet_get(cx, t->denise, id, &s), "%s", cx->err.text);
    return s.part[part].words;
}

TEST(weighing, a_sheet_is_hers_alone) /* R59 */
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    const struct {
        struct person_id who;
        enum role role;
    } others[] = {{t.ruth, ROLE_PEER},
                  {t.rao, ROLE_CLINICIAN},
                  {t.luis, ROLE_CASE_MANAGER},
                  {t.ana, ROLE_PERSON}};
    struct sheet s;

    program_says(cx, &t, TALK_OPEN);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        town_act(cx, &t, others[i].who, others[i].role);
        fails_with(cx, sheet_get(cx, t.denise, id, &s), ERR_NOTFOUND);
        fails_with(cx, sheet_yes(cx, id, 1), ERR_NOTFOUND);
        fails_with(cx, sheet_away(cx, id), ERR_NOTFOUND);
        fails_with(cx, sheet_take(cx, id, (struct visit_id){1}), ERR_NOTFOUND);
    }
    she(cx, &t);
    fails_with(cx, beside_let(cx, id, t.rao), ERR_INVALID);
    fails_with(cx, writes(cx, &t, id, SHEET_ABOUT, ""), ERR_INVALID);
    cr_assert(writes(cx, &t, id, SHEET_WORRIES, "Nobody listens"));
    cr_assert_str_eq(counts(cx, &t, id, SHEET_WORRIES), "Nobody listens");
    cr_assert_str_eq(counts(cx, &t, id, SHEET_FOR), "Quiet");
}

/* Where the offers are: of all whom the peer walks with, and of this one. */
TEST(weighing, the_rule_leads_a_peer_to_the_offers_to_get_ready)
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);

    program_says(cx, &t, TALK_OPEN);
    she(cx, &t);
    cr_assert(settings_load(cx, NULL));
    cr_assert(beside_let(cx, id, t.ruth), "%s", cx->err.text);
    ruth(cx, &t);
    cr_assert(db_commit(cx));
    struct browser b = {.cx = cx, .actor = cx->actor};
    const char *one =
        arena_fmt(cx->mem, "/people/%lld#ready", (long long)t.denise.v);
    browse(&b, "/role");
    cr_assert_not_null(strstr(b.body, "href=\"/today#ready\""), "%s", b.body);
    browse(&b, arena_fmt(cx->mem, "/people/%lld/thinking-over/%lld",
                         (long long)t.denise.v, (long long)id));
    cr_assert_not_null(strstr(b.body, one), "%s", b.body);
    browse(&b, arena_fmt(cx->mem, "/people/%lld", (long long)t.denise.v));
    cr_assert_not_null(strstr(b.body, "id=\"ready\""), "%s", b.body);
    browse(&b, "/today");
    cr_assert_not_null(strstr(b.body, "id=\"ready\""), "%s", b.body);
}

/* Of each level what a peer beside her may see and type, from the law's own
 * words and not from the code. R81. */
TEST(weighing, a_peer_beside_her_follows_the_stricter_rule)
{
    static const struct {
        enum talk program, peer;
        bool questions, rest;
    } rule[] = {{TALK_NONE, TALK_OPEN, false, false},
                {TALK_OPEN, TALK_NONE, false, false},
                {TALK_QUESTIONS, TALK_OPEN, true, false},
                {TALK_OPEN, TALK_QUESTIONS, true, false},
                {TALK_OPEN, TALK_OPEN, true, true}};
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct sheets mine;
    struct sheet s;

    program_says(cx, &t, TALK_OPEN);
    she(cx, &t);
    cr_assert(beside_let(cx, id, t.ruth), "%s", cx->err.text);
    for (size_t i = 0; i < sizeof rule / sizeof *rule; i++) {
        program_says(cx, &t, rule[i].program);
        ruth(cx, &t);
        cr_assert(talk_choose(cx, rule[i].peer));
        cr_assert(beside_mine(cx, t.denise, &mine));
        cr_assert_eq(mine.n, rule[i].questions);
        const bool sees = sheet_get(cx, t.denise, id, &s);
        cr_assert_eq(sees, rule[i].questions, "%zu", i);
        if (!sees) {
            cr_assert_eq(cx->err.code, ERR_NOTFOUND);
            ctx_forgive(cx);
            continue;
        }
        for (int p = 0; p < SHEET_PARTS; p++) {
            const bool open = p >= SHEET_ASK ? rule[i].questions : rule[i].rest;
            cr_assert_eq(s.part[p].open, open, "%zu: %d", i, p);
            cr_assert(open || !*s.part[p].words, "%zu: %d", i, p);
        }
        /* What is not open stays as it is, whatever is sent. */
        cr_assert(writes(cx, &t, id, SHEET_MATTERS, "Money"));
        she(cx, &t);
        cr_assert(sheet_get(cx, t.denise, id, &s));
        cr_assert_eq(s.part[SHEET_MATTERS].waiting, rule[i].rest, "%zu", i);
    }
}

TEST(weighing, at_none_her_questions_still_go_to_a_visit) /* acceptance 7 */
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct visit v = {.person = t.denise,
                      .program = t.program,
                      .at = cx->now + 86400,
                      .with_name = "Dr. Rao",
                      .place = "",
                      .reason = ""};
    struct answers all;
    struct prep p;

    cr_assert(set_install_shipped(cx), "%s", cx->err.text);
    program_says(cx, &t, TALK_NONE);
    she(cx, &t);
    fails_with(cx, beside_let(cx, id, t.ruth), ERR_INVALID);
    cr_assert(visit_add(cx, &v), "%s", cx->err.text);
    cr_assert(sheet_take(cx, id, v.id), "%s", cx->err.text);
    cr_assert(prep_for(cx, t.denise, v.id, &p) &&
              answer_list(cx, &p, ANSWERS_COUNT, &all));
    cr_assert_eq(all.n, 1);
    cr_assert_str_eq(all.at[0].value, "What else is there?");
    cr_assert(writes(cx, &t, id, SHEET_ASK, ""));
    fails_with(cx, sheet_take(cx, id, v.id), ERR_INVALID);
}

TEST(weighing, what_is_typed_counts_with_her_yes_to_what_she_saw) /* R44 */
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct sheet s;

    cr_assert(beside_let(cx, id, t.ruth), "%s", cx->err.text);
    ruth(cx, &t);
    cr_assert(writes(cx, &t, id, SHEET_ASK, "Typed"), "%s", cx->err.text);
    cr_assert_str_eq(counts(cx, &t, id, SHEET_ASK), "What else is there?");
    cr_assert(sheet_get(cx, t.denise, id, &s));
    cr_assert(s.part[SHEET_ASK].waiting && s.typed);
    cr_assert(person_same(s.typist, t.ruth));
    const int64_t seen = s.typed;
    ruth(cx, &t);
    cr_assert(writes(cx, &t, id, SHEET_ASK + 1, "One more"));
    she(cx, &t);
    fails_with(cx, sheet_yes(cx, id, seen), ERR_CONFLICT);
    cr_assert(sheet_get(cx, t.denise, id, &s));
    cr_assert(sheet_yes(cx, id, s.typed), "%s", cx->err.text);
    cr_assert_str_eq(counts(cx, &t, id, SHEET_ASK), "Typed");
    cr_assert_str_eq(counts(cx, &t, id, SHEET_ASK + 1), "One more");
    ruth(cx, &t);
    cr_assert(writes(cx, &t, id, SHEET_ASK, "Again"));
    cr_assert(writes(cx, &t, id, SHEET_ASK, "Typed"));
    she(cx, &t);
    cr_assert(sheet_get(cx, t.denise, id, &s));
    cr_assert(!s.part[SHEET_ASK].waiting, "as she has it");
    ruth(cx, &t);
    cr_assert(writes(cx, &t, id, SHEET_ASK, "Not this"));
    she(cx, &t);
    cr_assert(sheet_no(cx, id));
    cr_assert_str_eq(counts(cx, &t, id, SHEET_ASK), "Typed");
    cr_assert(beside_end(cx, id));
    ruth(cx, &t);
    fails_with(cx, writes(cx, &t, id, SHEET_ASK, "x"), ERR_NOTFOUND);
}

TEST(weighing, a_look_by_a_peer_is_in_who_saw_my_things)
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct accesses seen;
    int64_t older = 0;
    struct sheet s;

    cr_assert(beside_let(cx, id, t.ruth), "%s", cx->err.text);
    ruth(cx, &t);
    cr_assert(sheet_get(cx, t.denise, id, &s));
    cr_assert(notes_write(cx));
    she(cx, &t);
    cr_assert(access_list(cx, t.denise, 0, &seen, &older));
    cr_assert_eq(seen.n, 1);
    cr_assert_eq(seen.at[0].what.topic, TOPIC_WEIGHING);
    cr_assert_eq(seen.at[0].did, ACCESS_SAW);
    ruth(cx, &t);
    cr_assert(writes(cx, &t, id, SHEET_ASK, "Typed"), "%s", cx->err.text);
    cr_assert(notes_write(cx));
    she(cx, &t);
    cr_assert(access_list(cx, t.denise, 0, &seen, &older));
    cr_assert_eq(seen.at[0].did, ACCESS_CHANGED);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    ruth(cx, &t);
    fails_with(cx, sheet_get(cx, t.denise, id, &s), ERR_NOTFOUND);
}

TEST(weighing, it_is_in_her_copy_and_goes_with_her)
{
    struct town t = town_make(cx);
    const int64_t id = begun(cx, &t);
    struct buf text = buf_new(cx->mem, 64 * 1024);
    struct json_out w = {.to = &text};
    struct sheets all;

    json_put_object(&w, NULL);
    cr_assert(weighing_export(cx, t.denise, &w), "%s", cx->err.text);
    json_put_end(&w);
    cr_assert(strstr(text.at, "What else is there?") &&
              strstr(text.at, "To be awake"));
    cr_assert(sheet_away(cx, id), "%s", cx->err.text);
    cr_assert(sheet_list(cx, &all));
    cr_assert_eq(all.n, 0);
    (void)begun(cx, &t);
    cr_assert(weighing_erase(cx, t.denise), "%s", cx->err.text);
    cr_assert(sheet_list(cx, &all));
    cr_assert_eq(all.n, 0);
}
