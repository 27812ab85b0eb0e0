/* SPDX-License-Identifier: MPL-2.0 */
/* Word documents (ISO/IEC 29500-1): the text of a paragraph is that of its runs, however Word has
 * cut them. Tracked deletions, the codes of fields and what is drawn are no text. The parts are
 * found by their content types. A paragraph's text is joined here and mapped back to its runs by
 * the pieces of the segment. */
#include "readers/docx_styles.h"
#include "readers/story.h"
#include "readers/xml_syntax.h"

#include <string.h>

enum { MOST_PARTS = 256 };

typedef struct docx {
    tl_office office;
    tl_docx_styles styles;
    tl_stories stories;
    tl_segment_role role;    /* of the paragraphs of the part at hand */
    uint32_t fallback;       /* depth of the element with it; 0: none */
    uint32_t paragraph, run; /* depths of the last that began */
    tl_str language;         /* of the paragraph's style */
    bool is_in_paragraph_properties, is_in_text;
} docx;

/* -- what is in a part ------------------------------------------------------------------------- */

typedef void (*element_fn)(docx *d, const tl_element *element);

static void
hide(docx *d, const tl_element *element)
{
    tl_story_hide(tl_story_now(&d->stories), element->depth);
}

/* What is drawn has no text of this paragraph; a text box in it is a story of its own. */
static void
draw(docx *d, const tl_element *element)
{
    if (!tl_story_hide(tl_story_now(&d->stories), element->depth)) {
        tl_builder_add_object(&tl_story_now(&d->stories)->builder, element->tag);
    }
}

static void
enter_box(docx *d, const tl_element *element)
{
    if (d->fallback == 0) {
        tl_story_enter(&d->stories, element, TL_ROLE_PARAGRAPH);
    }
}

/* The same drawing again, for older versions of Word. */
static void
fall_back(docx *d, const tl_element *element)
{
    d->fallback = d->fallback ? d->fallback : element->depth;
    hide(d, element);
}

static void
enter_cell(docx *d, const tl_element *element)
{
    (void)element;
    tl_story_now(&d->stories)->role = TL_ROLE_CELL;
}

/* Takes the look of a style for the paragraph. What is in one of code is no text. */
static void
set_paragraph_style(docx *d, tl_str style)
{
    tl_docx_look look = tl_docx_look_of(&d->styles, style);
    tl_story *story = tl_story_now(&d->stories);
    story->is_heading = story->is_heading || look.is_heading;
    d->language = look.language.len ? look.language : d->styles.language;
    if (look.is_code) {
        tl_story_hide(story, d->paragraph);
        d->is_in_paragraph_properties = false;
    }
}

static void
begin_paragraph(docx *d, const tl_element *element)
{
    d->paragraph = element->depth;
    tl_story_now(&d->stories)->is_heading = false;
    d->language = tl_docx_look_of(&d->styles, d->styles.of_paragraph).language;
    d->language = d->language.len ? d->language : d->styles.language;
}

static void
begin_properties(docx *d, const tl_element *element)
{
    (void)element;
    d->is_in_paragraph_properties = true;
}

static void
take_style(docx *d, const tl_element *element)
{
    set_paragraph_style(d, tl_xml_attribute(element->attributes, TL_STR("val")));
}

static void
take_outline_level(docx *d, const tl_element *element)
{
    tl_str level = tl_xml_attribute(element->attributes, TL_STR("val"));
    tl_story_now(&d->stories)->is_heading |= tl_docx_is_outline_level(level);
}

static void
begin_run(docx *d, const tl_element *element)
{
    d->run = element->depth;
    tl_story_now(&d->stories)->language = d->language;
}

/* The style of a run; that of a paragraph's mark is none of its runs. */
static void
take_run_style(docx *d, const tl_element *element)
{
    tl_story *story = tl_story_now(&d->stories);
    tl_str style = tl_xml_attribute(element->attributes, TL_STR("val"));
    tl_docx_look look = tl_docx_look_of(&d->styles, style);
    if (d->is_in_paragraph_properties) {
        return;
    }
    story->language = look.language.len ? look.language : story->language;
    if (look.is_code) {
        tl_builder_add_object(&story->builder, element->tag);
        tl_story_hide(story, d->run);
    }
}

/* The properties of a paragraph's mark are none of its runs. */
static void
take_language(docx *d, const tl_element *element)
{
    tl_str language = tl_xml_attribute(element->attributes, TL_STR("val"));
    if (language.len && !d->is_in_paragraph_properties) {
        tl_story_now(&d->stories)->language = tl_arena_copy(&d->office.document->arena, language);
    }
}

static void
begin_text(docx *d, const tl_element *element)
{
    (void)element;
    d->is_in_text = true;
}

static void
add_as(docx *d, const char *text, tl_range source)
{
    tl_story *story = tl_story_now(&d->stories);
    if (!tl_story_is_hidden(story) && !d->is_in_paragraph_properties) {
        tl_builder_add_as(&story->builder, tl_str_from(text), source);
    }
}

static void
add_tab(docx *d, const tl_element *element)
{
    add_as(d, "\t", element->tag);
}

static void
add_break(docx *d, const tl_element *element)
{
    add_as(d, "\n", element->tag);
}

/* U+2011 and U+00AD */
static void
add_hyphen(docx *d, const tl_element *element)
{
    add_as(d, "\xE2\x80\x91", element->tag);
}

static void
add_soft_hyphen(docx *d, const tl_element *element)
{
    add_as(d, "\xC2\xAD", element->tag);
}

/* A character of a font, whatever it shows. */
static void
add_symbol(docx *d, const tl_element *element)
{
    add_as(d, "\xEF\xBF\xBC", element->tag);
}

typedef struct element_row {
    const char *name;
    element_fn start;
} element_row;

static const element_row elements[] = {
    {"p", begin_paragraph},
    {"r", begin_run},
    {"t", begin_text},
    {"pPr", begin_properties},
    {"pStyle", take_style},
    {"rStyle", take_run_style},
    {"outlineLvl", take_outline_level},
    {"lang", take_language},
    {"tab", add_tab},
    {"ptab", add_tab},
    {"br", add_break},
    {"cr", add_break},
    {"noBreakHyphen", add_hyphen},
    {"softHyphen", add_soft_hyphen},
    {"sym", add_symbol},
    {"tc", enter_cell},
    {"drawing", draw},
    {"pict", draw},
    {"object", draw},
    {"oMath", draw},
    {"oMathPara", draw},
    {"del", hide},      /* 17.13.5.14 */
    {"moveFrom", hide}, /* 17.13.5.22 */
    {"instrText", hide},
    {"delText", hide},
    {"delInstrText", hide},
    {"rt", hide}, /* the reading of a base text */
    {"pPrChange", hide},
    {"rPrChange", hide},
};

/* What counts where all else is hidden, too. */
static const element_row drawn_elements[] = {
    {"txbxContent", enter_box},
    {"Fallback", fall_back},
};

static bool
start_by(docx *d, const tl_element *element, const element_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_element_is(element, rows[i].name)) {
            rows[i].start(d, element);
            return true;
        }
    }
    return false;
}

static void
on_start(void *context, const tl_element *element)
{
    docx *d = context;
    bool is_hidden = tl_story_is_hidden(tl_story_now(&d->stories));
    if (!start_by(d, element, drawn_elements, sizeof drawn_elements / sizeof drawn_elements[0]) &&
        !is_hidden) {
        start_by(d, element, elements, sizeof elements / sizeof elements[0]);
    }
}

static void
end_element(docx *d, tl_story *story, const tl_element *element)
{
    if (tl_element_is(element, "p")) {
        tl_story_end_paragraph(story);
    } else if (tl_element_is(element, "tc")) {
        story->role = d->role;
    } else if (tl_element_is(element, "pPr")) {
        d->is_in_paragraph_properties = false;
    } else if (tl_element_is(element, "t")) {
        d->is_in_text = false;
    }
}

static void
on_end(void *context, const tl_element *element)
{
    docx *d = context;
    tl_story *story = tl_story_now(&d->stories);
    if (!tl_story_is_hidden(story)) {
        end_element(d, story, element);
    }
    if (d->fallback == element->depth) {
        d->fallback = 0;
    }
    tl_story_leave(&d->stories, element);
}

static void
on_text(void *context, const tl_run *run)
{
    docx *d = context;
    tl_story *story = tl_story_now(&d->stories);
    if (d->is_in_text && !tl_story_is_hidden(story)) {
        tl_story_add(story, run);
    }
}

/* -- parts ------------------------------------------------------------------------------------- */

/* The parts that hold text, by the end of their content type, in the order in which they are read.
 */
static const struct {
    const char *type;
    tl_segment_role role;
} part_types[] = {
    {"document.main+xml", TL_ROLE_PARAGRAPH}, {"document.macroEnabled.main+xml", TL_ROLE_PARAGRAPH},
    {"template.main+xml", TL_ROLE_PARAGRAPH}, {"footnotes+xml", TL_ROLE_NOTE},
    {"endnotes+xml", TL_ROLE_NOTE},           {"comments+xml", TL_ROLE_NOTE},
    {"header+xml", TL_ROLE_PARAGRAPH},        {"footer+xml", TL_ROLE_PARAGRAPH},
};

enum { PART_TYPES = sizeof part_types / sizeof part_types[0] };

typedef struct contents {
    tl_office office;
    struct {
        tl_str entry;
        size_t type;
    } parts[MOST_PARTS];
    size_t count;
} contents;

static void
take_part(void *context, const tl_element *element)
{
    contents *c = context;
    tl_str type = tl_xml_attribute(element->attributes, TL_STR("ContentType"));
    tl_str name = tl_xml_attribute(element->attributes, TL_STR("PartName"));
    for (size_t i = 0; i < PART_TYPES && c->count < MOST_PARTS; i++) {
        bool is_it = tl_element_is(element, "Override") &&
                     tl_str_ends_with(type, tl_str_from(part_types[i].type)) &&
                     tl_str_find(type, TL_STR("wordprocessingml."), 0) < type.len;
        if (is_it && tl_str_starts_with(name, TL_STR("/"))) {
            c->parts[c->count].entry =
                tl_arena_copy(&c->office.document->arena, tl_str_slice(name, 1, name.len));
            c->parts[c->count++].type = i;
        }
    }
}

static bool
read_part(docx *d, tl_str entry, tl_segment_role role, tl_error *error)
{
    static const tl_xml_listener listener = {
        .start = on_start,
        .end = on_end,
        .text = on_text,
        .refuses_doctype = true,
    };
    d->role = role;
    d->is_in_text = d->is_in_paragraph_properties = false;
    d->fallback = 0;
    tl_stories_init(&d->stories, d->office.document, role);
    bool ok = tl_office_read_part(&d->office, entry, &listener, error);
    tl_stories_clear(&d->stories);
    return ok;
}

static bool
read_parts(docx *d, const contents *c, tl_error *error)
{
    bool has_main = false;
    for (size_t type = 0; type < PART_TYPES; type++) {
        for (size_t i = 0; i < c->count; i++) {
            if (c->parts[i].type != type) {
                continue;
            }
            has_main = has_main || part_types[type].role == TL_ROLE_PARAGRAPH;
            if (!read_part(d, c->parts[i].entry, part_types[type].role, error)) {
                return false;
            }
        }
    }
    return has_main || tl_error_set(error, "%.*s: an archive without a Word document in it",
                                    TL_STR_ARGS(d->office.document->source->name));
}

static bool
read_archive(tl_document *document, tl_archive *archive, tl_error *error)
{
    static const tl_xml_listener listener = {.start = take_part, .refuses_doctype = true};
    contents *c = tl_arena_alloc(&document->arena, 1, sizeof *c);
    docx *d = tl_arena_alloc(&document->arena, 1, sizeof *d);
    c->office = d->office = (tl_office){document, archive};
    bool ok = tl_office_read_part(&c->office, TL_STR("[Content_Types].xml"), &listener, error) &&
              tl_docx_styles_read(&d->styles, document, archive, error) && read_parts(d, c, error);
    tl_docx_styles_clear(&d->styles);
    return ok;
}

static bool
read_docx(tl_document *document, tl_error *error)
{
    tl_source *source = document->source;
    tl_archive *archive = tl_archive_open(source->name, source->file, error);
    bool ok = archive && read_archive(document, archive, error);
    tl_archive_close(archive);
    return ok;
}

const tl_reader tl_reader_docx = {
    .id = "docx",
    .summary = "Word documents, with headers, footers, notes, comments and text boxes",
    .extensions = (const char *const[]){"docx", "docm", "dotx", NULL},
    .escape = tl_xml_escape,
    .moves_text = true,
    .rewrite = tl_office_rewrite,
    .read = read_docx,
};
