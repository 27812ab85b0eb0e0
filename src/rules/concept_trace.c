/* SPDX-License-Identifier: MPL-2.0 */
/* Looks for a concept where the scan found none: only what is about to be reported as missing is
 * asked for here, so this may take its time. */
#include "rules/concept_trace.h"

#include "text/key.h"
#include "text/script.h"

static bool
is_in_language(const tl_term *term, tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(term->entry->language), language);
}

bool
tl_concept_shares_form(const tl_concept *concept, const tl_concept_trace *trace)
{
    if (trace->place->hit == NULL) {
        return false;
    }
    const tl_pattern *pattern = trace->place->hit->pattern;
    for (size_t i = 0; i < concept->entry_count; i++) {
        for (size_t k = 0; k < concept->entries[i].term_count; k++) {
            const tl_term *term = concept->entries[i].terms[k];
            if (is_in_language(term, trace->text->scan->language) &&
                tl_keys_equal(term->text, pattern->text)) {
                return true;
            }
        }
    }
    return false;
}

bool
tl_concept_is_traced(tl_pass *pass, const tl_unit_text *text, const tl_concept_trace *trace)
{
    (void)pass;
    (void)text;
    (void)trace;
    return false;
}
