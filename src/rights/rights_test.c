#include "rights/grievance.h"

#include <string.h>

#include "base/json.h"
#include "frame/notes.h"
#include "people/town_test.h"
#include "rights/text.h"
#include "rights/told.h"
#include "sharing/access.h"
#include "sharing/permission.h"
#include "store/keep.h"

static const char door[] = "Luis came in without a knock.\nOn Monday.";

struct house {
    struct town t;
    struct person_id karen, dolores, ada;
};

static struct house make(struct ctx *cx)
{
    struct house h = {.t = town_make(cx)};

    h.karen = town_add(cx, h.t.program, ROLE_SUPERVISOR, "Karen Olsen");
    h.dolores = town_add(cx, h.t.program, ROLE_SUPERVISOR, "Dolores Vega");
    h.ada = town_add(cx, h.t.program, ROLE_ADMIN, "Ada Frost");
    return h;
}

static void be_denise(struct ctx *cx, const struct house *h)
{
    town_act(cx, &h->t, h->t.denise, ROLE_PERSON);
}

static void name(struct ctx *cx, struct grievance *g, struct person_id who)
{
    struct person p;

    cr_assert(person_get(cx, who, &p));
    *LIST_PUSH(cx->mem, &g->about) = p;
}

static struct grievance about(struct ctx *cx, const struct house *h,
                              struct person_id who)
{
    struct grievance g = {.account = {.happened = door, .want = "A knock."}};

    be_denise(cx, h);
    if (who.v)
        name(cx, &g, who);
    return g;
}

static const struct person_id nobody = {0};

/* All that somebody could find of it, each way there is. */
static bool finds(struct ctx *cx, const struct house *h, struct person_id who,
                  enum role role, struct said_id id)
{
    struct told_one one;
    struct tolds list;
    struct replies replies;
    struct wills none = {0};
    struct reply r = {.thing = id, .version = 1, .words = "I see."};

    town_act(cx, &h->t, who, role);
    const bool reads = told_get(cx, id, &one);
    if (!reads)
        cr_assert_str_eq(cx->err.text, "There is nothing here.");
    ctx_forgive(cx);
    cr_assert(told_list(cx, &list), "%s", cx->err.text);
    cr_assert_eq(list.n > 0, reads, "the list says what the page says");
    cr_assert_eq(reply_list(cx, h->t.denise, id, &replies), reads);
    ctx_forgive(cx);
    if (!reads)
        fails_with(cx, reply_add(cx, &r, &none), ERR_NOTFOUND);
    cx->notes = NULL;
    be_denise(cx, h);
    return reads;
}

/* R47. Every asker there is, whoever it is about and whoever was chosen. */
TEST(rights, whom_it_is_about_finds_nothing_and_nobody_else_but_the_chosen)
{
    struct house h = make(cx);
    const struct {
        struct person_id id;
        enum role role;
    } all[] = {{h.t.ruth, ROLE_PEER},         {h.t.rao, ROLE_CLINICIAN},
               {h.t.luis, ROLE_CASE_MANAGER}, {h.karen, ROLE_SUPERVISOR},
               {h.dolores, ROLE_SUPERVISOR},  {h.ada, ROLE_ADMIN},
               {h.t.ana, ROLE_PERSON}};
    const struct person_id to[] = {h.t.ruth, h.karen, h.dolores, nobody};

    for (size_t a = 0; a < 5; a++)
        for (size_t i = 0; i < sizeof to / sizeof *to; i++) {
            struct grievance g = about(cx, &h, all[a].id);
            if (person_same(to[i], all[a].id)) {
                fails_with(cx, grievance_make(cx, &g, to[i]), ERR_INVALID);
                continue;
            }
            cr_assert(grievance_make(cx, &g, to[i]), "%s", cx->err.text);
            const struct said_id id = g.said.id;
            for (size_t k = 0; k < sizeof all / sizeof *all; k++)
                cr_assert_eq(finds(cx, &h, all[k].id, all[k].role, id),
                             person_same(all[k].id, to[i]) && to[i].v);
            cr_assert(grievance_end(cx, id, ACT_LET_GO, ""));
            cr_assert_not(finds(cx, &h, h.karen, ROLE_SUPERVISOR, id));
        }
}

TEST(rights, whom_it_is_about_cannot_be_let_in_later_by_any_way)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.karen);
    struct accesses log;
    int64_t older;

    cr_assert(grievance_make(cx, &g, h.dolores), "%s", cx->err.text);
    const struct about what = {h.t.denise, TOPIC_GRIEVANCE, g.said.id.v};
    struct permission p = {
        .what = what, .to = h.karen, .purpose = "x", .until = TIME_NONE};
    fails_with(cx, grievance_give(cx, g.said.id, h.karen), ERR_INVALID);
    fails_with(cx, said_give(cx, &g.said, h.karen, "x", TIME_NONE),
               ERR_INVALID);
    fails_with(cx, permission_give(cx, &p), ERR_INVALID);
    cr_assert_not(finds(cx, &h, h.karen, ROLE_SUPERVISOR, g.said.id));
    cr_assert(finds(cx, &h, h.dolores, ROLE_SUPERVISOR, g.said.id));
    cr_assert(access_list(cx, h.t.denise, 0, &log, &older));
    for (size_t i = 0; i < log.n; i++)
        cr_assert_neq(log.at[i].reader, h.karen.v);
}

TEST(rights, choosing_whom_it_is_about_says_kindly_who_is_left)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.karen);

    cr_assert_not(grievance_make(cx, &g, h.karen));
    cr_assert_str_eq(cx->err.field, "to");
    cr_assert(strstr(cx->err.text, "Still here: Ruth, Dolores. "), "%s",
              cx->err.text);
    ctx_forgive(cx);
    name(cx, &g, h.dolores);
    cr_assert_not(grievance_make(cx, &g, h.dolores));
    cr_assert(strstr(cx->err.text, "Still here: Ruth. "), "%s", cx->err.text);
    ctx_forgive(cx);
    name(cx, &g, h.t.ruth);
    cr_assert_not(grievance_make(cx, &g, h.t.ruth));
    cr_assert(strstr(cx->err.text, "Nobody else here is left"), "%s",
              cx->err.text);
    ctx_forgive(cx);
    cr_assert(grievance_make(cx, &g, nobody), "%s", cx->err.text);
    cr_assert(grievance_get(cx, g.said.id, &g));
    cr_assert(g.no_lead);
    cr_assert_eq(g.left.peers.n + g.left.leads.n, 0);
}

TEST(rights, it_works_with_nobody_of_staff_and_she_keeps_all_of_it)
{
    struct ctx *c = cx;
    struct house h = {.t = {0}};
    struct grievance g = {.account = {.happened = door, .want = ""}};
    struct grievances list;

    cr_assert(program_add(c, "Alone", &h.t.program));
    h.t.denise = town_add(c, h.t.program, ROLE_PERSON, "Denise Carter");
    be_denise(c, &h);
    cr_assert(grievance_make(c, &g, nobody), "%s", c->err.text);
    cr_assert(grievance_get(c, g.said.id, &g), "%s", c->err.text);
    cr_assert_str_eq(g.account.happened, door);
    cr_assert_not(g.no_lead, "nobody leads: it is about none of them");
    cr_assert(grievance_list(c, false, &list));
    cr_assert_eq(list.n, 1);

    struct buf text = buf_new(c->mem, 1 << 20);
    struct json_out w = {.to = &text};
    c->actor = &actor_operator;
    json_put_object(&w, NULL);
    cr_assert(keep_export(c, h.t.denise, &w), "%s", c->err.text);
    json_put_end(&w);
    cr_assert(strstr(text.at, "Luis came in without a knock."), "%s", text.at);
    cr_assert(keep_erase(c, h.t.denise), "%s", c->err.text);
    struct person_id whose = h.t.denise;
    cr_assert(said_whose(c, g.said.id, &whose));
    cr_assert_eq(whose.v, 0, "nothing is left of it");
}

static int64_t writes_back(struct ctx *cx, const struct house *h,
                           struct said_id id)
{
    struct will will = {"Talk with the team about doors",
                        {day_of(cx->now).days + 3}};
    const struct wills wills = {&will, 1, 1};
    struct told_one one;
    struct reply r = {
        .thing = id, .version = 1, .words = "No knock. I am sorry."};

    town_act(cx, &h->t, h->karen, ROLE_SUPERVISOR);
    cr_assert(told_get(cx, id, &one) && notes_write(cx), "%s", cx->err.text);
    cr_assert_str_eq(one.account.want, "A knock.");
    cr_assert_eq(one.about.n, 1);
    cr_assert(reply_add(cx, &r, &wills), "%s", cx->err.text);
    be_denise(cx, h);
    return r.id;
}

TEST(rights, she_sees_what_was_understood_and_what_will_be_done_and_ends_it)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.t.luis);
    struct replies back;

    g.account.formal = true;
    fails_with(cx, grievance_make(cx, &g, h.t.ruth), ERR_INVALID);
    cr_assert(grievance_make(cx, &g, h.karen), "%s", cx->err.text);
    const struct said_id id = g.said.id;
    cr_assert_eq(g.said.due.days, day_of(cx->now).days + RIGHTS_DAYS);
    const int64_t reply = writes_back(cx, &h, id);
    cr_assert(reply_list(cx, h.t.denise, id, &back));
    cr_assert_eq(back.n, 1);
    cr_assert_eq(back.at[0].promises.n, 1);
    cr_assert(reply_answer(cx, h.t.denise, reply, REPLY_RIGHT, ""));
    cr_assert(grievance_more(cx, id, "It was so again."), "%s", cx->err.text);
    cr_assert(grievance_get(cx, id, &g));
    cr_assert_eq(g.account.more.n, 1);
    cr_assert_eq(g.said.version, 2, "the first words stay as they were");
    cr_assert_eq(g.about.n, 1);
    town_act(cx, &h.t, h.karen, ROLE_SUPERVISOR);
    fails_with(cx, said_move(cx, h.t.denise, id, ACT_DONE, ""), ERR_CONFLICT);
    cx->notes = NULL;
    be_denise(cx, &h);
    fails_with(cx, grievance_end(cx, id, SAID_ACTS, ""), ERR_INVALID);
    cr_assert(grievance_end(cx, id, ACT_DONE, "They knock now."), "%s",
              cx->err.text);
    cr_assert_not(finds(cx, &h, h.karen, ROLE_SUPERVISOR, id));
    cr_assert(grievance_end(cx, id, ACT_REOPEN, ""));
    cr_assert_not(finds(cx, &h, h.karen, ROLE_SUPERVISOR, id));
    cr_assert(grievance_give(cx, id, h.t.ruth), "%s", cx->err.text);
    cr_assert(finds(cx, &h, h.t.ruth, ROLE_PEER, id));
    cr_assert(grievance_take_back(cx, id, h.t.ruth.v));
    cr_assert_not(finds(cx, &h, h.t.ruth, ROLE_PEER, id));
}

/* To her, in a list and on its page, and to who was told. */
static bool is_owed(struct ctx *cx, const struct house *h, struct said_id id)
{
    struct grievances list;
    struct grievance g;
    struct tolds tolds;
    struct told_one one;

    be_denise(cx, h);
    cr_assert(grievance_list(cx, false, &list) && grievance_get(cx, id, &g));
    const bool owed = date_is_set(g.owed);
    cr_assert_eq(date_is_set(list.at[0].owed), owed);
    town_act(cx, &h->t, h->karen, ROLE_SUPERVISOR);
    cr_assert(told_list(cx, &tolds) && told_get(cx, id, &one));
    cr_assert_eq(date_is_set(tolds.at[0].owed), owed);
    cr_assert_eq(date_is_set(one.line.owed), owed);
    cr_assert_eq(tolds.at[0].answered, !owed);
    return owed;
}

TEST(rights, an_answer_is_owed_until_who_leads_wrote_back)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.t.luis);

    g.account.formal = true;
    cr_assert(grievance_make(cx, &g, h.karen), "%s", cx->err.text);
    const struct said_id id = g.said.id;
    struct reply r = {.thing = id, .version = 1, .words = "I heard you."};
    struct told_one one;
    cr_assert(is_owed(cx, &h, id));
    be_denise(cx, &h);
    cr_assert(grievance_give(cx, id, h.t.ruth), "%s", cx->err.text);
    town_act(cx, &h.t, h.t.ruth, ROLE_PEER);
    cr_assert(told_get(cx, id, &one) && notes_write(cx), "%s", cx->err.text);
    cr_assert(reply_add(cx, &r, &(struct wills){0}), "%s", cx->err.text);
    cr_assert(is_owed(cx, &h, id), "a peer does not answer for it");
    writes_back(cx, &h, id);
    cr_assert_not(is_owed(cx, &h, id));
    be_denise(cx, &h);
    cr_assert(grievance_end(cx, id, ACT_DONE, ""), "%s", cx->err.text);
    cr_assert(grievance_get(cx, id, &g));
    cr_assert_not(date_is_set(g.owed));
}

/* Opened again, it is owed anew: from the day who leads has it again, whatever
 * was written before. */
TEST(rights, an_answer_is_owed_again_when_it_is_opened_again)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.t.luis);

    g.account.formal = true;
    cr_assert(grievance_make(cx, &g, h.karen), "%s", cx->err.text);
    const struct said_id id = g.said.id;
    writes_back(cx, &h, id);
    be_denise(cx, &h);
    cr_assert(grievance_end(cx, id, ACT_DONE, ""), "%s", cx->err.text);
    cx->now += 90 * 86400;
    cr_assert(grievance_end(cx, id, ACT_REOPEN, ""), "%s", cx->err.text);
    cr_assert(grievance_get(cx, id, &g));
    cr_assert_not(date_is_set(g.owed), "nobody has it");
    cr_assert(grievance_give(cx, id, h.karen), "%s", cx->err.text);
    cr_assert(grievance_get(cx, id, &g));
    cr_assert_eq(g.owed.days, day_of(cx->now).days + RIGHTS_DAYS);
    cr_assert(is_owed(cx, &h, id), "what was written before is no answer");
    writes_back(cx, &h, id);
    cr_assert_not(is_owed(cx, &h, id));
}

TEST(rights, who_leads_owes_an_answer_from_the_day_they_have_it)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.t.luis);

    g.account.formal = true;
    cr_assert(grievance_make(cx, &g, (struct person_id){0}), "%s",
              cx->err.text);
    cr_assert_not(date_is_set(g.said.due));
    cx->now += 3 * 86400;
    cr_assert(grievance_give(cx, g.said.id, h.t.ruth), "%s", cx->err.text);
    cr_assert(grievance_get(cx, g.said.id, &g));
    cr_assert_not(date_is_set(g.said.due), "a peer owes no answer");
    cr_assert(grievance_give(cx, g.said.id, h.karen), "%s", cx->err.text);
    cx->now += 86400;
    cr_assert(grievance_get(cx, g.said.id, &g));
    cr_assert_eq(g.said.due.days, day_of(cx->now).days - 1 + RIGHTS_DAYS);
}

TEST(rights, what_is_missing_is_asked_for_kindly)
{
    struct house h = make(cx);
    struct grievance g = about(cx, &h, h.t.ana);

    fails_with(cx, grievance_make(cx, &g, nobody), ERR_INVALID);
    g = about(cx, &h, nobody);
    fails_with(cx, grievance_make(cx, &g, h.t.rao), ERR_INVALID);
    g.account.happened = "";
    fails_with(cx, grievance_make(cx, &g, nobody), ERR_INVALID);
    town_act(cx, &h.t, h.karen, ROLE_SUPERVISOR);
    g = (struct grievance){.account = {.happened = door, .want = ""}};
    fails_with(cx, grievance_make(cx, &g, nobody), ERR_NOTFOUND);
}

TEST(rights, who_leads_keeps_the_text_and_whom_to_call)
{
    struct house h = make(cx);
    struct rights_text t;
    struct outside o = {.kind = OUTSIDE_ADVOCATE,
                        .name = "Disability Rights (made up)",
                        .phone = "555-0177",
                        .note = ""};
    struct outsides list;

    cr_assert(rights_text_get(cx, &t));
    cr_assert_eq(t.version, 0);
    t.state = "New Mexico";
    t.words = "Ask for the blue form.";
    town_act(cx, &h.t, h.t.ruth, ROLE_PEER);
    fails_with(cx, rights_text_change(cx, &t), ERR_NOTFOUND);
    fails_with(cx, outside_add(cx, &o), ERR_NOTFOUND);
    town_act(cx, &h.t, h.karen, ROLE_SUPERVISOR);
    cr_assert(rights_text_change(cx, &t) && rights_text_change(cx, &t));
    cr_assert(rights_text_get(cx, &t));
    cr_assert_eq(t.version, 1, "the same words are the same version");
    t.days = 0;
    fails_with(cx, rights_text_change(cx, &t), ERR_INVALID);
    cr_assert(outside_add(cx, &o), "%s", cx->err.text);
    o.phone = "javascript:1";
    fails_with(cx, outside_add(cx, &o), ERR_INVALID);
    cr_assert(outside_list(cx, &list));
    cr_assert_eq(list.n, 1);
    cr_assert(outside_remove(cx, list.at[0].id) && outside_list(cx, &list));
    cr_assert_eq(list.n, 0);
}
