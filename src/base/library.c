/* SPDX-License-Identifier: MPL-2.0 */
/* Opens shared libraries by the names under which the system's linker knows them, never by a path,
 * so that which file that is remains the system's affair. */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

static void *
open_first(const char *const *names)
{
    void *library = NULL;
    for (; *names && library == NULL; names++) {
        library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    }
    return library;
}

bool
tl_library_open(const char *const *names, const char *const *symbols, void *functions,
                tl_error *error)
{
    void *library = open_first(names);
    bool is_whole = library != NULL;
    for (size_t i = 0; is_whole && symbols[i]; i++) {
        void *function = dlsym(library, symbols[i]);
        memcpy((char *)functions + i * sizeof function, &function, sizeof function);
        is_whole = function != NULL;
    }
    if (!is_whole) {
        const char *cause = dlerror();
        tl_error_set(error, "the library %s cannot be used: %s", names[0], cause ? cause : "");
    }
    if (library) {
        dlclose(library);
    }
    return is_whole;
}
