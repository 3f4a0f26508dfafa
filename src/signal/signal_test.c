#include "signal/card.h"

#include <string.h>

#include "contacts/contact.h"
#include "frame/settings.h"
#include "people/town_test.h"
#include "signal/knew.h"

static const char *const own[SIGNAL_PARTS] = {
    "I was where you are.", "No nurse.", "What you say.", "Just say so."};

/* R3: the shipped card says the role and no more; each word is the peer's. */
TEST(signal, a_card_is_the_peers_own_words_and_the_shipped_one_till_then)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Marín");
    struct signal_card c;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(signal_get(cx, t.ruth, &c), "%s", cx->err.text);
    cr_assert_eq(c.version, 0);
    cr_assert_str_eq(c.peer.first, "Ruth");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(signal_change(cx, own), "%s", cx->err.text);
    cr_assert(signal_change(cx, own), "the same words are no new version");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(signal_get(cx, t.ruth, &c));
    cr_assert_eq(c.version, 1);
    cr_assert_str_eq(c.part[SIGNAL_MEANS], own[SIGNAL_MEANS]);
    cr_assert_str_eq(c.part[SIGNAL_CHOOSE], own[SIGNAL_CHOOSE]);
    cr_assert(signal_get(cx, jose, &c));
    cr_assert_eq(c.version, 0, "another's is not touched");
    fails_with(cx, signal_get(cx, t.rao, &c), ERR_NOTFOUND);
    fails_with(cx, signal_get(cx, t.ana, &c), ERR_NOTFOUND);
}

TEST(signal, no_part_of_a_card_is_empty_or_a_book)
{
    struct town t = town_make(cx);
    const char *part[SIGNAL_PARTS] = {"a", "", "c", "d"};
    char *book = arena_alloc(cx->mem, SIGNAL_LETTERS_MAX + 2);

    memset(book, 'x', SIGNAL_LETTERS_MAX + 1);
    book[SIGNAL_LETTERS_MAX + 1] = '\0';
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(!signal_change(cx, part));
    cr_assert_str_eq(cx->err.field, "is_not");
    ctx_forgive(cx);
    part[SIGNAL_IS_NOT] = book;
    fails_with(cx, signal_change(cx, part), ERR_INVALID);
}

static void meet(struct ctx *cx, struct town *t)
{
    struct contact c = {.person = t->denise,
                        .kind = CONTACT_TALKED,
                        .day = day_of(cx->now),
                        .where_words = "",
                        .being = 30};

    cr_assert(settings_load(cx, NULL));
    town_act(cx, t, t->ruth, ROLE_PEER);
    cr_assert(contact_log(cx, &c), "%s", cx->err.text);
}

/* R4: she is asked once, after the two met; the peer is told to say it again.
 */
TEST(signal, she_is_asked_once_and_after_the_two_met)
{
    struct town t = town_make(cx);
    struct person_id jose = town_add(cx, t.program, ROLE_PEER, "José Marín");
    struct person peer;
    bool yes = true;

    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(knew_to_ask(cx, &peer));
    cr_assert_eq(peer.id.v, 0, "they did not meet yet");
    meet(cx, &t);
    cr_assert(knew_is_unclear(cx, t.denise, &yes));
    cr_assert(!yes, "nobody was asked");
    town_act(cx, &t, t.denise, ROLE_PERSON);
    cr_assert(knew_to_ask(cx, &peer));
    cr_assert_str_eq(peer.first, "Ruth");
    fails_with(cx, knew_answer(cx, jose, KNEW_YES), ERR_NOTFOUND);
    fails_with(cx, knew_answer(cx, t.ruth, KNEW_ANSWERS), ERR_INVALID);
    cr_assert(knew_answer(cx, t.ruth, KNEW_UNSURE));
    cr_assert(knew_to_ask(cx, &peer));
    cr_assert_eq(peer.id.v, 0, "and never again");
    town_act(cx, &t, t.ruth, ROLE_PEER);
    cr_assert(knew_is_unclear(cx, t.denise, &yes));
    cr_assert(yes);
    cr_assert(knew_told(cx, t.denise));
    cr_assert(knew_is_unclear(cx, t.denise, &yes));
    cr_assert(!yes);
}

TEST(signal, of_a_yes_and_of_a_skip_the_peer_learns_nothing)
{
    struct town t = town_make(cx);
    const enum knew quiet[] = {KNEW_YES, KNEW_SKIPPED};
    bool yes = true;

    meet(cx, &t);
    for (size_t i = 0; i < 2; i++) {
        town_act(cx, &t, t.denise, ROLE_PERSON);
        cr_assert(knew_answer(cx, t.ruth, quiet[i]));
        town_act(cx, &t, t.ruth, ROLE_PEER);
        cr_assert(knew_is_unclear(cx, t.denise, &yes));
        cr_assert(!yes);
    }
    town_act(cx, &t, town_add(cx, t.program, ROLE_SUPERVISOR, "Karen Holt"),
             ROLE_SUPERVISOR);
    fails_with(cx, knew_is_unclear(cx, t.denise, &yes), ERR_NOTFOUND);
    town_act(cx, &t, t.rao, ROLE_CLINICIAN);
    fails_with(cx, knew_is_unclear(cx, t.denise, &yes), ERR_NOTFOUND);
}
