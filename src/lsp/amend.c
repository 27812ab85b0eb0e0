/* SPDX-License-Identifier: MPL-2.0 */
/* Changing the termbase or the configuration because of a finding. The file is changed by an edit
 * of its YAML that keeps comments and layout; an edit is handed out only if the settings have no
 * mistake with it and the finding is gone. */
#include "lsp/offer.h"
#include "lsp/places.h"
#include "lsp/workspace.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

/* A change on trial. */
typedef struct amendment {
    const tl_lsp_case *given;
    const char *path; /* of the file */
    bool (*is_good)(const tl_lsp_case *given, const termlint_report *report);
} amendment;

static bool
is_at(const tl_lsp_case *given, const termlint_finding *other)
{
    const termlint_finding *finding = &given->finding;
    return other->offset < finding->offset + finding->length &&
           finding->offset < other->offset + other->length;
}

static bool
is_gone(const tl_lsp_case *given, const termlint_report *report)
{
    termlint_finding other;
    for (size_t i = 0; termlint_report_finding(report, i, &other); i++) {
        if (is_at(given, &other) && strcmp(other.rule, given->finding.rule) == 0) {
            return false;
        }
    }
    return true;
}

static bool
is_deprecated(const tl_lsp_case *given, const termlint_report *report)
{
    termlint_finding other;
    for (size_t i = 0; termlint_report_finding(report, i, &other); i++) {
        if (is_at(given, &other) && strcmp(other.rule, "deprecated-term") == 0) {
            return true;
        }
    }
    return false;
}

/* The edit of a change, whose text is freed; NULL if it does not do. */
static json_t *
try_change(const amendment *amend, const tl_lsp_file *file, termlint_yaml_change *change)
{
    tl_lsp_server *server = amend->given->server;
    tl_range range = {change->offset, change->offset + change->length};
    tl_text text = {.lines = NULL};
    json_t *edit = NULL;
    tl_text_set(&text, tl_buf_str(&file->text->bytes));
    tl_text_replace(&text, range, tl_str_from(change->text));
    const tl_lsp_trial trial = {file->own_path, tl_buf_str(&text.bytes)};
    termlint_report *report = tl_lsp_try_settings(server, &trial, amend->given->document);
    if (report && amend->is_good(amend->given, report)) {
        edit = tl_lsp_workspace_edit(
            server, file->uri, file->document,
            json_pack("[o]", tl_lsp_text_edit(server, file->text, range, change->text)));
    }
    termlint_report_free(report);
    tl_text_clear(&text);
    free(change->text);
    return edit;
}

static bool
is_yaml(const char *path)
{
    tl_str name = tl_str_from(path);
    return tl_str_ends_with(name, TL_STR(".yaml")) || tl_str_ends_with(name, TL_STR(".yml"));
}

static json_t *
try_form(const amendment *amend, const termlint_new_form *form)
{
    tl_lsp_file file;
    termlint_yaml_change change;
    bool ok = tl_lsp_file_open(&file, amend->given->server, amend->path) &&
              termlint_yaml_add_form(tl_lsp_bytes(file.text), form, &change);
    json_t *edit = ok ? try_change(amend, &file, &change) : NULL;
    tl_lsp_file_close(&file);
    return edit;
}

/* The file of the finding's concept, if it is one that we can change. */
static const char *
concept_file(const tl_lsp_case *given)
{
    termlint_place place;
    const termlint_checker *checker = tl_lsp_checker(given->server, given->document->name);
    bool found = checker && *given->finding.concept &&
                 termlint_concept_place(checker, given->finding.concept, NULL, &place);
    return found && is_yaml(place.path) ? place.path : NULL;
}

/* The text on one line, NUL-terminated. */
static tl_buf
joined(tl_str text)
{
    tl_buf out = {0};
    bool is_space = false;
    for (size_t i = 0; i < text.len; i++) {
        bool was_space = is_space;
        is_space = strchr(" \t\r\n", text.ptr[i]) != NULL;
        if (!is_space || !was_space) {
            tl_buf_add_byte(&out, is_space ? ' ' : text.ptr[i]);
        }
    }
    tl_buf_add_byte(&out, '\0');
    return out;
}

/* -- forms ------------------------------------------------------------------------------------ */

static json_t *
add_to_entry(const tl_lsp_case *given, const char *key,
             bool (*is_good)(const tl_lsp_case *given, const termlint_report *report))
{
    tl_buf text = joined(given->text);
    const amendment amend = {given, concept_file(given), is_good};
    const termlint_new_form form = {given->finding.concept, given->finding.language, key, text.ptr};
    json_t *edit = amend.path ? try_form(&amend, &form) : NULL;
    tl_buf_clear(&text);
    return edit;
}

static json_t *
admit(const tl_lsp_case *given)
{
    return add_to_entry(given, "admitted", is_gone);
}

static json_t *
deprecate(const tl_lsp_case *given)
{
    return add_to_entry(given, "deprecated", is_deprecated);
}

/* The last word of a name is most often the family name, which is what tells people apart. */
static json_t *
distinguish(const tl_lsp_case *given)
{
    tl_buf text = joined(given->text);
    const amendment amend = {given, concept_file(given), is_gone};
    const char *last = strrchr(text.ptr, ' ');
    const char *tried[] = {last ? last + 1 : text.ptr, text.ptr};
    json_t *edit = NULL;
    for (size_t i = 0; amend.path && edit == NULL && i < (last ? 2 : 1); i++) {
        const termlint_new_form form = {
            .concept = given->finding.concept, .key = "distinct", .text = tried[i]};
        edit = try_form(&amend, &form);
    }
    tl_buf_clear(&text);
    return edit;
}

static bool
has_rule(const tl_lsp_case *given, const char *const *rules)
{
    while (*rules && strcmp(*rules, given->finding.rule) != 0) {
        rules++;
    }
    return *rules != NULL;
}

static bool
add_form_title(const tl_lsp_case *given, const char *verb, const char *where, tl_buf *title)
{
    tl_buf_add_format(title, "%s ", verb);
    tl_lsp_add_text(given, title);
    tl_buf_add_format(title, " %s “%s”", where, given->finding.concept);
    return concept_file(given) != NULL;
}

/* Rules whose findings are forms that the termbase does not list. */
static const char *const about_forms[] = {"near-miss",     "word-order",        "term-spelling",
                                          "name-spelling", "inconsistent-term", NULL};

static bool
add_admit_title(const tl_lsp_case *given, tl_buf *title)
{
    return has_rule(given, about_forms) && *given->finding.language &&
           add_form_title(given, "Admit", "in the termbase as a form of", title);
}

static bool
add_deprecate_title(const tl_lsp_case *given, tl_buf *title)
{
    return has_rule(given, about_forms) && *given->finding.language &&
           strcmp(given->finding.rule, "inconsistent-term") != 0 &&
           add_form_title(given, "List", "in the termbase as a deprecated form of", title);
}

static bool
add_distinguish_title(const tl_lsp_case *given, tl_buf *title)
{
    static const char *const about_people[] = {"name-spelling", "near-miss", NULL};
    return has_rule(given, about_people) &&
           add_form_title(given, "Say in the termbase that", "is somebody else than", title);
}

/* -- concepts --------------------------------------------------------------------------------- */

/* Where a concept is added: the first file that is YAML. */
static const char *
first_file(const termlint_checker *checker)
{
    const char *path = NULL;
    for (size_t i = 0; checker && (path = termlint_termbase_file(checker, i)) != NULL; i++) {
        if (is_yaml(path)) {
            break;
        }
    }
    return path;
}

static json_t *
add_concept(const tl_lsp_case *given)
{
    tl_lsp_file file;
    termlint_yaml_change change;
    const termlint_checker *checker = tl_lsp_checker(given->server, given->document->name);
    const amendment amend = {given, first_file(checker), is_gone};
    bool is_person =
        strncmp(given->finding.rule, "inconsistent-name", strlen("inconsistent-name")) == 0;
    if (amend.path == NULL) {
        return NULL;
    }
    tl_buf text = joined(given->text);
    const termlint_new_concept concept = {
        .type = is_person ? "person" : NULL, .language = given->finding.language, .text = text.ptr};
    bool ok = tl_lsp_file_open(&file, given->server, amend.path) &&
              termlint_yaml_add_concept(checker, tl_lsp_bytes(file.text), &concept, &change);
    json_t *edit = ok ? try_change(&amend, &file, &change) : NULL;
    tl_lsp_file_close(&file);
    tl_buf_clear(&text);
    return edit;
}

static bool
add_concept_title(const tl_lsp_case *given, tl_buf *title)
{
    static const char *const about_unknown[] = {"inconsistent-name", "spelling", "near-miss", NULL};
    tl_buf_add_cstr(title, "Add ");
    tl_lsp_add_text(given, title);
    tl_buf_add_cstr(title, " to the termbase as a concept of its own");
    return has_rule(given, about_unknown) && *given->finding.language &&
           first_file(tl_lsp_checker(given->server, given->document->name)) != NULL;
}

/* -- the configuration ------------------------------------------------------------------------ */

/* The path of the nearest configuration on the way up from the document, to be freed; NULL: there
 * is none. */
static char *
nearest_config(const tl_lsp_case *given)
{
    tl_buf path = {0};
    const char *from = given->document->path;
    bool is_there = false;
    for (size_t end = from ? strlen(from) : 0; end > 0 && !is_there; end--) {
        if (from[end - 1] == '/') {
            tl_lsp_file file;
            path.len = 0;
            tl_buf_add_format(&path, "%.*s.termlint.yaml", (int)end, from);
            tl_buf_add_byte(&path, '\0');
            is_there = tl_lsp_file_open(&file, given->server, path.ptr);
            tl_lsp_file_close(&file);
        }
    }
    if (!is_there) {
        tl_buf_clear(&path);
    }
    return path.ptr;
}

static json_t *
switch_off(const tl_lsp_case *given)
{
    char *path = nearest_config(given);
    const amendment amend = {given, path, is_gone};
    json_t *edit = NULL;
    tl_lsp_file file;
    termlint_yaml_change change;
    if (path) {
        bool ok =
            tl_lsp_file_open(&file, given->server, path) &&
            termlint_yaml_set_rule(tl_lsp_bytes(file.text), given->finding.rule, "off", &change);
        edit = ok ? try_change(&amend, &file, &change) : NULL;
        tl_lsp_file_close(&file);
    }
    free(path);
    return edit;
}

static bool
add_switch_off_title(const tl_lsp_case *given, tl_buf *title)
{
    char *path = nearest_config(given);
    bool is_there = path != NULL;
    free(path);
    tl_buf_add_format(title, "Switch off %s in .termlint.yaml", given->finding.rule);
    return is_there;
}

const tl_lsp_offer tl_lsp_offer_admit = {
    .name = "admit",
    .add_title = add_admit_title,
    .make_edit = admit,
};
const tl_lsp_offer tl_lsp_offer_deprecate = {
    .name = "deprecate",
    .add_title = add_deprecate_title,
    .make_edit = deprecate,
};
const tl_lsp_offer tl_lsp_offer_distinguish = {
    .name = "distinguish",
    .add_title = add_distinguish_title,
    .make_edit = distinguish,
};
const tl_lsp_offer tl_lsp_offer_add_concept = {
    .name = "add concept",
    .add_title = add_concept_title,
    .make_edit = add_concept,
};
const tl_lsp_offer tl_lsp_offer_switch_off = {
    .name = "switch off",
    .add_title = add_switch_off_title,
    .make_edit = switch_off,
};
