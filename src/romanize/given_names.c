/* SPDX-License-Identifier: MPL-2.0 */
/* The given names of dict/names/given.tsv, which gen_lists.py compiles: it also sees to it that no
 * name is a title too. */
#include "romanize/given_names.h"

#include "romanize/given_names_data.h"

const tl_given_name *
tl_given_names(size_t *count)
{
    *count = sizeof given_names / sizeof *given_names;
    return given_names;
}
