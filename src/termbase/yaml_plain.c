/* SPDX-License-Identifier: MPL-2.0 */
/* A file is gone through twice: once to see whether all of it is of the plain shape, then event by
 * event. So a file that is not is never half read when libyaml takes over. What is accepted is far
 * less than YAML has: whatever may mean something else to libyaml, or nothing at all, is refused.
 *
 * The levels are the block lists and mappings around what is at hand, by the column of their dashes
 * and keys, and then the flow ones; a list may stand in the column of the mapping that it is in. */
#include "termbase/yaml_plain.h"

#include <string.h>

enum { LONGEST_KEY = 128 };

typedef enum state {
    STREAM_BEGINS,
    DOCUMENT_BEGINS,
    LINE,      /* at the beginning of a line */
    ITEM,      /* behind a dash */
    KEY,       /* at the key of a block mapping */
    VALUE,     /* behind a key */
    FLOW_OPEN, /* behind the bracket that opens */
    FLOW_PART, /* at an item or key of a flow collection */
    FLOW_NEXT, /* behind one */
    STREAM_ENDS,
} state;

/* What a step comes to. */
typedef enum step {
    NOT_PLAIN,
    GO_ON, /* to the next step: there is no event yet */
    GIVEN, /* an event */
} step;

/* -- bytes ------------------------------------------------------------------------------------ */

static int
byte_at(const tl_yaml_plain *plain, size_t at)
{
    return at < plain->bytes.len ? (unsigned char)plain->bytes.ptr[at] : '\n';
}

/* True at a character that no text may have, or that libyaml refuses or takes for the end of a
 * line: a control, a mark of direction, U+2028, a byte order mark, no character at all. */
static bool
is_odd(const tl_yaml_plain *plain, size_t at)
{
    int first = byte_at(plain, at), second = byte_at(plain, at + 1), third = byte_at(plain, at + 2);
    switch (first) {
    case 0x7F: return true;
    case 0xC2: return second < 0xA0;
    case 0xD8: return second == 0x9C;
    case 0xE2:
        return (second == 0x80 &&
                (third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE))) ||
               (second == 0x81 && third >= 0xA6 && third <= 0xA9);
    case 0xEF: return (second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE);
    default: return first < ' ' && first != '\n';
    }
}

/* Whether any of the bytes may begin what is odd. Without a branch, for many bytes at once. */
static bool
may_be_odd(const unsigned char *bytes, size_t count)
{
    unsigned any = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned char c = bytes[i];
        any |= (c < ' ' && c != '\n') | (c == 0x7F) | (c == 0xC2) | (c == 0xD8) | (c == 0xE2) |
               (c == 0xEF);
    }
    return any;
}

static bool
is_odd_between(const tl_yaml_plain *plain, size_t begin, size_t end)
{
    while (begin < end && !is_odd(plain, begin)) {
        begin++;
    }
    return begin < end;
}

static bool
has_odd_characters(const tl_yaml_plain *plain)
{
    enum { BLOCK = 64 };
    const unsigned char *bytes = (const unsigned char *)plain->bytes.ptr;
    for (size_t begin = 0, end; begin < plain->bytes.len; begin = end) {
        size_t left = plain->bytes.len - begin;
        end = begin + (left < BLOCK ? left : BLOCK);
        if (may_be_odd(bytes + begin, end - begin) && is_odd_between(plain, begin, end)) {
            return true;
        }
    }
    return false;
}

static size_t
end_of_line(const tl_yaml_plain *plain, size_t at)
{
    return tl_str_find_byte(plain->bytes, '\n', at);
}

static size_t
skip_spaces(const tl_yaml_plain *plain, size_t at)
{
    while (byte_at(plain, at) == ' ') {
        at++;
    }
    return at;
}

static void
begin_line(tl_yaml_plain *plain, size_t at)
{
    plain->at = plain->line_begin = plain->counted_to = at;
    plain->column = 0;
    plain->line++;
}

/* Ends the line at hand, behind which there may be spaces and a comment; false if there is more. */
static bool
pass_line_end(tl_yaml_plain *plain)
{
    size_t at = skip_spaces(plain, plain->at), end = end_of_line(plain, at);
    bool is_comment = byte_at(plain, at) == '#' && (at > plain->at || at == plain->line_begin);
    if (at < end && !is_comment) {
        return false;
    }
    plain->comments += is_comment;
    begin_line(plain, end + 1);
    plain->state = LINE;
    return true;
}

/* -- events ----------------------------------------------------------------------------------- */

static step
give(yaml_event_t *event, yaml_event_type_t type)
{
    memset(event, 0, sizeof *event);
    event->type = type;
    return GIVEN;
}

static step
give_at(tl_yaml_plain *plain, yaml_event_t *event, yaml_event_type_t type, size_t at)
{
    for (; plain->counted_to < at; plain->counted_to++) {
        plain->column += (byte_at(plain, plain->counted_to) & 0xC0) != 0x80;
    }
    give(event, type);
    event->start_mark = (yaml_mark_t){.index = at, .line = plain->line, .column = plain->column};
    return GIVEN;
}

/* Bytes [begin, end) as a scalar, which starts at `at`. */
static step
give_text(tl_yaml_plain *plain, yaml_event_t *event, size_t at, tl_str text,
          yaml_scalar_style_t style)
{
    give_at(plain, event, YAML_SCALAR_EVENT, at);
    event->data.scalar.value = (yaml_char_t *)(uintptr_t)text.ptr;
    event->data.scalar.length = text.len;
    event->data.scalar.style = style;
    return GIVEN;
}

static tl_yaml_level *
top_of(tl_yaml_plain *plain)
{
    return &plain->levels[plain->depth - 1];
}

static step
open_level(tl_yaml_plain *plain, yaml_event_t *event, tl_yaml_level level, size_t at)
{
    if (plain->depth == TL_YAML_PLAIN_DEPTH) {
        return NOT_PLAIN;
    }
    plain->levels[plain->depth++] = level;
    return give_at(plain, event,
                   level.is_list ? YAML_SEQUENCE_START_EVENT : YAML_MAPPING_START_EVENT, at);
}

static step
close_level(tl_yaml_plain *plain, yaml_event_t *event)
{
    bool is_list = top_of(plain)->is_list;
    plain->depth--;
    return give(event, is_list ? YAML_SEQUENCE_END_EVENT : YAML_MAPPING_END_EVENT);
}

/* -- scalars ---------------------------------------------------------------------------------- */

static bool
is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_blank(int c)
{
    return c == ' ' || c == '\n';
}

/* The length of a key, its colon not counted; 0 if there is none. */
static size_t
key_length(const tl_yaml_plain *plain, size_t at)
{
    size_t length = 0;
    int c = byte_at(plain, at);
    while (is_letter(c) || (length > 0 && ((c >= '0' && c <= '9') || c == '_' || c == '-'))) {
        c = byte_at(plain, at + ++length);
    }
    bool is_key = c == ':' && length <= LONGEST_KEY && is_blank(byte_at(plain, at + length + 1));
    return is_key ? length : 0;
}

static step
give_key(tl_yaml_plain *plain, yaml_event_t *event, state then)
{
    size_t at = plain->at, length = key_length(plain, at);
    plain->at = at + length + 1;
    plain->state = then;
    return length ? give_text(plain, event, at, tl_str_slice(plain->bytes, at, at + length),
                              YAML_PLAIN_SCALAR_STYLE)
                  : NOT_PLAIN;
}

/* In quotes nothing may have to be unescaped. */
static step
give_quoted(tl_yaml_plain *plain, yaml_event_t *event, char quote)
{
    size_t at = plain->at, end = end_of_line(plain, at);
    tl_str rest = tl_str_slice(plain->bytes, at + 1, end);
    size_t length = tl_str_find_byte(rest, quote, 0);
    tl_str text = tl_str_slice(rest, 0, length);
    bool is_escaped = quote == '"' ? tl_str_find_byte(text, '\\', 0) < length
                                   : byte_at(plain, at + length + 2) == '\'';
    if (length == rest.len || is_escaped) {
        return NOT_PLAIN;
    }
    plain->at = at + length + 2;
    return give_text(plain, event, at, text,
                     quote == '"' ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
                                  : YAML_SINGLE_QUOTED_SCALAR_STYLE);
}

static bool
begins_words(int c)
{
    return strchr("-?:,[]{}#&*!|>'\"%@` \n", c) == NULL;
}

/* Where words that stand for themselves end, in a block: with the line, or before a comment. They
 * are no such words, and the end is where they begin, if a colon makes them a key. */
static size_t
end_of_words(const tl_yaml_plain *plain, size_t begin)
{
    size_t end = end_of_line(plain, begin);
    tl_str line = tl_str_slice(plain->bytes, 0, end);
    size_t mark = tl_str_find_byte(line, '#', begin);
    while (mark < end && line.ptr[mark - 1] != ' ') {
        mark = tl_str_find_byte(line, '#', mark + 1);
    }
    end = mark < end ? mark : end;
    size_t colon = tl_str_find_byte(line, ':', begin);
    while (colon < end && !is_blank(byte_at(plain, colon + 1))) {
        colon = tl_str_find_byte(line, ':', colon + 1);
    }
    return colon < end ? begin : end;
}

/* The same in a flow collection, which knows more marks. */
static size_t
end_of_flow_words(const tl_yaml_plain *plain, size_t begin)
{
    for (size_t at = begin;; at++) {
        switch (byte_at(plain, at)) {
        case ',':
        case '[':
        case ']':
        case '{':
        case '}': return at;
        case ':':
        case '?':
        case '#':
        case '\n': return begin;
        default: break;
        }
    }
}

static step
give_words(tl_yaml_plain *plain, yaml_event_t *event, bool is_flow)
{
    size_t begin = plain->at;
    size_t end = !begins_words(byte_at(plain, begin)) ? begin
                 : is_flow                            ? end_of_flow_words(plain, begin)
                                                      : end_of_words(plain, begin);
    while (end > begin && plain->bytes.ptr[end - 1] == ' ') {
        end--;
    }
    plain->at = end;
    return end == begin ? NOT_PLAIN
                        : give_text(plain, event, begin, tl_str_slice(plain->bytes, begin, end),
                                    YAML_PLAIN_SCALAR_STYLE);
}

/* A value that begins at hand. */
static step
give_value(tl_yaml_plain *plain, yaml_event_t *event, bool is_flow)
{
    char c = (char)byte_at(plain, plain->at);
    if (c == '[' || c == '{') {
        size_t at = plain->at++;
        plain->state = FLOW_OPEN;
        return open_level(plain, event, (tl_yaml_level){.is_list = c == '[', .is_flow = true}, at);
    }
    step given =
        c == '"' || c == '\'' ? give_quoted(plain, event, c) : give_words(plain, event, is_flow);
    plain->state = FLOW_NEXT;
    return given == GIVEN && !is_flow && !pass_line_end(plain) ? NOT_PLAIN : given;
}

/* -- flow collections ------------------------------------------------------------------------- */

static step
close_flow(tl_yaml_plain *plain, yaml_event_t *event)
{
    plain->at++;
    plain->state = FLOW_NEXT;
    close_level(plain, event);
    bool is_within = plain->depth > 0 && top_of(plain)->is_flow;
    return is_within || pass_line_end(plain) ? GIVEN : NOT_PLAIN;
}

static bool
is_closed(tl_yaml_plain *plain)
{
    return byte_at(plain, plain->at) == (top_of(plain)->is_list ? ']' : '}');
}

static step
take_flow_part(tl_yaml_plain *plain, yaml_event_t *event)
{
    plain->at = skip_spaces(plain, plain->at);
    return top_of(plain)->is_list ? give_value(plain, event, true) : give_key(plain, event, VALUE);
}

static step
take_flow(tl_yaml_plain *plain, yaml_event_t *event)
{
    plain->at = skip_spaces(plain, plain->at);
    if (is_closed(plain)) {
        return close_flow(plain, event);
    }
    if (plain->state == FLOW_NEXT && byte_at(plain, plain->at++) != ',') {
        return NOT_PLAIN;
    }
    plain->state = FLOW_PART;
    return GO_ON;
}

/* -- block collections ------------------------------------------------------------------------ */

static bool
is_item(const tl_yaml_plain *plain, size_t at)
{
    return byte_at(plain, at) == '-' && byte_at(plain, at + 1) == ' ';
}

/* Whatever is open ends with the bytes. */
static step
take_end(tl_yaml_plain *plain, yaml_event_t *event)
{
    if (plain->awaits_value) {
        return NOT_PLAIN;
    }
    if (plain->depth > 0) {
        return close_level(plain, event);
    }
    plain->state = STREAM_ENDS;
    return give(event, YAML_DOCUMENT_END_EVENT);
}

/* The value of a key, or of the document, that is a list or mapping from this line on. */
static step
open_block(tl_yaml_plain *plain, yaml_event_t *event, size_t at)
{
    uint32_t column = (uint32_t)(at - plain->line_begin);
    bool is_list = is_item(plain, at);
    bool is_within = plain->depth == 0 ? column == 0
                     : is_list         ? column >= top_of(plain)->column
                                       : column > top_of(plain)->column;
    plain->awaits_value = false;
    return is_within && (is_list || key_length(plain, at))
               ? open_level(plain, event, (tl_yaml_level){.column = column, .is_list = is_list}, at)
               : NOT_PLAIN;
}

static step
take_line(tl_yaml_plain *plain, yaml_event_t *event)
{
    if (plain->at >= plain->bytes.len) {
        return take_end(plain, event);
    }
    if (pass_line_end(plain)) { /* nothing stands there but perhaps a comment */
        return GO_ON;
    }
    size_t at = skip_spaces(plain, plain->at);
    if (plain->awaits_value) {
        return open_block(plain, event, at);
    }
    const tl_yaml_level *top = top_of(plain);
    size_t column = at - plain->line_begin;
    bool item = is_item(plain, at);
    if (column < top->column || (column == top->column && top->is_list && !item)) {
        return plain->depth > 1 ? close_level(plain, event) : NOT_PLAIN;
    }
    if (column > top->column || item != top->is_list) {
        return NOT_PLAIN;
    }
    plain->at = at;
    plain->state = item ? ITEM : KEY;
    return GO_ON;
}

static step
take_item(tl_yaml_plain *plain, yaml_event_t *event)
{
    size_t at = plain->at = skip_spaces(plain, plain->at + 1);
    if (key_length(plain, at) == 0) {
        return give_value(plain, event, false);
    }
    plain->state = KEY;
    return open_level(plain, event, (tl_yaml_level){.column = (uint32_t)(at - plain->line_begin)},
                      at);
}

static step
take_value(tl_yaml_plain *plain, yaml_event_t *event)
{
    bool is_flow = top_of(plain)->is_flow;
    if (!is_flow && pass_line_end(plain)) {
        plain->awaits_value = true;
        return GO_ON;
    }
    plain->at = skip_spaces(plain, plain->at);
    return give_value(plain, event, is_flow);
}

static step
take(tl_yaml_plain *plain, yaml_event_t *event)
{
    switch ((state)plain->state) {
    case STREAM_BEGINS: plain->state = DOCUMENT_BEGINS; return give(event, YAML_STREAM_START_EVENT);
    case DOCUMENT_BEGINS: plain->state = LINE; return give(event, YAML_DOCUMENT_START_EVENT);
    case LINE: return take_line(plain, event);
    case ITEM: return take_item(plain, event);
    case KEY: return give_key(plain, event, VALUE);
    case VALUE: return take_value(plain, event);
    case FLOW_OPEN:
    case FLOW_NEXT: return take_flow(plain, event);
    case FLOW_PART: return take_flow_part(plain, event);
    case STREAM_ENDS: break;
    }
    return give(event, YAML_STREAM_END_EVENT);
}

static bool
find_event(tl_yaml_plain *plain, yaml_event_t *event)
{
    step taken = GO_ON;
    while (taken == GO_ON) {
        taken = take(plain, event);
    }
    return taken == GIVEN;
}

static void
start(tl_yaml_plain *plain, tl_str bytes)
{
    *plain = (tl_yaml_plain){.bytes = bytes, .state = STREAM_BEGINS, .awaits_value = true};
}

bool
tl_yaml_plain_open(tl_yaml_plain *plain, tl_str bytes)
{
    yaml_event_t event = {.type = YAML_NO_EVENT};
    start(plain, bytes);
    bool is_plain = !has_odd_characters(plain);
    while (is_plain && event.type != YAML_STREAM_END_EVENT) {
        is_plain = find_event(plain, &event);
    }
    start(plain, bytes);
    return is_plain;
}

void
tl_yaml_plain_next(tl_yaml_plain *plain, yaml_event_t *event)
{
    if (!find_event(plain, event)) {
        give(event, YAML_STREAM_END_EVENT); /* which cannot be: all were found before */
    }
}
