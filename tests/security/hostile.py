#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Documents, names and termbases by somebody who means harm: whatever is written of them, in every
format and on standard error, is text. It steers no terminal, begins no command, ends no element.

Usage: hostile.py TERMLINT; prints TAP."""
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
TERMBASE = """\
termlint: 1
languages: [en, ru]
concepts:
  - id: masters
    type: organisation
    en:
      preferred: Council of Lock Masters
      deprecated:
        - {text: Lock Board, note: "see\\n::error::x\\n##[error]y"}
        - {text: "<script>alert(1)</script> gate", use: "]]></td><script>"}
    ru: {preferred: Совет начальников шлюзов, deprecated: [Собрание начальников]}
"""
# Each in a line with a finding, and each the name of a document.
HOSTILE = [
    "Отчёт за май", "two words", "\x1b[31mred\x1b]0;title\x07", "\u009b31m C1",
    "turned \u202egpj.exe",
    "isolated \u2066a\u2069", "line\u2028separator", "\x7fdel\x08\x08\x08", "a::error file=b::x",
    "100%0A::warning::x", "##[error]x", "a,b:c=d;e", "<img src=x onerror=alert(1)>",
    "\"quoted' & &amp;",
    "]]><!--", "-->", "--rule=x", "=cmd|' -C calc'!A0", "$(touch x)`touch y`", "😀\u200d👩", "%s%n%d",
    "a\\b\\u0041", "' onmouseover='alert(1)", "javascript:alert(1)", "{{7*7}}${7*7}",
]
IN_NAMES_ONLY = ["line\n::set-env name=PATH::x", "return\r::error::y", b"not \xff utf-8 \x9b"]
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e"
                    "\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
FORMATS = ["text", "gnu", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle",
           "rdjson", "html"]
FINDINGS = 4  # in each document


def text_of(hostile):
    return (f"{hostile} the Lock Board {hostile}\n"
            f"\u202e\x1b[1mThe <script>alert(1)</script> gate\n"
            f"Собрание начальников {hostile} сто cто\n")


def fill(folder):
    """Makes the documents; returns their names, as they are read back from JSON."""
    (folder / "terms.yaml").write_text(TERMBASE)
    names = [hostile.replace("/", "∕").encode() for hostile in HOSTILE] + [
        name if isinstance(name, bytes) else name.encode() for name in IN_NAMES_ONLY]
    texts = HOSTILE + ["plain"] * len(IN_NAMES_ONLY)
    for name, hostile in zip(names, texts):
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name + b".txt"))).write_text(
            text_of(hostile), newline="")
    return [name + b".txt" for name in names]


def run(folder, *words, status=1, errors="strict"):
    result = subprocess.run([str(BINARY), *words], cwd=folder, capture_output=True, check=False,
                            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    assert result.returncode == status, (result.returncode, result.stderr)
    return result.stdout.decode(errors=errors), result.stderr.decode()


def check(folder, name, *more):
    return run(folder, "check", "--termbase", "terms.yaml", "--format", name, *more, ".")[0]


def require_safe(text):
    found = UNSAFE.search(text)
    assert not found, f"{found[0]!r} in {text[max(0, found.start() - 60):found.end() + 20]!r}"


def readable(name):
    """A name as JSON has it: what is no UTF-8 is replaced."""
    return name.decode(errors="replace")


def test_text(folder, names):
    for form in ("text", "gnu"):
        require_safe(check(folder, form))
        require_safe(COLOURS.sub("", check(folder, form, "--color", "always")))
    lines = check(folder, "gnu").splitlines()
    assert len(lines) == FINDINGS * len(names), (len(lines), len(names))
    assert all(re.match(r".*\.txt:\d+:\d+: \w+: .* \[[a-z-]+\]$", line) for line in lines)


def test_github(folder, names):
    """As the runner reads it (actions/runner, ActionCommand)."""
    text = check(folder, "github")
    require_safe(text)
    lines = text.splitlines()
    assert len(lines) == FINDINGS * len(names), len(lines)
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert command, line
        properties = dict(part.split("=", 1) for part in command[2].split(","))
        assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}, line
        assert unquote(properties["file"]).endswith(".txt"), line


def paths_in_json(value):
    """All values of keys that name a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("path", "uri") and isinstance(inner, str):
                yield unquote(inner) if key == "uri" else inner
            else:
                yield from paths_in_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from paths_in_json(inner)


def test_json(folder, names):
    wanted = {readable(name) for name in names}
    for form in ("json", "gitlab", "rdjson", "sarif"):
        text = check(folder, form)
        require_safe(text)
        found = {path for path in paths_in_json(json.loads(text)) if path.endswith(".txt")}
        assert found == wanted, (form, found ^ wanted)
    lines = check(folder, "jsonl").split("\n")
    assert {json.loads(line)["path"] for line in lines[:-2]} == wanted and not lines[-1]


def test_xml(folder, names):
    for form, element in (("junit", "testcase"), ("checkstyle", "error")):
        text = check(folder, form)
        require_safe(text)
        elements = ElementTree.fromstring(text).iter()
        found = [one.tag for one in elements]
        assert found.count(element) == FINDINGS * len(names), (form, len(found))
        assert set(found) <= {"testsuites", "testsuite", "properties", "testcase", "failure",
                              "system-out", "system-err", "checkstyle", "file", "error"}, set(found)


class Page(HTMLParser):
    """Requires that elements are closed in order and none of them runs anything."""
    VOID = {"meta", "br", "hr", "input", "link", "img", "col", "wbr"}
    NEVER = {"script", "iframe", "object", "embed", "form", "base", "link", "img"}

    def __init__(self, text):
        super().__init__()
        self.open, self.text = [], []
        self.feed(text)
        self.close()
        assert not self.open, f"open at the end: {self.open}"

    def handle_starttag(self, tag, attributes):
        assert tag not in self.NEVER, tag
        for name, value in attributes:
            assert not name.startswith("on") and name not in ("src", "srcdoc"), (tag, name)
            assert name != "href" or value.startswith("#"), (tag, value)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data):
        self.text.append(data)


def test_html(folder, names):
    text = check(folder, "html")
    require_safe(text)
    page = "".join(Page(text).text)
    for name in (b"<img src=x onerror=alert(1)>.txt", b"\"quoted' & &amp;.txt", b"]]><!--.txt"):
        assert name in names and name.decode() in page, name


def test_messages(folder, names):
    """Standard error: of files that are not there, or cannot be read, and of odd arguments."""
    for hostile in [readable(name) for name in names]:
        for words in (["check", "no/" + hostile], ["check", "--format", hostile, "a"],
                      ["check", "--rule", hostile, "a"], ["--" + hostile.lstrip("-")],
                      ["check", "--jobs", hostile, "a"],
                      ["check", "--termbase", hostile + "x", "."],
                      ["fix", "--quiet", "no/" + hostile], ["termbase", "convert", "no/" + hostile],
                      ["identify", "--names", "no/" + hostile, "-"],
                      ["romanize", "--scheme", hostile, "а"], ["explain", hostile + "x"]):
            _, stderr = run(folder, *words, status=2)
            require_safe(stderr)
            lines = [line for line in stderr.split("\n") if "no termbase" not in line]
            assert len(lines) == 2 and lines[0] and not lines[1], (words, stderr)
            assert not stderr.startswith("::"), stderr


def test_termbase_tools(folder, names):
    """What a termbase says is shown, too; controls it may not have."""
    del names
    (folder / "controls.yaml").write_text(TERMBASE.replace("Lock Board", '"Lock\\e[31m Board"')
                                          .replace("]]>", "\\u202E"))
    stderr = run(folder, "termbase", "lint", "controls.yaml", status=2)[1]
    assert stderr.count("control character U+") == 2, stderr
    for words in (["list"], ["stats"], ["lint"]):
        stdout, stderr = run(folder, "termbase", *words, "terms.yaml", status=0)
        require_safe(stdout)
        require_safe(stderr)
    stdout, _ = run(folder, "termbase", "find", "--termbase", "terms.yaml", "Lock Board", status=0)
    require_safe(stdout)
    stdout, _ = run(folder, "explain", "--termbase", "terms.yaml", "Lock Board", status=0)
    require_safe(stdout)
    (folder / ".termlint.yaml").write_text('ignore: ["a\\e[31m\\nb"]\n')
    stderr = run(folder, "check", "--print-config", "\x1b[31m.txt", status=2)[1]
    require_safe(stderr)
    (folder / ".termlint.yaml").write_text("rules: {near-miss: off}\n")
    require_safe(run(folder, "check", "--print-config", "\x1b[31m.txt", status=0)[0])


def test_discover(folder, names):
    """Candidates and where they stand."""
    assert len(names) > 20
    for form in ("text", "yaml", "html"):
        stdout, stderr = run(folder, "discover", "--no-config", "--format", form, ".", status=0)
        assert "Lock Board" in stdout
        require_safe(stdout)
        require_safe(stderr)
    Page(stdout)


def test_patch(folder, names):
    """A diff is for a program and has texts as they are; its names cannot begin a line."""
    stdout, stderr = run(folder, "fix", "--termbase", "terms.yaml", "--diff", ".",
                         errors="surrogateescape")
    require_safe(stderr)
    heads = [line for line in stdout.split("\n") if line.startswith("+++ ")]
    assert len(heads) == len(names), len(heads)
    assert not any(CONTROLS.search(line) for line in heads), heads


if __name__ == "__main__":
    tap.run(tap.tests_in(globals()),
            lambda test: tap.in_a_folder(lambda folder: test(folder, fill(folder))))
