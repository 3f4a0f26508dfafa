#include "contacts/own.h"

#include <string.h>

#include "db/db.h"
#include "keys/keys.h"

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

static struct place own_place(int64_t id, struct person_id peer)
{
    return (struct place){"contacts_own.marks", id, peer};
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

bool own_keep(struct ctx *cx, struct date day, unsigned set)
{
    if (!set)
        return true;
    const int64_t id = db_new_id(cx);
    struct query *q = db_sql(cx, "INSERT INTO contacts_own (id, person, day,"
                                 " marks) VALUES ($1, $2, $3, $4)");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day);
    seal_put(q, own_place(id, cx->actor->person), as_words(cx, set));
    return db_end(q);
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

bool own_sum(struct ctx *cx, struct own_sum *out)
{
    const struct person_id me = cx->actor->person;
    struct query *q = db_sql(cx, "SELECT id, marks FROM contacts_own"
                                 " WHERE person = $1 AND day > $2"
                                 " ORDER BY id");

    *out = (struct own_sum){0};
    db_put_int(q, me.v);
    db_put_date(q, (struct date){day_of(cx->now).days - OWN_DAYS});
    while (db_row(q)) {
        const int64_t id = db_get_int(q);
        count(seal_get(q, own_place(id, me)), out);
        out->days++;
    }
    return db_end(q);
}
