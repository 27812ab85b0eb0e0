/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as what a client sends: the server goes on until the input ends, and all that it says
 * is well framed and well formed. A line of the input that begins with a brace or a bracket is a
 * message, for which the header is made; any other line is sent as it is. `file:///w/` is a folder
 * with a small workspace; no other file is ever named to the server. */
#include "require.h"

#include "base/file.h"
#include "few_words.h"
#include "lsp/server.h"
#include "termlint_tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char termbase[] =
    "termlint: 1\nlanguages: [en, ru]\nconcepts:\n"
    "  - id: harbour-board\n    en: {preferred: Harbour Board, deprecated: [Port Office]}\n"
    "    ru: Портовый совет\n"
    "  - {id: depth-gauge, en: depth gauge, ru: водомерный пост}\n";

static void
write_file(const char *folder, const char *name, const char *text)
{
    tl_buf path = {0};
    tl_error error = {0};
    tl_buf_add_format(&path, "%s/%s", folder, name);
    tl_buf_add_byte(&path, '\0');
    require(tl_file_write_atomic(path.ptr, tl_str_from(text), NULL, &error));
    tl_buf_clear(&path);
}

/* The folder of the workspace, made when it is first wanted. */
static const char *
workspace(void)
{
    static char folder[] = P_tmpdir "/termlint-fuzz-XXXXXX";
    static bool is_made;
    if (!is_made) {
        is_made = true;
        require(mkdtemp(folder));
        write_file(folder, "terms.yaml", termbase);
        write_file(folder, ".termlint.yaml", "termbase: [terms.yaml]\n");
        write_file(folder, "b.txt", "The Harbour Board of Zaitseva met.\n");
    }
    return folder;
}

/* Appends a line with the workspace in its place, and every other file out of reach. */
static void
add_line(tl_buf *out, tl_str line)
{
    tl_str scheme = TL_STR("file://"), own = TL_STR("/w/");
    for (size_t at = 0; at < line.len;) {
        size_t found = tl_str_find(line, scheme, at);
        tl_buf_add(out, tl_str_slice(line, at, found));
        at = found + (found < line.len ? scheme.len : 0);
        if (found < line.len && tl_str_starts_with(tl_str_slice(line, at, line.len), own)) {
            tl_buf_add_format(out, "file://%s/", workspace());
            at += own.len;
        } else if (found < line.len) {
            tl_buf_add_cstr(out, "none://");
        }
    }
}

static void
add_input(tl_buf *in, tl_str input)
{
    tl_str line;
    while (tl_str_split(&input, '\n', &line)) {
        tl_buf body = {0};
        bool is_message = line.len && (line.ptr[0] == '{' || line.ptr[0] == '[');
        add_line(&body, line);
        if (is_message) {
            tl_buf_add_format(in, "Content-Length: %zu\r\n\r\n", body.len);
        }
        tl_buf_add(in, tl_buf_str(&body));
        tl_buf_add_cstr(in, is_message ? "" : "\r\n");
        tl_buf_clear(&body);
    }
}

static int
file_of(tl_str bytes)
{
    char name[] = P_tmpdir "/termlint-fuzz-XXXXXX";
    tl_error error = {0};
    int fd = mkstemp(name);
    require(fd >= 0 && unlink(name) == 0);
    require(tl_file_write_all(fd, name, bytes, &error) && lseek(fd, 0, SEEK_SET) == 0);
    return fd;
}

/* Each message has its length, and is one that a client can read. */
static void
check_output(int fd)
{
    tl_rpc rpc = {.in = fd, .out = -1};
    require(lseek(fd, 0, SEEK_SET) == 0);
    while (tl_rpc_receive(&rpc, 0)) {
    }
    for (json_t *message; (message = tl_rpc_next(&rpc)) != NULL;) {
        bool is_call = json_is_string(json_object_get(message, "method"));
        bool is_answer = json_object_get(message, "result") || json_object_get(message, "error");
        require(is_call != is_answer);
        json_decref(message);
    }
    require(rpc.pending.len == 0 && !rpc.broken);
    tl_rpc_clear(&rpc);
}

/* Dictionaries are read once for all inputs. */
static termlint_config *
make_config(void *context, termlint_problem_fn problem, void *problem_context)
{
    termlint_config *config = termlint_config_new(problem, problem_context);
    termlint_config_share(config, context);
    return config;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static termlint_config *first;
    if (first == NULL) {
        make_few_words();
        first = termlint_config_new(NULL, NULL);
    }
    const tl_lsp_setup setup = {.make_config = make_config, .context = first};
    tl_buf input = {0};
    add_input(&input, (tl_str){(const char *)data, size});
    int in = file_of(tl_buf_str(&input)), out = file_of(TL_STR(""));
    tl_lsp_serve(in, out, &setup);
    check_output(out);
    close(in);
    close(out);
    tl_buf_clear(&input);
    return 0;
}
