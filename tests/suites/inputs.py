#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Gives termlint the inputs that others have collected because they break programs: inputs.py
TERMLINT.

TERMLINT_SUITES names a folder with copies of them; what is not there is skipped:

    test_parsing/           JSONTestSuite: as a value in a record, as a message to the server
    yaml/                   yaml-test-suite, branch data: as termbases and configurations
    blns.json               big list of naughty strings: as texts, forms of a termbase, file names
    trojan-source/          sources that show other than they are: as texts
    zip/                    the archives of libzip's regress/: as documents
    xliff/                  .xlf files of the OASIS test suites, valid/ or invalid/ in their paths
    docx/                   Word documents, such as python-docx's test files
    pathological_tests.py   cmark's: as Markdown

Nothing may die of a signal or take long; what is wrong is told in a message that begins with the
name of the file. Prints TAP.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import types
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SUITES = pathlib.Path(os.environ.get("TERMLINT_SUITES", "/nonexistent"))
TERMLINT = str(pathlib.Path(sys.argv[1]).resolve())
SECONDS = 60
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FOX = """termlint: 1
languages: [en, ru]
concepts:
  - {id: fox, en: {preferred: grey fox, deprecated: [red fox]}}
"""


def termlint(folder, *words, stdin=b""):
    result = subprocess.run([TERMLINT, *words], cwd=folder, input=stdin, capture_output=True,
                            timeout=SECONDS, check=False,
                            env={**os.environ, "TERMLINT_CACHE": str(folder / "cache")})
    assert result.returncode in (0, 1, 2), \
        f"{words}: status {result.returncode}, {result.stderr[-300:]}"
    return result


# Jansson 2.14: no NUL in a key, and one behind a number is passed over.
JANSSON = {"y_object_escaped_null_in_key.json", "n_multidigit_number_then_00.json"}


def json_texts():
    """(name, bytes) of each test."""
    return [(path.name, path.read_bytes())
            for path in sorted((SUITES / "test_parsing").glob("*.json"))
            if path.name not in JANSSON]


def is_record_line(content):
    return b"\n" not in content and b"\r" not in content


def test_json_in_records(folder):
    """A record may have any value besides: what is JSON is passed over, what is none is an error
    of that record alone."""
    texts = [(name, content.strip()) for name, content in json_texts()]
    texts = [(name, content) for name, content in texts if is_record_line(content)]
    lines = b"".join(b'{"id": 1, "text": "A red fox.", "more": %s}\n' % content
                     for _, content in texts)
    result = termlint(folder, "check", "--records", "--no-config", "--termbase", "fox.yaml",
                      "--fail-on", "never", stdin=lines)
    answers = result.stdout.decode().splitlines()
    assert len(answers) == len(texts), f"{len(answers)} answers to {len(texts)} records"
    wrong = [name for (name, _), answer in zip(texts, answers)
             if name[0] != "i" and ("error" in json.loads(answer)) != (name[0] == "n")]
    assert not wrong, wrong
    return f"{len(texts)} records"


def frame(content):
    return b"Content-Length: %d\r\n\r\n%s" % (len(content), content)


def messages_in(data):
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        length = int(re.search(rb"Content-Length: (\d+)", head)[1])
        yield json.loads(rest[:length])
        data = rest[length:]


def test_json_to_the_server(folder):
    """What is no JSON is answered with a parse error, and the server goes on."""
    parse_error, wrong = -32700, []
    for name, content in json_texts():
        session = frame(content) + frame(b'{"jsonrpc":"2.0","id":7,"method":"shutdown"}') + \
            frame(b'{"jsonrpc":"2.0","method":"exit"}')
        result = termlint(folder, "lsp", "--no-config", stdin=session)
        answers = list(messages_in(result.stdout))
        codes = [message.get("error", {}).get("code") for message in answers]
        if name[0] != "i" and (parse_error in codes) != (name[0] == "n"):
            wrong.append(f"{name}: {codes}")
        if 7 not in [message.get("id") for message in answers]:
            wrong.append(f"{name}: no answer to what came next")
    assert not wrong, wrong
    return f"{len(json_texts())} messages"


def is_told(result, name):
    """One message at a place in the file."""
    lines = result.stderr.decode().splitlines()
    return result.returncode == 2 and lines and re.match(rf"{re.escape(name)}:\d+:\d+: ", lines[0])


def test_yaml(folder):
    """No case is a termbase or a configuration. Those that are no YAML, and that libyaml refuses,
    say so; none is taken for one."""
    cases = sorted((SUITES / "yaml").rglob("in.yaml"))
    refused, no_yaml = 0, 0
    for case in cases:
        content = case.read_bytes()
        (folder / "case.yaml").write_bytes(content)
        result = termlint(folder, "termbase", "convert", "case.yaml")
        assert is_told(result, "case.yaml"), f"{case}: {result.returncode} {result.stderr[:200]}"
        refused += (case.parent / "error").exists()
        no_yaml += (case.parent / "error").exists() and b"not YAML" in result.stderr
        (folder / ".termlint.yaml").write_bytes(content)
        termlint(folder, "check", "--termbase", "fox.yaml", "fox.yaml")
    (folder / ".termlint.yaml").unlink()
    return f"{len(cases)} cases; of {refused} that are no YAML {no_yaml} told as such"


def naughty():
    return json.loads((SUITES / "blns.json").read_text(encoding="utf-8"))


def test_naughty_texts(folder):
    """Each between two bad forms, which are found whatever stands there, in every format."""
    for number, string in enumerate(naughty()):
        (folder / f"{number}.txt").write_text(f"A red fox. {string} . A red fox.\n", newline="")
    for form in ("json", "jsonl", "sarif", "text", "gnu", "github", "junit", "html"):
        result = termlint(folder, "check", "--quiet", "--termbase", "fox.yaml", "--no-config",
                          "--format", form, "--rule", "mixed-script=off",
                          *(f"{number}.txt" for number in range(len(naughty()))))
        assert not result.stderr, (form, result.stderr[:300])
        text = result.stdout.decode()
        assert form == "html" or not BIDI.search(text), form
        if form == "json":
            found = [one["path"] for one in json.loads(text)["findings"]
                     if one["rule"] == "deprecated-term"]
            assert len(found) == 2 * len(naughty()), (len(found), len(naughty()))
    return f"{len(naughty())} texts"


def test_naughty_forms(folder):
    """What a termbase takes as a form it finds; what it does not take it tells at its place."""
    taken = 0
    for string in naughty():
        head = FOX.partition("concepts:")[0]
        (folder / "naughty.yaml").write_text(
            f"{head}concepts:\n  - id: a\n    en: {{preferred: grey fox, deprecated: "
            f"[{json.dumps(string)}]}}\n", encoding="utf-8")
        result = termlint(folder, "termbase", "convert", "naughty.yaml")
        if result.returncode == 0:
            taken += 1
            (folder / "again.yaml").write_bytes(result.stdout)
            again = termlint(folder, "termbase", "convert", "again.yaml")
            assert again.stdout == result.stdout, string
        else:
            assert is_told(result, "naughty.yaml"), (string, result.stderr)
    return f"{len(naughty())} forms, {taken} of them taken"


def test_naughty_names(folder):
    """As names of documents, each with a finding."""
    names = {string.replace("/", "∕").replace("\0", "")[:60] for string in naughty()}
    names = sorted(name for name in names if name.encode() and len(name.encode()) < 240)
    (folder / "names").mkdir()
    for name in names:
        (folder / "names" / f"{name}.txt").write_text("A red fox.\n")
    result = termlint(folder, "check", "--quiet", "--termbase", "fox.yaml", "--no-config",
                      "--format", "json", "names")
    found = {one["path"] for one in json.loads(result.stdout)["findings"]}
    hidden = {f"names/{name}.txt" for name in names if name.startswith(".")}
    assert found | hidden == {f"names/{name}.txt" for name in names} | hidden, \
        ({f"names/{name}.txt" for name in names} - found)
    result = termlint(folder, "check", "--quiet", "--termbase", "fox.yaml", "--no-config", "names")
    assert not BIDI.search(result.stdout.decode())
    return f"{len(names)} names"


def test_trojan_sources(folder):
    """No report has a control that turns the text round, and every letter that only looks like
    another is found."""
    texts = sorted(path for path in (SUITES / "trojan-source").rglob("*")
                   if path.is_file() and path.suffix not in (".md", ".html", ".json", ".pdf")
                   and path.parts[-2] != "visualization")
    turned, looking_alike = 0, 0
    for path in texts:
        text = path.read_bytes().decode(errors="replace")
        (folder / "source.txt").write_text(text)
        result = termlint(folder, "check", "--termbase", "fox.yaml", "--no-config", "source.txt")
        assert not BIDI.search(result.stdout.decode()), path
        turned += bool(BIDI.search(text))
        if path.name.lower().startswith("homoglyph"):
            looking_alike += 1
            assert b"[mixed-script]" in result.stdout, path
    return f"{len(texts)} texts, {turned} with bidirectional controls, {looking_alike} homoglyphs"


def test_archives(folder):
    archives = sorted((SUITES / "zip").glob("*.zip"))
    for archive in archives:
        for ending in ("docx", "odt"):
            path = folder / f"archive.{ending}"
            path.write_bytes(archive.read_bytes())
            result = termlint(folder, "check", "--termbase", "fox.yaml", "--no-config", path.name)
            assert result.returncode == 2 and path.name.encode() in result.stderr, \
                (archive.name, result.returncode, result.stderr)
    return f"{len(archives)} archives"


def is_xml(path):
    try:
        return bool(ElementTree.parse(path))
    except ElementTree.ParseError:
        return False


def test_xliff(folder):
    """Those that are valid, and XML at all, are read. The others break rules that are not ours to
    keep, or are told at a place."""
    counts = {"valid": [0, 0], "invalid": [0, 0]}
    for path in sorted((SUITES / "xliff").rglob("*.xlf")):
        kind = "valid" if "invalid" not in str(path) and is_xml(path) else "invalid"
        (folder / "unit.xlf").write_bytes(path.read_bytes())
        result = termlint(folder, "check", "--quiet", "--termbase", "fox.yaml", "--no-config",
                          "unit.xlf")
        is_read = not result.stderr and result.returncode in (0, 1)
        assert is_read or (kind == "invalid" and result.returncode == 2 and
                           result.stderr.startswith(b"termlint: unit.xlf")), (path, result.stderr)
        counts[kind][0] += 1
        counts[kind][1] += is_read
    return ", ".join(f"{every} {kind}, {read} of them read"
                     for kind, (every, read) in counts.items())


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_docx(folder):
    """All are read. A fix changes the parts in which it tells findings, and no other; a second one
    nothing."""
    words = "paragraph, page, first, second, third, header, footer, table, style, text, run, cell"
    (folder / "words.yaml").write_text(FOX.replace("red fox", words), encoding="utf-8")
    arguments = ["--quiet", "--termbase", "words.yaml", "--no-config", "paper.docx"]
    documents, fixed = sorted((SUITES / "docx").rglob("*.docx")), 0
    for document in documents:
        paper = folder / "paper.docx"
        paper.write_bytes(document.read_bytes())
        before = parts_of(paper)
        told = termlint(folder, "check", "--format", "json", *arguments)
        assert not told.stderr, (document.name, told.stderr)
        named = {one["path"].partition("!")[2] for one in json.loads(told.stdout)["findings"]
                 if one["fixable"]}
        assert not termlint(folder, "fix", *arguments).stderr, document.name
        after = parts_of(paper)
        changed = {name for name in before if before[name] != after[name]}
        assert list(before) == list(after), document.name
        assert changed == named, (document.name, changed, named)
        once = paper.read_bytes()
        termlint(folder, "fix", *arguments)
        assert paper.read_bytes() == once, document.name
        fixed += bool(changed)
    assert fixed > 0
    return f"{len(documents)} documents, {fixed} of them changed by a fix"


def test_pathological_markdown(folder):
    """The inputs are taken out of the script, which needs cmark to run."""
    source = (SUITES / "pathological_tests.py").read_text(encoding="utf-8")
    script = types.ModuleType("pathological")
    sys.modules["cmark"] = types.SimpleNamespace(CMark=None)
    exec(compile(source, "pathological_tests.py", "exec"), script.__dict__)
    slow = []
    for name, (text, *_) in script.pathological.items():
        (folder / "slow.md").write_text(text)
        begin = time.monotonic()
        termlint(folder, "check", "--termbase", "fox.yaml", "--no-config", "slow.md")
        slow.append((time.monotonic() - begin, name))
    return f"{len(slow)} texts, the slowest {max(slow)[0]:.1f} s: {max(slow)[1]}"


NEEDS = {test_json_in_records: "test_parsing", test_json_to_the_server: "test_parsing",
         test_yaml: "yaml", test_naughty_texts: "blns.json", test_naughty_forms: "blns.json",
         test_naughty_names: "blns.json", test_trojan_sources: "trojan-source",
         test_archives: "zip", test_xliff: "xliff", test_docx: "docx",
         test_pathological_markdown: "pathological_tests.py"}


def play(folder, test):
    """Says how many inputs there were."""
    needed = NEEDS[test]
    if not (SUITES / needed).exists():
        return f"TERMLINT_SUITES has no {needed}"
    (folder / "fox.yaml").write_text(FOX)
    print(f"# {test.__name__[5:].replace('_', ' ')}: {test(folder)}", flush=True)
    return None


tap.run({test.__name__[5:].replace("_", " "): test for test in NEEDS},
        lambda test: tap.in_a_folder(lambda folder: play(folder, test)))
