/* SPDX-License-Identifier: MPL-2.0 */
/* The script of a letter (UAX #24), as far as termlint tells scripts apart. Knows code points only;
 * look-alikes are in lookalike.c, languages in language.c. */
#include "text/script.h"

#include <utf8proc.h>

typedef struct run {
    uint32_t first;
    uint8_t script; /* of all letters from `first` up to the next run */
} run;

/* Letters that Unicode calls Common (ʼ, ー, 𝐀) have no script. */
static const run runs[] = {
    {0x0000, TL_SCRIPT_NONE},      {0x0041, TL_SCRIPT_LATIN},    {0x00B5, TL_SCRIPT_NONE},
    {0x00BA, TL_SCRIPT_LATIN},     {0x02B9, TL_SCRIPT_NONE},     {0x02E0, TL_SCRIPT_LATIN},
    {0x02EC, TL_SCRIPT_NONE},      {0x0370, TL_SCRIPT_GREEK},    {0x0374, TL_SCRIPT_NONE},
    {0x0376, TL_SCRIPT_GREEK},     {0x03E2, TL_SCRIPT_OTHER},    {0x03F0, TL_SCRIPT_GREEK},
    {0x0400, TL_SCRIPT_CYRILLIC},  {0x0531, TL_SCRIPT_OTHER},    {0x0640, TL_SCRIPT_NONE},
    {0x0641, TL_SCRIPT_OTHER},     {0x1C80, TL_SCRIPT_CYRILLIC}, {0x1C90, TL_SCRIPT_OTHER},
    {0x1CE9, TL_SCRIPT_NONE},      {0x1D00, TL_SCRIPT_LATIN},    {0x1D26, TL_SCRIPT_GREEK},
    {0x1D2B, TL_SCRIPT_CYRILLIC},  {0x1D2C, TL_SCRIPT_LATIN},    {0x1D5D, TL_SCRIPT_GREEK},
    {0x1D62, TL_SCRIPT_LATIN},     {0x1D66, TL_SCRIPT_GREEK},    {0x1D6B, TL_SCRIPT_LATIN},
    {0x1D78, TL_SCRIPT_CYRILLIC},  {0x1D79, TL_SCRIPT_LATIN},    {0x1DBF, TL_SCRIPT_GREEK},
    {0x1E00, TL_SCRIPT_LATIN},     {0x1F00, TL_SCRIPT_GREEK},    {0x2071, TL_SCRIPT_LATIN},
    {0x2102, TL_SCRIPT_NONE},      {0x2126, TL_SCRIPT_GREEK},    {0x2128, TL_SCRIPT_NONE},
    {0x212A, TL_SCRIPT_LATIN},     {0x212C, TL_SCRIPT_NONE},     {0x2132, TL_SCRIPT_LATIN},
    {0x2133, TL_SCRIPT_NONE},      {0x214E, TL_SCRIPT_LATIN},    {0x2C00, TL_SCRIPT_OTHER},
    {0x2C60, TL_SCRIPT_LATIN},     {0x2C80, TL_SCRIPT_OTHER},    {0x2E2F, TL_SCRIPT_NONE},
    {0x3005, TL_SCRIPT_OTHER},     {0x3006, TL_SCRIPT_NONE},     {0x3007, TL_SCRIPT_OTHER},
    {0x3031, TL_SCRIPT_NONE},      {0x3038, TL_SCRIPT_OTHER},    {0x303C, TL_SCRIPT_NONE},
    {0x3041, TL_SCRIPT_OTHER},     {0x30FC, TL_SCRIPT_NONE},     {0x30FD, TL_SCRIPT_OTHER},
    {0xA640, TL_SCRIPT_CYRILLIC},  {0xA6A0, TL_SCRIPT_OTHER},    {0xA717, TL_SCRIPT_NONE},
    {0xA722, TL_SCRIPT_LATIN},     {0xA788, TL_SCRIPT_NONE},     {0xA78B, TL_SCRIPT_LATIN},
    {0xA800, TL_SCRIPT_OTHER},     {0xA9CF, TL_SCRIPT_NONE},     {0xA9E0, TL_SCRIPT_OTHER},
    {0xAB30, TL_SCRIPT_LATIN},     {0xAB65, TL_SCRIPT_GREEK},    {0xAB66, TL_SCRIPT_LATIN},
    {0xAB70, TL_SCRIPT_OTHER},     {0xFB00, TL_SCRIPT_LATIN},    {0xFB13, TL_SCRIPT_OTHER},
    {0xFF21, TL_SCRIPT_LATIN},     {0xFF66, TL_SCRIPT_OTHER},    {0xFF70, TL_SCRIPT_NONE},
    {0xFF71, TL_SCRIPT_OTHER},     {0xFF9E, TL_SCRIPT_NONE},     {0xFFA0, TL_SCRIPT_OTHER},
    {0x10140, TL_SCRIPT_GREEK},    {0x10280, TL_SCRIPT_OTHER},   {0x10780, TL_SCRIPT_LATIN},
    {0x10800, TL_SCRIPT_OTHER},    {0x1D400, TL_SCRIPT_NONE},    {0x1DF00, TL_SCRIPT_LATIN},
    {0x1E030, TL_SCRIPT_CYRILLIC}, {0x1E100, TL_SCRIPT_OTHER},
};

static bool
is_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_NL;
}

tl_script
tl_script_of(uint32_t code_point)
{
    if (!is_letter(code_point)) {
        return TL_SCRIPT_NONE;
    }
    size_t low = 0, high = sizeof runs / sizeof runs[0];
    while (high - low > 1) { /* runs[low].first <= code_point */
        size_t middle = (low + high) / 2;
        if (runs[middle].first <= code_point) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (tl_script)runs[low].script;
}
