#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every row is in the X() list of its folder and every name there has a row; every test is run."""
import re

from gate import main

ROWS = {"rule": "rules", "reader": "readers", "writer": "writers", "command": "cli",
        "method": "lsp", "termbase_format": "termbase"}
LISTED = re.compile(r"\bX\((\w+)\)")

# Tests that meson knows by name: what the files match, and what the meson.build beside them says.
NAMED = {
    "tests/unit/test_*.c": "'{name}'",
    "tests/unit/test_*.py": "test_{name}.py",
    "tests/unit/*_as_*.py": "{name}.py",
    "tests/fuzz/fuzz_*.c": "'{name}'",
    "tests/lint/*.py": "'{name}'",
    "tests/lsp/*.py": "'{name}'",
}
# modules that tests share
NO_TESTS = {"gate", "c_functions", "client", "meta_model", "session_texts"}


def find_rows(gate, kind, folder):
    """The rows that are defined and the names that are listed, each as {name: (path, line)}."""
    row = re.compile(rf"^(?:static )?const tl_{kind} tl_{kind}_(\w+) = ")
    rows, listed = {}, {}
    for path in gate.files(f"src/{folder}/*.c"):
        text = gate.read(path)
        is_list = f"tl_{kind}_##" in text
        for number, line in enumerate(text.splitlines(), 1):
            rows.update((name, (path, number)) for name in row.findall(line))
            if is_list:
                listed.update((name, (path, number)) for name in LISTED.findall(line))
    return rows, listed


def check_tests(gate, pattern, said):
    for path in gate.files(pattern):
        name = re.sub(r"^(test|fuzz)_", "", path.stem)
        build = path.parent / "meson.build"
        text = gate.read(build) if (gate.root / build).exists() else ""
        if name not in NO_TESTS and said.format(name=name) not in text:
            gate.problem(path, 0, f"is not named in {build}")


def check(gate):
    for kind, folder in ROWS.items():
        rows, listed = find_rows(gate, kind, folder)
        for name in rows.keys() - listed.keys():
            gate.problem(*rows[name], f"tl_{kind}_{name} is in no X() list of src/{folder}")
        for name in listed.keys() - rows.keys():
            gate.problem(*listed[name], f"X({name}) has no row tl_{kind}_{name} in src/{folder}")
    for pattern, said in NAMED.items():
        check_tests(gate, pattern, said)


if __name__ == "__main__":
    main(__doc__, check)
