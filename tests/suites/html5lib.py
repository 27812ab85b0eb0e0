#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds the HTML tokenizer to html5lib's tests: html5lib.py DRIVER.

TERMLINT_SUITES names a folder with a copy of html5lib-tests' `tokenizer/`; without it the test is
skipped. Texts, tags with their attributes, and comments are compared in full, document types only
as such. What UTF-8 cannot hold (lone surrogates) is left out and counted.
"""
import json
import os
import pathlib
import subprocess
import sys

MODES = {"Data state": 0, "RCDATA state": 1, "RAWTEXT state": 2, "Script data state": 3,
         "PLAINTEXT state": 4, "CDATA section state": 5}


def unescape(value):
    """Undoes the double escaping of some tests, throughout."""
    if isinstance(value, str):
        return json.loads('"%s"' % value.replace('"', '\\"').replace("\n", "\\n"))
    if isinstance(value, list):
        return [unescape(item) for item in value]
    if isinstance(value, dict):
        return {unescape(key): unescape(item) for key, item in value.items()}
    return value


def cases(folder):
    """(where, mode, last start tag, input, expected tokens)"""
    for path in sorted(folder.glob("*.test")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for number, test in enumerate(data.get("tests", data.get("xmlViolationTests", []))):
            if path.stem == "xmlViolation":
                continue  # another treatment of the input, for XML
            if test.get("doubleEscaped"):
                test = {**test, **unescape({key: test[key] for key in ("input", "output")})}
            last = test.get("lastStartTag", "-")
            for state in test.get("initialStates", ["Data state"]):
                where = f"{path.name} {number} {test['description']!r} in {state}"
                yield where, MODES[state], last, test["input"], test["output"]


def expected(tokens):
    """The tokens as the driver's are read: adjacent texts joined, document types bare."""
    for token in tokens:
        kind = token[0]
        if kind == "StartTag":
            yield ["S", token[1], len(token) > 3 and token[3], token[2]]
        elif kind == "DOCTYPE":
            yield ["D"]
        else:
            yield [{"Character": "T", "EndTag": "E", "Comment": "C"}[kind], token[1]]


def joined(tokens):
    out = []
    for token in tokens:
        if out and token[0] == "T" and out[-1][0] == "T":
            out[-1][1] += token[1]
        else:
            out.append(token)
    return out


def text(cell, nul="\0"):
    """A string of the driver's, its line ends as the standard's preprocessing leaves them."""
    decoded = "" if cell == "-" else bytes.fromhex(cell).decode("utf-8")
    return decoded.replace("\r\n", "\n").replace("\r", "\n").replace("\0", nul)


def small(name):
    return "".join(c.lower() if c.isascii() else c for c in name)


def read_token(line):
    kind, *cells = line.split()
    if kind == "R":  # its line end, if it is one, is meant
        return ["T", bytes.fromhex(cells[0]).decode("utf-8")]
    if kind == "T":
        return [kind, text(cells[0])]
    if kind == "S":
        attributes = {}
        for name, value in zip(cells[2::2], cells[3::2]):
            attributes.setdefault(small(text(name, "\ufffd")), text(value, "\ufffd"))
        return [kind, small(text(cells[0], "\ufffd")), cells[1] == "1", attributes]
    if kind == "E":
        return [kind, small(text(cells[0], "\ufffd"))]
    return [kind] + [text(cell, "\ufffd") for cell in cells]


def main(driver):
    folder = pathlib.Path(os.environ.get("TERMLINT_SUITES", "/nonexistent")) / "tokenizer"
    if not folder.is_dir():
        print(f"no {folder}: set TERMLINT_SUITES")
        sys.exit(77)
    run, left_out, records = [], 0, b""
    for case in cases(folder):
        try:
            octets = case[3].encode("utf-8")
        except UnicodeEncodeError:
            left_out += 1
            continue
        run.append(case)
        records += f"{case[1]} {case[2]} {int(case[1] == 5)} {len(octets)}\n".encode() + octets
    output = subprocess.run([driver], input=records, check=True, capture_output=True).stdout
    results = [[]]
    for line in output.decode("ascii").splitlines():
        if line == ".":
            results.append([])
        else:
            results[-1].append(read_token(line))
    results.pop()
    assert len(results) == len(run), (len(results), len(run))
    failed = 0
    for case, result in zip(run, results):
        want = joined(expected(case[4]))
        if joined(result) != want:
            failed += 1
            print(f"{case[0]}: {case[3]!r}\n  want {want}\n  got  {joined(result)}")
    print(f"{len(run)} tests, {failed} failed, {left_out} left out (no UTF-8)")
    sys.exit(failed > 0)


main(sys.argv[1])
