#include "cli/ask.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 1024 };

static bool read_line(struct ctx *cx, FILE *in, const char **out)
{
    char line[LINE_MAX_BYTES];

    if (!fgets(line, sizeof line, in))
        return fail(cx, ERR_INVALID, NULL, "There was nothing to read.");
    line[strcspn(line, "\r\n")] = '\0';
    *out = arena_dup(cx->mem, line);
    explicit_bzero(line, sizeof line);
    return true;
}

bool ask_file(struct ctx *cx, const char *file, const char **out)
{
    if (strcmp(file, "-") == 0)
        return read_line(cx, stdin, out);
    FILE *in = fopen(file, "re");
    if (!in)
        return fail(cx, ERR_INVALID, NULL, "%s cannot be read.", file);
    bool good = read_line(cx, in, out);
    (void)fclose(in);
    return good;
}

/* To standard error: standard output may be going to a file. */
static void say(const char *prompt)
{
    (void)fprintf(stderr, "%s: ", prompt);
    (void)fflush(stderr);
}

bool ask_line(struct ctx *cx, const char *prompt, const char **out)
{
    if (isatty(STDIN_FILENO))
        say(prompt);
    return read_line(cx, stdin, out);
}

static bool ask_hidden(struct ctx *cx, const char *prompt, const char **out)
{
    struct termios before, hidden;

    say(prompt);
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return read_line(cx, stdin, out);
    hidden = before;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    bool good = read_line(cx, stdin, out);
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    (void)fputc('\n', stderr);
    return good;
}

bool ask_password(struct ctx *cx, const char *prompt, const char **out)
{
    const char *again = "";

    if (!isatty(STDIN_FILENO))
        return read_line(cx, stdin, out);
    if (!ask_hidden(cx, prompt, out) || !ask_hidden(cx, "Once more", &again))
        return false;
    return strcmp(*out, again) == 0 ||
           fail(cx, ERR_INVALID, NULL,
                "The two are not the same. Please try again.");
}
