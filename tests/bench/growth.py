#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""termlint beside other programs on the same work, and how its time grows.

    python3 tests/bench/growth.py --termlint build-release/src/cli/termlint

Everything is written from the seed of run.py into a temporary folder. Printed are

    peers   processor time and memory of `wc -w`, `grep -F -f` with the same forms, codespell with
            them as a dictionary and `hunspell -l` (where they are installed), as ratios to termlint
    growth  the time against the size of the text, the number of concepts and of files, each
            doubled --steps times, with the exponent that fits: 1 is linear
    start   one check of 5 KB with a termbase, read anew and taken from the cache, beside a program
            that does nothing

Memory is what the kernel counts, which is never less than that of the Python that starts them.
"""
import argparse
import math
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from prose import Writer
from run import SEED, compile_nothing, run
from terms import write_termbase

MIXED = ("en", "ru")


class Work:
    """The texts and termbases of one run."""

    def __init__(self, folder, options):
        self.folder, self.rounds = folder, options.rounds
        self.writer = Writer(SEED, options.terms)
        self.text = b"".join(self.writer.paragraphs(options.size * 1e6, MIXED))
        self.command = [options.termlint, "check", "--no-config", "--quiet", "--jobs", "1",
                        "--output", os.devnull]
        os.environ["TERMLINT_CACHE"] = str(folder / "cache")

    def write_text(self, size, files=1):
        """The beginning of the text, cut at white space into so many files."""
        paths, begin = [], 0
        for number in range(files):
            end = self.text.find(b"\n", int(size * (number + 1) / files))
            end = len(self.text) if end < 0 else max(end, begin + 1)
            paths.append(self.folder / f"text-{int(size)}-{files}-{number}.txt")
            paths[-1].write_bytes(self.text[begin:end])
            begin = end
        return paths

    def termbase(self, concepts):
        return write_termbase(self.folder, self.writer.terms, concepts)

    def check(self, paths, termbase, *options):
        """The least usage of some rounds: what disturbs only ever adds."""
        command = self.command + ["--termbase", termbase, *options, *paths]
        return min((run(command) for _ in range(self.rounds)), key=lambda usage: usage.seconds)


def forms_of(terms, count):
    """Bad forms with their good ones, in small letters."""
    for number in range(count):
        concept = terms.concept(number)
        if hasattr(concept, "variant"):
            yield concept.variant.lower(), concept.latin.lower()
        else:
            for good, *others in concept.forms.values():
                yield from ((other, good) for other in others)


def print_peers(work, concepts):
    text, termbase = work.write_text(len(work.text)), work.termbase(concepts)
    forms, corrections = work.folder / "forms.txt", work.folder / "corrections.txt"
    pairs = list(forms_of(work.writer.terms, concepts))
    forms.write_text("".join(f"{bad}\n" for bad, _ in pairs))
    corrections.write_text("".join(f"{bad}->{good}\n" for bad, good in pairs if " " not in bad))
    own = work.check(text, termbase)
    peers = {"wc -w": ["wc", "-w"], "grep -F -f": ["grep", "-c", "-F", "-f", forms],
             "codespell": ["codespell", "-D", corrections], "hunspell -l": ["hunspell", "-l"]}
    print(f"{len(work.text) / 1e6:.1f} MB, {concepts} concepts: termlint "
          f"{own.seconds:.2f} s, {own.memory / 1e6:.0f} MB")
    for name, command in peers.items():
        if not shutil.which(command[0]):
            print(f"  {name:12} is not installed")
            continue
        usage = run([*command, *text], accepted=range(256))
        print(f"  {name:12} {usage.seconds / own.seconds:8.2f} times its time, "
              f"{usage.memory / 1e6:.0f} MB")


def exponent(sizes, seconds):
    """The slope of the line that fits the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(s, 1e-4)) for s in seconds]
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    return (sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
            / sum((x - mean_x) ** 2 for x in xs))


def print_growth(work, concepts, steps):
    size, small = len(work.text), work.termbase(100)
    families = {
        "bytes of text": [(size >> step, work.write_text(size >> step), small)
                          for step in reversed(range(steps))],
        "concepts": [(max(concepts >> step, 1), work.write_text(5000),
                      work.termbase(max(concepts >> step, 1))) for step in reversed(range(steps))],
        "files": [(1 << step, work.write_text(size / 4, 1 << step), small)
                  for step in range(steps)],
    }
    for name, family in families.items():
        seconds = [work.check(paths, termbase, "--no-cache").seconds
                   for _, paths, termbase in family]
        sizes = [size for size, _, _ in family]
        line = "  ".join(f"{size}: {second:.3f}" for size, second in zip(sizes, seconds))
        print(f"{name:14} {line}  exponent {exponent(sizes, seconds):.2f}", flush=True)


def print_start(work, concepts):
    text, nothing = work.write_text(5000), [compile_nothing(work.folder)]
    empty = min(run(nothing).elapsed for _ in range(work.rounds))
    for count in (100, concepts):
        termbase = work.termbase(count)
        anew, kept = work.check(text, termbase, "--no-cache"), work.check(text, termbase)
        print(f"5 KB, {count} concepts: {anew.elapsed * 1e3:.1f} ms read anew, "
              f"{kept.elapsed * 1e3:.1f} ms kept, {empty * 1e3:.1f} ms for nothing")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--termlint", type=Path, required=True)
    parser.add_argument("--size", type=float, default=8, metavar="MB")
    parser.add_argument("--terms", type=int, default=10000, metavar="N")
    parser.add_argument("--steps", type=int, default=4, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    options = parser.parse_args()
    options.termlint = options.termlint.resolve()
    if options.steps < 2:
        sys.exit("a line through one point has no slope, want --steps 2 at least")
    with tempfile.TemporaryDirectory(prefix="termlint-bench-") as name:
        work = Work(Path(name), options)
        print_peers(work, options.terms)
        print_growth(work, options.terms, options.steps)
        print_start(work, options.terms)


if __name__ == "__main__":
    main()
