#include "groups/topic.h"

#include <string.h>

#include "base/text.h"

bool about_fits(enum talk level, enum about about)
{
    static const enum talk needs[ABOUTS] = {TALK_NONE, TALK_QUESTIONS,
                                            TALK_OPEN};

    return (int)about >= 0 && about < ABOUTS && level >= needs[about];
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/* The phrase stands in it as words of its own. Both are plain. */
static bool has_phrase(const char *words, const char *phrase)
{
    const size_t n = strlen(phrase);

    for (const char *at = words; (at = strstr(at, phrase)); at++)
        if ((at == words || !is_letter(at[-1])) && !is_letter(at[n]))
            return true;
    return false;
}

bool about_sounds(struct arena *mem, const char *words)
{
    static const char *const phrases[] = {"coming off",
                                          "come off",
                                          "medicine",
                                          "medicines",
                                          "medication",
                                          "medications",
                                          "meds",
                                          "pill",
                                          "pills",
                                          "tapering",
                                          "taper",
                                          "withdrawal",
                                          "medicina",
                                          "medicinas",
                                          "medicacion",
                                          "medicamento",
                                          "medicamentos",
                                          "pastilla",
                                          "pastillas",
                                          "remedios",
                                          "dejar de tomar",
                                          "bajar la dosis",
                                          "drogas psiquiatricas"};
    const char *plain = text_plain(mem, words);

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (has_phrase(plain, phrases[i]))
            return true;
    return false;
}

static bool refused(struct ctx *cx, enum talk level)
{
    if (level == TALK_NONE)
        return fail(cx, ERR_INVALID, "about",
                    "Groups here do not talk about medicine, so this cannot be "
                    "shown. What can be: each takes their own questions to "
                    "their prescriber, and a peer helps to get ready.");
    return fail(cx, ERR_INVALID, "about",
                "In this group, peers help with questions for the prescriber. "
                "That can be the topic. What people lived with medicine cannot "
                "be one here.");
}

bool about_good(struct ctx *cx, enum talk level, enum about about,
                const char *words)
{
    const bool sounds = about_sounds(cx->mem, words);

    if ((int)about < 0 || about >= ABOUTS)
        return fail(cx, ERR_INVALID, "about",
                    "Please say whether it is about medicine.");
    if (!about_fits(level, about) || (sounds && level == TALK_NONE))
        return refused(cx, level);
    return !sounds || about != ABOUT_ELSE ||
           fail(cx, ERR_INVALID, "about",
                "There is a word for medicine in it. Please choose one of the "
                "other two, or use another word.");
}
