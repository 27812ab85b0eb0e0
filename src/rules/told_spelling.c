/* SPDX-License-Identifier: MPL-2.0 */
/* Explains how a family name came to be spelled as it is: a Latin one by the schemes that write so,
 * a Cyrillic one by the letters that differ. The schemes are costly to find out, and names recur,
 * so that each spelling of a document is looked at once. */
#include "rules/told_spelling.h"

#include "base/hash.h"
#include "romanize/identify.h"
#include "text/key.h"
#include "text/typo.h"

/* What there is to say of one spelling of a family name. */
typedef struct tl_told_spelling {
    const tl_person *person;
    tl_str text, family; /* as it is and as it should be written */
    const tl_str *schemes;
    size_t scheme_count;
    tl_str explanation;
    struct tl_told_spelling *next;
} told_spelling;

static void
tell_spelling(tl_pass *pass, told_spelling *told)
{
    const tl_person *person = told->person;
    const tl_scheme *house = tl_index_scheme(pass->index, person);
    tl_identity identity = tl_identify(person->family, told->text, house, pass->arena);
    tl_str *ids = tl_arena_alloc(pass->arena, identity.scheme_count, sizeof *ids);
    for (size_t i = 0; i < identity.scheme_count; i++) {
        ids[i] = tl_str_from(identity.schemes[i]->id);
    }
    told->schemes = ids;
    told->scheme_count = identity.scheme_count;
    told->explanation =
        tl_scheme_fits(identity.house, person->family, told->family)
            ? tl_identity_explain(&identity, pass->arena)
            : tl_identity_explain_preferred(&identity, person->family, told->family, pass->arena);
}

/* What is told of `text` as a spelling of the person's family name, which is written `family`. */
static const told_spelling *
find_spelling(tl_told_spellings *all, tl_pass *pass, const tl_person *person, tl_str text,
              tl_str family)
{
    told_spelling **list = &all->lists[tl_hash_bytes(text) % TL_TOLD_LISTS];
    told_spelling *told = *list;
    while (told && !(told->person == person && tl_str_equal(told->text, text) &&
                     tl_str_equal(told->family, family))) {
        told = told->next;
    }
    if (told == NULL) {
        told = tl_arena_alloc(pass->arena, 1, sizeof *told);
        *told = (told_spelling){.person = person,
                                .text = text,
                                .family = tl_arena_copy(pass->arena, family),
                                .next = *list};
        tell_spelling(pass, told);
        *list = told;
    }
    return told;
}

/* “Зейнетдиновым: “е” for “а””. */
static tl_str
explain_letters(tl_pass *pass, tl_str written, tl_str meant)
{
    tl_typo typo;
    tl_key first, second;
    if (!tl_typo_find(tl_key_of(written, &first), tl_key_of(meant, &second), &typo)) {
        return (tl_str){NULL, 0};
    }
    tl_str letters = tl_typo_describe(&typo, pass->arena);
    return tl_arena_format(pass->arena, "%.*s: %.*s", TL_STR_ARGS(written), TL_STR_ARGS(letters));
}

void
tl_told_spellings_explain(tl_told_spellings *told, tl_pass *pass, const tl_mention *mention,
                          tl_finding *finding)
{
    if (!mention->family.differs) {
        return;
    }
    if (!(pass->scan->words.items[mention->family.first].scripts & TL_SCRIPT_LATIN)) {
        finding->explanation = explain_letters(pass, mention->written, mention->family.meant);
        return;
    }
    const told_spelling *spelling =
        find_spelling(told, pass, mention->person, mention->written, mention->family.meant);
    finding->schemes = spelling->schemes;
    finding->scheme_count = spelling->scheme_count;
    finding->explanation = spelling->explanation;
}
