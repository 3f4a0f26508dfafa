#include "base/date.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

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

const char *date_iso(struct arena *mem, struct date d)
{
    int year = 0, month = 0, day = 0;

    if (!date_is_set(d))
        return "";
    date_split(d, &year, &month, &day);
    return arena_fmt(mem, "%04d-%02d-%02d", year, month, day);
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

/* ICU calendars are not for sharing: each thread keeps one for the program's
 * zone, made when first needed. */
static pthread_key_t calendar_key;
static pthread_once_t calendar_once = PTHREAD_ONCE_INIT;

static void close_calendar(void *cal)
{
    ucal_close(cal);
}

static void make_key(void)
{
    if (pthread_key_create(&calendar_key, close_calendar) != 0)
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

static UCalendar *calendar(void)
{
    (void)pthread_once(&calendar_once, make_key);
    UCalendar *cal = pthread_getspecific(calendar_key);
    if (!cal) {
        cal = open_calendar(zone_here);
        if (!cal || pthread_setspecific(calendar_key, cal) != 0)
            abort();
    }
    return cal;
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
    (void)pthread_once(&calendar_once, make_key);
    UCalendar *old = pthread_getspecific(calendar_key);
    if (old) {
        ucal_close(old);
        (void)pthread_setspecific(calendar_key, NULL);
    }
    return true;
}

const char *zone_name(void)
{
    return zone_here;
}

/* Seconds to add to UTC at this moment to read the local clock. */
static int offset_at(int64_t time)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *cal = calendar();

    ucal_setMillis(cal, (double)time * 1000.0, &status);
    int32_t ms = ucal_get(cal, UCAL_ZONE_OFFSET, &status) +
                 ucal_get(cal, UCAL_DST_OFFSET, &status);
    return U_SUCCESS(status) ? ms / 1000 : 0;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

struct date day_of(int64_t time)
{
    return (struct date){(int32_t)floor_div(time + offset_at(time), DAY_S)};
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

int64_t time_at(struct date d, int minute)
{
    return utc_of(calendar(), d, minute);
}

int64_t time_in_zone(struct date d, int minute, const char *zone)
{
    if (!zone_known(zone))
        return TIME_NONE;
    UCalendar *cal = open_calendar(zone);
    if (!cal)
        return TIME_NONE;
    int64_t t = utc_of(cal, d, minute);
    ucal_close(cal);
    return t;
}
