/* bench/bench.c - what bench/run measures inside one process.
 *
 *   bench fill DIR PEOPLE ENTRIES    a made-up store of that size
 *   bench pages DIR SECONDS THREADS  PATH per line of standard input, with a
 *                                    cookie: "COOKIE PATH"; the same queries
 *                                    and rendering as a server, no sockets
 *   bench commits DIR SECONDS        one row, one durable commit, again
 *   bench batch DIR SECONDS          the same in batches of 512
 *   bench template SECONDS           compiled against hand-written
 *
 * Each prints one line: a rate, and the processor time one unit took.
 */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench_page.h"
#include "fill.h"
#include "frame/app.h"
#include "frame/req_int.h"
#include "keys/keys.h"
#include "store/store.h"

enum { BATCH = 512, LINES_MAX = 4096 };

static double seconds(clockid_t clock)
{
    struct timespec t;

    (void)clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* --- pages in process --- */

static int64_t now(void)
{
    return (int64_t)time(NULL);
}

struct asked {
    char cookie[256], path[256];
};

struct reading {
    struct app *app;
    const struct asked *asked;
    size_t n, from;
    double until;
    unsigned long pages, bytes, wrong;
    double cpu;
    double *runs; /* processor time of RUN pages each */
    size_t n_runs;
};

enum { RUN = 32, RUNS_MAX = 100000 };

static void read_one(struct reading *r, struct db *db, struct arena *mem,
                     const struct asked *a)
{
    struct http_call call = {.mem = mem,
                             .request = {.method = HTTP_GET,
                                         .path = a->path,
                                         .query = "",
                                         .address = "127.0.0.1",
                                         .host = "127.0.0.1",
                                         .origin = "",
                                         .cookie = a->cookie,
                                         .content_type = "",
                                         .accept_language = "en",
                                         .fetch_site = "",
                                         .if_none_match = "",
                                         .accept_encoding = "",
                                         .user_agent = ""}};

    app_answer(r->app, db, &call);
    r->pages++;
    r->bytes += call.answer.body.n;
    r->wrong += call.answer.status != 200;
    arena_reset(mem);
}

static void *read_pages(void *what)
{
    struct reading *r = what;
    struct arena *mem = arena_new(64 << 20);
    const char *why = "";
    struct db *db = db_open(mem, r->app->database, DB_READ, &why);
    double cpu = seconds(CLOCK_THREAD_CPUTIME_ID), began = cpu;

    for (size_t i = r->from; db && seconds(CLOCK_MONOTONIC) < r->until; i++) {
        read_one(r, db, mem, &r->asked[i % r->n]);
        if (r->pages % RUN != 0 || r->n_runs == RUNS_MAX)
            continue;
        double ended = seconds(CLOCK_THREAD_CPUTIME_ID);
        r->runs[r->n_runs++] = ended - began;
        began = ended;
    }
    r->cpu = seconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
    db_close(db);
    arena_free(mem);
    return NULL;
}

static int shorter(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* How much longer the slowest 1 in 100 of a thread's runs took than its usual
 * ones: nobody waited for anything, so it is the machine. */
static double unsteady(struct reading *r)
{
    if (!r->n_runs)
        return 1;
    qsort(r->runs, r->n_runs, sizeof *r->runs, shorter);
    return r->runs[r->n_runs * 99 / 100] / r->runs[r->n_runs / 2];
}

static size_t read_asked(struct asked *asked)
{
    size_t n = 0;

    while (n < LINES_MAX &&
           scanf("%255s %255s", asked[n].cookie, asked[n].path) == 2)
        n++;
    return n;
}

static void pages(struct ctx *cx, const char *dir, double length, int threads)
{
    static struct asked asked[LINES_MAX];
    struct store s = {.dir = dir};
    pthread_t thread[16];
    struct reading r[16] = {0}, all = {0};
    double worst = 1;

    must(cx, store_open(cx, &s));
    struct app app = {
        .database = s.database, .hooks = &program_hooks, .clock = now};
    size_t n = read_asked(asked);
    for (int i = 0; n && i < threads && i < 16; i++) {
        r[i] = (struct reading){.app = &app,
                                .asked = asked,
                                .n = n,
                                .runs = calloc(RUNS_MAX, sizeof(double)),
                                .from = n * (size_t)i / (size_t)threads,
                                .until = seconds(CLOCK_MONOTONIC) + length};
        if (!r[i].runs ||
            pthread_create(&thread[i], NULL, read_pages, &r[i]) != 0)
            exit(1);
    }
    for (int i = 0; n && i < threads && i < 16; i++) {
        (void)pthread_join(thread[i], NULL);
        all.pages += r[i].pages;
        all.bytes += r[i].bytes;
        all.wrong += r[i].wrong;
        all.cpu += r[i].cpu;
        double mine = unsteady(&r[i]);
        worst = mine > worst ? mine : worst;
        free(r[i].runs);
    }
    (void)printf("%.0f a second, %.1f us each, %lu bytes, %.2f unsteady, "
                 "%lu wrong\n",
                 (double)all.pages / length,
                 all.cpu * 1e6 / (double)(all.pages ? all.pages : 1),
                 all.bytes / (all.pages ? all.pages : 1), worst, all.wrong);
}

/* --- commits --- */

static void one_row(struct ctx *cx, int64_t i)
{
    struct query *q =
        db_sql(cx, "INSERT INTO frame_once (account, id, fields, location, at)"
                   " VALUES ($1, $2, '', '/me', $3)");

    db_put_int(q, -1);
    db_put_text(q, arena_fmt(cx->mem, "%" PRId64 "-%" PRId64, cx->now, i));
    db_put_int(q, 0);
    must(cx, db_end(q));
}

static void commits(struct ctx *cx, const char *dir, double length, int rows)
{
    struct store s = {.dir = dir};
    struct arena *mem = cx->mem;
    int64_t done = 0;

    must(cx, store_open(cx, &s));
    cx->mem = arena_new(64 << 20);
    double began = seconds(CLOCK_MONOTONIC), took = 0;
    while ((took = seconds(CLOCK_MONOTONIC) - began) < length) {
        must(cx, db_begin(cx));
        for (int i = 0; i < rows; i++)
            one_row(cx, done++);
        must(cx, db_commit(cx));
        arena_reset(cx->mem);
    }
    must(cx, db_begin(cx));
    struct query *q = db_sql(cx, "DELETE FROM frame_once WHERE account = -1");
    must(cx, db_end(q) && db_commit(cx));
    arena_free(cx->mem);
    cx->mem = mem;
    (void)printf("%.0f a second, in commits of %d\n", (double)done / took,
                 rows);
}

/* --- templates: the same page by hand --- */

static void by_hand(struct tpl *t, const struct bench_view *v)
{
    tpl_raw(t, "<ul class=\"card card--flush list\">\n");
    for (size_t i = 0; i < v->rows.n; i++) {
        const struct bench_row *r = &v->rows.at[i];
        tpl_raw(t, "\n<li class=\"item\"><span class=\"grow\"><span "
                   "class=\"item__t\">");
        tpl_text(t, r->name);
        tpl_raw(t, "</span><br><span class=\"soft small\">");
        tpl_text(t, r->words);
        tpl_raw(t, "</span></span><span class=\"tag\">");
        tpl_int(t, r->n);
        tpl_raw(t, "</span></li>\n");
    }
    tpl_raw(t, "\n</ul>\n");
}

static double time_pages(void (*write)(struct tpl *, const struct bench_view *),
                         const struct bench_view *v, double length, size_t *n)
{
    struct arena *mem = arena_new(1 << 20);
    double began = seconds(CLOCK_PROCESS_CPUTIME_ID), took = 0;
    unsigned long pages = 0;

    while ((took = seconds(CLOCK_PROCESS_CPUTIME_ID) - began) < length) {
        for (int i = 0; i < 100; i++, pages++) {
            struct tpl t = tpl_new(mem, LANG_EN);
            write(&t, v);
            *n = t.out.n;
            arena_reset(mem);
        }
    }
    arena_free(mem);
    return took * 1e6 / (double)pages;
}

static void templates(struct ctx *cx, double length)
{
    struct bench_view v = {0};
    size_t n = 0, m = 0;
    double best[2] = {1e9, 1e9};

    for (int i = 0; i < 60; i++)
        *LIST_PUSH(cx->mem, &v.rows) = (struct bench_row){
            "Denise Carter", "Dr. Rao, Thursday 2:30 pm. 3 of 8 done.", i};
    for (int round = 0; round < 5; round++) {
        double a = time_pages(bench_page_html, &v, length / 10, &n);
        double b = time_pages(by_hand, &v, length / 10, &m);
        best[0] = a < best[0] ? a : best[0];
        best[1] = b < best[1] ? b : best[1];
    }
    if (n != m)
        exit(1);
    (void)printf("compiled %.3f us, by hand %.3f us, %zu bytes\n", best[0],
                 best[1], n);
}

int main(int argc, char **argv)
{
    struct ctx cx = {.mem = arena_new((size_t)1 << 30),
                     .actor = &actor_operator,
                     .now = now()};
    const char *what = argc > 1 ? argv[1] : "";
    const char *dir = argc > 2 ? argv[2] : "";
    double length = argc > 3 ? strtod(argv[3], NULL) : 0;

    if (strcmp(what, "fill") == 0 && argc == 5)
        fill(&cx, dir, (int)length, (int)strtol(argv[4], NULL, 10));
    else if (strcmp(what, "pages") == 0 && argc == 5)
        pages(&cx, dir, length, (int)strtol(argv[4], NULL, 10));
    else if (strcmp(what, "commits") == 0 && argc == 4)
        commits(&cx, dir, length, 1);
    else if (strcmp(what, "batch") == 0 && argc == 4)
        commits(&cx, dir, length, BATCH);
    else if (strcmp(what, "template") == 0 && argc == 3)
        templates(&cx, strtod(argv[2], NULL));
    else
        return 2;
    arena_free(cx.mem);
    keys_close();
    return 0;
}
