#include "shelf/ours.h"

#include "base/lang.h"

const struct shelf_our shelf_ours[SHELF_OURS + 1] = {
    {SHELF_TAGS, ""},
    {SHELF_FIRST, N_("What would you rather talk about today?")},
    {SHELF_FIRST, N_("What should I never ask you?")},
    {SHELF_EVERYDAY, N_("What did you have to eat when you were small?")},
    {SHELF_EVERYDAY, N_("Which song do you put on when you are alone?")},
    {SHELF_HOME, N_("What is on your wall, and how did it get there?")},
    {SHELF_HOME, N_("Where in your home do you like to sit?")},
    {SHELF_PEOPLE, N_("Who would laugh if they saw us two right now?")},
    {SHELF_PEOPLE, N_("Who taught you something you still do?")},
    {SHELF_WORK, N_("What do people ask you to help them with?")},
    {SHELF_BODY, N_("When does your body feel like yours?")},
    {SHELF_HOPE, N_("What would you do first with a good day?")},
    {SHELF_HARD, N_("What do you wish somebody had asked you back then?")},
};
