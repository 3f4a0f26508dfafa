/* Time that peers of the made-up program gave: Ruth with Denise, one record
 * both were done with, one that waits; a try; others this week. R12, R16, R21
 * to R23, gap 3. */
#include "contacts/given.h"
#include "contacts/own.h"
#include "contacts/together.h"
#include "demo/demo_int.h"

enum { DENISE, ANA, ELEVEN = 11 * 60, FIVE = 17 * 60 };

static bool was_with(struct demo *d, const struct person *peer,
                     const struct person *her, int days, struct contact *c)
{
    demo_act(d, peer, time_at(demo_day(d, days), ELEVEN));
    c->person = her->id;
    c->day = demo_day(d, days);
    c->where_words = c->where_words ? c->where_words : "";
    return contact_log(d->cx, c);
}

/* What Ruth drafted; Denise reads it, and both are done. */
static bool with_denise(struct demo *d, const struct person *ruth,
                        const struct person *denise)
{
    struct contact c = {.kind = CONTACT_TALKED,
                        .where = WHERE_HOME,
                        .being = 35,
                        .working = 30};
    const struct line_words lines = {{"We looked at two courses.",
                                      "We ask again about the heat.", "", "",
                                      "", "", "", ""}};

    if (!was_with(d, ruth, denise, -6, &c) ||
        !contact_write(d->cx, &c, 0, &lines) || !contact_done(d->cx, &c))
        return false;
    demo_act(d, denise, time_at(demo_day(d, -6), FIVE));
    return contact_done(d->cx, &c) &&
           contact_add(d->cx, &c, ADDED_DIFFERENT,
                       "I liked the first course more than it sounds.") &&
           given_let(d->cx, c.id, demo_staff(d, "rao")->id, demo_day(d, 14));
}

static bool waits_for_denise(struct demo *d, const struct person *ruth,
                             const struct person *denise)
{
    struct contact c = {.kind = CONTACT_WORKED,
                        .where = WHERE_OUTSIDE,
                        .where_words = "the bench by the river",
                        .being = 20,
                        .working = 25};
    const struct line_words lines = {
        {"We talked about family.", "We wrote down three questions.",
         "Ruth brings the leaflet.", "", "", "", "", ""}};

    return was_with(d, ruth, denise, 0, &c) &&
           contact_write(d->cx, &c, 0, &lines) && contact_done(d->cx, &c) &&
           own_keep(d->cx, c.day, OWN_LISTENED | OWN_DID_NOT_PUSH);
}

/* Some time of a member with her own peer today. */
static struct contact time_of(int member)
{
    const bool a_try = member % 3 == 0 || member == ANA;

    return (struct contact){.kind = a_try ? CONTACT_NOTE : CONTACT_TALKED,
                            .where = WHERE_HERE,
                            .being = a_try ? 0 : 10 + 5 * (member % 7),
                            .working = member % 3 == 2 ? 15 : 0};
}

/* Some just talked, and that is whole; of what others wrote, both said done of
 * most. */
static bool signs(struct demo *d, int member, struct contact *c)
{
    const struct line_words lines = {
        {"We planned the week.", "", "", "", "", "", "", ""}};

    if (!contact_is_signed_by_both(c) || (member % 3 == 1 && member % 5 != 0))
        return true;
    if (!contact_write(d->cx, c, 0, &lines) || !contact_done(d->cx, c))
        return false;
    demo_act(d, &d->members[member], time_at(demo_day(d, 0), FIVE));
    return member % 5 == 0 || contact_done(d->cx, c);
}

/* Everybody had some time with their own peer today; but Ana, whom Ruth could
 * only leave a note (R17: it has been a while). */
static bool with_others(struct demo *d)
{
    for (int i = 1; i < CAST_MEMBERS; i++) {
        struct contact c = time_of(i);
        const struct person *peer = demo_staff(d, cast_members[i].peer);
        if (!was_with(d, peer, &d->members[i], 0, &c) || !signs(d, i, &c))
            return false;
    }
    return true;
}

bool demo_contacts(struct demo *d)
{
    const struct person *denise = &d->members[DENISE];
    const struct person *ruth = demo_staff(d, "ruth");
    struct contact note = {.kind = CONTACT_NOTE};

    return was_with(d, ruth, denise, -12, &note) &&
           with_denise(d, ruth, denise) && waits_for_denise(d, ruth, denise) &&
           with_others(d);
}
