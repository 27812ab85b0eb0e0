#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Checks 1 MB of the benchmark's prose with 100 concepts: termlint is to find what was planted, no
more and no less. The generator knows nothing of how termlint finds it."""
import argparse
import sys
import tempfile
from pathlib import Path

from prose import Writer
from run import LANGUAGES, SEED, Checker
from terms import write_termbase

CONCEPTS, SIZE = 100, 1e6
TYPOS = {"near-miss"}  # planted too, but a typo may as well be another word


def check(binary, folder):
    writer = Writer(SEED, CONCEPTS)
    text = folder / "prose.txt"
    text.write_bytes(b"".join(writer.paragraphs(SIZE, LANGUAGES["mixed"])))
    checker = Checker(binary, write_termbase(folder, writer.terms, CONCEPTS),
                      folder / "findings.jsonl")
    checker.check([text])
    found = {rule: count for rule, count in checker.findings().items() if rule not in TYPOS}
    planted = dict(writer.planted.count(CONCEPTS))
    if found != planted:
        sys.exit(f"found {found}, want {planted}")
    print(f"found {found}, as planted")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("termlint", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="termlint-bench-") as folder:
        check(options.termlint.resolve(), Path(folder))


if __name__ == "__main__":
    main()
