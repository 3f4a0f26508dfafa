/* db/db_int.h - what the two engines share. */
#ifndef DB_DB_INT_H
#define DB_DB_INT_H

#include "db/db.h"

enum { DB_PARAMETERS_MAX = 24, DB_VALUE_MAX = 256 << 20, DB_ONCE_SLOTS = 64 };

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB };

struct value {
    enum value_kind kind;
    int64_t number;
    struct blob bytes; /* text too; kept alive by the caller until db_row */
};

struct query {
    struct ctx *cx;
    const struct engine *engine;
    const char *sql;
    const char *file; /* where in our source, for the log */
    int line;
    struct {
        struct value *at;
        size_t n, cap;
    } put;
    int got;
    bool started, over, failed;
    void *run;                  /* the engine's own */
    struct query *next, **link; /* among those that run on this connection */
};

enum step { STEP_ROW, STEP_END, STEP_FAILED };

/* One way to keep rows. Functions that fail have said why through
 * db_broken(). */
struct engine {
    struct db *(*open)(struct arena *mem, const char *where, enum db_mode mode,
                       const char **why);
    void (*close)(struct db *db);
    bool (*is_broken)(const struct db *db); /* NULL: it cannot be */
    bool (*start)(struct query *q);         /* prepare, bind, send */
    enum step (*step)(struct query *q);
    void (*finish)(struct query *q); /* after start, whatever it said */
    int (*columns)(struct query *q); /* of the row that was stepped to */
    enum value_kind (*kind)(struct query *q, int column);
    int64_t (*get_int)(struct query *q, int column);
    struct blob (*get_text)(struct query *q, int column); /* until next step */
    struct blob (*get_blob)(struct query *q, int column); /* Owns: cx->mem */
    bool (*script)(struct ctx *cx, const char *sql); /* several statements */
    bool (*has_table)(struct ctx *cx, const char *name, bool *has);
    bool is_server;
    const char *begin_read, *begin_write;
    const char *next_ids; /* SQL that gives the last of ids_at_once numbers */
    int ids_at_once;
};

struct db {
    const struct engine *engine;
    enum db_mode mode;
    bool in_transaction;
    bool doomed; /* it failed, and was not yet taken back */
    struct query *running;
    struct found *once[DB_ONCE_SLOTS]; /* what this transaction found: once.c */
    int64_t id, last_id; /* those after id, up to last_id, are taken already */
};

extern const struct engine sqlite_engine, pg_engine, once_engine;

/* Note a failure of q; false. The text is for the log, with where it was; who
 * reads a CONFLICT or UNAVAILABLE gets a sentence of ours. */
bool db_broken(struct query *q, enum err_code code, const char *text);

/* Made by tools/embed-sql from every folder's sql/, in order of their names. */
extern const struct migration {
    const char *name;        /* 202611231200_keys */
    const char *sqlite, *pg; /* the statements, in each dialect */
} db_migrations[];
extern const size_t db_migrations_n;

#endif
