#include "page/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "page/pdf_script.h"
#include "web/assets.h"

/* --- the document --- */

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

static void put_base64(struct buf *b, struct blob in)
{
    for (size_t i = 0; i < in.n; i += 3) {
        size_t left = in.n - i;
        unsigned v = (unsigned)in.at[i] << 16 |
                     (left > 1 ? (unsigned)in.at[i + 1] << 8 : 0) |
                     (left > 2 ? (unsigned)in.at[i + 2] : 0);
        buf_putc(b, base64_digits[v >> 18 & 63]);
        buf_putc(b, base64_digits[v >> 12 & 63]);
        buf_putc(b, base64_digits[left > 1 ? v >> 6 & 63 : 64]);
        buf_putc(b, base64_digits[left > 2 ? v & 63 : 64]);
    }
}

/* The style for paper, with each type face in place of its address. */
static void put_style(struct buf *b)
{
    static const char before[] = "url(fonts/";
    struct blob css = web_asset("pdf.css")->raw;
    const char *s = (const char *)css.at, *end = s + css.n;

    for (const char *u; (u = memmem(s, (size_t)(end - s), before,
                                    sizeof before - 1)) != NULL;) {
        const char *name = u + sizeof before - 1;
        const char *close = memchr(name, ')', (size_t)(end - name));
        char file[32] = "";
        if (!close || (size_t)(close - name) >= sizeof file)
            break;
        memcpy(file, name, (size_t)(close - name));
        buf_put(b, s, (size_t)(u - s));
        buf_puts(b, "url(data:font/woff2;base64,");
        put_base64(b, web_asset(file)->raw);
        buf_putc(b, ')');
        s = close + 1;
    }
    buf_put(b, s, (size_t)(end - s));
}

const char *pdf_document(struct ctx *cx, const struct page *p,
                         struct page_look look)
{
    struct tpl t = tpl_new(cx->mem, p->lang);

    buf_fmt(&t.out,
            "<!doctype html><html lang=\"%s\"><head>"
            "<meta charset=\"utf-8\"><title>",
            lang_tag(p->lang));
    tpl_text(&t, p->name);
    buf_puts(&t.out, "</title><style>");
    put_style(&t.out);
    buf_puts(&t.out, "</style></head><body>");
    page_draw(&t, p, look);
    buf_puts(&t.out, "</body></html>");
    return t.out.at;
}

/* --- the process --- */

struct drawing {
    pid_t pid;
    int in, out; /* our ends of its pipes */
};

static int64_t seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static bool spawn(struct arena *mem, struct drawing *d, int in[2], int out[2])
{
    char *const argv[] = {arena_dup(mem, "python3"), arena_dup(mem, "-I"),
                          arena_dup(mem, "-c"), arena_dup(mem, pdf_script),
                          NULL};
    /* No file says when it was drawn: the same page, the same bytes. */
    char *const envp[] = {arena_dup(mem, "PATH=/usr/bin:/bin"),
                          arena_dup(mem, "SOURCE_DATE_EPOCH=0"),
                          arena_dup(mem, "LC_ALL=C.UTF-8"),
                          arena_dup(mem, "HOME=/nonexistent"), NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, usual;

    (void)sigemptyset(&none);
    (void)sigemptyset(&usual);
    (void)sigaddset(&usual, SIGPIPE);
    (void)sigaddset(&usual, SIGTERM);
    (void)posix_spawn_file_actions_init(&files);
    (void)posix_spawn_file_actions_adddup2(&files, in[0], STDIN_FILENO);
    (void)posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
    (void)posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null",
                                           O_WRONLY, 0);
    (void)posix_spawnattr_init(&how);
    (void)posix_spawnattr_setsigmask(&how, &none);
    (void)posix_spawnattr_setsigdefault(&how, &usual);
    (void)posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK |
                                             POSIX_SPAWN_SETSIGDEF);
    bool begun =
        posix_spawn(&d->pid, "/usr/bin/python3", &files, &how, argv, envp) == 0;
    (void)posix_spawn_file_actions_destroy(&files);
    (void)posix_spawnattr_destroy(&how);
    d->in = in[1];
    d->out = out[0];
    (void)close(in[0]);
    (void)close(out[1]);
    if (!begun) {
        (void)close(d->in);
        (void)close(d->out);
    }
    return begun;
}

static bool begin(struct arena *mem, struct drawing *d)
{
    int in[2], out[2];

    if (pipe2(in, O_CLOEXEC) != 0)
        return false;
    if (pipe2(out, O_CLOEXEC) != 0) {
        (void)close(in[0]);
        (void)close(in[1]);
        return false;
    }
    (void)fcntl(in[1], F_SETFL, O_NONBLOCK);
    (void)fcntl(out[0], F_SETFL, O_NONBLOCK);
    return spawn(mem, d, in, out);
}

/* The last call did nothing yet, and may be made again. */
static bool not_now(void)
{
    return errno == EAGAIN || errno == EINTR;
}

/* Hand over some of what is left; the pipe is closed behind the last byte, or
 * when the process does not want more. */
static void give(struct drawing *d, const char **text, size_t *left)
{
    ssize_t n = write(d->in, *text, *left);

    if (n > 0) {
        *text += n;
        *left -= (size_t)n;
    }
    if (*left == 0 || (n < 0 && !not_now())) {
        (void)close(d->in);
        d->in = -1;
    }
}

/* True while there may be more to take. */
static bool take(struct drawing *d, struct buf *out)
{
    char some[16 * 1024];
    ssize_t n = read(d->out, some, sizeof some);

    if (n > 0)
        buf_put(out, some, (size_t)n);
    return !out->full && (n > 0 || (n < 0 && not_now()));
}

static void talk(struct drawing *d, const char *text, struct buf *out)
{
    size_t left = strlen(text);
    int64_t end = seconds() + PDF_SECONDS_MAX;

    while (seconds() < end) {
        struct pollfd on[] = {{d->out, POLLIN, 0}, {d->in, POLLOUT, 0}};
        if (poll(on, 2, 1000) <= 0)
            continue;
        if (d->in >= 0 && on[1].revents)
            give(d, &text, &left);
        if (on[0].revents && !take(d, out))
            return;
    }
}

/* Whatever happened, the process is gone when this returns. */
static bool finish(struct drawing *d)
{
    int status = 0;

    if (d->in >= 0)
        (void)close(d->in);
    (void)close(d->out);
    int64_t end = seconds() + 2;
    while (waitpid(d->pid, &status, WNOHANG) == 0) {
        if (seconds() >= end)
            (void)kill(d->pid, SIGKILL);
        (void)poll(NULL, 0, 5);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool pdf_make(struct ctx *cx, const struct page *p, struct page_look look,
              struct blob *out)
{
    const char *text =
        arena_fmt(cx->mem, "%d\n%s", look.large ? 0 : page_percent(cx->mem, p),
                  pdf_document(cx, p, look));
    struct buf drawn = buf_new(cx->mem, PDF_BYTES_MAX);
    struct drawing d;
    bool made = begin(cx->mem, &d);

    if (made) {
        talk(&d, text, &drawn);
        made = finish(&d) && drawn.n > 4 && memcmp(drawn.at, "%PDF", 4) == 0;
    }
    if (!made)
        return fail(
            cx, ERR_UNAVAILABLE, NULL,
            "The PDF could not be made just now. You can print the page "
            "instead.");
    *out = (struct blob){(const unsigned char *)drawn.at, drawn.n};
    return true;
}
