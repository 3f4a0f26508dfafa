/* web/pages.h - the pages that belong to no other folder. */
#ifndef WEB_PAGES_H
#define WEB_PAGES_H

#include "frame/module.h"

extern const struct route web_routes[];

#endif
