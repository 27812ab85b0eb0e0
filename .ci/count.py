#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Counts the tests in logs of `meson test`: those within a test, or else the test itself.

usage: count.py BROKEN LOG...

BROKEN is how many steps went wrong; at least as many failures are counted, so that a build that
gave no log is one. Prints "N passed, N failed".
"""
import json
import re
import sys
from pathlib import Path

PASSED = 0
FAILED = 1
SKIPPED = ("SKIP", "IGNORED")
GOOD = ("OK", "EXPECTEDFAIL")


def count_tap(text):
    lines = re.findall(r"^(not )?ok \d+[^#\n]*(# *(?i:skip))?", text, re.MULTILINE)
    return (sum(not bad and not skipped for bad, skipped in lines),
            sum(bool(bad) and not skipped for bad, skipped in lines))


def count_cmocka(text):
    failed = re.search(r"^\[  FAILED  \] (\d+) test\(s\)", text, re.MULTILINE)
    return (len(re.findall(r"^\[ +OK \]", text, re.MULTILINE)), int(failed[1]) if failed else 0)


def count_unittest(text):
    ran = re.search(r"^Ran (\d+) tests? in", text, re.MULTILINE)
    failed = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", text)))
    skipped = sum(map(int, re.findall(r"skipped=(\d+)", text)))
    return (int(ran[1]) - failed - skipped, failed) if ran else (0, 0)


def count(entry):
    """How many tests passed and failed in one entry of the log."""
    if entry["result"] in SKIPPED:
        return 0, 0
    text = entry.get("stdout", "") + "\n" + entry.get("stderr", "")
    good = entry["result"] in GOOD
    for counter in (count_tap, count_cmocka, count_unittest):
        passed, failed = counter(text)
        if passed or failed:
            return passed, max(failed, 0 if good else 1)
    return int(good), int(not good)


def main():
    broken = int(sys.argv[1])
    counts = [count(json.loads(line)) for path in map(Path, sys.argv[2:]) if path.exists()
              for line in path.read_text(encoding="utf-8").splitlines()]
    passed = sum(one[PASSED] for one in counts)
    failed = max(sum(one[FAILED] for one in counts), broken)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
