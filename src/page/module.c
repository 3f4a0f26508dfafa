#include "frame/module.h"
#include "page/keep.h"
#include "page/page_pages.h"
#include "page/read_pages.h"

static const struct capability capabilities[] = {
    {"page.own", ROLE_BIT(ROLE_PERSON),
     "Make the one page of one's own visits, and give it to others."},
    {"page.read", ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER),
     "Read the pages that persons share with one, and write back."},
    {"page.shared", ROLE_BIT(ROLE_LINK),
     "Read the one page a link is for, and write back."},
    {0},
};

static const struct bar_place places[] = {
    {ROLE_BIT(ROLE_CLINICIAN) | ROLE_BIT(ROLE_CASE_MANAGER), 5,
     N_("For you to read"), "/read", "book-open", NULL},
    {0},
};

static const struct panel panels[] = {
    {"me.home", 7, "page.own", wrote_back_panel},
    {"visits.page", 10, "page.own", visit_told_panel},
    {0},
};

#define MINE(verb, where, does, shows, name)                                \
    {                                                                       \
        .method = (verb), .path = "/me/visits/{visit}" where,               \
        .may = "page.own", .run = (does), .again = (shows), .title = (name) \
    }

static const struct route routes[] = {
    MINE(GET, "/page", page_preview_page, NULL, N_("My page")),
    MINE(POST, "/page", page_approve_form, page_preview_page, N_("My page")),
    MINE(GET, "/page/lines", page_lines_page, NULL, N_("What goes on my page")),
    MINE(POST, "/page/lines", page_lines_form, page_lines_page,
         N_("What goes on my page")),
    MINE(GET, "/page/share", page_share_page, NULL,
         N_("Who may read my page?")),
    MINE(POST, "/page/share", page_share_form, page_share_page,
         N_("Who may read my page?")),
    MINE(POST, "/page/link", page_link_form, page_share_page,
         N_("A link and a code")),
    MINE(POST, "/page/stop", page_stop_form, NULL, N_("My page")),
    {.method = GET,
     .path = "/me/visits/{visit}/page.pdf",
     .may = "page.own",
     .run = page_pdf_get,
     .title = N_("My page"),
     .before = page_pdf_before,
     .pool = POOL_PAPER},
    MINE(GET, "/answer", page_answer_page, NULL, N_("What they wrote back")),
    MINE(POST, "/answer/{reply}", page_answer_form, page_answer_page,
         N_("What they wrote back")),
    MINE(POST, "/promises/{promise}", promise_form, page_answer_page,
         N_("What they wrote back")),
    {.method = GET,
     .path = "/read",
     .may = "page.read",
     .run = read_list_page,
     .title = N_("For you to read")},
    {.method = GET,
     .path = "/read/{page}",
     .may = "page.read",
     .run = read_one_page,
     .title = N_("A page to read")},
    {.method = POST,
     .path = "/read/{page}",
     .may = "page.read",
     .run = read_page_form,
     .again = read_one_page,
     .title = N_("A page to read")},
    {.method = GET,
     .path = "/read/{page}/page.pdf",
     .may = "page.read",
     .run = read_pdf_get,
     .title = N_("A page to read"),
     .before = read_pdf_before,
     .pool = POOL_PAPER},
    {.method = GET,
     .path = "/shared/{page}",
     .may = "page.shared",
     .run = read_one_page,
     .title = N_("A page to read")},
    {.method = POST,
     .path = "/shared/{page}",
     .may = "page.shared",
     .run = read_page_form,
     .again = read_one_page,
     .title = N_("A page to read")},
    {.method = GET,
     .path = "/shared/{page}/page.pdf",
     .may = "page.shared",
     .run = read_pdf_get,
     .title = N_("A page to read"),
     .before = read_pdf_before,
     .pool = POOL_PAPER},
    {0},
};

extern const struct module page_module;
const struct module page_module = {
    .name = "page",
    .capabilities = capabilities,
    .routes = routes,
    .places = places,
    .panels = panels,
    .export_person = page_export,
    .erase_person = page_erase,
};
