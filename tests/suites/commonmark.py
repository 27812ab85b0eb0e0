#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds the Markdown reader to the examples of the CommonMark specification: commonmark.py DRIVER.

TERMLINT_SUITES names a folder with a copy of `spec.txt`; without it the test is skipped. The text
that the reader gives for an example is compared with the text of the expected HTML, but for white
space: code and the text of autolinks left out, alternative texts in their places, titles of links
behind all. The driver makes sure of the positions.
"""
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
HIDDEN = {"code", "pre", "script", "style"}
VOID = {"br", "hr", "img", "input", "meta", "link"}

# Examples in which the reader does something else on purpose, or md4c 0.4.8 does: why, and how they
# are told.
DIFFERENT = {
    "a title of a link with escapes in it is not read": re.compile(r"\"[^\"]*[\\&].*\"|'\ntitle"),
    "a tag that the text breaks off is no text": re.compile(r"^<div[^>]*$"),
    "CDATA outside of SVG is a comment": re.compile(r"<!\[CDATA\[>&<"),
    "CommonMark 0.31, not in 0.30": re.compile(r"<textarea>|\*£\*|<!--.*-- ?\n|<!--->"),
}


class Text(html.parser.HTMLParser):
    """The text of HTML as the reader has it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.titles, self.hidden, self.link = "", [], 0, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.hidden += tag in HIDDEN
        if attrs.get("title"):
            self.titles.append(attrs["title"])
        if tag == "img":
            self.text += attrs.get("alt", "")
        if tag == "a":
            self.link = attrs.get("href"), len(self.text)

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag == "a" and self.link:
            target, begin = self.link
            shown = self.text[begin:]
            self.text = self.text[:begin] + f"\x01{target}\x02{shown}\x03"
            self.link = None

    def handle_data(self, data):
        if not self.hidden:
            self.text += data


def squeeze(text):
    return re.sub(r"[\s\ufffc]+", "", text)


def expected(markdown, page):
    """The text of the example's HTML, autolinks (which only the Markdown tells) left out."""
    parser = Text()
    parser.feed(page)
    parser.close()

    def link(match):
        target, shown = match[1], match[2]
        return "" if f"<{shown}>" in markdown else shown
    return re.sub("\x01(.*?)\x02(.*?)\x03", link, parser.text, flags=re.DOTALL), parser.titles


def main(driver):
    path = pathlib.Path(os.environ.get("TERMLINT_SUITES", "/nonexistent")) / "spec.txt"
    if not path.is_file():
        print(f"no {path}: set TERMLINT_SUITES")
        sys.exit(77)
    examples = [(m.replace("→", "\t"), h.replace("→", "\t"))
                for m, h in EXAMPLE.findall(path.read_text(encoding="utf-8"))]
    records = b"".join(b"%d\n" % len(m.encode()) + m.encode() for m, _ in examples)
    done = subprocess.run([driver, "markdown"], input=records, check=True, capture_output=True)
    documents = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(documents) == len(examples)
    failed, different = 0, dict.fromkeys(DIFFERENT, 0)
    for number, ((markdown, page), document) in enumerate(zip(examples, documents), 1):
        text, titles = expected(markdown, page)
        got = squeeze("".join(s[2] for s in document if s[0] != 3))
        notes = {squeeze(s[2]) for s in document if s[0] == 3}
        if got != squeeze(text) or notes != {squeeze(t) for t in titles}:
            reasons = [why for why, pattern in DIFFERENT.items() if pattern.search(markdown)]
            if reasons:
                different[reasons[0]] += 1
                continue
            failed += 1
            print(f"example {number}: {markdown!r}\n  want {squeeze(text)!r} {titles}\n"
                  f"  got  {got!r} {sorted(notes)}")
    for why, count in different.items():
        print(f"{count} differ: {why}")
    print(f"{len(examples)} examples, {failed} failed; {done.stderr.decode().strip()}")
    sys.exit(failed > 0)


main(sys.argv[1])
