/* A promise, an ask: named to her by its words (sharing/named.h). */
#include "said/said_int.h"
#include "sharing/named.h"

static bool is_ours(const struct named *n, int64_t thing)
{
    return n->what.thing == thing &&
           (n->what.topic == TOPIC_PROMISE || n->what.topic == TOPIC_ASK ||
            n->what.topic == TOPIC_TYPING);
}

bool said_name(struct ctx *cx, const void *what)
{
    const struct named_list *list = what;
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(cx, "SELECT id, version_id, words FROM said_line"
                                 " WHERE person = $1 AND kind IN ($2, $3)");

    db_put_int(q, me.v);
    db_put_int(q, SAID_PROMISE);
    db_put_int(q, SAID_ASK);
    while (db_row(q)) {
        const int64_t thing = db_get_int(q), version = db_get_int(q);
        const struct place at = {"said_version.words", version, me};
        const char *words = NULL;
        for (size_t i = 0; i < list->n; i++)
            if (is_ours(&list->at[i], thing)) {
                words = words ? words : seal_get(q, at);
                list->at[i].words = words;
            }
    }
    return db_end(q);
}
