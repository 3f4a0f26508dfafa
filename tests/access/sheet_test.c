/* What changes on the sheet on which Denise thinks a choice over; Ruth sits
 * beside her with the questions alone: R59, R81. */
#include "access/town.h"
#include "weighing/sheet.h"

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
