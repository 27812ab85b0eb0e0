/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_JSON_H
#define TL_WRITERS_JSON_H

#include "writers/writers.h"

/* The objects of the formats json and jsonl, each in one line without an end. Their keys, and the
 * order of these, are a promise to users. */

void tl_json_add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns);

/* {"files": …, "bytes": …, "errors": …, "warnings": …, "suggestions": …} */
void tl_json_add_summary(tl_buf *out, const tl_report *report);

#endif
