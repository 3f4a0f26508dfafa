#include "base/lang.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "base/lang_int.h"

enum shape { DAY, DAY_YEAR, DAY_SHORT, WEEKDAY, MONTH, CLOCK, WHEN, SHAPES };

static bool has_clock(enum shape s)
{
    return s == CLOCK || s == WHEN;
}

static const struct {
    const char *tag, *name, *locale;
    const char *pattern[SHAPES]; /* ICU date patterns */
} speech[LANG_COUNT] = {
    [LANG_EN] = {"en",
                 "English",
                 "en_US",
                 {"EEEE, MMMM d", "MMMM d, y", "MMM d", "EEEE", "MMMM y",
                  "h:mm a", "EEEE, MMMM d, h:mm a"}},
    [LANG_ES] = {"es",
                 "Español",
                 "es_US",
                 {"EEEE d 'de' MMMM", "d 'de' MMMM 'de' y", "d MMM", "EEEE",
                  "MMMM 'de' y", "h:mm a", "EEEE d 'de' MMMM, h:mm a"}},
};

const char *lang_tag(enum lang l)
{
    return speech[l].tag;
}

const char *lang_name(enum lang l)
{
    return speech[l].name;
}

enum lang lang_parse(const char *tag, enum lang otherwise)
{
    for (int l = 0; l < LANG_COUNT; l++)
        if (strncasecmp(tag, speech[l].tag, 2) == 0 &&
            (tag[2] == '\0' || strchr("-_,;", tag[2])))
            return (enum lang)l;
    return otherwise;
}

uint64_t lang_hash(const char *msgid)
{
    uint64_t h = 14695981039346656037U;

    for (const unsigned char *c = (const unsigned char *)msgid; *c; c++)
        h = (h ^ *c) * 1099511628211U;
    return h;
}

const char *lang_text_hashed(enum lang l, uint64_t hash, const char *msgid)
{
    const struct lang_entry *at = lang_catalogs[l].at;
    size_t low = 0, high = lang_catalogs[l].n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (at[mid].hash < hash)
            low = mid + 1;
        else
            high = mid;
    }
    return low < lang_catalogs[l].n && at[low].hash == hash ? at[low].text
                                                            : msgid;
}

const char *lang_text(enum lang l, const char *msgid)
{
    return lang_catalogs[l].n ? lang_text_hashed(l, lang_hash(msgid), msgid)
                              : msgid;
}

enum { SAID = 256, SAID_MAX = 96 };

/* ICU formatters are dear to open and not for sharing: each thread keeps its
 * own, opened when first needed, and what it said lately: a page says the same
 * days again and again, and asking costs more than all else on it. */
struct formats {
    UDateFormat *at[LANG_COUNT][SHAPES];
    struct said {
        int64_t when; /* seconds for a shape with a clock, else a date's days */
        enum lang lang;
        enum shape shape;
        char words[SAID_MAX]; /* "" when nothing was said yet */
    } said[SAID];
};

static pthread_key_t formats_key;
static pthread_once_t formats_once = PTHREAD_ONCE_INIT;

static void close_formats(void *what)
{
    struct formats *f = what;

    for (int l = 0; l < LANG_COUNT; l++)
        for (int s = 0; s < SHAPES; s++)
            if (f->at[l][s])
                udat_close(f->at[l][s]);
    free(f);
}

static void make_key(void)
{
    if (pthread_key_create(&formats_key, close_formats) != 0)
        abort();
}

static UDateFormat *open_format(enum lang l, enum shape s)
{
    UChar zone[64], pattern[64];
    UErrorCode status = U_ZERO_ERROR;

    u_uastrcpy(zone, zone_name());
    u_uastrcpy(pattern, speech[l].pattern[s]);
    UDateFormat *f = udat_open(UDAT_PATTERN, UDAT_PATTERN, speech[l].locale,
                               zone, -1, pattern, -1, &status);
    if (U_FAILURE(status))
        abort();
    return f;
}

static struct formats *formats_here(void)
{
    (void)pthread_once(&formats_once, make_key);
    struct formats *f = pthread_getspecific(formats_key);
    if (!f) {
        f = calloc(1, sizeof *f);
        if (!f || pthread_setspecific(formats_key, f) != 0)
            abort();
    }
    return f;
}

/* "PM" shouts; people write "pm". */
static void lower_english_half_day(char *s)
{
    size_t n = strlen(s);

    if (n > 2 && s[n - 1] == 'M' && (s[n - 2] == 'A' || s[n - 2] == 'P')) {
        s[n - 1] = 'm';
        s[n - 2] = (char)(s[n - 2] + ('a' - 'A'));
    }
}

/* "2:30 pm" stays on one line: the spaces behind the last comma do not break.
 */
static void hold_clock(UChar *s)
{
    UChar *from = u_strrchr(s, ',');

    for (from = from ? from + 2 : s; *from; from++)
        if (*from == ' ' || *from == 0x202F)
            *from = 0xA0;
}

static void ask_icu(struct formats *f, struct said *a)
{
    UChar wide[SAID_MAX];
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat **format = &f->at[a->lang][a->shape];
    int64_t time = has_clock(a->shape)
                       ? a->when
                       : time_at((struct date){(int32_t)a->when}, 12 * 60);

    if (!*format)
        *format = open_format(a->lang, a->shape);
    (void)udat_format(*format, (double)time * 1000.0, wide, SAID_MAX, NULL,
                      &status);
    if (U_SUCCESS(status) && has_clock(a->shape))
        hold_clock(wide);
    u_strToUTF8(a->words, SAID_MAX, NULL, wide, -1, &status);
    if (U_FAILURE(status))
        a->words[0] = '\0';
    else if (a->lang == LANG_EN)
        lower_english_half_day(a->words);
}

static const char *say(struct arena *mem, enum lang l, enum shape s,
                       int64_t when)
{
    struct formats *f = formats_here();
    uint64_t name = ((uint64_t)when * SHAPES + s) * LANG_COUNT + l;
    struct said *a = &f->said[name * 0x9E3779B97F4A7C15U >> 56];

    if (!a->words[0] || a->when != when || a->lang != l || a->shape != s) {
        *a = (struct said){.when = when, .lang = l, .shape = s};
        ask_icu(f, a);
    }
    return arena_dup(mem, a->words);
}

static const char *say_day(struct arena *mem, enum lang l, enum shape s,
                           struct date d)
{
    return date_is_set(d) ? say(mem, l, s, d.days) : "";
}

const char *lang_day(struct arena *mem, enum lang l, struct date d)
{
    return say_day(mem, l, DAY, d);
}

const char *lang_day_year(struct arena *mem, enum lang l, struct date d)
{
    return say_day(mem, l, DAY_YEAR, d);
}

const char *lang_day_short(struct arena *mem, enum lang l, struct date d)
{
    return say_day(mem, l, DAY_SHORT, d);
}

const char *lang_weekday(struct arena *mem, enum lang l, struct date d)
{
    return say_day(mem, l, WEEKDAY, d);
}

const char *lang_month(struct arena *mem, enum lang l, struct date d)
{
    return say_day(mem, l, MONTH, d);
}

const char *lang_clock(struct arena *mem, enum lang l, int64_t time)
{
    return time == TIME_NONE ? "" : say(mem, l, CLOCK, time);
}

const char *lang_when(struct arena *mem, enum lang l, int64_t time)
{
    return time == TIME_NONE ? "" : say(mem, l, WHEN, time);
}

const char *names_joined(struct arena *mem, enum lang l,
                         const struct texts *names)
{
    const char *all = names->n ? names->at[0] : "";

    for (size_t i = 1; i < names->n; i++)
        all = i + 1 < names->n
                  ? arena_fmt(mem, "%s, %s", all, names->at[i])
                  : arena_fmt(mem, "%s %s %s", all, lang_text(l, N_("and")),
                              names->at[i]);
    return all;
}
