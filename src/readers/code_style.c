/* SPDX-License-Identifier: MPL-2.0 */
/* The names that styles of code have. Knows no format; what a style inherits is told elsewhere. */
#include "readers/code_style.h"

/* Without what does not count, in small letters where they are Latin. */
static const tl_str names[] = {
    TL_STR_INIT("code"),
    TL_STR_INIT("codeblock"),
    TL_STR_INIT("codechar"),
    TL_STR_INIT("codeinline"),
    TL_STR_INIT("codelisting"),
    TL_STR_INIT("codesnippet"),
    TL_STR_INIT("codetext"),
    TL_STR_INIT("console"),
    TL_STR_INIT("htmlcode"),
    TL_STR_INIT("htmlkeyboard"),
    TL_STR_INIT("htmlpreformatted"),
    TL_STR_INIT("htmlpreformattedchar"),
    TL_STR_INIT("htmlsample"),
    TL_STR_INIT("htmltypewriter"),
    TL_STR_INIT("htmlvariable"),
    TL_STR_INIT("inlinecode"),
    TL_STR_INIT("macro"),
    TL_STR_INIT("macrotext"),
    TL_STR_INIT("macrotextchar"),
    TL_STR_INIT("preformatted"),
    TL_STR_INIT("preformattedtext"),
    TL_STR_INIT("programlisting"),
    TL_STR_INIT("sourcecode"),
    TL_STR_INIT("sourcecodechar"),
    TL_STR_INIT("sourcetext"),
    TL_STR_INIT("teletype"),
    TL_STR_INIT("userentry"),
    TL_STR_INIT("variable"),
    TL_STR_INIT("verbatim"),
    TL_STR_INIT("verbatimchar"),
    TL_STR_INIT("Код"),
    TL_STR_INIT("код"),
    TL_STR_INIT("Исходныйкод"),
    TL_STR_INIT("исходныйкод"),
    TL_STR_INIT("Листинг"),
    TL_STR_INIT("листинг"),
};

enum { LONGEST = 40 };

/* "_20_" is how OpenDocument writes a blank in a name. */
static size_t
blank_at(tl_str name, size_t at)
{
    char c = name.ptr[at];
    bool is_encoded = tl_str_starts_with(tl_str_slice(name, at, name.len), TL_STR("_20_"));
    return is_encoded ? strlen("_20_") : c == ' ' || c == '-' || c == '_';
}

bool
tl_is_code_style(tl_str name)
{
    char bare[LONGEST];
    size_t length = 0;
    for (size_t at = 0, blank; at < name.len; at += blank ? blank : 1) {
        blank = blank_at(name, at);
        if (length == LONGEST) {
            return false;
        }
        if (blank == 0) {
            bare[length++] = name.ptr[at];
        }
    }
    return tl_str_is_one_of_ascii_nocase((tl_str){bare, length}, names,
                                         sizeof names / sizeof names[0]);
}
