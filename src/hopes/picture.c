#include "hopes/picture.h"

#include <string.h>

#include "base/lang.h"

static const struct {
    const char *name, *says;
} pictures[PICTURES] = {
    [PICTURE_NONE] = {"", ""},
    [PICTURE_HOME] = {"home", N_("A home")},
    [PICTURE_WORK] = {"work", N_("Work")},
    [PICTURE_LEARN] = {"learn", N_("Learning")},
    [PICTURE_FAMILY] = {"family", N_("Family")},
    [PICTURE_FRIENDS] = {"friends", N_("Friends")},
    [PICTURE_BODY] = {"body", N_("A strong body")},
    [PICTURE_OUTSIDE] = {"outside", N_("Out of doors")},
    [PICTURE_MUSIC] = {"music", N_("Music")},
    [PICTURE_PEACE] = {"peace", N_("Peace")},
};

const char *picture_says(enum picture p)
{
    return pictures[p].says;
}

const char *picture_name(enum picture p)
{
    return pictures[p].name;
}

enum picture picture_named(const char *name)
{
    for (int p = PICTURE_HOME; p < PICTURES; p++)
        if (strcmp(pictures[p].name, name) == 0)
            return (enum picture)p;
    return PICTURE_NONE;
}
