/* SPDX-License-Identifier: MPL-2.0 */
/* The concepts of a termbase as a list, and how many there are of each kind. Knows three ways of
 * writing a list: aligned for people, tab-separated, JSON. */
#include "engine/checker.h"
#include "engine/give.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "termbase/names.h"
#include "termlint_tools.h"
#include "text/script.h"
#include "writers/json_text.h"

static bool
has_status(const tl_entry *entry, tl_str status)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        if (tl_str_equal(tl_status_names[entry->terms[i]->status], status)) {
            return true;
        }
    }
    return status.len == 0;
}

/* True if some entry of the language, or of any, has a term of the status. */
static bool
is_wanted(const tl_concept *concept, const termlint_list_options *options)
{
    tl_str type = tl_str_from(options->type), status = tl_str_from(options->status);
    tl_str language = tl_str_from(options->language);
    bool has_entry = false;
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        bool in_language = language.len == 0 || entry == tl_concept_entry(concept, language);
        has_entry = has_entry || (in_language && has_status(entry, status));
    }
    return has_entry && (type.len == 0 || tl_str_equal(tl_type_names[concept->type], type));
}

/* The form by which an entry is listed: the preferred one, else the first. */
static tl_str
form_in(const tl_concept *concept, tl_str language)
{
    const tl_entry *entry = NULL;
    for (size_t i = 0; i < concept->entry_count && entry == NULL; i++) {
        bool is_it = tl_str_equal(concept->entries[i].language, language);
        entry = is_it ? &concept->entries[i] : NULL;
    }
    return entry && entry->preferred ? entry->preferred->text : TL_STR("");
}

static void
add_padded(tl_buf *out, tl_str text, size_t width)
{
    size_t length = tl_utf8_length(text);
    tl_buf_add(out, text);
    tl_buf_add_format(out, "%*s", length < width ? (int)(width - length) : 0, "");
}

static void
write_text(const tl_termbase *termbase, const tl_concept *concept, tl_buf *out)
{
    enum { ID_WIDTH = 24, TYPE_WIDTH = 12 };
    const char *separator = "  ";
    add_padded(out, concept->id, ID_WIDTH);
    tl_buf_add_cstr(out, "  ");
    add_padded(out, tl_type_names[concept->type], TYPE_WIDTH);
    for (size_t i = 0; i < termbase->language_count; i++) {
        tl_str form = form_in(concept, termbase->languages[i]);
        if (form.len) {
            tl_buf_add_format(out, "%s%.*s", separator, TL_STR_ARGS(form));
            separator = " | ";
        }
    }
    tl_buf_add_byte(out, '\n');
}

/* Terms have neither tabs nor line breaks, so a cell is as it is. */
static void
write_tsv(const tl_termbase *termbase, const tl_concept *concept, tl_buf *out)
{
    tl_buf_add_format(out, "%.*s\t%s", TL_STR_ARGS(concept->id),
                      tl_concept_type_name(concept->type));
    for (size_t i = 0; i < termbase->language_count; i++) {
        tl_buf_add_byte(out, '\t');
        tl_buf_add(out, form_in(concept, termbase->languages[i]));
    }
    tl_buf_add_byte(out, '\n');
}

static void
write_json(const tl_concept *concept, tl_buf *out)
{
    const char *separator = "";
    tl_buf_add_cstr(out, out->ptr[out->len - 1] == '[' ? "\n  {\"id\": " : ",\n  {\"id\": ");
    tl_json_add_string(out, concept->id);
    tl_buf_add_format(out, ", \"type\": \"%s\", \"preferred\": {",
                      tl_concept_type_name(concept->type));
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        if (entry->preferred) {
            tl_buf_add_cstr(out, separator);
            tl_json_add_string(out, entry->language);
            tl_buf_add_cstr(out, ": ");
            tl_json_add_string(out, entry->preferred->text);
            separator = ", ";
        }
    }
    tl_buf_add_cstr(out, "}}");
}

static void
write_tsv_header(const tl_termbase *termbase, tl_buf *out)
{
    tl_buf_add_cstr(out, "concept\ttype");
    for (size_t i = 0; i < termbase->language_count; i++) {
        tl_buf_add_format(out, "\t%.*s", TL_STR_ARGS(termbase->languages[i]));
    }
    tl_buf_add_byte(out, '\n');
}

typedef enum list_format { LIST_TEXT, LIST_TSV, LIST_JSON, LIST_FORMAT_COUNT } list_format;

static char *
write_list(const tl_termbase *termbase, const termlint_list_options *options, list_format format)
{
    tl_buf out = {0};
    if (format == LIST_TSV) {
        write_tsv_header(termbase, &out);
    } else if (format == LIST_JSON) {
        tl_buf_add_byte(&out, '[');
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = tl_termbase_concept(termbase, i);
        if (!is_wanted(concept, options)) {
            continue;
        }
        switch (format) {
        case LIST_TSV: write_tsv(termbase, concept, &out); break;
        case LIST_JSON: write_json(concept, &out); break;
        default: write_text(termbase, concept, &out); break;
        }
    }
    tl_buf_add_cstr(&out, format == LIST_JSON ? "\n]\n" : "");
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

static bool
is_name_of(const char *name, const tl_str *names, size_t count)
{
    for (size_t i = 0; name && i < count; i++) {
        if (tl_str_equal(tl_str_from(name), names[i])) {
            return true;
        }
    }
    return name == NULL;
}

char *
termlint_termbase_list(const termlint_checker *checker, const termlint_list_options *options,
                       char **error)
{
    static const tl_str formats[LIST_FORMAT_COUNT] = {
        [LIST_TEXT] = TL_STR_INIT("text"),
        [LIST_TSV] = TL_STR_INIT("tsv"),
        [LIST_JSON] = TL_STR_INIT("json"),
    };
    tl_error problem = {0};
    if (!is_name_of(options->type, tl_type_names, TL_TYPE_COUNT)) {
        tl_error_set(&problem, "unknown type “%s” of concepts", options->type);
    } else if (!is_name_of(options->status, tl_status_names, TL_STATUS_COUNT)) {
        tl_error_set(&problem, "unknown status “%s” of terms", options->status);
    } else if (!is_name_of(options->format, formats, LIST_FORMAT_COUNT)) {
        tl_error_set(&problem, "unknown format “%s”, want text, tsv or json", options->format);
    }
    if (problem.message) {
        tl_give_error(error, &problem);
        return NULL;
    }
    list_format format = LIST_TEXT;
    while (options->format && !tl_str_equal(formats[format], tl_str_from(options->format))) {
        format++;
    }
    return write_list(&checker->terms->termbase, options, format);
}

/* -- numbers -- */

static void
add_count(tl_buf *out, const char *what, size_t count)
{
    if (count) {
        tl_buf_add_format(out, "  %-24s%8zu\n", what, count);
    }
}

static void
count_types(const tl_termbase *termbase, tl_buf *out)
{
    size_t counts[TL_TYPE_COUNT] = {0};
    for (size_t i = 0; i < termbase->concept_count; i++) {
        counts[tl_termbase_concept(termbase, i)->type]++;
    }
    tl_buf_add_format(out, "concepts %zu\n", termbase->concept_count);
    for (size_t i = 0; i < TL_TYPE_COUNT; i++) {
        add_count(out, tl_type_names[i].ptr, counts[i]);
    }
}

static void
count_terms(const tl_termbase *termbase, tl_buf *out)
{
    size_t statuses[TL_STATUS_COUNT] = {0}, acronyms = 0;
    for (size_t i = 0; i < termbase->term_count; i++) {
        acronyms += tl_termbase_term(termbase, i)->acronym;
        statuses[tl_termbase_term(termbase, i)->status] += !tl_termbase_term(termbase, i)->acronym;
    }
    tl_buf_add_format(out, "terms %zu\n", termbase->term_count);
    for (size_t i = 0; i < TL_STATUS_COUNT; i++) {
        add_count(out, tl_status_names[i].ptr, statuses[i]);
    }
    add_count(out, "acronym", acronyms);
}

static void
count_language(const tl_termbase *termbase, tl_str language, tl_buf *out)
{
    size_t terms = 0, missing = 0;
    for (size_t i = 0; i < termbase->term_count; i++) {
        terms += tl_str_equal(tl_termbase_term(termbase, i)->entry->language, language);
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        missing += tl_concept_entry(tl_termbase_concept(termbase, i), language) == NULL;
    }
    tl_buf_add_format(out, "language %.*s\n", TL_STR_ARGS(language));
    add_count(out, "terms", terms);
    add_count(out, "concepts without it", missing);
}

static bool
has_cyrillic(const tl_concept *concept)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        if (tl_language_is_cyrillic(concept->entries[i].language)) {
            return true;
        }
    }
    return false;
}

char *
termlint_termbase_stats(const termlint_checker *checker)
{
    const tl_termbase *termbase = &checker->terms->termbase;
    size_t examples = 0, people = 0;
    tl_buf out = {0};
    count_types(termbase, &out);
    count_terms(termbase, &out);
    for (size_t i = 0; i < termbase->language_count; i++) {
        count_language(termbase, termbase->languages[i], &out);
    }
    for (size_t i = 0; i < termbase->concept_count; i++) {
        const tl_concept *concept = tl_termbase_concept(termbase, i);
        examples += concept->example_count;
        people += concept->type == TL_TYPE_PERSON && !has_cyrillic(concept);
    }
    tl_buf_add_format(&out, "files %zu\nexamples %zu\npeople without Cyrillic name %zu\n",
                      termbase->file_count, examples, people);
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}
