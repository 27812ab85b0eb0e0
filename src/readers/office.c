/* SPDX-License-Identifier: MPL-2.0 */
/* Parts of office documents: from an archive's entry to XML events, and from edits of entries to a
 * new archive. Knows no vocabulary. */
#include "readers/office.h"

#include "readers/xml_syntax.h"

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

/* The entry with its edits made; its new bytes are in the arena. */
static bool
make_change(tl_archive *archive, const tl_file_part_edits *part, tl_archive_change *change,
            tl_arena *arena, tl_error *error)
{
    tl_str before;
    tl_buf after = {0};
    if (!tl_archive_read(archive, part->entry, arena, &before, error)) {
        return false;
    }
    tl_edits_apply(before, part->edits, part->count, &after);
    *change = (tl_archive_change){part->entry, tl_arena_copy(arena, tl_buf_str(&after))};
    tl_buf_clear(&after);
    return true;
}

bool
tl_office_rewrite(tl_str bytes, const tl_file_part_edits *parts, size_t count, tl_buf *out,
                  tl_error *error)
{
    tl_arena arena = {0};
    tl_archive *archive = tl_archive_open(TL_STR("archive"), bytes, error);
    tl_archive_change *changes = tl_arena_alloc(&arena, count, sizeof *changes);
    bool ok = archive != NULL;
    for (size_t i = 0; i < count && ok; i++) {
        ok = make_change(archive, &parts[i], &changes[i], &arena, error);
    }
    ok = ok && tl_archive_rewrite(archive, changes, count, out, error);
    tl_archive_close(archive);
    tl_arena_clear(&arena);
    return ok;
}
