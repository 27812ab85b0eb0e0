/* SPDX-License-Identifier: MPL-2.0 */
/* Left for readers that still check what their caller has made sure of. */
#include "readers/encoding.h"

bool
tl_source_check_utf8(tl_source *source, tl_error *error)
{
    return tl_source_decode(source, NULL, (tl_str){NULL, 0}, error);
}
