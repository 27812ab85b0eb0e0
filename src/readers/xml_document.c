/* SPDX-License-Identifier: MPL-2.0 */
/* XML documents: DocBook by the names of its elements, any other by its shape. An element of an
 * unknown name that stands in the midst of text is a part of it; one whose parent has no text of
 * its own is a text by itself. What is code by its name is no text. Attributes are none either,
 * and neither a schema nor a style sheet is asked. */
#include "readers/readers.h"
#include "readers/xml.h"
#include "readers/xml_syntax.h"

#include <stdlib.h>
#include <string.h>

typedef enum element_kind {
    KIND_UNKNOWN,
    KIND_BLOCK,
    KIND_HEADING,
    KIND_CELL,
    KIND_NOTE,
    KIND_INLINE,
    KIND_CODE,
} element_kind;

/* Names of DocBook 5, and of vocabularies that have the same things under other names. */
static const struct {
    element_kind kind;
    const char *names; /* each between spaces */
} known_names[] = {
    {KIND_HEADING,
     " title subtitle titleabbrev refentrytitle refname head heading headline bridgehead "
     "h1 h2 h3 h4 h5 h6 "},
    {KIND_BLOCK,
     " para simpara formalpara p div li item listitem varlistentry term step caption blockquote "
     "attribution note tip warning caution important example figure table informaltable row tr "
     "section sect1 sect2 sect3 sect4 sect5 simplesect chapter article book part preface appendix "
     "glossary glossentry glossdef abstract address literallayout line seg member question answer "
     "refpurpose subject summary description body lead dd dt "},
    {KIND_CELL, " entry td th cell "},
    {KIND_NOTE, " footnote endnote annotation remark "},
    {KIND_INLINE, " emphasis phrase quote foreignphrase firstterm glossterm link ulink olink xref "
                  "personname firstname surname honorific othername lineage orgname author editor "
                  "citetitle trademark wordasword acronym abbrev date subscript superscript b i em "
                  "strong span a u s hi bold italic sub sup small big font anchor pb lb "},
    {KIND_CODE,
     " programlisting programlistingco screen screenco synopsis cmdsynopsis funcsynopsis "
     "classsynopsis code literal filename command option parameter replaceable function varname "
     "constant classname methodname type userinput computeroutput prompt systemitem markup tag "
     "sgmltag uri email envar errorcode errorname errortype property package productnumber "
     "returnvalue symbol token keycode keycap keycombo keysym hardware guibutton mathphrase math "
     "equation informalequation inlineequation imageobject imagedata videoobject audioobject "
     "mediaobject inlinemediaobject svg indexterm biblioid script style pre samp kbd var tt "
     "codeblock codeph verbatim listing "},
};

typedef struct document_reading {
    tl_builder builder;
    uint32_t depth;  /* of the innermost open element */
    uint32_t hidden; /* depth of the element whose contents are no text; 0: none */
    bool has_text[TL_XML_MAX_DEPTH + 1]; /* of its own, by depth of the open elements */
    tl_str languages[TL_XML_MAX_DEPTH + 1];
} document_reading;

static element_kind
kind_of(tl_str name)
{
    enum { LONGEST = 32 };
    char wanted[LONGEST + 3] = " ";
    if (name.len == 0 || name.len > LONGEST) {
        return KIND_UNKNOWN;
    }
    memcpy(wanted + 1, name.ptr, name.len);
    memcpy(wanted + 1 + name.len, " ", 2);
    for (size_t i = 0; i < sizeof known_names / sizeof known_names[0]; i++) {
        if (strstr(known_names[i].names, wanted)) {
            return known_names[i].kind;
        }
    }
    return KIND_UNKNOWN;
}

static tl_segment_role
role_of(element_kind kind)
{
    switch (kind) {
    case KIND_HEADING: return TL_ROLE_HEADING;
    case KIND_CELL: return TL_ROLE_CELL;
    case KIND_NOTE: return TL_ROLE_NOTE;
    default: return TL_ROLE_PARAGRAPH;
    }
}

/* DocBook 4 has lang without the prefix. */
static tl_str
language_of(document_reading *read, const tl_element *element)
{
    tl_str outer = read->languages[element->depth - 1], own = tl_element_value(element, "lang");
    if (tl_element_value(element, "xml:lang").ptr) {
        own = element->language;
    }
    bool is_same = own.ptr == NULL || tl_str_equal(own, outer);
    return is_same ? outer : tl_arena_copy(&read->builder.document->arena, own);
}

static void
set_language(document_reading *read, tl_str language)
{
    if (!tl_str_equal(language, read->languages[read->depth])) {
        tl_builder_end(&read->builder);
    }
    tl_builder_set_language(&read->builder, language);
}

/* As HTML, DITA and the Internationalization Tag Set say it; such an element is to be left alone
 * like code. */
static bool
is_not_translated(const tl_element *element)
{
    return tl_str_equal(tl_element_value(element, "translate"), TL_STR("no")) ||
           tl_str_equal(tl_element_value(element, "its:translate"), TL_STR("no"));
}

static void
on_start(void *context, const tl_element *element)
{
    document_reading *read = context;
    element_kind kind = is_not_translated(element) ? KIND_CODE : kind_of(element->name);
    tl_str language = language_of(read, element);
    bool is_in_text = read->has_text[read->depth];
    if (read->hidden == 0) {
        set_language(read, language);
    }
    read->depth = element->depth;
    read->has_text[read->depth] = false;
    read->languages[read->depth] = language;
    if (read->hidden) {
        return;
    }
    if (kind == KIND_CODE) {
        read->hidden = element->depth;
        tl_builder_add_object(&read->builder, element->tag);
    } else if (kind != KIND_INLINE && !(kind == KIND_UNKNOWN && is_in_text)) {
        tl_builder_end(&read->builder);
        read->builder.role = role_of(kind);
    }
}

static void
on_end(void *context, const tl_element *element)
{
    document_reading *read = context;
    element_kind kind = kind_of(element->name);
    bool ends_block = kind != KIND_INLINE && kind != KIND_UNKNOWN && kind != KIND_CODE;
    if (read->hidden == 0 && ends_block) {
        tl_builder_end(&read->builder);
        read->builder.role = TL_ROLE_PARAGRAPH;
    }
    if (read->hidden == 0) {
        set_language(read, read->languages[element->depth - 1]);
    }
    read->hidden = read->hidden == element->depth ? 0 : read->hidden;
    read->depth = element->depth - 1;
}

static void
on_text(void *context, const tl_run *run)
{
    document_reading *read = context;
    bool is_blank = tl_str_trim(run->text).len == 0;
    if (read->hidden || (is_blank && read->builder.count == 0)) {
        return;
    }
    read->has_text[read->depth] = read->has_text[read->depth] || !is_blank;
    tl_run_add(run, &read->builder);
}

static void
on_comment(void *context, tl_str text, tl_range source)
{
    document_reading *read = context;
    (void)text;
    tl_document_add_comment(read->builder.document, source);
}

static bool
read_xml(tl_document *document, tl_error *error)
{
    static const tl_xml_listener listener = {
        .start = on_start,
        .end = on_end,
        .text = on_text,
        .comment = on_comment,
    };
    document_reading *read = tl_arena_alloc(&document->arena, 1, sizeof *read);
    tl_builder_init(&read->builder, document);
    bool ok = tl_xml_read(document, &listener, read, error);
    tl_builder_end(&read->builder);
    tl_builder_clear(&read->builder);
    return ok;
}

const tl_reader tl_reader_xml = {
    .id = "xml",
    .summary = "XML, DocBook: the text of elements that are no code",
    .extensions = (const char *const[]){"xml", "dbk", "docbook", "dita", NULL},
    .comment = {.open = "<!-- ", .close = " -->"},
    .declared_encoding = tl_xml_declared_encoding,
    .escape = tl_xml_escape,
    .read = read_xml,
};
