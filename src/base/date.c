#include "base/date.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/buf.h"

enum { ZONE_MAX = 64, DAY_S = 86400 };

static char zone_here[ZONE_MAX] = "UTC";

/* Days from civil: the proleptic Gregorian calendar, years from March. */
struct date date_ymd(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;

    return (struct date){era * 146097 + days - 719468};
}

void date_split(struct date d, int *year, int *month, int *day)
{
    int z = d.days + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;

    *day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year = yoe + era * 400 + (*month <= 2);
}

struct date date_monday(struct date d)
{
    return (struct date){d.days - date_weekday(d)};
}

int date_weekday(struct date d)
{
    return ((d.days % 7) + 7 + 3) % 7; /* 1970-01-01 was a Thursday */
}

static int digits(const char *s, int n)
{
    int v = 0;

    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        v = v * 10 + (s[i] - '0');
    }
    return v;
}

struct date date_parse(const char *s)
{
    int year = 0, month = 0, day = 0;

    if (strlen(s) != 10 || s[4] != '-' || s[7] != '-')
        return DATE_NONE;
    year = digits(s, 4);
    month = digits(s + 5, 2);
    day = digits(s + 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
        return DATE_NONE;
    struct date d = date_ymd(year, month, day);
    int y = 0, m = 0, dd = 0;
    date_split(d, &y, &m, &dd);
    return y == year && m == month && dd == day ? d : DATE_NONE;
}

static void put_two(struct buf *b, int n)
{
    buf_putc(b, '-');
    buf_putc(b, (char)('0' + n / 10));
    buf_putc(b, (char)('0' + n % 10));
}

const char *date_iso(struct arena *mem, struct date d)
{
    int year = 0, month = 0, day = 0;

    if (!date_is_set(d))
        return "";
    date_split(d, &year, &month, &day);
    struct buf b = buf_new(mem, sizeof "-2147483648-12-31");
    for (int least = 1000; least > year && least > 1; least /= 10)
        buf_putc(&b, '0');
    buf_int(&b, year);
    put_two(&b, month);
    put_two(&b, day);
    return b.at;
}

int minute_parse(const char *s)
{
    if (strlen(s) != 5 || s[2] != ':')
        return -1;
    int hour = digits(s, 2), minute = digits(s + 3, 2);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59
               ? -1
               : hour * 60 + minute;
}

/* A stretch of time in which the zone's clock is not moved: from the one
 * change to the next. Seconds; from == until: not known yet. */
struct stretch {
    int64_t from, until;
    int offset; /* seconds to add to UTC to read the local clock */
};

enum { STRETCHES = 4 };

/* ICU calendars are dear to ask and not for sharing: each thread keeps one for
 * the program's zone, made when first needed, and the stretches it asked for
 * last. */
struct clock {
    UCalendar *cal;
    struct stretch known[STRETCHES];
    unsigned next; /* the one that gives way */
};

static pthread_key_t clock_key;
static pthread_once_t clock_once = PTHREAD_ONCE_INIT;

static void close_clock(void *what)
{
    struct clock *c = what;

    ucal_close(c->cal);
    free(c);
}

static void make_key(void)
{
    if (pthread_key_create(&clock_key, close_clock) != 0)
        abort();
}

static UCalendar *open_calendar(const char *zone)
{
    UChar id[ZONE_MAX];
    UErrorCode status = U_ZERO_ERROR;

    u_charsToUChars(zone, id, (int32_t)strlen(zone) + 1);
    UCalendar *cal = ucal_open(id, -1, "en_US", UCAL_GREGORIAN, &status);
    return U_SUCCESS(status) ? cal : NULL;
}

static struct clock *clock_here(void)
{
    (void)pthread_once(&clock_once, make_key);
    struct clock *c = pthread_getspecific(clock_key);
    if (!c) {
        c = calloc(1, sizeof *c);
        if (!c || !(c->cal = open_calendar(zone_here)) ||
            pthread_setspecific(clock_key, c) != 0)
            abort();
    }
    return c;
}

static bool zone_known(const char *name)
{
    UChar id[ZONE_MAX], canonical[ZONE_MAX];
    UBool is_system = 0;
    UErrorCode status = U_ZERO_ERROR;

    if (!*name || strlen(name) >= ZONE_MAX)
        return false;
    for (const char *c = name; *c; c++)
        if (*c <= ' ' || *c > '~')
            return false;
    u_charsToUChars(name, id, (int32_t)strlen(name) + 1);
    ucal_getCanonicalTimeZoneID(id, -1, canonical, ZONE_MAX, &is_system,
                                &status);
    return U_SUCCESS(status) && is_system;
}

bool zone_set(const char *name)
{
    if (!zone_known(name))
        return false;
    (void)snprintf(zone_here, sizeof zone_here, "%s", name);
    (void)pthread_once(&clock_once, make_key);
    struct clock *old = pthread_getspecific(clock_key);
    if (old) {
        close_clock(old);
        (void)pthread_setspecific(clock_key, NULL);
    }
    return true;
}

const char *zone_name(void)
{
    return zone_here;
}

/* The change of the clock before or after the calendar's moment. */
static int64_t change_of(UCalendar *cal, UTimeZoneTransitionType which,
                         int64_t otherwise)
{
    UErrorCode status = U_ZERO_ERROR;
    UDate at = 0;
    UBool some = ucal_getTimeZoneTransitionDate(cal, which, &at, &status);

    return some && U_SUCCESS(status) ? (int64_t)(at / 1000.0) : otherwise;
}

static struct stretch ask_icu(UCalendar *cal, int64_t time)
{
    UErrorCode status = U_ZERO_ERROR;

    ucal_setMillis(cal, (double)time * 1000.0, &status);
    int32_t ms = ucal_get(cal, UCAL_ZONE_OFFSET, &status) +
                 ucal_get(cal, UCAL_DST_OFFSET, &status);
    return (struct stretch){
        change_of(cal, UCAL_TZ_TRANSITION_PREVIOUS_INCLUSIVE, INT64_MIN),
        change_of(cal, UCAL_TZ_TRANSITION_NEXT, INT64_MAX),
        U_SUCCESS(status) ? ms / 1000 : 0};
}

static struct stretch stretch_at(struct clock *c, int64_t time)
{
    for (size_t i = 0; i < STRETCHES; i++)
        if (c->known[i].from <= time && time < c->known[i].until)
            return c->known[i];
    struct stretch s = ask_icu(c->cal, time);
    c->known[c->next++ % STRETCHES] = s;
    return s;
}

static int offset_at(int64_t time)
{
    return stretch_at(clock_here(), time).offset;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

struct date day_of(int64_t time)
{
    return (struct date){(int32_t)floor_div(time + offset_at(time), DAY_S)};
}

int days_gone(int64_t then, int64_t now)
{
    return day_of(now).days - day_of(then).days;
}

int minute_of(int64_t time)
{
    int64_t local = time + offset_at(time);

    return (int)((local - floor_div(local, DAY_S) * DAY_S) / 60);
}

static int64_t utc_of(UCalendar *cal, struct date d, int minute)
{
    int year = 0, month = 0, day = 0;
    UErrorCode status = U_ZERO_ERROR;

    date_split(d, &year, &month, &day);
    ucal_clear(cal);
    ucal_setDateTime(cal, year, month - 1, day, minute / 60, minute % 60, 0,
                     &status);
    double ms = ucal_getMillis(cal, &status);
    return U_SUCCESS(status) ? (int64_t)(ms / 1000.0) : TIME_NONE;
}

/* Near a change of the clock ICU says what an hour means that comes twice, or
 * never. */
int64_t time_at(struct date d, int minute)
{
    struct clock *c = clock_here();
    int64_t local = (int64_t)d.days * DAY_S + (int64_t)minute * 60;
    struct stretch s = stretch_at(c, local);
    bool far = (s.from == INT64_MIN || local - DAY_S >= s.from + DAY_S) &&
               (s.until == INT64_MAX || local + DAY_S < s.until - DAY_S);

    return far ? local - s.offset : utc_of(c->cal, d, minute);
}
