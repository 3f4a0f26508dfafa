#include "voice/consent.h"

#include <ctype.h>
#include <string.h>

#include "base/json.h"
#include "db/db.h"
#include "keys/keys.h"
#include "sharing/permission.h"
#include "voice/comment.h"

enum { TEXT_MAX = 8 * 1024, SIGNED_BEFORE = 40 };

const char part2_statement[] =
    "This record which has been disclosed to you is protected by Federal "
    "confidentiality rules (42 CFR part 2). These rules prohibit you from "
    "using or disclosing this record, or testimony that describes the "
    "information contained in this record, in any civil, criminal, "
    "administrative, or legislative proceedings by any Federal, State, or "
    "local authority, against the patient, unless authorized by the consent "
    "of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized "
    "by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the "
    "Federal rules prohibit you from making any other use or disclosure of "
    "this record unless at least one of the following applies: (i) Further "
    "use or disclosure is expressly permitted by the written consent of the "
    "individual whose information is being disclosed in this record or as "
    "otherwise permitted by 42 CFR part 2. (ii) You are a covered entity or "
    "business associate and have received the record for treatment, payment, "
    "or health care operations, or (iii) You have received the record from a "
    "covered entity or business associate as permitted by 45 CFR part 164, "
    "subparts A and E. A general authorization for the release of medical or "
    "other information is NOT sufficient to meet the required elements of "
    "written consent to further use or redisclose the record (see 42 CFR "
    "2.31).";

/* --- which programs --- */

bool part2_of(struct ctx *cx, enum part2 *out)
{
    struct query *q = db_once(
        db_sql(cx, "SELECT part2 FROM voice_program WHERE program = $1"));

    *out = PART2_UNKNOWN;
    db_put_int(q, cx->actor->program);
    if (db_row(q))
        *out = (enum part2)db_get_int(q);
    return db_end(q);
}

bool part2_set(struct ctx *cx, int64_t status)
{
    if (cx->actor->role != ROLE_ADMIN)
        return fail(cx, ERR_DENIED, NULL,
                    "Only who keeps the accounts can change this.");
    if (status < PART2_UNKNOWN || status > PART2_YES)
        return fail(cx, ERR_INVALID, "part2", "Please choose one.");
    struct query *q =
        db_sql(cx, "INSERT INTO voice_program (program, part2) VALUES ($1, $2)"
                   " ON CONFLICT (program) DO UPDATE SET part2 ="
                   " excluded.part2");
    db_put_int(q, cx->actor->program);
    db_put_int(q, status);
    return db_end(q);
}

bool part2_protects(struct ctx *cx, bool *yes)
{
    enum part2 status;

    *yes = true;
    if (!part2_of(cx, &status))
        return false;
    *yes = status != PART2_NO;
    return true;
}

bool words_need_consent(bool program, const struct words *w)
{
    return program || w->part2;
}

bool consent_needed(struct ctx *cx, const struct said *s, bool *yes)
{
    struct words w;

    if (!part2_protects(cx, yes))
        return false;
    if (*yes || (s->kind != SAID_STATEMENT && s->kind != SAID_TELL))
        return true;
    if (!words_read(cx, s->words, &w))
        return false;
    *yes = words_need_consent(false, &w);
    return true;
}

/* --- one consent --- */

static struct place body_place(int64_t id, struct person_id whose)
{
    return (struct place){"voice_consent.body", id, whose};
}

static const char *write_body(struct ctx *cx, const struct consent *c)
{
    struct buf b = buf_new(cx->mem, TEXT_MAX);
    struct json_out w = {.to = &b};

    json_put_object(&w, NULL);
    json_put_text(&w, "name", c->name);
    json_put_text(&w, "from", c->from);
    json_put_text(&w, "signature", c->signature);
    json_put_int(&w, "wordsOf", c->words_of);
    json_put_texts(&w, "to", &c->to);
    json_put_texts(&w, "commentsBy", &c->by);
    json_put_texts(&w, "comments", &c->beside);
    json_put_list(&w, "ids");
    for (size_t i = 0; i < c->ids.n; i++)
        json_put_int(&w, NULL, c->ids.at[i].v);
    json_put_end(&w);
    json_put_end(&w);
    return b.at;
}

static bool read_body(struct ctx *cx, const char *text, struct consent *c)
{
    const struct json *doc;
    struct blob in = {(const unsigned char *)text, strlen(text)};

    if (!json_parse(cx, in, TEXT_MAX, &doc))
        return false;
    c->name = json_text(json_get(doc, "name"));
    c->from = json_text(json_get(doc, "from"));
    c->signature = json_text(json_get(doc, "signature"));
    c->words_of = json_int(json_get(doc, "wordsOf"), 0);
    const struct json *ids = json_get(doc, "ids");
    c->to = json_texts(cx->mem, json_get(doc, "to"));
    c->by = json_texts(cx->mem, json_get(doc, "commentsBy"));
    c->beside = json_texts(cx->mem, json_get(doc, "comments"));
    for (size_t i = 0; i < json_length(ids) && i < VOICE_READERS; i++)
        c->ids.at[c->ids.n++].v = json_int(json_at(ids, i), 0);
    return true;
}

static bool program_name(struct ctx *cx, const char **name)
{
    struct query *q =
        db_sql(cx, "SELECT name FROM people_program WHERE id = $1");

    db_put_int(q, cx->actor->program);
    *name = db_row(q) ? db_get_text(q) : "";
    return db_end(q);
}

/* The comments she said yes to go with her words. */
static bool offer_comments(struct ctx *cx, const struct said *s,
                           struct consent *out)
{
    struct comments all;

    if (!comment_list(cx, s->person, s->id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].answer == COMMENT_YES) {
            *LIST_PUSH(cx->mem, &out->by) = all.at[i].who;
            *LIST_PUSH(cx->mem, &out->beside) = all.at[i].hash;
        }
    return true;
}

bool consent_offer(struct ctx *cx, const struct said *s,
                   const struct readers_to *to, struct consent *out)
{
    struct person p = {.name = ""};

    *out = (struct consent){.signature = "",
                            .words_of = s->approved,
                            .ids = *to,
                            .until = TIME_NONE,
                            .revoked = TIME_NONE};
    if (!person_get(cx, s->person, &p) || !program_name(cx, &out->from))
        return false;
    out->name = p.name;
    for (size_t i = 0; i < to->n; i++) {
        if (!person_get(cx, to->at[i], &p))
            return false;
        *LIST_PUSH(cx->mem, &out->to) = p.name;
    }
    return offer_comments(cx, s, out);
}

static bool check_signed(struct ctx *cx, const struct consent *c,
                         struct date until)
{
    int today = day_of(cx->now).days;

    if (!*c->signature)
        return fail(cx, ERR_INVALID, "signature",
                    "Please type your name. That is how you sign.");
    if (text_length(c->signature) > CONSENT_NAME_MAX)
        return fail(cx, ERR_INVALID, "signature", "Please make this shorter.");
    return (date_is_set(until) && until.days >= today &&
            until.days <= today + CONSENT_DAYS_MAX) ||
           fail(cx, ERR_INVALID, "until",
                "Please choose a day from today to a year from now.");
}

/* The same letters, however they are spaced and whether they are large. */
static bool same_name(const char *a, const char *b)
{
    while (*a == ' ')
        a++;
    while (*b == ' ')
        b++;
    while (*a && *b) {
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        const bool gap = *a == ' ';
        for (a++; gap && *a == ' ';)
            a++;
        for (b++; gap && *b == ' ';)
            b++;
    }
    while (*a == ' ')
        a++;
    while (*b == ' ')
        b++;
    return !*a && !*b;
}

/* She signed so before, and was asked then if it was another name. */
static bool signed_before(struct ctx *cx, struct person_id whose,
                          const char *signature, bool *yes)
{
    struct query *q =
        db_sql(cx, "SELECT id, body FROM voice_consent WHERE person = $1"
                   " ORDER BY id DESC LIMIT $2");
    const char *bodies[SIGNED_BEFORE];
    size_t n = 0;

    *yes = false;
    db_put_int(q, whose.v);
    db_put_int(q, SIGNED_BEFORE);
    while (n < SIGNED_BEFORE && db_row(q)) {
        const int64_t id = db_get_int(q);
        bodies[n++] = seal_get(q, body_place(id, whose));
    }
    if (!db_end(q))
        return false;
    for (size_t i = 0; i < n && !*yes; i++) {
        struct consent c = {.signature = ""};
        if (!read_body(cx, bodies[i], &c))
            return false;
        *yes = same_name(c.signature, signature);
    }
    return true;
}

static bool is_sure(struct ctx *cx, const struct said *s,
                    const struct consent *c, bool sure)
{
    bool before = false;

    if (sure || same_name(c->signature, c->name))
        return true;
    if (!signed_before(cx, s->person, c->signature, &before))
        return false;
    return before || fail(cx, ERR_INVALID, "sure",
                          "My name here is %s. Is this how I sign?", c->name);
}

bool consent_sign(struct ctx *cx, const struct said *s, struct consent *c,
                  const struct signing *by)
{
    if (cx->actor->role != ROLE_PERSON ||
        !person_same(cx->actor->person, s->person))
        return fail(cx, ERR_DENIED, NULL, "Only the person can sign this.");
    c->signature = by->name;
    if (!check_signed(cx, c, by->until) || !is_sure(cx, s, c, by->sure))
        return false;
    c->id = db_new_id(cx);
    c->until = end_of_day(by->until);
    c->signed_at = cx->now;
    struct query *q = db_sql(
        cx, "INSERT INTO voice_consent (id, thing, version, person, body,"
            " until, signed) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    db_put_int(q, c->id);
    db_put_int(q, s->id.v);
    db_put_int(q, s->version);
    db_put_int(q, s->person.v);
    seal_put(q, body_place(c->id, s->person), write_body(cx, c));
    db_put_time(q, c->until);
    db_put_time(q, c->signed_at);
    return db_end(q);
}

bool consent_find(struct ctx *cx, const struct said *s, struct consent *out)
{
    const char *body = "";
    struct query *q =
        db_sql(cx, "SELECT id, body, until, signed, revoked FROM voice_consent"
                   " WHERE thing = $1 AND version = $2 AND person = $3"
                   " ORDER BY id DESC LIMIT 1");

    *out = (struct consent){.name = "", .from = "", .signature = ""};
    db_put_int(q, s->id.v);
    db_put_int(q, s->version);
    db_put_int(q, s->person.v);
    if (db_row(q)) {
        out->id = db_get_int(q);
        body = seal_get(q, body_place(out->id, s->person));
        out->until = db_get_time(q);
        out->signed_at = db_get_time(q);
        out->revoked = db_get_time(q);
    }
    return db_end(q) && (!out->id || read_body(cx, body, out));
}

struct date consent_last(int64_t until)
{
    return day_of(until - 1);
}

bool consent_is_valid(const struct ctx *cx, const struct consent *c)
{
    return c->id && c->revoked == TIME_NONE && c->until > cx->now &&
           *c->signature && *c->name && *c->from && c->to.n > 0;
}

bool consent_lets(struct ctx *cx, const struct said *s, int64_t reader,
                  bool *yes)
{
    struct consent c;
    bool needed;

    *yes = false;
    if (!consent_needed(cx, s, &needed))
        return false;
    if (!needed) {
        *yes = true;
        return true;
    }
    if (!consent_find(cx, s, &c))
        return false;
    for (size_t i = 0; i < c.ids.n; i++)
        *yes |= c.ids.at[i].v == reader && consent_is_valid(cx, &c);
    return true;
}

bool consent_revoke(struct ctx *cx, const struct said *s)
{
    if (cx->actor->role != ROLE_PERSON ||
        !person_same(cx->actor->person, s->person))
        return fail(cx, ERR_DENIED, NULL, "Only the person can take it back.");
    struct query *q = db_sql(cx, "UPDATE voice_consent SET revoked = $1 WHERE"
                                 " thing = $2 AND person = $3"
                                 " AND revoked IS NULL");
    db_put_time(q, cx->now);
    db_put_int(q, s->id.v);
    db_put_int(q, s->person.v);
    return db_end(q);
}
