#include "web/svg.h"

void svg_put(struct buf *b, int tenths)
{
    buf_int(b, tenths / 10);
    if (tenths % 10) {
        buf_putc(b, '.');
        buf_int(b, tenths % 10);
    }
}

void svg_step(struct buf *b, char command, int x, int y)
{
    buf_putc(b, command);
    svg_put(b, x);
    buf_putc(b, ' ');
    svg_put(b, y);
}

const char *svg_number(struct arena *mem, int tenths)
{
    struct buf b = buf_new(mem, 16);

    svg_put(&b, tenths);
    return b.at;
}
