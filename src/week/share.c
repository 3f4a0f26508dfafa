#include "week/share.h"

#include "base/lang.h"

enum { WHOLE = 100 };

/* The points that rounding down left over go to who lost most by it. */
static void hand_out(struct week *w, int64_t lost[WEEK_KINDS], int left)
{
    while (left-- > 0) {
        int most = 0;
        for (int i = 1; i < WEEK_KINDS; i++)
            if (lost[i] > lost[most])
                most = i;
        w->share[most]++;
        lost[most] = -1;
    }
}

void week_reckon(struct week *w)
{
    int64_t lost[WEEK_KINDS] = {0};
    int left = WHOLE;

    w->all = 0;
    for (int i = 0; i < WEEK_KINDS; i++)
        w->all += w->minutes[i];
    for (int i = 0; i < WEEK_KINDS; i++) {
        int64_t n = w->minutes[i];
        if (i == WEEK_PEOPLE)
            n += w->minutes[WEEK_GROUP];
        else if (i == WEEK_GROUP)
            n = 0;
        w->share[i] = w->all > 0 ? (int)(n * WHOLE / w->all) : 0;
        lost[i] = w->all > 0 ? n * WHOLE % w->all : 0;
        left -= w->share[i];
    }
    if (w->all > 0)
        hand_out(w, lost, left);
}

const char *week_kind_says(enum week_kind kind)
{
    static const char *const says[WEEK_KINDS] = {
        N_("Peer work"),  N_("A group"),           N_("On the way"),
        N_("Writing"),    N_("Team and learning"), N_("Errands and rides"),
        N_("Front desk"), N_("Paperwork"),         N_("Asked-to-do clinical")};

    return says[kind];
}

const char *week_kind_short(enum week_kind kind)
{
    static const char *const says[WEEK_KINDS] = {
        N_("peer work"), N_("groups"),    N_("the way"),
        N_("writing"),   N_("team"),      N_("errands"),
        N_("desk"),      N_("paperwork"), N_("asked-to-do clinical")};

    return says[kind];
}
