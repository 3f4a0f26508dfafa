#include "deck/keep.h"

#include <string.h>

#include "db/db.h"
#include "deck/open.h"
#include "deck/shown.h"
#include "keys/keys.h"
#include "people/people.h"
#include "store/keep.h"

static const char *const how[OPENNESS] = {"closed", "ask me", "open"};

/* A domain that is closed is nothing that was said. */
static void put_open(const struct openings *all, struct json_out *w)
{
    json_put_list(w, "openTo");
    for (size_t i = 0; i < all->n; i++) {
        if (all->at[i].how == OPEN_CLOSED)
            continue;
        json_put_object(w, NULL);
        json_put_text(w, "domain", all->at[i].domain.says);
        json_put_text(w, "how", how[all->at[i].how]);
        json_put_end(w);
    }
    json_put_end(w);
}

static bool has_said(struct ctx *cx, struct person_id p, bool *yes)
{
    struct query *q = db_sql(cx, "SELECT 1 FROM deck_open WHERE person = $1");

    db_put_int(q, p.v);
    *yes = db_row(q);
    return db_end(q);
}

bool deck_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct openings all = {0};
    struct person who;
    bool said = false;

    if (!has_said(cx, p, &said))
        return false;
    if (said &&
        (!person_get(cx, p, &who) || !deck_open_of(cx, who.program, p, &all)))
        return false;
    json_put_object(w, "deck");
    put_open(&all, w);
    const bool shown = shown_export(cx, p, w);
    json_put_end(w);
    return shown;
}

bool deck_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM deck_open WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM deck_shown WHERE person = $1"
                                  " OR reader = $1"),
                       p);
}
