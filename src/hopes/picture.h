/* hopes/picture.h - a picture to pick for a hope, in the place of writing or
 * beside it: our own drawings, each with its word. Source: R32 "picks a
 * picture/one word".
 */
#ifndef HOPES_PICTURE_H
#define HOPES_PICTURE_H

enum picture {
    PICTURE_NONE,
    PICTURE_HOME,
    PICTURE_WORK,
    PICTURE_LEARN,
    PICTURE_FAMILY,
    PICTURE_FRIENDS,
    PICTURE_BODY,
    PICTURE_OUTSIDE,
    PICTURE_MUSIC,
    PICTURE_PEACE,
    PICTURES
};

const char *picture_says(enum picture p); /* its word, a msgid; "" for none */

/* By its name, which is what is stored and never changes; "" for none. */
const char *picture_name(enum picture p);
enum picture picture_named(const char *name); /* unknown: none */

#endif
