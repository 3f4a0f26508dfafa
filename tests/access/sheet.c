/* What changes on the sheet on which Denise thinks a choice over, where Ruth
 * sits beside her with the questions alone (R59, R81); and on her list of what
 * helps, of which Ruth reads one line (R58). */
#include "weighing/sheet.h"
#include "access/town.h"
#include "helps/open.h"

static bool sheet_says(struct ctx *cx, enum sheet_part part, const char *says)
{
    const char *words[SHEET_PARTS] = {0};
    struct sheets all;

    words[part] = says;
    return sheet_list(cx, &all) && all.n > 0 &&
           sheet_write(cx, &all.at[0], words);
}

bool town_worry(struct ctx *cx)
{
    return sheet_says(cx, SHEET_WORRIES, "That I sleep through the wedding");
}

bool town_question(struct ctx *cx)
{
    return sheet_says(cx, SHEET_ASK, "Whom do I ask about sleep?");
}

/* Each line of her list that her peer reads, or each of the others, in other
 * words. */
static bool change_helps(struct ctx *cx, bool read)
{
    struct strategies all;

    if (!strategy_list(cx, town.denise, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct strategy *s = &all.at[i];
        struct openeds readers;
        bool reads = false;
        if (!strategy_readers(cx, s->id, &readers))
            return false;
        for (size_t k = 0; k < readers.n; k++)
            reads = reads || readers.at[k].reads;
        s->words = "A bath with the door open";
        if (reads == read &&
            (!strategy_change(cx, s) || !strategy_used(cx, s->id)))
            return false;
    }
    return true;
}

bool town_helps(struct ctx *cx)
{
    return change_helps(cx, false);
}

bool town_helps_open(struct ctx *cx)
{
    return change_helps(cx, true);
}
