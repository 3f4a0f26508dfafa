#include "fit/keep.h"

#include "db/db.h"
#include "fit/change.h"
#include "fit/fit_int.h"
#include "fit/like.h"
#include "store/keep.h"

static bool put_likes(struct ctx *cx, struct person_id p, struct json_out *w)
{
    static const char *const how[LIKES] = {"not now", "never", "welcome"};
    static const char *const much[STORIES] = {"as it is", "more", "less"};
    struct likes all;
    struct person who;

    if (!person_get(cx, p, &who) || !likes_read(cx, who.program, p, &all))
        return false;
    json_put_text(w, "ofTheirStory", much[all.story]);
    json_put_list(w, "likesToTalkOf");
    for (size_t i = 0; i < all.parts.n; i++) {
        if ((int)all.parts.at[i].how == (int)LIKE_NOT_NOW)
            continue;
        json_put_object(w, NULL);
        json_put_text(w, "what", all.parts.at[i].domain.says);
        json_put_text(w, "how", how[all.parts.at[i].how]);
        json_put_end(w);
    }
    json_put_end(w);
    return true;
}

static bool put_not_that(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT peer, at FROM fit_not_that"
                                 " WHERE person = $1 ORDER BY peer");

    db_put_int(q, p.v);
    json_put_list(w, "peersWhoSaidNotThat");
    while (db_row(q)) {
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_changes(struct ctx *cx, struct person_id p, struct json_out *w)
{
    static const char *const states[] = {"open", "done", "not now",
                                         "taken back"};
    struct query *q =
        db_sql(cx, "SELECT id, wants, instead, made, state, ended, words"
                   " FROM fit_change WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "wantedAnotherPeer");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "wants", db_get_int(q));
        json_put_int(w, "insteadOf", db_get_int(q));
        json_put_time(w, "made", db_get_time(q));
        json_put_text(w, "state", states[db_get_int(q)]);
        json_put_time(w, "ended", db_get_time(q));
        json_put_text(w, "answer", seal_get(q, change_place(id, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool fit_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "fit");
    bool all =
        put_likes(cx, p, w) && put_not_that(cx, p, w) && put_changes(cx, p, w);
    json_put_end(w);
    return all;
}

bool fit_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM fit_like WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM fit_not_that WHERE person = $1"
                                  " OR peer = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM fit_change WHERE person = $1"),
                       p);
}
