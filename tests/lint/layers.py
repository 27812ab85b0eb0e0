#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Which folder of src/ may include which: downwards only."""
import re

from gate import main

PUBLIC_HEADERS = "termlint.h", "termlint_tools.h"
BELOW = {
    "base": [],
    "text": ["base"],
    "romanize": ["text", "base"],
    "morph": ["text", "base"],
    "source": ["text", "base"],
    "report": ["source", "base"],
    "termbase": ["romanize", "morph", "text", "base"],
    "readers": ["source", "report", "text", "base"],
    "writers": ["report", "base"],
    "scan": ["termbase", "source", "romanize", "morph", "text", "base"],
    "rules": ["scan", "termbase", "report", "source", "romanize", "morph", "text", "base"],
    "corpus": ["scan", "termbase", "report", "source", "romanize", "morph", "text", "base"],
    "discover": ["scan", "writers", "termbase", "source", "romanize", "morph", "text", "base"],
    "engine": ["corpus", "rules", "scan", "writers", "readers", "termbase", "report", "source",
               "romanize", "morph", "text", "base"],
    "config": ["engine", "rules", "termbase", "report", "source", "romanize", "text", "base"],
    "tools": ["config", "engine", "discover", "rules", "scan", "writers", "readers", "termbase",
              "report", "source", "romanize", "morph", "text", "base"],
    "cli": ["lsp", "base"],  # `termlint lsp` starts the server
    "lsp": ["base"],
    "editors": [],
    "man": [],
    "completions": [],
    "ci": [],
    "packaging": [],
}
OVER_THE_LIBRARY = ("engine", "config", "tools", "cli", "lsp")  # may include the public headers

GENERATED = ".inc"  # tables that the build makes from dict/, without a folder

INCLUDE = re.compile(r'\s*#\s*include\s*"([^"]*)"')


def check_include(gate, path, number, folder, included):
    target, slash, _ = included.partition("/")
    if included in PUBLIC_HEADERS:
        if folder not in OVER_THE_LIBRARY:
            gate.problem(path, number, f"{folder} may not include {included}")
    elif not slash and not included.endswith(GENERATED):
        gate.problem(path, number, f'"{included}" names no folder, want "folder/{included}"')
    elif slash and target != folder and target not in BELOW[folder]:
        gate.problem(path, number, f"{folder} may not include {target}")


def check(gate):
    for folder in sorted(path.name for path in (gate.root / "src").glob("*/")):
        if folder not in BELOW and folder != "__pycache__":
            gate.problem(f"src/{folder}", 0, "is not in the table of layers.py")
    for path in gate.files("src/*/*.[ch]", "src/*/*/*.[ch]"):
        folder = path.parts[1]
        for number, line in enumerate(gate.read(path).splitlines(), 1):
            found = INCLUDE.match(line)
            if found and folder in BELOW:
                check_include(gate, path, number, folder, found.group(1))
    for path in gate.files("include/*.h"):
        for number, line in enumerate(gate.read(path).splitlines(), 1):
            found = INCLUDE.match(line)
            if found and found.group(1) not in PUBLIC_HEADERS:
                gate.problem(path, number, "a public header includes system headers only")


if __name__ == "__main__":
    main(__doc__, check)
