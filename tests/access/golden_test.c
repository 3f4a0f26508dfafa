/* What the pages say that everything else leans on, word for word, in both
 * languages: tests/golden/pages/. A page that changes is read before it is kept
 * (tests/golden/accept). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "frame/browser.h"

enum { PAGE_MAX = 256 * 1024 };

static const struct page {
    const char *name;
    enum who_asks who;
    const char *path;
} pages[] = {
    {"home", HERSELF, "/me"},
    {"who-does-what", HERSELF, "/me/promises"},
    {"my-words", HERSELF, "/me/say/{words}"},
    {"my-ask", HERSELF, "/me/asks/{ask}"},
    {"my-sides", HERSELF, "/me/sides/{sides}"},
    {"my-record", HERSELF, "/me/record"},
    {"my-times", HERSELF, "/me/times"},
    {"my-meetings", HERSELF, "/me/meetings"},
    {"who-sees-what", HERSELF, "/me/sharing"},
    {"my-page", HERSELF, "/me/visits/{visit}/page"},
    {"today", OWN_PEER, "/today"},
    {"one-of-my-people", OWN_PEER, "/people/{person}"},
    {"my-week", OWN_PEER, "/week"},
    {"program-today", SUPERVISOR, "/today"},
    {"to-read", HER_DOCTOR, "/read"},
    {"read-page", HER_DOCTOR, "/read/{page}"},
    {"read-words", CASE_MANAGER, "/words/{words}"},
    {"words-on-paper", CASE_MANAGER, "/words/{words}/paper"},
    {"read-sides", CASE_MANAGER, "/sides/{sides}"},
    {"role", ANOTHER_PERSON, "/me/role"},
    {"rights", NOBODY, "/rights"},
    {"council", NOBODY, "/council"},
    {"groups", NOBODY, "/groups"},
    {"group", HERSELF, "/groups/{group}"},
    {"group-at-work", OWN_PEER, "/groups/work/{group}/{day}"},
};

/* Past an icon, which says nothing, and past the id of a form, made by chance.
 */
static const char *past(const char *at)
{
    static const struct {
        const char *from, *to;
        bool with; /* what it ends with is left out too */
    } out[] = {{"<svg class=i ", "</svg>", true},
               {"<svg class=\"i ", "</svg>", true},
               {"name=\"once\" value=\"", ">", false}};

    for (size_t i = 0; i < sizeof out / sizeof *out; i++)
        if (strncmp(at, out[i].from, strlen(out[i].from)) == 0) {
            const char *end = strstr(at, out[i].to);
            cr_assert(end);
            return past(end + (out[i].with ? strlen(out[i].to) : 0));
        }
    return at;
}

/* The mark of words: "a4c5 327b 9751". */
static size_t mark_at(const char *at)
{
    enum { PART = 4, PARTS = 3, MARK = PARTS * (PART + 1) - 1 };

    for (size_t i = 0; i < MARK; i++)
        if (i % (PART + 1) == PART
                ? at[i] != ' '
                : !at[i] || !strchr("0123456789abcdef", at[i]))
            return 0;
    return MARK;
}

/* How long the id, the hash, or the tint made of an id, that starts here is; 0:
 * none does. */
static size_t id_at(const char *body, const char *at)
{
    enum { HASH_LEAST = 16, ID_LEAST = 4 };
    const char *before = at > body ? at - 1 : " ";
    const size_t hex = strspn(at, "0123456789abcdef"),
                 n = strspn(at, "0123456789");

    if (hex >= HASH_LEAST)
        return hex;
    if (at - body > 6 && strncmp(at - 6, "face--", 6) == 0)
        return 1;
    return *before == '/' || (n >= ID_LEAST && *before != '#' && at[n] != '-')
               ? n
               : 0;
}

/* A page without what changes from one making of the town to the next and is
 * read by nobody: ids, hashes, icons. Owns: cx->mem. */
static const char *plain(struct ctx *cx, const char *body)
{
    struct buf out = buf_new(cx->mem, PAGE_MAX);
    bool tag = false;

    for (const char *at = body; *(at = past(at)); at++) {
        tag = *at == '<' || (tag && *at != '>');
        const size_t n = tag ? id_at(body, at) : mark_at(at);
        buf_put(&out, n ? "N" : at, 1);
        at += n ? n - 1 : 0;
    }
    cr_assert(!out.full);
    return out.at;
}

static const char *draw(struct ctx *cx, const struct page *p, enum lang lang)
{
    struct browser b = {.cx = cx, .actor = &town.actor[p->who], .lang = lang};

    browse(&b, town_path(cx, p->path));
    cr_assert_eq(b.status, 200, "%s as %s: %d", p->path, columns[p->who].words,
                 b.status);
    return plain(cx, b.body);
}

static const char *kept(const char *file, char *was)
{
    FILE *in = fopen(file, "rb");

    if (in) {
        was[fread(was, 1, PAGE_MAX - 1, in)] = '\0';
        (void)fclose(in);
    }
    return was;
}

static void keep(const char *file, const char *is)
{
    FILE *out = fopen(file, "wb");

    cr_assert(out && fputs(is, out) >= 0 && fclose(out) == 0, "%s", file);
}

TEST(access, each_page_that_others_lean_on_reads_as_reviewed)
{
    static char was[PAGE_MAX];

    town_begin(cx);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        for (int l = LANG_EN; l <= LANG_ES; l++) {
            const char *is = draw(cx, &pages[i], (enum lang)l);
            const char *file =
                arena_fmt(cx->mem, SOURCE_DIR "/tests/golden/pages/%s.%s.html",
                          pages[i].name, l == LANG_ES ? "es" : "en");
            was[0] = '\0';
            if (getenv("BESIDE_ACCEPT"))
                keep(file, is);
            else
                cr_assert_str_eq(kept(file, was), is,
                                 "%s: read it; then tests/golden/accept keeps"
                                 " it.",
                                 file);
        }
    town_end(cx);
}
