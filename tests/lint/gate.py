#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What the gates share: finding the project's files, and reporting what is wrong with them."""
import argparse
import os
import sys
from pathlib import Path

SKIPPED = 77  # the exit status that meson counts as a skipped test
FOLDERS = ("src", "include", "tests", ".ci")  # where sources are
TOP_FILES = ("meson.build", "README.md")


class Gate:
    """One gate's run over the project at `root`, and the problems that it finds."""

    def __init__(self, root):
        self.root = Path(root)
        self.problems = []

    def problem(self, path, line, message):
        """Notes that something is wrong at a line of a file below the root; line 0 is all of it."""
        place = f"{path}:{line}" if line else str(path)
        self.problems.append((str(path), line, f"{place}: {message}"))

    def files(self, *patterns):
        """The paths, relative to the root, of the project's files that match, in order."""
        found = set()
        for top in FOLDERS:
            for parent, folders, names in os.walk(self.root / top):
                folders[:] = sorted(set(folders) - {"__pycache__", "corpus"})
                found.update(Path(parent, name).relative_to(self.root) for name in names)
        found.update(Path(name) for name in TOP_FILES if (self.root / name).exists())
        return sorted(path for path in found if any(path.match(pattern) for pattern in patterns))

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="surrogateescape")

    def finish(self):
        """Prints the problems in order of place; returns the exit status."""
        for _, _, text in sorted(set(self.problems)):
            print(text)
        if self.problems:
            print(f"{Path(sys.argv[0]).name}: {len(self.problems)} problems", file=sys.stderr)
        return 1 if self.problems else 0


def arguments(description):
    """A parser with the one option that all gates have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2],
                        help="the project to look at (default: the one this script is part of)")
    return parser


def main(description, check):
    """Runs check(gate) over the project and exits."""
    options = arguments(description).parse_args()
    gate = Gate(options.root)
    check(gate)
    sys.exit(gate.finish())
