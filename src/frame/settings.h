/* frame/settings.h - one file of settings, checked at start, then const.
 *
 * DIR/beside.conf holds lines "name = value"; "#" starts a comment. A name
 * nobody offers, or a value out of range, and the program does not start. */
#ifndef FRAME_SETTINGS_H
#define FRAME_SETTINGS_H

#include "base/ctx.h"

/* Read file (it may be absent: all defaults). Errors: ERR_INVALID, naming the
 * line or the setting. Owns: the values live until it is called again. */
MUST_CHECK bool settings_load(struct ctx *cx, const char *file);

/* The value now. name must be one that a module offers: else it stops. */
const char *setting_text(const char *name);
int64_t setting_number(const char *name);

/* What a new file says from the start; a list ends with {0}. */
struct setting_said {
    const char *name, *value;
};

/* Whether a file can hold these. Errors: ERR_INVALID, naming the setting. */
MUST_CHECK bool settings_fit(struct ctx *cx, const struct setting_said *said);

/* The whole file with every setting, its unit and its words, as `init` writes
 * it. said NULL: nothing is changed yet. Owns: mem. */
const char *settings_template(struct arena *mem,
                              const struct setting_said *said);

#endif
