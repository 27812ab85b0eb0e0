/* SPDX-License-Identifier: MPL-2.0 */
/* The elements of HTML that are more than markup within a sentence, in order of bytes. All that
 * readers must know of a name stands in its row; what no row names is inline and leaves no trace.
 */
#include "readers/html_element.h"

#define BLOCK TL_ELEMENT_BLOCK
#define HIDDEN TL_ELEMENT_HIDDEN
#define OBJECT TL_ELEMENT_OBJECT
#define VOID TL_ELEMENT_VOID
#define HEADING TL_ELEMENT_HEADING
#define CODE (OBJECT | HIDDEN)
#define UNREAD (BLOCK | HIDDEN)

/* A block ends an open paragraph. */
#define SIMPLE(name_, traits_)                                 \
    {                                                          \
        .name = TL_STR_INIT(name_), .traits = (traits_),       \
        .closes = (traits_)&BLOCK ? (unsigned)TL_GROUP_P : 0u, \
        .within = TL_GROUP_CELL | TL_GROUP_ITEM                \
    }
#define READ_AS(name_, traits_, mode_)                                   \
    {                                                                    \
        .name = TL_STR_INIT(name_), .traits = (traits_), .mode = (mode_) \
    }
#define GROUPED(name_, traits_, group_, closes_, within_)                                        \
    {                                                                                            \
        .name = TL_STR_INIT(name_), .traits = (traits_), .group = (group_), .closes = (closes_), \
        .within = (within_)                                                                      \
    }

static const tl_html_element elements[] = {
    SIMPLE("address", BLOCK),
    SIMPLE("area", VOID),
    SIMPLE("article", BLOCK),
    SIMPLE("aside", BLOCK),
    SIMPLE("audio", OBJECT),
    SIMPLE("base", VOID),
    SIMPLE("blockquote", BLOCK),
    SIMPLE("body", BLOCK),
    SIMPLE("br", VOID | TL_ELEMENT_BREAK),
    SIMPLE("button", BLOCK),
    SIMPLE("canvas", OBJECT),
    SIMPLE("caption", BLOCK),
    SIMPLE("center", BLOCK),
    SIMPLE("code", CODE),
    SIMPLE("col", BLOCK | VOID),
    SIMPLE("colgroup", BLOCK),
    GROUPED("dd", BLOCK, TL_GROUP_TERM, TL_GROUP_TERM | TL_GROUP_P, TL_GROUP_TERMS),
    SIMPLE("details", BLOCK),
    SIMPLE("dialog", BLOCK),
    SIMPLE("dir", BLOCK),
    SIMPLE("div", BLOCK),
    GROUPED("dl", BLOCK, TL_GROUP_TERMS, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    GROUPED("dt", BLOCK, TL_GROUP_TERM, TL_GROUP_TERM | TL_GROUP_P, TL_GROUP_TERMS),
    SIMPLE("embed", OBJECT | VOID),
    SIMPLE("fieldset", BLOCK),
    SIMPLE("figcaption", BLOCK),
    SIMPLE("figure", BLOCK),
    SIMPLE("footer", BLOCK),
    SIMPLE("form", BLOCK),
    SIMPLE("frame", BLOCK | VOID),
    SIMPLE("frameset", BLOCK),
    SIMPLE("h1", BLOCK | HEADING),
    SIMPLE("h2", BLOCK | HEADING),
    SIMPLE("h3", BLOCK | HEADING),
    SIMPLE("h4", BLOCK | HEADING),
    SIMPLE("h5", BLOCK | HEADING),
    SIMPLE("h6", BLOCK | HEADING),
    SIMPLE("head", BLOCK),
    SIMPLE("header", BLOCK),
    SIMPLE("hgroup", BLOCK),
    SIMPLE("hr", BLOCK | VOID),
    SIMPLE("html", BLOCK),
    READ_AS("iframe", OBJECT | HIDDEN, TL_HTML_RAWTEXT),
    SIMPLE("img", OBJECT | VOID),
    SIMPLE("input", OBJECT | VOID),
    SIMPLE("kbd", CODE),
    SIMPLE("legend", BLOCK),
    GROUPED("li", BLOCK, TL_GROUP_ITEM, TL_GROUP_ITEM | TL_GROUP_P, TL_GROUP_LIST),
    SIMPLE("link", VOID),
    SIMPLE("listing", UNREAD),
    SIMPLE("main", BLOCK),
    SIMPLE("map", OBJECT),
    SIMPLE("math", OBJECT | HIDDEN | TL_ELEMENT_FOREIGN),
    GROUPED("menu", BLOCK, TL_GROUP_LIST, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    SIMPLE("meta", VOID),
    SIMPLE("nav", BLOCK),
    READ_AS("noembed", UNREAD, TL_HTML_RAWTEXT),
    READ_AS("noframes", UNREAD, TL_HTML_RAWTEXT),
    SIMPLE("object", OBJECT),
    GROUPED("ol", BLOCK, TL_GROUP_LIST, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    SIMPLE("optgroup", BLOCK),
    GROUPED("option", BLOCK, TL_GROUP_OPTION, TL_GROUP_OPTION, TL_GROUP_SELECT),
    GROUPED("p", BLOCK, TL_GROUP_P, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    SIMPLE("param", VOID),
    READ_AS("plaintext", BLOCK, TL_HTML_PLAINTEXT),
    SIMPLE("pre", UNREAD),
    SIMPLE("rp", HIDDEN),
    SIMPLE("rt", HIDDEN),
    SIMPLE("samp", CODE),
    READ_AS("script", HIDDEN, TL_HTML_SCRIPT),
    SIMPLE("search", BLOCK),
    SIMPLE("section", BLOCK),
    GROUPED("select", BLOCK, TL_GROUP_SELECT, 0, 0),
    SIMPLE("source", VOID),
    READ_AS("style", HIDDEN, TL_HTML_RAWTEXT),
    SIMPLE("summary", BLOCK),
    SIMPLE("sup", TL_ELEMENT_SEPARATE),
    SIMPLE("svg", OBJECT | HIDDEN | TL_ELEMENT_FOREIGN),
    GROUPED("table", BLOCK, TL_GROUP_TABLE, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    GROUPED("tbody", BLOCK, TL_GROUP_ROWS, TL_GROUP_CELL | TL_GROUP_ROW | TL_GROUP_ROWS,
            TL_GROUP_TABLE),
    GROUPED("td", BLOCK | TL_ELEMENT_CELL, TL_GROUP_CELL, TL_GROUP_CELL, TL_GROUP_TABLE),
    SIMPLE("template", BLOCK),
    READ_AS("textarea", BLOCK, TL_HTML_RCDATA),
    GROUPED("tfoot", BLOCK, TL_GROUP_ROWS, TL_GROUP_CELL | TL_GROUP_ROW | TL_GROUP_ROWS,
            TL_GROUP_TABLE),
    GROUPED("th", BLOCK | TL_ELEMENT_CELL, TL_GROUP_CELL, TL_GROUP_CELL, TL_GROUP_TABLE),
    GROUPED("thead", BLOCK, TL_GROUP_ROWS, TL_GROUP_CELL | TL_GROUP_ROW | TL_GROUP_ROWS,
            TL_GROUP_TABLE),
    READ_AS("title", BLOCK | HEADING, TL_HTML_RCDATA),
    GROUPED("tr", BLOCK, TL_GROUP_ROW, TL_GROUP_CELL | TL_GROUP_ROW, TL_GROUP_TABLE),
    SIMPLE("track", VOID),
    SIMPLE("tt", CODE),
    GROUPED("ul", BLOCK, TL_GROUP_LIST, TL_GROUP_P, TL_GROUP_CELL | TL_GROUP_ITEM),
    SIMPLE("var", CODE),
    SIMPLE("video", OBJECT),
    SIMPLE("wbr", VOID),
    READ_AS("xmp", UNREAD, TL_HTML_RAWTEXT),
};

enum { COUNT = sizeof elements / sizeof elements[0] };
_Static_assert((int)COUNT < (int)TL_HTML_ELEMENTS, "raise TL_HTML_ELEMENTS");

static const tl_html_element unknown = {.name = TL_STR_INIT("")};

/* Orders the name, in lower case, before (<0) or behind (>0) the row. */
static int
compare_lower(tl_str name, tl_str row)
{
    for (size_t i = 0; i < name.len && i < row.len; i++) {
        char c = name.ptr[i];
        int small = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
        if (small != row.ptr[i]) {
            return small < row.ptr[i] ? -1 : 1;
        }
    }
    return (name.len > row.len) - (name.len < row.len);
}

const tl_html_element *
tl_html_element_find(tl_str name)
{
    size_t low = 0, high = COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_lower(name, elements[middle].name);
        if (order == 0) {
            return &elements[middle];
        }
        if (order > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return &unknown;
}

size_t
tl_html_element_number(const tl_html_element *element)
{
    return element == &unknown ? COUNT : (size_t)(element - elements);
}
