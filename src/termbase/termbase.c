/* SPDX-License-Identifier: MPL-2.0 */
/* The model once it is loaded: looking up, names of its values, release. Knows neither files nor
 * YAML; nothing here changes a termbase that is in use. */
#include "termbase/termbase.h"

#include "termbase/names.h"
#include "termbase/store.h"

#include <stdlib.h>

const tl_str tl_status_names[TL_STATUS_COUNT] = {
    [TL_STATUS_PREFERRED] = TL_STR_INIT("preferred"),
    [TL_STATUS_ADMITTED] = TL_STR_INIT("admitted"),
    [TL_STATUS_SUPERSEDED] = TL_STR_INIT("superseded"),
    [TL_STATUS_DEPRECATED] = TL_STR_INIT("deprecated"),
    [TL_STATUS_FORBIDDEN] = TL_STR_INIT("forbidden"),
};

const tl_str tl_type_names[TL_TYPE_COUNT] = {
    [TL_TYPE_TERM] = TL_STR_INIT("term"),
    [TL_TYPE_ORGANISATION] = TL_STR_INIT("organisation"),
    [TL_TYPE_TITLE] = TL_STR_INIT("title"),
    [TL_TYPE_PERSON] = TL_STR_INIT("person"),
    [TL_TYPE_PLACE] = TL_STR_INIT("place"),
    [TL_TYPE_EVENT] = TL_STR_INIT("event"),
    [TL_TYPE_DOCUMENT] = TL_STR_INIT("document"),
};

const tl_str tl_case_rule_names[TL_CASE_RULE_COUNT] = {
    [TL_CASE_EXACT] = TL_STR_INIT("exact"),
    [TL_CASE_FIRST] = TL_STR_INIT("first"),
    [TL_CASE_ANY] = TL_STR_INIT("any"),
};

const tl_str tl_level_names[TL_LEVEL_COUNT] = {
    [TL_LEVEL_OFF] = TL_STR_INIT("off"),
    [TL_LEVEL_SUGGESTION] = TL_STR_INIT("suggestion"),
    [TL_LEVEL_WARNING] = TL_STR_INIT("warning"),
    [TL_LEVEL_ERROR] = TL_STR_INIT("error"),
};

const char *
tl_status_name(tl_status status)
{
    return tl_status_names[status].ptr;
}

const char *
tl_concept_type_name(tl_concept_type type)
{
    return tl_type_names[type].ptr;
}

void
tl_termbase_clear(tl_termbase *termbase)
{
    tl_store_free(termbase->store);
    free(termbase->concepts);
    free(termbase->terms);
    tl_map_clear(&termbase->by_id);
    tl_arena_clear(&termbase->arena);
    *termbase = (tl_termbase){0};
}

const tl_concept *
tl_termbase_find(const tl_termbase *termbase, tl_str id)
{
    return termbase->store ? tl_store_find(termbase->store, id) : tl_map_get(&termbase->by_id, id);
}

const tl_concept *
tl_termbase_concept(const tl_termbase *termbase, size_t number)
{
    return termbase->store ? tl_store_concept(termbase->store, number) : termbase->concepts[number];
}

const tl_term *
tl_termbase_term(const tl_termbase *termbase, size_t number)
{
    return termbase->store ? tl_store_term(termbase->store, number) : termbase->terms[number];
}

static const tl_entry *
find_exact(const tl_concept *concept, tl_str language)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_str_equal_ascii_nocase(concept->entries[i].language, language)) {
            return &concept->entries[i];
        }
    }
    return NULL;
}

/* The entry in some variety of the language: "ru-by" for "ru". */
static const tl_entry *
find_variety(const tl_concept *concept, tl_str language)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        tl_str tag = concept->entries[i].language;
        if (tag.len > language.len && tag.ptr[language.len] == '-' &&
            tl_str_equal_ascii_nocase(tl_str_slice(tag, 0, language.len), language)) {
            return &concept->entries[i];
        }
    }
    return NULL;
}

const tl_entry *
tl_concept_entry(const tl_concept *concept, tl_str language)
{
    const tl_entry *entry = find_exact(concept, language);
    if (entry == NULL) {
        entry = find_variety(concept, language);
    }
    /* Lookup of RFC 4647, 3.4: what is not there in "ru-RU" is looked for in "ru". */
    while (entry == NULL && language.len > 0) {
        do {
            language.len--;
        } while (language.len > 0 && language.ptr[language.len] != '-');
        entry = find_exact(concept, language);
    }
    return entry;
}
