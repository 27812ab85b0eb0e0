#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""How long files, functions and lines may be, how deep functions nest; what files begin with.

sizes.allow names the exceptions, one a line: PATH or PATH:FUNCTION, and the reason.
"""
import ast
import re

from c_functions import functions
from gate import main

FILE_LINES = 700
SHORTER_FILES = {"include/termlint.h": 400}
FUNCTION_LINES = 60
NESTING = 3
PARAMETERS = 5
COLUMNS = 100
OPENING_LINES = 2, 8  # of the comment that a .c file of src/ opens with
SMALL_FILE = 100  # lines; below it, one line may say all there is to say

ALLOWED = "tests/lint/sizes.allow"
LICENCE = "SPDX-License-Identifier: MPL-2.0"
OPENING = re.compile(r"/\*.*?\*/", re.DOTALL)


def exceptions(gate):
    """The allow-list as {what: line number}."""
    allowed = {}
    if (gate.root / ALLOWED).exists():
        for number, line in enumerate(gate.read(ALLOWED).splitlines(), 1):
            what, _, reason = line.partition(" ")
            if not reason.strip() and line:
                gate.problem(ALLOWED, number, f"{what} has no reason")
            if line and not line.startswith("#"):
                allowed[what] = number
    return allowed


class Limits:
    """Reports what is beyond a limit, unless the allow-list names it."""

    def __init__(self, gate):
        self.gate = gate
        self.allowed = exceptions(gate)
        self.used = set()

    def check(self, path, line, what, value, limit, unit):
        if value <= limit:
            return
        if what in self.allowed:
            self.used.add(what)
        else:
            self.gate.problem(path, line, f"{what} has {value} {unit}, want {limit} at most")

    def report_unused(self):
        for what, number in self.allowed.items():
            if what not in self.used:
                self.gate.problem(ALLOWED, number,
                                  f"{what} is within the limits, want no exception")


def check_start(gate, path, text):
    lines = text.splitlines()
    first = 1 if lines and lines[0].startswith("#!") else 0
    if LICENCE not in "".join(lines[first:first + 1]):
        gate.problem(path, first + 1, f"the first line is not {LICENCE}")
    if path.suffix == ".c":
        opening = OPENING.match("\n".join(lines[1:]))
        count = opening.group().count("\n") + 1 if opening else 0
        is_large = path.parts[0] == "src" and len(lines) >= SMALL_FILE
        least, most = OPENING_LINES if is_large else (1, OPENING_LINES[1])
        if not least <= count <= most:
            gate.problem(path, 2,
                         f"the opening comment has {count} lines, want {least} to {most}")


def check_c(limits, path, text):
    for function in functions(text):
        what = f"{path}:{function.name}"
        length = function.last - function.first + 1
        limits.check(path, function.first, what, length, FUNCTION_LINES, "lines")
        limits.check(path, function.first, what, function.nesting, NESTING, "levels of nesting")
        limits.check(path, function.first, what, function.parameters, PARAMETERS, "parameters")


def check_python(limits, path, text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = node.end_lineno - node.lineno + 1
            limits.check(path, node.lineno, f"{path}:{node.name}", length, FUNCTION_LINES, "lines")


def check(gate):
    limits = Limits(gate)
    for path in gate.files("*.c", "*.h", "*.py", "meson.build"):
        text = gate.read(path)
        lines = text.splitlines()
        check_start(gate, path, text)
        most = SHORTER_FILES.get(str(path), FILE_LINES)
        limits.check(path, 0, str(path), len(lines), most, "lines")
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS:
                gate.problem(path, number, f"{len(line)} columns, want {COLUMNS} at most")
        if path.suffix in (".c", ".h"):
            check_c(limits, path, text)
        elif path.suffix == ".py":
            check_python(limits, path, text)
    limits.report_unused()


if __name__ == "__main__":
    main(__doc__.splitlines()[0], check)
