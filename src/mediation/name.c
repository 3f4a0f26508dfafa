/* Two sides: named to her by what she means (sharing/named.h). */
#include "mediation/sides.h"
#include "sharing/named.h"

bool sides_name(struct ctx *cx, const void *what)
{
    const struct named_list *list = what;
    struct sides_lines all;

    if (!sides_list(cx, &all))
        return false;
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < all.n; k++)
            if (list->at[i].what.topic == TOPIC_MEDIATION &&
                list->at[i].what.thing == all.at[k].said.id.v)
                list->at[i].words = all.at[k].hers.mean;
    return true;
}
