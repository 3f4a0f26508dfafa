/* Accounts, from the terminal. What has to be asked is asked before the store
 * is held, so that a running program never waits for somebody who types. */
#include <stdio.h>
#include <string.h>

#include "auth/auth.h"
#include "cli/ask.h"
#include "people/people_int.h"
#include "store/store.h"

/* What "user add" and "init" were told. */
struct wanted {
    const char *name, *person, *role, *title, *served, *password_file;
    const char *program, *password;
};

static bool open_with(struct ctx *cx, int argc, char **argv,
                      const struct cli_option *more, int words)
{
    struct store s = {0};
    struct store_words w = {argc, argv, more};

    if (!store_arguments(cx, &w, &s))
        return false;
    if (w.argc != words)
        return fail(cx, ERR_INVALID, NULL,
                    "Please look at --help: %d words are needed.", words);
    return store_open(cx, &s);
}

static bool get_password(struct ctx *cx, struct wanted *w)
{
    return (w->password_file ? ask_file(cx, w->password_file, &w->password)
                             : ask_password(cx, "Password", &w->password)) &&
           password_check(cx, w->password, w->name);
}

static bool read_role(struct ctx *cx, const char *word, enum role *role)
{
    *role = strcmp(word, "case-manager") == 0 ? ROLE_CASE_MANAGER
            : strcmp(word, "admin") == 0      ? ROLE_ADMIN
                                              : role_parse(word);
    return *role != ROLE_NONE ||
           fail(cx, ERR_INVALID, NULL, "\"%s\" is not a role.", word);
}

/* Somebody new when a role is given, else somebody who is here. */
static bool whose_account(struct ctx *cx, const struct wanted *w,
                          struct account *a)
{
    struct person p = {.name = w->person, .title = w->title};

    if (!w->role) {
        if (!person_named(cx, w->person, &p))
            return false;
    } else if (!read_role(cx, w->role, &p.role) ||
               !program_only(cx, &p.program) || !person_add(cx, &p)) {
        return false;
    }
    *a = (struct account){.person = p.id,
                          .program = p.program,
                          .role = w->served ? ROLE_PERSON : p.role};
    return true;
}

static bool add_account(struct ctx *cx, void *what)
{
    const struct wanted *w = what;
    struct account a;

    return whose_account(cx, w, &a) &&
           account_add(cx, &a, w->name, w->password);
}

bool user_add_command(struct ctx *cx, int argc, char **argv)
{
    struct wanted w = {.title = ""};
    const struct cli_option options[] = {
        {"--role", "ROLE", &w.role},
        {"--title", "TEXT", &w.title},
        {"--served", NULL, &w.served},
        {"--password-file", "FILE", &w.password_file},
        {0}};

    if (!open_with(cx, argc, argv, options, 2))
        return false;
    w.name = argv[0];
    w.person = argv[1];
    if (!get_password(cx, &w) || !store_change(cx, add_account, &w))
        return false;
    (void)printf("%s can sign in as %s.\n", w.person, w.name);
    return true;
}

bool user_list_command(struct ctx *cx, int argc, char **argv)
{
    struct accounts all;

    if (!open_with(cx, argc, argv, NULL, 0) || !account_list(cx, 0, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        const struct account *a = &all.at[i];
        struct person p;
        if (!person_get(cx, a->person, &p))
            return false;
        (void)printf("%s\t%s\t%s\t%s\n", a->name, role_name(a->role), p.name,
                     a->disabled ? "disabled" : "");
    }
    return true;
}

/* Change one account, found by its sign-in name. */
struct change {
    const char *name, *password;
    const char *done; /* what to say, with the name */
    bool (*work)(struct ctx *cx, int64_t account);
};

static bool change_account(struct ctx *cx, void *what)
{
    const struct change *c = what;
    struct account a;

    if (!account_find(cx, c->name, &a))
        return false;
    return c->work ? c->work(cx, a.id)
                   : account_set_password(cx, a.id, c->password);
}

static bool change(struct ctx *cx, struct change c)
{
    if (!store_change(cx, change_account, &c))
        return false;
    (void)printf("%s %s\n", c.name, c.done);
    return true;
}

bool user_disable_command(struct ctx *cx, int argc, char **argv)
{
    return open_with(cx, argc, argv, NULL, 1) &&
           change(cx, (struct change){
                          .name = argv[0],
                          .work = account_disable,
                          .done = "cannot sign in any more, and is signed out "
                                  "everywhere."});
}

bool user_enable_command(struct ctx *cx, int argc, char **argv)
{
    return open_with(cx, argc, argv, NULL, 1) &&
           change(cx, (struct change){.name = argv[0],
                                      .work = account_enable,
                                      .done = "can sign in again."});
}

bool user_password_command(struct ctx *cx, int argc, char **argv)
{
    struct wanted w = {0};
    const struct cli_option options[] = {
        {"--password-file", "FILE", &w.password_file}, {0}};

    if (!open_with(cx, argc, argv, options, 1))
        return false;
    w.name = argv[0];
    return get_password(cx, &w) &&
           change(cx, (struct change){.name = w.name,
                                      .password = w.password,
                                      .done = "has a new password, and is "
                                              "signed out everywhere."});
}

static bool ask_for(struct ctx *cx, const char *prompt, const char **value)
{
    if (!*value && !ask_line(cx, prompt, value))
        return false;
    return **value || fail(cx, ERR_INVALID, NULL, "%s is needed.", prompt);
}

static bool first_admin(struct ctx *cx, void *what)
{
    const struct wanted *w = what;
    int64_t program = 0;

    return program_add(cx, w->program, &program) && add_account(cx, what);
}

static bool get_wanted(struct ctx *cx, struct wanted *w)
{
    return ask_for(cx, "Name of the program", &w->program) &&
           ask_for(cx, "Your name, in full", &w->person) &&
           ask_for(cx, "A name to sign in with", &w->name) &&
           get_password(cx, w);
}

bool init_command(struct ctx *cx, int argc, char **argv)
{
    struct wanted w = {.role = "administrator", .title = ""};
    const struct cli_option options[] = {
        {"--program", "NAME", &w.program},
        {"--admin", "NAME", &w.person},
        {"--sign-in", "NAME", &w.name},
        {"--password-file", "FILE", &w.password_file},
        {0}};
    struct store s = {0};
    struct store_words words = {argc, argv, options};

    if (!store_arguments(cx, &words, &s))
        return false;
    if (words.argc > 0)
        return fail(cx, ERR_INVALID, NULL, "\"%s\" is not known here.",
                    argv[0]);
    if (!store_name(cx, &s) || !get_wanted(cx, &w))
        return false;
    const struct setting_said say[] = {{"program.name", w.program}, {0}};
    s.say = say;
    if (!store_make(cx, &s, first_admin, &w))
        return false;
    (void)printf("The data is in   %s\n"
                 "Its settings in  %s/beside.conf\n"
                 "Its key in       %s\n\n"
                 "Keep a copy of the key in a safe place apart from the data:\n"
                 "without it nobody can read anything.\n"
                 "Then:  beside serve --data %s\n",
                 s.dir, s.dir,
                 s.passphrase_file ? "your passphrase" : s.key_file, s.dir);
    return true;
}
