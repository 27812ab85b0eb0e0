#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Gives termlint malformed and adversarial files of every format: hostile.py TERMLINT [FORMAT…].

Each file is made here, and checked (a termbase: converted) with little memory and little time.
What is no text ends with status 2 and one message that names the file; what is merely odd may have
findings or none. Nothing dies of a signal, whatever the file.

hostile.py --growth TERMLINT [FORMAT…]: instead, families of files of which each is twice as long as
the one before; twice the file may take no more than 2.5 times the time. Slow, and so not part of
the tests.
"""
import functools
import io
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

MEMORY = 1 << 30
SECONDS = 60  # of processor time; a machine may be busy
GROWTH = 2.5
LEAST = 0.15  # seconds, below which a time says nothing

TERMBASE = """termlint: 1
languages: [en, ru]
concepts:
  - id: fox
    en: {preferred: Fox & Co, deprecated: [red fox]}
    ru: {preferred: лиса, deprecated: [рыжая лиса]}
"""

WORD = "<w:document xmlns:w='w'><w:body>%s</w:body></w:document>"
TYPES = ("<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxml"
         "formats-officedocument.wordprocessingml.document.main+xml'/></Types>")
OPEN = "<o:d xmlns:o='o'><o:body>%s</o:body></o:d>"
XLIFF = "<xliff version='1.2'><file source-language='en' target-language='ru'><body>%s</body>" \
        "</file></xliff>"
UNIT = "<trans-unit id='a'><source>%s</source><target>x</target></trans-unit>"
TMX = "<tmx version='1.4'><header srclang='en'/><body>%s</body></tmx>"
TU = "<tu><tuv xml:lang='en'><seg>%s</seg></tuv></tu>"
TBX = "<tbx type='TBX-Basic' style='dca'><text><body>%s</body></text></tbx>"
YAML = "termlint: 1\nlanguages: [en]\nconcepts:\n"
UTX = "#UTX 1.11; en/ru;\n#src\ttgt\n"


def zipped(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def docx(text):
    return zipped(("[Content_Types].xml", TYPES), ("word/document.xml", WORD % text))


def odt(text):
    return zipped(("META-INF/manifest.xml", "<m/>"), ("content.xml", OPEN % text))


def paragraph(kind, text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if kind == "docx" else f"<p>{text}</p>"


# Where a text stands in a file of a format that is otherwise sound.
FRAMES = {
    "txt": "%s", "md": "%s", "html": "<p>%s</p>", "rst": "%s", "adoc": "%s", "tex": "%s",
    "srt": "1\n00:00:01,000 --> 00:00:02,000\n%s\n",
    "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n%s\n",
    "po": 'msgid "%s"\nmsgstr ""\n', "xml": "<d>%s</d>", "fodt": OPEN % "<p>%s</p>",
    "xliff": XLIFF % UNIT, "tmx": TMX % TU, "tsv": "en\tru\n%s\tx\n", "csv": "en,ru\n%s,x\n",
    "docx": paragraph("docx", "%s"), "odt": paragraph("odt", "%s"),
    "dbk": "<article><para>%s</para></article>",
}
TERMBASES = {
    "yaml": YAML + "  - {id: a, en: %s}\n", "utx": UTX + "%s\tx\n",
    "tbx": TBX % "<conceptEntry><langSec xml:lang='en'><termSec><term>%s</term></termSec></langSec>"
                 "</conceptEntry>",
    "glossary.csv": "en,ru\n%s,x\n", "terms.csv": "concept,lang,term\na,en,%s\n",
    "glossary.xlf": XLIFF % UNIT,
}
IMPORTED = {"docx", "odt", "utx", "glossary.csv"}  # where controls are left out of texts
IS_XML = {"xml", "fodt", "xliff", "tmx", "docx", "odt", "dbk", "tbx", "glossary.xlf"}


def sound(kind, text):
    """A file with the text in it, as bytes."""
    frame = FRAMES.get(kind) or TERMBASES[kind]
    text = frame.replace("%s", text)
    return docx(text) if kind == "docx" else odt(text) if kind == "odt" else text.encode()


def broken_everywhere(kind):
    """What is no text in any format: (name, bytes)."""
    yield "nul", sound(kind, "a\0b")
    yield "latin", sound(kind, "a").replace(b"a", b"\xff\xfe\xfda\x98")
    yield "half", sound(kind, "red fox " * 50).decode("latin-1").encode("utf-16")[:-1]
    yield "noise", bytes((i * 7919 + i * i) % 256 for i in range(5000))


def broken_xml(kind):
    for name, text in (("open", "<a>"), ("crossed", "<a><b></a></b>"), ("entity", "&no;&such;"),
                       ("deep", "<a>" * 600 + "</a>" * 600), ("attribute", "<a b=1/>"),
                       ("twice", "<a b='' b=''/>"), ("control", "&#1;")):
        yield name, sound(kind, text)
    bomb = "".join(f"<!ENTITY e{i} '{'&e%d;' % (i - 1) * 20}'>" for i in range(1, 12))
    whole = sound(kind, "&e11;") if kind not in ("docx", "odt") else b""
    if whole:
        yield "bomb", f"<!DOCTYPE d [<!ENTITY e0 'lollollol'>{bomb}]>".encode() + whole


def broken_zip(kind):
    good = docx("") if kind == "docx" else odt("")
    yield "cut", good[:-30]
    yield "head", good[:40]
    yield "other", zipped(("a.txt", "a"))
    yield "zeros", zipped(("[Content_Types].xml", TYPES), ("META-INF/manifest.xml", "<m/>"),
                          ("word/document.xml", b"\0" * (80 << 20)),
                          ("content.xml", b" " * (80 << 20)))
    yield "empty", b""


BROKEN = {  # and text that stands for more of the same
    "po": ['msgid "a', 'msgid "a" b', 'msgstr "a"', 'msgid "\\q"\nmsgstr ""', "junk"],
    "tsv": [], "csv": ['en,ru\n"a', 'en,ru\n"a"b,c', 'en,ru,de,fr\na,b,c,d\n'],
    "yaml": ["", "termlint: 2\n", "[", "a: b: c\n", YAML + "  - {id: A, en: x}\n",
             YAML + "  - {id: a, en: x}\n  - {id: a, en: y}\n", "&a [*a]\n", "[" * 5000,
             YAML + "  - " + "{a: " * 3000, "termlint: 1\ninclude: [t.yaml]\n"],
    "utx": ["", "#UTX 1.11; english/ru;\n#src\ttgt\na\tb\n", "#UTX 1.11; en/ru;\na\tb\n", "a\tb\n"],
    "tbx": ["", "<x/>", TBX % "", TBX % "<conceptEntry><langSec><termSec><term>a</term></termSec>"
            "</langSec></conceptEntry>"],
    "glossary.csv": ["", "en,ru\n", "a,b\n", "en,en\na,b\n", 'en,ru\n"a\n', "en,ru\na,b,c\n"],
    "terms.csv": ["concept,lang,term\n", "concept,lang,term\n,,\na,english,b\n",
                  "concept,lang,term,sttus\na,en,b,c\n", "concept,lang,term\na,en,b\na,en,c\n"],
    "glossary.xlf": [XLIFF % ""],
}
ODD = {  # is read, however strange
    "txt": ["", "\ufeff", "\r\r\r", "a" * 100000, "\u0301" * 5000, "\u200d" * 5000],
    "md": ["", "[" * 5000, "*" * 5000, "`" * 5001, "> " * 3000, "- " * 1500, "<!--" * 999,
           "---\na: [", "|" * 3000 + "\n" + "|-" * 3000, "![" * 3000 + "]()" * 3000],
    "html": ["", "<" * 5000, "<b>" * 5000, "<table>" * 999, "<!--", "<script>", "&" * 5000,
             "<a " + "b " * 5000, "<p translate=no>", "<plaintext>" * 99],
    "rst": ["", "*" * 5000, "`" * 5000, "|" * 5000, "..\n" * 999, "+-+\n|", "===\n" * 999,
            ".. note::\n" * 500, "::\n\n x", ":a:`" * 999],
    "adoc": ["", "*" * 5000, "{a" * 999, "<<" * 999, "----\n", "|===\n" * 99, ":a:" * 999,
             "[[" * 999, "++++\n", "image:" * 999],
    "tex": ["", "{" * 5000, "}" * 5000, "$" * 5001, "\\begin{a}" * 999, "\\end{a}" * 999, "\\",
            "\\verb|", "%" * 5000, "\\begin{verbatim}"],
    "srt": ["", "1\n", "-->\n" * 999, "1\n00:00:01,000 -->\n", "{" * 999, "<i>" * 999],
    "vtt": ["", "WEBVTT", "WEBVTT\n\nNOTE", "WEBVTT\n\nSTYLE\n", "<v " * 999, "&" * 999],
    "tsv": ["", "\t" * 5000, '"' * 5001, "a\tb", "en\tru\n" + "x" * 70000],
}


def hostile(kind):
    """All hostile files of a format: (name, bytes, whether they must be refused)."""
    for name, data in broken_everywhere(kind):
        yield name, data, name == "nul" and kind not in IMPORTED
    if kind in IS_XML:
        for name, data in broken_xml(kind):
            yield name, data, name != "entity" or kind == "tbx"
    if kind in ("docx", "odt"):
        for name, data in broken_zip(kind):
            yield name, data, True
    for number, text in enumerate(BROKEN.get(kind, [])):
        yield f"broken-{number}", text.encode(), True
    for number, text in enumerate(ODD.get(kind, [])):
        yield f"odd-{number}", text.encode(), False
    yield "long", sound(kind, "red fox " * 8000), False


@functools.cache
def is_sanitized(termlint):
    """A sanitizer maps more memory than any limit allows."""
    return b"__asan_init" in pathlib.Path(termlint).read_bytes()


def limited(termlint):
    if not is_sanitized(termlint):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def command(termlint, kind, path, folder):
    if kind in TERMBASES:
        return [termlint, "termbase", "convert", path.name]
    return [termlint, "check", "--no-config", "--termbase", folder / "fox.termbase", "--quiet",
            "--format", "gnu", "--fail-on", "never", path.name]


def run(termlint, kind, path, folder, limit=limited):
    is_sanitized(termlint)  # is asked before the fork
    return subprocess.run(command(termlint, kind, path, folder), cwd=folder,
                          preexec_fn=limit and functools.partial(limit, termlint),
                          capture_output=True, stdin=subprocess.DEVNULL, check=False)


def complaint(result, path, is_refused):
    """What is wrong with the answer to a file, or None."""
    said = result.stderr.decode(errors="replace").splitlines()
    if result.returncode not in (0, 1, 2):
        return f"status {result.returncode}: {' '.join(said[-3:])}"
    if is_refused and result.returncode != 2:
        return f"status {result.returncode}, want 2"
    if result.returncode == 2 and not (said and path.name in said[0]):
        return f"no message that names the file: {said[:2]}"
    if result.returncode == 2 and len(said) > 25:
        return f"{len(said)} messages"
    return None


def check_format(termlint, kind, folder):
    count, complaints = 0, []
    for name, data, is_refused in hostile(kind):
        ending = kind if "." in kind else f"{name}.{kind}"
        path = folder / f"x-{ending}"
        path.write_bytes(data)
        wrong = complaint(run(termlint, kind, path, folder), path, is_refused)
        path.unlink()
        count += 1
        if wrong:
            complaints.append(f"{kind} {name}: {wrong}")
    return count, complaints


# Texts of which many make a file slow where something is looked for again and again.
FAMILIES = {
    "words": "red fox ", "letters": "a", "lines": "a\n", "blank lines": "\n", "brackets": "[",
    "stars": "*", "underscores": "_a ", "quotes": "\"a", "ticks": "`", "pipes": "|a", "braces": "{",
    "ends": "}", "dollars": "$", "backslashes": "\\a", "tags": "<b>", "open tags": "<a ",
    "comments": "<!-- termlint-disable -->", "open comments": "<!--", "ampersands": "&",
    "entities": "&amp;", "quotations": "> ", "items": "- ", "cells": "| a | b |\n",
    "links": "[a](b \"c\")", "pictures": "![a](b)", "brackets both": "[a]", "colons": ":a:`",
    "suppressions": "<!-- termlint-disable-line -->\n", "hashes": "# termlint-disable\n",
    "percents": "%", "plurals": "{n, plural, other {", "environments": "\\begin{a}",
    "dashes": "--", "rows": "a\tb\n", "equals": "==\n", "commas": "a,", "marks": "\u0301",
}


def seconds_of(termlint, kind, path, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = run(termlint, kind, path, folder, None)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, result.returncode


def check_growth(termlint, kind, family, folder):
    """Doubles the file until the time says something; returns the last ratio."""
    text, length, times = FAMILIES[family], 1 << 16, []
    if kind in IS_XML and family not in ("comments", "entities", "suppressions"):
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    while length <= 1 << 23:
        path = folder / f"x.{kind}"
        path.write_bytes(sound(kind, text * (length // len(text))))
        taken, _ = seconds_of(termlint, kind, path, folder)
        times.append(taken)
        if len(times) > 1 and times[-2] > LEAST:
            break
        if taken > 20:
            break
        length *= 2
    return times[-1] / max(times[-2], 0.01) if times[-1] > LEAST else 1, length, times[-1]


def main():
    grows = "--growth" in sys.argv
    termlint, *kinds = [arg for arg in sys.argv[1:] if arg != "--growth"]
    termlint = str(pathlib.Path(termlint).resolve())
    kinds = kinds or [*FRAMES, *TERMBASES]
    failed = 0
    print(f"1..{len(kinds)}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "fox.termbase").write_text(TERMBASE, encoding="utf-8")
        for number, kind in enumerate(kinds, 1):
            if grows:
                count, complaints = len(FAMILIES), []
                for family in FAMILIES:
                    ratio, length, taken = check_growth(termlint, kind, family, folder)
                    if ratio > GROWTH:
                        complaints.append(f"{family}: {ratio:.1f} times as long for twice the file "
                                          f"({length} bytes: {taken:.1f} s)")
            else:
                count, complaints = check_format(termlint, kind, folder)
            print(f"{'not ' if complaints else ''}ok {number} - {kind}: {count} files", flush=True)
            for wrong in complaints:
                print(f"# {wrong}", flush=True)
            failed += bool(complaints)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
