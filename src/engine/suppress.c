/* SPDX-License-Identifier: MPL-2.0 */
/* Reads suppression directives and says which findings they cover. Knows nothing of formats:
 * readers say where comments are. For each rule, and for all of them, there is a list of places in
 * order, so that a finding is looked up and not compared with every directive; places that a
 * directive before covers already count for that one. */
#include "engine/suppress.h"

#include "base/array.h"

#include <stdlib.h>

typedef enum directive_kind {
    DIRECTIVE_NONE,
    DIRECTIVE_DISABLE,
    DIRECTIVE_ENABLE,
    DIRECTIVE_LINE,
    DIRECTIVE_NEXT_LINE,
} directive_kind;

/* A directive as it is read. */
typedef struct directive {
    directive_kind kind;
    tl_str word;
    tl_position place;
    uint32_t next_first, next_last; /* the lines that its "next line" is */
} directive;

/* Takes the next word, up to white space or a comma, off the front of *rest. */
static tl_str
take_word(tl_str *rest)
{
    *rest = tl_str_trim(*rest);
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '\t' &&
           rest->ptr[end] != ',') {
        end++;
    }
    tl_str word = tl_str_slice(*rest, 0, end);
    *rest = tl_str_slice(*rest, end + (end < rest->len && rest->ptr[end] == ','), rest->len);
    return word;
}

/* From here on a directive is for people. */
static bool
is_dash(tl_str word)
{
    return tl_str_equal(word, TL_STR("--")) || tl_str_equal(word, TL_STR("-")) ||
           tl_str_equal(word, TL_STR("–")) || tl_str_equal(word, TL_STR("—"));
}

static directive_kind
kind_of(tl_str word)
{
    static const struct {
        tl_str name;
        directive_kind kind;
    } kinds[] = {
        {TL_STR_INIT("termlint-disable"), DIRECTIVE_DISABLE},
        {TL_STR_INIT("termlint-enable"), DIRECTIVE_ENABLE},
        {TL_STR_INIT("termlint-disable-line"), DIRECTIVE_LINE},
        {TL_STR_INIT("termlint-disable-next-line"), DIRECTIVE_NEXT_LINE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (tl_str_equal(word, kinds[i].name)) {
            return kinds[i].kind;
        }
    }
    return DIRECTIVE_NONE;
}

static uint64_t
place_of(tl_position at)
{
    return (uint64_t)at.line << 32 | at.column;
}

static tl_suppressed_places *
last_of(const tl_suppressed_list *places)
{
    return places->count ? &places->items[places->count - 1] : NULL;
}

static bool
is_open(const tl_suppressed_list *places)
{
    return places->count && last_of(places)->last == UINT64_MAX;
}

static void
add_places(tl_suppressed_list *places, tl_suppressed_places more)
{
    const tl_suppressed_places *last = last_of(places);
    if (last && last->last >= more.first) {
        if (last->last >= more.last) {
            return;
        }
        more.first = last->last + 1;
    }
    places->items = tl_array_reserve(places->items, &places->capacity, places->count + 1,
                                     sizeof *places->items);
    places->items[places->count++] = more;
}

static void
close_at(tl_suppressed_list *places, uint64_t place)
{
    if (is_open(places)) {
        last_of(places)->last = place;
    }
}

/* All rules but one stay disabled: from here on each by a list of its own. */
static void
except_from_all(tl_suppression_list *list, const tl_rule *rule, uint64_t place)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    tl_suppressed_places open = {place, UINT64_MAX, last_of(&list->of_all)->suppression};
    close_at(&list->of_all, place);
    for (size_t i = 0; i < count; i++) {
        if (rules[i] != rule) {
            add_places(&list->of_rule[i], open);
        }
    }
}

static void
enable(tl_suppression_list *list, const tl_rule *rule, uint64_t place)
{
    if (rule == NULL) {
        close_at(&list->of_all, place);
        for (size_t i = 0; i < TL_MAX_RULES; i++) {
            close_at(&list->of_rule[i], place);
        }
        return;
    }
    if (is_open(&list->of_all)) {
        except_from_all(list, rule, place);
    }
    close_at(&list->of_rule[tl_rule_number(rule)], place);
}

static uint32_t
note(tl_suppression_list *list, const directive *d, tl_str rule)
{
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count] =
        (tl_suppression){.directive = d->word, .rule = rule, .place = d->place};
    return (uint32_t)list->count++;
}

static tl_suppressed_places
whole_lines(uint32_t first, uint32_t last)
{
    return (tl_suppressed_places){place_of((tl_position){first, 0}),
                                  place_of((tl_position){last, UINT32_MAX}), 0};
}

static tl_suppressed_places
places_of(const directive *d)
{
    switch (d->kind) {
    case DIRECTIVE_LINE: return whole_lines(d->place.line, d->place.line);
    case DIRECTIVE_NEXT_LINE: return whole_lines(d->next_first, d->next_last);
    default: return (tl_suppressed_places){place_of(d->place), UINT64_MAX, 0};
    }
}

/* Applies a directive to one rule, or to all if `rule` is NULL. */
static void
apply(tl_suppression_list *list, const directive *d, const tl_rule *rule, tl_str name)
{
    if (d->kind == DIRECTIVE_ENABLE) {
        enable(list, rule, place_of(d->place));
        return;
    }
    tl_suppressed_places places = places_of(d);
    places.suppression = note(list, d, name);
    add_places(rule ? &list->of_rule[tl_rule_number(rule)] : &list->of_all, places);
}

static void
tell_unknown(tl_str path, const directive *d, tl_str name, tl_problem_list *remarks)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    tl_str ids[TL_MAX_RULES];
    for (size_t i = 0; i < count; i++) {
        ids[i] = tl_str_from(rules[i]->id);
    }
    tl_str near = tl_nearest(name, ids, count);
    tl_problem_add(remarks, path, d->place.line, d->place.column,
                   "“%.*s” in a suppression is no rule, %s%.*s%s", TL_STR_ARGS(name),
                   near.len ? "did you mean “" : "want one of `termlint rules`", TL_STR_ARGS(near),
                   near.len ? "”" : "");
}

/* Reads the line of a comment that begins with the first word of a directive. */
static void
read_directive(tl_suppression_list *list, tl_str line, directive d, tl_str path,
               tl_problem_list *remarks)
{
    d.word = take_word(&line);
    d.kind = kind_of(d.word);
    if (d.kind == DIRECTIVE_NONE) {
        return;
    }
    tl_str name = take_word(&line);
    if (name.len == 0 || is_dash(name)) {
        apply(list, &d, NULL, (tl_str){NULL, 0});
        return;
    }
    for (; name.len > 0 && !is_dash(name); name = take_word(&line)) {
        const tl_rule *rule = tl_rule_find(name);
        if (rule) {
            apply(list, &d, rule, name);
        } else {
            tell_unknown(path, &d, name, remarks);
        }
    }
}

/* What opens and closes a comment may be part of it. */
static tl_str
without_comment_end(tl_str line)
{
    static const tl_str ends[] = {TL_STR_INIT("-->"), TL_STR_INIT("*/"), TL_STR_INIT(")")};
    line = tl_str_trim(line);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (tl_str_ends_with(line, ends[i])) {
            return tl_str_trim(tl_str_slice(line, 0, line.len - ends[i].len));
        }
    }
    return line;
}

/* Nothing but the marks of comments may stand before a directive in its line. */
static bool
is_first_in_line(tl_str line, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        unsigned char byte = (unsigned char)line.ptr[i], small = byte | 0x20;
        bool is_word = (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9');
        if (is_word || byte >= 0x80) {
            return false;
        }
    }
    return true;
}

/* Sets what the "next line" of a comment is. */
static void
find_next(tl_source *source, const tl_comment *comment, directive *d)
{
    bool is_given = comment->next.begin < comment->next.end;
    uint32_t first = is_given ? comment->next.begin : comment->range.end;
    uint32_t last = is_given ? comment->next.end : comment->range.end;
    d->next_first = tl_source_position(source, first, TL_COLUMNS_BYTES).line + !is_given;
    d->next_last = tl_source_position(source, last, TL_COLUMNS_BYTES).line + !is_given;
}

static void
read_comment(tl_suppression_list *list, tl_source *source, const tl_comment *comment,
             tl_problem_list *remarks)
{
    tl_str rest = tl_str_at(source->bytes, comment->range), line, prefix = TL_STR("termlint-");
    directive d = {0};
    find_next(source, comment, &d);
    while (tl_str_split(&rest, '\n', &line)) {
        size_t at = tl_str_find(line, prefix, 0);
        if (at < line.len && is_first_in_line(line, at)) {
            uint32_t offset = (uint32_t)(line.ptr + at - source->bytes.ptr);
            d.place = tl_source_position(source, offset, TL_COLUMNS_CODE_POINTS);
            read_directive(list, without_comment_end(tl_str_slice(line, at, line.len)), d,
                           source->name, remarks);
        }
    }
}

static int
compare_comments(const void *a, const void *b)
{
    uint32_t left = ((const tl_comment *)a)->range.begin;
    uint32_t right = ((const tl_comment *)b)->range.begin;
    return (left > right) - (left < right);
}

void
tl_suppressions_read(tl_suppression_list *list, tl_document *document, tl_problem_list *remarks)
{
    if (document->comment_count > 1) {
        qsort(document->comments, document->comment_count, sizeof *document->comments,
              compare_comments);
    }
    for (size_t i = 0; i < document->comment_count; i++) {
        read_comment(list, document->source, &document->comments[i], remarks);
    }
}

void
tl_suppressions_clear(tl_suppression_list *list)
{
    for (size_t i = 0; i < TL_MAX_RULES; i++) {
        free(list->of_rule[i].items);
    }
    free(list->of_all.items);
    free(list->items);
    *list = (tl_suppression_list){0};
}

/* The suppression that covers a place; NULL if there is none. */
static tl_suppression *
suppression_at(const tl_suppression_list *list, const tl_suppressed_list *places, uint64_t place)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places->items[middle].last < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool covers = low < places->count && places->items[low].first <= place;
    return covers ? &list->items[places->items[low].suppression] : NULL;
}

/* “Zainetdinov” [sic]: behind the text there may be the end of its word, closing quotes and white
 * space. */
static bool
is_marked_sic(tl_str behind)
{
    static const tl_str marks[] = {TL_STR_INIT("[sic]"), TL_STR_INIT("(sic)"),
                                   TL_STR_INIT("[sic!]"), TL_STR_INIT("(sic!)")};
    enum { FARTHEST = 16 };
    size_t at = 0, farthest = behind.len < FARTHEST ? behind.len : FARTHEST;
    while (at < farthest && behind.ptr[at] != '[' && behind.ptr[at] != '(' &&
           (at == 0 || behind.ptr[at - 1] != ' ' || behind.ptr[at] == ' ')) {
        at++;
    }
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (tl_str_equal_ascii_nocase(tl_str_slice(behind, at, at + marks[i].len), marks[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_suppressions_cover(tl_suppression_list *list, const tl_diag *diag, tl_str behind)
{
    const tl_rule *rule = list->count ? tl_rule_find(diag->rule) : NULL;
    if (rule) {
        const tl_suppressed_list *of_rule = &list->of_rule[tl_rule_number(rule)];
        tl_suppression *found = suppression_at(list, of_rule, place_of(diag->begin));
        found = found ? found : suppression_at(list, &list->of_all, place_of(diag->begin));
        if (found) {
            found->is_used = true;
            return true;
        }
    }
    return is_marked_sic(behind);
}

void
tl_suppressions_tell_unused(const tl_suppression_list *list, tl_str path,
                            bool (*is_on)(const void *context, const tl_rule *rule),
                            const void *context, tl_problem_list *unused)
{
    for (size_t i = 0; i < list->count; i++) {
        const tl_suppression *item = &list->items[i];
        if (!item->is_used && (item->rule.len == 0 || is_on(context, tl_rule_find(item->rule)))) {
            tl_problem_add(unused, path, item->place.line, item->place.column,
                           "%.*s%s%.*s suppresses nothing", TL_STR_ARGS(item->directive),
                           item->rule.len ? " " : "", TL_STR_ARGS(item->rule));
        }
    }
}
