/* hooks.h - what folders above the frame do for every request, knit together:
 * for main.c, and for what measures the program from inside. */
#ifndef HOOKS_H
#define HOOKS_H

#include "frame/app.h"

extern const struct hooks program_hooks;

#endif
