#include "shelf/names.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "people/people.h"

enum { WORDS_MAX = 200 };

/* Names that are also words one asks with, and titles. In plain letters. */
static const char *const everyday[] = {
    "angel",   "art",    "baker",  "banks",  "bell",   "bill",  "birch",
    "boyd",    "brook",  "brooks", "cook",   "cruz",   "day",   "doctor",
    "dolores", "dr",     "faith",  "fields", "flores", "frank", "grace",
    "grant",   "green",  "guard",  "hill",   "hope",   "joy",   "king",
    "leal",    "little", "long",   "love",   "luna",   "mark",  "may",
    "moss",    "nurse",  "paz",    "pat",    "price",  "rich",  "river",
    "rivers",  "rosa",   "rose",   "sol",    "stone",  "sue",   "therapist",
    "torres",  "walker", "will",   "wood",   "woods",  "young"};

static bool is_everyday(const char *word)
{
    for (size_t i = 0; i < sizeof everyday / sizeof *everyday; i++)
        if (strcmp(everyday[i], word) == 0)
            return true;
    return false;
}

/* Bytes of one word: letters, and any byte of a letter with a mark. */
static size_t word_length(const char *s)
{
    size_t n = 0;

    while (isalpha((unsigned char)s[n]) || (unsigned char)s[n] >= 0x80)
        n++;
    return n;
}

static bool begins_with_capital(struct arena *mem, const char *word)
{
    return isupper((unsigned char)*word) ||
           ((unsigned char)*word >= 0x80 &&
            strncmp(text_capital(mem, word), word, strlen(word)) == 0);
}

struct reading {
    const char *word[WORDS_MAX]; /* plain, those that may be a name */
    size_t n;
};

/* Every word of it that would be a name if somebody had it. */
static void read_words(struct arena *mem, const char *s, struct reading *out)
{
    bool begins = true; /* a sentence */

    while (*s && out->n < WORDS_MAX) {
        const size_t n = word_length(s);
        if (n == 0) {
            begins = begins || strchr(".?!:", *s) != NULL;
            s++;
            continue;
        }
        const char *word = arena_dup_n(mem, s, n);
        const char *plain = text_plain(mem, word);
        if (!is_everyday(plain) || (!begins && begins_with_capital(mem, word)))
            out->word[out->n++] = plain;
        begins = false;
        s += n;
    }
}

bool names_anybody(struct ctx *cx, const char *words, bool *yes)
{
    struct reading r = {.n = 0};

    read_words(cx->mem, words, &r);
    return person_is_named(cx, cx->actor->program, r.word, r.n, yes);
}
