#include "council/council.h"

#include "auth/auth.h"
#include "base/text.h"
#include "db/db.h"
#include "keys/keys.h"

static struct place shown_place(int64_t id, struct person_id who)
{
    return (struct place){"council_member.shown", id, who};
}

/* --- who --- */

/* The actor's own seat; 0: none in its term. */
static bool own_seat(struct ctx *cx, int64_t *id, const char **shown)
{
    struct query *q = db_sql(cx, "SELECT id, shown FROM council_member"
                                 " WHERE person = $1 AND until >= $2");

    *id = 0;
    *shown = "";
    db_put_int(q, cx->actor->person.v);
    db_put_date(q, day_of(cx->now));
    if (db_row(q)) {
        *id = db_get_int(q);
        *shown = seal_get(q, shown_place(*id, cx->actor->person));
    }
    return db_end(q);
}

bool council_part(struct ctx *cx, struct council_part *out)
{
    int64_t id = 0;

    *out = (struct council_part){.leads = cx->actor->role == ROLE_SUPERVISOR,
                                 .shown = ""};
    if (!cx->actor->person.v)
        return true;
    if (!own_seat(cx, &id, &out->shown))
        return false;
    out->sits = id != 0 && !out->leads; /* who answers does not ask */
    return true;
}

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
    return text_length(words) <= COUNCIL_WORDS_MAX ||
           fail(cx, ERR_INVALID, field,
                "Please make it shorter: at most %d letters.",
                COUNCIL_WORDS_MAX);
}

bool council_members(struct ctx *cx, struct council_members *out)
{
    struct query *q =
        db_sql(cx, "SELECT id, person, shown, until, paid FROM council_member"
                   " WHERE until >= $1 ORDER BY id");

    *out = (struct council_members){0};
    db_put_date(q, day_of(cx->now));
    while (db_row(q)) {
        struct council_member *m = LIST_PUSH(cx->mem, out);
        *m = (struct council_member){.id = db_get_int(q)};
        struct person_id who = {db_get_int(q)};
        m->shown = seal_get(q, shown_place(m->id, who));
        m->until = db_get_date(q);
        m->paid = db_get_bool(q);
    }
    return db_end(q);
}

bool council_member_add(struct ctx *cx, const char *sign_in, struct date until,
                        bool paid)
{
    struct account a;

    if (!has_part(cx, LEADS))
        return false;
    if (!*sign_in)
        return fail(cx, ERR_INVALID, "name",
                    "Please write the sign-in name of the new member.");
    if (!date_is_set(until))
        return fail(cx, ERR_INVALID, "until",
                    "Please choose the last day of the term.");
    if (until.days < day_of(cx->now).days)
        return fail(cx, ERR_INVALID, "until",
                    "Please choose a day still to come.");
    if (!account_find(cx, sign_in, &a)) {
        if (cx->err.code != ERR_NOTFOUND)
            return false;
        ctx_forgive(cx);
        return fail(cx, ERR_INVALID, "name",
                    "Nobody signs in by that name here. Please ask them how "
                    "they write it.");
    }
    if (a.role == ROLE_SUPERVISOR)
        return fail(cx, ERR_INVALID, "name",
                    "Whoever answers for the board cannot sit on the council.");
    int64_t id = db_new_id(cx);
    struct query *q = db_sql(
        cx, "INSERT INTO council_member (id, person, shown, since, until, paid)"
            " VALUES ($1, $2, NULL, $3, $4, $5) ON CONFLICT (person)"
            " DO UPDATE SET until = excluded.until, paid = excluded.paid");
    db_put_int(q, id);
    db_put_int(q, a.person.v);
    db_put_date(q, day_of(cx->now));
    db_put_date(q, until);
    db_put_int(q, paid);
    return db_end(q) && id;
}

bool council_member_end(struct ctx *cx, int64_t member)
{
    if (!has_part(cx, LEADS))
        return false;
    struct query *q =
        db_sql(cx, "DELETE FROM council_vote WHERE person IN"
                   " (SELECT m.person FROM council_member m WHERE m.id = $1)");
    db_put_int(q, member);
    if (!db_end(q))
        return false;
    q = db_sql(cx, "UPDATE council_member SET until = $1 WHERE id = $2"
                   " RETURNING id");
    db_put_date(q, (struct date){day_of(cx->now).days - 1});
    db_put_int(q, member);
    return db_end_one(q);
}

bool council_name(struct ctx *cx, const char *shown)
{
    int64_t id = 0;
    const char *before;

    if (!has_part(cx, SITS) || !own_seat(cx, &id, &before))
        return false;
    if (text_length(shown) > COUNCIL_NAME_MAX)
        return fail(cx, ERR_INVALID, "shown",
                    "Please make it shorter: at most %d letters.",
                    COUNCIL_NAME_MAX);
    struct query *q =
        db_sql(cx, "UPDATE council_member SET shown = $1 WHERE id = $2");
    seal_put(q, shown_place(id, cx->actor->person), *shown ? shown : NULL);
    db_put_int(q, id);
    return db_end(q);
}

/* --- what we say --- */

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
            " (SELECT COUNT(*) FROM council_member WHERE until >= $2)");
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
            " WHERE w.proposal = p.id AND w.person = $1)"
            " FROM council_proposal p ORDER BY p.id DESC LIMIT $2");
    const int32_t today = day_of(cx->now).days;

    *out = (struct council_proposals){0};
    db_put_int(q, cx->actor->person.v);
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
        p->late = p->state == COUNCIL_ASKED && !date_is_set(p->answered) &&
                  date_is_set(p->due) && p->due.days < today;
    }
    return db_end(q);
}
