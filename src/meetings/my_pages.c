/* Meetings about me, the person's side. R49, R51, R53. */
#include <inttypes.h>

#include "meetings/pages.h"
#include "meetings/view.h"
#include "sharing/permission.h"

enum { ON_HOME = 3 };

/* Those not over: their hour has come, or is to come. */
static bool read_coming(struct ctx *cx, bool begun, struct my_rows *out)
{
    struct meetings all;

    if (!meeting_list_around(cx, cx->actor->person, 0, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        if ((all.at[i].at <= cx->now) != begun)
            continue;
        struct my_row *r = LIST_PUSH(cx->mem, out);
        r->m = all.at[i];
        r->owed = false;
        if (!word_get(cx, &r->m, &r->word) ||
            (begun &&
             !back_is_owed(cx, &r->m, r->word.person, r->word.peer, &r->owed)))
            return false;
    }
    return true;
}

bool my_meetings_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct my_meetings_page v = {.saved = req_was_saved(rq)};

    if (!back_list(cx, &v.back) || !read_coming(cx, false, &v.coming) ||
        !read_coming(cx, true, &v.begun) || !word_history(cx, &v.before))
        return false;
    my_meetings_page_html(rq->page, &v);
    return true;
}

static bool read_meeting(struct req *rq, struct meeting *m)
{
    struct meetings found;
    int64_t id = 0;

    *m = (struct meeting){0};
    if (!req_id(rq, "meeting", &id) ||
        !meeting_list_around(rq->cx, rq->cx->actor->person, id, &found))
        return false;
    *m = found.at[0];
    return true;
}

static bool was_named(const struct word *w, struct person_id who)
{
    for (size_t i = 0; i < w->named.n; i++)
        if (w->named.at[i] == who.v)
            return true;
    return false;
}

/* Peers who are there and walk with her: any of them may speak. */
static bool read_peers(struct ctx *cx, const struct persons *there,
                       struct my_meeting_page *v)
{
    struct persons speak = {0};

    for (size_t i = 0; i < there->n; i++) {
        bool walks = false;
        if (!peer_walks_with(cx, there->at[i].id, cx->actor->person, &walks))
            return false;
        if (walks)
            *LIST_PUSH(cx->mem, &speak) = there->at[i];
    }
    v->peers = seats_of(cx, &speak);
    v->only = speak.n == 1 ? speak.at[0].id : (struct person_id){0};
    for (size_t i = 0; i < speak.n; i++)
        v->peers.at[i].on =
            speak.n == 1 || person_same(speak.at[i].id, v->word.peer);
    return true;
}

/* First names of those she did not name. */
static const char *not_named(struct ctx *cx, const struct word *w,
                             const struct persons *all)
{
    const char *names = "";

    for (size_t i = 0; i < all->n; i++) {
        const struct person *p = &all->at[i];
        if (!was_named(w, p->id) && !person_same(p->id, w->peer))
            names = arena_fmt(cx->mem, "%s%s%s", names, *names ? ", " : "",
                              p->first);
    }
    return names;
}

/* What a correction of the table changes, and what it does not. */
static bool read_joined(struct ctx *cx, struct my_meeting_page *v)
{
    struct persons joined;

    v->joined = "";
    if (!v->word.id || v->m.at > cx->now)
        return true;
    if (!meeting_joined(cx, v->m.id, &joined) ||
        !back_is_owed(cx, &v->m, v->word.person, v->word.peer, &v->owed))
        return false;
    v->joined = not_named(cx, &v->word, &joined);
    v->owed = v->owed && v->word.hear != HEAR_NOT;
    return true;
}

/* Who hears it: all but the one peer who can speak. */
static bool read_table(struct ctx *cx, struct my_meeting_page *v)
{
    struct persons there, hear = {0};
    struct person peer = {.first = ""};

    v->away = "";
    if (!meeting_there(cx, v->m.id, &there) || !read_peers(cx, &there, v))
        return false;
    if (v->word.id && !v->word.seated && !person_get(cx, v->word.peer, &peer))
        return false;
    v->away = peer.first;
    for (size_t i = 0; i < there.n; i++)
        if (!person_same(there.at[i].id, v->only))
            *LIST_PUSH(cx->mem, &hear) = there.at[i];
    v->there = seats_of(cx, &hear);
    for (size_t i = 0; i < hear.n; i++)
        v->there.at[i].on = was_named(&v->word, hear.at[i].id);
    v->missing = not_named(cx, &v->word, &hear);
    return true;
}

bool my_meeting_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct my_meeting_page v = {.saved = req_was_saved(rq)};

    if (!read_meeting(rq, &v.m) || !word_get(cx, &v.m, &v.word) ||
        !read_table(cx, &v) || !read_joined(cx, &v))
        return false;
    v.over = meeting_is_over(cx, &v.m);
    v.hear_day =
        v.word.hear == HEAR_BY ? date_iso(cx->mem, v.word.hear_day) : "";
    v.last_day = v.word.given && v.word.until != TIME_NONE
                     ? day_of(v.word.until - 1)
                     : DATE_NONE;
    v.until = v.word.given && v.word.until != TIME_NONE &&
                      v.word.until != end_of_day(day_of(v.m.at))
                  ? date_iso(cx->mem, day_of(v.word.until - 1))
                  : "";
    my_meeting_page_html(rq->page, &v);
    return true;
}

bool my_meeting_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct meeting m;
    const struct date until = req_date(rq, "until");
    struct word w = {.peer = {req_number(rq, "peer", 0)},
                     .voice = (enum voice)req_number(rq, "voice", -1),
                     .hear = (enum hear)req_number(rq, "hear", -1),
                     .hear_day = req_date(rq, "hear-day"),
                     .how = (enum hear_how)req_number(rq, "how", -1),
                     .named = typed_ids(rq, "named"),
                     .until =
                         date_is_set(until) ? end_of_day(until) : TIME_NONE};

    for (int i = 0; i < TOPICS_MAX; i++)
        w.topics[i] = req_text(rq, arena_fmt(cx->mem, "topic-%d", i + 1));
    for (int i = 0; i < DONTS_MAX; i++)
        w.dont[i] = req_text(rq, arena_fmt(cx->mem, "dont-%d", i + 1));
    return read_meeting(rq, &m) && word_give(cx, &m, &w) &&
           req_see_other(rq, "/me/meetings/%" PRId64 "?saved=1", m.id);
}

bool my_meeting_end_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "meeting", &id) && word_end(rq->cx, id) &&
           req_see_other(rq, "/me/meetings/%" PRId64 "?saved=1", id);
}

bool heard_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "back", &id) && back_heard(rq->cx, id) &&
           req_see_other(rq, "/me/meetings?saved=1");
}

bool my_meetings_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct my_meetings v = {0};

    if (!back_list_new(cx, &v.back) || !read_coming(cx, false, &v.coming))
        return false;
    if (v.coming.n > ON_HOME)
        v.coming.n = ON_HOME;
    my_meetings_html(t, &v);
    return true;
}
