#include "page/page_view.h"

/* Rows of text on a sheet of Letter, the smaller one, and how many letters fit
 * a row of the whole width, of a half and of a table's cell. Held against real
 * paper by tests/print. */
enum { ROWS_USUAL = 48, ROWS_SNUG = 55, WHOLE = 88, HALF = 40, CELL = 22 };

static int rows(const char *words, int letters)
{
    int n = (int)text_length(words);

    return n ? (n + letters - 1) / letters : 0;
}

/* The rows of one list, a line of it after another. */
static int rows_of(const struct page_lines *l, int letters)
{
    int n = 0;

    for (size_t i = 0; i < l->n; i++)
        n += rows(l->at[i].words, letters) +
             (*l->at[i].label ? rows(l->at[i].label, letters) : 0);
    return n;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

static int visit_rows(const struct page_lines *l)
{
    int n = l->n ? 3 : 0;

    for (size_t i = 0; i < l->n; i++)
        n +=
            most(most(rows(l->at[i].words, CELL), rows(l->at[i].decided, CELL)),
                 most(rows(l->at[i].came, CELL), 1));
    return n;
}

static int fullness(const struct page_sheet *v)
{
    const struct page_lines *p = v->part;
    int n = 9; /* head, what we decide, foot */

    n += p[PAGE_WANT].n ? rows_of(&p[PAGE_WANT], WHOLE) + 3 : 0;
    n += p[PAGE_LIFE].n ? rows_of(&p[PAGE_LIFE], WHOLE) + 3 : 0;
    n += most(rows_of(&p[PAGE_TALK], HALF), rows_of(&p[PAGE_ASK], HALF));
    n += p[PAGE_TALK].n || p[PAGE_ASK].n ? 2 : 0;
    n += v->between ? 2 : 0;
    n += (rows_of(&p[PAGE_SAID], HALF) + 1) / 2;
    n += p[PAGE_CHART].n ? 8 : 0;
    n += (rows_of(&p[PAGE_EVENT], HALF) + 1) / 2;
    n += p[PAGE_BODY].n ? (rows_of(&p[PAGE_BODY], HALF) + 1) / 2 + 2 : 0;
    n += most(rows_of(&p[PAGE_HELPS], HALF),
              rows_of(&p[PAGE_PILLS], HALF) + rows_of(&p[PAGE_OTHER], HALF));
    n += p[PAGE_HELPS].n || p[PAGE_PILLS].n || p[PAGE_OTHER].n ? 2 : 0;
    n += visit_rows(&p[PAGE_VISIT]);
    return n <= ROWS_USUAL ? 0 : n <= ROWS_SNUG ? 1 : 2;
}

/* What happened, of what is on the page, stands in its charts too. */
static void mark(struct arena *mem, struct page_sheet *v)
{
    struct chart_marks marks = {0};

    for (size_t i = 0; i < v->part[PAGE_EVENT].n; i++)
        *LIST_PUSH(mem, &marks) = (struct chart_mark){
            v->part[PAGE_EVENT].at[i].day, v->part[PAGE_EVENT].at[i].words};
    for (size_t i = 0; i < v->part[PAGE_CHART].n; i++) {
        struct chart *c = &v->part[PAGE_CHART].at[i].chart;
        c->marks = marks.at;
        c->marks_n = marks.n;
        chart_key_add(&v->key, c);
    }
}

static struct page_sheet sheet(struct arena *mem, const struct page *p)
{
    struct page_sheet v = {.p = p};

    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].on)
            *LIST_PUSH(mem, &v.part[p->lines.at[i].part]) = p->lines.at[i];
    mark(mem, &v);
    v.between =
        v.part[PAGE_SAID].n + v.part[PAGE_CHART].n + v.part[PAGE_EVENT].n > 0;
    v.fullness = fullness(&v);
    return v;
}

int page_percent(struct arena *mem, const struct page *p)
{
    static const int percent[] = {100, 88, 76};

    return percent[sheet(mem, p).fullness];
}

void page_draw(struct tpl *t, const struct page *p, struct page_look look)
{
    struct page_sheet v = sheet(t->out.mem, p);
    enum lang around = t->lang;

    v.look = look;
    t->lang = p->lang;
    page_sheet_html(t, &v);
    t->lang = around;
}
