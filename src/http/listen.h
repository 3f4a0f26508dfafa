/* http/listen.h - the socket a server listens on. */
#ifndef HTTP_LISTEN_H
#define HTTP_LISTEN_H

#include <stdbool.h>
#include <stdint.h>

/* An open socket that listens on "127.0.0.1", "::1" or "unix:/path", or -1;
 * then *why says it in a sentence (static text). *port is the one wanted (0:
 * any) and then the one got (0 for a UNIX socket). A UNIX socket that nobody
 * serves any more is replaced; it is made for the owner and the group. */
int listen_open(const char *address, uint16_t *port, const char **why);

/* No new connection gets in; the file of a UNIX socket is gone. The socket is
 * still the caller's to close. */
void listen_end(int fd, const char *address);

#endif
