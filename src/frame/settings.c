#include "frame/settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "frame/module.h"

enum { SETTINGS_MAX = 128, LINE_MAX_BYTES = 1024 };

/* What the file said; NULL where it said nothing. Written by settings_load()
 * before there is a second thread, then const. */
static struct {
    const struct setting *row;
    const char *value;
    int64_t number;
    char *said; /* value, when the file says it; NULL when it does not */
} values[SETTINGS_MAX];
static size_t values_n;

static size_t find(const char *name)
{
    for (size_t i = 0; i < values_n; i++)
        if (strcmp(values[i].row->name, name) == 0)
            return i;
    return values_n;
}

static bool set(struct ctx *cx, size_t i, const char *value)
{
    const struct setting *s = values[i].row;
    char *end = NULL;

    errno = 0;
    values[i].number = strtoll(value, &end, 10);
    bool whole = *value && !*end && errno == 0;
    if (s->kind == SETTING_NUMBER &&
        (!whole || values[i].number < s->least || values[i].number > s->most))
        return fail(cx, ERR_INVALID, NULL, "%s is a number from %lld to %lld.",
                    s->name, (long long)s->least, (long long)s->most);
    if (s->kind == SETTING_TEXT && !*value && *s->value)
        return fail(cx, ERR_INVALID, NULL, "%s cannot be empty.", s->name);
    if (s->kind == SETTING_TEXT && s->good && !s->good(value))
        return fail(cx, ERR_INVALID, NULL, "%s cannot be \"%s\".", s->name,
                    value);
    values[i].value = value;
    return true;
}

static bool set_defaults(struct ctx *cx)
{
    for (; values_n > 0; values_n--)
        free(values[values_n - 1].said);
    for (const struct module *const *m = modules; *m; m++) {
        for (const struct setting *s = (*m)->settings; s && s->name; s++) {
            if (values_n == SETTINGS_MAX)
                return fail(cx, ERR_INTERNAL, NULL, "too many settings");
            values[values_n].said = NULL;
            values[values_n++].row = s;
            if (!set(cx, values_n - 1, s->value))
                return false;
        }
    }
    return true;
}

static bool read_line(struct ctx *cx, int n, char *line)
{
    char *stop = strchr(line, '#');

    if (stop)
        *stop = '\0';
    const char *text = text_trim(cx->mem, line);
    const char *is = strchr(text, '=');
    if (!*text)
        return true;
    if (!is)
        return fail(cx, ERR_INVALID, NULL, "Line %d is not name = value.", n);
    const char *name =
        text_trim(cx->mem, arena_dup_n(cx->mem, text, (size_t)(is - text)));
    size_t i = find(name);
    if (i == values_n)
        return fail(cx, ERR_INVALID, NULL, "Line %d: there is no setting %s.",
                    n, name);
    if (values[i].said)
        return fail(cx, ERR_INVALID, NULL, "Line %d: %s is there twice.", n,
                    name);
    /* Settings live as long as the program, not as long as cx. */
    values[i].said = strdup(text_trim(cx->mem, is + 1));
    if (!values[i].said)
        abort();
    return set(cx, i, values[i].said);
}

bool settings_load(struct ctx *cx, const char *file)
{
    char line[LINE_MAX_BYTES];

    if (!set_defaults(cx))
        return false;
    FILE *in = file ? fopen(file, "re") : NULL;
    if (!in)
        return !file || errno == ENOENT ||
               fail(cx, ERR_INVALID, NULL, "%s cannot be read.", file);
    bool good = true;
    for (int n = 1; good && fgets(line, sizeof line, in); n++)
        good = strlen(line) < sizeof line - 1
                   ? read_line(cx, n, line)
                   : fail(cx, ERR_INVALID, NULL, "Line %d is too long.", n);
    (void)fclose(in);
    return good;
}

static size_t must_find(const char *name)
{
    size_t i = find(name);

    if (i == values_n) {
        (void)fprintf(stderr, "there is no setting %s\n", name);
        abort();
    }
    return i;
}

const char *setting_text(const char *name)
{
    return values[must_find(name)].value;
}

int64_t setting_number(const char *name)
{
    return values[must_find(name)].number;
}

bool settings_fit(struct ctx *cx, const struct setting_said *said)
{
    for (; said && said->name; said++) {
        const char *v = said->value;
        if (strpbrk(v, "#\r\n") ||
            strlen(said->name) + strlen(v) > LINE_MAX_BYTES / 2)
            return fail(cx, ERR_INVALID, NULL,
                        "%s is one line of the settings, not too long and "
                        "without #.",
                        said->name);
    }
    return true;
}

/* What said gives this setting; NULL when it gives nothing. */
static const char *value_in(const struct setting_said *said, const char *name)
{
    for (; said && said->name; said++)
        if (strcmp(said->name, name) == 0)
            return said->value;
    return NULL;
}

const char *settings_template(struct arena *mem,
                              const struct setting_said *said)
{
    struct buf b = buf_new(mem, 1 << 20);

    buf_puts(&b, "# Settings of Beside. Take the # away to change one.\n");
    for (const struct module *const *m = modules; *m; m++)
        for (const struct setting *s = (*m)->settings; s && s->name; s++) {
            buf_fmt(&b, "\n# %s", s->words);
            if (s->unit)
                buf_fmt(&b, " In %s, %lld to %lld.", s->unit,
                        (long long)s->least, (long long)s->most);
            const char *value = value_in(said, s->name);
            buf_fmt(&b, "\n%s%s = %s\n", value ? "" : "# ", s->name,
                    value ? value : s->value);
        }
    return b.at;
}
