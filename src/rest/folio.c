/* The portfolio alone, as its peer takes it to wherever they work next: on
 * paper, and as a file. Source: R102 "exportable". */
#include "people/people.h"
#include "rest/pages.h"
#include "rest/view.h"

enum { FILE_MAX = 8 * SHEET_PARTS * SHEET_LETTERS_MAX };

/* False, and *asks: the vault is shut, and its page is on the way. */
static bool read_folio(struct req *rq, struct folio_paper *v, bool *asks)
{
    struct vault vault;
    bool open = false;

    if (!vault_page(rq, &vault, &open, asks) || *asks)
        return false;
    return sheet_read(rq->cx, &vault, SHEET_FOLIO, &v->sheet) &&
           person_get(rq->cx, rq->cx->actor->person, &v->me);
}

bool folio_paper(struct req *rq)
{
    struct folio_paper v;
    bool asks = false;

    if (!read_folio(rq, &v, &asks))
        return asks;
    folio_paper_html(rq->page, &v);
    return true;
}

bool folio_file_get(struct req *rq)
{
    struct buf text = buf_new(rq->cx->mem, FILE_MAX);
    struct folio_paper v;
    bool asks = false;

    if (!read_folio(rq, &v, &asks))
        return asks;
    buf_fmt(&text, "%s\n%s\n", v.me.name, v.me.title);
    sheet_text(&v.sheet, rq->cx->lang, &text);
    return req_send(rq, "text/plain; charset=utf-8", "my-portfolio.txt",
                    (struct blob){(const unsigned char *)text.at, text.n});
}
