#include "weighing/read.h"

static const char *const way_titles[SHEET_OPTIONS] = {
    N_("One way"), N_("Another way"), N_("A third way")};
static const char *const ask_labels[SHEET_QUESTIONS] = {
    N_("First question"), N_("Second question"), N_("Third question")};

/* Of a way: itself, for, against. */
static const char *const side_labels[3] = {N_("What I could do"),
                                           N_("What speaks for it"),
                                           N_("What speaks against it")};

/* What a part says, to who acts. */
typedef const char *(*says)(const struct sheet_words *w);

static const char *words_of(const struct sheet_words *w)
{
    return w->words;
}

static const char *latest_of(const struct sheet_words *w)
{
    return w->waiting ? w->waits : w->words;
}

static struct sheet_way way_of(const struct sheet *s, int n, says say)
{
    const enum sheet_part at = (enum sheet_part)(SHEET_OPTION + 3 * n);
    const struct sheet_words *w = &s->part[at];
    struct sheet_way way = {.title = way_titles[n], .first = n == 0};

    way.way = say(&w[0]);
    way.pro = say(&w[1]);
    way.con = say(&w[2]);
    way.way_field = sheet_field(at);
    way.pro_field = sheet_field((enum sheet_part)(at + 1));
    way.con_field = sheet_field((enum sheet_part)(at + 2));
    way.any = *way.way || *way.pro || *way.con;
    return way;
}

static struct sheet_read read_as(struct arena *mem, const struct sheet *s,
                                 says say, bool whole)
{
    struct sheet_read r = {.about = say(&s->part[SHEET_ABOUT]),
                           .matters = say(&s->part[SHEET_MATTERS]),
                           .worries = say(&s->part[SHEET_WORRIES]),
                           .all = s->part[SHEET_ABOUT].open};

    for (int n = 0; n < SHEET_OPTIONS; n++) {
        const struct sheet_way way = way_of(s, n, say);
        if (whole || way.any)
            *LIST_PUSH(mem, &r.ways) = way;
    }
    for (int n = 0; n < SHEET_QUESTIONS; n++) {
        const enum sheet_part at = (enum sheet_part)(SHEET_ASK + n);
        const char *words = say(&s->part[at]);
        if (whole || *words)
            *LIST_PUSH(mem, &r.asks) =
                (struct sheet_ask){ask_labels[n], sheet_field(at), words};
    }
    r.empty = !r.ways.n && !r.asks.n && !*r.matters && !*r.worries;
    return r;
}

struct sheet_read sheet_to_read(struct arena *mem, const struct sheet *s)
{
    return read_as(mem, s, words_of, false);
}

struct sheet_read sheet_to_write(struct arena *mem, const struct sheet *s,
                                 bool hers)
{
    struct sheet_read r = read_as(mem, s, hers ? words_of : latest_of, true);

    r.hers = hers;
    return r;
}

static const char *label_of(enum sheet_part p)
{
    if (p == SHEET_ABOUT)
        return N_("What I am thinking about");
    if (p == SHEET_MATTERS)
        return N_("What matters to me");
    if (p == SHEET_WORRIES)
        return N_("What I worry about");
    return p >= SHEET_ASK ? ask_labels[p - SHEET_ASK]
                          : side_labels[(p - SHEET_OPTION) % 3];
}

struct sheet_typeds sheet_what_waits(struct arena *mem, const struct sheet *s)
{
    struct sheet_typeds all = {0};

    for (int p = 0; p < SHEET_PARTS; p++)
        if (s->part[p].waiting)
            *LIST_PUSH(mem, &all) = (struct sheet_typed){
                label_of((enum sheet_part)p), s->part[p].waits};
    return all;
}
