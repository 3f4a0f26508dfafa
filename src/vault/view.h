/* vault/view.h - what the pages of the vault show. */
#ifndef VAULT_VIEW_H
#define VAULT_VIEW_H

#include "vault/vault.h"
#include "web/form.h"

/* The vault: to be made, to be opened, or open. */
struct vault_page {
    enum vault_state is;
    const char *next; /* where it leads once open; "" */
    bool shared;      /* a shared device: not here */
    bool saved, ended;
    struct html inside; /* of slot vault.open */
};

/* The code, to be printed. */
struct vault_code {
    const char *code;
    bool fresh; /* made just now */
};

/* Another passphrase. */
struct vault_words {
    char unused;
};

/* All that is in it, for paper. */
struct vault_all {
    struct html inside; /* of slot vault.all */
};

/* Empty it for good. */
struct vault_end {
    char unused;
};

/* Two lines for a passphrase. */
struct vault_twice {
    char unused;
};

/* On Today: what is one's own alone. */
struct vault_link {
    enum vault_state is;
    struct html inside; /* of slot vault.today: list items */
};

void vault_page_html(struct tpl *t, const struct vault_page *v);
void vault_code_html(struct tpl *t, const struct vault_code *v);
void vault_words_html(struct tpl *t, const struct vault_words *v);
void vault_all_html(struct tpl *t, const struct vault_all *v);
void vault_end_html(struct tpl *t, const struct vault_end *v);
void vault_twice_html(struct tpl *t, const struct vault_twice *v);
void vault_link_html(struct tpl *t, const struct vault_link *v);

#endif
