#include "page/page.h"

#include <string.h>

#include "db/db.h"
#include "frame/browser.h"
#include "frame/notes.h"
#include "helps/strategy.h"
#include "page/page_share.h"
#include "page/page_view.h"
#include "people/town_test.h"
#include "questions/set_store.h"
#include "visits/company.h"
#include "visits/words.h"

enum { DAY = 24 * 60 * 60 };

static struct town town(struct ctx *cx)
{
    struct town t = town_make(cx);

    cr_assert(set_install_shipped(cx), "%s", cx->err.text);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    return t;
}

static struct visit visit(struct ctx *cx, const struct town *t,
                          enum visit_kind kind, int days)
{
    struct visit v = {.person = t->denise,
                      .program = t->program,
                      .at = cx->now + (int64_t)days * DAY,
                      .kind = kind,
                      .inside = true,
                      .with = t->rao,
                      .with_name = "Dr. Rao",
                      .place = "",
                      .reason = ""};

    cr_assert(visit_add(cx, &v), "%s", cx->err.text);
    return v;
}

static struct prep prep(struct ctx *cx, const struct visit *v)
{
    struct set set;
    struct prep p;

    cr_assert(set_current(cx, (enum set_kind)v->kind, &set));
    cr_assert(prep_begin(cx, v->person, v->id, set.id, &p), "%s", cx->err.text);
    return p;
}

static void answer(struct ctx *cx, struct prep *p, const char *link_id,
                   const char *value)
{
    struct answer_new a = {.link_id = link_id, .values = &value, .n = 1};

    cr_assert(answer_put(cx, p, &a), "%s", cx->err.text);
}

static struct page draft(struct ctx *cx, const struct visit *v)
{
    struct page p;

    cr_assert(page_draft(cx, v, &p), "%s", cx->err.text);
    return p;
}

static const char *hash_now(struct ctx *cx, const struct visit *v)
{
    struct page d = draft(cx, v), shown = page_shown(cx->mem, &d);

    return page_hash(cx, page_write(cx, &shown));
}

static struct page_state state(struct ctx *cx, const struct visit *v)
{
    struct page_state s;

    cr_assert(page_state(cx, v->person, v->id, &s), "%s", cx->err.text);
    return s;
}

static const struct page_line *line_of(const struct page *p, const char *words)
{
    for (size_t i = 0; i < p->lines.n; i++)
        if (strcmp(p->lines.at[i].words, words) == 0)
            return &p->lines.at[i];
    return NULL;
}

static bool has(const struct page *p, const char *words)
{
    const struct page_line *l = line_of(p, words);

    return l && l->on;
}

/* An answer and the switch of its line. */
static void choose(struct ctx *cx, const struct visit *v, const char *key,
                   bool on, const char *words)
{
    struct page_choice c = {key, on, words};

    cr_assert(page_choose(cx, v, &(struct page_choices){&c, 1, 1}), "%s",
              cx->err.text);
}

/* R58: private until she turns it on; said already, it is there once. */
TEST(page_sheet, what_is_on_her_list_of_what_helps_is_off_till_she_turns_it_on)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct strategy radio = {.words = "Radio low", .moment = "", .helps = ""};
    struct strategy choir = {.words = "Choir", .moment = "", .helps = ""};

    answer(cx, &p, "helps", "Choir");
    cr_assert(strategy_add(cx, &radio, (struct person_id){0}) &&
                  strategy_add(cx, &choir, (struct person_id){0}),
              "%s", cx->err.text);
    struct page d = draft(cx, &v);
    cr_assert(line_of(&d, "Radio low") && !has(&d, "Radio low"));
    cr_assert(has(&d, "Choir"));
    size_t helps = 0;
    for (size_t i = 0; i < d.lines.n; i++)
        helps += d.lines.at[i].part == PAGE_HELPS;
    cr_assert_eq(helps, 2);
    choose(cx, &v, line_of(&d, "Radio low")->key, true, NULL);
    d = draft(cx, &v);
    cr_assert(has(&d, "Radio low"));
}

TEST(page_sheet, the_order_of_what_helps_does_not_tell_when_she_used_it)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct strategy radio = {.words = "Radio low", .moment = "", .helps = ""};
    struct strategy bath = {.words = "A bath", .moment = "", .helps = ""};

    cr_assert(strategy_add(cx, &radio, (struct person_id){0}) &&
                  strategy_add(cx, &bath, (struct person_id){0}),
              "%s", cx->err.text);
    (void)prep(cx, &v);
    for (int i = 0; i < 2; i++) {
        struct page d = draft(cx, &v);
        cr_assert_lt(line_of(&d, "Radio low"), line_of(&d, "A bath"));
        cr_assert(strategy_used(cx, bath.id), "%s", cx->err.text);
    }
}

TEST(page_sheet, it_holds_what_she_said_and_each_line_has_its_switch)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);

    answer(cx, &p, "want", "To be awake by noon");
    answer(cx, &p, "ask", "Can I take it at night?");
    struct page d = draft(cx, &v);
    cr_assert(has(&d, "To be awake by noon"));
    cr_assert(has(&d, "Can I take it at night?"));
    choose(cx, &v, line_of(&d, "Can I take it at night?")->key, false, NULL);
    d = draft(cx, &v);
    cr_assert(!has(&d, "Can I take it at night?"));
    struct page shown = page_shown(cx->mem, &d);
    cr_assert_null(strstr(page_write(cx, &shown), "at night"));
    cr_assert_not_null(strstr(page_write(cx, &shown), "awake by noon"));
}

TEST(page_sheet, what_a_peer_typed_is_not_on_it_before_she_approves)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct permission yes = {.what = {t.denise, TOPIC_ANSWERS, p.id.v},
                             .to = t.ruth,
                             .purpose = "typing",
                             .until = cx->now + DAY};
    struct answers waiting;

    cr_assert(prep_set_mode(cx, &p, PREP_PEER_TYPES, t.ruth));
    cr_assert(permission_give(cx, &yes), "%s", cx->err.text);
    town_act(cx, &t, t.ruth, ROLE_PEER);
    answer(cx, &p, "want", "To sleep");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    struct page d = draft(cx, &v);
    cr_assert_null(line_of(&d, "To sleep"));
    cr_assert(answer_list(cx, &p, ANSWERS_SHOWN, &waiting));
    cr_assert(answer_approve(cx, &p, waiting.at[0].id), "%s", cx->err.text);
    d = draft(cx, &v);
    cr_assert(has(&d, "To sleep"));
    cr_assert_str_eq(page_shown(cx->mem, &d).typed, "Ruth Alvarez");
    for (size_t i = 0; i < d.lines.n; i++)
        d.lines.at[i].on = false;
    cr_assert_str_eq(page_shown(cx->mem, &d).typed, "",
                     "who typed a line that is off is not named");
}

static const char *drawn(struct ctx *cx, const struct page *p, enum lang around)
{
    struct tpl t = tpl_new(cx->mem, around);

    page_draw(&t, p, (struct page_look){0});
    cr_assert_eq(t.lang, around);
    return t.out.at;
}

TEST(page_sheet, a_visit_about_the_body_starts_without_the_mind)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_BODY, 2);
    struct line sleep = {.kind = LINE_SLEEP},
                sugar = {.kind = LINE_NUMBER, .name = "sugar"};
    struct event moved = {.day = day_of(cx->now), .words = "I moved"};
    int64_t batch;

    cr_assert(words_put(cx, t.denise, "To sing on Sundays"));
    cr_assert(line_add(cx, t.denise, &sleep));
    cr_assert(line_add(cx, t.denise, &sugar));
    struct tap taps[] = {{sleep.id, 2}, {sugar.id, 1980}};
    cr_assert(between_save(cx, t.denise, day_of(cx->now),
                           &(struct taps){taps, 2, 2}, &batch));
    cr_assert(event_add(cx, t.denise, &moved));
    struct visit past = visit(cx, &t, VISIT_MIND, -20);
    struct page d = draft(cx, &v);
    size_t seen = 0;
    for (size_t i = 0; i < d.lines.n; i++) {
        const struct page_line *l = &d.lines.at[i];
        bool sugar_line = l->part == PAGE_CHART && l->chart.kind == LINE_NUMBER;
        cr_assert_eq(l->on, sugar_line, "%s %s", l->key, l->words);
        seen += l->mind_fact;
    }
    cr_assert_geq(seen, 3U);
    cr_assert_null(
        strstr(drawn(cx, &d, LANG_EN), "I moved")); /* nor in its charts */
    v.kind = past.kind;
    d = draft(cx, &v);
    cr_assert(has(&d, "To sing on Sundays") && has(&d, "I moved"));
    cr_assert(strstr(drawn(cx, &d, LANG_EN), "What happened in my life: "));
}

TEST(page_sheet, pills_are_off_until_she_turns_them_on)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);

    answer(cx, &p, "trouble", "some");
    answer(cx, &p, "own-way", "I leave out the morning one");
    struct page d = draft(cx, &v);
    const struct page_line *l = line_of(&d, "I leave out the morning one");
    cr_assert(l && !l->on && l->part == PAGE_PILLS);
    choose(cx, &v, l->key, true, NULL);
    d = draft(cx, &v);
    cr_assert(has(&d, "I leave out the morning one"));
}

TEST(page_sheet, more_than_fits_is_refused_and_a_long_line_can_be_said_shorter)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    char words[400];

    memset(words, 'a', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    words[150] = ' ';
    answer(cx, &p, "want", words);
    struct page d = draft(cx, &v);
    cr_assert(d.lines.at[0].cut);
    cr_assert_leq(text_length(d.lines.at[0].words), 200U);
    choose(cx, &v, d.lines.at[0].key, true, "Awake by noon");
    d = draft(cx, &v);
    cr_assert_str_eq(d.lines.at[0].words, "Awake by noon");
    for (int i = 0; i < 5; i++)
        *LIST_PUSH(cx->mem, &d.lines) =
            (struct page_line){.part = PAGE_TALK, .key = "", .on = true};
    fails_with(cx, page_fits(cx, &d), ERR_INVALID);
}

TEST(page_sheet, a_version_is_exactly_what_she_saw_and_never_changes)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct page first, again;
    struct page_state s;

    answer(cx, &p, "want", "To be awake by noon");
    const char *seen = hash_now(cx, &v);
    answer(cx, &p, "want", "To sleep less");
    fails_with(cx, page_approve(cx, &v, seen), ERR_INVALID);
    cr_assert_eq(state(cx, &v).version, 0);
    seen = hash_now(cx, &v);
    cr_assert(page_approve(cx, &v, seen), "%s", cx->err.text);
    cr_assert(page_newest(cx, t.denise, state(cx, &v).id, &first, &s));
    cr_assert_str_eq(s.hash, seen);
    cr_assert_str_eq(page_hash(cx, page_write(cx, &first)), seen);
    answer(cx, &p, "want", "Something else");
    cr_assert(page_newest(cx, t.denise, s.id, &again, &s));
    cr_assert_str_eq(page_write(cx, &again), page_write(cx, &first));
    cr_assert(page_approve(cx, &v, hash_now(cx, &v)));
    cr_assert(page_approve(cx, &v, hash_now(cx, &v)));
    cr_assert_eq(state(cx, &v).version, 2);
}

TEST(page_sheet, what_happens_after_the_visit_is_not_on_its_page)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct event before = {.day = day_of(cx->now), .words = "I moved"}, after;
    struct page d;

    cr_assert(event_add(cx, t.denise, &before), "%s", cx->err.text);
    cx->now = v.at;
    const char *at_the_visit = hash_now(cx, &v);
    cx->now += (int64_t)20 * DAY;
    after = (struct event){.day = day_of(cx->now), .words = "Heat broke"};
    cr_assert(event_add(cx, t.denise, &after), "%s", cx->err.text);
    (void)visit(cx, &t, VISIT_MIND, -5);
    d = draft(cx, &v);
    cr_assert(has(&d, "I moved"));
    cr_assert_null(line_of(&d, "Heat broke"));
    cr_assert_str_eq(hash_now(cx, &v), at_the_visit);
}

TEST(page_sheet, who_comes_with_her_has_things_to_do)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct company c;

    cr_assert_str_eq(draft(cx, &v).peer, "Ruth");
    cr_assert(company_get(cx, t.denise, v.id, &c));
    c.wanted = COMPANY_YES;
    c.name = "Rosa";
    cr_assert(company_put(cx, &c), "%s", cx->err.text);
    cr_assert_str_eq(draft(cx, &v).peer, "Rosa");
    c.name = "";
    c.peer = t.ruth;
    cr_assert(company_put(cx, &c), "%s", cx->err.text);
    cr_assert_str_eq(draft(cx, &v).peer, "Ruth");
}

TEST(page_sheet, only_she_says_yes_to_it)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    const char *seen = hash_now(cx, &v);

    town_act(cx, &t, t.ruth, ROLE_PEER);
    fails_with(cx, page_approve(cx, &v, seen), ERR_DENIED);
    town_act(cx, &t, t.denise, ROLE_PEER);
    fails_with(cx, page_approve(cx, &v, seen), ERR_DENIED);
}

/* Whoever may read other things of hers. */
TEST(page_sheet, what_she_has_not_said_yes_to_has_no_reader)
{
    struct town t = town(cx);
    struct visit other = visit(cx, &t, VISIT_MIND, 2),
                 v = visit(cx, &t, VISIT_BODY, 9);
    struct prep p = prep(cx, &other);
    struct permission all = {.what = {t.denise, TOPIC_PAGE, 0},
                             .to = t.ruth,
                             .purpose = "all my pages",
                             .until = TIME_NONE};
    struct said_readers now, before;

    answer(cx, &p, "want", "To sleep");
    cr_assert(page_approve(cx, &other, hash_now(cx, &other)));
    cr_assert(page_give(cx, &other, t.rao, TIME_NONE), "%s", cx->err.text);
    cr_assert(permission_give(cx, &all), "%s", cx->err.text);
    cr_assert(page_readers(cx, t.denise, state(cx, &other).id, &now));
    cr_assert_eq(now.n, 1);
    cr_assert_eq(state(cx, &v).id, 0);
    cr_assert(page_readers(cx, t.denise, 0, &now));
    cr_assert(page_readers_before(cx, t.denise, 0, &before));
    cr_assert_eq(now.n + before.n, 0);
}

/* Who reads it in another language reads the same page. */
TEST(page_sheet, the_reader_has_before_them_what_she_had)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct page read;
    struct page_state s;
    int before;

    answer(cx, &p, "want", "To <b>sleep</b>");
    struct page d = draft(cx, &v), shown = page_shown(cx->mem, &d);
    cr_assert(page_approve(cx, &v, hash_now(cx, &v)));
    cr_assert(page_give(cx, &v, t.rao, TIME_NONE), "%s", cx->err.text);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    struct pages_to_read list;
    cr_assert(pages_to_read(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(page_open(cx, list.at[0].page, &read, &s, &before), "%s",
              cx->err.text);
    cr_assert_str_eq(drawn(cx, &read, LANG_ES), drawn(cx, &shown, LANG_EN));
    cr_assert_not_null(
        strstr(drawn(cx, &read, LANG_EN), "To &lt;b&gt;sleep&lt;/b&gt;"));
}

/* To read in another language is no change of the page. */
TEST(page_sheet, another_language_alone_changes_nothing)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct page_now now;

    answer(cx, &p, "want", "To sleep");
    cr_assert(page_approve(cx, &v, hash_now(cx, &v)), "%s", cx->err.text);
    struct page_state s = state(cx, &v);
    cx->lang = LANG_ES;
    cr_assert(page_now(cx, &v, &s, &now), "%s", cx->err.text);
    cr_assert_str_eq(now.hash, s.hash);
    cr_assert_eq(now.shown.lang, LANG_EN);
    cr_assert_eq(cx->lang, LANG_ES);
    answer(cx, &p, "want", "To sing");
    cr_assert(page_now(cx, &v, &s, &now), "%s", cx->err.text);
    cr_assert_str_neq(now.hash, s.hash);
    cr_assert_eq(now.shown.lang, LANG_ES, "what is new is in her language");
    cr_assert(page_approve(cx, &v, now.hash), "%s", cx->err.text);
}

/* Seen anew in her language, it goes on paper as she sees it. */
TEST(page_sheet, seen_anew_is_drawn_anew)
{
    struct town t = town(cx);
    struct visit v = visit(cx, &t, VISIT_MIND, 2);
    struct prep p = prep(cx, &v);
    struct browser b = {.cx = cx, .actor = cx->actor, .lang = LANG_ES};
    const char *page =
        arena_fmt(cx->mem, "/me/visits/%lld/page", (long long)v.id.v);

    answer(cx, &p, "want", "To sleep");
    cr_assert(page_approve(cx, &v, hash_now(cx, &v)), "%s", cx->err.text);
    cr_assert(db_commit(cx));
    browse(&b, arena_fmt(cx->mem, "%s.pdf?paper=letter", page));
    cr_assert_eq(b.status, 200);
    size_t approved = b.body_n;
    const char *was = b.body;
    browse(&b, arena_fmt(cx->mem, "%s?anew=1", page));
    cr_assert(strstr(b.body, "page.pdf?paper=letter&amp;anew=1"), "%s", b.body);
    browse(&b, arena_fmt(cx->mem, "%s.pdf?paper=letter&anew=1", page));
    cr_assert_eq(b.status, 200);
    cr_assert(b.body_n != approved || memcmp(b.body, was, approved) != 0);
}

/* --- random histories against a model that is not the code --- */

struct model {
    bool given;
    int version, read; /* read: the newest the doctor had; 0: none */
    int first;         /* the first version the doctor had; 0: none */
    bool withdrawn;    /* something was given, and taken back since */
};

struct story {
    struct ctx *cx;
    struct town t;
    struct visit v;
    struct prep p;
    struct model m;
    int64_t page;
    int steps;
};

static void she_changes(struct story *s)
{
    answer(s->cx, &s->p, "want", arena_fmt(s->cx->mem, "Words %d", s->steps));
    cr_assert(page_approve(s->cx, &s->v, hash_now(s->cx, &s->v)), "%s",
              s->cx->err.text);
    s->page = state(s->cx, &s->v).id;
    s->m.version++;
}

static void she_gives(struct story *s)
{
    bool done = page_give(s->cx, &s->v, s->t.rao, s->cx->now + 30 * DAY);

    cr_assert_eq(done, s->m.version > 0, "%s", s->cx->err.text);
    ctx_forgive(s->cx);
    s->m.given = done;
    s->m.withdrawn = s->m.withdrawn && !done;
}

static void she_takes_back(struct story *s)
{
    if (!s->page)
        return;
    cr_assert(page_withdraw(s->cx, &s->v), "%s", s->cx->err.text);
    s->m.withdrawn = s->m.withdrawn || s->m.given;
    s->m.given = false;
}

static void rao_reads(struct story *s)
{
    struct page p;
    struct page_state state;
    int before = -1;

    town_act(s->cx, &s->t, s->t.rao, ROLE_CLINICIAN);
    bool open = page_open(s->cx, s->page, &p, &state, &before);
    cr_assert_eq(open, s->m.given, "%s", s->cx->err.text);
    if (open) {
        cr_assert_eq(state.version, s->m.version);
        cr_assert_eq(before, s->m.read);
        s->m.read = s->m.version;
        s->m.first = s->m.first ? s->m.first : s->m.version;
    }
    ctx_forgive(s->cx);
    cr_assert(notes_write(s->cx), "%s", s->cx->err.text);
    town_act(s->cx, &s->t, s->t.denise, ROLE_PERSON);
}

static void lists_agree(struct story *s)
{
    struct pages_to_read list;
    const struct model *m = &s->m;

    town_act(s->cx, &s->t, s->t.rao, ROLE_CLINICIAN);
    cr_assert(pages_to_read(s->cx, &list), "%s", s->cx->err.text);
    cr_assert_eq(list.n, m->given || m->withdrawn);
    if (list.n) {
        enum reading want = !m->given               ? READ_CLOSED
                            : m->read == m->version ? READ_DONE
                            : m->read               ? READ_CHANGED
                                                    : READ_NEW;
        cr_assert_eq(list.at[0].how, want);
        cr_assert_eq(*list.at[0].name != '\0', m->given);
    }
    town_act(s->cx, &s->t, s->t.denise, ROLE_PERSON);
}

/* What she is told of who has it, or had it. */
static void readers_agree(struct story *s)
{
    struct said_readers now, before;
    const struct model *m = &s->m;
    struct said_reader *r;

    cr_assert(page_readers(s->cx, s->t.denise, s->page, &now));
    cr_assert(page_readers_before(s->cx, s->t.denise, s->page, &before));
    cr_assert_eq(now.n, m->given);
    cr_assert_eq(before.n, m->withdrawn);
    if (now.n + before.n == 0)
        return;
    r = now.n ? now.at : before.at;
    cr_assert_eq(r->read != TIME_NONE, m->read && m->read == m->version);
    cr_assert_eq(r->read_old != TIME_NONE, m->first && m->first < m->version);
    cr_assert_eq(r->ended != TIME_NONE, m->withdrawn);
}

TEST(page_sheet, random_sharing_is_as_a_plain_model_says)
{
    static void (*const acts[])(struct story *) = {she_changes, she_gives,
                                                   she_gives,   she_takes_back,
                                                   rao_reads,   rao_reads};
    struct story s = {.cx = cx, .t = town(cx)};

    s.v = visit(cx, &s.t, VISIT_MIND, 2);
    s.p = prep(cx, &s.v);
    for (s.steps = 0; s.steps < 150; s.steps++) {
        acts[test_random(6)](&s);
        lists_agree(&s);
        readers_agree(&s);
    }
    cr_assert_gt(s.m.version, 5);
}
