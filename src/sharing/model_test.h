/* sharing/model_test.h - a model of may() that is not the code: lists of what
 * happened, and plain loops over them. */
#ifndef SHARING_MODEL_TEST_H
#define SHARING_MODEL_TEST_H

#include "people/people.h"
#include "sharing/may.h"

enum {
    PROGRAMS = 2,
    PEOPLE = 30,
    WORLDS = 20,
    STEPS = 100,
    ASKS = 20,
    THINGS = 3
};

struct human {
    struct person_id id; /* a link's id for links */
    int program;
    enum role role; /* of staff; ROLE_PERSON: none; ROLE_LINK: a link */
    bool member;
};

struct walk {
    int64_t peer, member;
    bool over;
};

struct yes {
    int64_t person, reader, thing;
    enum topic topic;
    int64_t until; /* TIME_NONE: none */
    bool over;
    int64_t from;
};

/* It is about the reader: never. */
struct bar {
    int64_t person, reader, thing;
    enum topic topic;
};

/* Two who open a colleague's, for some hours. */
struct pane {
    int64_t id, person, asker, agreer; /* agreer 0: nobody yet */
    int64_t asked, agreed;
    bool over;
};

extern struct world {
    int64_t program[PROGRAMS];
    struct human human[PEOPLE];
    int humans;
    struct walk walk[STEPS];
    int walks;
    struct yes yes[STEPS];
    int yeses;
    struct bar bar[STEPS];
    int bars;
    struct pane pane[STEPS];
    int panes;
} world;

/* Whether h, with its hat of staff or of the person, may. */
bool model(struct ctx *cx, const struct human *h, bool own_hat,
           const struct human *who, enum verb v, struct about w);

bool model_walks(const struct human *peer, const struct human *who);

bool model_barred(const struct human *h, const struct human *who, enum topic t,
                  int64_t thing);

bool model_can_be_told(const struct human *reader, const struct human *who,
                       enum topic t);

bool model_waits(const struct ctx *cx, const struct pane *p);

bool model_is_open(const struct ctx *cx, const struct pane *p);

bool model_opened(const struct ctx *cx, const struct human *h,
                  const struct human *who, enum verb v, enum topic t);

#endif
