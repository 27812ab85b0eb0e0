#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Random editing: after every change the server's findings are those of `termlint check` on the
same text, and however many there are, its memory does not grow. Usage: random_edits.py TERMLINT
[--steps N] [--bytes N]; both encodings get as many steps, on a document that is kept below that
size; prints TAP and the times of the answers."""
import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import BINARY, Client, caret
from session_texts import PIECES, TERMBASE

GROWTH = 1.25  # of the memory from the first quarter of the steps to the end, at most
SMALL = 2000  # steps; before so many the dictionaries may still be read


class Checker:
    """The command line, a text at a time."""

    def __init__(self, folder):
        self.process = subprocess.Popen([BINARY, "check", "--records", "--fail-on", "never"],
                                        cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def findings(self, text):
        """(rule, begin, end) in characters of the text."""
        record = json.dumps({"id": 1, "path": "a.txt", "text": text}).encode() + b"\n"
        self.process.stdin.write(record)
        self.process.stdin.flush()
        data = text.encode()
        found = json.loads(self.process.stdout.readline())["findings"]
        return [(f["rule"], len(data[:f["offset"]].decode()),
                 len(data[:f["offset"] + f["length"]].decode())) for f in found]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def edit(chance, text, encoding, most):
    """A random change: (the change as the protocol has it, the new text)."""
    begin = chance.randrange(len(text) + 1)
    end = min(len(text), begin + chance.choice([0, 0, 0, 1, 2, 7, 30]))
    new = chance.choice(PIECES)
    if chance.random() < 20 / most:
        whole = some_text(chance, most // 2)
        return {"text": whole}, whole
    # a place between \r and \n is no place an editor can name
    while 0 < begin < len(text) and text[begin - 1:begin + 1] == "\r\n":
        begin -= 1
    while 0 < end < len(text) and text[end - 1:end + 1] == "\r\n":
        end += 1
    where = {"start": caret(text, begin, encoding), "end": caret(text, end, encoding)}
    return {"range": where, "text": new}, text[:begin] + new + text[end:]


def resident(client):
    """The memory of the server in KiB."""
    for line in Path(f"/proc/{client.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def answer(client, uri, step, changes):
    """Makes the changes and asks something that needs them checked; the findings and the time."""
    begun = time.monotonic()
    client.change(uri, step, *changes)
    client.result("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "context": {"diagnostics": [], "only": ["source.fixAll"]},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}})
    found = client.diagnostics(uri, step)
    return found, time.monotonic() - begun


def some_text(chance, size):
    text = ""
    while len(text) < size:
        text += "".join(chance.choice(PIECES) for _ in range(200)) + "\n\n"
    return text


def session(folder, encoding, asked):
    """What went wrong or None, the times, and the memory after a quarter and at the end."""
    chance, times, memory = random.Random(20260101), [], []
    uri = (folder / "a.txt").as_uri()
    client, checker = Client(BINARY), Checker(folder)
    client.initialize(folder, [encoding])
    text = some_text(chance, asked.bytes // 2)
    client.open(uri, text, version=0)
    for step in range(1, asked.steps + 1):
        changes = []
        for _ in range(chance.choice([1, 1, 3])):
            change, text = edit(chance, text, encoding, asked.bytes)
            changes.append(change)
        found, seconds = answer(client, uri, step, changes)
        times.append(seconds)
        wanted = [(rule, {"start": caret(text, b, encoding), "end": caret(text, e, encoding)})
                  for rule, b, e in checker.findings(text)]
        if [(d["code"], d["range"]) for d in found] != wanted:
            return f"step {step}: {text!r}\n  {found}\n  {wanted}", times, memory
        if step in (asked.steps // 4, asked.steps):
            memory.append(resident(client))
        if len(text) > asked.bytes:
            text = some_text(chance, asked.bytes // 2)
            client.change(uri, step, {"text": text})
    client.close()
    checker.close()
    grown = asked.steps >= SMALL and memory[-1] > memory[0] * GROWTH
    return f"memory grew: {memory} KiB" if grown else None, times, memory


def report(number, wrong, encoding, asked, times, memory):
    times.sort()
    print("not ok" if wrong else "ok", number, "-", asked.steps, "random edits in", encoding)
    print(f"# answers: median {times[len(times) // 2] * 1000:.1f} ms, 99th percentile "
          f"{times[len(times) * 99 // 100] * 1000:.1f} ms; memory after a quarter and at the end: "
          f"{memory} KiB")
    if wrong:
        print("# " + wrong.replace("\n", "\n# "))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--bytes", type=int, default=2000)
    asked = parser.parse_args()
    failed = 0
    print("1..2")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "terms.yaml").write_text(TERMBASE)
        (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n")
        for number, encoding in enumerate(["utf-16", "utf-8"], 1):
            wrong, times, memory = session(folder, encoding, asked)
            failed += wrong is not None
            report(number, wrong, encoding, asked, times, memory)
    sys.exit(failed > 0)


main()
