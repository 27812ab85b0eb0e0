/* SPDX-License-Identifier: MPL-2.0 */
/* Accepting a finding where it stands: by a comment of the document's format that suppresses its
 * rule, or by [sic]. Where a comment may stand in a format is not known here: the places are tried
 * one after another, and one will do if all other findings stay as they are. */
#include "lsp/diagnostics.h"
#include "lsp/offer.h"
#include "lsp/places.h"
#include "termlint_tools.h"

#include <string.h>

/* One insertion into the document. */
typedef struct insertion {
    uint32_t at;
    tl_buf text; /* owned */
} insertion;

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static uint32_t
line_begin(tl_str bytes, uint32_t at)
{
    while (at > 0 && !is_line_end(bytes.ptr[at - 1])) {
        at--;
    }
    return at;
}

static uint32_t
line_end(tl_str bytes, uint32_t at)
{
    while (at < bytes.len && !is_line_end(bytes.ptr[at])) {
        at++;
    }
    return at;
}

static tl_str
document_bytes(const tl_lsp_case *given)
{
    return tl_buf_str(&given->document->text.bytes);
}

/* How the line ends that ends there. */
static const char *
line_break_at(tl_str bytes, uint32_t end)
{
    tl_str rest = tl_str_slice(bytes, end, bytes.len);
    return tl_str_starts_with(rest, TL_STR("\r\n")) ? "\r\n"
           : tl_str_starts_with(rest, TL_STR("\r")) ? "\r"
                                                    : "\n";
}

/* -- trying ----------------------------------------------------------------------------------- */

/* Whether what is meant to go may take this one with it: a directive speaks of a rule on a line. */
static bool
goes_along(const tl_lsp_case *given, const termlint_finding *other)
{
    return other->line == given->finding.line && strcmp(other->rule, given->finding.rule) == 0;
}

static bool
is_given(const tl_lsp_case *given, const termlint_finding *other)
{
    return other->offset == given->finding.offset && other->length == given->finding.length &&
           strcmp(other->rule, given->finding.rule) == 0;
}

/* Whether the finding, made before the insertion, is the one that was made after it. */
static bool
is_same(const termlint_finding *before, const insertion *put, const termlint_finding *after)
{
    uint32_t shift = before->offset >= put->at ? (uint32_t)put->text.len : 0;
    return before->offset + shift == after->offset && before->length == after->length &&
           strcmp(before->rule, after->rule) == 0;
}

/* Whether all that was found before is found after, but for the given one and its like. */
static bool
leaves_the_others(const tl_lsp_case *given, const insertion *put, const termlint_report *after)
{
    termlint_finding old, new;
    size_t next = 0;
    for (size_t i = 0; termlint_report_finding(given->document->report, i, &old); i++) {
        bool is_there = termlint_report_finding(after, next, &new) && is_same(&old, put, &new);
        bool may_go = goes_along(given, &old), has_to_go = is_given(given, &old);
        if (is_there ? has_to_go : !may_go) {
            return false;
        }
        next += is_there;
    }
    return !termlint_report_finding(after, next, &new);
}

static bool
is_accepted(const tl_lsp_case *given, const insertion *put)
{
    tl_text text = {.lines = NULL};
    tl_text_set(&text, document_bytes(given));
    tl_text_replace(&text, (tl_range){put->at, put->at}, tl_buf_str(&put->text));
    termlint_report *report = tl_lsp_check(given->server, given->document->name, &text);
    bool ok = termlint_report_tell(report, TERMLINT_PROBLEMS, NULL, NULL) ==
                  termlint_report_tell(given->document->report, TERMLINT_PROBLEMS, NULL, NULL) &&
              leaves_the_others(given, put, report);
    termlint_report_free(report);
    tl_text_clear(&text);
    return ok;
}

/* The edit that makes the insertion, which is cleared, or NULL if it does not do. */
static json_t *
try_insertion(const tl_lsp_case *given, insertion *put)
{
    json_t *edit = NULL;
    const tl_lsp_document *document = given->document;
    if (put->text.len && is_accepted(given, put)) {
        tl_buf_add_byte(&put->text, '\0');
        edit = tl_lsp_workspace_edit(
            given->server, document->uri, document,
            json_pack("[o]", tl_lsp_text_edit(given->server, &document->text,
                                              (tl_range){put->at, put->at}, put->text.ptr)));
    }
    tl_buf_clear(&put->text);
    return edit;
}

/* -- comments --------------------------------------------------------------------------------- */

/* At the end of the finding's line; nothing in a format whose comments have no marks. */
static insertion
comment_behind(const tl_lsp_case *given, const termlint_comment *comment)
{
    insertion put = {.at = line_end(document_bytes(given), given->finding.offset)};
    if (*comment->open) {
        tl_buf_add_format(&put.text, " %stermlint-disable-line %s%s", comment->open,
                          given->finding.rule, comment->close);
    }
    return put;
}

/* On a line of its own before the line that begins at `begin`, as deep as that one. */
static insertion
comment_above(const tl_lsp_case *given, uint32_t begin, const termlint_comment *comment)
{
    tl_str bytes = document_bytes(given);
    insertion put = {.at = begin};
    uint32_t indent = begin;
    while (indent < bytes.len && (bytes.ptr[indent] == ' ' || bytes.ptr[indent] == '\t')) {
        indent++;
    }
    tl_buf_add_format(&put.text, "%.*s%stermlint-disable-next-line %s%s%s", (int)(indent - begin),
                      bytes.ptr + begin, comment->open, given->finding.rule, comment->close,
                      line_break_at(bytes, line_end(bytes, begin)));
    return put;
}

static bool
is_blank(tl_str bytes, uint32_t begin)
{
    while (begin < bytes.len && (bytes.ptr[begin] == ' ' || bytes.ptr[begin] == '\t')) {
        begin++;
    }
    return begin == bytes.len || is_line_end(bytes.ptr[begin]);
}

/* Where the first line of the block begins in which a line is, blocks being apart by blank lines.
 */
static uint32_t
block_begin(tl_str bytes, uint32_t line)
{
    uint32_t begin = line;
    while (begin > 0) {
        uint32_t end = begin - 1;
        end -= end > 0 && bytes.ptr[end] == '\n' && bytes.ptr[end - 1] == '\r';
        uint32_t above = line_begin(bytes, end);
        if (is_blank(bytes, above)) {
            break;
        }
        begin = above;
    }
    return begin;
}

/* The first that does of: behind the line, above it, above its block. What has a mark at its end
 * may stand behind a text as well as anywhere; what has none is best off on a line of its own. */
static json_t *
accept_by_comment(const tl_lsp_case *given)
{
    enum { PLACES = 3 };
    termlint_comment comment;
    tl_str bytes = document_bytes(given);
    uint32_t line = line_begin(bytes, given->finding.offset), block = block_begin(bytes, line);
    if (!termlint_comment_of(given->document->name, &comment)) {
        return NULL;
    }
    size_t behind = *comment.close ? 0 : PLACES - 1;
    json_t *edit = NULL;
    for (size_t i = 0; i < PLACES && edit == NULL; i++) {
        bool is_line = i == (behind == 0) && !comment.before_block;
        insertion put = i == behind ? comment_behind(given, &comment)
                                    : comment_above(given, is_line ? line : block, &comment);
        edit = try_insertion(given, &put);
    }
    return edit;
}

static bool
add_comment_title(const tl_lsp_case *given, tl_buf *title)
{
    termlint_comment comment;
    tl_buf_add_cstr(title, "Accept ");
    tl_lsp_add_text(given, title);
    tl_buf_add_cstr(title, " here, by a comment");
    return termlint_comment_of(given->document->name, &comment);
}

/* -- [sic] ------------------------------------------------------------------------------------ */

/* Behind the word in which the finding ends. */
static json_t *
accept_by_sic(const tl_lsp_case *given)
{
    tl_str bytes = document_bytes(given);
    uint32_t at = given->finding.offset + given->finding.length;
    while (at < bytes.len && strchr(" \t\r\n.,;:!?()[]<>\"&{}*_`|\\/", bytes.ptr[at]) == NULL) {
        at++;
    }
    insertion put = {.at = at};
    tl_buf_add_cstr(&put.text, " [sic]");
    return try_insertion(given, &put);
}

static bool
add_sic_title(const tl_lsp_case *given, tl_buf *title)
{
    tl_buf_add_cstr(title, "Accept ");
    tl_lsp_add_text(given, title);
    tl_buf_add_cstr(title, " here, by [sic]");
    return given->text.len > 0;
}

const tl_lsp_offer tl_lsp_offer_accept_comment = {
    .name = "accept by comment",
    .add_title = add_comment_title,
    .make_edit = accept_by_comment,
};
const tl_lsp_offer tl_lsp_offer_accept_sic = {
    .name = "accept by sic",
    .add_title = add_sic_title,
    .make_edit = accept_by_sic,
};
