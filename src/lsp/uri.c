/* SPDX-License-Identifier: MPL-2.0 */
/* Paths and their URIs. Editors differ in what they escape, so URIs are compared as the paths they
 * decode to, never as strings. */
#include "lsp/uri.h"

#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

static int
hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

char *
tl_uri_to_path(const char *uri)
{
    static const char scheme[] = "file://", local[] = "localhost";
    if (strncmp(uri, scheme, strlen(scheme)) != 0) {
        return NULL;
    }
    const char *at = uri + strlen(scheme);
    at += strncmp(at, local, strlen(local)) == 0 ? strlen(local) : 0;
    if (*at != '/') {
        return NULL;
    }
    tl_buf path = {0};
    for (; *at && *at != '?' && *at != '#'; at++) {
        int high = *at == '%' ? hex_value(at[1]) : -1;
        int low = high >= 0 ? hex_value(at[2]) : -1;
        tl_buf_add_byte(&path, low >= 0 ? (char)(high * 16 + low) : *at);
        at += low >= 0 ? 2 : 0;
    }
    tl_buf_add_byte(&path, '\0');
    return path.ptr;
}

static bool
is_plain(unsigned char byte)
{
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') || (byte && strchr("-._~/", byte));
}

char *
tl_uri_from_path(const char *path)
{
    tl_buf uri = {0};
    tl_buf_add_cstr(&uri, "file://");
    for (; *path; path++) {
        unsigned char byte = (unsigned char)*path;
        if (is_plain(byte)) {
            tl_buf_add_byte(&uri, *path);
        } else {
            tl_buf_add_format(&uri, "%%%02X", byte);
        }
    }
    tl_buf_add_byte(&uri, '\0');
    return uri.ptr;
}
