#include "council/council.h"

#include "base/text.h"
#include "db/db.h"

enum part { SITS = 1, LEADS = 2 };

static bool has_part(struct ctx *cx, unsigned parts)
{
    struct council_part p;

    if (!council_part(cx, &p))
        return false;
    return ((parts & SITS) && p.sits) || ((parts & LEADS) && p.leads) ||
           fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

static bool words_fit(struct ctx *cx, const char *field, const char *words)
{
    return text_fits(cx, field, words, COUNCIL_WORDS_MAX);
}

bool council_propose(struct ctx *cx, const char *words)
{
    if (!has_part(cx, SITS))
        return false;
    if (!*words)
        return fail(cx, ERR_INVALID, "words", "Please write what we ask for.");
    if (!words_fit(cx, "words", words))
        return false;
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO council_proposal (id, words, state, made, yes, no,"
            " aside, answer, change) VALUES ($1, $2, $3, $4, 0, 0, 0, '', '')");
    db_put_int(q, id);
    db_put_text(q, words);
    db_put_int(q, COUNCIL_VOTING);
    db_put_date(q, day_of(cx->now));
    return db_end(q) && id;
}

static bool is_open(struct ctx *cx, int64_t id)
{
    struct query *q =
        db_sql(cx, "SELECT state FROM council_proposal WHERE id = $1");

    db_put_int(q, id);
    const bool there = db_row(q);
    const int64_t state = there ? db_get_int(q) : 0;
    if (!db_end(q))
        return false;
    if (!there)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return state == COUNCIL_VOTING ||
           fail(cx, ERR_CONFLICT, NULL, "This vote is over.");
}

bool council_vote(struct ctx *cx, int64_t id, int64_t vote)
{
    if (!has_part(cx, SITS) || !is_open(cx, id))
        return false;
    if (vote < 0 || vote >= VOTES)
        return fail(cx, ERR_INVALID, "vote", "Please choose one.");
    struct query *q =
        db_sql(cx, "INSERT INTO council_vote (proposal, person, vote)"
                   " VALUES ($1, $2, $3) ON CONFLICT (proposal, person)"
                   " DO UPDATE SET vote = excluded.vote");
    db_put_int(q, id);
    db_put_int(q, cx->actor->person.v);
    db_put_int(q, vote);
    return db_end(q);
}

/* Nobody decides alone what the council says. */
static bool enough_voted(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(
        cx, "SELECT (SELECT COUNT(*) FROM council_vote WHERE proposal = $1),"
            " (SELECT COUNT(*) FROM council_member WHERE until >= $2"
            " AND agreed IS NOT NULL)");
    int64_t votes = 0, members = 0;

    db_put_int(q, id);
    db_put_date(q, day_of(cx->now));
    if (db_row(q)) {
        votes = db_get_int(q);
        members = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    return votes >= COUNCIL_VOTES_MIN || votes >= members ||
           fail(cx, ERR_INVALID, "due",
                "One voted, or nobody yet. Two of you vote first.");
}

/* Only the numbers stay: how each voted is gone. */
static bool count_votes(struct ctx *cx, int64_t id, int64_t n[VOTES])
{
    struct query *q = db_sql(cx, "SELECT vote, COUNT(*) FROM council_vote"
                                 " WHERE proposal = $1 GROUP BY vote");

    db_put_int(q, id);
    while (db_row(q)) {
        const int64_t vote = db_get_int(q);
        if (vote >= 0 && vote < VOTES)
            n[vote] = db_get_int(q);
    }
    if (!db_end(q))
        return false;
    q = db_sql(cx, "DELETE FROM council_vote WHERE proposal = $1");
    db_put_int(q, id);
    return db_end(q);
}

bool council_close(struct ctx *cx, int64_t id, struct date due)
{
    int64_t n[VOTES] = {0};

    if (!has_part(cx, SITS) || !is_open(cx, id))
        return false;
    if (!date_is_set(due) || due.days <= day_of(cx->now).days)
        return fail(cx, ERR_INVALID, "due",
                    "Please choose a day to come for the answer.");
    if (!enough_voted(cx, id) || !count_votes(cx, id, n))
        return false;
    const bool carried = n[VOTE_YES] > n[VOTE_NO];
    struct query *q =
        db_sql(cx, "UPDATE council_proposal SET state = $1, yes = $2, no = $3,"
                   " aside = $4, due = $5 WHERE id = $6");
    db_put_int(q, carried ? COUNCIL_ASKED : COUNCIL_NOT_CARRIED);
    db_put_int(q, n[VOTE_YES]);
    db_put_int(q, n[VOTE_NO]);
    db_put_int(q, n[VOTE_ASIDE]);
    db_put_date(q, carried ? due : DATE_NONE);
    db_put_int(q, id);
    return db_end(q);
}

/* Why there is none to write: it was never asked, or it is answered. */
static bool no_answer(struct ctx *cx, int64_t id)
{
    struct query *q = db_sql(cx, "SELECT answered FROM council_proposal"
                                 " WHERE id = $1 AND answered IS NOT NULL");

    db_put_int(q, id);
    const bool answered = db_row(q);
    if (!db_end(q))
        return false;
    if (!answered)
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return fail(cx, ERR_CONFLICT, NULL,
                "The board has answered this. Its answer stays as it is.");
}

bool council_answer(struct ctx *cx, int64_t id, const char *words)
{
    if (!has_part(cx, LEADS))
        return false;
    if (!*words)
        return fail(cx, ERR_INVALID, "answer",
                    "Please write the board's answer.");
    if (!words_fit(cx, "answer", words))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE council_proposal SET answer = $1, answered = $2"
                   " WHERE id = $3 AND state = $4 AND answered IS NULL"
                   " RETURNING id");
    db_put_text(q, words);
    db_put_date(q, day_of(cx->now));
    db_put_int(q, id);
    db_put_int(q, COUNCIL_ASKED);
    const bool changed = db_row(q);
    return db_end(q) && (changed || no_answer(cx, id));
}

bool council_change(struct ctx *cx, int64_t id, const char *words)
{
    if (!has_part(cx, SITS))
        return false;
    if (!*words)
        return fail(cx, ERR_INVALID, "change", "Please write what changed.");
    if (!words_fit(cx, "change", words))
        return false;
    struct query *q =
        db_sql(cx, "UPDATE council_proposal SET change = $1 WHERE id = $2"
                   " AND state = $3 AND answered IS NOT NULL RETURNING id");
    db_put_text(q, words);
    db_put_int(q, id);
    db_put_int(q, COUNCIL_ASKED);
    return db_end_one(q);
}

bool council_proposals(struct ctx *cx, struct council_proposals *out)
{
    struct query *q = db_sql(
        cx, "SELECT p.id, p.words, p.state, p.made, p.yes, p.no, p.aside,"
            " p.due, p.answer, p.answered, p.change,"
            " (SELECT COUNT(*) FROM council_vote v WHERE v.proposal = p.id),"
            " (SELECT COALESCE(MAX(w.vote), -1) FROM council_vote w"
            " WHERE w.proposal = p.id AND w.person = $1),"
            " (SELECT COUNT(*) FROM council_vote u WHERE u.proposal = p.id"
            " AND NOT EXISTS (SELECT 1 FROM council_member m"
            " WHERE m.person = u.person AND m.until >= $2"
            " AND m.agreed IS NOT NULL))"
            " FROM council_proposal p ORDER BY p.id DESC LIMIT $3");
    const int32_t today = day_of(cx->now).days;

    *out = (struct council_proposals){0};
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    db_put_int(q, COUNCIL_SHOWN);
    while (db_row(q)) {
        struct council_proposal *p = LIST_PUSH(cx->mem, out);
        *p = (struct council_proposal){.id = db_get_int(q)};
        p->words = db_get_text(q);
        p->state = (enum council_state)db_get_int(q);
        p->made = db_get_date(q);
        p->yes = db_get_int(q);
        p->no = db_get_int(q);
        p->aside = db_get_int(q);
        p->due = db_get_date(q);
        p->answer = db_get_text(q);
        p->answered = db_get_date(q);
        p->change = db_get_text(q);
        p->votes = db_get_int(q);
        p->my_vote = (int)db_get_int(q);
        p->left = db_get_int(q);
        p->late = p->state == COUNCIL_ASKED && !date_is_set(p->answered) &&
                  date_is_set(p->due) && p->due.days < today;
    }
    return db_end(q);
}
