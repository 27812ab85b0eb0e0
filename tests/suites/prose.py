#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds readers of documents to what pandoc takes for prose: prose.py DRIVER [FILE…].

Without files, all of the folder `documents` in TERMLINT_SUITES; without that, or without pandoc,
the test is skipped. The words of each document as pandoc reads it, but for code, formulas and the
targets of links, are compared with those of our segments. A word that only we have is told as code
if pandoc has it in code. What differs is told for each document; the test fails if more than one
word in a hundred does, in the documents of a format together: the two disagree on purpose in a few
things (the front matter, the titles of links, what a directive of an extension is).
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

# Our reader, and pandoc's.
FORMATS = {
    ".md": ("markdown", "gfm"), ".html": ("html", "html"), ".rst": ("rst", "rst"),
    ".tex": ("latex", "latex"), ".docx": ("docx", "docx"), ".odt": ("odt", "odt"),
    ".dbk": ("xml", "docbook"),
}
BLIND_TO_CODE = {".odt"}  # where pandoc takes code for text, and so has more of it
WORD = re.compile(r"[^\W\d_]{2,}")
CODE = {"Code", "CodeBlock", "Math", "RawInline", "RawBlock"}
INLINE = {"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline",
          "Quoted", "Span", "Cite"}
# Directives whose contents pandoc knows; of all others it makes text, whatever they are.
KNOWN = {"admonition", "attention", "caution", "danger", "error", "hint", "important", "note",
         "tip", "warning", "seealso", "figure", "topic", "sidebar", "epigraph", "line-block",
         "section", "container", "rubric", "versionadded", "versionchanged", "deprecated", ""}
MOST_DIFFERENT = 0.01
ALTOGETHER = 200  # words, below which a share says nothing


class Words:
    """The texts of a tree of pandoc's: prose, what is none, and what may be either: metadata,
    directives and roles that pandoc does not know, the titles that it gives to admonitions."""

    def __init__(self, tree):
        self.texts = {"prose": [], "code": [], "either": []}
        meta = tree["meta"]
        self.collect([meta.pop("title", None), tree["blocks"]], "prose")
        self.collect(meta, "either")

    def words(self, kind):
        return collections.Counter(WORD.findall("".join(self.texts[kind])))

    def add(self, kind, text):
        self.texts[kind].append(text)

    def collect(self, node, kind):
        if isinstance(node, list):
            for item in node:
                self.collect(item, kind)
        elif isinstance(node, dict) and "t" in node:
            self.collect_element(node["t"], node.get("c"), kind)
        elif isinstance(node, dict):
            for value in node.values():
                self.collect(value, kind)

    def collect_element(self, name, content, kind):
        if name == "Str":
            self.add(kind, content)
        elif name in ("Space", "SoftBreak", "LineBreak"):
            self.add(kind, " ")
        elif name in CODE:
            is_role = name == "Code" and "interpreted-text" in content[0][1]
            self.add("either" if is_role else "code", content[1] + "\n")
        elif name == "MetaString":
            self.add(kind, content + "\n")
        elif name in ("Link", "Image"):
            self.collect(content[1], kind)
            self.add(kind, f" {content[2][1]} ")
            self.add("code", content[2][0] + "\n")
        elif name in INLINE:
            self.collect(content, kind)
        else:
            is_odd = name == "Div" and (content[0][1] + [""])[0] not in KNOWN
            self.add(kind, "\n")
            self.collect(content, "either" if is_odd else kind)
            self.add(kind, "\n")


def words_of_pandoc(path, name):
    result = subprocess.run(["pandoc", "-f", name, "-t", "json", str(path)], capture_output=True,
                            timeout=120)
    return Words(json.loads(result.stdout)) if result.returncode == 0 else None


def words_of_ours(driver, reader, data):
    result = subprocess.run([driver, reader], input=b"%d\n" % len(data) + data,
                            capture_output=True, timeout=120, check=True)
    segments = json.loads(result.stdout)
    if segments is None:
        return None
    return collections.Counter(WORD.findall("\n".join(text.replace("\u00ad", "")
                                                      for _, _, text in segments)))


def told(words):
    return " ".join(f"{word}×{count}" if count > 1 else word
                    for word, count in words.most_common(12))


class Sum:
    def __init__(self):
        self.documents = self.words = self.lost = self.gained = 0

    def add(self, prose, lost, gained):
        self.documents += 1
        self.words += prose.total()
        self.lost += lost.total()
        self.gained += gained.total()

    def is_good(self):
        return self.words < ALTOGETHER or \
            max(self.lost, self.gained) <= MOST_DIFFERENT * self.words


def compare(driver, path, sums):
    reader, name = FORMATS[path.suffix]
    theirs = words_of_pandoc(path, name)
    ours = words_of_ours(driver, reader, path.read_bytes())
    if theirs is None or ours is None:
        print(f"# {path}: refused by {'pandoc' if theirs is None else 'us'}")
        return
    prose = theirs.words("prose")
    lost, gained = prose - ours, ours - prose - theirs.words("either")
    if path.suffix in BLIND_TO_CODE:
        lost.clear()
    sums[path.suffix].add(prose, lost, gained)
    from_code = gained & theirs.words("code")
    for what, words in (("not in ours", lost), ("code in ours", from_code),
                        ("only in ours", gained - from_code)):
        if words:
            print(f"# {path}: {what}: {told(words)}")


def main():
    driver, files = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    folder = os.environ.get("TERMLINT_SUITES")
    if not files and folder:
        files = [path for path in sorted(pathlib.Path(folder, "documents").glob("**/*"))
                 if path.suffix in FORMATS and path.is_file()]
    if not files or not shutil.which("pandoc"):
        print("1..0 # SKIP no pandoc, or no documents in TERMLINT_SUITES")
        return 0
    sums = collections.defaultdict(Sum)
    for path in files:
        compare(driver, path, sums)
    for number, (suffix, total) in enumerate(sorted(sums.items()), 1):
        print(f"{'' if total.is_good() else 'not '}ok {number} - {suffix}: {total.words} words in "
              f"{total.documents} documents, {total.lost} not in ours, {total.gained} only in ours")
    print(f"1..{len(sums)}")
    return 0 if all(total.is_good() for total in sums.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
