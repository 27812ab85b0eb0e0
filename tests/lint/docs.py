#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What README.md shows of termlint is what termlint prints.

Three kinds of blocks are run, from the root of the repository, with the built termlint in PATH:

    <!-- run: COMMAND -->    followed by a fenced block: the command prints just its contents
    <!-- run: COMMAND -->    followed by text up to <!-- end -->: likewise (for tables)
    <!-- run -->             followed by a fenced block: each "$ COMMAND" prints the lines below

With --accept the blocks are rewritten to what was printed.
"""
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple, Optional

from gate import Gate, arguments

BINARY = "build/src/cli/termlint"
MARK = re.compile(r"<!-- run(?:: (.+?))? -->\s*$")
FENCE = re.compile(r"(`{3,}|~{3,})")
END = "<!-- end -->"
LARGEST_STATUS = 2  # above it, the command could not be run at all


class Block(NamedTuple):
    """The lines [begin, end) that a mark is about."""
    command: Optional[str]  # None: the block is a transcript
    begin: int
    end: int


def find_block(lines, mark, command):
    """The block behind the mark in line `mark` (from 0), or a message."""
    begin = mark + 1
    while begin < len(lines) and not lines[begin].strip():
        begin += 1
    fence = FENCE.match(lines[begin]) if begin < len(lines) else None
    if fence:
        ends = [at for at in range(begin + 1, len(lines)) if lines[at].startswith(fence.group(1))]
        return Block(command, begin + 1, ends[0]) if ends else "the block has no end"
    if command is None:
        return "no fenced block behind it"
    ends = [at for at in range(mark + 1, len(lines)) if lines[at].strip() == END]
    return Block(command, mark + 1, ends[0]) if ends else f"neither a fenced block nor {END}"


class Shell:
    """Runs commands at the root with the built termlint first in PATH."""

    def __init__(self, root, binary):
        self.root = root
        self.folder = tempfile.TemporaryDirectory(prefix="termlint-docs-")
        os.symlink(binary.resolve(), Path(self.folder.name, "termlint"))
        path = self.folder.name + os.pathsep + os.environ["PATH"]
        self.environment = dict(os.environ, PATH=path, LC_ALL="C.UTF-8", TERM="dumb")

    def run(self, command):
        """What the command prints, in lines; or None, with a message, if it cannot be run."""
        done = subprocess.run(["sh", "-c", command], cwd=self.root, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                              errors="replace", timeout=60)
        if not 0 <= done.returncode <= LARGEST_STATUS:
            return None, f"exit status {done.returncode}: {done.stderr.strip()}"
        return done.stdout.splitlines(), None


def printed(shell, lines, block):
    """What the block should hold; or None, with a message."""
    if block.command is not None:
        output, message = shell.run(block.command)
        between_marks = lines[block.end].strip() == END
        if output is not None and between_marks:
            output = ["", *output, ""]  # a Markdown table wants a blank line around it
        return output, message
    expected = []
    for line in lines[block.begin:block.end]:
        if line.startswith("$ "):
            output, message = shell.run(line[2:])
            if output is None:
                return None, message
            expected += [line, *output]
    return (expected, None) if expected else (None, 'no line begins with "$ "')


def check_document(gate, path, shell, accept):
    """Runs the blocks of one file, from the last to the first, so that line numbers stay right."""
    lines = gate.read(path).splitlines()
    marks = [(at, MARK.match(line)) for at, line in enumerate(lines)]
    for at, mark in reversed([(at, mark) for at, mark in marks if mark]):
        block = find_block(lines, at, mark.group(1))
        if isinstance(block, str):
            gate.problem(path, at + 1, block)
            continue
        expected, message = printed(shell, lines, block)
        shown = lines[block.begin:block.end]
        if expected is None:
            gate.problem(path, at + 1, message)
        elif expected != shown and accept:
            lines[block.begin:block.end] = expected
        elif expected != shown:
            changes = difflib.unified_diff(shown, expected, "shown", "printed", lineterm="")
            gate.problem(path, at + 1, "not what is printed:\n" + "\n".join(changes))
    if accept:
        (gate.root / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = arguments("Runs the commands in README.md and compares what they print.")
    parser.add_argument("--binary", type=Path, help=f"termlint (default: {BINARY})")
    parser.add_argument("--accept", action="store_true", help="rewrite what differs")
    options = parser.parse_args()
    gate = Gate(options.root)
    binary = options.binary or gate.root / BINARY
    readme = Path("README.md")
    has_blocks = (gate.root / readme).exists() and any(
        MARK.match(line) for line in gate.read(readme).splitlines())
    if has_blocks and not binary.exists():
        gate.problem(readme, 0, f"its commands need {binary}, which is not built")
    elif has_blocks:
        check_document(gate, readme, Shell(gate.root, binary), options.accept)
    sys.exit(gate.finish())


if __name__ == "__main__":
    main()
