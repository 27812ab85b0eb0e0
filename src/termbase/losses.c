/* SPDX-License-Identifier: MPL-2.0 */
/* Counting what formats cannot hold, by the keys of the termbase. Knows the model, no format: what
 * a format holds all the same its writer does not ask for. */
#include "termbase/losses.h"

#include "termbase/load.h"

static void
count(tl_dropped *dropped, const char *what, size_t number)
{
    tl_dropped_add(dropped, NULL, tl_str_from(what), number);
}

tl_two_languages
tl_first_languages(const tl_termbase *termbase)
{
    return (tl_two_languages){
        .first = termbase->language_count ? termbase->languages[0] : TL_STR("en"),
        .second = termbase->language_count > 1 ? termbase->languages[1] : TL_STR(""),
    };
}

bool
tl_is_one_of_two(const tl_two_languages *two, tl_str language)
{
    return tl_str_equal(language, two->first) || tl_str_equal(language, two->second);
}

void
tl_losses_of_languages(const tl_termbase *termbase, const tl_two_languages *two,
                       tl_dropped *dropped)
{
    for (size_t i = 0; i < termbase->term_count; i++) {
        bool is_kept = tl_is_one_of_two(two, termbase->terms[i]->entry->language);
        count(dropped, "terms of a third language", !is_kept);
    }
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

void
tl_losses_of_concepts(const tl_termbase *termbase, tl_dropped *dropped)
{
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *it = termbase->concepts[i];
        count(dropped, "type", it->type != TL_TYPE_TERM);
        count(dropped, "part_of", it->part_of != NULL);
        count(dropped, "definition", it->definition.len > 0);
        count(dropped, "note", it->note.len > 0);
        count(dropped, "source", it->source.len > 0);
        count(dropped, "severity", it->severity > 0);
    }
}

void
tl_losses_of_terms(const tl_termbase *termbase, tl_dropped *dropped)
{
    for (size_t i = 0; i < termbase->term_count; i++) {
        const tl_term *it = termbase->terms[i];
        count(dropped, "acronym", it->acronym);
        count(dropped, "use", it->use.len > 0);
        count(dropped, "case", it->case_given);
        count(dropped, "severity", it->severity > 0);
        count(dropped, "source", it->source.len > 0);
        count(dropped, "from, until", it->from || it->until);
    }
}
