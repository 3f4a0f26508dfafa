/* Any bytes as a question set: read or refused; and what was read can be
 * checked, and walked from both ends with answers to all of it. */
#include <assert.h>
#include <string.h>

#include "questions/set_check.h"
#include "questions/set_logic.h"

static void give(struct ctx *cx, struct set_answers *a,
                 const struct set_item *it, const char *value)
{
    if (!set_item_accepts(cx, it, value)) {
        assert(cx->err.code == ERR_INVALID);
        ctx_forgive(cx);
        return;
    }
    assert(set_answer_words(it, value, LANG_ES));
    *LIST_PUSH(cx->mem, a) = (struct set_answer){it->link_id, value};
}

static void answer_all(struct ctx *cx, const struct set *s,
                       struct set_answers *a, size_t pick)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct set_item *it = &s->at[i];
        if (it->option_count)
            give(cx, a, it, it->options[pick % it->option_count].code);
        else if (it->type == SET_YES_NO)
            give(cx, a, it, pick % 2 ? "true" : "false");
        else
            give(cx, a, it, pick % 2 ? "7" : "words");
        assert(set_item_find(s, it->link_id) == it);
        (void)set_item_named(cx->mem, it, it->text.in[LANG_EN], LANG_EN, "x");
    }
}

static void walk(const struct set *s, const struct set_answers *a)
{
    size_t shown = 0, n = 0;

    for (size_t i = 0; i < s->n; i++)
        shown += set_item_shown(s, &s->at[i], a);
    for (const struct set_item *it = NULL; (it = set_item_next(s, a, it));) {
        n++;
        assert(set_item_place(s, a, it).number == n);
        assert(set_item_place(s, a, it).of == shown);
    }
    assert(n == shown);
    for (const struct set_item *it = NULL; (it = set_item_prev(s, a, it));)
        n--;
    assert(n == 0);
}

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *at, size_t n)
{
    struct ctx cx = {.mem = arena_new(64 << 20)};
    struct set_problems problems;
    struct set s;

    if (!set_parse(&cx, (struct blob){at, n}, &s)) {
        assert(cx.err.code == ERR_INVALID && *cx.err.text);
        arena_free(cx.mem);
        return 0;
    }
    (void)set_check(&cx, &s, &problems);
    for (size_t pick = 0; pick < 4; pick++) {
        struct set_answers a = {0};
        walk(&s, &a);
        answer_all(&cx, &s, &a, pick);
        walk(&s, &a);
    }
    arena_free(cx.mem);
    return 0;
}
