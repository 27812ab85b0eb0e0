#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Prints the paragraphs of office documents with the changes that are tracked in them.

usage: tracked.py FILE.docx|FILE.odt

[-old-] is deleted, {+new+} inserted, each by "termlint"; what others have changed is shown as
[-old by NAME-] and {+new by NAME+}. A change without a region, or a region without a change, is an
error, as are two of one number.
"""
import sys
import xml.etree.ElementTree as ET
import zipfile


def local(element):
    return element.tag.rpartition("}")[2]


def attribute(element, name):
    return next((value for key, value in element.attrib.items()
                 if key.rpartition("}")[2] == name), "")


def by(author):
    return "" if author == "termlint" else f" by {author}"


def word_text(element):
    kind = local(element)
    if kind in ("t", "delText"):
        return element.text or ""
    if kind == "Fallback":
        return ""
    inner = "".join(word_text(child) for child in element)
    if inner and kind in ("ins", "del"):
        inner = f"{inner}{by(attribute(element, 'author'))}"
        return f"{{+{inner}+}}" if kind == "ins" else f"[-{inner}-]"
    return f"({inner})" if kind == "txbxContent" else inner


def word_paragraphs(root):
    numbers = [attribute(element, "id") for element in root.iter()
               if local(element) in ("ins", "del") and attribute(element, "author") == "termlint"]
    assert len(set(numbers)) == len(numbers), numbers
    boxed = {inner for box in root.iter() if local(box) == "txbxContent" for inner in box.iter()}
    for paragraph in root.iter():
        if local(paragraph) == "p" and paragraph not in boxed:
            yield word_text(paragraph)


class OdtText:
    """The texts of a part, with its regions of changes by their numbers."""

    def __init__(self, root):
        self.regions = {attribute(region, "id"): region for region in root.iter()
                        if local(region) == "changed-region"}
        self.unused = set(self.regions)

    def author(self, number):
        self.unused.discard(number)
        return by(next(element.text for element in self.regions[number].iter()
                       if local(element) == "creator"))

    def mark(self, element):
        number = attribute(element, "change-id")
        if local(element) == "change":
            deletion = next(iter(self.regions[number]))
            gone = "".join(self.text(child) for child in deletion if local(child) == "p")
            return f"[-{gone}{self.author(number)}-]"
        return "{+" if local(element) == "change-start" else f"{self.author(number)}+}}"

    def text(self, element):
        if local(element) in ("change", "change-start", "change-end"):
            return self.mark(element)
        if local(element) in ("change-info", "note-citation", "creator"):
            return ""
        inner = element.text or ""
        for child in element:
            inner += self.text(child) + (child.tail or "")
        return f"({inner})" if local(element) in ("text-box", "note-body", "annotation") else inner

    def paragraphs(self, root, inside=False):
        for child in root:
            if local(child) in ("p", "h"):
                yield self.text(child)
            elif local(child) != "tracked-changes":
                yield from self.paragraphs(child)


def main(path):
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.filename.endswith(".xml") or info.filename.startswith("META-INF"):
                continue
            root = ET.fromstring(archive.read(info))
            odt = None if path.endswith(".docx") else OdtText(root)
            lines = [line for line in (odt.paragraphs(root) if odt else word_paragraphs(root))
                     if line]
            if lines:
                print(f"{info.filename}:", *lines, sep="\n  ")
            assert odt is None or not odt.unused, odt.unused


if __name__ == "__main__":
    main(sys.argv[1])
