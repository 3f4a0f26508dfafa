/* Clinic words: whoever leads the program keeps the list. */
#include <inttypes.h>

#include "mediation/pages.h"
#include "mediation/view.h"

bool glossary_all_page(struct req *rq)
{
    struct glossary_page v = {.saved = req_was_saved(rq)};

    if (!glossary_list(rq->cx, true, &v.list))
        return false;
    glossary_page_html(rq->page, &v);
    return true;
}

bool glossary_new_page(struct req *rq)
{
    struct glossary_edit v = {.changed = false};

    for (int l = 0; l < LANG_COUNT; l++)
        v.g.word[l] = v.g.means[l] = "";
    glossary_edit_html(rq->page, &v);
    return true;
}

static bool save(struct req *rq, int64_t id)
{
    const struct gloss g = {
        .id = id,
        .word =
            {[LANG_EN] = req_text(rq, "en"), [LANG_ES] = req_text(rq, "es")},
        .means = {[LANG_EN] = req_text(rq, "en_means"),
                  [LANG_ES] = req_text(rq, "es_means")}};

    return glossary_save(rq->cx, &g) && req_see_other(rq, "/glossary?saved=1");
}

bool glossary_new_form(struct req *rq)
{
    return save(rq, 0);
}

bool glossary_one_page(struct req *rq)
{
    int64_t id = 0;
    struct glossary_edit v = {.changed = false};

    if (!req_id(rq, "word", &id) || !glossary_get(rq->cx, id, &v.g))
        return false;
    v.changed = (uint64_t)id <= glossary_ours_n && (v.g.gone || !v.g.ours);
    glossary_edit_html(rq->page, &v);
    return true;
}

bool glossary_one_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "word", &id) && save(rq, id);
}

bool glossary_out_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "word", &id) && glossary_remove(rq->cx, id) &&
           req_see_other(rq, "/glossary?saved=1");
}

bool glossary_restore_form(struct req *rq)
{
    int64_t id = 0;

    return req_id(rq, "word", &id) && glossary_restore(rq->cx, id) &&
           req_see_other(rq, "/glossary?saved=1");
}

bool glossary_link_panel(struct req *rq, struct tpl *t)
{
    (void)rq;
    glossary_link_html(t, &(struct glossary_link){0});
    return true;
}
