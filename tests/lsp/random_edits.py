#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Random editing: after every change the server's findings are those of `termlint check` on the
same text. Usage: random_edits.py TERMLINT [STEPS]; both encodings get as many steps; prints TAP and
the times of the answers."""
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import Client, caret
from session_texts import PIECES, TERMBASE


def check(binary, folder, text):
    """Findings of the command line as (rule, begin, end) in characters of the text."""
    run = subprocess.run([binary, "check", "--format", "json", "--stdin-path", "a.txt", "-"],
                         input=text.encode(), capture_output=True, cwd=folder, check=False)
    data = text.encode()
    found = json.loads(run.stdout)["findings"]
    return [(f["rule"], len(data[:f["offset"]].decode()),
             len(data[:f["offset"] + f["length"]].decode())) for f in found]


def edit(chance, text, encoding):
    """A random change: (the change as the protocol has it, the new text)."""
    begin = chance.randrange(len(text) + 1)
    end = min(len(text), begin + chance.choice([0, 0, 0, 1, 2, 7, 30]))
    new = chance.choice(PIECES)
    if chance.random() < 0.02:
        whole = "".join(chance.choice(PIECES) for _ in range(20))
        return {"text": whole}, whole
    # a place between \r and \n is no place an editor can name
    while 0 < begin < len(text) and text[begin - 1:begin + 1] == "\r\n":
        begin -= 1
    while 0 < end < len(text) and text[end - 1:end + 1] == "\r\n":
        end += 1
    where = {"start": caret(text, begin, encoding), "end": caret(text, end, encoding)}
    return {"range": where, "text": new}, text[:begin] + new + text[end:]


def session(binary, folder, encoding, steps):
    chance, times = random.Random(20260101), []
    uri = (folder / "a.txt").as_uri()
    client = Client(binary)
    client.initialize(folder, [encoding])
    text = "".join(chance.choice(PIECES) for _ in range(40))
    client.open(uri, text, version=0)
    for step in range(1, steps + 1):
        changes = []
        for _ in range(chance.choice([1, 1, 3])):
            change, text = edit(chance, text, encoding)
            changes.append(change)
        begun = time.monotonic()
        client.change(uri, step, *changes)
        client.result("textDocument/codeAction", {
            "textDocument": {"uri": uri}, "context": {"diagnostics": []},
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}})
        found = client.diagnostics(uri, step)
        times.append(time.monotonic() - begun)
        wanted = [(rule, {"start": caret(text, b, encoding), "end": caret(text, e, encoding)})
                  for rule, b, e in check(binary, folder, text)]
        if [(d["code"], d["range"]) for d in found] != wanted:
            return f"step {step}: {text!r}\n  {found}\n  {wanted}", times
        if len(text) > 2000:
            text = "Port Office\r\n"
            client.change(uri, step, {"text": text})
    client.close()
    return None, times


def main():
    binary, steps = os.path.abspath(sys.argv[1]), int((sys.argv + ["60"])[2])
    failed = 0
    print("1..2")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "terms.yaml").write_text(TERMBASE)
        (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n")
        for number, encoding in enumerate(["utf-16", "utf-8"], 1):
            wrong, times = session(binary, folder, encoding, steps)
            failed += wrong is not None
            print("not ok" if wrong else "ok", number, "-", steps, "random edits in", encoding)
            times.sort()
            print(f"# answers: median {times[len(times) // 2] * 1000:.1f} ms, 99th percentile "
                  f"{times[len(times) * 99 // 100] * 1000:.1f} ms")
            if wrong:
                print("# " + wrong.replace("\n", "\n# "))
    sys.exit(failed > 0)


main()
