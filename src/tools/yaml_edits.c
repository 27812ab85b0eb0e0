/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of changes in termbases and configuration files. Which key means what is known
 * here, how YAML is changed in termbase/. Invariant: what comes of a change is YAML; whether it is
 * a good termbase or configuration is for the caller to see, by reading it. */
#include "engine/checker.h"
#include "termbase/ids.h"
#include "termbase/yaml_change.h"
#include "termbase/yaml_text.h"
#include "termlint_tools.h"

#include <stdlib.h>

/* Layouts that nobody writes (an explicit key without a value) have places where nothing can be
 * added. */
static bool
is_yaml_with(termlint_bytes yaml, const tl_yaml_change *planned)
{
    tl_arena arena = {0};
    tl_buf after = {0};
    tl_str before = {yaml.ptr, yaml.length};
    tl_buf_add(&after, tl_str_slice(before, 0, planned->range.begin));
    tl_buf_add(&after, tl_buf_str(&planned->text));
    tl_buf_add(&after, tl_str_slice(before, planned->range.end, before.len));
    bool ok = tl_yaml_parts_read(tl_buf_str(&after), &arena) != NULL;
    tl_buf_clear(&after);
    tl_arena_clear(&arena);
    return ok;
}

/* Hands over what was planned; false, and nothing is handed over, unless `is_possible`. */
static bool
give(termlint_bytes yaml, tl_yaml_change *planned, bool is_possible, termlint_yaml_change *change)
{
    if (!is_possible || !is_yaml_with(yaml, planned)) {
        tl_buf_clear(&planned->text);
        return false;
    }
    tl_buf_add_byte(&planned->text, '\0');
    *change = (termlint_yaml_change){
        .offset = planned->range.begin,
        .length = planned->range.end - planned->range.begin,
        .text = planned->text.ptr,
    };
    return true;
}

static tl_yaml_file
read_file(termlint_bytes yaml, tl_arena *arena)
{
    tl_str bytes = {yaml.ptr, yaml.length};
    return (tl_yaml_file){bytes, tl_yaml_parts_read(bytes, arena)};
}

static const tl_yaml_part *
find_concept(const tl_yaml_part *root, tl_str id)
{
    const tl_yaml_part *list = tl_yaml_part_find(root, TL_STR("concepts"));
    const tl_yaml_part *found = list && list->kind == TL_PART_LIST ? list->first : NULL;
    while (found) {
        const tl_yaml_part *own = tl_yaml_part_find(found, TL_STR("id"));
        if (own && own->kind == TL_PART_TEXT && tl_str_equal(own->text, id)) {
            break;
        }
        found = found->next;
    }
    return found;
}

bool
termlint_yaml_add_form(termlint_bytes yaml, const termlint_new_form *form,
                       termlint_yaml_change *change)
{
    tl_arena arena = {0};
    tl_yaml_change planned = {0};
    tl_yaml_file file = read_file(yaml, &arena);
    tl_str key = tl_str_from(form->key), text = tl_str_from(form->text);
    const tl_yaml_part *concept = find_concept(file.root, tl_str_from(form->concept));
    bool ok = concept &&
              (form->language
                   ? tl_yaml_add_term(file, tl_yaml_part_find(concept, tl_str_from(form->language)),
                                      key, text, &planned)
                   : tl_yaml_add_to_list(file, concept, key, text, &planned));
    tl_arena_clear(&arena);
    return give(yaml, &planned, ok, change);
}

/* An id of the words that no concept has. */
static tl_str
free_id(const tl_termbase *termbase, tl_str text, tl_arena *arena)
{
    tl_str id = tl_id_of_term(arena, text), tried = id;
    for (unsigned number = 2; tl_termbase_find(termbase, tried); number++) {
        tried = tl_arena_format(arena, "%.*s-%u", TL_STR_ARGS(id), number);
    }
    return tried;
}

bool
termlint_yaml_add_concept(const termlint_checker *checker, termlint_bytes yaml,
                          const termlint_new_concept *concept, termlint_yaml_change *change)
{
    tl_arena arena = {0};
    tl_buf lines = {0};
    tl_yaml_change planned = {0};
    tl_yaml_file file = read_file(yaml, &arena);
    tl_str text = tl_str_from(concept->text);
    tl_buf_add_format(&lines, "id: %.*s\n",
                      TL_STR_ARGS(free_id(&checker->terms->termbase, text, &arena)));
    if (concept->type) {
        tl_buf_add_format(&lines, "type: %s\n", concept->type);
    }
    tl_buf_add_format(&lines, "%s: ", concept->language);
    tl_yaml_add_text(&lines, text);
    tl_buf_add_byte(&lines, '\n');
    bool ok = file.root && tl_yaml_add_item(file, TL_STR("concepts"), tl_buf_str(&lines), &planned);
    tl_buf_clear(&lines);
    tl_arena_clear(&arena);
    return give(yaml, &planned, ok, change);
}

bool
termlint_yaml_set_rule(termlint_bytes yaml, const char *rule, const char *severity,
                       termlint_yaml_change *change)
{
    tl_arena arena = {0};
    tl_yaml_change planned = {0};
    bool ok = tl_yaml_set(read_file(yaml, &arena), TL_STR("rules"), tl_str_from(rule),
                          tl_str_from(severity), &planned);
    tl_arena_clear(&arena);
    return give(yaml, &planned, ok, change);
}
