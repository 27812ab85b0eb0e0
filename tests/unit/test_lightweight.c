/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for the formats that are read by lexers of our own: reStructuredText, AsciiDoc, LaTeX and
 * subtitles. */
#include "reader_dump.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
restructured_text(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"", ""},
        {"Title\n=====\n\nText of two\nlines.\n\nMore.",
         "h|Title / p|Text of two⏎lines. / p|More."},
        {"=====\nTitle\n=====\n\n-----\n\nText", "h|Title / p|Text"},
        {"Zay\\ **net**\\ dinov *is* here", "p|Zay·net·dinov ·is· here"},
        {"run ``a *b*`` and :file:`c` or :guilabel:`d` now", "p|run {} and {} or ·d· now"},
        {"see `the text <http://a.b>`_ and `other text`_ |sub| [1]_",
         "p|see ·the text · and ·other text· {} {}"},
        {"2 * 3 * 4, snake_case, a\\*b", "p|2 * 3 * 4, snake_case, a·*b"},
        {"«*слово*» — *так*.", "p|«·слово·» — ·так·."},
        {"- one\n- two\n  goes on\n\n  more\n\n1. three\n#. four",
         "p|one / p|two⏎  goes on / p|more / p|three / p|four"},
        {"Code::\n\n    not this\n\n    nor this\n\nText", "p|Code:: / p|Text"},
        {".. code-block:: python\n   :caption: no\n\n   not this\n\nText", "p|Text"},
        {".. note:: Take care\n   of this.\n\n   And that.\n\nText",
         "p|Take care⏎   of this. / p|And that. / p|Text"},
        {".. image:: map.png\n   :alt: The map\n   :width: 50\n\nText", "n|The map / p|Text"},
        {".. figure:: map.png\n   :width: 50\n\n   The caption\n\nText", "p|The caption / p|Text"},
        {".. a comment\n   of lines\n\n.. _target: http://a.b\n\n__ http://c.d\n\nText", "p|Text"},
        {".. [1] A note\n   of two lines\n\nText", "n|A note⏎   of two lines / p|Text"},
        {".. |x| replace:: the text\n", "p|the text"},
        {":Author: A Name\n:Date: 2024-07-25\n:Language: ru\n\nText", "p|A Name / p|[ru]Text"},
        {"| one\n| two\n\nText", "p|one{⏎}two / p|Text"},
        {">>> print(1)\n1\n\nText", "p|Text"},
        {"term\n    its text\n\nText", "p|term / p|its text / p|Text"},
        {"+---+-----+\n| a | b c |\n|   | d   |\n+===+=====+\n| e | ``f`` |\n+---+-----+\n\nText",
         "c|a / c|b c{⏎}d / c|e / p|Text"},
        {"===  ====\nа    b\n===  ====\nв    d e\n===  ====\n\nText",
         "c|а / c|b / c|в / c|d e / p|Text"},
    };
    assert_documents("rst", rows, COUNT(rows));
}

static void
asciidoc(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"", ""},
        {"= Title\nA Name <a@b.cc>\n:lang: ru\n\nText of\ntwo lines.\n\n== Section\nMore.",
         "h|Title / p|A Name <a@b.cc> / p|[ru]Text of⏎two lines. / h|[ru]Section / p|[ru]More."},
        {"Title\n-----\n\nText", "h|Title / p|Text"},
        {"Zay**net**dinov *is* _here_ `code` a_b_c +x+ {name} 2*3",
         "p|Zay·net·dinov ·is· ·here· {} a_b_c {} {} 2*3"},
        {"see https://a.b/c[the text], link:d[more], <<id,so>>, <<id>>.",
         "p|see ·the text·, ·more·, ·so·, {}."},
        {"a word.footnote:[A note.] goes on", "n|A note. / p|a word.{} goes on"},
        {"\"`quoted`\" and '`so`'", "p|\"`quoted`\" and '`so`'"},
        {"* one\n** two\n. three\nterm:: text\n* [x] done",
         "p|one / p|two / p|three / p|term / p|text / p|done"},
        {"----\ncode\n----\n\n....\nno\n....\n\n====\nText\n====\n", "p|Text"},
        {"[source,c]\ncode\nmore\n\nText", "p|Text"},
        {"[source]\n--\ncode\n\nmore\n--\nText", "p|Text"},
        {"[quote, A B]\n____\nText\n____\n", "p|Text"},
        {"// no\nText\n////\nno\n////\nmore", "p|Text / p|more"},
        {".A block\nNOTE: Take care.\n\n literal\n more\n\nText",
         "h|A block / p|Take care. / p|Text"},
        {"image::a.png[The map,50]\n\ninclude::b[]\n\nText", "n|The map / p|Text"},
        {"|===\n|a |b c\nd\n\n2+|e\n|===\nText", "c|a / c|b c⏎d / c|e / p|Text"},
        {"a &mdash; b\\*c +\nd", "p|a {—} b·*c +⏎d"},
    };
    assert_documents("asciidoc", rows, COUNT(rows));
}

static void
latex(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"", ""},
        {"Text of\ntwo lines.\n\nMore.", "p|Text of⏎two lines. / p|⏎More."},
        {"\\documentclass{a}\n\\usepackage[english,russian]{babel}\n\\title{The title}\n"
         "\\newcommand{\\x}[1]{no}\n\\begin{document}\n\\maketitle\nText\\end{document} no",
         "h|[ru]The title / p|[ru]⏎Text"},
        {"\\section*{A \\emph{head}} Text", "h|A ·head / p| Text"},
        {"Zay\\textbf{net}dinov % no\n  is here", "p|Zay·net·dinov ·is here"},
        {"Zay%\nnet\\-dinov", "p|Zay·net·dinov"},
        {"10\\% of A\\&B~C", "p|10·% of A·&B{\xC2\xA0}C"},
        {"a formula $x < y$ and \\(z\\) \\[w\\] $$v$$ end", "p|a formula {} and {} {} {} end"},
        {"see \\cite[p. 1]{key}, \\ref{x}\\label{no}, \\href{http://a.b}{the text}",
         "p|see {}, {}, ·the text"},
        {"\\verb|no| and \\texttt{no} and \\url{http://a}", "p|{} and {} and {}"},
        {"a word\\footnote{A note.} goes on", "n|A note. / p|a word· goes on"},
        {"caf\\'e, \\\"{o}, na\\\"\\i ve, \\ldots{} \\ss",
         "p|caf{e\xCC\x81}, {o\xCC\x88}, na{i\xCC\x88}ve, {…} {ß}"},
        {"\\begin{itemize}\n\\item one\n\\item two\n\\end{itemize}", "p| one⏎ / p| two⏎"},
        {"\\begin{verbatim}\nno \\end{x}\n\\end{verbatim}Text", "p|Text"},
        {"\\begin{tabular}{l|r}\na & b \\\\ \\hline\nc & d \\\\\n\\end{tabular}Text",
         "c|⏎a  / c| b  / c| ·c  / c| d  / p|Text"},
        {"The \\foreignlanguage{russian}{слово} is", "p|[ru]слово / p|The {} is"},
        {"\\selectlanguage{ukrainian}Так", "p|[uk]Так"},
        {"one\\\\two \\\\[2pt]\nthree", "p|one{⏎}two { }⏎three"},
        {"\\unknown[no]{text} {more", "p|text· ·more"},
        {"\\verbяnoя and \\verbяrest", "p|{} and {}яrest"},
        {"\\newcommand\\x#1#яtext", "p|яtext"},
    };
    assert_documents("latex", rows, COUNT(rows));
}

static void
subtitles(void **state)
{
    (void)state;
    static const reader_row srt[] = {
        {"", ""},
        {"1\n00:00:01,000 --> 00:00:02,000\n<i>The Council</i> of\n\n2\n00:00:03,000 --> "
         "00:00:04,000\n"
         "Ministers met.\n\n3\n00:00:05,000 --> 00:00:06,000\n{\\an8}So 2 < 3\n- Yes.\n",
         "p|The Council· of{⏎}Ministers met. / p|So 2 < 3 / p|- Yes."},
        {"1\n00:00:01,000 --> 00:00:02,000\nThe words\nСлова\n", "p|The words / p|Слова"},
        {"\xEF\xBB\xBF"
         "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\n\r\ntwo.\r\n",
         "p|One⏎⏎two."},
    };
    static const reader_row vtt[] = {
        {"WEBVTT - no\n\nNOTE no\nno\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 align:left\n"
         "<v A Name>Zay<b>net</b>dinov &amp; <00:01.500>co.\n\nno\n",
         "n|A Name / p|Zay·net·dinov {&} ·co."},
    };
    assert_documents("srt", srt, COUNT(srt));
    assert_documents("vtt", vtt, COUNT(vtt));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restructured_text),
        cmocka_unit_test(asciidoc),
        cmocka_unit_test(latex),
        cmocka_unit_test(subtitles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
