/* demo/demo.h - one made-up program: 3 teams, 40 people, a year of their visits
 * and days. The same for a given date, so that tests can stand on it.
 */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "base/ctx.h"
#include "base/date.h"
#include "frame/module.h"

/* Write it into a fresh store, as of 8 in the morning of that day. hash: of
 * everybody's password. In a transaction. Sets cx->now. */
MUST_CHECK bool demo_write(struct ctx *cx, struct date day, const char *hash);

extern const struct command demo_commands[];

#endif
