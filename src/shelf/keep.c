#include "shelf/keep.h"

#include "db/db.h"
#include "shelf/shelf.h"
#include "shelf/shelf_int.h"
#include "store/keep.h"

static bool put_questions(struct ctx *cx, struct person_id p,
                          struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, tag, words, made FROM"
                                 " shelf_question WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "questions");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_text(w, "about",
                      shelf_tag_word((enum shelf_tag)db_get_int(q)));
        json_put_text(w, "words", seal_get(q, shelf_place(id, p)));
        json_put_time(w, "made", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_votes(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT question FROM shelf_vote"
                                 " WHERE person = $1 ORDER BY question");

    db_put_int(q, p.v);
    json_put_list(w, "helpedMe");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "question", db_get_int(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool shelf_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "questionShelf");
    bool all = put_questions(cx, p, w) && put_votes(cx, p, w);
    json_put_end(w);
    return all;
}

bool shelf_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx,
                              "DELETE FROM shelf_vote WHERE person = $1"
                              " OR question IN (SELECT id FROM shelf_question"
                              " WHERE person = $1)"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM shelf_use WHERE question IN"
                          " (SELECT id FROM shelf_question WHERE person = $1)"),
               p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM shelf_question WHERE person = $1"), p);
}
