/* imports/keep.h - export and erase of what imports keeps: for module.c. */
#ifndef IMPORTS_KEEP_H
#define IMPORTS_KEEP_H

#include "frame/module.h"

MUST_CHECK bool imports_export(struct ctx *cx, struct person_id p,
                               struct json_out *out);
MUST_CHECK bool imports_erase(struct ctx *cx, struct person_id p);

#endif
