/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_STORY_H
#define TL_READERS_STORY_H

#include "readers/xml.h"

/* The paragraphs of office documents. A paragraph may be interrupted by others that are anchored in
 * it (a text box, a note, a comment) and goes on behind them: each flow of text is a story, and the
 * innermost is the one that is added to. */

enum { TL_MOST_STORIES = 32, TL_STORY_LANGUAGES = 4 };

typedef struct tl_story {
    tl_builder builder;
    uint32_t hidden;      /* depth of an element that has no text of this story; 0: none */
    uint32_t depth;       /* of the element that the story is the contents of */
    tl_segment_role role; /* of its paragraphs that are no headings */
    bool is_open;         /* there is a paragraph at hand; for readers that ask */
    bool is_heading;      /* the paragraph at hand */
    tl_str language;      /* of the run at hand, or empty: not known */
    struct {
        tl_str language;
        size_t letters;
    } languages[TL_STORY_LANGUAGES]; /* of the paragraph at hand */
} tl_story;

typedef struct tl_stories {
    tl_document *document;
    tl_story items[TL_MOST_STORIES];
    size_t count;
} tl_stories;

/* Begins with one story. */
void tl_stories_init(tl_stories *stories, tl_document *document, tl_segment_role role);
void tl_stories_clear(tl_stories *stories);

/* The one at hand. */
tl_story *tl_story_now(tl_stories *stories);

/* Enters the story that an element holds, and leaves it at the element's end. Stories that are
 * nested too deep are hidden. */
void tl_story_enter(tl_stories *stories, const tl_element *element, tl_segment_role role);
void tl_story_leave(tl_stories *stories, const tl_element *element);

/* Hides the contents, as far as they are still to come, of the open element of a depth; true if it,
 * or one around it, is hidden already. */
bool tl_story_hide(tl_story *story, uint32_t depth);
bool tl_story_is_hidden(const tl_story *story);

/* Adds text of the run at hand. */
void tl_story_add(tl_story *story, const tl_run *run);

/* Ends the paragraph. Its language is that of most of its letters, as far as it is written in them:
 * what a keyboard was set to when a word was typed is not believed. */
void tl_story_end_paragraph(tl_story *story);

#endif
