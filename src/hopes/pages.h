/* hopes/pages.h - the pages of hopes: see module.c. */
#ifndef HOPES_PAGES_H
#define HOPES_PAGES_H

#include "frame/req.h"
#include "hopes/view.h"

/* Hers. */
bool goals_page(struct req *rq);
bool goal_new_page(struct req *rq);
bool goal_new_form(struct req *rq);
bool goals_rest_page(struct req *rq);
bool goal_page(struct req *rq);
bool goal_change_page(struct req *rq);
bool goal_state_form(struct req *rq);
bool goal_keep_form(struct req *rq);
bool goal_open_form(struct req *rq);
bool goal_words_form(struct req *rq);
bool goal_heart_form(struct req *rq);
bool goal_review_form(struct req *rq);
bool typed_get_page(struct req *rq);
bool typed_form(struct req *rq);
bool theirs_away_form(struct req *rq);

bool step_form(struct req *rq);
bool move_form(struct req *rq);
bool noticed_page(struct req *rq);
bool noticed_form(struct req *rq);
bool shift_page(struct req *rq);
bool shift_form(struct req *rq);
bool miles_page(struct req *rq);
bool mile_form(struct req *rq);
bool far_page(struct req *rq);

bool path_page(struct req *rq);
bool path_form(struct req *rq);
bool other_way_form(struct req *rq);
bool choose_form(struct req *rq);

/* A peer's. */
bool near_goals_page(struct req *rq);
bool near_theirs_form(struct req *rq);
bool near_theirs_back_form(struct req *rq);

bool team_hopes_page(struct req *rq); /* of the team */
bool team_hopes_form(struct req *rq);
bool team_hopes_back_form(struct req *rq);
bool team_hopes_panel(struct req *rq, struct tpl *t);
bool near_goal_page(struct req *rq);
bool near_typed_page(struct req *rq);
bool near_typed_form(struct req *rq);
bool near_words_form(struct req *rq);
bool near_noticed_form(struct req *rq);
bool near_other_form(struct req *rq);
bool near_payer_form(struct req *rq);
bool ways_shelf_page(struct req *rq);
bool ways_shelf_form(struct req *rq);
bool ways_down_form(struct req *rq);

bool goals_link_panel(struct req *rq, struct tpl *t);
bool near_goals_panel(struct req *rq, struct tpl *t);
bool kept_panel(struct req *rq, struct tpl *t);
bool moving_panel(struct req *rq, struct tpl *t);

/* SHARING_NAMED: a hope by its first words, to herself. */
bool goal_name(struct ctx *cx, const void *what);

/* What was typed of something that moved. */
struct move typed_move(struct req *rq, enum move_kind kind);

/* What was typed of a hope: words, a picture, or both. */
struct wish typed_wish(struct req *rq);

/* The pictures to pick from. Owns: mem. */
struct pictures picture_choices(struct arena *mem);

/* The areas to choose from. Owns: mem. */
struct areas area_choices(struct arena *mem, enum life_area now);

#endif
