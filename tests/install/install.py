#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Installs the build into a folder and uses it from there: the program, its man page, and the
library by pkg-config from a C program. Usage: install.py BUILD SOURCE; prints TAP."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BUILD, SOURCE = Path(sys.argv[1]), Path(sys.argv[2])
TERMBASE = """\
termlint: 1
concepts:
  - id: ferry
    en: {preferred: ferry landing, deprecated: [boat stop]}
"""


def output(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout


def flags(root, environment, *kind):
    found = output("pkg-config", *kind, "termlint", env=environment).split()
    return [flag.replace("-I/", f"-I{root}/", 1).replace("-L/", f"-L{root}/", 1)
            if str(root) not in flag else flag for flag in found]


def install(root):
    environment = {**os.environ, "DESTDIR": str(root)}
    output("meson", "install", "--no-rebuild", "-C", BUILD, env=environment)
    return next(root.rglob("termlint.pc")).parent


def test_program(root, _):
    program = next(path for path in root.rglob("bin/termlint"))
    assert output(program, "--version").startswith("termlint ")
    assert list(root.rglob("man1/termlint.1*")) and list(root.rglob("_termlint"))


def test_library(root, pkgconfig):
    environment = {**os.environ, "PKG_CONFIG_PATH": str(pkgconfig)}
    library = next(root.rglob("libtermlint.so")).parent
    program, terms = root / "ten", root / "terms.yaml"
    terms.write_text(TERMBASE)
    output("cc", "-std=c11", "-Wall", "-Werror", "-o", program, SOURCE / "ten_lines.c",
           *flags(root, environment, "--cflags", "--libs"))
    environment["LD_LIBRARY_PATH"] = str(library)
    printed = output(program, terms, "The boat stop is closed.", env=environment)
    assert printed == ("1:5 deprecated-term: “boat stop” is deprecated, use “ferry landing” -> "
                       "ferry landing\n"), printed


def test_symbols(root, _):
    """Nothing but the public functions can be seen from outside, and all of them can."""
    library = next(root.rglob("libtermlint.so"))
    table = output("nm", "-D", "--defined-only", library)
    names = {line.split()[-1] for line in table.splitlines()}
    assert all(name.startswith("termlint_") for name in names), names
    header = next(root.rglob("include/termlint.h")).read_text(encoding="utf-8")
    declared = set(re.findall(r"^\w[\w *]*?(termlint_\w+)\(", header, re.MULTILINE))
    assert names == declared, names ^ declared


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pkgconfig = install(root)
        tap.run(tap.tests_in(globals()), lambda test: test(root, pkgconfig))


main()
