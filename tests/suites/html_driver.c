/* SPDX-License-Identifier: MPL-2.0 */
/* Tokenizes texts for html5lib.py. Standard input holds records: a line `MODE LAST CDATA LENGTH`
 * (mode as in tl_html_mode, "-" for no last start tag), then so many bytes. For each record one
 * line for each token, all strings in hexadecimal: `T text`, `R text of a reference`, `S name 0|1
 * (name value)…`, `E name`, `C data`, `D`; then a line ".". Breaks off if tokens are not in order.
 */
#include "base/alloc.h"
#include "readers/html_token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_hex(tl_str str)
{
    putchar(' ');
    for (size_t i = 0; i < str.len; i++) {
        printf("%02x", (unsigned char)str.ptr[i]);
    }
    if (str.len == 0) {
        putchar('-');
    }
}

/* An attribute's value with its references resolved. */
static void
print_value(tl_str value)
{
    char *text = tl_alloc(value.len * 3 + TL_REFERENCE_MAX);
    size_t length = 0;
    for (size_t at = 0; at < value.len;) {
        tl_reference reference = {0};
        if (value.ptr[at] == '&') {
            reference = tl_reference_at(value, at, true);
        }
        if (reference.length) {
            memcpy(text + length, reference.text, reference.text_length);
        } else {
            text[length] = value.ptr[at];
        }
        length += reference.length ? reference.text_length : 1;
        at += reference.length ? reference.length : 1;
    }
    print_hex((tl_str){text, length});
    free(text);
}

static void
print_token(const tl_html_tokenizer *t, const tl_html_token *token)
{
    putchar("TRSECD"[token->kind]);
    switch (token->kind) {
    case TL_HTML_TEXT: print_hex(tl_str_at(t->text, token->range)); break;
    case TL_HTML_REFERENCE:
        print_hex((tl_str){token->reference.text, token->reference.text_length});
        break;
    case TL_HTML_START_TAG:
    case TL_HTML_END_TAG:
    case TL_HTML_COMMENT: print_hex(tl_str_at(t->text, token->inside)); break;
    case TL_HTML_DOCTYPE: break;
    }
    if (token->kind == TL_HTML_START_TAG) {
        printf(" %d", token->is_self_closing);
        for (size_t i = 0; i < t->attribute_count; i++) {
            print_hex(tl_str_at(t->text, t->attributes[i].name));
            print_value(tl_str_at(t->text, t->attributes[i].value));
        }
    }
    putchar('\n');
}

static void
print_tokens(tl_html_tokenizer t)
{
    tl_html_token token;
    size_t at = 0;
    while (tl_html_next(&t, &token)) {
        if (token.range.begin < at || token.range.end <= token.range.begin) {
            abort();
        }
        at = token.range.end;
        print_token(&t, &token);
    }
    tl_html_tokenizer_clear(&t);
    puts(".");
}

int
main(void)
{
    unsigned mode, cdata;
    char last[64];
    size_t length;
    while (scanf("%u %63s %u %zu", &mode, last, &cdata, &length) == 4) {
        char *text = tl_alloc(length + 1);
        if (getchar() != '\n' || fread(text, 1, length, stdin) != length) {
            return 1;
        }
        tl_html_tokenizer t = tl_html_tokenizer_for((tl_str){text, length});
        t.mode = (tl_html_mode)mode;
        t.allows_cdata = cdata;
        t.last_start_tag = strcmp(last, "-") == 0 ? (tl_str){NULL, 0} : tl_str_from(last);
        print_tokens(t);
        free(text);
    }
    return 0;
}
