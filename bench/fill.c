/* bench/fill.c - a made-up store as large as asked for. */
#include "fill.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "auth/auth.h"
#include "between/between.h"
#include "store/store.h"
#include "visits/prep.h"
#include "visits/visit.h"

enum {
    SIGNERS = 64,      /* people with an account: those whose pages are read */
    HEAVY_DAYS = 1000, /* of the one with a long history */
    FULL_WINDOW_DAYS = 61, /* as many as a page ever draws */
    ENTRIES_A_DAY = 5,
    CASELOAD_WEEKS_SHORT = 4,
    CASELOAD_WEEKS_LONG = 260, /* five years */
};

void must(const struct ctx *cx, bool done)
{
    if (done)
        return;
    (void)fprintf(stderr, "bench: %s\n", cx->err.text ? cx->err.text : "?");
    exit(1);
}

void fill_act(struct filling *f, struct person_id who, enum role role,
              int64_t at)
{
    static struct actor actor;

    actor = (struct actor){.person = who, .program = f->program, .role = role};
    f->cx->actor = &actor;
    f->cx->now = at;
    f->cx->keys_epoch = 0;
}

struct person_id fill_person(struct filling *f, const char *name,
                             enum role role)
{
    struct person p = {.name = name,
                       .title = "",
                       .days = "",
                       .role = role,
                       .program = f->program};

    f->cx->actor = &actor_operator;
    f->cx->now = f->now - (int64_t)6 * 366 * DAY_S;
    must(f->cx, person_add(f->cx, &p));
    return p.id;
}

void fill_account(struct filling *f, struct person_id p, enum role role,
                  const char *name)
{
    struct account a = {.person = p, .program = f->program, .role = role};

    f->cx->actor = &actor_operator;
    must(f->cx, account_add_hashed(f->cx, &a, name, f->hash));
}

static void answer(struct filling *f, struct prep *p, const char *item,
                   const char *value)
{
    const struct answer_new a = {.link_id = item, .values = &value, .n = 1};

    must(f->cx, answer_put(f->cx, p, &a));
}

static void add_visit(struct filling *f, struct person_id p, int day,
                      bool coming)
{
    struct visit v = {.person = p,
                      .program = f->program,
                      .at = f->now + (int64_t)day * DAY_S,
                      .kind = VISIT_MIND,
                      .inside = true,
                      .with = f->doctor,
                      .with_name = "Dr. Rao",
                      .place = "Riverside clinic",
                      .reason = ""};
    struct prep prep;

    fill_act(f, p, ROLE_PERSON,
             v.at - DAY_S < f->now ? v.at - DAY_S : f->now - DAY_S);
    must(f->cx,
         visit_add(f->cx, &v) && prep_begin(f->cx, p, v.id, f->set.id, &prep));
    answer(f, &prep, "want", "To be awake by noon, so I can cook");
    answer(f, &prep, "sleep", "okay");
    answer(f, &prep, "life", "Sing on Sundays and cook for my grandkids");
    answer(f, &prep, "talk", "I am too sleepy in the morning");
    answer(f, &prep, "ask", "Can I take all of it at night?");
    if (!coming)
        must(f->cx, visit_set_state(f->cx, p, v.id, VISIT_HELD));
}

static void add_days(struct filling *f, struct person_id p, int days)
{
    static const struct {
        enum line_kind kind;
        const char *name;
    } own[] = {{LINE_SCALE, "Getting through the day"},
               {LINE_YES_NO, "Walked"},
               {LINE_YES_NO, "Cooked"},
               {LINE_SCALE, "Pain"}};
    struct lines lines = {0};

    fill_act(f, p, ROLE_PERSON, f->now - (int64_t)(days + 1) * DAY_S);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        struct line l = {.kind = own[i].kind, .name = own[i].name};
        must(f->cx, line_add(f->cx, p, &l));
    }
    must(f->cx, line_list(f->cx, p, &lines));
    for (int d = days; d > 0; d--) {
        struct tap tap[ENTRIES_A_DAY];
        int64_t batch = 0;
        fill_act(f, p, ROLE_PERSON, f->now - (int64_t)d * DAY_S);
        for (size_t i = 0; i < lines.n && i < ENTRIES_A_DAY; i++)
            tap[i] = (struct tap){lines.at[i].id, 1 + (d + (int)i) % 2};
        must(f->cx,
             between_save(f->cx, p, day_of(f->cx->now),
                          &(struct taps){tap, lines.n, lines.n}, &batch));
    }
}

static void fill_one(struct filling *f, int i, int days)
{
    char name[64];

    (void)snprintf(name, sizeof name, "Made Up %d", i);
    struct person_id p = fill_person(f, name, ROLE_PERSON);
    must(f->cx, peer_join(f->cx, f->peer, p));
    if (i < SIGNERS) {
        (void)snprintf(name, sizeof name, "p%d", i);
        fill_account(f, p, ROLE_PERSON, name);
        for (int v = 1; v <= 6; v++)
            add_visit(f, p, -30 * v, false);
    }
    if (i < SIGNERS || i % 10 == 0)
        add_visit(f, p, 2, true);
    add_days(f, p, i == 0 ? HEAVY_DAYS : i == 1 ? FULL_WINDOW_DAYS : days);
}

/* The arena would grow with every row: a new one now and then. */
void fill_fresh_arena(struct filling *f)
{
    struct ctx *cx = f->cx;

    must(cx, db_commit(cx));
    arena_free(cx->mem);
    cx->notes = NULL;    /* who looked at what, and what was opened, */
    cx->unsealed = NULL; /* were in the arena */
    cx->mem = arena_new((size_t)1 << 30);
    must(cx, db_begin(cx) && set_current(cx, SET_MIND, &f->set));
}

void fill(struct ctx *cx, const char *dir, int people, int entries)
{
    struct store s = {.dir = dir};
    struct filling f = {.cx = cx, .now = (int64_t)time(NULL)};
    struct arena *whole = cx->mem;

    must(cx, store_make(cx, &s, NULL, NULL) &&
                 password_hash(cx, "bench bench", &f.hash));
    cx->mem = arena_new((size_t)1 << 30);
    must(cx, db_begin(cx) && store_mark_demo(cx) &&
                 program_add(cx, "Bench (made up)", &f.program));
    f.peer = fill_person(&f, "Ruth Bell", ROLE_PEER);
    f.doctor = fill_person(&f, "Dr. Anita Rao", ROLE_CLINICIAN);
    fill_fresh_arena(&f);
    fill_caseload(&f, "short", CASELOAD_WEEKS_SHORT);
    fill_caseload(&f, "long", CASELOAD_WEEKS_LONG);
    int days = entries / people / ENTRIES_A_DAY;
    for (int i = 0; i < people; i++) {
        fill_one(&f, i, days > 0 ? days : 1);
        if (i % 100 == 99)
            fill_fresh_arena(&f);
    }
    must(cx, db_commit(cx));
    arena_free(cx->mem);
    cx->unsealed = NULL;
    cx->mem = whole;
    (void)printf("%d people, %d days of %d entries each\n", people, days,
                 ENTRIES_A_DAY);
}
