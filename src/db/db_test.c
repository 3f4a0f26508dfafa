#include "db/db.h"

#include "base/test.h"

TEST(db, ids_never_repeat)
{
    int64_t a = db_new_id(cx), b = db_new_id(cx);

    cr_assert_gt(a, 0);
    cr_assert_gt(b, a);
}
