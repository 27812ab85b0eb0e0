/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_DIAG_H
#define TL_REPORT_DIAG_H

#include "base/arena.h"
#include "source/source.h"

typedef enum tl_severity {
    TL_SEVERITY_OFF,
    TL_SEVERITY_SUGGESTION,
    TL_SEVERITY_WARNING,
    TL_SEVERITY_ERROR,
} tl_severity;

/* "error", "warning", "suggestion", "off". */
const char *tl_severity_name(tl_severity severity);
bool tl_severity_parse(tl_str name, tl_severity *severity);

/* How the text relates to the term it was recognised as; "relation" in JSON. */
typedef enum tl_relation {
    TL_RELATION_EXACT,     /* the form itself, or a regular inflection of it */
    TL_RELATION_CASE,      /* but for capitals */
    TL_RELATION_SEPARATOR, /* but for hyphen, space or punctuation between the words */
    TL_RELATION_APOSTROPHE,
    TL_RELATION_DIACRITICS,
    TL_RELATION_YO, /* ё for е or the reverse */
    TL_RELATION_QUOTES,
    TL_RELATION_LOOKALIKE,    /* letters of another script */
    TL_RELATION_ROMANIZATION, /* another spelling of a name */
    TL_RELATION_ACRONYM,      /* an acronym that is not the one meant */
    TL_RELATION_ORDER,        /* its words in another order */
    TL_RELATION_TYPO,         /* but for a letter or two */
    TL_RELATION_VARIETY,      /* as in Britain, or in America */
} tl_relation;

const char *tl_relation_name(tl_relation relation);

/* A replacement of bytes: what makes a part of the suggestion true. */
typedef struct tl_edit {
    tl_range range; /* the file's own bytes */
    tl_str text;    /* UTF-8, written as the format wants it */
} tl_edit;

/* Appends `bytes` with the edits made, which are in order and do not overlap. */
void tl_edits_apply(tl_str bytes, const tl_edit *edits, size_t count, tl_buf *out);

/* Another place that a finding is about. */
typedef struct tl_diag_place {
    tl_str path, text;
    tl_position begin, begin_bytes, begin_utf16;
} tl_diag_place;

/* A finding: self-contained, everything copied into the report's arena. */
typedef struct tl_diag {
    tl_str path;
    tl_str rule;
    tl_severity severity;
    bool fails;             /* it makes the run fail, as it was configured for its document */
    tl_range range;         /* the file's own bytes */
    tl_position begin, end; /* in code points; end is behind the last character */
    tl_position begin_bytes, end_bytes, begin_utf16, end_utf16;
    tl_str text;      /* what stands there, in UTF-8 */
    tl_str line_text; /* the line of `begin`, without its end; in a report, of a long line only what
                       * stands near the text */
    tl_range in_line; /* where in line_text the text stands; may end behind it */
    bool of_segment;  /* it is about that as a whole: no spelling of anything */
    bool is_cut;      /* line_text lacks the beginning of the line */
    tl_str message;
    tl_str explanation;        /* further lines: which term, which scheme, the note; or empty */
    const tl_str *suggestions; /* the best first */
    size_t suggestion_count;
    bool fixable;         /* the first suggestion may be put in place unseen */
    const tl_edit *edits; /* what would put it there, in order, none overlapping; none if
                           * it cannot be put there at all */
    size_t edit_count;
    const tl_encoding *encoding;    /* of the file's bytes; static */
    tl_str concept, term, language; /* empty: none */
    bool has_relation;
    tl_relation relation;
    const tl_str *schemes; /* ids */
    size_t scheme_count;
    tl_str refusal; /* why what could be put in place cannot be written there; or empty */
    const tl_diag_place *places; /* others that it is about */
    size_t place_count;
    tl_str segment;       /* unit id, or empty */
    char fingerprint[17]; /* 16 hex digits, set by tl_report_finish(), which see */
} tl_diag;

/* Whether the first suggestion is put in place by replacing the range as a whole. */
bool tl_diag_is_replaced_whole(const tl_diag *diag);

/* The place in the unit asked for. */
tl_position tl_diag_begin(const tl_diag *diag, tl_columns columns);
tl_position tl_diag_end(const tl_diag *diag, tl_columns columns);

/* Where the text stands in line_text; of a text of several lines the part in the first. */
tl_range tl_diag_text_in_line(const tl_diag *diag);

/* What a finding is, wherever it stands: a hash of its rule, concept and text (runs of white space
 * being one space) and of up to three words on either side of the text in its line. It has neither
 * path nor position, so it outlives moved lines and renamed files; two findings may share it. */
uint64_t tl_diag_key(const tl_diag *diag);

#endif
