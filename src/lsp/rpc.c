/* SPDX-License-Identifier: MPL-2.0 */
/* The wire. A header is lines that end with an empty one; only Content-Length counts, and a block
 * without a usable one is passed over, so that no input stops the server or leaves it out of step
 * for longer than one message. Invariant: `pending` begins where a header begins. */
#include "lsp/rpc.h"

#include "base/error.h"
#include "base/file.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    CHUNK = 64 * 1024,
    LONGEST_HEADER = 64 * 1024,
    LONGEST_BODY = 512 * 1024 * 1024,
};

void
tl_rpc_clear(tl_rpc *rpc)
{
    tl_buf_clear(&rpc->pending);
}

bool
tl_rpc_receive(tl_rpc *rpc, int milliseconds)
{
    struct pollfd in = {.fd = rpc->in, .events = POLLIN};
    if (rpc->ended || poll(&in, 1, milliseconds) <= 0) {
        return false;
    }
    ssize_t count = read(rpc->in, tl_buf_reserve(&rpc->pending, CHUNK), CHUNK);
    if (count > 0) {
        rpc->pending.len += (size_t)count;
    }
    rpc->ended = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
    return count > 0;
}

static void
drop(tl_rpc *rpc, size_t count)
{
    memmove(rpc->pending.ptr, rpc->pending.ptr + count, rpc->pending.len - count);
    rpc->pending.len -= count;
}

/* A whole number of bytes that a body may have, or -1. */
static long
parse_length(tl_str digits)
{
    long length = digits.len ? 0 : -1;
    for (size_t i = 0; i < digits.len && length >= 0; i++) {
        bool is_digit = digits.ptr[i] >= '0' && digits.ptr[i] <= '9';
        length = is_digit ? length * 10 + (digits.ptr[i] - '0') : -1;
        length = length > LONGEST_BODY ? -1 : length;
    }
    return length;
}

/* What a header says of the length of its body, or -1. */
static long
content_length(tl_str header)
{
    tl_str line, name = TL_STR("content-length:");
    long length = -1;
    while (tl_str_split(&header, '\n', &line)) {
        if (tl_str_equal_ascii_nocase(tl_str_slice(line, 0, name.len), name)) {
            length = parse_length(tl_str_trim(tl_str_slice(line, name.len, line.len)));
        }
    }
    return length;
}

/* The body of the message at the front; false if it is not all there. Headers that announce none
 * are dropped. */
static bool
find_body(tl_rpc *rpc, tl_range *body)
{
    for (;;) {
        tl_str all = tl_buf_str(&rpc->pending);
        size_t end = tl_str_find(all, TL_STR("\r\n\r\n"), 0);
        if (end == all.len) {
            if (all.len > LONGEST_HEADER) {
                rpc->pending.len = 0;
            }
            return false;
        }
        long length = content_length(tl_str_slice(all, 0, end));
        end += strlen("\r\n\r\n");
        if (length >= 0) {
            *body = (tl_range){(uint32_t)end, (uint32_t)(end + (size_t)length)};
            return body->end <= all.len;
        }
        drop(rpc, end);
    }
}

/* What Jansson says of an error may quote half a character, which no message may have. */
static void
refuse_to_parse(tl_rpc *rpc, const json_error_t *error)
{
    char message[64];
    snprintf(message, sizeof message, "no JSON at byte %d of the message", error->position);
    tl_rpc_refuse(rpc, NULL, TL_RPC_PARSE_ERROR, message);
}

json_t *
tl_rpc_next(tl_rpc *rpc)
{
    tl_range body;
    json_t *message = NULL;
    while (message == NULL && find_body(rpc, &body)) {
        json_error_t error;
        message = json_loadb(rpc->pending.ptr + body.begin, body.end - body.begin,
                             JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
        drop(rpc, body.end);
        if (message == NULL) {
            refuse_to_parse(rpc, &error);
        }
    }
    return message;
}

/* Sends a message and drops it. */
static void
send_message(tl_rpc *rpc, json_t *message)
{
    char *body = json_dumps(message, JSON_COMPACT);
    tl_buf out = {0};
    tl_error error = {0};
    if (body) {
        tl_buf_add_format(&out, "Content-Length: %zu\r\n\r\n", strlen(body));
        tl_buf_add_cstr(&out, body);
        rpc->broken |= !tl_file_write_all(rpc->out, "standard output", tl_buf_str(&out), &error);
    }
    tl_error_clear(&error);
    tl_buf_clear(&out);
    free(body);
    json_decref(message);
}

static json_t *
id_of(const json_t *id)
{
    return id ? json_incref((json_t *)id) : json_null();
}

void
tl_rpc_answer(tl_rpc *rpc, const json_t *id, json_t *result)
{
    send_message(rpc, json_pack("{s:s, s:o, s:o}", "jsonrpc", "2.0", "id", id_of(id), "result",
                                result ? result : json_null()));
}

void
tl_rpc_refuse(tl_rpc *rpc, const json_t *id, int code, const char *message)
{
    send_message(rpc, json_pack("{s:s, s:o, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id_of(id),
                                "error", "code", code, "message", message));
}

/* Sends a message that says the method, and its parameters if there are any. */
static void
send_call(tl_rpc *rpc, json_t *message, const char *method, json_t *params)
{
    json_object_set_new(message, "method", json_string(method));
    if (params) {
        json_object_set_new(message, "params", params);
    }
    send_message(rpc, message);
}

void
tl_rpc_notify(tl_rpc *rpc, const char *method, json_t *params)
{
    send_call(rpc, json_pack("{s:s}", "jsonrpc", "2.0"), method, params);
}

void
tl_rpc_request(tl_rpc *rpc, const char *id, const char *method, json_t *params)
{
    send_call(rpc, json_pack("{s:s, s:s}", "jsonrpc", "2.0", "id", id), method, params);
}
