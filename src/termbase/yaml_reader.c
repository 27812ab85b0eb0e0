/* SPDX-License-Identifier: MPL-2.0 */
/* A thin layer over the event interface of libyaml, whose document interface is quadratic and
 * which by itself bounds neither depth nor text and takes a key twice. Knows no key of any file.
 * Between two functions yaml->event is the first event that nobody has consumed; after a syntax
 * error yaml->failed is set and every function returns NULL or false. */
#include "termbase/yaml_reader.h"

#include "base/alloc.h"
#include "base/utf8.h"
#include "termbase/bytes.h"

#include <string.h>

enum { CLIPPED = 60 };

/* What libyaml says of mistakes that authors make often, and what it means for them. */
static const struct {
    const char *problem, *advice;
} advices[] = {
    {"mapping values are not allowed in this context", "want text with “: ” in quotes"},
    {"found character that cannot start any token",
     "want text that begins with @, ` or % in quotes, and spaces instead of tabs"},
    {"did not find expected key", "want the same indentation, and nothing behind a quote"},
    {"did not find expected ',' or ']'", "want a closing “]”, and text with “,” in quotes"},
    {"did not find expected ',' or '}'", "want a closing “}”, and text with “,” in quotes"},
};

static tl_bytes_place
place_of_mark(yaml_mark_t mark)
{
    return (tl_bytes_place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static bool
fail(tl_yaml *yaml, tl_bytes_place at, const char *message)
{
    tl_problem_add(yaml->problems, yaml->path, at.line, at.column, "%s", message);
    yaml->failed = true;
    return false;
}

tl_str
tl_clip(tl_str text)
{
    size_t end = tl_str_find_byte(text, '\n', 0);
    if (end > CLIPPED) {
        end = CLIPPED;
        while (end > 0 && ((unsigned char)text.ptr[end] & 0xc0) == 0x80) {
            end--;
        }
    }
    return tl_str_slice(text, 0, end);
}

const char *
tl_node_kind_name(tl_node_kind kind)
{
    static const char *const names[] = {"alias", "text", "list", "mapping"};
    return names[kind];
}

const tl_node *
tl_node_find(const tl_node *mapping, tl_str key)
{
    const tl_node *found = mapping->kind == TL_NODE_MAPPING ? mapping->first : NULL;
    while (found && !tl_str_equal(found->text, key)) {
        found = found->next;
    }
    return found;
}

size_t
tl_node_count(const tl_node *node)
{
    size_t count = 0;
    for (const tl_node *part = node->first; part; part = part->next) {
        count++;
    }
    return count;
}

static const char *
advice_on(const char *problem)
{
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
        if (strcmp(advices[i].problem, problem) == 0) {
            return advices[i].advice;
        }
    }
    return NULL;
}

static void
report_syntax(tl_yaml *yaml)
{
    const yaml_parser_t *parser = &yaml->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        tl_out_of_memory();
    }
    yaml->failed = true;
    if (parser->error == YAML_READER_ERROR) {
        tl_bytes_place at = tl_bytes_place_of(yaml->bytes, parser->problem_offset);
        tl_problem_add(yaml->problems, yaml->path, at.line, at.column,
                       "control character U+%04X, want plain text",
                       (unsigned)parser->problem_value);
        return;
    }
    const char *advice = advice_on(parser->problem);
    tl_bytes_place at = place_of_mark(parser->problem_mark);
    tl_bytes_place begun = parser->context ? place_of_mark(parser->context_mark) : at;
    const char *separator = advice ? ", " : "";
    const char *wanted = advice ? advice : "";
    if (begun.line < at.line) {
        tl_problem_add(yaml->problems, yaml->path, at.line, at.column,
                       "not YAML: %s (of what began on line %u)%s%s", parser->problem, begun.line,
                       separator, wanted);
    } else {
        tl_problem_add(yaml->problems, yaml->path, at.line, at.column, "not YAML: %s%s%s",
                       parser->problem, separator, wanted);
    }
}

/* Steps on to a character of the file; libyaml tells places in characters. */
static void
step_to(tl_yaml *yaml, size_t index)
{
    while (yaml->at_in_characters < index && yaml->at < yaml->bytes.len) {
        tl_utf8_next(yaml->bytes, &yaml->at);
        yaml->at_in_characters++;
    }
}

/* Counts the comments between two events, where nothing stands but marks and white space. */
static void
count_comments(tl_yaml *yaml, size_t from, size_t to)
{
    bool in_comment = false;
    step_to(yaml, from);
    while (yaml->at_in_characters < to && yaml->at < yaml->bytes.len) {
        uint32_t c = tl_utf8_next(yaml->bytes, &yaml->at);
        yaml->at_in_characters++;
        yaml->comments += c == '#' && !in_comment;
        in_comment = c == '#' || (in_comment && c != '\n' && c != '\r');
    }
}

static bool
advance(tl_yaml *yaml)
{
    if (yaml->is_plain) {
        if (!yaml->failed) {
            tl_yaml_plain_next(&yaml->plain, &yaml->event);
            yaml->comments = yaml->plain.comments;
        }
        return !yaml->failed;
    }
    size_t end = yaml->event.end_mark.index;
    yaml_event_delete(&yaml->event);
    if (!yaml->failed && !yaml_parser_parse(&yaml->parser, &yaml->event)) {
        report_syntax(yaml);
    } else if (!yaml->failed && yaml->has_comments) {
        count_comments(yaml, end, yaml->event.start_mark.index);
    }
    return !yaml->failed;
}

bool
tl_yaml_open(tl_yaml *yaml, tl_str path, tl_str bytes, tl_problem_list *problems, tl_arena *arena)
{
    tl_str mark = TL_STR("\xef\xbb\xbf");
    if (tl_str_starts_with(bytes, mark)) {
        bytes = tl_str_slice(bytes, mark.len, bytes.len);
    }
    *yaml = (tl_yaml){.path = path, .bytes = bytes, .problems = problems, .arena = arena};
    if (!yaml_parser_initialize(&yaml->parser)) {
        tl_out_of_memory();
    }
    if (!tl_bytes_check(bytes, path, problems)) {
        yaml->failed = true;
        return false;
    }
    yaml->is_plain = tl_yaml_plain_open(&yaml->plain, bytes);
    yaml_parser_set_input_string(&yaml->parser, (const unsigned char *)(bytes.len ? bytes.ptr : ""),
                                 bytes.len);
    yaml->has_comments = tl_str_find_byte(bytes, '#', 0) < bytes.len;
    if (!advance(yaml) || !advance(yaml)) {
        return false;
    }
    if (yaml->event.type != YAML_DOCUMENT_START_EVENT) {
        return fail(yaml, (tl_bytes_place){1, 1}, "empty file, want a mapping");
    }
    return advance(yaml);
}

void
tl_yaml_clear(tl_yaml *yaml)
{
    if (!yaml->is_plain) {
        yaml_event_delete(&yaml->event);
    }
    yaml_parser_delete(&yaml->parser);
}

static bool
is_end(const tl_yaml *yaml)
{
    return yaml->event.type == YAML_SEQUENCE_END_EVENT ||
           yaml->event.type == YAML_MAPPING_END_EVENT;
}

static tl_node *
node_new(tl_yaml *yaml, tl_node_kind kind, tl_str under)
{
    tl_node *node = tl_arena_alloc(yaml->arena, 1, sizeof *node);
    tl_bytes_place at = place_of_mark(yaml->event.start_mark);
    *node = (tl_node){.kind = kind, .line = at.line, .column = at.column, .under = under};
    return node;
}

static void
refuse_property(tl_yaml *yaml, const char *what, const yaml_char_t *value)
{
    if (value) {
        tl_bytes_place at = place_of_mark(yaml->event.start_mark);
        tl_problem_add(yaml->problems, yaml->path, at.line, at.column,
                       "%s “%.*s”, want a value without one", what,
                       TL_STR_ARGS(tl_clip(tl_str_from((const char *)value))));
    }
}

static bool
is_good_text(tl_yaml *yaml, const tl_node *node)
{
    uint32_t unwanted;
    if (node->text.len > TL_YAML_MAX_TEXT) {
        tl_problem_add(yaml->problems, yaml->path, node->line, node->column,
                       "text of %zu bytes, want at most %d", node->text.len, TL_YAML_MAX_TEXT);
        return false;
    }
    if (!yaml->is_plain && tl_bytes_have_unwanted(node->text, &unwanted)) {
        tl_problem_add(yaml->problems, yaml->path, node->line, node->column,
                       "control character U+%04X in a text, want plain text", (unsigned)unwanted);
        return false;
    }
    return true;
}

static tl_node *
read_text(tl_yaml *yaml, tl_str under)
{
    tl_node *node = node_new(yaml, TL_NODE_TEXT, under);
    refuse_property(yaml, "anchor", yaml->event.data.scalar.anchor);
    refuse_property(yaml, "tag", yaml->event.data.scalar.tag);
    tl_str text = {(const char *)yaml->event.data.scalar.value, yaml->event.data.scalar.length};
    node->text = tl_arena_copy(yaml->arena, text);
    node->absent = text.len == 0 && yaml->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->kind = is_good_text(yaml, node) ? TL_NODE_TEXT : TL_NODE_BROKEN;
    return advance(yaml) ? node : NULL;
}

static tl_node *
read_alias(tl_yaml *yaml, tl_str under)
{
    tl_node *node = node_new(yaml, TL_NODE_BROKEN, under);
    tl_str name = tl_clip(tl_str_from((const char *)yaml->event.data.alias.anchor));
    tl_problem_add(yaml->problems, yaml->path, node->line, node->column,
                   "alias “*%.*s”, want the value itself", TL_STR_ARGS(name));
    return advance(yaml) ? node : NULL;
}

tl_node_kind
tl_yaml_peek(const tl_yaml *yaml)
{
    switch (yaml->event.type) {
    case YAML_SCALAR_EVENT: return TL_NODE_TEXT;
    case YAML_SEQUENCE_START_EVENT: return TL_NODE_LIST;
    case YAML_MAPPING_START_EVENT: return TL_NODE_MAPPING;
    default: return TL_NODE_BROKEN;
    }
}

tl_node *
tl_yaml_enter(tl_yaml *yaml, tl_str under)
{
    tl_node *node = node_new(yaml, tl_yaml_peek(yaml), under);
    if (node->kind == TL_NODE_MAPPING) {
        refuse_property(yaml, "anchor", yaml->event.data.mapping_start.anchor);
        refuse_property(yaml, "tag", yaml->event.data.mapping_start.tag);
    } else {
        refuse_property(yaml, "anchor", yaml->event.data.sequence_start.anchor);
        refuse_property(yaml, "tag", yaml->event.data.sequence_start.tag);
    }
    if (++yaml->depth > TL_YAML_MAX_DEPTH) {
        fail(yaml, (tl_bytes_place){node->line, node->column},
             "nested more than 64 deep, want a flatter file");
    }
    return advance(yaml) ? node : NULL;
}

static bool
leave(tl_yaml *yaml)
{
    yaml->depth--;
    return advance(yaml);
}

static tl_node *read_node(tl_yaml *yaml, tl_str under);

static tl_node *
read_list(tl_yaml *yaml, tl_str under)
{
    tl_node *node = tl_yaml_enter(yaml, under);
    if (node == NULL) {
        return NULL;
    }
    const tl_node **link = &node->first;
    while (!is_end(yaml)) {
        tl_node *item = read_node(yaml, under);
        if (item == NULL) {
            return NULL;
        }
        *link = item;
        link = &item->next;
    }
    return leave(yaml) ? node : NULL;
}

/* A key: a broken node, the problem being reported, if it is no text. */
static tl_node *
read_key(tl_yaml *yaml, tl_str under)
{
    tl_node *key = read_node(yaml, under);
    if (key && (key->kind == TL_NODE_LIST || key->kind == TL_NODE_MAPPING)) {
        tl_problem_add(yaml->problems, yaml->path, key->line, key->column,
                       "%s for a key, want a word", tl_node_kind_name(key->kind));
        key->kind = TL_NODE_BROKEN;
    }
    return key;
}

static bool
is_new_key(tl_yaml *yaml, const tl_node *mapping, const tl_node *key)
{
    const tl_node *first = tl_node_find(mapping, key->text);
    if (first) {
        tl_problem_add(yaml->problems, yaml->path, key->line, key->column,
                       "key “%.*s” is given twice, first on line %u, want one",
                       TL_STR_ARGS(tl_clip(key->text)), first->line);
    }
    return first == NULL;
}

static tl_node *
read_mapping(tl_yaml *yaml, tl_str under)
{
    tl_node *node = tl_yaml_enter(yaml, under);
    if (node == NULL) {
        return NULL;
    }
    const tl_node **link = &node->first;
    for (unsigned count = 0; !is_end(yaml); count++) {
        tl_node *key = read_key(yaml, under);
        tl_node *value = key ? read_node(yaml, key->text) : NULL;
        if (value == NULL) {
            return NULL;
        }
        if (count == TL_YAML_MAX_KEYS) {
            fail(yaml, (tl_bytes_place){key->line, key->column},
                 "mapping of more than 256 keys, want fewer");
            return NULL;
        }
        if (key->kind == TL_NODE_TEXT && is_new_key(yaml, node, key)) {
            key->value = value;
            *link = key;
            link = &key->next;
        }
    }
    return leave(yaml) ? node : NULL;
}

static tl_node *
read_node(tl_yaml *yaml, tl_str under)
{
    if (++yaml->nodes > TL_YAML_MAX_NODES) {
        fail(yaml, place_of_mark(yaml->event.start_mark),
             "value of more than 100000 parts, want several smaller");
        return NULL;
    }
    switch (yaml->event.type) {
    case YAML_SCALAR_EVENT: return read_text(yaml, under);
    case YAML_SEQUENCE_START_EVENT: return read_list(yaml, under);
    case YAML_MAPPING_START_EVENT: return read_mapping(yaml, under);
    default: return read_alias(yaml, under);
    }
}

/* True at the end of what was entered, which is stepped over, and after a syntax error. */
static bool
comes_to_an_end(tl_yaml *yaml)
{
    if (!yaml->failed && is_end(yaml)) {
        leave(yaml);
        return true;
    }
    return yaml->failed;
}

tl_node *
tl_yaml_next(tl_yaml *yaml, tl_str under)
{
    yaml->nodes = 0;
    return comes_to_an_end(yaml) ? NULL : read_node(yaml, under);
}

tl_node *
tl_yaml_next_key(tl_yaml *yaml)
{
    yaml->nodes = 0;
    return comes_to_an_end(yaml) ? NULL : read_key(yaml, TL_STR(""));
}

void
tl_yaml_finish(tl_yaml *yaml)
{
    if (yaml->failed || !advance(yaml)) {
        return;
    }
    if (yaml->event.type != YAML_STREAM_END_EVENT) {
        fail(yaml, place_of_mark(yaml->event.start_mark),
             "a second document in the file, want one");
    }
}
