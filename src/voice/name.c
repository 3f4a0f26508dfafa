/* Words of hers: named to her by the first of them (sharing/named.h). */
#include "sharing/named.h"
#include "voice/voice.h"

bool voice_name(struct ctx *cx, const void *what)
{
    const struct named_list *list = what;
    struct voice_lines all;

    if (!voice_list(cx, &all))
        return false;
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < all.n; k++)
            if (list->at[i].what.thing == all.at[k].said.id.v &&
                (list->at[i].what.topic == TOPIC_STATEMENT ||
                 list->at[i].what.topic == TOPIC_STATEMENT_REPLY ||
                 list->at[i].what.topic == TOPIC_TYPING))
                list->at[i].words = all.at[k].words.message;
    return true;
}
