/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_DRAFT_H
#define TL_TERMBASE_DRAFT_H

#include "termbase/branch.h"
#include "termbase/load.h"

/* A concept as a file of another program gives it, piece by piece, until it is one of ours. Such
 * files know no rule of termlint's, so nothing in them is a mistake that can be put right: ids are
 * made to fit, white space and invisible characters go, of two preferred forms the second is
 * admitted, what comes twice or is no term at all is left out and counted in termbase->lost.
 * Everything lives in the scratch arena of the load, into which all texts are copied. */

enum { TL_DRAFT_MAX_LANGUAGES = 256, TL_DRAFT_MAX_TERMS = 1000 };

typedef struct tl_draft_term {
    tl_branch *keys; /* a mapping: what a term's mapping may say, and `status` */
    bool has_status, is_acronym;
    tl_status status;
    struct tl_draft_term *next;
} tl_draft_term;

/* The concept in one language. */
typedef struct tl_draft_entry {
    tl_tag *tag;
    tl_branch *keys; /* a mapping: what stands beside the terms */
    tl_draft_term *terms, **tail;
    size_t count;
    struct tl_draft_entry *next;
} tl_draft_entry;

typedef struct tl_draft {
    tl_load *load;
    tl_spot spot;
    tl_str wanted_id; /* as the file gives it, or empty */
    tl_branch *keys;  /* a mapping: what stands beside the languages */
    tl_draft_entry *entries, **tail;
    size_t count;
} tl_draft;

tl_draft *tl_draft_new(tl_load *load, tl_spot spot);

/* The entry of a language, made if it is not there. NULL for what is no language tag, which is
 * reported, and for one too many. */
tl_draft_entry *tl_draft_entry_in(tl_draft *draft, tl_str language, tl_spot spot);

/* The term of a text that the entry has already, or NULL. */
tl_draft_term *tl_draft_find(const tl_draft *draft, const tl_draft_entry *entry, tl_str text);

/* Adds a term; NULL for a text that can be none, which is counted, and for one too many. */
tl_draft_term *tl_draft_term_in(tl_draft *draft, tl_draft_entry *entry, tl_str text, tl_spot spot);

/* Says `key: text` of a concept, an entry or a term. Of `note` and `subject` there may be several,
 * which are joined; of any other key the first counts, and the rest is lost. */
void tl_draft_say(tl_load *load, tl_branch *keys, const char *key, tl_str text, tl_spot spot);

/* Sets the status that a word in some other format means; one that is unknown is counted. */
void tl_draft_set_status(tl_load *load, tl_draft_term *term, tl_str word);

/* What becomes of a text on its way in: one space for white space of any kind and length, none at
 * the ends, and nothing that a termbase may not have; in form C. Copied into the arena. */
tl_str tl_draft_clean(tl_arena *arena, tl_str text);

/* True if the text is a mapping that termlint wrote into a note: "termlint: {key: value}". */
bool tl_draft_is_own_note(tl_str note);

/* What the mapping says goes before what the keys say already. Returns it with the place of the
 * note, or NULL if it is none, which is reported. */
const tl_node *tl_draft_own_note(tl_load *load, tl_str note, tl_spot spot);
void tl_draft_say_all(tl_load *load, tl_branch *keys, const tl_node *mapping);

/* The same for a term, of which the note may say the status. */
void tl_draft_say_all_of_term(tl_load *load, tl_draft_term *term, const tl_node *mapping);

/* Counts something that a concept cannot hold. */
void tl_draft_lose(tl_load *load, tl_str what);

/* Adds the concept to the termbase, unless it has no term. */
void tl_draft_finish(tl_draft *draft);

#endif
