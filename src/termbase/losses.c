/* SPDX-License-Identifier: MPL-2.0 */
/* Counting what a table cannot hold. Knows the model, no format. */
#include "termbase/losses.h"

#include "termbase/load.h"

static void
count(tl_dropped *dropped, const char *what, size_t number)
{
    tl_dropped_add(dropped, NULL, tl_str_from(what), number);
}

static bool
is_used_language(const tl_termbase *termbase, tl_str language)
{
    for (size_t i = 0; i < termbase->term_count; i++) {
        if (tl_str_equal(termbase->terms[i]->entry->language, language)) {
            return true;
        }
    }
    return false;
}

void
tl_losses_of_settings(const tl_termbase *termbase, tl_dropped *dropped)
{
    count(dropped, "name", termbase->name.len > 0);
    count(dropped, "romanization", termbase->romanization.len > 0);
    count(dropped, "yo", termbase->yo_strict);
    for (size_t i = 0; i < termbase->language_count; i++) {
        count(dropped, "languages", !is_used_language(termbase, termbase->languages[i]));
    }
}

/* Calls `take` for every person in every language. */
static void
each_name(const tl_termbase *termbase, void (*take)(const tl_entry *entry, tl_dropped *dropped),
          tl_dropped *dropped)
{
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        for (size_t j = 0; j < concept->entry_count; j++) {
            if (concept->entries[j].name) {
                take(&concept->entries[j], dropped);
            }
        }
    }
}

static void
count_declension(const tl_entry *entry, tl_dropped *dropped)
{
    count(dropped, "decline", !entry->name->decline);
    count(dropped, "forms", entry->name->form_count > 0);
}

static void
count_name(const tl_entry *entry, tl_dropped *dropped)
{
    tl_person_name parts = tl_person_name_untold(entry);
    count(dropped, "family", parts.family.len > 0);
    count(dropped, "given", parts.given.len > 0);
    count(dropped, "patronymic", parts.patronymic.len > 0);
    count(dropped, "gender", parts.gender != TL_GENDER_UNKNOWN);
    count_declension(entry, dropped);
}

void
tl_losses_of_declension(const tl_termbase *termbase, tl_dropped *dropped)
{
    each_name(termbase, count_declension, dropped);
}

void
tl_losses_of_names(const tl_termbase *termbase, tl_dropped *dropped)
{
    each_name(termbase, count_name, dropped);
}

void
tl_losses_of_relations(const tl_termbase *termbase, tl_dropped *dropped)
{
    for (size_t i = 0; i < termbase->term_count; i++) {
        count(dropped, "except", termbase->terms[i]->except_count);
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        count(dropped, "distinct", concept->distinct_count);
        count(dropped, "holders", concept->holder_count);
        count(dropped, "examples", concept->example_count);
    }
}
