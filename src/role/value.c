#include "role/value.h"

#include "base/lang.h"

const struct value values[VALUES] = {
    {N_("Voluntary"),
     N_("Is anyone being told to see you? What did we do about it?")},
    {N_("Hopeful"), N_("Where did you hold hope this month?")},
    {N_("Open minded"), N_("What surprised you?")},
    {N_("Empathetic"), N_("What did your own experience let you understand?")},
    {N_("Respectful"), N_("What words did you have to correct?")},
    {N_("Helps change happen"), N_("What rule is in the way?")},
    {N_("Honest and direct"), N_("What was hard to say?")},
    {N_("Mutual"), N_("What did you receive?")},
    {N_("Power is shared"), N_("Who decided?")},
    {N_("Looks for strengths"), N_("What is strong here?")},
    {N_("Transparent"), N_("Did they know what would be shared?")},
    {N_("Led by the person"), N_("Whose goal was it?")},
};

const struct value *value_of_month(struct date day)
{
    int y, m, d;

    date_split(day, &y, &m, &d);
    return &values[m - 1];
}
