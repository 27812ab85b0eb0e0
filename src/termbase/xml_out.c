/* SPDX-License-Identifier: MPL-2.0 */
/* Writing XML: indentation and escapes. Knows no vocabulary; whoever calls closes what it opened.
 */
#include "termbase/xml_out.h"

#include "base/utf8.h"

void
tl_xml_out_line(const tl_xml_out *xml)
{
    tl_buf_add_format(xml->out, "%*s", (int)(2 * xml->depth), "");
}

void
tl_xml_out_open(tl_xml_out *xml, const char *name)
{
    tl_xml_out_line(xml);
    tl_buf_add_format(xml->out, "<%s>\n", name);
    xml->depth++;
}

void
tl_xml_out_open_with(tl_xml_out *xml, const char *name, const char *attribute, tl_str value)
{
    tl_xml_out_line(xml);
    tl_buf_add_format(xml->out, "<%s %s=\"%.*s\">\n", name, attribute, TL_STR_ARGS(value));
    xml->depth++;
}

void
tl_xml_out_close(tl_xml_out *xml, const char *name)
{
    xml->depth--;
    tl_xml_out_line(xml);
    tl_buf_add_format(xml->out, "</%s>\n", name);
}

void
tl_xml_out_element(tl_xml_out *xml, const char *name, tl_str text)
{
    if (text.len) {
        tl_xml_out_line(xml);
        tl_buf_add_format(xml->out, "<%s>", name);
        tl_xml_out_text(xml->out, text);
        tl_buf_add_format(xml->out, "</%s>\n", name);
    }
}

/* Beside controls, two characters are not in XML (production 2). */
void
tl_xml_out_text(tl_buf *out, tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        uint32_t c = tl_utf8_next(text, &at);
        switch (c) {
        case '&': tl_buf_add_cstr(out, "&amp;"); break;
        case '<': tl_buf_add_cstr(out, "&lt;"); break;
        case '>': tl_buf_add_cstr(out, "&gt;"); break;
        case 0xFFFE:
        case 0xFFFF: tl_buf_add_cstr(out, "\xef\xbf\xbd"); break;
        default: tl_buf_add(out, tl_str_slice(text, begin, at));
        }
    }
}
