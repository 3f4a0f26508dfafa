/* What a password costs in a test: next to nothing, unless the test says so. */
#ifndef KEYS_STRETCH_TEST_H
#define KEYS_STRETCH_TEST_H

/* From now on in this test, what it costs in life. */
void stretch_as_in_life(void);

#endif
