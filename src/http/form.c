#include "http/form.h"

#include <string.h>

#include "base/text.h"

/* "name=value", or "name" alone, from s to stop. */
static bool add_field(struct arena *mem, const char *s, const char *stop,
                      struct http_fields *out)
{
    const char *is = memchr(s, '=', (size_t)(stop - s));
    const char *name_end = is ? is : stop;
    const char *value = is ? is + 1 : stop;

    if (out->n == HTTP_FIELDS_MAX)
        return false;
    struct http_field f = {text_url_decode(mem, s, (size_t)(name_end - s)),
                           text_url_decode(mem, value, (size_t)(stop - value))};
    if (!f.name || !f.value)
        return false;
    *LIST_PUSH(mem, out) = f;
    return true;
}

bool http_fields_parse(struct arena *mem, const char *s, size_t n,
                       struct http_fields *out)
{
    const char *end = n ? s + n : s;

    while (s < end) {
        const char *stop = memchr(s, '&', (size_t)(end - s));
        stop = stop ? stop : end;
        if (stop > s && !add_field(mem, s, stop, out))
            return false;
        s = stop + (stop < end);
    }
    return true;
}

const char *http_cookie(struct arena *mem, const char *header, const char *name)
{
    size_t n = strlen(name);

    while (*header) {
        header += strspn(header, "; ");
        size_t length = strcspn(header, ";");
        if (length > n && header[n] == '=' && strncmp(header, name, n) == 0)
            return arena_dup_n(mem, header + n + 1, length - n - 1);
        header += length;
    }
    return "";
}
