#include "contacts/own.h"

#include <string.h>

#include "contacts/contacts_int.h"

static const struct {
    const char *word, *says;
} marks[OWN_MARKS] = {
    {"listened", N_("I listened")},
    {"waited", N_("I waited")},
    {"did-not-push", N_("I did not push")},
    {"stayed", N_("I stayed when there was anger")},
    {"came-back", N_("I came back")},
    {"asked-anew", N_("I asked a question others do not ask")},
    {"walked-along", N_("I walked along")},
    {"hard", N_("This one was hard for me")},
};

unsigned own_mark(const char *word)
{
    for (unsigned i = 0; i < OWN_MARKS; i++)
        if (strcmp(marks[i].word, word) == 0)
            return 1U << i;
    return 0;
}

const char *own_mark_word(int i)
{
    return marks[i].word;
}

const char *own_mark_says(int i)
{
    return marks[i].says;
}

struct place own_place(struct date day, struct person_id peer)
{
    return (struct place){"contacts_own.marks", day.days, peer};
}

/* " waited hard": each word once, in the order above. */
static const char *as_words(struct ctx *cx, unsigned set)
{
    const char *all = "";

    for (unsigned i = 0; i < OWN_MARKS; i++)
        if (set & (1U << i))
            all = arena_fmt(cx->mem, "%s %s", all, marks[i].word);
    return all;
}

static void count(const char *words, struct own_sum *out)
{
    char word[32];
    size_t n = 0;

    for (;; words += n) {
        words += strspn(words, " ");
        n = strcspn(words, " ");
        if (n == 0 || n >= sizeof word)
            return;
        memcpy(word, words, n);
        word[n] = '\0';
        for (int i = 0; i < OWN_MARKS; i++)
            out->n[i] += strcmp(marks[i].word, word) == 0;
    }
}

/* What was kept of that day already; 0: nothing. */
static bool kept_of(struct ctx *cx, struct date day, unsigned *set)
{
    struct own_sum sum = {0};
    struct query *q = db_sql(cx, "SELECT marks FROM contacts_own"
                                 " WHERE person = $1 AND day = $2");

    *set = 0;
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day);
    if (db_row(q))
        count(seal_get(q, own_place(day, cx->actor->person)), &sum);
    for (unsigned i = 0; i < OWN_MARKS; i++)
        if (sum.n[i])
            *set |= 1U << i;
    return db_end(q);
}

/* One row a day, whoever it was with: no id leads from it to a contact. */
bool own_keep(struct ctx *cx, struct date day, unsigned set)
{
    unsigned before = 0;

    if (!set)
        return true;
    if (!kept_of(cx, day, &before))
        return false;
    struct query *q = db_sql(
        cx, "INSERT INTO contacts_own (person, day, marks) VALUES ($1, $2, $3)"
            " ON CONFLICT (person, day) DO UPDATE SET marks = excluded.marks");
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day);
    seal_put(q, own_place(day, cx->actor->person), as_words(cx, before | set));
    return db_end(q);
}

bool own_sum(struct ctx *cx, struct own_sum *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(cx, "SELECT day, marks FROM contacts_own"
                                 " WHERE person = $1 AND day > $2"
                                 " ORDER BY day");

    *out = (struct own_sum){0};
    db_put_int(q, me.v);
    db_put_date(q, (struct date){day_of(cx->now).days - OWN_DAYS});
    while (db_row(q)) {
        const struct date day = db_get_date(q);
        count(seal_get(q, own_place(day, me)), out);
        out->days++;
    }
    return db_end(q);
}
