/* rights/rights_int.h - what the pages of this folder share. */
#ifndef RIGHTS_RIGHTS_INT_H
#define RIGHTS_RIGHTS_INT_H

#include "frame/req.h"
#include "rights/view.h"

/* What rights there are, in the language of who asks. */
MUST_CHECK bool rights_words_read(struct req *rq, struct rights_words *out);

#endif
