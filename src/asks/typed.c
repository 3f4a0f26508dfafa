#include "asks/typed.h"

#include <string.h>

#include "asks/ask.h"
#include "asks/asks_int.h"
#include "sharing/permission.h"

static bool name_typist(struct ctx *cx, struct ask_draft *d)
{
    d->typed = d->typist = "";
    return !d->said.typed_by.v ||
           reader_name(cx, d->said.person, d->said.typed_by.v, &d->typed);
}

/* Hers alone to do: a peer who types has no part in it. */
static bool get_mine(struct ctx *cx, struct said_id id, struct ask_draft *out)
{
    *out = (struct ask_draft){
        .said = {.words = "", .hash = ""}, .typed = "", .typist = ""};
    if (!is_herself(cx, cx->actor->person))
        return fail(cx, ERR_NOTFOUND, NULL, "There is nothing here.");
    return ask_draft_get(cx, cx->actor->person, id, out);
}

bool ask_draft_begin(struct ctx *cx, const char *words, struct person_id peer,
                     struct said_id *id)
{
    struct said s = {.words = words, .due = DATE_NONE};

    if (!ask_begin(cx, &s) || (*words && !ask_words_fit(cx, words)) ||
        !typing_let(cx, s.id, peer, TIME_NONE))
        return false;
    *id = s.id;
    return true;
}

bool ask_drafts(struct ctx *cx, struct ask_drafts *out)
{
    const struct said_wish wish = {1U << SAID_ASK, 1U << SAID_DRAFT,
                                   ASKS_OPEN_MAX};
    struct saids all;

    *out = (struct ask_drafts){0};
    if (!said_list(cx, cx->actor->person, &wish, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct ask_draft *d = LIST_PUSH(cx->mem, out);
        d->said = all.at[i];
        if (!name_typist(cx, d))
            return false;
    }
    return true;
}

bool ask_draft_get(struct ctx *cx, struct person_id whose, struct said_id id,
                   struct ask_draft *out)
{
    if (!typing_get(cx, whose, id, SAID_ASK, &out->said) ||
        !name_typist(cx, out))
        return false;
    return !is_herself(cx, whose) || typing_now(cx, id, &out->typist);
}

/* Two may type: neither writes over words that were not before their eyes, and
 * she says yes to none that were not. */
static bool is_fresh(const struct ask_draft *d, const char *seen)
{
    return strcmp(d->said.hash, seen) == 0;
}

bool ask_draft_write(struct ctx *cx, const struct ask_draft *d,
                     const char *words, const char *seen)
{
    struct said s = d->said;

    if (strcmp(words, s.words) == 0)
        return true;
    if (!is_fresh(d, seen))
        return fail(cx, ERR_INVALID, "seen",
                    "These words were changed a moment ago. What you typed is "
                    "still here. Please look at both.");
    return ask_words_fit(cx, words) && said_write(cx, &s, words);
}

bool ask_draft_let(struct ctx *cx, struct said_id id, struct person_id peer)
{
    struct ask_draft d;

    if (!get_mine(cx, id, &d))
        return false;
    return peer.v ? typing_let(cx, id, peer, TIME_NONE) : typing_end(cx, id);
}

bool ask_draft_away(struct ctx *cx, struct said_id id)
{
    struct ask_draft d;

    return get_mine(cx, id, &d) && said_throw_away(cx, d.said.person, id) &&
           typing_end(cx, id);
}

bool ask_draft_yes(struct ctx *cx, struct said_id id, const char *seen,
                   struct date due, const struct ladder_wish *w)
{
    struct ask_draft d;

    if (!get_mine(cx, id, &d))
        return false;
    if (!is_fresh(&d, seen))
        return fail(cx, ERR_INVALID, "seen",
                    "Something changed meanwhile. Please look once more.");
    return ask_words_fit(cx, d.said.words) && ask_send(cx, &d.said, due, w) &&
           typing_end(cx, id);
}
