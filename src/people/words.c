/* The agency's own words for those it walks with. */
#include "base/text.h"
#include "frame/settings.h"
#include "people/people.h"

const char *word_persons(enum lang l)
{
    return setting_text(l == LANG_ES ? "words.persons.es" : "words.persons.en");
}

const char *word_all_persons(enum lang l)
{
    return setting_text(l == LANG_ES ? "words.all_persons.es"
                                     : "words.persons.en");
}

const char *word_person(enum lang l)
{
    return setting_text(l == LANG_ES ? "words.person.es" : "words.person.en");
}

const char *word_persons_title(struct arena *mem, enum lang l)
{
    return text_capital(mem, word_persons(l));
}
