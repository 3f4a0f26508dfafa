/* Team meetings, the side of a peer and of who leads. R49, R54; day 5.2, 12:00.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "meetings/pages.h"
#include "meetings/view.h"
#include "meetings/weekly.h"

static bool leads(const struct ctx *cx)
{
    return cx->actor->role == ROLE_SUPERVISOR;
}

struct staff_ids typed_ids(struct req *rq, const char *field)
{
    const char *name = NULL, *value = NULL;
    struct staff_ids ids = {0};

    for (size_t i = 0; req_field(rq, i, &name, &value); i++)
        if (strcmp(name, field) == 0)
            *LIST_PUSH(rq->cx->mem, &ids) = strtoll(value, NULL, 10);
    return ids;
}

static struct seat seat_of(struct ctx *cx, const struct person *p)
{
    return (struct seat){arena_fmt(cx->mem, "%" PRId64, p->id.v), p->first,
                         false};
}

struct seats seats_of(struct ctx *cx, const struct persons *all)
{
    struct seats out = {0};

    for (size_t i = 0; i < all->n; i++)
        *LIST_PUSH(cx->mem, &out) = seat_of(cx, &all->at[i]);
    return out;
}

/* Of a team of the peer's. */
static bool is_near(struct ctx *cx, const struct teams *mine,
                    struct person_id id, bool *yes)
{
    struct teams theirs;

    *yes = false;
    if (!team_of(cx, id, &theirs))
        return false;
    for (size_t i = 0; i < mine->n; i++)
        for (size_t k = 0; k < theirs.n; k++)
            *yes = *yes || mine->at[i].id == theirs.at[k].id;
    return true;
}

/* Everybody who may be there beside the peer; on: who is chosen already. */
static bool seat_all(struct ctx *cx, const struct teams *mine,
                     const struct persons *on, struct seating *out)
{
    struct persons staff;

    *out = (struct seating){.leads = leads(cx)};
    if (!people_staff(cx, cx->actor->program, meeting_roles(), &staff))
        return false;
    for (size_t i = 0; i < staff.n; i++) {
        bool near = false;
        if (!leads(cx) && person_same(staff.at[i].id, cx->actor->person))
            continue;
        if (!is_near(cx, mine, staff.at[i].id, &near))
            return false;
        struct seat s = seat_of(cx, &staff.at[i]);
        s.on = on ? persons_have(on, staff.at[i].id) : near && mine->n == 1;
        *LIST_PUSH(cx->mem, near ? &out->team : &out->others) = s;
    }
    return true;
}

/* The next full hour. */
static void next_hour(struct ctx *cx, struct meetings_page *v)
{
    const struct date today = day_of(cx->now);
    const int minute = (int)((cx->now - time_at(today, 0)) / 60);
    const int hour = minute / 60 + 1;
    const struct date day = {today.days + hour / 24};

    v->day = date_iso(cx->mem, day);
    v->time = arena_fmt(cx->mem, "%02d:00", hour % 24);
}

bool meetings_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct meetings_page v = {.off = req_was_saved(rq),
                              .leads = leads(cx),
                              .team = req_number(rq, "team", 0)};

    next_hour(cx, &v);
    if (!meeting_list_mine(cx, &v.all) || !meeting_teams(cx, &v.teams) ||
        !seat_all(cx, &v.teams, NULL, &v.seating))
        return false;
    meetings_page_html(rq->page, &v);
    return true;
}

bool meeting_form(struct req *rq)
{
    struct ctx *cx = rq->cx;
    const struct date day = req_date(rq, "day");
    const int minute = minute_parse(req_text(rq, "time"));
    struct meeting m = {.team = req_number(rq, "team", 0)};
    const struct staff_ids there = typed_ids(rq, "there");

    if (!date_is_set(day))
        return fail(cx, ERR_INVALID, "day", "Please choose a day.");
    if (minute < 0)
        return fail(cx, ERR_INVALID, "time", "Please choose a time.");
    m.at = time_at(day, minute);
    return (*req_text(rq, "weekly") ? weekly_make(cx, &m, &there)
                                    : meeting_make(cx, &m, &there)) &&
           req_see_other(rq, "/meetings/%" PRId64 "?saved=1", m.id);
}

static bool read_meeting(struct req *rq, struct meeting *m)
{
    int64_t id = 0;

    *m = (struct meeting){0};
    return req_id(rq, "meeting", &id) && meeting_get(rq->cx, id, m);
}

static void put_lines(struct arena *mem, const char *const *lines, int n,
                      struct lines *out)
{
    for (int i = 0; i < n; i++)
        if (*lines[i])
            *LIST_PUSH(mem, out) = lines[i];
}

void said_lines(struct tpl *t, const struct word *w)
{
    struct said_list v = {0};

    put_lines(t->out.mem, w->topics, TOPICS_MAX, &v.say);
    put_lines(t->out.mem, w->dont, DONTS_MAX, &v.dont);
    said_list_html(t, &v);
}

bool meeting_paper(struct req *rq)
{
    struct meeting_paper v = {0};

    if (!read_meeting(rq, &v.m) || !agenda_carry(rq->cx, &v.m, &v.rows))
        return false;
    req_bare(rq);
    meeting_paper_html(rq->page, &v);
    return true;
}

bool agenda_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct agenda_page v = {.saved = req_was_saved(rq), .leads = leads(cx)};
    struct teams mine;

    if (!read_meeting(rq, &v.m) || !meeting_there(cx, v.m.id, &v.there) ||
        !meeting_teams(cx, &mine) ||
        !seat_all(cx, &mine, &v.there, &v.seating) ||
        (!v.leads && !agenda_get(cx, &v.m, &v.rows)))
        return false;
    v.begun = v.m.at <= cx->now;
    v.over = meeting_is_over(cx, &v.m);
    v.seated = day_of(v.m.at).days < day_of(cx->now).days;
    v.mine = !v.begun && person_same(v.m.peer, cx->actor->person);
    for (size_t i = 0; i < v.rows.n; i++) {
        v.yes += v.rows.at[i].yes || v.rows.at[i].had;
        v.open |= v.rows.at[i].yes;
    }
    agenda_page_html(rq->page, &v);
    return true;
}

bool there_form(struct req *rq)
{
    const struct staff_ids there = typed_ids(rq, "there");
    int64_t id = 0;

    return req_id(rq, "meeting", &id) &&
           (*req_text(rq, "each") ? weekly_set_there(rq->cx, id, &there)
                                  : meeting_set_there(rq->cx, id, &there)) &&
           req_see_other(rq, "/meetings/%" PRId64 "?saved=1", id);
}

bool call_off_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "meeting", &id) && meeting_call_off(rq->cx, id) &&
           req_see_other(rq, "/meetings?saved=1");
}

bool stop_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "meeting", &id) && weekly_stop(rq->cx, id) &&
           req_see_other(rq, "/meetings/%" PRId64 "?saved=1", id);
}

/* The form alone: none of her words is shown, so no line says that any was. */
static bool may_bring(struct ctx *cx, struct person_id whose)
{
    bool yes = false;

    if (!may(cx, MAY_SEE, (struct about){whose, TOPIC_NAME, 0}) ||
        !may_know(cx, MAY_CHANGE, (struct about){whose, TOPIC_RECORD, 0}, &yes))
        return false;
    return yes || fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool said_page(struct req *rq)
{
    struct ctx *cx = rq->cx;
    struct said_page v = {0};
    struct person p;

    if (!read_meeting(rq, &v.m) || !req_id(rq, "person", &v.person.v) ||
        !may_bring(cx, v.person) || !person_get(cx, v.person, &p) ||
        !back_was_allowed(cx, &v.m, v.person, &v.allowed))
        return false;
    v.name = person_on_board(cx->mem, &p);
    said_page_html(rq->page, &v);
    return true;
}

bool said_form(struct req *rq)
{
    struct meeting m;
    struct back b = {.words = req_text(rq, "words"),
                     .why = req_text(rq, "why")};

    return read_meeting(rq, &m) && req_id(rq, "person", &b.person.v) &&
           back_write(rq->cx, &m, &b) &&
           req_see_other(rq, "/meetings/%" PRId64 "?saved=1", m.id);
}

bool today_meetings_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct today_meetings v = {0};
    struct meetings all;

    if (!meeting_list_mine(cx, &all) || !back_to_bring(cx, &v.bring) ||
        !support_list_asked(cx, false, &v.asked))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (day_of(all.at[i].at).days == day_of(cx->now).days)
            *LIST_PUSH(cx->mem, &v.today) = all.at[i];
    today_meetings_html(t, &v);
    return true;
}

/* Those of a week. */
bool lead_meetings_panel(struct req *rq, struct tpl *t)
{
    struct ctx *cx = rq->cx;
    struct meetings_page v = {.leads = true};
    struct meetings all;

    if (!meeting_list_mine(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (day_of(all.at[i].at).days < day_of(cx->now).days + 7)
            *LIST_PUSH(cx->mem, &v.all) = all.at[i];
    lead_meetings_html(t, &v);
    return true;
}

/* --- words --- */

const char *voice_says(enum voice v, bool hers)
{
    static const char *const says[VOICES][2] = {
        {N_("You read it"), N_("My peer reads it")},
        {N_("You read it, and they are in the room"),
         N_("My peer reads it, and I am in the room")},
        {N_("They read it, you are beside"),
         N_("I read it, my peer is beside me")},
        {N_("They speak, you are beside"), N_("I speak, my peer is beside me")},
        {N_("They speak alone"), N_("I speak alone")},
        {N_("Chose not to be there. You speak."),
         N_("I am not there. My peer speaks for me.")}};

    return says[v][hers];
}

const char *how_says(enum hear_how h, bool hers)
{
    static const char *const says[HOWS][2] = {
        {N_("Write it here"), N_("I read it here")},
        {N_("Call, and write it here too"), N_("My peer calls me")},
        {N_("Tell it when you two meet, and write it here too"),
         N_("My peer tells me when we meet")}};

    return says[h][hers];
}
