/* page/page_share.h - who is given the page, and taking it back.
 *
 * Giving is a permission about the page of that visit (TOPIC_PAGE), so a new
 * version is what the reader finds, and an old one is nobody's to read. Taking
 * back ends every permission and link to it; the next request finds nothing.
 * Source: R49, R68, R122; pains.md 5 and 10; never-list 3 and 5.
 */
#ifndef PAGE_PAGE_SHARE_H
#define PAGE_PAGE_SHARE_H

#include "page/page.h"
#include "said/read.h"

enum { PAGE_DAYS_AFTER = 30 };

/* Until when: what she may choose. */
enum page_until { UNTIL_VISIT, UNTIL_AFTER, UNTIL_DAY, UNTIL_STOP };

/* The second it ends: UNTIL_DAY at the end of day; TIME_NONE for UNTIL_STOP,
 * or when day is no day. */
int64_t page_until_time(const struct visit *v, enum page_until until,
                        struct date day);

/* The last whole day before that second. */
struct date last_day(int64_t until);

/* Who has the page now; who had it until she took it back; and until its time
 * was over. Owns: cx->mem. */
MUST_CHECK bool page_readers(struct ctx *cx, struct person_id whose,
                             int64_t page, struct said_readers *out);
MUST_CHECK bool page_readers_before(struct ctx *cx, struct person_id whose,
                                    int64_t page, struct said_readers *out);
MUST_CHECK bool page_readers_expired(struct ctx *cx, struct person_id whose,
                                     int64_t page, struct said_readers *out);

/* Give the approved page to somebody with an account.
 * Errors: ERR_CONFLICT when nothing is approved; as permission_give. */
MUST_CHECK bool page_give(struct ctx *cx, const struct visit *v,
                          struct person_id to, int64_t until);

/* Give it to a reader outside, by a link: l->name and l->until are set; sets
 * the rest. Errors: ERR_CONFLICT when nothing is approved; as link_make. */
MUST_CHECK bool page_give_link(struct ctx *cx, const struct visit *v,
                               struct link *l);

/* Nobody but her has it from the next request on. Errors: ERR_NOTFOUND. */
MUST_CHECK bool page_withdraw(struct ctx *cx, const struct visit *v);

/* --- the reader's side --- */

/* One line of "For you to read". A closed one says no name and no day of hers.
 */
struct page_to_read {
    int64_t page;
    enum reading how;
    const char *name;                   /* whose; "" when closed */
    int64_t visit_at;                   /* when the visit is */
    int64_t given, approved, withdrawn; /* withdrawn TIME_NONE: its time was
                                           over */
};

struct pages_to_read {
    struct page_to_read *at; /* new and changed first */
    size_t n, cap;
};

/* Owns: cx->mem. */
MUST_CHECK bool pages_to_read(struct ctx *cx, struct pages_to_read *out);

/* The page, for a reader: may() is asked and leaves its line, and that this
 * version was read is written before the answer leaves. before: the version
 * the reader had read until now, 0 for none.
 * Errors: ERR_NOTFOUND. Owns: cx->mem. */
MUST_CHECK bool page_open(struct ctx *cx, int64_t page, struct page *out,
                          struct page_state *state, int *before);

#endif
