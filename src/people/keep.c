/* What this folder keeps of one person: given out whole, and made to go. */
#include "store/keep.h"
#include "base/json.h"
#include "keys/keys.h"
#include "people/circle.h"
#include "people/people_int.h"

static bool put_self(struct ctx *cx, struct person_id id, struct json_out *w)
{
    struct person p = {0};

    if (!person_get(cx, id, &p))
        return false;
    json_put_text(w, "name", p.name);
    json_put_text(w, "called", p.first);
    if (p.role == ROLE_PERSON)
        return true;
    json_put_text(w, "role", role_name(p.role));
    json_put_text(w, "title", p.title);
    json_put_text(w, "days", p.days);
    return true;
}

/* Since when the program walks with them. */
static bool put_since(struct ctx *cx, struct person_id id, struct json_out *w)
{
    struct query *q =
        db_sql(cx, "SELECT since FROM people_member WHERE person = $1");

    db_put_int(q, id.v);
    if (db_row(q))
        json_put_time(w, "since", db_get_int(q));
    return db_end(q);
}

static bool put_peers(struct ctx *cx, struct person_id id, struct json_out *w)
{
    struct persons peers;

    if (!person_peers(cx, id, &peers))
        return false;
    json_put_list(w, "peers");
    for (size_t i = 0; i < peers.n; i++)
        json_put_text(w, NULL, peers.at[i].name);
    json_put_end(w);
    return true;
}

static bool put_teams(struct ctx *cx, struct person_id id, struct json_out *w)
{
    struct teams teams;

    if (!team_of(cx, id, &teams))
        return false;
    json_put_list(w, "teams");
    for (size_t i = 0; i < teams.n; i++)
        json_put_text(w, NULL, teams.at[i].name);
    json_put_end(w);
    return true;
}

static bool put_circle(struct ctx *cx, struct person_id id, struct json_out *w)
{
    struct circle circle;

    if (!circle_list(cx, id, &circle))
        return false;
    json_put_list(w, "circle");
    for (size_t i = 0; i < circle.n; i++) {
        json_put_object(w, NULL);
        json_put_text(w, "name", circle.at[i].name);
        json_put_text(w, "who", circle.at[i].who);
        json_put_text(w, "mayKnow", circle.at[i].knows);
        if (date_is_set(circle.at[i].until))
            json_put_text(w, "until", date_iso(cx->mem, circle.at[i].until));
        json_put_end(w);
    }
    json_put_end(w);
    return true;
}

bool people_export(struct ctx *cx, struct person_id p, struct json_out *w)
{
    json_put_object(w, "person");
    if (!put_self(cx, p, w) || !put_since(cx, p, w) || !put_peers(cx, p, w) ||
        !put_teams(cx, p, w) || !put_circle(cx, p, w))
        return false;
    json_put_end(w);
    return true;
}

static bool forget_rows(struct ctx *cx, struct person_id p)
{
    return keep_forget(
               db_sql(cx, "DELETE FROM people_circle WHERE person = $1"), p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM people_team_member WHERE person = $1"),
               p) &&
           keep_forget(db_sql(cx, "DELETE FROM people_peer"
                                  " WHERE peer = $1 OR member = $1"),
                       p) &&
           keep_forget(
               db_sql(cx, "DELETE FROM people_member WHERE person = $1"), p) &&
           keep_forget(db_sql(cx, "DELETE FROM people_staff WHERE person = $1"),
                       p);
}

/* An id without a name stays: lines of others point to it. */
bool people_erase(struct ctx *cx, struct person_id p)
{
    int64_t program = 0;
    struct query *q = db_sql(
        cx, "UPDATE people_person SET name = NULL, first = NULL, title = NULL,"
            " days = NULL, erased = $2 WHERE id = $1 RETURNING program");

    db_put_int(q, p.v);
    db_put_int(q, cx->now);
    if (db_row(q))
        program = db_get_int(q);
    if (!db_end(q) || !forget_rows(cx, p))
        return false;
    names_forget();
    return !program || names_changed(cx, program);
}
