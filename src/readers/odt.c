/* SPDX-License-Identifier: MPL-2.0 */
/* OpenDocument texts (OpenDocument 1.3): the body, headers and footers, notes, annotations, text
 * boxes and tables; packed (.odt) or as one file of XML (.fodt). Deleted text, which is kept apart,
 * and what the word processor counts or fills in is no text. */
#include "readers/odt_styles.h"
#include "readers/office.h"
#include "readers/story.h"
#include "readers/xml_syntax.h"

typedef struct odt {
    tl_office office;
    tl_odt_styles styles;
    tl_stories stories;
    tl_str languages[TL_XML_MAX_DEPTH + 1]; /* by depth of the open elements */
} odt;

typedef void (*element_fn)(odt *o, const tl_element *element);

static tl_odt_look
look_of(const odt *o, const tl_element *element)
{
    return tl_odt_look_of(&o->styles, tl_xml_attribute(element->attributes, TL_STR("style-name")));
}

/* A paragraph of code is no text. */
static void
begin_paragraph(odt *o, const tl_element *element)
{
    tl_story *story = tl_story_now(&o->stories);
    if (look_of(o, element).is_code) {
        tl_story_hide(story, element->depth);
        return;
    }
    story->is_open = true;
    story->is_heading = tl_element_is(element, "h");
}

static void
enter_note(odt *o, const tl_element *element)
{
    tl_story_enter(&o->stories, element, TL_ROLE_NOTE);
}

static void
enter_box(odt *o, const tl_element *element)
{
    tl_story_enter(&o->stories, element, TL_ROLE_PARAGRAPH);
}

static void
enter_cell(odt *o, const tl_element *element)
{
    (void)element;
    tl_story_now(&o->stories)->role = TL_ROLE_CELL;
}

static void
hide(odt *o, const tl_element *element)
{
    tl_story_hide(tl_story_now(&o->stories), element->depth);
}

/* What is there is not the author's, but it keeps apart what is on both sides of it. */
static void
replace_by_object(odt *o, const tl_element *element)
{
    tl_story *story = tl_story_now(&o->stories);
    if (story->is_open) {
        tl_builder_add_object(&story->builder, element->tag);
    }
    tl_story_hide(story, element->depth);
}

static void
begin_span(odt *o, const tl_element *element)
{
    if (look_of(o, element).is_code) {
        replace_by_object(o, element);
    }
}

static void
add_as(odt *o, tl_str text, tl_range source)
{
    tl_story *story = tl_story_now(&o->stories);
    if (story->is_open) {
        tl_builder_add_as(&story->builder, text, source);
    }
}

/* text:c is how many (6.1.3). */
static void
add_spaces(odt *o, const tl_element *element)
{
    static const char spaces[] = "                                ";
    tl_str wanted = tl_xml_attribute(element->attributes, TL_STR("c"));
    size_t count = 0;
    for (size_t i = 0; i < wanted.len && wanted.ptr[i] >= '0' && wanted.ptr[i] <= '9'; i++) {
        count = count * 10 + (size_t)(wanted.ptr[i] - '0');
        count = count < sizeof spaces ? count : sizeof spaces - 1;
    }
    add_as(o, (tl_str){spaces, count ? count : 1}, element->tag);
}

static void
add_tab(odt *o, const tl_element *element)
{
    add_as(o, TL_STR("\t"), element->tag);
}

static void
add_break(odt *o, const tl_element *element)
{
    add_as(o, TL_STR("\n"), element->tag);
}

static const struct {
    const char *name;
    element_fn start;
} elements[] = {
    {"p", begin_paragraph},
    {"h", begin_paragraph},
    {"span", begin_span},
    {"s", add_spaces},
    {"tab", add_tab},
    {"line-break", add_break},
    {"note-body", enter_note},
    {"annotation", enter_note},
    {"text-box", enter_box},
    {"table-cell", enter_cell},
    {"tracked-changes", hide},
    {"note-citation", hide},
    {"ruby-text", hide},
    {"number", hide},
    {"forms", hide},
    {"scripts", hide},
    {"creator", hide},
    {"creator-initials", hide},
    {"sender-initials", hide},
    {"desc", hide},
    {"title", replace_by_object},
    {"date", replace_by_object},
    {"time", replace_by_object},
    {"page-number", replace_by_object},
    {"page-count", replace_by_object},
    {"word-count", replace_by_object},
    {"character-count", replace_by_object},
    {"paragraph-count", replace_by_object},
    {"sequence", replace_by_object},
    {"sequence-ref", replace_by_object},
    {"chapter", replace_by_object},
    {"file-name", replace_by_object},
    {"author-name", replace_by_object},
    {"author-initials", replace_by_object},
    {"object", replace_by_object},
    {"image", replace_by_object},
};

static bool
has_style(const tl_element *element)
{
    return tl_element_is(element, "p") || tl_element_is(element, "h") ||
           tl_element_is(element, "span") || tl_element_is(element, "a");
}

static void
set_language(odt *o, const tl_element *element)
{
    tl_str language = o->languages[element->depth - 1];
    tl_str style = tl_xml_attribute(element->attributes, TL_STR("style-name"));
    if (has_style(element) && (style.len || !tl_element_is(element, "span"))) {
        tl_str own = tl_odt_look_of(&o->styles, style).language;
        language = own.len ? own : language;
    }
    o->languages[element->depth] = language;
    tl_story_now(&o->stories)->language = language;
}

static void
on_start(void *context, const tl_element *element)
{
    odt *o = context;
    tl_odt_styles_start(&o->styles, element, &o->office.document->arena);
    set_language(o, element);
    if (tl_story_is_hidden(tl_story_now(&o->stories))) {
        return;
    }
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++) {
        if (tl_element_is(element, elements[i].name)) {
            elements[i].start(o, element);
            return;
        }
    }
}

static void
on_end(void *context, const tl_element *element)
{
    odt *o = context;
    tl_story *story = tl_story_now(&o->stories);
    tl_odt_styles_end(&o->styles, element);
    if (!tl_story_is_hidden(story)) {
        if (tl_element_is(element, "p") || tl_element_is(element, "h")) {
            tl_story_end_paragraph(story);
            story->is_open = false;
        } else if (tl_element_is(element, "table-cell")) {
            story->role = TL_ROLE_PARAGRAPH;
        }
    }
    tl_story_leave(&o->stories, element);
    tl_story_now(&o->stories)->language = o->languages[element->depth - 1];
}

static void
on_text(void *context, const tl_run *run)
{
    odt *o = context;
    tl_story *story = tl_story_now(&o->stories);
    if (story->is_open && !tl_story_is_hidden(story)) {
        tl_story_add(story, run);
    }
}

static const tl_xml_listener listener = {
    .start = on_start,
    .end = on_end,
    .text = on_text,
    .refuses_doctype = true,
};

static bool
read_part(odt *o, const char *entry, tl_error *error)
{
    tl_stories_init(&o->stories, o->office.document, TL_ROLE_PARAGRAPH);
    bool ok = entry ? tl_office_read_part(&o->office, tl_str_from(entry), &listener, error)
                    : tl_xml_read(o->office.document, &listener, o, error);
    tl_stories_clear(&o->stories);
    return ok;
}

/* The styles come first, since the body refers to them; headers and footers are in the same part,
 * and so are found first. */
static bool
read_archive(tl_document *document, tl_archive *archive, tl_error *error)
{
    odt *o = tl_arena_alloc(&document->arena, 1, sizeof *o);
    o->office = (tl_office){document, archive};
    tl_str name = document->source->name, manifest, content;
    if (!tl_archive_read(archive, TL_STR("META-INF/manifest.xml"), &document->arena, &manifest,
                         error)) {
        return false;
    }
    if (tl_str_find(manifest, TL_STR("encryption-data"), 0) < manifest.len) {
        return tl_error_set(error, "%.*s: encrypted document, want one without a password",
                            TL_STR_ARGS(name));
    }
    if (!tl_archive_read(archive, TL_STR("content.xml"), &document->arena, &content, error)) {
        return false;
    }
    if (content.len == 0) {
        return tl_error_set(error, "%.*s: an archive without an OpenDocument text in it",
                            TL_STR_ARGS(name));
    }
    bool ok = read_part(o, "styles.xml", error) && read_part(o, "content.xml", error);
    tl_odt_styles_clear(&o->styles);
    return ok;
}

static bool
read_odt(tl_document *document, tl_error *error)
{
    tl_source *source = document->source;
    tl_archive *archive = tl_archive_open(source->name, source->file, error);
    bool ok = archive && read_archive(document, archive, error);
    tl_archive_close(archive);
    return ok;
}

static bool
read_fodt(tl_document *document, tl_error *error)
{
    odt *o = tl_arena_alloc(&document->arena, 1, sizeof *o);
    o->office.document = document;
    bool ok = read_part(o, NULL, error);
    tl_odt_styles_clear(&o->styles);
    return ok;
}

const tl_reader tl_reader_odt = {
    .id = "odt",
    .summary = "OpenDocument texts, with headers, footers, notes, annotations and text boxes",
    .extensions = (const char *const[]){"odt", "ott", NULL},
    .escape = tl_xml_escape,
    .moves_text = true,
    .rewrite = tl_office_rewrite,
    .read = read_odt,
};

const tl_reader tl_reader_fodt = {
    .id = "fodt",
    .summary = "OpenDocument texts as one file of XML",
    .extensions = (const char *const[]){"fodt", NULL},
    .declared_encoding = tl_xml_declared_encoding,
    .escape = tl_xml_escape,
    .moves_text = true,
    .read = read_fodt,
};
