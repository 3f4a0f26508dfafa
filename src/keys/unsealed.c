#include <string.h>

#include "keys/keys_int.h"

/* One name stands on a page many times. A place for each of some values, by the
 * chance in its nonce: the newer takes the place. */
enum { SLOTS = 128, CHANCE = 1 }; /* the version's byte comes first */

struct unsealed {
    struct one {
        struct place at;
        struct blob sealed, text;
    } slot[SLOTS];
};

static struct one *slot_of(struct unsealed *all, struct blob sealed)
{
    return &all->slot[sealed.at[CHANCE] % SLOTS];
}

static bool same(const struct one *o, struct place at, struct blob sealed)
{
    return o->sealed.n == sealed.n && o->at.row == at.row &&
           person_same(o->at.person, at.person) &&
           strcmp(o->at.column, at.column) == 0 &&
           memcmp(o->sealed.at, sealed.at, sealed.n) == 0;
}

bool unsealed_before(struct ctx *cx, struct place at, struct blob sealed,
                     struct blob *text)
{
    const struct one *o = cx->unsealed && sealed.n > CHANCE
                              ? slot_of(cx->unsealed, sealed)
                              : NULL;

    if (!o || !o->sealed.at || !same(o, at, sealed))
        return false;
    *text = o->text;
    return true;
}

void unsealed_now(struct ctx *cx, struct place at, struct blob sealed,
                  struct blob text)
{
    if (!cx->unsealed)
        cx->unsealed = ARENA_NEW(cx->mem, struct unsealed);
    *slot_of(cx->unsealed, sealed) = (struct one){at, sealed, text};
}
