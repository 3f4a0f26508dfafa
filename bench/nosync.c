/* bench/nosync.c - taken in before the C library, it makes syncing free: what
 * saves would cost if a disk could promise for nothing. */
#include <unistd.h>

int fsync(int fd)
{
    (void)fd;
    return 0;
}

int fdatasync(int fd)
{
    (void)fd;
    return 0;
}
