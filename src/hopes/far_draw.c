/* The line as stairs: each point is one stair, as high as she said it was big.
 * Only her own sizes are in it: nothing is measured but by herself. */
#include "hopes/view.h"
#include "web/svg.h"

/* In tenths of the drawing, which is 320 wide and 180 high. */
enum { LEFT = 140, RIGHT = 3060, BOTTOM = 1400, TOP = 160, MANY = 25 };

static const int rise[MOVE_SIZES] = {2, 2, 4, 8};
static const int radius[MOVE_SIZES] = {40, 40, 55, 70};

static int radius_of(const struct point *p, size_t n)
{
    const int r = p->wish ? 80 : radius[p->m.size];

    return n > MANY ? r / 2 : r;
}

/* A diamond for a new way to see, a square for what others count. */
static const char *mark(struct arena *mem, const struct point *p, int x, int y,
                        int r)
{
    struct buf b = buf_new(mem, 128);

    if (p->wish || p->m.kind == MOVE_STEP)
        return NULL;
    if (p->m.kind == MOVE_SHIFT) {
        svg_step(&b, 'M', x - r, y);
        svg_step(&b, 'L', x, y - r);
        svg_step(&b, 'L', x + r, y);
        svg_step(&b, 'L', x, y + r);
    } else {
        svg_step(&b, 'M', x - r, y - r);
        svg_step(&b, 'L', x + r, y - r);
        svg_step(&b, 'L', x + r, y + r);
        svg_step(&b, 'L', x - r, y + r);
    }
    buf_putc(&b, 'Z');
    return b.at;
}

static int year_of(struct date d)
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    return year;
}

void far_draw(struct arena *mem, const struct line *line, struct date today,
              struct far_picture *out)
{
    const bool ends = line->after == 0; /* at today, which is no point */
    struct buf path = buf_new(mem, 8192);
    int all = 0, high = 0;

    *out = (struct far_picture){.path = "", .n = line->n};
    for (size_t i = 1; i < line->n; i++)
        all += rise[line->at[i].m.size];
    for (size_t i = 0; i < line->n; i++) {
        const struct point *p = &line->at[i];
        const int gaps = (int)line->n - !ends > 0 ? (int)line->n - !ends : 1;
        const int x = LEFT + (RIGHT - LEFT) * (int)i / gaps;
        high += i > 0 ? rise[p->m.size] : 0;
        const int y = BOTTOM - (all ? (BOTTOM - TOP) * high / all : 0);
        const int r = radius_of(p, line->n);
        if (i == 0) {
            svg_step(&path, 'M', x, y);
        } else {
            buf_putc(&path, 'H');
            svg_put(&path, x);
            buf_putc(&path, 'V');
            svg_put(&path, y);
        }
        *LIST_PUSH(mem, &out->points) =
            (struct stair){.x = svg_number(mem, x),
                           .y = svg_number(mem, y),
                           .r = svg_number(mem, r),
                           .mark = mark(mem, p, x, y, r),
                           .wish = p->wish};
    }
    if (line->n == 0)
        return;
    if (ends) {
        buf_putc(&path, 'H');
        svg_put(&path, RIGHT);
    }
    out->path = path.at;
    out->from = line->at[0].m.day;
    out->to = ends ? today : line->at[line->n - 1].m.day;
    out->from_year = year_of(out->from);
    out->to_year = year_of(out->to);
    out->ends = ends;
}
