/* SPDX-License-Identifier: MPL-2.0 */
/* Flows of text within each other. Knows neither of the formats that have them. Invariant:
 * items[0] to items[count - 1] are the stories that are open, the outermost first. */
#include "readers/story.h"

#include "base/utf8.h"
#include "text/script.h"

static void
push(tl_stories *stories, uint32_t depth, tl_segment_role role)
{
    tl_story *story = &stories->items[stories->count++];
    *story = (tl_story){.depth = depth, .role = role};
    tl_builder_init(&story->builder, stories->document);
}

void
tl_stories_init(tl_stories *stories, tl_document *document, tl_segment_role role)
{
    stories->document = document;
    stories->count = 0;
    push(stories, 0, role);
}

void
tl_stories_clear(tl_stories *stories)
{
    while (stories->count > 0) {
        tl_builder_clear(&stories->items[--stories->count].builder);
    }
}

tl_story *
tl_story_now(tl_stories *stories)
{
    return &stories->items[stories->count - 1];
}

void
tl_story_enter(tl_stories *stories, const tl_element *element, tl_segment_role role)
{
    if (stories->count < TL_MOST_STORIES) {
        push(stories, element->depth, role);
    } else {
        tl_story_hide(tl_story_now(stories), element->depth);
    }
}

void
tl_story_leave(tl_stories *stories, const tl_element *element)
{
    tl_story *story = tl_story_now(stories);
    if (stories->count > 1 && story->depth == element->depth) {
        tl_builder_clear(&story->builder);
        stories->count--;
    } else if (story->hidden == element->depth) {
        story->hidden = 0;
    }
}

bool
tl_story_hide(tl_story *story, uint32_t depth)
{
    bool was_hidden = story->hidden > 0;
    story->hidden = was_hidden ? story->hidden : depth;
    return was_hidden;
}

bool
tl_story_is_hidden(const tl_story *story)
{
    return story->hidden > 0;
}

static size_t
letters_in(tl_str text, tl_script script)
{
    size_t letters = 0;
    for (size_t at = 0; at < text.len;) {
        letters += tl_script_of(tl_utf8_next(text, &at)) == script;
    }
    return letters;
}

/* Counts the letters that the language can have; those of others have no say. */
static void
weigh(tl_story *story, tl_str text, tl_str language)
{
    tl_script script = tl_script_of_language(language);
    if (language.len == 0 || script == TL_SCRIPT_OTHER) {
        return;
    }
    size_t at = 0;
    while (at < TL_STORY_LANGUAGES && story->languages[at].language.len &&
           !tl_str_equal(story->languages[at].language, language)) {
        at++;
    }
    if (at < TL_STORY_LANGUAGES) {
        story->languages[at].language = language;
        story->languages[at].letters += letters_in(text, script);
    }
}

void
tl_story_add(tl_story *story, const tl_run *run)
{
    weigh(story, run->text, story->language);
    tl_run_add(run, &story->builder);
}

void
tl_story_end_paragraph(tl_story *story)
{
    tl_str language = {NULL, 0};
    size_t most = 0;
    for (size_t i = 0; i < TL_STORY_LANGUAGES; i++) {
        if (story->languages[i].letters > most) {
            most = story->languages[i].letters;
            language = story->languages[i].language;
        }
        story->languages[i].language = (tl_str){NULL, 0};
        story->languages[i].letters = 0;
    }
    tl_builder_set_language(&story->builder, language);
    story->builder.role = story->is_heading ? TL_ROLE_HEADING : story->role;
    tl_builder_end(&story->builder);
    story->is_heading = false;
}
