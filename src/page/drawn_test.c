/* To draw a page takes half a second, and the access matrix asks for the same
 * page 38 times. The linker puts this in the place of pdf_make() (--wrap in
 * meson.build): what one test has had drawn is not drawn for it again. */
#include <string.h>

#include "base/test.h"
#include "page/pdf.h"

/* The names are the linker's. */
bool __real_pdf_make(struct ctx *cx, const struct page *p,
                     struct page_look look, struct blob *out);
bool __wrap_pdf_make(struct ctx *cx, const struct page *p,
                     struct page_look look, struct blob *out);

static struct {
    struct arena *mem; /* NULL: nothing was drawn yet */
    const char *text;
    bool large;
    struct blob pdf;
} drawn;

static struct blob copy(struct arena *mem, struct blob b)
{
    return (struct blob){
        (const unsigned char *)arena_dup_n(mem, (const char *)b.at, b.n), b.n};
}

bool __wrap_pdf_make(struct ctx *cx, const struct page *p,
                     struct page_look look, struct blob *out)
{
    const char *text = pdf_document(cx, p, look);

    if (!drawn.mem || drawn.large != look.large ||
        strcmp(drawn.text, text) != 0) {
        if (!__real_pdf_make(cx, p, look, out))
            return false;
        if (drawn.mem)
            arena_free(drawn.mem);
        drawn.mem = arena_new(8 << 20);
        drawn.text = arena_dup(drawn.mem, text);
        drawn.large = look.large;
        drawn.pdf = copy(drawn.mem, *out);
    }
    *out = copy(cx->mem, drawn.pdf);
    return true;
}
