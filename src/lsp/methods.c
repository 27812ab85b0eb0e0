/* SPDX-License-Identifier: MPL-2.0 */
/* The list of methods: a new one is a row `tl_method_<name>` in the file of its subject, and its
 * name here. */
#include "lsp/server.h"

#include <string.h>

#define METHODS(X)              \
    X(initialize)               \
    X(initialized)              \
    X(shutdown)                 \
    X(did_open)                 \
    X(did_change)               \
    X(did_save)                 \
    X(did_close)                \
    X(code_action)              \
    X(resolve_code_action)      \
    X(document_diagnostic)      \
    X(workspace_diagnostic)     \
    X(execute_command)          \
    X(hover)                    \
    X(completion)               \
    X(definition)               \
    X(references)               \
    X(prepare_rename)           \
    X(rename)                   \
    X(did_change_configuration) \
    X(did_change_watched_files) \
    X(did_change_workspace_folders)

#define DECLARE(name) extern const tl_method tl_method_##name;
METHODS(DECLARE)

#define POINTER(name) &tl_method_##name,
static const tl_method *const methods[] = {METHODS(POINTER)};

const tl_method *
tl_method_find(const char *name)
{
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (strcmp(methods[i]->name, name) == 0) {
            return methods[i];
        }
    }
    return NULL;
}
