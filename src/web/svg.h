/* web/svg.h - numbers of a drawing, in tenths of its unit. */
#ifndef WEB_SVG_H
#define WEB_SVG_H

#include "base/buf.h"

/* "12.5" for 125, "12" for 120. */
void svg_put(struct buf *b, int tenths);

/* A step of a path: "L12.5 30". */
void svg_step(struct buf *b, char command, int x, int y);

/* As svg_put(), for an attribute. Owns: mem. */
const char *svg_number(struct arena *mem, int tenths);

#endif
