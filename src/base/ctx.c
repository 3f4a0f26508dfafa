#include "base/ctx.h"

#include <stdarg.h>
#include <stdio.h>

bool fail(struct ctx *cx, enum err_code code, const char *field,
          const char *fmt, ...)
{
    char text[400];
    va_list ap;

    if (cx->err.code)
        return false;
    va_start(ap, fmt);
    /* A translation keeps the msgid's % places in order: tools/messages
     * refuses one that does not. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    (void)vsnprintf(text, sizeof text, lang_text(cx->lang, fmt), ap);
#pragma GCC diagnostic pop
    va_end(ap);
    cx->err = (struct err){code, field, arena_dup(cx->mem, text), NULL};
    return false;
}

void ctx_forgive(struct ctx *cx)
{
    cx->err = (struct err){0};
}
