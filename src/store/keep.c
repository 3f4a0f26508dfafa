#include "store/keep.h"

#include <unistd.h>

#include "base/buf.h"
#include "db/db.h"
#include "frame/module.h"
#include "keys/keyring.h"
#include "keys/keys.h"
#include "store/backup.h"

enum { LEFT_MAX = 64 * 1024, TRIES = 20, BETWEEN_MS = 250 };

bool keep_forget(struct query *q, struct person_id p)
{
    db_put_int(q, p.v);
    return db_end(q);
}

bool keep_export(struct ctx *cx, struct person_id p, struct json_out *out)
{
    for (const struct module *const *m = modules; *m; m++)
        if ((*m)->export_person && !(*m)->export_person(cx, p, out))
            return false;
    return true;
}

bool keep_erase(struct ctx *cx, struct person_id p)
{
    size_t n = 0;

    while (modules[n])
        n++;
    /* The highest first: lower rows are what theirs hang on. */
    while (n-- > 0)
        if (modules[n]->erase_person && !modules[n]->erase_person(cx, p))
            return false;
    return keys_destroy(cx, p);
}

/* Readers of a running program hold the log for moments only. */
static bool empty_log(struct ctx *cx)
{
    for (int i = 0; i < TRIES; i++) {
        ctx_forgive(cx);
        if (db_truncate_log(cx))
            return true;
        (void)usleep(BETWEEN_MS * 1000);
    }
    return false;
}

bool keep_erased(struct ctx *cx, struct person_id p, const char **left)
{
    struct buf b = buf_new(cx->mem, LEFT_MAX);
    struct backups all;

    *left = "";
    if (!empty_log(cx) || !backup_list(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const char *keyring = backup_keyring(cx->mem, all.at[i].file);
        if (!keyring_erase(cx, keyring, p))
            buf_fmt(&b, "%s\n", keyring);
        ctx_forgive(cx);
    }
    if (b.n)
        *left = b.at;
    return true;
}
