/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_REQUIRE_H
#define TESTS_FUZZ_REQUIRE_H

/* What has to hold, or else the program ends as if it had crashed, and says where. */
#include <stdio.h>
#include <stdlib.h>

#define require(condition)                                                      \
    do {                                                                        \
        if (!(condition)) {                                                     \
            fprintf(stderr, "%s:%d: not %s\n", __FILE__, __LINE__, #condition); \
            abort();                                                            \
        }                                                                       \
    } while (0)

#endif
