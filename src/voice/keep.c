#include "voice/keep.h"

#include "db/db.h"
#include "keys/keys.h"
#include "store/keep.h"
#include "voice/comment.h"

static const char *const answers[] = {
    [COMMENT_OPEN] = "none yet", [COMMENT_YES] = "yes", [COMMENT_NO] = "no"};

static bool put_drafts(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, body, told FROM voice_draft"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "myWords");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "said", id);
        json_put_text(w, "allITyped",
                      seal_get(q, (struct place){"voice_draft.body", id, p}));
        json_put_bool(w, "readersKnowHowItEnded", db_get_int(q) != 0);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_consents(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, thing, version, body, until,"
                                 " signed, revoked FROM voice_consent"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "consents");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "said", db_get_int(q));
        json_put_int(w, "version", db_get_int(q));
        json_put_text(w, "consent",
                      seal_get(q, (struct place){"voice_consent.body", id, p}));
        json_put_time(w, "until", db_get_time(q));
        json_put_time(w, "signed", db_get_time(q));
        json_put_time(w, "takenBack", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

/* Those beside her words. */
static bool put_comments(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, thing, author, body, answer,"
                                 " version, at FROM voice_comment"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "commentsBesideMyWords");
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "said", db_get_int(q));
        json_put_int(w, "by", db_get_int(q));
        json_put_text(w, "comment",
                      seal_get(q, (struct place){"voice_comment.body", id, p}));
        json_put_text(w, "myWord", answers[db_get_int(q)]);
        int64_t version = db_get_int(q);
        if (version)
            json_put_int(w, "besideVersion", version);
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool voice_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    return put_drafts(cx, p, w) && put_consents(cx, p, w) &&
           put_comments(cx, p, w);
}

/* A peer who typed, and is erased, is no more named by it; what that peer wrote
 * beside her words goes. */
bool voice_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM voice_draft WHERE person = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM voice_consent WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM voice_comment WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM voice_comment WHERE author = $1"), p) &&
           keep_forget(db_sql(cx, "UPDATE voice_draft SET typed = NULL"
                                  " WHERE typed = $1"),
                       p);
}
