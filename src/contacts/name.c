/* What two wrote: named to her by its day (sharing/named.h). */
#include "contacts/contacts_int.h"
#include "contacts/given.h"
#include "sharing/named.h"

bool contacts_name(struct ctx *cx, const void *what)
{
    const struct named_list *list = what;
    struct query *q = db_sql(cx, "SELECT id, day FROM contacts_contact"
                                 " WHERE person = $1");

    db_put_int(q, cx->actor->person.v);
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        const struct date day = db_get_date(q);
        for (size_t i = 0; i < list->n; i++)
            if (list->at[i].what.topic == TOPIC_RECORD &&
                list->at[i].what.thing == id)
                list->at[i].day = day;
    }
    return db_end(q);
}
