/* rhythm/pages.h - the pages of rhythm: see module.c. */
#ifndef RHYTHM_PAGES_H
#define RHYTHM_PAGES_H

#include "frame/req.h"
#include "people/people.h"

/* Whose page it is, for who may make times with her: near_pages.c. */
MUST_CHECK bool times_of_whom(struct req *rq, struct person *out);

/* hers: my_pages.c */
bool my_times_page(struct req *rq);
bool my_time_page(struct req *rq);
bool my_time_add_page(struct req *rq);
bool my_time_add_form(struct req *rq);
bool my_rhythm_page(struct req *rq);
bool my_rhythm_form(struct req *rq);
bool my_time_move_form(struct req *rq);
bool my_time_off_form(struct req *rq);
bool my_time_met_form(struct req *rq);
bool my_time_missed_form(struct req *rq);
bool my_rhythm_yes_form(struct req *rq);
bool my_rhythm_end_form(struct req *rq);
bool my_reach_page(struct req *rq);
bool my_reach_form(struct req *rq);
bool my_space_page(struct req *rq);
bool my_space_form(struct req *rq);
bool my_space_end_form(struct req *rq);

/* her peer's: near_pages.c, task_pages.c */
bool near_times_page(struct req *rq);
bool near_time_add_page(struct req *rq);
bool near_time_add_form(struct req *rq);
bool near_rhythm_page(struct req *rq);
bool near_rhythm_form(struct req *rq);
bool near_rhythm_yes_form(struct req *rq);
bool near_rhythm_end_form(struct req *rq);
bool near_time_met_form(struct req *rq);
bool near_time_missed_form(struct req *rq);
bool near_off_page(struct req *rq);
bool near_move_page(struct req *rq);
bool near_move_form(struct req *rq);
bool near_off_form(struct req *rq);
bool check_in_page(struct req *rq);
bool check_in_form(struct req *rq);
bool task_page(struct req *rq);
bool task_try_form(struct req *rq);
bool task_talked_form(struct req *rq);

bool near_time_page(struct req *rq);

/* coming to her safely, for the three who see it: way_pages.c */
bool my_way_page(struct req *rq);
bool my_way_form(struct req *rq);
bool near_way_page(struct req *rq);
bool near_way_form(struct req *rq);
bool near_way_away_form(struct req *rq);
bool ways_page(struct req *rq);
bool lead_way_page(struct req *rq);
bool lead_way_form(struct req *rq);
bool lead_way_away_form(struct req *rq);
bool way_sharing_panel(struct req *rq, struct tpl *t);
bool way_sees_panel(struct req *rq, struct tpl *t);
bool ways_panel(struct req *rq, struct tpl *t);

/* on other pages: panels.c */
bool my_times_panel(struct req *rq, struct tpl *t);
bool near_times_panel(struct req *rq, struct tpl *t);
bool today_times_panel(struct req *rq, struct tpl *t);
bool courtesy_calls_panel(struct req *rq, struct tpl *t);
bool glass_reach_panel(struct req *rq, struct tpl *t);

/* What was typed: forms.c */
struct meet;
struct rhythm;

/* The moment of two fields; TIME_NONE. */
int64_t typed_at(struct req *rq, const char *date, const char *time);

/* "day" (today, tomorrow) and "time"; TIME_NONE. */
int64_t typed_again(struct req *rq);
struct meet typed_meet(struct req *rq, struct person_id whose,
                       struct person_id peer);
struct rhythm typed_rhythm(struct req *rq, struct person_id whose,
                           struct person_id peer);

#endif
