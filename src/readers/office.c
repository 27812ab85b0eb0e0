/* SPDX-License-Identifier: MPL-2.0 */
/* Parts of office documents: from an archive's entry to XML events, and from edits of entries to a
 * new archive. Knows no vocabulary. */
#include "readers/office.h"

#include "base/alloc.h"
#include "readers/tracking.h"
#include "readers/xml_syntax.h"

#include <stdlib.h>

static bool
read_source(tl_office *office, tl_source *source, const tl_xml_listener *listener, tl_error *error)
{
    tl_str declared = tl_xml_declared_encoding(source->file);
    if (!tl_source_decode(source, NULL, declared, error)) {
        return false;
    }
    tl_source *archive = office->document->source;
    office->document->source = source;
    bool ok = tl_xml_read(office->document, listener, office, error);
    office->document->source = archive;
    return ok;
}

bool
tl_office_read_part(tl_office *office, tl_str entry, const tl_xml_listener *listener,
                    tl_error *error)
{
    tl_str bytes;
    if (!tl_archive_read(office->archive, entry, &office->document->arena, &bytes, error)) {
        return false;
    }
    if (bytes.len == 0) {
        return true;
    }
    tl_file_part *part = tl_document_add_part(office->document, entry, bytes);
    return read_source(office, &part->source, listener, error);
}

/* From changes to the part with marks of them. */
static bool
track(tl_rewrite *how, const tl_file_part_edits *part, tl_str before, tl_buf *after,
      tl_error *error)
{
    tl_source source;
    tl_document document;
    tl_tracking tracking = {
        .document = &document, .changes = part->edits, .count = part->count, .date = how->tracked};
    bool is_word = tl_str_starts_with(part->entry, TL_STR("word/"));
    bool ok = tl_source_init(&source, part->entry, before, error) &&
              tl_source_decode(&source, &tl_encoding_utf8, TL_STR(""), error);
    tl_document_init(&document, &source);
    tracking.is_refused = tl_arena_alloc(&document.arena, part->count, sizeof(bool));
    ok = ok && (is_word ? tl_docx_track(&tracking, error) : tl_odt_track(&tracking, error));
    if (ok) {
        tl_edits_apply(before, tracking.edits, tracking.edit_count, after);
    }
    for (size_t i = 0; i < part->count; i++) {
        how->refused += tracking.is_refused[i];
    }
    free(tracking.edits);
    tl_document_clear(&document);
    tl_source_clear(&source);
    return ok;
}

/* The entry with its edits made. */
static bool
change_entry(tl_rewrite *how, tl_archive *archive, const tl_file_part_edits *part, tl_buf *after,
             tl_error *error)
{
    tl_arena arena = {0};
    tl_str before;
    bool ok = tl_archive_read(archive, part->entry, &arena, &before, error);
    if (ok && how->tracked.len) {
        ok = track(how, part, before, after, error);
    } else if (ok) {
        tl_edits_apply(before, part->edits, part->count, after);
    }
    tl_arena_clear(&arena);
    return ok;
}

bool
tl_office_rewrite(tl_rewrite *how, const tl_file_part_edits *parts, size_t count, tl_buf *out,
                  tl_error *error)
{
    tl_archive *archive = tl_archive_open(TL_STR("archive"), how->archive, error);
    tl_archive_change *changes = tl_alloc_zero(count, sizeof *changes);
    tl_buf *entries = tl_alloc_zero(count, sizeof *entries);
    bool ok = archive != NULL;
    for (size_t i = 0; i < count && ok; i++) {
        ok = change_entry(how, archive, &parts[i], &entries[i], error);
        changes[i] = (tl_archive_change){parts[i].entry, tl_buf_str(&entries[i])};
    }
    ok = ok && tl_archive_rewrite(archive, changes, count, out, error);
    tl_archive_close(archive);
    for (size_t i = 0; i < count; i++) {
        tl_buf_clear(&entries[i]);
    }
    free(entries);
    free(changes);
    return ok;
}
