/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_EVIDENCE_H
#define TL_SCAN_EVIDENCE_H

#include "scan/scan.h"

/* Whether what is known of a mention is enough to take it for the person's name. */

/* Of a name in Latin letters. */
bool tl_evidence_bears_romanization(const tl_mention *mention);

/* Of one in Cyrillic letters; *is_weak: it is enough only if the person himself has been met. */
bool tl_evidence_bears_respelling(const tl_mention *mention, bool *is_weak);

/* "born in Nikolaev", «в Николаеве»: a town; but "in Nikolaev's view". */
bool tl_evidence_is_place(const tl_scan *scan, const tl_mention *mention);

/* "Sergienko and Sergeenko", "Sergienko, Sergeenko": two people, one of whom is spelled rightly. */
bool tl_evidence_is_paired(const tl_scan *scan, const tl_mention *mention);

#endif
