#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""C files as clang-format has them; no path of one machine, no mark of unfinished work."""
import re
import shutil
import subprocess

from gate import main

CLANG_FORMAT = 14  # other versions format differently
MACHINE = re.compile(r"(?<![\w.{}-])/(?:work|tmp|root|home|farm)/")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
CONFLICT = re.compile(r"(?:<{7}|>{7}) ")
LOCATION = re.compile(r"^(.*?):(\d+):\d+: (?:error|warning): (.*)$")


def find_clang_format():
    for name in (f"clang-format-{CLANG_FORMAT}", "clang-format"):
        program = shutil.which(name)
        if program:
            version = subprocess.run([program, "--version"], capture_output=True, text=True)
            if f"version {CLANG_FORMAT}." in version.stdout:
                return program
    return None


def check_format(gate):
    program = find_clang_format()
    if program is None:
        print(f"clang-format {CLANG_FORMAT} is missing: formatting is not checked")
        return
    files = [str(path) for path in gate.files("*.c", "*.h")]
    if not files:
        return
    result = subprocess.run([program, "--dry-run", "-Werror", *files], cwd=gate.root,
                            stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    for line in result.stderr.splitlines():
        found = LOCATION.match(line)
        if found:
            gate.problem(found.group(1), int(found.group(2)), "not as clang-format has it")


def check_words(gate):
    for path in gate.files("*.c", "*.h", "*.py", "meson.build", ".ci/*", "*.md"):
        for number, line in enumerate(gate.read(path).splitlines(), 1):
            if MACHINE.search(line):
                gate.problem(path, number, "a path of one machine")
            if UNFINISHED.search(line):
                gate.problem(path, number, "a mark of unfinished work")
            if CONFLICT.match(line):
                gate.problem(path, number, "a mark of an unfinished merge")


def check(gate):
    check_format(gate)
    check_words(gate)


if __name__ == "__main__":
    main(__doc__, check)
