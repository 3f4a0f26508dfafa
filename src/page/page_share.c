#include "page/page_share.h"

#include "db/db.h"
#include "page/page_view.h"
#include "sharing/permission.h"

int64_t page_until_time(const struct visit *v, enum page_until until,
                        struct date day)
{
    struct date visit = day_of(v->at);

    switch (until) {
    case UNTIL_VISIT: return end_of_day(visit);
    case UNTIL_AFTER:
        return end_of_day((struct date){visit.days + PAGE_DAYS_AFTER});
    case UNTIL_DAY: return date_is_set(day) ? end_of_day(day) : TIME_NONE;
    case UNTIL_STOP: break;
    }
    return TIME_NONE;
}

struct date last_day(int64_t until)
{
    return day_of(until - 1);
}

/* What it is for, in her language: a part of a sentence. */
static const char *purpose_of(struct ctx *cx, const struct visit *v)
{
    struct tpl t = tpl_new(cx->mem, cx->lang);

    page_purpose_html(&t, &(struct page_purpose){day_of(v->at)});
    return text_trim(cx->mem, t.out.at);
}

/* The thing said behind an approved page. */
static bool approved_page(struct ctx *cx, const struct visit *v, struct said *s)
{
    struct page_state state;

    if (!page_state(cx, v->person, v->id, &state))
        return false;
    *s =
        (struct said){.id = {state.id}, .person = v->person, .kind = SAID_PAGE};
    return state.version > 0 ||
           fail(cx, ERR_CONFLICT, NULL,
                "Say yes to your page first. Then you can share it.");
}

bool page_give(struct ctx *cx, const struct visit *v, struct person_id to,
               int64_t until)
{
    struct said s;

    return approved_page(cx, v, &s) &&
           said_give(cx, &s, to, purpose_of(cx, v), until);
}

bool page_give_link(struct ctx *cx, const struct visit *v, struct link *l)
{
    struct said s;

    return approved_page(cx, v, &s) &&
           said_give_link(cx, &s, purpose_of(cx, v), l);
}

bool page_withdraw(struct ctx *cx, const struct visit *v)
{
    struct page_state state;

    if (!page_state(cx, v->person, v->id, &state))
        return false;
    if (!state.id)
        return fail(cx, ERR_NOTFOUND, NULL, "There is no such page.");
    return said_withdraw(cx, v->person, (struct said_id){state.id});
}

static struct said as_said(struct person_id whose, int64_t page)
{
    return (struct said){.id = {page}, .person = whose, .kind = SAID_PAGE};
}

bool page_readers(struct ctx *cx, struct person_id whose, int64_t page,
                  struct said_readers *out)
{
    struct said s = as_said(whose, page);

    return said_readers(cx, &s, out);
}

bool page_readers_before(struct ctx *cx, struct person_id whose, int64_t page,
                         struct said_readers *out)
{
    struct said s = as_said(whose, page);

    return said_readers_before(cx, &s, out);
}

bool page_readers_expired(struct ctx *cx, struct person_id whose, int64_t page,
                          struct said_readers *out)
{
    struct said s = as_said(whose, page);

    return said_readers_expired(cx, &s, out);
}

/* --- the reader's side --- */

/* The day that stands on the page: what she moved since, they do not know. */
static bool time_on(struct ctx *cx, struct said_id id, int64_t *at)
{
    struct page_state state;
    struct person_id whose;
    struct page p;

    if (!said_whose(cx, id, &whose) ||
        !page_newest(cx, whose, id.v, &p, &state))
        return false;
    *at = p.at;
    return true;
}

bool pages_to_read(struct ctx *cx, struct pages_to_read *out)
{
    struct to_reads all;

    *out = (struct pages_to_read){0};
    if (!to_read_list(cx, SAID_PAGE, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct to_read *r = &all.at[i];
        struct page_to_read *p = LIST_PUSH(cx->mem, out);
        *p = (struct page_to_read){.page = r->id.v,
                                   .how = r->how,
                                   .name = r->name,
                                   .visit_at = TIME_NONE,
                                   .given = r->given,
                                   .approved = r->approved,
                                   .withdrawn = r->withdrawn};
        if (r->how != READ_CLOSED && !time_on(cx, r->id, &p->visit_at))
            return false;
    }
    return true;
}

bool page_open(struct ctx *cx, int64_t page, struct page *out,
               struct page_state *state, int *before)
{
    struct said_id id = {page};
    struct person_id whose;
    struct said s;

    if (!said_whose(cx, id, &whose) || !read_before(cx, id, before) ||
        !said_get(cx, whose, id, &s))
        return false;
    if (s.kind != SAID_PAGE)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *state = (struct page_state){page, s.version, s.approved, s.hash};
    return page_read(cx, s.words, out);
}
