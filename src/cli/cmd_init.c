/* SPDX-License-Identifier: MPL-2.0 */
/* termlint init: a first configuration and a first termbase, with comments that say how to go on.
 * Nothing is ever overwritten: if one of the two files exists, neither is written. */
#include "cli/commands.h"
#include "cli/inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CONFIG_NAME ".termlint.yaml"
#define TERMBASE_NAME "termbase.yaml"

static const char first_config[] =
    "# The settings of termlint for this folder and those in it. `termlint check --print-config "
    "PATH`\n"
    "# tells what holds for a document and who set it; `termlint rules` lists the rules.\n"
    "termbase: [" TERMBASE_NAME "]          # paths are relative to this file\n"
    "# languages: {default: en, \"*.ru.txt\": ru}   # else the script of a text tells\n"
    "# romanization: bgn-pcgn               # for names without a Latin form; `termlint schemes`\n"
    "# rules: {near-miss: off, title-holder: error}\n"
    "# fail_on: warning                     # error, warning, suggestion, never\n"
    "# ignore: [\"drafts/**\"]                # as in .gitignore\n"
    "# overrides: [{files: [\"archive/**\"], rules: {deprecated-term: suggestion}}]\n"
    "# root: true                           # what is in the folders above does not count\n";

static const char first_termbase[] =
    "# The terms of this house. `termlint termbase lint " TERMBASE_NAME "` finds mistakes here,\n"
    "# `termlint discover PATH...` what else could stand here.\n"
    "termlint: 1\n"
    "languages: [en, ru]\n"
    "concepts: []\n"
    "# concepts:\n"
    "#   - id: lock-masters                 # unique: small letters, digits, hyphens\n"
    "#     type: organisation               # organisation title person place event document term\n"
    "#     en:\n"
    "#       preferred: Council of Lock Masters\n"
    "#       acronym: CLM\n"
    "#       deprecated: [Board of Lock Masters]\n"
    "#     ru: {preferred: Совет начальников шлюзов, acronym: СНШ}\n"
    "#   - id: khayretdinov\n"
    "#     type: person\n"
    "#     en: Timur Khayretdinov           # one term is the preferred one\n"
    "#     ru: Тимур Хайретдинов            # makes every romanization recognisable\n";

typedef struct init {
    tl_string_list from;
    bool help;
    char *config, *termbase; /* owned paths */
} init;

static char *
path_in(const char *folder, const char *name)
{
    tl_buf path = {0};
    if (strcmp(folder, ".") != 0) {
        tl_buf_add_format(&path, "%s/", folder);
    }
    tl_buf_add_cstr(&path, name);
    tl_buf_add_byte(&path, '\0');
    return path.ptr;
}

static bool
is_free(const char *path)
{
    bool exists = access(path, F_OK) == 0 || errno != ENOENT;
    if (exists) {
        tl_fail("%s exists already, nothing is written", path);
    }
    return !exists;
}

static bool
are_there(const tl_string_list *paths)
{
    for (size_t i = 0; i < paths->count; i++) {
        tl_error error = {0};
        if (access(paths->items[i], R_OK) != 0) {
            tl_file_fail(&error, "read", paths->items[i]);
            tl_fail("%s", error.message);
            tl_error_clear(&error);
            return false;
        }
    }
    return true;
}

static bool
tell_written(const char *path)
{
    tl_tell("termlint: wrote %s", path);
    return true;
}

/* Runs `termlint discover --format yaml` over the paths, into the file. */
static bool
discover_into(const char *path, const tl_string_list *from)
{
    extern const tl_command tl_command_discover;
    tl_string_list words = {0};
    const char *options[] = {"discover", "--no-config", "--format", "yaml", "--output", path, "--"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        tl_string_list_add(&words, options[i]);
    }
    for (size_t i = 0; i < from->count; i++) {
        tl_string_list_add(&words, from->items[i]);
    }
    int status = tl_command_discover.run((int)words.count, (char **)words.items);
    tl_string_list_clear(&words);
    return status == TL_EXIT_CLEAN;
}

static int
write_files(const init *i)
{
    if (!is_free(i->config) || !is_free(i->termbase) || !are_there(&i->from)) {
        return TL_EXIT_FAILURE;
    }
    bool has_termbase =
        i->from.count ? discover_into(i->termbase, &i->from)
                      : tl_write_output(i->termbase, first_termbase, sizeof first_termbase - 1);
    bool ok = has_termbase && tl_write_output(i->config, first_config, sizeof first_config - 1);
    if (!ok) {
        unlink(i->termbase);
    }
    return ok && tell_written(i->termbase) && tell_written(i->config) ? TL_EXIT_CLEAN
                                                                      : TL_EXIT_FAILURE;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_init;
    init i = {.help = false};
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_LIST, "from", "PATH",
         "fill the termbase with what `discover` finds there; may be repeated", NULL, &i.from},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &i.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        const char *folder = operands.count ? operands.items[0] : ".";
        i.config = path_in(folder, CONFIG_NAME);
        i.termbase = path_in(folder, TERMBASE_NAME);
        status = i.help ? tl_command_print_help(
                              &tl_command_init, options,
                              "Writes " CONFIG_NAME " and " TERMBASE_NAME
                              " into the folder, or into this one.\nA file that exists is never "
                              "overwritten.")
                 : operands.count > 1 ? tl_fail("want one folder at most")
                                      : write_files(&i);
    }
    free(i.config);
    free(i.termbase);
    tl_string_list_clear(&i.from);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_init = {
    .name = "init",
    .usage = "[OPTION]... [FOLDER]",
    .summary = "write a first configuration and a first termbase",
    .run = run,
};
