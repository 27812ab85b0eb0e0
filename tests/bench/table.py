#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""All measurements of speed, memory and growth in one table, beside other programs.

    meson setup build-release --buildtype=release && ninja -C build-release
    npm install --prefix SCRATCH textlint textlint-rule-prh cspell @cspell/dict-ru_ru
    python3 tests/bench/table.py --termlint build-release/src/cli/termlint --npm SCRATCH

All inputs are written from a fixed seed into a temporary folder. Printed are

    speed    prose in English, Russian and both, in one file and in --files, with termbases of
             --terms concepts: how fast beyond the start, beside `wc -w` in the same rounds
    peers    other programs with the same forms on the same text (peers.py); those that are not
             installed are left out
    growth   the time against everything that may be large (growth.py)
    start    one check of 5 KB, with a termbase that is read anew and one that is kept, beside a
             program that does nothing

Times are of the processor, the least of --rounds, but for the start, which is that of the clock;
termlint has one thread. Memory is the most that a process held; the Python that starts it is
counted as the least. --only names sections.
"""
import argparse
import datetime
import os
import platform
import sys
import tempfile
from pathlib import Path

from growth import print_growth
from peers import empty_program_seconds, per_byte, print_peers
from run import LANGUAGES, ROOT, compile_nothing
from work import Work

SPEED = "{:>9} {:>6} {:>6} {:>9} {:>9} {:>9} {:>9}"
SECTIONS = ("speed", "peers", "growth", "start")


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":")[1].strip() for line in file if "model name" in line)
    except (OSError, StopIteration):
        return platform.machine()


def print_head(options):
    print(f"{datetime.date.today()}, {processor()}, {os.cpu_count()} processors, "
          f"load {os.getloadavg()[0]:.1f}; {options.size:g} MB of text, {options.rounds} rounds",
          flush=True)


def print_speed_row(work, name, path, files, count):
    termbase = work.termbase(count)
    size = work.text(name).stat().st_size
    work.check(work.tiny, termbase)
    start, whole = work.check(work.tiny, termbase), work.check(path, termbase)
    words = work.least(["wc", "-w", "--", *(path.iterdir() if path.is_dir() else [path])])
    own = per_byte(start, whole, size)
    print(SPEED.format(count, name, files, f"{1e-6 / own:.1f} MB/s",
                       f"{words.seconds / size / own:.3f}", f"{start.seconds:.3f} s",
                       f"{whole.memory / 1e6:.0f} MB"), flush=True)


def print_speed(work, options):
    print("\n" + SPEED.format("concepts", "text", "files", "speed", "of wc -w", "start", "memory"))
    for count in options.terms:
        for name in LANGUAGES:
            print_speed_row(work, name, work.text(name), 1, count)
        print_speed_row(work, "mixed", work.pieces(work.text(), options.files), options.files,
                        count)


def print_start(work, options):
    text, nothing = work.beginning(5000), compile_nothing(work.folder)
    empty = empty_program_seconds(work, nothing)
    print(f"\nstart: 5 KB; {empty * 1e3:.1f} ms for a program that does nothing")
    for count in options.terms:
        termbase = work.termbase(count)
        anew = min((work.check(text, termbase, "--no-cache") for _ in range(2)),
                   key=lambda usage: usage.elapsed)
        work.check(text, termbase)
        kept = min((work.check(text, termbase) for _ in range(10)),
                   key=lambda usage: usage.elapsed)
        print(f"  {count:>9} concepts: {anew.elapsed * 1e3:9.1f} ms and "
              f"{anew.memory / 1e6:.0f} MB read anew, {kept.elapsed * 1e3:.1f} ms and "
              f"{kept.memory / 1e6:.0f} MB kept", flush=True)


def bench(options, folder):
    work = Work(folder, options.termlint, options.rounds, options.terms[-1])
    print_head(options)
    work.make(options.size, options.terms)
    middle = [count for count in options.terms if count <= 10000]
    if "speed" in options.only:
        print_speed(work, options)
    if "peers" in options.only:
        print_peers(work, options.npm, middle)
    if "growth" in options.only:
        print_growth(work, 4 * middle[-1], options.files, options.scale)
    if "start" in options.only:
        print_start(work, options)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--termlint", type=Path, default=ROOT / "build-release/src/cli/termlint")
    parser.add_argument("--size", type=float, default=8, metavar="MB")
    parser.add_argument("--files", type=int, default=10000, metavar="N")
    parser.add_argument("--terms", default="100,10000,1000000", metavar="N,...",
                        type=lambda text: [int(count) for count in text.split(",")])
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--scale", type=float, default=1, metavar="X",
                        help="of the texts that are made to be slow")
    parser.add_argument("--npm", type=Path, metavar="FOLDER", help="with a node_modules/")
    parser.add_argument("--only", default=",".join(SECTIONS), type=lambda text: text.split(","))
    options = parser.parse_args()
    options.termlint = options.termlint.resolve()
    options.npm = options.npm and options.npm.resolve()
    if not set(options.only) <= set(SECTIONS):
        sys.exit(f"--only: want some of {', '.join(SECTIONS)}")
    with tempfile.TemporaryDirectory(prefix="termlint-bench-") as name:
        bench(options, Path(name))


if __name__ == "__main__":
    main()
