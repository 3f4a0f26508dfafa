/* base/date.h - a calendar day, without time or zone; and the clock on the
 * wall of the program, which has one zone. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Days since 1970-01-01; DATE_NONE.days means "no day". A struct, so that a
 * count of days or seconds cannot be passed by mistake. */
struct date {
    int32_t days;
};

#define DATE_NONE ((struct date){INT32_MIN})

/* Seconds since 1970, UTC. TIME_NONE is "no time". */
#define TIME_NONE INT64_MIN

static inline bool date_is_set(struct date d)
{
    return d.days != INT32_MIN;
}

/* "2026-10-15" to a day; DATE_NONE when s is anything else (31 February too).
 */
struct date date_parse(const char *s);

/* "2026-10-15"; "" for DATE_NONE. Owns: mem. */
const char *date_iso(struct arena *mem, struct date d);

struct date date_ymd(int year, int month, int day); /* month 1..12 */
void date_split(struct date d, int *year, int *month, int *day);
int date_weekday(struct date d);        /* 0 Monday .. 6 Sunday */
struct date date_monday(struct date d); /* of its week */

/* Set once at start, before any thread: an IANA name, "America/New_York".
 * False when there is no such zone. UTC until set. */
bool zone_set(const char *name);
const char *zone_name(void);

struct date day_of(int64_t time);         /* the program's local day */
int days_gone(int64_t then, int64_t now); /* local days between */
int minute_of(int64_t time); /* 0..1439, the program's local time */
int64_t time_at(struct date d, int minute); /* local day and minute to UTC */

/* "09:30" to minutes; -1 when s is anything else. */
int minute_parse(const char *s);

#endif
