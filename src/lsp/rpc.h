/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_RPC_H
#define TL_LSP_RPC_H

#include "base/buf.h"

#include <jansson.h>

/* JSON-RPC 2.0 in the framing of the Language Server Protocol (3.17, base protocol): messages in,
 * messages out, whatever comes in. */

enum { /* JSON-RPC 2.0, section 5.1, and LSP 3.17, ErrorCodes */
       TL_RPC_PARSE_ERROR = -32700,
       TL_RPC_INVALID_REQUEST = -32600,
       TL_RPC_METHOD_NOT_FOUND = -32601,
       TL_RPC_INVALID_PARAMS = -32602,
       TL_RPC_NOT_INITIALIZED = -32002,
       TL_RPC_CANCELLED = -32800,
       TL_RPC_FAILED = -32803,
};

typedef struct tl_rpc {
    int in, out;
    tl_buf pending; /* bytes that are no whole message yet */
    bool ended;     /* nothing more comes in */
    bool broken;    /* nothing more can be sent */
} tl_rpc;

void tl_rpc_clear(tl_rpc *rpc);

/* Reads what is there, waiting at most `milliseconds` for it (-1: for ever). False if nothing came;
 * at the end of the input `ended` is set. */
bool tl_rpc_receive(tl_rpc *rpc, int milliseconds);

/* Takes the next whole message off what was read; NULL if there is none. What cannot be read as
 * JSON is answered with an error and passed over. The caller owns the message. */
json_t *tl_rpc_next(tl_rpc *rpc);

/* Each sends one message and takes over `result`, which may be NULL for null, or `params`, which
 * may be NULL for none. */
void tl_rpc_answer(tl_rpc *rpc, const json_t *id, json_t *result);
void tl_rpc_refuse(tl_rpc *rpc, const json_t *id, int code, const char *message);
void tl_rpc_notify(tl_rpc *rpc, const char *method, json_t *params);
void tl_rpc_request(tl_rpc *rpc, const char *id, const char *method, json_t *params);

#endif
