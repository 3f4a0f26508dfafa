#include "rights/grievance.h"

#include <string.h>

#include "db/db.h"
#include "rights/owed.h"
#include "rights/text.h"
#include "sharing/barred.h"
#include "sharing/permission.h"

enum {
    OPEN = 1U << SAID_APPROVED | 1U << SAID_DELIVERED | 1U << SAID_UNDERSTOOD |
           1U << SAID_ANSWERED,
    OVER = 1U << SAID_CLOSED,
    TEAM = ROLE_BIT(ROLE_PEER) | ROLE_BIT(ROLE_SUPERVISOR) |
           ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
    LISTED = 60
};

static struct about about_of(const struct said *s)
{
    return (struct about){s->person, TOPIC_GRIEVANCE, s->id.v};
}

/* --- who there is --- */

static bool staff_but(struct ctx *cx, unsigned roles,
                      const struct persons *without, struct persons *out)
{
    struct persons all;

    *out = (struct persons){0};
    if (!people_staff(cx, cx->actor->program, roles, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (!person_same(all.at[i].id, cx->actor->person) &&
            !persons_have(without, all.at[i].id))
            *LIST_PUSH(cx->mem, out) = all.at[i];
    return true;
}

bool grievance_staff(struct ctx *cx, struct persons *out)
{
    return staff_but(cx, TEAM, &(struct persons){0}, out);
}

bool grievance_recipients(struct ctx *cx, const struct persons *about,
                          struct recipients *out)
{
    struct persons peers;

    *out = (struct recipients){0};
    if (!person_peers(cx, cx->actor->person, &peers))
        return false;
    for (size_t i = 0; i < peers.n; i++)
        if (!persons_have(about, peers.at[i].id))
            *LIST_PUSH(cx->mem, &out->peers) = peers.at[i];
    return staff_but(cx, ROLE_BIT(ROLE_SUPERVISOR), about, &out->leads);
}

/* "Ruth, Dolores". */
static const char *names_of(struct ctx *cx, const struct recipients *r)
{
    const char *all = "";

    for (size_t i = 0; i < r->peers.n + r->leads.n; i++)
        all = arena_fmt(cx->mem, "%s%s%s", all, *all ? ", " : "",
                        i < r->peers.n ? r->peers.at[i].first
                                       : r->leads.at[i - r->peers.n].first);
    return all;
}

static const char *name_in(const struct persons *all, struct person_id id)
{
    for (size_t i = 0; i < all->n; i++)
        if (person_same(all->at[i].id, id))
            return all->at[i].first;
    return "";
}

/* Whom it is about does not get it: a kind sentence with who is left. */
static bool check_to(struct ctx *cx, const struct grievance *g,
                     struct person_id to)
{
    struct recipients left;

    if (!to.v)
        return true;
    if (!grievance_recipients(cx, &g->about, &left))
        return false;
    if (persons_have(&g->about, to)) {
        const char *who = name_in(&g->about, to), *others = names_of(cx, &left);
        return *others ? fail(cx, ERR_INVALID, "to",
                              "It is about %s, so it does not go there. Still "
                              "here: %s. Or someone outside.",
                              who, others)
                       : fail(cx, ERR_INVALID, "to",
                              "It is about %s, so it does not go there. Nobody "
                              "else here is left. Someone outside can read it.",
                              who);
    }
    if (persons_have(&left.leads, to))
        return true;
    if (!persons_have(&left.peers, to))
        return fail(cx, ERR_INVALID, "to", "Please choose one of these.");
    return !g->account.formal ||
           fail(cx, ERR_INVALID, "to",
                "A formal complaint goes to someone who leads, or outside. %s "
                "can read it too, once it is written.",
                name_in(&left.peers, to));
}

/* --- reading --- */

static bool say_owed(struct ctx *cx, struct grievance *g)
{
    const bool over = g->said.state >= SAID_CLOSED;

    g->answered = answer_came(g->said.state);
    g->owed = over ? DATE_NONE : g->said.due;
    return answer_owed(cx, g->said.id, g->answered, &g->owed);
}

bool grievance_list(struct ctx *cx, bool over, struct grievances *out)
{
    const struct said_wish wish = {1U << SAID_GRIEVANCE, over ? OVER : OPEN,
                                   LISTED};
    struct saids all;

    *out = (struct grievances){0};
    if (!said_list(cx, cx->actor->person, &wish, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct grievance *g = LIST_PUSH(cx->mem, out);
        *g = (struct grievance){.said = all.at[i]};
        if (!say_owed(cx, g) ||
            !happened_read(cx, all.at[i].words, &g->account))
            return false;
    }
    return true;
}

/* Without those who have it by now. */
static void only_new(struct arena *mem, const struct said_readers *have,
                     struct persons *list)
{
    struct persons left = {0};

    for (size_t i = 0; i < list->n; i++) {
        bool has = false;
        for (size_t k = 0; k < have->n; k++)
            has = has || have->at[k].reader == list->at[i].id.v;
        if (!has)
            *LIST_PUSH(mem, &left) = list->at[i];
    }
    *list = left;
}

bool grievance_get(struct ctx *cx, struct said_id id, struct grievance *out)
{
    struct persons leads;

    *out = (struct grievance){.said = {.words = "", .hash = "", .why = ""}};
    if (!may(cx, MAY_CHANGE,
             (struct about){cx->actor->person, TOPIC_GRIEVANCE, id.v}) ||
        !said_get(cx, cx->actor->person, id, &out->said))
        return false;
    if (out->said.kind != SAID_GRIEVANCE)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    if (!say_owed(cx, out) ||
        !happened_read(cx, out->said.words, &out->account) ||
        !barred_list(cx, about_of(&out->said), &out->about) ||
        !said_readers(cx, &out->said, &out->readers) ||
        !grievance_recipients(cx, &out->about, &out->left) ||
        !staff_but(cx, ROLE_BIT(ROLE_SUPERVISOR), &(struct persons){0}, &leads))
        return false;
    out->no_lead = leads.n > 0 && out->left.leads.n == 0;
    only_new(cx->mem, &out->readers, &out->left.peers);
    only_new(cx->mem, &out->readers, &out->left.leads);
    return true;
}

/* --- saying --- */

static bool words_fit(struct ctx *cx, const char *field, const char *words,
                      int most)
{
    return text_length(words) <= (size_t)most ||
           fail(cx, ERR_INVALID, field,
                "Please make it shorter: at most %d letters.", most);
}

static bool check(struct ctx *cx, const struct grievance *g)
{
    struct persons staff;

    if (!*g->account.happened)
        return fail(cx, ERR_INVALID, "happened",
                    "Please write what happened. One line is enough.");
    if (!words_fit(cx, "happened", g->account.happened, HAPPENED_MAX) ||
        !words_fit(cx, "want", g->account.want, WANT_MAX) ||
        !grievance_staff(cx, &staff))
        return false;
    if (g->about.n > GRIEVANCE_ABOUT_MAX)
        return fail(cx, ERR_INVALID, "about",
                    "That is a lot of names. Please choose the program "
                    "instead.");
    for (size_t i = 0; i < g->about.n; i++)
        if (!persons_have(&staff, g->about.at[i].id))
            return fail(cx, ERR_INVALID, "about",
                        "Please choose from these names.");
    return true;
}

static bool not_too_many(struct ctx *cx)
{
    struct grievances open;

    if (!grievance_list(cx, false, &open))
        return false;
    return open.n < GRIEVANCES_OPEN_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot that is open. Please end some first.");
}

static bool bar_all(struct ctx *cx, const struct grievance *g)
{
    for (size_t i = 0; i < g->about.n; i++)
        if (!barred_add(cx, about_of(&g->said), g->about.at[i].id))
            return false;
    return true;
}

static bool give(struct ctx *cx, const struct said *s, struct person_id to)
{
    return said_give(cx, s, to, N_("my rights"), TIME_NONE);
}

bool grievance_make(struct ctx *cx, struct grievance *g, struct person_id to)
{
    struct rights_text text;

    g->said = (struct said){.person = cx->actor->person,
                            .kind = SAID_GRIEVANCE,
                            .due = DATE_NONE,
                            .until = TIME_NONE,
                            .words = happened_write(cx, &g->account)};
    if (!may(cx, MAY_CHANGE,
             (struct about){cx->actor->person, TOPIC_GRIEVANCE, 0}) ||
        !check(cx, g) || !check_to(cx, g, to) || !not_too_many(cx) ||
        !rights_text_get(cx, &text))
        return false;
    if (g->account.formal && to.v)
        g->said.due = (struct date){day_of(cx->now).days + (int32_t)text.days};
    return said_begin(cx, &g->said) && bar_all(cx, g) &&
           said_approve(cx, g->said.id, g->said.hash) &&
           (!to.v || give(cx, &g->said, to));
}

static bool get_open(struct ctx *cx, struct said_id id, struct grievance *out)
{
    if (!grievance_get(cx, id, out))
        return false;
    return out->said.state < SAID_CLOSED ||
           fail(cx, ERR_CONFLICT, NULL,
                "This is over. You can open it again first.");
}

bool grievance_more(struct ctx *cx, struct said_id id, const char *words)
{
    struct grievance g;

    if (!get_open(cx, id, &g))
        return false;
    if (!*words)
        return fail(cx, ERR_INVALID, "more", "Please write what to add.");
    if (!words_fit(cx, "more", words, MORE_MAX))
        return false;
    if (g.account.more.n >= MORES_MAX)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This one is long by now. Please begin a new one.");
    *LIST_PUSH(cx->mem, &g.account.more) =
        (struct more){day_of(cx->now), words};
    return said_write(cx, &g.said, happened_write(cx, &g.account)) &&
           said_approve(cx, id, g.said.hash);
}

/* A formal one is owed an answer by whoever leads, from when they have it. */
static bool owe(struct ctx *cx, struct grievance *g, struct person_id to)
{
    struct rights_text text;

    if (!g->account.formal || date_is_set(g->said.due) ||
        !persons_have(&g->left.leads, to))
        return true;
    return rights_text_get(cx, &text) &&
           said_owe(cx, &g->said,
                    (struct date){day_of(cx->now).days + (int32_t)text.days});
}

bool grievance_give(struct ctx *cx, struct said_id id, struct person_id to)
{
    struct grievance g;

    if (!get_open(cx, id, &g))
        return false;
    if (!to.v)
        return fail(cx, ERR_INVALID, "to", "Please choose one of these.");
    if (!owe(cx, &g, to))
        return false;
    g.account.formal =
        false; /* a peer may read one, though not answer for it */
    return check_to(cx, &g, to) && give(cx, &g.said, to);
}

bool grievance_take_back(struct ctx *cx, struct said_id id, int64_t reader)
{
    struct grievance g;

    if (!grievance_get(cx, id, &g))
        return false;
    for (size_t i = 0; i < g.readers.n; i++)
        if (g.readers.at[i].reader == reader)
            return permission_end(cx, g.readers.at[i].permission);
    return fail(cx, ERR_CONFLICT, NULL, "They do not have it any more.");
}

enum said_act grievance_act(const char *word)
{
    static const struct {
        const char *word;
        enum said_act act;
    } acts[] = {{"right", ACT_DONE},
                {"not", ACT_NO_HELP},
                {"stop", ACT_LET_GO},
                {"open", ACT_REOPEN}};

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].word, word) == 0)
            return acts[i].act;
    return SAID_ACTS;
}

bool grievance_end(struct ctx *cx, struct said_id id, enum said_act act,
                   const char *why)
{
    struct grievance g;

    if (!grievance_get(cx, id, &g))
        return false;
    if (act == ACT_REOPEN)
        return said_move(cx, g.said.person, id, act, "") &&
               said_owe_not(cx, id); /* but by whoever gets it now */
    if (act != ACT_DONE && act != ACT_NO_HELP && act != ACT_LET_GO)
        return fail(cx, ERR_INVALID, "act", "Please choose one.");
    return said_end(cx, g.said.person, id, act, why);
}
