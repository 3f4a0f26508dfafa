#include "mediation/glossary.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "frame/actor.h"

/* --- the list --- */

static struct gloss as_it_came(size_t i)
{
    struct gloss g = {.id = (int64_t)i + 1, .ours = true};

    for (int l = 0; l < LANG_COUNT; l++) {
        g.word[l] = glossary_ours[i].word[l];
        g.means[l] = lang_text((enum lang)l, glossary_ours[i].means);
    }
    return g;
}

static struct gloss *with_id(const struct glosses *all, int64_t id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].id == id)
            return &all->at[i];
    return NULL;
}

/* A row of a program: in the place of one of ours, or beside them. */
static void add_row(struct ctx *cx, struct query *q, struct glosses *out)
{
    struct gloss g = {.id = db_get_int(q)};
    int64_t ships = db_get_int(q);

    g.gone = db_get_int(q) != 0;
    g.word[LANG_EN] = db_get_text(q);
    g.means[LANG_EN] = db_get_text(q);
    g.word[LANG_ES] = db_get_text(q);
    g.means[LANG_ES] = db_get_text(q);
    struct gloss *was = ships ? with_id(out, ships) : NULL;
    if (!was) {
        *LIST_PUSH(cx->mem, out) = g;
        return;
    }
    if (g.gone) { /* its words stay ours */
        was->gone = true;
        return;
    }
    g.id = ships;
    *was = g;
}

static bool read_all(struct ctx *cx, struct glosses *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, ships, gone, en, en_means, es, es_means"
                   " FROM mediation_word WHERE program = $1 ORDER BY id");

    *out = (struct glosses){0};
    for (size_t i = 0; i < glossary_ours_n; i++)
        *LIST_PUSH(cx->mem, out) = as_it_came(i);
    db_put_int(q, cx->actor->program);
    while (db_row(q))
        add_row(cx, q, out);
    return db_end(q);
}

static void sort(struct ctx *cx, struct glosses *all)
{
    const enum lang l = cx->lang;

    for (size_t i = 1; i < all->n; i++)
        for (size_t k = i; k > 0; k--) {
            struct gloss *a = &all->at[k - 1], *b = &all->at[k], keep = *a;
            if (strcmp(text_plain(cx->mem, a->word[l]),
                       text_plain(cx->mem, b->word[l])) <= 0)
                break;
            *a = *b;
            *b = keep;
        }
}

bool glossary_list(struct ctx *cx, bool gone, struct glosses *out)
{
    struct glosses all;

    *out = (struct glosses){0};
    if (!read_all(cx, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (gone || !all.at[i].gone)
            *LIST_PUSH(cx->mem, out) = all.at[i];
    sort(cx, out);
    return true;
}

bool glossary_get(struct ctx *cx, int64_t id, struct gloss *out)
{
    struct glosses all;

    *out = (struct gloss){0};
    if (!read_all(cx, &all))
        return false;
    const struct gloss *g = with_id(&all, id);
    if (!g)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    *out = *g;
    return true;
}

/* --- in a text --- */

/* Letters of another alphabet than a to z are part of a word too. */
static bool is_letter(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* "goal" stands in "two goals", not in "goalkeeper". Both are plain. */
static bool stands_in(const char *text, const char *word)
{
    const size_t n = strlen(word);

    for (const char *at = strstr(text, word); n > 0 && at;
         at = strstr(at + 1, word)) {
        const char *end = at + n;
        if (at > text && is_letter(at[-1]))
            continue;
        if (strncmp(end, "es", 2) == 0 && !is_letter(end[2]))
            return true;
        if (*end == 's')
            end++;
        if (!is_letter(*end))
            return true;
    }
    return false;
}

bool glossary_found(struct ctx *cx, const char *text, struct glosses *out)
{
    const char *plain = text_plain(cx->mem, text);
    struct glosses all;

    *out = (struct glosses){0};
    if (!*text)
        return true;
    if (!glossary_list(cx, false, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (stands_in(plain, text_plain(cx->mem, all.at[i].word[l]))) {
                *LIST_PUSH(cx->mem, out) = all.at[i];
                break;
            }
    return true;
}

/* --- keeping it --- */

static bool fits(struct ctx *cx, const char *field, const char *s, int most)
{
    if (!*s)
        return fail(cx, ERR_INVALID, field,
                    "Please write it in both languages.");
    return text_fits(cx, field, s, most);
}

static bool not_too_many(struct ctx *cx)
{
    struct query *q = db_sql(cx, "SELECT COUNT(*) FROM mediation_word"
                                 " WHERE program = $1 AND ships = 0");

    db_put_int(q, cx->actor->program);
    int64_t n = db_row(q) ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    return n < WORDS_OWN_MAX ||
           fail(cx, ERR_CONFLICT, NULL,
                "That is a lot of words. Please take some out first.");
}

static bool is_ours(int64_t id)
{
    return id > 0 && (uint64_t)id <= glossary_ours_n;
}

/* What the program had in this place. */
static bool clear(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "DELETE FROM mediation_word WHERE program = $1"
                                 " AND ((ships = 0 AND id = $2) OR (ships > 0"
                                 " AND ships = $2))");

    db_put_int(q, cx->actor->program);
    db_put_int(q, id);
    return db_end(q);
}

static bool insert(struct ctx *cx, const struct gloss *g)
{
    const bool ours = is_ours(g->id);
    struct query *q = db_sql(
        cx, "INSERT INTO mediation_word (id, program, ships, gone, en,"
            " en_means, es, es_means) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    db_put_int(q, g->id && !ours ? g->id : db_new_id(cx));
    db_put_int(q, cx->actor->program);
    db_put_int(q, ours ? g->id : 0);
    db_put_int(q, g->gone);
    db_put_text(q, g->word[LANG_EN]);
    db_put_text(q, g->means[LANG_EN]);
    db_put_text(q, g->word[LANG_ES]);
    db_put_text(q, g->means[LANG_ES]);
    return db_end(q);
}

bool glossary_save(struct ctx *cx, const struct gloss *g)
{
    struct gloss was;

    if (!fits(cx, "en", g->word[LANG_EN], WORD_MAX) ||
        !fits(cx, "en_means", g->means[LANG_EN], MEANS_MAX) ||
        !fits(cx, "es", g->word[LANG_ES], WORD_MAX) ||
        !fits(cx, "es_means", g->means[LANG_ES], MEANS_MAX))
        return false;
    if (g->id ? !glossary_get(cx, g->id, &was) : !not_too_many(cx))
        return false;
    return clear(cx, g->id) && insert(cx, g);
}

bool glossary_remove(struct ctx *cx, int64_t id)
{
    struct gloss g;

    if (!glossary_get(cx, id, &g) || !clear(cx, id))
        return false;
    if (!is_ours(id))
        return true;
    g = as_it_came((size_t)id - 1);
    g.gone = true;
    return insert(cx, &g);
}

bool glossary_restore(struct ctx *cx, int64_t id)
{
    if (!is_ours(id))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return clear(cx, id);
}
