/* SPDX-License-Identifier: MPL-2.0 */
/* HTML and XHTML files. */
#include "readers/html_text.h"
#include "readers/readers.h"

static bool
is_xhtml(tl_str text)
{
    return tl_str_starts_with(text, TL_STR("<?xml"));
}

static bool
read_html(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    tl_builder builder;
    tl_html_text html;
    tl_range all = {tl_source_text_begin(source), (uint32_t)source->bytes.len};
    tl_builder_init(&builder, document);
    tl_html_text_init(&html, &builder);
    html.is_xml = is_xhtml(tl_str_at(source->bytes, all));
    tl_html_text_read(&html, all);
    tl_html_text_end(&html);
    tl_html_text_clear(&html);
    tl_builder_clear(&builder);
    return true;
}

const tl_reader tl_reader_html = {
    .id = "html",
    .summary = "HTML: text, and attributes that are prose",
    .extensions = (const char *const[]){"html", "htm", "xhtml", NULL},
    .read = read_html,
};
