/* frame/town_test.h - what the frame's tests share: two who are signed in, and
 * something to save. */
#ifndef FRAME_TOWN_TEST_H
#define FRAME_TOWN_TEST_H

#include "base/test.h"
#include "db/db.h"
#include "frame/browser.h"
#include "frame/settings.h"

static const struct actor denise = {
    .person = {7}, .account = 70, .role = ROLE_PERSON};
static const struct actor ruth = {
    .person = {8}, .account = 80, .role = ROLE_PEER};

/* What the routes save: rows of a table that is the frame's own. */
static inline bool save(struct ctx *cx, const char *words)
{
    struct query *q =
        db_sql(cx, "INSERT INTO frame_once (account, id, fields, location, at)"
                   " VALUES (-1, $1, '', $2, 0)");

    db_put_text(q, random_code(cx->mem, 20));
    db_put_text(q, words);
    return db_end(q);
}

static inline int64_t saved(struct ctx *cx, const char *words)
{
    struct query *q = db_sql(cx, "SELECT count(*) FROM frame_once"
                                 " WHERE account = -1 AND location = $1");
    int64_t n = -1;

    db_put_text(q, words);
    if (db_row(q))
        n = db_get_int(q);
    cr_assert(db_end(q));
    return n;
}

/* A browser before the program has these modules. Each request has a
 * transaction of its own, so the test's is over. */
static inline struct browser
browser(struct ctx *cx, const struct module *const *own, const struct actor *a)
{
    cr_assert(db_commit(cx));
    cr_assert(settings_load(cx, NULL));
    return (struct browser){.cx = cx, .actor = a, .modules = own};
}

#endif
