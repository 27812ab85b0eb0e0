/* SPDX-License-Identifier: MPL-2.0 */
/* Turns borrowed text and internal errors into what the public functions return. */
#include "engine/give.h"

#include "base/buf.h"

char *
tl_give_text(tl_str text)
{
    tl_buf out = {0};
    tl_buf_add(&out, text);
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

bool
tl_give_error(char **error, tl_error *from)
{
    if (error) {
        *error = from->message;
        from->message = NULL;
    }
    tl_error_clear(from);
    return false;
}

bool
tl_give_unknown(char **error, const char *what, const char *id, const char *near)
{
    tl_error problem = {0};
    tl_error_set(&problem, "unknown %s “%s”%s%s%s", what, id, near ? ", did you mean “" : "",
                 near ? near : "", near ? "”" : "");
    return tl_give_error(error, &problem);
}
