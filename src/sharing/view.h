/* sharing/view.h - what the templates of this folder show. */
#ifndef SHARING_VIEW_H
#define SHARING_VIEW_H

#include "people/people.h"
#include "sharing/access.h"
#include "sharing/glass.h"
#include "sharing/link.h"
#include "sharing/permission.h"
#include "tpl/tpl.h"
#include "web/form.h"

/* One time she allowed it. */
struct share_given {
    int64_t id; /* of the permission */
    struct date day;
    const char *words; /* of the thing; "" */
    struct date on;    /* or its day; DATE_NONE */
};

/* One thing somebody may see; as often as she allowed it in the same words. */
struct share_line {
    struct {
        struct share_given *at; /* newest first */
        size_t n, cap;
    } given;
    enum topic topic;
    const char *what; /* "my page", said already */
    const char *purpose;
    bool apart;    /* they walk together no more: nothing is seen now */
    int64_t until; /* TIME_NONE: till she ends it */
    struct date
        last; /* the last whole day; DATE_NONE when it ends within one */
    struct date first; /* it begins on a day to come; DATE_NONE: it has begun */
};

/* Somebody, and all they may see. */
struct share_reader {
    int64_t id;
    const char *name, *initials;
    bool link;
    struct date end; /* the day all of it ends; DATE_NONE: not on one day */
    struct {
        struct share_line *at;
        size_t n, cap;
    } lines;
};

/* A yes that is over: she ended it, or its time came. */
struct share_past {
    const char *name, *what;
    struct date day;
    bool ended; /* by her */
    bool shut;  /* by wrong codes */
};

struct share_view {
    struct {
        struct share_past *at;
        size_t n, cap;
    } past; /* newest first; only on the page */
    struct persons peers;
    struct {
        struct share_reader *at;
        size_t n, cap;
    } readers;
    int more;              /* readers a short list has no room for */
    struct html elsewhere; /* who sees something by a choice made in another
                              folder: "me.sharing", on Home "me.sees" */
    struct html coming;    /* who cannot read yet: slot "me.not_yet" */
    bool works_here; /* closed to colleagues, who keeps accounts too (R103) */
};

/* One day of looks, newest first. */
struct seen_line {
    const char *who, *what, *purpose;
    const char *words; /* of the thing, to herself; "" */
    struct date on;    /* or its day; DATE_NONE */
    enum access_what did;
    int64_t at, first;
};

struct seen_day {
    struct date day;
    bool this_year;
    struct {
        struct seen_line *at;
        size_t n, cap;
    } lines;
};

struct seen_view {
    struct {
        struct seen_day *at;
        size_t n, cap;
    } days;
    int64_t older;
    bool first;        /* the newest page */
    struct html apart; /* on it: slot "me.seen" */
};

/* Giving: what can be chosen, then what exactly will be so. */
struct give_view {
    struct persons near, others; /* her peers; everybody else */
    const char *const *topics;   /* msgids, by enum topic; NULL: not offered */
};

struct check_view {
    struct person to;
    const char *what, *purpose;
    int topic;
    bool told;         /* each look is written down */
    struct date until; /* DATE_NONE: till she ends it */
};

/* A peer's own people, and one of them. */
struct near_view {
    struct persons people;
};

struct near_person_view {
    struct person person;
};

struct code_view {
    const char *first, *code;
};

/* The door of a link. */
struct door_view {
    const char *token;
    bool shut, elsewhere, signed_in;
    int left; /* tries; LINK_TRIES: none was wrong yet */
};

/* What was shared is over. */
struct gone_view {
    const char *words; /* that came too late; "" */
};

/* One choice of who. */
void give_reader(struct tpl *t, const struct person *p);

/* The choices of what can be seen. */
void give_topics(struct tpl *t, const struct give_view *v);

void sharing_html(struct tpl *t, const struct share_view *v);
void who_sees_html(struct tpl *t, const struct share_view *v);
void seen_html(struct tpl *t, const struct seen_view *v);
void give_html(struct tpl *t, const struct give_view *v);
void give_check_html(struct tpl *t, const struct check_view *v);
void near_html(struct tpl *t, const struct near_view *v);
void near_person_html(struct tpl *t, const struct near_person_view *v);
void near_code_html(struct tpl *t, const struct code_view *v);
void door_html(struct tpl *t, const struct door_view *v);
void gone_html(struct tpl *t, const struct gone_view *v);

/* My copy: all that is kept about me. */
struct copy {
    bool shared_device; /* nothing may stay behind here */
};

void copy_html(struct tpl *t, const struct copy *v);

/* Two open how a colleague may be reached. */
struct glass_page {
    struct person_id me;
    struct glasses list;
    struct persons staff;
    bool saved;
};

struct glass_one {
    struct glass g;
    bool served;
    struct html reach; /* slot "glass.one" */
};

struct glass_panel {
    bool waits; /* for who acts to agree */
};

/* One of them: to close it; on her page; on her Home, twice. */
struct glass_close {
    const struct glass *g;
};

struct glass_told {
    const struct glass *g;
};

struct glass_sees {
    const struct glass *g;
};

struct glass_home {
    const struct glass *g;
};

struct glass_tolds {
    struct glasses list;
};

void glass_page_html(struct tpl *t, const struct glass_page *v);
void glass_one_html(struct tpl *t, const struct glass_one *v);
void glass_close_html(struct tpl *t, const struct glass_close *v);
void glass_panel_html(struct tpl *t, const struct glass_panel *v);
void glass_told_html(struct tpl *t, const struct glass_told *v);
void glass_tolds_html(struct tpl *t, const struct glass_tolds *v);
void glass_sees_html(struct tpl *t, const struct glass_sees *v);
void glass_home_html(struct tpl *t, const struct glass_home *v);

#endif
