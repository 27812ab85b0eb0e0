/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_WRITE_H
#define TL_DISCOVER_WRITE_H

#include "discover/candidate.h"

/* Candidates for people and machines, in their order. */
void tl_candidates_write_text(const tl_candidates *candidates, tl_buf *out);
void tl_candidates_write_json(const tl_candidates *candidates, tl_buf *out);

/* One page of its own. */
void tl_candidates_write_html(const tl_candidates *candidates, tl_buf *out);

/* A termbase to be edited: it can be loaded as it is. */
void tl_candidates_write_yaml(const tl_candidates *candidates, tl_buf *out);

/* "person", "organisation", "title" or "acronym". */
const char *tl_candidate_kind_name(tl_candidate_kind kind);

#endif
