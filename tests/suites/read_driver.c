/* SPDX-License-Identifier: MPL-2.0 */
/* Reads texts for the suites: read_driver READER. Standard input holds records: a line with a
 * length, then so many bytes. For each one line of JSON comes out: [role, language, text]… of the
 * segments, or null where the reader refuses the text. Breaks off where a segment does not hold
 * together, or a verbatim piece is not the source bytes that it names; at the end it says on
 * standard error how many pieces it has looked at. */
#include "../fuzz/reader_check.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "writers/json_text.h"

#include <stdio.h>

static size_t verbatim_pieces, other_pieces;

static void
count_pieces(const tl_segment *segment)
{
    for (size_t i = 0; i < segment->piece_count; i++) {
        verbatim_pieces += segment->pieces[i].verbatim;
        other_pieces += !segment->pieces[i].verbatim;
    }
}

static void
print_document(const tl_document *document)
{
    tl_buf out = {0};
    tl_buf_add_byte(&out, '[');
    for (size_t i = 0; i < document->count; i++) {
        const tl_segment *segment = &document->segments[i];
        tl_buf_add_format(&out, "%s[%d, ", i ? ", " : "", (int)segment->role);
        tl_json_add_string(&out, segment->language);
        tl_buf_add_cstr(&out, ", ");
        tl_json_add_string(&out, segment->text);
        tl_buf_add_byte(&out, ']');
        count_pieces(segment);
    }
    tl_buf_add_cstr(&out, "]\n");
    fwrite(out.ptr, 1, out.len, stdout);
    tl_buf_clear(&out);
}

static void
read_one(const tl_reader *reader, tl_str bytes)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    require(tl_source_init(&source, TL_STR("suite"), bytes, NULL));
    tl_document_init(&document, &source);
    if (tl_reader_run(reader, &document, NULL, &error)) {
        require_segments(&source, &document);
        print_document(&document);
    } else {
        puts("null");
    }
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
}

int
main(int argc, char **argv)
{
    size_t length;
    require(argc == 2 && tl_reader_find(tl_str_from(argv[1])) != NULL);
    while (scanf("%zu", &length) == 1) {
        char *bytes = tl_alloc(length + 1);
        if (getchar() != '\n' || fread(bytes, 1, length, stdin) != length) {
            return 1;
        }
        read_one(tl_reader_find(tl_str_from(argv[1])), (tl_str){bytes, length});
        free(bytes);
    }
    fprintf(stderr, "%zu verbatim pieces are the bytes they name, %zu stand for others\n",
            verbatim_pieces, other_pieces);
    return 0;
}
