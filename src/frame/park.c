#include "frame/park.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "frame/notes.h"
#include "frame/queue.h"

enum {
    BATCH_MAX = 256,
    TRIES_MAX = 24,     /* more than writers that may collide */
    QUEUE_MAX = 4096,   /* changes waiting; more: "busy" */
    PASSWORDS_MAX = 64, /* argon2id takes 64 MiB and 60 ms each */
    PASSWORD_THREADS = 2,
    WORK_MAX = 64,
    WORK_THREADS = 2,
    WORK_EACH = 2, /* waiting of one session: exports, or sheets of paper */
    SERVER_THREADS = 8,
    JOB_AGAIN = 60, /* seconds until a job that failed comes back */
};

struct crew {
    struct queue queue;
    struct park *park;
    void *(*loop)(void *);
    pthread_t thread[SERVER_THREADS];
    size_t threads;
};

struct park {
    struct app *app;
    struct crew writer, password, work, paper;
    int64_t *job_due;      /* one for each job, in the order of the modules */
    atomic_bool jobs_kept; /* one thread has taken the jobs */
    bool on_server;        /* PostgreSQL: nothing is read on a worker */
};

/* Every thread keeps one connection of each mode, closed when it ends. */
static pthread_key_t reader_key, writer_key;
static pthread_once_t keys_once = PTHREAD_ONCE_INIT;

static void close_db(void *db)
{
    db_close(db);
}

static void make_keys(void)
{
    if (pthread_key_create(&reader_key, close_db) != 0 ||
        pthread_key_create(&writer_key, close_db) != 0)
        abort();
}

static struct db *connection(struct app *app, struct arena *mem,
                             enum db_mode mode)
{
    pthread_key_t key = mode == DB_READ ? reader_key : writer_key;
    struct db *db = pthread_getspecific(key);
    const char *why = "";

    if (db && !db_is_broken(db))
        return db;
    db_close(db);
    (void)pthread_setspecific(key, NULL);
    db = db_open(mem, app->database, mode, &why);
    if (!db)
        (void)fprintf(stderr, "store: %s\n", why);
    else if (pthread_setspecific(key, db) != 0)
        abort();
    return db;
}

/* A transaction on this thread's connection. One that broke while it lay idle
 * (the server was restarted) is opened anew, and nobody notices. */
static bool begin(struct ctx *cx, struct app *app, enum db_mode mode)
{
    for (int tries = 0; tries < 2; tries++) {
        ctx_forgive(cx);
        cx->db = connection(app, cx->mem, mode);
        if (!cx->db)
            return false;
        if (db_begin(cx))
            return true;
        if (!db_is_broken(cx->db))
            return false;
    }
    return false;
}

/* A phase that only reads, in one read transaction. */
static bool read_phase(struct req_int *in, enum phase *next)
{
    if (!begin(&in->cx, in->app, DB_READ)) {
        serve_sorry(in);
        return false;
    }
    bool more = serve_phase(in, in->cx.db, next);
    db_rollback(&in->cx);
    return more;
}

static struct crew *crew_of(struct park *p, const struct req_int *in,
                            enum phase phase)
{
    if (phase != PHASE_BEFORE)
        return &p->writer;
    switch (in->rq.route->pool) {
    case POOL_PASSWORD: return &p->password;
    case POOL_PAPER: return &p->paper;
    case POOL_NONE:
    case POOL_WORK: break;
    }
    return &p->work;
}

void park(struct req_int *in, enum phase phase)
{
    struct crew *pool = crew_of(in->app->park, in, phase);

    in->phase = phase;
    if (queue_put(&pool->queue, in))
        return;
    serve_sorry(in);
    http_resume(in->call);
}

enum http_next park_first(struct req_int *in)
{
    enum phase next = PHASE_FIRST;

    in->phase = PHASE_FIRST;
    if (!in->app->park->on_server && !read_phase(in, &next))
        return HTTP_ANSWERED;
    park(in, next);
    return HTTP_PARKED;
}

static void *slow_loop(void *what)
{
    struct crew *pool = what;

    for (bool stop = false; !stop;) {
        struct req_int *in = queue_take(&pool->queue, 1, &stop);
        enum phase next = PHASE_RUN;
        if (!in)
            continue;
        if (read_phase(in, &next))
            park(in, next);
        else
            http_resume(in->call);
    }
    return NULL;
}

static bool run_job(const struct job *j, struct db *db, int64_t now)
{
    struct ctx cx = {.mem = arena_new(64 << 20),
                     .db = db,
                     .actor = &actor_operator,
                     .now = now};

    bool done = db_begin(&cx) && j->run(&cx) && db_commit(&cx);
    if (!done) {
        (void)fprintf(stderr, "job: %s: %s\n", j->name,
                      cx.err.why ? cx.err.why : cx.err.text);
        db_rollback(&cx);
    }
    arena_free(cx.mem);
    return done;
}

/* Every job whose time has come, each in a transaction of its own. One that
 * could not be done is tried again soon. */
static void run_jobs(struct park *p, struct db *db)
{
    int64_t now = p->app->clock();
    size_t i = 0;

    for (const struct module *const *m = modules; *m; m++)
        for (const struct job *j = (*m)->jobs; j && j->name; j++, i++)
            if (p->job_due[i] <= now) {
                p->job_due[i] =
                    now + (run_job(j, db, now) || j->every_seconds < JOB_AGAIN
                               ? j->every_seconds
                               : JOB_AGAIN);
            }
}

static void sorry_all(struct req_int *in)
{
    for (; in; in = in->next)
        serve_sorry(in);
}

static void resume_all(struct req_int *in)
{
    for (struct req_int *next; in; in = next) {
        next = in->next;
        http_resume(in->call);
    }
}

/* Many changes, one commit, one fsync; nothing is answered before it. */
static bool write_all(struct ctx *cx, struct app *app, struct req_int *first)
{
    enum phase next = PHASE_RUN;

    if (!begin(cx, app, DB_WRITE))
        return false;
    for (struct req_int *in = first; in; in = in->next)
        (void)serve_phase(in, cx->db, &next);
    if (db_commit(cx))
        return true;
    db_rollback(cx);
    return false;
}

static struct ctx writers_ctx(const struct req_int *in)
{
    return (struct ctx){
        .mem = arena_new(1 << 20), .actor = &actor_operator, .now = in->cx.now};
}

static void log_loss(const struct ctx *cx)
{
    (void)fprintf(stderr, "commit: %s\n",
                  cx->err.why ? cx->err.why : "no store");
}

static void write_batch(struct req_int *first)
{
    struct ctx cx = writers_ctx(first);

    if (!write_all(&cx, first->app, first)) {
        log_loss(&cx);
        sorry_all(first);
    }
    arena_free(cx.mem);
    resume_all(first);
}

static void *writer_loop(void *what)
{
    struct crew *pool = what;
    struct park *p = pool->park;

    for (bool stop = false; !stop;) {
        struct arena *mem = arena_new(1 << 20);
        struct req_int *in = queue_take(&pool->queue, BATCH_MAX, &stop);
        if (in)
            write_batch(in);
        struct db *db = stop ? NULL : connection(p->app, mem, DB_WRITE);
        if (db)
            run_jobs(p, db);
        arena_free(mem);
    }
    return NULL;
}

/* As it was before a try: the answer that waits for its notes, and the notes.
 */
static void go_back(struct req_int *in, struct http_answer answer,
                    const struct notes *notes)
{
    if (in->phase != PHASE_NOTES)
        serve_again(in);
    in->call->answer = answer;
    ctx_forgive(&in->cx);
    in->cx.notes = NULL;
    if (notes) {
        in->cx.notes = ARENA_NEW(in->call->mem, struct notes);
        *in->cx.notes = *notes;
    }
}

enum outcome { KEPT, NOT_KEPT, NOT_KNOWN };

/* NOT_KEPT: nothing of it was, so it may go again. PostgreSQL refuses one of
 * two writers that got in each other's way; and a connection may break. Only
 * when it breaks in the commit itself can nobody tell what was kept: then who
 * sent it is asked to send it again, and it counts once. */
static enum outcome write_once(struct ctx *cx, struct req_int *in)
{
    enum phase next = PHASE_RUN;

    if (!begin(cx, in->app, DB_WRITE))
        return NOT_KNOWN;
    (void)serve_phase(in, cx->db, &next);
    bool again = db_is_broken(cx->db) ||
                 (in->cx.err.code == ERR_UNAVAILABLE && in->cx.err.why);
    if (!again && db_commit(cx))
        return KEPT;
    db_rollback(cx);
    bool refused = cx->err.code == ERR_UNAVAILABLE && !db_is_broken(cx->db);
    return again || refused ? NOT_KEPT : NOT_KNOWN;
}

static void write_one(struct req_int *in)
{
    struct http_answer answer = in->call->answer;
    struct notes notes = in->cx.notes ? *in->cx.notes : (struct notes){0};
    struct ctx cx = writers_ctx(in);
    enum outcome so = write_once(&cx, in);

    for (int tries = 1; so == NOT_KEPT && tries < TRIES_MAX; tries++) {
        go_back(in, answer, notes.n ? &notes : NULL);
        so = write_once(&cx, in);
    }
    if (so != KEPT) {
        log_loss(cx.err.code ? &cx : &in->cx);
        serve_sorry(in);
    }
    arena_free(cx.mem);
    http_resume(in->call);
}

/* PostgreSQL: commits are grouped by the server; writers run side by side. */
static void *server_loop(void *what)
{
    struct crew *pool = what;
    struct park *p = pool->park;
    bool keeps_jobs = !atomic_exchange(&p->jobs_kept, true);

    for (bool stop = false; !stop;) {
        struct arena *mem = arena_new(1 << 20);
        struct req_int *in = queue_take(&pool->queue, 1, &stop);
        enum phase next = PHASE_RUN;
        if (in && in->phase == PHASE_FIRST) {
            if (read_phase(in, &next))
                park(in, next);
            else
                http_resume(in->call);
        } else if (in) {
            write_one(in);
        }
        struct db *db =
            keeps_jobs && !stop ? connection(p->app, mem, DB_WRITE) : NULL;
        if (db)
            run_jobs(p, db);
        arena_free(mem);
    }
    return NULL;
}

static bool pool_start(struct park *p, struct crew *pool, size_t threads)
{
    pool->park = p;
    for (; pool->threads < threads; pool->threads++)
        if (pthread_create(&pool->thread[pool->threads], NULL, pool->loop,
                           pool) != 0)
            return false;
    return true;
}

static void pool_stop(struct crew *pool)
{
    queue_stop(&pool->queue);
    for (size_t i = 0; i < pool->threads; i++)
        (void)pthread_join(pool->thread[i], NULL);
}

static size_t count_jobs(void)
{
    size_t n = 0;

    for (const struct module *const *m = modules; *m; m++)
        for (const struct job *j = (*m)->jobs; j && j->name; j++)
            n++;
    return n;
}

bool park_start(struct ctx *cx, struct app *app, struct park **out)
{
    struct park *p = calloc(1, sizeof *p);
    bool server = db_is_server(cx->db);

    (void)pthread_once(&keys_once, make_keys);
    if (!p || !(p->job_due = calloc(count_jobs() + 1, sizeof *p->job_due)))
        abort();
    p->app = app;
    p->on_server = server;
    *out = app->park = p;
    p->writer.loop = server ? server_loop : writer_loop;
    p->password.loop = p->work.loop = p->paper.loop = slow_loop;
    queue_init(&p->writer.queue, QUEUE_MAX);
    queue_init(&p->password.queue, PASSWORDS_MAX);
    queue_init(&p->work.queue, WORK_MAX);
    queue_init(&p->paper.queue, WORK_MAX);
    p->work.queue.each = p->paper.queue.each = WORK_EACH;
    if (pool_start(p, &p->writer, server ? SERVER_THREADS : 1) &&
        pool_start(p, &p->password, PASSWORD_THREADS) &&
        pool_start(p, &p->work, WORK_THREADS) &&
        pool_start(p, &p->paper, WORK_THREADS))
        return true;
    park_stop(p);
    *out = app->park = NULL;
    return fail(cx, ERR_UNAVAILABLE, NULL, "No thread could be started.");
}

void park_stop(struct park *p)
{
    pool_stop(&p->paper);
    pool_stop(&p->work);
    pool_stop(&p->password);
    pool_stop(&p->writer);
    free(p->job_due);
    free(p);
}
