/* SPDX-License-Identifier: MPL-2.0 */
/* UTX 1.11, a tab-separated glossary with a header that says the languages: lines that begin with
 * "#", the first of which is "#UTX …; en/ru; …" and the last the names of the columns. Cells know
 * no quotes. A row is a pair of terms, whose status is that of the target; rows of one concept id
 * are synonyms. Only what such rows can say is written. */
#include "termbase/formats.h"

#include "base/utf8.h"
#include "termbase/bytes.h"
#include "termbase/draft.h"
#include "termbase/losses.h"
#include "termbase/names.h"
#include "termbase/row_groups.h"

enum { MAX_COLUMNS = 64 };

typedef enum column {
    COLUMN_LOST,
    COLUMN_SOURCE,
    COLUMN_TARGET,
    COLUMN_STATUS,
    COLUMN_SOURCE_NOTE,
    COLUMN_TARGET_NOTE,
    COLUMN_NOTE,
    COLUMN_ID,
} column;

static const struct {
    tl_str name;
    column column;
} column_names[] = {
    {TL_STR_INIT("src"), COLUMN_SOURCE},
    {TL_STR_INIT("tgt"), COLUMN_TARGET},
    {TL_STR_INIT("term status"), COLUMN_STATUS},
    {TL_STR_INIT("src:comment"), COLUMN_SOURCE_NOTE},
    {TL_STR_INIT("tgt:comment"), COLUMN_TARGET_NOTE},
    {TL_STR_INIT("comment"), COLUMN_NOTE},
    {TL_STR_INIT("concept ID"), COLUMN_ID},
};

typedef struct utx_reader {
    tl_load *load;
    tl_str bytes;        /* of the file */
    tl_str languages[2]; /* the second is empty in a file of one language */
    bool has_languages;
    column columns[MAX_COLUMNS];
    tl_str names[MAX_COLUMNS];
    size_t column_count;
    tl_str cells[MAX_COLUMNS]; /* of the row at hand */
    size_t cell_count;
    bool has_more_cells; /* than are taken */
    tl_str line;
    uint32_t number;        /* of the line */
    tl_row_groups concepts; /* the rows of each */
} utx_reader;

static bool
is_begun_by_utx(tl_str beginning)
{
    tl_str mark = TL_STR("\xef\xbb\xbf");
    bool has_mark = tl_str_starts_with(beginning, mark);
    tl_str head = tl_str_slice(beginning, has_mark ? mark.len : 0, beginning.len);
    return tl_str_starts_with(head, TL_STR("#UTX ")) || tl_str_starts_with(head, TL_STR("#UTX-S "));
}

static tl_spot
spot_of(const utx_reader *r, tl_str part)
{
    size_t offset = part.ptr ? (size_t)(part.ptr - r->line.ptr) : 0;
    size_t length = tl_utf8_length(tl_str_slice(r->line, 0, offset));
    return (tl_spot){r->number, (uint32_t)length + 1};
}

static void
split_cells(utx_reader *r, tl_str line)
{
    tl_str cell;
    r->cell_count = 0;
    while (r->cell_count < MAX_COLUMNS && tl_str_split(&line, '\t', &cell)) {
        r->cells[r->cell_count++] = tl_str_trim(cell);
    }
    r->has_more_cells = line.len > 0;
}

/* The source comes first, whichever stands in the first row. */
static void
list_languages(utx_reader *r)
{
    tl_draft *nothing = tl_draft_new(r->load, spot_of(r, r->line));
    for (size_t i = 0; i < 2 && r->languages[i].len; i++) {
        tl_draft_entry_in(nothing, r->languages[i], spot_of(r, r->languages[i]));
    }
}

/* "#UTX 1.11; en-US/ru-RU; …": the second item is the languages. */
static void
read_first_line(utx_reader *r)
{
    tl_str rest = r->line, item = TL_STR(""), language;
    bool is_header = is_begun_by_utx(r->line) && tl_str_split(&rest, ';', &item) &&
                     tl_str_split(&rest, ';', &item);
    item = tl_str_trim(item);
    for (size_t i = 0; is_header && i < 2 && tl_str_split(&item, '/', &language); i++) {
        r->languages[i] = tl_str_trim(language);
    }
    r->has_languages = r->languages[0].len > 0;
    list_languages(r);
}

static void
read_columns(utx_reader *r)
{
    split_cells(r, tl_str_slice(r->line, 1, r->line.len));
    r->column_count = r->cell_count;
    for (size_t i = 0; i < r->cell_count; i++) {
        r->columns[i] = COLUMN_LOST;
        r->names[i] = r->cells[i];
        for (size_t j = 0; j < sizeof column_names / sizeof column_names[0]; j++) {
            if (tl_str_equal_ascii_nocase(column_names[j].name, r->cells[i])) {
                r->columns[i] = column_names[j].column;
            }
        }
    }
}

/* The cell of the row in some column, or an empty string. */
static tl_str
cell_in(const utx_reader *r, column wanted)
{
    for (size_t i = 0; i < r->column_count && i < r->cell_count; i++) {
        if (r->columns[i] == wanted) {
            return r->cells[i];
        }
    }
    return (tl_str){NULL, 0};
}

/* Adds the term of one side, or finds the one that an earlier row gave. */
static tl_draft_term *
add_term(utx_reader *r, tl_draft *draft, int side)
{
    tl_str text = cell_in(r, side == 0 ? COLUMN_SOURCE : COLUMN_TARGET);
    tl_spot spot = spot_of(r, text);
    if (text.len == 0 || r->languages[side].len == 0) {
        return NULL;
    }
    tl_draft_entry *entry = tl_draft_entry_in(draft, r->languages[side], spot);
    tl_draft_term *known = entry ? tl_draft_find(draft, entry, text) : NULL;
    tl_draft_term *term = entry && !known ? tl_draft_term_in(draft, entry, text, spot) : known;
    tl_str note = cell_in(r, side == 0 ? COLUMN_SOURCE_NOTE : COLUMN_TARGET_NOTE);
    if (term && note.len && !known) {
        tl_draft_say(r->load, term->keys, "note", note, spot_of(r, note));
    }
    return term;
}

static void
count_lost(utx_reader *r)
{
    if (r->has_more_cells) {
        tl_draft_lose(r->load, TL_STR("cells behind the last column"));
    }
    for (size_t i = 0; i < r->cell_count; i++) {
        bool is_lost = i >= r->column_count || r->columns[i] == COLUMN_LOST;
        if (is_lost && r->cells[i].len) {
            tl_draft_lose(r->load, i < r->column_count ? tl_clip(r->names[i])
                                                       : TL_STR("cells behind the last column"));
        }
    }
}

/* Takes the row whose cells have been split. */
static void
take_row(utx_reader *r, tl_draft *draft)
{
    tl_draft_term *source = add_term(r, draft, 0);
    tl_draft_term *target = add_term(r, draft, 1), *judged = target ? target : source;
    tl_str status = cell_in(r, COLUMN_STATUS), note = cell_in(r, COLUMN_NOTE);
    if (status.len && judged) {
        tl_draft_set_status(r->load, judged, status);
    }
    tl_draft_say(r->load, draft->keys, "note", note, spot_of(r, note));
    count_lost(r);
}

static void
read_concept(utx_reader *r, const tl_row_group *group)
{
    tl_draft *draft = NULL;
    for (size_t row = group->first; row != TL_NO_ROW; row = r->concepts.rows[row].next) {
        const tl_row *place = &r->concepts.rows[row];
        tl_str rest = tl_str_slice(r->bytes, place->at, r->bytes.len);
        tl_str_split(&rest, '\n', &r->line);
        r->number = place->line;
        split_cells(r, r->line);
        if (draft == NULL) {
            draft = tl_draft_new(r->load, spot_of(r, r->line));
            draft->wanted_id = cell_in(r, COLUMN_ID);
        }
        take_row(r, draft);
    }
    tl_draft_finish(draft);
    tl_arena_reset(&r->load->scratch);
}

static void
report_header(utx_reader *r)
{
    tl_problem_add(r->load->problems, r->load->path, 1, 1,
                   "no header of UTX, want “#UTX 1.11; en/ru; …” and “#src<TAB>tgt…”");
}

/* Tells which rows are of one concept. */
static void
group_row(utx_reader *r)
{
    split_cells(r, r->line);
    tl_row_groups_add(&r->concepts, cell_in(r, COLUMN_ID),
                      (tl_row){.at = (size_t)(r->line.ptr - r->bytes.ptr), .line = r->number});
}

static void
read_line(utx_reader *r)
{
    if (r->number == 1) {
        read_first_line(r);
    } else if (tl_str_starts_with(r->line, TL_STR("#")) && r->concepts.count == 0) {
        read_columns(r);
    } else if (tl_str_trim(r->line).len && !tl_str_starts_with(r->line, TL_STR("#"))) {
        group_row(r);
    }
}

static void
read_utx(tl_load *load, tl_termbase_file *file, tl_str bytes)
{
    utx_reader r = {.load = load, .bytes = bytes};
    tl_str mark = TL_STR("\xef\xbb\xbf"), rest = bytes;
    if (!tl_bytes_check(bytes, file->path, load->problems)) {
        return;
    }
    if (tl_str_starts_with(rest, mark)) {
        rest = tl_str_slice(rest, mark.len, rest.len);
    }
    while (tl_str_split(&rest, '\n', &r.line) && (r.number == 0 || r.has_languages)) {
        r.number++;
        read_line(&r);
    }
    tl_row_groups_settle(&r.concepts);
    for (size_t i = 0; i < r.concepts.count; i++) {
        read_concept(&r, &r.concepts.groups[i]);
    }
    if (!r.has_languages || r.column_count == 0) {
        report_header(&r);
    }
    tl_row_groups_clear(&r.concepts);
}

/* -- writing -- */

typedef struct utx_writer {
    tl_buf *out;
    tl_dropped *dropped;
    tl_two_languages languages;
} utx_writer;

static tl_str
status_word(const tl_term *term)
{
    switch (term->status) {
    case TL_STATUS_PREFERRED: return TL_STR("approved");
    case TL_STATUS_ADMITTED: return TL_STR("provisional");
    case TL_STATUS_FORBIDDEN: return TL_STR("forbidden");
    default: return TL_STR("non-standard");
    }
}

/* A cell as it is read back; before a "#" a space keeps the row from being a comment. */
static void
add_cell(utx_writer *w, tl_str text)
{
    tl_arena arena = {0};
    tl_str cleaned = tl_draft_clean(&arena, text);
    tl_buf_add_cstr(w->out, tl_str_starts_with(cleaned, TL_STR("#")) ? " " : "");
    tl_buf_add(w->out, cleaned);
    tl_buf_add_byte(w->out, '\t');
    tl_dropped_add(w->dropped, NULL, TL_STR("white space"), !tl_str_equal(cleaned, text));
    tl_arena_clear(&arena);
}

/* A row for a pair; either may be missing. */
static void
add_row(utx_writer *w, const tl_concept *concept, const tl_term *source, const tl_term *target)
{
    const tl_term *judged = target ? target : source;
    bool is_named = concept->type != TL_TYPE_TERM && concept->type != TL_TYPE_TITLE;
    add_cell(w, source ? source->text : TL_STR(""));
    add_cell(w, target ? target->text : TL_STR(""));
    tl_buf_add_format(w->out, "%s\t%s\t", is_named ? "properNoun" : "noun",
                      status_word(judged).ptr);
    add_cell(w, source ? source->note : TL_STR(""));
    add_cell(w, target ? target->note : TL_STR(""));
    tl_buf_add_format(w->out, "%.*s\r\n", TL_STR_ARGS(concept->id));
}

/* The entry of just this language, not of a variety. */
static const tl_entry *
entry_in(const tl_concept *concept, tl_str language)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_str_equal(concept->entries[i].language, language)) {
            return &concept->entries[i];
        }
    }
    return NULL;
}

static bool
is_good(const tl_term *term)
{
    return term->status <= TL_STATUS_ADMITTED;
}

/* The first term goes with all targets; good ones after it go with the first target. A bad form of
 * the source has no place, as the status is that of the target. */
static void
add_concept(utx_writer *w, const tl_concept *concept)
{
    const tl_entry *source = entry_in(concept, w->languages.first);
    const tl_entry *target = entry_in(concept, w->languages.second);
    const tl_term *first = source && is_good(source->terms[0]) ? source->terms[0] : NULL;
    const tl_term *good = target && is_good(target->terms[0]) ? target->terms[0] : NULL;
    for (size_t i = 0; target && i < target->term_count; i++) {
        add_row(w, concept, first, target->terms[i]);
    }
    for (size_t i = 0; source && i < source->term_count; i++) {
        const tl_term *term = source->terms[i];
        bool is_written = term == first && target;
        if (!is_written && (is_good(term) || target == NULL)) {
            add_row(w, concept, term, good);
        } else if (!is_written) {
            tl_dropped_add(w->dropped, NULL, TL_STR("bad forms of the source language"), 1);
        }
    }
}

static void
note_dropped(utx_writer *w, const tl_termbase *termbase)
{
    tl_dropped_add(w->dropped, NULL, TL_STR("name"), termbase->name.len > 0);
    tl_losses_of_settings(termbase, w->dropped);
    tl_losses_of_names(termbase, w->dropped);
    tl_losses_of_relations(termbase, w->dropped);
    tl_losses_of_concepts(termbase, w->dropped);
    tl_losses_of_languages(termbase, &w->languages, w->dropped);
    tl_losses_of_terms(termbase, w->dropped);
    for (size_t i = 0; i < termbase->concept_count; i++) {
        bool has_subject = termbase->concepts[i]->subject.len > 0;
        tl_dropped_add(w->dropped, NULL, TL_STR("subject"), has_subject);
    }
    for (size_t i = 0; i < termbase->term_count; i++) {
        bool is_superseded = termbase->terms[i]->status == TL_STATUS_SUPERSEDED;
        tl_dropped_add(w->dropped, NULL, TL_STR("superseded"), is_superseded);
    }
}

static void
write_utx(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    tl_two_languages two = tl_first_languages(termbase);
    utx_writer w = {.out = out, .dropped = dropped, .languages = two};
    tl_buf_add_format(out, "#UTX 1.11; %.*s%s%.*s;\r\n", TL_STR_ARGS(two.first),
                      two.second.len ? "/" : "", TL_STR_ARGS(two.second));
    tl_buf_add_cstr(out, "#src\ttgt\tsrc:pos\tterm status\tsrc:comment\ttgt:comment\tconcept "
                         "ID\r\n");
    for (size_t i = 0; i < termbase->concept_count; i++) {
        add_concept(&w, termbase->concepts[i]);
    }
    note_dropped(&w, termbase);
}

const tl_termbase_format tl_termbase_format_utx = {
    .id = "utx",
    .summary = "UTX 1.11: pairs of terms of the first two languages, with their status",
    .extensions = "utx",
    .is_begun_by = is_begun_by_utx,
    .read = read_utx,
    .write = write_utx,
};
