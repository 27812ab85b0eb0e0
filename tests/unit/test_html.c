/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for HTML: what is text, what divides it, languages, attributes. */
#include "reader_dump.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
blocks_divide_and_inline_markup_joins(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"", ""},
        {"plain", "p|plain"},
        {"<p>Zai<b>net</b>dinov said</p><p>so", "p|Zai·net·dinov said / p|so"},
        {"<h2>A <em>head</em></h2>text<div>more</div>and", "h|A ·head / p|text / p|more / p|and"},
        {"<ul><li>one<li>two</ul>", "p|one / p|two"},
        {"<table><tr><th>a<td>b<tr><td><p>c</table>d", "c|a / c|b / c|c / p|d"},
        {"<title>A &amp; <b></title>x", "h|A {&} <b> / p|x"},
        {"one<br>two<br/>\nthree<br><br>four", "p|one{⏎}two{⏎}{ }three{⏎}{⏎}four"},
        {"<p>a\n\n b <i>\n\nc</i></p>", "p|a⏎{ } b ·⏎{ }c"},
        {"Zay<wbr>net&shy;dinov&#1047;", "p|Zay·net{\xC2\xAD}dinov{З}"},
        {"text<sup>1</sup> H<sub>2</sub>O", "p|text{}1{} H·2·O"},
        {"a < b && c &nosuch; &lt d", "p|a < b && c &nosuch; {<} d"},
        {"<!DOCTYPE html><!-- not this --><p>a<!-- b -->c", "p|a·c"},
    };
    assert_documents("html", rows, COUNT(rows));
}

static void
code_and_scripts_are_no_text(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"run <code>a <b>b</b></code> now", "p|run {} now"},
        {"a <kbd>K</kbd> <samp>s</samp> <var>v</var> <tt>t</tt> z", "p|a {} {} {} {} z"},
        {"<script>if (a < b) '<p>x</p>'</script>a<style>p{}</style>b", "p|a·b"},
        {"<script><!-- <script> </script> x --></script>a", "p|a"},
        {"<pre>code\n</pre>text", "p|text"},
        {"see <img src=a.png> and <svg><text>no</text><![CDATA[x>y]]></svg>.", "p|see {} and {}."},
        {"<code>never closed<p>x</p></div>", ""},
        {"<p><code>never closed</p><p>text", "p|text"},
        {"<iframe><p>x</iframe>a<noembed>b</noembed>", "p|{}a"},
    };
    assert_documents("html", rows, COUNT(rows));
}

static void
languages_are_respected(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"<html lang=en><p>one<p lang=ru>два<p>three", "p|[en]one / p|[ru]два / p|[en]three"},
        {"<p lang='en-US'>The <i lang=\"ru\">слово</i> is <b lang=en>b</b>.",
         "p|[ru]слово / p|[en-us]The {} is ·b·."},
        {"<div lang=ru>а<div lang=en>b</div>в</div>г", "p|[ru]а / p|[en]b / p|[ru]в / p|г"},
        {"<p lang=ru>а <i lang=en>b <b lang=de>c</b> d</i> е",
         "p|[en]b  / p|[de]c / p|[en] d / p|[ru]а {} е"},
        {"<p lang=\"\">a</p><p xml:lang=uk>б", "p|a / p|[uk]б"},
    };
    assert_documents("html", rows, COUNT(rows));
}

static void
attributes_that_are_prose_are_notes(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"<p>see <img src=\"CMD.png\" alt='the CMD &amp; map'> here",
         "n|the CMD {&} map / p|see {} here"},
        {"<a href=x title=One class=Two>link</a>", "n|One / p|link"},
        {"<input placeholder=\"Your name\" value=no aria-label=Name>", "n|Your name / n|Name"},
        {"<meta name=description content=\"About us\"><meta name=keywords content=no>",
         "p|About us"},
        {"<meta property=og:title content='A title'>", "h|A title"},
        {"<p lang=ru title=Да>x", "n|[ru]Да / p|[ru]x"},
        {"<code title=no>x</code>", "n|no"},
    };
    assert_documents("html", rows, COUNT(rows));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_divide_and_inline_markup_joins),
        cmocka_unit_test(code_and_scripts_are_no_text),
        cmocka_unit_test(languages_are_respected),
        cmocka_unit_test(attributes_that_are_prose_are_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
