/* SPDX-License-Identifier: MPL-2.0 */
/* A thin layer over expat. Knows where things stand, how deep they nest and how bytes become
 * letters, but no element of any format. Expat by itself reads no external entity and stops those
 * that multiply; an entity that is not declared here would be lost, and so is a mistake. */
#include "base/xml.h"

#include "base/alloc.h"

#include <expat.h>
#include <iconv.h>

/* Expat takes the length of a piece as an int. */
enum { MAX_PIECE = 1 << 30 };

struct tl_xml {
    XML_Parser parser;
    const tl_xml_events *events;
    void *context;
    const char *fault; /* a mistake that is none for expat, and its place */
    tl_xml_place fault_place;
    unsigned depth;
    unsigned char start[3]; /* the first bytes of the file, for its byte order mark */
    size_t start_count;
    bool is_stopped, is_in_cdata;
};

static tl_str
local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return tl_str_from(colon ? colon + 1 : name);
}

static void
stop(tl_xml *xml, const char *fault)
{
    xml->fault_place = tl_xml_here(xml);
    xml->fault = fault;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void
on_begin(void *data, const XML_Char *name, const XML_Char **attributes)
{
    tl_xml *xml = data;
    if (++xml->depth > TL_XML_MAX_DEPTH) {
        stop(xml, "elements nested more than 512 deep, want fewer");
        return;
    }
    xml->events->begin(xml->context, local_name(name), attributes);
}

static void
on_end(void *data, const XML_Char *name)
{
    tl_xml *xml = data;
    xml->depth--;
    if (!xml->is_stopped) {
        xml->events->end(xml->context, local_name(name));
    }
}

static void
on_text(void *data, const XML_Char *text, int length)
{
    const tl_xml *xml = data;
    if (!xml->is_stopped) {
        xml->events->text(xml->context, (tl_str){text, (size_t)length});
    }
}

static void
on_cdata_begin(void *data)
{
    ((tl_xml *)data)->is_in_cdata = true;
}

static void
on_cdata_end(void *data)
{
    ((tl_xml *)data)->is_in_cdata = false;
}

static void
on_skipped_entity(void *data, const XML_Char *name, int is_parameter_entity)
{
    (void)name;
    tl_xml *xml = data;
    if (is_parameter_entity || xml->is_stopped) {
        return;
    }
    if (xml->events->entity) {
        xml->events->entity(xml->context);
    } else {
        stop(xml, "an entity whose text is not in the file, want the text itself");
    }
}

/* One that is declared, but stands in another file: a mistake where others are, too. */
static int
on_external_entity(XML_Parser parser, const XML_Char *context, const XML_Char *base,
                   const XML_Char *system_id, const XML_Char *public_id)
{
    (void)base;
    (void)system_id;
    (void)public_id;
    on_skipped_entity(XML_GetUserData(parser), context, 0);
    return XML_STATUS_OK;
}

static void
on_comment(void *data, const XML_Char *text)
{
    (void)text;
    const tl_xml *xml = data;
    if (!xml->is_stopped) {
        xml->events->comment(xml->context);
    }
}

static void
on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public_name,
           int has_subset)
{
    (void)name, (void)system, (void)public_name, (void)has_subset;
    const tl_xml *xml = data;
    xml->events->doctype(xml->context);
}

/* The character that one byte is in the encoding, or -1. */
static int
decode_byte(iconv_t converter, unsigned char byte)
{
    char in = (char)byte;
    unsigned char out[4];
    char *from = &in, *to = (char *)out;
    size_t left = 1, room = sizeof out;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) == (size_t)-1 || room != 0) {
        return -1;
    }
    return (int)((uint32_t)out[0] << 24 | (uint32_t)out[1] << 16 | (uint32_t)out[2] << 8 | out[3]);
}

/* Encodings of several bytes a character are refused, since their bytes are no characters. */
static int
on_unknown_encoding(void *data, const XML_Char *name, XML_Encoding *encoding)
{
    (void)data;
    iconv_t converter = iconv_open("UTF-32BE", name);
    size_t known = 0;
    if (converter == (iconv_t)-1) {
        return XML_STATUS_ERROR;
    }
    for (int byte = 0; byte < 256; byte++) {
        encoding->map[byte] = decode_byte(converter, (unsigned char)byte);
        known += encoding->map[byte] >= 0;
    }
    iconv_close(converter);
    encoding->data = NULL;
    encoding->convert = NULL;
    encoding->release = NULL;
    return known > 200 ? XML_STATUS_OK : XML_STATUS_ERROR;
}

static void *
resize(void *ptr, size_t size)
{
    return tl_realloc(ptr, size, 1);
}

tl_xml *
tl_xml_new(const tl_xml_events *events, void *context)
{
    static const XML_Memory_Handling_Suite memory = {tl_alloc, resize, free};
    tl_xml *xml = tl_alloc_zero(1, sizeof *xml);
    xml->parser = XML_ParserCreate_MM(events->is_utf8 ? "UTF-8" : NULL, &memory, NULL);
    xml->events = events;
    xml->context = context;
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_begin, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetCdataSectionHandler(xml->parser, on_cdata_begin, on_cdata_end);
    XML_SetSkippedEntityHandler(xml->parser, on_skipped_entity);
    if (events->entity == NULL) {
        XML_SetExternalEntityRefHandler(xml->parser, on_external_entity);
    }
    XML_SetUnknownEncodingHandler(xml->parser, on_unknown_encoding, NULL);
    if (events->comment) {
        XML_SetCommentHandler(xml->parser, on_comment);
    }
    if (events->doctype) {
        XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    }
    return xml;
}

void
tl_xml_free(tl_xml *xml)
{
    if (xml) {
        XML_ParserFree(xml->parser);
        free(xml);
    }
}

/* What expat says, in the words of a message. */
static void
describe(const tl_xml *xml, tl_error *error)
{
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    if (xml->fault) {
        tl_error_set(error, "%s", xml->fault);
    } else if (code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
        tl_error_set(error, "entities that multiply the file, want plain text");
    } else if (code == XML_ERROR_NO_ELEMENTS) {
        tl_error_set(error, "not XML: the file ends early, want a root element and all of it");
    } else if (code == XML_ERROR_UNKNOWN_ENCODING) {
        tl_error_set(error, "an encoding that is not known, want UTF-8");
    } else {
        tl_error_set(error, "not XML: %s, want well-formed XML", XML_ErrorString(code));
    }
}

static void
note_start(tl_xml *xml, tl_str piece)
{
    for (size_t i = 0; i < piece.len && xml->start_count < sizeof xml->start; i++) {
        xml->start[xml->start_count++] = (unsigned char)piece.ptr[i];
    }
}

/* A byte order mark is no character of the first line; expat counts it. */
static bool
has_mark(const tl_xml *xml)
{
    tl_str start = {(const char *)xml->start, xml->start_count};
    return tl_str_starts_with(start, TL_STR("\xef\xbb\xbf")) ||
           tl_str_starts_with(start, TL_STR("\xff\xfe")) ||
           tl_str_starts_with(start, TL_STR("\xfe\xff"));
}

bool
tl_xml_feed(tl_xml *xml, tl_str piece, bool is_last, tl_error *error)
{
    note_start(xml, piece);
    do {
        tl_str part = tl_str_slice(piece, 0, MAX_PIECE);
        piece = tl_str_slice(piece, part.len, piece.len);
        enum XML_Status status = XML_Parse(xml->parser, part.len ? part.ptr : "", (int)part.len,
                                           is_last && piece.len == 0);
        if (status != XML_STATUS_OK) {
            if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY) {
                tl_out_of_memory();
            }
            if (!xml->is_stopped) {
                describe(xml, error);
            }
            return false;
        }
    } while (piece.len);
    return true;
}

void
tl_xml_stop(tl_xml *xml)
{
    xml->is_stopped = true;
    XML_StopParser(xml->parser, XML_FALSE);
}

tl_xml_place
tl_xml_here(const tl_xml *xml)
{
    if (xml->fault) {
        return xml->fault_place;
    }
    XML_Index offset = XML_GetCurrentByteIndex(xml->parser);
    tl_xml_place here = {
        .offset = offset < 0 ? 0 : (size_t)offset,
        .line = (uint32_t)XML_GetCurrentLineNumber(xml->parser),
        .column = (uint32_t)XML_GetCurrentColumnNumber(xml->parser) + 1,
    };
    here.column -= here.line == 1 && here.column > 1 && has_mark(xml);
    return here;
}

bool
tl_xml_is_in_cdata(const tl_xml *xml)
{
    return xml->is_in_cdata;
}

tl_xml_span
tl_xml_span_here(const tl_xml *xml)
{
    XML_Index begin = XML_GetCurrentByteIndex(xml->parser);
    size_t start = begin < 0 ? 0 : (size_t)begin;
    return (tl_xml_span){start, start + (size_t)XML_GetCurrentByteCount(xml->parser)};
}

tl_str
tl_xml_attribute(tl_xml_attributes attributes, tl_str name)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        if (tl_str_equal(local_name(attributes[i]), name)) {
            return tl_str_from(attributes[i + 1]);
        }
    }
    return (tl_str){NULL, 0};
}
