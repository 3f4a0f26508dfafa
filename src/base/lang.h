/* base/lang.h - the languages the program speaks, and how each says a day.
 *
 * English sentences in the source are the msgids; every other language is a
 * set of .po files, one per folder (src/FOLDER/po/es.po), compiled in by
 * tools/messages. A language is offered only when every sentence has a
 * translation: the tests fail otherwise.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"

/* Stored: append only. */
enum lang { LANG_EN, LANG_ES, LANG_COUNT };

/* Marks a literal as a msgid for tools/messages, without translating it. */
#define N_(msgid) msgid

const char *lang_tag(enum lang l);  /* "en", "es": for <html lang> */
const char *lang_name(enum lang l); /* its own name: "English", "Español" */
enum lang lang_parse(const char *tag, enum lang otherwise);

/* What l says for msgid; msgid itself when l is English or does not know it. */
const char *lang_text(enum lang l, const char *msgid);

/* The same where the hash is known at build time (compiled templates). */
const char *lang_text_hashed(enum lang l, uint64_t hash, const char *msgid);
uint64_t lang_hash(const char *msgid); /* FNV-1a, 64 bits */

/* Days and times in words, in the program's zone. Owns: mem. "" if not set. */

/* Thursday, October 15 */
const char *lang_day(struct arena *mem, enum lang l, struct date d);
/* October 15, 2026 */
const char *lang_day_year(struct arena *mem, enum lang l, struct date d);
/* Oct 15 */
const char *lang_day_short(struct arena *mem, enum lang l, struct date d);
/* Thursday */
const char *lang_weekday(struct arena *mem, enum lang l, struct date d);
/* October 2026 */
const char *lang_month(struct arena *mem, enum lang l, struct date d);
/* 2:30 pm */
const char *lang_clock(struct arena *mem, enum lang l, int64_t time);
/* Thursday, October 15, 2:30 pm */
const char *lang_when(struct arena *mem, enum lang l, int64_t time);

struct texts {
    const char **at;
    size_t n, cap;
};

/* "Luis and Dr. Rao"; "" for none. Owns: mem. */
const char *names_joined(struct arena *mem, enum lang l,
                         const struct texts *names);

#endif
