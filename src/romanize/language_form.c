/* SPDX-License-Identifier: MPL-2.0 */
/* Tries what a Cyrillic name may be in another language: the names of its group, if it is a given
 * name, and every way to use the rows of one language on its letters, up to a number that keeps a
 * long name cheap. Each is then romanized as any name. */
#include "romanize/language_form.h"

#include "base/utf8.h"
#include "romanize/given_names.h"
#include "romanize/letters.h"
#include "romanize/romanize.h"

#include <string.h>

/* What is written in a language for some letters. */
typedef struct form_row {
    const char *language;
    tl_str letters, written;
    uint32_t cost;
    bool at_start, at_end;
} form_row;

/* A name has to have one of its language's endings, if the language has any. */
typedef struct form_ending {
    const char *language;
    tl_str letters;
} form_ending;

#include "romanize/language_forms_data.h"

enum {
    ROW_COUNT = sizeof form_rows / sizeof form_rows[0],
    ENDING_COUNT = sizeof form_endings / sizeof form_endings[0],
    MOST_FORMS = 400, /* of a name in one language */
    LONGEST = (TL_NAME_MAX + 1) * TL_UTF8_MAX,
};

/* The search for the forms of one name, language by language. */
typedef struct search {
    tl_str name;               /* in lower case */
    size_t first_row, end_row; /* of the language */
    char form[LONGEST * 2];
    size_t length;
    unsigned tried;
    tl_form_visitor visit;
    void *context;
} search;

static bool
fits(const search *s, const form_row *row, size_t at)
{
    tl_str rest = tl_str_slice(s->name, at, s->name.len);
    return (!row->at_start || at == 0) && tl_str_starts_with(rest, row->letters) &&
           (!row->at_end || rest.len == row->letters.len);
}

static void try_from(search *s, size_t at, uint32_t cost, bool changed);

/* Goes on behind `length` letters of the name, for which `written` is written. */
static void
go_on(search *s, size_t at, tl_str written, uint32_t cost, bool changed)
{
    size_t length = s->length;
    if (length + written.len > sizeof s->form) {
        return;
    }
    if (written.len) {
        memcpy(s->form + length, written.ptr, written.len);
    }
    s->length += written.len;
    try_from(s, at, cost, changed);
    s->length = length;
}

static void
try_from(search *s, size_t at, uint32_t cost, bool changed)
{
    if (s->tried >= MOST_FORMS || cost > TL_COST_LIKELY - TL_FORM_FEE) {
        return;
    }
    if (at == s->name.len) {
        s->tried++;
        if (changed) {
            s->visit(s->context, (tl_str){s->form, s->length}, cost,
                     form_rows[s->first_row].language);
        }
        return;
    }
    for (size_t i = s->first_row; i < s->end_row; i++) {
        const form_row *row = &form_rows[i];
        if (fits(s, row, at)) {
            go_on(s, at + row->letters.len, row->written, cost + row->cost, true);
        }
    }
    size_t next = at;
    tl_utf8_next(s->name, &next);
    go_on(s, next, tl_str_slice(s->name, at, next), cost, changed);
}

static bool
may_be_of(tl_str name, const char *language)
{
    bool has_endings = false;
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        if (strcmp(form_endings[i].language, language) == 0) {
            has_endings = true;
            if (tl_str_ends_with(name, form_endings[i].letters)) {
                return true;
            }
        }
    }
    return !has_endings;
}

/* Tries the languages one by one. */
static void
try_languages(search *s)
{
    for (size_t first = 0, end; first < ROW_COUNT; first = end) {
        for (end = first; end < ROW_COUNT; end++) {
            if (strcmp(form_rows[end].language, form_rows[first].language) != 0) {
                break;
            }
        }
        s->first_row = first;
        s->end_row = end;
        s->tried = 0;
        if (may_be_of(s->name, form_rows[first].language)) {
            try_from(s, 0, 0, false);
        }
    }
}

static bool
is_name(const tl_given_name *name, tl_str wanted)
{
    return strncmp(name->cyrillic, wanted.ptr, wanted.len) == 0 &&
           name->cyrillic[wanted.len] == '\0';
}

/* Tries the names of the groups that the name is in. */
static void
try_given(const search *s)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    for (size_t first = 0, end; first < count; first = end) {
        bool is_in = false;
        for (end = first; end < count && names[end].group == names[first].group; end++) {
            is_in = is_in || is_name(&names[end], s->name);
        }
        for (size_t i = first; is_in && i < end; i++) {
            s->visit(s->context, tl_str_from(names[i].cyrillic), 0, "another");
        }
    }
}

void
tl_language_forms_each(tl_str cyrillic, tl_form_visitor visit, void *context)
{
    tl_cyrillic word;
    char name[LONGEST];
    size_t length = 0;
    search s = {.visit = visit, .context = context};
    if (!tl_cyrillic_fold(&word, cyrillic)) {
        return;
    }
    for (size_t i = 0; i < word.count; i++) {
        length += tl_cyrillic_encode(word.letters[i], name + length);
    }
    s.name = (tl_str){name, length};
    try_given(&s);
    try_languages(&s);
}

/* The cheapest form so far that `latin` is a spelling of. */
typedef struct judge {
    tl_str latin;
    uint32_t best;
    const char **language;
} judge;

static void
judge_form(void *context, tl_str form, uint32_t cost, const char *language)
{
    judge *j = context;
    uint32_t spelled = tl_romanize_cost(form, j->latin);
    if (spelled <= TL_COST_LIKELY && spelled + cost + TL_FORM_FEE < j->best) {
        j->best = spelled + cost + TL_FORM_FEE;
        *j->language = language;
    }
}

uint32_t
tl_language_form_cost(tl_str cyrillic, tl_str latin, const char **language)
{
    judge j = {.latin = latin, .best = TL_COST_DIFFERENT, .language = language};
    tl_language_forms_each(cyrillic, judge_form, &j);
    return j.best <= TL_COST_LIKELY ? j.best : TL_COST_DIFFERENT;
}
