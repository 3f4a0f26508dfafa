/* Names are sealed, so they cannot be searched in SQL: they are held here, in
 * memory, plain and in small letters, one list a program. people_program
 * .changed says which list is still true; it is made by chance at each change,
 * so that a change that was rolled back is never mistaken for a later one. */
#include <pthread.h>
#include <string.h>

#include "keys/keys.h"
#include "people/people_int.h"

enum { FOUND_MAX = 50, HELD_BYTES_MAX = 256 << 20, NAME_PART_LEAST = 3 };

struct name {
    int64_t id;
    const char *plain; /* "denise carter" */
};

struct names {
    struct name *at;
    size_t n, cap;
};

struct held {
    int64_t program, changed;
    struct arena *mem;
    struct names names;
    struct held *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct held *all;

bool names_changed(struct ctx *cx, int64_t program)
{
    int64_t mark = 0;
    struct query *q =
        db_sql(cx, "UPDATE people_program SET changed = $2 WHERE id = $1");

    random_bytes((unsigned char *)&mark, sizeof mark);
    db_put_int(q, program);
    db_put_int(q, mark);
    return db_end(q);
}

/* The list of a program, out of the chain; NULL when there is none. */
static struct held *take_out(int64_t program)
{
    for (struct held **h = &all; *h; h = &(*h)->next) {
        struct held *found = *h;
        if (found->program != program)
            continue;
        *h = found->next;
        return found;
    }
    return NULL;
}

void names_forget(void)
{
    pthread_mutex_lock(&lock);
    while (all) {
        struct held *h = all;
        all = h->next;
        arena_free(h->mem);
    }
    pthread_mutex_unlock(&lock);
}

static bool fill(struct ctx *cx, struct held *h)
{
    struct query *q =
        db_sql(cx, "SELECT id, name FROM people_person"
                   " WHERE program = $1 AND erased IS NULL ORDER BY id");

    db_put_int(q, h->program);
    while (db_row(q)) {
        struct name *n = LIST_PUSH(h->mem, &h->names);
        n->id = db_get_int(q);
        n->plain = text_plain(
            h->mem,
            seal_get(q, (struct place){"people_person.name", n->id, {n->id}}));
    }
    return db_end(q);
}

static bool read_mark(struct ctx *cx, int64_t program, int64_t *changed)
{
    struct query *q =
        db_sql(cx, "SELECT changed FROM people_program WHERE id = $1");

    db_put_int(q, program);
    bool found = db_row(q);
    *changed = found ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return found || fail(cx, ERR_NOTFOUND, "program",
                         "There is no such "
                         "program.");
}

/* The list as of this transaction, in the chain again. The lock is held. */
static struct held *current(struct ctx *cx, int64_t program)
{
    int64_t changed = 0;

    if (!read_mark(cx, program, &changed))
        return NULL;
    struct held *h = take_out(program);
    if (h && h->changed != changed) {
        arena_free(h->mem);
        h = NULL;
    }
    if (!h) {
        struct arena *mem = arena_new(HELD_BYTES_MAX);
        h = ARENA_NEW(mem, struct held);
        *h = (struct held){.program = program, .changed = changed, .mem = mem};
        if (!fill(cx, h)) {
            arena_free(mem);
            return NULL;
        }
    }
    h->next = all;
    all = h;
    return h;
}

/* Every word is somewhere in the name. */
static bool matches(const char *plain, const char *words)
{
    char word[64];

    while (*words) {
        size_t n = strcspn(words, " ");
        if (n >= sizeof word)
            return false;
        memcpy(word, words, n);
        word[n] = '\0';
        if (!strstr(plain, word))
            return false;
        words += n;
        words += strspn(words, " ");
    }
    return true;
}

static bool look(struct ctx *cx, int64_t program, const char *words,
                 struct names *out)
{
    pthread_mutex_lock(&lock);
    const struct held *h = current(cx, program);
    for (size_t i = 0; h && i < h->names.n && out->n < FOUND_MAX; i++)
        if (matches(h->names.at[i].plain, words))
            *LIST_PUSH(cx->mem, out) = (struct name){h->names.at[i].id, NULL};
    pthread_mutex_unlock(&lock);
    return h != NULL;
}

bool person_find(struct ctx *cx, int64_t program, const char *words,
                 struct persons *out)
{
    struct names found = {0};

    *out = (struct persons){0};
    if (!look(cx, program, text_plain(cx->mem, text_trim(cx->mem, words)),
              &found))
        return false;
    for (size_t i = 0; i < found.n; i++)
        if (!person_get(cx, (struct person_id){found.at[i].id},
                        LIST_PUSH(cx->mem, out)))
            return false;
    persons_sort(cx->mem, out, false);
    return true;
}

/* word is one of the words of the name. */
static bool is_part_of(const char *name, const char *word)
{
    const size_t n = strlen(word);

    while (*name) {
        const size_t here = strcspn(name, " -");
        if (here == n && memcmp(name, word, n) == 0)
            return true;
        name += here;
        name += strspn(name, " -");
    }
    return false;
}

static bool is_one_of(const struct names *names, const char *word)
{
    if (text_length(word) < NAME_PART_LEAST)
        return false;
    for (size_t i = 0; i < names->n; i++)
        if (is_part_of(names->at[i].plain, word))
            return true;
    return false;
}

bool person_is_named(struct ctx *cx, int64_t program, const char *const *words,
                     size_t n, bool *yes)
{
    *yes = false;
    pthread_mutex_lock(&lock);
    const struct held *h = current(cx, program);
    for (size_t i = 0; h && i < n && !*yes; i++)
        *yes = is_one_of(&h->names, words[i]);
    pthread_mutex_unlock(&lock);
    return h != NULL;
}
