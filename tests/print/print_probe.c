/* print_probe DIR: the one page with every line as full as may be, the same
 * with every line one long word, and a usual one, as PDFs and as what a browser
 * gets: for tests/print/run. Nobody on them exists. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "page/pdf.h"
#include "web/assets.h"

enum { DAYS = 60 };

static int value[4][DAYS];

static const char usual_words[] =
    "I am too sleepy in the morning and I missed church twice when my sugar "
    "was high and my sister came to cook with me on Sunday; ";
static const char one_word[] = "z"; /* nowhere else on a page: it is counted */

static const char *of_length(struct arena *mem, const char *words, int n)
{
    size_t all = strlen(words);
    char *s = arena_alloc(mem, (size_t)n + 1);

    for (int i = 0; i < n; i++)
        s[i] = words[(size_t)i % all];
    return s;
}

static struct page_line *add(struct arena *mem, struct page *p,
                             enum page_part part, const char *words)
{
    struct page_line *l = LIST_PUSH(mem, &p->lines);

    *l = (struct page_line){.part = part,
                            .key = "",
                            .label = "",
                            .words = words,
                            .change = "",
                            .day = date_ymd(2026, 9, 20),
                            .who = "",
                            .decided = "",
                            .came = "",
                            .on = true};
    return l;
}

static void add_chart(struct arena *mem, struct page *p, int nth,
                      const char *name)
{
    for (int i = 0; i < DAYS; i++)
        value[nth][i] =
            (i * 7 + nth * 13) % 11 < 3 ? VALUE_NONE : 1 + (i * 3 + nth) % 2;
    add(mem, p, PAGE_CHART, "")->chart =
        (struct chart){.name = name,
                       .kind = (enum line_kind)nth,
                       .from = date_ymd(2026, 8, 15),
                       .days = DAYS,
                       .value = value[nth]};
}

static void fill(struct arena *mem, struct page *p, enum page_part part,
                 const char *of)
{
    const struct page_limit *limit = &page_limits[part];

    for (size_t i = 0; i < limit->lines; i++) {
        if (part == PAGE_CHART) {
            add_chart(mem, p, (int)i, of_length(mem, of, LINE_NAME_MAX));
            continue;
        }
        const char *words = of_length(mem, of, limit->letters);
        struct page_line *l = add(mem, p, part, words);
        if (part == PAGE_VISIT) {
            l->who = of_length(mem, usual_words, 40);
            l->decided = l->came = words;
        }
        if (page_is_fact(part) && part != PAGE_EVENT) {
            l->label = of_length(mem, of, 40);
            l->change = "Harder than last time";
        }
    }
}

/* Of the short lines, as many as a page has room for. */
static void keep_what_fits(struct page *p)
{
    size_t facts = 0;

    for (size_t i = 0; i < p->lines.n; i++)
        if (page_is_fact(p->lines.at[i].part))
            p->lines.at[i].on = ++facts <= PAGE_FACTS_MAX;
}

/* of: what a full page is full of; NULL: a usual page. */
static struct page page_of(struct arena *mem, const char *of, bool body)
{
    struct page p = {.name = "Denise Carter",
                     .with = "Dr. Anita Rao",
                     .they = "Dr. Rao",
                     .peer = "Ruth",
                     .typed = of ? "Ruth Bell" : "",
                     .paper = of != NULL,
                     .at = 1792089000};

    for (int part = 0; of && part < PAGE_PARTS; part++)
        if (part != (body ? PAGE_SAID : PAGE_BODY))
            fill(mem, &p, (enum page_part)part, of);
    keep_what_fits(&p);
    if (of)
        return p;
    add(mem, &p, PAGE_WANT, "To be awake by noon, so I can cook.");
    add(mem, &p, PAGE_TALK, "I am too sleepy in the morning.");
    add(mem, &p, PAGE_ASK, "Can I take all of it at night?");
    add(mem, &p, PAGE_HELPS, "Music \U0001F3B6, and tea with \u674E\u660E");
    add_chart(mem, &p, 0, "");
    return p;
}

static void put_file(const char *dir, const char *name, struct blob bytes)
{
    char path[512];

    (void)snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes.at, 1, bytes.n, f) != bytes.n || fclose(f) != 0) {
        perror(path);
        exit(1);
    }
}

static struct blob text(const char *s)
{
    return (struct blob){(const unsigned char *)s, strlen(s)};
}

/* As a browser gets it, without the shell: that is not printed, nor is what
 * stands above the page. */
static void put_html(struct ctx *cx, const char *dir, const char *name,
                     const struct page *p, struct page_look look)
{
    struct tpl t = tpl_new(cx->mem, LANG_EN);

    buf_fmt(&t.out,
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<title>Print</title><link rel=\"stylesheet\" href=\"%s\"></head>"
            "<body><main class=\"wrap wrap--report stack g6\">"
            "<div class=\"noprint\">What I can do</div>",
            web_asset("beside.css")->address);
    page_draw(&t, p, look);
    buf_puts(&t.out, "</main></body></html>");
    put_file(dir, name, text(t.out.at));
}

static void put_all(struct ctx *cx, const char *dir, const char *name,
                    const struct page *p)
{
    for (int i = 0; i < 4; i++) {
        struct page_look look = {i % 2 ? PAPER_A4 : PAPER_LETTER, i > 1};
        const char *stem =
            arena_fmt(cx->mem, "%s-%s%s", name, i % 2 ? "a4" : "letter",
                      i > 1 ? "-large" : "");
        struct blob pdf;
        if (!pdf_make(cx, p, look, &pdf)) {
            (void)fprintf(stderr, "%s: %s\n", stem, cx->err.text);
            exit(1);
        }
        put_file(dir, arena_fmt(cx->mem, "%s.pdf", stem), pdf);
        put_html(cx, dir, arena_fmt(cx->mem, "%s.html", stem), p, look);
    }
}

int main(int argc, char **argv)
{
    struct ctx cx = {.mem = arena_new(256U << 20), .actor = &actor_nobody};

    if (argc != 2 || !zone_set("America/New_York"))
        return 2;
    struct page mind = page_of(cx.mem, usual_words, false),
                body = page_of(cx.mem, usual_words, true),
                word = page_of(cx.mem, one_word, false),
                usual = page_of(cx.mem, NULL, false);
    put_all(&cx, argv[1], "mind", &mind);
    put_all(&cx, argv[1], "body", &body);
    put_all(&cx, argv[1], "word", &word);
    put_all(&cx, argv[1], "usual", &usual);
    (void)mkdir(arena_fmt(cx.mem, "%s/s", argv[1]), 0700);
    for (size_t i = 0; i < web_assets_n; i++)
        put_file(argv[1], web_assets[i].address, web_assets[i].raw);
    arena_free(cx.mem);
    return 0;
}
