#include "rhythm/rhythm.h"

#include "contacts/contact.h"
#include "db/db.h"
#include "frame/settings.h"
#include "rhythm/meet.h"
#include "rhythm/reach.h"
#include "rhythm/space.h"
#include "rhythm/task.h"
#include "rhythm/two_test.h"

/* R15, R17 */
TEST(rhythm, one_asks_the_other_says_yes_and_both_see_the_next_time)
{
    struct town t = town_make(cx);
    struct rhythms list;
    struct meets coming;

    at_ten(cx);
    as_ruth(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    fails_with(cx, rhythm_agree(cx, t.denise, r.id), ERR_CONFLICT);
    as_denise(cx, &t);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 0, "nothing is made before she says yes");
    cr_assert(rhythm_agree(cx, t.denise, r.id), "%s", cx->err.text);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 1);
    cr_assert_eq(coming.at[0].at, time_at(r.first, r.minute));
    cr_assert_str_eq(coming.at[0].what, "a walk");
    cr_assert(meet_off(cx, t.denise, coming.at[0].id), "%s", cx->err.text);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 1, "the week after");
    cr_assert_eq(day_of(coming.at[0].at).days, r.first.days + 7);
    as_ruth(cx, &t);
    cr_assert(rhythm_list(cx, t.denise, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_neq(list.at[0].agreed, TIME_NONE);
    cr_assert(rhythm_end(cx, t.denise, r.id));
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 0);
}

TEST(rhythm, what_two_agreed_is_nobody_elses)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct meets coming;
    struct meet m;
    struct reach r;

    at_ten(cx);
    as_ruth(cx, &t);
    const int64_t id = time_soon(cx, &t);
    town_act(cx, &t, jose, ROLE_PEER);
    fails_with(cx, meet_list(cx, t.denise, MEET_COMING, &coming), ERR_NOTFOUND);
    fails_with(cx, reach_get(cx, t.denise, &r), ERR_NOTFOUND);
    cr_assert(peer_join(cx, jose, t.denise));
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 0, "José sees his own times with her");
    fails_with(cx, meet_get(cx, t.denise, id, &m), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, meet_list(cx, t.denise, MEET_COMING, &coming), ERR_NOTFOUND);
    town_act(cx, &t, t.ana, ROLE_PERSON);
    fails_with(cx, meet_off(cx, t.denise, id), ERR_NOTFOUND);
}

/* R15, R18: so that nobody waits at a door. */
TEST(rhythm, a_time_with_a_peer_who_left_is_told_to_who_walks_with_her_now)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct meets left;

    at_ten(cx);
    as_ruth(cx, &t);
    (void)time_soon(cx, &t);
    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(meet_list_left(cx, t.denise, &left), "%s", cx->err.text);
    cr_assert_eq(left.n, 0, "Ruth comes");
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(meet_list_left(cx, t.denise, &left), "%s", cx->err.text);
    cr_assert_eq(left.n, 1);
    cr_assert_eq(left.at[0].at, cx->now + HOUR);
    cr_assert_str_eq(left.at[0].gone, "Ruth");
    cr_assert_str_eq(left.at[0].who, "Denise");
    cr_assert_str_eq(left.at[0].what, "", "when and with whom, and no more");
    cr_assert_str_eq(left.at[0].place, "");
    cr_assert(meet_list_left(cx, (struct person_id){0}, &left));
    cr_assert_eq(left.n, 1, "it is today");
    as_ruth(cx, &t);
    fails_with(cx, meet_list_left(cx, t.denise, &left), ERR_NOTFOUND);
    cr_assert(meet_list_left(cx, (struct person_id){0}, &left));
    cr_assert_eq(left.n, 0);
    town_act(cx, &t, jose, ROLE_PEER);
    cx->now += 2 * HOUR;
    cr_assert(meet_list_left(cx, t.denise, &left), "%s", cx->err.text);
    cr_assert_eq(left.n, 0, "its hour is over");
}

/* R18, acceptance test 2: the rule. */
TEST(rhythm, a_peer_cannot_call_off_without_saying_how_she_was_told)
{
    struct town t = town_make(cx);
    struct telling how = {.told = TOLD_NONE, .who = "", .retry = TIME_NONE};
    struct tasks open;
    struct meet m;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_TEXT, 2);
    const int64_t id = time_soon(cx, &t);
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    how.told = TOLD_CALLED;
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    how.told = TOLD_NOT;
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    how.retry = cx->now + 3 * DAY;
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    fails_with(cx, meet_off(cx, t.denise, id), ERR_NOTFOUND);
    how.retry = cx->now + 2 * HOUR;
    cr_assert(meet_off_peer(cx, t.denise, id, &how), "%s", cx->err.text);
    cr_assert(meet_get(cx, t.denise, id, &m));
    cr_assert_eq(m.state, MEET_OFF_PEER);
    cr_assert_eq(m.told, TOLD_NOT);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    cr_assert_eq(open.at[0].kind, TASK_RETRY);
    cr_assert_eq(open.at[0].at, how.retry);
    cr_assert_not(open.at[0].late, "its hour is to come");
    cx->now = how.retry + 60;
    cr_assert(task_list_mine(cx, &open));
    cr_assert(open.at[0].late, "not only tomorrow");
}

static int64_t moved;

static bool moves(struct ctx *cx, const struct town *t, int64_t id,
                  const struct telling *how, int64_t at)
{
    struct meet to = {.at = at};
    const bool done = meet_move_peer(cx, t->denise, id, how, &to);

    moved = done ? to.id : moved;
    return done;
}

/* R18, R19: in one act, and never without how she was told. */
TEST(rhythm, a_peer_moves_a_time_only_with_how_she_was_told)
{
    struct town t = town_make(cx);
    struct telling how = {.told = TOLD_NONE, .who = "", .retry = TIME_NONE};
    struct meet old, m;
    struct meets coming;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_TEXT, 2);
    const int64_t id = time_soon(cx, &t), at = cx->now + 3 * DAY;
    fails_with(cx, moves(cx, &t, id, &how, at), ERR_INVALID);
    how.told = TOLD_CALLED; /* not marked safe */
    fails_with(cx, moves(cx, &t, id, &how, at), ERR_INVALID);
    how.told = TOLD_TEXT;
    fails_with(cx, moves(cx, &t, id, &how, TIME_NONE), ERR_INVALID);
    fails_with(cx, moves(cx, &t, id, &how, cx->now - 1), ERR_INVALID);
    cr_assert(meet_get(cx, t.denise, id, &old));
    fails_with(cx, moves(cx, &t, id, &how, old.at), ERR_INVALID);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 1, "nothing is moved by half");
    cr_assert_eq(coming.at[0].id, id);

    cr_assert(moves(cx, &t, id, &how, at), "%s", cx->err.text);
    cr_assert(meet_get(cx, t.denise, id, &old));
    cr_assert_eq(old.state, MEET_OFF_PEER);
    cr_assert_eq(old.told, TOLD_TEXT);
    cr_assert(meet_get(cx, t.denise, moved, &m));
    cr_assert_eq(m.at, at);
    cr_assert_eq(m.state, MEET_SET);
    cr_assert_str_eq(m.what, old.what);
    cr_assert_str_eq(m.place, old.place);
    fails_with(cx, moves(cx, &t, id, &how, at + HOUR), ERR_CONFLICT);
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(meet_off(cx, t.denise, moved), "she calls it off as any");
}

/* Acceptance test 2: the table. */
TEST(rhythm, no_row_says_off_by_the_peer_without_how)
{
    struct town t = town_make(cx);

    at_ten(cx);
    as_ruth(cx, &t);
    const int64_t id = time_soon(cx, &t);
    cr_assert(db_savepoint(cx));
    struct query *q =
        db_sql(cx, "UPDATE rhythm_time SET state = 3 WHERE id = $1");
    db_put_int(q, id);
    cr_assert_not(db_end(q));
    ctx_forgive(cx);
    db_revert(cx);
    cr_assert(db_savepoint(cx));
    q = db_sql(cx, "UPDATE rhythm_time SET state = 3, told = 5 WHERE id = $1");
    db_put_int(q, id);
    cr_assert_not(db_end(q), "not reached, and no time to try again");
    ctx_forgive(cx);
    db_revert(cx);
    q = db_sql(cx, "UPDATE rhythm_time SET state = 3, told = 4 WHERE id = $1");
    db_put_int(q, id);
    cr_assert(db_end(q), "%s", cx->err.text);
}

/* R19, acceptance test 3. */
TEST(rhythm, a_miss_opens_a_courtesy_call_the_same_day_by_safe_ways_alone)
{
    struct town t = town_make(cx);
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_TEXT | 1U << CHANNEL_NOTE, 2);
    const int64_t id = time_soon(cx, &t);
    fails_with(cx, meet_missed(cx, t.denise, id), ERR_CONFLICT);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, id), "%s", cx->err.text);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    struct task k = open.at[0];
    cr_assert_eq(k.kind, TASK_COURTESY);
    cr_assert_eq(k.due.days, day_of(cx->now).days);
    cr_assert_eq(k.left, 2);
    fails_with(cx, task_try(cx, &k, CHANNEL_CALL, OUTCOME_NO_ANSWER, TIME_NONE),
               ERR_INVALID);
    fails_with(cx, task_try(cx, &k, CHANNEL_TEXT, OUTCOME_WORD, TIME_NONE),
               ERR_INVALID);
    cr_assert(task_try(cx, &k, CHANNEL_TEXT, OUTCOME_NO_ANSWER, TIME_NONE));
    cr_assert(task_try(cx, &k, CHANNEL_NOTE, OUTCOME_WORD, TIME_NONE));
    fails_with(cx, task_try(cx, &k, CHANNEL_TEXT, OUTCOME_REACHED, TIME_NONE),
               ERR_CONFLICT);
    cr_assert(task_get(cx, t.denise, k.id, &k));
    cr_assert_eq(k.ending, TASK_USED);
    cr_assert_eq(k.tries, 2);
}

/* R18: called, no answer, a voice mail, and again at half past eleven. */
TEST(rhythm, a_voice_mail_is_left_where_it_is_safe_and_is_one_try)
{
    struct town t = town_make(cx);
    struct telling how = {.told = TOLD_NOT,
                          .who = "",
                          .retry = time_at(date_parse("2026-10-13"), 11 * 60),
                          .mail = true};
    const unsigned call = 1U << CHANNEL_CALL;
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, call, 2);
    const int64_t id = time_soon(cx, &t);
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    reached_by(cx, &t, call | REACH_MAIL, 1);
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    reached_by(cx, &t, 1U << CHANNEL_TEXT | REACH_MAIL, 2);
    fails_with(cx, meet_off_peer(cx, t.denise, id, &how), ERR_INVALID);
    reached_by(cx, &t, call | REACH_MAIL, 2);
    cr_assert(meet_off_peer(cx, t.denise, id, &how), "%s", cx->err.text);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    cr_assert_eq(open.at[0].at, how.retry);
    cr_assert_eq(open.at[0].tries, 1, "the voice mail");
    cr_assert_eq(open.at[0].left, 1);
    cr_assert(
        task_try(cx, &open.at[0], CHANNEL_CALL, OUTCOME_REACHED, TIME_NONE),
        "%s", cx->err.text);
}

/* R19: no word where none may be left. */
TEST(rhythm, a_call_leaves_no_voice_mail_that_is_not_safe)
{
    struct town t = town_make(cx);
    struct task k = {
        .person = t.denise, .due = {0}, .channel = CHANNEL_CALL, .what = ""};

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 3);
    k.due = day_of(cx->now);
    cr_assert(task_check_in(cx, &k), "%s", cx->err.text);
    fails_with(cx, task_try(cx, &k, CHANNEL_CALL, OUTCOME_WORD, TIME_NONE),
               ERR_INVALID);
    reached_by(cx, &t, 1U << CHANNEL_CALL | REACH_MAIL, 3);
    cr_assert(task_try(cx, &k, CHANNEL_CALL, OUTCOME_WORD, TIME_NONE), "%s",
              cx->err.text);
}

TEST(rhythm, a_wish_for_no_tries_is_kept)
{
    struct town t = town_make(cx);
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 0);
    const int64_t id = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, id));
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
}

/* R16, never-list 6 */
TEST(rhythm, space_closes_all_and_blocks_all_until_its_day)
{
    struct town t = town_make(cx);
    struct tasks open;
    struct meets coming;
    struct date until;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 3);
    const int64_t missed = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, missed));
    cr_assert(task_list_mine(cx, &open));
    struct task k = open.at[0];
    (void)time_soon(cx, &t);
    as_denise(cx, &t);
    fails_with(cx, space_ask(cx, t.denise, day_of(cx->now)), ERR_INVALID);
    const struct date monday = {day_of(cx->now).days + 6};
    cr_assert(space_ask(cx, t.denise, monday), "%s", cx->err.text);
    as_ruth(cx, &t);
    fails_with(cx, space_ask(cx, t.denise, monday), ERR_NOTFOUND);
    cr_assert(space_now(cx, t.denise, &until));
    cr_assert_eq(until.days, monday.days);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 0);
    fails_with(cx, task_try(cx, &k, CHANNEL_CALL, OUTCOME_NO_ANSWER, TIME_NONE),
               ERR_CONFLICT);
    struct meet m = {.person = t.denise,
                     .peer = t.ruth,
                     .at = cx->now + DAY,
                     .what = "",
                     .place = ""};
    fails_with(cx, meet_make(cx, &m), ERR_INVALID);
    struct task check = {.person = t.denise,
                         .due = day_of(cx->now + DAY),
                         .channel = CHANNEL_CALL,
                         .what = ""};
    fails_with(cx, task_check_in(cx, &check), ERR_INVALID);
    cx->now = time_at(monday, 8 * 60);
    cr_assert(space_now(cx, t.denise, &until));
    cr_assert_not(date_is_set(until), "it ended by itself");
    m.at = cx->now + HOUR;
    cr_assert(meet_make(cx, &m), "%s", cx->err.text);
}

TEST(rhythm, a_rhythm_rests_with_space_and_goes_on_when_she_ends_it)
{
    struct town t = town_make(cx);
    struct meets coming;

    at_ten(cx);
    as_denise(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(rhythm_agree(cx, t.denise, r.id), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(space_ask(cx, t.denise, (struct date){r.first.days + 30}));
    cx->now += 3 * DAY;
    cr_assert(rhythm_go_on(cx));
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 0);
    cr_assert(space_end(cx, t.denise));
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &coming));
    cr_assert_eq(coming.n, 1);
    cr_assert_eq(day_of(coming.at[0].at).days, r.first.days + 7);
}

/* R17: "it has been 16 days; you two usually meet weekly". */
TEST(rhythm, a_slip_is_told_to_the_peer_alone_and_ends_when_they_meet)
{
    struct town t = town_make(cx);
    struct slips slips;

    at_ten(cx);
    as_denise(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r));
    as_ruth(cx, &t);
    cr_assert(rhythm_agree(cx, t.denise, r.id));
    const int64_t id = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_held(cx, t.denise, id), "%s", cx->err.text);
    cx->now += 14 * (int64_t)DAY;
    cr_assert(slip_list(cx, &slips));
    cr_assert_eq(slips.n, 0, "a week is not over its week by a week");
    cx->now += 2 * DAY;
    cr_assert(slip_list(cx, &slips));
    cr_assert_eq(slips.n, 1);
    cr_assert_eq(slips.at[0].days, 16);
    cr_assert_str_eq(slips.at[0].person.first, "Denise");
    struct contact c = {.person = t.denise,
                        .kind = CONTACT_NOTE,
                        .day = day_of(cx->now),
                        .where_words = "",
                        .being = 10};
    cr_assert(settings_load(cx, NULL));
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(slip_list(cx, &slips));
    cr_assert_eq(slips.n, 1, "a try is no contact");
    town_act(cx, &t, town_add(cx, t.program, ROLE_SUPERVISOR, "Karen"),
             ROLE_SUPERVISOR);
    cr_assert(slip_list(cx, &slips));
    cr_assert_eq(slips.n, 0);
    as_ruth(cx, &t);
    c.kind = CONTACT_TALKED;
    c.day.days -= 3;
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
    cr_assert(slip_list(cx, &slips));
    cr_assert_eq(slips.n, 0, "they talked three days ago");
}

/* R62 */
TEST(rhythm, a_check_in_goes_by_the_way_she_chose)
{
    struct town t = town_make(cx);
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL | 1U << CHANNEL_TEXT, 2);
    struct task check = {.person = t.denise,
                         .due = day_of(cx->now + DAY),
                         .channel = CHANNEL_NOTE,
                         .what = "the move"};
    fails_with(cx, task_check_in(cx, &check), ERR_INVALID);
    check.channel = CHANNEL_TEXT;
    cr_assert(task_check_in(cx, &check), "%s", cx->err.text);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0, "its day has not come");
    cx->now += DAY;
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    cr_assert_str_eq(open.at[0].what, "the move");
    fails_with(cx,
               task_try(cx, &check, CHANNEL_CALL, OUTCOME_REACHED, TIME_NONE),
               ERR_INVALID);
    cr_assert(task_try(cx, &check, CHANNEL_TEXT, OUTCOME_REACHED, TIME_NONE));
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
}

/* Never-list 14 */
TEST(rhythm, what_a_peer_who_left_had_to_do_is_with_who_walks_with_her_now)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Rivera");
    struct tasks open;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 2);
    const int64_t id = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, id));
    cr_assert(peer_join(cx, jose, t.denise));
    town_act(cx, &t, jose, ROLE_PEER);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 1);
    cr_assert(task_talked(cx, t.denise, open.at[0].id), "%s", cx->err.text);
    as_ruth(cx, &t);
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, 0);
}

/* R19, R21: a number of calls, for who leads the program. */
TEST(rhythm, who_leads_the_program_sees_how_many_calls_were_made)
{
    enum { CALLS = 6 };
    struct town t = town_make(cx);
    struct person_id karen = town_add(cx, t.program, ROLE_SUPERVISOR, "Karen");
    struct tasks open;
    struct courtesy calls;

    at_ten(cx);
    reached_by(cx, &t, 1U << CHANNEL_CALL, 2);
    int64_t ids[CALLS];
    for (int i = 0; i < CALLS; i++)
        ids[i] = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    cr_assert(meet_missed(cx, t.denise, ids[0]));
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(courtesy_count(cx, &calls));
    cr_assert_eq(calls.due, 1);
    cr_assert_eq(calls.done, 0);
    as_ruth(cx, &t);
    for (int i = 1; i < CALLS; i++)
        cr_assert(meet_missed(cx, t.denise, ids[i]));
    cr_assert(task_list_mine(cx, &open));
    cr_assert_eq(open.n, CALLS);
    cr_assert(
        task_try(cx, &open.at[0], CHANNEL_CALL, OUTCOME_NO_ANSWER, TIME_NONE));
    fails_with(cx, courtesy_count(cx, &calls), ERR_NOTFOUND);
    town_act(cx, &t, karen, ROLE_SUPERVISOR);
    cr_assert(courtesy_count(cx, &calls));
    cr_assert_eq(calls.done, 1);
    cr_assert_eq(calls.due, CALLS);
}

/* R17: what is next is first; what was called off stays till its day is over.
 */
TEST(rhythm, the_next_time_is_first_and_one_called_off_is_seen_as_off)
{
    struct town t = town_make(cx);
    struct meets list;

    at_ten(cx);
    as_denise(cx, &t);
    const int64_t unsaid = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    const int64_t next = time_soon(cx, &t), off = time_soon(cx, &t);
    cr_assert(meet_off(cx, t.denise, off), "%s", cx->err.text);
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &list));
    cr_assert_eq(list.n, 2);
    cr_assert_eq(list.at[0].id, next);
    cr_assert_eq(list.at[1].id, unsaid);
    cr_assert(meet_list(cx, t.denise, MEET_OFF, &list));
    cr_assert_eq(list.n, 1);
    cr_assert_eq(list.at[0].id, off);
    cr_assert(meet_list(cx, t.denise, MEET_PAST, &list));
    cr_assert_eq(list.n, 0);
    cx->now += DAY;
    cr_assert(meet_list(cx, t.denise, MEET_OFF, &list));
    cr_assert_eq(list.n, 0);
    cr_assert(meet_list(cx, t.denise, MEET_PAST, &list));
    cr_assert_eq(list.n, 1);
}

/* Never-list 14: a time with somebody who left has an end too. */
TEST(rhythm, she_ends_a_time_with_a_peer_who_left)
{
    struct town t = town_make(cx);
    struct meets list;
    struct tasks open;

    at_ten(cx);
    as_denise(cx, &t);
    const int64_t id = time_soon(cx, &t);
    cx->now += 2 * HOUR;
    fails_with(cx, meet_missed(cx, t.denise, id), ERR_NOTFOUND);
    cr_assert(peer_leave(cx, t.ruth, t.denise));
    cr_assert(meet_list(cx, t.denise, MEET_COMING, &list));
    cr_assert(list.at[0].left);
    cr_assert(meet_missed(cx, t.denise, id), "%s", cx->err.text);
    cr_assert(task_list(cx, t.denise, &open));
    cr_assert_eq(open.n, 0, "nobody is set to call");
}

/* R16: a rhythm that was only asked for does not wait through space. */
TEST(rhythm, what_was_only_asked_for_ends_with_space)
{
    struct town t = town_make(cx);
    struct rhythms list;

    at_ten(cx);
    as_ruth(cx, &t);
    struct rhythm r = weekly(&t, cx);
    cr_assert(rhythm_ask(cx, &r), "%s", cx->err.text);
    as_denise(cx, &t);
    cr_assert(space_ask(cx, t.denise, (struct date){r.first.days + 6}));
    cr_assert(rhythm_list(cx, t.denise, &list));
    cr_assert_eq(list.n, 0);
}
