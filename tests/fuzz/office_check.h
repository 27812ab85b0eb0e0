/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_OFFICE_CHECK_H
#define TESTS_FUZZ_OFFICE_CHECK_H

/* What holds for a document in an archive: it can be read or not; if it can, an edit of any of its
 * texts changes that part to what was meant, and no other. */
#include "fix_check.h"
#include "reader_check.h"
#include "zip_of.h"

/* The text of a part of the document, or an empty one. */
static inline tl_str
part_of(const tl_document *document, tl_str entry)
{
    for (const tl_file_part *part = document->parts; part; part = part->next) {
        if (tl_str_equal(part->entry, entry)) {
            return part->source.file;
        }
    }
    return (tl_str){NULL, 0};
}

/* The part in which the first verbatim text stands, with that text taken out. */
static inline tl_file_part_edits
first_edit(const tl_document *document, tl_edit *edit)
{
    for (size_t i = 0; i < document->count; i++) {
        const tl_segment *segment = &document->segments[i];
        for (const tl_file_part *part = document->parts; part; part = part->next) {
            if (segment->origin == &part->source && segment->pieces[0].verbatim) {
                *edit = (tl_edit){.range =
                                      tl_source_in_file(segment->origin, segment->pieces[0].source),
                                  .text = TL_STR("")};
                return (tl_file_part_edits){part->entry, edit, 1};
            }
        }
    }
    return (tl_file_part_edits){.count = 0};
}

/* An archive that libzip could read may still be too odd for it to write. */
static inline void
require_rewritable(const tl_reader *reader, const tl_document *document, bool is_sound)
{
    tl_edit edit;
    tl_file_part_edits part = first_edit(document, &edit);
    tl_source source;
    tl_document again;
    tl_buf out = {0}, wanted = {0};
    if (part.count == 0) {
        return;
    }
    tl_rewrite how = {.archive = document->source->file};
    tl_error error = {0};
    if (!reader->rewrite(&how, &part, 1, &out, &error)) {
        require(!is_sound && error.message != NULL);
        tl_error_clear(&error);
        tl_buf_clear(&out);
        return;
    }
    require(tl_source_init(&source, document->source->name, tl_buf_str(&out), NULL));
    tl_document_init(&again, &source);
    tl_edits_apply(part_of(document, part.entry), &edit, 1, &wanted);
    require(tl_reader_run(reader, &again, NULL, NULL));
    for (const tl_file_part *p = document->parts; p; p = p->next) {
        bool is_changed = tl_str_equal(p->entry, part.entry);
        require(tl_str_equal(part_of(&again, p->entry),
                             is_changed ? tl_buf_str(&wanted) : p->source.file));
    }
    tl_document_clear(&again);
    tl_source_clear(&source);
    tl_buf_clear(&out);
    tl_buf_clear(&wanted);
}

static inline void
require_office(const char *id, tl_str bytes, bool is_sound)
{
    tl_source source;
    tl_document document;
    tl_error error = {0};
    tl_buf name = {0};
    const tl_reader *reader = tl_reader_find(tl_str_from(id));
    tl_buf_add_format(&name, "fuzz.%s", id);
    require_fixable(name.ptr, bytes, false);
    tl_buf_clear(&name);
    require(tl_source_init(&source, TL_STR("fuzz"), bytes, &error));
    tl_document_init(&document, &source);
    if (tl_reader_run(reader, &document, NULL, &error)) {
        require(error.message == NULL && document.source == &source);
        require_segments(&source, &document);
        require_rewritable(reader, &document, is_sound);
    } else {
        require(error.message != NULL);
    }
    tl_error_clear(&error);
    tl_document_clear(&document);
    tl_source_clear(&source);
}

/* The bytes as an archive if they look like one, else as the entry `name` of one that has `more`
 * entries behind it. */
static inline void
require_office_with(const char *id, zip_entry entry, const zip_entry *more, size_t count)
{
    enum { MOST = 4 };
    zip_entry entries[MOST + 1] = {entry};
    if (tl_str_starts_with(entry.bytes, TL_STR("PK"))) {
        require_office(id, entry.bytes, false);
        return;
    }
    for (size_t i = 0; i < count && i < MOST; i++) {
        entries[i + 1] = more[i];
    }
    tl_buf archive = zip_of(entries, count + 1);
    require_office(id, tl_buf_str(&archive), true);
    tl_buf_clear(&archive);
}

#endif
