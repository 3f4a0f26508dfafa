/* db/db.h - SQL, the same text for SQLite and PostgreSQL.
 *
 *   struct query *q = db_sql(cx, "SELECT name FROM ... WHERE id = $1");
 *   db_put_int(q, id.v);
 *   while (db_row(q))
 *       use(db_get_text(q));
 *   return db_end(q);
 *
 * Parameters are put, and columns got, in order. A failure makes the calls that
 * follow do nothing (a get gives 0 or ""); db_end() reports it, so it is the
 * only call to check. There is no way to build SQL at run time: the text is a
 * literal, and tools/check-sql prepares every one of them on both engines.
 * Statements are prepared once a connection and kept.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/ctx.h"
#include "base/date.h"
#include "base/text.h"

struct query;

/* The "" makes anything but a string literal a compile error. */
#define db_sql(cx, sql) db_sql_at((cx), "" sql "", __FILE__, __LINE__)

struct query *db_sql_at(struct ctx *cx, const char *sql, const char *file,
                        int line);

/* For what several ask on one page, few rows each: in a transaction that only
 * reads, the rows of a literal with the same values are asked for once, all of
 * them, and told again from memory. Elsewhere it changes nothing. Gives q:
 * struct query *q = db_once(db_sql(cx, "SELECT ...")). */
struct query *db_once(struct query *q);

void db_put_int(struct query *q, int64_t v);
void db_put_text(struct query *q, const char *s); /* NULL is SQL NULL */
void db_put_blob(struct query *q, struct blob b); /* NULL at is SQL NULL */
void db_put_date(struct query *q, struct date d); /* DATE_NONE is SQL NULL */
void db_put_time(struct query *q, int64_t t);     /* TIME_NONE is SQL NULL */
void db_put_null(struct query *q);

/* Step to the next row; false at the end and on failure (see db_end). */
bool db_row(struct query *q);

int64_t db_get_int(struct query *q);      /* SQL NULL gives 0 */
const char *db_get_text(struct query *q); /* Owns: cx->mem. SQL NULL gives "" */
struct blob db_get_blob(struct query *q); /* Owns: cx->mem. SQL NULL: {0} */
struct date db_get_date(struct query *q);
int64_t db_get_time(struct query *q); /* SQL NULL gives TIME_NONE */
bool db_get_bool(struct query *q);

/* Run what is left to run and close. A query that is never ended holds on until
 * its transaction, connection or arena ends. False: cx->err says why.
 * Errors: ERR_CONFLICT for a row that is there already or that others refer to;
 * ERR_UNAVAILABLE when the store is busy, full or gone, or (PostgreSQL) when
 * another writer got in between: the transaction may be tried again;
 * ERR_INTERNAL for anything else. */
MUST_CHECK bool db_end(struct query *q);

/* The same for what changes one row that must be there and gives something
 * back of it (RETURNING). Errors: also ERR_NOTFOUND when it was not there. */
MUST_CHECK bool db_end_one(struct query *q);

/* A query that could not go on for a reason of the caller's (a value that does
 * not open, say): cx->err is set already; the rest of q does nothing. */
void db_break(struct query *q);

struct ctx *db_ctx(struct query *q);

/* The next id: one sequence for all tables, so that an id of one kind is never
 * the id of another. Needs a write transaction. 0 on failure (cx->err). */
int64_t db_new_id(struct ctx *cx);

/* --- connections and transactions: for main, frame and tests --- */

/* DB_READ refuses every change. A SQLite file must be there, but for DB_MAKE,
 * which is DB_WRITE that makes one. */
enum db_mode { DB_READ, DB_WRITE, DB_MAKE };

/* Open where: a SQLite file, ":memory:", or "postgresql://...". NULL: *why says
 * it (static or in mem). Owns: the caller calls db_close(). One connection is
 * one thread's at a time. */
struct db *db_open(struct arena *mem, const char *where, enum db_mode mode,
                   const char **why);
void db_close(struct db *db);

/* Whether where is the address of a PostgreSQL server. */
bool db_names_server(const char *where);

/* Opened with DB_WRITE: what it reads may not be committed yet. */
bool db_may_write(const struct db *db);

/* True for PostgreSQL: several writers may run side by side. */
bool db_is_server(const struct db *db);

/* True once the connection is of no more use: its owner closes it and opens
 * another. Until then every query fails with ERR_UNAVAILABLE. */
bool db_is_broken(const struct db *db);

/* A transaction on a DB_READ connection sees one moment. Those of writers are
 * as if one came after the other, on both engines, so that a rule may look and
 * then act. After a query failed in it, a transaction does nothing more until
 * db_revert() or db_rollback(). Errors: ERR_UNAVAILABLE; when db_commit() says
 * so it may still have been done: what is sent twice must count once. */
MUST_CHECK bool db_begin(struct ctx *cx);
MUST_CHECK bool db_commit(struct ctx *cx); /* on disk when it returns true */
void db_rollback(struct ctx *cx);

/* Inside a transaction: a part of it that can be taken back alone. Parts may
 * lie within parts. */
MUST_CHECK bool db_savepoint(struct ctx *cx);
MUST_CHECK bool db_release(struct ctx *cx);
void db_revert(struct ctx *cx);

/* Apply every migration not yet applied, each in its own transaction. *applied
 * counts them. Errors: ERR_CONFLICT when the store was written by a newer
 * program. */
MUST_CHECK bool db_upgrade(struct ctx *cx, int *applied);

/* True when every migration of this program is applied, and none beyond. */
MUST_CHECK bool db_is_current(struct ctx *cx, bool *current);

/* SQLite: write all of the log into the data file and empty the log, so that
 * what was erased is in neither. PostgreSQL: nothing to do. */
MUST_CHECK bool db_truncate_log(struct ctx *cx);

/* Copy the whole store, as of now, to a new SQLite file. Errors: ERR_CONFLICT
 * when the file exists; ERR_UNAVAILABLE on PostgreSQL (use pg_dump). */
MUST_CHECK bool db_copy_to(struct ctx *cx, const char *file);

/* SQLite: every page and every reference is as it must be. PostgreSQL: its own
 * tools say so. Errors: ERR_CONFLICT, the store is damaged. */
MUST_CHECK bool db_verify(struct ctx *cx);

#endif
