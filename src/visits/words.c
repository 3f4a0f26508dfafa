#include "visits/words.h"

#include "db/db.h"
#include "keys/keys.h"
#include "sharing/may.h"
#include "visits/prep.h"

static struct place place_of(int64_t id, struct person_id whose)
{
    return (struct place){"visits_words.words", id, whose};
}

bool words_get(struct ctx *cx, struct person_id whose, const char **words,
               int64_t *at)
{
    if (!answer_latest(cx, whose, WORDS_LINK, words, at))
        return false;
    struct query *q =
        db_sql(cx, "SELECT id, words, at FROM visits_words WHERE person = $1"
                   " ORDER BY at DESC, id DESC LIMIT 1");
    db_put_int(q, whose.v);
    if (db_row(q)) {
        int64_t id = db_get_int(q);
        const char *alone = seal_get(q, place_of(id, whose));
        int64_t then = db_get_int(q);
        if (*at == TIME_NONE || then >= *at) {
            *words = alone;
            *at = then;
        }
    }
    return db_end(q);
}

bool words_put(struct ctx *cx, struct person_id whose, const char *words)
{
    if (!may(cx, MAY_CHANGE,
             (struct about){.person = whose, .topic = TOPIC_ANSWERS}))
        return false;
    if (text_length(words) > WORDS_MAX)
        return fail(cx, ERR_INVALID, "words",
                    "Please make it a bit shorter. It has to fit on one page.");
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(cx, "INSERT INTO visits_words (id, person, words,"
                                 " at) VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, whose.v);
    seal_put(q, place_of(id, whose), *words ? words : NULL);
    db_put_int(q, cx->now);
    return db_end(q);
}
