/* SPDX-License-Identifier: MPL-2.0 */
/* Holds two ways to write one Cyrillic word against each other, letter by letter, and words the
 * outcome. A block is the least run of Cyrillic letters after which both ways stand at the same
 * place; a block that reads differently is a departure. Knows no costs. */
#include "romanize/departures.h"

#include "base/array.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "romanize/letters.h"

#include <string.h>

struct block {
    tl_str cyrillic, latin, wanted;
};

/* One way through the word, and how many of its letters are behind us. */
struct walk {
    tl_steps steps;
    size_t next;
    size_t letters;
    size_t block_begin; /* step */
};

/* Apostrophes do not count: the edges drop them, schemes have rows for them. */
static size_t
letter_count(tl_str cyrillic)
{
    return tl_str_equal(cyrillic, TL_STR("'")) ? 0 : tl_utf8_length(cyrillic);
}

static void
take_step(struct walk *walk)
{
    walk->letters += letter_count(walk->steps.items[walk->next].cyrillic);
    walk->next++;
}

/* Steps without a letter belong to the one before them. */
static void
take_silent_steps(struct walk *walk)
{
    while (walk->next < walk->steps.count &&
           letter_count(walk->steps.items[walk->next].cyrillic) == 0) {
        take_step(walk);
    }
}

static tl_str
latin_of(const struct walk *walk, tl_arena *arena)
{
    tl_buf buf = {0};
    for (size_t i = walk->block_begin; i < walk->next; i++) {
        tl_buf_add(&buf, walk->steps.items[i].latin);
    }
    tl_str text = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return text;
}

static tl_str
cyrillic_of(const struct walk *walk, tl_arena *arena)
{
    tl_buf buf = {0};
    for (size_t i = walk->block_begin; i < walk->next; i++) {
        tl_buf_add(&buf, walk->steps.items[i].cyrillic);
    }
    tl_str text = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return text;
}

/* Moves both walks to the next place at which they meet. */
static struct block
next_block(struct walk *given, struct walk *wanted, tl_arena *arena)
{
    given->block_begin = given->next;
    wanted->block_begin = wanted->next;
    do {
        struct walk *behind = given->letters <= wanted->letters ? given : wanted;
        if (behind->next == behind->steps.count) {
            break; /* one has fewer letters: they are no two ways through one word */
        }
        take_step(behind);
        take_silent_steps(behind);
    } while (given->letters != wanted->letters);
    return (struct block){.cyrillic = cyrillic_of(given, arena),
                          .latin = latin_of(given, arena),
                          .wanted = latin_of(wanted, arena)};
}

static struct block
join_blocks(struct block a, struct block b, tl_arena *arena)
{
    return (struct block){
        .cyrillic =
            tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(a.cyrillic), TL_STR_ARGS(b.cyrillic)),
        .latin = tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(a.latin), TL_STR_ARGS(b.latin)),
        .wanted = tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(a.wanted), TL_STR_ARGS(b.wanted))};
}

static bool
differs(struct block block)
{
    return !tl_latin_same_letters(block.latin, block.wanted);
}

tl_departures
tl_departures_of_steps(tl_steps given, tl_steps wanted, tl_arena *arena)
{
    struct walk left = {.steps = given}, right = {.steps = wanted};
    tl_departure *items = tl_arena_alloc(arena, given.count, sizeof *items);
    struct block last = {0};
    size_t count = 0;
    bool last_is_item = false;
    while (left.next < given.count && right.next < wanted.count) {
        struct block block = next_block(&left, &right, arena);
        bool is_silent = block.latin.len == 0 || block.wanted.len == 0;
        if (differs(block) && is_silent && last.cyrillic.len) {
            /* "ь is left out" reads better as "нь is n". */
            block = join_blocks(last, block, arena);
            count -= last_is_item;
        }
        last = block;
        last_is_item = differs(block);
        if (last_is_item) {
            items[count++] = (tl_departure){block.cyrillic, block.latin, block.wanted};
        }
    }
    return (tl_departures){items, count};
}

tl_departures
tl_departures_between(tl_str cyrillic, tl_str latin, tl_str wanted, tl_arena *arena)
{
    tl_steps given = {0}, other = {0};
    given.items = tl_romanize_path(cyrillic, latin, arena, &given.count);
    other.items = tl_romanize_path(cyrillic, wanted, arena, &other.count);
    return given.count && other.count ? tl_departures_of_steps(given, other, arena)
                                      : (tl_departures){0};
}

/* Adds "й → i, ю → iu", each pair once; `wanted` asks for the other side. */
static void
add_departures(tl_buf *buf, tl_departures departures, bool wanted)
{
    for (size_t i = 0; i < departures.count; i++) {
        const tl_departure *item = &departures.items[i];
        bool is_new = true;
        for (size_t k = 0; k < i && is_new; k++) {
            is_new = !tl_str_equal(departures.items[k].cyrillic, item->cyrillic) ||
                     !tl_str_equal(departures.items[k].latin, item->latin) ||
                     !tl_str_equal(departures.items[k].wanted, item->wanted);
        }
        if (is_new) {
            tl_str side = wanted ? item->wanted : item->latin;
            tl_buf_add_format(buf, "%s%.*s → %.*s", i ? ", " : "", TL_STR_ARGS(item->cyrillic),
                              TL_STR_ARGS(side));
        }
    }
}

/* Adds the telling letters and whose they are. */
static void
add_reading(tl_buf *buf, const tl_identity *identity, tl_departures departures)
{
    const char *gap = departures.count ? " " : "";
    add_departures(buf, departures, false);
    if (identity->nearest && identity->from_nearest.count == 0) {
        tl_buf_add_format(buf, "%sas in %s", gap, identity->nearest->title);
    } else if (identity->nearest && identity->nearest != identity->house) {
        tl_buf_add_format(buf, "%s%snearest to %s but for ", departures.count ? "," : "", gap,
                          identity->nearest->title);
        add_departures(buf, identity->from_nearest, false);
    }
}

static void
add_explanation(tl_buf *buf, const tl_identity *identity)
{
    tl_departures departures = identity->from_house;
    if (identity->verdict == TL_VERDICT_DIFFERENT) {
        tl_buf_add_cstr(buf, "no spelling of this name");
    } else if (identity->form_language && strcmp(identity->form_language, "another") == 0) {
        tl_buf_add_cstr(buf, "the same name in another form, no romanization");
    } else if (identity->form_language) {
        tl_buf_add_format(buf, "the %s form of the name, no romanization", identity->form_language);
    } else if (identity->house_fits) {
        tl_buf_add_format(buf, "as in %s, the house form", identity->house->title);
    } else if (!identity->nearest) { /* no scheme has rows for all its letters */
        tl_buf_add_cstr(buf, "a spelling of this name");
    } else {
        add_reading(buf, identity, departures);
    }
    if (departures.count) {
        tl_buf_add_format(buf, "; the house form follows %s: ", identity->house->title);
        add_departures(buf, departures, true);
    }
}

tl_str
tl_identity_explain(const tl_identity *identity, tl_arena *arena)
{
    tl_buf buf = {0};
    tl_buf_add_format(&buf, "%.*s: ", TL_STR_ARGS(identity->latin));
    add_explanation(&buf, identity);
    tl_str line = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return line;
}

tl_str
tl_identity_explain_preferred(const tl_identity *identity, tl_str cyrillic, tl_str preferred,
                              tl_arena *arena)
{
    tl_buf buf = {0};
    tl_departures departures = tl_departures_between(cyrillic, identity->latin, preferred, arena);
    tl_buf_add_format(&buf, "%.*s: ", TL_STR_ARGS(identity->latin));
    if (identity->verdict == TL_VERDICT_DIFFERENT || !identity->nearest) {
        add_departures(&buf, departures, false);
    } else {
        add_reading(&buf, identity, departures);
    }
    bool is_bare = tl_str_ends_with(tl_buf_str(&buf), TL_STR(": "));
    tl_buf_add_format(&buf, "%sthe termbase has %.*s", is_bare ? "" : "; ", TL_STR_ARGS(preferred));
    if (departures.count) {
        tl_buf_add_cstr(&buf, ": ");
        add_departures(&buf, departures, true);
    }
    tl_str line = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return line;
}
