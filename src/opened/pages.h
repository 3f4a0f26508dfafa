/* opened/pages.h - what was opened, for who was named. */
#ifndef OPENED_PAGES_H
#define OPENED_PAGES_H

#include "frame/module.h"

bool opened_page(struct req *rq);
bool opened_panel(struct req *rq, struct tpl *to);

#endif
