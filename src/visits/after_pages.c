#include "visits/after_pages.h"

#include <inttypes.h>
#include <string.h>

#include "frame/module.h"
#include "visits/after_view.h"
#include "visits/visit_pages.h"

const char *outcome_who_words(enum outcome_who who)
{
    switch (who) {
    case OUTCOME_WE: return N_("We do it together");
    case OUTCOME_ME: return N_("I do");
    case OUTCOME_THEM: return N_("They do");
    case OUTCOME_PEER: return N_("My peer helps");
    }
    return "";
}

const char *outcome_state_words(enum outcome_state state)
{
    switch (state) {
    case OUTCOME_OPEN: return N_("Ahead");
    case OUTCOME_DONE: return N_("Done");
    case OUTCOME_NOT_YET: return N_("Not yet");
    case OUTCOME_CHANGED: return N_("It changed");
    }
    return "";
}

bool after_page(struct req *rq)
{
    struct after_page v;

    if (!visit_of_path(rq, &v.visit) ||
        !outcome_list(rq->cx, v.visit.person, v.visit.id, &v.list) ||
        !panels_html(rq, "visits.talk", &v.talk))
        return false;
    v.over = visit_is_over(&v.visit, rq->cx->now);
    after_page_html(rq->page, &v);
    return true;
}

static bool read_due(struct req *rq, struct date *due)
{
    *due = req_date(rq, "due");
    return date_is_set(*due) || !*req_text(rq, "due") ||
           fail(rq->cx, ERR_INVALID, "due", "Please choose the day again.");
}

bool after_add_form(struct req *rq)
{
    struct outcome o = {.what = req_text(rq, "what")};
    int64_t who = req_number(rq, "who", OUTCOME_WE);
    struct visit v;

    if (!visit_of_path(rq, &v) || !read_due(rq, &o.due))
        return false;
    o.visit = v.id;
    o.person = v.person;
    o.who = who >= OUTCOME_WE && who <= OUTCOME_PEER ? (enum outcome_who)who
                                                     : OUTCOME_WE;
    return outcome_add(rq->cx, &o) &&
           req_see_other(rq, "/me/visits/%" PRId64 "/after", v.id.v);
}

bool after_move_form(struct req *rq)
{
    struct outcome o = {.came = req_text(rq, "came")};
    int64_t state = req_number(rq, "state", OUTCOME_OPEN);
    struct visit v;

    if (!visit_of_path(rq, &v) || !req_id(rq, "outcome", &o.id))
        return false;
    o.visit = v.id;
    o.person = v.person;
    o.state = state >= OUTCOME_OPEN && state <= OUTCOME_CHANGED
                  ? (enum outcome_state)state
                  : OUTCOME_OPEN;
    if (strcmp(req_text(rq, "state"), "remove") == 0) {
        if (!outcome_remove(rq->cx, v.person, o.id))
            return false;
    } else if (!outcome_move(rq->cx, &o)) {
        return false;
    }
    return req_see_other(rq, "/me/visits/%" PRId64 "/after", v.id.v);
}
