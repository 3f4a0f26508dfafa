/* What users of other systems suffer, and must not here: docs/pains.md. Each
 * test is named after its pain. */
#include <string.h>

#include "access/town.h"
#include "base/test.h"
#include "frame/browser.h"
#include "web/web.h"

/* The same address about what there never was: "/people/41" and
 * "/people/987654321987"; or, when the last alone is asked for, of somebody who
 * is. Owns: cx->mem. */
static const char *of_nobody(struct ctx *cx, const char *path, bool last)
{
    struct buf out = buf_new(cx->mem, 512);

    for (const char *at = path; *at;) {
        const size_t n = strspn(at, "0123456789");
        const bool another = strcspn(at + n, "0123456789") < strlen(at + n);
        if (n > 0 && at[-1] == '/' && !(last && another))
            buf_puts(&out, "987654321987");
        else
            buf_put(&out, at, n ? n : 1);
        at += n ? n : 1;
    }
    return out.at;
}

/* All of it, but the ids of forms, which are made by chance. Owns: cx->mem. */
static const char *answer(struct ctx *cx, size_t column, const char *path)
{
    static const char mark[] = "name=\"once\" value=\"";
    struct browser b = {
        .cx = cx, .actor = &town.actor[column], .shell = web_shell};
    struct buf out = buf_new(cx->mem, 1 << 20);

    browse(&b, path);
    buf_fmt(&out, "%d\n", b.status);
    for (size_t i = 0; i < b.header.n; i++)
        buf_fmt(&out, "%s: %s\n", b.header.at[i].name, b.header.at[i].value);
    buf_put(&out, b.body, b.body_n);
    cr_assert(!out.full);
    for (char *at = out.at; (at = strstr(at, mark));) {
        at += sizeof mark - 1;
        memset(at, '.', strcspn(at, "\""));
    }
    return out.at;
}

/* That there is a Denise is no secret to these. */
static bool may_know_her(size_t column)
{
    return column == HERSELF || column == OWN_PEER || column == HELPING_PEER ||
           column == HER_DOCTOR;
}

/* What one may not know looks exactly like what there never was: the same
 * status, the same headers, the same bytes. */
TEST(access, pain_20_what_is_out_of_scope_looks_like_what_never_was)
{
    size_t held = 0;

    town_begin(cx);
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++) {
            if (r->method != GET || r->asset || !strchr(r->path, '{') ||
                strstr(r->path, "{token}"))
                continue;
            const char *hers = town_path(cx, r->path);
            for (size_t i = 0; i < COLUMNS; i++) {
                const char *none = of_nobody(cx, hers, may_know_her(i));
                if (strcmp(hers, none) == 0)
                    continue;
                const char *real = answer(cx, i, hers);
                if (strncmp(real, "404", 3) != 0)
                    continue;
                cr_assert_str_eq(real, answer(cx, i, none), "%s to %s", hers,
                                 columns[i].words);
                held++;
            }
        }
    cr_assert_gt(held, 60, "%zu", held);
    town_end(cx);
}

/* Of a page's head: what a tab, a history or a share sheet shows of it. */
static const char *title_of(struct ctx *cx, const char *page)
{
    const char *from = strstr(page, "<title>"), *to;

    if (!from)
        return "";
    to = strstr(from, "</title>");
    cr_assert(to);
    return arena_dup_n(cx->mem, from, (size_t)(to - from));
}

/* Beside sends no message by itself; what shows outside its pages is their
 * title, and that names nobody and says nothing of anybody. */
TEST(access, pain_22_no_name_and_no_content_outside_the_page)
{
    static const char *const never[] = {"Denise", "Carter", "Rao",    "Ruth",
                                        "sleep",  "noon",   "voices", "uncle"};
    size_t titles = 0;

    town_begin(cx);
    for (const struct module *const *m = modules; *m; m++)
        for (const struct route *r = (*m)->routes; r && r->path; r++)
            for (size_t i = 0; r->method == GET && !r->asset && i < COLUMNS;
                 i++) {
                const char *title =
                    title_of(cx, answer(cx, i, town_path(cx, r->path)));
                titles += *title != '\0';
                for (size_t w = 0; w < sizeof never / sizeof *never; w++)
                    cr_assert(!strstr(title, never[w]), "%s: %s", r->path,
                              title);
            }
    cr_assert_gt(titles, 200, "%zu", titles);
    town_end(cx);
}
