#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds our globs to git's own tests: globs.py DRIVER.

TERMLINT_SUITES names a folder with a copy of git's `t3070-wildmatch.sh`; without it the test is
skipped. What is asked is the first column, of patterns in which no wildcard matches a slash. Paths
that no walk gives (empty, or with a slash too many) are left out and counted.
"""
import os
import pathlib
import shlex
import subprocess
import sys

SKIPPED = 77


def cases(script):
    """(does it match, path, pattern)"""
    text = script.read_text(encoding="utf-8").partition("# Basic wildmatch features")[2]
    for line in text.replace("\\\n", " ").splitlines():
        if line.startswith("match "):
            words = shlex.split(line)
            yield words[1] == "1", words[-2], words[-1]


def is_walked(path):
    return bool(path) and all(path.split("/"))


def anchored(pattern):
    """As wildmatch() has it: from the top, whether there is a slash in it or not."""
    return pattern if "/" in pattern else f"/{pattern}"


def main():
    script = pathlib.Path(os.environ.get("TERMLINT_SUITES", "/nowhere"), "t3070-wildmatch.sh")
    if not script.exists():
        print("no t3070-wildmatch.sh in TERMLINT_SUITES")
        sys.exit(SKIPPED)
    every = list(cases(script))
    asked = [case for case in every if is_walked(case[1])]
    pairs = "".join(f"{anchored(pattern)}\0{path}\0" for _, path, pattern in asked)
    answers = subprocess.run([sys.argv[1]], input=pairs, capture_output=True, text=True,
                             check=True).stdout
    assert len(answers) == len(asked) > 100, (len(answers), len(asked))
    wrong = [(path, pattern, wanted) for (wanted, path, pattern), answer in zip(asked, answers)
             if wanted != (answer == "1")]
    for path, pattern, wanted in wrong:
        print(f"{pattern!r} and {path!r}: git says {wanted}")
    print(f"{len(asked) - len(wrong)} of {len(asked)} as git has it, "
          f"{len(every) - len(asked)} of no path")
    sys.exit(bool(wrong))


main()
