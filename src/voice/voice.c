#include "voice/voice.h"

#include <string.h>

#include "db/db.h"
#include "sharing/permission.h"

enum {
    WORDS = 1 << SAID_STATEMENT | 1 << SAID_TELL,
    EVERY = (1 << SAID_STATES) - 1
};

static struct person_id me(const struct ctx *cx)
{
    return cx->actor->person;
}

/* Hers, in her own account: nobody else is on this side. */
static bool is_mine(struct ctx *cx, struct said_id id)
{
    return cx->actor->role == ROLE_PERSON
               ? may(cx, MAY_SEE, (struct about){me(cx), TOPIC_STATEMENT, id.v})
               : fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
}

/* --- saying yes --- */

bool voice_shown(struct ctx *cx, struct said_id id, struct said *said,
                 struct words *words)
{
    *words = (struct words){0};
    return is_mine(cx, id) && said_get(cx, me(cx), id, said) &&
           words_read(cx, said->words, words);
}

static int64_t last_moment(struct date until)
{
    return date_is_set(until) ? end_of_day(until) : TIME_NONE;
}

static bool give_to_all(struct ctx *cx, const struct said *s,
                        const struct readers_to *to, int64_t until)
{
    const char *purpose = N_("what I want them to know");

    for (size_t i = 0; i < to->n; i++)
        if (!said_give(cx, s, to->at[i], purpose, until))
            return false;
    return true;
}

/* Whoever had the words before, or typed them, has them no more: who is named
 * now is all there is. */
static bool start_anew(struct ctx *cx, const struct draft *d)
{
    struct query *q = db_sql(cx, "UPDATE voice_draft SET told = 0"
                                 " WHERE id = $1 AND person = $2");

    db_put_int(q, d->id.v);
    db_put_int(q, d->person.v);
    return db_end(q) && typing_end(cx, d->id) &&
           permission_end_thing(
               cx, (struct about){d->person, TOPIC_STATEMENT, d->id.v});
}

bool voice_approve(struct ctx *cx, struct said_id id, const char *seen)
{
    struct draft d;
    struct said s;
    bool protects;

    if (!is_mine(cx, id) || !said_get(cx, me(cx), id, &s))
        return false;
    if (s.approved != TIME_NONE && strcmp(s.hash, seen) == 0)
        return true; /* pressed twice: whoever has it keeps it */
    if (!draft_get(cx, me(cx), id, &d) || !draft_is_whole(cx, &d) ||
        !said_approve(cx, id, seen) || !start_anew(cx, &d) ||
        !said_newest(cx, me(cx), id, &s))
        return false;
    s.until = last_moment(d.until);
    return said_set_until(cx, &s) && consent_needed(cx, &s, &protects) &&
           (protects || give_to_all(cx, &s, &d.to, s.until));
}

/* --- consent --- */

/* The newest words are those she said yes to, and d says to whom. */
static bool settled(struct ctx *cx, struct said_id id, struct said *s,
                    struct draft *d)
{
    struct said newest;

    if (!is_mine(cx, id) || !draft_get(cx, me(cx), id, d) ||
        !said_newest(cx, me(cx), id, s) || !said_get(cx, me(cx), id, &newest))
        return false;
    return newest.version == s->version ||
           fail(cx, ERR_CONFLICT, NULL,
                "There are newer words. Please read those first, and say yes.");
}

bool voice_give(struct ctx *cx, struct said_id id)
{
    struct draft d;
    struct said s;
    struct voice v;

    if (!settled(cx, id, &s, &d) || !voice_get(cx, id, &v))
        return false;
    if (!v.waiting)
        return fail(cx, ERR_CONFLICT, NULL,
                    "This cannot be given now. Please look once more.");
    return give_to_all(cx, &s, &d.to, s.until);
}

bool voice_consent(struct ctx *cx, struct said_id id, struct consent *out,
                   bool *valid)
{
    struct draft d;
    struct said s;
    struct comments all;

    *out = (struct consent){0};
    if (!settled(cx, id, &s, &d) || !consent_find(cx, &s, out) ||
        !comment_list(cx, s.person, id, &all))
        return false;
    *valid = consent_is_valid(cx, out);
    return (*valid && !comment_is_unsigned(&all, out)) ||
           consent_offer(cx, &s, &d.to, out);
}

bool voice_sign(struct ctx *cx, struct said_id id, const struct signing *by)
{
    struct draft d;
    struct said s;
    struct consent c;

    if (!settled(cx, id, &s, &d) || !consent_offer(cx, &s, &d.to, &c))
        return false;
    if (!consent_sign(cx, &s, &c, by))
        return false;
    const bool sooner = s.until != TIME_NONE && s.until < c.until;
    return give_to_all(cx, &s, &d.to, sooner ? s.until : c.until);
}

bool voice_unsign(struct ctx *cx, struct said_id id)
{
    struct said s;

    return is_mine(cx, id) && said_newest(cx, me(cx), id, &s) &&
           consent_revoke(cx, &s) &&
           permission_end_thing(cx,
                                (struct about){me(cx), TOPIC_STATEMENT, id.v});
}

bool voice_take_back(struct ctx *cx, struct said_id id)
{
    const struct said s = {.id = id, .person = me(cx)};

    return is_mine(cx, id) && said_withdraw(cx, me(cx), id) &&
           typing_end(cx, id) && consent_revoke(cx, &s);
}

/* --- whether it helped --- */

static bool say_help(struct ctx *cx, struct said_id id,
                     const struct help_said *h)
{
    return said_move(cx, me(cx), id, h->helped ? ACT_HELPED : ACT_NOT_HELPED,
                     h->why);
}

static bool end_so(struct ctx *cx, struct said_id id, const struct help_said *h)
{
    return said_end(cx, me(cx), id, h->helped ? ACT_DONE : ACT_NO_HELP,
                    h->why) &&
           typing_end(cx, id);
}

bool voice_help(struct ctx *cx, struct said_id id, const struct help_said *h)
{
    struct voice v;

    if (!voice_get(cx, id, &v))
        return false;
    if (!v.read)
        return fail(cx, ERR_CONFLICT, NULL, "Nobody has read this.");
    if (!(h->ends ? end_so(cx, id, h) : say_help(cx, id, h)))
        return false;
    struct query *q = db_sql(cx, "UPDATE voice_draft SET told = $1"
                                 " WHERE id = $2 AND person = $3");
    db_put_int(q, h->tell);
    db_put_int(q, id.v);
    db_put_int(q, me(cx).v);
    return db_end(q);
}

/* --- looking --- */

static bool is_live(const struct said *s)
{
    return s->state >= SAID_APPROVED && s->state <= SAID_ANSWERED;
}

/* Its time is not over: who has it can read it, and who has not could. */
static bool can_be_given(const struct ctx *cx, const struct said *s)
{
    return is_live(s) && (s->until == TIME_NONE || s->until > cx->now);
}

static bool needs_signature(struct ctx *cx, const struct said *s, bool *yes)
{
    struct consent c;

    *yes = false;
    if (!is_live(s))
        return true;
    if (!consent_find(cx, s, &c))
        return false;
    *yes = !consent_is_valid(cx, &c);
    return true;
}

/* Which of hers have newer words than those she said yes to. */
static bool mark_pending(struct ctx *cx, struct voice_lines *list)
{
    struct query *q = db_sql(cx, "SELECT thing FROM said_version"
                                 " WHERE person = $1 AND approved IS NULL");

    db_put_int(q, me(cx).v);
    while (db_row(q)) {
        int64_t id = db_get_int(q);
        for (size_t i = 0; i < list->n; i++)
            if (list->at[i].said.id.v == id && is_live(&list->at[i].said))
                list->at[i].pending = true;
    }
    return db_end(q);
}

/* Which of hers nobody can read, though she said yes. */
static bool mark_waiting(struct ctx *cx, struct voice_lines *list)
{
    struct permissions all;

    if (!permission_list(cx, me(cx), false, &all))
        return false;
    for (size_t i = 0; i < list->n; i++) {
        struct voice_line *l = &list->at[i];
        l->waiting = can_be_given(cx, &l->said) && !l->pending &&
                     !words_need_consent(false, &l->words);
        for (size_t k = 0; k < all.n && l->waiting; k++)
            l->waiting = all.at[k].what.topic != TOPIC_STATEMENT ||
                         all.at[k].what.thing != l->said.id.v;
    }
    return true;
}

/* Beside which of hers a comment waits for her yes: once for each author. */
static bool mark_comments(struct ctx *cx, struct voice_lines *list)
{
    struct comments all;

    if (!comment_list(cx, me(cx), (struct said_id){0}, &all))
        return false;
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < all.n; k++)
            if (all.at[k].thing.v == list->at[i].said.id.v &&
                is_live(&list->at[i].said))
                list->at[i].comment |= all.at[k].answer == COMMENT_OPEN;
    return true;
}

bool voice_typed(const struct voice_line *l)
{
    return *l->words.typed && l->said.state == SAID_DRAFT;
}

static struct voice_line *line_of(struct voice_lines *list, int64_t id)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].said.id.v == id)
            return &list->at[i];
    return NULL;
}

/* Beside which of hers a reply waits for her word. */
static bool mark_answers(struct ctx *cx, struct voice_lines *list)
{
    struct voice_line *l;
    struct query *q = db_sql(cx, "SELECT thing FROM said_reply"
                                 " WHERE person = $1 AND answer = $2");

    db_put_int(q, me(cx).v);
    db_put_int(q, REPLY_OPEN);
    while (db_row(q))
        if ((l = line_of(list, db_get_int(q))) != NULL)
            l->answer = true;
    return db_end(q);
}

/* Whether any of them read it; and who never did: "Luis", or "". */
static bool any_read(struct ctx *cx, const struct said_readers *in,
                     const char **who)
{
    struct texts names = {0};
    bool read = false;

    for (size_t i = 0; i < in->n; i++) {
        const struct said_reader *r = &in->at[i];
        if (r->read == TIME_NONE && r->read_old == TIME_NONE)
            *LIST_PUSH(cx->mem, &names) = r->name;
        else
            read = true;
    }
    *who = names_joined(cx->mem, cx->lang, &names);
    return read;
}

static bool read_missed(struct ctx *cx, const struct said *s, const char **who)
{
    struct said_readers expired;

    if (!said_readers_expired(cx, s, &expired))
        return false;
    (void)any_read(cx, &expired, who);
    return true;
}

/* Those whose time is over: who never opened them, and whether she knows. */
static bool mark_expired(struct ctx *cx, struct voice_lines *list)
{
    int seen = 0;

    for (size_t i = 0; i < list->n; i++) {
        struct voice_line *l = &list->at[i];
        if (l->said.state != SAID_EXPIRED)
            continue;
        if (!read_before(cx, l->said.id, &seen) ||
            !read_missed(cx, &l->said, &l->missed))
            return false;
        l->unseen = seen == 0;
    }
    return true;
}

bool voice_list(struct ctx *cx, struct voice_lines *out)
{
    const struct said_wish wish = {WORDS, EVERY, VOICES_SHOWN};
    struct saids all;
    bool protects;

    *out = (struct voice_lines){0};
    if (!said_list(cx, me(cx), &wish, &all) || !part2_protects(cx, &protects))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct voice_line *l = LIST_PUSH(cx->mem, out);
        *l = (struct voice_line){.said = all.at[i], .missed = ""};
        if (!words_read(cx, l->said.words, &l->words) ||
            (words_need_consent(protects, &l->words) &&
             !needs_signature(cx, &l->said, &l->unsigned_yet)))
            return false;
    }
    return mark_pending(cx, out) && mark_comments(cx, out) &&
           mark_answers(cx, out) && mark_expired(cx, out) &&
           (protects || mark_waiting(cx, out));
}

static bool read_row(struct ctx *cx, struct voice *v)
{
    struct query *q = db_sql(cx, "SELECT told FROM voice_draft"
                                 " WHERE id = $1 AND person = $2");

    db_put_int(q, v->said.id.v);
    db_put_int(q, v->said.person.v);
    if (db_row(q))
        v->told = db_get_int(q) != 0;
    return db_end(q) &&
           (!is_live(&v->said) || typing_now(cx, v->said.id, &v->typist));
}

/* Whether it helped, of the words of now; and who has read them. */
static bool read_past(struct ctx *cx, struct voice *v)
{
    const struct said *s = &v->said;

    if (!said_history(cx, s->person, s->id, &v->was))
        return false;
    for (size_t i = 0; i < v->was.n; i++) {
        const struct said_was *w = &v->was.at[i];
        if (w->act == ACT_APPROVE)
            v->help = (struct said_was){.at = TIME_NONE, .why = ""};
        else if (said_is_help(w->act))
            v->help = *w;
        v->read = (v->read && w->act != ACT_APPROVE) || w->act == ACT_DELIVER ||
                  w->act == ACT_UNDERSTAND;
    }
    if (s->state != SAID_EXPIRED)
        return true;
    if (!said_readers_expired(cx, s, &v->expired))
        return false;
    v->read |= any_read(cx, &v->expired, &v->missed);
    return true;
}

bool voice_get(struct ctx *cx, struct said_id id, struct voice *out)
{
    struct said *s = &out->said;

    *out = (struct voice){.said = {.words = ""},
                          .typist = "",
                          .help = {.at = TIME_NONE, .why = ""},
                          .missed = ""};
    if (!is_mine(cx, id) || !said_get(cx, me(cx), id, s))
        return false;
    out->pending = s->approved == TIME_NONE && s->state != SAID_DRAFT;
    if (out->pending && !said_newest(cx, me(cx), id, s))
        return false;
    if (!words_read(cx, s->words, &out->words) || !read_row(cx, out) ||
        !consent_needed(cx, s, &out->protects) ||
        !consent_find(cx, s, &out->consent) ||
        !said_readers(cx, s, &out->readers) ||
        !said_readers_before(cx, s, &out->before))
        return false;
    out->waiting = can_be_given(cx, s) && !out->protects && !out->pending &&
                   out->readers.n == 0;
    return reply_list(cx, me(cx), id, &out->replies) &&
           comment_list(cx, me(cx), id, &out->comments) && read_past(cx, out);
}
