/* web/assets.h - what pages look like, held in memory: style, script, icons,
 * type faces. Made from src/web/assets/ by tools/embed-assets. */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

#include "base/text.h"

struct web_asset {
    const char *name;    /* "beside.css" */
    const char *address; /* "/s/beside-01234567.css": new bytes, new name */
    const char *type, *etag;
    struct blob raw, gzip; /* gzip {0}: it does not shrink */
};

extern const struct web_asset web_assets[];
extern const size_t web_assets_n;

/* The asset of that name; it stops when there is none. */
const struct web_asset *web_asset(const char *name);

#endif
