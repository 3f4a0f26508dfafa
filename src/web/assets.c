#include "web/assets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct web_asset *web_asset(const char *name)
{
    for (size_t i = 0; i < web_assets_n; i++)
        if (strcmp(web_assets[i].name, name) == 0)
            return &web_assets[i];
    (void)fprintf(stderr, "there is no asset %s\n", name);
    abort();
}
