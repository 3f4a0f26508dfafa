/* groups/group.h - a group: what it is, when it meets, which peers lead it.
 * Source: R26, R27, R60.
 *
 * Its words are public. It has two peers, one who leads and one who steps in,
 * so that no day of it just does not happen. A peer is named on a public page
 * only after their own yes. What is written about it leaves nobody's name.
 */
#ifndef GROUPS_GROUP_H
#define GROUPS_GROUP_H

#include "groups/topic.h"
#include "people/people.h"

enum {
    GROUP_NAME_MAX = 60, /* characters */
    GROUP_LINE_MAX = 160,
    GROUP_WORDS_MAX = 300,
    GROUP_LINES_MAX = 600,
    GROUP_MINUTES = 90,   /* as long as most are */
    GROUP_ENDED_DAYS = 60 /* that one has ended is said so long */
};

/* Stored: append only. */
enum theme {
    THEME_TOGETHER, /* just being together */
    THEME_FOOD,
    THEME_COMPUTERS,
    THEME_ART,
    THEME_PHOTOS,
    THEME_HARM, /* staying safer with drugs and drink */
    THEME_NEWS,
    THEME_SPEAKING_UP,
    THEME_JUSTICE,
    THEME_CARE,   /* finding one's way through care and offices */
    THEME_BEYOND, /* other ways than the medical one */
    THEMES
};

/* THEMES msgids. */
const char *const *theme_all(void);

struct group_lead {
    struct person_id id; /* {0}: nobody who works here as a peer */
    const char *first;
    bool shown; /* by first name, on the public page */
};

struct group {
    int64_t id, program;
    const char *name, *plain, *likes, *place, *way, *agreed;
    enum theme theme;
    enum about about;
    struct date from; /* its first day; a weekly one keeps the weekday */
    bool weekly;
    int minute, minutes;
    struct date last; /* DATE_NONE: no end is set */
    const char *instead;
    struct group_lead lead, backup;
    enum talk level; /* the stricter of program and both of them, now */
};

struct groups {
    struct group *at; /* by name */
    size_t n, cap;
};

/* It meets on this day, by its rule. */
bool group_meets(const struct group *g, struct date day);

/* Nothing about it is withheld now: R81. */
bool group_is_shown(const struct group *g);

/* All there are, also of other programs: for a public page. Those that ended
 * long ago are left out. Owns: cx->mem. */
MUST_CHECK bool groups_public(struct ctx *cx, struct groups *out);

/* Of the actor's program, for who writes them. */
MUST_CHECK bool groups_ours(struct ctx *cx, struct groups *out);

/* Errors: ERR_NOTFOUND. The first also when it is withheld; the second when it
 * is of another program. */
MUST_CHECK bool group_public(struct ctx *cx, int64_t id, struct group *out);
MUST_CHECK bool group_ours(struct ctx *cx, int64_t id, struct group *out);

/* A new one (id 0, set here), or a change, by who writes groups: a peer, or
 * who leads. A change keeps whose name is shown. Errors: ERR_NOTFOUND;
 * ERR_INVALID with the field. */
MUST_CHECK bool group_save(struct ctx *cx, struct group *g);

/* After this day there is no more of it, and what there is instead is said.
 * Errors: ERR_NOTFOUND; ERR_INVALID "last", "instead". */
MUST_CHECK bool group_end(struct ctx *cx, int64_t id, struct date last,
                          const char *instead);

/* A peer who leads it, or steps in, says whether their first name is shown.
 * Errors: ERR_NOTFOUND. */
MUST_CHECK bool group_show_me(struct ctx *cx, int64_t id, bool shown);

#endif
