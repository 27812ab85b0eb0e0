/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a termbase or a configuration that is to be changed: what is YAML before is YAML
 * after, and says what was asked for; and any bytes as one that is being typed. */
#include "require.h"

#include "termbase/yaml_change.h"
#include "termlint_tools.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static tl_buf
changed(tl_str before, termlint_yaml_change *change)
{
    tl_buf after = {0};
    require((size_t)change->offset + change->length <= before.len);
    tl_buf_add(&after, tl_str_slice(before, 0, change->offset));
    tl_buf_add_cstr(&after, change->text);
    tl_buf_add(&after, tl_str_slice(before, change->offset + change->length, before.len));
    free(change->text);
    return after;
}

/* The part at a path of keys; NULL. */
static const tl_yaml_part *
part_at(const tl_yaml_part *root, const char *outer, const char *inner)
{
    return tl_yaml_part_find(tl_yaml_part_find(root, tl_str_from(outer)), tl_str_from(inner));
}

static void
switch_rule(tl_str before, const tl_yaml_part *root)
{
    termlint_yaml_change change;
    tl_arena arena = {0};
    const termlint_bytes yaml = {(char *)before.ptr, before.len};
    if (root && termlint_yaml_set_rule(yaml, "near-miss", "off", &change)) {
        tl_buf after = changed(before, &change);
        const tl_yaml_part *now = tl_yaml_parts_read(tl_buf_str(&after), &arena);
        const tl_yaml_part *value = part_at(now, "rules", "near-miss");
        require(value && tl_str_equal(value->text, TL_STR("off")));
        tl_buf_clear(&after);
    }
    tl_arena_clear(&arena);
}

static void
add_form(tl_str before, const tl_yaml_part *root, const termlint_new_form *form)
{
    termlint_yaml_change change;
    tl_arena arena = {0};
    const termlint_bytes yaml = {(char *)before.ptr, before.len};
    if (root && termlint_yaml_add_form(yaml, form, &change)) {
        tl_buf after = changed(before, &change);
        require(tl_yaml_parts_read(tl_buf_str(&after), &arena));
        tl_buf_clear(&after);
    }
    tl_arena_clear(&arena);
}

static void
tell(void *context, const termlint_completion *completion)
{
    require(completion->replaces <= *(const size_t *)context);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tl_arena arena = {0};
    tl_str before = {(const char *)data, size};
    const tl_yaml_part *root = tl_yaml_parts_read(before, &arena);
    const termlint_new_form admitted = {"a", "en", "admitted", "x: [y], \"z\""};
    const termlint_new_form distinct = {.concept = "a", .key = "distinct", .text = "Zaytzeff"};
    switch_rule(before, root);
    add_form(before, root, &admitted);
    add_form(before, root, &distinct);
    const char *text = tl_arena_copy(&arena, before).ptr;
    termlint_complete_yaml(NULL, text, size % 2, tell, &size);
    tl_arena_clear(&arena);
    return 0;
}
