/* The access matrix: every address of the program, asked by everybody who could
 * ask, about the things of one person of the made-up program. It is made, not
 * written: a new address or a changed rule changes tests/golden/matrix.txt, and
 * that change is read before it is kept (tests/golden/accept). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "sharing/access.h"

enum { ROWS_MAX = 256 * 1024 };

static bool who(struct req *rq)
{
    rq->cx->lang = LANG_EN;
    return true;
}

/* What the store held before anybody asked: all of it, and what is Denise's. */
static const char *all_before, *hers_before;

/* What an answer means, in a word. */
static const char *in_a_word(struct ctx *cx, const struct browser *b)
{
    switch (b->status) {
    case 200:
    case 204: return "yes";
    case 303:
        return strncmp(b->location, "/sign-in", 8) == 0 ? "sign in" : "yes";
    case 403: return ".";
    case 404: return "-";
    case 409: return "not now";
    case 422: return "form";
    default: return arena_fmt(cx->mem, "%d", b->status);
    }
}

/* What somebody else may do with a thing of hers has an address that says so;
 * everywhere else her rows stay as they are, whoever asks. */
static bool is_done_with_hers(const char *path)
{
    return strstr(path, "{person}") || strstr(path, "{page}") ||
           strstr(path, "{token}") || strncmp(path, "/words/", 7) == 0 ||
           strncmp(path, "/sides/", 7) == 0;
}

/* The first line that differs, for the message. */
static const char *difference(struct ctx *cx, const char *was, const char *is)
{
    while (*was && *is) {
        const size_t n = strcspn(was, "\n"), m = strcspn(is, "\n");
        if (n != m || strncmp(was, is, n) != 0)
            return arena_fmt(cx->mem, "was: %.*s\n is: %.*s", (int)n, was,
                             (int)m, is);
        was += n + 1;
        is += m + 1;
    }
    return *was ? "lines are gone" : "lines are new";
}

/* "" when the store is as it was. */
static const char *changed(struct ctx *cx, bool of_denise)
{
    struct arena *mem = arena_new((size_t)1 << 28);
    const char *was = of_denise ? hers_before : all_before;
    const char *is = town_rows(cx, mem, of_denise);
    const char *what = strcmp(was, is) == 0 ? "" : difference(cx, was, is);

    arena_free(mem);
    return what;
}

struct asked {
    const struct route *route;
    size_t column;
    int64_t writes, told; /* before */
};

/* Whoever is refused has changed nothing in the store; and nobody else changes
 * what is hers. */
static const char *after_post(struct ctx *cx, const struct asked *a,
                              const struct browser *b)
{
    const struct route *r = a->route;
    const size_t i = a->column;
    const char *word = in_a_word(cx, b);
    const bool refused = strcmp(word, "yes") != 0;
    const char *what = a->writes == town_writes(cx) ? "" : changed(cx, false);

    if (!*what)
        return refused ? word : "nothing";
    cr_assert(!refused, "POST %s as %s: answered %d, and changed\n%s", r->path,
              columns[i].words, b->status, what);
    if (i != HERSELF && !is_done_with_hers(r->path))
        cr_assert_str_empty(changed(cx, true), "POST %s as %s", r->path,
                            columns[i].words);
    town_fresh(cx);
    return word;
}

/* How often "who saw my things" says that somebody wrote. */
static int64_t told_changes(struct ctx *cx)
{
    struct query *q =
        db_sql(cx, "SELECT COUNT(*) FROM sharing_access WHERE what = $1");

    db_put_int(q, ACCESS_CHANGED);
    const int64_t n = db_row(q) ? db_get_int(q) : 0;
    cr_assert(db_end(q), "%s", cx->err.text);
    return n;
}

/* Whoever only looked is told to her as one who looked. */
static const char *after_get(struct ctx *cx, const struct asked *a,
                             const struct browser *b)
{
    cr_assert_eq(told_changes(cx), a->told, "GET %s as %s", a->route->path,
                 columns[a->column].words);
    return in_a_word(cx, b);
}

static const char *one_answer(struct ctx *cx, const struct route *r, size_t i)
{
    struct browser b = {.cx = cx, .actor = &town.actor[i], .who = who};
    const struct asked a = {r, i, town_writes(cx), told_changes(cx)};
    const char *path = town_path(cx, r->path);

    if (r->method == POST)
        browse_form(&b, path, town_fields(cx, r->path));
    else
        browse(&b, path);
    cr_assert_neq(b.status, 500, "%s as %s: %s", path, columns[i].words,
                  b.body);
    return r->method == POST ? after_post(cx, &a, &b) : after_get(cx, &a, &b);
}

static void one_route(struct ctx *cx, const struct route *r, struct buf *out)
{
    const int64_t writes = town_writes(cx);

    buf_fmt(out, "%-4s %-46s %-16s", r->method == POST ? "POST" : "GET",
            r->path, r->may);
    for (size_t i = 0; i < COLUMNS; i++)
        buf_fmt(out, " %-7s", one_answer(cx, r, i));
    while (out->at[out->n - 1] == ' ')
        out->at[--out->n] = '\0';
    buf_putc(out, '\n');
    /* A note that a page was read is kept; posts have made all new themselves.
     */
    if (r->method == GET && writes != town_writes(cx))
        town_fresh(cx);
}

/* What stands behind the second column. */
static void rights(struct buf *out)
{
    buf_puts(out, "\n");
    for (const struct module *const *m = modules; *m; m++)
        for (const struct capability *c = (*m)->capabilities; c && c->name; c++)
            buf_fmt(out, "  %-16s %s\n", c->name, c->words);
}

static void head(struct buf *out)
{
    buf_puts(out,
             "The access matrix: every address, asked by each of these about "
             "the things of Denise\n(made up). Made by "
             "tests/access/matrix_test.c; kept by tests/golden/accept.\n\n");
    for (size_t i = 0; i < COLUMNS; i++)
        buf_fmt(out, "  %c  %s\n", (int)('a' + i), columns[i].words);
    buf_puts(out,
             "\n  yes      let in; a form was taken\n"
             "  nothing  let in; a form was taken, and the store holds what "
             "it held before\n"
             "  form     let in; the empty form comes back with what is "
             "missing\n"
             "  not now  let in; the state does not allow it\n"
             "  -        there is nothing here, as if it did not exist\n"
             "  .        this role has no such page\n"
             "  sign in  asked to sign in first\n");
    rights(out);
}

static const char *make(struct ctx *cx)
{
    struct buf out = buf_new(cx->mem, ROWS_MAX);

    all_before = town_rows(cx, cx->mem, false);
    hers_before = town_rows(cx, cx->mem, true);
    head(&out);
    for (const struct module *const *m = modules; *m; m++) {
        if (!(*m)->routes || !(*m)->routes->path)
            continue;
        buf_fmt(&out, "\n%-68s", (*m)->name);
        for (size_t i = 0; i < COLUMNS; i++)
            buf_fmt(&out, i + 1 < COLUMNS ? " %-7c" : " %c", (int)('a' + i));
        buf_putc(&out, '\n');
        for (const struct route *r = (*m)->routes; r->path; r++)
            if (!r->asset)
                one_route(cx, r, &out);
    }
    cr_assert(!out.full);
    return out.at;
}

TEST(access, every_address_answers_each_of_them_as_reviewed)
{
    const char *golden = SOURCE_DIR "/tests/golden/matrix.txt";
    static char was[ROWS_MAX];

    town_begin(cx);
    const char *is = make(cx);
    town_end(cx);
    if (getenv("BESIDE_ACCEPT")) {
        FILE *out = fopen(golden, "wb");
        cr_assert(out && fputs(is, out) >= 0 && fclose(out) == 0);
        return;
    }
    FILE *in = fopen(golden, "rb");
    cr_assert(in, "%s", golden);
    was[fread(was, 1, sizeof was - 1, in)] = '\0';
    (void)fclose(in);
    cr_assert_str_eq(was, is, "%s\nRead it; then tests/golden/accept keeps it.",
                     difference(cx, was, is));
}
