#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keys/keys_int.h"

enum { FILE_MAX = 1024, DIFFERENT_BYTES = 12 };

static const char head[] =
    "# The master key of a Beside store. Whoever has this file and the data\n"
    "# can read everything; without it, nobody can. Keep a copy in a safe\n"
    "# place apart from the data and its backups.\n";

static bool may_be_read(struct ctx *cx, const char *file, int fd)
{
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0)
        return fail(cx, ERR_INVALID, NULL,
                    "The key file %s cannot be read: %s.", file,
                    strerror(errno));
    if (!S_ISREG(st.st_mode))
        return fail(cx, ERR_INVALID, NULL, "The key file %s is not a file.",
                    file);
    if (st.st_mode & 077)
        return fail(cx, ERR_INVALID, NULL,
                    "The key file %s can be read by others. Make it yours "
                    "alone: chmod 600 %s",
                    file, file);
    return true;
}

/* 64 hex digits on a line of their own, after lines that start with "#". */
static bool parse(const char *text, unsigned char key[KEY_BYTES])
{
    const char *end = NULL;
    size_t n = 0;

    while (*text == '#') {
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return sodium_hex2bin(key, KEY_BYTES, text, strlen(text), NULL, &n, &end) ==
               0 &&
           n == KEY_BYTES && end[strspn(end, "\r\n")] == '\0';
}

/* A key made by chance has about 30 different bytes of 32. */
static bool is_weak(const unsigned char key[KEY_BYTES])
{
    bool seen[256] = {false};
    int different = 0;

    for (size_t i = 0; i < KEY_BYTES; i++) {
        different += !seen[key[i]];
        seen[key[i]] = true;
    }
    return different < DIFFERENT_BYTES;
}

bool key_file_read(struct ctx *cx, const char *file,
                   unsigned char key[KEY_BYTES])
{
    char text[FILE_MAX] = {0};
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool good = may_be_read(cx, file, fd);

    if (good && (read(fd, text, sizeof text - 1) < 0 || !parse(text, key)))
        good = fail(cx, ERR_INVALID, NULL,
                    "%s is not a key file: it must hold 64 hexadecimal digits.",
                    file);
    if (good && is_weak(key))
        good = fail(cx, ERR_INVALID, NULL,
                    "The key in %s was not made by chance. Please make a new "
                    "one.",
                    file);
    sodium_memzero(text, sizeof text);
    if (fd >= 0)
        (void)close(fd);
    return good;
}

bool file_sync_folder(struct arena *mem, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *folder =
        slash ? arena_dup_n(mem, file, (size_t)(slash - file) + 1) : ".";
    int dir = open(folder, O_RDONLY | O_CLOEXEC);
    bool done = dir >= 0 && fsync(dir) == 0;

    if (dir >= 0)
        (void)close(dir);
    return done;
}

bool key_file_write(struct ctx *cx, const char *file,
                    const unsigned char key[KEY_BYTES])
{
    char text[sizeof head + 2UL * KEY_BYTES + 1];
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (fd < 0 && errno == EEXIST)
        return fail(cx, ERR_CONFLICT, NULL, "%s is there already.", file);
    if (fd < 0)
        return fail(cx, ERR_INVALID, NULL, "%s cannot be written: %s.", file,
                    strerror(errno));
    memcpy(text, head, sizeof head);
    (void)sodium_bin2hex(text + sizeof head - 1, 2 * KEY_BYTES + 1, key,
                         KEY_BYTES);
    text[sizeof text - 2] = '\n';
    ssize_t n = (ssize_t)sizeof text - 1;
    bool done = write(fd, text, (size_t)n) == n && fsync(fd) == 0 &&
                file_sync_folder(cx->mem, file);
    sodium_memzero(text, sizeof text);
    (void)close(fd);
    if (done)
        return true;
    (void)unlink(file);
    return fail(cx, ERR_INVALID, NULL, "%s cannot be written: %s.", file,
                strerror(errno));
}
