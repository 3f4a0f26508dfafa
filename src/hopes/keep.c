#include "hopes/keep.h"

#include "hopes/hopes_int.h"
#include "hopes/move.h"
#include "hopes/path.h"
#include "store/keep.h"

static const char *const states[GOAL_STATES] = {
    "alive", "asleep", "kept for me", "let go", "done", "went on"};
static const char *const kinds[MOVE_KINDS] = {"step", "shift", "milestone"};

static bool put_goals(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT g.id, g.parent, g.theme, t.words, g.words, g.picture,"
            " g.payer, g.state, g.made, g.kept_by, g.ask_on, g.review_on"
            " FROM hopes_goal g LEFT JOIN hopes_theme t ON t.id = g.theme"
            " WHERE g.person = $1 ORDER BY g.id");

    db_put_int(q, p.v);
    json_put_list(w, "hopes");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "id", id);
        json_put_int(w, "cameFrom", db_get_int(q));
        const int64_t theme = db_get_int(q);
        json_put_text(w, "atItsHeart",
                      seal_get(q, HOPES_PLACE("theme.words", theme, p)));
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("goal.words", id, p)));
        json_put_text(w, "picture",
                      seal_get(q, HOPES_PLACE("goal.picture", id, p)));
        json_put_text(w, "payersWords",
                      seal_get(q, HOPES_PLACE("goal.payer", id, p)));
        json_put_text(w, "state", states[db_get_int(q)]);
        json_put_time(w, "made", db_get_time(q));
        json_put_int(w, "keptBy", db_get_int(q));
        json_put_text(w, "askMeOn", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "talkAboutItOn", date_iso(cx->mem, db_get_date(q)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_words(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, goal, words, picture, until FROM hopes_words"
                   " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "earlierWords");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "hope", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("words.words", id, p)));
        json_put_text(w, "picture",
                      seal_get(q, HOPES_PLACE("words.picture", id, p)));
        json_put_time(w, "until", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_moves(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(
        cx, "SELECT id, goal, kind, day, words, before, size, years, sort,"
            " counts, by_peer, agreed, away FROM hopes_move WHERE person = $1"
            " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "whatMoved");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "hope", db_get_int(q));
        const int64_t kind = db_get_int(q);
        json_put_text(w, "kind", kinds[kind]);
        json_put_text(w, "day", date_iso(cx->mem, db_get_date(q)));
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("move.words", id, p)));
        json_put_text(w, "iUsedToSeeIt",
                      seal_get(q, HOPES_PLACE("move.before", id, p)));
        json_put_text(w, "size", size_says((enum move_size)db_get_int(q)));
        json_put_int(w, "firstTimeInYears", db_get_int(q));
        const enum mile_sort sort = (enum mile_sort)db_get_int(q);
        json_put_text(w, "milestone", kind == MOVE_MILE ? mile_says(sort) : "");
        json_put_int(w, "mayBeCounted", db_get_int(q));
        json_put_int(w, "noticedBy", db_get_int(q));
        json_put_time(w, "iAgreed", db_get_time(q));
        json_put_time(w, "takenOut", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_paths(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT goal, hard, words FROM hopes_path"
                                 " WHERE person = $1 ORDER BY goal");

    db_put_int(q, p.v);
    json_put_list(w, "whatMadeItHard");
    while (db_row(q)) {
        const int64_t goal = db_get_int(q), hard = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "hope", goal);
        json_put_list(w, "was");
        for (int h = 0; h < HARDS; h++)
            if ((hard >> h) & 1)
                json_put_text(w, NULL, hard_says((enum hard)h));
        json_put_end(w);
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("path.words", goal, p)));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_ways(struct ctx *cx, struct person_id p, struct json_out *w)
{
    static const char *const picks[WAY_PICKS] = {"open", "chosen", "to read",
                                                 "not for me"};
    struct query *q = db_sql(cx, "SELECT id, goal, words, source, by_peer, pick"
                                 " FROM hopes_way WHERE person = $1"
                                 " ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "otherWays");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "hope", db_get_int(q));
        json_put_text(w, "words", seal_get(q, HOPES_PLACE("way.words", id, p)));
        json_put_text(w, "from",
                      way_source_says((enum way_source)db_get_int(q)));
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "iSaid", picks[db_get_int(q)]);
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_theirs(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, author, words, at FROM hopes_theirs"
                   " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "theirHopeForMe");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("theirs.words", id, p)));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_shelf(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q = db_sql(cx, "SELECT id, words FROM hopes_shelf"
                                 " WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "iPutOnTheShelf");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_text(w, NULL, seal_get(q, HOPES_PLACE("shelf.words", id, p)));
    }
    json_put_end(w);
    return db_end(q);
}

static bool put_typed(struct ctx *cx, struct person_id p, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT id, goal, by_peer, words, picture, at"
                   " FROM hopes_typed WHERE person = $1 ORDER BY id");

    db_put_int(q, p.v);
    json_put_list(w, "typedForMe");
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        json_put_object(w, NULL);
        json_put_int(w, "hope", db_get_int(q));
        json_put_int(w, "peer", db_get_int(q));
        json_put_text(w, "words",
                      seal_get(q, HOPES_PLACE("typed.words", id, p)));
        json_put_text(w, "picture",
                      seal_get(q, HOPES_PLACE("typed.picture", id, p)));
        json_put_time(w, "at", db_get_time(q));
        json_put_end(w);
    }
    json_put_end(w);
    return db_end(q);
}

bool hopes_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "myHopes");
    const bool all = put_goals(cx, p, w) && put_words(cx, p, w) &&
                     put_typed(cx, p, w) && put_moves(cx, p, w) &&
                     put_paths(cx, p, w) && put_ways(cx, p, w) &&
                     put_theirs(cx, p, w) && put_shelf(cx, p, w);
    json_put_end(w);
    return all;
}

/* What leans on a hope first; a hope after those that came from it. */
bool hopes_erase(struct ctx *cx, struct person_id p)
{
    return keep_forget(db_sql(cx, "DELETE FROM hopes_typed WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_words WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_move WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_path WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_way WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_theirs WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_shelf WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "UPDATE hopes_goal SET parent = NULL,"
                                  " theme = NULL WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_goal WHERE person = $1"),
                       p) &&
           keep_forget(db_sql(cx, "DELETE FROM hopes_theme WHERE person = $1"),
                       p);
}
