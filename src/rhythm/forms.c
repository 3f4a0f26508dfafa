#include <string.h>

#include "rhythm/meet.h"
#include "rhythm/pages.h"
#include "rhythm/rhythm.h"

int64_t typed_at(struct req *rq, const char *date, const char *time)
{
    const struct date day = req_date(rq, date);
    const int minute = minute_parse(req_text(rq, time));

    return date_is_set(day) && minute >= 0 ? time_at(day, minute) : TIME_NONE;
}

int64_t typed_again(struct req *rq)
{
    const int minute = minute_parse(req_text(rq, "time"));
    struct date day = day_of(rq->cx->now);

    if (strcmp(req_text(rq, "day"), "tomorrow") == 0)
        day.days++;
    return minute >= 0 ? time_at(day, minute) : TIME_NONE;
}

struct meet typed_meet(struct req *rq, struct person_id whose,
                       struct person_id peer)
{
    return (struct meet){.person = whose,
                         .peer = peer,
                         .at = typed_at(rq, "date", "time"),
                         .what = req_text(rq, "what"),
                         .place = req_text(rq, "place")};
}

struct rhythm typed_rhythm(struct req *rq, struct person_id whose,
                           struct person_id peer)
{
    const int64_t every = req_number(rq, "every", 1);

    return (struct rhythm){.person = whose,
                           .peer = peer,
                           .first = req_date(rq, "first"),
                           .minute = minute_parse(req_text(rq, "time")),
                           .every = every > RHYTHM_WEEKS_MAX ? 0 : (int)every,
                           .what = req_text(rq, "what")};
}
