/* SPDX-License-Identifier: MPL-2.0 */
/* The commands of LaTeX whose arguments are no text, or whose text is no part of the sentence;
 * those that stand for letters; environments; babel's names of languages. All in order of bytes.
 * What no table names has text for arguments. */
#include "readers/latex_command.h"

#define UNREAD(name_, arguments_)                                                      \
    {                                                                                  \
        .name = TL_STR_INIT(name_), .kind = TL_LATEX_UNREAD, .arguments = (arguments_) \
    }
#define OBJECT(name_, arguments_)                                                      \
    {                                                                                  \
        .name = TL_STR_INIT(name_), .kind = TL_LATEX_OBJECT, .arguments = (arguments_) \
    }
#define OF_KIND(name_, kind_)                       \
    {                                               \
        .name = TL_STR_INIT(name_), .kind = (kind_) \
    }
#define SYMBOL(name_, text_)                                                            \
    {                                                                                   \
        .name = TL_STR_INIT(name_), .kind = TL_LATEX_SYMBOL, .text = TL_STR_INIT(text_) \
    }
#define ACCENT(name_, text_)                                                            \
    {                                                                                   \
        .name = TL_STR_INIT(name_), .kind = TL_LATEX_ACCENT, .text = TL_STR_INIT(text_) \
    }

static const tl_latex_command commands[] = {
    SYMBOL(" ", " "),
    SYMBOL("!", ""),
    ACCENT("\"", "\xCC\x88"),
    SYMBOL("#", "#"),
    SYMBOL("$", "$"),
    SYMBOL("%", "%"),
    SYMBOL("&", "&"),
    ACCENT("'", "\xCC\x81"),
    SYMBOL(",", " "),
    SYMBOL("-", ""),
    ACCENT(".", "\xCC\x87"),
    SYMBOL("/", ""),
    SYMBOL(":", " "),
    SYMBOL(";", " "),
    ACCENT("=", "\xCC\x84"),
    SYMBOL("AA", "Å"),
    SYMBOL("AE", "Æ"),
    OBJECT("Autoref", 1),
    OBJECT("Cref", 1),
    UNREAD("DeclareMathOperator", 2),
    UNREAD("DeclareUnicodeCharacter", 2),
    UNREAD("DefineVerbatimEnvironment", 3),
    OBJECT("Gls", 1),
    OBJECT("Glspl", 1),
    ACCENT("H", "\xCC\x8B"),
    SYMBOL("L", "Ł"),
    SYMBOL("LaTeX", "LaTeX"),
    SYMBOL("O", "Ø"),
    SYMBOL("OE", "Œ"),
    SYMBOL("P", "¶"),
    UNREAD("RequirePackage", 1),
    SYMBOL("S", "§"),
    OBJECT("SI", 2),
    SYMBOL("TeX", "TeX"),
    OF_KIND("Verb", TL_LATEX_VERB),
    ACCENT("^", "\xCC\x82"),
    SYMBOL("_", "_"),
    ACCENT("`", "\xCC\x80"),
    SYMBOL("aa", "å"),
    OBJECT("ac", 1),
    OBJECT("acl", 1),
    OBJECT("acrfull", 1),
    OBJECT("acrlong", 1),
    OBJECT("acrshort", 1),
    OBJECT("acs", 1),
    UNREAD("addbibresource", 1),
    UNREAD("addcontentsline", 3),
    UNREAD("addtocounter", 2),
    UNREAD("addtolength", 2),
    SYMBOL("ae", "æ"),
    OF_KIND("and", TL_LATEX_BREAK),
    OBJECT("ang", 1),
    OF_KIND("author", TL_LATEX_PARAGRAPH),
    OBJECT("autocite", 1),
    OBJECT("autoref", 1),
    OF_KIND("begin", TL_LATEX_BEGIN),
    UNREAD("bibitem", 1),
    UNREAD("bibliography", 1),
    UNREAD("bibliographystyle", 1),
    OF_KIND("bigskip", TL_LATEX_BREAK),
    UNREAD("bookmarksetup", 1),
    ACCENT("c", "\xCC\xA7"),
    OF_KIND("caption", TL_LATEX_PARAGRAPH),
    UNREAD("captionsetup", 1),
    OBJECT("ce", 1),
    UNREAD("cellcolor", 1),
    UNREAD("cfrac", 2),
    OF_KIND("chapter", TL_LATEX_HEADING),
    OBJECT("cite", 1),
    OBJECT("citealp", 1),
    OBJECT("citealt", 1),
    OBJECT("citeauthor", 1),
    OBJECT("citep", 1),
    OBJECT("citet", 1),
    OBJECT("citeyear", 1),
    OBJECT("citeyearpar", 1),
    OF_KIND("clearpage", TL_LATEX_BREAK),
    UNREAD("cline", 1),
    UNREAD("cmidrule", 1),
    OBJECT("code", 1),
    UNREAD("color", 1),
    UNREAD("colorbox", 1),
    OBJECT("cref", 1),
    OF_KIND("date", TL_LATEX_PARAGRAPH),
    UNREAD("def", 2),
    UNREAD("definecolor", 3),
    UNREAD("documentclass", 1),
    SYMBOL("dots", "…"),
    OBJECT("email", 1),
    OF_KIND("end", TL_LATEX_END),
    OBJECT("ensuremath", 1),
    OBJECT("eqref", 1),
    UNREAD("fcolorbox", 2),
    UNREAD("fontsize", 2),
    OBJECT("footcite", 1),
    OBJECT("footcitetext", 1),
    OF_KIND("footnote", TL_LATEX_NOTE),
    OF_KIND("footnotetext", TL_LATEX_NOTE),
    OF_KIND("foreignlanguage", TL_LATEX_LANGUAGE),
    OBJECT("fullcite", 1),
    UNREAD("fvset", 1),
    UNREAD("geometry", 1),
    OBJECT("gls", 1),
    OBJECT("glspl", 1),
    UNREAD("graphicspath", 1),
    SYMBOL("guillemotleft", "«"),
    SYMBOL("guillemotright", "»"),
    UNREAD("hphantom", 1),
    UNREAD("href", 1),
    UNREAD("hspace", 1),
    UNREAD("hyperref", 0),
    UNREAD("hypersetup", 1),
    UNREAD("hypertarget", 1),
    UNREAD("hyphenation", 1),
    SYMBOL("i", "i"),
    UNREAD("include", 1),
    OBJECT("includegraphics", 1),
    UNREAD("includeonly", 1),
    OBJECT("includepdf", 1),
    OBJECT("includesvg", 1),
    UNREAD("index", 1),
    UNREAD("input", 1),
    UNREAD("inputencoding", 1),
    OBJECT("inputminted", 2),
    OF_KIND("item", TL_LATEX_BREAK),
    SYMBOL("j", "j"),
    ACCENT("k", "\xCC\xA8"),
    SYMBOL("l", "ł"),
    UNREAD("label", 1),
    SYMBOL("ldots", "…"),
    UNREAD("let", 2),
    UNREAD("linespread", 1),
    UNREAD("lstdefinelanguage", 2),
    UNREAD("lstdefinestyle", 2),
    OF_KIND("lstinline", TL_LATEX_VERB),
    OBJECT("lstinputlisting", 1),
    UNREAD("lstnewenvironment", 3),
    UNREAD("lstset", 1),
    OF_KIND("maketitle", TL_LATEX_BREAK),
    OF_KIND("marginpar", TL_LATEX_NOTE),
    OF_KIND("medskip", TL_LATEX_BREAK),
    OF_KIND("mint", TL_LATEX_VERB),
    OBJECT("mintinline", 2),
    UNREAD("multicolumn", 2),
    UNREAD("multirow", 2),
    OBJECT("nameref", 1),
    UNREAD("newacronym", 3),
    UNREAD("newcommand", 2),
    UNREAD("newcounter", 1),
    UNREAD("newenvironment", 3),
    UNREAD("newfontfamily", 2),
    UNREAD("newglossaryentry", 2),
    UNREAD("newif", 1),
    UNREAD("newlength", 1),
    OF_KIND("newpage", TL_LATEX_BREAK),
    UNREAD("newtcolorbox", 2),
    UNREAD("newtheorem", 1),
    UNREAD("nocite", 1),
    OBJECT("nolinkurl", 1),
    OBJECT("num", 1),
    SYMBOL("o", "ø"),
    SYMBOL("oe", "œ"),
    UNREAD("pagecolor", 1),
    UNREAD("pagenumbering", 1),
    OBJECT("pageref", 1),
    UNREAD("pagestyle", 1),
    OF_KIND("par", TL_LATEX_BREAK),
    OF_KIND("paragraph", TL_LATEX_HEADING),
    UNREAD("parbox", 1),
    OBJECT("parencite", 1),
    OF_KIND("part", TL_LATEX_HEADING),
    OBJECT("path", 1),
    UNREAD("pgfplotsset", 1),
    UNREAD("phantom", 1),
    UNREAD("providecommand", 2),
    SYMBOL("qquad", " "),
    OBJECT("qty", 2),
    SYMBOL("quad", " "),
    ACCENT("r", "\xCC\x8A"),
    UNREAD("raisebox", 1),
    OBJECT("ref", 1),
    UNREAD("refstepcounter", 1),
    UNREAD("renewcommand", 2),
    UNREAD("resizebox", 2),
    UNREAD("rotatebox", 1),
    UNREAD("rowcolor", 1),
    OBJECT("rule", 2),
    UNREAD("scalebox", 1),
    OF_KIND("section", TL_LATEX_HEADING),
    OF_KIND("selectlanguage", TL_LATEX_SELECT),
    UNREAD("setbeamertemplate", 2),
    UNREAD("setcounter", 2),
    OF_KIND("setdefaultlanguage", TL_LATEX_SELECT),
    UNREAD("setlength", 2),
    UNREAD("setlist", 1),
    UNREAD("setmainfont", 1),
    OF_KIND("setmainlanguage", TL_LATEX_SELECT),
    UNREAD("setmonofont", 1),
    UNREAD("setotherlanguage", 1),
    UNREAD("setotherlanguages", 1),
    UNREAD("setsansfont", 1),
    OBJECT("si", 1),
    UNREAD("sisetup", 1),
    OF_KIND("smallskip", TL_LATEX_BREAK),
    OBJECT("smartcite", 1),
    UNREAD("special", 1),
    SYMBOL("ss", "ß"),
    UNREAD("stepcounter", 1),
    OF_KIND("subparagraph", TL_LATEX_HEADING),
    OBJECT("subref", 1),
    OF_KIND("subsection", TL_LATEX_HEADING),
    OF_KIND("subsubsection", TL_LATEX_HEADING),
    OF_KIND("subtitle", TL_LATEX_HEADING),
    OBJECT("supercite", 1),
    UNREAD("tag", 1),
    OF_KIND("texorpdfstring", TL_LATEX_FIRST),
    SYMBOL("textasciitilde", "~"),
    SYMBOL("textbackslash", "\\"),
    OBJECT("textcite", 1),
    UNREAD("textcolor", 1),
    SYMBOL("textellipsis", "…"),
    SYMBOL("textemdash", "—"),
    SYMBOL("textendash", "–"),
    SYMBOL("textquoteright", "’"),
    OF_KIND("textsuperscript", TL_LATEX_NOTE),
    OBJECT("texttt", 1),
    SYMBOL("textunderscore", "_"),
    OF_KIND("thanks", TL_LATEX_NOTE),
    UNREAD("theoremstyle", 1),
    UNREAD("thispagestyle", 1),
    UNREAD("tikzset", 1),
    OF_KIND("title", TL_LATEX_HEADING),
    ACCENT("u", "\xCC\x86"),
    OBJECT("unit", 1),
    OBJECT("url", 1),
    UNREAD("urlstyle", 1),
    UNREAD("usepackage", 1),
    UNREAD("usetheme", 1),
    UNREAD("usetikzlibrary", 1),
    ACCENT("v", "\xCC\x8C"),
    OF_KIND("verb", TL_LATEX_VERB),
    OBJECT("verbatiminput", 1),
    UNREAD("vphantom", 1),
    OBJECT("vref", 1),
    UNREAD("vspace", 1),
    SYMBOL("{", "{"),
    SYMBOL("}", "}"),
    ACCENT("~", "\xCC\x83"),
};

static const tl_latex_command environments[] = {
    OF_KIND("BVerbatim", TL_LATEX_VERBATIM),
    OF_KIND("Highlighting", TL_LATEX_VERBATIM),
    OF_KIND("IEEEeqnarray", TL_LATEX_VERBATIM),
    OF_KIND("LVerbatim", TL_LATEX_VERBATIM),
    OF_KIND("SaveVerbatim", TL_LATEX_VERBATIM),
    OF_KIND("Verbatim", TL_LATEX_VERBATIM),
    OF_KIND("VerbatimOut", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("adjustbox"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    OF_KIND("algorithm2e", TL_LATEX_VERBATIM),
    OF_KIND("algorithmic", TL_LATEX_VERBATIM),
    OF_KIND("align", TL_LATEX_VERBATIM),
    OF_KIND("alignat", TL_LATEX_VERBATIM),
    OF_KIND("alltt", TL_LATEX_VERBATIM),
    OF_KIND("array", TL_LATEX_VERBATIM),
    OF_KIND("asy", TL_LATEX_VERBATIM),
    OF_KIND("circuitikz", TL_LATEX_VERBATIM),
    OF_KIND("codeblock", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("column"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    OF_KIND("comment", TL_LATEX_VERBATIM),
    OF_KIND("displaymath", TL_LATEX_VERBATIM),
    OF_KIND("dmath", TL_LATEX_VERBATIM),
    OF_KIND("eqnarray", TL_LATEX_VERBATIM),
    OF_KIND("equation", TL_LATEX_VERBATIM),
    OF_KIND("filecontents", TL_LATEX_VERBATIM),
    OF_KIND("flalign", TL_LATEX_VERBATIM),
    OF_KIND("forest", TL_LATEX_VERBATIM),
    OF_KIND("gather", TL_LATEX_VERBATIM),
    OF_KIND("lilypond", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("list"), .kind = TL_LATEX_PLAIN, .arguments = 2},
    {.name = TL_STR_INIT("longtable"), .kind = TL_LATEX_TABLE, .arguments = 1},
    OF_KIND("lstlisting", TL_LATEX_VERBATIM),
    OF_KIND("luacode", TL_LATEX_VERBATIM),
    OF_KIND("math", TL_LATEX_VERBATIM),
    OF_KIND("mathpar", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("minipage"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    OF_KIND("minted", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("multicols"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    OF_KIND("multline", TL_LATEX_VERBATIM),
    OF_KIND("otherlanguage", TL_LATEX_ENVIRONMENT),
    OF_KIND("pgfpicture", TL_LATEX_VERBATIM),
    OF_KIND("picture", TL_LATEX_VERBATIM),
    OF_KIND("pspicture", TL_LATEX_VERBATIM),
    OF_KIND("pycode", TL_LATEX_VERBATIM),
    OF_KIND("sageblock", TL_LATEX_VERBATIM),
    OF_KIND("semiverbatim", TL_LATEX_VERBATIM),
    OF_KIND("sourcecode", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("spacing"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    {.name = TL_STR_INIT("tabular"), .kind = TL_LATEX_TABLE, .arguments = 1},
    {.name = TL_STR_INIT("tabularx"), .kind = TL_LATEX_TABLE, .arguments = 2},
    {.name = TL_STR_INIT("tabulary"), .kind = TL_LATEX_TABLE, .arguments = 2},
    {.name = TL_STR_INIT("tblr"), .kind = TL_LATEX_TABLE, .arguments = 1},
    OF_KIND("tcblisting", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("thebibliography"), .kind = TL_LATEX_PLAIN, .arguments = 1},
    OF_KIND("tikzcd", TL_LATEX_VERBATIM),
    OF_KIND("tikzpicture", TL_LATEX_VERBATIM),
    OF_KIND("verbatim", TL_LATEX_VERBATIM),
    {.name = TL_STR_INIT("wrapfigure"), .kind = TL_LATEX_PLAIN, .arguments = 2},
    {.name = TL_STR_INIT("wraptable"), .kind = TL_LATEX_PLAIN, .arguments = 2},
};

static const struct {
    tl_str name, tag;
} languages[] = {
    {TL_STR_INIT("american"), TL_STR_INIT("en-us")},
    {TL_STR_INIT("belarusian"), TL_STR_INIT("be")},
    {TL_STR_INIT("british"), TL_STR_INIT("en-gb")},
    {TL_STR_INIT("bulgarian"), TL_STR_INIT("bg")},
    {TL_STR_INIT("english"), TL_STR_INIT("en")},
    {TL_STR_INIT("french"), TL_STR_INIT("fr")},
    {TL_STR_INIT("german"), TL_STR_INIT("de")},
    {TL_STR_INIT("italian"), TL_STR_INIT("it")},
    {TL_STR_INIT("kazakh"), TL_STR_INIT("kk")},
    {TL_STR_INIT("ngerman"), TL_STR_INIT("de")},
    {TL_STR_INIT("polish"), TL_STR_INIT("pl")},
    {TL_STR_INIT("russian"), TL_STR_INIT("ru")},
    {TL_STR_INIT("serbianc"), TL_STR_INIT("sr-cyrl")},
    {TL_STR_INIT("spanish"), TL_STR_INIT("es")},
    {TL_STR_INIT("ukrainian"), TL_STR_INIT("uk")},
};

static const tl_latex_command plain = {.kind = TL_LATEX_PLAIN};

static const tl_latex_command *
find(const tl_latex_command *rows, size_t count, tl_str name)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tl_str_compare(rows[middle].name, name);
        if (order == 0) {
            return &rows[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return &plain;
}

const tl_latex_command *
tl_latex_command_find(tl_str name)
{
    return find(commands, sizeof commands / sizeof commands[0], name);
}

const tl_latex_command *
tl_latex_environment_find(tl_str name)
{
    return find(environments, sizeof environments / sizeof environments[0], name);
}

tl_str
tl_latex_language(tl_str name)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        if (tl_str_equal(languages[i].name, name)) {
            return languages[i].tag;
        }
    }
    return (tl_str){NULL, 0};
}
