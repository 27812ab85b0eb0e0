#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""How fast termlint checks, beside `wc -w` on the same bytes in the same run.

    meson setup build-release --buildtype=release && ninja -C build-release
    python3 tests/bench/run.py --termlint build-release/src/cli/termlint

Writes, from a fixed seed, into a temporary folder: prose in English and Russian (--size MB, in one
file or in --files) and termbases of --terms concepts (terms.py); 1,000,000 of them take 200 MB and
some minutes. Then `termlint check --jobs 1` and `LC_ALL=C wc -w` are run by turns, --rounds times,
and this is printed for each termbase:

    MB/s      of the text, by the processor time (user and system) beyond that of a tiny text
    ratio     of that speed to the speed of wc -w, the median of the rounds: noise cancels out
    memory    the most that the process held at any time
    load      the processor time of the whole run on a tiny text: reading the termbase and indexing
    findings  how many there were, and how many were planted (prose.py); by chance there may be more

and last, how long one check of a file of 5 KB takes with dict/termbases/csto.yaml, from start to
exit, beside a C program that does nothing. With a big termbase the text is checked several times in
one run, so that the time of loading does not drown what is measured.
"""
import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from prose import Writer
from terms import write_termbase

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = 20120101
LANGUAGES = {"mixed": ("en", "ru"), "en": ("en",), "ru": ("ru",)}
START_RUNS = 100
MOST_COPIES = 8
COLUMNS = "{:>9} {:>8} {:>6} {:>10} {:>9} {:>9} {:>9}"


class Usage(NamedTuple):
    """What a process took: processor and real time in seconds, memory in bytes."""
    seconds: float
    elapsed: float
    memory: int


def run(command, output=subprocess.DEVNULL, accepted=(0, 1)):
    """Runs a program to its end; findings (exit status 1) are no failure."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output,
                               env=dict(os.environ, LC_ALL="C"))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        sys.exit(f"{' '.join(map(str, command[:2]))} … failed with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, time.perf_counter() - begin,
                 usage.ru_maxrss * 1024)


class Checker:
    """termlint with one termbase."""

    def __init__(self, binary, termbase, output):
        self.command = [binary, "check", "--no-cache", "--jobs", "1", "--format", "jsonl",
                        "--termbase", termbase, "--output", output]
        self.output = output

    def check(self, paths):
        return run(self.command + paths)

    def findings(self):
        """The number of findings of the last check by rule."""
        with open(self.output, encoding="utf-8") as lines:
            return Counter(json.loads(line).get("rule") for line in lines
                           if not line.startswith('{"summary"'))


def write_texts(folder, writer, options):
    """Writes the prose, in as many files as are asked for; returns their paths."""
    paths, each = [], options.size * 1e6 / options.files
    for number in range(options.files):
        paths.append(folder / f"prose-{number}.txt")
        with open(paths[-1], "wb") as file:
            file.writelines(writer.paragraphs(each, LANGUAGES[options.text]))
    return paths


def copies(paths, count):
    """The files under so many names each: termlint checks what is named twice but once."""
    named = list(paths)
    for number in range(1, count):
        for path in paths:
            named.append(path.with_name(f"copy-{number}-{path.name}"))
            if not named[-1].exists():
                os.link(path, named[-1])
    return named


def measure(checker, texts, tiny, rounds):
    """The seconds that a byte takes termlint and wc, and loading takes, and the memory. The
    findings that are left behind are those of the texts as they are."""
    load = checker.check([tiny])
    once = checker.check(texts)
    count = math.ceil(load.seconds / max(once.seconds - load.seconds, 0.01))
    named = copies(texts, min(max(count, 1), MOST_COPIES))
    size = sum(path.stat().st_size for path in named)
    scans, words, loads = [], [], []
    for _ in range(rounds):
        loads.append(checker.check([tiny]).seconds)
        words.append(run(["wc", "-w", *named]).seconds / size)
        scans.append((checker.check(named).seconds - loads[-1]) / size)
    checker.check(texts)
    return scans, words, statistics.median(loads), once.memory


def print_row(concepts, measured, found, planted):
    scans, words, load, memory = measured
    ratio = statistics.median(word / scan for word, scan in zip(words, scans))
    print(COLUMNS.format(concepts, f"{1e-6 / statistics.median(scans):.0f}", f"{ratio:.2f}",
                         f"{memory / 1e6:.0f} MB", f"{load:.3f} s", sum(found.values()),
                         sum(planted.values())), flush=True)


def compile_nothing(folder):
    """The smallest C program, or true(1) where there is no compiler."""
    source, program = folder / "nothing.c", folder / "nothing"
    source.write_text("int main(void) { return 0; }\n")
    compiler = shutil.which("cc")
    if compiler and subprocess.run([compiler, "-O2", source, "-o", program]).returncode == 0:
        return program
    return Path(shutil.which("true"))


def print_start(binary, folder, text):
    small = folder / "small.txt"
    small.write_bytes(text.read_bytes()[:5000].rpartition(b" ")[0])
    checker = Checker(binary, ROOT / "dict/termbases/csto.yaml", os.devnull)
    nothing = [compile_nothing(folder)]
    ours, theirs = [], []
    for _ in range(START_RUNS):
        ours.append(checker.check([small]).elapsed)
        theirs.append(run(nothing).elapsed)
    print(f"5 KB with csto.yaml: {statistics.median(ours) * 1e3:.1f} ms from start to exit; "
          f"an empty program: {statistics.median(theirs) * 1e3:.1f} ms")


def bench(options, folder):
    writer = Writer(SEED, max(options.terms))
    texts = write_texts(folder, writer, options)
    tiny = folder / "tiny.txt"
    tiny.write_text("Nothing.\n")
    print(COLUMNS.format("concepts", "MB/s", "ratio", "memory", "load", "findings", "planted"))
    for concepts in options.terms:
        termbase = write_termbase(folder, writer.terms, concepts)
        checker = Checker(options.termlint, termbase, folder / "findings.jsonl")
        measured = measure(checker, texts, tiny, options.rounds)
        print_row(concepts, measured, checker.findings(), writer.planted.count(concepts))
    print_start(options.termlint, folder, texts[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--termlint", type=Path, default=ROOT / "build-release/src/cli/termlint")
    parser.add_argument("--size", type=float, default=100, metavar="MB")
    parser.add_argument("--files", type=int, default=1, metavar="N")
    parser.add_argument("--text", choices=LANGUAGES, default="mixed")
    parser.add_argument("--terms", default="100,10000,1000000", metavar="N,...",
                        type=lambda text: [int(count) for count in text.split(",")])
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="termlint-bench-") as folder:
        bench(options, Path(folder))


if __name__ == "__main__":
    main()
