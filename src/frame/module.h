/* frame/module.h - what a folder offers to the program, as tables.
 *
 * src/meson.build lists the folders; everything else (router, places, access
 * matrix, help, settings file, export, erase) is made from these rows.
 */
#ifndef FRAME_MODULE_H
#define FRAME_MODULE_H

#include "base/json.h"
#include "frame/actor.h"
#include "frame/req.h"

/* Who may do it: the rule of a route. Two are known without a row: "public"
 * (anyone) and "signed in" (any account). */
struct capability {
    const char *name;  /* "visits.own" */
    unsigned roles;    /* ROLE_BIT(...) | ... */
    const char *words; /* what it lets one do, for the access matrix */
};

/* Threads for what would block: argon2id; gathering and exports; drawing on
 * paper, in a process of its own. */
enum pool { POOL_NONE, POOL_PASSWORD, POOL_WORK, POOL_PAPER };

/* One address of the program. A row without may does not start: "public" is
 * something one has to write. POST rows get the same-origin and CSRF check, the
 * once check, a write transaction, and a commit when run returns true. */
struct route {
    enum method method;
    const char *path; /* {name} is one part, read with req_id or req_part */
    const char *may;  /* the capability the actor needs */
    bool (*run)(struct req *rq);
    bool (*again)(struct req *rq); /* POST: the page to show on ERR_INVALID */
    const char *title;             /* a msgid */
    /* Work that would block: run first, on a thread of this pool, with a
     * read-only connection. What it finds out goes through req_keep(). */
    bool (*before)(struct req *rq);
    enum pool pool;
    size_t body_max; /* bytes; 0: HTTP_BODY_MAX */
    bool
        no_csrf; /* POST: a beacon has no such field; Origin is still checked */
    bool no_draft;     /* POST: the words are of somebody else, or about them;
                          whoever types keeps none, and none outlives that person */
    bool asset;        /* GET: the same for everybody; nobody is looked up */
    const char *place; /* the place in the bar it belongs to, when its own path
                          is not below that one's; "/": the first one there */
};

/* One place in the bar that is always in sight. */
struct bar_place {
    unsigned roles;
    int order;
    const char *words, *path, *icon;                     /* words: a msgid */
    const char *(*said)(struct arena *mem, enum lang l); /* in its place, when
                                                            the agency says it
                                                            its own way */
};

/* A part that a folder draws on a page of another: the slot's page draws what
 * it is offered, in order. */
struct panel {
    const char
        *slot; /* "me.home": the README of the page's folder lists them */
    int order;
    const char *may; /* capability */
    bool (*draw)(struct req *rq, struct tpl *t);
};

/* One command of the terminal. argv[0] is the first word after the command's
 * own. Return false after fail(): the sentence is printed, exit status 1 (2 for
 * ERR_INVALID). */
struct command {
    const char *words, *args, *help;
    bool (*run)(struct ctx *cx, int argc, char **argv);
    bool needs_store; /* open data directory, keys and write connection first,
                         in one transaction that is committed on true */
    const char *more; /* the rest of --help, or NULL */
};

/* For --help of a command that opens the store by itself; needs_store says
 * them anyway. */
#define STORE_OPTIONS                                                    \
    "  --data DIR                the data directory\n"                   \
    "  --database URL            a postgresql:// store, when the "       \
    "settings do not name it\n"                                          \
    "  --key FILE                the master key, if it is not DIR.key\n" \
    "  --passphrase-file FILE    a passphrase instead of a key file\n"

/* Work that comes back: on the writer, in a transaction of its own. */
struct job {
    const char *name;
    int every_seconds;
    bool (*run)(struct ctx *cx);
};

/* Something happened in a low folder that a higher one may answer, in the same
 * transaction. Names are in the raising folder's header. */
struct listener {
    const char *event;
    bool (*hear)(struct ctx *cx, const void *what);
};

enum setting_kind { SETTING_TEXT, SETTING_NUMBER };

struct setting {
    const char *name; /* "auth.idle_minutes" */
    enum setting_kind kind;
    const char *value;   /* when the file does not say; "": may be empty */
    int64_t least, most; /* NUMBER */
    const char *unit;    /* "minutes", or NULL */
    const char *words;   /* what it is for: settings file and manual */
    bool (*good)(const char *value); /* TEXT: NULL when any will do */
};

struct module {
    const char *name;
    const struct capability *capabilities;
    const struct route *routes;
    const struct bar_place *places;
    const struct panel *panels;
    const struct command *commands;
    const struct job *jobs;
    const struct listener *listeners;
    const struct setting *settings;
    /* Everything kept about one person, as members of the object that is open
     * in out; and all of it gone. Every folder with a table that has a person
     * column must fill both: tools/check-person-tables. */
    bool (*export_person)(struct ctx *cx, struct person_id p,
                          struct json_out *out);
    bool (*erase_person)(struct ctx *cx, struct person_id p);
};

/* The modules of this program, in the order of src/DEPS; NULL at the end. */
extern const struct module *const modules[];

/* Tell every listener, in the order of modules, and stop at the first that
 * fails. what is the event's own, as its header says; NULL when there is
 * nothing to say. Errors: the listener's. */
MUST_CHECK bool raise_event(struct ctx *cx, const char *event,
                            const void *what);

/* Draw every panel of a slot that the actor may see. */
bool draw_panels(struct req *rq, const char *slot);

/* The same as a piece of markup, for a page that has a place for it in its own
 * template; "" when nobody draws there. Owns: cx->mem. */
MUST_CHECK bool panels_html(struct req *rq, const char *slot, struct html *out);

bool role_can(enum role r, const char *capability);

/* ROLE_BIT of each that has this capability. */
unsigned roles_that_can(const char *capability);

#endif
