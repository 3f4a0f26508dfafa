#include "sharing/sharing_int.h"

/* In her mouth: "Dr. Rao can see my page". */
const char *topic_words(enum topic t)
{
    static const char *const words[TOPIC_COUNT] = {
        [TOPIC_FIRST_NAME] = N_("my first name"),
        [TOPIC_NAME] = N_("my name"),
        [TOPIC_VISITS] = N_("when I have visits"),
        [TOPIC_READY] = N_("how ready I am for a visit"),
        [TOPIC_ANSWERS] = N_("my answers"),
        [TOPIC_BETWEEN] = N_("my days between visits"),
        [TOPIC_PAGE] = N_("my page"),
        [TOPIC_REPLY] = N_("what readers wrote back"),
        [TOPIC_DECISIONS] = N_("what we decided"),
        [TOPIC_COMPANY] = N_("who comes with me, and what I want"),
        [TOPIC_CIRCLE] = N_("who is who for me"),
        [TOPIC_PERMISSIONS] = N_("who can see what"),
        [TOPIC_ACCESS_LOG] = N_("who saw my things"),
        [TOPIC_ACCOUNT] = N_("how I sign in"),
        [TOPIC_STATEMENT] = N_("words of mine"),
        [TOPIC_STATEMENT_REPLY] = N_("what came back about my words"),
        [TOPIC_ASK] = N_("what I ask of the agency"),
        [TOPIC_MEDIATION] = N_("what each side said"),
        [TOPIC_PROMISE] = N_("what was promised"),
        [TOPIC_RECORD] = N_("what is written about our time"),
        [TOPIC_TIMES] = N_("when we meet"),
        [TOPIC_REACH] = N_("how to reach me"),
        [TOPIC_MEETING] = N_("what is said about me at a meeting"),
        [TOPIC_SUPPORT] = N_("what I asked somebody to be there for"),
        [TOPIC_TYPING] = N_("words that are typed for me"),
        [TOPIC_AGREEMENT] = N_("what my peer and I agreed"),
        [TOPIC_HOPE] = N_("hope that is held for me"),
        [TOPIC_HELPED] = N_("whether something helped me"),
        [TOPIC_GRIEVANCE] = N_("what was done to my rights"),
        [TOPIC_FIT] = N_("what we both like to talk of"),
        [TOPIC_ANOTHER_PEER] = N_("that I want another peer"),
        [TOPIC_KNEW] = N_("whether I knew what a peer is"),
        [TOPIC_WAY] = N_("the note on coming to me safely"),
        [TOPIC_HARD] = N_("what I want when it gets very hard"),
        [TOPIC_WEIGHING] = N_("what I am thinking over"),
        [TOPIC_HELPS] = N_("one thing that helps me"),
        [TOPIC_HABIT] = N_("a small habit of mine"),
        [TOPIC_GOAL] = N_("a hope of mine"),
    };

    return words[t];
}
