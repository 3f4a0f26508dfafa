#include "base/test.h"
#include "db/db.h"

TEST(db_ids, never_repeat)
{
    int64_t a = db_new_id(cx), b = db_new_id(cx);

    cr_assert_gt(a, 0);
    cr_assert_gt(b, a);
}

/* Ids that were given before a part was taken back stay taken. */
TEST(db_ids, are_not_given_twice_when_a_part_is_taken_back)
{
    int64_t ids[300];

    for (int i = 0; i < 100; i++) {
        ids[3 * i] = db_new_id(cx);
        cr_assert(db_savepoint(cx));
        for (int k = 0; k < 1 + i % 70; k++)
            (void)db_new_id(cx);
        db_revert(cx);
        ids[3 * i + 1] = db_new_id(cx);
        cr_assert(db_savepoint(cx));
        ids[3 * i + 2] = db_new_id(cx);
        cr_assert(db_release(cx));
    }
    for (int i = 1; i < 300; i++)
        cr_assert_gt(ids[i], ids[i - 1]);
}
