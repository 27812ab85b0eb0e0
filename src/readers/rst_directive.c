/* SPDX-License-Identifier: MPL-2.0 */
/* The directives of reStructuredText by name. One that is not known has a body of text: most
 * extensions wrap prose. */
#include "readers/rst_directive.h"

#define IS_ONE_OF(name, names) \
    tl_str_is_one_of_ascii_nocase(name, names, sizeof(names) / sizeof(names)[0])

static const tl_str unread[] = {
    TL_STR_INIT("bibliography"),   TL_STR_INIT("code"),
    TL_STR_INIT("code-block"),     TL_STR_INIT("contents"),
    TL_STR_INIT("currentmodule"),  TL_STR_INIT("date"),
    TL_STR_INIT("default-role"),   TL_STR_INIT("digraph"),
    TL_STR_INIT("doctest"),        TL_STR_INIT("graph"),
    TL_STR_INIT("graphviz"),       TL_STR_INIT("highlight"),
    TL_STR_INIT("include"),        TL_STR_INIT("index"),
    TL_STR_INIT("ipython"),        TL_STR_INIT("jupyter-execute"),
    TL_STR_INIT("literalinclude"), TL_STR_INIT("math"),
    TL_STR_INIT("mermaid"),        TL_STR_INIT("meta"),
    TL_STR_INIT("module"),         TL_STR_INIT("parsed-literal"),
    TL_STR_INIT("plantuml"),       TL_STR_INIT("productionlist"),
    TL_STR_INIT("prompt"),         TL_STR_INIT("raw"),
    TL_STR_INIT("role"),           TL_STR_INIT("sectnum"),
    TL_STR_INIT("sourcecode"),     TL_STR_INIT("target-notes"),
    TL_STR_INIT("testcleanup"),    TL_STR_INIT("testcode"),
    TL_STR_INIT("testoutput"),     TL_STR_INIT("testsetup"),
    TL_STR_INIT("toctree"),        TL_STR_INIT("uml"),
    TL_STR_INIT("unicode"),
};

static const tl_str text[] = {
    TL_STR_INIT("admonition"), TL_STR_INIT("attention"),      TL_STR_INIT("caution"),
    TL_STR_INIT("centered"),   TL_STR_INIT("csv-table"),      TL_STR_INIT("danger"),
    TL_STR_INIT("deprecated"), TL_STR_INIT("epigraph"),       TL_STR_INIT("error"),
    TL_STR_INIT("highlights"), TL_STR_INIT("hint"),           TL_STR_INIT("important"),
    TL_STR_INIT("list-table"), TL_STR_INIT("note"),           TL_STR_INIT("pull-quote"),
    TL_STR_INIT("replace"),    TL_STR_INIT("rubric"),         TL_STR_INIT("seealso"),
    TL_STR_INIT("sidebar"),    TL_STR_INIT("table"),          TL_STR_INIT("tip"),
    TL_STR_INIT("title"),      TL_STR_INIT("topic"),          TL_STR_INIT("versionadded"),
    TL_STR_INIT("warning"),    TL_STR_INIT("versionchanged"),
};

tl_rst_directive
tl_rst_directive_find(tl_str name)
{
    return IS_ONE_OF(name, unread) ? TL_RST_UNREAD
           : IS_ONE_OF(name, text) ? TL_RST_TEXT
                                   : TL_RST_BODY;
}

bool
tl_rst_is_prose_option(tl_str name)
{
    static const tl_str prose[] = {
        TL_STR_INIT("alt"),
        TL_STR_INIT("caption"),
        TL_STR_INIT("subtitle"),
    };
    return IS_ONE_OF(name, prose);
}
