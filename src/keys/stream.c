#include "keys/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "keys/keys_int.h"

enum {
    CHUNK = 64 * 1024,
    TAG = crypto_secretstream_xchacha20poly1305_ABYTES,
    HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    STREAM_OWNER = -1 /* of the wrapped key: no person */
};

/* As it lies in the file. */
struct head {
    char kind[STREAM_KIND];
    unsigned char id[STREAM_ID], salt[SALT_BYTES], wrapped[WRAP_BYTES];
    unsigned char header[HEADER];
};

struct stream {
    struct ctx *cx;
    const char *file, *part; /* part NULL: reading */
    FILE *f;
    struct head head;
    crypto_secretstream_xchacha20poly1305_state state;
    unsigned char *plain, *sealed; /* CHUNK, CHUNK + TAG */
    size_t at, n;                  /* of plain: read or written so far */
    bool last, done;
};

static void close_stream(void *what)
{
    struct stream *s = what;

    if (s->f)
        (void)fclose(s->f);
    if (s->part && !s->done)
        (void)unlink(s->part);
    sodium_memzero(&s->state, sizeof s->state);
    sodium_memzero(s->plain, CHUNK);
}

static struct stream *new_stream(struct ctx *cx, const char *file)
{
    struct stream *s = ARENA_NEW(cx->mem, struct stream);

    s->cx = cx;
    s->file = arena_dup(cx->mem, file);
    s->plain = arena_alloc(cx->mem, CHUNK);
    s->sealed = arena_alloc(cx->mem, CHUNK + TAG);
    arena_defer(cx->mem, close_stream, s);
    return s;
}

static bool not_written(struct stream *s)
{
    return fail(s->cx, ERR_UNAVAILABLE, NULL, "%s cannot be written: %s.",
                s->file, strerror(errno));
}

bool stream_make(struct ctx *cx, const char *file, const char *kind,
                 const unsigned char id[STREAM_ID], struct stream **out)
{
    struct stream *s = new_stream(cx, file);
    unsigned char key[KEY_BYTES];

    *out = s;
    memcpy(s->head.kind, kind, STREAM_KIND);
    memcpy(s->head.id, id, STREAM_ID);
    if (!store_salt(cx, s->head.salt))
        return false;
    const char *part = arena_fmt(cx->mem, "%s.part", file);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    s->f = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!s->f)
        return not_written(s);
    s->part = part;
    random_bytes(key, sizeof key);
    wrap_key(s->head.wrapped, key, STREAM_OWNER);
    (void)crypto_secretstream_xchacha20poly1305_init_push(&s->state,
                                                          s->head.header, key);
    sodium_memzero(key, sizeof key);
    return fwrite(&s->head, sizeof s->head, 1, s->f) == 1 || not_written(s);
}

static bool put_chunk(struct stream *s, bool last)
{
    unsigned long long n = 0;

    (void)crypto_secretstream_xchacha20poly1305_push(
        &s->state, s->sealed, &n, s->plain, s->at,
        (const unsigned char *)&s->head, sizeof s->head,
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    s->at = 0;
    return fwrite(s->sealed, 1, n, s->f) == n || not_written(s);
}

bool stream_put(struct stream *s, const void *bytes, size_t n)
{
    const unsigned char *b = bytes;

    while (n > 0) {
        size_t k = n < CHUNK - s->at ? n : CHUNK - s->at;
        memcpy(s->plain + s->at, b, k);
        s->at += k;
        b += k;
        n -= k;
        if (s->at == CHUNK && !put_chunk(s, false))
            return false;
    }
    return true;
}

bool stream_end(struct stream *s)
{
    if (!put_chunk(s, true))
        return false;
    bool done = fflush(s->f) == 0 && fsync(fileno(s->f)) == 0;
    done = fclose(s->f) == 0 && done;
    s->f = NULL;
    if (!done || rename(s->part, s->file) != 0)
        return not_written(s);
    s->done = true;
    return file_sync_folder(s->cx->mem, s->file) || not_written(s);
}

static bool read_head(struct ctx *cx, const char *file, FILE **f,
                      struct head *head)
{
    *f = fopen(file, "rbe");
    if (!*f)
        return fail(cx, ERR_NOTFOUND, NULL, "%s cannot be read: %s.", file,
                    strerror(errno));
    return fread(head, sizeof *head, 1, *f) == 1 ||
           fail(cx, ERR_INVALID, NULL, "%s is not a backup of Beside.", file);
}

bool stream_key(struct ctx *cx, const char *file, const char *key_file,
                const char *passphrase)
{
    struct head head;
    FILE *f = NULL;
    bool good = read_head(cx, file, &f, &head);

    if (f)
        (void)fclose(f);
    return good && (passphrase ? hold_passphrase(cx, passphrase, head.salt)
                               : hold_file(cx, key_file));
}

bool stream_open(struct ctx *cx, const char *file, const char *kind,
                 struct stream **out)
{
    struct stream *s = new_stream(cx, file);
    unsigned char key[KEY_BYTES];

    *out = s;
    if (!read_head(cx, file, &s->f, &s->head))
        return false;
    if (memcmp(s->head.kind, kind, STREAM_KIND) != 0)
        return fail(cx, ERR_INVALID, NULL, "%s is not a backup of Beside.",
                    file);
    struct blob wrapped = {s->head.wrapped, WRAP_BYTES};
    if (!unwrap_key(key, wrapped, STREAM_OWNER) ||
        crypto_secretstream_xchacha20poly1305_init_pull(
            &s->state, s->head.header, key) != 0)
        return fail(cx, ERR_INVALID, NULL, "%s was made with another key.",
                    file);
    sodium_memzero(key, sizeof key);
    return true;
}

const unsigned char *stream_id(const struct stream *s)
{
    return s->head.id;
}

static bool get_chunk(struct stream *s)
{
    unsigned long long n = 0;
    unsigned char tag = 0;
    size_t got = fread(s->sealed, 1, CHUNK + TAG, s->f);

    if (got < TAG || crypto_secretstream_xchacha20poly1305_pull(
                         &s->state, s->plain, &n, &tag, s->sealed, got,
                         (const unsigned char *)&s->head, sizeof s->head) != 0)
        return fail(s->cx, ERR_INVALID, NULL,
                    "%s is not whole: it was cut or changed.", s->file);
    s->at = 0;
    s->n = n;
    s->last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    /* It is never full, so bytes that follow it were read with it. */
    return true;
}

bool stream_get(struct stream *s, void *bytes, size_t max, size_t *n)
{
    *n = 0;
    while (s->at == s->n && !s->last)
        if (!get_chunk(s))
            return false;
    *n = max < s->n - s->at ? max : s->n - s->at;
    memcpy(bytes, s->plain + s->at, *n);
    s->at += *n;
    return true;
}
