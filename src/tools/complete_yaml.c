/* SPDX-License-Identifier: MPL-2.0 */
/* What may be typed in a termbase or a configuration: the keys that their loaders know, and the
 * values of those keys that are choices. Nothing is listed here that a loader lists. */
#include "config/config.h"
#include "termbase/load.h"
#include "termbase/names.h"
#include "termlint_tools.h"
#include "text/language_tag.h"
#include "tools/yaml_place.h"

typedef struct offering {
    const termlint_checker *checker; /* NULL: ids are not known */
    const tl_yaml_place *place;
    termlint_completion_fn tell;
    void *context;
} offering;

static void
offer(const offering *o, tl_str text, const char *type)
{
    if (text.len && tl_str_starts_with(text, o->place->typed)) {
        tl_arena arena = {0};
        const termlint_completion completion = {
            .text = tl_arena_copy(&arena, text).ptr,
            .concept = "",
            .type = type,
            .replaces = o->place->typed.len,
        };
        o->tell(o->context, &completion);
        tl_arena_clear(&arena);
    }
}

static void
offer_all(const offering *o, const tl_str *items, size_t count, const char *type)
{
    for (size_t i = 0; i < count; i++) {
        offer(o, items[i], type);
    }
}

static void
offer_ids(const offering *o, bool of_people)
{
    const tl_termbase *termbase = o->checker ? &o->checker->terms->termbase : NULL;
    for (size_t i = 0; termbase && i < termbase->concept_count; i++) {
        const tl_concept *concept = termbase->concepts[i];
        if (!of_people || concept->type == TL_TYPE_PERSON) {
            offer(o, concept->id, tl_concept_type_name(concept->type));
        }
    }
}

static void
offer_schemes(const offering *o)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    for (size_t i = 0; i < count; i++) {
        offer(o, tl_str_from(schemes[i].id), schemes[i].title);
    }
}

static const tl_str severities[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                    TL_STR_INIT("suggestion"), TL_STR_INIT("off")};
static const tl_str thresholds[] = {TL_STR_INIT("error"), TL_STR_INIT("warning"),
                                    TL_STR_INIT("suggestion"), TL_STR_INIT("never")};
static const tl_str yo[] = {TL_STR_INIT("lenient"), TL_STR_INIT("strict")};
static const tl_str answers[] = {TL_STR_INIT("yes"), TL_STR_INIT("no")};
static const tl_str genders[] = {TL_STR_INIT("m"), TL_STR_INIT("f")};
static const tl_str truths[] = {TL_STR_INIT("true"), TL_STR_INIT("false")};

/* Values that are choices, by their key. */
static const struct {
    tl_str key;
    const tl_str *items;
    size_t count;
} choices[] = {
    {TL_STR_INIT("type"), tl_type_names, TL_TYPE_COUNT},
    {TL_STR_INIT("case"), tl_case_rule_names, TL_CASE_RULE_COUNT},
    {TL_STR_INIT("severity"), severities, 4},
    {TL_STR_INIT("fail_on"), thresholds, 4},
    {TL_STR_INIT("yo"), yo, 2},
    {TL_STR_INIT("decline"), answers, 2},
    {TL_STR_INIT("gender"), genders, 2},
    {TL_STR_INIT("root"), truths, 2},
};

static bool
is_under(const tl_yaml_place *place, size_t index, const char *key)
{
    return index < place->count && tl_str_equal(place->parents[index], tl_str_from(key));
}

static void
offer_values(const offering *o, bool is_config)
{
    tl_str key = o->place->key;
    if (tl_str_equal(key, TL_STR("romanization"))) {
        offer_schemes(o);
    } else if (tl_str_equal(key, TL_STR("part_of")) || tl_str_equal(key, TL_STR("person"))) {
        offer_ids(o, tl_str_equal(key, TL_STR("person")));
    } else if (is_config && is_under(o->place, 0, "rules")) {
        offer_all(o, severities, 4, "severity");
    }
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        if (tl_str_equal(choices[i].key, key)) {
            offer_all(o, choices[i].items, choices[i].count, "value");
        }
    }
}

static void
offer_fields(const offering *o, const tl_fields *fields)
{
    const tl_termbase *termbase = o->checker ? &o->checker->terms->termbase : NULL;
    for (size_t i = 0; i < fields->count; i++) {
        offer(o, fields->items[i].key, "key");
    }
    if (fields->takes_languages && termbase) {
        offer_all(o, termbase->languages, termbase->language_count, "language");
    }
}

/* The mapping of a termbase in which the place is; NULL where there is none. */
static const tl_fields *
fields_at(const tl_yaml_place *place)
{
    size_t depth = place->count;
    if (depth == 0) {
        return &tl_root_fields;
    }
    if (!is_under(place, depth - 1, "concepts")) {
        return NULL;
    }
    if (depth == 1) {
        return &tl_concept_fields;
    }
    tl_str key = place->parents[depth - 2];
    bool is_deep = depth > 2;
    return tl_str_equal(key, TL_STR("holders"))    ? (is_deep ? NULL : &tl_holder_fields)
           : tl_str_equal(key, TL_STR("examples")) ? (is_deep ? NULL : &tl_example_fields)
           : !tl_language_is_tag(key)              ? NULL
           : is_deep                               ? &tl_term_fields
                                                   : &tl_entry_fields;
}

static void
offer_rules(const offering *o)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        offer(o, tl_str_from(rules[i]->id), rules[i]->summary);
    }
}

static void
offer_config_keys(const offering *o)
{
    static const tl_str of_override[] = {TL_STR_INIT("files"), TL_STR_INIT("rules")};
    if (is_under(o->place, 0, "rules")) {
        offer_rules(o);
    } else if (is_under(o->place, 0, "overrides")) {
        offer_all(o, of_override, 2, "key");
    } else if (is_under(o->place, 0, "languages") || is_under(o->place, 0, "encodings")) {
        offer(o, TL_STR("default"), "key");
    }
    tl_str key;
    for (size_t i = 0; o->place->count == 0 && (key = tl_config_key(i)).len; i++) {
        offer(o, key, "key");
    }
}

void
termlint_complete_yaml(const termlint_checker *checker, const char *before, bool is_config,
                       termlint_completion_fn tell, void *context)
{
    tl_yaml_place place;
    const offering o = {checker, &place, tell, context};
    if (!tl_yaml_place_find(tl_str_from(before), &place)) {
        return;
    }
    if (place.key.len) {
        offer_values(&o, is_config);
    } else if (is_config) {
        offer_config_keys(&o);
    } else if (fields_at(&place)) {
        offer_fields(&o, fields_at(&place));
    }
}
