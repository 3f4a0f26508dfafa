#include "week/view.h"

enum { TENTHS = 10, GAP = 6, HOUR = 60 };

struct week_bar week_bar(struct arena *mem, const struct week *w, bool list)
{
    struct week_bar bar = {.week = w, .list = list};
    int x = 0;

    for (int i = 0; i < WEEK_KINDS; i++) {
        const int width = w->share[i] * TENTHS;
        if (width == 0)
            continue;
        *LIST_PUSH(mem, &bar.parts) = (struct bar_part){
            .kind = (enum week_kind)i,
            .says = week_kind_says((enum week_kind)i),
            .short_says = week_kind_short((enum week_kind)i),
            .share = w->share[i],
            .x = x,
            .width = x + width < 100 * TENTHS ? width - GAP : width,
            .minutes = i == WEEK_PEOPLE
                           ? w->minutes[WEEK_PEOPLE] + w->minutes[WEEK_GROUP]
                           : w->minutes[i]};
        x += width;
    }
    return bar;
}

void week_minutes(struct tpl *t, int64_t minutes)
{
    if (minutes >= HOUR) {
        tpl_int(t, minutes / HOUR);
        tpl_raw(t, " h");
        if (minutes % HOUR == 0)
            return;
        tpl_raw(t, " ");
    }
    tpl_int(t, minutes % HOUR);
    tpl_raw(t, " min");
}
