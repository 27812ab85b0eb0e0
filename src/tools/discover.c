/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of discovery: counts of documents, their file, and the candidates in a format.
 * What is counted and what follows from the counts is told elsewhere. */
#include "base/alloc.h"
#include "discover/find.h"
#include "discover/phrases.h"
#include "discover/write.h"
#include "engine/checker.h"
#include "engine/give.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

struct termlint_discovery {
    tl_counts counts;
    tl_words words; /* to work with */
};

termlint_discovery *
termlint_discovery_new(void)
{
    return tl_alloc_zero(1, sizeof(termlint_discovery));
}

void
termlint_discovery_free(termlint_discovery *discovery)
{
    if (discovery) {
        tl_counts_clear(&discovery->counts);
        tl_words_clear(&discovery->words);
        free(discovery);
    }
}

static bool
count_document(termlint_discovery *discovery, const termlint_worker *worker, tl_source *source,
               tl_error *error)
{
    const tl_encoding *encoding = NULL;
    tl_document document;
    tl_document_init(&document, source);
    bool ok = tl_worker_read(worker, &document, &encoding, error);
    if (ok) {
        tl_counts_begin(&discovery->counts, source->name);
        for (size_t i = 0; i < document.count; i++) {
            tl_phrases_count(&discovery->counts, &document.segments[i], &discovery->words);
        }
    }
    tl_document_clear(&document);
    return ok;
}

bool
termlint_discovery_add(termlint_discovery *discovery, const termlint_worker *worker,
                       const char *name, termlint_bytes bytes, char **error)
{
    tl_error problem = {0};
    tl_source source;
    tl_str text = {bytes.ptr, bytes.length};
    bool ok = tl_source_init(&source, tl_str_from(name), text, &problem);
    if (ok) {
        ok = count_document(discovery, worker, &source, &problem);
        tl_source_clear(&source);
    }
    return ok || tl_give_error(error, &problem);
}

void
termlint_discovery_merge(termlint_discovery *into, const termlint_discovery *from)
{
    tl_counts_merge(&into->counts, &from->counts);
}

bool
termlint_discovery_read(termlint_discovery *discovery, const char *name, const char *bytes,
                        size_t length, char **error)
{
    tl_error problem = {0};
    return tl_counts_read(&discovery->counts, tl_str_from(name), (tl_str){bytes, length},
                          &problem) ||
           tl_give_error(error, &problem);
}

typedef void (*writer)(const tl_candidates *candidates, tl_buf *out);

static writer
writer_for(const char *format)
{
    static const struct {
        const char *name;
        writer write;
    } writers[] = {
        {"text", tl_candidates_write_text},
        {"json", tl_candidates_write_json},
        {"yaml", tl_candidates_write_yaml},
        {"html", tl_candidates_write_html},
    };
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(writers[i].name, format) == 0) {
            return writers[i].write;
        }
    }
    return NULL;
}

termlint_bytes
termlint_discovery_write(const termlint_discovery *discovery, const termlint_checker *known,
                         const char *format, char **error)
{
    tl_buf out = {0};
    writer write = writer_for(format);
    if (strcmp(format, "counts") == 0) {
        tl_counts_write(&discovery->counts, &out);
    } else if (write) {
        tl_candidates candidates = {0};
        tl_candidates_find(&candidates, &discovery->counts, &known->terms->termbase);
        write(&candidates, &out);
        tl_candidates_clear(&candidates);
    } else {
        tl_give_unknown(error, "format", format, NULL);
        return (termlint_bytes){NULL, 0};
    }
    tl_buf_add_byte(&out, '\0');
    return (termlint_bytes){out.ptr, out.len - 1};
}
