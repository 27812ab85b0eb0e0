/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_KEYED_H
#define TL_RULES_KEYED_H

#include "rules/pass.h"

/* What a rule remembers of a document, one record for each key; kept in the pass's state of the
 * running rule, in the document's arena. Keys are addresses, such as that of an entry. */

/* The record of `key`: `size` bytes, all zero the first time. Always the same size for one rule. */
void *tl_keyed_get(tl_pass *pass, const void *key, size_t size);

/* The record number `index` in order of first use, or NULL behind the last. */
void *tl_keyed_at(const tl_pass *pass, size_t index);

#endif
