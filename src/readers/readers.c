/* SPDX-License-Identifier: MPL-2.0 */
/* The list of readers: a new one is a file with a row `tl_reader_<name>`, and its name here. Which
 * of them reads a file is decided by the file's name alone, so that the same file is always read in
 * the same way. */
#include "readers/readers.h"

#define READERS(X) \
    X(plain)       \
    X(markdown)    \
    X(html)        \
    X(rst)         \
    X(asciidoc)    \
    X(latex) X(srt) X(vtt) X(docx) X(odt) X(fodt) X(tsv) X(csv) X(po) X(xliff) X(tmx) X(xml)

#define DECLARE(name) extern const tl_reader tl_reader_##name;
READERS(DECLARE)

#define POINTER(name) &tl_reader_##name,
static const tl_reader *const readers[] = {READERS(POINTER)};

const tl_reader *const *
tl_readers(size_t *count)
{
    *count = sizeof readers / sizeof readers[0];
    return readers;
}

const tl_reader *
tl_reader_find(tl_str id)
{
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        if (tl_str_equal(tl_str_from(readers[i]->id), id)) {
            return readers[i];
        }
    }
    return NULL;
}

/* What follows the last dot of the file's own name, unless that dot is its first character. */
static tl_str
extension_of(tl_str path)
{
    for (size_t at = path.len; at > 1 && path.ptr[at - 1] != '/'; at--) {
        if (path.ptr[at - 1] == '.') {
            bool is_hidden_name = path.ptr[at - 2] == '/';
            return tl_str_slice(path, is_hidden_name ? path.len : at, path.len);
        }
    }
    return (tl_str){NULL, 0};
}

static bool
claims(const tl_reader *reader, tl_str extension)
{
    for (const char *const *item = reader->extensions; *item; item++) {
        if (tl_str_equal_ascii_nocase(tl_str_from(*item), extension)) {
            return true;
        }
    }
    return false;
}

static const tl_reader *
claimant(tl_str path)
{
    tl_str extension = extension_of(path);
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        if (claims(readers[i], extension)) {
            return readers[i];
        }
    }
    return NULL;
}

bool
tl_reader_run(const tl_reader *reader, tl_document *document, const tl_encoding *asked,
              tl_error *error)
{
    tl_source *source = document->source;
    if (reader->rewrite) {
        return reader->read(document, error);
    }
    tl_str declared = {NULL, 0};
    if (reader->declared_encoding) {
        declared = reader->declared_encoding(source->file);
    }
    return tl_source_decode(source, asked, declared, error) && reader->read(document, error);
}

bool
tl_reader_claims(tl_str path)
{
    return claimant(path) != NULL;
}

const tl_reader *
tl_reader_for(tl_str path)
{
    const tl_reader *reader = claimant(path);
    return reader ? reader : &tl_reader_plain;
}
