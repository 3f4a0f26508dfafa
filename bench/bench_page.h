/* bench/bench_page.h - a page of the usual size, to time templates with. */
#ifndef BENCH_BENCH_PAGE_H
#define BENCH_BENCH_PAGE_H

#include "tpl/tpl.h"

struct bench_row {
    const char *name, *words;
    int n;
};

struct bench_rows {
    struct bench_row *at;
    size_t n, cap;
};

struct bench_view {
    struct bench_rows rows;
};

void bench_page_html(struct tpl *t, const struct bench_view *v);

#endif
