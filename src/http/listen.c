#include "http/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 4096 };

static const char unix_prefix[] = "unix:";

union any_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_un local;
};

static const char *unix_path(const char *address)
{
    size_t n = sizeof unix_prefix - 1;

    return strncmp(address, unix_prefix, n) != 0 ? NULL : address + n;
}

/* Bytes of address; 0: it is none. */
static socklen_t read_address(const char *text, uint16_t port,
                              union any_address *out)
{
    const char *path = unix_path(text);

    memset(out, 0, sizeof *out);
    if (path) {
        if (!*path || strlen(path) >= sizeof out->local.sun_path)
            return 0;
        out->local.sun_family = AF_UNIX;
        memcpy(out->local.sun_path, path, strlen(path));
        return sizeof out->local;
    }
    if (inet_pton(AF_INET, text, &out->v4.sin_addr) == 1) {
        out->v4.sin_family = AF_INET;
        out->v4.sin_port = htons(port);
        return sizeof out->v4;
    }
    if (inet_pton(AF_INET6, text, &out->v6.sin6_addr) == 1) {
        out->v6.sin6_family = AF_INET6;
        out->v6.sin6_port = htons(port);
        return sizeof out->v6;
    }
    return 0;
}

/* A socket file that a stopped server left behind. */
static void remove_stale(const union any_address *a, socklen_t n)
{
    struct stat st;
    int fd;

    if (a->any.sa_family != AF_UNIX || lstat(a->local.sun_path, &st) != 0 ||
        !S_ISSOCK(st.st_mode))
        return;
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    if (connect(fd, &a->any, n) != 0 && errno == ECONNREFUSED)
        (void)unlink(a->local.sun_path);
    (void)close(fd);
}

static const char *reason(void)
{
    switch (errno) {
    case EADDRINUSE: return "Another program listens on this address and port.";
    case EACCES: return "Listening on this address and port is not allowed.";
    case EADDRNOTAVAIL: return "This machine does not have that address.";
    case ENOENT: return "The folder for the socket does not exist.";
    default: return "The address to listen on could not be opened.";
    }
}

static uint16_t port_of(int fd)
{
    union any_address a = {.any.sa_family = AF_UNIX};
    socklen_t n = sizeof a;

    if (getsockname(fd, &a.any, &n) != 0 || a.any.sa_family == AF_UNIX)
        return 0;
    return ntohs(a.any.sa_family == AF_INET ? a.v4.sin_port : a.v6.sin6_port);
}

int listen_open(const char *address, uint16_t *port, const char **why)
{
    union any_address a;
    socklen_t n = read_address(address, *port, &a);
    int on = 1, fd;

    if (!n) {
        *why = "This is no address to listen on.";
        return -1;
    }
    remove_stale(&a, n);
    fd = socket(a.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        *why = reason();
        return -1;
    }
    if (a.any.sa_family != AF_UNIX)
        (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, &a.any, n) != 0 ||
        (a.any.sa_family == AF_UNIX && chmod(a.local.sun_path, 0660) != 0) ||
        listen(fd, BACKLOG) != 0) {
        *why = reason();
        (void)close(fd);
        return -1;
    }
    *port = port_of(fd);
    return fd;
}

void listen_end(int fd, const char *address)
{
    const char *path = unix_path(address);

    if (path)
        (void)unlink(path);
    (void)shutdown(fd, SHUT_RDWR);
}
