/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of readers, writers and termbase formats: what there is, so that a caller never
 * needs to know it. */
#include "termbase/formats.h"
#include "readers/readers.h"
#include "termlint_tools.h"
#include "writers/writers.h"

static bool
output_format(size_t index, termlint_format *format)
{
    size_t count;
    const tl_writer *const *writers = tl_writers(&count);
    if (index < count) {
        *format = (termlint_format){.id = writers[index]->id,
                                    .summary = writers[index]->summary,
                                    .human = writers[index]->human,
                                    .wants_usage = writers[index]->wants_usage};
    }
    return index < count;
}

static bool
input_format(size_t index, termlint_format *format)
{
    size_t count;
    const tl_reader *const *readers = tl_readers(&count);
    if (index < count) {
        *format = (termlint_format){
            .id = readers[index]->id, .summary = readers[index]->summary, .human = true};
    }
    return index < count;
}

static bool
termbase_format(size_t index, termlint_format *format)
{
    size_t count;
    const tl_termbase_format *const *formats = tl_termbase_formats(&count);
    if (index < count) {
        *format = (termlint_format){.id = formats[index]->id,
                                    .summary = formats[index]->summary,
                                    .extensions = formats[index]->extensions,
                                    .writes = formats[index]->write != NULL};
    }
    return index < count;
}

bool
termlint_format_at(int kind, size_t index, termlint_format *format)
{
    switch (kind) {
    case TERMLINT_OUTPUT: return output_format(index, format);
    case TERMLINT_INPUT: return input_format(index, format);
    case TERMLINT_TERMBASE: return termbase_format(index, format);
    default: return false;
    }
}

bool
termlint_is_archive(const char *name)
{
    return tl_reader_for(tl_str_from(name))->rewrite != NULL;
}

bool
termlint_comment_of(const char *name, termlint_comment *comment)
{
    const tl_reader *reader = tl_reader_for(tl_str_from(name));
    *comment = (termlint_comment){.open = reader->comment.open,
                                  .close = reader->comment.close,
                                  .before_block = reader->comment.before_block};
    return comment->open != NULL;
}

bool
termlint_reads(const char *name)
{
    return tl_reader_claims(tl_str_from(name));
}

bool
termlint_is_termbase(const char *beginning, size_t length)
{
    return tl_termbase_begins((tl_str){beginning, length});
}
