#include "tpl/tpl.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

struct tpl tpl_new(struct arena *mem, enum lang lang)
{
    return (struct tpl){.out = buf_new(mem, TPL_PAGE_MAX),
                        .lang = lang,
                        .csrf = "",
                        .page = ""};
}

static void look_up_draft(struct tpl *t)
{
    if (t->is_typed || !t->load || !t->to)
        return;
    t->typed = t->load(t->from, t->to);
    t->is_typed = t->typed.n > 0;
    t->to = NULL;
}

const char *tpl_value(struct tpl *t, const char *field, const char *stored)
{
    look_up_draft(t);
    for (size_t i = 0; i < t->typed.n; i++)
        if (strcmp(t->typed.at[i].name, field) == 0)
            return t->typed.at[i].value;
    return t->is_typed ? "" : stored;
}

bool tpl_chosen(struct tpl *t, const char *field, const char *value,
                bool stored)
{
    look_up_draft(t);
    if (!t->is_typed)
        return stored;
    for (size_t i = 0; i < t->typed.n; i++)
        if (strcmp(t->typed.at[i].name, field) == 0 &&
            strcmp(t->typed.at[i].value, value) == 0)
            return true;
    return false;
}

bool tpl_was_typed(struct tpl *t)
{
    look_up_draft(t);
    return t->is_typed;
}

const char *tpl_wrong(const struct tpl *t, const char *field)
{
    if (t->other_form)
        return NULL;
    if (t->wrong_field && strcmp(t->wrong_field, field) == 0)
        return t->wrong_text;
    for (size_t i = 0; i < t->more.n; i++)
        if (strcmp(t->more.at[i].field, field) == 0)
            return t->more.at[i].text;
    return NULL;
}

void tpl_also_wrong(struct tpl *t, const char *field, const char *text)
{
    if (!tpl_wrong(t, field))
        *LIST_PUSH(t->out.mem, &t->more) =
            (struct tpl_fault){field, lang_text(t->lang, text)};
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

static void escape(struct tpl *t, const char *s, size_t n)
{
    size_t from = 0;

    for (size_t i = 0; i < n; i++) {
        const char *e = entity(s[i]);
        if (!e)
            continue;
        buf_put(&t->out, s + from, i - from);
        buf_puts(&t->out, e);
        from = i + 1;
    }
    buf_put(&t->out, s + from, n - from);
}

void tpl_text(struct tpl *t, const char *s)
{
    escape(t, s, strlen(s));
}

void tpl_lines(struct tpl *t, const char *s)
{
    for (;;) {
        size_t n = strcspn(s, "\n");
        escape(t, s, n);
        if (!s[n])
            return;
        buf_puts(&t->out, "<br>");
        s += n + 1;
    }
}

void tpl_int(struct tpl *t, int64_t v)
{
    buf_int(&t->out, v);
}

void tpl_count(struct tpl *t, size_t n)
{
    buf_int(&t->out, (int64_t)n);
}

void tpl_html(struct tpl *t, struct html h)
{
    buf_puts(&t->out, h.s);
}

void tpl_url(struct tpl *t, const char *s)
{
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
            c == '~')
            buf_putc(&t->out, (char)c);
        else
            buf_fmt(&t->out, "%%%02X", c);
    }
}

void tpl_iso(struct tpl *t, struct date d)
{
    buf_puts(&t->out, date_iso(t->out.mem, d));
}

void tpl_day(struct tpl *t, struct date d)
{
    tpl_text(t, lang_day(t->out.mem, t->lang, d));
}

void tpl_day_year(struct tpl *t, struct date d)
{
    tpl_text(t, lang_day_year(t->out.mem, t->lang, d));
}

void tpl_day_short(struct tpl *t, struct date d)
{
    tpl_text(t, lang_day_short(t->out.mem, t->lang, d));
}

void tpl_weekday(struct tpl *t, struct date d)
{
    tpl_text(t, lang_weekday(t->out.mem, t->lang, d));
}

/* "2:30 pm" stays on one line. */
static void put_clock(struct tpl *t, const char *words)
{
    const char *clock = strrchr(words, ':');

    for (const char *s = words; *s; s++) {
        if (clock && s > clock && *s == ' ')
            tpl_raw(t, "\u00a0");
        else
            escape(t, s, 1);
    }
}

void tpl_clock(struct tpl *t, int64_t time)
{
    put_clock(t, lang_clock(t->out.mem, t->lang, time));
}

void tpl_when(struct tpl *t, int64_t time)
{
    put_clock(t, lang_when(t->out.mem, t->lang, time));
}

/* A page has forty of them, and a phone pays for each byte. */
static void icon(struct tpl *t, const char *name, const char *class)
{
    tpl_raw(t, "<svg class=");
    tpl_raw(t, class);
    tpl_raw(t, " aria-hidden=true><use href=");
    tpl_raw(t, tpl_icons);
    tpl_raw(t, "#");
    tpl_raw(t, name);
    tpl_raw(t, " /></svg>");
}

void tpl_icon(struct tpl *t, const char *name)
{
    icon(t, name, "i");
}

void tpl_icon_flip(struct tpl *t, const char *name)
{
    icon(t, name, "\"i flip\"");
}

/* The path that the form whose tag was just written goes to: its own page when
 * it does not say. */
static const char *form_path(struct tpl *t)
{
    static const char names[] = " action=\"";
    size_t i = t->out.n;

    while (i > 0 && t->out.at[i - 1] != '<')
        i--;
    const char *at = i > 0 ? strstr(t->out.at + i, names) : NULL;
    at = at ? at + sizeof names - 1 : t->page;
    return arena_dup_n(t->out.mem, at, strcspn(at, "?\""));
}

void tpl_form(struct tpl *t)
{
    const char *to = form_path(t);
    bool came_back = t->sent_to && strcmp(t->sent_to, to) == 0;

    t->typed = came_back ? t->sent : (struct tpl_typed_list){0};
    t->is_typed = came_back;
    t->other_form = t->sent_to && !came_back;
    t->to = to;
    buf_fmt(&t->out,
            "<input type=\"hidden\" name=\"csrf\" value=\"%s\">"
            "<input type=\"hidden\" name=\"once\" value=\"%s\">"
            "<input type=\"hidden\" name=\"on_page\" value=\"",
            t->csrf, random_code(t->out.mem, 20));
    tpl_text(t, t->page);
    tpl_raw(t, "\">");
}

struct tpl_message tpl_message(const struct tpl *t, uint64_t hash,
                               const char *msgid, const char *const *names)
{
    return (struct tpl_message){.rest = lang_text_hashed(t->lang, hash, msgid),
                                .names = names};
}

/* The index of the place that starts at "{", or -1 when it is none. */
static int place(const struct tpl_message *m, size_t n)
{
    for (int i = 0; m->names && m->names[i]; i++)
        if (strlen(m->names[i]) == n - 2 &&
            strncmp(m->names[i], m->rest + 1, n - 2) == 0)
            return i;
    return -1;
}

int tpl_step(struct tpl *t, struct tpl_message *m)
{
    /* "10:30 a. m." at the end of a sentence is its end, too. */
    if (m->rest[0] == '.' && m->rest[1] != '.' && t->out.n &&
        t->out.at[t->out.n - 1] == '.')
        m->rest++;
    while (*m->rest) {
        size_t n = strcspn(m->rest, "{");
        if (m->in_attribute)
            escape(t, m->rest, n);
        else
            buf_put(&t->out, m->rest, n);
        m->rest += n;
        if (!*m->rest)
            break;
        n = strcspn(m->rest, "}") + 1;
        int i = place(m, n);
        m->rest += n;
        if (i >= 0)
            return i;
    }
    return -1;
}

void tpl_say(struct tpl *t, const char *msgid)
{
    tpl_text(t, lang_text(t->lang, msgid));
}
