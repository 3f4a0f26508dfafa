#include "groups/group.h"

#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "groups/groups_int.h"

const char *const *theme_all(void)
{
    static const char *const says[THEMES] = {N_("Being together"),
                                             N_("Food"),
                                             N_("Computers"),
                                             N_("Art"),
                                             N_("Photos"),
                                             N_("Safer with drugs and drink"),
                                             N_("In the news"),
                                             N_("Speaking up"),
                                             N_("Fair for all"),
                                             N_("Finding care"),
                                             N_("Beyond the doctor's way")};

    return says;
}

bool group_meets(const struct group *g, struct date day)
{
    const int past = day.days - g->from.days;

    return past >= 0 && (!date_is_set(g->last) || day.days <= g->last.days) &&
           (g->weekly ? past % 7 == 0 : past == 0);
}

bool group_is_shown(const struct group *g)
{
    return about_fits(g->level, g->about);
}

/* --- reading --- */

static void take_group(struct query *q, struct group *g)
{
    *g = (struct group){.id = db_get_int(q)};
    g->program = db_get_int(q);
    g->name = db_get_text(q);
    g->plain = db_get_text(q);
    g->likes = db_get_text(q);
    g->place = db_get_text(q);
    g->way = db_get_text(q);
    g->agreed = db_get_text(q);
    g->theme = (enum theme)db_get_int(q);
    g->about = (enum about)db_get_int(q);
    g->from = db_get_date(q);
    g->weekly = db_get_bool(q);
    g->minute = (int)db_get_int(q);
    g->minutes = (int)db_get_int(q);
    g->last = db_get_date(q);
    g->instead = db_get_text(q);
    g->lead.first = g->backup.first = "";
}

/* Only those who work here as peers still. */
static bool read_leads(struct ctx *cx, struct group *g)
{
    struct query *q = db_sql(
        cx, "SELECT l.person, l.backup, l.shown, p.first FROM groups_lead l"
            " JOIN people_staff s ON s.person = l.person AND s.program = $1"
            " AND s.role = $2 JOIN people_person p ON p.id = l.person"
            " WHERE l.in_group = $3");

    db_put_int(q, g->program);
    db_put_int(q, ROLE_PEER);
    db_put_int(q, g->id);
    while (db_row(q)) {
        const struct person_id id = {db_get_int(q)};
        struct group_lead *l = db_get_bool(q) ? &g->backup : &g->lead;
        l->id = id;
        l->shown = db_get_bool(q);
        l->first = person_first_get(q, id);
    }
    return db_end(q);
}

static bool read_level(struct ctx *cx, struct group *g)
{
    enum talk of_lead = TALK_OPEN, of_backup = TALK_OPEN;

    if (!talk_here(cx, g->program, &g->level) ||
        !talk_of(cx, g->lead.id, &of_lead) ||
        !talk_of(cx, g->backup.id, &of_backup))
        return false;
    g->level = talk_stricter(g->level, talk_stricter(of_lead, of_backup));
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    const int order = strcmp(x->name, y->name);

    return order ? order : x->id < y->id ? -1 : x->id > y->id;
}

/* program 0: of all. */
static bool read_groups(struct ctx *cx, int64_t program, struct groups *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, program, name, plain, likes, place, way, agreed, theme,"
            " about, from_day, weekly, minute, minutes, last_day, instead"
            " FROM groups_group WHERE (last_day IS NULL OR last_day >= $1)"
            " AND (CAST($2 AS BIGINT) = 0 OR program = $2)");

    *out = (struct groups){0};
    db_put_date(q, (struct date){day_of(cx->now).days - GROUP_ENDED_DAYS});
    db_put_int(q, program);
    while (db_row(q))
        take_group(q, LIST_PUSH(cx->mem, out));
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (!read_leads(cx, &out->at[i]) || !read_level(cx, &out->at[i]))
            return false;
    if (out->n > 0)
        qsort(out->at, out->n, sizeof *out->at, by_name);
    return true;
}

bool groups_public(struct ctx *cx, struct groups *out)
{
    size_t kept = 0;

    if (!read_groups(cx, 0, out))
        return false;
    for (size_t i = 0; i < out->n; i++)
        if (group_is_shown(&out->at[i]))
            out->at[kept++] = out->at[i];
    out->n = kept;
    return true;
}

bool groups_ours(struct ctx *cx, struct groups *out)
{
    return read_groups(cx, cx->actor->program, out);
}

static bool read_one(struct ctx *cx, int64_t id, struct group *out)
{
    struct query *q = db_sql(
        cx, "SELECT id, program, name, plain, likes, place, way, agreed, theme,"
            " about, from_day, weekly, minute, minutes, last_day, instead"
            " FROM groups_group WHERE id = $1");

    *out = (struct group){0};
    db_put_int(q, id);
    const bool there = db_row(q);
    if (there)
        take_group(q, out);
    if (!db_end(q))
        return false;
    if (!there)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return read_leads(cx, out) && read_level(cx, out);
}

bool group_public(struct ctx *cx, int64_t id, struct group *out)
{
    if (!read_one(cx, id, out))
        return false;
    const bool over = date_is_set(out->last) &&
                      out->last.days < day_of(cx->now).days - GROUP_ENDED_DAYS;
    return (group_is_shown(out) && !over) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool writes(struct ctx *cx)
{
    return cx->actor->role == ROLE_PEER || cx->actor->role == ROLE_SUPERVISOR ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

bool group_ours(struct ctx *cx, int64_t id, struct group *out)
{
    return writes(cx) && read_one(cx, id, out) &&
           (out->program == cx->actor->program ||
            fail(cx, ERR_NOTFOUND, NULL, "There is nothing here."));
}

/* --- writing --- */

static bool words_good(struct ctx *cx, const struct group *g)
{
    if (!*g->name)
        return fail(cx, ERR_INVALID, "name", "Please name the group.");
    if (!*g->plain)
        return fail(cx, ERR_INVALID, "plain",
                    "Please say in a line what it is.");
    if (!*g->place)
        return fail(cx, ERR_INVALID, "place", "Please say where it is.");
    return text_fits(cx, "name", g->name, GROUP_NAME_MAX) &&
           text_fits(cx, "plain", g->plain, GROUP_WORDS_MAX) &&
           text_fits(cx, "likes", g->likes, GROUP_LINES_MAX) &&
           text_fits(cx, "place", g->place, GROUP_LINE_MAX) &&
           text_fits(cx, "way", g->way, GROUP_LINE_MAX) &&
           text_fits(cx, "agreed", g->agreed, GROUP_LINES_MAX);
}

static bool rule_good(struct ctx *cx, const struct group *g)
{
    if ((int)g->theme < 0 || g->theme >= THEMES)
        return fail(cx, ERR_INVALID, "theme", "Please choose one.");
    if (!date_is_set(g->from))
        return fail(cx, ERR_INVALID, "from", "Please choose a day.");
    if (g->minute < 0 || g->minute >= 24 * 60)
        return fail(cx, ERR_INVALID, "time", "Please choose a time.");
    return (g->minutes > 0 && g->minute + g->minutes <= 24 * 60) ||
           fail(cx, ERR_INVALID, "minutes", "Please choose one.");
}

/* Two peers of the program, and not the same one twice. */
static bool leads_good(struct ctx *cx, const struct group *g)
{
    struct persons peers;

    if (!people_staff(cx, g->program, ROLE_BIT(ROLE_PEER), &peers))
        return false;
    if (!persons_have(&peers, g->lead.id))
        return fail(cx, ERR_INVALID, "lead", "Please choose who leads it.");
    return (persons_have(&peers, g->backup.id) &&
            !person_same(g->lead.id, g->backup.id)) ||
           fail(cx, ERR_INVALID, "backup",
                "Please choose another peer, who steps in. So no day is just "
                "dropped.");
}

static bool insert(struct ctx *cx, struct group *g)
{
    g->id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO groups_group (id, program, name, plain, likes, place,"
            " way, agreed, theme, about, from_day, weekly, minute, minutes,"
            " instead) VALUES ($1, $2, '', '', '', '', '', '', 0, 0, 0, 0, 0,"
            " 0, '')");
    db_put_int(q, g->id);
    db_put_int(q, g->program);
    return db_end(q) && g->id;
}

static bool update(struct ctx *cx, const struct group *g)
{
    struct query *q =
        db_sql(cx, "UPDATE groups_group SET name = $1, plain = $2, likes = $3,"
                   " place = $4, way = $5, agreed = $6, theme = $7, about = $8,"
                   " from_day = $9, weekly = $10, minute = $11, minutes = $12"
                   " WHERE id = $13");

    db_put_text(q, g->name);
    db_put_text(q, g->plain);
    db_put_text(q, g->likes);
    db_put_text(q, g->place);
    db_put_text(q, g->way);
    db_put_text(q, g->agreed);
    db_put_int(q, g->theme);
    db_put_int(q, g->about);
    db_put_date(q, g->from);
    db_put_int(q, g->weekly);
    db_put_int(q, g->minute);
    db_put_int(q, g->minutes);
    db_put_int(q, g->id);
    return db_end(q);
}

static bool was_shown(const struct group *was, struct person_id id)
{
    return (person_same(was->lead.id, id) && was->lead.shown) ||
           (person_same(was->backup.id, id) && was->backup.shown);
}

static bool put_lead(struct ctx *cx, const struct group *g,
                     struct person_id who, bool shown)
{
    struct query *q =
        db_sql(cx, "INSERT INTO groups_lead (in_group, person, backup, shown)"
                   " VALUES ($1, $2, $3, $4)");

    db_put_int(q, g->id);
    db_put_int(q, who.v);
    db_put_int(q, person_same(who, g->backup.id));
    db_put_int(q, shown);
    return db_end(q);
}

static bool set_leads(struct ctx *cx, const struct group *g,
                      const struct group *was)
{
    struct query *q = db_sql(cx, "DELETE FROM groups_lead WHERE in_group = $1");

    db_put_int(q, g->id);
    return db_end(q) &&
           put_lead(cx, g, g->lead.id, was_shown(was, g->lead.id)) &&
           put_lead(cx, g, g->backup.id, was_shown(was, g->backup.id));
}

/* A line for each: a phrase does not go from one field into the next. */
static const char *all_words(struct ctx *cx, const struct group *g)
{
    return arena_fmt(cx->mem, "%s\n%s\n%s\n%s", g->name, g->plain, g->likes,
                     g->agreed);
}

bool group_save(struct ctx *cx, struct group *g)
{
    struct group was = {0};

    if (!writes(cx) || (g->id && !group_ours(cx, g->id, &was)))
        return false;
    g->program = cx->actor->program;
    if (!words_good(cx, g) || !rule_good(cx, g) || !leads_good(cx, g) ||
        !read_level(cx, g) ||
        !about_good(cx, g->level, g->about, all_words(cx, g)))
        return false;
    return (g->id || insert(cx, g)) && update(cx, g) && set_leads(cx, g, &was);
}

bool group_end(struct ctx *cx, int64_t id, struct date last,
               const char *instead)
{
    struct group g;

    if (!group_ours(cx, id, &g))
        return false;
    if (!date_is_set(last) || last.days < day_of(cx->now).days)
        return fail(cx, ERR_INVALID, "last",
                    "Please choose today, or a day to come.");
    if (!*instead)
        return fail(cx, ERR_INVALID, "instead",
                    "Please say what there is instead.");
    if (!text_fits(cx, "instead", instead, GROUP_WORDS_MAX))
        return false;
    struct query *q = db_sql(cx, "UPDATE groups_group SET last_day = $1,"
                                 " instead = $2 WHERE id = $3");
    db_put_date(q, last);
    db_put_text(q, instead);
    db_put_int(q, id);
    return db_end(q);
}

bool group_show_me(struct ctx *cx, int64_t id, bool shown)
{
    struct group g;

    if (!group_ours(cx, id, &g))
        return false;
    struct query *q = db_sql(cx, "UPDATE groups_lead SET shown = $1 WHERE"
                                 " in_group = $2 AND person = $3 RETURNING"
                                 " person");
    db_put_int(q, shown);
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    return db_end_one(q);
}
