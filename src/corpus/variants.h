/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_VARIANTS_H
#define TL_CORPUS_VARIANTS_H

#include "corpus/groups.h"

/* Reports all places of each name but those of its best spelling: the most frequent one, then that
 * of the house scheme, then the first. Places of which the report has a finding are left out. */
void tl_variants_report(const tl_groups *names, tl_report *report);

#endif
